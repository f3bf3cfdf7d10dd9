"""The procedure: actor columns and steps."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import get_args

from extractors.pages import Source
from extractors.raw import RawField, RawMark, RawStep
from normalizers import pelaksana, pelaku, sel, urutan, waktu
from normalizers.bukti import Catatan
from normalizers.data import table
from normalizers.model import Langkah, Pelaksana, Simbol, Tanda, Waktu
from normalizers.pelaksana_aus import (
    KEYAKINAN_AUS,
    KEYAKINAN_TERDUGA,
    Kata,
    Konteks,
    dipulihkan,
    lazim,
    terbaca,
    terpilih,
)
from normalizers.reading import GAMBAR, INFERENSI, KOREKSI, Reading, Saksi

_SIMBOL: Mapping[str, Simbol] = {simbol: simbol for simbol in get_args(Simbol)}
_CUKUP = 3  # steps that show a habit
_JELAS = 0.85
"""A text so surely read tells how words are written."""
_SUKU = re.compile(r"\S+")
_KATA = re.compile(r"[^\W\d_]{3}")
_BUTIR = re.compile(r"(?:^|(?<=[\s,;:]))(\d{1,2})[.)]\s*(?=[^\W\d_])")


def parse_kolom(
    headings: Sequence[RawField], unit: str | None, catatan: Catatan, lain: Iterable[RawField] = ()
) -> list[Pelaksana]:
    """The actor columns, left to right, each with an id of its own.

    Args:
        headings: as read; those that are worn are put right where something tells what they were.
        unit: name of the unit.
        catatan: takes the evidence and the witnesses.
        lain: what else the document says.
    """
    konteks = Konteks(tuple(field.text for field in lain if catatan.kejelasan(field.span) >= _JELAS))
    words = [_kata(heading, catatan.source) for heading in headings]
    heard = [_bacaan(heading, catatan.source) for heading in headings]
    repaired = [dipulihkan(some, konteks, own) for some, own in zip(words, heard, strict=True)]
    meant = [
        None if right and lazim(right) else terpilih(some, konteks, own)
        for right, some, own in zip(repaired, words, heard, strict=True)
    ]
    repaired = [one[0] if one else right for one, right in zip(meant, repaired, strict=True)]
    # What is like no word names nobody: better a column without a name than a name that nobody has.
    legible = [
        heading.text if terbaca(some, konteks) else "" for some, heading in zip(words, headings, strict=True)
    ]
    names = [right or text for right, text in zip(repaired, legible, strict=True)]
    # Nor is one that another column has what a heading of which nothing is legible must have been.
    taken = Counter(map(pelaksana.kunci, names))
    names = [
        name if text or taken[pelaksana.kunci(name)] == 1 else ""
        for name, text in zip(names, legible, strict=True)
    ]
    readings = pelaksana.kolom(names, unit)
    for place, (heading, right, name, hasil) in enumerate(
        zip(headings, repaired, names, readings, strict=True)
    ):
        if right and name:
            guess = (meant[place] or ("", False))[1]
            cara, factor = (INFERENSI, KEYAKINAN_TERDUGA) if guess else (KOREKSI, KEYAKINAN_AUS)
            hasil = replace(hasil, cara=cara, keyakinan=hasil.keyakinan * factor)
        catatan.nilai(f"/pelaksana/{place}", heading, hasil)
    return [hasil.nilai for hasil in readings]


def _bacaan(heading: RawField, source: Source) -> list[str]:
    """All that a heading was read as, in each way and on each page, where it was not read for sure."""
    spans = (heading.span, *heading.ulang)
    texts = (span.text for span in spans)
    others = (text for span in spans for place in source.places_of(span) for text in place.lain)
    return list(dict.fromkeys((*texts, *others)))


def _kata(heading: RawField, source: Source) -> list[Kata]:
    """The words of a heading with how surely each was read; 1 for those that no engine read."""
    found = []
    for match in _SUKU.finditer(heading.text):
        places = source.places_of(heading.span.cut(*match.span()))
        found.append(Kata(match[0], min((place.keyakinan for place in places), default=1.0)))
    return found


def parse(
    rows: Sequence[RawStep],
    columns: Sequence[Pelaksana],
    bersimbol: bool,
    menit_per: Mapping[str, float] | None,
    catatan: Catatan,
    unit: str | None = None,
    pelaku_teks: bool = False,
) -> list[Langkah]:
    """The steps; rows that say nothing are left out, and a row that sums up the time is a witness "total_waktu".

    Args:
        rows: the rows as read.
        columns: the actor columns that marks count from 0.
        bersimbol: whether the source carries symbols; without them no step names its actor.
        menit_per: working minutes of each unit of time, None for the defaults.
        catatan: takes the evidence and the witnesses.
        unit: name of the unit, for actors whom the words of a step name.
        pelaku_teks: whether such actors count as those of steps without any symbol.
    """
    symbols = columns if bersimbol else None
    steps: list[RawStep] = []
    for row in rows:
        total = _total(row)
        if total is not None:
            catatan.saksi.append(Saksi("/prosedur", "total_waktu", total))
        elif _says_something(row, symbols or ()):
            steps.append(row)
    numbers = urutan.parse(
        [row.no.text if row.no else None for row in steps],
        [catatan.kejelasan(row.no.span) if row.no else 1.0 for row in steps],
    )
    langkah = []
    for place, (row, number, source) in enumerate(zip(steps, numbers, _number_sources(steps), strict=True)):
        lokasi = f"/prosedur/{place}"
        _note_number(f"{lokasi}/no", row, number, source, catatan)
        step = _langkah(lokasi, row, symbols, menit_per, number.nilai, catatan)
        catatan.saksi.extend(Saksi(f"{lokasi}/{key}", "sel_gabung", "") for key in row.digabung)
        langkah.append(_dengan_pelaku(lokasi, step, row, columns, unit, pelaku_teks, catatan))
    catatan.saksi.extend(
        Saksi(f"/prosedur/{first}/keterangan", "catatan_meluber", str(langkah[end].no or end + 1))
        for first, end in _spilling([step.keterangan for step in langkah])
    )
    return langkah


def tempat(rows: Sequence[RawStep], columns: Sequence[Pelaksana], bersimbol: bool) -> list[int | None]:
    """For each row the place of its step in what ``parse`` gives, None for one that is left out."""
    found: list[int | None] = []
    count = 0
    for row in rows:
        is_step = _total(row) is None and _says_something(row, columns if bersimbol else ())
        found.append(count if is_step else None)
        count += is_step
    return found


def terpotong(langkah: Sequence[Langkah]) -> bool:
    """Whether the table breaks off in its last step: all steps before it have their time, it has no mutu baku at all."""
    if len(langkah) < _CUKUP:
        return False
    *before, last = langkah
    mutu_baku = (last.kelengkapan, last.waktu, last.output)
    return not any(mutu_baku) and all(step.waktu is not None for step in before)


def _langkah(
    lokasi: str,
    row: RawStep,
    columns: Sequence[Pelaksana] | None,
    menit_per: Mapping[str, float] | None,
    no: int | None,
    catatan: Catatan,
) -> Langkah:
    """One step; ``columns`` is None where the source carries no symbols."""
    return Langkah(
        no=no,
        uraian=_teks(f"{lokasi}/uraian", row.uraian, catatan) or "",
        pelaksana=None if columns is None else _tanda(f"{lokasi}/pelaksana", row.tanda, columns, catatan),
        kelengkapan=_teks(f"{lokasi}/kelengkapan", row.kelengkapan, catatan),
        waktu=_waktu(f"{lokasi}/waktu", row.waktu, menit_per, catatan),
        output=_teks(f"{lokasi}/output", row.output, catatan),
        keterangan=_teks(f"{lokasi}/keterangan", row.keterangan, catatan),
    )


def _dengan_pelaku(
    lokasi: str,
    langkah: Langkah,
    row: RawStep,
    columns: Sequence[Pelaksana],
    unit: str | None,
    dipakai: bool,
    catatan: Catatan,
) -> Langkah:
    """The step; an actor without a symbol whom its words name is a witness "pelaku_tersirat", or its actor if that counts."""
    hasil = None if langkah.pelaksana or not row.uraian else pelaku.tersirat(row.uraian.text, columns, unit)
    if hasil is None or row.uraian is None:
        return langkah
    catatan.saksi.append(Saksi(f"{lokasi}/pelaksana", "pelaku_tersirat", hasil.nilai))
    catatan.bagian(f"{lokasi}/pelaksana" + "/0" * dipakai, row.uraian, hasil.bagian[""])
    return (
        langkah.model_copy(update={"pelaksana": [Tanda(id=hasil.nilai, simbol=None)]}) if dipakai else langkah
    )


def _number_sources(steps: Sequence[RawStep]) -> list[RawField | None]:
    """For each step the printed number that a missing one would be counted from: the last before it, else the first."""
    shown = [row.no if row.no and any(map(str.isalnum, row.no.text)) else None for row in steps]
    source = next(filter(None, shown), None)
    sources = []
    for no in shown:
        sources.append(source)
        source = no or source
    return sources


def _note_number(
    lokasi: str, row: RawStep, number: Reading[int | None], source: RawField | None, catatan: Catatan
) -> None:
    """Evidence of a step number: its own cell, or for an inferred one its source, or without one the step."""
    catatan.dengar(lokasi, number)
    raw = row.no if row.no and number.cara != INFERENSI else source or row.uraian
    if number.nilai is not None and raw is not None:
        catatan.asal(lokasi, raw, number.cara, number.keyakinan)


def _teks(lokasi: str, raw: RawField | None, catatan: Catatan) -> str | None:
    if raw is None:
        return None
    hasil = sel.parse(raw.text)
    if hasil.nilai is not None:
        catatan.nilai(lokasi, raw, hasil)
    return hasil.nilai


def _waktu(
    lokasi: str, raw: RawField | None, menit_per: Mapping[str, float] | None, catatan: Catatan
) -> Waktu | None:
    if raw is None:
        return None
    hasil = waktu.parse(raw.text, menit_per)
    if hasil.nilai is None:
        catatan.dengar(lokasi, hasil)
    else:
        catatan.nilai(lokasi, raw, hasil)
    return hasil.nilai


def _tanda(
    lokasi: str, marks: Sequence[RawMark], columns: Sequence[Pelaksana], catatan: Catatan
) -> list[Tanda]:
    """The actors of a step, one symbol each; a known symbol counts before a mere mark in the same cell."""
    chosen: dict[int, RawMark] = {}
    for mark in marks:
        known = chosen.get(mark.kolom)
        if 0 <= mark.kolom < len(columns) and (known is None or (mark.simbol and not known.simbol)):
            chosen[mark.kolom] = mark
    for place, mark in enumerate(chosen.values()):
        cara = INFERENSI if mark.disimpulkan else GAMBAR
        catatan.asal(f"{lokasi}/{place}", RawField(mark.span, cara, mark.keyakinan))
        if mark.asing:
            catatan.saksi.append(Saksi(f"{lokasi}/{place}", "simbol_asing", mark.simbol or ""))
    return [
        Tanda(id=columns[mark.kolom].id, simbol=_SIMBOL.get(mark.simbol or "")) for mark in chosen.values()
    ]


def _says_something(row: RawStep, columns: Sequence[Pelaksana]) -> bool:
    """Whether a row holds more than its number."""
    cells = (row.uraian, row.output, row.kelengkapan, row.keterangan)
    if any(cell is not None and sel.parse(cell.text).nilai is not None for cell in cells):
        return True
    if row.waktu is not None and waktu.parse(row.waktu.text).nilai is not None:
        return True
    return any(0 <= mark.kolom < len(columns) for mark in row.tanda)


def _total(row: RawStep) -> str | None:
    """The duration that a summing-up row states, "" if it leaves it open; None for a step."""
    texts = [sel.parse(cell.text).nilai if cell else None for cell in (row.no, row.uraian)]
    match = next((found for text in texts if text and (found := _total_pattern().match(text))), None)
    if match is None:
        return None
    beside = [sel.parse(cell.text).nilai for cell in (row.uraian, row.kelengkapan, row.output) if cell]
    stated = [text for text in (match[1], *beside) if text and text != match.string and _KATA.search(text)]
    times = [lama.teks for text in stated if (lama := waktu.parse(text).nilai) and lama.nilai is not None]
    if len(times) < len(stated):
        return None  # "Jumlah pemohon dicatat" is a step
    hasil = waktu.parse(row.waktu.text).nilai if row.waktu else None
    return hasil.teks if hasil else next(iter(times), "")


@cache
def _total_pattern() -> re.Pattern[str]:
    data = table("prosedur")["total"]
    awal, sambungan = "|".join(data["awal"]), "|".join(data["sambungan"])
    return re.compile(rf"\s*(?:{awal})\b(?:\s+(?:{sambungan})\b)*\s*[:=.]?\s*(.*)", re.IGNORECASE | re.DOTALL)


def _spilling(notes: Sequence[str | None]) -> list[tuple[int, int]]:
    """First and last numbered row of each note that goes on in the rows below the one where it begins."""
    spans: list[tuple[int, int]] = []
    open_ = False
    last, before = 0, ""
    for place, note in enumerate(notes):
        numbers = [int(number) for number in _BUTIR.findall(note or "")]
        goes_on = (
            bool(numbers)
            and bool(before)
            and (numbers[0] == last + 1 > 1 or (numbers[0] == 1 and before.endswith(":")))
        )
        if goes_on:
            spans = [*spans[:-1], (spans[-1][0], place)] if open_ else [*spans, (place - 1, place)]
            open_ = True
        elif not note or numbers:
            open_ = False
        last = numbers[-1] if numbers else last if note else 0
        before = note or ""
    return spans

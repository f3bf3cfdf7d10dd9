"""The procedure: actor columns and steps."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import get_args

from extractors.raw import RawField, RawMark, RawStep
from normalizers import pelaksana, sel, urutan, waktu
from normalizers.bukti import Catatan
from normalizers.data import table
from normalizers.model import Langkah, Pelaksana, Simbol, Tanda, Waktu
from normalizers.reading import INFERENSI, Reading, Saksi

_SIMBOL: Mapping[str, Simbol] = {simbol: simbol for simbol in get_args(Simbol)}
_BUTIR = re.compile(r"(?:^|(?<=[\s,;:]))(\d{1,2})[.)]\s*(?=[^\W\d_])")


def parse_kolom(headings: Sequence[RawField], unit: str | None, catatan: Catatan) -> list[Pelaksana]:
    """The actor columns, left to right, each with an id of its own."""
    readings = pelaksana.kolom([heading.text for heading in headings], unit)
    for place, (heading, hasil) in enumerate(zip(headings, readings, strict=True)):
        catatan.nilai(f"/pelaksana/{place}", heading, hasil)
    return [hasil.nilai for hasil in readings]


def parse(
    rows: Sequence[RawStep],
    columns: Sequence[Pelaksana],
    bersimbol: bool,
    menit_per: Mapping[str, float] | None,
    catatan: Catatan,
) -> list[Langkah]:
    """The steps; rows that say nothing are left out, and a row that sums up the time is a witness "total_waktu".

    Args:
        rows: the rows as read.
        columns: the actor columns that marks count from 0.
        bersimbol: whether the source carries symbols; without them no step names its actor.
        menit_per: working minutes of each unit of time, None for the defaults.
        catatan: takes the evidence and the witnesses.
    """
    steps: list[RawStep] = []
    for row in rows:
        total = _total(row)
        if total is not None:
            catatan.saksi.append(Saksi("/prosedur", "total_waktu", total))
        elif _says_something(row):
            steps.append(row)
    numbers = urutan.parse([row.no.text if row.no else None for row in steps])
    symbols = columns if bersimbol else None
    langkah = [
        _langkah(f"/prosedur/{place}", row, symbols, menit_per, number, catatan)
        for place, (row, number) in enumerate(zip(steps, numbers, strict=True))
    ]
    _note_numbers(steps, numbers, catatan)
    catatan.saksi.extend(
        Saksi(f"/prosedur/{place}/keterangan", "catatan_meluber", "")
        for place in _spilling([step.keterangan for step in langkah])
    )
    return langkah


def _langkah(
    lokasi: str,
    row: RawStep,
    columns: Sequence[Pelaksana] | None,
    menit_per: Mapping[str, float] | None,
    number: Reading[int | None],
    catatan: Catatan,
) -> Langkah:
    """One step; ``columns`` is None where the source carries no symbols."""
    return Langkah(
        no=number.nilai,
        uraian=_teks(f"{lokasi}/uraian", row.uraian, catatan) or "",
        pelaksana=None if columns is None else _tanda(f"{lokasi}/pelaksana", row.tanda, columns, catatan),
        kelengkapan=_teks(f"{lokasi}/kelengkapan", row.kelengkapan, catatan),
        waktu=_waktu(f"{lokasi}/waktu", row.waktu, menit_per, catatan),
        output=_teks(f"{lokasi}/output", row.output, catatan),
        keterangan=_teks(f"{lokasi}/keterangan", row.keterangan, catatan),
    )


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
    found: list[Tanda] = []
    for mark in marks:
        if not 0 <= mark.kolom < len(columns):
            continue
        tanda = Tanda(id=columns[mark.kolom].id, simbol=_SIMBOL.get(mark.simbol or ""))
        if tanda not in found:
            catatan.asal(f"{lokasi}/{len(found)}", RawField(mark.span, "simbol", mark.keyakinan))
            found.append(tanda)
    return found


def _note_numbers(steps: Sequence[RawStep], numbers: Sequence[Reading[int | None]], catatan: Catatan) -> None:
    """Evidence of the step numbers; an inferred one cites the number that it was counted from."""
    printed = [step.no for step in steps]
    for place, (step, number) in enumerate(zip(steps, numbers, strict=True)):
        lokasi = f"/prosedur/{place}/no"
        catatan.dengar(lokasi, number)
        before = (raw for raw in (*reversed(printed[:place]), *printed[place + 1 :]) if raw)
        source = step.no if number.cara != INFERENSI else next(before, step.uraian)
        if number.nilai is not None and source is not None:
            catatan.asal(lokasi, source, number.cara, number.keyakinan)


def _says_something(row: RawStep) -> bool:
    """Whether a row holds more than its number."""
    cells = (row.uraian, row.kelengkapan, row.waktu, row.output, row.keterangan)
    return bool(row.tanda) or any(cell is not None and any(map(str.isalnum, cell.text)) for cell in cells)


def _total(row: RawStep) -> str | None:
    """The duration that a summing-up row states, "" if it leaves it open; None for a step."""
    first = next((cell for cell in (row.uraian, row.no, row.kelengkapan) if cell and cell.text.strip()), None)
    match = _total_pattern().match(first.text) if first else None
    if not match:
        return None
    rest = (match[1], row.waktu.text if row.waktu else "", row.output.text if row.output else "")
    stated = next((text for text in rest if any(map(str.isalnum, text))), "")
    hasil = waktu.parse(stated)
    if stated and (hasil.nilai is None or hasil.nilai.nilai is None):
        return None  # "Jumlah pemohon dicatat" is a step
    return hasil.nilai.teks if hasil.nilai else ""


@cache
def _total_pattern() -> re.Pattern[str]:
    data = table("prosedur")["total"]
    awal, sambungan = "|".join(data["awal"]), "|".join(data["sambungan"])
    return re.compile(rf"\s*(?:{awal})\b(?:\s+(?:{sambungan})\b)*\s*[:=.]?\s*(.*)", re.IGNORECASE | re.DOTALL)


def _spilling(notes: Sequence[str | None]) -> Iterator[int]:
    """Steps at which a numbered note begins that goes on in the rows below it."""
    begun: int | None = None  # first row of the note at hand, once it is known to spill
    last, before = 0, ""
    for place, note in enumerate(notes):
        numbers = [int(number) for number in _BUTIR.findall(note or "")]
        goes_on = (
            bool(numbers)
            and bool(before)
            and (numbers[0] == last + 1 > 1 or (numbers[0] == 1 and before.endswith(":")))
        )
        if goes_on and begun is None:
            begun = place - 1
            yield begun
        if not note or (numbers and not goes_on):
            begun = None
        last = numbers[-1] if numbers else last if note else 0
        before = note or ""

"""The regulations that one item of a legal basis cites: kind, body, number, year, subject, gazettes.

An item is made ready (``naskah``), split where another regulation begins, and each part is
read (``kutipan``). What only other items or the document can tell, as a region that is not
named, is for ``dasar_hukum`` to say.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from extractors.spans import GLUE, Span
from normalizers import kutipan, lembaga, naskah, nomor_peraturan, perubahan, prose
from normalizers.data import table
from normalizers.kutipan import PANJANG_KEPALA, Isi, Kutipan, memulai
from normalizers.model import DasarHukum
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI, Bagian, Reading, Saksi

_PANJANG_LAZIM = 2000  # longer items are rare and would only fill the cache
_PANJANG_BUTIR = 20_000  # a list item is never that long: not a legal basis, but text that strayed into it
_YAKIN = {APA_ADANYA: 1.0, KOREKSI: 0.9, INFERENSI: 0.8}

_SAMBUNG = frozenset(table("ejaan_hukum")["sambung"]["kata"])
_KATA_TERAKHIR = re.compile(r"([^\W\d_]+)\W*$")
_GANTI_BARIS = re.compile(r"[\n\x1d\x1e]\s*(?:\d{1,2}\s*[.)]\s*)?(?=[A-Za-z])")
_TERPENGGAL = re.compile(
    r"[^\W\d_]-\s*\Z"
)  # "Undang-" at the end of a line: its second half begins no regulation
_PEMISAH = re.compile(
    r"(?:(?:[;,.]\s*(?:(?:dan|serta)\s+)?|\b(?:dan|serta)\s+|&\s+)(?:\(?\d{1,2}\s*[.)]\s*)?"
    r"|\s\(?\d{1,2}\s?[.)]\s*|\s/\s)(?=[A-Za-z])"
)
_ANGKA_TAHUN = re.compile(r"\d{4}")
_SELA_JUDUL = 4  # "…/2014, tentang": what may stand between a number and its subject
_TEPI_KIRI = re.compile(
    r"(?:[\s;,.:\-–—•*]+|\(?(?:\d{1,2}\s*[.)]\s*|[a-z]\s?[.)](?:\s+|(?=[A-Z])))(?=[A-Za-z]))+"
)
_TEPI_KANAN = " ;,.:-–—"
_KATA_AKHIR = (" dan", " serta", " &")


def parse(text: str) -> list[Reading[DasarHukum]]:
    """The regulations that an item cites, usually one; an item that cites none gives one without fields.

    ``teks`` is the item's part for this regulation, cleaned; ``bagian`` tells where that and jenis,
    lembaga, nomor, tahun, tentang, lembaran and each change ("diubah_dengan/0") stand in the given text. A body or kind under a wrong
    name has the witness "lembaga_salah" or "jenis_salah" with the name as printed. Text without a
    letter or digit gives an empty list. Reading ``teks`` again gives the same fields.
    """
    if len(text) <= _PANJANG_LAZIM:
        return list(_parse(text))
    clean = prose.bersih(text)
    if len(clean) > _PANJANG_BUTIR:
        return [Reading(DasarHukum(teks=clean), bagian={"teks": Bagian(0, len(text))})]
    return list(_parse.__wrapped__(text))


@lru_cache(maxsize=4096)
def _parse(text: str) -> tuple[Reading[DasarHukum], ...]:
    parts = (part for block in _blok(text) for part in _pisah(block))
    return tuple(_hasil(text, part, kutipan.baca(part.text)) for part in parts)


# --- where one regulation ends and another begins ---


def _blok(text: str) -> Iterator[Span]:
    """The text made ready, in pieces where the source breaks the line before another regulation."""
    start = 0
    for match in _GANTI_BARIS.finditer(text):
        before, at = match.span()
        if _terpenggal(text, start, match):
            continue
        if memulai(text, at) and not _disambung(text, start, before) and _ada_kutipan(text, start, before):
            yield _siapkan(text, start, before)
            start = at
    yield _siapkan(text, start, len(text))


def _terpenggal(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a line ends within a word: at "Undang-", or at an "Undang" before another, whose hyphen was not read."""
    before, at = match.span()
    if _TERPENGGAL.search(text, max(start, before - 3), before):
        return True
    kata = _KATA_TERAKHIR.search(text, max(start, before - 30), before)
    return kata is not None and text[at : at + len(kata[1])].casefold() == kata[1].casefold()


def _siapkan(text: str, start: int, end: int) -> Span:
    if (start, end) == (0, len(text)):
        return naskah.siapkan(text)
    span = naskah.siapkan(text[start:end])
    return Span(span.text, [offset if offset == GLUE else offset + start for offset in span.offsets])


def _pisah(span: Span) -> Iterator[Span]:
    """The parts of a line that cite one regulation each, without numbering and separators at their ends."""
    if left := _TEPI_KIRI.match(span.text):
        span = span.cut(left.end())
    text, start = span.text, 0
    several = len(_ANGKA_TAHUN.findall(text)) > 1  # each has its year, so most items are done here
    for match in _PEMISAH.finditer(text) if several else ():
        if lembaga.starts_kind(text, match.end()) and _terpisah(text, start, match):
            yield from _tepi(span.cut(start, match.start()))
            start = match.end()
    yield from _tepi(span.cut(start) if start else span)


def _tepi(span: Span) -> Iterator[Span]:
    text = span.text.rstrip(_TEPI_KANAN)
    while text.endswith(_KATA_AKHIR):  # "…; dan": the list goes on
        text = text.rpartition(" ")[0].rstrip(_TEPI_KANAN)
    if not any(map(str.isalnum, text)):
        return
    span = span.cut(0, len(text)) if len(text) < len(span.text) else span
    if not all(char.isalnum() or char in "()" for char in (text[0], text[-1])):
        again = naskah.siapkan_lagi(span)  # "… ·;"
        if again.text != text:
            yield from _pisah(again)
            return
    yield span


def _terpisah(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a separator stands between two regulations of their own, not inside the statement of one."""
    before, at = match.span()
    if not memulai(text, at) or _disambung(text, start, before):
        return False
    own = lembaga.kepala(text, start, min(start + PANJANG_KEPALA, before))
    if own is None and nomor_peraturan.cari(text, start, before) is None:
        return False
    if ";" in match[0]:
        return True
    other = lembaga.kepala(text, at, min(at + PANJANG_KEPALA, len(text)))
    same = own is not None and other is not None and kutipan.setingkat(own.kode, other.kode)
    if kutipan.awal_perubahan(text, start, before) < before:  # "… diubah dengan UU 2/2015 dan UU 9/2015"
        return not same or _sendiri(text, at)
    tentang = kutipan.cari_tentang(text, start, before)
    if tentang is None or nomor_peraturan.cari(text, tentang[1], before) is None:
        return True
    # "tentang Pelaksanaan UU Nomor 6 Tahun 2014 dan UU Nomor …": the subject names both
    mencabut = text[tentang[1] :].lower().startswith("pencabutan")
    return kutipan.cari_tentang(text, at, len(text)) is not None and not (same and mencabut)


def _sendiri(text: str, at: int) -> bool:
    """Whether a regulation behind a change of another is one of its own: "…, UU 30/2014 tentang Administrasi …"."""
    tentang = kutipan.cari_tentang(text, at, len(text))
    nomor = nomor_peraturan.cari(text, at, len(text))
    if tentang is None or nomor is None or nomor.start > tentang[0] or tentang[0] - nomor.end > _SELA_JUDUL:
        return False
    return not text[tentang[1] :].lower().startswith(("perubahan", "penetapan"))


def _disambung(text: str, start: int, end: int) -> bool:
    """Whether the word before a position joins what follows to the statement: "Perubahan atas"."""
    word = _KATA_TERAKHIR.search(text, max(start, end - 30), end)
    return word is not None and word[1].lower() in _SAMBUNG


def _ada_kutipan(text: str, start: int, end: int) -> bool:
    """Whether what stands between two positions begins with a regulation, its number included."""
    kata = lembaga.words(text, start, end)
    return bool(kata) and memulai(text, kata[0].start, end)


# --- the reading of a part ---


def _hasil(raw: str, span: Span, found: Kutipan | None) -> Reading[DasarHukum]:
    whole = _bagian(raw, span, Isi(None, (0, len(span.text))))
    if found is None:
        return Reading(DasarHukum(teks=span.text), whole.cara, whole.keyakinan, {"teks": whole})
    ubah = perubahan.cari(span.text, found)
    dasar = DasarHukum(
        teks=span.text,
        jenis=found.jenis.nilai if found.jenis else None,
        lembaga=found.lembaga.nilai if found.lembaga else None,
        nomor=found.nomor.nilai if found.nomor else None,
        tahun=found.tahun.nilai if found.tahun else None,
        tentang=found.tentang.nilai if found.tentang else None,
        lembaran=found.lembaran.nilai if found.lembaran else [],
        diubah_dengan=[isi.nilai for isi in ubah],
    )
    parts: dict[str, Isi[Any] | None] = {
        "jenis": found.jenis,
        "lembaga": found.lembaga,
        "nomor": found.nomor,
        "tahun": found.tahun,
        "tentang": found.tentang,
        "lembaran": found.lembaran,
        **{f"diubah_dengan/{place}": isi for place, isi in enumerate(ubah)},
    }
    bagian = {key: _bagian(raw, span, isi) for key, isi in parts.items() if isi}
    bagian["teks"] = whole
    saksi: list[Saksi] = []
    for key, salah in (("jenis", lembaga.jenis_salah), ("lembaga", lembaga.nama_salah)):
        place = bagian.get(key)
        if place is None or place.cara == APA_ADANYA:
            continue
        printed = prose.bersih(raw[place.start : place.end])
        if salah(printed):  # "Pemberdayaan Aparatur Negara"
            bagian[key] = replace(place, cara=KOREKSI, keyakinan=_YAKIN[KOREKSI])
            saksi.append(Saksi(f"/{key}", f"{key}_salah", printed))
    return Reading(dasar, whole.cara, whole.keyakinan, bagian, tuple(saksi))


def _bagian(raw: str, span: Span, isi: Isi[Any]) -> Bagian:
    """The place of a part in the raw text; repaired as well where it is printed otherwise there."""
    start, end = isi.di
    offsets = span.offsets[start:end]
    if isinstance(offsets, range):
        return Bagian(offsets.start, offsets.stop, isi.cara, _YAKIN[isi.cara])
    read = [offset for offset in offsets if offset != GLUE]
    first, last = (read[0], read[-1] + 1) if read else (0, 0)
    same = prose.bersih(raw[first:last]) == span.text[start:end]
    cara = isi.cara if same or isi.cara == INFERENSI else KOREKSI
    return Bagian(first, last, cara, _YAKIN[cara])

"""Dates: text to ISO 8601, whole or partial, and back.

An impossible day of the calendar is never repaired: the value stays empty and a witness
tells what was written.
"""

import datetime
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from normalizers import fuzzy
from normalizers.data import table
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI, Bagian, Reading, Saksi

MUSTAHIL = "tanggal_mustahil"
"""Kind of witness: a date is written that no calendar has."""
BUKAN_TANGGAL = "bukan_tanggal"
"""Kind of witness: something is written, and it is no date."""
LAIN = "tanggal_lain"
"""Kind of witness: a further date in the same text."""

_KEYAKINAN = {APA_ADANYA: 1.0, KOREKSI: 0.9, INFERENSI: 0.9}
_KEYAKINAN_RAGU = 0.6
_GLIF = str.maketrans("OoQlI|!iSsZzBgG", "000111115522896")
_D = r"[0-9OolI|!g]"
_Y = r"[0-9OoQlI|!SsZzB]{4}"
_TEPI_KIRI, _TEPI_KANAN = r"(?<![\w/.,-])", r"(?![\w/]|[-.,]\d)"

_KOSONG = re.compile(r"[\W_]*")
_BERISI = re.compile(r"\w")
_ISO = re.compile(rf"{_TEPI_KIRI}(\d{{4}})-(\d\d)(?:-(\d\d)(?:[T ][\d:.]+)?)?{_TEPI_KANAN}")
_ANGKA = re.compile(
    rf"{_TEPI_KIRI}({_D}{{1,2}})\s*([-–—/.])\s*({_D}{{1,2}}|[IVX]+)\s*\2\s*({_Y}|\d\d){_TEPI_KANAN}"
)
_HURUF = r"[^\W\d_]"
_BULAN = rf"([0O]?{_HURUF}[\w.]{{0,12}}?)"
_NAMA = re.compile(
    rf"(?:(?<![\w/])({_D}{{1,2}})\s*[-/., ]*\s*(?:bulan\s+)?|(?<!\w)){_BULAN}(?:\s*[-/.,]\s*|\s+|(?=\d))"
    rf"(?:tahun\s+)?({_Y}|['’]?\d\d)(?![\w/]|-\d)",
    re.IGNORECASE,
)
_INGGRIS = re.compile(rf"(?<!\w)({_HURUF}{{3,9}})\.?\s+(\d{{1,2}}),\s*(\d{{4}})(?!\w)")
_BULAN_TAHUN = re.compile(r"(\d\d?)\s*[/-]\s*(\d{4})")
_BULAN_PENDEK = re.compile(r"([^\W\d_]{3,9})-['’]?(\d\d)")
"""A month as spreadsheets show it: "Des-21"."""
_TERBALIK = re.compile(r"(\d{4})[/.](\d\d?)[/.](\d\d?)")
_BERSPASI = re.compile(r"(\d\d) (\d\d) (\d{4})")
_TAHUN = re.compile(rf"(?:tahun\s+)?({_Y})", re.IGNORECASE)
_ROMAWI = {
    r: n for n, r in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"], 1)
}


@lru_cache(maxsize=4096)
def parse(text: str) -> Reading[str | None]:
    """The first date of the text as ``2024-01-14``, ``2024-01`` or ``2024``; None where it states none.

    Dashes, dots and blanks are an empty field. ``bagian["tanggal"]`` is the place of the date.
    """
    if _KOSONG.fullmatch(text):
        return Reading(None)
    found = list(_temukan(text))
    if not found:
        return Reading(None, saksi=(Saksi("", BUKAN_TANGGAL, " ".join(text.split())),))
    value, cara, start, end = found[0]
    if value is None:
        return Reading(None, saksi=(Saksi("", MUSTAHIL, " ".join(text[start:end].split())),))
    others = tuple(Saksi("", LAIN, other) for other, *_ in found[1:] if other not in (None, value))
    keyakinan = _KEYAKINAN_RAGU if others else _KEYAKINAN[cara]
    return Reading(value, cara, keyakinan, {"tanggal": Bagian(start, end, cara, keyakinan)}, others)


def tulis(iso: str) -> str:
    """An ISO date, whole or partial, in words: ``14 Januari 2024``, ``Januari 2019``, ``2019``."""
    year, _, rest = iso.partition("-")
    if not rest:
        return year
    month, _, day = rest.partition("-")
    name = str(table("bulan")["bulan"][int(month) - 1]["nama"])
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


_Temuan = tuple[str | None, str, int, int]


def _temukan(text: str) -> Iterator[_Temuan]:
    """Every date of the text in order: value (None when impossible), cara, start, end."""
    found = [hit for finder in (_dengan_nama, _dengan_angka) for hit in finder(text)]
    if found:
        yield from sorted(found, key=lambda hit: hit[2])
        return
    # A bare number is a date only when it is all there is: "700/16/2024" is not.
    stripped = text.strip(" \t\n.…:/_-")
    start = text.find(stripped)
    if match := _BULAN_TAHUN.fullmatch(stripped):
        yield _susun(match[2], int(match[1]), None, APA_ADANYA, (start, start + len(stripped)))
    elif (match := _BULAN_PENDEK.fullmatch(stripped)) and (month := _bulan(match[1])):
        yield _susun(match[2], month[0], None, month[1], (start, start + len(stripped)))
    elif match := _TERBALIK.fullmatch(stripped):
        yield _susun(match[1], int(match[2]), match[3], APA_ADANYA, (start, start + len(stripped)))
    elif match := _BERSPASI.fullmatch(stripped):
        yield _susun(match[3], int(match[2]), match[1], APA_ADANYA, (start, start + len(stripped)))
    elif (match := _TAHUN.fullmatch(stripped)) and sum(map(str.isdigit, match[1])) > 1:
        yield _susun(match[1], None, None, APA_ADANYA, (start, start + len(stripped)))


def _dengan_nama(text: str) -> Iterator[_Temuan]:
    """Dates with the month in words."""
    if not _BERISI.search(text):
        return
    position = 0
    while match := _NAMA.search(text, position):
        day: str | None = match[1]
        month = _bulan(match[2])
        if day and day[-1] in "0O" and match.end(1) == match.start(2) and (not month or month[1]):
            month, day = _bulan(day[-1] + match[2]), day[:-1] or None  # "0ktober"
        position = match.end() if month else match.end(2)
        if month is None or not _berangka(match[3]):
            continue
        if day is None and len(match[3]) == 2:  # "Mei 21" is a day as well as a year
            continue
        yield _susun(match[3].lstrip("'’"), month[0], day, month[1], match.span())
    for match in _INGGRIS.finditer(text):
        if month := _bulan(match[1]):
            yield _susun(match[3], month[0], match[2], month[1], match.span())


def _dengan_angka(text: str) -> Iterator[_Temuan]:
    """Dates in figures, day first, or in ISO form."""
    for match in _ISO.finditer(text):
        yield _susun(match[1], int(match[2]), match[3], APA_ADANYA, match.span())
    for match in _ANGKA.finditer(text):
        month, cara = _ROMAWI.get(match[3]), APA_ADANYA
        if month is None:
            figures = match[3].translate(_GLIF)
            month, cara = (
                int(figures) if figures.isdecimal() else 0,
                APA_ADANYA if match[3].isdigit() else KOREKSI,
            )
        if _berangka(match[1] + match[4]):
            yield _susun(match[4], month, match[1], cara, match.span())


def _berangka(text: str) -> bool:
    """Whether look-alike letters are few enough to be misread digits."""
    return 2 * sum(map(str.isdigit, text)) >= len(text.lstrip("'’"))


def _susun(tahun: str, bulan: int | None, hari: str | None, cara: str, span: tuple[int, int]) -> _Temuan:
    """One date from its parts as read."""
    year, day = tahun.translate(_GLIF), None if hari is None else hari.translate(_GLIF)
    if year != tahun or day != hari:
        cara = KOREKSI
    if not year.isdecimal() or not (day or "1").isdecimal():
        return None, cara, *span
    if len(year) == 2:
        year, cara = f"20{year}", cara or INFERENSI
    return _iso(int(year), bulan, None if day is None else int(day)), cara, *span


def _iso(year: int, month: int | None, day: int | None) -> str | None:
    if not 1900 <= year <= 2199:
        return None
    if month is None:
        return f"{year}"
    try:
        date = datetime.date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return date.isoformat() if day is not None else f"{year}-{month:02}"


@lru_cache(maxsize=1024)
def _bulan(word: str) -> tuple[int, str] | None:
    """The number of a month and whether its name had to be repaired."""
    written = word.lower().replace(".", "")
    folded = written.replace("0", "o").replace("1", "l")
    names, damaged = _nama_bulan()
    if folded in names:
        return names[folded], APA_ADANYA if folded == written else KOREKSI
    if folded in damaged:
        return damaged[folded], KOREKSI
    long_names = [name for name in names if len(name) >= 6]
    near = fuzzy.nearest(folded, long_names, 1) if len(folded) >= 6 else None
    return (names[near], KOREKSI) if near else None


@cache
def _nama_bulan() -> tuple[dict[str, int], dict[str, int]]:
    """Months by legitimate and by damaged spelling, lower case."""
    months = table("bulan")["bulan"]
    names = {name.lower(): m["nomor"] for m in months for name in (m["nama"], *m["alias"])}
    return names, {name: m["nomor"] for m in months for name in m["rusak"]}

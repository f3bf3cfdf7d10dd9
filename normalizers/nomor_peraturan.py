"""Number and year of a regulation, as a citation writes them.

"Nomor 23 Tahun 2014", "No. 35/2012", "UU 23/2014", "KEP/135/M.PAN/9/2004", "No.24 TA.2013".
Digits are taken as read: a year that cannot be stays what it is.
"""

import re
from dataclasses import dataclass, replace

from normalizers.data import table

_TANDA: dict[str, list[str]] = table("ejaan_hukum")["tanda"]
_NOMOR_KATA, _TAHUN_KATA = ("|".join(map(re.escape, _TANDA[kind])) for kind in ("nomor", "tahun"))

_KATA = re.compile(rf"\b(?:{_NOMOR_KATA})\b[\s.:…_\-]*", re.IGNORECASE)
# "KEP/428,30/2020": a worn point; one between two regulations ("23/2014,9/2015") stands behind a year.
_KOMA = r"(?<=\d)(?<!\d{4}),(?=\d+/)"
_RUAS = rf"(?!(?:{_TAHUN_KATA})\b)\w(?:[\w.&]|{_KOMA})*(?:-\s?\w[\w.&]*)*"
# Nearly every citation: "53 Tahun 2014".
_LAZIM = re.compile(r"([1-9]\d{0,3}) [Tt]ahun ((?:19|20)\d\d)(?![\d/])")
_KODE = re.compile(rf"{_RUAS}(?:\s*/\s*{_RUAS})+", re.IGNORECASE)
_KODE_LEPAS = re.compile(rf"(?<![\w/.\-]){_RUAS}(?:\s*/\s*{_RUAS}){{2,}}", re.IGNORECASE)
# A pair is number and year only if nothing of a code follows: 35/2012, but not 35/2012/SE.
_PASANGAN = re.compile(r"(\d{1,4})\s*/\s*((?:19|20|21)\d\d)(?!\w|\s*/|[.\-]\w)")
# "2 3 Tahun 2014", "12 A Tahun 2010"
_RENGGANG = re.compile(rf"(?:\d(?:\s\d){{1,3}}|\d+\s[a-z])(?=[\s,]*(?:{_TAHUN_KATA})\b)", re.IGNORECASE)
# "PM 33 Tahun 2016": the ministry's letters belong to the number
_BERAWALAN = re.compile(rf"[A-Z]{{1,3}}\.?\s?\d{{1,4}}(?=[\s,]*\b(?:{_TAHUN_KATA})\b)", re.IGNORECASE)
_POLOS = re.compile(
    rf"(?=[\w.\-]{{0,12}}\d)\w[\w\-]*(?:\.(?!{_TAHUN_KATA})[\w\-]+)*|[lI|](?![\w|])", re.IGNORECASE
)
_ANGKA_TAHUN = r"((?:1\s?9|2\s?0)\s?\d\s?\d(?!\s?\d)|\d{3,5}(?!\d))"
_TAHUN = re.compile(rf"[\s,./(]*\b(?:{_TAHUN_KATA})\b[\s.:…_\-]*{_ANGKA_TAHUN}?", re.IGNORECASE)
# A damaged word for the year: "Tb. 2008", "Thu 2012".
_TAHUN_RUSAK = re.compile(
    r"[\s,./(]*\b(?!tentang|ttg|tgl|tanggal)t[a-z]{1,4}\b[\s.:]*((?:19|20)\d\d)(?!\d)", re.IGNORECASE
)
_TAHUN_DI_DEPAN = re.compile(rf"\btahun\s+{_ANGKA_TAHUN}[\s,]*$", re.IGNORECASE)
_TANGGAL = re.compile(
    r"[\s,]*\b(?:tanggal|tgl)\b\.?\s*\d{1,2}[\s\-/.]+\w+[\s\-/.]+((?:19|20)\d\d)\b", re.IGNORECASE
)
_TANPA_KATA = re.compile(
    rf"(?<![\w/.\-])(?!(?:19|20)\d\d)(\d{{1,4}}[a-z]?)(?:\s*/\s*|[\s,.]*\b(?:{_TAHUN_KATA})\b[\s.:]*)((?:19|20|21)\d\d)(?![\w/])",
    re.IGNORECASE,
)
_RUAS_TAHUN = re.compile(r"(?:19|20|21)\d\d")
_BILANGAN = re.compile(r"\d+[A-Za-z]?")
_SATU = re.compile(r"[lLiI|]")
_SATU_ANGKA = re.compile(r"[lLiI|]\s?\d")  # "No. l 2": digits, one of them misread

Tempat = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Nomor:
    """Number and year of a regulation.

    Attributes:
        start: first character of the whole phrase.
        end: one behind the last.
        nomor: digits without leading zeros, or a code as it is; None where it is left open.
        tahun: the year; None where it is not stated.
        di_nomor: place of the number; (0, 0) without one.
        di_tahun: place of the year, inside the code where that states it.
    """

    start: int
    end: int
    nomor: str | None = None
    tahun: int | None = None
    di_nomor: Tempat = (0, 0)
    di_tahun: Tempat = (0, 0)


def cari(text: str, start: int, end: int) -> Nomor | None:
    """The first number of a regulation between two positions; None where there is none.

    A bare "23/2014" or a code of three parts counts without the word "Nomor".
    """
    for kata in _KATA.finditer(text, start, end):
        if found := _di_belakang_kata(text, kata, end):
            return found
    if match := _TANPA_KATA.search(text, start, end):
        return _pasangan(match)
    for kode in _KODE_LEPAS.finditer(text, start, end):
        if any(map(str.isdigit, kode[0])):
            return _dengan_tahun(text, _kode(kode), end)
    return None


def _di_belakang_kata(text: str, kata: re.Match[str], end: int) -> Nomor | None:
    """What stands behind the word "Nomor"; None where neither a number nor a year does."""
    at = kata.end()
    if match := _LAZIM.match(text, at, end):
        return Nomor(kata.start(), match.end(), match[1], int(match[2]), match.span(1), match.span(2))
    nomor: Nomor | None = None
    if match := _PASANGAN.match(text, at, end):
        nomor = _pasangan(match)
    elif (match := _KODE.match(text, at, end)) and any(map(str.isdigit, match[0])):
        nomor = _kode(match)
    elif (match := _BERAWALAN.match(text, at, end)) and not _SATU_ANGKA.match(match[0]):
        nomor = Nomor(match.start(), match.end(), match[0], None, match.span())
    elif match := _RENGGANG.match(text, at, end) or _POLOS.match(text, at, end):
        nomor = Nomor(match.start(), match.end(), _angka(match[0]), None, match.span())
    if nomor is None:
        kosong = _dengan_tahun(text, Nomor(at, at), end)
        return replace(kosong, start=kata.start()) if kosong.tahun is not None else None
    nomor = _dengan_tahun(text, replace(nomor, start=kata.start()), end)
    if nomor.tahun is None and (before := _TAHUN_DI_DEPAN.search(text, 0, kata.start())):
        return replace(nomor, start=before.start(), tahun=_tahun(before[1]), di_tahun=before.span(1))
    return nomor


def _pasangan(match: re.Match[str]) -> Nomor:
    return Nomor(match.start(), match.end(), _angka(match[1]), int(match[2]), match.span(1), match.span(2))


def _kode(match: re.Match[str]) -> Nomor:
    """A code; its last part that is a year is the year."""
    kode = match[0].rstrip(".&")
    start, end = match.start(), match.start() + len(kode)
    nomor = Nomor(start, end, re.sub(r"\s*/\s*", "/", kode), None, (start, end))
    place = end
    for part in reversed(kode.split("/")):
        first = place - len(part)
        if _RUAS_TAHUN.fullmatch(part.strip()):
            first += len(part) - len(part.lstrip())
            return replace(nomor, tahun=int(part), di_tahun=(first, first + 4))
        place = first - 1
    return nomor


def _dengan_tahun(text: str, nomor: Nomor, end: int) -> Nomor:
    """The number with the year that follows it; a year behind a code is the regulation's own."""
    if match := _TAHUN.match(text, nomor.end, end):
        if match[1] is None:
            return replace(nomor, end=match.end())
        return replace(nomor, end=match.end(), tahun=_tahun(match[1]), di_tahun=match.span(1))
    if nomor.tahun is None and (match := _TAHUN_RUSAK.match(text, nomor.end, end)):
        return replace(nomor, end=match.end(), tahun=int(match[1]), di_tahun=match.span(1))
    if nomor.tahun is None and (match := _TANGGAL.match(text, nomor.end, end)):
        return replace(nomor, end=match.end(), tahun=int(match[1]), di_tahun=match.span(1))
    return nomor


def _tahun(text: str) -> int:
    return int("".join(text.split()))


def _angka(text: str) -> str:
    """A number without leading zeros and lost glyphs; a code stays whole."""
    text = "1" if _SATU.fullmatch(text) else "".join(text.split())
    return (text.lstrip("0") or "0") if text[0] == "0" and _BILANGAN.fullmatch(text) else text

"""What surrounds office and name in the block of an officer: labels, place and date, rank, prefix.

Everything that is recognised is blanked, so that what is left keeps its place in the text.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from normalizers import nama, prose
from normalizers.data import table
from normalizers.reading import APA_ADANYA, KOREKSI, Bagian, Saksi

_YAKIN_RUSAK = 0.85
_SEKATA = re.compile(r"[^\W\d_]+")
_AWAL_PEMERINTAH = re.compile(
    r"^[ \t]*pem[^\W\d_]{1,8}[ \t]+(?=(?:provinsi|kabupaten|kota))", re.IGNORECASE | re.MULTILINE
)
_SERPIHAN = (3, 6)
"""Letters of a piece of a word: one that says something by itself is longer, or as long as the word."""
_BULAN = "|".join(
    sorted(
        {n for b in table("bulan")["bulan"] for n in (b["nama"].lower(), *b["alias"])},
        key=lambda n: (-len(n), n),
    )
)
_TANGGAL = rf"(?:\d{{1,2}}|[.…_]+|\s)\s*(?:{_BULAN})(?![^\W\d_])\.?\s*(?:\d{{2,4}}|[.…_]+)?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}"
_DERAU = re.compile(
    rf"""
      \*\* | [_…]+ | \.{{3,}} | \$\{{[^}}\n]*\}} | [\^#]
    | \b(?:di(?:sahkan|tetapkan|keluarkan|buat)\s+(?:di)\s*:?\s*[^\W\d_]+(?:\ [^\W\d_]+)??(?=\s*(?:,|pada|tanggal|\n|$)))
    | \b(?:pada\s+)?(?:tanggal|tgl\.?)\s*:?\s*(?:{_TANGGAL})?
    | [^\W\d_]+\s*,\s*(?:tanggal\s*)?(?:{_TANGGAL})
    | \b(?:di(?:sahkan|tetapkan|setujui|tandatangani)|mengesahkan|menyetujui|mengetahui|tertanda)
      (?:\s+secara\s+elektronik)?(?:\s+oleh)?\b\s*[:,]?
    | \b(?:ttd|dto|cap|stempel|tanda\s+tangan|nama\s+jelas)\b\.?(?:\s*(?:/|dan|&)\s*(?:cap|stempel|ttd)\b)?
    | ^\s*(?:nama|jabatan|pangkat(?:\s*/\s*gol(?:ongan|\.)?(?:\s*ruang)?)?)\s*:
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
_TANPA_NIP = re.compile(r"\bNR[PK]\b[.:\s\d-]*", re.IGNORECASE)
_PENYUSUN = re.compile(
    r"\b(?:" + "|".join(table("jabatan")["kantor"]["penyusun"]).replace(" ", r"\s+") + r")\b", re.IGNORECASE
)
_POKOK_PANGKAT = "|".join(
    re.escape(rank).replace("\\ ", r"\s+")
    for rank in sorted(
        {p.removesuffix(" Tk. I") for p in table("pangkat")["pangkat"].values()}, key=lambda p: -len(p)
    )
)
_PANGKAT = re.compile(
    rf"(?<!\w)({_POKOK_PANGKAT})(\s+(?:tk\.?|tingkat)\s*[I1l](?!\w))?"
    r"(?:\s*[,/-]?\s*\(?\s*(?:gol\.?\s*)?(IV|III|II|I)\s*[./]?\s*([a-e])\b\s*\)?)?(?=[\s.,;)]*(?:$|\n|NIP))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Bacaan:
    """A part of a block, if it has it, with its witnesses and the text that is left.

    Attributes:
        nilai: canonical value.
        bagian: where it stood; None without a value.
        sisa: the text with the part blanked.
    """

    nilai: str | None
    bagian: Bagian | None
    sisa: str
    saksi: tuple[Saksi, ...] = ()


def bersihkan(text: str) -> str:
    """The block without labels, place, date, marks of signature and stamp; its length unchanged."""
    return _TANPA_NIP.sub(_spasi, _DERAU.sub(_spasi, text))


def tanpa_serpihan(text: str, unit: str | None) -> str:
    """The block without the lines that are nothing but a piece of one of its longer words; its length unchanged.

    A stamp repeats the words of the office, and what shows of them beside a signature is read as a line. Only in
    a block that has a line with a title: a short name alone must not be taken for a piece.

    Args:
        text: the block, a line for each printed one.
        unit: the unit as the letterhead names it.
    """
    lines = text.split("\n")
    if not any(nama.bergelar(line) for line in lines):
        return text
    text = _AWAL_PEMERINTAH.sub(_bukan_kata, text)
    lines = text.split("\n")
    words = {word.casefold() for word in _SEKATA.findall(f"{text} {unit or ''}")}
    return "\n".join(" " * len(line) if _serpihan(line.strip(), words) else line for line in lines)


def _bukan_kata(match: re.Match[str]) -> str:
    """Blanks for a piece of the word that opens a letterhead; the word itself stays."""
    whole = match[0].strip().casefold()
    return match[0] if whole in ("pemerintah", "pemerintahan") else _spasi(match)


def _serpihan(line: str, words: Collection[str]) -> bool:
    if not (_SERPIHAN[0] <= len(line) <= _SERPIHAN[1] and line.isalpha() and line.isupper()):
        return False
    piece = line.casefold()
    return any(piece in word and len(word) > len(piece) + 1 for word in words)


def penyusun(text: str) -> str | None:
    """The words that say this officer made the SOP and did not approve it: "Disusun oleh"."""
    match = _PENYUSUN.search(text)
    return " ".join(match[0].split()) if match else None


def pangkat(text: str, end: int) -> Bacaan:
    """The last rank before a place in the text, else one behind it."""
    found = list(_PANGKAT.finditer(text, 0, end)) or list(_PANGKAT.finditer(text, end))
    found = [match for match in found if text[: match.start()].strip()]
    if not found:
        return Bacaan(None, None, text)
    match = found[-1]
    rank = " ".join(match[1].split()).title() + (" Tk. I" if match[2] else "")
    saksi: tuple[Saksi, ...] = ()
    if match[3]:
        grade = table("pangkat")["pangkat"].get(f"{match[3].upper()}/{match[4].lower()}")
        saksi = () if grade in (None, rank) else (Saksi("/pangkat", "golongan", grade),)
    place = Bagian(match.start(), match.end(2) if match[2] else match.end(1))
    return Bacaan(rank, place, text[: match.start()] + _spasi(match) + text[match.end() :], saksi)


def status(text: str) -> Bacaan:
    """The first prefix of an office that the contract knows; all prefixes are blanked."""
    value, place, saksi = None, None, []
    position = 0
    while match := _pola_status().search(text, position):
        position = match.end()
        following = match["kata"]
        if following and prose.ejaan(following.lower()).nilai not in _awal_jabatan():
            continue
        code, damaged = _status()[_lipat(match["bentuk"])]
        written = " ".join(match[0].split())
        if code is None:
            saksi.append(Saksi("/status", "status_lain", written))
        elif value is None:
            cara, sure = (KOREKSI, _YAKIN_RUSAK) if damaged else (APA_ADANYA, 1.0)
            value, place = code, Bagian(match.start(), match.end(), cara, sure)
        if damaged:
            saksi.append(Saksi("/status", "status_rusak", written))
        text = text[: match.start()] + _spasi(match) + text[match.end() :]
    return Bacaan(value, place, text, tuple(saksi))


def tanpa(text: str, bagian: Bagian) -> str:
    """The text with a part of it blanked, its length unchanged."""
    gone = re.sub(r"[^\n]", " ", text[bagian.start : bagian.end])
    return text[: bagian.start] + gone + text[bagian.end :]


def _spasi(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _lipat(form: str) -> str:
    return re.sub(r"[\s.,]", "", form).lower()


@cache
def _status() -> dict[str, tuple[str | None, bool]]:
    """Prefixes, folded without dots and blanks, to code and whether the form is damaged."""
    rows = table("status_jabatan")["status"]
    known = {_lipat(form): (row.get("kode"), True) for row in rows for form in row["rusak"]}
    return known | {_lipat(form): (row.get("kode"), False) for row in rows for form in row["alias"]}


@cache
def _pola_status() -> re.Pattern[str]:
    """A prefix before a word, or before another prefix."""
    rows = table("status_jabatan")["status"]
    forms = sorted({f for row in rows for f in (*row["alias"], *row["rusak"])}, key=lambda f: (-len(f), f))
    loose = "|".join(_longgar(form) for form in forms)
    # "Pj. SEKRETARIS" is not "Pjs." before "EKRETARIS"; "PltKepala" lacks a blank.
    tight = "|".join(re.escape(form) for form in forms)
    return re.compile(
        rf"(?<![\w.])(?P<bentuk>(?:{loose})(?![^\W\d_])|{tight})[.,:]*(?=\s+(?:{loose})[.,]*\s|\s*(?P<kata>[^\W\d_]+))",
        re.IGNORECASE,
    )


@cache
def _awal_jabatan() -> frozenset[str]:
    """The words that an office may begin with."""
    offices = table("jabatan")["kantor"]
    return frozenset(head.split()[0] for head in (*offices["kepala"], *offices["bertempat"]))


def _longgar(form: str) -> str:
    """A pattern for a prefix however dots and blanks stand in it."""
    return r"[.\s]*".join(r"\s" if c == " " else re.escape(c) for c in form if c != ".")

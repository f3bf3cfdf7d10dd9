"""Gazettes: where a regulation was promulgated ("Lembaran Negara Tahun 2014 Nomor 244")."""

import re
from dataclasses import dataclass

from normalizers.model import JenisLembaran, Lembaran

_PENDEK = ("LN", "LD", "BN", "BD")
_ENTRI = re.compile(
    r"\b(?:(?P<tambahan>tambahan\s+)?(?P<buku>(?<=tambahan\s)|lembaran\s+|berita\s+)(?P<milik>negara|daerah)\b"
    r"|(?-i:(?P<pendek>TLN|TLD|LN|LD|BN|BD)(?:\.?\s?RI)?\b\.?))"
    r"(?P<wilayah>(?:\s+(?!tahun\b|nomor\b|nomer\b|no\b)[^\s,;()\d]+){0,8})[\s,]*"
    r"(?:(?:\btahun\s*)?(?P<tahun>\d{4})[\s,]*)?"
    r"(?:\b(?:nomor|nomer|no)\b[\s.:]*|(?<=\d)/|(?<=TLN\s)|(?<=TLD\s))(?P<nomor>\d+(?:/[A-Z]\b)?)(?![\d/])"
    r"(?:[\s,]*tahun\s*(?P<tahun_lain>\d{4}))?",
    re.IGNORECASE,
)
_AWAL = re.compile(
    r"[\s,.;]*\(?\s*\b(?:(?:tambahan\s+)?(?:lembaran|berita)\s+(?:negara|daerah)\b|(?-i:T?LN|BN|T?LD|BD)(?:RI)?\b)",
    re.IGNORECASE,
)
_JENIS: dict[str, JenisLembaran] = {
    "BD": "BD",
    "BN": "BN",
    "LD": "LD",
    "LN": "LN",
    "TLD": "TLD",
    "TLN": "TLN",
}
_PANJANG_TLN = 4  # digits that a number of the Tambahan Lembaran Negara has at most


@dataclass(frozen=True, slots=True)
class Entri:
    """One entry in a gazette.

    Attributes:
        lembaran: the entry.
        start: first character in the text.
        end: one behind the last.
        di_wilayah: place of the words between the gazette's name and year or number.
        salah: whether a digit that was a bracket has been dropped.
    """

    lembaran: Lembaran
    start: int
    end: int
    di_wilayah: tuple[int, int]
    salah: bool


def cari(text: str, start: int = 0) -> list[Entri]:
    """The entries from a position on, in reading order."""
    if not _mungkin(text):
        return []
    return [entri for match in _ENTRI.finditer(text, start) if (entri := _entri(match))]


def awal(text: str, start: int, end: int) -> int:
    """Where the gazettes begin between two positions, bracket included, cut off or not; end where none do."""
    if not _mungkin(text):
        return end
    for match in _AWAL.finditer(text, start, end):
        # "Pengundangan Lembaran Daerah dan Berita Daerah" is a subject
        if "(" in match[0] or _ENTRI.match(text, match.end() - len(match[0].lstrip(" ,.;(\t"))):
            return match.start()
    return end


def _mungkin(text: str) -> bool:
    """Whether a gazette may be named at all; most citations name none."""
    lower = text.lower()
    return "lembaran" in lower or "berita " in lower or any(map(text.__contains__, _PENDEK))


def _entri(match: re.Match[str]) -> Entri | None:
    if match["pendek"]:
        singkat = match["pendek"]
    else:
        # "Tambahan Negara Republik Indonesia Nomor 5679" is of the Lembaran, as nearly all are
        buku = (match["buku"] or "L")[0].upper()
        singkat = ("T" if match["tambahan"] else "") + buku + match["milik"][0].upper()
    jenis = _JENIS.get(singkat)
    if jenis is None:  # the supplement of a Berita Negara: the contract has no kind for it
        return None
    nomor = match["nomor"].lstrip("0") or "0"
    salah = jenis == "TLN" and len(nomor) == _PANJANG_TLN + 1 and nomor.endswith("1")
    if salah:  # "Nomor 56791;" was "Nomor 5679);"
        nomor = nomor[:-1]
    tahun = match["tahun"] or match["tahun_lain"]
    entri = Lembaran(jenis=jenis, tahun=int(tahun) if tahun else None, nomor=nomor)
    return Entri(entri, match.start(), match.end(), match.span("wilayah"), salah)

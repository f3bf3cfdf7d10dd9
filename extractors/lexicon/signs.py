"""Signs of things that are not labels: letterhead, headings, officers, NIPs."""

import re
from typing import Final

from extractors.data import table


def begins(key: str, part: str = "awal") -> str:
    """A pattern of the words of ``data/tanda.toml`` with which lines of a kind begin."""
    return f"(?i:{'|'.join(table('tanda')[key][part])})"


NIP = re.compile(r"\bN\s?[I1l]\s?P\b\.?\s*:?|\b(?:19|20)\d{6}\s?\d{6}\s?[12]\s?\d{3}\b", re.IGNORECASE)
REGULATION: Final = begins("peraturan")
"""With what words an entry that cites a regulation begins, where its number follows."""
CITATION = re.compile(rf"\W*{REGULATION}.{{0,120}}?\b(?i:nomor|no)\b\W{{0,3}}[\dKPkp]", re.DOTALL)
"""An entry that cites a regulation with its number."""
_CITES = re.compile(rf"\W*{begins('peraturan', 'tentu')}")
_OFFICE = re.compile(rf"\W*(?:{begins('jabatan', 'atas_nama')}[.\s]+)?{begins('jabatan')}")
_OPENS = re.compile(rf"\W*{begins('tanda_tangan')}")
_PLACE_DATE = re.compile(
    r"\W*[A-Z][A-Za-z ]{2,30},\s*(?:tanggal\s*)?(?:\d{1,2}|[.…_]{2,})?\s*[A-Za-z]{3,9}\s*(?:19|20)\d\d\W*$"
)
_UNIT = re.compile(rf"\W*{begins('unit')}\b")
_DEGREE = rf"[\s,;]*{begins('gelar', 'akhir')}"
_DEGREES, _TWO_DEGREES = re.compile(rf"(?:{_DEGREE})+\s*"), re.compile(rf"(?:{_DEGREE}){{2,}}\s*")
_NAME_WORDS = 6
_RANK = re.compile(
    rf"\W*{begins('pangkat')}(?:[\s.]+{begins('pangkat', 'lanjut')})*\W*(?:(?i:gol\w*\W*)?[IV]{{1,3}}\W*[a-e])?\W*"
)
_RANK_BEHIND = re.compile(rf"(?<=\S)\s+{_RANK.pattern}$")
_ADDRESS = re.compile(rf"\W*{begins('alamat')}")
_ADDRESS_LENGTH = 160
"""Letters of an address at most: a text of thousands is none, and looking for one in it takes as long as its square."""
_MAIL = re.compile(r"\W*(?:\(?e-?mail\)?\W*(?:\S+@\S+)?|\S+@\S+\.\S+)\W*", re.IGNORECASE)
_COPY = re.compile(r"\W*(?:salinan|sesuai)\b.*\b(?:sesuai|dengan)\b.*\basli", re.IGNORECASE)
_DECREE = re.compile(rf"\W*{begins('konsiderans')}\s*:")
_ANNEX = re.compile(rf"\W*{begins('lampiran')}\s*(?:[IVX\d]{{1,4}}\s*)?[:;]?")
_OF_ANNEX = re.compile(rf"\W*{begins('lampiran', 'berikut')}")
_TITLE = re.compile(
    r"\W*(?:stand?ard?\s+opera\w+\s+prose?\w+)[\s:–-]*(?:\(\s*sop\s*\)|sop\b)?(?:\s*administrasi\s+pemerintahan)?[\s:–-]*",
    re.IGNORECASE,
)


def cites(text: str) -> bool:
    """Whether an entry cites a regulation, be it without its number."""
    return bool(CITATION.match(text) or _CITES.match(text))


def is_office(text: str) -> bool:
    """Whether a line begins like the title of an officer."""
    return bool(_OFFICE.match(text))


def opens_signature(text: str) -> bool:
    """Whether a line is of the kind that a signature block begins with."""
    return bool((_OPENS.match(text) and not text[:1].islower()) or _PLACE_DATE.match(text))


def is_of_decree(text: str) -> bool:
    """Whether a line is one of a decree: "Mengingat : 1. …" lists regulations as the box of an SOP does."""
    return bool(_DECREE.match(text))


def heads_annex(text: str) -> bool:
    """Whether a line begins the head of an annex: "LAMPIRAN : KEPUTUSAN BUPATI", which names a decree and a regulation's kind."""
    match = _ANNEX.match(text)
    return match is not None and cites(text[match.end() :])


def goes_on_annex(text: str) -> bool:
    """Whether a line below that says more of the decree: "NOMOR : 188/45/2021"."""
    return bool(_OF_ANNEX.match(text))


def certifies_copy(text: str) -> bool:
    """Whether a line says that this is a copy; who signs below it approves nothing: "Salinan sesuai dengan aslinya"."""
    return bool(_COPY.match(text))


def is_unit(text: str) -> bool:
    """Whether a line names a government or a unit, as letterheads do."""
    return bool(_UNIT.match(text))


def is_person(text: str) -> bool:
    """Whether a line is the name of a person with titles behind it: "SURYA ADIKARA, S.STP., M.Si"."""
    if rank := _RANK_BEHIND.search(text):
        text = text[: rank.start()]
    name, comma, titles = text.strip(" .()").partition(",")
    words = name.split()
    return (
        bool(comma)
        and 0 < len(words) <= _NAME_WORDS
        and all(word[0].isupper() for word in words)
        and (_DEGREES if len(words) > 1 else _TWO_DEGREES).fullmatch(titles.replace(".", "")) is not None
    )


def is_rank(text: str) -> bool:
    """Whether a line is the rank of an official and nothing else: "Penata Tk. I (III/d)"."""
    return bool(_RANK.fullmatch(text))


def is_address(text: str) -> bool:
    """Whether a line is the street, telephone or mail of a letterhead."""
    return bool(_ADDRESS.match(text))


def is_full_address(text: str) -> bool:
    """Whether it is one that no list has: with figures or a mail, unlike the entry "Telepon"."""
    if len(text) > _ADDRESS_LENGTH:
        return False
    return bool(_MAIL.fullmatch(text) or (is_address(text) and any(map(str.isdigit, text))))


def title_rest(text: str) -> int | None:
    """Where the name begins behind "STANDAR OPERASIONAL PROSEDUR (SOP)", None when a line does not begin so."""
    match = _TITLE.match(text)
    return match.end() if match else None

"""Does this text look like a duration? Just enough of one to find the Waktu column.

The words are in ``data/durasi.toml``; what a duration means is the normalizers' business.
"""

import re
from difflib import SequenceMatcher
from typing import Final

from extractors.data import table


def _any_of(key: str) -> str:
    """A pattern of the entries of ``data/durasi.toml`` under that key."""
    return f"(?:{'|'.join(table('durasi')[key])})"


_NUMBER = _any_of("angka")
_UNIT = _any_of("satuan")
_RANGE = rf"(?:\s*{_any_of('rentang')}\s*{_NUMBER})?"
DURATION: Final = re.compile(
    rf"(?:{_any_of('pengantar')}\s*)?"
    rf"(?<![\w/.,])({_NUMBER}{_RANGE}\s*(?:\([a-z ]{{2,30}}\)\s*)?(?:x\s*24\s*)?{_UNIT})(?:\s+{_any_of('sifat')})?"
    rf"(?:(?:\s*[/@]\s*|\s+per\s+)(?-i:[a-z]+))?(?![a-z])",
    re.IGNORECASE,
)
"""A number with a unit of time inside running text; group 1 is the number with its unit."""
COUNTED: Final = f"(?:{_UNIT}|{_any_of('terhitung')})"
"""A pattern of what a number counts that is no number of a step."""
BOUNDS: Final[frozenset[str]] = frozenset(table("durasi")["batas"])
"""Words that may stand before the number of a duration, in small letters."""
COUNTED_FOR: Final[frozenset[str]] = frozenset(table("durasi")["per"])
"""Words that may stand behind "/", in small letters."""
UNITS: Final[tuple[str, ...]] = tuple(table("durasi")["lazim"])
"""The usual units."""
_HALVED = frozenset(table("durasi")["terbagi"])
_INDEFINITE = re.compile(rf"{_any_of('tanpa_angka')}\b", re.IGNORECASE)
_QUOTES = re.compile(r"\d{1,3}(?:\s*-\s*\d{1,3})?\s?['’′]")
_BARE = re.compile(rf"\W*{_NUMBER}{_RANGE}\W*")
_OWN_UNIT = re.compile(rf"(?<![a-z]){_UNIT}(?![a-z])", re.IGNORECASE)
_WORN_UNIT = re.compile(rf"\b{_any_of('aus')}\b", re.IGNORECASE)
_COUNTED_WORD = re.compile(r"\W*\d[\d\W]*([A-Za-z]{2,8})\W*(?:\W[A-Za-z]{3,8})?\W*")
_LIKE_UNIT = 0.6
"""How much alike a word must be with one of the usual units."""
_YEAR = re.compile(r"tahun|thn", re.IGNORECASE)
_SHORT = 20
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*jam)?")


def is_whole_duration(text: str) -> bool:
    """Whether a text is a duration and nothing else."""
    if DURATION.fullmatch(text) or _QUOTES.fullmatch(text):
        return True
    return text[:1].isupper() and bool(_INDEFINITE.fullmatch(text))


def names_unit(text: str) -> bool:
    """Whether a short text has a unit of time in it, however the scan left it; enough to tell what a column holds."""
    return len(text) <= _SHORT and bool(_WORN_UNIT.search(text))


def is_time_unit(text: str) -> bool:
    """Whether a word is a unit of time and nothing else."""
    return _OWN_UNIT.fullmatch(text) is not None


def is_usual_unit(text: str) -> bool:
    """Whether a word is one of the usual units of time, spelled as it should be."""
    return text.casefold() in UNITS


def is_halved_unit(text: str) -> bool:
    """Whether a word is a unit of which halves are counted: "½ hari" is, half a minute is not."""
    return text.casefold() in _HALVED


def begins_with_unit(text: str) -> bool:
    """Whether a word begins with a unit of time: "menit/berkas"; "Tahun" does not, which is mostly of a citation."""
    return _OWN_UNIT.match(text) is not None and _YEAR.match(text) is None


def nearly_times(text: str) -> bool:
    """Whether a short text is a number with what is left of a unit of time: "3 lam", "10 Menu"; names a column, reads nothing."""
    found = _COUNTED_WORD.fullmatch(text)
    if not found or len(text) > _SHORT:
        return False
    word = found[1].casefold()
    return any(SequenceMatcher(None, word, unit).ratio() >= _LIKE_UNIT for unit in UNITS)


def may_be_time(text: str) -> bool:
    """Whether a text is a duration, whole or worn; tells what a column or a cell holds."""
    return is_whole_duration(text) or names_unit(text) or nearly_times(text)


def split_duration(text: str) -> int | None:
    """Where a duration at the start of a text ends and another text begins: "3 hari Disposisi", "Tentatif Surat"."""
    found = DURATION.match(text) or _INDEFINITE.match(text) or _QUOTES.match(text)
    if not found:
        return None
    rest = text[found.end() :].lstrip()
    return found.end() if rest and (rest[0].isupper() or rest[0] in "-–") else None


def unit_in(heading: str) -> tuple[int, int] | None:
    """Where a heading names the unit of all durations below it: "Waktu (Menit)"."""
    found = _OWN_UNIT.search(heading)
    return found.span() if found else None


def is_bare_number(text: str) -> bool:
    """Whether a cell holds a number, or a range of two, without a unit."""
    return bool(_BARE.fullmatch(text))


def is_duration(text: str) -> bool:
    """Whether a cell as a whole looks like a duration."""
    text = " ".join(text.split())
    if not text or len(text) > 60:
        return False
    found = DURATION.search(text)
    if found:
        return len(text) - (found.end() - found.start()) <= max(14, len(text) // 2)
    return bool(
        (text[0].isupper() and _INDEFINITE.match(text)) or _QUOTES.fullmatch(text) or _CLOCK.fullmatch(text)
    )

"""Does this text look like a duration? Just enough of one to find the Waktu column.

What a duration means is the normalizers' business.
"""

import re
from difflib import SequenceMatcher

_NUMBER = r"(?:\d[\dOoIlSB]*(?:[.,/]\d+)?|[lI|½]|1O|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|setengah)"
_UNIT = (
    r"(?:(?:m|rn)en[il1]{1,2}\s?t|mnt|mnit|min(?![a-z])|det[il]k|j[ao](?:m|rn)|hari|han(?![a-z])|hati|hr|minggu|mgg|bulan|bln|buian|"
    r"triwulan|tribulan|semester|(?:tahun|thn)(?!\s*[12]\d{3}))"
)
_RANGE = r"(?:\s*(?:-|–|s/d|s\.d\.?|sampai|atau)\s*" + _NUMBER + r")?"
DURATION = re.compile(
    rf"(?:(?:±|\+/?-?|~|<|>|≤|≥|maks\w*\.?|min\w*\.?|paling (?:lama|lambat)|kurang lebih|sekitar)\s*)?"
    rf"(?<![\w/.,])({_NUMBER}{_RANGE}\s*(?:\([a-z ]{{2,30}}\)\s*)?(?:x\s*24\s*)?{_UNIT})(?:\s+kerja|\s+kalender)?"
    rf"(?:(?:\s*[/@]\s*|\s+per\s+)(?-i:[a-z]+))?(?![a-z])",
    re.IGNORECASE,
)
"""A number with a unit of time inside running text; group 1 is the number with its unit."""
_INDEFINITE = re.compile(
    r"(?:tentati[fv]|menyesuaikan|disesuaikan|kondisional|sesuai (?:kebutuhan|jadwal)|insident[ai]l|fleksibel|relati[fv]|"
    r"setiap (?:saat|hari|bulan|minggu)|saat itu juga|jam kerja|se(?:hari|minggu|bulan|tengah (?:hari|jam)))\b",
    re.IGNORECASE,
)
_QUOTES = re.compile(r"\d{1,3}(?:\s*-\s*\d{1,3})?\s?['’′]")
_BARE = re.compile(rf"\W*{_NUMBER}{_RANGE}\W*")
_OWN_UNIT = re.compile(rf"(?<![a-z])(?:{_UNIT})(?![a-z])", re.IGNORECASE)
_WORN_UNIT = re.compile(r"\b(?:m[a-z]{1,4}t|har[il1]|ja[mn]|minggu|bulan|tahun)\b", re.IGNORECASE)
"""A unit as a bad scan leaves it: "30 ment", "mjenat"."""
_COUNTED_WORD = re.compile(r"\W*\d[\d\W]*([A-Za-z]{2,8})\W*(?:\W[A-Za-z]{3,8})?\W*")
UNITS, _LIKE_UNIT = ("menit", "jam", "hari", "minggu", "bulan"), 0.6
"""How much alike a word must be with one of the usual units."""
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


def is_unit(text: str) -> bool:
    """Whether a word is a unit of time and nothing else."""
    return _OWN_UNIT.fullmatch(text) is not None


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

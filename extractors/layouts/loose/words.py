"""Which words begin steps, remarks and durations, and which are residue, where nothing marks the cells of a procedure."""

import re
from functools import cache, lru_cache

from extractors.data import table
from extractors.lexicon.actors import is_actor
from extractors.lexicon.branch_names import branch
from extractors.lexicon.durations import DURATION, is_time_unit, is_whole_duration
from extractors.lexicon.marks import read_mark
from extractors.lexicon.verbs import is_verb

VERBAL = 0.5
"""What is more like the beginning of a step than this is taken for one."""
_NOUN = re.compile(r"Pe[a-z]{3,}an\b")
_PER = re.compile(r"(?:/|per\b|@)\s*[a-z]+|kerja|kalender")
_HALF = re.compile(
    r"(?:(?:paling\s+(?:lama|lambat|cepat)|maks\w*\.?|min(?:imal)?\.?|±)\s*)\d{1,3}|\d{1,3}\s*(?:(?:-|–|s/d|sampai)\s*(?:\d{1,3})?)?",
    re.IGNORECASE,
)
_ACTING_WORDS = 5
"""Words of a line in which an actor is followed by what he does."""
_LETTERS = 0.6
"""The share of letters and figures in a text of a cell, blanks not counted."""


@lru_cache(maxsize=4096)
def verb_likeness(text: str) -> float:
    """How like the beginning of a step a text is, 0..1."""
    words = text.split()
    if not words or not text[:1].isupper():
        return 0.0
    if words[0].casefold() in known("kemampuan"):
        return 0.3
    if is_verb(words[0]):
        return 1.0
    if is_actor(words[0]) and any(is_verb(word) for word in words[1:_ACTING_WORDS]):
        return 0.9
    return 0.4 if _NOUN.match(words[0]) else 0.0


def plain(word: str) -> str:
    """A word without case and the marks around it."""
    return word.casefold().strip(".,;:()")


@lru_cache(maxsize=4096)
def is_junk(text: str) -> bool:
    """Whether a text is no text of a cell: residue of symbols and rules, a branch, a heading."""
    first = text.split()[0].casefold() if text.split() else ""
    if (branch(text) and branch(first) and first not in known("keterangan")) or read_mark(text):
        return True
    if is_tail(text) or is_half(text) or DURATION.search(text) or is_whole_duration(text):
        return False
    signs = [char for char in text if not char.isspace()]
    letters = sum(char.isalnum() for char in signs)
    if letters < _LETTERS * len(signs):
        return True
    words = [word.strip(".,:;()'\"|") for word in text.split()]
    long = [word for word in words if len(word) > 3 and word.isalpha()]
    return not long and not (len(words) == 1 and words[0].isupper() and len(words[0]) > 2)


def is_tail(text: str) -> bool:
    """Whether a text is the rest of a duration: its unit, with or without what it is counted for."""
    return is_time_unit(text.split("/")[0].strip()) or goes_with_time(text)


def goes_with_time(text: str) -> bool:
    """Whether a text says what a duration is counted for, or in: "/ berkas", "kerja"."""
    return bool(_PER.fullmatch(text))


def is_half(text: str) -> bool:
    """Whether a text is the number of a duration without its unit: "paling lama 2"."""
    return bool(_HALF.fullmatch(text))


@cache
def known(name: str) -> frozenset[str]:
    """The words of a list of ``data/langkah.toml``."""
    return frozenset(table("langkah")[name])

"""Where one actor's name ends and the next begins, in headings that a dump ran together."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from extractors.data import table
from extractors.lexicon.labels import fold
from extractors.spans import Span, join

JOINERS: Final = frozenset(("dan", "&", "/", "atau", "-"))
"""What joins two words of one name, in small letters."""


def is_actor(word: str) -> bool:
    """Whether an actor's name may begin with this word."""
    return fold(word) in _beginnings()


def begins_actor(before: str, word: str) -> bool:
    """Whether a word begins another actor's name than the text before it names.

    "Camat" behind "Sekretaris" completes it; "Camat" behind "Kasi Pelayanan Umum" is the next.
    """
    last = before.split()[-1].casefold() if before else ""
    if last in JOINERS or before.endswith(("/", ",")):
        return False
    if fold(word) in table("aktor")["lanjutan"].get(fold(before), ()):
        return False
    return is_actor(word)


def split_actors(words: Sequence[Span]) -> list[Span]:
    """The names in a run of words."""
    names: list[list[Span]] = []
    for word in words:
        if names and not begins_actor(" ".join(part.text for part in names[-1]), word.text):
            names[-1].append(word)
        else:
            names.append([word])
    return [join(name) for name in names]


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(fold(word) for word in table("aktor")["awal"])

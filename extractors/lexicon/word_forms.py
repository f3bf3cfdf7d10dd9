"""Which words are forms of words of the language of offices: "disengketakan" is one of "sengketa".

The vocabulary lists words as they were met; Indonesian makes a dozen more of each with affixes
(``data/imbuhan.toml``). So a word is told from a heap of letters by the roots that it may have.
"""

from functools import cache, lru_cache

from extractors.data import table
from extractors.lexicon.vocabulary import listed

_ROOT = 5
"""A root has so many letters at least: what is shorter is found in anything."""


@lru_cache(maxsize=4096)
def is_form(word: str) -> bool:
    """Whether a word, in small letters without signs, is in the vocabulary or has a root with a word in it."""
    if word in listed():
        return True
    return any(root in listed() or root in _roots_listed() for root in _roots(word))


@lru_cache(maxsize=8192)
def are_related(one: str, other: str) -> bool:
    """Whether two different words, in small letters without signs, may have one root: "meneruskan" and "diteruskan"."""
    return one != other and bool((_roots(one) | {one}) & (_roots(other) | {other}) - {""})


@cache
def _roots_listed() -> frozenset[str]:
    """The roots that the words of the vocabulary may have."""
    return frozenset(root for word in listed() for root in _roots(word))


def _roots(word: str) -> set[str]:
    """What may be left of a word without its affixes, the first consonant put back where it melted away."""
    affixes = table("imbuhan")
    left = {word}
    left |= {first + word[len(prefix) :] for prefix, first in affixes["awalan"] if word.startswith(prefix)}
    left |= {part[: -len(suffix)] for part in left for suffix in affixes["akhiran"] if part.endswith(suffix)}
    return {root for root in left if root != word and len(root) >= _ROOT}

"""Likeness of words and phrases: the room's only door to rapidfuzz.

Distances count changed, lost, extra and swapped neighbouring characters (OSA), so that
"menti" is one step from "menit". Whoever calls decides how far is near enough; this
module only makes sure that a tie is no answer.
"""

from collections.abc import Collection, Mapping, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Levenshtein

_LOST, _OTHER = 2, 3
"""What a letter costs that a worn text lacks, and one that it has more or otherwise, as weights in whole numbers."""


def nearest(word: str, choices: Collection[str], max_distance: int) -> str | None:
    """The one choice within the distance that is nearest; None without one, and when two are equally near."""
    found = candidates(word, choices, max_distance)
    return found[0] if len(found) == 1 else None


def candidates(word: str, choices: Collection[str], max_distance: int) -> list[str]:
    """All choices that share the smallest distance to the word, within the limit, sorted."""
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=max_distance, limit=None)
    best = min((distance for _, distance, _ in found), default=0)
    return sorted({choice for choice, distance, _ in found if distance == best})


def distance(first: str, second: str) -> int:
    """How many characters must change to make one text of the other."""
    return OSA.distance(first, second)


def ratio(first: str, second: str) -> float:
    """How alike two texts are, 0..1."""
    return fuzz.ratio(first, second) / 100


def worn(text: str, whole: str, alike: Mapping[int, str], pairs: Sequence[tuple[str, str]]) -> float:
    """How far a worn text is from what it may have been, in letters: wear takes letters rather than it makes them.

    Half of it counts letters that look alike as the same.

    Args:
        text: as read, lower case.
        whole: what it may have been, lower case.
        alike: for a letter the one that stands for all that look like it.
        pairs: two letters that look like one, with that one.
    """
    near = (_seen(text, alike, pairs), _seen(whole, alike, pairs))
    weights = (_LOST, _OTHER, _OTHER)
    steps = sum(Levenshtein.distance(a, b, weights=weights) for a, b in ((text, whole), near))
    return steps / (2 * _OTHER)


def _seen(text: str, alike: Mapping[int, str], pairs: Sequence[tuple[str, str]]) -> str:
    for pair, one in pairs:
        text = text.replace(pair, one)
    return text.translate(alike)

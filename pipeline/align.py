"""Which items of two lists belong together, and how alike two texts are."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Indices of an item before and after; None on the side that has no counterpart."""

_ALIKE = 0.5
"""Two items are the same item, changed, when at least this alike (difflib's ratio)."""
_MANY_PAIRS = 10_000
"""Beyond this many pairs to weigh, items are paired by position: a broken file must not cost minutes."""
_LONG = 4_000
"""Longer texts are compared by their letters alone, not by their order, for the same reason."""


def pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """All indices of both lists in order, those of like items together; equal items anchor the rest."""
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(a1, a2), range(b1, b2), strict=True)
            continue
        between = _by_place if (a2 - a1) * (b2 - b1) > _MANY_PAIRS else _by_likeness
        for i, j in between(before[a1:a2], after[b1:b2]):
            yield (None if i is None else a1 + i), (None if j is None else b1 + j)


def likeness(a: str, b: str) -> float:
    """How alike two texts are, 0..1; what is less than half alike counts as 0."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or (rough := matcher.quick_ratio()) < _ALIKE:
        return 0.0
    ratio = matcher.ratio() if len(a) + len(b) <= _LONG else rough
    return ratio if ratio >= _ALIKE else 0.0


def _by_place(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    shared = min(len(before), len(after))
    yield from ((k, k) for k in range(shared))
    yield from ((i, None) for i in range(shared, len(before)))
    yield from ((None, j) for j in range(shared, len(after)))


def _by_likeness(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """The pairing in order that is most alike over all (Needleman-Wunsch, gaps cost nothing)."""
    rows, columns = len(before), len(after)
    alike = [[likeness(a, b) for b in after] for a in before]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]  # of the items from i and from j on
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            best[i][j] = max(best[i + 1][j + 1] + alike[i][j], best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < rows and j < columns:
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1
    yield from ((k, None) for k in range(i, rows))
    yield from ((None, k) for k in range(j, columns))

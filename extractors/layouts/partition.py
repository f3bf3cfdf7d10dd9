"""Which lines of a table without rules make up which row.

Each row is known by one anchor, the line that carries its number. Cells may be aligned
to the top (the row begins at its anchor) or to the middle (the anchor stands half way
down); one decision over all rows finds the borders that fit best, both ways are tried.
"""

from collections.abc import Callable, Iterable, Sequence

_TOP, _MIDDLE = "atas", "tengah"
_FAR = 60  # lines from both anchors behind which no border is looked for


def partition(anchors: Sequence[int], count: int, border: Callable[[int], float]) -> list[int]:
    """The first line of each row.

    Args:
        anchors: the line of each row's number, ascending.
        count: how many lines there are.
        border: how well a row may begin at a line, by what the lines say (higher is better).
    """
    if not anchors:
        return []
    readings = [_best(anchors, count, border, kind) for kind in (_TOP, _MIDDLE)]
    return max(readings, key=lambda reading: reading[0])[1]


def _best(
    anchors: Sequence[int], count: int, border: Callable[[int], float], kind: str
) -> tuple[float, list[int]]:
    """The best borders under one alignment, by dynamic programming over the start of each row."""
    first = anchors[0] if kind == _TOP else 0
    states: dict[int, tuple[float, list[int]]] = {first: (0.0, [first])}
    for at, anchor in enumerate(anchors):
        last = at + 1 == len(anchors)
        following: dict[int, tuple[float, list[int]]] = {}
        ends = [count] if last else _between(anchor + 1, anchors[at + 1])
        for start, (score, path) in states.items():
            if start > anchor:
                continue
            for end in ends:
                total = score - _strain(start, end, anchor, kind, last) + (0.0 if last else border(end))
                if end not in following or total > following[end][0]:
                    following[end] = (total, [*path, end])
        states = following
    if not states:
        return float("-inf"), list(anchors)
    score, path = max(states.values(), key=lambda state: state[0])
    return score, path[:-1]


def _between(first: int, last: int) -> Iterable[int]:
    """The lines where the next row may begin; in a wide gap only those near one of its sides."""
    if last - first <= 2 * _FAR:
        return range(first, last + 1)
    return (*range(first, first + _FAR), *range(last - _FAR, last + 1))


def _strain(start: int, end: int, anchor: int, kind: str, last: bool) -> float:
    """How far the anchor is from where this alignment puts it in rows [start, end)."""
    if kind == _TOP:
        return 0.5 * (anchor - start)
    off = abs(2 * anchor - (start + end - 1))
    return (0.15 * off + 0.3 * max(0, off - 1)) * (0.5 if last else 1.0)

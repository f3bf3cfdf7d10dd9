"""The plain order of the steps as edges, for a table whose flow nobody knows."""

from collections.abc import Sequence

from pipeline.outputs.flowchart.model import Cell, EdgeIn, RowIn


def in_order(rows: Sequence[RowIn]) -> tuple[EdgeIn, ...]:
    """From each row to the next, between the symbols that stand nearest; none where one of the two is empty.

    Of several that are equally near the left one is taken.
    """
    found = []
    for at in range(len(rows) - 1):
        pair = _nearest(_held(rows[at]), _held(rows[at + 1]))
        if pair is not None:
            found.append(EdgeIn((at, pair[0]), (at + 1, pair[1])))
    return tuple(found)


def _held(row: RowIn) -> list[int]:
    return [column for column, simbol in enumerate(row.simbol) if simbol]


def _nearest(one: Sequence[int], other: Sequence[int]) -> Cell | None:
    return min(((a, b) for a in one for b in other), key=lambda p: (abs(p[0] - p[1]), p), default=None)

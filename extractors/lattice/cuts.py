"""Cutting a table along a height or a place that no line shows: cells fall in two, words go to their parts."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from extractors.lattice.grid import GridCell, Lattice
from extractors.sheets import Word, by_line, middle

Filled = tuple[Lattice, dict[GridCell, list[Word]]]
"""A table, and the words of each cell that has any."""


def with_row(
    lattice: Lattice, words: dict[GridCell, list[Word]], y: float, cut: Callable[[GridCell, list[Word]], bool]
) -> Filled:
    """The table with an edge of rows at a height, new or there already, which cuts some of the cells around it.

    Args:
        lattice: its cells.
        words: of its cells.
        y: the height; one of ``lattice.ys`` or between two of them.
        cut: whether a cell that the edge goes through falls in two; gets its words, too.
    """
    new = y not in lattice.ys
    at = sum(edge < y for edge in lattice.ys)
    cells: list[GridCell] = []
    filled: dict[GridCell, list[Word]] = {}
    for cell in lattice.cells:
        first = cell.row + (new and cell.row >= at)
        last = cell.row + cell.rows + (new and cell.row + cell.rows >= at)
        mine = words.get(cell, [])
        moved = replace(cell, row=first, rows=last - first)
        parts = [(moved, mine)]
        if first < at < last and cut(cell, mine):
            above, below = _by_height(mine, y)
            parts = [
                (replace(moved, box=cell.box._replace(y1=y), rows=at - first), above),
                (replace(moved, box=cell.box._replace(y0=y), row=at, rows=last - at), below),
            ]
        for part, some in parts:
            cells.append(part)
            if some:
                filled[part] = some
    edges = tuple(sorted({*lattice.ys, y}))
    return Lattice(lattice.xs, edges, tuple(sorted(cells, key=lambda c: (c.row, c.column)))), filled


def _by_height(words: Sequence[Word], y: float) -> tuple[list[Word], list[Word]]:
    """The words of lines above and below a height."""
    above = {id(word) for line in by_line(words) if middle(line) < y for word in line}
    return [w for w in words if id(w) in above], [w for w in words if id(w) not in above]


def with_column(
    lattice: Lattice, words: dict[GridCell, list[Word]], x: float, cut: Collection[GridCell]
) -> Filled:
    """The table with an edge of columns, new or there already, which cuts some of its cells in two."""
    if x in lattice.xs:
        return _at_edge(lattice, words, lattice.xs.index(x), cut)
    at = sum(edge <= x for edge in lattice.xs)
    cells: list[GridCell] = []
    filled: dict[GridCell, list[Word]] = {}
    for cell in lattice.cells:
        last = cell.column + cell.columns
        parts: tuple[GridCell, ...]
        if cell in cut:
            parts = (
                replace(cell, box=cell.box._replace(x1=x), columns=at - cell.column),
                replace(cell, box=cell.box._replace(x0=x), column=at, columns=last + 1 - at),
            )
        else:
            over = cell.column < at <= last - 1 + (cell.box.x1 > x)
            parts = (replace(cell, column=cell.column + (cell.column >= at), columns=cell.columns + over),)
        cells.extend(parts)
        for part in parts:
            inside = [w for w in words.get(cell, ()) if part is parts[0] or w.box.centre[0] >= x]
            if len(parts) > 1 and part is parts[0]:
                inside = [w for w in inside if w.box.centre[0] < x]
            if inside:
                filled[part] = inside
    return Lattice((*lattice.xs[:at], x, *lattice.xs[at:]), lattice.ys, tuple(cells)), filled


def _at_edge(
    lattice: Lattice, words: dict[GridCell, list[Word]], at: int, cut: Collection[GridCell]
) -> Filled:
    """The table with cells cut along an edge that it has."""
    x = lattice.xs[at]
    cells: list[GridCell] = []
    filled: dict[GridCell, list[Word]] = {}
    for cell in lattice.cells:
        parts, mine = [cell], words.get(cell, [])
        last = cell.column + cell.columns
        if cell in cut and cell.column < at < last:
            parts = [
                replace(cell, box=cell.box._replace(x1=x), columns=at - cell.column),
                replace(cell, box=cell.box._replace(x0=x), column=at, columns=last - at),
            ]
        cells.extend(parts)
        for part in parts:
            inside = [w for w in mine if len(parts) == 1 or (w.box.centre[0] < x) == (part is parts[0])]
            if inside:
                filled[part] = inside
    return replace(lattice, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column)))), filled

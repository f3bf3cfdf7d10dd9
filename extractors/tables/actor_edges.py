"""The lines on both sides of the actors, where some row of a scanned table lost one: an arrow that runs along it took it away.

No step has one cell for what is done and who does it. So where most rows show such a line, the others have it too, unless
words stand on it.
"""

from collections.abc import Sequence

from extractors.lattice.cuts import with_column
from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled, changed, numbering
from extractors.tables.columns import AKTOR
from extractors.tables.headings import heading_of, read_rows

_DRAWN = 0.6
"""The share of the height of the steps along which the line must be seen."""
_ON = 1.5
"""A word that reaches over the line by more than this, in points, on both sides stands on it."""


def with_actor_edges(table: Ruled) -> Ruled:
    """The table with cells over the last column before the actors and the first actor, or behind them, cut in two."""
    columns = numbering(table, None)
    found = heading_of(table, columns)
    if found is None:
        return table
    top, heading = found
    order, _ = read_rows(table, columns)
    rows = order[order.index(top) + heading.rows :]
    actor = [column.role == AKTOR for column in heading.columns]
    for at in range(1, len(columns) - 1):
        here = columns[at]
        if rows and columns[at - 1] < here < len(actor) and actor[here - 1] != actor[here]:
            table = _cut(table, columns, at, rows[0])
    return table


def _cut(table: Ruled, columns: Sequence[int], at: int, first: int) -> Ruled:
    """The table with cells of the rows from a first one on cut at an edge of the lattice, if enough of them are."""
    x, steps = table.lattice.xs[at], [cell for cell in table.lattice.cells if cell.row >= first]
    drawn = sum(cell.box.height for cell in steps if cell.column == at)
    over = [
        cell
        for cell in steps
        if cell.column < at < cell.column + cell.columns
        and columns[cell.column + cell.columns] - columns[cell.column] == 2
        and not _is_on(table, cell, x)
    ]
    height = table.lattice.ys[-1] - table.lattice.ys[first]
    if not over or drawn < _DRAWN * height:
        return table
    return changed(table, *with_column(table.lattice, table.words, x, over))


def _is_on(table: Ruled, cell: GridCell, x: float) -> bool:
    """Whether a word of a cell stands on the line."""
    return any(w.box.x0 + _ON < x < w.box.x1 - _ON for w in table.words.get(cell, ()))

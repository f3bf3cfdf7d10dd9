"""The line between the numbers of steps and the steps, where some rows of a scanned table lost it.

No step has one cell with its number. So where most rows show that line, the others have it too, unless words stand on it.
"""

from extractors.lattice.cuts import with_column
from extractors.lattice.grid import GridCell
from extractors.lattice.gutters import FORM
from extractors.lattice.ruled import Ruled, changed

_DRAWN = 0.4
"""The share of the table's height along which the line must be seen."""
_NARROW = 0.08
"""The share of the table's width that the column of the numbers takes at most."""
_ON = 1.5
"""A word that reaches over the line by more than this, in points, on both sides stands on it."""


def with_number_edge(table: Ruled) -> Ruled:
    """The table with cells over its first two columns cut at the line between them."""
    if len(table.edges) <= FORM or table.edges[1] not in table.lattice.xs:
        return table
    x, lattice = table.edges[1], table.lattice
    if x - table.edges[0] > _NARROW * lattice.box.width:
        return table
    at = lattice.xs.index(x)
    drawn = sum(cell.box.height for cell in lattice.cells if cell.column == at)
    over = [
        cell
        for cell in lattice.cells
        if cell.box.x0 < x < cell.box.x1
        and cell.box.x1 <= table.edges[2] + 1.0
        and not _is_on(table, cell, x)
    ]
    if not over or drawn < _DRAWN * lattice.box.height:
        return table
    return changed(table, *with_column(lattice, table.words, x, over))


def _is_on(table: Ruled, cell: GridCell, x: float) -> bool:
    """Whether a word of a cell stands on the line."""
    return any(w.box.x0 + _ON < x < w.box.x1 - _ON for w in table.words.get(cell, ()))

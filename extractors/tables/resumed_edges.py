"""A line between two columns that breaks off and goes on further down, as copies leave dotted and thin ones.

The rows of a procedure have the same cells. So where a line stands above some rows and below them, those have it, too,
unless words stand on it; and so has the heading above them, where its words leave room for it in each of their lines.
"""

from collections.abc import Sequence

from extractors.lattice.cuts import with_column
from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled, changed, numbering
from extractors.sheets import Word, by_line
from extractors.tables.columns import AKTOR
from extractors.tables.headings import heading_of, read_rows

_DRAWN, _MOSTLY = 0.35, 0.6
"""The share of the height of the steps along which a line must be seen, and that from which the heading has it, too."""
_ON = 1.5
"""A word that reaches over the line by more than this, in points, on both sides stands on it."""
_SHARED = 2
"""Fewer cells over two actors than this may be meant so: both act."""
_ROOM = 0.8
"""Room around the line in a heading, in heights of its words: those of one name stand nearer."""


def resumed(table: Ruled) -> Ruled:
    """The table with cells cut along lines that go on above and below them."""
    columns = numbering(table, None)
    found = heading_of(table, columns)
    if found is None:
        return table
    top, heading = found
    order, _ = read_rows(table, columns)
    rows = order[order.index(top) + heading.rows :]
    if not rows:
        return table
    actor = [column.role == AKTOR for column in heading.columns]
    for at in range(1, len(columns) - 1):
        here = columns[at]
        if columns[at - 1] < here < len(actor):
            over = _broken(table, columns, at, rows[0], shared=actor[here - 1] and actor[here])
            over += _over_heads(table, columns, at, rows[0])
            if over:
                table = changed(table, *with_column(table.lattice, table.words, table.lattice.xs[at], over))
    return table


def _broken(table: Ruled, columns: Sequence[int], at: int, first: int, *, shared: bool) -> list[GridCell]:
    """The cells of steps over a line that is seen above and below them.

    Args:
        table: its cells.
        columns: for each edge of the lattice the number of the column that begins there.
        at: the edge of the lattice at which the line stands.
        first: the row of the first step.
        shared: whether it stands between two actors.
    """
    seen = [cell for cell in table.lattice.cells if cell.column == at]
    if _drawn(table, seen, first) < _DRAWN:
        return []
    low, high = min(cell.row for cell in seen), max(cell.row for cell in seen)
    over = [c for c in _over(table, columns, at) if first <= c.row and low < c.row < high]
    return [] if shared and len(over) < _SHARED else over


def _over_heads(table: Ruled, columns: Sequence[int], at: int, first: int) -> list[GridCell]:
    """The headings right above the steps over a line that most of these have, where it stands between two names."""
    seen = [cell for cell in table.lattice.cells if cell.column == at]
    if _drawn(table, seen, first) < _MOSTLY:
        return []
    x = table.lattice.xs[at]
    return [
        cell
        for cell in _over(table, columns, at)
        if first == cell.row + cell.rows and _are_two(table.words.get(cell, ()), x)
    ]


def _drawn(table: Ruled, seen: Sequence[GridCell], first: int) -> float:
    """The share of the height of the steps along which cells begin at a line."""
    height = table.lattice.ys[-1] - table.lattice.ys[first]
    return sum(cell.box.height for cell in seen if cell.row >= first) / height if height else 0.0


def _over(table: Ruled, columns: Sequence[int], at: int) -> list[GridCell]:
    """The cells over just the two columns beside a line on which none of their words stands."""
    x = table.lattice.xs[at]
    return [
        cell
        for cell in table.lattice.cells
        if cell.column < at < cell.column + cell.columns
        and columns[cell.column + cell.columns] - columns[cell.column] == 2
        and not any(w.box.x0 + _ON < x < w.box.x1 - _ON for w in table.words.get(cell, ()))
    ]


def _are_two(words: Sequence[Word], x: float) -> bool:
    """Whether words stand on both sides of a line, and further apart there in each of their lines than words of one name do."""
    sides = {word.box.centre[0] < x for word in words}
    for line in by_line(words):
        left = max((w.box.x1 for w in line if w.box.centre[0] < x), default=None)
        right = min((w.box.x0 for w in line if w.box.centre[0] >= x), default=None)
        high = max(word.box.height for word in line)
        if left is not None and right is not None and right - left < _ROOM * high:
            return False
    return len(sides) > 1

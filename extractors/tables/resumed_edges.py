"""A line between two columns that breaks off and goes on further down, as copies leave dotted and thin ones.

The rows of a procedure have the same cells. So where a line stands above some rows and below them, those have it, too,
unless words stand on it; and so has the heading above them, where its words leave room for it in each of their lines.
"""

from collections.abc import Sequence

from extractors.lattice.cuts import with_column
from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled, changed
from extractors.sheets import Word, by_line
from extractors.tables.step_lines import Steps, cells_over, seen, steps_of

_DRAWN, _MOSTLY = 0.35, 0.6
"""The share of the height of the steps along which a line must be seen, and that from which the heading has it, too."""
_SHARED = 2
"""Fewer cells over two actors than this may be meant so: both act."""
_ROOM = 0.8
"""Room around the line in a heading, in heights of its words: those of one name stand nearer."""


def resumed(table: Ruled) -> Ruled:
    """The table with cells cut along lines that go on above and below them."""
    steps = steps_of(table)
    if steps is None:
        return table
    for at, before, behind in steps.between():
        share = seen(table, at, steps.first)
        over = _broken(table, steps, at, shared=before and behind) if share >= _DRAWN else []
        over += _over_heads(table, steps, at) if share >= _MOSTLY else []
        if over:
            table = changed(table, *with_column(table.lattice, table.words, table.lattice.xs[at], over))
    return table


def _broken(table: Ruled, steps: Steps, at: int, *, shared: bool) -> list[GridCell]:
    """The cells of steps over an edge of the lattice whose line is seen above and below them; ``shared``: between two actors."""
    rows = [cell.row for cell in table.lattice.cells if cell.column == at]
    over = cells_over(table, steps.columns, at)
    over = [cell for cell in over if steps.first <= cell.row and min(rows) < cell.row < max(rows)]
    return [] if shared and len(over) < _SHARED else over


def _over_heads(table: Ruled, steps: Steps, at: int) -> list[GridCell]:
    """The headings right above the steps over such an edge, where it stands between two names."""
    x = table.lattice.xs[at]
    return [
        cell
        for cell in cells_over(table, steps.columns, at)
        if steps.first == cell.row + cell.rows and _are_two(table.words.get(cell, ()), x)
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

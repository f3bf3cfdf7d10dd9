"""The lines on both sides of the actors, where some row of a scanned table lost one: an arrow that runs along it took it away.

No step has one cell for what is done and who does it. So where most rows show such a line, the others have it too, unless
words stand on it.
"""

from extractors.lattice.cuts import with_column
from extractors.lattice.ruled import Ruled, changed
from extractors.tables.step_lines import cells_over, seen, steps_of

_DRAWN = 0.6
"""The share of the height of the steps along which the line must be seen."""


def with_actor_edges(table: Ruled) -> Ruled:
    """The table with cells over the last column before the actors and the first actor, or behind them, cut in two."""
    steps = steps_of(table)
    if steps is None:
        return table
    for at, before, behind in steps.between():
        if before == behind or seen(table, at, steps.first) < _DRAWN:
            continue
        over = [cell for cell in cells_over(table, steps.columns, at) if cell.row >= steps.first]
        if over:
            table = changed(table, *with_column(table.lattice, table.words, table.lattice.xs[at], over))
    return table

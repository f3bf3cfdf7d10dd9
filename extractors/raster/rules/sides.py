"""Sides of a table that were not seen all along: where lines between its rows reach them, they go on.

The lid of a scanner covers the edge of a sheet, and a copy loses the end of a line. A table that is narrower at the top
has no lines there that reach as far as its rows below.
"""

from collections.abc import Sequence

from extractors.raster.rules.lines import Line
from extractors.raster.rules.tables import REACH, Table, carried_on

BESIDE = 0.15
"""Inches within which two lines are one side, seen in pieces."""


def with_whole_sides(table: Table, dpi: float) -> Table:
    """The table with its left and right side carried on to the first and last line that reaches them."""
    plumb = list(table.plumb)
    if not plumb:
        return table
    for left in (True, False):
        for top in (True, False):
            at = _side(plumb, left, top, dpi)
            beyond = [line for line in table.level if _reaches(line, plumb[at], top, dpi)]
            if beyond:
                farthest = min(beyond, key=lambda line: line.mean if top else -line.mean)
                plumb[at] = carried_on(plumb[at], farthest)
    return Table(table.level, plumb)


def _side(plumb: Sequence[Line], left: bool, top: bool, dpi: float) -> int:
    """Which line is the side of a table, at its top or its foot."""
    outermost = min(line.mean for line in plumb) if left else max(line.mean for line in plumb)
    beside = [at for at, line in enumerate(plumb) if abs(line.mean - outermost) <= BESIDE * dpi]
    return min(beside, key=lambda at: plumb[at].start if top else -plumb[at].end)


def _reaches(level: Line, side: Line, top: bool, dpi: float) -> bool:
    """Whether a line between rows lies beyond an end of a side, and goes as far as it."""
    reach = REACH * dpi
    beyond = level.mean < side.start - reach if top else level.mean > side.end + reach
    return beyond and level.start - reach <= side.at(level.mean) <= level.end + reach

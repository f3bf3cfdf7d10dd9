"""Where on a page a flow may be drawn: at the heights of a table of many columns, around the symbols that are seen there.

What lies elsewhere is letters for the most part, of which many enclose something and all have strokes; no symbol that
counts is among them, for symbols stand in cells.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.raster.learned import DPI, Maps
from extractors.sheets import Rule

MANY: Final = 5
"""A table with a column for its numbers, its steps, an actor and two things more has more upright rules beside each other."""
SAME: Final = 0.05
"""Inches: upright rules this close are one, broken or double."""
SEEN, FEW = 90, 3
"""Of 255: what is so likely of a symbol's outline is seen; where so many pixels above each other are, there is one."""
AROUND, BEYOND = 1.0, 0.6
"""Inches beside the outermost symbols that are seen, for others and for lines around them; and above and below the table."""

Zone = tuple[int, int, int, int]
"""Left, top, right and bottom edge in pixels of the maps."""


def flow_zone(rules: Sequence[Rule], seen: Maps, dpi: float) -> Zone | None:
    """The part of a page that may hold a flow; None where no table has columns enough.

    Args:
        rules: of the page, in its pixels.
        seen: what the network tells of it.
        dpi: pixels per inch of the page.
    """
    height, width = seen.symbols.shape
    upright = [rule for rule in rules if rule.tegak]
    rows = np.flatnonzero(_beside_each_other(upright, height, DPI / dpi) >= MANY)
    if not len(rows):
        return None
    top = max(0, int(rows[0] - BEYOND * DPI))
    bottom = min(height, int(rows[-1] + BEYOND * DPI) + 1)
    told = (seen.symbols[top:bottom] > SEEN).sum(axis=0)
    columns = np.flatnonzero(told >= FEW)
    if not len(columns):
        edges = [rule.at * DPI / dpi for rule in upright]
        columns = np.asarray([min(edges), max(edges)])
    left = max(0, int(columns[0] - AROUND * DPI))
    return left, top, min(width, int(columns[-1] + AROUND * DPI) + 1), bottom


def _beside_each_other(upright: Sequence[Rule], height: int, by: float) -> NDArray[np.int64]:
    """How many upright rules there are at each height, those in one line counted once."""
    count = np.zeros(height, np.int64)
    line = np.zeros(height, bool)
    last = -np.inf
    for rule in sorted(upright, key=lambda rule: rule.at):
        if (rule.at - last) * by > SAME * DPI:
            count += line
            line[:] = False
        last = rule.at
        line[max(0, round(rule.start * by)) : max(0, round(rule.end * by) + 1)] = True
    return count + line

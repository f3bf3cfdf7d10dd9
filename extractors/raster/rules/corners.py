"""Corners within a table: two of its lines end at each other where one of them must go on.

Cells are rectangles, so inside a table a line ends at one across it that goes on to both sides. Where both end, a
piece of one was lost: of that along whose way on more is seen.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np

from extractors.raster.rules.lines import Line, unseen
from extractors.raster.rules.strokes import Evidence, highest
from extractors.raster.rules.tables import REACH, Table

HINT = 20.0
"""Of 255: what must be likely of a rule on average along the way on."""


def without_corners(table: Table, level: Evidence, plumb: Evidence, dpi: float) -> Table:
    """The table with the lost pieces of its lines put in, as far as the page hints at them.

    Args:
        table: lines that count.
        level: what the page shows of lines from left to right.
        plumb: of those from top to bottom, lying.
        dpi: pixels per inch of both.
    """
    flats, talls = list(table.level), list(table.plumb)
    ends = (False, True)
    for i, j, right, down in product(range(len(flats)), range(len(talls)), ends, ends):
        flat, tall = flats[i], talls[j]
        if not _both_end(flat, right, tall, down, REACH * dpi):
            continue
        across, along = _next(flat, right, talls, REACH * dpi), _next(tall, down, flats, REACH * dpi)
        if across is None or along is None:
            continue  # a corner of the frame
        of_flat, of_tall = _hint(flat, right, across, level), _hint(tall, down, along, plumb)
        if max(of_flat, of_tall) < HINT:
            continue
        if of_flat >= of_tall:
            flats[i] = _carried(flat, right, across)
        else:
            talls[j] = _carried(tall, down, along)
    return Table(flats, talls)


def _both_end(flat: Line, right: bool, tall: Line, down: bool, reach: float) -> bool:
    """Whether one line ends at another one's end."""
    return (
        abs(_end(flat, right) - tall.at(flat.mean)) <= reach
        and abs(_end(tall, down) - flat.at(tall.mean)) <= reach
    )


def _end(line: Line, last: bool) -> float:
    return line.end if last else line.start


def _next(line: Line, last: bool, across: Sequence[Line], reach: float) -> float | None:
    """Where the next line across one lies beyond its end; None at the edge of the table."""
    end, sign = _end(line, last), 1 if last else -1
    place = line.at(end)
    beyond = [other.at(place) for other in across if other.start - reach <= place <= other.end + reach]
    return min((at for at in beyond if (at - end) * sign > reach), default=None, key=lambda at: abs(at - end))


def _hint(line: Line, last: bool, to: float, seen: Evidence) -> float:
    """How likely a rule is from the end of a line to a place beyond it, on average, 0..255."""
    low, high = sorted((_end(line, last), to))
    xs = np.arange(max(0, int(low)), min(int(high), seen.likely.shape[1]))
    return float(highest(seen.likely, xs, line.places(xs)).mean()) if len(xs) else 0.0


def _carried(line: Line, last: bool, to: float) -> Line:
    """A line carried on to a place beyond its end."""
    new = unseen(line, _end(line, last), to)
    return Line((*line.pieces, new) if last else (new, *line.pieces))

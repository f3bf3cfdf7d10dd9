"""Rules of the back of the sheet that shine through in one line with those of the page."""

from itertools import groupby

import numpy as np

from extractors.raster.lines import Line
from extractors.raster.paper import Gray
from extractors.raster.strokes import shade

PALER = 0.4
"""The share of the usual darkness of a line below which a piece of it is pale."""
LONG_END, MOST_LEFT = 0.6, 0.6
"""How many inches of a line are cut off at least, and the share of it that is left at least."""


def without_pale_ends(line: Line, ink: Gray, dpi: float) -> Line:
    """A line up to where it goes on far paler than the rest of it, whatever it leads to there.

    Args:
        line: in pixels of ``ink``.
        ink: how dark the page is, lying as the line does.
        dpi: pixels per inch.
    """
    shades = [shade(piece, ink) for piece in line.pieces]
    pale = PALER * float(np.median(shades))
    runs = [list(run) for dark, run in groupby(range(len(shades)), lambda at: shades[at] >= pale) if dark]
    if len(runs) == 1 and len(runs[0]) == len(shades):
        return line
    kept = max((Line(line.pieces[run[0] : run[-1] + 1]) for run in runs), key=lambda own: own.seen)
    cut = max(kept.start - line.start, line.end - kept.end)
    return kept if kept.seen >= MOST_LEFT * line.seen and cut >= LONG_END * dpi else line

"""Lines that go on along a step of shade, where two fills meet and no rule was drawn."""

import numpy as np

from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke, course, highest

BESIDE = 0.05
"""Inches from the middle of a rule to what it was drawn on."""
LEVEL = 0.1
"""Share of what a line is darker than both its sides by, up to which a piece of it is no darker than one of them."""
STEP = 0.2
"""The same share that such a piece is darker than its other side by: where a rule is worn off it is darker than neither."""
LEAST = 30
"""So much darker than both sides, of 255, is a line that a step of shade can be told from."""
EVEN = 0.25
"""Share of the columns beside a line that are paper where words stand there: a fill is dark in all of them."""
MOST_LEFT = 0.6
"""Share of a line that is left at least; else its ends are no error."""


def without_steps(line: Line, ink: Gray, dpi: float) -> Line:
    """A line without those ends of it that are as dark as one of their sides and darker than the other, where all else is darker than both.

    Args:
        line: in pixels of ``ink``.
        ink: how dark the page is, lying as the line does.
        dpi: pixels per inch.
    """
    heights = [_heights(piece, ink, dpi) for piece in line.pieces]
    usual = float(np.median([least for least, _ in heights]))
    if usual < LEAST:
        return line
    drawn = [at for at, (least, most) in enumerate(heights) if least > LEVEL * usual or most < STEP * usual]
    kept = Line(line.pieces[drawn[0] : drawn[-1] + 1])
    return kept if kept.seen >= MOST_LEFT * line.seen else line


def _heights(piece: Stroke, ink: Gray, dpi: float) -> tuple[float, float]:
    """By how much most of a piece is darker than the darker and than the lighter one of its sides; letters there are passed over."""
    xs, ys = course(piece, ink.shape[1])
    far = round(BESIDE * dpi)
    line = float(np.median(highest(ink, xs, ys)))
    above, below = (float(np.quantile(highest(ink, xs, ys, (row,)), EVEN)) for row in (-far, far))
    return line - max(above, below), line - min(above, below)

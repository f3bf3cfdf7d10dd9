"""Lines put together over stretches of which only the ink shows that they are drawn.

The network tells a rule by what stands around it. Along a high and empty cell nothing does, and in the middle of a
long rule it is unsure; there the page itself is asked.
"""

from collections.abc import Sequence

import numpy as np

from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import SURE, Stroke, highest

KNOWN = 0.3
"""Inches of a line that must be seen before and behind such a stretch."""
ASIDE = 0.03
"""Inches by which the line behind may lie beside the one before."""
BESIDE = 4
"""Pixels aside at which the page shows what is no line."""
DARKER = 20
"""Greys by which a line is darker than what is on both sides of it."""
DRAWN, FLOW = 0.85, 0.2
"""Shares of a stretch that must be drawn, and that may be part of the flow."""


def bridged(found: Sequence[Line], ink: Gray, flow: Gray, dpi: float) -> list[Line]:
    """Lines of one direction, those joined that go on with each other in ink.

    Args:
        found: lines along the rows.
        ink: how dark each pixel is.
        flow: how likely each is part of the flow, 0..255.
        dpi: pixels per inch.
    """
    whole: list[Line] = []
    for line in sorted(found, key=lambda x: x.start):
        before = [x for x in whole if _goes_on(x, line, ink, flow, dpi)]
        if before:
            last = max(before, key=lambda x: x.end)
            whole.remove(last)
            line = Line((*last.pieces, _between(last, line), *line.pieces))
        whole.append(line)
    return whole


def _between(a: Line, b: Line) -> Stroke:
    return Stroke(a.end, b.start, a.at(a.end), b.at(b.start), min(a.tebal, b.tebal), float(SURE))


def _goes_on(a: Line, b: Line, ink: Gray, flow: Gray, dpi: float) -> bool:
    """Whether the ink between two lines makes them one."""
    if min(a.seen, b.seen) < KNOWN * dpi or b.start - a.end < 2:
        return False
    if abs(a.at(a.end) - b.at(b.start)) > ASIDE * dpi:
        return False
    xs = np.arange(int(a.end), int(b.start))
    ys = np.interp(xs, (a.end, b.start), (a.at(a.end), b.at(b.start))).round().astype(np.int64)
    drawn = highest(ink, xs, ys).astype(np.int16) - highest(ink, xs, ys, (-BESIDE, BESIDE)) >= DARKER
    return bool(drawn.mean() >= DRAWN and (highest(flow, xs, ys) >= SURE).mean() <= FLOW)

"""What every format draws alike: arrowheads, and the letters of connectors."""

from collections.abc import Sequence
from math import hypot
from typing import Final

from extractors.boxes import Box
from pipeline.outputs.flowchart.model import Connector, Point

HEAD: Final = (5.0, 3.6)
"""Length and width of an arrowhead, in points."""
_LETTER: Final = 0.55
"""The size of a connector's letter against the connector's width; of two letters less."""
_RAISED: Final = 0.12


def head_of(line: Sequence[Point]) -> tuple[list[Point], Point]:
    """The three corners of the arrowhead at the end of a line, and where the line itself then ends."""
    (x0, y0), (x1, y1) = line[-2], line[-1]
    length = hypot(x1 - x0, y1 - y0) or 1.0
    ux, uy = (x1 - x0) / length, (y1 - y0) / length
    long = min(HEAD[0], max(0.8 * length, 2.5))
    half = HEAD[1] / 2 * long / HEAD[0]
    bx, by = x1 - long * ux, y1 - long * uy
    base = [(bx - half * uy, by + half * ux), (bx + half * uy, by - half * ux)]
    return [(x1, y1), *base], (bx, by)


def letter_of(connector: Connector) -> tuple[Box, float]:
    """Where the letter of a connector stands, in the middle, and its type size."""
    x0, y0, x1, y1 = connector.kotak
    up = _RAISED * (y1 - y0)
    size = _LETTER * (x1 - x0) / max(1.0, 0.75 * len(connector.huruf))
    return Box(x0, y0 - up, x1, y1 - up), round(size, 2)

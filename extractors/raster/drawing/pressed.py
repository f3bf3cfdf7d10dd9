"""Last stretches of lines that are all head: between a way back and the side of a symbol is room for no more.

No run of ink is so short, so the line seems to end at its corner, beside the symbol, and to lead nowhere.
"""

from collections.abc import Sequence
from typing import Final

from extractors.boxes import Box
from extractors.raster.drawing.heads import BACK, head_likelihoods
from extractors.raster.drawing.runs import Point, Run, is_near
from extractors.raster.geometry.paper import Gray

# Inches.
NEAREST, FARTHEST = 0.035, 0.14
"""How far beside a symbol such a corner stands; a shorter way is an end at the symbol, a longer one a run."""
WITHIN: Final = 0.03
"""So far within the ends of its side a line enters a symbol at least."""
MET: Final = 0.05
"""What begins as near to the corner is the way on."""
# Shares.
STRAIGHT: Final = 0.05
SURE: Final = 0.8
"""Likelihood from which on a head is seen."""


def pressed(
    gray: Gray, runs: Sequence[Run], shapes: Sequence[Box], corner: tuple[int, int], dpi: float
) -> list[Run]:
    """The last stretches, from the corner to the side of the symbol that the head points at.

    Args:
        gray: the page, evenly lit.
        runs: straight ink, in pixels from ``corner``.
        shapes: the boxes of the symbols, likewise.
        corner: of the part of the page that both were looked for in.
        dpi: pixels per inch.
    """
    x, y = corner
    back = BACK * dpi / 72.0
    found = [
        (end, to)
        for run in runs
        for start, end in (run, run[::-1])
        if not any(is_near(end, other, MET * dpi) for other in runs if other is not run)
        for to in _sides(start, end, shapes, dpi)
    ]
    ways = []
    for (ax, ay), (bx, by) in found:
        ux, uy = (bx > ax) - (bx < ax), (by > ay) - (by < ay)
        ways.append(((bx + x - back * ux, by + y - back * uy), (bx + x, by + y)))
    likely = head_likelihoods(gray, ways, dpi).tolist()
    return [run for run, seen in zip(found, likely, strict=True) if seen >= SURE]


def _sides(start: Point, end: Point, shapes: Sequence[Box], dpi: float) -> list[Point]:
    """The points right beside the end of a run at which it may enter the symbols there."""
    (ax, ay), (bx, by) = start, end
    tegak = abs(bx - ax) <= STRAIGHT * abs(by - ay)
    if not tegak and abs(by - ay) > STRAIGHT * abs(bx - ax):
        return []
    near, far, within = NEAREST * dpi, FARTHEST * dpi, WITHIN * dpi
    found: list[Point] = []
    for box in shapes:
        low, high, first, last = (
            (box.y0, box.y1, box.x0, box.x1) if tegak else (box.x0, box.x1, box.y0, box.y1)
        )
        along, at = (by, bx) if tegak else (bx, by)
        if not low + within <= along <= high - within:
            continue
        side = first if at < first else last
        if near <= abs(side - at) <= far and not first <= at <= last:
            found.append((side, along) if tegak else (along, side))
    return found

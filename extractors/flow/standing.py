"""Which symbol an end of a line stands at: one that it touches, points at, is glued to, or must mean."""

import math
from collections.abc import Mapping
from typing import Final

from extractors.boxes import Box
from extractors.flow.strokes import Point, Stroke, away

# Points.
TOUCH: Final = 3.0
"""A line touches a symbol when it ends no further from its box than this."""
REACH: Final = 9.0
"""A line that ends this much short of a symbol leads to it if it points there."""
REACH_OF_HEAD: Final = 24.0
"""The same for an end with an arrow, which must point at something, and for one that ends near no other line."""
PAST: Final = 18.0
"""An end that points past a symbol this near, and near no other, is drawn badly and means it."""
GLUED: Final = 40.0
"""A connector that the file says is glued to a symbol this far off has lost it: numbers are used twice in some files."""
# Confidence.
SURE: Final = 0.97
SHORT: Final = 0.9
"""... of an end that stops short of its symbol."""
BESIDE: Final = 0.8
"""... of an arrow that points past its symbol."""


def symbol_at(
    stroke: Stroke, last: bool, boxes: Mapping[int, Box], glued: Mapping[str, int]
) -> tuple[int | None, float]:
    """The symbol at an end of a line, and how sure that is."""
    named = glued.get(stroke.ends[last])
    point = tip(stroke, last)
    if named is not None and named in boxes and apart(point, boxes[named]) <= GLUED:
        return named, SURE
    ux, uy = away(stroke.points, last)
    touching: list[tuple[float, int]] = []
    for number, box in boxes.items():
        gap = apart(point, box)
        if gap <= TOUCH:
            x, y = box.centre
            ahead = (x - point[0]) * ux + (y - point[1]) * uy > 0
            touching.append((gap - (TOUCH if ahead else 0.0), number))
    if touching:
        return min(touching)[1], SURE
    reach = REACH_OF_HEAD if stroke.heads[last] else REACH
    before = [
        (far, n) for n, box in boxes.items() if (far := _ahead(point, (ux, uy), box, reach)) is not None
    ]
    if before:
        return min(before)[1], SHORT
    return (_beside(point, boxes, PAST), BESIDE) if stroke.heads[last] else (None, SURE)


def tip(stroke: Stroke, last: bool) -> Point:
    """The last point of a line, or its first."""
    return stroke.points[-1] if last else stroke.points[0]


def left(stroke: Stroke, last: bool, boxes: Mapping[int, Box]) -> int | None:
    """The symbol that an end near no line must leave: the one before it, else the only one near."""
    point, direction = tip(stroke, last), away(stroke.points, last)
    before = [
        (far, n)
        for n, box in boxes.items()
        if (far := _ahead(point, direction, box, REACH_OF_HEAD)) is not None
    ]
    return min(before)[1] if before else _beside(point, boxes, PAST)


def _beside(point: Point, boxes: Mapping[int, Box], reach: float) -> int | None:
    """The symbol that an end must mean which points past all: the only one near."""
    near = sorted((apart(point, box), number) for number, box in boxes.items())[:2]
    if not near or near[0][0] > reach or (len(near) > 1 and near[1][0] < 2 * near[0][0]):
        return None
    return near[0][1]


def apart(point: Point, box: Box) -> float:
    """How far a point lies outside a box."""
    dx = max(box.x0 - point[0], 0.0, point[0] - box.x1)
    dy = max(box.y0 - point[1], 0.0, point[1] - box.y1)
    return math.hypot(dx, dy)


def _ahead(point: Point, direction: Point, box: Box, reach: float) -> float | None:
    """How far ahead a box lies; None where it does not, or too far."""
    wide = box.grown(1.0)
    steps = int(reach)
    for step in range(1, steps + 1):
        if wide.holds(point[0] + step * direction[0], point[1] + step * direction[1]):
            return float(step)
    return None

"""Gaps in the lines of a scan: ends that nothing stands at, and that can only go on in each other."""

import math
from collections.abc import Collection, Sequence
from itertools import combinations
from typing import Final

from extractors.boxes import Box
from extractors.flow.strokes import Point, Stroke, length

# Points.
ACROSS: Final = 45.0
"""A gap in a straight line is no longer, nor longer than the longer of its two pieces."""
CORNER: Final = 10.0
"""What is lost of a corner is no longer, on either side."""
OFF: Final = 2.0
"""Pieces of one line lie off it by no more."""
MOST_OFF: Final = 6.0
"""... or by no more than this off the one of them that is short, and so leans by chance."""
LEAST: Final = 7.0
"""A shorter piece is no line."""
# Cosines.
FACING, SQUARE = -0.98, 0.15

End = tuple[int, bool]
"""A line by its number, and whether its last end is meant."""


def gaps(strokes: Sequence[Stroke], loose: Sequence[End], boxes: Collection[Box]) -> list[tuple[End, End]]:
    """Pairs of ends that a gap parts, each the nearest one that the other may go on in.

    Args:
        strokes: the lines of a page.
        loose: ends of them that stand at no symbol and at no line.
        boxes: of the symbols, which a gap does not run through.
    """
    far: dict[tuple[End, End], float] = {}
    for one, other in combinations(loose, 2):
        size = _gap(strokes, one, other)
        if size is not None and not any(box.holds(*_middle(strokes, one, other)) for box in boxes):
            far[one, other] = far[other, one] = size
    nearest: dict[End, End] = {}
    for one, other in sorted(far, key=lambda pair: far[pair]):
        nearest.setdefault(one, other)
    return [(one, other) for one, other in nearest.items() if one < other and nearest[other] == one]


def _away(stroke: Stroke, last: bool) -> Point:
    """The direction in which a line ends, over as much of it as is a line; its very end may be bent by what it touches."""
    points = stroke.points if last else stroke.points[::-1]
    end = points[-1]
    begun = next((point for point in points[-2::-1] if math.dist(point, end) >= LEAST), points[0])
    size = max(math.dist(begun, end), 1e-6)
    return (end[0] - begun[0]) / size, (end[1] - begun[1]) / size


def end_of(stroke: Stroke, last: bool) -> Point:
    """The point of an end."""
    return stroke.points[-1] if last else stroke.points[0]


def _middle(strokes: Sequence[Stroke], one: End, other: End) -> Point:
    (ax, ay), (bx, by) = end_of(strokes[one[0]], one[1]), end_of(strokes[other[0]], other[1])
    return (ax + bx) / 2, (ay + by) / 2


def _gap(strokes: Sequence[Stroke], one: End, other: End) -> float | None:
    """How much of a line is lost between two ends; None where they are not of one."""
    first, then = strokes[one[0]], strokes[other[0]]
    sizes = length(first.points), length(then.points)
    if one[0] == other[0] or min(sizes) < LEAST:
        return None
    (px, py), (qx, qy) = end_of(first, one[1]), end_of(then, other[1])
    (ux, uy), (vx, vy) = _away(first, one[1]), _away(then, other[1])
    dx, dy = qx - px, qy - py
    ahead, back, turn = dx * ux + dy * uy, -(dx * vx + dy * vy), ux * vx + uy * vy
    if turn < FACING:
        aside, other_aside = sorted((abs(dx * uy - dy * ux), abs(dx * vy - dy * vx)))
        straight = aside <= OFF and other_aside <= MOST_OFF
        return ahead if straight and 0 < ahead <= min(ACROSS, max(sizes)) else None
    if abs(turn) < SQUARE and -OFF <= ahead <= CORNER and -OFF <= back <= CORNER:
        return math.hypot(dx, dy)
    return None

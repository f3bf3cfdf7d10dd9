"""What form a closed outline has, told from where it leaves the corners of its box free.

A rectangle leaves nothing, a rounded one little, an ellipse more and a diamond half. That holds for
clean outlines and for those traced from pixels; only how much counts as nothing differs.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, Literal

from extractors.boxes import Box

Raut = Literal[
    "kotak",
    "bulat",
    "lingkaran",
    "wajik",
    "segi_lima",
    "dokumen",
    "trapesium",
    "jajar_genjang",
    "segitiga",
    "lain",
]
"""``bulat`` is every round form that is no circle: capsule, ellipse, box with round corners."""
Point = tuple[float, float]

DIAMOND: Final = 0.36
"""From this share of free corners on a form is a diamond (half), below it is round (an ellipse leaves 0.21)."""
HOLLOW: Final = 0.68
"""No form of interest leaves more of a corner free."""
ROUND: Final = 0.012
"""Free area of a corner in squares of half the shorter side: a capsule leaves 0.21, Word's rounded box 0.024."""
ROUND_TRACED: Final = 0.045
"""The same for outlines traced from pixels, on the average of their corners."""
WORN_CORNER: Final = 0.03
"""... and for a single corner of these."""
CIRCLE: Final = 1.2
"""A round form whose sides differ by no more than this factor is a circle."""
MIDDLE: Final = 0.13
"""How far from the middle, as a share of the side, the point of a pentagon may stand."""
MOST_OF_FIVE: Final = 9
"""Corners that a pentagon shows at most; worn ones count twice."""
SIMPLE: Final = 0.035
"""Bends smaller than this share of the longer side do not count as corners."""
LEAN: Final = 0.1
"""Slope by which a traced outline may lie askew: six degrees."""
WORN: Final = 0.09
"""A traced outline that leaves no more than this share of any corner free is a box, its corners sharp or round."""
TAPERED: Final = 1.8
"""A form whose upper corners are so many times freer than the lower ones, or the reverse, tapers."""
SHARP: Final = 0.09
"""Share of the shorter side within which a traced outline reaches a corner of its box."""
HOLLOWED: Final = 0.9
"""A traced outline that fills less of its hull is that of no symbol."""
FEW: Final = 8
"""A curve of fewer points says too little of its course between them."""


def form_of(points: Sequence[Point], curved: bool, traced: bool) -> Raut:
    """The form of a closed outline.

    Args:
        points: its corners, curves as their end points.
        curved: whether any part of it is a curve.
        traced: whether it was traced from pixels.
    """
    ring = _ring(points)
    if len(ring) < 3:
        return "lain"
    if traced:
        ring = _squared(ring)
    box = _around(ring)
    if min(box.width, box.height) <= 0:
        return "lain"
    if traced:
        # All forms are convex; what the scanner frayed is not.
        around = hull(ring)
        if _area(ring) < HOLLOWED * _area(around):
            return "lain"
        ring = around
    if curved and len(ring) <= FEW and (told := _few_curves(ring, box)) is not None:
        return told
    corners = simplified(ring, SIMPLE * max(box.width, box.height))
    if len(corners) == 3 and not curved:
        return "segitiga"
    free = _free(ring, box)
    if max(free) > HOLLOW:
        return "lain"
    if sum(free) / 4 > DIAMOND and min(free) > 0.8 * DIAMOND:
        return "wajik"
    return _by_corners(corners, free, box, curved, traced)


def _by_corners(
    corners: Sequence[Point], free: Sequence[float], box: Box, curved: bool, traced: bool
) -> Raut:
    """The form of what is no diamond, by which corners of its box it keeps free of."""
    half = min(box.width, box.height) / 2
    bend = [part * box.area / 4 / half**2 for part in free]
    if traced and (max(free) <= WORN or sum(bend) / 4 < ROUND_TRACED):
        return "bulat" if len(corners) >= 6 and _reached(corners, box) <= 1 else "kotak"
    cut = [part > (WORN_CORNER if traced else ROUND) for part in bend]
    if not any(cut):
        return "kotak"
    if all(cut):
        return _all_cut(corners, free, box, curved)
    return _some_cut(corners, cut, free, box, curved)


def _ring(points: Sequence[Point]) -> list[Point]:
    """The corners without repetitions."""
    ring = [point for point, before in zip(points, [None, *points], strict=False) if point != before]
    return ring[:-1] if len(ring) > 1 and math.dist(ring[0], ring[-1]) < 0.05 else ring


def _around(ring: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _squared(ring: list[Point]) -> list[Point]:
    """An outline without the lean that paper and camera gave it: level sides level, upright ones upright."""
    box = _around(ring)
    if min(box.width, box.height) <= 0:
        return ring
    x, y = box.centre
    rise = _slope(ring, 0, box.x0 + 0.3 * box.width, box.x0 + 0.7 * box.width)
    lean = _slope(ring, 1, box.y0 + 0.3 * box.height, box.y0 + 0.7 * box.height)
    return [(px - lean * (py - y), py - rise * (px - x)) for px, py in ring]


def _slope(ring: Sequence[Point], axis: int, low: float, high: float) -> float:
    """How much both far sides of an outline rise between two places along an axis; 0 where they differ or rise a lot."""
    here, there = _crossings(ring, axis, low), _crossings(ring, axis, high)
    if not here or not there:
        return 0.0
    one, other = ((end(there) - end(here)) / (high - low) for end in (min, max))
    return (one + other) / 2 if max(abs(one), abs(other)) <= LEAN and abs(one - other) <= LEAN else 0.0


def _crossings(ring: Sequence[Point], axis: int, at: float) -> list[float]:
    """Where an outline crosses a line across an axis."""
    found = []
    for a, b in pairwise([*ring, *ring[:1]]):
        if (a[axis] - at) * (b[axis] - at) < 0:
            share = (at - a[axis]) / (b[axis] - a[axis])
            found.append(a[1 - axis] + share * (b[1 - axis] - a[1 - axis]))
    return found


def _few_curves(ring: Sequence[Point], box: Box) -> Raut | None:
    """The form of few curves: what lies between their ends is not known, so the ends must tell."""
    near = 0.04
    at = [((x - box.x0) / box.width, (y - box.y0) / box.height) for x, y in ring]
    in_corners = {(u > 0.5, v > 0.5) for u, v in at if min(u, 1 - u) < near and min(v, 1 - v) < near}
    if not in_corners:
        surface = _area(ring) / box.area
        distinct = {(round(u, 2), round(v, 2)) for u, v in at}
        if len(distinct) > 4 and surface < 1 - DIAMOND:
            return "wajik"
        return "lingkaran" if _is_circle(box) and surface < 0.75 else "bulat"
    return None


def _reached(corners: Sequence[Point], box: Box) -> int:
    """How many corners of its box an outline has a corner near."""
    near = SHARP * min(box.width, box.height)
    return sum(any(math.dist(at, corner) <= near for corner in corners) for at in box.corners)


def _all_cut(corners: Sequence[Point], free: Sequence[float], box: Box, curved: bool) -> Raut:
    """A form that keeps free of all corners: round, a pentagon with its point up, or a slanted box."""
    if (
        not curved
        and 5 <= len(corners) <= MOST_OF_FIVE
        and min(free) < 0.5 * max(free)
        and _tip(corners, box)
    ):
        return "segi_lima"
    upper, lower = free[:2], free[2:]
    if min(upper) > TAPERED * max(lower) or min(lower) > TAPERED * max(upper):
        return "trapesium"
    if len(corners) == 4 and max(free) > 2.2 * min(free):
        return "jajar_genjang"
    if len(corners) == 6 and not curved and _is_hexagon(corners, box):
        return "lain"
    full = sum(free) / 4 > 0.16
    return "lingkaran" if _is_circle(box) and full else "bulat"


def _some_cut(
    corners: Sequence[Point], cut: Sequence[bool], free: Sequence[float], box: Box, curved: bool
) -> Raut:
    """A form that fills some corners of its box and keeps free of others."""
    tl, tr, br, bl = cut
    if sum(cut) == 2 and tl == br:
        return "jajar_genjang"
    if sum(cut) >= 2 and not curved and 5 <= len(corners) <= MOST_OF_FIVE and _tip(corners, box):
        return "segi_lima"
    if sum(cut) == 2 and (tl == tr) and not curved and len(corners) == 4:
        return "trapesium"
    if not tl and not tr and (br or bl):
        return "dokumen"
    if sum(cut) == 2 and tl == bl and curved:
        return "bulat"
    return "kotak" if max(free) < 0.1 else "lain"


def _tip(corners: Sequence[Point], box: Box) -> bool:
    """Whether one side of the box is touched in its middle only, and the side across at two places far apart."""
    at = [((x - box.x0) / box.width, (y - box.y0) / box.height) for x, y in corners]
    near = 0.06
    for axis in (0, 1):
        for end in (0.0, 1.0):
            touching = [p[1 - axis] for p in at if abs(p[axis] - end) < near]
            across = [p[1 - axis] for p in at if abs(p[axis] - (1 - end)) < near]
            if not 1 <= len(touching) <= 2 or any(abs(at - 0.5) > MIDDLE for at in touching):
                continue
            if len(across) >= 2 and max(across) - min(across) > 0.5:
                return True
    return False


def _is_hexagon(corners: Sequence[Point], box: Box) -> bool:
    """Whether the corners at the left and right stand alone, in the middle."""
    at = [((x - box.x0) / box.width, (y - box.y0) / box.height) for x, y in corners]
    ends = [v for u, v in at if min(u, 1 - u) < 0.04]
    return len(ends) == 2 and all(abs(v - 0.5) < 0.08 for v in ends)


def _is_circle(box: Box) -> bool:
    return max(box.width, box.height) <= CIRCLE * min(box.width, box.height)


def _area(ring: Sequence[Point]) -> float:
    """The area inside a closed outline."""
    if len(ring) < 3:
        return 0.0
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def hull(ring: Sequence[Point]) -> list[Point]:
    """The convex outline around some points (Andrew's chain)."""
    points = sorted(set(ring))
    halves = []
    for run in (points, points[::-1]):
        half: list[Point] = []
        for p in run:
            while len(half) > 1 and _turns_right(half[-2], half[-1], p):
                half.pop()
            half.append(p)
        halves.append(half[:-1])
    return halves[0] + halves[1]


def _turns_right(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0


def _free(ring: Sequence[Point], box: Box) -> tuple[float, float, float, float]:
    """The share of each quarter of the box that the outline leaves free: upper left, upper right, lower right, lower left."""
    x, y = box.centre
    left, right = _half(ring, 0, x, -1), _half(ring, 0, x, 1)
    quarters = (_half(left, 1, y, -1), _half(right, 1, y, -1), _half(right, 1, y, 1), _half(left, 1, y, 1))
    a, b, c, d = (max(0.0, 1 - _area(quarter) / (box.area / 4)) for quarter in quarters)
    return a, b, c, d


def _half(ring: Sequence[Point], axis: int, at: float, side: int) -> list[Point]:
    """The part of an outline on one side of an upright or level line."""
    kept: list[Point] = []
    for a, b in pairwise([*ring, *ring[:1]]):
        da, db = (a[axis] - at) * side, (b[axis] - at) * side
        if da >= 0:
            kept.append(a)
        if da * db < 0:
            t = da / (da - db)
            kept.append((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))
    return kept


def simplified(ring: Sequence[Point], slack: float) -> list[Point]:
    """The corners of a closed outline that remain when bends smaller than ``slack`` are left out."""
    if len(ring) < 4:
        return list(ring)
    start = max(range(len(ring)), key=lambda i: math.dist(ring[i], ring[0]))
    turned = [*ring[start:], *ring[:start]]
    other = max(range(len(turned)), key=lambda i: math.dist(turned[i], turned[0]))
    whole = _thinned(turned[: other + 1], slack)[:-1] + _thinned([*turned[other:], turned[0]], slack)[:-1]
    return whole


def _thinned(run: list[Point], slack: float) -> list[Point]:
    """Douglas and Peucker's simplification of an open line, without recursion."""
    keep = {0, len(run) - 1}
    todo = [(0, len(run) - 1)]
    while todo:
        low, high = todo.pop()
        far, at = 0.0, low
        for i in range(low + 1, high):
            gap = _off(run[i], run[low], run[high])
            if gap > far:
                far, at = gap, i
        if far > slack:
            keep.add(at)
            todo += [(low, at), (at, high)]
    return [run[i] for i in sorted(keep)]


def _off(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from the straight piece between two others."""
    length = math.dist(a, b)
    if length == 0:
        return math.dist(point, a)
    t = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length**2
    t = min(1.0, max(0.0, t))
    return math.dist(point, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))

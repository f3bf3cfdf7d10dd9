"""Whole arrows of a flow and their two ends, from what the network of the rules tells, where no symbols say where lines end.

The pieces that it sees are parted into straight stretches. Stretches that meet at a corner, or go on in each other
across a gap or along a ruled line that hides what lies between, are one arrow; at a head it ends.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import connected
from extractors.raster.drawing.heads import head_likelihoods
from extractors.raster.drawing.runs import Point
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import DPI

TOLD: Final = 90
"""Of 255: what is so likely is a line of the flow."""
LIKELY, SURELY = 0.5, 0.25
"""Likelihood from which on an end has a head, and by how much more than the other one."""
SHIFTS: Final = (-3.0, -1.5, 0.0, 1.5, 3.0)
"""Points along a line by which its end may lie before or behind the point of its head."""
MOST: Final = 300
"""More pieces are no flow."""
# Pixels of the maps.
SHORTEST: Final = 8
"""A shorter piece tells no direction."""
LEAST: Final = 20.0
"""An arrow leads further than this."""
BEND: Final = 3.0
"""A stretch leaves the straight line by no more than this."""
CUT: Final = 4
"""At a corner the shortest way leaves the middle of a line this early."""
CORNER: Final = 18.0
"""Stretches that meet come this near to each other; beside a ruled line the network sees less of them."""
GAP: Final = 30.0
"""A line is broken over no more than this …"""
HIDDEN, NEAR_RULE = 160.0, 6.0
"""… unless it runs this near to a ruled line on all of the way: over no more than this then."""
ASIDE: Final = 4.0
"""What goes on behind a gap is this little beside it."""
SLANT: Final = 0.2
"""Stretches that go on in each other differ by no more than this angle, in radians."""


class Arrow(NamedTuple):
    """A line of the flow in pixels of the maps: where it begins, which way it leaves, where its head is, and which way it comes.

    The ways are unit vectors along the line, from its beginning to its head. ``headed`` tells whether a head was seen.
    """

    tail: Point
    leaving: Point
    head: Point
    coming: Point
    headed: bool


_Stretch = tuple[Point, Point]
_End = tuple[int, int]
"""A stretch by its place, and 0 or 1 for its first or last point."""


def whole_arrows(gray: Gray, told: Gray, level: Sequence[float], dpi: float) -> list[Arrow]:
    """The lines of which it is told where they begin and end.

    Args:
        gray: the page, evenly lit.
        told: how likely each pixel is of an arrow, 0..255, ``DPI`` pixels per inch.
        level: heights of the ruled lines across, in pixels of ``told``.
        dpi: pixels per inch of ``gray``.
    """
    pieces = list(_straight(told))
    if not 0 < len(pieces) <= MOST:
        return []
    seen = _likely(gray, pieces, dpi)
    joints = _paired(pieces, lambda a, b: _gap(pieces, seen, a, b, level))
    whole = [(_point(pieces, first), _point(pieces, last)) for first, last in _chains(len(pieces), joints)]
    likely = _likely(gray, whole, dpi)
    turns = _paired(whole, lambda a, b: _turn(whole, likely, a, b))
    return list(_oriented(whole, likely, _chains(len(whole), turns)))


def _straight(told: Gray) -> Iterator[tuple[Point, Point]]:
    """The ends of the straight stretches of all pieces."""
    labels, stats, _ = connected(np.where(told >= TOLD, 255, 0).astype(np.uint8))
    for at in range(1, len(stats)):
        x, y, w, h, _ = (int(value) for value in stats[at])
        if math.hypot(w, h) < SHORTEST:
            continue
        own = _course(labels[y : y + h, x : x + w] == at)
        corners = cv2.approxPolyDP(np.asarray(own, np.float32), BEND, False).reshape(-1, 2)
        places = {place: step for step, place in enumerate(own)}
        turns = [places[cx, cy] for cx, cy in corners.tolist()]
        for first, last in pairwise(turns):
            (ax, ay), (bx, by) = _fitted(own[first : last + 1])
            if math.hypot(ax - bx, ay - by) >= SHORTEST:
                yield (ax + x, ay + y), (bx + x, by + y)


def _fitted(way: Sequence[Point]) -> _Stretch:
    """The ends of the straight line through most of a way; at its ends it cuts corners."""
    inner = way[CUT:-CUT] if len(way) >= SHORTEST + 2 * CUT else way
    vx, vy, cx, cy = (
        float(v) for v in cv2.fitLine(np.asarray(inner, np.float32), cv2.DIST_L1, 0, 0.01, 0.01).ravel()
    )
    along = [(x - cx) * vx + (y - cy) * vy for x, y in (way[0], way[-1])]
    return (cx + along[0] * vx, cy + along[0] * vy), (cx + along[1] * vx, cy + along[1] * vy)


def _course(piece: NDArray[np.bool_]) -> list[Point]:
    """The way through a piece between the two places of it that are furthest from each other within it."""
    inside = {(int(x), int(y)) for y, x in np.argwhere(piece)}
    far = _walk(inside, next(iter(inside)))[-1][0]
    steps = _walk(inside, far)
    before = dict(steps)
    way = [steps[-1][0]]
    while (last := before[way[-1]]) is not None:
        way.append(last)
    return [(float(x), float(y)) for x, y in way]


def _walk(
    inside: set[tuple[int, int]], start: tuple[int, int]
) -> list[tuple[tuple[int, int], tuple[int, int] | None]]:
    """Places in the order of their distance within a piece from one of them, each with the one before it."""
    found: list[tuple[tuple[int, int], tuple[int, int] | None]] = [(start, None)]
    known = {start}
    for (x, y), _ in found:
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)):
            place = (x + dx, y + dy)
            if place in inside and place not in known:
                known.add(place)
                found.append((place, (x, y)))
    return found


def _likely(gray: Gray, stretches: Sequence[_Stretch], dpi: float) -> list[tuple[float, float]]:
    """How likely a head stands at the first and at the last point of stretches."""
    by, views = dpi / DPI, []
    for first, last in stretches:
        for a, b in ((last, first), (first, last)):
            ux, uy = _way(a, b)
            for far in SHIFTS:
                end = (b[0] + far * ux * DPI / 72.0, b[1] + far * uy * DPI / 72.0)
                views.append([(a[0] * by, a[1] * by), (end[0] * by, end[1] * by)])
    likely = head_likelihoods(gray, views, dpi).reshape(-1, 2, len(SHIFTS)).max(axis=2)
    return [(float(first), float(last)) for first, last in likely.tolist()]


def _paired(stretches: Sequence[_Stretch], gap: Callable[[_End, _End], float | None]) -> dict[_End, _End]:
    """Which ends go on in each other, the nearest first; each in one other at most."""
    ends = [(at, end) for at in range(len(stretches)) for end in (0, 1)]
    near = sorted(
        (far, a, b) for a, b in combinations(ends, 2) if a[0] != b[0] and (far := gap(a, b)) is not None
    )
    found: dict[_End, _End] = {}
    for _, a, b in near:
        if a not in found and b not in found:
            found[a], found[b] = b, a
    return found


def _chains(count: int, joints: Mapping[_End, _End]) -> list[tuple[_End, _End]]:
    """The two free ends of all that hangs together; what goes round has none."""
    found: list[tuple[_End, _End]] = []
    for at in range(count):
        for end in (0, 1):
            if (at, end) in joints:
                continue
            last = (at, 1 - end)
            while last in joints:
                on, to = joints[last]
                last = (on, 1 - to)
            if (at, end) < last:
                found.append(((at, end), last))
    return found


def _gap(
    pieces: Sequence[_Stretch],
    likely: Sequence[tuple[float, float]],
    a: _End,
    b: _End,
    level: Sequence[float],
) -> float | None:
    """How far two ends are from each other; None where they do not go straight on in each other.

    Two heads that face each other have a symbol between them, but where a rule cuts a slanted line it makes such ends.
    """
    here, there = _point(pieces, a), _point(pieces, b)
    gap = math.dist(here, there)
    if gap > HIDDEN:
        return None
    out, into = _outward(pieces, a), _outward(pieces, b)
    if abs(_angle(out, (-into[0], -into[1]))) > SLANT:
        return None
    ux, uy = _way(here, there)
    if gap > CORNER and (out[0] * ux + out[1] * uy) < 0.5:
        return None
    # Along both together, for a short piece alone tells its direction badly.
    first, last = _point(pieces, _other(a)), _point(pieces, _other(b))
    vx, vy = _way(first, last)
    if any(abs((x - first[0]) * vy - (y - first[1]) * vx) > ASIDE for x, y in (here, there)):
        return None
    hidden = any(abs(here[1] - y) <= NEAR_RULE and abs(there[1] - y) <= NEAR_RULE for y in level)
    facing = _headed(likely, a) and _headed(likely, b)
    return gap if hidden or (gap <= GAP and not facing) else None


def _turn(
    stretches: Sequence[_Stretch], likely: Sequence[tuple[float, float]], a: _End, b: _End
) -> float | None:
    """How far two ends without heads are from each other where a line turns off; None where none does."""
    gap = math.dist(_point(stretches, a), _point(stretches, b))
    if gap > CORNER or _headed(likely, a) or _headed(likely, b):
        return None
    return gap


def _oriented(
    stretches: Sequence[_Stretch],
    likely: Sequence[tuple[float, float]],
    chains: Sequence[tuple[_End, _End]],
) -> Iterator[Arrow]:
    """The lines from their beginnings to their heads; one without heads leads down, as rows do."""
    for ends in chains:
        first, last = sorted(ends, key=lambda end: likely[end[0]][end[1]])
        low, high = likely[first[0]][first[1]], likely[last[0]][last[1]]
        headed = high > LIKELY
        if headed and high - low <= SURELY:
            continue
        if not headed:
            first, last = sorted(ends, key=lambda end: _point(stretches, end)[1])
        tail, head = _point(stretches, first), _point(stretches, last)
        if math.dist(tail, head) >= LEAST:
            out = _outward(stretches, first)
            yield Arrow(tail, (-out[0], -out[1]), head, _outward(stretches, last), headed)


def _headed(likely: Sequence[tuple[float, float]], end: _End) -> bool:
    """Whether a stretch has a head at an end, and not rather at its other one."""
    own = likely[end[0]]
    return own[end[1]] > LIKELY and own[end[1]] >= own[1 - end[1]]


def _point(stretches: Sequence[_Stretch], end: _End) -> Point:
    return stretches[end[0]][end[1]]


def _other(end: _End) -> _End:
    return end[0], 1 - end[1]


def _outward(stretches: Sequence[_Stretch], end: _End) -> Point:
    return _way(_point(stretches, _other(end)), _point(stretches, end))


def _way(a: Point, b: Point) -> Point:
    size = max(math.dist(a, b), 1e-6)
    return (b[0] - a[0]) / size, (b[1] - a[1]) / size


def _angle(a: Point, b: Point) -> float:
    return math.atan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1])

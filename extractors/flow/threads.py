"""Lines that a program drew as areas: a closed outline no thicker than a stroke is a line, bent or straight."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

Point = tuple[float, float]

THICK: Final = 3.2
"""Points: what is no thicker than this on average is a line."""
SLIM: Final = 5.0
"""... and at least so many times as long as thick."""
CAP: Final = 2.4
"""The end of such a line is an edge of at most so many thicknesses."""
MOST: Final = 60
"""Outlines of more corners are pictures."""


def thread(points: Sequence[Point]) -> tuple[Point, ...] | None:
    """The course of a line drawn as an area, None for any other outline.

    Args:
        points: the corners of a closed outline, the first again at the end or not.
    """
    ring = [a for a, b in pairwise([*points, points[0]]) if math.dist(a, b) > 0.01] if points else []
    if not 4 <= len(ring) <= MOST:
        return None
    edges = list(pairwise([*ring, ring[0]]))
    sizes = [math.dist(a, b) for a, b in edges]
    around = sum(sizes)
    area = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in edges)) / 2
    thickness = 2 * area / around
    if thickness > THICK or around < 2 * SLIM * max(thickness, 0.4):
        return None
    caps = [at for at, size in enumerate(sizes) if size <= max(CAP * thickness, 1.2)]
    pairs = [(_apart(a, b, sizes, around), a, b) for n, a in enumerate(caps) for b in caps[n + 1 :]]
    if not pairs:
        return None
    half, first, last = max(pairs)
    if half < 0.4 * around:
        return None
    side = ring[first + 1 : last + 1]
    ends = [_middle(edges[first]), _middle(edges[last])]
    return _without_stubs(_without_stubs((ends[0], *side[1:-1], ends[1]))[::-1])[::-1]


def _without_stubs(course: tuple[Point, ...]) -> tuple[Point, ...]:
    """A course without pieces at its beginning that are no longer than a line is thick: its mitred end."""
    at = 0
    while at < len(course) - 2 and math.dist(course[at], course[at + 1]) <= THICK:
        at += 1
    return course[at:]


def _apart(one: int, other: int, sizes: Sequence[float], around: float) -> float:
    """How far two edges are apart on the shorter way round."""
    between = sum(sizes[one + 1 : other])
    return min(between, around - between - sizes[one] - sizes[other])


def _middle(edge: tuple[Point, Point]) -> Point:
    (ax, ay), (bx, by) = edge
    return (ax + bx) / 2, (ay + by) / 2

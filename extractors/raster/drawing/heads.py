"""Whether an arrowhead stands at an end of a line, told from its picture by a small network that has seen many.

What lies around the end is laid so that the line comes from the left, at one size, and made a
coarse picture; two layers of weights make of it how likely a head is. They are made by ``benchmarks.simbol --ujung``.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from extractors.raster.drawing.forms import LEAST_CONTRAST, Vektor, Weights, read_weights, scores
from extractors.raster.drawing.runs import Point
from extractors.raster.geometry.paper import Gray

FILE: Final = "ujung.npz"
BACK, AHEAD, ASIDE = 15.0, 5.0, 7.0
"""Points before, behind and beside the end of a line that are looked at."""
FINE: Final = 0.5
"""Points between the samples that are taken …"""
COARSE: Final = (20, 14)
"""… and how many places along and across a line they are put together to."""
SHIFT: Final = 2.5
"""Points: a line that is drawn up to its symbol ends so much behind the point of its head, or not."""
GAP = (0.06, 0.11)
"""Inches between the end of a line and its symbol, where it is not drawn up to it: what is less is looked past."""
SLANT: Final = 0.1
"""A stretch along an axis is off it by no more than this share of its length."""
BENT: Final = 0.15
"""Inches: a shorter stretch may be the rest of a corner."""
TURNING: Final = 0.9
"""Cosine of a turn below which a line turns off."""
PAPER: Final = 250.0
"""The grey of paper."""
DOUBT: Final = 0.6
"""Of a line no longer than what is looked at, an end is told only by so much more likelihood."""
TILT, OFF = 0.05, 0.05
"""A stretch that is further off an axis than this share of its length and so many inches is slanted."""
SURELY: Final = 0.85
"""Likelihood from which on one end of a slanted line surely has a head."""
HEADLESS, TWO_HEADED = 0.06, 0.05
"""How often a line has no head, and how often two; else it has one."""


def heads(gray: Gray, courses: Sequence[Sequence[Point]], dpi: float) -> list[tuple[bool, bool]]:
    """At which ends of lines there are heads, most of them having one.

    Args:
        gray: evenly lit.
        courses: the corners of lines in pixels, no two of them in a row the same.
        dpi: pixels per inch.
    """
    ways = [way for course in courses for way in (course[::-1], course)]
    views = [list(_views(gray, way, dpi)) for way in ways]
    seen = iter(head_likelihoods(gray, [view for own in views for view in own], dpi).tolist())
    likely = np.asarray([max(next(seen) for _ in own) for own in views], np.float32)
    told = zip(courses, likely.reshape(-1, 2), strict=True)
    return [
        (False, False)
        if _is_open(course, float(first), float(last), dpi)
        else _settled(float(first), float(last))
        for course, (first, last) in told
    ]


def _is_open(course: Sequence[Point], first: float, last: float, dpi: float) -> bool:
    """Whether the likelihoods of the two ends of a line say nothing.

    Of a short line both are seen at once. A slanted line ends where it runs along a side, and there tails and heads look alike.
    """
    if _is_short(course, dpi):
        return abs(first - last) < DOUBT
    return _is_slanted(course, dpi) and (max(first, last) < SURELY or min(first, last) > 1 - DOUBT)


def _is_slanted(course: Sequence[Point], dpi: float) -> bool:
    """Whether the longest stretch of a line lies along no axis."""
    (ax, ay), (bx, by) = max(pairwise(course), key=lambda stretch: math.dist(*stretch))
    return min(abs(ax - bx), abs(ay - by)) > max(TILT * math.dist((ax, ay), (bx, by)), OFF * dpi)


def _views(gray: Gray, course: Sequence[Point], dpi: float) -> Iterator[Sequence[Point]]:
    """The ways in which a line may come to the head at its end."""
    if _is_pressed(course, dpi):
        yield _straight(course, dpi)
    whole = [*course[:-2], course[-1]] if len(course) > 2 and _ahead(*course[-3:]) >= TURNING else course
    yield whole
    yield _shortened(whole, SHIFT * dpi / 72.0)
    short = len(course) > 2 and GAP[0] * dpi < math.dist(*course[-2:]) <= GAP[1] * dpi
    if short and _is_gap(gray, *course[-3:]):
        yield course[:-1]


def _is_pressed(course: Sequence[Point], dpi: float) -> bool:
    """Whether a line that runs along the side it ends at turns to it with a last stretch too short to be looked along."""
    (ax, ay), (bx, by) = course[-2:]
    if len(course) < 3 or math.dist((ax, ay), (bx, by)) >= TELLING * dpi or (ax != bx and ay != by):
        return False
    wide, high = abs(course[-3][0] - ax), abs(course[-3][1] - ay)
    level = min(wide, high) <= SLANT * max(wide, high) or max(wide, high) < BENT * dpi
    return level and _ahead(*course[-3:]) < TURNING


def _straight(course: Sequence[Point], dpi: float) -> Sequence[Point]:
    """The last stretch of a line as if it came from afar."""
    (ax, ay), (bx, by) = course[-2:]
    far = BACK * dpi / 72.0 / math.dist((ax, ay), (bx, by))
    return [(bx + far * (ax - bx), by + far * (ay - by)), (bx, by)]


def _is_gap(gray: Gray, a: Point, b: Point, c: Point) -> bool:
    """Whether a line ends at its last corner, and only paper leads on to its symbol."""
    drawn, last = _darkest(gray, a, b), _darkest(gray, b, c)
    return last > (drawn + PAPER) / 2


def _darkest(gray: Gray, a: Point, b: Point) -> float:
    """How dark most of a stretch is, where it is in the middle of what was seen of it."""
    steps = max(2, round(math.dist(a, b)))
    xs, ys = (
        np.rint(np.linspace(first, last, steps)).astype(np.int64) for first, last in zip(a, b, strict=True)
    )
    near = [
        gray[np.clip(ys + dy, 0, gray.shape[0] - 1), np.clip(xs + dx, 0, gray.shape[1] - 1)]
        for dx, dy in ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    return float(np.median(np.min(near, axis=0)))


def _ahead(a: Point, b: Point, c: Point) -> float:
    """How straight a line goes on at a corner: the cosine of its turn."""
    across = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return across / max(math.dist(a, b) * math.dist(b, c), 1e-6)


def _is_short(course: Sequence[Point], dpi: float) -> bool:
    """Whether both ends of a line are seen at once."""
    return sum(math.dist(a, b) for a, b in pairwise(course)) < BACK * dpi / 72.0


def _shortened(course: Sequence[Point], far: float) -> Sequence[Point]:
    """A line without its very end, where that is not all of its last stretch."""
    (ax, ay), (bx, by) = course[-2:]
    size = math.dist((ax, ay), (bx, by))
    share = far / size if size > 2 * far else 0.0
    return [*course[:-1], (bx + share * (ax - bx), by + share * (ay - by))]


def _settled(first: float, last: float) -> tuple[bool, bool]:
    one = (1 - HEADLESS - TWO_HEADED) / 2
    odds = {
        (False, False): HEADLESS * (1 - first) * (1 - last),
        (True, False): one * first * (1 - last),
        (False, True): one * (1 - first) * last,
        (True, True): TWO_HEADED * first * last,
    }
    return max(odds, key=lambda state: odds[state])


def head_likelihoods(gray: Gray, courses: Sequence[Sequence[Point]], dpi: float) -> Vektor:
    """How likely a head stands at the last point of each line."""
    if not courses:
        return np.zeros(0, np.float32)
    vectors = np.stack([features(gray, course, dpi) for course in courses])
    return np.asarray(scores(vectors, weights())[:, 1], np.float32)


def weights() -> Weights:
    """The network that comes with the program."""
    return read_weights(FILE)


def features(gray: Gray, course: Sequence[Point], dpi: float) -> Vektor:
    """What the network is shown of the end of a line: one vector."""
    end, start = course[-1], _before(course, dpi)
    size = max(math.dist(start, end), 1e-6)
    ux, uy = (end[0] - start[0]) / size, (end[1] - start[1]) / size
    step = FINE * dpi / 72.0
    wide, high = round((BACK + AHEAD) / FINE), round(2 * ASIDE / FINE)
    left, top = -BACK / FINE, -ASIDE / FINE
    turn = np.asarray(
        [
            [ux * step, -uy * step, end[0] + step * (left * ux - top * uy)],
            [uy * step, ux * step, end[1] + step * (left * uy + top * ux)],
        ],
        np.float64,
    )
    way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    patch = cv2.warpAffine(gray, turn, (wide, high), flags=way, borderValue=(255,))
    small = cv2.resize(patch, COARSE, interpolation=cv2.INTER_AREA).astype(np.float32)
    low, light = (float(value) for value in np.percentile(small, (1, 90)))
    span = max(light - low, LEAST_CONTRAST)
    return np.asarray(np.clip((light - small) / span, 0, 1).ravel(), np.float32)


def _before(course: Sequence[Point], dpi: float) -> Point:
    """Where a line comes from at its end: its last corner that is far enough away to tell."""
    end = course[-1]
    return next((at for at in course[-2::-1] if math.dist(at, end) >= TELLING * dpi), course[0])


TELLING: Final = 0.06
"""Inches: a last stretch at least so long tells from where a line comes."""

"""Whether an arrowhead stands at an end of a line, told from its picture by a small network that has seen many.

What lies around the end is laid so that the line comes from the left, at one size, and made a
coarse picture; two layers of weights make of it how likely a head is. They are made by ``benchmarks.simbol --ujung``.
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from extractors.raster.forms import LEAST_CONTRAST, Vektor, Weights, read_weights, scores
from extractors.raster.paper import Gray

Point = tuple[float, float]

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
DOUBT: Final = 0.6
"""Of a line no longer than what is looked at, an end is told only by so much more likelihood."""
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
    likely = np.maximum(
        head_likelihoods(gray, ways, dpi),
        head_likelihoods(gray, [_shortened(way, SHIFT * dpi / 72.0) for way in ways], dpi),
    )
    likely = np.maximum(likely, head_likelihoods(gray, [_before_gap(way, dpi) for way in ways], dpi))
    told = zip(courses, likely.reshape(-1, 2), strict=True)
    return [
        (False, False)
        if abs(first - last) < DOUBT and _is_short(course, dpi)
        else _settled(float(first), float(last))
        for course, (first, last) in told
    ]


def _is_short(course: Sequence[Point], dpi: float) -> bool:
    """Whether both ends of a line are seen at once."""
    return sum(math.dist(a, b) for a, b in pairwise(course)) < BACK * dpi / 72.0


def _shortened(course: Sequence[Point], far: float) -> Sequence[Point]:
    """A line without its very end, where that is not all of its last stretch."""
    (ax, ay), (bx, by) = course[-2:]
    size = math.dist((ax, ay), (bx, by))
    share = far / size if size > 2 * far else 0.0
    return [*course[:-1], (bx + share * (ax - bx), by + share * (ay - by))]


def _before_gap(course: Sequence[Point], dpi: float) -> Sequence[Point]:
    """A line without a last stretch so short that it only leads on to the symbol."""
    short = len(course) > 2 and GAP[0] * dpi < math.dist(*course[-2:]) <= GAP[1] * dpi
    return course[:-1] if short else course


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

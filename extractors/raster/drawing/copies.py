"""Symbols that are as others of their page: each form is drawn once and copied, so that one whose outline is not closed is found.

Gaps, streaks and rules open outlines so that no ink encloses them. What the network of the rules sees of a flow, though,
lies where an outline of a known size would: on all sides of it, but where one lies on a rule.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box, shared
from extractors.raster.drawing.bodies import Outline
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import DPI, Maps
from extractors.sheets import Drawing

FLOW: Final = 50
"""Of 255: what is so likely of the flow, or of a rule, may be of an outline."""
BESIDE: Final = 3
"""Pixels of the maps: a line is looked for as broad."""
PLACES, FIRST = 48, 12
"""So many places along an outline are looked at, and first of all so many."""
SIDES: Final = 4
WHOLE, DRAWN, LEAST = 0.8, 0.6, 0.55
"""Shares of those places where the flow or a rule is seen, where the flow is, and where either is on each quarter of an outline."""
ENOUGH, SOME = 0.7, 0.5
"""Shares of the first places where the flow or a rule is seen, and where the flow is."""
ALIKE: Final = 0.12
"""Share by which the sizes of two symbols differ that are taken for one."""
DIAMOND, BOX = "wajik", "kotak"
MOST_SIZES: Final = 2
TOUCHING: Final = 0.02
"""Share of a known symbol that another one has in common with it at most."""
MOST: Final = 24
"""So many places are judged by their pictures."""

Polygon = NDArray[np.float64]
"""n x 2: corners, from the middle of their box, in pixels of the maps."""


def copies(known: Sequence[Drawing], seen: Maps, dpi: float) -> Iterator[Outline]:
    """Where outlines of the forms and sizes of known symbols lie, beside those; in pixels of the page.

    Args:
        known: symbols whose form is sure, in pixels.
        seen: what the network tells of the page.
        dpi: pixels per inch of the page.
    """
    flow = _near(np.maximum(seen.symbols, seen.arrows))
    ruled = np.maximum(flow, _near(np.maximum(seen.level, seen.plumb)))
    by = dpi / DPI
    taken = [Box(*(edge / by for edge in one.box)) for one in known]
    found: list[tuple[float, Box, Polygon]] = []
    for polygon in _templates(known, by):
        found += [(share, _around(x, y, polygon), polygon) for share, x, y in _places(flow, ruled, polygon)]
    free = [one for one in found if not any(shared(one[1], box) > TOUCHING * box.area for box in taken)]
    for _, box, polygon in sorted(free, key=lambda one: -one[0])[:MOST]:
        yield np.rint((polygon + box.centre) * by).astype(np.int32).reshape(-1, 1, 2)


def _near(told: Gray) -> Gray:
    """Where something is likely, or right beside, as 1."""
    return np.asarray(cv2.dilate(told, np.ones((BESIDE, BESIDE), np.uint8)) >= FLOW, np.uint8)


def _templates(known: Sequence[Drawing], by: float) -> Iterator[Polygon]:
    """The outlines that are looked for: a known one of each form and size, and a diamond and a box of each size."""
    done: list[tuple[str, float, float]] = []
    for one in known:
        width, height = one.box.width / by, one.box.height / by
        (cx, cy) = one.box.centre
        diamond = np.asarray([(0, -height), (width, 0), (0, height), (-width, 0)], np.float64) / 2
        box = (
            np.asarray([(-width, -height), (width, -height), (width, height), (-width, height)], np.float64)
            / 2
        )
        own = (np.asarray(one.points, np.float64) - (cx, cy)) / by
        for form, polygon in ((DIAMOND, diamond), (BOX, box), (one.raut, own)):
            same = any(
                form == other and abs(width - w) <= ALIKE * w and abs(height - h) <= ALIKE * h
                for other, w, h in done
            )
            if not same and sum(form == other for other, _, _ in done) < MOST_SIZES:
                done.append((form, width, height))
                yield polygon


def _places(flow: Gray, ruled: Gray, polygon: Polygon) -> Iterator[tuple[float, int, int]]:
    """Where the middle of an outline lies of which the flow, or a rule, is seen on all sides, and how much of it."""
    places = np.rint(_along(polygon)).astype(int)
    reach = np.abs(places).max(axis=0) + 1
    middles = _likely(flow, ruled, places[:: PLACES // FIRST], reach)
    rows, columns = (middles[:, axis, None] + places[None, :, axis] for axis in (1, 0))
    either, drawn = ruled[rows, columns], flow[rows, columns].sum(axis=1)
    total = either.sum(axis=1)
    sides = either.reshape(-1, SIDES, PLACES // SIDES).mean(axis=2).min(axis=1)
    good = (total >= WHOLE * PLACES) & (drawn >= DRAWN * PLACES) & (sides >= LEAST)
    middles, total = middles[good], total[good]
    order = np.argsort(-total, kind="stable")
    middles, total = middles[order], total[order]
    while len(middles):
        best = middles[0]
        yield float(total[0]) / PLACES, int(best[0]), int(best[1])
        far = (np.abs(middles - best) >= reach).any(axis=1)
        middles, total = middles[far], total[far]


def _likely(
    flow: Gray, ruled: Gray, places: NDArray[np.int64], reach: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Middles (x, y) around which enough is seen at some places of an outline; no outline lies over an edge of the maps."""
    (height, width), (x, y) = flow.shape, reach.tolist()
    if height <= 2 * y or width <= 2 * x:
        return np.zeros((0, 2), np.int64)
    either, drawn = (np.zeros((height - 2 * y, width - 2 * x), np.uint8) for _ in range(2))
    for across, down in places.tolist():
        rows, columns = slice(y + down, height - y + down), slice(x + across, width - x + across)
        either += ruled[rows, columns]
        drawn += flow[rows, columns]
    ys, xs = np.nonzero((either >= ENOUGH * len(places)) & (drawn >= SOME * len(places)))
    return np.stack([xs + x, ys + y], axis=1)


def _along(polygon: Polygon) -> Polygon:
    """Places at even distances along an outline."""
    closed = np.vstack([polygon, polygon[:1]])
    steps = np.asarray([math.dist(a, b) for a, b in pairwise(closed.tolist())])
    ends = np.concatenate([[0.0], np.cumsum(steps)])
    at = (np.arange(PLACES) + 0.5) / PLACES * ends[-1]
    return np.stack([np.interp(at, ends, closed[:, axis]) for axis in (0, 1)], axis=1)


def _around(x: float, y: float, polygon: Polygon) -> Box:
    """The box of an outline with its middle at a place."""
    wide, high = np.abs(polygon).max(axis=0)
    return Box(x - wide, y - high, x + wide, y + high)

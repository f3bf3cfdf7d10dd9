"""How far a page is from straight: its turn by projections, the rest by the slopes of its ruled lines."""

from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import connected
from extractors.raster.geometry.lie import Boxes
from extractors.raster.geometry.paper import Gray, lying

WIDEST = 12.0
"""Degrees to either side among which the turn of a page is searched."""
COARSE, FINE = 0.5, 0.1
"""Steps of the search in degrees."""
PIECE, LONG = 0.3, 0.7
"""Inches of unbroken ink that make a piece of a rule, and of a piece whose slope is trusted."""
STEEPEST = 0.05
"""Slope of a rule after the first turn of the page; steeper pieces are drawn."""
LEAST_RULES = 4.0
"""Inches of rules in one direction below which text decides."""
MANY_RULES = 30.0
"""Inches of rules below which a slope must also make the rows of the page sharper: broken rules mislead."""
NEARLY_SHARP = 0.85
"""The share of the greatest sharpness from which a measured slope is believed."""
LEAST_UPRIGHTS = 1.5
"""The same of upright ones: text says nothing about how far a sheet that slid while it was scanned leans."""
LEAST_FEET = 40
"""So many letters tell how their lines lean."""
BANDS, LEAST_BANDS = 6, 3
"""Into how many bands a page is cut, and how many of them must say so, to see how its lines lean from head to foot …"""
ALIKE = 0.005
"""… each no farther off than this slope."""
STEEPEST_TEXT, COARSE_TEXT = 2.4, 0.06
"""Degrees to either side among which the turn of a band is searched, and the steps of the search."""


def turn(mask: Gray) -> float:
    """The angle in degrees (clockwise lines positive) by which lines of ink are off the level, to about 0.1.

    Args:
        mask: 255 = ink, small (a long side of some 800 pixels): the search turns it some fifty times.
    """
    best = _best_turn(mask, np.arange(-WIDEST, WIDEST + COARSE / 2, COARSE))
    return _best_turn(mask, np.arange(best - COARSE, best + COARSE + FINE / 2, FINE))


def _best_turn(mask: Gray, angles: NDArray[np.float64]) -> float:
    """The angle among some at which the rows of the turned picture differ most from each other."""
    points = np.flatnonzero(mask)
    if len(points) < 50:
        return 0.0
    if len(points) > 40_000:
        points = points[:: len(points) // 40_000 + 1]
    y, x = np.divmod(points, mask.shape[1])
    x = x - mask.shape[1] / 2
    scores = []
    for angle in np.radians(angles):
        rows = (y * np.cos(angle) - x * np.sin(angle)).round().astype(np.int64)
        counts = np.bincount(rows - rows.min()).astype(np.float64)
        scores.append(float((np.diff(counts) ** 2).sum()))
    return float(angles[int(np.argmax(scores))])


def text_turn(boxes: Boxes, dpi: float) -> float:
    """The angle in degrees that is left, from the feet of the letters; for pages already straight to half a degree."""
    return _text_turn(boxes, dpi, np.arange(-0.6, 0.601, 0.02)) if len(boxes) >= LEAST_FEET else 0.0


def _text_turn(boxes: Boxes, dpi: float, angles: NDArray[np.float64]) -> float:
    """The one of some angles in degrees at which most letters stand beside each other."""
    x = (boxes[:, 0] + boxes[:, 2] / 2 - boxes[:, 0].mean()) * (200.0 / dpi)
    feet = (boxes[:, 1] + boxes[:, 3]) * (200.0 / dpi)
    scores = []
    for angle in np.radians(angles):
        rows = (feet - x * np.tan(angle)).round().astype(np.int64)
        counts = np.bincount(rows - rows.min()).astype(np.float64)
        scores.append(float((np.convolve(counts, (1.0, 2.0, 1.0)) ** 2).sum()))
    return float(angles[int(np.argmax(scores))])


@dataclass(frozen=True, slots=True)
class Slopes:
    """The slopes of rules in one direction as a line over their place: at the picture's two sides.

    Attributes:
        first: slope at the top (of level rules) or the left side (of upright ones).
        last: slope at the bottom or the right side.
        length: of all the pieces that agree, in inches.
    """

    first: float
    last: float
    length: float


def slopes(mask: Gray, dpi: float, *, upright: bool, keystone: bool) -> Slopes:
    """How ruled lines of one direction lean.

    Args:
        mask: 255 = ink.
        dpi: pixels per inch.
        upright: the vertical ones (dx/dy) instead of the level ones (dy/dx).
        keystone: let the slope change over the page, where lines all over it say so.
    """
    source = lying(mask) if upright else mask
    pieces = _pieces(source, dpi)
    size = source.shape[0]
    if not len(pieces):
        return Slopes(0.0, 0.0, 0.0)
    at, slope, length = pieces[:, 0], pieces[:, 1], pieces[:, 2]
    weight = length**1.5
    middle = _weighted_median(slope, weight)
    near = np.abs(slope - middle) < (0.015 if keystone else 0.006)
    at, slope, weight, length = at[near], slope[near], weight[near], length[near]
    total = float(length.sum() / dpi)
    spread = at.max() - at.min() if len(at) else 0.0
    if not keystone or len(at) < 5 or spread < 0.3 * size:
        middle = _weighted_mean(slope, weight, middle)
        return Slopes(middle, middle, total)
    rise, base = _robust_line(at / size, slope, weight)
    return Slopes(base, base + rise, total)


def of_text(boxes: Boxes, dpi: float, height: int) -> Slopes | None:
    """How lines of text lean from band to band of the page; None where too few bands agree.

    Args:
        boxes: of letters and words.
        dpi: pixels per inch.
        height: of the page in pixels.
    """
    angles = np.arange(-STEEPEST_TEXT, STEEPEST_TEXT + COARSE_TEXT / 2, COARSE_TEXT)
    edges = np.linspace(0, height, BANDS + 1)
    bands = [boxes[(boxes[:, 1] >= low) & (boxes[:, 1] < high)] for low, high in pairwise(edges)]
    told = [band for band in bands if len(band) >= LEAST_FEET]
    if len(told) < LEAST_BANDS:
        return None
    at = np.array([band[:, 1].mean() / height for band in told])
    slope = np.tan(np.radians([_text_turn(band, dpi, angles) for band in told]))
    rise, base = _robust_line(at, slope, np.sqrt([float(len(band)) for band in told]))
    agreed = np.abs(slope - rise * at - base) <= ALIKE
    return Slopes(base, base + rise, 0.0) if np.count_nonzero(agreed) >= LEAST_BANDS else None


def sharper(mask: Gray, found: Slopes, text: Slopes | None = None) -> Slopes:
    """The slopes that were found, or those of the text or the one slope of the sharpest rows, if they make rows sharper.

    Args:
        mask: 255 = ink.
        found: few rules said so.
        text: what its lines say, which may lean otherwise at the foot of a page than at its head.
    """
    points = np.flatnonzero(mask)
    if len(points) < 50:
        return found
    points = points[:: len(points) // 60_000 + 1]
    y, x = np.divmod(points, mask.shape[1])
    middle = (found.first + found.last) / 2
    alone = [Slopes(slope, slope, found.length) for slope in np.arange(-0.012, 0.0121, 0.0005).tolist()]
    ways = [
        *alone,
        *([replace(text, length=found.length)] if text else ()),
        Slopes(middle, middle, found.length),
    ]
    down, across = y / mask.shape[0], x - mask.shape[1] / 2
    scores = [_sharpness(y - across * (way.first + (way.last - way.first) * down)) for way in ways]
    best = int(np.argmax(scores))
    return found if scores[-1] >= NEARLY_SHARP * scores[best] else ways[best]


def _sharpness(rows: NDArray[np.float64]) -> float:
    whole = rows.round().astype(np.int64)
    counts = np.bincount(whole - whole.min()).astype(np.float64)
    return float((np.diff(counts) ** 2).sum())


def _pieces(mask: Gray, dpi: float) -> NDArray[np.float64]:
    """N x 3: place across, slope and length of the long level pieces of ink."""
    run = max(12, round(PIECE * dpi))
    found = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    # Pieces of one leaning line touch only by corners or miss each other by a pixel.
    found = cv2.dilate(found, np.ones((3, 3), np.uint8))
    labels, stats, _ = connected(found)
    pieces = []
    for label in range(1, len(stats)):
        x, y, w, h, _ = stats[label]
        if w < LONG * dpi or h > 0.03 * dpi + STEEPEST * w:
            continue
        own = (labels[y : y + h, x : x + w] == label) & (mask[y : y + h, x : x + w] > 0)
        weight = own.sum(axis=0).astype(np.float64)
        inked = weight > 0
        if inked.sum() < 0.6 * w:
            continue
        centre = (own * np.arange(h)[:, None]).sum(axis=0)[inked] / weight[inked]
        slope, base = np.polyfit(np.flatnonzero(inked), centre, 1)
        rest = np.abs(centre - slope * np.flatnonzero(inked) - base)
        if np.mean(rest) < 0.012 * dpi:
            pieces.append((y + float(centre.mean()), float(slope), float(w)))
    return np.array(pieces, dtype=np.float64).reshape(-1, 3)


def _weighted_median(values: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][int(np.searchsorted(total, total[-1] / 2))])


def _weighted_mean(values: NDArray[np.float64], weights: NDArray[np.float64], near: float) -> float:
    close = np.abs(values - near) < 0.003
    if not close.any():
        return near
    return float(np.average(values[close], weights=weights[close]))


def _robust_line(
    x: NDArray[np.float64], y: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[float, float]:
    """Rise and base of a weighted line through points, those far off counting little."""
    trust = weights
    rise, base = 0.0, 0.0
    for _ in range(4):
        rise, base = (float(v) for v in np.polyfit(x, y, 1, w=np.sqrt(trust)))
        rest = np.abs(y - rise * x - base)
        trust = weights / (1 + (rest / 0.0015) ** 2)
    return rise, base

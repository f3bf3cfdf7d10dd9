"""What the rules of a page still lean once it is upright, told from where the network sees them.

Ink tells how rules lean only as far as it is unbroken: those of a copy of a copy are short pieces, and rows of letters
weigh more. The network sees a broken rule whole. Rules that lean are no longer one line to whatever follows them down
or across a page.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.geometry import skew
from extractors.raster.geometry.paper import Gray, lying
from extractors.raster.learned import DPI, Maps

_LIKELY = 110
"""From here on the network takes a pixel for one of a rule."""
_SHARPER = 1.25
"""How many times sharper the rules must stand side by side once they are straightened."""
_NOTHING = 0.003
"""A slope below this does not matter."""
_MANY = 40.0
"""Inches of rules that tell how their slope changes over the page."""
_POINTS, _LEAST = 20_000, 2000
"""Pixels that are looked at, and the least of them that say something."""
_STEEPEST, _STEP = 0.045, 0.001
"""The slopes that are tried where pieces of rules say nothing, and their distance."""


def leaning(seen: Maps) -> tuple[skew.Slopes, skew.Slopes] | None:
    """How the level and the upright rules of a page lean; None where straightening them makes them no sharper."""
    level, plumb = _slopes(seen.level, upright=False), _slopes(seen.plumb, upright=True)
    return (level, plumb) if any((level.length, plumb.length)) else None


def _slopes(likely: Gray, *, upright: bool) -> skew.Slopes:
    """How the rules of one direction lean; no length where they are straight or nobody can tell."""
    mask = np.asarray(cv2.threshold(likely, _LIKELY, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)
    source = lying(mask) if upright else mask
    points = np.flatnonzero(source)
    if len(points) < _LEAST:
        return skew.Slopes(0.0, 0.0, 0.0)
    points = points[:: len(points) // _POINTS + 1]
    y, x = np.divmod(points, source.shape[1])
    places = (x - source.shape[1] / 2, y / source.shape[0], y)
    keystone = skew.slopes(mask, DPI, upright=upright, keystone=True)
    even = [(keystone.first + keystone.last) / 2, *np.arange(-_STEEPEST, _STEEPEST + _STEP / 2, _STEP)]
    fan = [keystone] if keystone.length >= _MANY else []
    tried = [*fan, *(skew.Slopes(float(slope), float(slope), len(points) / DPI) for slope in even)]
    best = max(tried, key=lambda slopes: _sharpness(slopes, *places))
    straight = _sharpness(skew.Slopes(0.0, 0.0, 0.0), *places)
    steep = max(abs(best.first), abs(best.last)) >= _NOTHING
    told = steep and _sharpness(best, *places) >= _SHARPER * straight
    return best if told else skew.Slopes(0.0, 0.0, 0.0)


def _sharpness(
    slopes: skew.Slopes, along: NDArray[np.float64], share: NDArray[np.float64], across: NDArray[np.int64]
) -> float:
    """How sharply points fall into lines once these are straightened: squares of what neighbouring lines differ by.

    Args:
        slopes: taken out of them.
        along: of each point its place along the lines, from their middle.
        share: the same across them, as a share of the picture.
        across: in pixels.
    """
    even = slopes.first == slopes.last
    rows = across - along * (slopes.first if even else slopes.first + (slopes.last - slopes.first) * share)
    whole = rows.round().astype(np.int64)
    counts = np.bincount(whole - whole.min()).astype(np.float64)
    return float((np.diff(counts) ** 2).sum())

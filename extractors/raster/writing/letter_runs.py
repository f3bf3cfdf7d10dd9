"""Runs that were taken for lines of a flow, but are the feet or the shoulders of letters."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import runs_of
from extractors.raster.geometry.paper import Mask

Point = tuple[float, float]

# Inches.
WORD: Final = 0.5
"""A run within letters is no longer: it ends with the word."""
FLANK: Final = 0.015
"""The strokes of letters stand out so far from a run through them."""
WIDE: Final = 0.18
"""On a run so long ink beside nearly all of it is more than a head."""
THICK: Final = 0.025
"""A run that is thicker may be the whole of small letters, which touch."""
# Pixels.
ASIDE: Final = 1
"""Between a run and what stands on it."""
LEAN: Final = 4
"""What lies along an axis is off it by no more."""
STROKES: Final = 3
"""So many strokes beside each other on one side of a run are those of letters, and as many on both where ink lies beside it."""
# Shares of a run.
FULL: Final = 0.6
"""A row of pixels that is so full is of the run."""
JOINED: Final = 0.8
RAGGED: Final = 0.85
"""Of the pixels of a thick run those that are ink, where it is of letters; a line is full."""


def is_of_letters(mask: Mask, points: Sequence[Point], dpi: float) -> bool:
    """Whether strokes stand side by side on a line of two points, or hang from it, or it is thick and full of holes.

    Args:
        mask: ink of a part of the page without its rules.
        points: in its pixels.
        dpi: pixels per inch.
    """
    if len(points) != 2:
        return False
    (ax, ay), (bx, by) = points
    tegak = abs(bx - ax) < abs(by - ay)
    level = mask.T if tegak else mask
    (first, near), (last, far) = sorted([(ay, ax), (by, bx)] if tegak else [(ax, ay), (bx, by)])
    start, end = max(0, round(first)), min(level.shape[1], round(last) + 1)
    at = round((near + far) / 2)
    if abs(near - far) > LEAN or not 1 < end - start < WORD * dpi or not 0 <= at < level.shape[0]:
        return False
    full = (level[:, start:end] > 0).mean(axis=1) >= FULL
    own = next((run for run in runs_of(full) if run[0] - LEAN <= at <= run[1] + LEAN), (at, at + 1))
    if own[1] - own[0] > THICK * dpi and (level[own[0] : own[1], start:end] > 0).mean() < RAGGED:
        return True
    reach = ASIDE + max(2, round(FLANK * dpi))
    bands = (
        level[max(0, own[0] - reach) : max(0, own[0] - ASIDE), start:end] > 0,
        level[own[1] + ASIDE : own[1] + reach, start:end] > 0,
    )
    strokes = [_strokes(band) for band in bands if len(band)]
    if max(strokes, default=0) >= STROKES:
        return True
    joined = any(len(band) and band.any(axis=0).mean() >= JOINED for band in bands)
    return joined and sum(strokes) >= STROKES and end - start >= WIDE * dpi


def _strokes(band: NDArray[np.bool_]) -> int:
    """How many strokes run across a band, a single pixel being none."""
    return sum(end - start > 1 for start, end in runs_of(np.asarray(band.all(axis=0))))

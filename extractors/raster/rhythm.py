"""How evenly the dots or dashes of a line follow each other: what tells it from letters that stand just as near.

Letters are as long as dashes and as far apart, and a dotted border with text beside it has as much ink there
as a row of letters. But dashes come in one rhythm, the same all over the page.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

SHORTEST, LONGEST = 0.012, 0.1
"""Inches from one dot to the next, or from one dash to the next."""
REPEATS = 3
"""So many times at least a rhythm must come again to be one."""
SURE, LIKELY = 0.6, 0.45
"""How even a line is that sets the rhythm of a page, and one that has it."""
SAME = 0.15
"""The share by which two rhythms may differ."""
DOTTED_PAGE = 0.3
"""The share of the lines of a page that must be so even for it to have a rhythm."""


def rhythm(ink: NDArray[np.uint8], dpi: float) -> tuple[float, float]:
    """How even (0..1) the ink along a line comes and goes, and the inches after which it comes again.

    Args:
        ink: darkness of each pixel along the line.
        dpi: pixels per inch.
    """
    count = len(ink)
    low, high = max(3, round(SHORTEST * dpi)), min(round(LONGEST * dpi), count // REPEATS)
    if high <= low:
        return 0.0, 0.0
    wave = ink.astype(np.float64) - ink.mean()
    spectrum = np.fft.rfft(wave, 2 * count)
    likeness = np.fft.irfft(spectrum * np.conj(spectrum))[: high + 1]
    if likeness[0] <= 0:
        return 0.0, 0.0
    likeness *= count / likeness[0] / (count - np.arange(high + 1))
    below = np.flatnonzero(likeness < 0)
    if not len(below):
        return 0.0, 0.0
    first = max(low, int(below[0]))
    if first > high:
        return 0.0, 0.0
    best = first + int(likeness[first:].argmax())
    return float(min(1.0, max(0.0, likeness[best]))), best / dpi


def of_page(even: Sequence[float], periods: Sequence[float], lengths: Sequence[float]) -> float:
    """The rhythm that most lines of a page have, in inches; 0 where they are solid."""
    weights = np.array(lengths, dtype=np.float64)
    sure = np.array(even) >= SURE
    if not sure.any() or weights[sure].sum() < DOTTED_PAGE * weights.sum():
        return 0.0
    own, weight = np.array(periods)[sure], weights[sure]
    order = np.argsort(own)
    return float(own[order][int(np.searchsorted(np.cumsum(weight[order]), weight.sum() / 2))])


def has(even: float, period: float, page: float) -> bool:
    """Whether a line has the rhythm of a page."""
    return page > 0 and even >= LIKELY and abs(period - page) <= SAME * page

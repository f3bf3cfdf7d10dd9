"""Where exactly a ruled line lies and how thick it is: measured on the page, where its ink can be told from paper."""

import numpy as np
from numpy.typing import NDArray

from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.lines import Line
from extractors.sheets import Rule

AROUND = 0.04
"""Inches to both sides of a line in which its ink may lie."""
ASIDE = 0.015
"""Inches by which ink may lie beside where a line was seen."""
DOUBLE = 0.025
"""Inches of white between the two strokes of a double line."""
SAMPLES = 240
"""Places along it that are looked at."""
FEWEST = 0.1
"""The share of those places without letters beside the line that tell of it alone."""
PALE = 20
"""Grey levels by which the ink of a line must be darker than what is beside it to be measured."""


def measured(gray: Gray, rule: Rule, line: Line, by: float, dpi: float) -> Rule:
    """A rule in pixels of the page, as thick as its ink is there.

    Args:
        gray: the page.
        rule: in pixels of a picture ``by`` times smaller.
        line: that it is part of, in the same pixels.
        by: how many pixels of the page one of them is wide.
        dpi: pixels per inch of the page.
    """
    page = gray.T if rule.tegak else gray
    xs = np.linspace(rule.start, rule.end, SAMPLES)
    exact = (line.exact(xs) + 0.5) * by - 0.5
    ys = exact.round().astype(np.int64)
    along = np.clip(((xs + 0.5) * by - 0.5).round().astype(np.int64), 0, page.shape[1] - 1)
    half, aside = round(AROUND * dpi), round(ASIDE * dpi)
    rows = np.clip(ys[None, :] + np.arange(-half, half + 1)[:, None], 0, page.shape[0] - 1)
    ink = 255.0 - page[rows, along[None, :]]
    # The mean, not the median: dots and dashes are ink for half of the way.
    dark = ink[:, _bare(ink, aside)].mean(axis=1)
    dark -= dark.min()
    peak = half - aside + int(dark[half - aside : half + aside + 1].argmax())
    at, start, end = ((place + 0.5) * by - 0.5 for place in (rule.at, rule.start, rule.end))
    if dark[peak] < PALE:
        return Rule(rule.tegak, at, start, end, 1.0)
    first, last = _extent(dark >= 0.5 * dark[peak], peak, round(DOUBLE * dpi))
    middle = float(np.average(np.arange(first, last + 1), weights=dark[first : last + 1]))
    shift = middle - half + float((ys - exact).mean()) if abs(middle - half) <= aside + 0.5 else 0.0
    return Rule(rule.tegak, at + shift, start, end, float(last - first + 1))


def _bare(ink: NDArray[np.float64], aside: int) -> NDArray[np.bool_]:
    """The places along a line that have no letter above or below it, or those with the least ink there."""
    far = len(ink) // 2 - aside
    beside = np.maximum(ink[: far // 2 + 1].mean(axis=0), ink[-far // 2 :].mean(axis=0))
    return np.asarray(beside <= np.quantile(beside, FEWEST) + 2 * PALE)


def _extent(inked: NDArray[np.bool_], peak: int, gap: int) -> tuple[int, int]:
    """From where to where ink reaches around a place in it; a double line is one, its white included."""
    places = np.flatnonzero(inked)
    runs = np.split(places, np.flatnonzero(np.diff(places) > gap + 1) + 1)
    own = next(run for run in runs if run[0] <= peak <= run[-1])
    return int(own[0]), int(own[-1])

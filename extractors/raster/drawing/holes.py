"""What ink encloses: the holes that may be symbols, apart from cells and from meshes between lines."""

from collections.abc import Iterator, Sequence
from typing import Final

import cv2
import numpy as np

from extractors.raster.drawing.bodies import Outline
from extractors.raster.geometry.paper import Gray
from extractors.sheets import Rule

# Inches.
SMALLEST, LARGEST = 0.09, 3.0
"""Height and width of a shape."""
LONG_SIDE: Final = 0.11
"""The longer side of a shape at least; what letters enclose is smaller."""
LONG: Final = 0.3
"""The longer side of what is surely neither a letter nor the head of an arrow."""
THIN: Final = 0.17
"""What is narrower than this and ``TALL`` times as high lies between two lines."""
NEAR: Final = 0.03
"""Between a side and the rule that it lies on."""
STROKE: Final = 0.035
"""An outline is no thicker."""
BEYOND: Final = 0.08
"""By which the side of a mesh of arrows goes on beyond its corner."""
GAP: Final = 0.11
"""A gap in a worn outline is no longer."""
TALL: Final = 3.0
# Shares.
FILL: Final = 0.35
"""Of its box that a shape's outline encloses; a diamond encloses half."""
ALONG: Final = 0.6
"""Of a side that a rule must accompany to be the rule that it lies on."""


def holes(mask: Gray, dpi: float) -> Iterator[Outline]:
    """The outlines of what ink encloses."""
    whole = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    outlines, tree = cv2.findContours(whole, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return
    for outline, (_, _, _, parent) in zip(outlines, tree[0], strict=True):
        # Without a parent it is the outer edge of ink; the hole inside is the shape.
        if parent >= 0 and fits(outline, dpi):
            yield outline


def mended(mask: Gray, dpi: float) -> Gray:
    """Ink with the gaps closed that the scanner left in level and upright lines."""
    gap = max(3, round(GAP * dpi))
    level = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    plumb = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((gap, 1), np.uint8))
    return np.asarray(cv2.max(level, plumb), dtype=np.uint8)


def fits(outline: Outline, dpi: float) -> bool:
    """Whether an outline has the size of a symbol and encloses as much as one."""
    _, _, w, h = cv2.boundingRect(outline)
    small, large = SMALLEST * dpi, LARGEST * dpi
    if max(w, h) < LONG_SIDE * dpi or (w < THIN * dpi and h > TALL * w):
        return False
    return small < h < large and small < w < large and cv2.contourArea(outline) >= FILL * w * h


def is_long(outline: Outline, dpi: float) -> bool:
    """Whether an outline is longer than a letter or the head of an arrow."""
    _, _, w, h = cv2.boundingRect(outline)
    return bool(max(w, h) >= LONG * dpi)


def sides_on_rules(outline: Outline, rules: Sequence[Rule], dpi: float) -> int:
    """How many sides of the box around an outline lie on rules."""
    x, y, w, h = cv2.boundingRect(outline)
    sides = ((True, x, y, y + h), (True, x + w, y, y + h), (False, y, x, x + w), (False, y + h, x, x + w))
    near = NEAR * dpi
    # In one piece: each of some hundred outlines is held against all rules of the page.
    return sum(
        any(
            rule.tegak == tegak
            and abs(rule.at - at) <= near + rule.tebal / 2
            and min(end, rule.end) - max(start, rule.start) >= ALONG * (end - start)
            for rule in rules
        )
        for tegak, at, start, end in sides
    )


def running_on(outline: Outline, bare: Gray, dpi: float) -> int:
    """How many sides of a box go straight on beyond their corners: it is a mesh between arrows, then."""
    x, y, w, h = cv2.boundingRect(outline)
    if cv2.contourArea(outline) < 0.8 * w * h:
        return 0
    return sum(
        _goes_on(bare, at, end, step, dpi)
        for bare, at, end, step in (
            *((bare, row, end, step) for row in (y - 1, y + h) for end, step in ((x - 1, -1), (x + w, 1))),
            *(
                (bare.T, column, end, step)
                for column in (x - 1, x + w)
                for end, step in ((y - 1, -1), (y + h, 1))
            ),
        )
    )


def _goes_on(bare: Gray, at: int, end: int, step: int, dpi: float) -> bool:
    """Whether the ink of a level side goes on behind its end."""
    stroke, beyond = round(STROKE * dpi), max(3, round(BEYOND * dpi))
    first = end + step * (stroke + 1)
    low, high = sorted((first, first + step * beyond))
    part = bare[max(0, at - stroke) : at + stroke + 1, max(0, low) : max(0, high)]
    return part.size > 0 and bool((part.max(axis=0) > 0).mean() > 0.9)

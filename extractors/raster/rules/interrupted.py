"""Arrows that lie in one line before and behind a symbol, which the network carried on through it as one rule.

It learned to see a rule on through what hides it; so it does where the shaft of one arrow ends at the upper side of a
box and that of the next begins at its lower one. Within the box nothing is drawn, and arrows end there. The outline of
the box it then takes for lines of the flow that cross that rule; what encloses the blank says which outline that is.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.drawing.holes import LARGEST, SMALLEST
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import Maps
from extractors.raster.middle import counts, median, share_of
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import highest

BLANK, PALE = 0.12, 0.25
"""Inches of a line at least over which nothing is drawn, and the share of the darkness of the line that is nothing."""
AT = 0.05
"""Inches from such a stretch within which an arrow ends at what is there."""
ARROW = 200
"""How likely, of 255, an arrow must be."""
EVEN = 0.12
"""Inches by which the ends of two rules of one table may differ."""
AROUND = 7
"""Pixels of the maps: an outline around a blank is seen within half as many of it."""


class Blank(NamedTuple):
    """A place within a line where nothing is drawn, in pixels.

    Attributes:
        along: its place along the line.
        across: its place across.
        drawn: how dark at least what is drawn around it is, 0..255.
    """

    along: int
    across: int
    drawn: float


def without_interrupted(
    some: Sequence[Line], arrows: Gray, ink: Gray, dpi: float
) -> tuple[list[Line], list[Blank]]:
    """The lines of one direction without the arrows that lead to a symbol and on from it; where those are interrupted.

    A rule that a symbol hides begins and ends where others do; arrows do not.

    Args:
        some: along the rows.
        arrows: how likely each pixel is part of an arrow, 0..255, lying as the lines do.
        ink: how dark each is.
        dpi: pixels per inch.
    """
    paper = share_of(counts(ink), 50)
    kept, blanks = [], []
    for line in some:
        found = list(_blanks(line, arrows, ink, paper, dpi))
        if found and not any(is_level(line, other, dpi) for other in some if other is not line):
            blanks += found
        else:
            kept.append(line)
    return kept, blanks


def is_level(line: Line, other: Line, dpi: float) -> bool:
    """Whether two lines begin and end at the same heights."""
    return max(abs(line.start - other.start), abs(line.end - other.end)) <= EVEN * dpi


def _blanks(line: Line, arrows: Gray, ink: Gray, paper: float, dpi: float) -> Iterator[Blank]:
    """Where nothing is drawn along a part of a line, and arrows end there."""
    along = np.arange(int(line.start), int(line.end))
    if not len(along):
        return
    across = line.places(along)
    dark = highest(ink, along, across) - paper
    pointed = highest(arrows, along, across) >= ARROW
    least = PALE * median(dark)
    near, at = round(AT * dpi), 0
    for empty, run in groupby(dark < least):
        end = at + len(list(run))
        if empty and end - at >= BLANK * dpi and at > 0 and end < len(along):
            sides = pointed[max(0, at - near) : at + near], pointed[end - near : end + near]
            if any(side.any() for side in sides):
                middle = (at + end) // 2
                yield Blank(int(along[middle]), int(across[middle]), paper + least)
        at = end


def outlined(seen: Maps, blanks: Sequence[tuple[int, int, float]], dpi: float) -> Maps:
    """What the network tells, what encloses a blank being an outline and nothing a rule within it.

    Args:
        seen: as it was told.
        blanks: column and row of each, and how dark what encloses it is.
        dpi: pixels per inch of the maps.
    """
    if not blanks:
        return seen
    level, plumb, symbols, arrows = (told.copy() for told in seen[:4])
    for x, y, drawn in blanks:
        inside = _enclosed(seen.ink < drawn, x, y, dpi)
        if inside is None:
            continue
        ring = cv2.dilate(inside, np.ones((AROUND, AROUND), np.uint8)) > inside
        symbols[ring] = np.maximum(symbols, arrows)[ring]
        arrows[ring] = 0
        level[inside > 0] = plumb[inside > 0] = 0
    return Maps(level, plumb, symbols, arrows, seen.ink)


def _enclosed(free: NDArray[np.bool_], x: int, y: int, dpi: float) -> Gray | None:
    """The free pixels around a place as a mask, None where what encloses them has not the size of a symbol."""
    if not free[y, x]:
        return None
    mask = np.ones((free.shape[0] + 2, free.shape[1] + 2), np.uint8)
    mask[1:-1, 1:-1] = ~free
    *_, (_, _, width, height) = cv2.floodFill(
        np.zeros(free.shape, np.uint8), mask, (x, y), 1, flags=4 | cv2.FLOODFILL_MASK_ONLY | (2 << 8)
    )
    fits = all(SMALLEST * dpi < side < LARGEST * dpi for side in (width, height))
    return np.asarray(mask[1:-1, 1:-1] == 2, np.uint8) if fits else None

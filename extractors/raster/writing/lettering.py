"""Whether a cell holds writing, told from the shape of its ink alone: letters stand side by side, pieces of symbols and arrows do not."""

import numpy as np

from extractors.boxes import Box, union
from extractors.raster.writing.fills import Abu
from extractors.raster.writing.marks_in_cells import Marks

_LOW, _HIGH = 0.45, 1.7
"""Heights of letters, worn or grown fat, in letter heights."""
_WIDE, _WIDEST = 1.3, 12.0
"""A mark so wide, in letter heights, is several letters grown together; a wider one than the second is none."""
_LEVEL, _APART = 0.4, 0.8
"""Letters of a word stand at one height, and so near to each other, in letter heights."""
_INK, _PALE, _SOLID = 140, 0.1, 0.75
"""Darker than this is ink; the shares of a mark's box that it takes in letters: less shines through from the back."""


def letters_in(picture: Abu, marks: Marks, cell: Box) -> Box | None:
    """Where letters stand in a cell, be they legible or not; None where there are none.

    Args:
        picture: height x width greys.
        marks: of the page.
        cell: in pixels.
    """
    letter = marks.letter
    found = marks.inside(cell)
    high, wide = found[:, 3] - found[:, 1], found[:, 2] - found[:, 0]
    found = found[(high >= _LOW * letter) & (high <= _HIGH * letter) & (wide <= _WIDEST * letter)]
    inked = np.array([_PALE <= _share(picture, Box(*mark)) <= _SOLID for mark in found.tolist()], bool)
    found = found[inked]
    middle = (found[:, 1] + found[:, 3]) / 2
    told = np.zeros(len(found), bool)
    for at, mark in enumerate(found):
        gap = np.maximum(found[:, 0], mark[0]) - np.minimum(found[:, 2], mark[2])
        near = (np.abs(middle - middle[at]) <= _LEVEL * letter) & (gap <= _APART * letter)
        told[at] = mark[2] - mark[0] >= _WIDE * letter or near.sum() > 1
    return union(Box(*mark) for mark in found[told].tolist()) if told.any() else None


def _share(picture: Abu, box: Box) -> float:
    """The share of a mark's box that is ink."""
    part = picture[int(box.y0) : int(box.y1) + 1, int(box.x0) : int(box.x1) + 1]
    return float((part < _INK).mean()) if part.size else 0.0

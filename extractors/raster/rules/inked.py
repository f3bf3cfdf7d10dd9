"""Whether the lines of a table are there: a page of nothing but text has gaps between its lines where rules might be.

The network that tells rules has seen many that are worn away, and where lines of text stand evenly below each other
it may see rules between them. But of a table that was printed most is left, and of one that was not nothing is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.lines import Line
from extractors.raster.rules.tables import Table

_LEAST = 0.35
"""The share of the lines of a table that must be drawn; of tables on worn copies it is 0.8 at least."""
STRETCH = 20
"""Pixels of the maps over which ink is told from paper: a worn line is drawn here and there."""
_AROUND, _NEAR, _BESIDE = 2, 5, 8
"""Pixels within which the ink of a line lies, within which its two sides are told apart, and within which its surroundings lie."""
_DARKER = 6
"""Grey levels by which the ink of a line is darker than what is around it, in the mean over a stretch."""


def is_drawn(table: Table, across: Gray, down: Gray) -> bool:
    """Whether there is ink along the lines of a table.

    Args:
        table: in pixels of the maps.
        across: how dark the page is there (``learned.Maps.ink``), as the level lines lie in it.
        down: the same, as the upright ones do.
    """
    level, plumb = _stretches(table.level, across), _stretches(table.plumb, down)
    every = [*level, *plumb]
    return not every or float(np.mean(every)) >= _LEAST


def _stretches(lines: Iterable[Line], ink: Gray) -> list[bool]:
    """For each stretch of some lines of one direction whether it is darker than what is beside it."""
    return [bool(darker >= _DARKER) for line in lines for darker in profile(line, ink).darker]


@dataclass(frozen=True, slots=True)
class Profile:
    """What the page shows along a line, in stretches of one length, in grey levels.

    Attributes:
        darker: by how much each is darker than its surroundings.
        sharper: by how much it is darker than either side, which the edge of a fill is not.
        apart: by how much both sides differ.
    """

    darker: NDArray[np.float64]
    sharper: NDArray[np.float64]
    apart: NDArray[np.float64]


def profile(line: Line, ink: Gray) -> Profile:
    """What the page shows along a line, as it lies in ``ink``."""
    xs = np.arange(max(0, int(line.start)), min(ink.shape[1], int(line.end)))
    if not len(xs):
        return Profile(np.zeros(0), np.zeros(0), np.zeros(0))
    ys = line.exact(xs.astype(np.float64)).round().astype(np.int64)
    rows = np.clip(ys[None, :] + np.arange(-_BESIDE, _BESIDE + 1)[:, None], 0, ink.shape[0] - 1)
    dark = _means(ink[rows, xs[None, :]], max(1, len(xs) // STRETCH))
    near = dark[_BESIDE - _AROUND : _BESIDE + _AROUND + 1].max(axis=0)
    before, behind = (
        np.median(dark[_BESIDE + low : _BESIDE + high], axis=0)
        for low, high in ((-_NEAR, -_AROUND), (_AROUND + 1, _NEAR + 1))
    )
    sharper = near - np.maximum(before, behind)
    return Profile(near - np.median(dark, axis=0), sharper, np.abs(before - behind))


def _means(part: Gray, count: int) -> NDArray[np.float64]:
    """The mean of each row over so many stretches of it, all of one length, the first ones a pixel longer where that is not even."""
    short, longer = divmod(part.shape[1], count)
    lengths = np.full(count, short)
    lengths[:longer] += 1
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    return np.asarray(np.add.reduceat(part.astype(np.int64), starts, axis=1) / lengths, np.float64)

"""Shafts of arrows that the network took for rules over a part of their way, where they run from column to column."""

from collections.abc import Sequence

import numpy as np

from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.interrupted import is_level
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import highest

BEYOND, MOST = 0.3, 0.8
"""Inches beyond the end of a line that tell what goes on there, and the share of them that is an arrow where one does."""
SHORT = 0.5
"""Share of the longest line up to which one may be a shaft: a worn border looks like an arrow here and there."""
ARROW = 100
"""How likely, of 255, it must be one: where the network sees a rule it is of two minds at first."""


def without_shafts(some: Sequence[Line], arrows: Gray, dpi: float) -> list[Line]:
    """The lines of one direction without those that go on as arrows straight beyond an end.

    A rule ends at another one. Arrows drawn along a rule hide none of its ends, which are level with those of others.

    Args:
        some: along the rows.
        arrows: how likely each pixel is part of an arrow, 0..255, lying as the lines do.
        dpi: pixels per inch.
    """
    longest = max((line.length for line in some), default=0.0)
    return [
        line
        for line in some
        if line.length > SHORT * longest
        or not any(_leads_on(line, sign, arrows, dpi) for sign in (-1, 1))
        or any(is_level(line, other, dpi) for other in some if other is not line)
    ]


def _leads_on(line: Line, sign: int, arrows: Gray, dpi: float) -> bool:
    """Whether an arrow lies straight beyond the end of a line that a sign says."""
    end = line.start if sign < 0 else line.end
    along = np.rint(end + sign * np.arange(1, round(BEYOND * dpi) + 1)).astype(np.int64)
    if along.min() < 0 or along.max() >= arrows.shape[1]:
        return False
    pointed = highest(arrows, along, line.places(along)) >= ARROW
    return bool(pointed.mean() >= MOST)

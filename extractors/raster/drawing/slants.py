"""Slanted lines of the flow in a piece of ink that touches several symbols: where it leads straight from one to another.

Stretches along the axes are followed one by one; a slanted line that crosses or meets others is no stretch of its own,
but no other line has ink all along the straight way between two symbols that lies along no axis.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.raster.drawing.runs import Point

# Inches.
SHORTEST: Final = 0.3
OFF: Final = 0.06
"""What lies along an axis is off it by less."""
# Shares.
INKED: Final = 0.97
"""Of the way, that must be inked."""


def slanted_ways(
    inked: NDArray[np.bool_], tips: Mapping[int, Sequence[Point]], dpi: float
) -> Iterator[tuple[int, int, tuple[Point, Point]]]:
    """Pairs of symbols with the straight way between them, each end of a line used once.

    Args:
        inked: where the piece is, or right beside it.
        tips: by symbol where the piece reaches it.
        dpi: pixels per inch.
    """
    ends = [(symbol, at) for symbol, places in tips.items() for at in places]
    ways = [
        (share, one, other)
        for one, other in combinations(ends, 2)
        if one[0] != other[0]
        and _is_slanted(one[1], other[1], dpi)
        and (share := _inked(inked, one[1], other[1])) >= INKED
    ]
    used: set[tuple[int, Point]] = set()
    for _, one, other in sorted(ways, reverse=True):
        if one not in used and other not in used:
            used |= {one, other}
            yield one[0], other[0], (one[1], other[1])


def _is_slanted(a: Point, b: Point, dpi: float) -> bool:
    return min(abs(a[0] - b[0]), abs(a[1] - b[1])) > OFF * dpi and math.dist(a, b) >= SHORTEST * dpi


def _inked(inked: NDArray[np.bool_], a: Point, b: Point) -> float:
    """The share of a straight way that has ink."""
    steps = max(2, round(math.dist(a, b)))
    xs = np.rint(np.linspace(a[0], b[0], steps)).astype(np.int64)
    ys = np.rint(np.linspace(a[1], b[1], steps)).astype(np.int64)
    return float(inked[ys, xs].mean())

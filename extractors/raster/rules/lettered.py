"""Upright lines that are none: the letters of a heading on end, which stand in a row from its foot to its top.

The network takes the row for a worn rule. But a rule has bare paper on at least one side, and letters stick out on both.
"""

import numpy as np

from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Evidence, highest

LONGEST = 1.8
"""Inches; no heading on end is longer."""
INK = 40
"""How dark, of 255, letters and rules are at least."""
BESIDE = (3, 4)
"""Pixels aside at which the paper beside a rule is bare."""
WHOLE, BARE = 0.95, 0.12
"""The share of a line over which it is inked, from which it is no row of letters, and of ink beside it, below which the paper is bare."""


def is_lettered(line: Line, seen: Evidence, dpi: float) -> bool:
    """Whether a line is a row of letters on end.

    Args:
        line: one that counts.
        seen: what the page shows in the direction of the line.
        dpi: pixels per inch.
    """
    if line.length > LONGEST * dpi:
        return False
    edge = max(BESIDE)
    along = np.arange(max(0, int(line.start) + edge), min(seen.ink.shape[1], int(line.end) - edge))
    if not len(along):
        return False
    across = line.places(along)
    if (highest(seen.ink, along, across) >= INK).mean() >= WHOLE:
        return False
    sides = (tuple(-by for by in BESIDE), BESIDE)
    return all((highest(seen.ink, along, across, side) >= INK).mean() >= BARE for side in sides)

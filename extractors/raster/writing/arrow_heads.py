"""What the head of an arrow takes up, at the end of a line that has one: a letter that touches it is freed from it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

LONG, BROAD = 0.09, 0.55
"""Inches from the point of a head to its base, and half its breadth as a share of that."""
SHORT: Final = 1e-6


def head_of(end: NDArray[np.int32], dpi: float) -> NDArray[np.int32]:
    """The corners of the head at an end of a line.

    Args:
        end: the point of the head, and the one before it on the line, in pixels.
        dpi: pixels per inch.
    """
    tip, before = end.astype(np.float64)
    back = (before - tip) / max(float(np.hypot(*(before - tip))), SHORT)
    base, aside = tip + LONG * dpi * back, BROAD * LONG * dpi * np.array([-back[1], back[0]])
    corners = np.rint(np.stack([tip, base + aside, base - aside]))
    return np.asarray(corners, np.int32)

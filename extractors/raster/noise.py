"""Grain of old copies, smoothed before letters are looked for and read."""

import cv2
import numpy as np
from numpy.typing import NDArray

Abu = NDArray[np.uint8]

_KERTAS = 200
"""Lighter than this is paper."""
_PITA = 96
"""Every fourth band of so many rows is looked at."""
_SEDIKIT = 1.0
"""Spread of the paper, in greys, from which smoothing pays; less is what every scanner leaves."""
_HALUS = 0.8
"""Smoothing in pixels: a third of a thin stroke at 200 dpi."""


def quieted(grey: Abu) -> Abu:
    """The picture smoothed if its paper is grainy, else as it is.

    Args:
        grey: height x width, paper near 255.
    """
    spread = [_spread(grey[top : top + _PITA]) for top in range(0, grey.shape[0], _PITA * 4)]
    if np.median(spread) < _SEDIKIT:
        return grey
    return cv2.GaussianBlur(grey, (0, 0), _HALUS).astype(np.uint8)


def _spread(band: Abu) -> float:
    """How far the greys of blank paper lie from their neighbours; 0 where there is none."""
    blank = cv2.erode(band, np.ones((7, 7), np.uint8)) > _KERTAS
    if not blank.any():
        return 0.0
    return float(cv2.subtract(band, cv2.blur(band, (3, 3)), dtype=cv2.CV_16S)[blank].std())

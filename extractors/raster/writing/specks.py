"""Headings without the specks around and on their letters: grain of a fill in black and white, print of the back of the sheet.

Copies in black and white have no pale greys: what shines through becomes dots. These are thinner than the strokes of
the letters that they lie around and on, and that is what tells them apart.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Abu = NDArray[np.uint8]

_TINTA = 128
"""Darker than this is ink."""
_SETIPIS = 0.55
"""What is nowhere thicker than this share of the strokes of the letters is specks."""
_SEDIKIT, _TERBANYAK = 0.02, 0.6
"""The share of the ink that specks are at least, to be worth a reading, and at most, to leave letters."""
_TERKECIL = 1.5
"""Half the thickness of strokes, in pixels, below which specks are as thick as they."""


def without_specks(picture: Abu) -> Abu | None:
    """The picture with only what is near to strokes as thick as those of its letters; None where that changes nothing.

    Args:
        picture: height x width, paper near 255.
    """
    ink = (picture < _TINTA).astype(np.uint8)
    total = int(ink.sum())
    if not total:
        return None
    depth = np.asarray(cv2.distanceTransform(ink, cv2.DIST_L2, 3), dtype=np.float32)
    half = _half_stroke(depth, ink)
    if half < _TERKECIL:
        return None
    reach = int(np.ceil(_SETIPIS * half)) + 1
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    kept = np.asarray(cv2.dilate((depth >= _SETIPIS * half).astype(np.uint8), around), dtype=np.uint8)
    gone = total - int((ink & kept).sum())
    if not _SEDIKIT * total <= gone <= _TERBANYAK * total:
        return None
    return np.where(kept > 0, picture, 255).astype(np.uint8)


def _half_stroke(depth: NDArray[np.float32], ink: Abu) -> float:
    """Half the thickness of the strokes that make most of the ink, in pixels.

    Args:
        depth: how far each pixel is from the paper.
        ink: 1 where there is ink.
    """
    middle = depth[(depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))) & (ink > 0)]
    thick = np.sort(middle)
    weight = np.cumsum(thick**2)
    return float(thick[int(np.searchsorted(weight, weight[-1] / 2))])

"""The median of a few numbers, and what stands where among the greys of a picture.

numpy's own ways sort anew for each question, and take longer for a short line of pixels than all else that is done with it.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

Gray = NDArray[np.uint8]


def median(values: NDArray[np.generic]) -> float:
    """The middle one of some numbers, or the mean of the middle two; not a number without any."""
    order = np.sort(values)
    many = len(order)
    return (float(order[(many - 1) // 2]) + float(order[many // 2])) / 2 if many else float("nan")


def counts(picture: Gray) -> NDArray[np.int64]:
    """How many pixels of a picture have each of the 256 greys."""
    found = cv2.calcHist([np.ascontiguousarray(picture)], [0], None, [256], [0, 256])
    return np.asarray(found, np.float64).ravel().round().astype(np.int64)


def share_of(counted: NDArray[np.int64], percent: float) -> float:
    """The grey below which so many percent of the pixels lie, between two greys where it falls there.

    Args:
        counted: as ``counts`` gives it, of one pixel at least.
        percent: 0..100.
    """
    total = counted.cumsum()
    low, part = divmod(percent / 100 * (int(total[-1]) - 1), 1.0)
    below, above = np.searchsorted(total, (int(low), min(int(low) + 1, int(total[-1]) - 1)), side="right")
    return float(below) + (float(above) - float(below)) * part

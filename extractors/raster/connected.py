"""Pieces of ink that hang together: the one place that numbers them, and that finds them in a row."""

from typing import NamedTuple

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray


class Connected(NamedTuple):
    """The pieces of a mask, in the order in which rows from top to bottom come upon them; 0 is what is no ink.

    Attributes:
        labels: height x width, the number of the piece that each pixel is of.
        stats: n x 5: left, top, width, height and area in pixels.
        centres: n x 2: x and y.
    """

    labels: NDArray[np.int32]
    stats: NDArray[np.int32]
    centres: NDArray[np.float64]


def connected(mask: MatLike) -> Connected:
    """What hangs together in a mask by sides or corners.

    Args:
        mask: of bytes, 0 where there is no ink.
    """
    # Of OpenCV's ways, which all number alike, this one takes less than half the time of the usual one.
    _, labels, stats, centres = cv2.connectedComponentsWithStatsWithAlgorithm(
        mask, 8, cv2.CV_32S, cv2.CCL_BBDT
    )
    return Connected(
        np.asarray(labels, np.int32), np.asarray(stats, np.int32), np.asarray(centres, np.float64)
    )


def runs_of(line: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First place, and the one behind the last, of what hangs together in a row."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], line, [False])).astype(np.int8)))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]

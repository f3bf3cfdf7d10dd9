"""Pieces of ink that hang together: the one place that numbers them, and that finds them in a row."""

from typing import NamedTuple

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray

_PAIR = 2
"""Rows that are looked at together."""
_LARGE, _MOSTLY = 100_000, 0.7
"""Blank rows are left out of masks of so many pixels, where no more than this share of the rows has ink."""


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
    found, rows = _found(mask)
    if rows is None:
        return found
    labels = np.zeros(mask.shape[:2], np.int32)
    labels[rows] = found.labels
    return found._replace(labels=labels)


def stats_of(mask: MatLike) -> NDArray[np.int32]:
    """The ``stats`` of what hangs together in a mask, where nobody asks which pixels are of what."""
    return _found(mask)[0].stats


def _found(mask: MatLike) -> tuple[Connected, NDArray[np.int32] | None]:
    """What hangs together in a mask; of the labels only these rows, or all where there are none."""
    rows = _inked(mask)
    if rows is None:
        return _numbered(mask), None
    # Blank rows take as long as others: most of a page of rules, or with a wide margin, are blank.
    found = _numbered(np.ascontiguousarray(mask[rows]))
    down = rows[found.stats[1:, 1]] - found.stats[1:, 1]
    found.stats[1:, 1] += down
    found.centres[1:, 1] += down
    found.stats[0] = (0, 0, mask.shape[1], mask.shape[0], mask.size - found.stats[1:, 4].sum())
    return found, rows


def _inked(mask: MatLike) -> NDArray[np.int32] | None:
    """The rows of a mask that have ink, by pairs, and at least one blank one behind each run of them; None where most have."""
    height = mask.shape[0]
    if mask.size < _LARGE:
        return None
    inked = np.zeros(-(-height // _PAIR) * _PAIR, bool)
    inked[:height] = mask.max(axis=1) > 0
    # Pairs stay pairs: pieces are come upon, and numbered, by squares of two.
    upper, lower = inked[::_PAIR], inked[1::_PAIR]
    kept = upper | lower | np.concatenate(([True], lower[:-1]))
    if kept.mean() > _MOSTLY:
        return None
    return np.flatnonzero(np.repeat(kept, _PAIR)[:height]).astype(np.int32)


def _numbered(mask: MatLike) -> Connected:
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

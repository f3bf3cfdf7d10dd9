"""Pieces of ink that touch two symbols and point at a third: a line that leads there stops a little before it.

Such a piece is no line from the one to the other, but several that share a stretch.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.connected import connected
from extractors.raster.drawing.runs import Point
from extractors.raster.drawing.stubs import points_at
from extractors.raster.geometry.paper import Mask

# Inches.
LONG: Final = 0.2
"""A branch is straight for so long at least; letters are not."""
THICK: Final = 0.055
"""... and no thicker."""
BESIDE: Final = 0.05
"""What lies no further from the line between the two symbols is of it."""


def is_forked(
    own: Mask, courses: Iterable[Sequence[Point]], boxes: Mapping[int, Box], tied: Iterable[int], dpi: float
) -> bool:
    """Whether a branch of a piece of ink ends shortly before a symbol that the piece does not touch.

    Args:
        own: the piece, 255 or 1 where it is.
        courses: of the line that it is taken for, in pixels of ``own``.
        boxes: of the symbols, likewise.
        tied: the numbers of those that the piece touches.
        dpi: pixels per inch.
    """
    others = [box for number, box in boxes.items() if number not in set(tied)]
    return bool(others) and any(
        points_at(at, last, upright, box, dpi)
        for at, last, upright in _branches(own, courses, dpi)
        for box in others
    )


def _branches(
    own: Mask, courses: Iterable[Sequence[Point]], dpi: float
) -> Iterator[tuple[Point, bool, bool]]:
    """The ends of straight stretches off a line: where, whether it is the lower or right end, whether they stand upright."""
    rest = own.copy()
    for course in courses:
        line = np.rint(np.asarray(course)).astype(np.int32)
        cv2.polylines(rest, [line], False, (0,), 2 * round(BESIDE * dpi) + 1)
    long = round(LONG * dpi)
    for upright in (True, False):
        kernel = np.ones((long, 1) if upright else (1, long), np.uint8)
        straight = cv2.morphologyEx(rest, cv2.MORPH_OPEN, kernel)
        for x, y, w, h, area in connected(straight).stats[1:].tolist():
            if area > THICK * dpi * max(w, h):
                continue
            cx, cy = x + (w - 1) / 2, y + (h - 1) / 2
            ends = (
                ((cx, float(y)), (cx, float(y + h - 1)))
                if upright
                else ((float(x), cy), (float(x + w - 1), cy))
            )
            yield from ((end, last, upright) for end, last in zip(ends, (False, True), strict=True))

"""Coloured and grey cells made to look like paper: dark print on white, whatever it was before."""

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box

Abu = NDArray[np.uint8]

_KERTAS = 205
"""A cell whose usual grey is darker has a fill."""
_BEDA = 35
"""Print differs from its fill by at least this many greys."""
_TEPI = 4
"""Pixels next to the rules that say nothing about the fill."""
_BUTIR = 0.3
"""The share of the way from fill to print up to which a grey is grain of the fill."""
_BINTIK = 11
"""Pixels across; what holds a spot so large is a hole that copying made in a fill, not a stroke of a letter."""


def unfilled(picture: Abu, cells: Iterable[Box]) -> Abu:
    """The picture with the fills of cells made white, and light print on them made dark.

    Args:
        picture: height x width.
        cells: in pixels.
    """
    made = picture
    for cell in cells:
        x0, y0 = max(0, int(cell.x0)) + _TEPI, max(0, int(cell.y0)) + _TEPI
        inside = picture[y0 : max(y0, int(cell.y1) - _TEPI), x0 : max(x0, int(cell.x1) - _TEPI)]
        if not inside.size:
            continue
        low, fill, high = (float(v) for v in np.percentile(inside, (1.5, 50, 98.5)))
        if fill >= _KERTAS or max(high - fill, fill - low) < _BEDA:
            continue
        if made is picture:
            made = picture.copy()
        span = high - fill if _is_light(inside, fill, high - fill, fill - low) else low - fill
        # The fill becomes 255, the print 0, whichever of them was the darker, and the grain of the fill goes.
        even = 255 - ((inside.astype(np.float32) - fill) / span - _BUTIR) * (255 / (1 - _BUTIR))
        made[y0 : y0 + inside.shape[0], x0 : x0 + inside.shape[1]] = np.clip(even, 0, 255).astype(np.uint8)
    return made


def _is_light(inside: Abu, fill: float, lighter: float, darker: float) -> bool:
    """Whether the print of a filled cell is the lighter of what differs from the fill, by how much either does."""
    if min(lighter, darker) < _BEDA:
        return lighter > darker
    return _spots(inside > fill + _BEDA) < _spots(inside < fill - _BEDA)


def _spots(seen: NDArray[np.bool_]) -> float:
    """The share of what is seen that lies in spots."""
    mask = seen.astype(np.uint8)
    spot = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_BINTIK, _BINTIK))
    return float(cv2.morphologyEx(mask, cv2.MORPH_OPEN, spot).sum()) / max(1, int(mask.sum()))

"""Coloured and grey cells made to look like paper: dark print on white, whatever it was before."""

from collections.abc import Iterable

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
        span = high - fill if high - fill > fill - low else low - fill
        # The fill becomes 255, the print 0, whichever of them was the darker.
        even = 255 - (inside.astype(np.float32) - fill) * (255 / span)
        made[y0 : y0 + inside.shape[0], x0 : x0 + inside.shape[1]] = np.clip(even, 0, 255).astype(np.uint8)
    return made

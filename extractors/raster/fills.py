"""Coloured and grey cells made to look like paper: dark print on white, whatever it was before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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

_SEWARNA = 30
"""Cells whose fills differ by no more greys than this have one fill."""


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell with a fill: its upper left corner, its pixels, its fill and how far print may lie on either side of it.

    ``spotted`` is by how much more of what is lighter lies in spots than of what is darker; None where only one differs.
    """

    corner: tuple[int, int]
    inside: Abu
    fill: float
    lighter: float
    darker: float
    spotted: float | None


def unfilled(picture: Abu, cells: Iterable[Box]) -> Abu:
    """The picture with the fills of cells made white, and light print on them made dark.

    Args:
        picture: height x width.
        cells: in pixels.
    """
    found = [filled for cell in cells if (filled := _filled(picture, cell))]
    made = picture.copy() if found else picture
    for one in found:
        span = one.lighter if _is_light(one, found) else -one.darker
        # The fill becomes 255, the print 0, whichever of them was the darker, and the grain of the fill goes.
        even = 255 - ((one.inside.astype(np.float32) - one.fill) / span - _BUTIR) * (255 / (1 - _BUTIR))
        x, y = one.corner
        height, width = one.inside.shape
        made[y : y + height, x : x + width] = np.clip(even, 0, 255).astype(np.uint8)
    return made


def _filled(picture: Abu, cell: Box) -> _Filled | None:
    """A cell, if it has a fill and something on it."""
    x, y = max(0, int(cell.x0)) + _TEPI, max(0, int(cell.y0)) + _TEPI
    inside = picture[y : max(y, int(cell.y1) - _TEPI), x : max(x, int(cell.x1) - _TEPI)]
    if not inside.size:
        return None
    low, fill, high = (float(v) for v in np.percentile(inside, (1.5, 50, 98.5)))
    if fill >= _KERTAS or max(high - fill, fill - low) < _BEDA:
        return None
    both = min(high - fill, fill - low) >= _BEDA
    spotted = _spots(inside > fill + _BEDA) - _spots(inside < fill - _BEDA) if both else None
    return _Filled((x, y), inside, fill, high - fill, fill - low, spotted)


def _is_light(one: _Filled, others: Sequence[_Filled]) -> bool:
    """Whether the print of a filled cell is the lighter of what differs from the fill.

    Where both differ, holes that copying made lie in spots and print does not; cells of one fill have one print.
    """
    if one.spotted is None:
        return one.lighter > one.darker
    alike = (other.spotted for other in others if abs(other.fill - one.fill) <= _SEWARNA)
    return sum(spotted for spotted in alike if spotted is not None) < 0


def _spots(seen: NDArray[np.bool_]) -> float:
    """The share of what is seen that lies in spots."""
    mask = seen.astype(np.uint8)
    spot = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_BINTIK, _BINTIK))
    return float(cv2.morphologyEx(mask, cv2.MORPH_OPEN, spot).sum()) / max(1, int(mask.sum()))

"""Coloured and grey cells made to look like paper: dark print on white, whatever it was before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.middle import counts, share_of

Abu = NDArray[np.uint8]

_KERTAS = 205
"""A cell whose usual grey is darker has a fill."""
_PUCAT = 235
"""The same where the edges of a fill show it."""
_BEDA = 35
"""Print differs from its fill by at least this many greys."""
_CETAK, _CETAK_JARANG = 1.5, 0.3
"""Percentage of a cell that its print takes at least, and that of a short word."""
_TEPI = 4
"""Pixels next to the rules that say nothing about the fill."""
_BUTIR = 0.3
"""The share of the way from fill to print up to which a grey is grain of the fill."""
_BINTIK = 11
"""Pixels across; what holds a spot so large is a hole that copying made in a fill, not a stroke of a letter."""
_BERBINTIK = 0.5
"""The share of what is lighter that lies in spots from which on all of it is holes."""
_SEKITAR, _TERKECIL = 61, 25
"""Pixels across over which a fill is even, and the least that print does not fill."""
_TAK_RATA = 0.4
"""Nowhere is a fill nearer to the print than this share of the way."""
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
    found = [filled for cell in cells if (filled := _filled(picture, cell, _KERTAS))]
    made = picture.copy() if found else picture
    for one in found:
        _put(made, one, one.lighter if _is_light(one, found) else -one.darker, one.fill)
    return made


def unbanded(picture: Abu, band: Iterable[Box]) -> Abu:
    """The same for the cells of a filled band, whose edges show that it is one.

    A band has one print, also where only holes show. Its fill is what lies around a place; where holes or letters are
    more than what is left of it there, that of the whole cell counts.

    Args:
        picture: height x width.
        band: its cells, in pixels.
    """
    found = [filled for cell in band if (filled := _filled(picture, cell, _PUCAT))]
    light = sum(map(_darkness, found)) < 0
    made = picture.copy() if found else picture
    for one in found:
        span = one.lighter if light else -max(one.darker, _BEDA)
        _put(made, _to_its_edges(picture, one), span, _around(one, span))
    return made


def _to_its_edges(picture: Abu, one: _Filled) -> _Filled:
    """A cell with what lies next to its rules: the fill of a band goes on there, and letters may reach into it."""
    x, y = (at - _TEPI for at in one.corner)
    height, width = (length + 2 * _TEPI for length in one.inside.shape)
    return replace(one, corner=(x, y), inside=picture[y : y + height, x : x + width])


def _put(made: Abu, one: _Filled, span: float, fill: float | NDArray[np.float32]) -> None:
    """Writes a cell into the picture: its fill becomes 255, its print 0, and the grain of the fill goes.

    Args:
        made: the picture.
        one: the cell.
        span: the way from the fill to the print, below 0 where that is the darker.
        fill: of the cell or of each pixel.
    """
    even = 255 - ((one.inside.astype(np.float32) - fill) / span - _BUTIR) * (255 / (1 - _BUTIR))
    x, y = one.corner
    height, width = one.inside.shape
    made[y : y + height, x : x + width] = np.clip(even, 0, 255).astype(np.uint8)


def _around(one: _Filled, span: float) -> NDArray[np.float32] | float:
    """The fill around each pixel: a lamp and the levelling of light leave none even."""
    side = min(_SEKITAR, *(length - 1 + length % 2 for length in one.inside.shape))
    if side < _TERKECIL:
        return one.fill
    low, high = sorted((one.fill, one.fill + _TAK_RATA * span))
    level = cv2.medianBlur(np.ascontiguousarray(one.inside), side)
    level = cv2.copyMakeBorder(level, _TEPI, _TEPI, _TEPI, _TEPI, cv2.BORDER_REPLICATE)
    return np.asarray(np.clip(level, low, high), dtype=np.float32)


def _filled(picture: Abu, cell: Box, palest: float) -> _Filled | None:
    """A cell, if it has a fill and something on it."""
    x, y = max(0, int(cell.x0)) + _TEPI, max(0, int(cell.y0)) + _TEPI
    inside = picture[y : max(y, int(cell.y1) - _TEPI), x : max(x, int(cell.x1) - _TEPI)]
    if not inside.size:
        return None
    low, fill, high = _greys(inside, _CETAK)
    if fill < palest and max(high - fill, fill - low) < _BEDA:
        # A short word in a wide cell; what differs so rarely must do so over more than a grain.
        low, fill, high = _greys(np.asarray(cv2.blur(inside, (3, 3)), dtype=np.uint8), _CETAK_JARANG)
    if fill >= palest or max(high - fill, fill - low) < _BEDA:
        return None
    both = min(high - fill, fill - low) >= _BEDA
    spotted = _spots(inside > fill + _BEDA) - _spots(inside < fill - _BEDA) if both else None
    return _Filled((x, y), inside, fill, high - fill, fill - low, spotted)


def _greys(inside: Abu, print_share: float) -> tuple[float, float, float]:
    """The darkest, the usual and the lightest grey of a cell, those aside that fewer pixels have than this percentage."""
    counted = counts(inside)
    low, fill, high = (share_of(counted, share) for share in (print_share, 50, 100 - print_share))
    return low, fill, high


def _is_light(one: _Filled, others: Sequence[_Filled]) -> bool:
    """Whether the print of a filled cell is the lighter of what differs from the fill; cells of one fill have one print."""
    if one.spotted is None:
        return one.lighter > one.darker
    return sum(_darkness(other) for other in others if abs(other.fill - one.fill) <= _SEWARNA) < 0


def _darkness(one: _Filled) -> float:
    """How much a cell speaks for dark print, -1..1.

    Holes that copying made are lighter than the fill and lie in spots, which print does not. So what is darker is
    print where nothing is lighter.
    """
    if one.spotted is not None:
        return one.spotted
    if one.darker > one.lighter:
        return 1.0
    return 0.0 if _is_holed(one) else -1.0


def _is_holed(one: _Filled) -> bool:
    """Whether what is lighter than the fill of a cell lies in spots for the most part: holes, and no print."""
    return _spots(one.inside > one.fill + _BEDA) >= _BERBINTIK


def _spots(seen: NDArray[np.bool_]) -> float:
    """The share of what is seen that lies in spots."""
    mask = seen.astype(np.uint8)
    spot = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_BINTIK, _BINTIK))
    return float(cv2.morphologyEx(mask, cv2.MORPH_OPEN, spot).sum()) / max(1, int(mask.sum()))

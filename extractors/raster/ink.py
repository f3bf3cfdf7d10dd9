"""Coloured ink apart from black print: stamps and signatures lightened in the picture that engines read.

A stamp or a signature is a large, thin, saturated stroke. Print and fills may be coloured too and
must stay: letters are small, fills are solid. So colour is taken away only near strokes that are
neither. Colour is judged against the paper around it, which makes bluish scans and tinted pages white.
"""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import connected
from extractors.raster.geometry.paper import gray_of, is_grey

Abu = NDArray[np.uint8]
Warna = NDArray[np.uint8]

_DPI_SISI = 11.7
"""Inches of the long side of a page: scale of the picture where nothing else is known."""
_KERTAS_INCI = 0.35
"""Paper is the brightest within this distance."""
_GELAP = 0.72
"""What is darker than this part of the page's paper over a wide area is a fill, not paper in the shade."""
_WARNA_MULAI, _WARNA_PENUH = 22.0, 60.0
"""Difference of the brightest and darkest colour channel where ink begins to be coloured, and surely is."""
_TANPA_WARNA, _SEDIKIT_WARNA = 60, 1e-4
"""Percentage of pixels that have no more colour than paper has, and share of coloured ones below which there is none."""
_GELAP_WARNA = 0.8
"""How many greys darker a stroke counts for each step of its colour: orange is nearly as pale as paper."""
_CETAK_GELAP, _TINTA_TERANG = 90.0, 150.0
"""Brightest channel below which a pixel has print on it, and from which it has ink only."""
_HURUF_INCI = 0.28
"""No printed letter is taller."""
_PADAT = 0.55
"""A stroke covers less of its box than this; fills cover more."""
_TEBAL_INCI = 0.07
"""Half the thickness from which a coloured area is a fill, no stroke of a pen or stamp."""
_CAP_INCI = 2.6
"""Stamps and signatures are smaller; a larger stroke is a frame or a rule, of which only the stroke itself counts."""
_TEPI_INCI = 0.04
"""How far colour bleeds beyond a stroke."""


def with_colour(rgb: Warna, grey: Abu) -> Abu | None:
    """A grey picture in which coloured strokes are about as dark as black ones, or None where a page has no colour.

    Args:
        rgb: height x width x 3.
        grey: the same, evenly lit.
    """
    chroma = _chroma(rgb)[0]
    tint = float(np.percentile(chroma[::4, ::4], _TANPA_WARNA)) + _WARNA_MULAI / 2  # that of the paper
    stronger = np.clip(np.arange(256, dtype=np.float32) - tint, 0, 255).astype(np.uint8)
    colour = cv2.LUT(chroma, stronger)
    surely = cv2.threshold(colour, _WARNA_PENUH / 2, 1, cv2.THRESH_BINARY)[1]
    if cv2.countNonZero(surely) < _SEDIKIT_WARNA * colour.size:
        return None
    return np.asarray(cv2.addWeighted(grey, 1, colour, -_GELAP_WARNA, 0), dtype=np.uint8)


def _chroma(rgb: Warna) -> tuple[Abu, Abu]:
    """How far the brightest channel of each pixel is above the darkest, and the brightest."""
    red, green, blue = cv2.split(rgb)
    brightest = cv2.max(cv2.max(red, green), blue)
    darkest = cv2.min(cv2.min(red, green), blue)
    return np.asarray(cv2.subtract(brightest, darkest), np.uint8), np.asarray(brightest, np.uint8)


def without_ink(rgb: Warna) -> Abu:
    """A grey picture in which stamps and signatures are nearly white and all print is as dark as it was.

    Args:
        rgb: height x width x 3; red, green, blue, 0..255.

    Returns:
        height x width, paper at about 255 even where the scan was tinted or unevenly lit.
    """
    dpi = max(rgb.shape[:2]) / _DPI_SISI
    if is_grey(rgb):
        return _whitened(gray_of(rgb), dpi)
    white = _whitened(rgb, dpi)
    grey = cv2.cvtColor(white, cv2.COLOR_RGB2GRAY).astype(np.uint8)
    chroma, brightest = _chroma(white)
    zone = _zone(chroma, dpi)
    if zone is None:
        return grey
    strength = np.clip((chroma[zone].astype(np.float32) - _WARNA_MULAI) / (_WARNA_PENUH - _WARNA_MULAI), 0, 1)
    bright = brightest[zone].astype(np.float32)
    # What is dark in every channel is print under the ink.
    strength *= np.clip((bright - _CETAK_GELAP) / (_TINTA_TERANG - _CETAK_GELAP), 0, 1)
    grey[zone] = (bright + (255 - bright) * strength).astype(np.uint8)
    return grey


def _whitened(picture: Warna, dpi: float) -> Warna:
    """Each channel, of a grey picture the one, divided by the paper around: the brightest nearby, at a tenth of the size."""
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA)
    reach = max(3, int(_KERTAS_INCI * dpi / 8)) | 1
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.blur(paper, (reach, reach))
    paper = np.maximum(paper, (_GELAP * np.percentile(paper, 90, axis=(0, 1))).astype(np.uint8))
    full = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(picture, full, scale=255))


def _zone(chroma: Any, dpi: float) -> Any:
    """Where coloured strokes lie; None where there are none. Looked for at half the size."""
    height, width = chroma.shape
    small = cv2.resize(chroma, ((width + 1) // 2, (height + 1) // 2), interpolation=cv2.INTER_AREA)
    mask = (small > _WARNA_MULAI).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    labels, stats, _ = connected(mask)
    letter, stamp = _HURUF_INCI * dpi / 2, _CAP_INCI * dpi / 2
    zone = np.zeros(mask.shape, np.uint8)
    # What is low and wide is a coloured word whose letters touch, or the line under it.
    for number in (int(n) for n in np.flatnonzero(stats[:, cv2.CC_STAT_HEIGHT] > letter)):
        x, y, wide, high, area = (int(v) for v in stats[number])
        if number == 0 or area > _PADAT * wide * high:
            continue
        part: Abu = (labels[y : y + high, x : x + wide] == number).astype(np.uint8)
        if _is_fill(part, dpi / 2):
            continue
        if max(wide, high) <= stamp:
            points = cv2.findNonZero(part)
            cv2.fillConvexPoly(part, cv2.convexHull(np.asarray(points)), (1,))
        zone[y : y + high, x : x + wide] |= part
    if not zone.any():
        return None
    edge = max(3, int(_TEPI_INCI * dpi / 2)) | 1
    zone = cv2.dilate(zone, np.ones((edge, edge), np.uint8)).astype(np.uint8)
    return cv2.resize(zone, (width, height), interpolation=cv2.INTER_NEAREST) > 0


def _is_fill(part: NDArray[np.uint8], dpi: float) -> bool:
    """Whether most of a coloured area lies deep inside it."""
    padded = cv2.copyMakeBorder(part, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    depth = cv2.distanceTransform(padded, cv2.DIST_L2, 3)
    return bool((depth > _TEBAL_INCI * dpi).sum() > 0.15 * part.sum())

"""Coloured ink apart from black print: stamps and signatures lightened in the picture that engines read.

A stamp or a signature is a large, thin, saturated stroke. Print and fills may be coloured too and
must stay: letters are small, fills are solid. So colour is taken away only near strokes that are
neither. Colour is judged against the paper around it, which makes bluish scans and tinted pages white.
"""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Abu = NDArray[np.uint8]
Warna = NDArray[np.uint8]

_DPI_SISI = 11.7
"""Inches of the long side of a page: scale of the picture where nothing else is known."""
_KERTAS_INCI = 0.35
"""Paper is the brightest within this distance."""
_WARNA_MULAI, _WARNA_PENUH = 28.0, 70.0
"""Difference of the brightest and darkest colour channel where ink begins to be coloured, and surely is."""
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


def without_ink(rgb: Warna) -> Abu:
    """A grey picture in which stamps and signatures are nearly white and all print is as dark as it was.

    Args:
        rgb: height x width x 3; red, green, blue, 0..255.

    Returns:
        height x width, paper at about 255 even where the scan was tinted or unevenly lit.
    """
    dpi = max(rgb.shape[:2]) / _DPI_SISI
    white = _whitened(rgb, dpi)
    grey = cv2.cvtColor(white, cv2.COLOR_RGB2GRAY).astype(np.uint8)
    brightest = white.max(axis=2)
    chroma = cv2.subtract(brightest, white.min(axis=2))
    zone = _zone(chroma, dpi)
    if zone is None:
        return grey
    strength = np.clip((chroma.astype(np.float32) - _WARNA_MULAI) / (_WARNA_PENUH - _WARNA_MULAI), 0, 1)
    light = brightest + (255 - brightest) * strength
    return np.where(zone, light, grey).astype(np.uint8)


def _whitened(rgb: Warna, dpi: float) -> Warna:
    """Each channel divided by the paper around: the brightest nearby, at a tenth of the size."""
    height, width = rgb.shape[:2]
    small = cv2.resize(rgb, (max(1, width // 8), max(1, height // 8)), interpolation=cv2.INTER_AREA)
    reach = max(3, int(_KERTAS_INCI * dpi / 8)) | 1
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.blur(paper, (reach, reach))
    # What is this dark over so wide an area is a fill or a photograph, not paper in the shade.
    paper = np.maximum(paper, (0.5 * np.percentile(paper, 90, axis=(0, 1))).astype(np.uint8))
    full = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(rgb, full, scale=255))


def _zone(chroma: Any, dpi: float) -> Any:
    """Where coloured strokes lie; None where there are none."""
    mask = (cv2.blur(chroma, (3, 3)) > _WARNA_MULAI).astype(np.uint8)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    letter, stamp = _HURUF_INCI * dpi, _CAP_INCI * dpi
    zone = np.zeros(chroma.shape, np.uint8)
    for number in range(1, count):
        x, y, width, height, area = (int(v) for v in stats[number])
        # What is low and wide is a coloured word whose letters touch, or the line under it.
        if height <= letter or area > _PADAT * width * height:
            continue
        part: Abu = (labels[y : y + height, x : x + width] == number).astype(np.uint8)
        if _is_fill(part, dpi):
            continue
        if max(width, height) <= stamp:
            points = cv2.findNonZero(part)
            cv2.fillConvexPoly(part, cv2.convexHull(np.asarray(points)), (1,))
        zone[y : y + height, x : x + width] |= part
    if not zone.any():
        return None
    edge = max(3, int(_TEPI_INCI * dpi)) | 1
    return cv2.dilate(zone, np.ones((edge, edge), np.uint8)) > 0


def _is_fill(part: NDArray[np.uint8], dpi: float) -> bool:
    """Whether most of a coloured area lies deep inside it."""
    padded = cv2.copyMakeBorder(part, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    depth = cv2.distanceTransform(padded, cv2.DIST_L2, 3)
    return bool((depth > _TEBAL_INCI * dpi).sum() > 0.15 * part.sum())

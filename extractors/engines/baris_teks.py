"""Where the lines of text lie in a picture, told by RapidOCR's network.

The network marks the core of each line, a little less than the height of its letters. It sees lines as well in a
picture of half the size, at a quarter of the time; but a small one, of a cell with a worn name, is shown whole.
"""

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.engines.gambar import Gambar
from extractors.engines.jaringan_rapid import answer

_SKALA, _SISI = 0.5, 1056
"""The size in which lines are looked for: this part of the picture's, with no side longer than this many pixels."""
_SKALA_HALUS, _SISI_HALUS = 0.8, 1888
"""The same where small print is to be found, too, at three times the time."""
_KECIL = 60_000
"""Pixels: a picture that has no more is looked at in its own size."""
_KELIPATAN, _TEPI = 32, 8
"""The network wants sides that are multiples of the first; so much white is beyond the picture at least."""
_LUAS, _SEKITAR = 1_000_000, 64
"""Pixels that the network is shown at most at a time, else bands of the picture's width that have so many; and how many rows of
the picture it is shown above and below each band."""
_INTI, _YAKIN = 0.3, 0.5
"""How sure a pixel is of a core, and the mean of all pixels of one."""
_TERKECIL = 3
"""Pixels; lower or narrower cores are dirt."""
_SEBARIS = 0.4
"""The tops of pieces of one line are no further apart, in their heights."""
_MELEBAR = 0.8
"""What a line is larger than its core on each side, in heights of the core, if it is much longer than high."""


def lines_of(picture: Gambar, *, halus: bool = False) -> list[Box]:
    """The lines of a picture, from top to bottom; pieces of one line from left to right.

    Args:
        picture: height x width greys, dark on light, its text upright and level.
        halus: whether there is print so small that it is not found in half its size.
    """
    rows: list[list[Box]] = []
    for box in sorted(_found(picture, halus=halus), key=lambda box: box.y0):
        if not rows or box.y0 - rows[-1][-1].y0 > _SEBARIS * box.height:
            rows.append([])
        rows[-1].append(box)
    return [box for row in rows for box in sorted(row)]


def _found(picture: Gambar, *, halus: bool) -> Iterator[Box]:
    usual, side = (_SKALA_HALUS, _SISI_HALUS) if halus else (_SKALA, _SISI)
    scale = min(1.0 if picture.size <= _KECIL else usual, side / max(picture.shape))
    sure = _seen(picture, scale)
    mask = cv2.dilate((sure > _INTI).astype(np.uint8), np.ones((2, 2), np.uint8))
    labels, stats = cv2.connectedComponentsWithStats(mask, connectivity=8)[1:3]
    height, width = picture.shape
    for number, (x, y, wide, high, _) in enumerate(stats.tolist()):
        core = (slice(y, y + high), slice(x, x + wide))
        if not number or min(wide, high) < _TERKECIL or sure[core][labels[core] == number].mean() < _YAKIN:
            continue
        more = _MELEBAR * wide * high / (wide + high)
        yield Box(
            max(0, int((x - more) / scale)),
            max(0, int((y - more) / scale)),
            min(width, int((x + wide + more) / scale) + 1),
            min(height, int((y + high + more) / scale) + 1),
        )


def _seen(picture: Gambar, scale: float) -> NDArray[np.float32]:
    """How sure each pixel of the smaller picture is of the core of a line.

    A large one is shown in bands, each with some of what lies above and below: as a whole it takes half a gigabyte, and pieces
    that end within lines show these less surely.
    """
    height, width = (max(1, round(side * scale)) for side in picture.shape)
    small = np.asarray(cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
    if height * width <= _LUAS:
        return _told(small)
    found = np.empty(small.shape, np.float32)
    band = max(1, _LUAS // width - 2 * _SEKITAR)
    for top in range(0, height, band):
        y, bottom = max(0, top - _SEKITAR), min(height, top + band)
        found[top:bottom] = _told(small[y : bottom + _SEKITAR])[top - y : bottom - y]
    return found


def _told(small: Gambar) -> NDArray[np.float32]:
    """What the network tells of each pixel of a picture."""
    height, width = small.shape
    sides = [-(-(side + _TEPI) // _KELIPATAN) * _KELIPATAN for side in (height, width)]
    given = np.ones(sides, np.float32)
    given[:height, :width] = small.astype(np.float32) / 127.5 - 1
    return np.asarray(answer("det", given)[0], np.float32)[:height, :width]

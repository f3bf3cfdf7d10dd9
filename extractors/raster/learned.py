"""What the lines of a page are, told pixel by pixel by a small network that has seen many damaged pages.

A rule that is broken, dotted, faint or under a grey ground is one to it, the side of a symbol, an arrow or a row of
letters is not. Its weights are made by ``benchmarks.garis``; nothing about them is set by hand.
"""

from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

import cv2
import numpy as np

from extractors.errors import BerkasTidakTerbaca
from extractors.networks import network
from extractors.raster.geometry.paper import Gray

DPI: Final = 100.0
"""Pixels per inch of what the network is shown and of what it tells."""
FILE: Final = "garis.onnx"
PAPER: Final = 5 / 255
"""The ink of paper, which is what lies beyond the page."""
BLOCK: Final = 16
"""The network wants widths and heights that are multiples of it."""
SMALL, LETTER = 0.061, 0.068
"""Inches of letters lower than which the network knows few: rows of them look like worn rules to it; and how high they are shown."""
LARGEST: Final = 1.5
"""So many times as large a page of smaller ones is shown to it at most."""
PALEST, ALONG = 242, 17
"""What is no lighter is no bare paper, be it a pale line only: the mean of so many pixels side by side, or one above the other."""
BESIDE: Final = 48
"""How far around it, in pixels, paper is shown, too: what lies farther off changes nothing that counts."""
NEARLY_ALL: Final = 0.85
"""A page of which more than this share would be shown is shown as a whole."""


class Maps(NamedTuple):
    """How likely a pixel is part of something, 0..255; all of one size, ``DPI`` pixels per inch.

    Attributes:
        level: ruled lines across.
        plumb: ruled lines from top to bottom.
        symbols: outlines of the symbols of a flow.
        arrows: lines and heads of its arrows.
        ink: how dark the page is, for it is another question whether what is likely is drawn.
    """

    level: Gray
    plumb: Gray
    symbols: Gray
    arrows: Gray
    ink: Gray


def maps(gray: Gray, dpi: float, letter: float = 0.0) -> Maps:
    """What a page shows.

    Args:
        gray: upright and evenly lit.
        dpi: its pixels per inch.
        letter: the usual height of its letters in pixels, 0 where it has too few to tell.

    Raises:
        BerkasTidakTerbaca: the weights are not where they were installed.
    """
    larger = _larger(letter / dpi)
    found = seen(gray, dpi / larger, _installed())
    if larger == 1:
        return found
    width, height = _size(gray, dpi)
    usual = (cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA) for picture in found)
    return Maps(*(np.asarray(picture, dtype=np.uint8) for picture in usual))


def _larger(letter: float) -> float:
    """How many times as large as it is a page of small print, or one that is larger than it was taken for, is to be shown.

    ``letter`` is the usual height of letters in inches, 0 where it is not known.
    """
    return min(LETTER / letter, LARGEST) if 0 < letter <= SMALL else 1.0


def _size(gray: Gray, dpi: float) -> tuple[int, int]:
    """Width and height of a page at the resolution of the network."""
    height, width = gray.shape
    return max(1, round(width * DPI / dpi)), max(1, round(height * DPI / dpi))


def seen(gray: Gray, dpi: float, session: Any) -> Maps:
    """What a page shows to a network that ``networks.network`` made ready: of bare paper it sees nothing, and is not asked."""
    width, height = _size(gray, dpi)
    small = cv2.resize(gray, (width, height), interpolation=cv2.INTER_AREA if dpi > DPI else cv2.INTER_LINEAR)
    found = np.zeros((4, height, width), np.uint8)
    for part in _written(np.asarray(small, dtype=np.uint8)):
        shown = small[part]
        high, wide = shown.shape
        ink = np.full((1, 1, -(-high // BLOCK) * BLOCK, -(-wide // BLOCK) * BLOCK), PAPER, np.float32)
        ink[0, 0, :high, :wide] = (255 - shown.astype(np.float32)) / 255
        (likely,) = session.run(None, {"tinta": ink})
        found[:, *part] = likely[0, :, :high, :wide]
    level, plumb, symbols, arrows = found
    return Maps(level, plumb, symbols, arrows, np.asarray(255 - small, dtype=np.uint8))


def _written(small: Gray) -> list[tuple[slice, slice]]:
    """The stretches of a page that are no bare paper, each from its first column with ink to its last, with what is beside."""
    height, width = small.shape
    means = (cv2.blur(small, shape) for shape in ((1, ALONG), (ALONG, 1)))
    inked = np.minimum(*means) < PALEST
    rows = np.asarray(inked.any(axis=1, keepdims=True), dtype=np.uint8)
    near = np.asarray(cv2.dilate(rows, np.ones((2 * BESIDE + 1, 1), np.uint8)), dtype=np.uint8).ravel()
    parts, shown = [], 0
    for top, bottom in np.flatnonzero(np.diff(near, prepend=0, append=0)).reshape(-1, 2).tolist():
        columns = np.flatnonzero(inked[top:bottom].any(axis=0))
        left, right = max(0, int(columns[0]) - BESIDE), min(width, int(columns[-1]) + 1 + BESIDE)
        parts.append((_from(top, bottom), _from(left, right)))
        shown += (bottom - top) * (right - left)
    return parts if shown <= NEARLY_ALL * small.size else [(slice(0, height), slice(0, width))]


def _from(start: int, end: int) -> slice:
    """A stretch that begins where a block of the network does, as it would see the whole page."""
    return slice(start // BLOCK * BLOCK, end)


@cache
def _installed() -> Any:
    file = resources.files("extractors") / "data" / FILE
    try:
        return network(file.read_bytes())
    except OSError as error:
        raise BerkasTidakTerbaca(
            f"berkas {FILE} dari pemasangan sopbaku hilang; pasang sopbaku sekali lagi"
        ) from error

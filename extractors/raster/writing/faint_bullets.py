"""Markers of lists too pale to be marks of ink, found where others on the page say that one is due.

All lists of a page are set alike: what stands before one entry stands as far before the others, as high and about
as dark. There even little darkness is a marker, if the paper around it is bare.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.writing.bullets import SIGNS, columns
from extractors.sheets import Word, by_line

Abu = NDArray[np.uint8]

_LEAST: Final = 3
"""Markers on the page that show how its lists are set."""
_LIKE: Final = 0.5
"""How far a marker may stand from where it is due, in letter heights."""
_DARK: Final = 0.45
"""The least darkness of a marker, as a share of that of the others."""
_BARE: Final = 0.4
"""The most darkness of the paper beside a marker, as a share of the marker's own."""
_BESIDE: Final = 0.6
"""How far beside a marker the paper must be bare, in letter heights."""
_RULE: Final = 0.2
"""So far beside the edge of a cell its rule may be, in letter heights."""
_ENTRIES: Final = 2
"""Markers that make a list."""
_PAPER: Final = 75
"""The percentile of the greys around a marker that is the paper's."""
_SURE: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Style:
    """How the lists of a page are set: a marker's sign, size, darkness, and the way to it from where its text begins."""

    sign: str
    width: float
    height: float
    dark: float
    left: float
    down: float

    def at(self, x: float, y: float) -> Box:
        """A marker around a middle."""
        return Box(x - self.width / 2, y - self.height / 2, x + self.width / 2, y + self.height / 2)


def with_faint_bullets(
    cells: Sequence[tuple[Box, Sequence[Word]]], picture: Abu, letter: float
) -> list[list[Word]]:
    """The words of each cell with markers that were too pale to be seen alone.

    Args:
        cells: with the words read in them, markers included.
        picture: height x width, paper light.
        letter: height of a capital letter in pixels.
    """
    style = _style([words for _, words in cells], picture, letter)
    if style is None:
        return [list(words) for _, words in cells]
    return [_with_due(cell, words, style, picture, letter) for cell, words in cells]


def _style(texts: Sequence[Sequence[Word]], picture: Abu, letter: float) -> _Style | None:
    """How most markers of the page stand, if there are enough that stand alike."""
    lines = [line for words in texts for line in by_line(words) if len(line) > 1 and line[0].text in SIGNS]
    if len(lines) < _LEAST:
        return None
    left = median(line[1].box.x0 - line[0].box.centre[0] for line in lines)
    alike = [line for line in lines if abs(line[1].box.x0 - line[0].box.centre[0] - left) <= _LIKE * letter]
    if len(alike) < _LEAST:
        return None
    marks = [line[0].box for line in alike]
    sign = Counter(line[0].text for line in alike).most_common(1)[0][0]
    width, height = median(box.width for box in marks), median(box.height for box in marks)
    down = median(line[0].box.centre[1] - _middle(line[1:]) for line in alike)
    reach = _LIKE * letter
    dark = median(_darkest(picture, box.centre, (width, height), box.grown(reach))[0] for box in marks)
    return _Style(sign, width, height, dark, left, down) if dark > 0 else None


def _with_due(cell: Box, words: Sequence[Word], style: _Style, picture: Abu, letter: float) -> list[Word]:
    """The words of a cell with the markers that are seen where they are due, if they make a list."""
    lines = by_line(words)
    read = [line for line in lines if line[0].text in SIGNS]
    found = []
    reach = _LIKE * letter
    for line in lines:
        x, y = line[0].box.x0 - style.left, _middle(line) + style.down
        place = style.at(x, y).grown(reach)
        room = Box(max(place.x0, cell.x0 + _RULE * letter), place.y0, place.x1, place.y1)
        if line in read or room.x0 > x - style.width / 2:
            continue
        dark, (x, y) = _darkest(picture, (x, y), (style.width, style.height), room)
        if dark >= _DARK * style.dark and _stands_alone(picture, (x, y), dark, style, room, letter):
            found.append(Word(style.sign, style.at(x, y), _SURE, line[0].mesin, line[0].baris))
    column = max(columns([*(line[0] for line in read), *found], letter), key=len, default=[])
    return [*words, *(word for word in column if word in found)] if len(column) >= _ENTRIES else list(words)


def _middle(line: Sequence[Word]) -> float:
    return median(word.box.centre[1] for word in line)


def _darkest(
    picture: Abu, at: tuple[float, float], size: tuple[float, float], room: Box
) -> tuple[float, tuple[float, float]]:
    """How much darker than the paper the darkest place of a size within a room is, and where its middle is."""
    patch = _cut(picture, room)
    if not patch.size:
        return 0.0, at
    smooth = cv2.blur(patch.astype(np.float32), (max(1, round(size[0])), max(1, round(size[1]))))
    row, column = np.unravel_index(int(smooth.argmin()), smooth.shape)
    dark = float(np.percentile(patch, _PAPER)) - float(smooth[row, column])
    return dark, (max(room.x0, 0) + float(column), max(room.y0, 0) + float(row))


def _stands_alone(
    picture: Abu, at: tuple[float, float], dark: float, style: _Style, room: Box, letter: float
) -> bool:
    """Whether the paper left and right of a marker is bare, as far as its cell leaves room."""
    x, y = at
    near, far = (style.width + _BESIDE * letter) / 2, style.width / 2 + _BESIDE * letter
    left = Box(max(x - far, room.x0), y - letter / 2, x - near, y + letter / 2)
    right = Box(x + near, y - letter / 2, x + far, y + letter / 2)
    paper = float(np.percentile(_cut(picture, room), _PAPER))
    sides = [side for side in (left, right) if side.width >= 1]
    return all(paper - float(_cut(picture, side).mean()) <= _BARE * dark for side in sides)


def _cut(picture: Abu, place: Box) -> Abu:
    x0, y0, x1, y1 = (max(round(value), 0) for value in place)
    return picture[y0:y1, x0:x1]

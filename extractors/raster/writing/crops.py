"""One cell cut out of a page to be read alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.engines import Engine
from extractors.lexicon.vocabulary import known
from extractors.raster.connected import stats_of
from extractors.raster.middle import counts, share_of
from extractors.raster.writing.marks_in_cells import Boxes, Marks
from extractors.sheets import Word

Abu = NDArray[np.uint8]

_PALING_BESAR = 3.0
"""Small print is made larger, at most so many times."""
_KECIL = 1.15
"""Enlarging by less than this is not worth it."""
_GARIS = 0.4
"""Part of a crop's side that is dark in a row or column of pixels which is a rule."""
_TEPI_BERSIH = 0.15
"""Strip beside an upright rule that is never print, in letter heights."""
_GELAP = 40
"""Darker than the paper by this is ink."""
_TERANG = 80
"""Percentage of a crop's pixels that are no lighter than its paper."""
_KERTAS, _TINTA = 0.8, 0.005
"""Parts of a crop's pixels that are darker than its paper, and that are black."""
_PUCAT = 0.25
"""What is paler than this part of the way from paper to ink is paper …"""
_PUCAT_HALUS = 0.06
"""… or than this, where a line may be that copying left pale."""
_TEPI_GARIS = 0.35
"""How far from a cell's edge its rule may reach, in letter heights."""
_SISA_BARIS, _DI_TEPI = 0.45, 1
"""How far the feet of the line above a band reach into it at most, in letter heights, and the pixels that are its edge."""
_PUTIH = 0.6
"""White around the crop of a cell, in letter heights."""
_ANGKA = ((2.5, 26.0), (1.5, 40.0))
"""For a number: white around it, and height of its digits, for each try."""
_UTUH = 3
"""A word of so many letters is no letter lying on its side."""
_AKAL = 0.2
"""What is read less surely speaks against a reading on end."""
_BERARTI = 0.8
"""A reading on end counts from here: two or three letters surely read."""
_DI_GARIS = 0.25
"""Print so near to the edge of its cell, in letter heights, stands at a rule."""
_TEPI_ANGKA = 0.25
"""How much of its surroundings comes along with a number, in letter heights."""


@dataclass(frozen=True, slots=True)
class Crop:
    """A cell's picture, and how to come back from it: page = picture / scale + (x, y)."""

    picture: Abu
    x: float
    y: float
    scale: float

    def back(self, word: Word) -> Word:
        """A word of the crop on the page."""
        x0, y0, x1, y1 = (edge / self.scale for edge in word.box)
        return replace(word, box=Box(x0 + self.x, y0 + self.y, x1 + self.x, y1 + self.y))


def crop_of(picture: Abu, cell: Box, marks: Marks, good: float, *, pale: bool = False) -> Crop:
    """A cell with its rules whitened but all that stands on them kept; its capitals at least ``good`` pixels high.

    ``pale``: what is hardly darker than the paper is kept, too.
    """
    height, width = picture.shape
    x0, y0 = max(0, int(cell.x0)), max(0, int(cell.y0))
    x1, y1 = min(width, int(np.ceil(cell.x1)) + 1), min(height, int(np.ceil(cell.y1)) + 1)
    part = picture[y0:y1, x0:x1].copy()
    if not part.size:
        return Crop(part, x0, y0, 1.0)
    _whiten_rules(part, marks.letter)
    _whiten_neighbours(part, marks.letter)
    return _framed(part, (x0, y0), _PUTIH, marks.letter, good, _PUCAT_HALUS if pale else _PUCAT)


def bare_crop(picture: Abu, cell: Box) -> Crop:
    """A cell as it is: under a stamp or a signature, what makes the paper of a crop white takes letters along."""
    height, width = picture.shape
    x0, y0 = max(0, int(cell.x0)), max(0, int(cell.y0))
    part = picture[y0 : min(height, int(cell.y1) + 1), x0 : min(width, int(cell.x1) + 1)]
    return Crop(np.ascontiguousarray(part), x0, y0, 1.0)


def number_crops(picture: Abu, cell: Box, marks: Marks) -> list[Crop]:
    """What a cell holds of the size of letters, with much white around, in several sizes.

    A lone digit is lost among rules and specks, and whether one is seen at all depends on its size by chance.
    """
    letters = marks.letters(cell)
    if not len(letters):
        letters = _joined(picture, cell, marks.letter)
    if not len(letters):
        return []
    low, high = letters[:, :2].min(axis=0), letters[:, 2:].max(axis=0)
    edge = _TEPI_ANGKA * marks.letter
    # To the right there may be a full stop, too small for a letter.
    x0, x1 = max(cell.x0, low[0] - edge), min(cell.x1 - edge / 2, high[0] + 2 * edge)
    # A rule that comes along above or below digits makes an engine see none.
    beside = _DI_GARIS * marks.letter
    y0 = low[1] if low[1] - edge < cell.y0 + beside else low[1] - edge
    y1 = high[1] if high[1] + edge > cell.y1 - beside else high[1] + edge
    left, top = max(0, int(x0)), max(0, int(y0))
    part = picture[top : int(y1) + 1, left : int(x1) + 1]
    return [_framed(part, (left, top), white, marks.letter, good) for white, good in _ANGKA]


def _joined(picture: Abu, cell: Box, letter: float) -> Boxes:
    """What is of the size of letters in a cell once its rules are whitened: print that touches a rule is one mark with it."""
    x0, y0, x1, y1 = (max(0, int(edge)) for edge in cell)
    part = picture[y0:y1, x0:x1].copy()
    if not part.size:
        return np.empty((0, 4), np.float32)
    _whiten_rules(part, letter)
    inked = (part < max(int(share_of(counts(part), _TERANG)) - _GELAP, 1)).astype(np.uint8)
    found = stats_of(inked)[1:].astype(np.float32)
    boxes = np.column_stack([found[:, :2], found[:, :2] + found[:, 2:4]]) + np.tile((x0, y0), 2)
    return Marks(boxes.astype(np.float32), letter).letters(cell)


def lone(part: Abu, letter: float, good: float) -> Abu:
    """Letters that stand alone on white, with more white around and at least ``good`` pixels high."""
    return _framed(part, (0, 0), _ANGKA[0][0] / 2, letter, good).picture


def _framed(
    part: Abu, corner: tuple[int, int], white: float, letter: float, good: float, pale: float = _PUCAT
) -> Crop:
    """A piece of a page with paper around it, its letters enlarged to the height that is good for reading."""
    (x0, y0), pad = corner, max(4, round(white * letter))
    if not part.size:
        return Crop(part, x0, y0, 1.0)
    padded = np.pad(_levelled(part, pale), pad, constant_values=255)
    scale = min(_PALING_BESAR, max(1.0, good / letter))
    if scale <= _KECIL:
        return Crop(padded, x0 - pad, y0 - pad, 1.0)
    larger = cv2.resize(padded, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return Crop(larger.astype(np.uint8), x0 - pad, y0 - pad, scale)


def _levelled(part: Abu, pale: float) -> Abu:
    """Paper made white with its specks, and ink black: an engine takes a grainy ground for writing."""
    shades = counts(part).cumsum() / part.size
    paper, dark = int(np.searchsorted(shades, _KERTAS)), int(np.searchsorted(shades, _TINTA))
    if paper - dark < _GELAP:
        return part
    white = paper - pale * (paper - dark)
    table = np.clip((np.arange(256) - dark) * (255.0 / (white - dark)), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(part, table), dtype=np.uint8)


def _whiten_rules(part: Abu, letter: float) -> None:
    """Pixel rows and columns near the edges that are dark for much of their length become paper.

    At the left and right a strip goes in any case: no print stands so near to a rule.
    """
    reach, bare = max(2, round(_TEPI_GARIS * letter)), max(1, round(_TEPI_BERSIH * letter))
    paper = np.uint8(share_of(counts(part), _TERANG))
    dark = part < max(int(paper) - _GELAP, 1)
    for axis, at_least in ((1, 0), (0, bare)):
        flags = dark.mean(axis=axis) > _GARIS
        for line in (flags, flags[::-1]):
            found = np.flatnonzero(line[:reach])
            # The grey flank of a rule goes with it.
            line[: max(at_least, int(found[-1]) + 2 if len(found) else 0)] = True
        edge = np.zeros(len(flags), bool)
        edge[: reach + 1] = edge[-reach - 1 :] = True
        lines = np.flatnonzero(flags & edge)
        part[(slice(None), lines) if axis == 0 else (lines, slice(None))] = paper


def _whiten_neighbours(part: Abu, letter: float) -> None:
    """What the upper and lower edge cut off other lines becomes paper: an engine takes a line with such feet for none."""
    paper = np.uint8(share_of(counts(part), _TERANG))
    inked = (part < max(int(paper) - _GELAP, 1)).astype(np.uint8)
    height, reach = part.shape[0], _SISA_BARIS * letter
    for x, y, wide, high, _ in stats_of(inked)[1:].tolist():
        if high <= reach and (y <= _DI_TEPI or y + high >= height - _DI_TEPI):
            part[max(0, y - 1) : y + high + 1, max(0, x - 1) : x + wide + 1] = paper


def upright_words(engine: Engine, crop: Crop, cell: Box) -> list[Word]:
    """The words of a heading that stands on end: read both ways, the more certain way wins; empty if neither is.

    All of them get the box of the cell, so that their order stays the order of reading and no rule runs through them.
    """
    ways = [np.ascontiguousarray(np.rot90(crop.picture, turns)) for turns in (3, 1)]
    best = max(engine.read_lines(ways), key=_weight)
    if _weight(best) < _BERARTI:
        return []
    ordered = sorted(best, key=lambda word: (word.baris, word.box.x0))
    return [replace(word, box=cell, baris=0) for word in ordered if any(c.isalpha() for c in word.text)]


def is_whole(text: str) -> bool:
    """Whether a word is more than letters on their side come to be read as."""
    return sum(character.isalpha() for character in text) >= _UTUH or known(text)


def _weight(words: Sequence[Word]) -> float:
    """How much sure text there is; what is read off letters on their side comes as single signs."""
    return sum(len(word.text) * (word.keyakinan - _AKAL) for word in words if is_whole(word.text))

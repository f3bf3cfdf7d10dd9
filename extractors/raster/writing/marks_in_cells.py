"""Connected marks of ink on a page: which are of the size of letters, and which of them no word explains."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.connected import stats_of
from extractors.raster.geometry.lie import without_runs

Abu = NDArray[np.uint8]
Boxes = NDArray[np.float32]
"""n x 4: x0, y0, x1, y1 in pixels."""

_TEPI = 0.18
"""Part of the letter height next to a cell's rule where marks are remains of the rule."""
_TINGGI_MIN, _TINGGI_MAX = 0.5, 2.0
"""Heights of marks that can be letters or digits, in letter heights."""
_LEBAR_MAX = 12.0
"""In letter heights; wider marks are no letters, even joined ones."""
_UJUNG = 0.35
"""So far within its ends a mark is covered by the words that explain it, in letter heights."""
_STRIP_LEBAR = (0.22, 1.6)
_STRIP_TINGGI = 0.35
_STRIP_BENTUK = 1.25
_STRIP_BINTIK = 0.4
"""A dash: width and height in letter heights, how much wider than high, and how large a speck beside it may be."""
_GARIS = 4.0
"""Straight ink so long, in letter heights, is a rule or a line of the flow and no part of a letter."""
_BULAT = (0.28, 0.75)
"""The sides of a dot before an entry of a list, in letter heights."""


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a page.

    Attributes:
        boxes: of the marks.
        letter: height of a capital letter in pixels.
    """

    boxes: Boxes
    letter: float

    def inside(self, cell: Box) -> Boxes:
        """Marks that lie within a cell, off its rules."""
        edge = _TEPI * self.letter
        inner = cell.grown(-edge)
        found = self.boxes
        keep = (
            (found[:, 0] >= inner.x0 - edge / 2)
            & (found[:, 2] <= inner.x1 + edge / 2)
            & (found[:, 1] >= inner.y0 - edge / 2)
            & (found[:, 3] <= inner.y1 + edge / 2)
        )
        return found[keep]

    def letters(self, cell: Box) -> Boxes:
        """Marks within a cell that are of the size of letters or digits."""
        marks = self.inside(cell)
        high, wide = marks[:, 3] - marks[:, 1], marks[:, 2] - marks[:, 0]
        fits = (high >= _TINGGI_MIN * self.letter) & (high <= _TINGGI_MAX * self.letter)
        thin = (wide < 0.2 * self.letter) & (high > 1.3 * self.letter)
        return marks[fits & ~thin & (wide <= _LEBAR_MAX * self.letter)]

    def touching(self, place: Box) -> Boxes:
        """Marks of which a part lies within a place."""
        found = self.boxes
        beside = (found[:, 2] > place.x0) & (found[:, 0] < place.x1)
        return found[beside & (found[:, 3] > place.y0) & (found[:, 1] < place.y1)]

    def written(self, cell: Box) -> Boxes:
        """Marks within a cell that are letters or larger: signatures, pieces of stamps, letters grown together with them."""
        marks = self.inside(cell)
        return marks[marks[:, 3] - marks[:, 1] >= _TINGGI_MIN * self.letter]

    def unexplained(self, cell: Box, words: Iterable[Box]) -> Boxes:
        """Letters in a cell whose middle no word covers."""
        return self._uncovered(self.letters(cell), words)

    def overlaid(self, cell: Box, words: Iterable[Box]) -> Boxes:
        """Letters and larger marks in a cell whose middle no word covers."""
        return self._uncovered(self.written(cell), words)

    def _uncovered(self, marks: Boxes, words: Iterable[Box]) -> Boxes:
        """Marks that words do not cover from end to end: letters that touch are one mark, of which one may be unread."""
        reach, inside = 0.15 * self.letter, _UJUNG * self.letter
        middle = (marks[:, 0] + marks[:, 2]) / 2
        x = np.stack(
            [np.minimum(marks[:, 0] + inside, middle), middle, np.maximum(marks[:, 2] - inside, middle)]
        )
        y = (marks[:, 1] + marks[:, 3]) / 2
        covered = np.zeros(x.shape, bool)
        for word in words:
            level = (y >= word.y0 - reach) & (y <= word.y1 + reach)
            covered |= level & (x >= word.x0 - reach) & (x <= word.x1 + reach)
        return marks[~covered.all(axis=0)]

    def lone_dash(self, cell: Box) -> Box | None:
        """The dash of a cell that holds a dash and nothing else."""
        marks = self.inside(cell)
        area = (marks[:, 3] - marks[:, 1]) * (marks[:, 2] - marks[:, 0])
        order = np.argsort(-area)
        if not len(order) or (len(order) > 1 and area[order[1]] > _STRIP_BINTIK * area[order[0]]):
            return None
        box = Box(*marks[order[0]].tolist())
        off_rules = min(box.y0 - cell.y0, cell.y1 - box.y1) > 0.4 * self.letter
        return box if off_rules and self.is_dash(box) else None

    def is_dash(self, box: Box) -> bool:
        """Whether a mark is as flat and as wide as a dash."""
        least, most = (share * self.letter for share in _STRIP_LEBAR)
        flat = box.height <= _STRIP_TINGGI * self.letter and box.width >= _STRIP_BENTUK * box.height
        return flat and least <= box.width <= most

    def is_dot(self, box: Box) -> bool:
        """Whether a mark is as round and as large as the dot before an entry of a list."""
        least, most = (share * self.letter for share in _BULAT)
        return least <= min(box.width, box.height) and max(box.width, box.height) <= most


def marks_of(grey: Abu, letter: float) -> Marks:
    """The marks of a page; specks are left out.

    Args:
        grey: height x width, paper at about 255.
        letter: height of a capital letter in pixels.
    """
    # Ink is what is darker than its surroundings, so a dark fill is no mark and its letters are.
    reach = int(2.5 * letter) | 1
    smooth = cv2.GaussianBlur(grey, (0, 0), max(0.5, 0.045 * letter))
    dark = cv2.adaptiveThreshold(smooth, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, reach, 25)
    # Letters that touch the rule of their cell are marks of their own.
    ink = without_runs(np.asarray(dark, np.uint8), max(8, round(_GARIS * letter)))
    stats = stats_of(ink)[1:]
    least = max(4.0, (0.12 * letter) ** 2)
    stats = stats[stats[:, cv2.CC_STAT_AREA] >= least].astype(np.float32)
    boxes = np.column_stack([stats[:, 0], stats[:, 1], stats[:, 0] + stats[:, 2], stats[:, 1] + stats[:, 3]])
    return Marks(boxes, letter)


def letter_height(boxes: Sequence[Box], long_side: int) -> float:
    """The height of a capital letter: the usual height of words, or what is usual on A4."""
    heights = [box.height for box in boxes if box.width > box.height]  # words on end are no measure
    usual = _TINGGI_A4 * long_side
    if len(heights) < _CUKUP_KATA:
        return usual
    return min(2 * usual, max(usual / 2, float(np.median(heights))))


def marks_of_page(grey: Abu, words: Sequence[Box]) -> Marks:
    """The marks of a page with the height that its letters have.

    An engine that takes two lines that stand close for one gives boxes of twice the height; the ink in them tells.

    Args:
        grey: height x width, paper at about 255.
        words: boxes of words that were surely read.
    """
    marks = marks_of(grey, letter_height(words, max(grey.shape)))
    printed = _printed_height(marks, words)
    return marks_of(grey, printed) if 0 < printed < _JAUH_LEBIH_KECIL * marks.letter else marks


def _printed_height(marks: Marks, words: Sequence[Box]) -> float:
    """The usual height of the tallest mark of a word; 0 with too few words to tell."""
    found, boxes = [], marks.boxes
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    high = boxes[:, 3] - boxes[:, 1]
    for word in words:
        inside = (x > word.x0) & (x < word.x1) & (y > word.y0) & (y < word.y1) & (high <= word.height)
        if word.width > word.height and inside.any():
            found.append(float(high[inside].max()))
    return float(np.median(found)) if len(found) >= _CUKUP_KATA else 0.0


_JAUH_LEBIH_KECIL = 0.72
"""Letters of less than this part of the height of their words were boxed together with another line."""
_CUKUP_KATA = 12
_TINGGI_A4 = 0.0095
"""Of the long side of the page: 10 points on A4."""

"""Words of an engine that its boxes give away: dots of a line taken for letters, a box over two lines, one word twice.

An engine looks for text everywhere, also along a dotted line; there its words are as flat as the line.
Now and then it gives a word a box that reaches into the line above. And a cell that is read again may
give a word once more beside the one that was there. All of it is told from where the words stand.
"""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from statistics import median

import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.sheets import Word

_FLAT = 0.35
"""Letters are higher than this share of the usual height."""
_UNSURE = 0.3
"""In a line of dots words less sure than this are dots, too."""
_DOTTED = 0.4
"""The share of a line's words that must be flat."""
_TALL = 1.6
"""A box so many times as high as those beside it reaches into another line."""
_SAME_INK, _ALIKE = 0.5, 0.5
"""Two boxes that share so much of both are of the same ink, and texts so much alike of one word."""
_SURE, _LETTERS = 0.5, 2
_CERTAIN, _DIFFERENT = 0.9, 4
"""A word so sure with so many different letters is no row of dots: the engine only lost its height."""


def levelled(words: Sequence[Word]) -> list[Word]:
    """The words of a page, each with a box no higher than its line."""
    return [word for line in _lines(words) for word in _level(line)]


def without_dots(words: Sequence[Word]) -> list[Word]:
    """The words of a page without those that are dots of lines."""
    heights = [w.box.height for w in words if w.keyakinan >= _SURE and len(w.text) > _LETTERS]
    if not heights:
        return list(words)
    usual = median(heights)
    return [word for line in _lines(words) for word in _without_dots(line, usual)]


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words by the lines that the engine saw; one that it put in none is alone."""
    lines: dict[tuple[int, int], list[Word]] = {}
    for at, word in enumerate(words):
        lines.setdefault((word.baris, at if word.baris < 0 else 0), []).append(word)
    return list(lines.values())


def _without_dots(line: Sequence[Word], usual: float) -> list[Word]:
    low = [w for w in line if w.box.height < _FLAT * usual and sum(map(str.isalpha, w.text)) >= _LETTERS]
    flat = [w for w in low if not _is_certain(w)]
    whole = [w.box for w in line if w not in low]
    line = [replace(w, box=_as_high(w.box, whole)) if w in low and w not in flat else w for w in line]
    if not flat:
        return line
    dotted = len(flat) >= _DOTTED * len(line)
    return [w for w in line if w not in flat and not (dotted and w.keyakinan < _UNSURE)]


def _is_certain(word: Word) -> bool:
    return word.keyakinan >= _CERTAIN and len(set(filter(str.isalpha, word.text.casefold()))) >= _DIFFERENT


def _as_high(box: Box, others: Sequence[Box]) -> Box:
    """A box with the height of the nearest of others of its line."""
    near = min(others, key=lambda other: abs(other.centre[0] - box.centre[0]), default=box)
    return box._replace(y0=near.y0, y1=near.y1)


def _level(line: Sequence[Word]) -> list[Word]:
    """A line with its tall boxes cut down to the height of the others, which are at least as many or half."""
    if len(line) < 3:
        return list(line)
    heights = sorted(word.box.height for word in line)
    usual = heights[(len(heights) - 1) // 2]
    normal = [word for word in line if word.box.height <= _TALL * usual]
    return [word if word in normal else replace(word, box=_cut(word.box, normal)) for word in line]


def _cut(box: Box, normal: Sequence[Word]) -> Box:
    """A tall box between top and bottom of the nearest boxes of its line."""
    x = box.centre[0]
    near = sorted(normal, key=lambda word: abs(word.box.centre[0] - x))[:2]
    low, high = min(w.box.y0 for w in near), max(w.box.y1 for w in near)
    y0, y1 = max(box.y0, low), min(box.y1, high)
    return box._replace(y0=y0, y1=y1) if y1 > y0 else box


def once(words: Sequence[Word]) -> list[Word]:
    """The words without those that a surer one of another line reads from the same ink, much as they do.

    The words of a heading on end have one box together, and the line tells them from each other.
    """
    order = sorted(range(len(words)), key=lambda at: (-words[at].keyakinan, at))
    same = _of_same_ink(words)
    kept = np.zeros(len(words), bool)
    for at in order:
        kept[at] = not any(
            _alike(words[at], words[other]) for other in np.flatnonzero(same[at] & kept).tolist()
        )
    return [word for word, keep in zip(words, kept.tolist(), strict=True) if keep]


def _of_same_ink(words: Sequence[Word]) -> NDArray[np.bool_]:
    """Which words (n x n) of different lines have most of the ink of both together in common."""
    x0, y0, x1, y1 = np.asarray([word.box for word in words], np.float64).reshape(-1, 4).T
    wide = np.minimum(x1[:, None], x1) - np.maximum(x0[:, None], x0)
    high = np.minimum(y1[:, None], y1) - np.maximum(y0[:, None], y0)
    both = np.where((wide > 0) & (high > 0), wide * high, 0.0)
    area, lines = (x1 - x0) * (y1 - y0), np.asarray([word.baris for word in words])
    much = both >= _SAME_INK * (area[:, None] + area - both)
    return np.asarray(much & (lines[:, None] != lines), bool)


def _alike(word: Word, other: Word) -> bool:
    """Whether two texts are much the same."""
    return SequenceMatcher(None, word.text.casefold(), other.text.casefold()).ratio() >= _ALIKE

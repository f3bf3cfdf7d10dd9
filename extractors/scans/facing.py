"""Two pages of an open book on one picture: known by the free gutter between them, read one by one, one put below the other.

Letters of two pages are half as large as those of one, and their lines lean each their own way, so what is on them is
read from each page alone. The sheet is the left page with the right one below it: so stand the rows in the order in which
they are read, and ``Sheet.di_bawah`` leads from the lower part back to its place in the picture.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from extractors.moved import moved_drawing, moved_rule, moved_word
from extractors.raster.geometry import lie
from extractors.raster.geometry.paper import Quad
from extractors.raster.page import Prepared
from extractors.sheets import DiBawah, Rule, Sheet, Transform

BERHADAPAN = "berhadapan"
"""``Sheet.catatan`` of a sheet made of two pages that lay side by side."""
_ASPECT = (1.15, 1.8)
"""Width by height of two upright pages side by side."""
_THROUGH = (0.25, 0.75)
"""A level rule that runs from one to the other, as shares of the width, leaves no room for a gutter: the page is one."""
_BINS = 200
"""In so many upright strips the letters are counted."""
_SPECKS = 1
"""So many pieces of ink of the size of letters a strip of the gutter may have."""
_GUTTER = 0.025
"""The share of the width that the gutter has at least."""
_MIDDLE = (0.44, 0.56)
"""Where, as shares of the width, some of the gutter is."""
_LETTERS = 50
"""Letters on either page, at least."""
_LINES, _LONG = 3, 0.1
"""So many level rules one page has at least, and the share of the picture's width from which on one counts."""
_LEVEL = 0.004
"""Rules at heights that differ by less than this share of the height are one row's."""
_ROWS = 0.5
"""Where more than this share of one side's rules go on at the other side's heights, both are columns of one page."""


def facing(page: Prepared) -> tuple[Quad, Quad] | None:
    """The corners of the left and of the right page, as fractions of the input picture; None where there are no two.

    The gutter is free of letters, no rule runs through it, and a table ends before it.
    """
    height, width = page.gray.shape
    if not _ASPECT[0] <= width / height <= _ASPECT[1]:
        return None
    first, last = (share * width for share in _THROUGH)
    if any(rule.start < first and rule.end > last for rule in page.rules if not rule.tegak):
        return None
    mask = lie.without_rules(lie.ink(page.gray, page.dpi), page.dpi)
    boxes = lie.letters(mask, page.dpi)
    gutter = _gutter(boxes, width)
    if gutter is None or not _tables_end(page.rules, gutter, (width, height)):
        return None
    middle = sum(gutter) / 2
    left = int(np.count_nonzero(boxes[:, 0] + boxes[:, 2] / 2 < middle))
    if min(left, len(boxes) - left) < _LETTERS:
        return None
    return _seen(page, 0, middle), _seen(page, middle, width)


def below(upper: Sheet, lower: Sheet, notes: Sequence[str]) -> Sheet:
    """Both pages as one sheet, the second one below the first.

    Args:
        upper: the page that is read first.
        lower: the other one.
        notes: on the picture as a whole.
    """
    down = upper.height
    lines = max((word.baris for word in upper.words), default=-1) + 1
    words = (
        replace(word, baris=word.baris + lines if word.baris >= 0 else word.baris) for word in lower.words
    )
    return replace(
        upper,
        width=max(upper.width, lower.width),
        height=down + lower.height,
        words=(*upper.words, *(moved_word(word, y=down) for word in words)),
        rules=(*upper.rules, *(moved_rule(rule, y=down) for rule in lower.rules)),
        drawings=(*upper.drawings, *(moved_drawing(drawing, y=down) for drawing in lower.drawings)),
        catatan=tuple(dict.fromkeys((*notes, BERHADAPAN))),
        di_bawah=DiBawah(down, lower.ke_halaman) if lower.ke_halaman else None,
    )


def _gutter(boxes: lie.Boxes, width: int) -> tuple[float, float] | None:
    """From where to where the strip without letters in the middle goes; None where there is none."""
    counts = np.zeros(_BINS, np.int32)
    for left, wide in boxes[:, (0, 2)]:
        counts[int(left * _BINS / width) : int((left + wide) * _BINS / width) + 1] += 1
    runs = [list(run) for free, run in groupby(range(_BINS), lambda at: counts[at] <= _SPECKS) if free]
    low, high = (share * _BINS for share in _MIDDLE)
    central = [run for run in runs if run[0] < high and run[-1] >= low and len(run) >= _GUTTER * _BINS]
    widest = max(central, key=len, default=None)
    return (widest[0] * width / _BINS, (widest[-1] + 1) * width / _BINS) if widest else None


def _tables_end(rules: Sequence[Rule], gutter: tuple[float, float], size: tuple[int, int]) -> bool:
    """Whether no level rule runs through the gutter, and those of a table end before it: not at the heights of others beyond."""
    width, height = size
    level = [rule for rule in rules if not rule.tegak]
    if any(rule.start < gutter[0] and rule.end > gutter[1] for rule in level):
        return False
    long = [rule for rule in level if rule.end - rule.start >= _LONG * width]
    middle = sum(gutter) / 2
    left = [rule.at for rule in long if rule.end <= middle]
    right = [rule.at for rule in long if rule.start >= middle]
    fewer, more = sorted((left, right), key=len)
    alike = sum(any(abs(at - other) < _LEVEL * height for other in more) for at in fewer)
    return len(more) >= _LINES and alike <= _ROWS * len(fewer)


def _seen(page: Prepared, x0: float, x1: float) -> Quad:
    """The corners of an upright strip of the page as fractions of the input picture."""
    height = page.gray.shape[0]
    corners = np.array(((x0, 0, 1), (x1, 0, 1), (x1, height, 1), (x0, height, 1)), np.float64)
    mapped = corners @ _matrix(page.transform).T
    return np.asarray(mapped[:, :2] / mapped[:, 2:], dtype=np.float64)


def _matrix(transform: Transform) -> Quad:
    return np.array(transform, np.float64).reshape(3, 3)

"""The dashes and dots before the entries of a list, which engines pass over as specks or take for a letter.

Without them a list is one text. What tells them from specks is that they stand in a column: left of the
lines, each at the height of one, more than one below the other.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.writing.marks_in_cells import Marks
from extractors.sheets import Word, by_line

SIGNS = "-–—•●▪*·"
"""What a marker is read as."""
_DASH, _DOT = "-", "•"
_APART = 0.35
"""The least gap between a marker and its text, in letter heights."""
_FURTHEST = 6.0
"""The widest one."""
_COLUMN = 0.4
"""How far the markers of a list may stand out of line, in letter heights."""
_LEVEL = 0.45
"""How far a marker may stand above or below the middle of its line, in letter heights."""
_LEAST = 2
"""Markers of a list, those that the engine read included."""
_SURE = 0.9


def with_bullets(cell: Box, words: Sequence[Word], marks: Marks) -> list[Word]:
    """The words of a cell and the markers of its list that were not read, as words of the lines that they begin.

    Args:
        cell: on the picture.
        words: what was read in it.
        marks: of the page.
    """
    lines = by_line(words)
    inside = marks.inside(cell).astype(np.float64)
    read = [line[0] for line in lines if line[0].text in SIGNS]
    taken = [line[0] for line in lines if _is_dot_taken_for_letter(line, inside, marks)]
    bare = [line for line in lines if line[0] not in read and line[0] not in taken]
    missed = [word for line in bare if (word := _before(line, cell, inside, marks))]
    column = max(columns([*read, *taken, *missed], marks.letter), key=len, default=[])
    if len(column) < _LEAST and not _is_only_entry(cell, column, lines, marks.letter):
        return list(words)
    # Letters that differ count entries: "a", "b" and "c" whose stops were lost.
    letters = [word for word in column if word in taken]
    alike = len({word.text for word in letters}) == 1 or len(letters) < len(column)
    dots = letters if alike else []
    kept = [replace(word, text=_DOT) if word in dots else word for word in words]
    return [*kept, *(word for word in column if word in missed)]


def _held(place: Box, inside: NDArray[np.float64]) -> list[Box]:
    """Those of the marks inside a cell (n x 4: x0, y0, x1, y1) whose middle lies in a place."""
    x, y = (inside[:, 0] + inside[:, 2]) / 2, (inside[:, 1] + inside[:, 3]) / 2
    held = (x >= place.x0) & (x <= place.x1) & (y >= place.y0) & (y <= place.y1)
    return [Box(*box) for box in inside[held].tolist()]


def _is_dot_taken_for_letter(line: Sequence[Word], inside: NDArray[np.float64], marks: Marks) -> bool:
    """Whether a line begins with one letter that is a dot: as small and round, and as far from the text."""
    first = line[0]
    if len(first.text) != 1 or first.text in SIGNS or first.text.isdecimal() or len(line) < _LEAST:
        return False
    apart = line[1].box.x0 - first.box.x1 >= _APART * marks.letter
    found = _held(first.box, inside)
    return apart and len(found) == 1 and marks.is_dot(found[0])


def _is_only_entry(cell: Box, column: Sequence[Word], lines: Sequence[Sequence[Word]], letter: float) -> bool:
    """Whether a list of one entry, broken only where its lines are full, begins with a dash; a lone dot may be a speck."""
    full = all(
        line[-1].box.x1 + following[0].box.width + letter > cell.x1 for line, following in pairwise(lines)
    )
    return full and any(word.text == _DASH and word.baris == lines[0][0].baris for word in column)


def _before(line: Sequence[Word], cell: Box, inside: NDArray[np.float64], marks: Marks) -> Word | None:
    """The marker of those inside a cell that stands alone before a line, if there is one."""
    first = line[0]
    y = first.box.centre[1]
    reach = _LEVEL * marks.letter
    place = Box(cell.x0, y - reach, first.box.x0 - _APART * marks.letter, y + reach)
    if place.width <= 0:
        return None
    found = _held(place, inside)
    if len(found) != 1 or first.box.x0 - found[0].x1 > _FURTHEST * marks.letter or found[0].x1 > place.x1:
        return None
    sign = _DASH if marks.is_dash(found[0]) else _DOT if marks.is_dot(found[0]) else None
    return Word(sign, found[0], _SURE, first.mesin, first.baris) if sign else None


def columns(markers: Sequence[Word], letter: float) -> list[list[Word]]:
    """Markers that stand below each other."""
    columns: list[list[Word]] = []
    for word in sorted(markers, key=lambda word: word.box.x0):
        if columns and word.box.x0 - columns[-1][-1].box.x0 < _COLUMN * letter:
            columns[-1].append(word)
        else:
            columns.append([word])
    return columns

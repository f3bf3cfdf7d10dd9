"""Numbers, dates and times that were not surely read: which lines a second engine is to see, and how sure they are then.

No word list tells which of two readings of a figure is right; another engine that sees the same does. Where they
differ in figures the better one stays, and is doubtful: nothing of this kind is believed because it is likelier.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.boxes import Box, union
from extractors.durations import may_be_time
from extractors.raster.writing.doubts import RAGU, is_field
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word, by_line

_SURE = 0.9
"""A line of a field with a word less sure than this is shown to the second engine."""
_FIGURES = 2
"""Figures that make a line one of a number or a date."""
_NIP = re.compile(r"\b(?:19|20)\d\d[01]\d[0-3]\d ?(?:19|20)\d\d[01]\d ?[12] ?\d{3}\b")
_SOP, _PART = re.compile("[S5s][0Oo][Pp]"), re.compile(r"[^\W_]+")
_EDGE = 0.35
"""White that comes along above and below a line, in letter heights."""
_TIMES = 3
"""Times below each other that show that a column has the times of steps."""
_SAME = 0.5
"""How far apart the sides of cells of one column may lie, in letter heights."""

Part = tuple[int, Box]
"""A part of a cell: the number of the cell, and from where to where."""


def unsure_figures(cells: Sequence[CellTask], read: Sequence[Sequence[Word]], marks: Marks) -> Iterator[Part]:
    """The lines of fields with figures, and the times of steps, that were not surely read.

    Args:
        cells: of the page.
        read: the words of each.
        marks: of the page.
    """
    for number, task in enumerate(cells):
        if is_field(task, read[number]):
            for line in by_line(read[number]):
                if _has_figures(line) and min(word.keyakinan for word in line) < _SURE:
                    yield number, _band(task.box, line, marks.letter)
    for number in _time_cells(cells, read, marks.letter):
        words = read[number]
        if min((word.keyakinan for word in words), default=0.0) < RAGU and len(
            marks.written(cells[number].box)
        ):
            yield number, cells[number].box


def doubted(before: Sequence[Word], after: Sequence[Word]) -> list[Word]:
    """The words of a cell as the second engine left them; where they have other figures now, these are doubtful.

    A line whose figures were sounder in the first reading stays as it was, and is doubtful, too.
    """
    for line in by_line(before):
        box = union(word.box for word in line)
        now = [word for word in after if box.y0 <= word.box.centre[1] <= box.y1]
        if now and _is_sounder(line, now):
            rest = [word for word in after if word not in now]
            after = [*rest, *(replace(word, keyakinan=min(word.keyakinan, RAGU)) for word in line)]
    if not before or _figures(before) == _figures(after):
        return list(after)
    known = {"", *(_figures([word]) for word in before)}
    return [
        word if _figures([word]) in known else replace(word, keyakinan=min(word.keyakinan, RAGU))
        for word in after
    ]


def _is_sounder(line: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a line is a NIP and another reading of it none, or has letters among the figures of fewer parts."""
    if not _has_figures(line) or _figures(line) == _figures(other):
        return False
    return (_has_nip(line) and not _has_nip(other)) or _mixed(line) < _mixed(other)


def _mixed(line: Sequence[Word]) -> int:
    """How many parts of a number have letters among their figures, but for the word SOP, which engines read as one."""
    text = _SOP.sub("SOP", " ".join(word.text for word in line))
    parts = (part.group() for part in _PART.finditer(text))
    return sum(any(map(str.isdigit, part)) and any(map(str.isalpha, part)) for part in parts)


def _has_nip(line: Sequence[Word]) -> bool:
    return _NIP.search(" ".join(word.text for word in line)) is not None


def _has_figures(line: Sequence[Word]) -> bool:
    return len(_figures(line)) >= _FIGURES


def _figures(words: Sequence[Word]) -> str:
    return "".join(c for line in by_line(words) for word in line for c in word.text if c.isdigit())


def _band(cell: Box, line: Sequence[Word], letter: float) -> Box:
    box = union(word.box for word in line)
    low, high = max(cell.y0, box.y0 - _EDGE * letter), min(cell.y1, box.y1 + _EDGE * letter)
    return Box(cell.x0, low, cell.x1, high)


def _time_cells(cells: Sequence[CellTask], read: Sequence[Sequence[Word]], letter: float) -> Iterator[int]:
    """The cells of columns that hold times."""
    texts = [number for number, task in enumerate(cells) if task.peran == "teks"]
    timed = [cells[number].box for number in texts if _is_time(read[number])]
    for number in texts:
        box = cells[number].box
        same = (
            other for other in timed if max(abs(box.x0 - other.x0), abs(box.x1 - other.x1)) <= _SAME * letter
        )
        if sum(1 for _ in same) >= _TIMES:
            yield number


def _is_time(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for line in by_line(words) for word in line)
    return may_be_time(text)

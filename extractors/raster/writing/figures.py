"""Numbers, dates and times that were not surely read: which lines a second engine is to see, and how sure they are then.

No word list tells which of two readings of a figure is right; another engine that sees the same does. Where they
differ in figures the better one stays, and is doubtful: nothing of this kind is believed because it is likelier.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.boxes import Box, union
from extractors.lexicon.durations import is_bare_number, may_be_time
from extractors.raster.writing.doubts import RAGU, is_field, is_line
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word, by_line

_SURE = 0.9
"""A line of a field with a word less sure than this is shown to the second engine, and a time with such a figure."""
_WIDE, _NEAR = 0.3, 1.2
"""A mark that no word explains may be a figure from this width on, pieces of rules are thinner; so near to a word of its line
it is one of it. Both in letter heights."""
_AT_RULE = 0.2
"""A number that begins so near to the rule of its cell, in letter heights, touches it: the rule may be read as a figure, or as part of one."""
_FIGURE = re.compile(r"[\d½¼¾]|(?<=\d)[.,](?=\d)")
"""A figure, and what parts those of one number: 1,5 is not 15."""
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
                if _has_figures(line) and _is_doubtful(line, read[number], task, marks):
                    yield number, _band(task.box, line, marks.letter)
    for number in _time_cells(cells, read, marks.letter):
        words, box = read[number], cells[number].box
        if min((word.keyakinan for word in words), default=0.0) < RAGU:
            if len(marks.written(box)):
                yield number, box
        elif _is_unsure_time(words):
            yield number, _band(box, words, marks.letter)


def _is_doubtful(line: Sequence[Word], words: Sequence[Word], task: CellTask, marks: Marks) -> bool:
    """Whether a line with figures was not surely read, or is that of a low field and may have more of them, or fewer.

    What lies beside the lines of a higher one is a stamp or a signature.
    """
    if min(word.keyakinan for word in line) < _SURE:
        return True
    if not is_line(task, marks):
        return False
    first = line[0]
    at_rule = first.text[0].isdigit() and first.box.x0 - task.box.x0 <= _AT_RULE * marks.letter
    return at_rule or _lacks_one(line, words, task.box, marks)


def _lacks_one(line: Sequence[Word], words: Sequence[Word], cell: Box, marks: Marks) -> bool:
    """Whether something as large as a figure stands beside the words of a line, or before them, that was not read.

    Args:
        line: the line.
        words: all of its cell.
        cell: that cell.
        marks: of the page.
    """
    box = union(word.box for word in line)
    level = Box(cell.x0, box.y0, cell.x1, box.y1)
    # Print of narrow rows touches their rules.
    unread = marks.unexplained(cell.grown(_EDGE * marks.letter), [word.box for word in words])
    for x0, y0, x1, y1 in unread[unread[:, 2] - unread[:, 0] >= _WIDE * marks.letter].tolist():
        apart = min(max(word.box.x0 - x1, x0 - word.box.x1) for word in line)
        if level.holds((x0 + x1) / 2, (y0 + y1) / 2) and apart <= _NEAR * marks.letter:
            return True
    return False


def _is_unsure_time(words: Sequence[Word]) -> bool:
    """Whether the figures of a time were not surely read, or its unit not at all."""
    unsure = any(word.keyakinan < _SURE for word in words if _figures([word]))
    return unsure or is_bare_number(_text(words))


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
    """The figures of some words, with what parts those of one number."""
    texts = (word.text for line in by_line(words) for word in line)
    return "".join(_FIGURE.findall(" ".join(texts))).replace(",", ".")


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
    return may_be_time(_text(words))


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for line in by_line(words) for word in line)

"""What in a cell is to be read again: the rows with words that are hardly right, and with letters that no word explains.

Reading is dear, and a second look at sure lines changes nothing. So not the whole cell is read again, only
the band of lines around each doubt.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from extractors.boxes import Box, union
from extractors.lexicon.vocabulary import known
from extractors.raster.writing.marks_in_cells import Boxes, Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word

RAGU = 0.6
"""A word less likely right than this is read again …"""
_RAGU_DIKENAL = 0.15
"""… a word of the language, or a list's number, only below this: no second look has changed them."""
_DIKENAL = 4
"""Shorter words come about by chance."""
_BUTIR = re.compile(r"\(?(?:\d{1,2}|[a-z])[.,)]")
_HAMPIR_SEMUA = 0.7
"""Bands that take this part of a cell's writing are the cell."""
_TEPI_BARIS = 0.35
"""White that comes along above and below a band, in letter heights."""
_SELA_BARIS = 1.2
"""Doubtful lines so near to each other, in letter heights, are read together."""
_CETAK = 6
"""So many letters of known words show that a field has print in it."""
_NAMA = 5
"""Letters of a name that was hardly read by chance."""
_TERSELUBUNG = 2
"""A field is asked about once more when so many letters of it are hardly read or not at all."""
_SEBARIS = 5.0
"""Fields of an identity page are lower than this, in letter heights."""
_MENYATU = 2.0
"""Marks wider than this, in letter heights, and no higher than letters are several letters."""
_BEBERAPA_BARIS = 2.5
"""Marks higher than this, in letter heights, reach over several lines."""
_ISIAN_TERPANJANG = 200
"""More letters are the list of a box: stamps lie on fields."""
_SELA_KATA = 2.0
"""Words of a line stand nearer together than this, in letter heights, unless something is between them."""
_DERET = 3
"""So many letters side by side are writing, even where symbols are expected …"""
_JARAK_DERET = 1.2
"""… at most so far apart, in letter heights."""


def doubtful(word: Word) -> bool:
    """Whether a word is worth a second look."""
    if word.keyakinan >= RAGU:
        return False
    usual = (len(word.text) >= _DIKENAL and known(word.text)) or _BUTIR.fullmatch(word.text)
    return not usual or word.keyakinan < _RAGU_DIKENAL


def bands(task: CellTask, words: Sequence[Word], marks: Marks) -> list[Box]:
    """The parts of a cell that are to be read again, from edge to edge of it and whole lines high; none is fine.

    Args:
        task: the cell.
        words: what has been read in it.
        marks: of the page.
    """
    missed = marks.unexplained(task.box, [word.box for word in words])
    if task.peran == "gambar":
        missed = _written(missed, marks.letter)
        spots = [Box(*box) for box in missed.tolist()]
    else:
        spots = [Box(*box) for box in missed.tolist()] + [word.box for word in words if doubtful(word)]
    return _around(spots, task, words, marks)


def _around(spots: Sequence[Box], task: CellTask, words: Sequence[Word], marks: Marks) -> list[Box]:
    """The bands of whole lines around some spots of a cell; the cell itself where they are nearly all of it."""
    if not spots:
        return []
    ink = [word.box for word in words] + [Box(*box) for box in marks.letters(task.box).tolist()]
    found = _rows(spots, ink, marks.letter)
    whole = union(ink or spots)
    if sum(high - low for low, high in found) >= _HAMPIR_SEMUA * whole.height:
        return [task.box]
    edge = _TEPI_BARIS * marks.letter
    return [
        Box(task.box.x0, max(task.box.y0, low - edge), task.box.x1, min(task.box.y1, high + edge))
        for low, high in found
    ]


def veiled_bands(task: CellTask, words: Sequence[Word], marks: Marks) -> list[Box]:
    """The parts of a field that a stamp or a signature lies on (``is_veiled``): lines hardly read, or with ink unread.

    A piece of a stamp as high as several lines may hide all of them: then it is the whole field.
    """
    over = [Box(*box) for box in marks.overlaid(task.box, [word.box for word in words]).tolist()]
    if any(box.height > _BEBERAPA_BARIS * marks.letter for box in over):
        return [task.box]
    spots = [*over, *(word.box for word in words if word.keyakinan < RAGU), *_gaps(words, marks)]
    return _around(spots, task, words, marks) or [task.box]


def lost(task: CellTask, words: Sequence[Word], marks: Marks) -> float:
    """The share of the letters of a cell that none of its words explains, 0..1: what was read there is not all of it.

    Args:
        task: the cell.
        words: what counts as read in it.
        marks: of the page.
    """
    letters = sum(len(word.text) for word in words)
    unread = marks.unexplained(task.box, [word.box for word in words])
    # Blurred letters of a word are one mark.
    joined = unread[unread[:, 2] - unread[:, 0] >= _MENYATU * marks.letter]
    missed = len(_written(unread, marks.letter)) + float((joined[:, 2] - joined[:, 0]).sum()) / marks.letter
    return missed / (missed + letters) if missed else 0.0


def handwriting(task: CellTask, marks: Marks) -> Box | None:
    """Where something is written in a field of a line or two in which no engine saw a word; None for an empty one."""
    if not is_line(task, marks):
        return None
    written = _written(marks.written(task.box), marks.letter)
    return union(Box(*box) for box in written.tolist()) if len(written) else None


def is_line(task: CellTask, marks: Marks) -> bool:
    """Whether a cell is as low as a field of a line or two."""
    return task.box.height <= _SEBARIS * marks.letter


def is_field(task: CellTask, words: Sequence[Word]) -> bool:
    """Whether a cell is one that an identity page has filled in, and no list of a box."""
    return task.peran == "isian" and sum(len(word.text) for word in words) <= _ISIAN_TERPANJANG


def is_veiled(task: CellTask, words: Sequence[Word], marks: Marks, *, printed: bool = False) -> bool:
    """Whether a field of an identity page has print in it that a stamp or a signature keeps from being read.

    Some of it must have been read: a field with nothing but handwriting gives no more to another engine. What makes
    it doubtful is much that was hardly read, or letters that no word explains.

    Args:
        task: the field.
        words: what has been read in it.
        marks: of the page.
        printed: whether it has print in it anyway, as the block of the officer who signed has.
    """
    if not words or not is_field(task, words):
        return False
    good = sum(len(word.text) for word in words if word.keyakinan >= RAGU and _is_print(word.text))
    if good < _CETAK and not printed:
        return False
    bad = sum(len(word.text) for word in words if word.keyakinan < RAGU)
    rows = [(word.box.y0, word.box.y1) for word in words]
    missed: float = sum(
        any(low <= (top + bottom) / 2 <= high for low, high in rows)
        for _, top, _, bottom in marks.overlaid(task.box, [word.box for word in words]).tolist()
    )
    missed += _skipped(words, marks)
    return bad + missed >= _TERSELUBUNG


def _is_print(text: str) -> bool:
    """Whether a surely read word is print: one of the language, or a name, longer than handwriting is read by chance."""
    return known(text) or (text.isalpha() and len(text) >= _NAMA)


def _skipped(words: Sequence[Word], marks: Marks) -> float:
    """How many letters fit into the wide gaps of lines that have ink in them: a word was passed over there."""
    return sum((gap.width / marks.letter for gap in _gaps(words, marks)), 0.0)


def _gaps(words: Sequence[Word], marks: Marks) -> list[Box]:
    """The gaps between words of a line that are wide and have ink in them."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.baris, []).append(word)
    gaps = []
    for line in lines.values():
        line.sort(key=lambda word: word.box.x0)
        for before, after in pairwise(line):
            gap = Box(before.box.x1, before.box.y0, after.box.x0, before.box.y1)
            if gap.width > _SELA_KATA * marks.letter and len(marks.touching(gap)):
                gaps.append(gap)
    return gaps


def _rows(spots: Iterable[Box], ink: Sequence[Box], letter: float) -> list[tuple[float, float]]:
    """From where to where the lines of some spots reach, neighbours put together."""
    level = [box for box in ink if box.height <= 2 * letter]
    rows: list[tuple[float, float]] = []
    for spot in sorted(spots, key=lambda box: box.y0):
        beside = [box for box in level if spot.y0 <= box.centre[1] <= spot.y1]
        low, high = min([spot.y0, *(b.y0 for b in beside)]), max([spot.y1, *(b.y1 for b in beside)])
        if rows and low <= rows[-1][1] + _SELA_BARIS * letter:
            rows[-1] = min(low, rows[-1][0]), max(high, rows[-1][1])
        else:
            rows.append((low, high))
    return rows


def _written(letters: Boxes, letter: float) -> Boxes:
    """Those of some marks that stand in a row, as the letters of a word do and the pieces of a symbol do not."""
    if len(letters) < _DERET:
        return letters[:0]
    keep = np.zeros(len(letters), bool)
    for at, mark in enumerate(letters):
        level = (np.abs(letters[:, 3] - mark[3]) < 0.35 * letter) | (
            np.abs(letters[:, 1] - mark[1]) < 0.35 * letter
        )
        near = np.maximum(letters[:, 0], mark[0]) - np.minimum(letters[:, 2], mark[2]) < _JARAK_DERET * letter
        keep[at] = (level & near).sum() >= _DERET
    return letters[keep]

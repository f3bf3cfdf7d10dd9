"""Dates and numbers that somebody wrote by hand into the fields of an identity page.

The engine that reads print makes rubbish of them, word by word; one whose networks saw all kinds of writing reads many
of them, each time a little else. So a field is read in several sizes and with more or less of what is around it, its
rules kept, and what most readings say is taken, part by part. What was read surely before stays.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractors.boxes import Box, union
from extractors.engines import Engine
from extractors.raster.writing.agreed import Said, date, number
from extractors.raster.writing.crops import Abu, bare_crop, crop_of
from extractors.raster.writing.doubts import RAGU, is_line
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import TAK_TERBACA, Word, by_line

LARGER: Final = (1.0, 1.25)
"""Sizes in which a field is read without its rules …"""
AROUND: Final = (-0.15, 0.0, 0.15, 0.3)
"""… and how much of what is above and below comes along with them, in letter heights."""
ALIKE: Final = 3
"""What so many readings in a row say alike, others would not change."""
BESIDE: Final = 0.2
"""What is left away beside the rules at its sides."""
KEPT: Final = 0.8
"""A word that was read so surely before stands in what is taken."""
MOST: Final = 0.75
"""Handwriting is no surer than this."""
SURE: Final = 0.9
"""Words of the page that were read as surely as this tell which word is meant."""
_PARTS = re.compile(r"[^\W\d_]{4,}")
FIGURES: Final = 2
"""Readings before must have so many figures, or hardly anything that is sure."""


def handwritten(
    engine: Engine,
    picture: Abu,
    cells: Sequence[CellTask],
    read: Sequence[Sequence[Word]],
    marks: Marks,
    stamped: Abu | None = None,
) -> dict[int, list[Word]]:
    """The words of fields that hold a date or a number written by hand, by the numbers of their cells.

    Args:
        engine: that reads handwriting.
        picture: height x width greys.
        cells: of the page.
        read: the words of each, as far as read.
        marks: of the page.
        stamped: the picture before stamps were lightened in it, which lightens what is written below them.
    """
    told = {}
    fields = list(_fields(cells, read, marks))
    elsewhere = _elsewhere(read) if fields else frozenset()
    for at in fields:
        readings = [
            read[at],
            *_readings(engine, (picture, picture if stamped is None else stamped), cells[at].box, marks),
        ]
        texts = [_text(words) for words in readings if words]
        said, sign = (found, " ") if (found := date(texts)) else (number(texts, elsewhere), "/")
        if said and _keeps(read[at], said):
            boxes = [word.box for words in readings[1:] for word in words]
            told[at] = _words(said, sign, union(boxes), engine.nama)
    return told


def _elsewhere(read: Sequence[Sequence[Word]]) -> frozenset[str]:
    """The words that were surely read somewhere on the page."""
    sure = (word.text.casefold() for words in read for word in words if word.keyakinan >= SURE)
    return frozenset(part for text in sure for part in _PARTS.findall(text))


def _readings(engine: Engine, pictures: tuple[Abu, Abu], cell: Box, marks: Marks) -> Iterator[list[Word]]:
    clean, stamped = pictures
    crops = [crop_of(clean, cell, marks, larger * engine.huruf) for larger in LARGER]
    for more in AROUND:
        beside, above = BESIDE * marks.letter, more * marks.letter
        grown = Box(cell.x0 + beside, cell.y0 - above, cell.x1 - beside, cell.y1 + above)
        crops.append(bare_crop(stamped, grown))
    readings = engine.read_lines([crop.picture for crop in crops[:ALIKE]])
    said = {_bare(_text(words)) for words in readings}
    if len(said) > 1 or not all(said):
        readings += engine.read_lines([crop.picture for crop in crops[ALIKE:]])
    for crop, words in zip(crops, readings, strict=False):
        yield [crop.back(word) for word in words]


def _keeps(before: Sequence[Word], said: Sequence[Said]) -> bool:
    """Whether all that was read surely before stands in what was made of all readings, and that says more."""
    text = _bare("".join(part for part, _ in said))
    sure = [_bare(word.text) for word in before if word.keyakinan >= KEPT]
    now = _bare(_text(before))
    return now != text and all(word in text for word in sure if len(word) > 1)


def _words(said: Sequence[Said], sign: str, box: Box, mesin: str) -> list[Word]:
    """The parts of a date as words, or those of a number as one word, over the ink of all of it."""
    if sign == "/":
        sure = min(share for _, share in said)
        return [Word(sign.join(part for part, _ in said), box, MOST * sure, mesin, 0)]
    size = sum(len(part) + 1 for part, _ in said) - 1
    words, before = [], 0
    for part, share in said:
        x0, x1 = (box.x0 + box.width * at / size for at in (before, before + len(part)))
        words.append(Word(part, Box(x0, box.y0, x1, box.y1), MOST * share, mesin, 0))
        before += len(part) + 1
    return words


def _fields(cells: Sequence[CellTask], read: Sequence[Sequence[Word]], marks: Marks) -> Iterator[int]:
    """The fields of one line in which something is written that is doubtful: figures, or all of it."""
    for at, task in enumerate(cells):
        if task.peran != "isian" or not is_line(task, marks) or len(marks.written(task.box)) == 0:
            continue
        words = read[at]
        doubtful = [word for word in words if word.keyakinan <= RAGU]
        sure = sum(len(word.text) for word in words if word.keyakinan > RAGU)
        figures = sum(map(str.isdigit, _text(words)))
        if not words or (doubtful and (figures >= FIGURES or 2 * sure <= len(_text(words)))):
            yield at


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for line in by_line(words) for word in line)


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum() or c in "-.&" or c == TAK_TERBACA).strip(".-")

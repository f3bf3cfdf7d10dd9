"""Dates and numbers that somebody wrote by hand into the fields of an identity page.

The engine that reads print makes rubbish of them, word by word; one whose networks saw all kinds of writing reads many
of them. What it reads is taken as a whole where it has the shape of what such a field holds, and the same in
two sizes: handwriting that is read only nearly says nothing.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from extractors.data import table
from extractors.engines import Engine
from extractors.raster.writing.crops import Abu, crop_of
from extractors.raster.writing.doubts import RAGU, is_line
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word, by_line

LARGER: Final = (1.0, 1.25)
"""Sizes in which a field is read."""
LAST_DAY: Final = 31
PRINTED: Final = 0.5
"""The share of the letters of a field that is surely read of which nothing is handwriting."""
DAY, YEAR, NUMBER = 0.9, 0.8, 0.7
"""How surely the day and the year of a date, and the words of a number, must be read."""
MONTH: Final = 0.7
"""How much a word must be like the name of a month, letters and figures told apart."""
MOST: Final = 0.75
"""Handwriting is no surer than this."""
_DATE = re.compile(r"(\d{1,2}) ?([A-Za-z]\w{2,9}) ((?:19|20)\d\d)")
_NUMBER = re.compile(r"[\w.-]+(?:/[\w.-]+)+/(?:19|20)\d\d")
_LIKE_LETTERS = str.maketrans("0156", "oisg")


def handwritten(
    engine: Engine,
    picture: Abu,
    cells: Sequence[CellTask],
    read: Sequence[Sequence[Word]],
    marks: Marks,
) -> dict[int, list[Word]]:
    """The words of fields that hold a date or a number written by hand, by the numbers of their cells.

    Args:
        engine: that reads handwriting.
        picture: height x width greys.
        cells: of the page.
        read: the words of each, as far as read.
        marks: of the page.
    """
    asked = list(_fields(cells, read, marks))
    found: list[Mapping[int, list[Word]]] = []
    for larger in LARGER if asked else ():
        crops = [crop_of(picture, cells[number].box, marks, larger * engine.huruf) for number in asked]
        readings = engine.read_lines([crop.picture for crop in crops])
        found.append(
            {
                number: [crop.back(word) for word in words]
                for number, crop, words in zip(asked, crops, readings, strict=True)
            }
        )
    told = {}
    for number in asked:
        readings = [some[number] for some in found]
        shapes = {shape_of(words) for words in readings}
        if len(shapes) == 1 and None not in shapes and shape_of(read[number]) is None:
            best = max(readings, key=lambda words: min(word.keyakinan for word in words))
            told[number] = [replace(word, keyakinan=min(word.keyakinan, MOST), baris=0) for word in best]
    return told


def shape_of(words: Sequence[Word]) -> tuple[str, ...] | None:
    """What words say that are, surely enough read, a whole date or the whole number of an SOP with its year; None for others."""
    ordered = [word for line in by_line(words) for word in line]
    text = " ".join(word.text for word in ordered).strip(" .,:")
    sure = [word.keyakinan for word in ordered]
    if date := _DATE.fullmatch(text):
        day, word, year = date.groups()
        month = _month(word)
        certain = sure[0] >= DAY and sure[-1] >= YEAR and 1 <= int(day) <= LAST_DAY
        return (day, month, year) if month and certain else None
    number = text.replace(" ", "")
    return (number.casefold(),) if _NUMBER.fullmatch(number) and min(sure) >= NUMBER else None


def _fields(cells: Sequence[CellTask], read: Sequence[Sequence[Word]], marks: Marks) -> Iterator[int]:
    """The fields of one line in which something is written of which hardly anything is read as print."""
    for number, task in enumerate(cells):
        if task.peran != "isian" or not is_line(task, marks) or len(marks.written(task.box)) == 0:
            continue
        words = read[number]
        sure = sum(len(word.text) for word in words if word.keyakinan >= RAGU)
        if min((word.keyakinan for word in words), default=0.0) < RAGU and sure <= PRINTED * sum(
            len(word.text) for word in words
        ):
            yield number


def _month(word: str) -> str | None:
    """The name of the month that a word is like, more than any other."""
    folded = word.casefold().translate(_LIKE_LETTERS)
    names = table("bulan")["indonesia"]["bulan"]
    likely = sorted(
        ((SequenceMatcher(None, folded, name.casefold()).ratio(), name) for name in names), reverse=True
    )
    return str(likely[0][1]) if likely[0][0] >= MONTH and likely[0][0] > likely[1][0] else None

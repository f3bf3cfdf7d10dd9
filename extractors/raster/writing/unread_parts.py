"""Parts of a printed number that somebody wrote in by hand and no engine read: "800/ 147 /UM" without its figures.

What is left of it looks like a number, and is another one.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.boxes import Box, union
from extractors.raster.writing.marks_in_cells import Marks
from extractors.sheets import TAK_TERBACA, Word, by_line

_STROKE = "/"
_LEAST = 0.4
"""Width of the writing at least, in letter heights: a speck is narrower."""


def with_unread_parts(words: Sequence[Word], cell: Box, marks: Marks) -> list[Word]:
    """The words of a field with one sign for what stands unread between the strokes of its number.

    Args:
        words: of the field.
        cell: it.
        marks: of the page.
    """
    unread = marks.unexplained(cell, [word.box for word in words]).tolist()
    found = []
    for line in by_line(words) if unread else ():
        for before, behind in pairwise(line):
            if not (before.text.endswith(_STROKE) or behind.text.startswith(_STROKE)):
                continue
            gap = Box(before.box.x1, before.box.y0, behind.box.x0, before.box.y1)
            inside = [box for mark in unread if gap.holds(*(box := Box(*mark)).centre)]
            if sum(box.width for box in inside) >= _LEAST * marks.letter:
                found.append(Word(TAK_TERBACA, union(inside), 0.0, before.mesin, before.baris))
    return [*words, *found]

"""Lines of text that a rule runs along so near that it cuts their feet or heads: "kenada Kenala" for "kepada Kepala".

Office programs cut off what has no room in a cell. The first engine is shown such a line without the rule, and without
the feet that went with it; another one, shown it as it stands, reads over the rule as a person does.
"""

from collections.abc import Iterator, Sequence

from extractors.boxes import Box, union
from extractors.lexicon.vocabulary import known
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word, by_line

_NEAR = 0.4
"""A line that ends so near to the upper or lower rule of its cell may be cut, in letter heights."""
_SURE = 0.9
"""An unknown word that was read less surely may be another one."""
_LONG = 4
"""Letters of a word whose being unknown says something."""
_AROUND = 0.3
"""What is shown around a line, in letter heights."""


def cut_lines(
    cells: Sequence[CellTask], read: Sequence[Sequence[Word]], marks: Marks
) -> Iterator[tuple[int, Box]]:
    """The lines that may be cut and hold words that are none, with the numbers of their cells.

    Args:
        cells: of the page.
        read: their words.
        marks: of the page.
    """
    for number, (task, words) in enumerate(zip(cells, read, strict=True)):
        if task.peran != "teks":
            continue
        for line in by_line(words):
            box = union(word.box for word in line)
            near = min(task.box.y1 - box.y1, box.y0 - task.box.y0) < _NEAR * marks.letter
            if near and any(_is_none(word) for word in line):
                yield number, box.grown(_AROUND * marks.letter)


def _is_none(word: Word) -> bool:
    letters = sum(character.isalpha() for character in word.text)
    return letters >= _LONG and word.keyakinan < _SURE and not known(word.text)

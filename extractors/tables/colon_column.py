"""The narrow column of colons between the labels and the values of an identity page.

A colon is two dots: of a worn one an engine makes a figure or a letter, which then would stand before the
value. Such a column says nothing, so nothing that was read in it counts.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled
from extractors.lexicon.labels import find_in
from extractors.raw import IDENTITAS
from extractors.sheets import Word

_NARROW = 2.2
"""The column is at most so many heights of a word wide."""
_LEAST = 3
"""So many of its cells stand behind a label at least."""
_LONGEST = 2
"""What is read in it has no more letters than this."""


def without_colons(table: Ruled) -> Ruled:
    """The table with its columns of colons empty."""
    heights = [word.box.height for words in table.words.values() for word in words]
    if not heights:
        return table
    room = _NARROW * median(heights)
    emptied = {
        cell
        for column in {cell.column for cell in table.lattice.cells if cell.columns == 1}
        for cell in _colons(table, column, room)
    }
    words = {cell: some for cell, some in table.words.items() if cell not in emptied}
    return replace(table, words=words) if len(words) < len(table.words) else table


def _colons(table: Ruled, column: int, room: float) -> list[GridCell]:
    """The cells of a column if it is one of colons."""
    cells = [c for c in table.lattice.cells if c.column == column and c.columns == 1]
    if any(c.box.width > room for c in cells):
        return []
    if any(len(word.text) > _LONGEST for c in cells for word in table.words.get(c, ())):
        return []
    left = {(c.row, c.column + c.columns): c for c in table.lattice.cells}
    before = [left[place] for c in cells if (place := (c.row, column)) in left]
    labels = sum(_is_label(table.words.get(cell, ())) for cell in before)
    return cells if labels >= _LEAST else []


def _is_label(words: Sequence[Word]) -> bool:
    """Whether words are the label of a field of the identity page, and nothing else."""
    text = " ".join(word.text for word in words)
    label = find_in(text)
    return label is not None and label.key in IDENTITAS and not label.rest

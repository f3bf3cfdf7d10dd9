"""Cells of the identity page that hold more than one thing: labels of several fields, or a label beside its value.

Where the rules between the labels are left out, nothing but the height tells which value is whose; and an
empty value would be taken for that of the next label. Where the rule between label and value is left out, a label
of two lines would be read in between the lines of its value; the colon shows where the value begins.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.boxes import Box
from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled
from extractors.lexicon.labels import find_in, is_label
from extractors.raw import IDENTITAS
from extractors.sheets import Word, by_line

_LEAST = 2
"""So many lines of a cell must be labels of different rows."""
_LABEL_LINES = 3
"""A label is broken over no more lines than this."""


def with_labels_apart(table: Ruled) -> Ruled:
    """The table with such cells cut at the rules beside them."""
    cells, words = list(table.lattice.cells), dict(table.words)
    for cell in table.lattice.cells:
        rows = _beside(cell, table.lattice.cells)
        if len(rows) < _LEAST or not _labels_of_rows(words.get(cell, ()), rows):
            continue
        taken = words.pop(cell)
        cells.remove(cell)
        for value in rows:
            box = Box(cell.box.x0, value.box.y0, cell.box.x1, value.box.y1)
            own = replace(cell, box=box, row=value.row, rows=value.rows)
            cells.append(own)
            if inside := [word for word in taken if _level(word, value)]:
                words[own] = inside
    if len(cells) == len(table.lattice.cells):
        return table
    order = tuple(sorted(cells, key=lambda c: (c.row, c.column)))
    return replace(table, lattice=replace(table.lattice, cells=order), words=words)


def _beside(cell: GridCell, cells: Sequence[GridCell]) -> list[GridCell]:
    """The cells to the right of one, top to bottom, if together they are exactly as high."""
    found = [c for c in cells if c.column == cell.column + cell.columns and _within(c, cell)]
    return sorted(found, key=lambda c: c.row) if sum(c.rows for c in found) == cell.rows else []


def _within(cell: GridCell, other: GridCell) -> bool:
    return other.row <= cell.row and cell.row + cell.rows <= other.row + other.rows


def _labels_of_rows(words: Sequence[Word], rows: Sequence[GridCell]) -> bool:
    """Whether lines of several rows are labels, and none of the labels has a value behind it in the cell."""
    labelled: set[int] = set()
    for line in by_line(words):
        text = " ".join(word.text for word in line)
        label = find_in(text)
        if label and label.key in IDENTITAS and not label.weak:
            if label.rest:
                return False
            labelled.update(at for at, value in enumerate(rows) if _level(line[0], value))
    return len(labelled) >= _LEAST


def _level(word: Word, value: GridCell) -> bool:
    return value.box.y0 <= word.box.centre[1] < value.box.y1


def label_first(lines: Sequence[Sequence[Word]]) -> list[Sequence[Word]]:
    """The lines of a cell, a label that hangs over several of them before its colon put together in the first."""
    colon = next(
        (word for line in lines[:_LABEL_LINES] for word in line[1:] if word.text.startswith(":")), None
    )
    if colon is None or len(lines) < 2:
        return list(lines)
    edge = colon.box.x0
    left = [[word for word in line if word.box.centre[0] < edge] for line in lines]
    label = [word for line in left for word in line]
    broken = sum(map(bool, left)) > 1 and all(left[: sum(map(bool, left))]) and not any(left[_LABEL_LINES:])
    if (
        not broken
        or any(word.box.x1 > edge for word in label)
        or not is_label(" ".join(w.text for w in label))
    ):
        return list(lines)
    right = [[word for word in line if word.box.centre[0] >= edge] for line in lines]
    first = next(at for at, line in enumerate(right) if colon in line)
    if any(right[:first]):
        return list(lines)
    return [[*label, *right[first]], *(line for line in right[first + 1 :] if line)]

"""Boxes of a scanned identity page that run together in one cell because the lines between them were lost.

Each box begins with its label. A cell with two of them, one below the other or side by side, is as many cells.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from statistics import median

from extractors.boxes import Box, union
from extractors.lattice.cuts import with_column, with_row
from extractors.lattice.grid import GridCell
from extractors.lattice.ruled import Ruled, changed
from extractors.lexicon.labels import find_in
from extractors.raw import IDENTITAS, KOTAK
from extractors.sheets import Word, by_line, middle, pieces

_APART = 1.3
"""The gap between two texts side by side, as a share of the height of their words."""
_COLUMN = 0.2
"""Labels of two columns begin further apart than this share of a cell's width."""
_CROSSED = 0.06
"""The share of a cell's words that may stand on the edge between its columns."""
_KNOWN = 4.0
"""An edge of the table so near left of a column's labels, in heights of letters, is that of the column."""
_LETTERS = 4
_REACH = 1.5
"""How far left of a column's labels its edge may be, in heights of letters."""
_KEPT = 1024
"""Of so many cells the labels are remembered: more than two pages have."""


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: which, where it stands, and where its first word does."""

    key: str
    box: Box
    first: Box


def parted_boxes(table: Ruled) -> Ruled:
    """The table with each cell that holds several labels cut into their boxes."""
    for step, least in ((_in_columns, 1), (_in_rows, 2)):
        tried: set[Box] = set()
        while (cell := _labelled(table, tried, least)) is not None:
            tried.add(cell.box)
            table = step(table, cell)
    return _below_labels(table)


def _below_labels(table: Ruled) -> Ruled:
    """The table with each cell cut that lies below the labels of two boxes, along the edge between them."""
    for right in [c for c in table.lattice.cells if _is_box(table, c)]:
        for cell in table.lattice.cells:
            words = table.words.get(cell, [])
            below = (
                cell.row == right.row + right.rows and cell.column < right.column < cell.column + cell.columns
            )
            if below and words and _crossings(words, right.box.x0) <= _CROSSED * len(words):
                cut = with_column(table.lattice, table.words, table.lattice.xs[right.column], [cell])
                table = changed(table, *cut)
                break
    return table


def _is_box(table: Ruled, cell: GridCell) -> bool:
    """Whether a cell holds the label of a box and nothing else, right of another cell."""
    labels = _labels(table.words.get(cell, ()))
    lines = by_line(table.words.get(cell, ()))
    return cell.column > 0 and len(lines) == 1 and any(label.key in KOTAK for label in labels)


def _labelled(table: Ruled, tried: Collection[Box], least: int) -> GridCell | None:
    """The next cell with so many labels."""
    return next(
        (
            cell
            for cell in table.lattice.cells
            if cell.box not in tried and len(_labels(table.words.get(cell, ()))) >= least
        ),
        None,
    )


def _labels(words: Sequence[Word]) -> Sequence[_Label]:
    """The labels with which texts of a cell begin, top to bottom."""
    return _labels_of(tuple(words))


@lru_cache(_KEPT)
def _labels_of(words: tuple[Word, ...]) -> tuple[_Label, ...]:
    """The same: all cells are asked anew each time that one was cut."""
    found = []
    for piece in pieces(words, _APART):
        text = " ".join(word.text for word in piece)
        label = find_in(text)
        if label and not label.weak and label.key in (*KOTAK, *IDENTITAS):
            found.append(_Label(label.key, union(word.box for word in piece), piece[0].box))
    return tuple(sorted(found, key=lambda label: label.box.y0))


def _in_columns(table: Ruled, cell: GridCell) -> Ruled:
    """The table with a cell cut left of labels that stand beside other text, if its texts keep to either side."""
    words = table.words[cell]
    right = _second_column(cell, words)
    if right is None:
        return table
    height = median(word.box.height for word in words)
    near = [right - share * height / 4 for share in range(1, int(4 * _REACH) + 1)]
    known = [x for x in table.lattice.xs if right - _KNOWN * height <= x <= right + 1]
    for places in (known, near):
        x = min(places, key=lambda place: _crossings(words, place), default=cell.box.x0)
        if cell.box.x0 < x < cell.box.x1 and _crossings(words, x) <= _CROSSED * len(words):
            return changed(table, *with_column(table.lattice, table.words, x, [cell]))
    return table


def _second_column(cell: GridCell, words: Sequence[Word]) -> float | None:
    """Where labels begin that stand right of other labels, or right of text on their own line."""
    labels = _labels(words)
    starts = sorted(label.box.x0 for label in labels if label.key in KOTAK)
    gap, right = max(((b - a, b) for a, b in pairwise(starts)), default=(0.0, 0.0))
    if gap >= _COLUMN * cell.box.width:
        return right
    lines = by_line(words)
    beside = [label.box.x0 for label in labels if any(_is_behind(label, line) for line in lines)]
    return min(beside, default=None)


def _is_behind(label: _Label, line: Sequence[Word]) -> bool:
    """Whether a label stands in a line behind text that is more than the number of an item."""
    left = [word for word in line if word.box.x1 <= label.box.x0]
    return any(word.box == label.first for word in line) and any(
        sum(map(str.isalpha, word.text)) >= _LETTERS for word in left
    )


def _crossings(words: Sequence[Word], x: float) -> int:
    return sum(word.box.x0 + 1 < x < word.box.x1 - 1 for word in words)


def _in_rows(table: Ruled, cell: GridCell) -> Ruled:
    """The table with a cell cut above each label but the first; the values of the identity box beside it, too."""
    labels = _labels(table.words[cell])
    for label in labels:
        lines = by_line(table.words[cell]) if cell in table.words else []
        above = [line for line in lines if middle(line) < label.box.y0]
        if not above:
            continue
        y = (max(word.box.y1 for word in above[-1]) + label.box.y0) / 2
        y = min(y, label.box.y0 + 1.0)
        beside = _beside(table, cell) if label.key in IDENTITAS else []
        table = changed(table, *with_row(table.lattice, table.words, y, partial(_is_one, [cell, *beside])))
        cell = _at(table, cell, label)
    return table


def _is_one(cells: Sequence[GridCell], cell: GridCell, _: Sequence[Word]) -> bool:
    return cell in cells


def _beside(table: Ruled, cell: GridCell) -> list[GridCell]:
    """The cells to the right of one that are as high as it."""
    return [
        c
        for c in table.lattice.cells
        if c.column >= cell.column + cell.columns and (c.row, c.rows) == (cell.row, cell.rows)
    ]


def _at(table: Ruled, cell: GridCell, label: _Label) -> GridCell:
    """The part of a cell in which a label stands."""
    x, y = label.box.x0 + 1, label.box.centre[1]
    return next((c for c in table.lattice.cells if c.box.holds(x, y) and c.column == cell.column), cell)

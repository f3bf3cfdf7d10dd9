"""The rows of a heading that a pass over the page saw nothing of, read as a whole before their cells are.

Print on a fill is such. A group's name stands over several cells of it, and where no line parts it from their own
names, each cell would read a piece of it. And headings that turned out to be one cell only after their words were read.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from extractors.boxes import Box, shared, union
from extractors.engines.mesin import Engine
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled, numbering
from extractors.raster.geometry.paper import Gray
from extractors.raster.writing.fills import unbanded
from extractors.sheets import Word
from extractors.tables.headings import heading_of, is_cut

PIECE = 0.8
"""A piece of a cell lies within it with this share."""
_ROWS, _LINE = 2, 6.0
"""Rows that a heading has at least, and points that a row with a line of text is high at least."""
_READ = 0.3
"""A word less likely right than this was hardly read."""


def least_rows(lattice: Lattice) -> int:
    """How many of the first rows of a table its heading has at least, where none is recognized yet; no line fits between the rules of a double one."""
    high = [row for row, (y0, y1) in enumerate(pairwise(lattice.ys)) if y1 - y0 >= _LINE]
    return high[_ROWS - 1] + 1 if len(high) >= _ROWS else _ROWS


def bare_rows(tables: Sequence[Ruled]) -> list[list[Box]]:
    """The cells of each of the first rows in which not one word was read, of tables without a legible heading."""
    found = []
    for table in tables:
        if heading_of(table, numbering(table, None)) is None:
            cells = [
                [c for c in table.lattice.cells if c.row == row] for row in range(least_rows(table.lattice))
            ]
            bare = (
                row for row in cells if row and not any(map(_legible, (table.words.get(c, ()) for c in row)))
            )
            found += [[cell.box for cell in row] for row in bare]
    return found


def _legible(words: Iterable[Word]) -> bool:
    """Whether one of some words was read; what an engine makes of a fill and its holes is none."""
    return any(word.keyakinan >= _READ for word in words)


def with_rows(
    seen: Sequence[Word], picture: Gray, engine: Engine, rows: Sequence[Sequence[Box]]
) -> list[Word]:
    """The words of a page with those of some rows of cells, each row read as one picture without the fills of its cells.

    Args:
        seen: what the pass over the page read; all in pixels.
        picture: of the page.
        engine: that reads.
        rows: the cells of each.
    """
    words = list(seen)
    for row in rows:
        clean = unbanded(picture, row)
        x0, y0, x1, y1 = map(round, union(row))
        read = [
            replace(word, box=Box(word.box.x0 + x0, word.box.y0 + y0, word.box.x1 + x0, word.box.y1 + y0))
            for word in engine.read_page(np.ascontiguousarray(clean[y0:y1, x0:x1]))
        ]
        # Below the other cells of a row with a higher one stand words of the next row, which were seen.
        read = [word for word in read if _stands_in(row, word)]
        if not read:
            continue
        # What the pass made of the fill, or of its holes, would pass for a second line of the row.
        words = [word for word in words if not _stands_in(row, word) or _legible([word])]
        first = max((word.baris for word in words), default=-1) + 1
        words += [replace(word, baris=first + max(word.baris, 0)) for word in read]
    return words


def _stands_in(cells: Sequence[Box], word: Word) -> bool:
    return any(cell.holds(*word.box.centre) for cell in cells)


def below_groups(cell: GridCell, words: Sequence[Word]) -> GridCell:
    """The cell of a heading without the top on which a word reaches into it: one that heads its neighbour, too."""
    tops = [
        word.box.y1
        for word in words
        if word.keyakinan >= _READ
        and cell.box.holds(cell.box.centre[0], word.box.centre[1])
        and any(is_cut(word.box, edge) for edge in (cell.box.x0, cell.box.x1))
    ]
    below = [w for w in words if cell.box.holds(*w.box.centre) and w.box.y0 >= max(tops, default=0.0)]
    return replace(cell, box=cell.box._replace(y0=max(tops))) if tops and below else cell


def in_pieces(cell: Box, read: Sequence[Box]) -> bool:
    """Whether a heading was read in the pieces that a line cut, of which only its words told that it is none.

    Args:
        cell: the whole heading.
        read: the cells that were read.
    """
    return sum(shared(piece, cell) > PIECE * piece.area for piece in read) > 1


def anew(words: Sequence[Word], cells: Sequence[Box], again: Sequence[Word]) -> list[Word]:
    """The words of a page with those in some cells as they were read again, if they were."""
    told = [cell for cell in cells if any(cell.holds(*word.box.centre) for word in again)]
    kept = [word for word in words if not any(cell.holds(*word.box.centre) for cell in told)]
    first = max((word.baris for word in kept), default=-1) + 1
    return kept + [replace(word, baris=first + max(word.baris, 0)) for word in again]

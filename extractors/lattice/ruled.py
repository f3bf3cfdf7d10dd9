"""Ruled tables of a sheet: the words of each cell, and which of the edges are columns.

The lattice may have more edges than the table has columns, because sides of drawn symbols
look like rules. Text tells them apart: a column's edge runs through most of the table, or has
text on both of its sides.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.boxes import union
from extractors.lattice.grid import SCANNED, GridCell, Lattice, lattices
from extractors.lattice.gutters import FORM, mended, with_edge
from extractors.sheets import Sheet, Word, by_line, middle

_SAME_EDGE = 0.012
"""Edges of columns that lie nearer than this share of a table's width are one, from page to page."""
_MOVED = 0.06
"""How far a table may stand from where it stood on the page before, as a share of the page's width."""
_SAME_WIDTH = 0.03
"""How far the widths of two such tables may differ, as a share of the page's width."""
_LONG = 0.5
"""The share of a table's height from which an edge is a column's whatever stands beside it."""
_SLIVER = 7.0
"""Columns narrower than this, in points, are the space between double lines when nothing stands in them."""
_MOST_LOST = 2
"""How many lines a scan may lose of one table."""
_FORM_CELLS = 4
"""Cells that a row of an identity page has at most."""
_MARGIN_WIDTH = 0.25
"""How wide the column of a list's numbers is at most, as a share of the list's."""
_LIST_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.):;,]?")
_WELL_KNOWN = 0.6
"""The share of the edges of either table that the other must have, for both to have the same columns."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table of a sheet.

    Attributes:
        lattice: its cells.
        words: of each cell that has any.
        edges: the left edges of its columns and the right edge of the last, as x.
        lebar: width of the sheet.
    """

    lattice: Lattice
    words: dict[GridCell, list[Word]]
    edges: tuple[float, ...]
    lebar: float


def parts(sheet: Sheet) -> list[Ruled | list[list[Word]]]:
    """The tables of a sheet and the lines of words between them, top to bottom."""
    tables = lattices(sheet.rules, SCANNED if sheet.pindaian else None)
    inside: list[dict[GridCell, list[Word]]] = [{} for _ in tables]
    loose: list[Word] = []
    for word in sheet.words:
        place = _cell_of(word, tables)
        if place is None:
            loose.append(word)
        else:
            inside[place[0]].setdefault(place[1], []).append(word)
    lines = by_line(loose)
    found: list[Ruled | list[list[Word]]] = []
    for lattice, words in zip(tables, inside, strict=True):
        if not words:
            continue
        above = [line for line in lines if middle(line) < lattice.box.y0]
        if above:
            found.append(above)
            lines = lines[len(above) :]
        # What is printed as rules is all there: only a scan loses lines.
        whole, filled = mended(lattice, words) if sheet.pindaian else (lattice, words)
        whole, filled = _with_margins(whole, filled)
        found.append(Ruled(whole, filled, _column_edges(whole, filled), sheet.width))
    return [*found, lines] if lines else found


def _with_margins(
    lattice: Lattice, words: dict[GridCell, list[Word]]
) -> tuple[Lattice, dict[GridCell, list[Word]]]:
    """The table with cells that hold only the numbers of a list put to the list beside them.

    Only in rows of few cells: in those of a procedure several numbers show that a row's line was lost.
    """
    cells = list(lattice.cells)
    for left in lattice.cells:
        if not _only_numbers(words.get(left, ())):
            continue
        level = [c for c in lattice.cells if c.row < left.row + left.rows and c.row + c.rows > left.row]
        beside = _beside(left, level)
        if not beside or len({cell.column for cell in level}) > _FORM_CELLS:
            continue
        box = union(cell.box for cell in (left, *beside))
        whole = replace(left, box=box, columns=left.columns + beside[0].columns)
        cells = [cell for cell in cells if cell is not left and cell not in beside] + [whole]
        taken = [word for cell in (left, *beside) for word in words.pop(cell, ())]
        words[whole] = [replace(word, baris=-1) for word in taken]
    return replace(lattice, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column)))), words


def _beside(left: GridCell, level: Sequence[GridCell]) -> list[GridCell]:
    """The cells to the right of a narrow one that together are as high as it and all as wide as each other."""
    found = [c for c in level if c.column == left.column + left.columns]
    same = len({cell.columns for cell in found}) == 1
    inside = all(left.row <= c.row and c.row + c.rows <= left.row + left.rows for c in found)
    narrow = found and left.box.width <= _MARGIN_WIDTH * found[0].box.width
    return found if same and inside and narrow and sum(c.rows for c in found) == left.rows else []


def _only_numbers(words: Sequence[Word]) -> bool:
    """Whether these are the numbers of a list and nothing else, two at least."""
    return len(words) > 1 and all(_LIST_NUMBER.fullmatch(word.text) for word in words)


def _cell_of(word: Word, tables: Sequence[Lattice]) -> tuple[int, GridCell] | None:
    """The smallest cell around the middle of a word, with the number of its table."""
    x, y = word.box.centre
    found: tuple[int, GridCell] | None = None
    for at, lattice in enumerate(tables):
        if not lattice.box.holds(x, y):
            continue
        for cell in lattice.cells:
            if cell.box.holds(x, y) and (found is None or cell.box.area < found[1].box.area):
                found = at, cell
    return found


def _column_edges(lattice: Lattice, words: dict[GridCell, list[Word]]) -> tuple[float, ...]:
    begins = {cell.column for cell in words}
    ends = {cell.column + cell.columns for cell in words}
    height = lattice.box.height
    drawn = [0.0] * len(lattice.xs)
    for cell in lattice.cells:
        drawn[cell.column] += cell.box.height
    last = len(lattice.xs) - 1
    edges = [lattice.xs[0]]
    for at in range(1, last):
        if drawn[at] >= _LONG * height or (at in begins and at in ends):
            if lattice.xs[at] - edges[-1] < _SLIVER:
                # Of two lines close together the right one begins the column that has the text.
                if len(edges) > 1:
                    edges[-1] = lattice.xs[at]
                continue
            edges.append(lattice.xs[at])
    if len(edges) > 1 and lattice.xs[last] - edges[-1] < _SLIVER:
        edges.pop()
    return (*edges, lattice.xs[last])


def aligned(tables: Sequence[Ruled]) -> list[Ruled]:
    """Tables of consecutive pages, each with the columns that another page of the same table shows.

    A scan loses a line on one page and keeps it on the next.
    """
    found = list(tables)
    for at, other in [*pairwise(range(len(found))), *((b, a) for a, b in pairwise(range(len(found))))]:
        found[at] = _completed(found[at], found[other])
    return found


def _completed(table: Ruled, other: Ruled) -> Ruled:
    """A table with the columns that another has and it lacks, if both are plainly the same."""
    if min(len(table.edges), len(other.edges)) <= FORM or not goes_on(table, other):
        return table
    mine, there = _relative(table.edges), _relative(other.edges)
    missing = [edge for edge in there if min(abs(edge - own) for own in mine) > _SAME_EDGE]
    known = len(there) - len(missing)
    if not 0 < len(missing) <= _MOST_LOST or known < len(mine) - _MOST_LOST:
        return table
    lattice, words = table.lattice, table.words
    for edge in missing:
        split = with_edge(lattice, words, table.edges[0] + edge * (table.edges[-1] - table.edges[0]))
        if split:
            lattice, words = split
    return changed(table, lattice, words) if lattice is not table.lattice else table


def changed(table: Ruled, lattice: Lattice, words: dict[GridCell, list[Word]]) -> Ruled:
    """The table with other cells, and the columns that these show."""
    return replace(table, lattice=lattice, words=words, edges=_column_edges(lattice, words))


def goes_on(table: Ruled, before: Ruled) -> bool:
    """Whether a table stands at the same place of its page as one before, so that it may be the rest of it."""
    low, high = (table.edges[end] / table.lebar - before.edges[end] / before.lebar for end in (0, -1))
    return abs(low) <= _MOVED and abs(high - low) <= _SAME_WIDTH


def numbering(table: Ruled, known: Ruled | None) -> list[int]:
    """For each edge of the lattice the number of the column that begins there.

    A table that goes on from the page before has its columns at the same places; numbered
    like that one, a line too many or too few on one page moves nothing.
    """
    edges = _relative(table.edges)
    own = _relative(table.lattice.xs, table)
    if known is not None and goes_on(table, known):
        there = _relative(known.edges)
        hits = sum(min(abs(edge - other) for other in edges) <= _SAME_EDGE for edge in there)
        if hits >= max(3, _WELL_KNOWN * max(len(there), len(edges))):
            edges = there
    return [max(0, bisect_right(edges, edge + _SAME_EDGE) - 1) for edge in own]


def _relative(xs: Sequence[float], table: Ruled | None = None) -> list[float]:
    """Places as shares of a table's width from its left edge."""
    low, high = (table.edges[0], table.edges[-1]) if table else (xs[0], xs[-1])
    return [(x - low) / (high - low) for x in xs]

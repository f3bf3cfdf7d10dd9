"""Actors' columns that run together because the lines between them were lost: they are as wide as their neighbours.

A table sets its actors in columns of one width. A column of symbols that is two or three times as wide is as
many columns, if each part of it has a heading.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from extractors.lattice.cuts import with_column
from extractors.lattice.grid import GridCell
from extractors.lattice.gutters import FORM
from extractors.lattice.ruled import Ruled, changed, numbering
from extractors.sheets import Word

_LIKE = 0.06
"""Widths that differ less than this share are one."""
_LEAST = 3
"""Columns of one width that show what the width of an actor's column is."""
_MOST = 4
"""Columns that may run together."""
_TEXTED = 0.34
"""A column of which more cells than this share hold text is none of symbols."""
_LETTERS = 4
_HEADING_ROWS = 4
_BESIDE = 0.15
"""The share of its width by which a word may stand over the edge of its column; one on end has the box of its cell."""


def joined_columns(table: Ruled) -> Iterator[tuple[int, tuple[float, ...]]]:
    """The columns of symbols that may be several: the number of each, and where the edges between them would be."""
    if len(table.edges) <= FORM:
        return
    widths = [right - left for left, right in pairwise(table.edges)]
    usual = _usual(widths)
    if usual is None:
        return
    alike = [at for at, width in enumerate(widths) if abs(width - usual) <= _LIKE * usual]
    for at, width in enumerate(widths):
        count = round(width / usual)
        near = alike[0] - 1 <= at <= alike[-1] + 1
        if (
            1 < count <= _MOST
            and abs(width - count * usual) <= _LIKE * width
            and near
            and _is_drawn(table, at)
        ):
            left = table.edges[at]
            yield at, tuple(left + width * part / count for part in range(1, count))


def with_even_columns(table: Ruled) -> Ruled:
    """The table with such columns parted, each part of which has a heading."""
    for column, places in list(joined_columns(table)):
        low, high = table.edges[column], table.edges[column + 1]
        words = [w for cell in heads_of(table, column) for w in table.words.get(cell, ())]
        if not _headed(words, (low, *places, high)):
            continue
        for x in places:
            cut = [c for c in table.lattice.cells if c.box.x0 < x < c.box.x1 and c.columns == 1]
            table = changed(table, *with_column(table.lattice, table.words, x, cut))
    return table


def heads_of(table: Ruled, column: int) -> list[GridCell]:
    """The cells of the first rows that stand over one column alone."""
    columns = numbering(table, None)
    return [
        c
        for c in table.lattice.cells
        if c.row < _HEADING_ROWS
        and columns[c.column] == column
        and columns[c.column + c.columns] == column + 1
    ]


def _usual(widths: Sequence[float]) -> float | None:
    """The width that most columns have, if several have one."""
    best = max(
        ([other for other in widths if abs(other - width) <= _LIKE * width] for width in widths), key=len
    )
    return median(best) if len(best) >= _LEAST else None


def _is_drawn(table: Ruled, column: int) -> bool:
    """Whether a column holds symbols: few of its cells below the heading have text."""
    columns = numbering(table, None)
    own = [c for c in table.lattice.cells if columns[c.column] == column and c.row >= _HEADING_ROWS]
    texts = [
        c for c in own if sum(len(w.text) for w in table.words.get(c, ()) if w.text.isalpha()) >= _LETTERS
    ]
    return bool(own) and column > 0 and len(texts) <= _TEXTED * len(own)


def _headed(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether each part has a word of its own, and none stands over an edge."""
    named = [w for w in words if sum(map(str.isalpha, w.text)) >= _LETTERS]
    across = any(_stands_over(w, x) for w in named for x in edges[1:-1])
    parts = (any(a < w.box.centre[0] < b for w in named) for a, b in pairwise(edges))
    return not across and all(parts)


def _stands_over(word: Word, x: float) -> bool:
    spare = _BESIDE * word.box.width
    return word.box.x0 + spare < x < word.box.x1 - spare

"""A form and a procedure that stand on each other as one table, taken apart.

Where an identity page ends above the procedure on one page, a scan shows their frames as one. What the
columns of a table are is asked of all its rows, and those of the form have none of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.gutters import FORM, mended
from extractors.lattice.ruled import Ruled, changed
from extractors.lexicon.labels import heading, is_label
from extractors.sheets import Word, by_line

_FORM_CELLS = 4
"""Cells that a row of a form has at most."""
_LEAST = 2
"""Rows of a form: a single one above a procedure is its title."""
_NAMED = 2
"""Cells with the names of columns that make a row one of a heading."""


def unstacked(table: Ruled) -> list[Ruled | list[list[Word]]]:
    """The form and the procedure below it that a table is made of, with a title between; the table itself where it is one."""
    at = _procedure(table)
    if at < _LEAST:
        return [table]
    title = _title(table, at)
    form = at - bool(title)
    above, below = (_rows(table, *rows) for rows in ((0, form), (at, len(table.lattice.ys) - 1)))
    # The heading stands in the first rows now, where lost lines are looked for.
    whole = changed(below, *mended(below.lattice, below.words))
    return [above, title, whole] if title else [above, whole]


def _title(table: Ruled, at: int) -> list[list[Word]]:
    """The lines in capitals that a row above a procedure has over its whole width, below rows of several boxes."""
    row, last = ([c for c in table.lattice.cells if c.row <= n < c.row + c.rows] for n in (at - 2, at - 1))
    if at <= _LEAST or not len(last) == 1 < len(row) or last[0].rows > 1:
        return []
    lines = by_line(table.words.get(last[0], ()))
    text = " ".join(word.text for line in lines for word in line)
    return lines if text.isupper() and not is_label(text) else []


def _procedure(table: Ruled) -> int:
    """The row at which the first rows of many columns begin, those above being a form's; 0 where there are none."""
    cells, clear = table.lattice.cells, list(_clear(table.lattice))
    wide = (
        at
        for at, (first, last) in enumerate(clear)
        if any(sum(cell.row == row for cell in cells) > _FORM_CELLS for row in range(first, last))
    )
    at = next(wide, 0)
    if len({cell.column for cell in cells if cell.row >= clear[at][0]}) < FORM:
        return 0
    while at > 0 and _is_headed(table, *clear[at - 1]):
        at -= 1
    return clear[at][0]


def _clear(lattice: Lattice) -> Iterator[tuple[int, int]]:
    """The rows [first, last) between edges that run from side to side."""
    rows = range(1, len(lattice.ys) - 1)
    crossed = {row for row in rows for cell in lattice.cells if cell.row < row < cell.row + cell.rows}
    first = 0
    for row in (*(row for row in rows if row not in crossed), len(lattice.ys) - 1):
        yield first, row
        first = row


def _is_headed(table: Ruled, first: int, last: int) -> bool:
    """Whether rows hold names of columns: the upper row of a heading whose lines were lost."""
    words = [table.words.get(cell, ()) for cell in table.lattice.cells if first <= cell.row < last]
    texts = [" ".join(word.text for line in by_line(some) for word in line) for some in words]
    return sum(heading(text) is not None for text in texts) >= _NAMED


def _rows(table: Ruled, first: int, last: int) -> Ruled:
    """Some rows of a table as a table, with the edges that its cells have."""
    own = [cell for cell in table.lattice.cells if first <= cell.row < last]
    used = sorted({at for cell in own for at in (cell.column, cell.column + cell.columns)})
    moved = {cell: _moved(cell, first, used) for cell in own}
    lattice = Lattice(
        tuple(table.lattice.xs[at] for at in used), table.lattice.ys[first : last + 1], tuple(moved.values())
    )
    words = {moved[cell]: some for cell, some in table.words.items() if cell in moved}
    return changed(table, lattice, words)


def _moved(cell: GridCell, first: int, used: Sequence[int]) -> GridCell:
    start, end = used.index(cell.column), used.index(cell.column + cell.columns)
    return replace(cell, row=cell.row - first, column=start, columns=end - start)

"""What stands in a column of a procedure table: texts, times, or nothing."""

from collections.abc import Sequence
from statistics import median

from extractors.lexicon.durations import is_whole_duration, names_unit
from extractors.pages import Cell, Row
from extractors.sheets import TAK_TERBACA

_TIMED_ROWS, _TIMED, _WORDED = 3, 0.6, 5
"""How many cells of a column at least, and which share of them, say what it holds; letters of a cell that holds text."""

_BRANCHES = 0.34
"""The share of rows in which an actor's column may have words."""


def cell_at(row: Row, column: int) -> Cell | None:
    """The cell of a row that covers a column."""
    return next((cell for cell in row.cells if cell.column <= column < cell.column + cell.width), None)


def usual_width(rows: Sequence[Row], column: int) -> float | None:
    """The usual width of a column's own cells on their page; None where they have no places."""
    cells = (cell_at(row, column) for row in rows)
    own = [c.box.width for c in cells if c and c.box and (c.column, c.width) == (column, 1)]
    return median(own) if own else None


def holds_texts(body: Sequence[Row], column: int) -> bool:
    """Whether most rows have words in a column; beside symbols stand a few, of branches."""
    own = [cell.span.text for row in body if (cell := cell_at(row, column)) and cell.column == column]
    texts = [text for text in own if sum(map(str.isalpha, text)) >= _WORDED]
    return len(texts) >= max(_TIMED_ROWS, _TIMED * len(own))


def written(body: Sequence[Row], column: int) -> float:
    """The share of a column's cells that something is written in, be it legible or not."""
    own = [cell.span.text for row in body if (cell := cell_at(row, column)) and cell.column == column]
    return sum(sum(map(str.isalpha, t)) >= _WORDED or TAK_TERBACA in t for t in own) / max(1, len(own))


def mostly_written(body: Sequence[Row], column: int) -> bool:
    """Whether more is written in a column than the names of ways out, as may stand in an actor's."""
    return written(body, column) > _BRANCHES


def holds_durations(body: Sequence[Row], column: int) -> bool:
    """Whether most of what stands in a column is times."""
    cells = [cell for row in body if (cell := cell_at(row, column)) and cell.column == column and cell.span]
    return sum(is_time_at(row, column) for row in body) >= max(_TIMED_ROWS, _TIMED * len(cells))


def is_time_at(row: Row, column: int) -> bool:
    """Whether a row's own cell in a column holds a time, or nothing but its unit."""
    cell = cell_at(row, column)
    if cell is None or cell.column != column:
        return False
    return is_whole_duration(cell.span.text) or names_unit(cell.span.text)

"""What the cells of a procedure table hold, as far as it shows without any heading: a time, a text, writing that nobody could read."""

from collections.abc import Callable, Sequence

from extractors.lexicon.durations import is_whole_duration, may_be_time
from extractors.pages import Row
from extractors.sheets import TAK_TERBACA
from extractors.tables.column_contents import cell_at

_LEAST = 3
_LETTERS = 4


def text_at(row: Row, column: int) -> str:
    """The text of a row's own cell in a column; empty where another reaches into it."""
    cell = cell_at(row, column)
    return " ".join(cell.span.text.split()) if cell and cell.column == column else ""


def share(rows: Sequence[Row], column: int, test: Callable[[str], bool]) -> float:
    """The share of rows in which a column has a cell of its own that passes a test."""
    hits = sum(test(text_at(row, column)) for row in rows)
    return hits / len(rows) if hits >= min(_LEAST, len(rows)) else 0.0


def number_of_step(row: Row) -> int | None:
    """The number of a step, if the first cell of a row is one."""
    text = text_at(row, 0).strip(" .)")
    return int(text) if text.isdecimal() and len(text) <= len("99") else None


def is_time(text: str) -> bool:
    """Whether a text is a duration, also a worn one."""
    return may_be_time(text.strip(f" {TAK_TERBACA}"))


def is_text(text: str) -> bool:
    """Whether a text is of letters and no duration."""
    return sum(map(str.isalpha, text)) >= _LETTERS and not is_whole_duration(text)


def is_written(text: str) -> bool:
    """Whether a cell holds a text, or one that could not be read."""
    return TAK_TERBACA in text or is_text(text)

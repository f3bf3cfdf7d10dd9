"""The columns of a procedure table whose heading nobody can read, told from what stands in them.

White letters on black are lost in a copy of a copy, and with them what each column is. But steps count,
times are times, and the standard has one order: what is needed stands before the time, what comes of it behind.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from extractors.columns import Column, Heading, cell_at
from extractors.durations import is_whole_duration
from extractors.pages import Row
from extractors.spans import EMPTY

_LEAST, _MOST, _SOME = 3, 0.6, 0.4
"""Rows at least, and the shares of them in which numbers, times and steps, and in which other texts must stand."""
_LETTERS = 4


def heading_by_content(rows: Sequence[Row]) -> Heading | None:
    """What the columns of a table are, with no names; its rows are those above the first step. None without counted steps.

    Actors are not told apart: nobody knows their names.
    """
    numbers = [(at, number) for at, row in enumerate(rows) if (number := _number(row)) is not None]
    counting = sum(b == a + 1 for (_, a), (_, b) in pairwise(numbers))
    if len(numbers) < _LEAST or counting < _MOST * (len(numbers) - 1):
        return None
    steps = [rows[at] for at, _ in numbers]
    width = max(cell.column + cell.width for row in rows for cell in row.cells)
    waktu = next((at for at in range(2, width) if _share(steps, at, is_whole_duration) >= _MOST), None)
    if waktu is None or _share(steps, 1, _is_text) < _MOST:
        return None
    roles = {0: "no", 1: "uraian", waktu: "waktu"}
    for at, role in ((waktu - 1, "kelengkapan"), (waktu + 1, "output")):
        if at not in roles and at < width and _share(steps, at, _is_text) >= _SOME:
            roles[at] = role
    if "output" in roles.values() and waktu + 2 == width - 1:
        roles[waktu + 2] = "keterangan"
    return Heading(
        tuple(Column(roles.get(at, ""), EMPTY) for at in range(width)), _first_step(rows, *numbers[0])
    )


def _first_step(rows: Sequence[Row], at: int, number: int) -> int:
    """The row of the first step, where the numbers of those before the first that was read are lost."""
    while number > 1 and at > 0 and _share(rows[at - 1 : at], 1, _is_text):
        at, number = at - 1, number - 1
    return at


def _number(row: Row) -> int | None:
    """The number of a step, if the first cell of a row is one."""
    text = row.cells[0].span.text.strip(" .)") if row.cells and row.cells[0].column == 0 else ""
    return int(text) if text.isdigit() and len(text) <= len("99") else None


def _share(rows: Sequence[Row], column: int, test: Callable[[str], bool]) -> float:
    """The share of rows in which a column has a cell of its own that passes a test."""
    own = [cell.span.text for row in rows if (cell := cell_at(row, column)) and cell.column == column]
    hits = sum(test(" ".join(text.split())) for text in own)
    return hits / len(rows) if hits >= min(_LEAST, len(rows)) else 0.0


def _is_text(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _LETTERS and not is_whole_duration(text)

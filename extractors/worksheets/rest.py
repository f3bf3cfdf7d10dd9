"""A procedure that goes on at the top of the next worksheet without its heading.

Nothing there says what the columns are; that the rows count on and that the cells stand where those of the
worksheet before stood does.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractors.worksheets.columns import Leaf
from extractors.worksheets.view import Entry

_NUMBER = re.compile(r"\W{0,2}(\d{1,3})\W{0,2}")
LEAST_CELLS: Final = 3
"""Texts that the first row of a procedure has at least."""
MOSTLY: Final = 0.6
"""Of the cells of that row: so many begin where a column does."""
NEAR: Final = 4.0
"""Points between the left sides of two cells of one column."""


@dataclass(frozen=True, slots=True)
class Written:
    """The procedure that was written last: its columns, and the number of its last step; 0 where it has none."""

    columns: Sequence[Leaf]
    number: int


def last_number(rows: Sequence[Sequence[Entry]]) -> int:
    """The number of the last numbered row."""
    return next((number for row in reversed(rows) if (number := _number(row))), 0)


def goes_on(rows: Sequence[Sequence[Entry]], before: Written) -> bool:
    """Whether rows at the top of a worksheet are the next steps of a procedure that another one began."""
    first = next((row for row in rows if row), ())
    if not before.number or len(first) < LEAST_CELLS or _number(first) != before.number + 1:
        return False
    starts = [leaf.x0 for leaf in before.columns]
    near = sum(min(abs(entry.box.x0 - start) for start in starts) <= NEAR for entry in first)
    return near >= MOSTLY * len(first)


def _number(row: Sequence[Entry]) -> int:
    """The number that a row begins with; 0 without one."""
    match = _NUMBER.fullmatch(row[0].text.strip()) if row else None
    return int(match[1]) if match else 0

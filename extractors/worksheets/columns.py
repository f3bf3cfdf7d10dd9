"""The columns of a procedure on a worksheet: where its heading puts them, and which of them a cell lies under."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.lexicon.labels import GROUPS, heading
from extractors.pages import Cell, Row
from extractors.spans import GLUE, Span
from extractors.tables.columns import is_heading_row, read_heading
from extractors.worksheets.view import Entry

_HALF = 0.5
"""A cell covers a column of which it covers more than this share."""
_HEADING_ROWS = 8


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column of the procedure, from its left side to where the next begins; ``first`` is its column on the worksheet."""

    first: int
    x0: float
    x1: float


def is_heading(row: Sequence[Entry]) -> bool:
    """Whether a row is the first of a procedure's heading."""
    return is_heading_row(_provisional(row, {}))


def leaves(rows: Sequence[Sequence[Entry]]) -> list[Leaf]:
    """The columns of a procedure that begins with its heading, left to right."""
    head = list(_heading_rows(rows))
    groups = {entry for row in head for entry in row if _spans_others(entry, head)}
    kept = {entry.area.column: entry for row in head for entry in row if entry not in groups}
    named = [kept[column] for column in sorted(kept)]
    right = max(entry.box.x1 for entry in named)
    ends = [*(entry.box.x0 for entry in named[1:]), right]
    return [Leaf(entry.area.column, entry.box.x0, end) for entry, end in zip(named, ends, strict=True)]


def under(columns: Sequence[Leaf], entry: Entry) -> tuple[int, int]:
    """The first column that a cell lies under, and how many."""
    overlaps = [min(leaf.x1, entry.box.x1) - max(leaf.x0, entry.box.x0) for leaf in columns]
    covered = [at for at, leaf in enumerate(columns) if overlaps[at] > _HALF * (leaf.x1 - leaf.x0)]
    if covered:
        return covered[0], covered[-1] - covered[0] + 1
    best = max(range(len(columns)), key=lambda at: overlaps[at])
    return best, 1


def _heading_rows(rows: Sequence[Sequence[Entry]]) -> Iterator[Sequence[Entry]]:
    anchors = sorted({entry.area.column for row in rows for entry in row})
    columns = {column: at for at, column in enumerate(anchors)}
    found = read_heading([_provisional(row, columns) for row in rows if row][:_HEADING_ROWS])
    texts = [row for row in rows if row]
    yield from texts[: found.rows if found else 1]


def _spans_others(entry: Entry, head: Sequence[Sequence[Entry]]) -> bool:
    """Whether a heading stands over a group of columns none of which begins where it does."""
    if heading(entry.text) not in GROUPS:
        return False
    below = [
        other.area.column
        for row in head
        for other in row
        if other.area.row > entry.area.row
        and entry.area.column <= other.area.column <= entry.area.last_column
    ]
    return bool(below) and entry.area.column not in below


def _provisional(row: Sequence[Entry], columns: Mapping[int, int]) -> Row:
    """A row whose texts stand nowhere yet."""
    return Row(
        tuple(
            Cell(
                Span(entry.text, [GLUE] * len(entry.text)),
                columns.get(entry.area.column, at),
                max(1, sum(entry.area.column <= column <= entry.area.last_column for column in columns)),
            )
            for at, entry in enumerate(row)
        )
    )

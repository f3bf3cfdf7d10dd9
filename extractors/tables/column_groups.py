"""Headings of a procedure table that stand over several columns: the actors, and the standard of quality."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.lexicon.labels import GROUPS, heading, worn_heading
from extractors.pages import Cell, Row
from extractors.spans import Span

_FIRST = re.compile(r"\S+\s*")


def _is_open(cell: Cell, below: Sequence[Row]) -> bool:
    """Whether a cell names a group that has nothing below it yet."""
    own = range(cell.column, cell.column + cell.width)
    return group_of(cell) is not None and not any(
        other.span and other.column in own for row in below for other in row.cells
    )


def has_open(rows: Sequence[Row]) -> bool:
    """Whether a group that some rows name has nothing below it yet."""
    return any(_is_open(cell, rows[at + 1 :]) for at, row in enumerate(rows) for cell in row.cells)


def names_members(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row names the actors below the names of their offices: "Kecamatan" over "Camat", "Sekcam".

    Nothing of it stands outside of the actors' columns, and one name above stands over several of it.
    """
    own = [cell for cell in row.cells if cell.span]
    groups = group_spans(above, max((cell.column + cell.width for cell in own), default=0))
    if not own or any(groups.get(cell.column) != "pelaksana" for cell in own):
        return False
    return any(
        not group_of(office) and sum(cell.column in reach for cell in own) > 1
        for other in above
        for office, reach in _reaches(other)
    )


def _reaches(row: Row) -> list[tuple[Cell, range]]:
    """The headings of a row, each with the columns up to the next one, where a dump kept no widths."""
    filled = [cell for cell in row.cells if cell.span]
    ends = (*(cell.column for cell in filled[1:]), 0)
    return [
        (cell, range(cell.column, max(cell.column + cell.width, ends[at]))) for at, cell in enumerate(filled)
    ]


def group_spans(rows: Sequence[Row], width: int) -> dict[int, str]:
    """Column -> group that stands over it; a group reaches to the next heading of its row."""
    groups: dict[int, str] = {}
    for row in rows:
        current = ""
        by_column = {cell.column: cell for cell in row.cells if cell.span}
        unread = _unread_mutu_baku(row)
        for column in range(width):
            cell = by_column.get(column)
            if column == unread:
                current = "mutu_baku"
            elif cell:
                current = group_of(cell) or ""
            if current:
                groups.setdefault(column, current)
    return groups


def _unread_mutu_baku(row: Row) -> int | None:
    """The column at which the standard of quality begins, if its name is what nobody could read behind the actors."""
    wide = [cell for cell in row.cells if cell.width > 1]
    named = [group for cell in wide if (group := group_of(cell))]
    last = wide[-1] if wide else None
    unread = last is not None and not any(map(str.isalnum, last.span.text))
    return last.column if last and unread and named == ["pelaksana"] else None


def group_of(cell: Cell) -> str | None:
    """The group that a heading names, also a worn one over several columns."""
    role = heading(cell.span.text)
    if role is None and cell.width > 1 and (spelling := worn_heading(cell.span.text)):
        role = heading(spelling)
    return role if role in GROUPS else None


def under_one_heading(rows: Sequence[Row], width: int) -> frozenset[int]:
    """The columns whose lowest heading, no group's, is a cell that began further left."""
    lowest: dict[int, tuple[int, Cell]] = {}
    groups: set[tuple[int, int]] = set()
    for at, row in enumerate(rows):
        for cell in row.cells:
            if cell.span or at == 0:
                over = range(cell.column, cell.column + cell.width)
                groups.update((top, above.column) for c in over if c in lowest for top, above in [lowest[c]])
                lowest.update((column, (at, cell)) for column in over)
    return frozenset(
        column
        for column, (at, cell) in lowest.items()
        if cell.column < column < width
        and cell.span
        and (at, cell.column) not in groups
        and not group_of(cell)
    )


def without_pieces(names: Sequence[Span]) -> list[Span]:
    """The names of columns beside each other without the group's, of which a line that runs through it left a piece to each.

    Nothing but the two pieces together says what they are: "PELAK" over one column, "SANA" over the next.
    """
    kept = list(names)
    for at, (one, other) in enumerate(pairwise(names)):
        pieces = _FIRST.match(one.text), _FIRST.match(other.text)
        if not all(pieces) or any(heading(piece[0]) in GROUPS for piece in pieces if piece):
            continue
        first, second = (piece[0].strip() for piece in pieces if piece)
        if heading(first + second) in GROUPS:
            kept[at : at + 2] = (
                span.cut(piece.end()) for span, piece in zip((one, other), pieces, strict=True) if piece
            )
    return kept

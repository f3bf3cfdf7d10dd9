"""Actors' cells that reach over several rows or columns, parted: a symbol belongs to the row that it stands in.

Where the line between two rows is missing under the actors, as behind a symbol or an arrow, the table
has one cell there. The lines beside it tell where it would go on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.boxes import Box
from extractors.pages import Cell, Row, page_of
from extractors.spans import EMPTY

SLACK: Final = 3.0
"""Points by which a cell may reach into the row below it without being of that row too."""


def parted(rows: Sequence[Row], actors: Sequence[int], head: int = 0) -> list[Row]:
    """Rows whose cells under actors are of one row and one column each.

    What is written in a parted cell stays in the first of its parts.

    Args:
        rows: of a table, without its headings.
        actors: the columns of actors.
        head: how many of the rows are of a heading all the same: their cells keep what they stand over, and the widths
            of columns are those of the others.
    """
    bands = [_band(row, below) for row, below in zip(rows, [*rows[1:], None], strict=True)]
    edges = _edges(rows[head:], actors)
    found: list[list[Cell]] = [[] for _ in rows]
    for at, row in enumerate(rows):
        for cell in row.cells:
            if cell.box is None or not set(range(cell.column, cell.column + cell.width)) <= edges.keys():
                found[at].append(cell)
                continue
            for below in _rows_of(cell, at, rows, bands):
                whole = below == at < head
                found[below].extend([cell] if whole else _parts(cell, bands[below], edges, below == at))
    for at, row in enumerate(rows[head:], head):
        found[at].extend(_lost(found[at], row, bands[at], edges))
    return [Row(tuple(sorted(cells, key=lambda cell: cell.column))) for cells in found]


def _band(row: Row, below: Row | None) -> tuple[float, float] | None:
    """Top and bottom of a row: of its lowest cell, but no higher than where the row below it begins.

    An arrow that passes for a line between rows ends a cell where nothing begins.
    """
    boxes = [cell.box for cell in row.cells if cell.box is not None]
    if not boxes:
        return None
    top, bottom = max(box.y0 for box in boxes), min(box.y1 for box in boxes)
    if below is None or page_of(below) != page_of(row):
        return top, bottom
    return top, max(bottom, min((cell.box.y0 for cell in below.cells if cell.box), default=bottom))


def _edges(rows: Sequence[Row], actors: Sequence[int]) -> Mapping[int, tuple[float, float]]:
    """Left and right of each actor's column, of cells that are as wide as it."""
    found: dict[int, tuple[float, float]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.box is not None and cell.width == 1 and cell.column in actors:
                found.setdefault(cell.column, (cell.box.x0, cell.box.x1))
    return found


def _rows_of(
    cell: Cell, at: int, rows: Sequence[Row], bands: Sequence[tuple[float, float] | None]
) -> list[int]:
    """The rows that a cell reaches over: its own, and those below that have no cell of their own there."""
    assert cell.box is not None
    found = [at]
    for below in range(at + 1, len(rows)):
        band = bands[below]
        same = any(other.halaman == cell.halaman for other in rows[below].cells)
        if band is None or not same or band[0] > cell.box.y1 - SLACK or band[1] > cell.box.y1 + SLACK:
            break
        if any(
            other.column < cell.column + cell.width and cell.column < other.column + other.width
            for other in rows[below].cells
        ):
            break
        found.append(below)
    return found


def _lost(
    cells: Sequence[Cell],
    row: Row,
    band: tuple[float, float] | None,
    edges: Mapping[int, tuple[float, float]],
) -> list[Cell]:
    """Cells of actors where a row has none: of squares that symbols over two columns tied to those of other rows."""
    known = {column for cell in cells for column in range(cell.column, cell.column + cell.width)}
    if band is None or band[1] <= band[0] or not edges.keys() & known:
        return []
    halaman = row.cells[0].halaman
    return [
        Cell(EMPTY, column, box=Box(left, band[0], right, band[1]), halaman=halaman)
        for column, (left, right) in edges.items()
        if column not in known
    ]


def _parts(
    cell: Cell, band: tuple[float, float] | None, edges: Mapping[int, tuple[float, float]], own: bool
) -> list[Cell]:
    """The parts of a cell in one row."""
    assert cell.box is not None
    top, bottom = band or (cell.box.y0, cell.box.y1)
    if own:
        top = cell.box.y0
    return [
        replace(
            cell,
            span=cell.span if own and column == cell.column else EMPTY,
            column=column,
            width=1,
            box=Box(edges[column][0], top, edges[column][1], bottom),
        )
        for column in range(cell.column, cell.column + cell.width)
    ]

"""Actors' cells over several rows and columns parted."""

from extractors.boxes import Box
from extractors.flow.unmerged import parted
from extractors.pages import Cell, Row
from extractors.spans import EMPTY

ACTORS = (1, 2)


def cell(column: int, x: float, y: float, width: float, height: float, columns: int = 1) -> Cell:
    return Cell(EMPTY, column, columns, Box(x, y, x + width, y + height), 1)


def laid(rows: list[Row]) -> list[list[tuple[int, int, tuple[float, ...] | None]]]:
    return [[(c.column, c.width, tuple(c.box) if c.box else None) for c in row.cells] for row in rows]


def test_a_cell_over_two_rows_and_two_columns_becomes_four() -> None:
    rows = [
        Row((cell(0, 0, 0, 50, 40), cell(1, 50, 0, 80, 40), cell(2, 130, 0, 80, 40))),
        Row((cell(0, 0, 40, 50, 40), cell(1, 50, 40, 160, 80, columns=2))),
        Row((cell(0, 0, 80, 50, 40),)),
    ]
    assert laid(parted(rows, ACTORS))[1:] == [
        [(0, 1, (0, 40, 50, 80)), (1, 1, (50, 40, 130, 80)), (2, 1, (130, 40, 210, 80))],
        [(0, 1, (0, 80, 50, 120)), (1, 1, (50, 80, 130, 120)), (2, 1, (130, 80, 210, 120))],
    ]


def test_cells_of_other_columns_and_of_one_row_stay() -> None:
    rows = [
        Row((cell(0, 0, 0, 50, 80), cell(1, 50, 0, 80, 40), cell(2, 130, 0, 80, 40))),
        Row((cell(1, 50, 40, 80, 40), cell(2, 130, 40, 80, 40))),
    ]
    assert parted(rows, ACTORS) == rows


def test_squares_that_no_cell_has_are_cells_of_their_row() -> None:
    rows = [
        Row((cell(0, 0, 0, 50, 40), cell(1, 50, 0, 80, 40), cell(2, 130, 0, 80, 40))),
        Row((cell(0, 0, 40, 50, 40), cell(1, 50, 40, 80, 40))),
    ]
    assert laid(parted(rows, ACTORS))[1][2] == (2, 1, (130, 40, 210, 80))
    assert parted([rows[0], Row((cell(0, 0, 40, 210, 40, columns=3),))], ACTORS)[1].cells[0].width == 3


def test_a_heading_over_two_columns_stays_whole() -> None:
    rows = [
        Row((cell(0, 0, 0, 50, 40), cell(1, 50, 0, 160, 40, columns=2))),
        Row((cell(0, 0, 40, 50, 40), cell(1, 50, 40, 80, 40), cell(2, 130, 40, 80, 40))),
    ]
    assert parted(rows, ACTORS, head=1) == rows
    assert len(parted(rows, ACTORS)[0].cells) == 3


def test_an_arrow_that_passes_for_a_line_ends_no_row() -> None:
    rows = [
        Row((cell(0, 0, 0, 50, 80), cell(1, 50, 0, 80, 40), cell(2, 130, 0, 80, 80))),
        Row((cell(0, 0, 80, 50, 40), cell(1, 50, 80, 80, 40), cell(2, 130, 80, 80, 40))),
    ]
    assert laid(parted(rows, ACTORS))[0][1:] == [(1, 1, (50, 0, 130, 80)), (2, 1, (130, 0, 210, 80))]

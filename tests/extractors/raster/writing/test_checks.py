"""Check marks in actors' cells that no engine reads."""

import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.writing.checks import checks
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask

LETTER, WIDE, HIGH, COLUMNS, ROWS = 20.0, 120.0, 70.0, 4, 5
CELLS = [
    CellTask(Box(x * WIDE, y * HIGH, (x + 1) * WIDE, (y + 1) * HIGH), "gambar")
    for y in range(ROWS)
    for x in range(COLUMNS)
]


def mark(column, row, width=18.0, height=20.0):
    x, y = (column + 0.5) * WIDE, (row + 0.5) * HIGH
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def found(*marks, taken=()):
    ink = Marks(np.array(marks, np.float32).reshape(-1, 4), LETTER)
    return checks(CELLS, lambda: ink, taken)


EACH = [mark(row % COLUMNS, row) for row in range(ROWS)]


def test_one_sign_of_one_size_in_each_row_is_a_check_mark():
    assert found(*EACH, mark(3, 0, 3, 3), mark(2, 0, 14, 1)) == [Box(*box) for box in EACH]


@pytest.mark.parametrize(
    "marks",
    [
        EACH[:2],
        [mark(row % COLUMNS, row, 80, 40) for row in range(ROWS)],
        [mark(row % COLUMNS, row, 18, 10 + 9 * row) for row in range(ROWS)],
        [mark(column, row) for row in range(ROWS) for column in range(COLUMNS)],
    ],
    ids=["few rows", "as large as symbols", "of many sizes", "in every cell"],
)
def test_what_is_not_so_is_none(marks):
    assert found(*marks) == []


def test_where_a_flow_is_drawn_there_are_none():
    assert found(*EACH, taken=[Box(10, 10, 60, 40)]) == []

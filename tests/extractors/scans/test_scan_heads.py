"""Which of the first cells of a table on a scan may be of its heading, where none was recognized."""

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.scans.scan import _above_steps
from extractors.sheets import Word

ROWS, COLUMNS = 2, 3


def _table(first: str) -> Ruled:
    """Two rows of three cells; what stands in the first cell of the first row was surely read."""
    cells = tuple(
        GridCell(Box(100 * column, 40 * row, 100 * column + 100, 40 * row + 40), row, column)
        for row in range(ROWS)
        for column in range(COLUMNS)
    )
    words = {cells[0]: [Word(first, Box(10, 10, 30, 20), 0.97)]}
    return Ruled(Lattice((0, 100, 200, 300), (0, 40, 80), cells), words, (0, 100, 200, 300), 300)


def test_rows_from_a_step_on_are_no_heading():
    table = _table("5")
    assert _above_steps(table, table.lattice.cells) == []
    heading = _table("NO.")
    assert _above_steps(heading, heading.lattice.cells) == list(heading.lattice.cells)

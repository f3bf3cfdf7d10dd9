"""The lines on both sides of the actors, lost in some rows."""

import pytest

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.sheets import Word
from extractors.tables.actor_edges import with_actor_edges

XS = (0.0, 20.0, 120.0, 160.0, 200.0, 270.0, 330.0, 400.0)
HEADS = ("No", "Kegiatan", "Lurah", "Staf", "Kelengkapan", "Waktu", "Output")
ROWS = 6


def word(text, x, y):
    return Word(text, Box(x, y, x + 5.0 * len(text), y + 8.0), mesin="tesseract")


def table(row, column, *more):
    """A heading and five steps, in one row of which two cells from a column on are one."""
    cells = []
    for at in range(ROWS):
        for first in range(len(HEADS)):
            wide = 2 if (at, first) == (row, column) else 1
            if (at, first - 1) != (row, column):
                cells.append(
                    GridCell(Box(XS[first], 20.0 * at, XS[first + wide], 20.0 * at + 20), at, first, 1, wide)
                )
    words = [word(head, x + 2, 6) for head, x in zip(HEADS, XS, strict=False)]
    for at in range(1, ROWS):
        said = (str(at), "Memeriksa", "", "", "Berkas", "5 menit", "Surat")
        words += [word(text, x + 2, 20.0 * at + 6) for text, x in zip(said, XS, strict=False) if text]
    filled: dict[GridCell, list[Word]] = {}
    for some in (*words, *more):
        filled.setdefault(next(c for c in cells if c.box.holds(*some.box.centre)), []).append(some)
    ys = tuple(20.0 * at for at in range(ROWS + 1))
    return Ruled(Lattice(XS, ys, tuple(cells)), filled, XS, 600.0)


@pytest.mark.parametrize("column", [1, 3])
def test_no_step_has_one_cell_for_what_is_done_and_who_does_it(column):
    made = with_actor_edges(table(2, column))
    assert all(cell.columns == 1 for cell in made.lattice.cells)
    assert len([cell for cell in made.lattice.cells if cell.row == 2]) == len(HEADS)


def test_two_actors_may_share_a_cell_and_a_text_may_stand_on_the_line():
    both = table(2, 2)
    assert with_actor_edges(both) is both
    written = table(2, 1, word("permohonan", 100, 46))
    assert with_actor_edges(written) is written

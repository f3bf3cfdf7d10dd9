"""The line between the numbers and the steps, lost in some rows."""

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.sheets import Word
from extractors.tables.number_edge import with_number_edge

XS = (0.0, 20.0, 120.0, 160.0, 200.0, 240.0, 310.0, 340.0, 420.0)
YS = (0.0, 20.0, 40.0, 60.0, 80.0, 100.0)


def word(text, x, y):
    return Word(text, Box(x, y, x + 5.0 * len(text), y + 8.0), mesin="tesseract")


def table(joined, *words):
    """A table of five rows of which some have one cell for the number and the step, and these words in it."""
    cells = []
    for row in range(5):
        first = 2 if row in joined else 1
        cells.append(GridCell(Box(XS[0], YS[row], XS[first], YS[row + 1]), row, 0, 1, first))
        cells += [GridCell(Box(XS[at], YS[row], XS[at + 1], YS[row + 1]), row, at) for at in range(first, 8)]
    filled: dict[GridCell, list[Word]] = {}
    for some in words:
        home = next(c for c in cells if c.box.holds(*some.box.centre))
        filled.setdefault(home, []).append(some)
    return Ruled(Lattice(XS, YS, tuple(cells)), filled, XS, 600.0)


def first_cells(made, row):
    cells = sorted((c for c in made.lattice.cells if c.row == row), key=lambda c: c.column)[:2]
    return [" ".join(w.text for w in made.words.get(c, ())) for c in cells]


def test_a_step_has_no_cell_with_its_number():
    made = with_number_edge(table((3,), word("3", 5, 66), word("Memeriksa", 24, 66)))
    assert first_cells(made, 3) == ["3", "Memeriksa"]


def test_a_title_that_stands_on_the_line_stays_whole():
    made = with_number_edge(table((3,), word("A.Persiapan", 5, 66)))
    assert first_cells(made, 3) == ["A.Persiapan", ""]
    assert any(c.row == 3 and c.columns == 2 for c in made.lattice.cells)


def test_a_line_that_few_rows_show_is_none():
    given = table((0, 1, 2, 3), word("3", 5, 66), word("Memeriksa", 24, 66))
    assert with_number_edge(given) is given

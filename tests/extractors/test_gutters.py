"""Edges that only the text shows: headings side by side in a cell of a scanned table."""

from extractors.boxes import Box
from extractors.grid import GridCell, Lattice
from extractors.gutters import mended
from extractors.sheets import Word

XS = (0.0, 20.0, 120.0, 160.0, 200.0, 260.0, 300.0, 360.0)
YS = (0.0, 30.0, 50.0, 70.0, 90.0)


def cell(row, first, last=None):
    """The cell of a row over the columns from ``first`` to ``last``."""
    last = first if last is None else last
    box = Box(XS[first], YS[row], XS[last + 1], YS[row + 1])
    return GridCell(box, row, first, columns=last - first + 1)


def word(text, x, y, width=20.0):
    return Word(text, Box(x, y, x + width, y + 8.0), mesin="tesseract")


def read(heading, texts):
    """The headings of a table of seven columns, whose cells in the first row are those given, by first column."""
    body = [cell(row, column) for row in (1, 2, 3) for column in range(7)]
    lattice = Lattice(XS, YS, (*heading, *body))
    words = {one: texts[one.column] for one in heading if one.column in texts}
    whole, filled = mended(lattice, words)
    return {
        (one.column, one.columns): " ".join(w.text for w in filled.get(one, []))
        for one in whole.cells
        if one.row == 0
    }


def test_two_headings_in_one_cell_are_parted_at_the_column_between_them():
    heading = [*(cell(0, n) for n in range(4)), cell(0, 4, 5), cell(0, 6)]
    texts = {4: [word("Kelengkapan", 205, 10, 50), word("Waktu", 268, 10)], 6: [word("Output", 310, 10)]}
    got = read(heading, texts)
    assert got[4, 1] == "Kelengkapan"
    assert got[5, 1] == "Waktu"
    assert got[6, 1] == "Output"


def test_the_words_of_one_heading_over_two_columns_stay_together():
    heading = [*(cell(0, n) for n in range(4)), cell(0, 4, 5), cell(0, 6)]
    texts = {4: [word("Mutu", 238, 10), word("Baku", 262, 10)]}
    assert read(heading, texts)[4, 2] == "Mutu Baku"


def test_a_gap_over_several_columns_does_not_say_which_of_them_parts_it():
    heading = [cell(0, 0), cell(0, 1), cell(0, 2, 6)]
    texts = {2: [word("Pelaksana", 125, 10, 30), word("Keterangan", 310, 10, 40)]}
    assert read(heading, texts)[2, 5] == "Pelaksana Keterangan"

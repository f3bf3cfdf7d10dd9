"""A form above a procedure, with one frame around both."""

from dataclasses import replace
from itertools import pairwise

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled, _column_edges
from extractors.sheets import Word
from extractors.tables.stacked import unstacked

XS = (0.0, 30.0, 130.0, 180.0, 230.0, 280.0, 380.0, 440.0, 500.0)
HEADS = ("No", "Kegiatan", "Camat", "Sekcam", "Kasi", "Kelengkapan", "Waktu", "Output")
HIGH = 40.0


def table(*form, names=()):
    """Rows of a form, each with the edges of its cells by their numbers, over a procedure of three rows."""
    ys = tuple(HIGH * at for at in range(len(form) + 5))
    rows = [*form, range(len(XS)), range(len(XS)), range(len(XS)), range(len(XS))]
    cells = []
    words = {}
    for row, edges in enumerate(rows):
        for first, last in pairwise(edges):
            box = Box(XS[first], ys[row], XS[last], ys[row + 1])
            cells.append(GridCell(box, row, first, 1, last - first))
    for cell in cells:
        if cell.row == len(form):
            words[cell] = [word(HEADS[cell.column], cell)]
        elif cell.row == len(form) - 1 and names:
            words[cell] = [word(names[cell.column > 0], cell)]
    lattice = Lattice(XS, ys, tuple(cells))
    return Ruled(lattice, words, _column_edges(lattice, words), 600.0)


def word(text, cell):
    return Word(text, Box(cell.box.x0 + 2, cell.box.y0 + 10, cell.box.x0 + 25, cell.box.y0 + 20))


def tables(both):
    return [one for one in unstacked(both) if isinstance(one, Ruled)]


WHOLE, HALVES = (0, 8), (0, 5, 8)


def test_the_form_and_the_procedure_are_two_tables():
    both = table(WHOLE, HALVES, HALVES, HALVES, HALVES, WHOLE)
    form, procedure = tables(both)
    assert form.edges == (XS[0], XS[5], XS[8])
    assert form.lattice.ys == tuple(HIGH * at for at in range(7))
    assert procedure.edges == XS
    assert procedure.lattice.ys == tuple(HIGH * at for at in range(6, 11))
    heads = {cell.column: some[0].text for cell, some in procedure.words.items() if cell.row == 0}
    assert [heads[at] for at in range(8)] == list(HEADS)


def test_a_title_in_one_row_stays_with_its_procedure():
    one = table(WHOLE)
    assert unstacked(one) == [one]


def test_the_upper_row_of_a_heading_stays_with_it():
    form, procedure = tables(table(HALVES, HALVES, HALVES, (0, 5, 8), names=("Pelaksana", "Mutu Baku")))
    assert (len(form.lattice.ys), len(procedure.lattice.ys)) == (4, 6)


def test_a_form_alone_is_one_table():
    both = table(HALVES, HALVES, HALVES)
    lattice = both.lattice
    form = Lattice(lattice.xs, lattice.ys[:4], tuple(c for c in lattice.cells if c.row < 3))
    alone = Ruled(form, {}, XS, 600.0)
    assert unstacked(alone) == [alone]


def test_a_title_between_the_boxes_of_a_form_and_a_procedure_is_of_neither():
    both = table(WHOLE, HALVES, HALVES, WHOLE)
    below = next(cell for cell in both.lattice.cells if cell.row == 3)

    def parted(text):
        return unstacked(replace(both, words={**both.words, below: [word(text, below)]}))

    form, title, procedure = parted("PELAYANAN KARTU")
    assert isinstance(form, Ruled)
    assert isinstance(procedure, Ruled)
    assert isinstance(title, list)
    assert [[one.text for one in line] for line in title] == [["PELAYANAN KARTU"]]
    assert form.lattice.ys[-1] == HIGH * 3
    assert procedure.lattice.ys[0] == HIGH * 4
    # What goes on with a box, and the label of one, stay where they are.
    assert len(parted("Pelayanan kartu")) == len(parted("PERINGATAN")) == 2


def test_a_row_of_which_no_cell_is_closed_is_no_title():
    both = table(WHOLE, HALVES, HALVES, HALVES)
    torn = replace(both.lattice, cells=tuple(c for c in both.lattice.cells if c.row != 3))
    form, procedure = tables(replace(both, lattice=torn))
    assert (len(form.lattice.ys), procedure.edges) == (5, XS)

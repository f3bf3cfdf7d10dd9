"""Actors' columns that run together, told by the width of their neighbours."""

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.sheets import Word
from extractors.tables.even_columns import joined_columns, with_even_columns

# No, Kegiatan, three actors, two that run together, Kelengkapan, Waktu.
XS = (0.0, 20.0, 120.0, 160.0, 200.0, 240.0, 320.0, 390.0, 420.0)
YS = (0.0, 30.0, 50.0, 70.0, 90.0, 110.0, 130.0)
JOINED = 5


def word(text, x, width=30.0, y=10.0, height=8.0):
    return Word(text, Box(x, y, x + width, y + height), mesin="tesseract")


def table(heads, texted=()):
    """A table with headings over the joined column, and texts in the cells of some columns below."""
    cells = [
        GridCell(Box(XS[at], YS[row], XS[at + 1], YS[row + 1]), row, at)
        for row in range(6)
        for at in range(8)
    ]
    words = {
        c: [word("Memeriksa", c.box.x0 + 1, y=c.box.y0 + 5)]
        for c in cells
        if c.row and c.column in (1, 6, *texted)
    }
    words[cells[JOINED]] = list(heads)
    return Ruled(Lattice(XS, YS, tuple(cells)), words, XS, 600.0)


def over(made, low, high):
    return [w.text for c, some in made.words.items() if c.row == 0 and low <= c.box.x0 < high for w in some]


def test_a_column_twice_as_wide_with_two_headings_is_two():
    made = with_even_columns(table([word("Camat", 245), word("Sekretaris", 282, 35)]))
    assert made.edges == (*XS[:6], 280.0, *XS[6:])
    assert over(made, 240, 280) == ["Camat"]
    assert over(made, 280, 320) == ["Sekretaris"]
    assert len([c for c in made.lattice.cells if c.box.x0 == 280.0]) == 6


def test_headings_on_end_have_the_boxes_of_their_cells():
    heads = [word("Camat", 236, 48, 0, 30), word("Sekretaris", 276, 48, 0, 30)]
    assert len(with_even_columns(table(heads)).edges) == 10


def test_a_wide_column_with_one_heading_stays_one():
    assert with_even_columns(table([word("Sekretaris", 260, 40)])).edges == XS
    assert with_even_columns(table([word("Camat", 245)])).edges == XS


def test_a_column_of_texts_is_none_of_actors():
    heads = [word("Camat", 245), word("Sekretaris", 282, 35)]
    assert with_even_columns(table(heads, texted=(JOINED,))).edges == XS


def test_where_the_edges_would_be_is_known_before_the_headings_are_read():
    assert list(joined_columns(table([]))) == [(JOINED, (280.0,))]

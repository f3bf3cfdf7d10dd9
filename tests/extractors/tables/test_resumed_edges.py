"""Lines between columns that break off and go on further down."""

import pytest

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.sheets import Word
from extractors.tables.resumed_edges import resumed

XS = (0.0, 20.0, 120.0, 160.0, 200.0, 270.0, 330.0, 400.0)
HEADS = ("No", "Kegiatan", "Lurah", "Staf", "Kelengkapan", "Waktu", "Output")
ROWS = 8


def word(text: str, x: float, y: float) -> Word:
    return Word(text, Box(x, y, x + 5.0 * len(text), y + 8.0), mesin="tesseract")


def table(column: int, rows: tuple[int, ...], *more: Word) -> Ruled:
    """A group over two actors, a heading and steps; in some rows two cells from a column on are one."""
    fused = {(row, column) for row in rows} | {(0, 2)}
    cells = []
    for at in range(ROWS):
        for first in range(len(HEADS)):
            if (at, first - 1) not in fused:
                wide = 2 if (at, first) in fused else 1
                box = Box(XS[first], 20.0 * at, XS[first + wide], 20.0 * at + 20)
                cells.append(GridCell(box, at, first, 1, wide))
    words = [word("Pelaksana", 140, 6)]
    words += [word(head, x + 2, 26) for head, x in zip(HEADS, XS, strict=False)]
    for at in range(2, ROWS):
        said = (str(at - 1), "Memeriksa", "", "", "Berkas", "5 jam", "Surat")
        words += [word(text, x + 2, 20.0 * at + 6) for text, x in zip(said, XS, strict=False) if text]
    filled: dict[GridCell, list[Word]] = {}
    for some in (*words, *more):
        filled.setdefault(next(c for c in cells if c.box.holds(*some.box.centre)), []).append(some)
    ys = tuple(20.0 * at for at in range(ROWS + 1))
    return Ruled(Lattice(XS, ys, tuple(cells)), filled, XS, 600.0)


def wide_rows(given: Ruled) -> list[int]:
    return [cell.row for cell in resumed(given).lattice.cells if cell.columns > 1]


def test_rows_between_such_that_have_the_line_have_it_too() -> None:
    assert wide_rows(table(5, (3, 4))) == [0]
    made = resumed(table(5, (3, 4)))
    texts = {cell.column: [w.text for w in words] for cell, words in made.words.items() if cell.row == 3}
    assert (texts[5], texts[6]) == (["5 jam"], ["Surat"])


@pytest.mark.parametrize(("rows", "left"), [((6, 7), [6, 7]), ((3, 4, 5, 6), [3, 4, 5, 6])])
def test_a_line_that_does_not_go_on_or_is_hardly_seen_stays_so(
    rows: tuple[int, ...], left: list[int]
) -> None:
    assert wide_rows(table(5, rows)) == [0, *left]


def test_two_actors_may_share_one_cell_but_hardly_several() -> None:
    assert wide_rows(table(2, (3,))) == [0, 3]
    assert wide_rows(table(2, (3, 4))) == [0]


def test_a_word_on_the_line_keeps_it_from_its_cell() -> None:
    assert wide_rows(table(5, (3, 4), word("terlampir", 315, 66))) == [0, 3]


def test_names_that_stand_apart_in_a_heading_are_two() -> None:
    assert wide_rows(table(2, (1,))) == [0]
    assert wide_rows(table(2, (1,), word("Tata", 140, 26))) == [0, 1]

"""Markers of lists that no engine reads."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.bullets import with_bullets
from extractors.raster.writing.marks_in_cells import Marks
from extractors.sheets import Word, by_line

HURUF = 20.0
SEL = Box(0, 0, 400, 300)
DASH, DOT, SPECK = (8.0, 3.0), (9.0, 9.0), (3.0, 3.0)
FIRST, SECOND, THIRD = "Buku pengaduan", "Laporan triwulanan", "Arsip"


def kata(text: str, baris: int, x: float = 60, width: float = 0) -> Word:
    y = 20.0 + 40 * baris
    return Word(text, Box(x, y, x + (width or 10 * len(text)), y + 20), 0.95, "tesseract", baris)


def tanda(size: tuple[float, float], baris: int, x: float = 20) -> tuple[float, float, float, float]:
    y, (width, height) = 30.0 + 40 * baris, size
    return (x, y - height / 2, x + width, y + height / 2)


def terbaca(words, *tandas) -> list[str]:
    marks = Marks(np.array(tandas, np.float32).reshape(-1, 4), HURUF)
    return [" ".join(word.text for word in line) for line in by_line(with_bullets(SEL, words, marks))]


LIST = [kata(FIRST, 0), kata(SECOND, 1), kata(THIRD, 2)]


def test_dashes_below_each_other_begin_the_entries_that_they_stand_before():
    assert terbaca(LIST, tanda(DASH, 0), tanda(DASH, 2)) == [f"- {FIRST}", SECOND, f"- {THIRD}"]


def test_so_do_dots_and_those_beside_a_dash_that_was_read():
    assert terbaca(LIST, tanda(DOT, 0), tanda(DOT, 1)) == [f"• {FIRST}", f"• {SECOND}", THIRD]
    read = [kata("-", 0, 20, 8), *LIST]
    assert terbaca(read, tanda(DASH, 0), tanda(DASH, 2)) == [f"- {FIRST}", SECOND, f"- {THIRD}"]


def test_specks_and_marks_out_of_line_are_none():
    assert terbaca(LIST, tanda(SPECK, 0), tanda(SPECK, 2)) == [FIRST, SECOND, THIRD]
    assert terbaca(LIST, tanda(DOT, 0, 10), tanda(DOT, 2, 34)) == [FIRST, SECOND, THIRD]


def test_pieces_of_a_word_that_was_not_read_are_none():
    assert terbaca(LIST, *(tanda(DASH, row, x) for row in (0, 2) for x in (20, 32))) == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_one_dash_marks_an_entry_only_where_its_lines_are_full():
    wide = [kata("SOP Pelayanan Informasi", 0, width=310), kata("Publik", 1)]
    assert terbaca(wide, tanda(DASH, 0)) == ["- SOP Pelayanan Informasi", "Publik"]
    assert terbaca(wide, tanda(DOT, 0)) == ["SOP Pelayanan Informasi", "Publik"]
    assert terbaca(LIST, tanda(DASH, 0)) == [FIRST, SECOND, THIRD]


def test_a_dot_taken_for_a_letter_is_the_dot_that_it_is():
    read = [kata("e", 0, 20, 9), *LIST, kata("e", 2, 20, 9)]
    assert terbaca(read, tanda(DOT, 0), tanda(DOT, 1), tanda(DOT, 2)) == [
        f"• {FIRST}",
        f"• {SECOND}",
        f"• {THIRD}",
    ]


def test_letters_that_count_stay():
    read = [kata("a", 0, 20, 9), kata("b", 1, 20, 9), *LIST]
    assert terbaca(read, tanda(DOT, 0), tanda(DOT, 1)) == [f"a {FIRST}", f"b {SECOND}", THIRD]

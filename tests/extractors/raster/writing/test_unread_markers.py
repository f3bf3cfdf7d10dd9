"""Numbers before entries outside of tables that no engine saw."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.unread_markers import unread_markers
from extractors.sheets import Word

HURUF = 20.0


def kata(text: str, baris: int, x: float = 100) -> Word:
    return Word(text, Box(x, 40.0 * baris, x + 12 * len(text), 40.0 * baris + 20), 0.95, "tesseract", baris)


def tanda(baris: int, x: float = 30, width: float = 12, height: float = 20) -> tuple[float, ...]:
    return x, 40.0 * baris, x + width, 40.0 * baris + height


LINES = [
    kata("Undang", 0),
    kata("Nomor", 0, 200),
    kata("Tahun", 0, 300),
    kata("Peraturan", 1),
    kata("lanjutan", 2),
]


def begun(words, *tandas) -> list[str]:
    marks = Marks(np.array(tandas, np.float32).reshape(-1, 4), HURUF)
    return [first.text for _, first in unread_markers(words, marks)]


def test_signs_below_each_other_before_lines_are_to_be_read_with_the_words_behind_them():
    marks = Marks(np.array([tanda(0), tanda(1)], np.float32), HURUF)
    (place, first), (_, second) = unread_markers(LINES, marks)
    assert (first.text, second.text) == ("Undang", "Peraturan")
    assert place.holds(*LINES[1].box.centre)
    assert not place.holds(*LINES[2].box.centre)


def test_one_that_was_read_shows_that_another_below_it_is_a_marker():
    assert begun([kata("A.", 4, 30), kata("MAKSUD", 4), *LINES], tanda(1)) == ["Peraturan"]


def test_a_lone_sign_a_tall_one_and_a_row_of_letters_are_no_markers():
    assert begun(LINES, tanda(0)) == []
    assert begun(LINES, tanda(0, height=90), tanda(1, height=90)) == []
    assert begun(LINES, *[tanda(line, x) for line in (0, 1) for x in (10, 25, 40, 55, 70)]) == []

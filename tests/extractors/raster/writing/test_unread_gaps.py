"""Words within a line outside of tables that no engine saw."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.unread_gaps import unread_gaps
from extractors.sheets import Word

HURUF = 20.0
BEFORE, BEHIND = (
    Word(text, Box(x, 100, x + 100, 120), 0.95, "tesseract", 4)
    for text, x in (("PELAYANAN", 0), ("DESA", 300))
)


def gaps(*signs: tuple[float, float, float, float]) -> list[tuple[str, str]]:
    marks = Marks(np.array(signs, np.float32).reshape(-1, 4), HURUF)
    return [(before.text, behind.text) for _, before, behind in unread_gaps([BEFORE, BEHIND], marks)]


def letters(y: float, wide: float = 16.0) -> list[tuple[float, float, float, float]]:
    return [(x, y, x + wide, y + 20) for x in range(120, 280, 20)]


def test_letters_that_fill_the_gap_between_two_words_are_read_with_both():
    assert gaps(*letters(100)) == [("PELAYANAN", "DESA")]


def test_specks_another_line_and_a_lone_mark_fill_no_gap():
    assert gaps() == []
    assert gaps(*letters(100, wide=5)) == []
    assert gaps(*letters(125)) == []
    assert gaps((120, 100, 280, 120)) == []

"""Lines that a rule cuts."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.cut_lines import cut_lines
from extractors.raster.writing.marks_in_cells import Marks, marks_of_page
from extractors.raster.writing.tugas import CellTask, Peran
from extractors.sheets import Word

CELL = Box(100, 100, 600, 200)


def marks() -> Marks:
    return marks_of_page(np.full((400, 800), 255, np.uint8), [Box(110, 110, 200, 130)])


def line(text: str, foot: float, sure: float) -> list[Word]:
    return [
        Word(part, Box(110 + 90 * at, foot - 20, 190 + 90 * at, foot), sure, baris=int(foot))
        for at, part in enumerate(text.split())
    ]


def found(words: list[Word], peran: Peran = "teks") -> list[float]:
    return [round(box.centre[1]) for _, box in cut_lines([CellTask(CELL, peran)], [words], marks())]


def test_a_line_at_a_rule_with_a_word_that_is_none_is_shown_again() -> None:
    words = [*line("Memeriksa surat", 130, 0.99), *line("diserahkan kenada", 199, 0.8)]
    assert found(words) == [189]
    assert found(words, "kepala") == []


def test_sure_and_known_words_and_lines_with_room_are_not() -> None:
    assert found(line("diserahkan kenada", 199, 0.95)) == []
    assert found(line("surat kepada", 199, 0.8)) == []
    assert found(line("diserahkan kenada", 170, 0.8)) == []

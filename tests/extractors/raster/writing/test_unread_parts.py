"""Parts of numbers that nobody read."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.marks_in_cells import marks_of
from extractors.raster.writing.unread_parts import with_unread_parts
from extractors.sheets import TAK_TERBACA, Word

CELL = Box(0, 0, 500, 60)


def read(behind: str, *written: tuple[int, int, int, int]) -> list[str]:
    grey = np.full((60, 500), 255, np.uint8)
    for x0, y0, x1, y1 in written:
        cv2.rectangle(grey, (x0, y0), (x1, y1), 0, 3)
    words = [Word("800.1/", Box(10, 20, 110, 44), baris=0), Word(behind, Box(180, 20, 280, 44), baris=0)]
    told = with_unread_parts(words, CELL, marks_of(grey, 20.0))
    return [word.text for word in sorted(told, key=lambda word: word.box.x0)]


def test_writing_between_the_strokes_of_a_number_is_a_part_of_it() -> None:
    assert read("/UM", (130, 20, 150, 42)) == ["800.1/", TAK_TERBACA, "/UM"]


def test_an_empty_place_and_what_stands_elsewhere_are_not() -> None:
    assert read("/UM") == ["800.1/", "/UM"]
    assert read("/UM", (330, 20, 350, 42)) == ["800.1/", "/UM"]

"""Marks of ink in the cells of a page."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.marks_in_cells import marks_of


def test_letters_that_touch_the_rule_of_their_cell_are_marks_of_their_own() -> None:
    page = np.full((300, 400), 255, np.uint8)
    cv2.putText(page, "3 H A R I", (60, 116), 0, 0.7, (0,), 2)
    alone = len(marks_of(page, 16.0).letters(Box(40, 96, 360, 200)))
    top = int(np.flatnonzero((page < 128).any(axis=1))[0])
    page[top - 3 : top] = 0  # the rule above
    page[:, 52:55] = 0  # and the one before them
    assert alone >= 5
    assert len(marks_of(page, 16.0).letters(Box(53, top - 2, 360, 200))) == alone

"""Pieces of ink between two symbols that lead to a third as well, at 200 dpi."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.forks import is_forked

DPI = 200.0
SATU, DUA, TIGA = Box(40, 40, 140, 90), Box(300, 200, 400, 250), Box(40, 300, 140, 350)
BOXES = {0: SATU, 1: DUA, 2: TIGA}
COURSE = [(90, 92), (90, 225), (298, 225)]


def piece(*ways: list[tuple[int, int]]) -> np.ndarray:
    ink = np.zeros((420, 460), np.uint8)
    for way in ([(int(x), int(y)) for x, y in COURSE], *ways):
        cv2.polylines(ink, [np.array(way)], False, (1,), 3)
    return ink


def test_a_branch_that_stops_short_of_a_third_symbol_forks():
    ink = piece([(90, 225), (90, 280)])
    assert is_forked(ink, [COURSE], BOXES, (0, 1), DPI)


def test_a_branch_that_points_at_no_symbol_does_not():
    ink = piece([(200, 225), (200, 280)])
    assert not is_forked(ink, [COURSE], BOXES, (0, 1), DPI)


def test_letters_at_a_line_are_no_branch():
    ink = piece()
    cv2.putText(ink, "Tidak", (84, 290), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (1,), 2)
    assert not is_forked(ink, [COURSE], BOXES, (0, 1), DPI)


def test_a_line_between_its_two_symbols_alone_is_whole():
    assert not is_forked(piece(), [COURSE], BOXES, (0, 1), DPI)

"""Heads between a way back and the side of a symbol, where no more of the last stretch is left."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.pressed import pressed

DPI = 200.0
SYMBOL = Box(100, 100, 200, 150)
LANE = ((219.0, 124.0), (219.0, 330.0))


def page(*, headed: bool) -> np.ndarray:
    gray = np.full((400, 300), 245, np.uint8)
    cv2.rectangle(gray, (100, 100), (200, 150), (20,), 2)
    cv2.line(gray, (219, 124), (219, 330), (20,), 2)
    if headed:
        cv2.line(gray, (219, 124), (210, 124), (20,), 2)
        cv2.fillPoly(gray, [np.asarray([(202, 124), (218, 117), (218, 131)], np.int32)], (20,))
    return gray


def test_a_head_beside_the_corner_of_a_line_leads_to_the_symbol() -> None:
    assert pressed(page(headed=True), [LANE], [SYMBOL], (0, 0), DPI) == [((219.0, 124.0), (200, 124.0))]


def test_without_a_head_a_line_that_ends_beside_a_symbol_leads_nowhere() -> None:
    assert pressed(page(headed=False), [LANE], [SYMBOL], (0, 0), DPI) == []


def test_a_line_that_goes_on_at_its_corner_has_another_last_stretch() -> None:
    runs = [LANE, ((219.0, 124.0), (280.0, 124.0))]
    assert pressed(page(headed=True), runs, [SYMBOL], (0, 0), DPI) == []


def test_what_ends_above_or_far_from_a_symbol_is_not_asked() -> None:
    above, far = ((219.0, 90.0), (219.0, 20.0)), ((260.0, 124.0), (260.0, 330.0))
    assert pressed(page(headed=True), [above, far], [SYMBOL], (0, 0), DPI) == []

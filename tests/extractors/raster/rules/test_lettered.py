"""Rows of letters on end that the network takes for rules."""

import numpy as np

from extractors.raster.rules.lettered import is_lettered
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Evidence, Stroke

DPI = 100.0
ROW = Line((Stroke(20, 120, 30, 30, 2.0, 200.0),))


def seen(ink: np.ndarray) -> Evidence:
    bare = np.zeros_like(ink)
    return Evidence(bare, bare, ink, [])


def letters() -> np.ndarray:
    """Letters nine pixels high with gaps between them, the row through their middle."""
    page = np.zeros((60, 140), np.uint8)
    for x in range(20, 120, 12):
        page[26:35, x : x + 5] = 150
    return page


def test_a_row_of_letters_is_no_rule() -> None:
    assert is_lettered(ROW, seen(letters()), DPI)


def test_a_broken_rule_stays() -> None:
    page = np.zeros((60, 140), np.uint8)
    page[29:32, 20:70] = page[29:32, 80:120] = 150
    assert not is_lettered(ROW, seen(page), DPI)
    page[20:27, 20:120:4] = 150  # text on one side
    assert not is_lettered(ROW, seen(page), DPI)


def test_a_rule_through_text_stays() -> None:
    page = letters()
    page[29:32, 20:120] = 150
    assert not is_lettered(ROW, seen(page), DPI)


def test_what_is_longer_than_a_heading_stays() -> None:
    whole = Line((Stroke(0, 250, 30, 30, 2.0, 200.0),))
    assert not is_lettered(whole, seen(np.tile(letters(), 2)), DPI)

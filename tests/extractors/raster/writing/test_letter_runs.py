"""Runs of ink that letters make."""

import numpy as np

from extractors.raster.writing.letter_runs import is_of_letters

DPI = 200.0
BAR = (10, 30, 60, 33)
POINTS = ((10.0, 31.0), (59.0, 31.0))


def mask(*bars: tuple[int, int, int, int]) -> np.ndarray:
    """Ink in boxes (left, top, right, bottom)."""
    found = np.zeros((60, 120), np.uint8)
    for left, top, right, bottom in bars:
        found[top:bottom, left:right] = 255
    return found


def test_strokes_that_stand_side_by_side_on_a_run_are_letters() -> None:
    strokes = [(x, 18, x + 3, 30) for x in (12, 24, 36)]
    head = (50, 26, 60, 37)
    for more, told in ((strokes, True), (strokes[:1], False), ([head, strokes[0]], False)):
        ink = mask(BAR, *more)
        assert is_of_letters(ink, POINTS, DPI) == told
        assert is_of_letters(np.ascontiguousarray(ink.T), [(y, x) for x, y in POINTS], DPI) == told


def test_some_strokes_and_ink_beside_nearly_all_of_a_run_are_letters() -> None:
    strokes = [(11, 18, 14, 30), (30, 18, 33, 30), (20, 33, 23, 45)]
    assert is_of_letters(mask(BAR, *strokes, (11, 27, 60, 28)), POINTS, DPI)
    assert not is_of_letters(mask(BAR, *strokes), POINTS, DPI)


def test_a_long_or_bent_line_is_none_of_letters() -> None:
    strokes = [(x, 18, x + 3, 30) for x in (12, 24, 36)]
    long = (5, 30, 115, 33)
    assert not is_of_letters(mask(long, *strokes), ((5.0, 31.0), (114.0, 31.0)), DPI)
    assert not is_of_letters(mask(BAR, *strokes), (*POINTS, (59.0, 55.0)), DPI)


def test_a_thick_run_full_of_holes_is_of_letters() -> None:
    thick = (10, 28, 60, 36)
    letters = mask(thick)
    letters[29:35, 14:56:6] = letters[29:35, 15:57:6] = 0
    assert is_of_letters(letters, POINTS, DPI)
    assert not is_of_letters(mask(thick), POINTS, DPI)

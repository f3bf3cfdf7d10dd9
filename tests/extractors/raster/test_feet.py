import cv2
import numpy as np

from extractors.raster.feet import BAND_INCHES, CLEAR, TELLING, feet

DPI = 100.0


def _capitals():
    """A page whose letters look alike upside down: sparse above, dense further down."""
    page = np.full((1100, 800), 255, np.uint8)
    cv2.putText(page, "XHO", (60, 60), 0, 0.5, (0,), 1)
    for row in range(6):
        cv2.putText(page, "XHOXIHOXHOIXOXHOHIXOX HOXIOXHI", (60, 700 + row * 24), 0, 0.5, (0,), 1)
    return page


def _reader(standing, fallen):
    """A reader that finds so many letters one way and the other, and notes what it was shown."""
    shown = []

    def doubt(gray):
        shown.append(gray.shape)
        return (standing, fallen)[(len(shown) - 1) % 2]

    return doubt, shown


def test_a_band_of_letters_is_enough_where_it_tells():
    doubt, shown = _reader(0.0, TELLING)
    score, sure = feet(_capitals(), DPI, doubt)
    assert score < 0
    assert sure < 1
    assert shown == [(round(BAND_INCHES * DPI), 800)] * 2


def test_the_band_holds_the_most_letters():
    seen = []

    def doubt(gray):
        seen.append((gray < 128).mean())
        return 0.0

    feet(_capitals(), DPI, doubt)
    assert seen[0] > 2 * (_capitals() < 128).mean()


def test_the_page_is_read_where_the_band_leaves_it_open():
    for standing, fallen in ((TELLING / 2, 0.0), (TELLING, TELLING / CLEAR + 1)):
        doubt, shown = _reader(standing, fallen)
        assert feet(_capitals(), DPI, doubt)[0] > 0
        assert shown[2:] == [(1100, 800)] * 2


def test_nobody_to_ask_leaves_the_page_as_it_lies():
    assert feet(_capitals(), DPI, None) == (1.0, 0.5)

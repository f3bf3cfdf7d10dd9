import math

import cv2
import numpy as np

from extractors.raster.geometry import feet as module
from extractors.raster.geometry import lie
from extractors.raster.geometry.feet import (
    BAND_INCHES,
    CLEAR,
    FEW_WORDS,
    OUTSPOKEN,
    STEADY,
    SURELY,
    TELLING,
    feet,
)

DPI = 100.0


def _capitals():
    """A page whose letters look alike upside down: sparse above, dense further down."""
    page = np.full((1100, 800), 255, np.uint8)
    cv2.putText(page, "XHO", (60, 60), 0, 0.5, (0,), 1)
    for row in range(6):
        cv2.putText(page, "XHOXIHOXHOIXOXHOHIXOX HOXIOXHI", (60, 700 + row * 24), 0, 0.5, (0,), 1)
    return page


def _reader(standing, fallen):
    """A reader that finds so many letters one way and the other, and notes what it was shown; the text stands at the left."""
    shown = []

    def doubt(gray):
        shown.append(gray.shape)
        half = gray.shape[1] // 2
        return standing if gray[:, :half].mean() < gray[:, half:].mean() else fallen

    return doubt, shown


def test_a_band_of_letters_is_enough_where_it_tells():
    doubt, shown = _reader(0.0, TELLING)
    score, sure, _ = feet(_capitals(), DPI, doubt)
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


def test_of_a_full_band_only_so_much_is_read_as_tells(monkeypatch):
    monkeypatch.setattr(module, "ENOUGH", 30)
    doubt, shown = _reader(TELLING, 0.0)
    assert feet(_capitals(), DPI, doubt)[0] > 0
    assert shown[0][0] == round(BAND_INCHES * DPI)
    assert 50 < shown[0][1] < 500


def test_the_page_is_read_where_the_band_leaves_it_open():
    for standing, fallen in ((TELLING / 2, 0.0), (TELLING, TELLING / CLEAR + 1)):
        doubt, shown = _reader(standing, fallen)
        assert feet(_capitals(), DPI, doubt)[0] > 0
        assert shown[2:] == [(1100, 800)] * 2


def test_nobody_to_ask_leaves_the_page_as_it_lies():
    assert feet(_capitals(), DPI, None)[:2] == (1.0, 0.5)


def test_the_other_way_is_not_read_where_the_likelier_one_reads_well(monkeypatch):
    for guess, standing, fallen in ((0.1, SURELY, 0.0), (-0.1, 0.0, SURELY)):
        monkeypatch.setattr(lie, "on_its_feet", lambda mask, dpi, apart=1.0, guess=guess: lie.Stand(guess, 5))
        doubt, shown = _reader(standing, fallen)
        assert (feet(_capitals(), DPI, doubt)[0] > 0) is (guess > 0)
        assert len(shown) == 1


def test_few_words_that_speak_plainly_are_believed(monkeypatch):
    doubt, shown = _reader(SURELY, 0.0)
    plain = OUTSPOKEN / FEW_WORDS + 0.01
    for score, words, asked in ((-plain, FEW_WORDS, 0), (-plain, FEW_WORDS - 1, 2), (-0.13, FEW_WORDS, 2)):
        shown.clear()
        said = lie.Stand(score, words, STEADY * math.copysign(1, score))
        monkeypatch.setattr(lie, "on_its_feet", lambda mask, dpi, apart=1.0, said=said: said)
        assert (feet(_capitals(), DPI, doubt)[0] < 0) is not asked
        assert len(shown) == asked


def test_words_that_contradict_each_other_are_not_believed(monkeypatch):
    doubt, shown = _reader(SURELY, 0.0)
    for steady, asked in ((-STEADY, 0), (-STEADY / 2, 2), (STEADY, 2)):
        shown.clear()
        monkeypatch.setattr(lie, "on_its_feet", lambda mask, dpi, apart=1.0, s=steady: lie.Stand(-0.2, 60, s))
        assert (feet(_capitals(), DPI, doubt)[0] < 0) is not asked
        assert len(shown) == asked


def test_lines_that_say_a_page_is_to_be_turned_are_not_believed_where_its_words_say_otherwise(monkeypatch):
    doubt, shown = _reader(SURELY, 0.0)
    for of_words, asked in ((-0.1, False), (0.1, True)):
        shown.clear()
        said = {lie.IN_LINE: lie.Stand(-0.3, 60, -STEADY), lie.IN_WORD: lie.Stand(of_words, 200, 0.0)}
        monkeypatch.setattr(lie, "on_its_feet", lambda mask, dpi, apart=lie.IN_LINE, said=said: said[apart])
        assert (feet(_capitals(), DPI, doubt)[0] > 0) is asked
        assert bool(shown) is asked

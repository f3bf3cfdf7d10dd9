"""Heads of lines told from their pictures, and the weights that came with the program."""

import cv2
import numpy as np

from benchmarks.simbol.__main__ import UJI, benar, ujung_ujung
from extractors.raster.drawing import heads as module
from extractors.raster.drawing.heads import FILE, heads, weights
from tests.extractors.raster.drawing.bobot import bobot

DPI = 200.0


def test_weights_are_small_and_do_what_their_recipe_says():
    size, claimed, seed = bobot(FILE)
    assert size < 2_000_000
    share = benar(*ujung_ujung(250, seed + UJI), weights())
    assert claimed > 0.9
    assert abs(share - claimed) < 0.06


def page() -> np.ndarray:
    gray = np.full((200, 400), 250, np.uint8)
    for x in (20, 320):
        cv2.rectangle(gray, (x, 80), (x + 60, 120), (0,), 2)
    cv2.line(gray, (80, 100), (320, 100), (0,), 2)
    return gray


WAY = ((80.0, 100.0), (320.0, 100.0))


def test_a_filled_head_stands_where_it_is_drawn():
    gray = page()
    cv2.fillPoly(gray, [np.array([[319, 100], [304, 93], [304, 107]])], (0,))
    assert heads(gray, [WAY, WAY[::-1]], DPI) == [(False, True), (True, False)]


def test_an_open_head_is_one_too_and_a_line_may_have_two():
    gray = page()
    for x, way in ((318, -1), (82, 1)):
        cv2.polylines(gray, [np.array([[x + 16 * way, 90], [x, 100], [x + 16 * way, 110]])], False, (0,), 2)
    assert heads(gray, [WAY], DPI) == [(True, True)]


def test_a_bare_line_has_none():
    assert heads(page(), [WAY], DPI) == [(False, False)]


def test_a_head_pressed_between_a_rule_and_its_symbol_is_seen():
    gray = np.full((300, 600), 250, np.uint8)
    cv2.line(gray, (0, 146), (599, 146), (0,), 3)
    for x, y in ((60, 80), (400, 164)):
        cv2.rectangle(gray, (x, y), (x + 120, y + 60), (0,), 2)
    cv2.polylines(gray, [np.array([[120, 140], [120, 153], [460, 153], [460, 164]])], False, (0,), 2)
    cv2.fillPoly(gray, [np.array([[460, 164], [454, 153], [466, 153]])], (0,))
    course = ((120.0, 140.0), (120.0, 150.0), (455.0, 154.0), (460.0, 162.0), (460.0, 164.0))
    assert heads(gray, [course, course[::-1]], DPI) == [(False, True), (True, False)]


def test_a_head_is_looked_for_before_a_gap_but_not_where_the_line_goes_on(monkeypatch):
    looked_at: list[object] = []

    def likelihoods(gray, courses, dpi):
        looked_at[:] = courses
        return np.zeros(len(courses), np.float32)

    monkeypatch.setattr(module, "head_likelihoods", likelihoods)
    course = ((320.0, 100.0), (98.0, 100.0), (80.0, 92.0))
    gray = page()
    gray[:, 84:98] = 250
    heads(gray, [course], DPI)
    assert course[:-1] in looked_at
    cv2.line(gray, (98, 100), (80, 92), (0,), 2)
    heads(gray, [course], DPI)
    assert course[:-1] not in looked_at


def test_of_a_slanted_line_only_one_sure_head_counts(monkeypatch):
    slanted = ((80.0, 100.0), (320.0, 130.0))
    for likely, found in (
        ((0.3, 0.1), (False, False)),
        ((0.98, 0.9), (False, False)),
        ((0.03, 0.98), (False, True)),
    ):
        monkeypatch.setattr(
            module,
            "head_likelihoods",
            lambda gray, courses, dpi, likely=likely: np.asarray(
                [likely[course[-1][0] > 200] for course in courses], np.float32
            ),
        )
        assert heads(page(), [slanted], DPI) == [found]
    monkeypatch.setattr(
        module,
        "head_likelihoods",
        lambda gray, courses, dpi: np.asarray(
            [0.3 if course[-1][0] > 200 else 0.1 for course in courses], np.float32
        ),
    )
    assert heads(page(), [WAY], DPI) == [(False, True)]

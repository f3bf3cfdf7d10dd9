"""Heads of lines told from their pictures, and the weights that came with the program."""

from importlib import resources

import cv2
import numpy as np

from benchmarks.simbol.__main__ import UJI, benar, ujung_ujung
from extractors.raster.heads import FILE, heads, weights

DPI = 200.0


def test_weights_are_small_and_do_what_their_recipe_says():
    path = resources.files("extractors") / "data" / FILE
    assert len(path.read_bytes()) < 2_000_000
    with resources.as_file(path) as real, np.load(real) as file:
        claimed, recipe = float(file["benar"]), str(file["resep"])
    seed = int(recipe.split("--seed ")[1].split()[0])
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

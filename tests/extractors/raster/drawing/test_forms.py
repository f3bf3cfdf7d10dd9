"""The forms of symbols told from their pictures, and the weights that came with the program."""

import cv2
import numpy as np
import pytest

from benchmarks.simbol.__main__ import UJI, benar, contoh_contoh
from extractors.boxes import Box
from extractors.raster.drawing.forms import FILE, FORMS, likelihoods, weights
from tests.extractors.raster.drawing.bobot import bobot

DPI = 200.0
SEBUAH = Box(60, 50, 160, 110)


def told(gray: np.ndarray, box: Box = SEBUAH) -> str:
    return FORMS[int(likelihoods(gray, [box], DPI)[0].argmax())]


def paper() -> np.ndarray:
    return np.full((160, 220), 250, np.uint8)


def test_weights_are_small_and_do_what_their_recipe_says():
    size, claimed, seed = bobot(FILE)
    assert size < 2_000_000
    share = benar(*contoh_contoh(250, seed + UJI), weights())
    assert claimed > 0.93
    assert abs(share - claimed) < 0.05


@pytest.mark.parametrize("grey", [0, 110, 235])
def test_a_filled_diamond_is_told_whatever_its_grey(grey: int):
    gray = paper()
    corners = np.array([[110, 50], [160, 80], [110, 110], [60, 80]])
    cv2.fillPoly(gray, [corners], (grey,))
    cv2.polylines(gray, [corners], True, (min(grey, 60),), 2)
    assert told(gray) == "wajik"


def test_a_box_crossed_by_a_rule_and_reached_by_an_arrow_is_a_box():
    gray = paper()
    cv2.rectangle(gray, (60, 50), (160, 110), (0,), 2)
    cv2.line(gray, (0, 80), (60, 80), (0,), 2)
    cv2.line(gray, (120, 0), (120, 159), (0,), 2)
    assert told(gray) == "kotak"


def test_a_letter_in_a_circle_makes_it_a_connector():
    gray = paper()
    cv2.circle(gray, (110, 80), 24, (0,), 2)
    box = Box(86, 56, 134, 104)
    assert told(gray, box) == "lingkaran"
    cv2.putText(gray, "A", (101, 90), cv2.FONT_HERSHEY_SIMPLEX, 0.8, (0,), 2)
    assert told(gray, box) == "huruf"


def test_a_mesh_of_lines_is_no_symbol():
    gray = paper()
    for y in (50, 110):
        cv2.line(gray, (0, y), (219, y), (0,), 2)
    for x in (60, 160):
        cv2.line(gray, (x, 0), (x, 159), (0,), 2)
    assert told(gray) == "lain"


def test_at_the_edge_of_the_page_there_is_paper_beyond():
    gray = paper()[:, :100]
    cv2.rectangle(gray, (2, 50), (97, 110), (0,), 2)
    assert told(gray, Box(2, 50, 97, 110)) == "kotak"
    assert likelihoods(gray, [], DPI).shape == (0, len(FORMS))

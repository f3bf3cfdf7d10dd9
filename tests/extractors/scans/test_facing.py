"""Two pages of a book on one picture, told from one wide page."""

import cv2
import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.learned import Maps
from extractors.raster.page import Prepared
from extractors.scans.facing import BERHADAPAN, below, facing
from extractors.sheets import Rule, Sheet, Word

DPI = 200.0
NOTHING = Maps(*[np.zeros((1, 1), np.uint8)] * 5)
WIDTH, HEIGHT = 2300, 1620
SAME_PLACE = (1 / WIDTH, 0.0, 0.0, 0.0, 1 / HEIGHT, 0.0, 0.0, 0.0, 1.0)


def page(rules, written=((200, 1000), (1300, 2100))):
    """A wide picture with letters in the columns given, and the rules."""
    gray = np.full((HEIGHT, WIDTH), 250, np.uint8)
    for start, end in written:
        for x in range(start, end, 40):
            for y in range(200, 1400, 60):
                cv2.rectangle(gray, (x, y), (x + 9, y + 13), 20, 2)
    return Prepared(gray, np.dstack([gray] * 3), tuple(rules), (), SAME_PLACE, DPI, NOTHING)


def level(start, end, heights):
    return [Rule(False, at, start, end) for at in heights]


@pytest.mark.parametrize("turned", [False, True])
def test_pages_beside_a_free_gutter_are_two(turned):
    left, right = level(180, 1020, range(200, 900, 60)), level(1280, 2120, range(230, 600, 90))
    found = facing(page(left if turned else [*left, *right]))
    assert found is not None
    assert found[0][1][0] == found[1][0][0]
    assert found[0][1][0] == pytest.approx(0.5, abs=0.02)


def test_a_table_through_the_middle_is_of_one_page():
    assert facing(page(level(180, 2120, range(200, 900, 60)))) is None


def test_boxes_side_by_side_in_the_same_rows_are_of_one_page():
    heights = range(200, 900, 60)
    assert facing(page([*level(180, 1020, heights), *level(1280, 2120, heights)])) is None


def test_columns_of_a_text_without_any_table_are_of_one_page():
    assert facing(page([])) is None


def test_letters_all_over_leave_no_gutter():
    rules = level(180, 1020, range(200, 900, 60))
    assert facing(page(rules, written=((200, 2100),))) is None


def test_a_page_that_stands_upright_is_one():
    gray = np.full((WIDTH, HEIGHT), 250, np.uint8)
    assert facing(Prepared(gray, np.dstack([gray] * 3), (), (), SAME_PLACE, DPI, NOTHING)) is None


def test_the_second_page_stands_below_the_first_and_its_words_are_found_in_the_picture():
    left = Sheet(
        1,
        100,
        200,
        (Word("kiri", Box(10, 10, 30, 20), baris=4),),
        ke_halaman=(0.005, 0, 0, 0, 0.005, 0, 0, 0, 1),
    )
    right = Sheet(
        1,
        100,
        200,
        (Word("kanan", Box(10, 10, 30, 20), baris=0),),
        (Rule(True, 50, 0, 100), Rule(False, 20, 0, 80)),
        ke_halaman=(0.005, 0, 0.5, 0, 0.005, 0, 0, 0, 1),
    )
    both = below(left, right, ("foto",))
    assert (both.width, both.height) == (100, 400)
    assert both.catatan == ("foto", BERHADAPAN)
    assert both.rules == (Rule(True, 50, 200, 300), Rule(False, 220, 0, 80))
    first, second = both.words
    assert first.baris != second.baris
    assert both.on_page(first.box) == pytest.approx((0.05, 0.05, 0.15, 0.1))
    assert both.on_page(second.box) == pytest.approx((0.55, 0.05, 0.65, 0.1))

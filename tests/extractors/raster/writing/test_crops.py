"""One piece of a page cut out to be read alone."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.crops import crop_of, number_crops
from extractors.raster.writing.marks_in_cells import Marks, marks_of_page

HURUF = 18.0
TANPA = Marks(np.zeros((0, 4), np.float32), HURUF)


def _baris(page, y, tinggi=18):
    """A line of letters, as bars of ink."""
    for x in range(20, 260, 14):
        page[y : y + tinggi, x : x + 6] = 0


def test_the_feet_of_the_line_above_a_band_are_not_shown():
    page = np.full((100, 300), 255, np.uint8)
    _baris(page, 20)
    _baris(page, 46)
    whole = crop_of(page, Box(0, 34, 300, 70), TANPA, HURUF)  # from within the first line
    alone = crop_of(page, Box(0, 40, 300, 70), TANPA, HURUF)
    assert (whole.picture < 128).sum() == (alone.picture < 128).sum() > 0


def test_letters_that_reach_far_into_a_band_stay():
    page = np.full((100, 300), 255, np.uint8)
    _baris(page, 30, 30)
    assert (crop_of(page, Box(0, 40, 300, 90), TANPA, HURUF).picture < 128).any()


def test_letters_are_measured_by_their_ink_where_words_were_boxed_with_another_line():
    page = np.full((900, 700), 255, np.uint8)
    lines = range(20, 880, 60)
    for y in lines:
        _baris(page, y)
    tight = [Box(20, y, 260, y + 18) for y in lines]
    wide = [Box(20, y, 260, y + 40) for y in lines]
    assert abs(marks_of_page(page, tight).letter - HURUF) <= 2
    assert abs(marks_of_page(page, wide).letter - HURUF) <= 2


def test_a_number_that_hangs_from_the_rule_of_its_cell_is_cut_out():
    page = np.full((120, 100), 255, np.uint8)
    page[18:23, :] = page[:, 8:12] = page[:, 88:92] = 0
    page[23:41, 45:55] = 0  # grown together with the rule above it
    marks = marks_of_page(page, [])
    cell = Box(10, 20, 90, 110)
    assert not len(marks.letters(cell))
    assert all((crop.picture < 128).any() for crop in number_crops(page, cell, marks))
    page[23:41, 45:55] = 255
    assert number_crops(page, cell, marks_of_page(page, [])) == []


def test_no_rule_comes_along_with_a_number_that_stands_right_below_it():
    page = np.full((120, 120), 255, np.uint8)
    page[28:31] = 0  # the rule, of which half is in the cell
    page[33:51, 50:60] = 0  # the digit
    digit = Marks(np.array([(50, 33, 60, 51)], np.float32), HURUF)
    for crop in number_crops(page, Box(20, 29, 110, 110), digit):
        ink = np.flatnonzero((crop.picture < 128).any(axis=0))
        assert len(ink) <= 12 * crop.scale

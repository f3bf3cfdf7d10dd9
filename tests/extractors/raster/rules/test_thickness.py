import numpy as np
import pytest

from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke
from extractors.raster.rules.thickness import measured
from extractors.sheets import Rule

DPI, BY = 200.0, 2.0
LINE = Line((Stroke(50.0, 450.0, 100.0, 100.0, 2.0, 200.0),))


def drawn(*strokes):
    page = np.full((400, 1000), 250, np.uint8)
    for first, last in strokes:
        page[first : last + 1, 100:900] = 20
    return measured(page, Rule(False, 100.0, 50.0, 450.0), LINE, BY, DPI)


def test_a_rule_lies_where_its_ink_is():
    found = drawn((201, 204))
    assert (found.at, found.tebal) == pytest.approx((202.5, 4.0))


def test_a_double_line_is_one_rule_with_its_white():
    found = drawn((198, 199), (204, 205))
    assert (found.at, found.tebal) == pytest.approx((201.5, 8.0))


def test_what_is_not_drawn_stays_where_it_must_be():
    found = drawn()
    assert (found.at, found.tebal) == (200.5, 1.0)


def test_letters_that_touch_a_rule_are_not_its_ink():
    page = np.full((400, 1000), 250, np.uint8)
    page[200:202, 100:900] = 90
    for x in range(140, 700, 9):
        page[202:220, x : x + 5] = 10
    rule = measured(page, Rule(False, 100.0, 50.0, 450.0), LINE, BY, DPI)
    assert (rule.at, rule.tebal) == (200.5, 2.0)

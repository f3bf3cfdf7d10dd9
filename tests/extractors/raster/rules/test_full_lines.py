"""Rules among narrow columns that were taken for the flow, or of which little was seen."""

import numpy as np
import pytest

from extractors.raster.rules.full_lines import with_full
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke

DPI = 100.0


def line(start: float, end: float, at: float) -> Line:
    return Line((Stroke(start, end, at, at, 2.0, 240.0),))


SIDES = [line(20, 320, 20), line(40, 320, 100)]
"""The rules on both sides of what is asked; the first one begins a row of the heading further up."""


def ink(start: int, end: int) -> np.ndarray:
    """A page on which a line is drawn halfway between these rules."""
    page = np.full((120, 340), 5, np.uint8)
    page[59:62, start:end] = 150
    return page


@pytest.mark.parametrize("known", [[], [line(40, 90, 60)]], ids=["unknown", "known-in-part"])
def test_a_line_drawn_as_far_as_the_rules_on_both_sides_is_one(known: list[Line]) -> None:
    found = with_full([*SIDES, *known], [line(100, 180, 60)], ink(40, 320), DPI)
    assert [(one.start, one.end) for one in found] == [(20, 320), (40, 320), (40, 320)]


def test_a_rule_whose_stretch_in_a_low_heading_was_not_seen_is_put_in_whole() -> None:
    found = with_full([*SIDES, line(64, 320, 60)], [line(64, 320, 60)], ink(40, 320), DPI)
    assert [(one.start, one.end) for one in found] == [(20, 320), (40, 320), (40, 320)]


def test_a_way_back_that_runs_along_a_rule_does_not_hide_it() -> None:
    page = ink(40, 320)
    page[63:66, 200:290] = 240
    found = with_full(SIDES, [line(100, 180, 60)], page, DPI)
    assert [(one.start, one.end) for one in found] == [(20, 320), (40, 320), (40, 320)]
    page[63:66, 60:310] = 240
    assert with_full(SIDES, [line(100, 180, 60)], page, DPI) == SIDES


def test_an_arrow_down_to_the_last_row_is_none() -> None:
    assert with_full(SIDES, [line(90, 320, 60)], ink(90, 320), DPI) == SIDES


def test_an_arrow_below_the_letters_of_a_heading_is_none_however_long() -> None:
    sides = [line(40, 940, 20), line(40, 940, 100)]
    page = np.full((120, 960), 5, np.uint8)
    page[59:62, 90:940] = 150
    page[56:65, 50:60] = 150
    assert with_full(sides, [line(90, 940, 60)], page, DPI) == sides


def test_a_line_beside_rules_of_another_table_is_none() -> None:
    sides = [line(20, 150, 20), line(160, 320, 100)]
    assert with_full(sides, [line(20, 320, 60)], ink(20, 320), DPI) == sides


def test_a_whole_rule_stays_as_it_is() -> None:
    rules = [*SIDES, line(40, 318, 60)]
    assert with_full(rules, [line(100, 180, 60)], ink(40, 320), DPI) == rules

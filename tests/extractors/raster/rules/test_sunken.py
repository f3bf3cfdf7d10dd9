"""Rules that a filled band hides nothing of, and that are not there."""

import numpy as np
import pytest

from extractors.raster.rules.sunken import without_sunken
from extractors.sheets import Rule

DPI = 200.0
TOP, MIDDLE, BOTTOM = 40, 100, 240
LEVEL = [Rule(False, y, 40, 600, 3) for y in (TOP, MIDDLE, BOTTOM)]
SIDES = [Rule(True, x, TOP, BOTTOM, 3) for x in (40, 600)]
INNER = Rule(True, 300, TOP, BOTTOM, 3)


def _band(begins: int, fill: int = 180) -> np.ndarray:
    """A filled heading with grain, whose inner line begins somewhere."""
    page = np.full((300, 640), 250, np.uint8)
    page[TOP:BOTTOM, 40:600] = fill
    for y in (TOP, MIDDLE, BOTTOM):
        page[y - 1 : y + 2, 40:600] = 110
    for x, start in ((40, TOP), (600, TOP), (300, begins)):
        page[start:BOTTOM, x - 1 : x + 2] = 110
    return np.clip(page + np.random.default_rng(2).normal(0, 6, page.shape), 0, 255).astype(np.uint8)


def _inner(page: np.ndarray) -> Rule:
    (found,) = (rule for rule in without_sunken(page, [*LEVEL, *SIDES, INNER], DPI) if rule.at == INNER.at)
    return found


def test_a_line_that_shows_in_a_fill_from_a_crossing_on_begins_there() -> None:
    assert _inner(_band(MIDDLE)).start == MIDDLE


@pytest.mark.parametrize(
    ("begins", "fill"),
    [(TOP, 180), (MIDDLE, 250), (BOTTOM - 5, 180)],
    ids=["seen", "no fill", "seen nowhere"],
)
def test_other_lines_stay(begins: int, fill: int) -> None:
    assert _inner(_band(begins, fill)) == INNER


def test_letters_across_a_line_that_is_not_there_do_not_make_it() -> None:
    page = _band(MIDDLE)
    page[60:78, 285:315:6] = 70
    page[60:64, 285:315] = 70
    assert _inner(page).start == MIDDLE


def test_under_a_hole_nothing_is_known() -> None:
    page = _band(MIDDLE)
    page[TOP + 3 : MIDDLE - 3, 280:330] = 250
    assert _inner(page) == INNER


def test_a_line_is_told_from_a_fill_that_is_hardly_paler() -> None:
    page = _band(MIDDLE, 119)
    assert _inner(np.clip(page, 107, 122)).start == MIDDLE


def test_a_line_goes_on_in_a_fill_where_it_shows_as_before() -> None:
    seen = [*LEVEL, *SIDES, Rule(True, 300, MIDDLE, BOTTOM, 3)]
    for begins in (TOP, MIDDLE):
        found = without_sunken(_band(begins), seen, DPI)
        assert Rule(True, 300, begins, BOTTOM, 3) in found


def _shaded(drawn: bool, crossing: bool) -> tuple[np.ndarray, list[Rule]]:
    """A filled heading over which a shade lies from some height down, and its rules; a line may lie at the shade's edge."""
    page = np.full((300, 640), 250, np.uint8)
    page[TOP:BOTTOM, 40:600] = 190
    page[170:BOTTOM, 40:600] = 155
    inner = [Rule(True, x, TOP, BOTTOM, 3) for x in (150, 260, 370, 480)] if crossing else []
    for rule in (*SIDES, *inner):
        page[TOP:BOTTOM, int(rule.at) - 1 : int(rule.at) + 2] = 100
    if drawn:
        page[169:172, 40:600] = 100
    grainy = np.clip(page + np.random.default_rng(2).normal(0, 6, page.shape), 0, 255).astype(np.uint8)
    return grainy, [*LEVEL[::2], *SIDES, *inner]


def test_the_edge_of_a_shade_is_no_rule_where_those_across_it_are_seen_to_be_drawn() -> None:
    edge = Rule(False, 170, 40, 600, 4)
    for drawn, crossing, stays in ((False, True, False), (True, True, True), (False, False, True)):
        page, rules = _shaded(drawn, crossing)
        assert (edge in without_sunken(page, [*rules, edge], DPI)) == stays


def test_an_edge_that_lies_askew_is_none() -> None:
    page, rules = _shaded(drawn=False, crossing=False)
    pieces = [Rule(False, 168, 40, 300, 4), Rule(False, 172, 300, 600, 4)]
    assert not set(pieces) & set(without_sunken(page, [*rules, *pieces], DPI))

"""Filled bands above tables that are their headings."""

from itertools import pairwise

import numpy as np
import pytest

from extractors.raster.rules.crowns import crowned
from extractors.sheets import Rule

DPI = 100.0
XS = (50, 90, 300, 400, 500, 600, 700)
TOP = Rule(False, 200, 50, 700)


def page(band: range | None = range(140, 200), grey: int = 160) -> np.ndarray:
    picture = np.full((600, 760), 250, np.uint8)
    if band is not None:
        picture[band.start : band.stop, 50:700] = grey
        # What copying took out of the fill.
        for at in range(55, 690, 40):
            picture[band.start + 20 : band.start + 28, at : at + 10] = 250
    return picture


def rules(start: float = 200) -> list[Rule]:
    return [TOP, Rule(False, 500, 50, 700), *(Rule(True, x, start, 500) for x in XS)]


def test_the_columns_of_a_table_lead_through_the_band_on_it() -> None:
    found, cells = crowned(page(), rules(), DPI)
    tops = [rule.at for rule in found if not rule.tegak and rule.at < 200]
    assert tops == [pytest.approx(140, abs=4)]
    assert {rule.start for rule in found if rule.tegak} == set(tops)
    assert [(box.x0, box.x1) for box in cells] == list(pairwise(XS))


def test_the_upper_edge_of_a_band_is_the_one_that_is_drawn() -> None:
    # The light of a lamp leaves the upper half of the fill as pale as paper.
    edge = Rule(False, 110, 50, 700)
    found, _ = crowned(page(), [*rules(), edge], DPI)
    assert [rule.at for rule in found if not rule.tegak and rule.at < 200] == [110]
    assert {rule.start for rule in found if rule.tegak} == {110}


@pytest.mark.parametrize(
    ("picture", "given"),
    [
        (page(None), rules()),
        (page(range(190, 200)), rules()),
        (page(grey=245), rules()),
        (page(), rules(140)),
        (page(), rules()[:5]),
    ],
    ids=["paper", "a thick line", "hardly grey", "lines that are seen", "few columns"],
)
def test_what_is_no_such_band_changes_nothing(picture: np.ndarray, given: list[Rule]) -> None:
    assert crowned(picture, given, DPI) == (given, [])


def test_a_line_that_holes_made_in_a_band_is_none_and_one_below_a_group_stays() -> None:
    stray, group = Rule(False, 180, 50, 90), Rule(False, 165, 300, 600)
    found, _ = crowned(page(), [*rules(), stray, group], DPI)
    assert stray not in found
    assert group in found


def black_band(foot: int = 200) -> tuple[np.ndarray, list[Rule]]:
    """A heading that copying made black, its lower line seen below three columns only, and a table with all other lines."""
    picture = page(range(140, foot), grey=20)
    sides = [Rule(True, x, 140, 500) for x in XS]
    return picture, [Rule(False, 140, 50, 700), Rule(False, 200, 400, 600), Rule(False, 500, 50, 700), *sides]


def test_the_lower_line_of_a_black_heading_is_where_its_fill_ends() -> None:
    found, _ = crowned(*black_band(), DPI)
    assert [(r.start, r.end) for r in found if not r.tegak and r.at == 200] == [(50, 700)]


def test_a_line_ends_where_no_fill_ends_at_it() -> None:
    found, _ = crowned(*black_band(foot=260), DPI)
    assert [(r.start, r.end) for r in found if not r.tegak and r.at == 200] == [(400, 600)]

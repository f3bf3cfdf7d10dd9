"""Lines over stretches where only ink shows them, at 100 dpi."""

import cv2
import numpy as np
import pytest

from extractors.raster.rules.bridges import bridged
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke

DPI = 100.0
Y = 40


def _line(start: float, end: float, y: float = Y) -> Line:
    return Line((Stroke(start, end, y, y, 2.0, 200.0),))


def _ink(*, gaps: int = 0) -> np.ndarray:
    """A rule over the page, broken so many times between 200 and 700."""
    ink = np.full((80, 1000), 8, np.uint8)
    cv2.line(ink, (20, Y), (980, Y), 90, 1)
    for at in range(gaps):
        ink[:, 220 + 60 * at : 250 + 60 * at] = 8
    return ink


NONE = np.zeros((80, 1000), np.uint8)
HALVES = [_line(20, 200), _line(700, 980)]


def _ends(found: list[Line]) -> list[tuple[float, float]]:
    return sorted((line.start, line.end) for line in found)


def test_halves_of_a_rule_between_which_it_is_drawn_are_one() -> None:
    (whole,) = bridged(HALVES, _ink(), NONE, DPI)
    assert (whole.start, whole.end, whole.seen) == (20, 980, 960)


def test_an_arrow_between_two_rules_joins_nothing() -> None:
    flow = NONE.copy()
    flow[Y - 2 : Y + 3, 250:650] = 255
    assert _ends(bridged(HALVES, _ink(), flow, DPI)) == [(20, 200), (700, 980)]


@pytest.mark.parametrize(
    ("found", "ink"),
    [
        (HALVES, _ink(gaps=4)),
        ([HALVES[0], _line(700, 980, Y + 6)], _ink()),
        ([HALVES[0], _line(700, 715)], _ink()),
        (HALVES, np.full((80, 1000), 90, np.uint8)),
    ],
    ids=["not drawn", "beside each other", "a mere piece", "a fill"],
)
def test_what_is_no_line_in_ink_stays_apart(found: list[Line], ink: np.ndarray) -> None:
    assert _ends(bridged(found, ink, NONE, DPI)) == _ends(found)

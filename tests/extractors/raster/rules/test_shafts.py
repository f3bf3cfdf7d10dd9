"""Arrows that passed for rules over a part of their way."""

import numpy as np

from extractors.raster.rules.lines import Line
from extractors.raster.rules.shafts import without_shafts
from extractors.raster.rules.strokes import Stroke

DPI = 100.0


def line(start: float, end: float, at: float = 50) -> Line:
    return Line((Stroke(start, end, at, at, 2.0, 240.0),))


def kept(start: int, end: int, *others: Line) -> bool:
    """Whether a line from 100 to 200 stays, beside others, where an arrow was seen from ``start`` to ``end``."""
    arrows = np.zeros((120, 300), np.uint8)
    arrows[49:52, start:end] = 160
    some = [line(100, 200), line(10, 290, 100), *others]
    return some[0] in without_shafts(some, arrows, DPI)


def test_what_goes_on_as_an_arrow_at_either_end_is_no_rule() -> None:
    assert not kept(200, 260)
    assert not kept(40, 100)


def test_a_long_line_is_a_border_whatever_it_seems_to_go_on_as() -> None:
    arrows = np.zeros((120, 300), np.uint8)
    arrows[49:52, 200:260] = 160
    some = [line(100, 200), line(50, 240, 100)]
    assert without_shafts(some, arrows, DPI) == some


def test_a_line_that_ends_with_others_or_near_an_arrow_stays() -> None:
    assert kept(200, 260, line(102, 198, 20))
    assert kept(200, 215)
    assert kept(100, 200)
    assert kept(0, 0)

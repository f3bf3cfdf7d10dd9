"""Rules that the network sees go on where nothing is drawn."""

import numpy as np
import pytest

from extractors.raster.rules.feigned import without_feigned
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke

DPI, SIZE = 100.0, 800


def line(at: float, start: float = 20, end: float = 780) -> Line:
    cuts = np.arange(start, end, 76)
    return Line(tuple(Stroke(a, min(a + 76, end), at, at, 2.0, 200.0) for a in cuts))


def page(dark: int) -> np.ndarray:
    ink = np.full((SIZE, SIZE), 8, np.uint8)
    ink[49:51, 20:780] = ink[199:201, 20:780] = dark  # two level rules
    ink[50:200, 29:31] = dark  # a side between them
    ink[500:540, 20:780] = 30  # a pale bar
    return ink


def kept(dark: int) -> tuple[list[tuple[float, float, float]], ...]:
    ink = page(dark)
    level, plumb = [line(50), line(200), line(500), line(540)], [line(30, 50, 780)]
    found = without_feigned(level, plumb, ink, np.ascontiguousarray(ink.T), DPI)
    return tuple([(round(x.mean), round(x.start), round(x.end)) for x in some] for some in found)


def test_what_is_nowhere_to_be_seen_goes_and_edges_of_pale_bars_are_no_rules():
    level, plumb = kept(200)
    assert level == [(50, 20, 780), (200, 20, 780)]
    ((at, start, end),) = plumb
    assert (at, start) == (30, 50)
    assert end == pytest.approx(200, abs=25)


def test_on_a_page_whose_rules_are_pale_all_are_kept():
    assert kept(30) == ([(y, 20, 780) for y in (50, 200, 500, 540)], [(30, 50, 780)])

"""Arrows in one line before and behind a symbol, seen as one rule through it."""

import cv2
import numpy as np

from extractors.raster.learned import Maps
from extractors.raster.rules.interrupted import outlined, without_interrupted
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke

DPI = 100.0
BOX = (100, 30, 150, 70)
"""Along and across the line: the first and the last corner of the symbol."""


def line(start: float, end: float, at: float = 50) -> Line:
    return Line((Stroke(start, end, at, at, 2.0, 240.0),))


def page(*, hidden: bool = True, pointed: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """A line from 20 to 260 and a box on it, the line hidden within it, an arrow ending at it: ink and arrows."""
    ink, arrows = np.full((120, 300), 5, np.uint8), np.zeros((120, 300), np.uint8)
    cv2.rectangle(ink, BOX[:2], BOX[2:], 150, 2)
    ink[49:52, 20:260] = 150
    if hidden:
        ink[40:60, BOX[0] + 2 : BOX[2] - 1] = 5
    if pointed:
        arrows[46:55, BOX[0] - 4 : BOX[0]] = 240
    return ink, arrows


def kept(*others: Line, hidden: bool = True, pointed: bool = True) -> bool:
    """Whether the line through the box stays, beside others."""
    ink, arrows = page(hidden=hidden, pointed=pointed)
    through = line(20, 260)
    return through in without_interrupted([through, *others], arrows, ink, DPI)[0]


def test_arrows_to_a_symbol_and_on_from_it_are_no_rule() -> None:
    assert not kept()
    assert not kept(line(0, 299, 10), line(0, 299, 100))


def test_a_rule_that_a_symbol_hides_begins_and_ends_where_others_do() -> None:
    assert kept(line(22, 258, 100))


def test_what_is_drawn_throughout_or_leads_no_arrow_anywhere_stays() -> None:
    assert kept(hidden=False)
    assert kept(pointed=False)


def test_what_encloses_the_blank_is_an_outline() -> None:
    ink, arrows = page()
    cv2.rectangle(arrows, BOX[:2], BOX[2:], 200, 2)
    none = np.zeros_like(ink)
    plumb = none.copy()
    plumb[49:52, 20:260] = 240
    _, blanks = without_interrupted([line(20, 260)], arrows, ink, DPI)
    told = outlined(
        Maps(none, plumb, none, arrows, ink),
        [(blank.along, blank.across, blank.drawn) for blank in blanks],
        DPI,
    )
    assert told.symbols[30, 120] == told.symbols[60, 150] == 200
    assert told.arrows[30, 120] == 0
    assert told.plumb[50, 125] == 0
    assert told.plumb[50, 60] == 240


def test_what_is_far_larger_than_a_symbol_is_not() -> None:
    ink, arrows = page()
    ink[:, 125:] = 5
    none = np.zeros_like(ink)
    seen = Maps(none, none, none, arrows, ink)
    told = outlined(seen, [(125, 45, 40.0)], 20.0)
    assert not told.symbols.any()

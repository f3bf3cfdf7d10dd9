"""Ways that rules hide in part, at 200 dpi."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.hidden import hidden_ways
from extractors.raster.drawing.stubs import Stub

DPI = 200.0
ATAS, BAWAH = Box(40, 20, 140, 70), Box(300, 130, 400, 180)
RULE = (96, 104)
BOXES = {0: ATAS, 1: BAWAH}


def field(*lines: tuple[tuple[int, int], tuple[int, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Ink of lines outside a level rule, and where that rule hides what lies on it."""
    inked, hidden = np.zeros((260, 460), np.uint8), np.zeros((260, 460), bool)
    for a, b in lines:
        cv2.line(inked, a, b, (1,), 3)
    hidden[slice(*RULE)] = True
    inked[slice(*RULE)] = 0
    return inked > 0, hidden


def stubs(*places: tuple[int, Box, tuple[float, float]]) -> list[Stub]:
    return [Stub(symbol, box, at, number) for number, (symbol, box, at) in enumerate(places, 1)]


def test_two_stubs_that_end_at_a_rule_are_one_line_along_it():
    inked, hidden = field(((90, 72), (90, 100)), ((350, 100), (350, 128)))
    ((_, _, course),) = hidden_ways(
        stubs((0, ATAS, (90, 74)), (1, BAWAH, (350, 126))), BOXES, inked, hidden, DPI
    )
    assert [round(x) for x, _ in course] == [90, 90, 350, 350]
    assert RULE[0] <= course[1][1] <= RULE[1]


def test_a_slanted_line_is_followed_across_a_rule():
    inked, hidden = field(((90, 72), (350, 128)))
    found = list(hidden_ways(stubs((0, ATAS, (92, 73)), (1, BAWAH, (348, 127))), BOXES, inked, hidden, DPI))
    assert [len(course) for _, _, course in found] == [2]


def test_stubs_that_no_ink_and_no_rule_joins_are_not_one_line():
    inked, hidden = field(((90, 72), (90, 78)), ((350, 100), (350, 128)))
    assert not list(
        hidden_ways(stubs((0, ATAS, (90, 74)), (1, BAWAH, (350, 126))), BOXES, inked, hidden, DPI)
    )


def test_of_two_stubs_the_one_that_ends_at_the_rule_is_meant():
    inked, hidden = field(((70, 72), (70, 100)), ((120, 72), (120, 250)), ((350, 100), (350, 128)))
    ends = stubs((0, ATAS, (120, 74)), (0, ATAS, (70, 74)), (1, BAWAH, (350, 126)))
    ((one, other, _),) = hidden_ways(ends, BOXES, inked, hidden, DPI)
    assert {one.piece, other.piece} == {2, 3}


def test_a_stub_before_a_symbol_behind_the_rule_leads_there():
    inked, hidden = field(((90, 72), (90, 100)), ((350, 100), (350, 128)))
    ends = stubs((0, ATAS, (90, 74)), (1, BAWAH, (350, 126)))
    below = {**BOXES, 2: Box(50, 125, 130, 170)}
    assert not list(hidden_ways(ends, below, inked, hidden, DPI))


def test_a_line_broken_at_a_rule_goes_on_behind_it_and_not_along_it():
    inked, hidden = field(((90, 72), (90, 94)), ((90, 106), (90, 200)), ((350, 100), (350, 128)))
    ends = stubs((0, ATAS, (90, 74)), (1, BAWAH, (350, 126)))
    assert not list(hidden_ways(ends, BOXES, inked, hidden, DPI))


def test_a_way_along_a_rule_leads_through_no_symbol() -> None:
    inked, hidden = field(((90, 72), (90, 100)), ((350, 100), (350, 128)))
    ends = stubs((0, ATAS, (90, 74)), (1, BAWAH, (350, 126)))
    between = BOXES | {2: Box(180, 80, 260, 120)}
    assert list(hidden_ways(ends, between, inked, hidden, DPI)) == []

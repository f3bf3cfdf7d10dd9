"""Edges of fills in one line with a rule."""

import numpy as np

from extractors.raster.rules.lines import Line
from extractors.raster.rules.steps_of_shade import without_steps
from extractors.raster.rules.strokes import Stroke

DPI = 100.0
PAPER, GREY, DARK, RULE = 10, 70, 120, 220


def ends(*shades: tuple[int, int, int]) -> tuple[float, float]:
    """Where a line of pieces ends and begins; each is so dark above, on and below the line."""
    ink = np.full((60, 80 * len(shades)), PAPER, np.uint8)
    pieces = []
    for at, (over, on, under) in enumerate(shades):
        part = slice(80 * at, 80 * at + 80)
        ink[:29, part], ink[29:32, part], ink[32:, part] = over, on, under
        pieces.append(Stroke(80.0 * at, 80.0 * at + 80, 30.0, 30.0, 3.0, 200.0))
    line = without_steps(Line(tuple(pieces)), ink, DPI)
    return line.start, line.end


DRAWN = (DARK, RULE, GREY)


def test_a_line_ends_where_two_fills_meet_and_nothing_is_drawn_between_them() -> None:
    step = (DARK, DARK, GREY)
    assert ends(step, DRAWN, DRAWN, DRAWN, DRAWN) == (80, 400)
    assert ends(DRAWN, DRAWN, DRAWN, DRAWN, step) == (0, 320)
    assert ends(DRAWN, DRAWN, step, DRAWN, DRAWN) == (0, 400)


def test_where_a_rule_is_worn_off_it_is_darker_than_neither_side_and_stays() -> None:
    worn = (PAPER, PAPER, PAPER)
    drawn = (PAPER, RULE, PAPER)
    assert ends(worn, drawn, drawn, drawn, drawn) == (0, 400)


def test_a_line_that_is_the_edge_of_a_fill_all_along_stays() -> None:
    assert ends(*[(DARK, DARK, PAPER)] * 5) == (0, 400)


def test_letters_beside_a_rule_are_no_fill() -> None:
    ink = np.full((60, 400), PAPER, np.uint8)
    ink[29:32] = RULE
    for x in range(0, 80, 8):
        ink[22:28, x : x + 5] = 250
    pieces = tuple(Stroke(80.0 * at, 80.0 * at + 80, 30.0, 30.0, 3.0, 200.0) for at in range(5))
    assert without_steps(Line(pieces), ink, DPI).start == 0

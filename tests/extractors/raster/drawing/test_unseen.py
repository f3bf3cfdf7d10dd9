"""Symbols that only arrows tell of."""

from itertools import pairwise

import cv2
import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.drawing.drawn_flow import drawn_flow
from extractors.raster.drawing.unseen import unseen
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import DPI, Maps
from extractors.sheets import TERSIRAT, Drawing, Rule

BY = 2
"""Pixels of the page to one of the maps."""
LEFT, TOP, WIDE, HIGH = 100, 100, 200, 100
"""Of the first cell, in pixels of the page."""
COLUMNS, ROWS = 7, 6
FLOW = (1, 3, 2, 4, 3)
"""The column of the symbol of each row; the last row has none."""
WAYS = tuple(pairwise(FLOW))


def rules() -> list[Rule]:
    right, bottom = LEFT + COLUMNS * WIDE, TOP + ROWS * HIGH
    plumb = [Rule(True, LEFT + at * WIDE, TOP, bottom, 3) for at in range(COLUMNS + 1)]
    return plumb + [Rule(False, TOP + at * HIGH, LEFT, right, 3) for at in range(ROWS + 1)]


def middle(row: int, column: int) -> tuple[int, int]:
    return LEFT + column * WIDE + WIDE // 2, TOP + row * HIGH + HIGH // 2


def elbow(pen: np.ndarray, row: int, column: int, to: int) -> None:
    """An arrow from beside the symbol of a row to above that of the next one."""
    (ax, ay), (bx, by) = middle(row, column), middle(row + 1, to)
    ax += 30 if to > column else -30
    end = by - 18
    cv2.polylines(pen, [np.array([[ax, ay], [bx, ay], [bx, end - 8]])], False, (0,), 3)
    cv2.fillPoly(pen, [np.array([[bx, end], [bx - 7, end - 16], [bx + 7, end - 16]])], (0,))


def slanted(pen: np.ndarray, row: int, column: int, to: int) -> None:
    """An arrow from below the symbol of a row to above that of the next one, with an open head."""
    (ax, ay), (bx, by) = middle(row, column), middle(row + 1, to)
    cv2.arrowedLine(pen, (ax, ay + 25), (bx, by - 25), (0,), 3, cv2.LINE_AA, 0, 16 / abs(bx - ax))


def page(draw, ways=WAYS) -> tuple[np.ndarray, Maps]:
    """A page and what a network would tell of it: its arrows, but not where a rule hides them."""
    arrows = np.full((TOP * 2 + ROWS * HIGH, LEFT * 2 + COLUMNS * WIDE), 250, np.uint8)
    for row, (column, to) in enumerate(ways):
        draw(arrows, row, column, to)
    gray, told = arrows.copy(), 250 - arrows
    for rule in rules():
        at, ends = int(rule.at), slice(int(rule.start), int(rule.end) + 1)
        for picture, value in ((gray, 0), (told, 0)):
            cut = picture.T if rule.tegak else picture
            cut[at - 1 : at + 2, ends] = value
    small = smaller(told)
    empty = np.zeros_like(small)
    return gray, Maps(empty, empty, empty, small, empty)


def smaller(picture: np.ndarray) -> Gray:
    small = cv2.resize(picture, None, fx=1 / BY, fy=1 / BY, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8)


def cells(found: list[Drawing]) -> list[tuple[int, int]]:
    places = (drawing.box.centre for drawing in found)
    return [(int(y - TOP) // HIGH, int(x - LEFT) // WIDE) for x, y in places]


@pytest.mark.parametrize("draw", [elbow, slanted])
def test_a_symbol_is_where_one_arrow_ends_and_the_next_begins(draw) -> None:
    gray, seen = page(draw)
    found = [symbol for symbol, _ in unseen(gray, rules(), [], seen, BY * DPI)]
    assert cells(found) == list(enumerate(FLOW))
    assert {drawing.raut for drawing in found} == {TERSIRAT}
    for row, (drawing, column) in enumerate(zip(found, FLOW, strict=True)):
        assert np.allclose(drawing.box.centre, middle(row, column), atol=14)


def test_the_arrows_lead_from_one_to_the_next() -> None:
    gray, seen = page(elbow)
    drawings = drawn_flow(gray, np.repeat(gray[:, :, None], 3, axis=2), rules(), seen, BY * DPI)
    symbols = [drawing for drawing in drawings if drawing.raut == TERSIRAT]
    lines = [drawing for drawing in drawings if drawing.jenis == "connector"]
    assert len(symbols) == len(FLOW)
    for a, b in pairwise(symbols):
        near = [
            line
            for line in lines
            if a.box.grown(12).holds(*line.points[0]) and b.box.grown(12).holds(*line.points[-1])
        ]
        assert [line.panah for line in near] == [(False, True)]


def from_the_rule(pen: np.ndarray, row: int, column: int, to: int) -> None:
    """An arrow from a symbol that fills its row down to the rule, to beside that of the next one."""
    (ax, ay), (bx, by) = middle(row, column), middle(row + 1, to)
    way, top = (1 if to > column else -1), ay + HIGH // 2 + 4
    if row == 1:
        top = by  # what leads down is lost
    cv2.polylines(pen, [np.array([[ax, top], [ax, by], [bx - way * 58, by]])], False, (0,), 3)
    tip = bx - way * 50
    cv2.fillPoly(pen, [np.array([[tip, by], [tip - way * 16, by - 7], [tip - way * 16, by + 7]])], (0,))


def test_an_arrow_may_begin_below_the_rule_or_only_where_it_turns() -> None:
    gray, seen = page(from_the_rule)
    found = [symbol for symbol, _ in unseen(gray, rules(), [], seen, BY * DPI)]
    assert cells(found) == list(enumerate(FLOW))


def test_where_a_symbol_is_seen_none_is_concluded() -> None:
    gray, seen = page(elbow)
    x, y = middle(2, FLOW[2])
    symbol = Drawing("contour", Box(x - 30, y - 18, x + 30, y + 18), closed=True)
    assert unseen(gray, rules(), [symbol], seen, BY * DPI) == []


def test_arrows_that_do_not_go_on_in_each_other_tell_nothing() -> None:
    # Each begins in another column than the one before it ends in.
    gray, seen = page(elbow, ((1, 2), (4, 5), (1, 2), (4, 5)))
    assert unseen(gray, rules(), [], seen, BY * DPI) == []


def test_two_arrows_to_different_columns_of_a_row_tell_nothing() -> None:
    gray, seen = page(elbow)
    elbows = np.full_like(gray, 250)
    elbow(elbows, 1, 5, 6)
    both = seen._replace(arrows=np.maximum(seen.arrows, smaller(250 - elbows)))
    assert unseen(np.minimum(gray, elbows), rules(), [], both, BY * DPI) == []


def test_a_form_without_arrows_has_no_symbols() -> None:
    gray, seen = page(elbow, ())
    assert unseen(gray, rules(), [], seen, BY * DPI) == []

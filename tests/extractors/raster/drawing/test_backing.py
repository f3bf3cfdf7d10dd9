"""What the network says of outlines, at its own 100 dpi."""

import cv2
import numpy as np

from extractors.raster.drawing.backing import (
    Backing,
    as_dark,
    backed,
    backing,
    closed,
    dark_as_others,
    filled_as_others,
    on_page,
    seen_as_others,
)
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import Maps
from extractors.sheets import Rule

DPI = 200.0
SIZE = (200, 300)
OUTLINE = np.array([[[100, 60]], [[260, 60]], [[260, 140]], [[100, 140]]], np.int32)
"""Of a box, in pixels of the page."""


def blank() -> Gray:
    return np.zeros(SIZE, np.uint8)


def sides(*lines: tuple[int, int, int, int], likely: int = 200) -> Gray:
    """Lines at half the size of the page."""
    told = blank()
    for x0, y0, x1, y1 in lines:
        cv2.line(told, (x0 // 2, y0 // 2), (x1 // 2, y1 // 2), (likely,), 2)
    return told


LEFT, RIGHT = (100, 60, 100, 140), (260, 60, 260, 140)
TOP, BOTTOM = (100, 60, 260, 60), (100, 140, 260, 140)


def seen(symbols: Gray, arrows: Gray) -> Maps:
    return Maps(blank(), blank(), symbols, arrows, blank())


def told(symbols: Gray, arrows: Gray) -> tuple[bool, bool]:
    return backed(OUTLINE, backing(seen(symbols, arrows)), DPI)


def test_an_outline_of_a_symbol_is_surely_one():
    assert told(sides(LEFT, RIGHT, TOP, BOTTOM), blank()) == (True, False)


def test_what_arrows_enclose_is_a_mesh():
    assert told(sides(LEFT), sides(RIGHT, TOP, BOTTOM)) == (False, True)


def test_of_what_the_network_does_not_see_it_says_nothing():
    assert told(blank(), blank()) == (False, False)


def test_a_line_beside_the_middle_of_an_outline_is_on_it():
    beside = Backing(sides(LEFT, RIGHT, TOP, BOTTOM), blank())
    moved = OUTLINE + np.array([4, -4], np.int32)
    assert not backed(moved, beside, DPI)[0]
    assert backed(moved, backing(seen(beside.symbols, blank())), DPI)[0]


def boxes(maps: Maps, rules: list[Rule]) -> list[tuple[int, ...]]:
    """To eight pixels: an outline is part of them or not."""
    return [
        tuple(8 * round(v / 8) for v in cv2.boundingRect(outline)) for outline in closed(maps, rules, DPI)
    ]


def test_a_symbol_whose_side_lies_on_a_rule_is_closed_by_it():
    maps = seen(sides(LEFT, TOP, BOTTOM), blank())
    assert boxes(maps, []) == []
    ((x, y, width, height),) = boxes(maps, [Rule(True, 260, 0, 399, 3)])
    assert abs(x - 100) <= 8
    assert abs(y - 60) <= 8
    assert abs(width - 160) <= 8
    assert abs(height - 80) <= 8


def test_a_worn_outline_is_closed():
    worn = sides(LEFT, RIGHT, TOP, BOTTOM)
    worn[25:35, 80:88] = 0
    assert len(set(boxes(seen(worn, blank()), []))) == 1


def test_a_part_of_a_map_lies_on_the_page_where_it_belongs():
    likely = blank()
    likely[50, 70] = 255
    part = on_page(likely, (120, 90), (40, 60), DPI)
    ys, xs = np.nonzero(part)
    assert part.shape == (40, 60)
    assert {abs(y + 90 - 100) <= 1 for y in ys} == {True}
    assert {abs(x + 120 - 140) <= 1 for x in xs} == {True}


def squares(*xs: int) -> list[list[tuple[float, float]]]:
    return [[(x, 60.0), (x + 40.0, 60.0), (x + 40.0, 140.0), (x, 140.0)] for x in xs]


def test_where_symbols_are_seen_what_is_not_is_none():
    all_ = squares(20, 120, 220, 320, 480)
    told = blank()
    for points in all_[:-1]:
        corners = np.rint(np.asarray(points) / 2).astype(np.int32)
        cv2.polylines(told, [corners], True, (200,), 2)
    maps = backing(seen(told, blank()))
    assert seen_as_others(all_, maps, DPI) == [True, True, True, True, False]
    # A filled form that its picture tells needs to be seen less.
    cv2.polylines(told, [np.rint(np.asarray(all_[-1]) / 2).astype(np.int32)], True, (45,), 2)
    maps = backing(seen(told, blank()))
    assert seen_as_others(all_, maps, DPI) == [True, True, True, True, False]
    assert seen_as_others(all_, maps, DPI, [False] * 4 + [True]) == [True] * 5
    # Two say nothing of how symbols look on a page, nor does a network that sees none.
    assert seen_as_others(all_[2:], maps, DPI) == [True, True, True]
    assert seen_as_others(all_, backing(seen(blank(), blank())), DPI) == [True] * 5


def test_outlines_far_paler_than_the_others_shine_through_from_the_back():
    all_ = squares(20, 120, 220, 320)
    gray = np.full((200, 420), 250, np.uint8)
    for points, shade in zip(all_, (60, 40, 60, 225), strict=True):
        cv2.polylines(gray, [np.rint(np.asarray(points)).astype(np.int32)], True, (shade,), 2)
    assert dark_as_others(all_, gray) == [True, True, True, False]
    assert dark_as_others(all_[2:], gray) == [True, True]
    dark = as_dark(all_, gray)
    assert dark[60, 30]
    assert not dark[60, 330]


def test_what_is_filled_in_the_grey_of_the_others_is_as_they_are():
    gray = np.full((200, 700), 250, np.uint8)
    outlines = squares(50, 150, 250, 350, 450, 550)
    for at, fill in enumerate((210, 214, 208, 212, 250, 120)):
        x, y = (round(v) for v in outlines[at][0])
        cv2.rectangle(gray, (x, y), tuple(round(v) for v in outlines[at][2]), (fill,), -1)
    sure = [True, True, True, False, False, False]
    assert filled_as_others(outlines, sure, gray) == [True, True, True, True, False, False]
    assert filled_as_others(outlines, [False] * 6, gray) == [False] * 6

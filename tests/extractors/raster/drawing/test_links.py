"""Pieces of ink between two symbols, whatever way they take."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.drawing import links as module
from extractors.sheets import Drawing

DPI = 200.0
SATU, DUA, TIGA = Box(40, 40, 140, 90), Box(300, 200, 400, 250), Box(40, 300, 140, 350)


def links(ink: np.ndarray, symbols: list[Drawing], corner: tuple[int, int], dpi: float):
    """The lines of a page without rules."""
    return module.links(ink, ink, np.zeros_like(ink), np.zeros_like(ink), symbols, corner, dpi)


def symbol(at: Box) -> Drawing:
    corners = ((at.x0, at.y0), (at.x1, at.y0), (at.x1, at.y1), (at.x0, at.y1))
    return Drawing("contour", at, corners, closed=True)


def page(*ways: list[tuple[int, int]]) -> np.ndarray:
    ink = np.zeros((420, 460), np.uint8)
    for at in (SATU, DUA, TIGA):
        cv2.rectangle(ink, (int(at.x0), int(at.y0)), (int(at.x1), int(at.y1)), (255,), 4)
    for way in ways:
        cv2.polylines(ink, [np.array(way)], False, (255,), 2)
    return ink


def test_a_slanted_line_with_a_filled_head_leads_to_it():
    ink = page([(140, 65), (300, 225)])
    cv2.fillPoly(ink, [np.array([[298, 223], [280, 215], [290, 205]])], (255,))
    found, used, _ = links(ink, [symbol(SATU), symbol(DUA)], (1000, 500), DPI)
    assert len(found) == 0  # the symbols lie elsewhere on the page
    found, used, _ = links(ink, [symbol(SATU), symbol(DUA)], (0, 0), DPI)
    assert len(found) == 1
    ends = sorted((found[0].points[0], found[0].points[-1]))
    assert ends[0][0] == 140
    assert ends[1][0] == 300
    assert used[145, 220] > 0


def test_a_bent_line_keeps_its_corner():
    found, _, _ = links(page([(90, 90), (90, 225), (300, 225)]), [symbol(SATU), symbol(DUA)], (0, 0), DPI)
    assert len(found) == 1
    assert min(abs(x - 90) + abs(y - 225) for x, y in found[0].points) < 12


def test_a_line_that_three_symbols_share_is_left_to_be_followed():
    ink = page([(90, 90), (90, 300)], [(90, 225), (300, 225)])
    found, used, _ = links(ink, [symbol(SATU), symbol(DUA), symbol(TIGA)], (0, 0), DPI)
    assert found == []
    assert not used.any()


def test_the_inner_and_the_outer_edge_of_one_symbol_are_not_tied():
    inner = symbol(Box(SATU.x0 + 5, SATU.y0 + 5, SATU.x1 - 5, SATU.y1 - 5))
    found, _, _ = links(page([(90, 90), (90, 180)]), [symbol(SATU), inner], (0, 0), DPI)
    assert found == []


def test_a_piece_that_points_at_a_third_symbol_is_left_to_be_followed():
    ink = page([(90, 90), (90, 225), (300, 225)], [(90, 225), (90, 280)])
    symbols = [replace(symbol(at), raut="kotak", keyakinan=0.9) for at in (SATU, DUA, TIGA)]
    found, used, _ = links(ink, symbols, (0, 0), DPI)
    assert found == []
    assert not used.any()


def test_a_stub_that_ends_at_a_rule_goes_on_along_it_to_the_other():
    ink = page([(90, 90), (90, 145)], [(350, 145), (350, 200)])
    ruled = np.zeros_like(ink)
    ruled[140:150] = 255
    ink[140:150] = 0
    symbols = [replace(symbol(at), raut="kotak", keyakinan=0.9) for at in (SATU, DUA)]
    (found,), _, _ = module.links(ink, ink, ruled, np.zeros_like(ink), symbols, (0, 0), DPI)
    assert {round(y) for _, y in found.points} & set(range(140, 150))
    assert [round(found.points[at][0]) for at in (0, -1)] in ([90, 350], [350, 90])


def test_a_line_that_runs_beside_a_side_ends_where_it_turns_to_it():
    ink = page([(90, 90), (90, 190), (380, 190), (380, 200)])
    ruled = np.zeros_like(ink)
    ink[120:130], ruled[120:130] = 0, 255
    symbols = [replace(symbol(at), raut="kotak", keyakinan=0.9) for at in (SATU, DUA)]
    (found,), _, _ = module.links(ink, ink, ruled, np.zeros_like(ink), symbols, (0, 0), DPI)
    assert abs(max(found.points)[0] - 380) <= 3


def test_a_slanted_line_among_others_is_found():
    ink = page([(140, 80), (300, 215)], [(90, 90), (90, 300)], [(140, 325), (220, 325), (220, 147)])
    symbols = [replace(symbol(at), raut="kotak", keyakinan=0.9) for at in (SATU, DUA, TIGA)]
    found, used, _ = links(ink, symbols, (0, 0), DPI)
    slanted = [line for line in found if min(line.box.width, line.box.height) > 20]
    assert [(line.box.x0, line.box.x1) for line in slanted] == [(140, 300)]
    assert used[147, 220] > 0
    assert not used[250, 220]


@pytest.mark.parametrize("at", [112, 147])
def test_what_the_network_sees_on_a_rule_is_the_way_of_a_line(at: int):
    ink = page([(90, 90), (90, 105)], [(350, 155), (350, 200)])
    ruled, told = np.zeros_like(ink), np.zeros_like(ink)
    ruled[105:155] = 255
    told[at - 1 : at + 2, 90:350] = 255
    symbols = [replace(symbol(place), raut="kotak", keyakinan=0.9) for place in (SATU, DUA)]
    (found,), _, _ = module.links(ink, ink, ruled, told, symbols, (0, 0), DPI)
    assert any(abs(y - at) <= 3 for _, y in found.points)

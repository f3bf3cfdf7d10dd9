"""Ruled lines and lines of the flow that run beside them."""

import numpy as np

from extractors.raster.drawing.ruling import erase, of_table
from extractors.sheets import Rule

DPI = 200.0


def test_a_line_of_the_flow_that_passed_for_a_rule_is_none():
    rows = [Rule(False, y, 100, 1500, 3) for y in (100, 200, 300)]
    columns = [Rule(True, x, 100, 300, 3) for x in (100, 400, 600, 1500)]
    flow = Rule(False, 250, 400, 600, 3)
    assert of_table([*rows, flow, *columns], DPI) == [*rows, *columns]


def test_a_small_table_beside_a_large_one_keeps_its_rules():
    large = [Rule(False, y, 100, 1500, 3) for y in (100, 900)] + [
        Rule(True, x, 100, 900, 3) for x in (100, 1500)
    ]
    small = [Rule(False, y, 100, 1500, 3) for y in (1000, 1100)] + [
        Rule(True, x, 1000, 1100, 3) for x in (110, 800, 1490)
    ]
    assert sorted(of_table([*large, *small], DPI), key=str) == sorted([*large, *small], key=str)


def test_pieces_of_one_broken_rule_count_together():
    pieces = [Rule(False, 200, 100, 500, 3), Rule(False, 201, 900, 1500, 3)]
    whole = [Rule(False, 100, 100, 1500, 3), Rule(True, 100, 100, 200, 3), Rule(True, 1500, 100, 201, 3)]
    assert sorted(of_table([*whole, *pieces], DPI), key=str) == sorted([*whole, *pieces], key=str)


def test_a_line_close_beside_a_rule_stays():
    mask = np.zeros((60, 600), np.uint8)
    mask[20:23, :] = 255
    mask[26:29, 200:400] = 255
    erase(mask, Rule(False, 21, 0, 599, 3), (0, 0), DPI)
    assert not mask[15:25].any()
    assert mask[26:29, 210:390].all()


def test_a_rule_that_is_not_quite_level_goes_all_the_way():
    mask = np.zeros((60, 600), np.uint8)
    for x in range(600):
        at = 20 + round(x / 120)
        mask[at : at + 3, x] = 255
    erase(mask, Rule(False, 22.5, 0, 599, 3), (0, 0), DPI)
    assert (mask > 0).mean() < 0.004


def test_both_lines_of_a_double_rule_go_upright_ones_too():
    mask = np.zeros((400, 60), np.uint8)
    mask[:, 20:22] = mask[:, 26:28] = 255
    erase(mask, Rule(True, 123.5, 0, 399, 8), (100, 0), DPI)
    assert not mask.any()


def double(*strokes: slice) -> np.ndarray:
    """A double line, its strokes thicker than they were measured."""
    mask = np.zeros((60, 600), np.uint8)
    for stroke in (slice(20, 24), slice(28, 32), *strokes):
        mask[stroke, :] = 255
    return mask


def test_a_double_rule_goes_whole_though_it_was_measured_too_thin():
    mask = double()
    erase(mask, Rule(False, 25.5, 0, 599, 9), (0, 0), DPI)
    assert not mask.any()


def test_a_line_of_the_flow_that_touches_a_double_rule_stays():
    mask = double()
    mask[32:35, 200:400] = 255
    erase(mask, Rule(False, 25.5, 0, 599, 9), (0, 0), DPI)
    assert mask[33:35, 210:390].all()
    assert not mask[:, :180].any()


def test_a_line_beside_a_double_rule_is_not_taken_for_one_of_its_strokes():
    mask = double()
    mask[36:40, 200:400] = 255
    erase(mask, Rule(False, 25.5, 0, 599, 9), (0, 0), DPI)
    assert mask[36:40, 210:390].all()
    assert not mask[:32].any()

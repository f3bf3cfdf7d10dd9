"""Stubs too short to be pieces of ink of their own, or on a rule, at 200 dpi."""

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.stubs import headed, short

DPI = 200.0
SIMBOL = Box(40, 40, 140, 90)


def shown(*, line: bool, rule: bool) -> list[tuple[float, float]]:
    """The stubs of a symbol to the right of which an upright rule stands, a line or a level rule leading to it."""
    whole, ruled = np.zeros((200, 260), np.uint8), np.zeros((200, 260), np.uint8)
    whole[:, 158:163], ruled[:, 160] = 255, 255
    if line:
        cv2.line(whole, (140, 65), (160, 65), (255,), 3)
    if rule:
        whole[78:83], ruled[80] = 255, 255
    return [stub.at for stub in short(whole, ruled, {0: SIMBOL}, {0: []}, DPI)]


def test_a_line_up_to_the_next_rule_is_a_stub():
    ((x, y),) = shown(line=True, rule=False)
    assert 155 <= x <= 160
    assert abs(y - 65) <= 2


def test_a_rule_that_crosses_the_next_one_is_none():
    assert shown(line=False, rule=True) == []
    assert len(shown(line=True, rule=True)) == 1


def pointed(
    *, head: bool, rule: bool = True, across: bool = False, at: int = 90
) -> list[tuple[float, float]]:
    """The headed stubs of a symbol below whose middle, or beside that, a rule stands, with a head on it or none."""
    whole, ruled = np.zeros((260, 260), np.uint8), np.zeros((260, 260), np.uint8)
    if rule:
        whole[:, at - 2 : at + 3], ruled[:, at] = 255, 255
    if across:
        whole[108:113], ruled[110] = 255, 255
    if head:
        for x in (at - 9, at + 9):
            cv2.line(whole, (at, 96), (x, 112), (255,), 3)
    return [stub.at for stub in headed(whole, ruled, {0: SIMBOL}, DPI)]


def test_a_head_on_a_rule_that_points_at_the_middle_of_a_side_is_a_stub():
    ((x, y),) = pointed(head=True)
    assert x == 90
    assert 90 <= y <= 96


def test_a_rule_without_a_head_or_beside_the_middle_is_none():
    assert pointed(head=False) == []
    assert pointed(head=False, across=True) == []
    assert pointed(head=True, at=60) == []
    assert pointed(head=True, rule=False) == []

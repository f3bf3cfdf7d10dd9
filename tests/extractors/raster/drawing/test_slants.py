"""Straight ways through ink that lie along no axis."""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.drawing.slants import slanted_ways

DPI = 200.0
A, B, C = (20.0, 20.0), (300.0, 110.0), (20.0, 110.0)


def inked(*lines: tuple[tuple[float, float], tuple[float, float]]) -> NDArray[np.bool_]:
    ink = np.zeros((200, 400), np.uint8)
    for a, b in lines:
        cv2.line(ink, (int(a[0]), int(a[1])), (int(b[0]), int(b[1])), (255,), 3)
    return ink > 0


def test_a_slanted_line_that_others_cross_leads_from_one_to_the_other():
    ink = inked((A, B), (C, B), ((150.0, 10.0), (150.0, 190.0)))
    assert [way[:2] for way in slanted_ways(ink, {1: [A], 2: [B], 3: [C]}, DPI)] == [(1, 2)]


def test_a_line_along_an_axis_is_followed_otherwise():
    assert list(slanted_ways(inked((C, B)), {2: [B], 3: [C]}, DPI)) == []


def test_a_way_without_ink_is_none():
    assert list(slanted_ways(inked((A, C), (C, B)), {1: [A], 2: [B], 3: [C]}, DPI)) == []


def test_an_end_is_of_one_line():
    far = (300.0, 113.0)
    ways = list(slanted_ways(inked((A, B), (A, far)), {1: [A], 2: [B], 3: [far]}, DPI))
    assert len(ways) == 1

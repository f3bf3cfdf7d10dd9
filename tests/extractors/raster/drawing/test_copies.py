"""Outlines as others of their page, of which not all is seen; the maps have half the size of the page."""

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.copies import copies
from extractors.raster.learned import Maps
from extractors.sheets import Drawing

DPI = 200.0
KNOWN = Drawing(
    "contour",
    Box(100, 60, 180, 120),
    ((100, 60), (180, 60), (180, 120), (100, 120)),
    raut="kotak",
    keyakinan=0.97,
)


def maps(*lines: Sequence[tuple[float, float]]) -> Maps:
    """What the network sees of lines given in pixels of the page."""
    told = np.zeros((300, 400), np.uint8)
    for line in lines:
        cv2.polylines(told, [np.asarray(line).astype(np.int32) // 2], False, (200,), 2)
    none = np.zeros_like(told)
    return Maps(none, none, told, none, none)


def boxes(seen: Maps) -> list[tuple[int, ...]]:
    return [tuple(cv2.boundingRect(outline)) for outline in copies([KNOWN], seen, DPI)]


def near(box: tuple[int, ...], x: int, y: int, w: int, h: int) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(box, (x, y, w, h), strict=True))


def test_a_box_with_gaps_is_found_where_it_has_the_size_of_another() -> None:
    top, rest = ((400, 300), (436, 300)), ((446, 300), (480, 300), (480, 360), (404, 360))
    assert any(near(box, 400, 300, 80, 60) for box in boxes(maps(top, rest, ((400, 356), (400, 304)))))


def test_a_diamond_of_that_size_is_one_too_though_none_is_known() -> None:
    found = boxes(maps(((408, 324), (440, 300), (480, 330)), ((474, 336), (440, 360), (400, 330))))
    assert any(near(box, 400, 300, 80, 60) for box in found)


def test_what_lacks_a_side_or_is_larger_is_none() -> None:
    assert boxes(maps(((400, 360), (400, 300), (480, 300), (480, 360)))) == []
    assert boxes(maps(((400, 300), (560, 300), (560, 400), (400, 400), (400, 300)))) == []


def test_the_known_one_itself_is_not_told_again() -> None:
    assert boxes(maps([*KNOWN.points, KNOWN.points[0]])) == []

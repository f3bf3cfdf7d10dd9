"""Pieces of lines out of what is likely at each pixel."""

import cv2
import numpy as np
import pytest

from extractors.raster.rules.lines import lines
from extractors.raster.rules.strokes import Stroke, evidence, shade, without_pale

DPI = 100.0


def test_a_border_that_the_edge_of_the_sheet_runs_into_stays_whole_and_in_its_place() -> None:
    likely = np.zeros((120, 1170), np.uint8)
    cv2.line(likely, (34, 34), (1138, 34), 255, 2)
    cv2.line(likely, (560, 21), (1169, 36), 255, 2)  # the shade along a sheet that lies askew
    found = lines(evidence(likely, np.zeros_like(likely), likely, DPI).pieces, DPI)
    border = max(found, key=lambda line: line.length)
    assert border.start < 40
    assert border.end > 1130
    assert all(abs(border.at(x) - 33.5) < 1.5 for x in range(40, 1130, 10))


def test_a_bent_line_is_not_taken_apart() -> None:
    likely = np.zeros((120, 1170), np.uint8)
    bend = np.array([[x, round(50 + 10 * np.sin(x / 1170 * np.pi))] for x in range(20, 1150)], np.int32)
    cv2.polylines(likely, [bend], False, 255, 2)
    found = lines(evidence(likely, np.zeros_like(likely), likely, DPI).pieces, DPI)
    assert [(line.start < 25, line.end > 1145) for line in found] == [(True, True)]


def test_a_patch_of_crossed_strokes_is_taken_apart_and_no_further() -> None:
    likely = np.zeros((60, 200), np.uint8)
    for y, start in ((20, 30), (23, 20), (26, 30)):
        likely[y, start:180] = 255
    likely[20:27, 30:180:30] = 255
    assert 1 <= len(evidence(likely, np.zeros_like(likely), likely, DPI).pieces) <= 12


def test_of_a_piece_that_the_back_of_the_sheet_goes_on_with_the_dark_end_is_left() -> None:
    ink = np.full((60, 400), 5, np.uint8)
    ink[19:22, 100:300] = 30
    ink[19:22, 280:] = 200
    ink[39:42, :] = 200
    pieces = [
        Stroke(100.0, 300.0, 20.0, 20.0, 2.0, 250.0),
        Stroke(300.0, 400.0, 20.0, 20.0, 2.0, 250.0),
        Stroke(0.0, 400.0, 40.0, 40.0, 2.0, 250.0),
    ]
    kept = without_pale(pieces, ink)
    assert [(piece.start, piece.end) for piece in kept] == [(280.0, 300.0), (300.0, 400.0), (0.0, 400.0)]


def test_a_rule_of_the_back_that_black_and_white_made_dots_of_is_pale_where_none_is_between() -> None:
    ink = np.full((80, 400), 5, np.uint8)
    ink[19:22, :] = 60
    ink[39:42, :] = 240
    ink[59:62, :] = 250
    rows = [Stroke(0.0, 400.0, y, y, 2.0, 250.0) for y in (20.0, 40.0, 60.0)]
    assert [piece.first for piece in without_pale(rows, ink)] == [40.0, 60.0]
    ink[39:42, :] = 110  # a page on which the darkness of rules is a matter of degree
    assert without_pale(rows, ink) == rows


@pytest.mark.parametrize("end", [20, 21, 22, 23, 57.5, 400])
def test_the_shade_of_a_piece_is_the_upper_quartile_of_its_pixels(end: float) -> None:
    ink = np.random.default_rng(3).integers(0, 256, (40, 120), dtype=np.uint8)
    xs = np.clip(np.arange(19, max(20, int(end))), 0, 119)
    expected = float(np.percentile(ink[9:12, xs].max(axis=0), 75))
    assert shade(Stroke(19.5, end, 10.0, 10.0, 2.0, 200.0), ink) == expected

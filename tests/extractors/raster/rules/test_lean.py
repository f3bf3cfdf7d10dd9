"""What rules still lean on a page that is upright."""

import cv2
import numpy as np
import pytest

from extractors.raster.geometry import upright
from extractors.raster.learned import Maps
from extractors.raster.page import prepare
from extractors.raster.rules.lean import leaning
from tests.extractors.raster import drawn
from tests.extractors.raster.test_page import COLUMNS, ROWS, on_input, tables

SIDE = 800


def seen(lean: float, *, fan: float = 0.0, apart: int = 170) -> Maps:
    """Eight level rules and eight upright ones that lean, more of them to the right, as far as the network sees them: in pieces."""
    level, plumb = (np.zeros((SIDE, SIDE), np.uint8) for _ in range(2))
    for at in range(80, SIDE, 90):
        cv2.line(level, (60, at), (740, at), 255, 3)
        slope = lean + fan * at / SIDE
        ends = [round(at + slope * (y - SIDE / 2)) for y in (60, 740)]
        cv2.line(plumb, (ends[0], 60), (ends[1], 740), 255, 3)
    for at in range(0, SIDE, apart):
        plumb[at : at + 4] = 0
    nothing = np.zeros((SIDE, SIDE), np.uint8)
    return Maps(level, plumb, nothing, nothing, nothing)


@pytest.mark.parametrize(("lean", "fan"), [(0.02, 0.0), (-0.03, 0.0), (0.008, 0.012)])
def test_upright_rules_that_lean_are_told(lean, fan):
    found = leaning(seen(lean, fan=fan))
    assert found is not None
    level, plumb = found
    assert (level.first, level.last) == (0.0, 0.0)
    assert (plumb.first, plumb.last) == pytest.approx((lean, lean + fan), abs=0.003)


def test_rules_in_short_pieces_are_told_by_how_sharply_they_stand_side_by_side():
    found = leaning(seen(0.02, apart=30))
    assert found is not None
    assert (found[1].first, found[1].last) == pytest.approx((0.02, 0.02), abs=0.003)


def test_straight_rules_lean_nowhere():
    assert leaning(seen(0.0)) is None


def test_a_page_without_rules_leans_nowhere():
    nothing = np.zeros((SIDE, SIDE), np.uint8)
    assert leaning(Maps(nothing, nothing, nothing, nothing, nothing)) is None


def test_a_page_whose_ink_does_not_tell_is_straightened_by_its_rules(monkeypatch):
    monkeypatch.setattr(upright, "_straightened", lambda _, matrix, size, *__, **___: (matrix, size))
    shear = np.array(((1, 0.03, -0.03 * drawn.HEIGHT / 2), (0, 1, 0)), np.float64)
    size = (drawn.WIDTH, drawn.HEIGHT)
    leant = cv2.warpAffine(drawn.page(), shear, size, borderValue=(255, 255, 255))
    found = prepare(np.asarray(leant, np.uint8))
    (table,) = tables(found)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)
    for x, y in ((0, 0), (COLUMNS, 0), (0, ROWS)):
        u, v = shear @ (drawn.XS[x], drawn.YS[y], 1)
        there = on_input(found, table.xs[x] / 72 * found.dpi, table.ys[y] / 72 * found.dpi)
        assert there == pytest.approx((u / drawn.WIDTH, v / drawn.HEIGHT), abs=0.003)

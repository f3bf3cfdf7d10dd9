"""Rules that only ink tells of."""

import numpy as np
import pytest

from extractors.raster.rules.ink_runs import with_runs
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke

DPI = 100.0


def line(start: float, end: float, at: float) -> Line:
    return Line((Stroke(start, end, at, at, 2.0, 240.0),))


KNOWN = [line(50, 450, 20), line(50, 450, 180)]
SIDES = [line(20, 180, 50), line(20, 180, 450)]


def page(start: int, end: int, *, at: int = 100, thick: int = 1) -> np.ndarray:
    """A run of ink with a row of letters that touch it from below."""
    ink = np.full((200, 500), 6, np.uint8)
    ink[at + 1 : at + 12, start + 40 : start + 200 : 6] = 150
    ink[at : at + thick, start:end] = 80
    return ink


def test_a_run_from_side_to_side_is_a_rule() -> None:
    found = with_runs(KNOWN, SIDES, page(50, 451), DPI)
    assert [(one.start, one.end, one.mean) for one in found[2:]] == [(50, 451, 100)]


@pytest.mark.parametrize(
    "ink",
    [
        page(80, 451),
        page(50, 420),
        page(50, 451, thick=12),
        page(50, 451, at=22),
        np.where(np.arange(500) % 60 < 3, 6, page(50, 451)).astype(np.uint8),
    ],
    ids=["begins elsewhere", "ends elsewhere", "filled", "beside a rule", "broken"],
)
def test_what_is_no_rule(ink: np.ndarray) -> None:
    assert with_runs(KNOWN, SIDES, ink, DPI) == KNOWN


def test_a_run_beside_rules_that_end_above_it_is_none() -> None:
    short = [line(20, 60, 50), line(20, 60, 450)]
    assert with_runs(KNOWN, short, page(50, 451), DPI) == KNOWN

"""Corners within a table, where one of two lines lost a piece."""

import numpy as np
import pytest

from extractors.raster.rules.corners import HINT, without_corners
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Evidence, Stroke
from extractors.raster.rules.tables import Table

DPI = 100.0


def line(at: float, start: float, end: float) -> Line:
    return Line((Stroke(start, end, at, at, 2.0, 200.0),))


def shown(at: int, start: int, end: int, how: float) -> Evidence:
    """What a page shows in one direction: something like a rule at one place."""
    likely = np.zeros((700, 700), np.uint8)
    likely[at - 1 : at + 2, start:end] = round(how)
    return Evidence(likely, np.zeros_like(likely), likely, [])


NOTHING = shown(10, 0, 0, 0)


def ends(level: Evidence, plumb: Evidence) -> tuple[float, float]:
    """Where the lines begin and end that make a corner within a form: logo, labels and values above two boxes."""
    form = Table(
        [line(100, 50, 650), line(300, 200, 650), line(600, 50, 650)],
        [line(50, 100, 600), line(200, 100, 300), line(650, 100, 600)],
    )
    whole = without_corners(form, level, plumb, DPI)
    return whole.level[1].start, whole.plumb[1].end


@pytest.mark.parametrize(
    ("level", "plumb", "expected"),
    [
        (shown(300, 50, 200, 2 * HINT), NOTHING, (50, 300)),
        (NOTHING, shown(200, 300, 600, 2 * HINT), (200, 600)),
        (shown(300, 50, 200, 3 * HINT), shown(200, 300, 600, 2 * HINT), (50, 300)),
        (shown(300, 50, 200, HINT / 2), NOTHING, (200, 300)),
    ],
    ids=["to the left", "downward", "the likelier one", "nothing seen"],
)
def test_the_line_along_whose_way_on_more_is_seen_goes_on(
    level: Evidence, plumb: Evidence, expected: tuple[float, float]
) -> None:
    assert ends(level, plumb) == expected


def test_the_corners_of_a_frame_stay() -> None:
    frame = Table([line(100, 50, 650), line(600, 50, 650)], [line(50, 100, 600), line(650, 100, 600)])
    loud = shown(100, 0, 700, 255)
    assert without_corners(frame, loud, loud, DPI) == frame

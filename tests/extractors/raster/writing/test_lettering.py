"""Writing that shows by its shape where nobody can read it."""

import cv2
import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.writing.lettering import letters_in
from extractors.raster.writing.marks_in_cells import marks_of

CELL = Box(10, 10, 190, 90)
LETTER = 20.0


def seen(*boxes: tuple[int, int, int, int], grey: int = 0) -> Box | None:
    """What is found in a cell in which some boxes, given by their sides, are filled."""
    picture = np.full((100, 200), 250, np.uint8)
    for x0, y0, x1, y1 in boxes:
        cv2.rectangle(picture, (x0, y0), (x1, y1), grey, 3)
    return letters_in(picture, marks_of(picture, LETTER), CELL)


def test_letters_stand_side_by_side():
    found = seen((40, 40, 52, 58), (58, 40, 70, 58))
    assert found is not None
    assert (found.x0, found.x1) == pytest.approx((40, 71), abs=3)


def test_letters_grown_together_are_writing():
    assert seen((40, 42, 90, 58)) is not None


@pytest.mark.parametrize(
    "boxes",
    [
        (),
        ((40, 40, 52, 58),),
        ((40, 20, 52, 36), (40, 60, 52, 76)),
        ((40, 40, 52, 58), (120, 40, 132, 58)),
        ((40, 20, 120, 75),),
    ],
    ids=["nothing", "one", "one below the other", "far apart", "a symbol"],
)
def test_pieces_of_a_flow_are_none(boxes: tuple[tuple[int, int, int, int], ...]):
    assert seen(*boxes) is None


def test_what_shines_through_is_none():
    assert seen((40, 40, 52, 58), (58, 40, 70, 58), grey=190) is None

"""Outlines of freely drawn shapes in old workbooks."""

import struct

from extractors.boxes import Box
from extractors.office.biff_outlines import outline

FORMULA = 0x80000000
LINES = (0x4000, 3, 0x6001, 0x8000)


def options(corners, segments=LINES, headless: bool = False) -> tuple[bytes, int]:
    """The options of a shape with an outline; ``headless`` leaves the heads of the arrays out of their lengths."""
    arrays = [
        (
            325,
            struct.pack("<HHH", len(corners), len(corners), 8)
            + b"".join(struct.pack("<II", *c) for c in corners),
        ),
        (
            326,
            struct.pack("<HHH", len(segments), len(segments), 2)
            + b"".join(struct.pack("<H", s) for s in segments),
        ),
    ]
    plain = struct.pack("<HI", 320, 0)
    heads = b"".join(struct.pack("<HI", 0x8000 | name, len(data) - 6 * headless) for name, data in arrays)
    return plain + heads + b"".join(data for _, data in arrays), 3


def test_corners_lie_in_the_box_whichever_way_lengths_count():
    for headless in (False, True):
        found = outline(*options([(0, 1), (1, 0), (2, 1), (1, 2)], headless=headless))
        assert found is not None
        assert not found.curved
        assert found.within(Box(10, 20, 30, 60), (False, False)) == ((10, 40), (20, 20), (30, 40), (20, 60))
        assert found.within(Box(10, 20, 30, 60), (True, False))[0] == (30, 40)


def test_formula_in_a_form_of_four_corners_is_the_far_side():
    far = FORMULA | 3
    found = outline(*options([(0, 0), (far, 0), (far, far), (0, far)]))
    assert found is not None
    assert found.points == ((0, 0), (1, 0), (1, 1), (0, 1))


def test_corners_that_only_formulas_give_are_ends_of_curves():
    corners = [
        (0xD93, 0),
        (0x46CD, 0),
        (FORMULA | 1, FORMULA | 2),
        (0xD93, 0x5460),
        (FORMULA | 3, FORMULA | 4),
    ]
    found = outline(*options(corners))
    assert found is not None
    assert found.curved
    assert found.points == ()


def test_shape_without_an_outline():
    assert outline(struct.pack("<HI", 320, 0), 1) is None

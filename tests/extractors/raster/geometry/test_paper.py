"""Paper on a darker ground, in even light and with a shadow over it."""

import cv2
import numpy as np
import pytest

from extractors.raster.geometry.paper import Gray, corners, is_grey

SHEET = np.array([[60, 50], [560, 40], [550, 380], [40, 390]], dtype=np.float64)


def photo(shadow: float) -> Gray:
    """A white sheet with some print on a desk, its left third in a shadow that leaves this share of the light."""
    picture = np.full((430, 600), 80, np.float64)
    cv2.fillConvexPoly(picture, SHEET.astype(np.int32), (230,))
    cv2.rectangle(picture, (120, 90), (500, 250), (60,), 2)
    x = np.arange(600.0)
    light = shadow + (1 - shadow) / (1 + np.exp((220 - x) / 25))
    return np.clip(picture * light, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("shadow", [1.0, 0.8, 0.6, 0.5, 0.4, 0.3])
def test_all_of_the_paper_is_found_also_where_a_shadow_lies_on_it(shadow: float) -> None:
    found = corners(photo(shadow))
    assert found is not None
    assert np.abs(found - SHEET).max() < 8


@pytest.mark.parametrize(("x", "light"), [(100, 170), (280, 215)])
def test_a_finger_that_holds_the_paper_is_no_part_of_it(x: int, light: int) -> None:
    held = photo(0.7)
    cv2.ellipse(held, (x, 405), (22, 60), 8, 0, 360, (light,), -1)
    found = corners(held)
    assert found is not None
    assert np.abs(found - SHEET).max() < 8


def test_a_scan_has_no_corners() -> None:
    page = np.full((600, 430), 245, np.uint8)
    cv2.rectangle(page, (40, 40), (390, 300), (20,), 2)
    assert corners(page) is None
    half = page.copy()
    half[:, :200] = 150
    assert corners(half) is None


def test_one_coloured_pixel_makes_a_picture_one_of_colours() -> None:
    page = np.full((200, 150, 3), 245, np.uint8)
    assert is_grey(page)
    for at in ((0, 0), (131, 140)):
        for colour in range(3):
            tinted = page.copy()
            tinted[(*at, colour)] = 240
            assert not is_grey(tinted)

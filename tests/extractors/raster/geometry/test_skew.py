"""Text that leans otherwise at the foot of a page than at its head."""

import cv2
import numpy as np
import pytest

from extractors.raster.geometry import lie, skew
from extractors.raster.geometry.upright import upright

DPI = 150.0
HEIGHT, WIDTH = 1754, 1240


def _page(foot: float) -> np.ndarray:
    """Lines of text below a level frame, ever steeper: the slope of the last one is ``foot``."""
    page = np.full((HEIGHT, WIDTH), 255, np.uint8)
    cv2.rectangle(page, (120, 100), (1120, 180), 0, 2)
    for y in range(260, HEIGHT - 160, 34):
        cv2.putText(
            page, "Standar ini dimaksudkan untuk melakukan tindak lanjut hal", (120, y), 0, 0.9, (0,), 2
        )
    down, across = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    return cv2.remap(
        page, across, down - foot * down / HEIGHT * (across - WIDTH / 2), cv2.INTER_LINEAR, borderValue=(255,)
    )


def _text(gray: np.ndarray, dpi: float) -> skew.Slopes | None:
    return skew.of_text(lie.written(lie.ink(gray, dpi), dpi), dpi, gray.shape[0])


def test_lines_say_how_they_lean_from_head_to_foot():
    found = _text(_page(0.03), DPI)
    assert found is not None
    assert found.first == pytest.approx(0.0, abs=0.004)
    assert found.last == pytest.approx(0.03, abs=0.004)


def test_a_page_with_text_in_one_place_only_says_nothing():
    page = _page(0.03)
    page[HEIGHT // 3 :] = 255
    assert _text(page, DPI) is None


def test_rules_at_the_head_of_a_page_do_not_say_how_its_foot_lies():
    page = upright(np.repeat(_page(0.03)[..., None], 3, axis=2))
    left = _text(page.gray, page.dpi)
    assert left is not None
    assert abs(left.first) < 0.004
    assert abs(left.last) < 0.006

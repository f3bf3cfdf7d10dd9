"""Headings without specks that are thinner than the strokes of their letters."""

import cv2
import numpy as np

from extractors.raster.writing.specks import without_specks


def _name(thick: int = 6) -> np.ndarray:
    page = np.full((90, 340), 255, np.uint8)
    cv2.putText(page, "Pengurus", (20, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.8, 0, thick)
    return page


def test_dots_around_and_on_letters_go_and_the_letters_stay() -> None:
    name = _name()
    dots = np.random.default_rng(3).random(name.shape) < 0.12
    clean = without_specks(np.where(dots, 0, name).astype(np.uint8))
    assert clean is not None
    letters = name < 128
    near = cv2.dilate(letters.astype(np.uint8), np.ones((13, 13), np.uint8)) > 0
    assert (clean[letters] < 128).mean() > 0.97
    assert (clean[~near] < 128).mean() < 0.01


def test_a_clean_heading_and_thin_letters_are_left_alone() -> None:
    assert without_specks(_name()) is None
    assert without_specks(_name(thick=1)) is None
    assert without_specks(np.full((40, 90), 255, np.uint8)) is None

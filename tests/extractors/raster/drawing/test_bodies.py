"""Bodies: filled forms and what outlines enclose, at 200 dpi."""

import cv2
import numpy as np
import pytest

from extractors.raster.drawing.bodies import enclosed, filled, is_filled, without_heads
from extractors.raster.geometry.lie import ink

DPI = 200.0


def page() -> np.ndarray:
    return np.full((300, 400), 250, np.uint8)


def sizes(outlines) -> set[tuple[int, int]]:
    return {(w, h) for _, _, w, h in map(cv2.boundingRect, outlines)}


def near(found: set[tuple[int, int]], width: int, height: int) -> bool:
    return any(abs(w - width) <= 5 and abs(h - height) <= 5 for w, h in found)


@pytest.mark.parametrize("grey", [40, 150, 200, 225])
def test_a_filled_circle_is_found_in_its_whole_size_whatever_its_grey(grey: int):
    gray = page()
    cv2.circle(gray, (200, 150), 18, (grey,), -1)
    cv2.circle(gray, (200, 150), 18, (min(grey, 120),), 2)
    cv2.line(gray, (200, 168), (200, 290), (0,), 2)
    assert near(sizes(filled(gray, DPI)), 38, 38)


def test_a_paragraph_is_no_filled_form():
    gray = page()
    for line in range(5):
        cv2.putText(gray, "surat pengantar", (40, 80 + 22 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.6, (0,), 2)
    assert not list(filled(gray, DPI))


def test_a_word_across_an_outline_does_not_part_the_body():
    gray = page()
    cv2.circle(gray, (200, 150), 24, (0,), 2)
    cv2.putText(gray, "Mulai", (168, 157), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0,), 2)
    cv2.line(gray, (200, 174), (200, 290), (0,), 2)
    (body,) = enclosed(ink(gray, DPI), DPI)
    _, _, width, height = cv2.boundingRect(body)
    assert 44 <= width <= 72
    assert 44 <= height <= 60


def test_a_pale_filling_of_any_grain_is_found_beside_a_double_rule():
    gray = page()
    for x in (120, 128):
        cv2.line(gray, (x, 0), (x, 299), (0,), 2)
    gray = np.asarray(cv2.GaussianBlur(gray, (0, 0), 2.0), np.uint8)
    gray[100:170, 135:267] = 222
    noise = np.random.default_rng(1).normal(0, 4, gray.shape)
    grainy = np.clip(gray + noise, 0, 255).astype(np.uint8)
    assert near(sizes(filled(grainy, DPI)), 132, 70)


def outline_of(gray: np.ndarray) -> np.ndarray:
    (found,) = cv2.findContours(255 - gray, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]
    return found


def test_the_heads_of_arrows_that_touch_a_body_are_none_of_it():
    gray = np.full((300, 400), 255, np.uint8)
    cv2.rectangle(gray, (170, 140), (230, 172), (0,), -1)
    plain = outline_of(gray)
    assert without_heads(plain, DPI) is None
    cv2.fillPoly(gray, [np.asarray([(200, 172), (191, 190), (209, 190)], np.int32)], (0,))
    cv2.fillPoly(gray, [np.asarray([(230, 156), (248, 147), (248, 165)], np.int32)], (0,))
    rest = without_heads(outline_of(gray), DPI)
    assert rest is not None
    x, y, w, h = cv2.boundingRect(rest)
    assert abs(x - 170) <= 2
    assert abs(y - 140) <= 2
    assert abs(w - 61) <= 3
    assert abs(h - 33) <= 3


def test_of_what_is_narrow_nothing_is_left_without_heads():
    gray = np.full((300, 400), 255, np.uint8)
    cv2.rectangle(gray, (100, 140), (300, 150), (0,), -1)
    assert without_heads(outline_of(gray), DPI) is None


@pytest.mark.parametrize(("ground", "body", "drawn"), [(250, 190, True), (250, 60, True), (215, 215, False)])
def test_a_filling_is_darker_than_what_lies_around_it(ground: int, body: int, drawn: bool):
    gray = np.full((300, 400), ground, np.uint8)
    cv2.rectangle(gray, (120, 100), (240, 160), (body,), -1)
    for start, end in (
        ((100, 100), (300, 100)),
        ((240, 60), (240, 260)),
        ((60, 160), (240, 160)),
        ((120, 90), (120, 250)),
    ):
        cv2.line(gray, start, end, (0,), 2)
    outline = np.array([[[120, 100]], [[240, 100]], [[240, 160]], [[120, 160]]], np.int32)
    assert is_filled(gray, outline, DPI) is drawn


def test_a_filling_at_the_edge_of_the_page_is_one():
    gray = page()
    cv2.rectangle(gray, (0, 0), (90, 50), (150,), -1)
    assert is_filled(gray, np.array([[[0, 0]], [[90, 0]], [[90, 50]], [[0, 50]]], np.int32), DPI)

import cv2
import numpy as np
import pytest

from extractors.lattice.grid import SCANNED, lattices
from extractors.raster.geometry.paper import gray_of
from extractors.raster.geometry.streaks import without_streaks
from extractors.raster.page import prepare
from tests.extractors.raster import drawn
from tests.extractors.raster.test_faint import points
from tests.extractors.raster.test_page import COLUMNS, ROWS


def streaked(picture, places, light=0.6, axis=1):
    page = picture.astype(np.float32)
    for at in places:
        where = (slice(None), slice(at, at + 3)) if axis == 1 else (slice(at, at + 3), slice(None))
        page[where] *= light
    return page.astype(np.uint8)


@pytest.mark.parametrize("axis", [0, 1])
def test_a_streak_is_taken_out_and_what_lies_under_it_stays(axis):
    clean = drawn.page()
    made, gray = without_streaks(*(lambda p: (p, gray_of(p)))(streaked(clean, (500, 1275), axis=axis)))
    assert np.abs(made.astype(int) - clean).max() < 12
    assert np.abs(gray.astype(int) - gray_of(clean)).max() < 12


def test_a_streak_that_is_not_seen_over_a_quarter_of_its_way_is_one():
    clean = drawn.page()
    page = streaked(clean, (1275,))
    page[300 : 300 + page.shape[0] // 4] = clean[300 : 300 + page.shape[0] // 4]
    made, _ = without_streaks(page, gray_of(page))
    assert made is not page


def test_streaks_over_a_leaning_page_neither_bend_it_nor_part_its_cells():
    leaning = streaked(drawn.turned(drawn.page(), 1.4), (420, 1260, 1700))
    (table,) = lattices([points(rule) for rule in prepare(drawn.worn(leaning)).rules], SCANNED)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)


def test_rules_that_run_from_margin_to_margin_are_no_streaks():
    page = np.full((1653, 2338, 3), 255, np.uint8)
    for y in range(100, 1500, 200):
        cv2.line(page, (40, y), (2298, y), (120, 120, 120), 2)
    made, _ = without_streaks(page, gray_of(page))
    assert made is page

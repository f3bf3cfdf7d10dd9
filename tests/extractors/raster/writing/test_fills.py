"""Cells with a fill made to look like paper."""

import cv2
import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.writing.fills import unbanded, unfilled

CELL = Box(0, 0, 300, 80)


def _cell(fill: int, ink: int) -> np.ndarray:
    cell = np.full((80, 300), fill, np.uint8)
    cv2.putText(cell, "URAIAN", (40, 55), cv2.FONT_HERSHEY_SIMPLEX, 1.4, ink, 4)
    return cell


@pytest.mark.parametrize(
    ("fill", "ink"), [(150, 20), (110, 250), (30, 250)], ids=["dark", "light", "on black"]
)
def test_print_becomes_dark_on_white(fill: int, ink: int) -> None:
    made = unfilled(_cell(fill, ink), [CELL])
    letters = _cell(0, 255)[4:-4, 4:-4] > 128
    inside = made[4:-4, 4:-4]
    assert inside[letters].mean() < 60
    assert inside[~letters].mean() > 240


def test_holes_that_copying_made_in_a_fill_are_not_its_print() -> None:
    worn = _cell(140, 20)
    for x, y in ((20, 20), (90, 68), (170, 14), (230, 66), (270, 30)):
        cv2.circle(worn, (x, y), 10, 255, -1)
    grain = np.random.default_rng(1).normal(0, 8, worn.shape)
    worn = np.clip(worn + grain, 0, 255).astype(np.uint8)
    inside = unfilled(worn, [CELL])[4:-4, 4:-4]
    letters = _cell(0, 255)[4:-4, 4:-4] > 128
    assert inside[~letters].mean() > 240
    assert inside[letters].mean() < 100


def test_cells_of_one_fill_have_one_print() -> None:
    """Alone the second cell would pass for light: its holes are small and it has a dark corner."""
    worn, doubtful = _cell(140, 20), _cell(150, 20)
    for x, y in ((20, 20), (90, 68), (170, 14), (230, 66), (270, 30), (120, 66), (20, 60)):
        cv2.circle(worn, (x, y), 10, 255, -1)
    doubtful[::6, ::6] = 255
    doubtful[:24, :24] = 90
    page = np.vstack([worn, doubtful])
    below = Box(0, 80, 300, 160)
    letters = _cell(0, 255)[4:-4, 4:-4] > 128
    assert unfilled(page, [CELL, below])[84:156, 4:-4][letters].mean() < 100
    assert unfilled(page, [below])[84:156, 4:-4][letters].mean() > 150


def test_a_cell_without_a_fill_stays() -> None:
    page = _cell(250, 0)
    assert unfilled(page, [CELL]) is page


def test_a_band_that_grows_paler_becomes_white_all_over() -> None:
    fill = np.broadcast_to(np.linspace(120, 190, 300), (80, 300))
    letters = _cell(0, 255) > 128
    worn = np.where(letters, fill - 90, fill).astype(np.uint8)
    inside = unbanded(worn, [CELL])[4:-4, 4:-4]
    assert inside[~letters[4:-4, 4:-4]].mean() > 240
    assert inside[letters[4:-4, 4:-4]].mean() < 100


def test_a_cell_of_a_band_of_which_only_holes_show_is_white_where_the_print_of_the_others_is_dark() -> None:
    worn = np.full((80, 300), 140, np.uint8)
    for x, y in ((40, 30), (120, 50), (200, 24), (260, 56)):
        cv2.circle(worn, (x, y), 10, 255, -1)
    beside = _cell(140, 20)
    cv2.circle(beside, (20, 20), 10, 255, -1)
    cv2.circle(beside, (280, 60), 10, 255, -1)
    made = unbanded(np.hstack([worn, beside]), [CELL, Box(300, 0, 600, 80)])
    assert made[4:-4, 4:296].min() > 240
    assert made[4:-4, 304:596].min() < 60


def test_a_cell_with_a_shade_does_not_turn_the_print_of_its_band() -> None:
    shaded = _cell(150, 20)
    shaded[::6, ::6] = 255
    shaded[:24, :24] = 90
    band = np.hstack([shaded, _cell(160, 20), _cell(160, 20)])
    letters = _cell(0, 255)[4:-4, 4:-4] > 128
    made = unbanded(band, [Box(x, 0, x + 300, 80) for x in (0, 300, 600)])
    assert made[4:-4, 304:596][letters].mean() < 60


def test_a_short_word_in_a_wide_filled_cell_is_print() -> None:
    wide = np.full((300, 600), 110, np.uint8)
    cv2.putText(wide, "Lurah", (250, 160), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 250, 2)
    made = unfilled(wide, [Box(0, 0, 600, 300)])
    letters = wide[4:-4, 4:-4] > 200
    assert made[4:-4, 4:-4][letters].mean() < 80
    assert made[4:-4, 4:-4][~letters].mean() > 240


def test_holes_alone_are_no_print_of_a_band() -> None:
    worn = np.full((80, 300), 200, np.uint8)
    for x, y in ((40, 30), (120, 50), (200, 24), (260, 56)):
        cv2.circle(worn, (x, y), 10, 255, -1)
    assert unbanded(worn, [CELL])[4:-4, 4:-4].min() > 240
    light = _cell(120, 250)
    assert unbanded(light, [CELL])[4:-4, 4:-4].min() < 60


def test_letters_next_to_the_rules_of_a_band_are_of_its_print() -> None:
    band = np.full((80, 600), 140, np.uint8)
    cv2.putText(band, "PELAKSANA", (190, 55), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 20, 4)
    made = unbanded(band, [CELL, Box(300, 0, 600, 80)])
    letters = band < 80
    assert made[:, 290:310][letters[:, 290:310]].mean() < 60
    assert made[~letters].mean() > 235

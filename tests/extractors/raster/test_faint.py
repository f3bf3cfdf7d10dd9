import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from extractors.lattice.grid import SCANNED, lattices
from extractors.raster.geometry import skew
from extractors.raster.page import prepare
from extractors.sheets import Rule
from tests.extractors.raster import drawn
from tests.extractors.raster.test_page import COLUMNS, ROWS, SCALE, tables


def faded(picture, *, lost: float, seed: int = 3):
    """The picture with a share of every rule lost, in holes of up to a fifth of an inch."""
    page = picture.copy()
    chance = np.random.default_rng(seed)

    def holes(start, end):
        at = start
        while at < end:
            hole = int(chance.integers(10, 40))
            yield at, min(end, at + hole)
            at += round(hole / lost) + int(chance.integers(0, 20))

    for x in drawn.XS:
        for low, high in holes(drawn.YS[0] - 10, drawn.YS[-1] + 10):
            page[low:high, x - 3 : x + 4] = 255
    for y in drawn.YS:
        for low, high in holes(drawn.XS[0] - 10, drawn.XS[-1] + 10):
            page[y - 3 : y + 4, low:high] = 255
    return page


def points(rule):
    return Rule(rule.tegak, rule.at * SCALE, rule.start * SCALE, rule.end * SCALE, rule.tebal * SCALE)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_rules_of_which_a_fifth_is_lost_everywhere_make_the_same_table(seed):
    found = prepare(faded(drawn.page(), lost=0.2, seed=seed))
    (table,) = lattices([points(rule) for rule in found.rules], SCANNED)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)
    assert np.allclose(table.xs, np.array(drawn.XS) * SCALE, atol=2)
    assert np.allclose(table.ys, np.array(drawn.YS) * SCALE, atol=2)


def test_sides_of_boxes_below_each_other_are_no_line():
    picture = Image.fromarray(drawn.page())
    draw = ImageDraw.Draw(picture)
    left, right = drawn.XS[7] + 60, drawn.XS[8] - 60
    for top, bottom in zip(drawn.YS[2:], drawn.YS[3:], strict=False):
        draw.rectangle((left, top + 25, right, bottom - 25), "white", "black", 2)
    (table,) = tables(prepare(np.asarray(picture)))
    assert len(table.xs) - 1 == COLUMNS


def test_lines_of_letters_are_no_rules():
    picture = Image.fromarray(drawn.page())
    draw = ImageDraw.Draw(picture)
    for at, y in enumerate(range(drawn.YS[2] + 4, drawn.YS[-1] - 30, 33)):
        if all(abs(y + 14 - rule) > 24 for rule in drawn.YS):
            draw.text((drawn.XS[1] + 12, y), "memeriksa mencermati menyusun"[at % 5 :], "black", drawn.FONT)
    (table,) = tables(prepare(np.asarray(picture)))
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)


def test_a_slope_that_blurs_the_rows_of_a_page_is_not_believed():
    mask = np.zeros((800, 1200), np.uint8)
    mask[40:760:40, 100:1100] = 255
    believed = skew.sharper(mask, skew.Slopes(0.01, 0.01, 5.0))
    assert believed.first == pytest.approx(0.0, abs=0.0011)
    assert skew.sharper(mask, skew.Slopes(0.0002, 0.0002, 5.0)).first == pytest.approx(0.0002)


def test_the_back_of_the_sheet_that_shines_through_has_no_rules():
    page = drawn.page()
    back = cv2.GaussianBlur(np.roll(page, 60, axis=0)[:, ::-1], (0, 0), 1.5)
    through = np.clip(page - (255.0 - back) * 0.12, 0, 255).astype(np.uint8)
    (table,) = tables(prepare(through))
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)

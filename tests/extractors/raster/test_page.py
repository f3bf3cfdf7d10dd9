import cv2
import numpy as np
import pytest

from extractors.boxes import Box
from extractors.lattice.grid import lattices
from extractors.raster.geometry import lie
from extractors.raster.page import FOTO, KOSONG, prepare
from extractors.sheets import Rule
from tests.extractors.raster import drawn

SCALE = 72 / 200
COLUMNS, ROWS = len(drawn.XS) - 1, len(drawn.YS) - 1


def tables(found):
    scale = 72 / found.dpi
    return lattices(
        [Rule(r.tegak, r.at * scale, r.start * scale, r.end * scale, r.tebal * scale) for r in found.rules]
    )


def on_input(found, x, y):
    a, b, c, d, e, f, g, h, i = found.transform
    w = g * x + h * y + i
    return (a * x + b * y + c) / w, (d * x + e * y + f) / w


def test_a_clean_page_gives_its_table_and_nothing_of_the_flow():
    found = prepare(drawn.page())
    (table,) = tables(found)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)
    assert np.allclose(table.xs, np.array(drawn.XS) * SCALE, atol=1.5)
    assert np.allclose(table.ys, np.array(drawn.YS) * SCALE, atol=1.5)
    assert found.catatan == ()
    assert len([d for d in found.drawings if d.jenis == "contour"]) >= 4


def test_cells_of_the_heading_stay_merged():
    (table,) = tables(prepare(drawn.page()))
    spans = {(cell.row, cell.column): (cell.rows, cell.columns) for cell in table.cells}
    assert spans[0, 0] == (2, 1)
    assert spans[0, 2] == (1, 3)
    assert spans[0, 5] == (1, 3)
    assert spans[0, 8] == (2, 1)


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_page_on_its_side_or_head_is_put_upright(quarter):
    lying = np.ascontiguousarray(np.rot90(drawn.page(), quarter))
    found = prepare(lying)
    (table,) = tables(found)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)
    # The corner of the table that a reader calls top left, as it lies in the input.
    x, y = drawn.XS[0] / drawn.WIDTH, drawn.YS[0] / drawn.HEIGHT
    for _ in range(quarter):
        x, y = y, 1 - x
    corner = on_input(found, table.xs[0] / 72 * found.dpi, table.ys[0] / 72 * found.dpi)
    assert corner == pytest.approx((x, y), abs=0.004)


@pytest.mark.parametrize("degrees", [-3.0, -0.4, 1.5])
def test_a_leaning_worn_scan_is_level_again(degrees):
    found = prepare(drawn.worn(drawn.turned(drawn.page(), degrees)))
    (table,) = tables(found)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)
    matrix = cv2.getRotationMatrix2D((drawn.WIDTH / 2, drawn.HEIGHT / 2), degrees, 1.0)
    for x, y in ((0, 0), (COLUMNS, 0), (COLUMNS, ROWS)):
        u, v = matrix @ (drawn.XS[x], drawn.YS[y], 1)
        there = on_input(found, table.xs[x] / 72 * found.dpi, table.ys[y] / 72 * found.dpi)
        assert there == pytest.approx((u / drawn.WIDTH, v / drawn.HEIGHT), abs=0.003)


def test_a_photograph_of_a_page_is_flattened():
    found = prepare(drawn.photographed(drawn.page()))
    assert FOTO in found.catatan
    (table,) = tables(found)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)


def test_pale_hairlines_are_rules():
    (table,) = tables(prepare(drawn.page(width=1, shade=170)))
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)


def test_breaks_are_bridged_and_merged_cells_are_not():
    page = drawn.page().copy()
    for x, y in ((1000, 500), (210, 640), (1500, 600), (900, 760), (1800, 1000), (400, 430)):
        page[y - 12 : y + 12, x - 12 : x + 12] = 255
    # Two steps share one cell in the last column.
    page[YS_MERGED - 6 : YS_MERGED + 6, drawn.XS[-2] + 8 : drawn.XS[-1] - 8] = 255
    (table,) = tables(prepare(page))
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)
    spans = {(cell.row, cell.column): (cell.rows, cell.columns) for cell in table.cells}
    assert spans[3, COLUMNS - 1] == (2, 1)
    assert len(table.cells) == len(tables(prepare(drawn.page()))[0].cells) - 1


YS_MERGED = drawn.YS[4]


def test_a_black_edge_of_the_scanner_is_neither_rule_nor_content():
    page = drawn.page().copy()
    page[:, :70] = 12
    page[-50:] = 18
    found = prepare(page)
    (table,) = tables(found)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)
    assert found.gray[:, :40].min() > 200


@pytest.mark.parametrize("dirt", [0, 6])
def test_a_blank_page_is_noticed(dirt):
    chance = np.random.default_rng(3)
    blank = np.clip(245 + chance.normal(0, dirt, (1653, 1169, 1)), 0, 255).astype(np.uint8).repeat(3, axis=2)
    found = prepare(blank)
    assert KOSONG in found.catatan
    assert not found.rules


def test_a_small_scan_is_enlarged():
    small = cv2.resize(drawn.page(), None, fx=0.45, fy=0.45, interpolation=cv2.INTER_AREA)
    found = prepare(np.asarray(small, dtype=np.uint8))
    assert max(found.gray.shape) == pytest.approx(2338, abs=3)
    (table,) = tables(found)
    assert (len(table.xs) - 1, len(table.ys) - 1) == (COLUMNS, ROWS)


def test_a_tiny_picture_is_no_trouble():
    found = prepare(np.full((20, 300, 3), 255, np.uint8))
    assert KOSONG in found.catatan


def test_boxes_of_shapes_lie_on_the_page():
    found = prepare(drawn.page())
    height, width = found.gray.shape
    whole = Box(0, 0, width, height)
    assert all(whole.holds(d.box.x0, d.box.y0) and whole.holds(d.box.x1, d.box.y1) for d in found.drawings)


@pytest.mark.parametrize(
    ("across", "reads", "turned"), [(0.2, 100.0, False), (0.2, 0.0, True), (0.6, 100.0, True)]
)
def test_letters_that_hardly_say_that_a_page_lies_across_give_way_to_how_it_reads(
    across, reads, turned, monkeypatch
):
    monkeypatch.setattr(lie, "lies_across", lambda mask, dpi: across)
    found = prepare(drawn.page(), lambda gray: reads)
    assert (found.gray.shape[0] > found.gray.shape[1]) is turned

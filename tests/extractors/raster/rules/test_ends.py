import numpy as np
from PIL import Image, ImageDraw

from extractors.lattice.grid import SCANNED, lattices
from extractors.raster.page import prepare
from extractors.raster.rules.ends import prolonged
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Evidence, Stroke
from tests.extractors.raster import drawn
from tests.extractors.raster.test_faint import points
from tests.extractors.raster.test_page import COLUMNS, ROWS


def shape(page):
    (table,) = lattices([points(rule) for rule in prepare(page).rules], SCANNED)
    return len(table.xs) - 1, len(table.ys) - 1


DPI = 200.0
BLANK = np.zeros((1600, 1600), np.uint8)


def line(at, start, end):
    return Line((Stroke(start, end, at, at, 3.0, 150.0),))


def carried_on(uprights, levels):
    seen = Evidence(BLANK, BLANK, BLANK, [])
    found = prolonged(uprights, levels, seen, DPI)
    return sorted((round(x.mean), round(x.start), round(x.end)) for x in found)


def test_a_border_goes_on_to_where_rows_end_at_it():
    rows = [line(y, 200, 1400) for y in (100, 300, 700, 900, 1100)]
    found = carried_on([line(200, 100, 400), line(1400, 100, 1100)], rows)
    assert found == [(200, 100, 1100), (1400, 100, 1100)]


def test_one_end_shows_a_border_from_afar_if_it_is_hinted_at_all_the_way():
    rows = [line(100, 200, 1400), line(500, 200, 1400), line(900, 200, 1400)]
    hinted = BLANK.copy()
    hinted[199:202, 100:400] = 60
    for likely, start in ((BLANK, 400), (hinted, 100)):
        found = prolonged([line(200, 400, 900)], rows, Evidence(likely, BLANK, BLANK, []), DPI)
        assert [round(x.start) for x in found] == [start]


def test_rows_that_end_at_another_border_do_not_carry_one_on():
    rows = [line(y, 200, 1400) for y in (100, 300, 700, 900, 1100)]
    beside = [line(200, 100, 400), line(206, 600, 1100), line(1400, 100, 1100)]
    assert (200, 100, 400) in carried_on(beside, rows)


def test_pieces_far_apart_in_one_line_are_one_only_where_ink_is_between():
    found = carried_on([line(200, 100, 400), line(200, 700, 1100)], [])
    assert len(found) == 2


def test_the_top_of_a_box_as_wide_as_its_column_is_no_row():
    picture = Image.fromarray(drawn.page())
    draw = ImageDraw.Draw(picture)
    draw.rectangle(
        (drawn.XS[7] + 4, drawn.YS[3] + 30, drawn.XS[8] - 4, drawn.YS[3] + 110), "gray", "black", 3
    )
    assert shape(np.asarray(picture)) == (COLUMNS, ROWS)


def test_the_rule_below_a_letterhead_is_no_row_of_the_table():
    rows = [line(y, 200, 1400) for y in (100, 300, 500)]
    found = carried_on([line(200, 300, 500), line(1400, 300, 500)], rows)
    assert found == [(200, 300, 500), (1400, 300, 500)]

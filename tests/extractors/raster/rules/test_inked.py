"""Lines that are seen where nothing is drawn."""

import numpy as np

from extractors.raster.rules import inked
from extractors.raster.rules.inked import is_drawn
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke
from extractors.raster.rules.tables import Table

SIZE = 400


def line(at):
    return Line((Stroke(20, 380, at, at, 2.0, 200.0),))


TABLE = Table([line(y) for y in (50, 150, 250)], [line(x) for x in (60, 300)])


def ink(level, plumb):
    page = np.full((SIZE, SIZE), 8, np.uint8)
    page[100:110, 20:380] = 150  # a line of text
    for y in level:
        page[y, 20:380:3] = 90
    for x in plumb:
        page[20:380, x] = 60
    return page, np.ascontiguousarray(page.T)


def test_a_table_that_is_worn_but_there_is_drawn():
    assert is_drawn(TABLE, *ink((50, 150), (60,)))


def test_gaps_between_lines_of_text_are_no_table():
    assert not is_drawn(TABLE, *ink((), ()))


def test_no_lines_at_all_say_nothing():
    assert is_drawn(Table([], []), *ink((), ()))


def test_a_line_is_told_from_its_stretches_all_nearly_as_long():
    part = np.random.default_rng(5).integers(0, 256, (17, 107), dtype=np.uint8)
    expected = [piece.mean(axis=1) for piece in np.array_split(part, 5, axis=1)]
    assert np.array_equal(inked._means(part, 5), np.stack(expected, axis=1))

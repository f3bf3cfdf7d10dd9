"""Which lines of a page are a table's, decided over all of them at once."""

from extractors.raster.lines import Line
from extractors.raster.strokes import Stroke
from extractors.raster.tables import grown, tables

DPI = 100.0
LEVEL, PLUMB = (100.0, 220.0), (50.0, 150.0, 400.0, 700.0, 1000.0)


def line(at, start, end):
    return Line((Stroke(start, end, at, at, 2.0, 200.0),))


def found(*more, plumb=PLUMB):
    """The places of the lines of a table one row high, drawn together with some more upright lines."""
    level = [line(y, PLUMB[0], PLUMB[-1]) for y in LEVEL]
    upright = [line(x, LEVEL[0], LEVEL[1]) for x in plumb]
    kept = [grown(table, DPI) for table in tables(level, [*upright, *more], DPI)]
    return [(sorted(x.mean for x in t.level), sorted(x.mean for x in t.plumb)) for t in kept]


def test_a_table_of_one_row_is_found():
    assert found() == [([*LEVEL], [*PLUMB])]


def test_a_streak_over_the_whole_page_does_not_hide_a_table_of_one_row():
    assert found(line(860.0, 0.0, 1600.0)) == [([*LEVEL], [*PLUMB])]


def test_two_long_lines_and_nothing_that_they_carry_are_no_table():
    assert found(line(860.0, 0.0, 1600.0), plumb=()) in ([], [([], [])])

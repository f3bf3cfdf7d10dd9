"""Which lines of a page are a table's, decided over all of them at once."""

from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke
from extractors.raster.rules.tables import Table, between_sides, grown, tables

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


NAMES, TOP, BOTTOM = 20.0, 0.0, 500.0


def grouped(names):
    """Where the lines between columns begin whose names stand below that of their group, in a table below a form."""
    level = [line(y, 0.0, 1000.0) for y in (-1300.0, -700.0, TOP, 50.0, 200.0, BOTTOM)]
    sides = [
        line(0.0, -1300.0, BOTTOM),
        line(1000.0, -1300.0, BOTTOM),
        *(line(x, TOP, BOTTOM) for x in (200.0, 800.0)),
    ]
    inner = [line(x, NAMES, BOTTOM) for x in (300.0, 400.0, 500.0, 600.0)]
    (table,) = tables([*level, names], [*sides, *inner], DPI)
    return [
        x.start for x in sorted(grown(table, DPI).plumb, key=lambda x: x.mean) if x.mean in (400.0, 500.0)
    ]


def test_columns_end_below_the_name_of_their_group_though_the_line_below_it_lost_an_end():
    assert grouped(line(NAMES, 240.0, 780.0)) == [NAMES, NAMES]


def test_a_line_that_lost_an_end_goes_on_to_the_column_that_reaches_it_not_to_a_nearer_one_that_begins_below():
    level = [line(y, 0.0, 1000.0) for y in (0.0, 60.0, 220.0, 400.0)]
    level += [line(y, 480.0, 1000.0) for y in (30.0, 90.0)]
    lost = line(200.0, 520.0, 1000.0)
    upright = [line(x, 0.0, 400.0) for x in (0.0, 1000.0)]
    upright += [line(480.0, 0.0, 220.0), line(505.0, 221.0, 400.0)]
    (table,) = tables([*level, lost], upright, DPI)
    (kept,) = (x for x in grown(table, DPI).level if x.mean == lost.mean)
    assert kept.start == 480.0


def test_where_some_rows_go_on_to_a_drawn_side_those_that_end_before_it_show_no_border():
    rows = [line(y, 500.0, 1000.0) for y in (50.0, 100.0, 150.0, 200.0, 250.0)]
    rows += [line(y, 0.0, 1000.0) for y in (0.0, 300.0, 350.0, 600.0)]
    upright = [line(0.0, 0.0, 600.0), line(500.0, 0.0, 300.0), line(1000.0, 0.0, 600.0)]
    (table,) = tables(rows, upright, DPI)
    assert sorted(x.mean for x in grown(table, DPI).plumb) == [0.0, 500.0, 1000.0]


def framed(end):
    """The lower left corner of a table whose left side is seen down to a height, and what of its lowest line is left."""
    level = [*(line(y, 0.0, 1000.0) for y in (0.0, 100.0, 200.0, 300.0, 400.0)), line(BOTTOM, -20.0, 1000.0)]
    upright = [line(0.0, 0.0, end), *(line(x, 0.0, BOTTOM) for x in (50.0, 400.0, 700.0, 1000.0))]
    (table,) = tables(level, upright, DPI)
    kept = grown(table, DPI)
    return min(kept.plumb, key=lambda x: x.mean).end, max(kept.level, key=lambda x: x.mean).start <= 0


def test_the_last_row_keeps_its_first_cell_where_the_side_of_the_frame_is_lost():
    assert framed(430.0) == (BOTTOM, True)


def test_a_side_that_is_missing_over_much_of_the_table_is_not_drawn_on():
    assert framed(300.0) == (300.0, True)


def test_two_lines_that_rest_on_each_other_make_the_corner_of_a_cell():
    level = [line(y, 0.0, 660.0) for y in (0.0, 480.0, 560.0)] + [
        line(y, 110.0, 660.0) for y in (40.0, 140.0)
    ]
    upright = [line(0.0, 0.0, 560.0), line(660.0, 0.0, 560.0), line(110.0, 0.0, 136.0)]
    (table,) = tables(level, [*upright, line(300.0, 480.0, 560.0)], DPI)
    kept = grown(table, DPI)
    assert sorted(x.mean for x in kept.plumb) == [0.0, 110.0, 300.0, 660.0]
    assert sorted(x.mean for x in kept.level) == [0.0, 40.0, 140.0, 480.0, 560.0]


def test_level_lines_beyond_a_frame_that_a_few_rows_seem_to_have_are_of_it():
    rows = [line(y, 0.0, 1000.0) for y in (100.0, 200.0, 300.0, 400.0, 500.0, 600.0)]
    sides = [line(x, 200.0, 500.0) for x in (20.0, 980.0)]
    kept = Table(rows[1:5], sides)
    assert [x.mean for x in between_sides(Table(rows, sides), kept, DPI)] == [100.0, 600.0]
    assert (
        between_sides(
            Table(rows, [*sides, line(500.0, 200.0, 500.0)]),
            Table(rows[1:5], [*sides, line(500.0, 200.0, 500.0)]),
            DPI,
        )
        == []
    )


def form(*right):
    """Where the lines of the first rows of a form end, given the pieces that are drawn of its right side, and that side."""
    boxes = [line(y, 0.0, 1000.0) for y in (0.0, 300.0, 400.0, 600.0)]
    fields = [line(y, 500.0, 1000.0) for y in (30.0, 60.0, 90.0, 270.0)]
    sides = [line(0.0, 0.0, 600.0), line(500.0, 0.0, 600.0), line(650.0, 0.0, 300.0)]
    (table,) = tables([*boxes, *fields], [*sides, *(line(1000.0, *piece) for piece in right)], DPI)
    kept = grown(table, DPI)
    places = sorted((x.start, x.end) for x in kept.plumb if x.mean == 1000.0)
    return [y for y in (30.0, 60.0, 90.0, 270.0) if any(x.mean == y for x in kept.level)], places


def test_rows_end_at_a_side_that_is_drawn_beside_them_only():
    assert form((0.0, 90.0), (270.0, 600.0)) == ([30.0, 60.0, 90.0, 270.0], [(0.0, 90.0), (270.0, 600.0)])


def test_what_runs_on_below_the_last_of_these_rows_is_no_side():
    assert form((0.0, 130.0), (255.0, 600.0)) == ([30.0, 60.0, 90.0, 270.0], [(0.0, 90.0), (270.0, 600.0)])


def test_two_lines_that_end_at_a_short_one_are_a_symbol():
    assert form((30.0, 60.0), (300.0, 600.0)) == ([], [(300.0, 600.0)])

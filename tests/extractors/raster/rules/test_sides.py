"""Sides of tables that were not seen all along."""

import pytest

from extractors.raster.rules.lines import Line
from extractors.raster.rules.sides import with_whole_sides
from extractors.raster.rules.strokes import Stroke
from extractors.raster.rules.tables import Table

DPI = 100.0


def line(start: float, end: float, at: float) -> Line:
    return Line((Stroke(start, end, at, at, 2.0, 240.0),))


def spans(table: Table) -> list[tuple[float, float]]:
    return [(one.start, one.end) for one in table.plumb]


def page(*level: Line) -> Table:
    return Table(list(level), [line(200, 500, 20), line(50, 500, 80), line(50, 500, 400)])


ROWS = [line(20, 400, at) for at in (200, 300, 400, 500)]


def test_a_side_goes_on_to_the_first_line_that_reaches_it() -> None:
    table = page(line(80, 400, 50), line(22, 400, 100), line(10, 400, 150), *ROWS)
    assert spans(with_whole_sides(table, DPI)) == [(100, 500), (50, 500), (50, 500)]


def test_at_the_foot_and_on_the_right_too() -> None:
    table = Table([line(20, 400, at) for at in (50, 200, 400, 500)], [line(50, 500, 20), line(50, 390, 400)])
    assert spans(with_whole_sides(table, DPI)) == [(50, 500), (50, 500)]


def test_the_upper_of_two_pieces_of_a_side_goes_on() -> None:
    rows = page(line(22, 400, 100), *ROWS)
    table = Table(rows.level, [line(280, 500, 20), line(200, 350, 25), *rows.plumb[1:]])
    assert spans(with_whole_sides(table, DPI))[:2] == [(280, 500), (100, 350)]


@pytest.mark.parametrize("start", [80, 30], ids=["at the next rule", "short of the side"])
def test_a_table_that_is_narrower_at_the_top_stays(start: float) -> None:
    table = page(line(start, 400, 50), line(start, 400, 120), *ROWS)
    assert spans(with_whole_sides(table, DPI)) == spans(table)


def test_a_table_without_sides_stays() -> None:
    table = Table(ROWS, [])
    assert with_whole_sides(table, DPI) == table

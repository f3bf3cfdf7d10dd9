"""Borders of columns that pass for ways."""

from dataclasses import replace

from extractors.flow.on_rules import without_borders
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature
from extractors.sheets import Rule

TEPI = Rule(True, 100.0, 0.0, 400.0, 1.0)
JALAN = Way(0, 2, ((90.0, 50.0), (100.5, 50.0), (100.5, 250.0), (90.0, 250.0)), True, 0.9)


def test_a_way_along_the_border_of_a_column_past_a_row_is_none_unless_it_leaves_a_decision() -> None:
    rows = {0: 0, 1: 1, 2: 2}
    assert without_borders([JALAN], [TEPI], Nature(rows, ())) == []
    assert without_borders([JALAN], [TEPI], Nature(rows, (0,))) == [JALAN]
    assert without_borders([JALAN], [TEPI], Nature(rows, (2,))) == []
    bare = replace(JALAN, directed=False)
    assert without_borders([bare], [TEPI], Nature(rows, (2,))) == [bare]


def test_a_way_beside_the_border_or_to_the_next_row_is_one() -> None:
    aside = replace(JALAN, course=tuple((x - 8, y) for x, y in JALAN.course))
    short = replace(JALAN, ke=1)
    crossing = replace(JALAN, course=((50.0, 50.0), (150.0, 50.0), (150.0, 250.0)))
    ways = [aside, short, crossing]
    assert without_borders(ways, [TEPI], Nature({0: 0, 1: 1, 2: 2}, ())) == ways

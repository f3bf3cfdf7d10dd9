"""Where a flow is looked for."""

import numpy as np

from extractors.raster.drawing.drawn_flow import drawn_flow
from extractors.raster.drawing.zone import AROUND, BEYOND, flow_zone
from extractors.raster.learned import DPI, Maps
from extractors.sheets import Rule

HEIGHT, WIDTH = 800, 1000
"""Of the maps; the page has twice as many pixels."""


def maps(left: int, right: int) -> Maps:
    """A page with the outline of a symbol."""
    empty = np.zeros((HEIGHT, WIDTH), np.uint8)
    symbols = empty.copy()
    symbols[400:440, [left, right]] = 255
    return Maps(empty, empty, symbols, empty, empty)


def table(columns: int, top: float = 300, bottom: float = 1200) -> list[Rule]:
    return [Rule(True, 200 + 150 * at, top, bottom, 3) for at in range(columns + 1)]


def test_a_flow_is_looked_for_around_the_symbols_of_a_table_of_many_columns() -> None:
    left, top, right, bottom = flow_zone(table(7), maps(500, 560), 2 * DPI) or (0, 0, 0, 0)
    assert (left, right) == (500 - AROUND * DPI, 561 + AROUND * DPI)
    assert (top, bottom) == (150 - BEYOND * DPI, 601 + BEYOND * DPI)


def test_in_a_form_no_flow_is_looked_for() -> None:
    assert flow_zone(table(3), maps(500, 560), 2 * DPI) is None
    # A border in three pieces, and one drawn twice, are one each.
    pieces = [Rule(True, 200, start, start + 200, 3) for start in (300, 600, 900)]
    assert flow_zone([*pieces, *table(3), Rule(True, 206, 300, 1200, 3)], maps(500, 560), 2 * DPI) is None


def test_without_a_symbol_that_is_seen_the_whole_width_of_the_table_is_looked_at() -> None:
    left, _, right, _ = flow_zone(
        table(7), maps(0, 0)._replace(symbols=np.zeros((HEIGHT, WIDTH), np.uint8)), 2 * DPI
    ) or (0, 0, 0, 0)
    assert (left, right) == (0, 100 + 75 * 7 + 1 + AROUND * DPI)


def test_what_is_drawn_stands_where_it_is_on_the_page() -> None:
    gray = np.full((2 * HEIGHT, 2 * WIDTH), 250, np.uint8)
    gray[800:880, 1000:1120] = 0
    gray[804:876, 1004:1116] = 250
    (box,) = (
        d.box
        for d in drawn_flow(gray, np.repeat(gray[:, :, None], 3, axis=2), table(7), maps(500, 560), 2 * DPI)
        if d.raut
    )
    assert np.allclose(box, (1000, 800, 1120, 880), atol=6)
    assert drawn_flow(gray, np.repeat(gray[:, :, None], 3, axis=2), table(3), maps(500, 560), 2 * DPI) == []

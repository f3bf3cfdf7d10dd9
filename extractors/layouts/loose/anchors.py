"""Which cells of a procedure are held to their row by more than their order, where a dump put cells down in any order.

A cell is, when it stands next to its step or its number, when every row has one of its column, or when the cells of its column
above and below are. Of any other a lost line nearby would have made the neighbour's.
"""

from collections.abc import Mapping, Sequence

from extractors.layouts.loose.costs import COLUMNS, NO, URAIAN

Cell = tuple[int, int]
_NUMBERED = 0.4
"""The share of steps that have a number where numbers were read at all; fewer are strays."""


def anchored(cells: Mapping[Cell, Sequence[int]]) -> set[Cell]:
    """The cells, as column and row, that may be believed to be of their row; cells give the places of their units in order."""
    rows = {row for column, row in cells if column == URAIAN}
    found = {cell for cell in cells if cell[0] == URAIAN}
    numbers = {cell for cell in cells if cell[0] == NO and cell[1] in rows}
    if len(numbers) > 1 and len(numbers) >= _NUMBERED * len(rows):
        found |= numbers
    found |= _beside(cells, found)
    for column in COLUMNS:
        if all((column, row) in cells for row in rows):
            found |= {(column, row) for row in rows}
    return found | _between(cells, found, max(rows, default=-1))


def _beside(cells: Mapping[Cell, Sequence[int]], sure: set[Cell]) -> set[Cell]:
    """The cells of runs that are all of one row, a sure one among them."""
    order = sorted((n, cell) for cell, content in cells.items() for n in content)
    found: set[Cell] = set()
    run: list[Cell] = []
    for _, cell in [*order, (0, (-1, -1))]:
        if run and cell[1] != run[-1][1]:
            found.update(run if sure.intersection(run) else ())
            run = []
        run.append(cell)
    return found


def _between(cells: Mapping[Cell, Sequence[int]], sure: set[Cell], last: int) -> set[Cell]:
    """The cells with sure ones of their column right above and below; the end of the table counts as one."""
    return {
        (column, row)
        for column, row in cells
        if column != NO
        and (row == 0 or (column, row - 1) in sure)
        and (row == last or (column, row + 1) in sure)
    }

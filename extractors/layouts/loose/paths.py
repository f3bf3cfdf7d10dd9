"""Which line belongs to which cell of a procedure whose cells a dump put down in any order.

One decision over all lines: the cheapest way to deal them to the cells of a table, by a search that keeps the
best ways so far. Each column is read from top to bottom; what one step puts out, the next mostly needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import exp

from extractors.layouts.loose.costs import (
    COLUMNS,
    KELENGKAPAN,
    NO,
    OUTPUT,
    URAIAN,
    Habits,
    ending,
    going_on,
    noise,
    opening,
    stepping,
)
from extractors.layouts.loose.lines import Unit
from extractors.lexicon.labels import fold

Cell = tuple[int, int]
"""Column and row."""
Cells = Mapping[Cell, tuple[int, ...]]
"""The units of each cell."""

_BEAM = 120
_ALIKE = 2
"""Ways kept that differ in nothing that matters to what follows."""
_WARMTH = 0.6
"""How much dearer a way may be and still count as another possibility."""
_PARTNER = 1.6
_NEAR = 2
"""Rows that a number may be away from the step read last."""
_NEW = (NO, *COLUMNS)


@dataclass(slots=True)
class _Way:
    """Units dealt so far.

    Attributes:
        cost: of it all.
        cells: the units of each cell.
        last: the row of the cell that was begun last in each column; -1 for none.
        top: the lowest row on the page that each column has a cell in.
        end: the last unit of that cell.
        at: the cell that was read last; None before the first.
        unit: the unit that was dealt last.
    """

    cost: float
    cells: dict[Cell, tuple[int, ...]]
    last: tuple[int, ...]
    top: tuple[int, ...]
    end: tuple[int, ...]
    at: Cell | None
    unit: int


@dataclass(frozen=True, slots=True)
class Dealt:
    """The cells found, and for each how sure it is, 0..1."""

    cells: Cells
    sure: Mapping[Cell, float]


def deal(units: Sequence[Unit], habits: Habits) -> Dealt:
    """The cells that the units make."""
    none = (-1,) * (NO + 1)
    ways = [_Way(0.0, {}, none, none, none, None, -1)]
    for at in range(len(units)):
        costs = _Costs(units, at, habits)
        choices = [choice for way in ways for choice in _choices(way, costs)]
        ways = _kept(nsmallest(_BEAM * 2, choices, key=lambda choice: choice[0]), at)
    final = sorted(((way.cost + ending(way.cells, habits), n) for n, way in enumerate(ways)))
    if not final:
        return Dealt({}, {})
    best = ways[final[0][1]]
    sure: dict[Cell, float] = dict.fromkeys(best.cells, 0.0)
    whole = 0.0
    for cost, n in final:
        weight = exp((final[0][0] - cost) / _WARMTH)
        whole += weight
        for cell, content in ways[n].cells.items():
            mine = best.cells.get(cell)
            if mine == content or (mine and _text(units, mine) == _text(units, content)):
                sure[cell] += weight
    return Dealt(best.cells, {cell: weight / whole for cell, weight in sure.items()})


def _text(units: Sequence[Unit], content: Sequence[int]) -> str:
    return " ".join(fold(units[n].text) for n in content)


_Choice = tuple[float, _Way, Cell | None, bool]
"""Cost, the way that it goes on with, the cell that the unit goes to (None for residue), whether it begins it."""


class _Costs:
    """The costs of one unit, each counted once."""

    def __init__(self, units: Sequence[Unit], at: int, habits: Habits) -> None:
        self.units, self.at, self.habits = units, at, habits
        self.unit = units[at]
        self.noise = tuple(noise(self.unit, habits, begun=begun) for begun in (False, True))
        before = units[at - 1] if at else None
        self.open = tuple(
            [
                (column, cost)
                for column in _NEW
                if (cost := opening(column, self.unit, last, habits)) < habits.dear
            ]
            for last in (None, before)
        )
        self._going: dict[tuple[int, int, bool], float] = {}

    def going(self, column: int, end: int, *, own: bool) -> float:
        """The cost of going on with a cell that ends with a unit."""
        key = column, end, own
        cost = self._going.get(key)
        if cost is None:
            apart = not own or end != self.at - 1
            cost = going_on(column, self.units[end], self.unit, self.habits, apart=apart, own=own)
            self._going[key] = cost
        return cost


def _choices(way: _Way, costs: _Costs) -> Iterator[_Choice]:
    unit, habits = costs.unit, costs.habits
    yield way.cost + costs.noise[way.at is not None], way, None, False
    for column in COLUMNS:
        row = way.last[column]
        if row >= 0:
            cost = costs.going(column, way.end[column], own=(column, row) == way.at)
            if cost < habits.dear:
                yield way.cost + cost + _partner(way, costs, column, row, False), way, (column, row), False
    for column, cost in costs.open[way.unit == costs.at - 1]:
        for row in _rows(way, column, unit, habits.most):
            step = stepping(way.at, (column, row), way.top[column], habits)
            yield way.cost + cost + step + _partner(way, costs, column, row, True), way, (column, row), True


def _rows(way: _Way, column: int, unit: Unit, most: int) -> set[int]:
    """The rows that a new cell of a column may be in: steps come one after the other, numbers beside them."""
    high = way.top[column] + 1
    if column == NO:
        row = unit.nomor - 1
        return (
            {row}
            if abs(row - way.top[URAIAN] - 0.5) < _NEAR and (NO, row) not in way.cells and row < most
            else set()
        )
    if column == URAIAN:
        return {row for row in (high, way.last[NO]) if high <= row < most}
    low = way.last[column] + 1
    rows = {low, low + 1, high, way.last[URAIAN], way.last[NO]}
    if way.at:
        rows |= {way.at[1], way.at[1] + 1}
    if high > 1:
        rows.add(next(row for row in range(high + 1) if (column, row) not in way.cells))
    return {row for row in rows if 0 <= row < min(high + 3, most) and (column, row) not in way.cells}


def _partner(way: _Way, costs: _Costs, column: int, row: int, new: bool) -> float:
    """What it says that a step mostly needs what the one before put out."""
    if column == KELENGKAPAN:
        other = way.cells.get((OUTPUT, row - 1))
    elif column == OUTPUT:
        other = way.cells.get((KELENGKAPAN, row + 1))
    else:
        return 0.0
    words = costs.unit.words
    if other is None or not words:
        return 0.0
    known = costs.units[other[0]].words.union(*(costs.units[n].words for n in other[1:]))
    share = len(words & known) / len(words)
    return -_PARTNER * share * min(1.0, len(words) / 2) if share >= 0.5 else 0.15 * new


def _kept(choices: Sequence[_Choice], at: int) -> list[_Way]:
    """The ways that the best choices make; of those that nothing to come can tell apart only the best."""
    found: list[_Way] = []
    seen: dict[tuple[object, ...], int] = {}
    for cost, way, cell, new in choices:
        if cell is None:
            last, top, end, here, unit = way.last, way.top, way.end, way.at, way.unit
        else:
            column, row = cell
            last = way.last if not new else (*way.last[:column], row, *way.last[column + 1 :])
            top = way.top if row <= way.top[column] else (*way.top[:column], row, *way.top[column + 1 :])
            end = (*way.end[:column], at, *way.end[column + 1 :])
            here, unit = cell, at
        key = (last, top, here, unit)
        if seen.get(key, 0) >= _ALIKE:
            continue
        seen[key] = seen.get(key, 0) + 1
        cells = way.cells
        if cell is not None:
            cells = {**cells, cell: (*cells.get(cell, ()), at)}
        found.append(_Way(cost, cells, last, top, end, here, unit))
        if len(found) >= _BEAM:
            break
    return found

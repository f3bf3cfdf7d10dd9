"""What it costs to explain a line as the beginning of a cell, as the rest of one, or as nothing.

The numbers are costs in one currency: 0 is what is expected, 1 what happens now and then, 3 what hardly does.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.layouts.flat_cuts import is_name
from extractors.layouts.loose.lines import BULLET, Unit
from extractors.layouts.loose.words import goes_with_time, plain
from extractors.lexicon.open_ends import is_open

URAIAN, KELENGKAPAN, WAKTU, OUTPUT, KETERANGAN, NO = range(6)
COLUMNS = (URAIAN, KELENGKAPAN, WAKTU, OUTPUT, KETERANGAN)
ROLES = ("uraian", "kelengkapan", "waktu", "output", "keterangan", "no")
_PLACE = {NO: 0, URAIAN: 1, KELENGKAPAN: 2, WAKTU: 3, OUTPUT: 4, KETERANGAN: 5}
"""From left to right."""
_DEAR = 5.0
_OPENING = {
    ("nomor", NO): 0.0,
    ("waktu", WAKTU): 0.0,
    ("bilangan", WAKTU): 0.6,
    **{("strip", column): 0.2 for column in (KELENGKAPAN, WAKTU, OUTPUT, KETERANGAN)},
}
"""What units that are no text cost at the beginning of a cell; any other cell is as good as excluded."""
_BACK = 1.5
"""What it costs to fill a cell after one below it in its column."""
_BACK_ALONG = 0.8
"""The same where the cell read last is of its row."""
_AT_ONCE = 0.25
"""The share of it that counts before all lines are dealt: the cell may come later."""
_PARTED, _ELSEWHERE = 1.5, 1.1
"""What it costs to go on with a cell behind an empty line, and behind a piece of something else."""
_EMPTY = (2.5, 0.7, 0.8, 0.7, 0.0, 0.0)
"""What a row costs that has no such cell."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What is common to the lines of a procedure.

    Attributes:
        verbal: 0..1, how much its steps begin with verbs.
        widths: letters of a full line in each column.
        names: folded texts of its heading, which stand on each page again.
        most: rows that there can be at most.
        empty: what a row costs that has no cell in each column.
        pairs: how often words stand beside each other in the document.
        dear: a cost that is never paid.
    """

    verbal: float
    widths: tuple[int, ...]
    names: frozenset[str]
    most: int
    empty: tuple[float, ...]
    pairs: Counter[tuple[str, str]]
    dear: float = _DEAR


def habits_of(units: Sequence[Unit], names: frozenset[str], texts: Sequence[str]) -> Habits:
    """The habits that units show; ``texts`` are the lines of the whole document."""
    verbs = [unit for unit in units if unit.verbal]
    step = _wide([unit.width for unit in verbs])
    rest = _wide([unit.width for unit in units if unit.kind == "teks" and not unit.verbal and not unit.low])
    return Habits(
        1.0 if len(verbs) > 2 else 0.4,
        (step, rest, 12, rest, rest, 4),
        names,
        _most(units),
        _emptiness(units, len(verbs)),
        _pairs(texts),
    )


def _emptiness(units: Sequence[Unit], steps: int) -> tuple[float, ...]:
    """What a row costs that has no cell in a column: little where there is not enough for all rows anyway."""
    times = sum(unit.kind in ("waktu", "bilangan") for unit in units)
    texts = sum(
        unit.kind == "strip"
        or (unit.kind == "teks" and unit.gap and not unit.low and not unit.verbal and not unit.actor)
        for unit in units
    )
    timed, filled = (min(1.0, count / max(steps, 1)) for count in (times, texts / 2))
    share = {WAKTU: timed if times > 1 else 0.0, KELENGKAPAN: filled, OUTPUT: filled}
    return tuple(cost * share.get(column, 1.0) for column, cost in enumerate(_EMPTY))


def _most(units: Sequence[Unit]) -> int:
    """How many texts may be steps: they begin with a verb, or stand behind a number."""
    behind = (b.kind == "teks" and not b.verbal and a.kind == "nomor" for a, b in pairwise(units))
    return max(sum(unit.verbal for unit in units) + sum(behind), 3)


def _pairs(texts: Sequence[str]) -> Counter[tuple[str, str]]:
    """How often words stand beside each other, in a line or from one line to the next."""
    found: Counter[tuple[str, str]] = Counter()
    before = ""
    for text in texts:
        words = [plain(word) for word in text.split()]
        found.update(pairwise([before, *words] if before else words))
        before = words[-1] if words else ""  # an empty line parts them
    return found


def _wide(lengths: Sequence[int]) -> int:
    ordered = sorted(lengths)
    return ordered[int(0.8 * (len(ordered) - 1))] if ordered else 20


def noise(unit: Unit, habits: Habits, *, begun: bool) -> float:
    """The cost of a unit that belongs to no cell."""
    if unit.kind == "sisa":
        return 0.05
    if unit.kind == "nomor":
        return 0.5
    if unit.kind == "strip":
        return 0.3
    if unit.kind in ("satuan", "bilangan"):
        return 0.5
    if "".join(sorted(unit.words)) in habits.names:
        return 0.1
    if unit.kind == "waktu":
        return 2.5
    if unit.actor or unit.capitals:
        return 0.4
    if not begun:
        return 0.3 + 2.2 * unit.verbal
    return 0.4 * (not unit.among) + 0.7 + 0.15 * min(len(unit.words), 6) + 1.2 * unit.verbal


def opening(column: int, unit: Unit, before: Unit | None, habits: Habits) -> float:
    """The cost of a unit that begins a cell; ``before`` is the one right before it, if that was of a cell."""
    if unit.kind != "teks":
        return _OPENING.get((unit.kind, column), _DEAR)
    if column in (NO, WAKTU):
        return _DEAR
    cost = 0.0
    if not unit.gap and before and before.kind == "teks":
        cost += 0.3 if unit.verbal and column == URAIAN else 0.9
        cost += 0.8 if is_open(before.text) else 0.0
    if unit.low:
        cost += 2.2
    elif unit.item > 1 and unit.item != BULLET:
        cost += 1.5
    if column == URAIAN:
        cost += (2.5 * habits.verbal + 0.5) * (1 - unit.verb) + 0.5 * bool(unit.item)
    else:
        cost += 2.8 * unit.verb * unit.verbal
        cost += 1.2 * unit.actor + 0.3 * unit.among + 0.8 * unit.capitals
    if column == KETERANGAN:
        return cost + (0.8 if unit.remark else 1.8)
    return cost + 0.7 * unit.remark


def going_on(column: int, last: Unit, unit: Unit, habits: Habits, *, apart: bool, own: bool) -> float:
    """The cost of a unit that goes on with a cell whose last unit is given.

    Args:
        column: of the cell.
        last: its last unit.
        unit: the one that is to follow.
        habits: of the procedure.
        apart: whether something else stands between the two.
        own: whether the cell is the one that was read last.
    """
    if column == WAKTU:
        tail = unit.kind == "satuan" and (last.kind == "bilangan" or goes_with_time(unit.text))
        return _DEAR if not tail else 0.0 if own else 0.3
    if unit.kind != "teks" or last.kind != "teks":
        return _DEAR
    cost = _PARTED if own and unit.gap and not apart else _ELSEWHERE if apart else 0.0
    first, ending_line = unit.text.split()[0], last.text.rsplit("\n", 1)[-1]
    if unit.gap or apart:
        cost -= 0.8 * (habits.pairs[plain(ending_line.split()[-1]), plain(first)] > 0)
    cost += 0.7 * (unit.acting and column != URAIAN) - 0.8 * is_open(last.text)
    if unit.item:
        begun = unit.item == 1 or (last.item and unit.item == last.item + 1)
        return cost + (0.1 if begun else 0.4) + 0.6 * (column == URAIAN and not unit.acting)
    if unit.gap or apart or not unit.low:
        room = habits.widths[column] - len(ending_line) - 1 - len(first)
        cost += min(1.2, 0.07 * max(room, 0))
    if unit.low:
        return max(cost - 0.4, 0.0) if own else max(cost, 0.3)
    return cost + (2.0 if unit.verbal else 0.3 if is_name(first) else 0.9)


def stepping(before: tuple[int, int] | None, cell: tuple[int, int], top: int, habits: Habits) -> float:
    """The cost of beginning a cell behind another: the way there, and what stays empty on it.

    Args:
        before: the cell that was read last.
        cell: the new one.
        top: the lowest row on the page in which its column has a cell, -1 for none.
        habits: of the procedure.
    """
    column, row = cell
    empty = _AT_ONCE * habits.empty[column]
    along = before is not None and before[1] == row
    cost = (row - top - 1) * empty if row > top else (_BACK_ALONG if along else _BACK) - empty
    if before is None:
        return cost + (0.0 if row == 0 else 1.0)
    old, line = before
    if row == line and _PLACE[column] > _PLACE[old]:
        return cost + (0.0 if _PLACE[column] == _PLACE[old] + 1 or column == KETERANGAN else 0.1)
    if column == old and row == line + 1:
        return cost + (0.9 if column == NO else 0.2)
    if row == line + 1 and column in (NO, URAIAN):
        return cost
    if row == line:
        return cost + 0.6
    if abs(row - line) == 1:
        return cost + 0.7
    return cost + 1.0 + 0.05 * min(abs(row - line), 10)


def ending(cells: Collection[tuple[int, int]], habits: Habits) -> float:
    """The rest of the cost of all cells that stay empty."""
    rows = max((row for column, row in cells if column != NO), default=-1) + 1
    counts = Counter(column for column, row in cells if row < rows)
    return (1 - _AT_ONCE) * sum(habits.empty[column] * (rows - counts[column]) for column in COLUMNS)

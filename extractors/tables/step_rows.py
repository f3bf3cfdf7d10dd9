"""The rows of a scanned procedure table where the line between two steps was lost.

Each step has one number and one time. Where two of them stand in what the lines show as one row, the
words say where it is to be cut: along a line that is drawn over a part of the table, else where every
column is free and the text below begins anew.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractors.boxes import Box, union
from extractors.lattice.cuts import with_row
from extractors.lattice.grid import GridCell
from extractors.lattice.gutters import FORM, parted
from extractors.lattice.ruled import Ruled, numbering
from extractors.lexicon.durations import is_whole_duration
from extractors.sheets import TAK_TERBACA, Word, by_line, middle
from extractors.tables.columns import AKTOR, Heading
from extractors.tables.headings import heading_of, read_rows
from extractors.tables.unheaded import heading_by_content

_NUMBER = re.compile(r"\W{0,2}(\d{1,2})\W{0,2}")
_LEAST = 2
"""Times that a column must have."""
_OF_STEPS = ("no", "uraian", AKTOR)
"""Columns in which each step has a cell of its own."""
_APART = 0.7
"""Times of two steps stand further apart than the lines of one, as a share of their height."""
_INTO = 0.35
"""The share of its height by which a word may stand beyond the cut of its row."""
_DRAWN, _WIDE, _ANEW, _CROSSED = 4.0, 1.0, 0.5, 3.0
"""What speaks for a cut: a line over all of the table, a gap in a column of two lines, a text that begins anew; and
against it: a word that it goes through."""
_BLANK, _BESIDE = 1.2, 0.8
"""Room between the texts of two steps, and at the same height in the columns beside them, as a share of their height."""
_LEAST_DRAWN = 0.2
"""The share of a table's width over which a line must be drawn to be one that was lost elsewhere."""
_LEVEL = 0.35
"""How far the first lines of cells set from the top may differ in height, as a share of the height of their letters."""
_INFERRED = 0.9
"""How sure a word is that it belongs to a cell that words have cut."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A number or a time of a step."""

    box: Box
    value: int = 0


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands below a heading: the first row of the lattice, and what each column of the lattice is."""

    top: int
    roles: tuple[str, ...]

    def cells(self, table: Ruled, *roles: str) -> list[GridCell]:
        """The cells below the heading in columns of these roles."""
        return [c for c in table.lattice.cells if c.row >= self.top and self.roles[c.column] in roles]


def stepped(table: Ruled) -> Ruled:
    """The table with those rows cut in which its words show two steps."""
    if len(table.edges) <= FORM:
        return table
    columns = numbering(table, None)
    body = _body(table, columns)
    if body is None:
        return table
    numbers = _numbers(table, body)
    pairs = [*_counted(numbers), *_timed(_times(table, body), numbers), *_worded(table, body)]
    for before, after in pairs:
        table = _between(table, body, before.box, after.box)
    return _levelled(table, body)


def counted(table: Ruled) -> Ruled:
    """The table that a program drew without lines between steps, cut between the numbers that one cell holds."""
    if len(table.edges) <= FORM:
        return table
    body = _body(table, numbering(table, None))
    if body is None:
        return table
    for cell in body.cells(table, "no"):
        for before, after in _counted(_numbers_in(table, [cell])):
            cuts = _cuts(table, body, before.box, after.box, ())
            worth, y = max(cuts, key=lambda cut: cut[0], default=(0.0, 0.0))
            if worth > 0:
                lattice, words = with_row(table.lattice, table.words, y, _is_whole(cell, y))
                table = replace(table, lattice=lattice, words=words)
    return table


def _is_whole(number: GridCell, y: float) -> Callable[[GridCell, Sequence[Word]], bool]:
    """Tells the cells that a cut goes through, of those that are as high as that of the numbers: no word of theirs is in the way."""

    def told(cell: GridCell, words: Sequence[Word]) -> bool:
        level = abs(cell.box.y1 - number.box.y1) < 1
        return level and not any(_is_cut(word.box, y) for word in words)

    return told


def _levelled(table: Ruled, body: _Body) -> Ruled:
    """The table with cells cut at the edge of a row that the steps show, where a line below it stands as high as the step's first.

    So only in tables that set all cells of a row from the top: what reaches over several rows has no reason to do so.
    """
    steps = {cell.row: cell for cell in body.cells(table, "uraian")}
    for at in sorted(steps):
        above = max((row for row in steps if row < at), default=None)
        if above is None or steps[above].row + steps[above].rows != at:
            continue
        tops = (_top(table, steps[above]), _top(table, steps[at]))
        cut = [
            cell
            for cell in body.cells(table, "kelengkapan", "waktu", "output", "keterangan")
            if cell.row <= above and at < cell.row + cell.rows and _begins_at(table, cell, tops)
        ]
        if cut:
            table = _cut_some(table, table.lattice.ys[at], cut)
    return table


def _cut_some(table: Ruled, y: float, cut: Collection[GridCell]) -> Ruled:
    lattice, words = with_row(table.lattice, table.words, y, lambda cell, _: cell in cut)
    return replace(table, lattice=lattice, words=words)


def _top(table: Ruled, cell: GridCell) -> Box | None:
    """The first line of a cell."""
    lines = by_line(table.words.get(cell, ()))
    return union(word.box for word in lines[0]) if lines else None


def _begins_at(table: Ruled, cell: GridCell, tops: Sequence[Box | None]) -> bool:
    """Whether a cell has a line as high as each of some others."""
    lines = [union(word.box for word in line) for line in by_line(table.words.get(cell, ()))]
    return all(
        top is not None and any(abs(line.y0 - top.y0) <= _LEVEL * top.height for line in lines)
        for top in tops
    )


def _body(table: Ruled, columns: Sequence[int]) -> _Body | None:
    found = heading_of(table, columns)
    if found is not None:
        return _Body(found[0] + found[1].rows, _roles(found[1], columns))
    order, rows = read_rows(table, columns)
    told = heading_by_content(rows)
    return _Body(order[told.rows], _roles(told, columns)) if told else None


def _roles(heading: Heading, columns: Sequence[int]) -> tuple[str, ...]:
    known = heading.columns
    return tuple(known[at].role if at < len(known) else "" for at in columns)


def _numbers(table: Ruled, body: _Body) -> list[_Item]:
    """The numbers of steps, top to bottom."""
    return _numbers_in(table, body.cells(table, "no"))


def _numbers_in(table: Ruled, cells: Sequence[GridCell]) -> list[_Item]:
    found = []
    for cell in cells:
        for line in by_line(table.words.get(cell, ())):
            match = _NUMBER.fullmatch("".join(word.text for word in line))
            if match:
                found.append(_Item(union(word.box for word in line), int(match[1])))
    return sorted(found, key=lambda item: item.box.y0)


def _times(table: Ruled, body: _Body) -> list[_Item]:
    """The times of steps, top to bottom; what stands close below each other is one."""
    found: list[_Item] = []
    for cell in body.cells(table, "waktu"):
        own: list[_Item] = []
        for line in by_line(table.words.get(cell, ())):
            box = union(word.box for word in line)
            if own and box.y0 - own[-1].box.y1 <= _APART * box.height:
                own[-1] = _Item(union((own[-1].box, box)))
            elif is_whole_duration(" ".join(word.text for word in line)):
                own.append(_Item(box))
        found.extend(own)
    return sorted(found, key=lambda item: item.box.y0)


def _counted(numbers: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    for before, after in pairwise(numbers):
        if after.value == before.value + 1:
            yield before, after


def _timed(times: Sequence[_Item], numbers: Sequence[_Item]) -> Iterator[tuple[_Item, _Item]]:
    """Times that belong to two steps: none of them is numbered, or the number of one is missing."""
    if len(times) < _LEAST:
        return
    values = {item.value for item in numbers}
    missing = set(range(1, max(values, default=0) + 1)) - values
    for before, after in pairwise(times):
        if not numbers:
            yield before, after
            continue
        above = max((n.value for n in numbers if n.box.y0 <= after.box.y1), default=0)
        if {above, above + 1, above - 1} & missing:
            yield before, after


def _worded(table: Ruled, body: _Body) -> Iterator[tuple[_Item, _Item]]:
    """Lines of a step between which it and another column have room for a line or more, and no column has text."""
    for cell in body.cells(table, "uraian"):
        lines = by_line(table.words.get(cell, ()))
        for before, after in pairwise(lines):
            low, high = _foot(before), _head(after)
            height = median(word.box.height for word in (*before, *after))
            if high - low < _BLANK * height or not after[0].text[:1].isupper():
                continue
            y = (low + high) / 2
            columns = _columns(table, body, low, high)
            both = [column for column in columns.values() if middle(column[0]) < y < middle(column[-1])]
            if len(both) > 1 and all(_is_free(column, low, high, height) for column in both):
                yield _Item(union(word.box for word in before)), _Item(union(word.box for word in after))


def _is_free(column: Sequence[Sequence[Word]], low: float, high: float, height: float) -> bool:
    """Whether the lines of a column leave about as much room between two heights as those of the steps."""
    above = [_foot(line) for line in column if middle(line) < (low + high) / 2]
    below = [_head(line) for line in column if middle(line) >= (low + high) / 2]
    return min(below) - max(above) >= _BESIDE * height


def _between(table: Ruled, body: _Body, before: Box, after: Box) -> Ruled:
    """The table cut between two boxes, if no line of it parts the steps there."""
    low, high = before.centre[1], after.centre[1]
    ys = table.lattice.ys
    within = [at for at in range(body.top + 1, len(ys) - 1) if low < ys[at] < high]
    across = body.cells(table, "uraian", "no")
    if any(not any(c.row < at < c.row + c.rows for c in across) for at in within):
        return table
    best = max(_cuts(table, body, before, after, within), key=lambda cut: cut[0], default=None)
    if best is None or best[0] <= 0:
        return table
    return _cut(table, body, best[1])


def _cuts(
    table: Ruled, body: _Body, before: Box, after: Box, within: Sequence[int]
) -> Iterator[tuple[float, float]]:
    """Where a row may be cut between two boxes, and how much speaks for each place."""
    low, high = before.centre[1], after.centre[1]
    columns = _columns(table, body, low, high)
    words = [word for column in columns.values() for line in column for word in line]
    if not words:
        return
    usual = median(word.box.height for word in words)
    places = {table.lattice.ys[at] for at in within}
    for column in columns.values():
        places.update((_foot(above) + _head(below)) / 2 for above, below in pairwise(column))
    for y in sorted(places):
        if low < y < high:
            drawn = _drawn(table, y)
            # Beside a line that is drawn, a text that it would go through is one of several steps.
            worth = sum(
                _worth(some, y, usual, role == "uraian" or not drawn) for role, some in columns.items()
            )
            yield worth + _DRAWN * drawn, y


def _columns(table: Ruled, body: _Body, low: float, high: float) -> dict[str, list[list[Word]]]:
    """The lines of text of each column, of the cells that two heights lie in."""
    found: dict[str, list[Word]] = {}
    for cell in body.cells(table, "uraian", "kelengkapan", "waktu", "output", "keterangan"):
        if cell.box.y0 < high and cell.box.y1 > low:
            words = [w for w in table.words.get(cell, ()) if w.text != TAK_TERBACA]
            found.setdefault(body.roles[cell.column], []).extend(words)
    return {role: by_line(words) for role, words in found.items() if words}


def _worth(column: Sequence[Sequence[Word]], y: float, usual: float, whole: bool) -> float:
    """What the lines of a column say about a cut."""
    above = [line for line in column if middle(line) < y]
    below = [line for line in column if middle(line) >= y]
    crossed = whole * sum(_is_cut(word.box, y) for line in column for word in line)
    if not above or not below:
        return -_CROSSED * crossed
    gap = max(0.0, _head(below[0]) - _foot(above[-1]))
    anew = below[0][0].text[:1]
    said = _ANEW if anew.isupper() or anew.isdigit() else -_ANEW
    return _WIDE * min(gap / usual, 2.0) / 2 + said - _CROSSED * crossed


def _is_cut(box: Box, y: float) -> bool:
    return box.y0 + _INTO * box.height < y < box.y1 - _INTO * box.height


def _foot(line: Sequence[Word]) -> float:
    return median(word.box.y1 for word in line)


def _head(line: Sequence[Word]) -> float:
    return median(word.box.y0 for word in line)


def _drawn(table: Ruled, y: float) -> float:
    """The share of a table's width over which a line is drawn at an edge of its rows."""
    if y not in table.lattice.ys:
        return 0.0
    at = table.lattice.ys.index(y)
    share = sum(c.box.width for c in table.lattice.cells if c.row + c.rows == at) / table.lattice.box.width
    return share if share >= _LEAST_DRAWN else 0.0


def _cut(table: Ruled, body: _Body, y: float) -> Ruled:
    """The table with a row more, or with one that was there for a part of its columns."""
    lattice, words = with_row(
        table.lattice, table.words, y, lambda cell, mine: _falls_apart(mine, y, body.roles[cell.column])
    )
    old = {id(cell_words) for cell_words in table.words.values()}
    sure = {c: some if id(some) in old else [_inferred(word) for word in some] for c, some in words.items()}
    return replace(table, lattice=lattice, words=sure)


def _falls_apart(words: Sequence[Word], y: float, role: str) -> bool:
    """Whether a cell is two at a cut: each step has its own cell, or its text stands clear above and below."""
    if role in _OF_STEPS:
        return True
    if any(_is_cut(word.box, y) for word in words):
        return False
    above = [word for word in words if word.box.centre[1] < y]
    below = [word for word in words if word.box.centre[1] >= y]
    return not above or not below or parted(above, below)


def _inferred(word: Word) -> Word:
    return replace(word, keyakinan=word.keyakinan * _INFERRED)

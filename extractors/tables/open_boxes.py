"""Boxes of a form of which only the names are framed: what stands below the names belongs into the table, too.

Workbooks print the borders of the cells that have some, so the names of two boxes side by side may be the last
row of a table, and the lists below them lines without any.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled, changed
from extractors.lexicon.labels import names_box
from extractors.lists.items import number_of
from extractors.sheets import Word, by_line, middle

Lines = list[list[Word]]

_PARTED = 1.0
"""What is left free on both sides of the edge between two boxes, in heights of letters together."""
_SKIP = 1.7
"""Behind the last name, lines further apart than so many usual distances are of one box only where a marker follows."""
_BESIDE = 0.5
"""How far words may stand beside the table, in heights of letters."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines between two heights; ``names`` where they name boxes."""

    lines: Lines
    names: bool


def with_open_boxes(parts: Sequence[Ruled | Lines]) -> list[Ruled | Lines]:
    """The tables and lines of a sheet, forms carried on over what stands in their last boxes."""
    found: list[Ruled | Lines] = []
    for part in parts:
        above = found[-1] if found else None
        if isinstance(part, Ruled) or not isinstance(above, Ruled) or len(names := _last_names(above)) < 2:
            found.append(part)
            continue
        inside = _inside(part, above, names)
        if inside:
            found[-1] = _carried_on(above, names, _rows(part[:inside], names))
        if part[inside:]:
            found.append(part[inside:])
    return found


def _last_names(table: Ruled) -> list[GridCell]:
    """The cells of the last row where they hold the names of boxes and nothing else."""
    last = [cell for cell in table.lattice.cells if cell.row + cell.rows == len(table.lattice.ys) - 1]
    return last if all(_names(table.words.get(cell, ())) for cell in last) else []


def _names(words: Sequence[Word]) -> bool:
    """Whether a text is the name of a box."""
    return names_box(" ".join(word.text for line in by_line(words) for word in line))


def _dealt(line: Sequence[Word], names: Sequence[GridCell]) -> list[list[Word]]:
    """The words of a line below each name."""
    edges = [cell.box.x0 for cell in names[1:]]
    dealt: list[list[Word]] = [[] for _ in names]
    for word in line:
        dealt[sum(edge <= word.box.centre[0] for edge in edges)].append(word)
    return dealt


def _inside(lines: Lines, table: Ruled, names: Sequence[GridCell]) -> int:
    """How many lines stand in the boxes: up to one that runs over an edge, or to a gap below the last name."""
    steps = [middle(b) - middle(a) for a, b in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    later = [at for at, line in enumerate(lines) if _are_names(line, names)]
    for at, line in enumerate(lines):
        if _runs_over(line, table, names):
            return at
        far = at > 0 and steps[at - 1] > _SKIP * usual and at > max(later, default=0)
        if far and not any(number_of(_text(some)) for some in _dealt(line, names) if some):
            return at
    return len(lines)


def _runs_over(line: Sequence[Word], table: Ruled, names: Sequence[GridCell]) -> bool:
    """Whether a line is none of the boxes: it leaves the table, or no room parts it at the edge of a box."""
    height = median(word.box.height for word in line)
    box = table.lattice.box
    if line[0].box.x0 < box.x0 - _BESIDE * height or line[-1].box.x1 > box.x1 + _BESIDE * height:
        return True
    dealt = [some for some in _dealt(line, names) if some]
    if any(b[0].box.x0 - a[-1].box.x1 < _PARTED * height for a, b in pairwise(dealt)):
        return True
    edges = [cell.box.x0 for cell in names[1:]]
    return any(word.box.x0 + 1 < edge < word.box.x1 - 1 for word in line for edge in edges)


def _are_names(line: Sequence[Word], names: Sequence[GridCell]) -> bool:
    return all(_names(some) for some in _dealt(line, names) if some)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _rows(lines: Lines, names: Sequence[GridCell]) -> list[_Row]:
    """The lines in rows: names by themselves, and what stands between two of them."""
    rows: list[_Row] = []
    for line in lines:
        if _are_names(line, names):
            rows.append(_Row([line], True))
        elif rows and not rows[-1].names:
            rows[-1].lines.append(line)
        else:
            rows.append(_Row([line], False))
    return rows


def _carried_on(table: Ruled, names: Sequence[GridCell], rows: Sequence[_Row]) -> Ruled:
    """A table with further rows that have the columns of its last one."""
    lattice, words = table.lattice, dict(table.words)
    ys, cells = list(lattice.ys), list(lattice.cells)
    for row, below in zip(rows, [*rows[1:], None], strict=True):
        foot = max(word.box.y1 for line in row.lines for word in line)
        if below:
            foot = (foot + min(word.box.y0 for word in below.lines[0])) / 2
        top = ys[-1]
        ys.append(max(foot, top + 1))
        for at, name in enumerate(names):
            box = Box(name.box.x0, top, name.box.x1, ys[-1])
            cell = replace(name, box=box, row=len(ys) - 2, rows=1)
            cells.append(cell)
            inside = [word for line in row.lines for word in _dealt(line, names)[at]]
            if inside:
                words[cell] = inside
    return changed(table, Lattice(lattice.xs, tuple(ys), tuple(cells)), words)

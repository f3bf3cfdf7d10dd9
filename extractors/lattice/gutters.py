"""Edges of cells that only the text shows: a line that the scan lost leaves a gutter that the words of cell after cell keep free."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.boxes import Box
from extractors.lattice.cuts import with_column
from extractors.lattice.grid import GridCell, Lattice
from extractors.sheets import TAK_TERBACA, Word, by_line

Words = Mapping[GridCell, Sequence[Word]]

_CROSSES = 3.0
"""Points by which a cell must reach beyond an edge to be cut there."""
_LETTERS = 4
_RUNS_ON = 0.6
"""The gap between two words of one line, as a share of their height."""
_GUTTER = 0.5
"""How wide a gutter is at least, as a share of the height of words; a blank is about a quarter."""
_LABELLED = 0.4
"""The share of cells along a lost edge that have words on both sides."""
_ROW_SEEN = 0.3
"""The share of a table's width over which a row's line must be drawn to count where it was lost."""
_LINE_GAP = 3.5
"""Points between the text of two rows at least."""
_HEADING_ROWS = 4
"""The headings of a table stand in the first rows of its lattice."""
_APART = 1.3
"""The gap between two headings, as a share of the height of their words."""
_USUAL, _EVEN = 3, 0.04
"""So many headings in a row are of one width, give or take this share of it, where columns were laid out evenly."""
FORM = 6
"""Tables with no more edges than this are forms, whose rows have columns and heights of their own."""
_MOST = 0.8
"""The share of a table's rows that an edge known from another page must be free in."""
_FLUSH = 0.8
"""The share of lines that end at one place in text drawn out to its margin."""
_BLANKS = 1.3
"""How many times as wide as the widest other blank of its line one is that may be of the same text."""
_SLIVER = 7.0
"""Points; columns are wider."""
_CELLS = 3
"""Cells that must have words on both sides of a lost edge."""


def mended(lattice: Lattice, words: Words) -> tuple[Lattice, dict[GridCell, list[Word]]]:
    """The table with cells joined that text runs through, and split where an edge was lost."""
    cells, filled = _joined(lattice, {cell: list(found) for cell, found in words.items()})
    lattice = replace(lattice, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))
    for column in sorted({cell.column for cell in filled}, reverse=True):
        stack = sorted((cell for cell in filled if cell.column == column), key=lambda c: c.row)
        found = _gutter([(cell, filled[cell]) for cell in stack], lattice.xs)
        if found:
            lattice, filled = with_column(lattice, filled, *found)
    if len(lattice.xs) <= FORM:
        return lattice, filled
    for x in _between_headings(lattice, filled):
        split = with_edge(lattice, filled, x)
        if split:
            lattice, filled = split
    return _with_columns(*_with_rows(lattice, filled))


def _between_headings(lattice: Lattice, words: Words) -> list[float]:
    """Where headings stand side by side in one cell of the upper rows: a column's line was lost between them."""
    found = []
    for cell in lattice.cells:
        named = (w for w in words.get(cell, ()) if any(map(str.isalnum, w.text)))
        mine = sorted(named, key=lambda w: w.box.x0)
        if cell.row >= _HEADING_ROWS or len(mine) < 2 or cell.columns > 1 or _is_usual(cell, lattice):
            continue
        wide = _APART * median(w.box.height for w in mine)
        end = mine[0].box.x1
        for word in mine[1:]:
            if word.box.x0 - end > wide and not (_is_flush(mine) and _is_blank([mine], word.box.x0)):
                found.append((end + word.box.x0) / 2)
            end = max(end, word.box.x1)
    return found


def _by_height(words: Sequence[Word]) -> list[list[Word]]:
    """Words as lines by where they stand alone: in a cell that was read in parts the engine's own lines say nothing."""
    return by_line([replace(word, baris=-1) for word in words])


def _is_flush(words: Sequence[Word]) -> bool:
    """Whether words are several lines that begin at one place, as those of headings side by side do not."""
    starts = [line[0].box.x0 for line in _by_height(words)]
    return len(starts) > 1 and max(starts) - min(starts) < median(word.box.height for word in words)


def _is_usual(cell: GridCell, lattice: Lattice) -> bool:
    """Whether a cell is as wide as several others beside it: one that has lost a line is as wide as two."""
    beside = (c for c in lattice.cells if c.row == cell.row and c is not cell)
    return sum(abs(c.box.width - cell.box.width) <= _EVEN * cell.box.width for c in beside) >= _USUAL


def _with_rows(
    lattice: Lattice, words: dict[GridCell, list[Word]]
) -> tuple[Lattice, dict[GridCell, list[Word]]]:
    """Cells cut where a row's line was lost in them: it is drawn elsewhere, and text stands free above and below it."""
    width = lattice.box.width
    for row in range(1, len(lattice.ys) - 1):
        y = lattice.ys[row]
        drawn = sum(c.box.width for c in lattice.cells if c.row + c.rows == row)
        if drawn < _ROW_SEEN * width:
            continue
        for cell in [c for c in lattice.cells if c.row < row < c.row + c.rows]:
            mine = words.get(cell, [])
            above = [w for w in mine if w.box.y1 <= y + 1]
            below = [w for w in mine if w.box.y0 >= y - 1]
            if above and below and len(above) + len(below) == len(mine) and parted(above, below):
                upper = replace(cell, box=cell.box._replace(y1=y), rows=row - cell.row)
                lower = replace(cell, box=cell.box._replace(y0=y), row=row, rows=cell.row + cell.rows - row)
                cells = [c for c in lattice.cells if c is not cell]
                lattice = replace(
                    lattice, cells=tuple(sorted([*cells, upper, lower], key=lambda c: (c.row, c.column)))
                )
                del words[cell]
                words[upper], words[lower] = above, below
    return lattice, words


def _with_columns(
    lattice: Lattice, words: dict[GridCell, list[Word]]
) -> tuple[Lattice, dict[GridCell, list[Word]]]:
    """Cells of headings cut where a column's line was lost in them: it is drawn below, between two headings."""
    for cell in [c for c in lattice.cells if c.row < _HEADING_ROWS and c.columns > 1 and c in words]:
        whole, mine = cell, words[cell]
        for x in _columns_between(lattice.xs[cell.column + 1 : cell.column + cell.columns], mine):
            at = lattice.xs.index(x)
            left = replace(whole, box=whole.box._replace(x1=x), columns=at - whole.column)
            right = replace(
                whole, box=whole.box._replace(x0=x), column=at, columns=whole.column + whole.columns - at
            )
            cells = [c for c in lattice.cells if c is not whole]
            lattice = replace(
                lattice, cells=tuple(sorted([*cells, left, right], key=lambda c: (c.row, c.column)))
            )
            before = words.pop(whole)
            words[left] = [w for w in before if w.box.centre[0] < x]
            words[right] = [w for w in before if w.box.centre[0] >= x]
            whole = right
    return lattice, words


def _columns_between(edges: Sequence[float], words: Sequence[Word]) -> list[float]:
    """Of the edges below a cell those that stand alone in a gap as wide as between two headings.

    The name of a group of columns may stand above both, over the edge between them.
    """
    wide = _APART * median(w.box.height for w in words)
    over = {id(w) for w in words if any(w.box.x0 + 1 < x < w.box.x1 - 1 for x in edges)}
    named = [w for w in words if id(w) not in over]
    if named and all(w.box.centre[1] < min(o.box.y0 for o in named) for w in words if id(w) in over):
        words = named
    found = []
    for x in edges:
        left = max((w.box.x1 for w in words if w.box.centre[0] < x), default=None)
        right = min((w.box.x0 for w in words if w.box.centre[0] >= x), default=None)
        if left is None or right is None or right - left <= wide:
            continue
        if [edge for edge in edges if left < edge < right] == [x]:
            found.append(x)
    return found


def parted(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether two groups of lines stand further apart than lines of one text."""
    gap = min(w.box.y0 for w in below) - max(w.box.y1 for w in above)
    steps = [
        min(w.box.y0 for w in after) - max(w.box.y1 for w in before)
        for group in (above, below)
        for before, after in pairwise(by_line(group))
    ]
    return gap > max(_LINE_GAP, 1.3 * min(steps, default=0.0))


def _joined(
    lattice: Lattice, words: dict[GridCell, list[Word]]
) -> tuple[list[GridCell], dict[GridCell, list[Word]]]:
    """Neighbours made one where the edge between them stands in their row alone and lines run through it."""
    begins: dict[int, int] = {}
    for cell in lattice.cells:
        begins[cell.column] = begins.get(cell.column, 0) + 1
    cells = list(lattice.cells)
    for left in lattice.cells:
        right = next(
            (
                c
                for c in lattice.cells
                if c.column == left.column + left.columns and (c.row, c.rows) == (left.row, left.rows)
            ),
            None,
        )
        if right is None or begins[right.column] > 1 or left not in words or right not in words:
            continue
        if _runs_through(words[left], words[right]):
            box = Box(left.box.x0, left.box.y0, right.box.x1, left.box.y1)
            whole = replace(left, box=box, columns=left.columns + right.columns)
            cells = [c for c in cells if c not in (left, right)] + [whole]
            words[whole] = words.pop(left) + words.pop(right)
    return cells, words


def _runs_through(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether most lines of the left cell go on in the right one after a mere blank."""
    near = lines = 0
    for line in _by_height(left):
        last = line[-1].box
        level = [w.box for w in right if min(w.box.y1, last.y1) - max(w.box.y0, last.y0) > 0.5 * last.height]
        if level:
            lines += 1
            near += min(box.x0 for box in level) - last.x1 < _RUNS_ON * last.height
    return lines > 0 and near >= 0.6 * lines


def _gutter(
    stack: Sequence[tuple[GridCell, Sequence[Word]]], drawn: Sequence[float]
) -> tuple[float, set[GridCell]] | None:
    """The x of an edge that was lost, one that is drawn elsewhere if any is as free, and the cells that it went through."""
    every = [word for _, words in stack for word in words]
    if len(every) < 2 * _CELLS:
        return None
    wide = _GUTTER * median(word.box.height for word in every)
    best: tuple[int, float, set[GridCell]] | None = None
    for edge in sorted({word.box.x0 for word in every}):
        low = edge - wide
        for run in _free_runs(stack, low, edge - 1):
            labels = [
                label
                for _, words in run
                if (label := _label(words, low)) and any(w.box.x0 >= edge - 1 for w in words)
            ]
            # One text repeated from row to row has its blanks at one place, too.
            count = len(set(labels))
            # Texts of a column begin at one place more often than not.
            worth = count + 2 * sum(any(abs(w.box.x0 - edge) < wide for w in words) for _, words in run)
            better = count >= max(_CELLS, _LABELLED * len(run)) and (best is None or worth > best[0])
            if better and not _justified(run, edge, wide):
                x = edge - wide / 2
                crossed = [(cell, words) for cell, words in run if cell.box.x0 < x < cell.box.x1]
                best = worth, _drawn_at(drawn, x, crossed) or x, {cell for cell, _ in crossed}
    return best[1:] if best else None


def _drawn_at(
    edges: Sequence[float], x: float, run: Sequence[tuple[GridCell, Sequence[Word]]]
) -> float | None:
    """The edge beside a place that other rows of the table show and no word of these stands on: two would make a sliver."""
    left = max((cell.box.x0 for cell, _ in run), default=x)
    right = min((cell.box.x1 for cell, _ in run), default=x)
    boxes = [word.box for _, words in run for word in words]
    near = (
        edge
        for edge in edges
        if abs(edge - x) <= _SLIVER
        and left < edge < right
        and not any(box.x0 + 1 < edge < box.x1 - 1 for box in boxes)
    )
    return min(near, default=None, key=lambda edge: abs(edge - x))


def _justified(run: Sequence[tuple[GridCell, Sequence[Word]]], edge: float, near: float) -> bool:
    """Whether what stands right of a gutter are the ends of drawn-out lines: they share their end, not their beginning.

    Where they share that, too, a gutter no wider than the other blanks of its lines is one of these.
    """
    lines = [line for _, words in run for line in by_line([w for w in words if w.box.x0 >= edge - 1])]
    end = max((line[-1].box.x1 for line in lines), default=0.0)
    ending = sum(end - line[-1].box.x1 < near for line in lines)
    beginning = sum(line[0].box.x0 - edge < near for line in lines)
    flush = ending >= _FLUSH * len(lines)
    return flush and (ending > beginning or _is_blank([words for _, words in run], edge))


def _is_blank(cells: Iterable[Sequence[Word]], edge: float) -> bool:
    """Whether most lines have other blanks that are about as wide as the one left of a place."""
    told = []
    for words in cells:
        for line in _by_height(words):
            gaps = [(b.box.x0 - a.box.x1, a.box.x1 < edge - 1 <= b.box.x0) for a, b in pairwise(line)]
            here = [gap for gap, through in gaps if through]
            others = [gap for gap, through in gaps if not through]
            if here and others:
                told.append(here[0] <= _BLANKS * max(others))
    return sum(told) > len(told) / 2


def _free_runs(
    stack: Sequence[tuple[GridCell, Sequence[Word]]], low: float, high: float
) -> Iterator[list[tuple[GridCell, Sequence[Word]]]]:
    """Runs of cells, one below the other, without words between two places."""
    run: list[tuple[GridCell, Sequence[Word]]] = []
    for cell, words in stack:
        if any(w.box.x0 < high and w.box.x1 > low and w.text != TAK_TERBACA for w in words):
            if run:
                yield run
            run = []
        else:
            run.append((cell, words))
    if run:
        yield run


def _label(words: Sequence[Word], end: float) -> str:
    """What stands left of a place, if it is more than the number of an item."""
    left = [w.text for w in words if w.box.x1 <= end]
    return " ".join(left) if any(len(text) >= _LETTERS and text[0].isalpha() for text in left) else ""


def with_edge(lattice: Lattice, words: Words, x: float) -> tuple[Lattice, dict[GridCell, list[Word]]] | None:
    """The table with an edge that another page shows; None where words of the table's own stand on it."""
    over = [cell for cell in lattice.cells if cell.box.x0 + _CROSSES < x < cell.box.x1 - _CROSSES]
    crossed = {cell for cell in over if any(w.box.x0 + 1 < x < w.box.x1 - 1 for w in words.get(cell, ()))}
    free = [cell for cell in over if cell not in crossed]
    if sum(cell.rows for cell in free) < _MOST * (len(lattice.ys) - 1):
        return None
    # A cell over several columns is a group's heading: it stands over the new edge, too.
    alone = [cell for cell in free if cell.columns == 1]
    return with_column(lattice, {cell: list(found) for cell, found in words.items()}, x, alone)

"""The heading of a scanned procedure table, put together from its words where its lines do not show it.

Over the first rows of a table run the shortest lines, and most of what a scan loses is lost there. The
columns are known from the rows below, and what a heading says from its vocabulary; so the words above
each column are its heading, whatever is left of the lines between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.boxes import Box, union
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.gutters import FORM
from extractors.lattice.ruled import Ruled, numbering
from extractors.lexicon.labels import GROUPS, heading, worn_heading
from extractors.pages import Cell, Row
from extractors.sheets import TAK_TERBACA, Word, by_line, pieces
from extractors.spans import Span
from extractors.tables.columns import AKTOR, MUTU, Heading, read_heading

_FIRST_ROWS, _HEADING_ROWS = 4, 4
"""Rows of the lattice in which a heading may begin, and over which it may reach."""
_APART = 1.3
"""The gap between two headings, as a share of the height of their words."""
_LEAST = 4
"""Known headings that make a heading, that of the steps being one."""
_ACROSS = 0.12
"""The share of a word that must stand on either side of an edge for the edge to cut it."""
_TELLING = 4
"""Letters of a word that tells that it is astray."""
_INTO = 0.5
"""The share of its height by which a word must stand in a row to be of it."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows [top, bottom) of a lattice read as a heading: the words over each column, and of each group."""

    top: int
    bottom: int
    columns: tuple[tuple[Word, ...], ...]
    groups: dict[str, tuple[Word, ...]]

    @property
    def roles(self) -> list[str | None]:
        """What each column is named, None for an actor and for what is not known."""
        found = [heading(_text(words)) if words else None for words in self.columns]
        if "uraian" not in found and found[:2] == ["no", None] and self.columns[1]:
            found[1] = "uraian"  # behind the number stands what is done, whatever it is called
        return found


def rows_of(table: Ruled, columns: Sequence[int]) -> Iterator[tuple[int, list[tuple[GridCell, int, int]]]]:
    """The rows of a table that have cells: each cell with its first column and its width in columns.

    Args:
        table: its cells.
        columns: for each edge of the lattice the number of the column that begins there (``ruled.numbering``).
    """
    rows: dict[int, list[tuple[GridCell, int, int]]] = {}
    for cell in sorted(table.lattice.cells, key=lambda c: (c.row, c.column)):
        first, last = columns[cell.column], columns[cell.column + cell.columns]
        if first == last and not table.words.get(cell):
            continue  # a piece of a cell behind the side of a symbol
        rows.setdefault(cell.row, []).append((cell, first, max(1, last - first)))
    yield from sorted(rows.items())


def read_rows(table: Ruled, columns: Sequence[int]) -> tuple[list[int], list[Row]]:
    """The rows of a table as they are read, and the row of the lattice of each."""
    order, made = [], []
    for at, cells in rows_of(table, columns):
        order.append(at)
        made.append(Row(tuple(_cell(table.words.get(c, ()), first, wide) for c, first, wide in cells)))
    return order, made


def heading_of(table: Ruled, columns: Sequence[int]) -> tuple[int, Heading] | None:
    """The row of the lattice at which the heading of a procedure begins, and the heading."""
    order, made = read_rows(table, columns)
    for at, top in enumerate(order):
        if found := read_heading(made[at:]):
            return top, found
    return None


def headed(table: Ruled) -> Ruled:
    """The table with the heading that its words make, where that says more than the one that its lines make."""
    if len(table.edges) <= FORM:
        return table
    found = heading_of(table, numbering(table, None))
    best = max(_bands(table), key=lambda band: _worth(band.roles), default=None)
    if best is None or "uraian" not in best.roles or len(_known(best.roles)) < _LEAST:
        return table
    made = _rebuilt(table, best)
    again = heading_of(made, numbering(made, None))
    if again and found and _roles(again[1]) == _roles(found[1]) and _cuts_words(table, best):
        return table  # an arrow that passed for a line parts one name into two
    group = {word.text for some in best.groups.values() for word in some if len(word.text) >= _TELLING}
    said = _says(found[1], group) if found else (0, 0, 0)
    return made if again and _says(again[1], group) > said else table


def _says(found: Heading, group: set[str]) -> tuple[int, int, int]:
    """How much a heading says: how many of its columns it names, how many actors, and how many less by words of a ``group``.

    What only the texts below a column tell is not said.
    """
    roles = {column.role for column in found.columns if column.heading} - {"", AKTOR}
    named = [c for c in found.columns if c.role == AKTOR and any(map(str.isalpha, c.heading.text))]
    astray = sum(not group.isdisjoint(column.heading.text.split()) for column in named)
    return len(roles), len([column for column in named if not column.goes_on]), -astray


def _roles(found: Heading) -> set[str]:
    return {column.role for column in found.columns} - {"", AKTOR}


def _cuts_words(table: Ruled, band: _Band) -> bool:
    """Whether a word of a column's name stands across the edge of that column."""
    boxes = [word.box for some in band.columns for word in some]
    return any(is_cut(box, edge) for edge in table.edges[1:-1] for box in boxes)


def is_cut(box: Box, edge: float) -> bool:
    """Whether an upright edge goes through a word rather than along its side."""
    return min(edge - box.x0, box.x1 - edge) > _ACROSS * box.width


def _known(roles: Sequence[str | None]) -> set[str]:
    return {role for role in roles if role and role not in GROUPS}


def _worth(roles: Sequence[str | None]) -> int:
    """Known columns, those named twice held against it."""
    known = [role for role in roles if role and role not in GROUPS]
    return 2 * len(set(known)) - len(known)


def _bands(table: Ruled) -> Iterator[_Band]:
    rows = len(table.lattice.ys) - 1
    words = [w for some in table.words.values() for w in some if w.text != TAK_TERBACA]
    wide = [box for cell in table.words if _is_wide(table, box := cell.box)]
    for top in range(min(_FIRST_ROWS, rows - 1)):
        for bottom in range(top + 1, min(top + _HEADING_ROWS, rows - 1) + 1):
            yield _band(table, words, wide, top, bottom)


def _band(table: Ruled, words: Sequence[Word], wide: Sequence[Box], top: int, bottom: int) -> _Band:
    """What the words of a table say of its heading, if that goes from one row of the lattice to another; some cells are wide."""
    low, high = table.lattice.ys[top], table.lattice.ys[bottom]
    words = [w for w in words if min(w.box.y1, high) - max(w.box.y0, low) > _INTO * w.box.height]
    groups = _groups(words, wide, table.edges[1:-1])
    taken = {id(word) for some in groups.values() for word in some}
    columns: list[list[Word]] = [[] for _ in range(len(table.edges) - 1)]
    for word in words:
        if id(word) not in taken:
            columns[_column(table.edges, word.box.centre[0])].append(word)
    return _Band(top, bottom, tuple(map(tuple, columns)), groups)


def _column(edges: Sequence[float], x: float) -> int:
    return max(0, min(len(edges) - 2, sum(edge <= x for edge in edges) - 1))


def _is_wide(table: Ruled, box: Box) -> bool:
    """Whether a cell lies over several columns."""
    return sum(box.x0 <= (a + b) / 2 <= box.x1 for a, b in pairwise(table.edges)) > 1


def _groups(
    words: Sequence[Word], wide: Sequence[Box], edges: Sequence[float]
) -> dict[str, tuple[Word, ...]]:
    """The headings of groups, each with its words: those that stand over other headings, or in one of the wide cells.

    Headings on end are not read in the pass over the page; their group stands over empty cells. A worn one is known by
    the edges that it stands across.
    """
    found: dict[str, tuple[Word, ...]] = {}
    # An engine takes headings that stand side by side for one line, at whatever height each is.
    for piece in pieces([replace(word, baris=-1) for word in words], _APART):
        text, box = " ".join(word.text for word in piece), union(word.box for word in piece)
        role = heading(text)
        if role is None and any(is_cut(box, edge) for edge in edges):
            role = heading(worn_heading(text) or "")  # what stands over several columns is no actor's name
        if role not in GROUPS or role in found:
            continue
        lined = any(cell.holds(*box.centre) for cell in wide)
        if lined or any(w.box.y0 > box.centre[1] and _over(box, w.box) for w in words):
            own = {(word.box, word.text) for word in piece}
            found[role] = tuple(word for word in words if (word.box, word.text) in own)
    return found


def _over(group: Box, other: Box) -> bool:
    """Whether a group's heading stands above a word, or beside it by less than its own width."""
    return group.x0 - group.width < other.centre[0] < group.x1 + group.width


def _text(words: Sequence[Word]) -> str:
    return "\n".join(" ".join(word.text for word in line) for line in by_line(words))


def _cell(words: Sequence[Word], first: int, wide: int) -> Cell:
    text = _text(words)
    return Cell(Span(text, range(len(text))), first, wide)


def _rebuilt(table: Ruled, band: _Band) -> Ruled:
    """The table with one cell for the heading of each column, and one for that of each group above them."""
    lattice, ys = table.lattice, table.lattice.ys
    middle = _middle(band, ys[band.top : band.bottom + 1]) if band.groups else None
    heights = (ys[band.top], ys[band.bottom]) if middle is None else (ys[band.top], middle, ys[band.bottom])
    shift = len(heights) - 1 - (band.bottom - band.top)
    cells: list[GridCell] = []
    words: dict[GridCell, list[Word]] = {}
    for cell in lattice.cells:
        for part in _outside(cell, band, ys):
            kept = replace(part, row=part.row + (shift if part.row >= band.bottom else 0))
            cells.append(kept)
            inside = [w for w in table.words.get(cell, ()) if part.box.y0 <= w.box.centre[1] < part.box.y1]
            if inside:
                words[kept] = inside if part is not cell else table.words[cell]
    for new, some in _heads(table, band, heights):
        cells.append(new)
        if some:
            words[new] = list(some)
    whole = Lattice(
        lattice.xs,
        (*ys[: band.top], *heights, *ys[band.bottom + 1 :]),
        tuple(sorted(cells, key=lambda c: (c.row, c.column))),
    )
    return replace(table, lattice=whole, words=words)


def _middle(band: _Band, ys: Sequence[float]) -> float:
    """The height at which the headings of groups end: an edge of the lattice, if there is one below them."""
    end = max(word.box.centre[1] for some in band.groups.values() for word in some)
    drawn = [y for y in ys[1:-1] if y > end]
    if drawn:
        return drawn[0]
    foot = max(word.box.y1 for some in band.groups.values() for word in some)
    return min(max(foot + 1.0, ys[0] + 1.0), ys[-1] - 1.0)


def _outside(cell: GridCell, band: _Band, ys: Sequence[float]) -> list[GridCell]:
    """What of a cell lies above and below a heading."""
    last = cell.row + cell.rows
    if last <= band.top or cell.row >= band.bottom:
        return [cell]
    parts = []
    if cell.row < band.top:
        box = cell.box._replace(y1=ys[band.top])
        parts.append(replace(cell, box=box, rows=band.top - cell.row))
    if last > band.bottom:
        box = cell.box._replace(y0=ys[band.bottom])
        parts.append(replace(cell, box=box, row=band.bottom, rows=last - band.bottom))
    return parts


def _heads(table: Ruled, band: _Band, heights: Sequence[float]) -> Iterator[tuple[GridCell, Sequence[Word]]]:
    """The cells of a heading with their words."""
    at = [table.lattice.xs.index(edge) for edge in table.edges]
    grouped: dict[int, str] = {}
    for role, (first, last) in _reach(band).items():
        grouped.update(dict.fromkeys(range(first, last), role))
        box = Box(table.edges[first], heights[0], table.edges[last], heights[1])
        yield GridCell(box, band.top, at[first], 1, at[last] - at[first]), band.groups[role]
    rows = len(heights) - 1
    lost = [word for role, some in band.groups.items() if role not in _reach(band) for word in some]
    for column, own in enumerate(band.columns):
        words = [*own, *(w for w in lost if _column(table.edges, w.box.centre[0]) == column)]
        above = 1 if column in grouped else 0
        # Words of a leaning heading reach above the foot of its group: as much of both is let in.
        top = min(heights[above], *((heights[above] + word.box.y0) / 2 for word in words), heights[-1])
        box = _own_box(table, words) or Box(table.edges[column], top, table.edges[column + 1], heights[-1])
        wide = at[column + 1] - at[column]
        yield GridCell(box, band.top + above, at[column], rows - above, wide), words


def _own_box(table: Ruled, words: Sequence[Word]) -> Box | None:
    """The box of the one cell that has all words of a heading and no others; lines show its sides."""
    some = {id(word) for word in words}
    return next(
        (c.box for c, mine in table.words.items() if some and {id(word) for word in mine} == some), None
    )


def _reach(band: _Band) -> dict[str, tuple[int, int]]:
    """Over which columns [first, last) the groups stand: the actors between the step and what is needed, the rest behind."""
    roles = band.roles
    mutu = [at for at, role in enumerate(roles) if role in MUTU]
    uraian = roles.index("uraian") if "uraian" in roles else 0
    found: dict[str, tuple[int, int]] = {}
    if "mutu_baku" in band.groups and mutu:
        found["mutu_baku"] = (mutu[0], mutu[-1] + 1)
    if "pelaksana" in band.groups and mutu and uraian + 1 < mutu[0]:
        found["pelaksana"] = (uraian + 1, mutu[0])
    return found

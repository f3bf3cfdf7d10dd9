"""Sheets to pages: words into cells and lines, written out as the text that all evidence points into.

Each printed line of a cell, and each line outside the tables, becomes one line of the source.
Lines outside keep their gaps as blanks, so that what only stands in columns can still be read.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from extractors.grid import GridCell, Lattice, lattices
from extractors.pages import Block, Cell, Line, Pages, Place, Row, Source, Table
from extractors.sheets import TEKS_PDF, Sheet, Word, by_line
from extractors.spans import EMPTY, Span, join

_GAP = 1.8
"""Blanks wider than this many characters part columns; narrower ones part words."""
_SAME_EDGE = 0.012
"""Edges of columns that lie nearer than this share of a table's width are one, from page to page."""
_SKIP = 1.7
"""Lines further apart than this many usual distances have an empty line between them."""


def pages_of(jenis: str, sheets: Sequence[Sheet]) -> Pages:
    """The text, tables and lines of the sheets of one file, in order."""
    draft = _Draft()
    blocks: list[Block] = []
    before: Lattice | None = None
    for sheet in sheets:
        for part in _parts(sheet):
            if isinstance(part, _Ruled):
                columns = _columns(part.lattice, before)
                blocks.append(_table(draft, sheet, part, columns))
                before = part.lattice
            else:
                blocks.extend(_lines(draft, sheet, part))
        blocks.append(Line(EMPTY))
    source = Source("".join(draft.text), tuple(draft.places))
    return Pages(jenis, source, tuple(blocks), len(sheets), tuple(sheets))


@dataclass(slots=True)
class _Draft:
    """The source while it is written."""

    text: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    length: int = 0

    def write(self, text: str) -> int:
        """Add to the text; returns the offset at which it begins."""
        start = self.length
        self.text.append(text)
        self.length += len(text)
        return start

    def word(self, word: Word, sheet: Sheet) -> None:
        """Add a word and its place."""
        start = self.write(word.text)
        mesin = "" if word.mesin == TEKS_PDF else word.mesin
        self.places.append(
            Place(start, self.length, sheet.halaman, sheet.on_page(word.box), mesin, word.keyakinan)
        )


@dataclass(frozen=True, slots=True)
class _Ruled:
    """A table of a sheet with the words of each of its cells."""

    lattice: Lattice
    words: dict[GridCell, list[Word]]


def _parts(sheet: Sheet) -> Iterator[_Ruled | list[list[Word]]]:
    """The tables of a sheet and the lines between them, top to bottom."""
    tables = lattices(sheet.rules)
    inside: list[dict[GridCell, list[Word]]] = [{} for _ in tables]
    loose: list[Word] = []
    for word in sheet.words:
        place = _cell_of(word, tables)
        if place is None:
            loose.append(word)
        else:
            inside[place[0]].setdefault(place[1], []).append(word)
    lines = by_line(loose)
    for lattice, words in zip(tables, inside, strict=True):
        above = [line for line in lines if _middle(line) < lattice.box.y0]
        if above:
            yield above
            lines = lines[len(above) :]
        yield _Ruled(lattice, words)
    if lines:
        yield lines


def _middle(line: Sequence[Word]) -> float:
    return sum(word.box.centre[1] for word in line) / len(line)


def _cell_of(word: Word, tables: Sequence[Lattice]) -> tuple[int, GridCell] | None:
    """The smallest cell around the middle of a word, with the number of its table."""
    x, y = word.box.centre
    found: tuple[int, GridCell] | None = None
    for at, lattice in enumerate(tables):
        if not lattice.box.holds(x, y):
            continue
        for cell in lattice.cells:
            if cell.box.holds(x, y) and (found is None or cell.box.area < found[1].box.area):
                found = at, cell
    return found


def _columns(lattice: Lattice, before: Lattice | None) -> list[int]:
    """For each edge of the table the number of the column that begins there.

    A table that goes on from the page before has its columns at the same places; numbered
    alike, a line too many or too few on one page moves nothing.
    """
    own = list(range(len(lattice.xs)))
    if before is None or len(before.xs) < 4:
        return own
    known, edges = _relative(before), _relative(lattice)
    slack = _SAME_EDGE * 2
    if any(abs(a - b) > slack for a, b in ((known[0], edges[0]), (known[-1], edges[-1]))):
        return own
    columns = [max(0, bisect_right(known, edge + _SAME_EDGE) - 1) for edge in edges]
    hits = sum(min(abs(edge - other) for other in known) <= _SAME_EDGE for edge in edges)
    return columns if hits >= max(4, len(edges) - 2) else own


def _relative(lattice: Lattice) -> list[float]:
    """The edges of the columns as shares of the width from the left edge."""
    width = lattice.xs[-1] - lattice.xs[0]
    return [(x - lattice.xs[0]) / width for x in lattice.xs]


def _table(draft: _Draft, sheet: Sheet, ruled: _Ruled, columns: Sequence[int]) -> Table:
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(ruled.lattice.cells, key=lambda c: (c.row, c.column)):
        span = _cell_text(draft, sheet, ruled.words.get(cell, []))
        first, last = columns[cell.column], columns[cell.column + cell.columns]
        entry = Cell(span, first, max(1, last - first), cell.box, sheet.halaman)
        rows.setdefault(cell.row, []).append(entry)
    return Table(tuple(Row(tuple(rows[at])) for at in sorted(rows)))


def _cell_text(draft: _Draft, sheet: Sheet, words: Sequence[Word]) -> Span:
    """The lines of a cell, each written as a line of the source."""
    return join([_written(draft, sheet, line, " ") for line in by_line(words)], "\n")


def _written(draft: _Draft, sheet: Sheet, line: Sequence[Word], blank: str) -> Span:
    start = draft.length
    for at, word in enumerate(line):
        if at:
            draft.write(blank)
        draft.word(word, sheet)
    end = draft.write("\n")
    text = "".join(draft.text[-2 * len(line) : -1])
    return Span(text, range(start, end))


def _lines(draft: _Draft, sheet: Sheet, lines: Sequence[Sequence[Word]]) -> Iterator[Line]:
    """Lines outside tables, words that stand far apart with as many blanks as fit between them."""
    pitch = _pitch([word for line in lines for word in line])
    steps = [_middle(b) - _middle(a) for a, b in pairwise(lines)]
    usual = median(steps) if steps else 0.0
    for at, line in enumerate(lines):
        if at and steps[at - 1] > _SKIP * usual:
            yield Line(EMPTY)
        yield _spaced(draft, sheet, line, pitch)


def _spaced(draft: _Draft, sheet: Sheet, line: Sequence[Word], pitch: float) -> Line:
    indent = max(0, round(line[0].box.x0 / pitch))
    start, parts, before = draft.length, [], None
    for word in line:
        if before is not None:
            gap = (word.box.x0 - before.box.x1) / pitch
            parts.append(" " * (max(2, round(gap)) if gap > _GAP else 1))
            draft.write(parts[-1])
        draft.word(word, sheet)
        parts.append(word.text)
        before = word
    end = draft.write("\n")
    return Line(Span("".join(parts), range(start, end)), indent)


def _pitch(words: Sequence[Word]) -> float:
    """The usual width of a character."""
    widths = [word.box.width / len(word.text) for word in words if len(word.text) > 1]
    return max(median(widths), 0.5) if widths else 5.0

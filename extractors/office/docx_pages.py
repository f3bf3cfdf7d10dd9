"""A Word document to pages: its printed lines as the source, tables of cells, and drawings in the cells they lie in."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.boxes import Box
from extractors.office import docx_measure as measure
from extractors.office.docx_lines import (
    PAGE_MARK,
    content_parts,
    opened,
    paragraph_lines,
    printed,
    shape_text,
)
from extractors.office.docx_model import HALAMAN_BARU, Block, Paragraph, Section, TableCell, TableGrid
from extractors.office.docx_parts import Document
from extractors.pages import Block as PageBlock
from extractors.pages import Cell, Line, Pages, Place, Row, Source, Table
from extractors.sheets import Drawing, Sheet
from extractors.spans import EMPTY, GLUE, PARAGRAF, Span

PERKIRAAN = "perkiraan"
"""Note of a sheet whose heights are estimated."""
_INDENT = 6.0
"""Points that count as one character of indent."""
_MANY = 6
"""Tables with fewer edges than this do not say by them that one goes on with the other."""
_NEAR = 6.0
"""Points within which edges of two tables are at the same place."""
_MAX_PAGES = 2000
_MAX_DEPTH = 12
"""Boxes within boxes within tables … deeper than this are not written out."""


def pages_of(document: Document) -> Pages:
    """The text, tables, lines and sheets of a document."""
    sections = [*(b.section for b in document.body if isinstance(b, Paragraph) and b.section), document.last]
    draft = _Draft(sections[0])
    edges = _Edges(document.extras)
    edges.begin(draft, sections[0])
    at = 0
    for block in document.body:
        _write(draft, block, 0)
        if isinstance(block, Paragraph) and block.section:
            edges.end(draft, sections[at])
            at += 1
            draft.enter(sections[at])
            edges.begin(draft, sections[at])
    edges.end(draft, sections[at])
    source = Source("".join(draft.text), tuple(draft.places))
    sheets = tuple(draft.sheet(number) for number in range(1, draft.count.halaman + 1))
    return Pages("docx", source, tuple(draft.blocks), len(sheets), sheets)


@dataclass(slots=True)
class _Count:
    """The page that is being written, and whether nothing stands on it yet."""

    halaman: int = 1
    fresh: bool = True

    def turn(self) -> bool:
        """Begin another page, unless this one is still empty; says whether it did."""
        if self.fresh or self.halaman >= _MAX_PAGES:
            return False
        self.halaman += 1
        self.fresh = True
        return True


@dataclass(slots=True)
class _Draft:
    """What has been written so far; ``y`` is how far down the page, ``edges`` are those of the last table."""

    section: Section
    text: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    blocks: list[PageBlock] = field(default_factory=list)
    count: _Count = field(default_factory=_Count)
    drawings: dict[int, list[Drawing]] = field(default_factory=dict)
    papers: dict[int, tuple[float, float]] = field(default_factory=dict)
    y: float = 0.0
    length: int = 0
    drawn: bool = True
    edges: Sequence[float] = ()

    def __post_init__(self) -> None:
        self.y = self.section.top
        self.need(self.count.halaman, Box(0, 0, 0, 0))

    @property
    def room(self) -> Box:
        """The page within its margins, from the top margin down to where it has been filled."""
        page = self.section
        right = max(page.width - page.right, page.left + 1)
        return Box(page.left, page.top, right, max(page.height - page.top, page.top + 1))

    def need(self, halaman: int, box: Box) -> None:
        """Make the sheet of a page large enough for something on it."""
        width, height = self.papers.get(halaman, (self.section.width, self.section.height))
        self.papers[halaman] = (max(width, box.x1), max(height, box.y1))

    def reached(self, halaman: int) -> None:
        """Go on at the top of a later page, which the text has run on to."""
        for page in range(self.count.halaman, halaman + 1):
            self.need(page, Box(0, 0, 0, 0))
        self.count.halaman = halaman
        self.y = self.section.top

    def turn(self, always: bool = False) -> None:
        """Begin a page; one that somebody asked for also behind an empty one."""
        if always:
            self.count.fresh = False
        if self.count.turn():
            self.reached(self.count.halaman)

    def enter(self, section: Section) -> None:
        """Begin a section."""
        self.section = section
        if section.continues:
            return
        self.turn(always=True)
        self.papers[self.count.halaman] = (section.width, section.height)
        self.y = section.top

    def write(self, text: str, halaman: int) -> None:
        """Add to the text, and say on which page it stands."""
        self.text.append(text)
        if text.strip():
            self.places.append(Place(self.length, self.length + len(text), halaman))
        self.length += len(text)

    def line(self, text: str, count: _Count) -> Span:
        """Add a line to the text; breaks within it turn the pages of ``count``."""
        start, at, shown = self.length, 0, []
        for mark in (*PAGE_MARK.finditer(text), None):
            piece = text[at : mark.start() if mark else None]
            if piece:
                self.write(piece, count.halaman)
                shown.append(piece)
                count.fresh = count.fresh and not piece.strip()
            if mark:
                count.fresh = count.fresh and mark.group() != HALAMAN_BARU
                count.turn()
                at = mark.end()
        span = Span("".join(shown), range(start, self.length)).strip()
        self.text.append("\n")
        self.length += 1
        return span

    def sheet(self, halaman: int) -> Sheet:
        """A page as geometry."""
        width, height = self.papers.get(halaman, (self.section.width, self.section.height))
        drawings = tuple(self.drawings.get(halaman, ()))
        return Sheet(halaman, width, height, drawings=drawings, catatan=(PERKIRAAN,))


@dataclass(slots=True)
class _Edges:
    """Headers and footers: written where a section has another than the one before."""

    extras: dict[str, tuple[Block, ...]]
    shown: tuple[str, ...] = ()

    def begin(self, draft: _Draft, section: Section) -> None:
        """Write the header of a section."""
        parts = tuple(part for part in section.kepala if part in self.extras)
        texts = tuple(self._said(part) for part in parts)
        if parts and texts != self.shown:
            self.shown = texts
            self._write(draft, parts)

    def end(self, draft: _Draft, section: Section) -> None:
        """Write the footer of a section."""
        self._write(draft, section.kaki)

    def _said(self, part: str) -> str:
        return "\n".join(line.text for line in printed(self.extras[part]))

    def _write(self, draft: _Draft, parts: Sequence[str]) -> None:
        y, fresh = draft.y, draft.count.fresh
        draft.drawn = False
        seen = set()
        for part in parts:
            said = self._said(part) if part in self.extras else ""
            if said in seen:
                continue
            seen.add(said)
            for block in self.extras.get(part, ()):
                if not (isinstance(block, Paragraph) and (block.counts_pages or not block.inlines)):
                    _write(draft, block, 1)
        draft.y, draft.count.fresh, draft.drawn = y, fresh, True


def _write(draft: _Draft, block: Block, depth: int) -> None:
    """Write out a block that stands outside tables."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(block, Paragraph):
        _write_paragraph(draft, block, depth)
        return
    for part in opened(block):
        if part is block:
            _write_table(draft, block)
        else:
            _write(draft, part, depth + 1)


def _write_paragraph(draft: _Draft, paragraph: Paragraph, depth: int) -> None:
    if paragraph.on_new_page:
        draft.turn()
    halaman = draft.count.halaman
    lines = paragraph_lines(paragraph)
    if lines and lines[0].mark == PARAGRAF:
        draft.blocks.append(Line(EMPTY, halaman=draft.count.halaman))
    for line in lines:
        span = draft.line(line.text, draft.count)
        if span:
            draft.blocks.append(Line(span, round(paragraph.indent / _INDENT), draft.count.halaman))
    if draft.count.halaman != halaman:
        draft.reached(draft.count.halaman)
    place = measure.Place(draft.room, draft.y, draft.section, cell=False)
    _draw(draft, paragraph, place, draft.count.halaman)
    draft.y += measure.height_of(paragraph, draft.room.width)
    contents = [block for part in content_parts(paragraph, in_table=False) for block in part.blocks]
    for block in contents:
        _write(draft, block, depth + 1)
    if not lines and not contents:
        draft.line("", draft.count)
        draft.blocks.append(Line(EMPTY, halaman=draft.count.halaman))


def _draw(draft: _Draft, paragraph: Paragraph, place: measure.Place, halaman: int) -> None:
    """Keep the drawings of a paragraph on their sheet."""
    if not draft.drawn:
        return
    for art, x, y in measure.origins(paragraph, place):
        for part in art.parts:
            box = Box(part.box.x0 + x, part.box.y0 + y, part.box.x1 + x, part.box.y1 + y)
            draft.need(halaman, box)
            draft.drawings.setdefault(halaman, []).append(
                Drawing(
                    part.jenis,
                    box,
                    measure.moved(part.points, x, y),
                    closed=not part.points,
                    fill=part.fill,
                    stroke=part.stroke,
                    curved=part.jenis.startswith(("ellipse", "curved", "flowChartTerminator", "roundRect")),
                    text=shape_text(part),
                    nomor=part.nomor,
                    dari=part.dari,
                    ke=part.ke,
                    panah=part.panah,
                )
            )


def _write_table(draft: _Draft, grid: TableGrid) -> None:
    heights = measure.row_heights(grid)
    left = measure.left_of(grid, draft.room) - grid.edges[0]
    rows = []
    for at, row in enumerate(grid.rows):
        if _begins_page([cell for cell in row.cells if cell.merge != "continue"]):
            draft.turn()
        halaman, last = draft.count.halaman, draft.count
        cells = []
        for cell in row.cells:
            if cell.merge == "continue" and _covered(grid, at, cell):
                continue
            bottom = draft.y + sum(heights[at : _last_row(grid, at, cell) + 1])
            x0, x1 = grid.edges[cell.column], grid.edges[cell.column + cell.width]
            box = Box(left + x0, draft.y, left + x1, bottom)
            count = _Count(halaman, draft.count.fresh)
            cells.append(_write_cell(draft, cell, box, count))
            last = max(last, count, key=lambda c: (c.halaman, not c.fresh))
        draft.y += heights[at]
        if last.halaman > halaman:
            draft.reached(last.halaman)
        draft.count.fresh = draft.count.fresh and last.fresh
        if cells:
            rows.append(Row(tuple(cells)))
    if any(cell.span for row in rows for cell in row.cells):
        _add_table(draft, rows, grid.edges)


def _add_table(draft: _Draft, rows: Sequence[Row], edges: Sequence[float]) -> None:
    """Add a table; one with the columns of the table before goes on with it, if nothing stands between them."""
    last = len(draft.blocks) - 1
    while last >= 0 and isinstance(line := draft.blocks[last], Line) and not line.span:
        last -= 1
    before = draft.blocks[last] if last >= 0 else None
    columns = _same_columns(edges, draft.edges)
    draft.edges = edges
    if columns is None or not isinstance(before, Table):
        draft.blocks.append(Table(tuple(rows)))
        return
    moved = (
        replace(
            cell, column=columns[cell.column], width=columns[cell.column + cell.width] - columns[cell.column]
        )
        for row in rows
        for cell in row.cells
    )
    went_on = tuple(Row(tuple(next(moved) for _ in row.cells)) for row in rows)
    draft.blocks[last:] = [Table(before.rows + went_on)]


def _same_columns(edges: Sequence[float], before: Sequence[float]) -> list[int] | None:
    """For each edge of a table that of the table before which lies at the same place; None where one has none."""
    if not _MANY <= len(edges) <= len(before) or abs(_width(edges) - _width(before)) > _NEAR:
        return None
    places = [edge - before[0] for edge in before]
    columns = []
    for edge in edges:
        nearest = min(range(len(places)), key=lambda at: abs(places[at] - (edge - edges[0])))
        if abs(places[nearest] - (edge - edges[0])) > _NEAR:
            return None
        columns.append(nearest)
    return columns if len(set(columns)) == len(columns) else None


def _width(edges: Sequence[float]) -> float:
    return edges[-1] - edges[0]


def _begins_page(cells: Sequence[TableCell]) -> bool:
    """Whether Word drew a row at the top of a page: the first text in it stands behind a break."""
    first = next((lines[0].text for cell in cells if (lines := printed(cell.blocks))), "")
    return bool(PAGE_MARK.match(first))


def _covered(grid: TableGrid, row: int, cell: TableCell) -> bool:
    """Whether the cell above belongs to the same merged one."""
    above = grid.rows[row - 1].cells if row else ()
    return any(other.column == cell.column and other.merge for other in above)


def _last_row(grid: TableGrid, row: int, cell: TableCell) -> int:
    """The row in which a cell ends."""
    if not cell.merge:
        return row
    while row + 1 < len(grid.rows) and any(
        other.column == cell.column and other.merge == "continue" for other in grid.rows[row + 1].cells
    ):
        row += 1
    return row


def _write_cell(draft: _Draft, cell: TableCell, box: Box, count: _Count) -> Cell:
    halaman, top = count.halaman, box.y0
    draft.need(halaman, box)
    inner = Box(box.x0 + measure.CELL_MARGIN, box.y0, max(box.x1 - measure.CELL_MARGIN, box.x0 + 6), box.y1)
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            _draw(draft, block, measure.Place(inner, top, draft.section, cell=True), halaman)
        top += measure.height_of(block, inner.width)
    lines = [(line.mark, draft.line(line.text, count)) for line in printed(cell.blocks)]
    return Cell(_joined(lines), cell.column, cell.width, box, halaman)


def _joined(lines: Sequence[tuple[str, Span]]) -> Span:
    """The lines of a cell, each behind the break that stood before it."""
    lines = [(mark, span) for mark, span in lines if span]
    if len(lines) < 2:
        return lines[0][1] if lines else EMPTY
    text, offsets = lines[0][1].text, list(lines[0][1].offsets)
    for mark, span in lines[1:]:
        text += mark + span.text
        offsets += [GLUE, *span.offsets]
    return Span(text, offsets)

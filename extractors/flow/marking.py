"""Drawn symbols written into the text of their cells, so that they are read as typed ones are.

Each symbol becomes a glyph at the end of the source, with its place on the page, and the cell that
holds its middle ends with that glyph. So evidence points at the drawing, and nothing downstream
needs to know that there was one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.boxes import Box, shared
from extractors.flow.symbols import symbols_of
from extractors.flow.unmerged import parted
from extractors.pages import Cell, Line, Pages, Place, Row, Source, Table, first_page
from extractors.sheets import Sheet
from extractors.spans import BENTUK, GLUE, Span
from extractors.symbols import Placed, Symbol
from extractors.tables.columns import AKTOR, Column, is_counting_row, is_heading_row, read_heading
from extractors.tables.unheaded import heading_by_content
from extractors.tables.worn_headings import repetition

GLYPHS: Final = {"terminator": "○", "proses": "□", "keputusan": "◇", "konektor": "⬠", None: "•"}
"""What is written for each symbol; marks.read_mark knows them."""
BOTH: Final = 0.35
"""A symbol that covers this share of the width of two columns is of both."""
ENGINE: Final = "gambar"
"""``Place.mesin`` of a symbol told from pixels; one that a program drew has none."""


def marked(pages: Pages) -> Pages:
    """The pages with a glyph in each cell that holds a drawn symbol, and ``simbol`` telling which symbols there are.

    A connector in a cell with another symbol, or in a row without words, only hands the flow to the next page and is
    not written.
    """
    whole, pages = pages, _unmerged(pages)
    rows = _rows(pages)
    if not rows:
        return whole
    sheets = {sheet.halaman: sheet for sheet in pages.sheets}
    text, places = [pages.source.text], list(pages.source.places)
    length = len(pages.source.text)
    glyphs: defaultdict[int, list[int]] = defaultdict(list)
    placed: list[Placed] = []
    for halaman in sorted({row.halaman for row in rows}):
        sheet, own = sheets[halaman], [row for row in rows if row.halaman == halaman]
        cells = [cell for row in own for cell in row.cells]
        symbols = _passed_on(symbols_of(sheet, cells), own)
        homes = _homes(symbols, own)
        for symbol, home in zip(symbols, homes, strict=True):
            offsets = []
            for cell in home:
                text.append("\n" + GLYPHS[symbol.simbol])
                length += 2
                places.append(_place(symbol, sheet, length))
                offsets.append(length - 1)
                glyphs[id(cell)].append(length - 1)
            placed.append(Placed(symbol, tuple(offsets)))
    if not placed:
        return whole
    written = "".join(text)
    blocks = tuple(
        _with(block, glyphs, written) if isinstance(block, Table) else block for block in pages.blocks
    )
    return replace(pages, source=Source(written, tuple(places)), blocks=blocks, simbol=tuple(placed))


def _place(symbol: Symbol, sheet: Sheet, end: int) -> Place:
    mesin = ENGINE if sheet.pindaian else ""
    return Place(end - 1, end, sheet.page_at(symbol.box), sheet.on_page(symbol.box), mesin, symbol.keyakinan)


def _with(table: Table, glyphs: Mapping[int, Sequence[int]], text: str) -> Table:
    """A table whose cells end with their glyphs, of which the offsets are given."""
    if not any(id(cell) in glyphs for row in table.rows for cell in row.cells):
        return table
    rows = []
    for row in table.rows:
        cells = (
            replace(cell, span=_drawn_upon(cell.span, glyphs[id(cell)], text)) if id(cell) in glyphs else cell
            for cell in row.cells
        )
        rows.append(Row(tuple(cells)))
    return Table(tuple(rows))


def _drawn_upon(span: Span, glyphs: Sequence[int], text: str) -> Span:
    """A text, what parts it from what was drawn, and the glyphs of that."""
    offsets = (*span.offsets, GLUE, *glyphs)
    return Span(span.text + BENTUK + "".join(text[at] for at in glyphs), offsets)


@dataclass(frozen=True, slots=True)
class _Under:
    """What rows stand under: the columns that a heading says, and the rows of that heading."""

    columns: tuple[Column, ...] = ()
    head: tuple[Row, ...] = ()


def _unmerged(pages: Pages) -> Pages:
    """The pages with actors' cells of one row and column each."""
    blocks: list[Line | Table] = []
    under = _Under()
    for block in pages.blocks:
        if not isinstance(block, Table):
            blocks.append(block)
            continue
        rows = list(block.rows)
        for first, last, own in _runs(block, under):
            under = own
            actors = [at for at, column in enumerate(own.columns) if column.role == AKTOR]
            # A heading whose lower edge was not seen reaches over the first step.
            above = max(0, first - 1)
            rows[above:last] = parted(rows[above:last], actors, first - above)
        blocks.append(Table(tuple(rows)))
    return replace(pages, blocks=tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Actors:
    """The actors' cells of one row of a table.

    Attributes:
        halaman: 1-based page.
        cells: left to right.
        wordless: whether the row has cells of its own for all words, and none in any.
        torn: whether it is wordless and the row on the other side of a break of the page is, too.
    """

    halaman: int
    cells: tuple[Cell, ...]
    wordless: bool
    torn: bool = False


def _rows(pages: Pages) -> list[_Actors]:
    """The rows with actors' cells on pages with drawings, headings left out."""
    found: list[_Actors] = []
    known = {sheet.halaman for sheet in pages.sheets if sheet.drawings}
    under = _Under()
    for block in pages.blocks:
        if not isinstance(block, Table):
            continue
        for first, last, own in _runs(block, under):
            under = own
            for row in block.rows[first:last]:
                seen = [cell for cell in row.cells if cell.box is not None and cell.halaman in known]
                actors = tuple(cell for cell in seen if _is_actor(cell, own.columns))
                if actors:
                    found.append(_Actors(actors[0].halaman, actors, _is_wordless(row, own.columns)))
    return [replace(row, torn=_is_torn(found, at)) for at, row in enumerate(found)]


def _is_wordless(row: Row, columns: Sequence[Column]) -> bool:
    """Whether nothing stands in a row beside its actors; one that shares a cell with the row above goes on with its words."""
    others = [cell for cell in row.cells if not _is_actor(cell, columns)]
    due = sum(column.role != AKTOR for column in columns)
    return 0 < due <= sum(cell.width for cell in others) and not any(cell.span for cell in others)


def _is_torn(rows: Sequence[_Actors], at: int) -> bool:
    """Whether a row and the one beside it on the next page, or on the one before, are both without words."""
    here = rows[at]
    beside = (rows[other] for other in (at - 1, at + 1) if 0 <= other < len(rows))
    return here.wordless and any(row.wordless and abs(row.halaman - here.halaman) == 1 for row in beside)


def _runs(table: Table, under: _Under) -> Iterator[tuple[int, int, _Under]]:
    """Rows of a table below its headings, from the first to before the last, with what they stand under.

    Where no heading can be read, what stands in the columns tells them.
    """
    rows = table.rows
    at = first = 0
    unread = first_page(table) and not under.columns and not any(map(is_heading_row, rows))
    if unread and (told := heading_by_content(rows)):
        under, at, first = _Under(told.columns, rows[: told.rows]), told.rows, told.rows
    while at < len(rows):
        found = read_heading(rows[at:]) if is_heading_row(rows[at]) else None
        again = repetition(rows, at, under.columns, under.head) if found is None else 0
        passed = found.rows if found is not None else again or int(is_counting_row(rows[at]))
        if not passed:
            at += 1
            continue
        if under.columns and first < at:
            yield first, at, under
        if found is not None:
            under = _Under(found.columns, rows[at : at + found.rows])
        at += passed
        first = at
    if under.columns and first < at:
        yield first, at, under


def _is_actor(cell: Cell, columns: Sequence[Column]) -> bool:
    """Whether a cell stands under actors only."""
    under = columns[cell.column : cell.column + cell.width]
    return bool(under) and all(column.role == AKTOR for column in under)


def _passed_on(symbols: Sequence[Symbol], rows: Sequence[_Actors]) -> list[Symbol]:
    """Symbols with circles in wordless rows on both sides of a break of the page as what they are: connectors."""
    torn = [cell for row in rows if row.torn for cell in row.cells]
    return [
        replace(symbol, simbol="konektor")
        if symbol.simbol == "terminator" and _home(symbol.box, torn)
        else symbol
        for symbol in symbols
    ]


def _homes(symbols: Sequence[Symbol], rows: Sequence[_Actors]) -> list[list[Cell]]:
    """The cells that each symbol is written into.

    None for a connector in the cell of a symbol of another kind, or in a row without words: it is of no step.
    """
    homes = [_home(symbol.box, [cell for row in rows for cell in row.cells]) for symbol in symbols]
    taken = {
        id(cell)
        for symbol, home in zip(symbols, homes, strict=True)
        for cell in home
        if symbol.simbol != "konektor"
    } | {id(cell) for row in rows if row.wordless for cell in row.cells}
    return [
        [cell for cell in home if symbol.simbol != "konektor" or id(cell) not in taken]
        for symbol, home in zip(symbols, homes, strict=True)
    ]


def _home(box: Box, cells: Sequence[Cell]) -> list[Cell]:
    """The cell that holds the middle of a symbol, and those beside it that the symbol covers as well."""
    x, y = box.centre
    level = [(cell, cell.box) for cell in cells if cell.box is not None and cell.box.y0 <= y <= cell.box.y1]
    covered = [cell for cell, place in level if _share(box, place) > BOTH]
    if len(covered) > 1:
        return covered
    return [cell for cell, place in level if place.holds(x, y)][:1]


def _share(box: Box, cell: Box) -> float:
    """The share of a cell's width that a symbol covers."""
    common = shared(Box(box.x0, 0, box.x1, 1), Box(cell.x0, 0, cell.x1, 1))
    return common / cell.width if cell.width > 0 else 0.0

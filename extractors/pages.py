"""What a reader hands on: the source text with its lines, and blocks of lines and cells.

A block is a line of running text or a table; the texts of both are free of markup and
know their place in the source. Tables come from tabs, pipes or HTML here and from ruled
lines in paged formats, and look the same to everything downstream.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from extractors.boxes import Box, union
from extractors.sheets import Sheet
from extractors.spans import GLUE, Span
from extractors.symbols import Placed

KAMUS: Final = "kamus"
"""What stands beside the name of the engine where not the letters of a word told it, but the words of the language."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word of a paged file stood.

    Attributes:
        start: offset of its first character in the source's text.
        end: offset behind its last character.
        halaman: 1-based page.
        kotak: its box as fractions of the page as seen in the file; None where the format has no pages.
        mesin: which engine read it, empty for a file's own text; with ``KAMUS`` behind a plus where the language told it.
        keyakinan: 0..1, how sure the engine is.
        utuh: 0..1, how much of the writing in its cell was read.
        lain: what else the heading that the word is of was read as, where it was not read for sure.
    """

    start: int
    end: int
    halaman: int
    kotak: Box | None = None
    mesin: str = ""
    keyakinan: float = 1.0
    utuh: float = 1.0
    lain: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """The text of one file; offsets and line numbers refer to it.

    For a paged file the text is what was read from its pages, one line per printed line, and
    ``places`` tells for each word of it, in order, where on which page it stood.
    """

    text: str
    places: tuple[Place, ...] = ()

    @cached_property
    def _place_starts(self) -> list[int]:
        return [place.start for place in self.places]

    def places_of(self, span: Span) -> list[Place]:
        """The places of the words that a span has a part of, in the order of the source."""
        found: dict[int, Place] = {}
        for low, high in _runs(span.offsets):
            at = max(bisect_right(self._place_starts, low) - 1, 0)
            while at < len(self.places) and self.places[at].start <= high:
                if self.places[at].end > low:
                    found[at] = self.places[at]
                at += 1
        return [found[at] for at in sorted(found)]

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line begins."""
        starts = [0]
        find, position = self.text.find, 0
        while (position := find("\n", position) + 1) > 0:
            starts.append(position)
        return starts

    def line_of(self, offset: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self.line_starts, offset)

    def line(self, number: int) -> str:
        """The raw text of a 1-based line, without its line end."""
        starts = self.line_starts
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]

    def quote(self, span: Span) -> tuple[str, tuple[int, int] | None]:
        """The raw text of a span, one line of it per source line, and its first and last line.

        Within a line everything between the first and the last character is quoted, markup
        included, so each line of the quotation occurs verbatim in its source line.
        """
        low, high = span.first, span.last
        if GLUE < low <= high:
            number = self.line_of(low)
            if number == len(self.line_starts) or high < self.line_starts[number]:
                text = self.text[low : high + 1].strip()
                return (text, (number, number)) if text else ("", None)
        pieces: list[list[int]] = []  # line, lowest and highest offset
        for low, high in _runs(span.offsets):
            while low <= high:
                number = self.line_of(low)
                end = self.line_starts[number] - 1 if number < len(self.line_starts) else len(self.text)
                last = min(high, end)
                if pieces and pieces[-1][0] == number:
                    pieces[-1][1] = min(pieces[-1][1], low)
                    pieces[-1][2] = max(pieces[-1][2], last)
                else:
                    pieces.append([number, low, last])
                low = end + 1
        pieces.sort()
        quoted = [self.text[low : high + 1].strip() for _, low, high in pieces]
        kept = [(number, text) for (number, _, _), text in zip(pieces, quoted, strict=True) if text]
        if not kept:
            return "", None
        return "\n".join(text for _, text in kept), (kept[0][0], kept[-1][0])


def on_first_page(places: Sequence[Place]) -> tuple[int, Box | None]:
    """The page of the first of some places, and the box around all that stand on it; None without boxes."""
    halaman = places[0].halaman
    boxes = [place.kotak for place in places if place.kotak and place.halaman == halaman]
    return halaman, union(boxes) if boxes else None


def _runs(offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Ascending runs of offsets as (lowest, highest), in reading order."""
    if isinstance(offsets, range):
        return [(offsets[0], offsets[-1])] if offsets else []
    runs: list[tuple[int, int]] = []
    low = high = GLUE
    for offset in offsets:
        if offset == GLUE:
            continue
        if high != GLUE and offset == high + 1:
            high = offset
            continue
        if high != GLUE:
            runs.append((low, high))
        low = high = offset
    if high != GLUE:
        runs.append((low, high))
    return runs


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text; an empty one separates paragraphs.

    ``indent`` counts characters; ``halaman`` is its 1-based page where the file has pages, else 0. ``top`` says that a text
    feeds a page before it.
    """

    span: Span
    indent: int = 0
    halaman: int = 0
    top: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text (newlines where the source breaks the line), first column and width in columns.

    ``box`` is its place on the sheet of page ``halaman`` where the file has pages.
    """

    span: Span
    column: int
    width: int = 1
    box: Box | None = None
    halaman: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one table row, left to right; columns covered from above have no cell."""

    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that belong together."""

    rows: tuple[Row, ...]


Block = Line | Table


def page_of(row: Row) -> int:
    """The page that a row stands on; 0 where it has no cells or the file no pages."""
    return row.cells[0].halaman if row.cells else 0


def first_page(block: Block) -> int:
    """The page on which a block begins; 0 where the file has no pages."""
    if isinstance(block, Line):
        return block.halaman
    return next((cell.halaman for row in block.rows for cell in row.cells), 0)


def last_page(block: Block) -> int:
    """The page on which a block ends; 0 where the file has no pages."""
    if isinstance(block, Line):
        return block.halaman
    return next((cell.halaman for row in reversed(block.rows) for cell in row.cells), 0)


@dataclass(frozen=True, slots=True)
class Pages:
    """A file as read.

    Attributes:
        jenis: the contract's ``sumber.jenis``.
        source: the text that all spans point into.
        blocks: lines and tables in reading order.
        halaman: how many pages the file has; 1 for texts.
        sheets: the pages as geometry, for formats that have it.
        simbol: the symbols drawn on them, page by page from top to bottom, with where their glyphs stand.
    """

    jenis: str
    source: Source
    blocks: tuple[Block, ...] = field(default=())
    halaman: int = 1
    sheets: tuple[Sheet, ...] = ()
    simbol: tuple[Placed, ...] = ()

"""What a Word document prints, as lines of text: paragraphs with their numbers, nested tables, text in boxes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractors.data import table
from extractors.lexicon.labels import find, fold
from extractors.office.docx_model import (
    BARIS_BARU,
    HALAMAN_BARU,
    HALAMAN_TERCETAK,
    Art,
    Block,
    Paragraph,
    Part,
    TableGrid,
    TableRow,
)
from extractors.office.outlines import PENGHUBUNG, is_flow
from extractors.raw import IDENTITAS
from extractors.spans import BUTIR, PARAGRAF, SELA, Span

PAGE_MARK = re.compile(f"[{HALAMAN_BARU}{HALAMAN_TERCETAK}]")
_LINE_END = re.compile(f"{BARIS_BARU}|(?={HALAMAN_BARU})")
_DEEPER = 6.0
"""An indent beyond another by this many points belongs below it."""
_FORM_LABELS = 3
"""A table with this many labels of the identity page is the form itself, wherever it is nested."""
_LONG_TEXT = 12
"""Words from which the text of a flowchart symbol outside all tables is content."""
_BOX_TEXT = 4
"""Words from which a text box in a cell is content, and no label of a branch."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A line with the marks of page breaks in it, and what kind of break stands before it."""

    text: str
    mark: str = PARAGRAF


def printed(blocks: Iterable[Block]) -> list[Printed]:
    """The lines of a cell."""
    found: list[Printed] = []
    item: Paragraph | None = None  # the last numbered paragraph
    outermost: float | None = None
    for block in blocks:
        if isinstance(block, TableGrid):
            found.extend(_nested(block))
            item = None
            continue
        mark = PARAGRAF
        if block.label is not None and block.label.text:
            outermost = block.indent if outermost is None else min(outermost, block.indent)
            mark = BUTIR if block.indent <= outermost + _DEEPER else SELA
            item = block
        elif item is not None and block.indent > 0 and block.indent >= item.indent - 1:
            mark = SELA
        found.extend(_lines(block, mark))
        for part in content_parts(block, in_table=True):
            found.extend(printed(part.blocks))
    return found


def paragraph_lines(paragraph: Paragraph) -> list[Printed]:
    """The lines of a paragraph that stands outside tables; breaks of pages also as lines of their own."""
    return _lines(paragraph, BUTIR if paragraph.label and paragraph.label.text else PARAGRAF)


def _lines(paragraph: Paragraph, mark: str) -> list[Printed]:
    label = paragraph.label.text if paragraph.label else ""
    text = paragraph.text
    if label:
        breaks = PAGE_MARK.match(text)
        at = breaks.end() if breaks else 0
        text = f"{text[:at]}{label} {text[at:].lstrip()}"
    lines = _LINE_END.split(text)
    return [Printed(line, mark if at == 0 else SELA) for at, line in enumerate(lines) if line.strip(" \t")]


def _nested(grid: TableGrid) -> Iterator[Printed]:
    """A nested table as lines: the first lines of a row's cells together, then what else its cells hold."""
    for row in grid.rows:
        cells = [lines for cell in row.cells if cell.merge != "continue" and (lines := printed(cell.blocks))]
        if cells:
            yield Printed(" ".join(lines[0].text.strip(" \t") for lines in cells))
            for lines in cells:
                yield from lines[1:]


def content_parts(paragraph: Paragraph, in_table: bool) -> Iterator[Part]:
    """The shapes anchored in a paragraph whose text is content, and not the inscription of a symbol."""
    for piece in paragraph.inlines:
        if isinstance(piece, Art):
            yield from (part for part in piece.parts if part.blocks and _is_content(part, in_table))


def _is_content(part: Part, in_table: bool) -> bool:
    if any(isinstance(block, TableGrid) for block in part.blocks):
        return True
    text = shape_text(part)
    words = len(text.split())
    if not words or part.jenis == PENGHUBUNG or fold(text) in _inscriptions():
        return False
    if in_table:
        return part.text_box and words >= _BOX_TEXT
    return words >= _LONG_TEXT if is_flow(part.jenis) else words > 1 or len(fold(text)) > 1


def shape_text(part: Part) -> str:
    """The text in a shape."""
    return "\n".join(PAGE_MARK.sub("", line.text).strip() for line in printed(part.blocks))


@cache
def _inscriptions() -> frozenset[str]:
    """What stands in or at the symbols of a flowchart: "Mulai", "Ya"."""
    symbols = table("simbol")
    return frozenset(fold(word) for name in ("label", "terminator", "proses") for word in symbols[name])


def opened(grid: TableGrid) -> Iterator[Block]:
    """A table that only frames others as what it frames; a form nested in a cell behind the row of that cell."""
    nested = [table for row in grid.rows for table in _tables(row)]
    if nested and all(sum(map(_holds, (cell.blocks for cell in row.cells))) < 2 for row in grid.rows):
        for row in grid.rows:
            for cell in row.cells:
                yield from cell.blocks
    elif any(map(_is_form, nested)):
        yield from _with_forms_behind(grid)
    else:
        yield grid


def _with_forms_behind(grid: TableGrid) -> Iterator[Block]:
    rows: list[TableRow] = []
    for row in grid.rows:
        forms = [form for form in _tables(row) if _is_form(form)]
        if not forms:
            rows.append(row)
            continue
        cells = tuple(
            type(cell)(cell.column, cell.width, tuple(b for b in cell.blocks if b not in forms), cell.merge)
            for cell in row.cells
        )
        yield replace(grid, rows=(*rows, TableRow(cells, row.height, row.exact)))
        yield from forms
        rows = []
    if rows:
        yield replace(grid, rows=tuple(rows))


def _tables(row: TableRow) -> list[TableGrid]:
    return [block for cell in row.cells for block in cell.blocks if isinstance(block, TableGrid)]


def _holds(blocks: Sequence[Block]) -> bool:
    return any(
        isinstance(block, TableGrid) or block.text.strip() or (block.label and block.label.text)
        for block in blocks
    )


def _is_form(grid: TableGrid) -> bool:
    keys = set()
    for row in grid.rows:
        for cell in row.cells:
            for line in printed(cell.blocks)[:2]:
                label = find(Span(line.text.strip(), range(len(line.text.strip()))))
                if label and not label.weak and label.key in IDENTITAS:
                    keys.add(label.key)
    return len(keys) >= _FORM_LABELS

"""A procedure whose heading can be read on a later page only: the first page is lent it.

A copy damages the heading of one page and spares its repetition on the next. Without this, steps would begin where
the first legible heading stands, and those above it be lost.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.lexicon.labels import heading as named
from extractors.pages import Block, Cell, Pages, Row, Table, first_page, last_page, page_of
from extractors.spans import EMPTY
from extractors.tables.columns import AKTOR, Heading, first_number, is_heading_row, read_heading
from extractors.tables.unheaded import heading_by_content

_WORD = re.compile(r"\S+")


def with_lent_headings(pages: Pages) -> Pages:
    """The pages with a legible heading above each procedure whose own one cannot be read, if a page further on has it.

    The words of the heading keep the place where they were read.
    """
    blocks = list(pages.blocks)
    for at, block in enumerate(blocks):
        if isinstance(block, Table) and first_page(block) and not is_heading_row(block.rows[0]):
            below = blocks[at + 1] if at + 1 < len(blocks) else None
            blocks[at] = _headed(block, below)
    return replace(pages, blocks=tuple(blocks))


def _headed(table: Table, below: Block | None) -> Table:
    """A table with the first heading that it or the table on the next page shows, where it goes on with the same columns."""
    rows = table.rows
    end = next((at for at, row in enumerate(rows) if is_heading_row(row)), len(rows))
    later: Sequence[Row] = rows[end:]
    if not later:
        if not isinstance(below, Table) or first_page(below) - last_page(table) != 1:
            return table
        later = below.rows
    heading = read_heading(later)
    # What stands above a heading on its page is no step of the page before.
    own = [row for row in rows[:end] if page_of(row) < page_of(later[0])]
    told = heading_by_content(own) if heading else None
    if heading is None or told is None or not _same_columns(told, heading):
        return table
    if first_number(later[heading.rows :]) == 1:
        return table  # another procedure begins there
    page = page_of(rows[0])
    lent = [
        Row(tuple(replace(part, halaman=page) for cell in row.cells for part in _parted(cell, told)))
        for row in later[: heading.rows]
    ]
    return Table((*lent, *rows[told.rows :]))


def _same_columns(told: Heading, read: Heading) -> bool:
    """Whether what stands in the columns agrees with a heading: as many, the same for the steps, the times and the actors.

    Where a line was lost on its page, the heading of the steps may reach over the first column of the actors.
    """
    if len(told.columns) != len(read.columns):
        return False
    pairs = [(a.role, b.role) for a, b in zip(told.columns, read.columns, strict=True)]
    at = told.index("uraian")
    if at is not None and _is_one(read, at) and pairs[at : at + 2] == [("uraian",) * 2, (AKTOR, "uraian")]:
        del pairs[at + 1]
    return all(a == b for a, b in pairs if {a, b} & {"uraian", "waktu", AKTOR} and a and b)


def _is_one(read: Heading, at: int) -> bool:
    """Whether one cell is the heading of a column and of the one to its right."""
    own, beside = read.columns[at : at + 2]
    return bool(own.heading) and list(own.heading.offsets) == list(beside.heading.offsets)


def _parted(cell: Cell, told: Heading) -> Iterator[Cell]:
    """A cell of a heading, in two where it stands over the steps and an actor: behind the heading of the steps is a name."""
    at = told.index("uraian")
    if cell.column != at or cell.width != 2 or told.columns[at + 1].role != AKTOR:
        yield cell
        return
    ends = [match.end() for match in _WORD.finditer(cell.span.text)]
    end = next((end for end in reversed(ends) if named(cell.span.text[:end]) == "uraian"), None)
    first, rest = (cell.span, EMPTY) if end is None else (cell.span.cut(0, end), cell.span.cut(end).strip())
    yield replace(cell, span=first, width=1)
    yield replace(cell, span=rest, width=1, column=cell.column + 1)

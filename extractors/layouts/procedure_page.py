"""Where the page of a procedure begins in a text: above its table stand a title, and headings that no reading has taken."""

import re
from collections.abc import Sequence

from extractors.fragments import FlowRow
from extractors.layouts.heading_lines import roles_in
from extractors.layouts.titles import is_title
from extractors.lexicon.labels import heading, section_named
from extractors.lists.items import number_of
from extractors.pages import Block, Line

_ENUMERATOR = re.compile(r"\W*\w{1,3}[.)]\s+")
_TITLE_ROWS = 3
"""Rows at most from the top of a page to the first of its headings."""


def page_head(rows: Sequence[FlowRow], blocks: Sequence[Block], start: int) -> int:
    """The first block of what heads the page that a procedure stands on: no box of the identity page goes on there.

    Args:
        rows: of one SOP.
        blocks: that the rows are of.
        start: where the procedure begins; it is the answer where nothing heads it.
    """
    above = [row for row in rows if row.block < start]
    labelled = max((at for at, row in enumerate(above) if any(f.label for f in row.fragments)), default=-1)
    below = above[labelled + 1 :]
    tops = [at for at, row in enumerate(below) if _feeds(blocks, above[labelled + at].block, row.block)]
    first = len(below)
    while first and all(_names(f.span.text) for f in below[first - 1].fragments):
        first -= 1
    if tops:
        top = tops[-1]
        heads = [at for at, row in enumerate(below[top:], top) if _heads(row)]
        first = min([first, *heads])
        if first - top <= _TITLE_ROWS and not any(map(_is_entry, below[top:first])):
            first = top
    return below[first].block if first < len(below) else start


def _names(text: str) -> bool:
    """Whether a text is the heading of a column, or of the steps: "Langkah-langkah Prosedur:"."""
    return bool(heading(text)) or section_named(text) == "langkah"


def _feeds(blocks: Sequence[Block], before: int, at: int) -> bool:
    """Whether a page begins behind one block, and with or before another."""
    return any(isinstance(block, Line) and block.top for block in blocks[before + 1 : at + 1])


def _is_entry(row: FlowRow) -> bool:
    """Whether a row begins with the mark of a list, and is no title that is counted: "2. SOP Surat Masuk"."""
    text = row.fragments[0].span.text
    return number_of(text) is not None and not is_title(_ENUMERATOR.sub("", text))


def _heads(row: FlowRow) -> bool:
    """Whether a row names a column of the table, or is a title."""
    return is_title(row.text) or any(roles_in(f.span.text) for f in row.fragments)

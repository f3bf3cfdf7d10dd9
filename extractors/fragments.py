"""Blocks to rows of fragments: one way to look at lines with wide gaps and at table rows.

A fragment is a cell of a table, or a piece of a line between gaps of two blanks and
more. ``x`` is the column of the cell or the character position in the line; positions
compare only within one ``unit`` (all lines are unit 0, each table is a unit of its own).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.labels import Label, find, split_pair
from extractors.lists import Piece, pieces
from extractors.pages import Block, Line, Row, Table
from extractors.spans import BARIS, Span, join

_BROKEN_LABEL = 28
_GAP = re.compile(r"\s{2,}|\t")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text with its place in the row."""

    span: Span
    x: int
    unit: int


@dataclass(frozen=True, slots=True)
class FlowRow:
    """The fragments of one line or table row.

    Attributes:
        fragments: left to right, without empty ones.
        block: index of the block that the row belongs to.
        gap: whether an empty line stood before it.
    """

    fragments: tuple[Fragment, ...]
    block: int
    gap: bool


def flow(blocks: Sequence[Block], start: int = 0) -> list[FlowRow]:
    """The rows of consecutive blocks; ``start`` is the index of the first one."""
    rows: list[FlowRow] = []
    gap = False
    for index, block in enumerate(blocks, start):
        if isinstance(block, Table):
            for row in block.rows:
                for fragments in _table_fragments(row, index + 1):
                    rows.append(FlowRow(fragments, index, gap))
                    gap = False
        elif block.span:
            rows.append(FlowRow(tuple(_with_split_labels(line_fragments(block))), index, gap))
            gap = False
        else:
            gap = True
    return _with_whole_labels(rows)


def _with_whole_labels(rows: Sequence[FlowRow]) -> list[FlowRow]:
    """The same with labels put together that were broken over two lines: "Tanggal" above "Pembuatan"."""
    fragments = [list(row.fragments) for row in rows]
    for at, row in enumerate(rows):
        for index, fragment in enumerate(fragments[at]):
            if (
                fragment.unit
                or len(fragment.span.text) > _BROKEN_LABEL
                or not fragment.span.text[:1].isalpha()
            ):
                continue
            label = find(fragment.span)
            if label and (label.colon or label.rest):
                continue
            below = _rest_of_label(fragment, label, fragments[at + 1 : at + 3])
            if below:
                fragments[at][index] = Fragment(join((fragment.span, below.span), BARIS), fragment.x, 0)
    return [
        FlowRow(tuple(kept), row.block, row.gap) for row, kept in zip(rows, fragments, strict=True) if kept
    ]


def _rest_of_label(
    fragment: Fragment, label: Label | None, following: Sequence[list[Fragment]]
) -> Fragment | None:
    """Take the second half of a label out of one of the next rows, where there is one."""
    for row in following:
        for index, other in enumerate(row):
            if other.unit or abs(other.x - fragment.x) > 1 or len(other.span.text) > _BROKEN_LABEL:
                continue
            whole = find(join((fragment.span, other.span), BARIS))
            if (
                whole
                and not whole.weak
                and not whole.rest
                and (label is None or label.weak or label.key == whole.key)
            ):
                return row.pop(index) if not _is_label(other.span) or label is None else None
    return None


def line_fragments(line: Line) -> Iterator[Fragment]:
    """The pieces of a line between its gaps, at their character positions."""
    start, text = 0, line.span.text
    for gap in _GAP.finditer(text):
        if gap.start() > start:
            yield Fragment(line.span.cut(start, gap.start()), line.indent + start, 0)
        start = gap.end()
    yield Fragment(line.span.cut(start), line.indent + start, 0)


def _with_split_labels(fragments: Iterable[Fragment]) -> Iterator[Fragment]:
    """The same with labels that a dump printed one behind the other: "Dasar Hukum : Kualifikasi Pelaksana :"."""
    for fragment in fragments:
        label = find(fragment.span)
        behind = find(label.rest) if label and label.rest and not label.weak else None
        pair = split_pair(fragment.span) if label is None else None
        if label and behind and not behind.weak and (behind.colon or not behind.rest):
            cut = len(fragment.span.text) - len(label.rest.text)
            pair = fragment.span.cut(0, cut).strip(), label.rest
        for span in pair or (fragment.span,):
            yield Fragment(span, fragment.x, fragment.unit)


def _table_fragments(row: Row, unit: int) -> Iterator[tuple[Fragment, ...]]:
    """A table row as one row of fragments, or as several where its cells stack labels line by line."""
    cells = [(cell.column, cell.span) for cell in row.cells if cell.span]
    if not cells:
        return
    stacks = [(column, _stack(span)) for column, span in cells]
    height = max(len(stack) for _, stack in stacks)
    if height == 1:
        yield tuple(Fragment(span, column, unit) for column, span in cells)
        return
    lines = [(column, pieces(span)) for column, span in cells]
    if len(lines) > 1 and all(len(parts) == len(lines[0][1]) for _, parts in lines):
        for at in range(len(lines[0][1])):
            yield tuple(Fragment(parts[at].span, column, unit) for column, parts in lines)
        return
    for column, stack in stacks:
        for span in stack:
            yield (Fragment(span, column, unit),)


def _stack(span: Span) -> list[Span]:
    """A cell cut before every line of it that is a label, when there are two labels or more."""
    lines = pieces(span)
    if len(lines) < 2:
        return [span]
    starts = [at for at, line in enumerate(lines) if _is_label(line.span)]
    if len(starts) < 2 and not (starts and starts[0] > 0):
        return [span]
    cuts = sorted({0, *starts, len(lines)})
    return [_rejoin(span, lines[low:high]) for low, high in zip(cuts, cuts[1:], strict=False)]


def _is_label(span: Span) -> bool:
    label = find(span)
    return label is not None and not label.weak


def _rejoin(whole: Span, lines: Sequence[Piece]) -> Span:
    """The part of a cell from the first to the last of some of its lines."""
    first, last = lines[0].span.offsets, lines[-1].span.offsets
    low = _position(whole, first)
    high = _position(whole, last) + len(last)
    return whole.cut(low, high)


def _position(whole: Span, offsets: Sequence[int]) -> int:
    return next(at for at, offset in enumerate(whole.offsets) if offset == offsets[0])


def text_of(rows: Iterable[FlowRow]) -> str:
    """The plain text of rows, for looking at."""
    return "\n".join(" | ".join(fragment.span.text for fragment in row.fragments) for row in rows)

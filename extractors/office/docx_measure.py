"""Estimated measures of a Word page: how high paragraphs and rows come out, where drawings fall.

Word does not say where its lines end up. What it says (widths of columns, given heights,
offsets of drawings) is taken as it is; the rest is estimated from the size of the characters,
so that a drawing and the cell that it lies in share one system of coordinates.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from extractors.boxes import Box
from extractors.office.docx_model import (
    BARIS_BARU,
    Art,
    Axis,
    Block,
    Paragraph,
    Section,
    TableCell,
    TableGrid,
)
from extractors.office.outlines import PENGHUBUNG

_CHARACTER = 0.5
"""Usual width of a character as a share of its size."""
_LINE = 1.18
"""Height of a line as a share of the size of its characters."""
CELL_MARGIN = 5.4
"""What a cell keeps free at its left and right side."""
_MIN_WIDTH = 10.0
_OF_TEXT = ("", "column", "character", "paragraph", "line")
"""Origins of offsets that lie in the text."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands: the box that holds it (of a cell, or the page within its margins), and its top.

    ``page`` is the section of the page; ``cell`` says whether the box is that of a cell.
    """

    box: Box
    top: float
    page: Section
    cell: bool


def height_of(block: Block, width: float) -> float:
    """The estimated height of a block in a column of that width."""
    if isinstance(block, TableGrid):
        return sum(row_heights(block))
    room = max(width - block.indent, _MIN_WIDTH)
    label = len(block.label.text) + 1 if block.label else 0
    per_line = room / (_CHARACTER * block.size)
    lines = block.text.split(BARIS_BARU)
    count = sum(max(1, ceil((len(line) + label) / per_line)) for line in lines)
    inline = [piece.height for piece in block.inlines if isinstance(piece, Art) and not piece.floats]
    return max([count * _LINE * block.size * block.leading, *inline]) + block.space


def row_heights(grid: TableGrid) -> list[float]:
    """The height of each row: the given one, or what its cells need."""
    found = []
    for row in grid.rows:
        if row.exact and row.height:
            found.append(row.height)
            continue
        needs = [_need(grid, cell, with_art=not row.height) for cell in row.cells if not cell.merge]
        found.append(max([row.height, _LINE, *(need + grid.padding for need in needs)]))
    return found


def _need(grid: TableGrid, cell: TableCell, with_art: bool) -> float:
    """The height that a cell needs for its text, and for symbols that lie over it if nobody gave a height.

    Drawings do not make a row higher; but one that begins in a row was put where there was room for it.
    """
    width = cell_width(grid, cell.column, cell.width)
    top, reach = 0.0, 0.0
    for block in cell.blocks:
        height = height_of(block, width)
        if with_art and isinstance(block, Paragraph):
            lows = [art.y.offset + art.height for art in _symbols(block) if art.y and art.y.offset < height]
            reach = max([reach, *(top + low for low in lows)])
        top += height
    return max(top, reach)


def _symbols(paragraph: Paragraph) -> list[Art]:
    """The drawings over a paragraph but for mere lines, which reach from row to row."""
    return [
        piece
        for piece in paragraph.inlines
        if isinstance(piece, Art) and any(part.jenis != PENGHUBUNG for part in piece.parts)
    ]


def cell_width(grid: TableGrid, column: int, width: int) -> float:
    """The room for text in a cell."""
    return max(grid.edges[column + width] - grid.edges[column] - 2 * CELL_MARGIN, _MIN_WIDTH)


def left_of(grid: TableGrid, room: Box) -> float:
    """Where a table begins in the column of text that holds it."""
    width = grid.edges[-1] - grid.edges[0]
    if grid.align == "center":
        return room.x0 + (room.width - width) / 2
    if grid.align in ("right", "end"):
        return room.x1 - width
    return room.x0 + grid.indent


def origins(paragraph: Paragraph, place: Place) -> list[tuple[Art, float, float]]:
    """The drawings of a paragraph, each with its upper left corner."""
    found = []
    inline = [piece for piece in paragraph.inlines if isinstance(piece, Art) and not piece.floats]
    x = _line_start(paragraph, place, sum(art.width for art in inline))
    for piece in paragraph.inlines:
        if not isinstance(piece, Art):
            continue
        if piece.x is None or piece.y is None:
            found.append((piece, x, place.top))
            x += piece.width
        else:
            left = _across(piece.x, piece.width, _holding(piece, piece.x, place))
            found.append((piece, left, _down(piece.y, piece.height, _holding(piece, piece.y, place))))
    return found


def _holding(art: Art, axis: Axis, place: Place) -> Place:
    """What a drawing is placed in along one axis: where its cell may not hold it, an offset from the page is one from the page.

    One from the text is from that of the cell all the same.
    """
    if art.in_cell or not place.cell or axis.origin in _OF_TEXT:
        return place
    page = place.page
    room = Box(page.left, page.top, page.width - page.right, page.height - page.top)
    return replace(place, box=room, cell=False)


def _line_start(paragraph: Paragraph, place: Place, width: float) -> float:
    free = place.box.width - width
    if paragraph.align == "center":
        return place.box.x0 + free / 2
    return place.box.x0 + (free if paragraph.align in ("right", "end") else paragraph.indent)


def _across(axis: Axis, width: float, place: Place) -> float:
    low, high = place.box.x0, place.box.x1
    if not place.cell and axis.origin == "page":
        low, high = 0.0, place.page.width
    elif not place.cell and axis.origin in ("rightMargin", "right-margin-area"):
        low, high = place.page.width - place.page.right, place.page.width
    elif not place.cell and axis.origin in ("leftMargin", "left-margin-area"):
        low, high = 0.0, place.page.left
    return _aligned(axis, low, high, width)


def _down(axis: Axis, height: float, place: Place) -> float:
    low = place.top
    if axis.origin in ("page", "margin", "topMargin", "top-margin-area"):
        low = place.box.y0 if place.cell or axis.origin == "margin" else 0.0
    return _aligned(axis, low, max(place.box.y1, low + height), height)


def _aligned(axis: Axis, low: float, high: float, size: float) -> float:
    if axis.align == "center":
        return low + (high - low - size) / 2
    if axis.align in ("right", "bottom", "outside"):
        return high - size
    return low + axis.offset


def moved(points: Sequence[tuple[float, float]], x: float, y: float) -> tuple[tuple[float, float], ...]:
    """Points by so much to the right and down."""
    return tuple((x + a, y + b) for a, b in points)

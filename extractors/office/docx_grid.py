"""The grid of a Word table: which columns each cell takes, with gaps, spans and hair-thin columns resolved."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from extractors.office.docx_model import Block, TableCell, TableGrid, TableRow
from extractors.office.docx_styles import Styles
from extractors.office.package import Element
from extractors.office.wordml import at, children, number, switch, twips, val

_HAIR = 4.0
"""Columns narrower than this many points come from edges that were drawn by hand, not from content."""
_MAX_COLUMNS = 200
_MAX_WIDTH = 4000.0
_UNKNOWN_WIDTH = 40.0

Content = Callable[[Element], tuple[Block, ...]]


def grid(table: Element, content: Content, styles: Styles) -> TableGrid | None:
    """The rows of a ``w:tbl``; None without cells."""
    rows = [row for element in children(table, "tr") if (row := _row(element, content)) is not None]
    count = max((cell.column + cell.width for row in rows for cell in row.cells), default=0)
    if not count:
        return None
    edges = list(accumulate(_widths(table, count), initial=0.0))
    kept = _kept(rows, edges)
    indent = at(table, "tblPr/tblInd")
    return TableGrid(
        tuple(_moved(row, kept) for row in rows),
        tuple(edges[at_edge] for at_edge in kept),
        twips(indent, "w") if indent is not None else 0.0,
        val(at(table, "tblPr/jc")) or "",
        _padding(table, styles),
    )


def _padding(table: Element, styles: Styles) -> float:
    """What cells keep free above and below their text together."""
    style = val(at(table, "tblPr/tblStyle"))
    total = 0.0
    for side in ("top", "bottom"):
        own = at(table, f"tblPr/tblCellMar/{side}")
        total += twips(own if own is not None else styles.find(style, f"tblPr/tblCellMar/{side}"), "w")
    return min(max(total, 0.0), _MAX_WIDTH)


def _row(element: Element, content: Content) -> TableRow | None:
    """A row with its cells at grid columns; None for one that was deleted or is hidden."""
    properties = at(element, "trPr")
    if properties is not None and (at(properties, "del") is not None or switch(at(properties, "hidden"))):
        return None
    column = _count(at(element, "trPr/gridBefore"), 0)
    cells: list[TableCell] = []
    for cell in children(element, "tc"):
        if column >= _MAX_COLUMNS:
            break
        width = min(_count(at(cell, "tcPr/gridSpan"), 1), _MAX_COLUMNS - column)
        across, down = at(cell, "tcPr/hMerge"), at(cell, "tcPr/vMerge")
        if cells and across is not None and val(across) != "restart":
            cells[-1] = TableCell(
                cells[-1].column, cells[-1].width + width, cells[-1].blocks, cells[-1].merge
            )
        else:
            merge = "" if down is None else val(down) or "continue"
            cells.append(TableCell(column, width, content(cell), merge))
        column += width
    height = at(element, "trPr/trHeight")
    return TableRow(tuple(cells), min(twips(height), _MAX_WIDTH), val(height, "hRule") == "exact")


def _count(element: Element | None, least: int) -> int:
    return min(max(int(number(val(element), least)), least), _MAX_COLUMNS)


def _widths(table: Element, count: int) -> list[float]:
    """The widths of the grid's columns; where the file gives none, those that its cells ask for."""
    given = [twips(column, "w") for column in table.iterfind("{*}tblGrid/{*}gridCol")][:count]
    given += [0.0] * (count - len(given))
    if not all(given):
        asked = _asked(table, count)
        given = [width or other for width, other in zip(given, asked, strict=True)]
    return [min(max(width, 0.0), _MAX_WIDTH) or _UNKNOWN_WIDTH for width in given]


def _asked(table: Element, count: int) -> list[float]:
    """For each column the width of a cell that takes it alone, 0 without."""
    widths = [0.0] * count
    for row in children(table, "tr"):
        column = _count(at(row, "trPr/gridBefore"), 0)
        for cell in children(row, "tc"):
            width = _count(at(cell, "tcPr/gridSpan"), 1)
            size = at(cell, "tcPr/tcW")
            if width == 1 and column < count and val(size, "type") == "dxa":
                widths[column] = widths[column] or twips(size, "w")
            column += width
    return widths


def _kept(rows: Sequence[TableRow], edges: Sequence[float]) -> list[int]:
    """The edges that part cells: those where some cell begins or ends, hair-thin columns closed."""
    cells = [cell for row in rows for cell in row.cells]
    used = sorted({e for cell in cells for e in (cell.column, cell.column + cell.width)})
    alone = {(cell.column, cell.column + cell.width) for cell in cells}
    kept = used[:1]
    for low, high in pairwise(used):
        if edges[high] - edges[low] >= _HAIR or (low, high) in alone:
            kept.append(high)
    return kept


def _moved(row: TableRow, kept: Sequence[int]) -> TableRow:
    """The row with its cells counted in the columns that were kept."""
    cells = []
    for cell in row.cells:
        first = _index(kept, cell.column)
        last = max(_index(kept, cell.column + cell.width), first + 1)
        cells.append(TableCell(first, last - first, cell.blocks, cell.merge))
    return TableRow(tuple(cells), row.height, row.exact)


def _index(kept: Sequence[int], edge: int) -> int:
    """The column that begins at an edge; one that was closed counts as the edge to its left."""
    at_edge = bisect_left(kept, edge)
    return at_edge if at_edge < len(kept) and kept[at_edge] == edge else max(at_edge - 1, 0)

"""Check marks in the cells of actors on a scan: one small sign in most rows, all of one size, whatever sign it is.

Engines read words; a lone check mark, cross or dot they pass over or take for a speck. But where no flow is
drawn, nothing else stands in those cells, and the marks of a table are all alike.
"""

from collections.abc import Callable, Iterator, Sequence
from statistics import median

from extractors.boxes import Box, union
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask

_SPECK, _THIN = 0.3, 0.12
"""What is lower and narrower than the first is dirt, and what is as thin as the second is left of a rule, in letter heights."""
_LEAST, _MOST = 0.4, 2.4
"""Height and width of a check mark, in letter heights."""
_PIECES = 3
"""Pieces of ink that a mark may be in."""
_ROWS, _MARKED = 3, 0.7
"""So many rows must have a mark, and so large a share of all."""
_FULL = 0.6
"""The share of cells up to which marks stand in them: what is everywhere says nothing."""
_ALIKE, _SIZE = 0.8, 0.4
"""The share of marks that must be as high as the usual one, and by how much of it they may differ."""
_OTHERS = 0.05
"""The share of cells that may hold something else, such as the stroke of a pen."""


def checks(cells: Sequence[CellTask], ink: Callable[[], Marks], taken: Sequence[Box]) -> list[Box]:
    """The check marks of a page, in pixels; none where a flow is drawn or little speaks for them.

    Args:
        cells: of the tables of a page.
        ink: gives that of the page; asked only where there may be such marks, as measuring it takes long.
        taken: boxes of words and symbols that were found in it.
    """
    drawn = [task.box for task in cells if task.peran == "gambar"]
    if not drawn or any(box.holds(*other.centre) for box in drawn for other in taken):
        return []
    marks = ink()
    inside = [list(_pieces(box, marks)) for box in drawn]
    found = [(box, union(some)) for box, some in zip(drawn, inside, strict=True) if some]
    good = [(box, mark) for box, mark in found if _is_mark(mark, marks.letter, box)]
    crowded = sum(len(some) > _PIECES for some in inside) + len(found) - len(good)
    rows, marked = {round(box.y0) for box in drawn}, {round(box.y0) for box, _ in good}
    if len(marked) < max(_ROWS, _MARKED * len(rows)) or len(good) > _FULL * len(drawn):
        return []
    usual = median(mark.height for _, mark in good)
    alike = [mark for _, mark in good if abs(mark.height - usual) <= _SIZE * usual]
    return alike if crowded <= _OTHERS * len(drawn) and len(alike) >= _ALIKE * len(good) else []


def _pieces(cell: Box, marks: Marks) -> Iterator[Box]:
    """The ink in a cell without dirt."""
    for x0, y0, x1, y1 in marks.inside(cell).tolist():
        if max(x1 - x0, y1 - y0) >= _SPECK * marks.letter and min(x1 - x0, y1 - y0) > _THIN * marks.letter:
            yield Box(x0, y0, x1, y1)


def _is_mark(box: Box, letter: float, cell: Box) -> bool:
    """Whether the ink of a cell is as large as a check mark and stands free in it."""
    fits = _LEAST * letter <= box.height <= _MOST * letter and box.width <= _MOST * letter
    return fits and cell.x0 < box.x0 and box.x1 < cell.x1 and cell.y0 < box.y0 and box.y1 < cell.y1

"""What a person sees of a worksheet: cells with texts at their places, rows with borders, shapes that count.

Hidden rows and columns, what is hidden behind merged cells, what stands beside the print area and
copies of shapes left behind are no part of it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.boxes import Box, union
from extractors.errors import BerkasTerlaluBesar
from extractors.office.outlines import PENGHUBUNG, is_flow
from extractors.office.sheet_model import Area, Axis, Shape, Worksheet

_PRINTED_SHARE = 0.5
"""A print area that holds less of the text than this was set for something else."""
_SLACK = 18.0
"""Points that a shape may lie outside of all cells in use."""
_BESIDE = 300.0
"""The same for a box with a text that says more than Ya or Tidak."""
_TELLING = 8
_SAME = 0.5
_MAX_COVERED = 20_000_000
_MAX_ROW, _MAX_COLUMN = 1_048_575, 16_383


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell with its text; ``wrapped`` where that is broken into lines at the border."""

    area: Area
    text: str
    box: Box
    wrapped: bool = False


@dataclass(frozen=True)
class View:
    """The visible part of a worksheet.

    Attributes:
        worksheet: as in the file.
        entries: by row and column.
        bordered: row -> first and last column with a border, of rows in use.
        merged: all merged cells in use.
        shapes: that count, from the corner of the worksheet.
        box: everything in use.
    """

    worksheet: Worksheet
    entries: tuple[Entry, ...]
    bordered: Mapping[int, tuple[int, int]]
    merged: tuple[Area, ...]
    shapes: tuple[Shape, ...]
    box: Box

    def with_entries(self, further: Iterable[Entry]) -> "View":
        """The same with some more cells."""
        entries = sorted((*self.entries, *further), key=lambda entry: entry.area)
        return replace(self, entries=tuple(entries), box=union([self.box, *(e.box for e in entries)]))


def views(worksheets: Iterable[Worksheet]) -> list[View]:
    """What can be seen of a workbook, one view for each worksheet with a text; of hidden ones only if there are no others."""
    every = list(worksheets)
    for hidden in (False, True):
        found = [view for worksheet in every if worksheet.hidden == hidden and (view := _view(worksheet))]
        if found:
            return found
    return []


def text_boxes(view: View, flows: Iterable[Box]) -> list[Entry]:
    """The boxes of text that lie beside the flowcharts, as cells; by the numbers of rows and columns they cover."""
    regions = list(flows)
    joined = {end for shape in view.shapes for end in (shape.dari, shape.ke) if end}
    found = []
    for shape in view.shapes:
        if not shape.text or shape.jenis == PENGHUBUNG or is_flow(shape.jenis) or shape.nomor in joined:
            continue
        if not any(region.holds(*shape.box.centre) for region in regions):
            found.append(Entry(_covered(view.worksheet, shape.box), shape.text, shape.box))
    return found


def _covered(worksheet: Worksheet, box: Box) -> Area:
    """The cells that a box lies over by more than a sliver."""
    return Area(
        worksheet.rows.index(box.y0 + box.height / 4, _MAX_ROW),
        worksheet.columns.index(box.x0 + box.width / 8, _MAX_COLUMN),
        worksheet.rows.index(box.y1 - box.height / 4, _MAX_ROW),
        worksheet.columns.index(box.x1 - box.width / 8, _MAX_COLUMN),
    )


def _view(worksheet: Worksheet) -> View | None:
    entries = list(_entries(worksheet))
    if not entries and worksheet.texts:
        # Everything is hidden: a person would bring it to light first.
        worksheet = replace(worksheet, columns=_unhidden(worksheet.columns), rows=_unhidden(worksheet.rows))
        entries = list(_entries(worksheet))
    if not entries and not any(shape.text for shape in worksheet.shapes):
        return None
    limits = _limits(worksheet, entries)
    if limits:
        entries = [e for e in entries if any(area.holds(e.area.row, e.area.column) for area in limits)]
    bordered = _bordered(worksheet, entries, limits)
    used = _used(worksheet, entries, bordered)
    printed = [worksheet.box(area) for area in limits]
    shapes = tuple(_counting(worksheet.shapes, used, printed))
    box = union([used, *(shape.box for shape in shapes)]) if shapes else used
    last = max((entry.area.last_row for entry in entries), default=0)
    merged = tuple(area for area in worksheet.merged if area.row <= last)
    return View(worksheet, tuple(entries), bordered, merged, shapes, box)


def _entries(worksheet: Worksheet) -> Iterable[Entry]:
    """The cells whose text can be seen."""
    anchors = {(area.row, area.column): area for area in worksheet.merged}
    behind = _behind(worksheet)
    for row, column in sorted(worksheet.texts):
        if (row, column) in behind:
            continue
        area = anchors.get((row, column), Area(row, column, row, column))
        columns = worksheet.columns.shown(area.column, area.last_column)
        if columns and worksheet.rows.shown(area.row, area.last_row):
            text = worksheet.texts[row, column].strip()
            yield Entry(area, text, worksheet.box(area), (row, column) in worksheet.wrapped)


def _behind(worksheet: Worksheet) -> set[tuple[int, int]]:
    """The cells with a text that are covered by a merged one."""
    if not worksheet.merged:
        return set()
    places = sorted(worksheet.texts)
    found: set[tuple[int, int]] = set()
    looked = 0
    for area in worksheet.merged:
        low = bisect_left(places, (area.row, area.column))
        high = bisect_left(places, (area.last_row, area.last_column + 1))
        looked += high - low
        if looked > _MAX_COVERED:
            raise BerkasTerlaluBesar("lembar kerja Excel memuat terlalu banyak sel gabungan")
        found.update(place for place in places[low:high] if area.holds(*place))
        found.discard((area.row, area.column))
    return found


def _unhidden(axis: Axis) -> Axis:
    usual = axis.usual or 15.0
    return Axis(usual, tuple((first, last, size or usual) for first, last, size in axis.given))


def _limits(worksheet: Worksheet, entries: Iterable[Entry]) -> tuple[Area, ...]:
    """The print area where it holds the content, else nothing."""
    whole = inside = 0
    for entry in entries:
        whole += len(entry.text)
        if any(area.holds(entry.area.row, entry.area.column) for area in worksheet.printed):
            inside += len(entry.text)
    return worksheet.printed if inside and inside >= _PRINTED_SHARE * whole else ()


def _bordered(
    worksheet: Worksheet, entries: list[Entry], limits: tuple[Area, ...]
) -> dict[int, tuple[int, int]]:
    """The borders of visible rows down to the last text, within the print area."""
    last = max((entry.area.last_row for entry in entries), default=-1)
    found = {}
    for row in sorted(worksheet.bordered):
        if row > last or not worksheet.rows.size(row):
            continue
        left, right = worksheet.bordered[row]
        within = [area for area in limits if area.row <= row <= area.last_row]
        if limits and not within:
            continue
        if within:
            left = max(left, min(area.column for area in within))
            right = min(right, max(area.last_column for area in within))
        if left <= right:
            found[row] = left, right
    return found


def _used(worksheet: Worksheet, entries: list[Entry], bordered: Mapping[int, tuple[int, int]]) -> Box:
    boxes = [entry.box for entry in entries]
    boxes += [worksheet.box(Area(row, left, row, right)) for row, (left, right) in bordered.items()]
    return union(boxes or [shape.box for shape in worksheet.shapes])


def _counting(shapes: Iterable[Shape], used: Box, printed: Sequence[Box]) -> Iterable[Shape]:
    """The shapes that are printed or lie within the cells in use, without copies that lie exactly on one another.

    Where no print area is set, a text of some length may also stand beside the cells.
    """
    near, beside = used.grown(_SLACK), used.grown(_BESIDE)
    seen: set[tuple[object, ...]] = set()
    for shape in shapes:
        corners = [edge for point in shape.points for edge in point]
        key = (shape.jenis, shape.text, *(round(edge / _SAME) for edge in (*shape.box, *corners)))
        flat = shape.box.width < _SAME and shape.box.height < _SAME
        told = not printed and len(shape.text) >= _TELLING and beside.holds(*shape.box.centre)
        inside = told or any(place.holds(*shape.box.centre) for place in (near, *printed))
        if flat or key in seen or not inside:
            continue
        seen.add(key)
        yield shape

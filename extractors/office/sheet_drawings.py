"""Drawings of a worksheet (DrawingML): shapes at their anchors, groups within groups, connectors with what they join."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from extractors.boxes import Box
from extractors.office.outlines import PENGHUBUNG, arrows, corners, kind, towards_arrow, with_group
from extractors.office.package import Element
from extractors.office.sheet_model import Axis, Shape
from extractors.office.transforms import bends, flips, frame, free_line, glue, has_arrow, turn
from extractors.office.wordml import EMU, at, children, local, number

GAMBAR = "picture"
"""``jenis`` of a picture; somebody may have pasted a symbol as one."""
MAX_SHAPES = 5000
_MAX_DEPTH = 20
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_DRAWN = ("sp", "cxnSp", "grpSp", "pic")
_TRUE = ("1", "true")
_MAX_ROW, _MAX_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the coordinates within an anchor or a group to points on the worksheet."""

    x: float
    y: float
    by_x: float
    by_y: float

    def box(self, place: tuple[float, float], size: tuple[float, float]) -> Box:
        left, top = self.x + place[0] * self.by_x, self.y + place[1] * self.by_y
        return Box(left, top, left + abs(size[0] * self.by_x), top + abs(size[1] * self.by_y))


def shapes_of(root: Element, columns: Axis, rows: Axis) -> list[Shape]:
    """The shapes of a drawing part that can be seen, in drawing order."""
    every = (
        shape
        for anchor in children(root, *_ANCHORS)
        for element in children(anchor, *_DRAWN)
        for shape in _placed(element, _anchor_box(anchor, columns, rows))
    )
    return list(islice(every, MAX_SHAPES))


def _anchor_box(anchor: Element, columns: Axis, rows: Axis) -> Box:
    """Where an anchor lies on the worksheet."""
    place, size = at(anchor, "pos"), at(anchor, "ext")
    if local(anchor) == "absoluteAnchor":
        left, top = (number(place.get(name)) * EMU if place is not None else 0.0 for name in ("x", "y"))
    else:
        left, top = _corner(at(anchor, "from"), columns, rows)
    if local(anchor) == "twoCellAnchor":
        right, bottom = _corner(at(anchor, "to"), columns, rows)
    else:
        width, height = (number(size.get(name)) * EMU if size is not None else 0.0 for name in ("cx", "cy"))
        right, bottom = left + width, top + height
    return Box(min(left, right), min(top, bottom), max(left, right), max(top, bottom))


def _corner(marker: Element | None, columns: Axis, rows: Axis) -> tuple[float, float]:
    if marker is None:
        return 0.0, 0.0

    def count(name: str) -> float:
        found = at(marker, name)
        return number(found.text) if found is not None else 0.0

    column = int(min(max(count("col"), 0), _MAX_COLUMN))
    row = int(min(max(count("row"), 0), _MAX_ROW))
    # An offset never leads out of its cell, however narrow that has become since.
    return (
        columns.start(column) + min(count("colOff") * EMU, columns.size(column)),
        rows.start(row) + min(count("rowOff") * EMU, rows.size(row)),
    )


def _placed(element: Element, box: Box) -> Iterator[Shape]:
    """The shapes of what an anchor holds, whose own coordinates are those of the anchor."""
    place, size = frame(element, "off"), frame(element, "ext")
    box = as_it_stood(box, turn(element))
    by_x = box.width / size[0] if size[0] else EMU
    by_y = box.height / size[1] if size[1] else EMU
    scale = _Scale(box.x0 - place[0] * by_x, box.y0 - place[1] * by_y, by_x, by_y)
    yield from _any(element, scale, 0)


def _any(element: Element, scale: _Scale, depth: int) -> Iterator[Shape]:
    if depth > _MAX_DEPTH:
        return
    if local(element) == "grpSp":
        (x, y), (width, height) = frame(element, "off"), frame(element, "ext")
        (inner_x, inner_y), (inner_width, inner_height) = frame(element, "chOff"), frame(element, "chExt")
        by_x = scale.by_x * (width / inner_width if inner_width else 1.0)
        by_y = scale.by_y * (height / inner_height if inner_height else 1.0)
        left, top = scale.x + x * scale.by_x, scale.y + y * scale.by_y
        inner = _Scale(left - inner_x * by_x, top - inner_y * by_y, by_x, by_y)
        around = scale.box((x, y), (width, height))
        for child in children(element, *_DRAWN):
            for one in _any(child, inner, depth + 1):
                box, points = with_group(one.box, one.points, around, flips(element), turn(element))
                yield replace(one, box=box, points=points)
    elif local(element) == "pic":
        box = scale.box(frame(element, "off"), frame(element, "ext"))
        yield Shape(GAMBAR, corners(GAMBAR, GAMBAR, box, (False, False), (), turn(element))[0])
    else:
        shape = _shape(element, scale)
        if shape is not None:
            yield shape


def as_it_stood(box: Box, turn: float) -> Box:
    """The frame of a shape before it was turned: the anchor of what lies on its side goes around it as it lies.

    Args:
        box: where the anchor lies.
        turn: clockwise, in degrees.
    """
    if not 45 <= turn % 180 < 135:
        return box
    x, y = box.centre
    return Box(x - box.height / 2, y - box.width / 2, x + box.height / 2, y + box.width / 2)


def _shape(element: Element, scale: _Scale) -> Shape | None:
    """A shape, None for one that shows nothing at all."""
    about = next(iter(element.iterfind("{*}*/{*}cNvPr")), None)
    if about is not None and about.get("hidden") in _TRUE:
        return None
    properties, geometry = at(element, "spPr"), at(element, "spPr/prstGeom")
    preset = (geometry.get("prst") or "") if geometry is not None else "path"
    course = free_line(element)
    jenis = PENGHUBUNG if local(element) == "cxnSp" or course else kind(preset)
    fill, stroke = _paint(element, properties, "fillRef"), _paint(element, at(element, "spPr/ln"), "lnRef")
    text = _text(element)
    if not (text or fill or stroke):
        return None
    box = scale.box(frame(element, "off"), frame(element, "ext"))
    box, points = corners(jenis, preset, box, flips(element), bends(geometry), turn(element), course)
    start, end = (has_arrow(at(element, f"spPr/ln/{name}")) for name in ("headEnd", "tailEnd"))
    dari, ke = glue(element, "nvCxnSpPr/cNvCxnSpPr", start and not end)
    return Shape(
        jenis, box, towards_arrow(points, start, end), _hex(fill), _hex(stroke), text, bool(fill or stroke),
        (about.get("id") or "") if about is not None else "", dari, ke,
        arrows(start, end) if jenis == PENGHUBUNG else None,
    )  # fmt: skip


def _paint(element: Element, properties: Element | None, reference: str) -> str:
    """How the inside or the outline is painted: a colour as ``#rrggbb``, another word, or nothing."""
    if properties is not None:
        for child in properties:
            name = local(child)
            if name == "noFill":
                return ""
            if name == "solidFill":
                colour = at(child, "srgbClr")
                value = (colour.get("val") or "") if colour is not None else ""
                return f"#{value.lower()}" if len(value) == 6 else name
            if name in ("gradFill", "pattFill", "blipFill", "grpFill"):
                return name
    style = at(element, f"style/{reference}")
    return "style" if style is not None and style.get("idx", "0") != "0" else ""


def _hex(paint: str) -> str | None:
    return paint if paint.startswith("#") else None


def _text(element: Element) -> str:
    """The paragraphs in a shape, one a line."""
    body = at(element, "txBody")
    if body is None:
        return ""
    lines = []
    for paragraph in body.iterfind("{*}p"):
        pieces = ((("\n" if local(e) == "br" else e.text) or "") for e in paragraph.iter("{*}t", "{*}br"))
        lines.append("".join(pieces).strip())
    return "\n".join(lines).strip()

"""Drawings of older workbooks (VML) and form controls; comments on cells are left out."""

import re
from itertools import islice

from extractors.boxes import Box
from extractors.office.outlines import corners, kind, vml_preset
from extractors.office.package import Element
from extractors.office.sheet_drawings import MAX_SHAPES
from extractors.office.sheet_model import Axis, Shape
from extractors.office.wordml import at, local, number

_PIXEL = 0.75
_SHAPES = {"rect": "rect", "oval": "ellipse", "roundrect": "roundRect", "line": "line"}
_TYPE = re.compile(r"_x0000_t(\d{1,3})")
_OFF = ("f", "false")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SPARE = "Note"


def old_shapes(root: Element, columns: Axis, rows: Axis) -> list[Shape]:
    """The shapes of a VML part that are anchored to cells."""
    every = (shape for element in root.iter() if (shape := _shape(element, columns, rows)) is not None)
    return list(islice(every, MAX_SHAPES))


def _shape(element: Element, columns: Axis, rows: Axis) -> Shape | None:
    name = local(element)
    if name not in ("shape", *_SHAPES):
        return None
    data = at(element, "ClientData")
    anchor = at(data, "Anchor") if data is not None else None
    if data is None or anchor is None or data.get("ObjectType") == _SPARE or _is_hidden(element):
        return None
    places = [int(number(part)) for part in (anchor.text or "").split(",")]
    if len(places) != 8:
        return None
    column, dx, row, dy, last_column, last_dx, last_row, last_dy = (max(place, 0) for place in places)
    box = Box(
        columns.start(column) + dx * _PIXEL,
        rows.start(row) + dy * _PIXEL,
        columns.start(last_column) + last_dx * _PIXEL,
        rows.start(last_row) + last_dy * _PIXEL,
    )
    if box.x1 < box.x0 or box.y1 < box.y0:
        return None
    known = _TYPE.search(element.get("type") or "")
    preset = _SHAPES.get(name) or (vml_preset(int(known.group(1))) if known else "path")
    box, points = corners(kind(preset), preset, box, (False, False), [], 0.0)
    holder = at(element, "textbox")
    text = " ".join("".join(holder.itertext()).split()) if holder is not None else ""
    filled, stroked = (element.get(key) not in _OFF for key in ("filled", "stroked"))
    if not (text or filled or stroked):
        return None
    fill, stroke = _colour(element.get("fillcolor")), _colour(element.get("strokecolor"))
    return Shape(
        kind(preset),
        box,
        points,
        fill if filled else None,
        stroke if stroked else None,
        text,
        filled or stroked,
    )


def _is_hidden(element: Element) -> bool:
    return "visibility:hidden" in (element.get("style") or "").replace(" ", "")


def _colour(value: str | None) -> str | None:
    found = _COLOUR.match(value or "")
    return found.group().lower() if found else None

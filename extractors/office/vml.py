"""Drawings of older Word (VML): v:shape, v:rect, v:oval, v:line … and groups within groups."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.boxes import Box, union
from extractors.office.docx_model import Art, Axis, Part
from extractors.office.drawingml import Content
from extractors.office.outlines import PENGHUBUNG, Points, arrows, corners, kind, towards_arrow, vml_preset
from extractors.office.package import Element
from extractors.office.wordml import at, local, number

Point = tuple[float, float]
_SHAPES = {"rect": "rect", "oval": "ellipse", "roundrect": "roundRect", "line": "line"}
_OUTLINES = ("shape", "polyline", "arc", "curve", *_SHAPES)
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "px": 0.75, "pc": 12.0, "": 0.75}
_LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*(pt|in|cm|mm|px|pc)?\s*", re.IGNORECASE)
_TYPE = re.compile(r"_x0000_t(\d{1,3})")
_TEXT_BOX = "textBox"
_IN_CELL = "{urn:schemas-microsoft-com:office:office}allowincell"


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the coordinates within a group to points on the drawing."""

    x: float
    y: float
    by_x: float
    by_y: float


def pict(element: Element, content: Content) -> Art | None:
    """The drawing in a ``w:pict`` or ``w:object``, None where nothing of it is known."""
    for child in element:
        name = local(child)
        if name not in ("group", *_OUTLINES):
            continue
        style = _style(child)
        if name == "polyline" or (name == "line" and "width" not in style):
            if ends := [_point(pair) for pair in _pairs(child)]:
                return _lone_line(child, style, ends)
            continue
        width, height = _length(style.get("width")), _length(style.get("height"))
        own = Box(0, 0, width, height)
        parts = (
            tuple(_group(child, own, content)) if name == "group" else (_part(child, style, own, content),)
        )
        if parts:
            return _anchored(parts, child, own, style)
    return None


def _anchored(parts: tuple[Part, ...], element: Element, box: Box, style: Mapping[str, str]) -> Art:
    if style.get("position") != "absolute":
        return Art(parts, box.width, box.height)
    x = Axis(
        _length(style.get("margin-left") or style.get("left")),
        _align(style.get("mso-position-horizontal")),
        style.get("mso-position-horizontal-relative", "column").replace("text", "column"),
    )
    y = Axis(
        _length(style.get("margin-top") or style.get("top")),
        _align(style.get("mso-position-vertical")),
        style.get("mso-position-vertical-relative", "paragraph").replace("text", "paragraph"),
    )
    return Art(parts, box.width, box.height, x, y, element.get(_IN_CELL) not in ("f", "false"))


def _align(value: str | None) -> str:
    return "" if value in (None, "absolute") else str(value)


def _pairs(element: Element) -> list[Sequence[str]]:
    """The ends of a line and the corners of one of several pieces, as written: x and y."""
    if local(element) == "line":
        return [(element.get(name) or "0,0").split(",")[:2] for name in ("from", "to")]
    values = (element.get("points") or "").replace(",", " ").split()
    return [values[at : at + 2] for at in range(0, len(values) - 1, 2)]


def _lone_line(element: Element, style: Mapping[str, str], ends: Sequence[Point]) -> Art:
    box = union(Box(*end, *end) for end in ends)
    points = tuple((x - box.x0, y - box.y0) for x, y in _mirrored(ends, box, style))
    part = Part(
        PENGHUBUNG,
        Box(0, 0, box.width, box.height),
        _directed(element, points),
        None,
        _stroke(element),
        panah=arrows(*_arrow_ends(element)),
    )
    moved = {**style, "margin-left": f"{box.x0}pt", "margin-top": f"{box.y0}pt", "position": "absolute"}
    return _anchored((part,), element, box, moved)


def _mirrored(points: Sequence[Point], box: Box, style: Mapping[str, str]) -> Points:
    """The ends of a line; Word names its upper left one first and says by a flip where it begins."""
    flip = style.get("flip", "")
    return tuple(
        (box.x0 + box.x1 - x if "x" in flip else x, box.y0 + box.y1 - y if "y" in flip else y)
        for x, y in points
    )


def _group(element: Element, outer: Box, content: Content) -> Iterator[Part]:
    """The parts of a group that takes the outer box."""
    origin = [number(n) for n in (element.get("coordorigin") or "0,0").split(",")[:2]]
    size = [number(n) for n in (element.get("coordsize") or "1000,1000").split(",")[:2]]
    if len(origin) < 2 or len(size) < 2 or not all(size):
        return
    scale = _Scale(outer.x0, outer.y0, outer.width / size[0], outer.height / size[1])
    for child in element:
        name, style = local(child), _style(child)
        if name in ("line", "polyline"):
            if ends := _pairs(child):
                yield _line_in_group(child, ends, origin, scale)
        elif name in ("group", *_OUTLINES):
            left, top, width, height = (number(style.get(k)) for k in ("left", "top", "width", "height"))
            x, y = (
                scale.x + (left - origin[0]) * scale.by_x,
                scale.y + (top - origin[1]) * scale.by_y,
            )
            box = Box(x, y, x + abs(width) * scale.by_x, y + abs(height) * scale.by_y)
            if name == "group":
                yield from _group(child, box, content)
            else:
                yield _part(child, style, box, content)


def _line_in_group(
    element: Element, ends: Sequence[Sequence[str]], origin: list[float], scale: _Scale
) -> Part:
    places = [tuple(number(n) for n in end) for end in ends]
    points = tuple(
        (scale.x + (x - origin[0]) * scale.by_x, scale.y + (y - origin[1]) * scale.by_y)
        for x, y in (end if len(end) == 2 else (0.0, 0.0) for end in places)
    )
    box = union(Box(x, y, x, y) for x, y in points)
    points = _mirrored(points, box, _style(element))
    panah = arrows(*_arrow_ends(element))
    return Part(PENGHUBUNG, box, _directed(element, points), None, _stroke(element), panah=panah)


def _part(element: Element, style: Mapping[str, str], box: Box, content: Content) -> Part:
    preset = _preset(element)
    jenis = kind(preset)
    flip = style.get("flip", "")
    bends = [number(n) / 21600 for n in (element.get("adj") or "").split(",") if n.strip()]
    turn = number(style.get("rotation", "").removesuffix("fd")) / (
        65536 if style.get("rotation", "").endswith("fd") else 1
    )
    box, points = corners(jenis, preset, box, ("x" in flip, "y" in flip), bends, turn)
    text = at(element, "textbox/txbxContent")
    filled = element.get("filled") not in ("f", "false") and at(element, "imagedata") is None
    return Part(
        jenis,
        box,
        _directed(element, points),
        _colour(element.get("fillcolor")) if filled else None,
        _stroke(element),
        content(text) if text is not None else (),
        preset == _TEXT_BOX,
        arrows(*_arrow_ends(element)) if jenis == PENGHUBUNG else None,
    )


def _preset(element: Element) -> str:
    name = local(element)
    if name in _SHAPES:
        return _SHAPES[name]
    if at(element, "imagedata") is not None:
        return "picture"
    known = _TYPE.search(element.get("type") or "")
    if known:
        return vml_preset(int(known.group(1)))
    return _TEXT_BOX if at(element, "textbox") is not None else "path"


def _directed(element: Element, points: Points) -> Points:
    return towards_arrow(points, *_arrow_ends(element))


def _arrow_ends(element: Element) -> tuple[bool, bool]:
    """Whether an arrow stands where a line begins and where it ends."""
    stroke = at(element, "stroke")
    if stroke is None:
        return False, False
    return (stroke.get("startarrow") or "none") != "none", (stroke.get("endarrow") or "none") != "none"


def _stroke(element: Element) -> str | None:
    if element.get("stroked") in ("f", "false"):
        return None
    return _colour(element.get("strokecolor")) or "#000000"


def _colour(value: str | None) -> str | None:
    """A colour that is written as #rrggbb or #rgb; others are not looked up."""
    text = (value or "").split(" ")[0].lower()
    if re.fullmatch(r"#[0-9a-f]{3}", text):
        text = "#" + "".join(char * 2 for char in text[1:])
    return text if re.fullmatch(r"#[0-9a-f]{6}", text) else None


def _style(element: Element) -> dict[str, str]:
    pairs = (entry.partition(":") for entry in (element.get("style") or "").split(";"))
    return {key.strip().casefold(): value.strip() for key, _, value in pairs if value.strip()}


def _length(value: str | None) -> float:
    """A length in points; a mere number counts pixels."""
    match = _LENGTH.fullmatch(value or "")
    return number(match.group(1)) * _UNITS[(match.group(2) or "").lower()] if match else 0.0


def _point(pair: Sequence[str]) -> Point:
    return (_length(pair[0]), _length(pair[1])) if len(pair) > 1 else (0.0, 0.0)

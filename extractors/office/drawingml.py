"""Drawings of Word 2010 and later (DrawingML): shapes, groups within groups, pictures, connectors."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from extractors.boxes import Box
from extractors.office.docx_model import Art, Axis, Block, Part
from extractors.office.outlines import PENGHUBUNG, arrows, corners, kind, towards_arrow, with_group
from extractors.office.package import Element
from extractors.office.transforms import bends, flips, frame, free_line, glue, has_arrow, turn
from extractors.office.wordml import EMU, at, children, local, number

Content = Callable[[Element], tuple[Block, ...]]
"""What stands in the text of a shape, given the element that holds its paragraphs."""

_MAX_PARTS = 5000


@dataclass(frozen=True, slots=True)
class _Scale:
    """From the coordinates within a group to points on the drawing."""

    x: float = 0.0
    y: float = 0.0
    by_x: float = EMU
    by_y: float = EMU

    def box(self, x: float, y: float, width: float, height: float) -> Box:
        left, top = self.x + x * self.by_x, self.y + y * self.by_y
        return Box(left, top, left + abs(width * self.by_x), top + abs(height * self.by_y))


def drawing(element: Element, content: Content) -> Art | None:
    """The drawing in a ``w:drawing``, None where nothing of it is known."""
    holder = next(iter(children(element, "inline", "anchor")), None)
    if holder is None:
        return None
    extent, graphic = at(holder, "extent"), at(holder, "graphic/graphicData")
    if graphic is None or extent is None:
        return None
    width, height = number(extent.get("cx")) * EMU, number(extent.get("cy")) * EMU
    parts = tuple(part for child in graphic for part, _ in zip(_top(child, content), range(_MAX_PARTS)))  # noqa: B905
    if not parts:
        return None
    about = at(holder, "docPr")
    if len(parts) == 1 and not parts[0].nomor and about is not None:
        parts = (replace(parts[0], nomor=about.get("id") or ""),)
    if local(holder) == "inline":
        return Art(parts, width, height)
    in_cell = holder.get("layoutInCell") not in ("0", "false")
    return Art(parts, width, height, _axis(at(holder, "positionH")), _axis(at(holder, "positionV")), in_cell)


def _axis(element: Element | None) -> Axis:
    if element is None:
        return Axis()
    offset, align = at(element, "posOffset"), at(element, "align")
    return Axis(
        number(offset.text) * EMU if offset is not None else 0.0,
        (align.text or "").strip() if align is not None else "",
        element.get("relativeFrom") or "",
    )


def _top(element: Element, content: Content) -> Iterator[Part]:
    """The parts of what a drawing holds; a shape of its own begins at the corner of the drawing."""
    name = local(element)
    if name in ("wsp", "pic", "cxnSp"):
        yield from _part(element, _offset(element), content)
    elif name in ("wgp", "grpSp"):
        yield from _group(element, _offset(element), content)
    elif name == "wpc":
        for child in children(element, "wsp", "pic", "wgp", "grpSp", "cxnSp"):
            yield from _any(child, _Scale(), content)


def _offset(element: Element) -> _Scale:
    """The scale at which a top shape's own offset falls on the corner of the drawing."""
    off = frame(element, "off")
    return _Scale(-off[0] * EMU, -off[1] * EMU)


def _any(element: Element, scale: _Scale, content: Content) -> Iterator[Part]:
    if local(element) in ("wgp", "grpSp"):
        yield from _group(element, scale, content)
    else:
        yield from _part(element, scale, content)


def _group(element: Element, scale: _Scale, content: Content) -> Iterator[Part]:
    (x, y), (width, height) = frame(element, "off"), frame(element, "ext")
    (inner_x, inner_y), (inner_width, inner_height) = frame(element, "chOff"), frame(element, "chExt")
    by_x = scale.by_x * (width / inner_width if inner_width else 1.0)
    by_y = scale.by_y * (height / inner_height if inner_height else 1.0)
    inner = _Scale(
        scale.x + x * scale.by_x - inner_x * by_x, scale.y + y * scale.by_y - inner_y * by_y, by_x, by_y
    )
    around, mirrored, turned = scale.box(x, y, width, height), flips(element), turn(element)
    for child in children(element, "wsp", "pic", "grpSp", "cxnSp"):
        for part in _any(child, inner, content):
            box, points = with_group(part.box, part.points, around, mirrored, turned)
            yield replace(part, box=box, points=points)


def _part(element: Element, scale: _Scale, content: Content) -> Iterator[Part]:
    properties = at(element, "spPr")
    geometry = at(element, "spPr/prstGeom")
    preset = (geometry.get("prst") or "") if geometry is not None else "path"
    if local(element) == "pic":
        preset = "picture"
    course = free_line(element)
    jenis = PENGHUBUNG if course else kind(preset)
    box = scale.box(*frame(element, "off"), *frame(element, "ext"))
    box, points = corners(jenis, preset, box, flips(element), bends(geometry), turn(element), course)
    start, end = (has_arrow(at(element, f"spPr/ln/{name}")) for name in ("headEnd", "tailEnd"))
    about = at(element, "cNvPr")
    dari, ke = glue(element, "cNvCnPr", start and not end)
    text, flags = at(element, "txbx/txbxContent"), at(element, "cNvSpPr")
    yield Part(
        jenis,
        box,
        towards_arrow(points, start, end),
        _colour(properties),
        _colour(at(properties, "ln")) if properties is not None else None,
        content(text) if text is not None else (),
        flags is not None and flags.get("txBox") in ("1", "true"),
        arrows(start, end) if jenis == PENGHUBUNG else None,
        (about.get("id") or "") if about is not None else "",
        dari,
        ke,
    )


def _colour(element: Element | None) -> str | None:
    """The colour of a solid filling that is given as such."""
    colour = at(element, "solidFill/srgbClr") if element is not None else None
    value = colour.get("val") if colour is not None else None
    return f"#{value.lower()}" if value and len(value) == 6 else None

"""All that is drawn of a flow on a page, shapes and lines, looked for where a flow may be."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extractors.boxes import Box
from extractors.raster.drawing.arrows import arrows, symbols_among
from extractors.raster.drawing.fused import parted
from extractors.raster.drawing.meshes import without_meshes
from extractors.raster.drawing.shapes import shapes
from extractors.raster.drawing.unseen import retold, unseen
from extractors.raster.drawing.zone import flow_zone
from extractors.raster.geometry.paper import Gray, Rgb
from extractors.raster.ink import with_colour
from extractors.raster.learned import DPI, Maps
from extractors.sheets import Drawing, Rule


def drawn_flow(gray: Gray, rgb: Rgb, rules: Sequence[Rule], seen: Maps, dpi: float) -> list[Drawing]:
    """The closed shapes that are no cells, those that arrows say are there, and the lines between them.

    Args:
        gray: upright, evenly lit.
        rgb: the same in its own colours.
        rules: its ruled lines, in pixels.
        seen: what the network tells of the page.
        dpi: pixels per inch.

    Returns:
        Drawings of the kinds ``contour`` and ``connector`` in pixels.
    """
    zone = flow_zone(rules, seen, dpi)
    if zone is None:
        return []
    left, top, right, bottom = zone
    x, y = round(left * dpi / DPI), round(top * dpi / DPI)
    rows, columns = slice(y, round(bottom * dpi / DPI)), slice(x, round(right * dpi / DPI))
    part = np.ascontiguousarray(gray[rows, columns])
    own = Maps(*(told[top:bottom, left:right] for told in seen))
    near = [_moved(rule, x, y) for rule in rules]
    coloured = with_colour(np.ascontiguousarray(rgb[rows, columns]), part)
    found = parted(without_meshes(shapes(part, near, own, dpi, coloured)), near)
    concluded = unseen(part, near, symbols_among(found, dpi), own, dpi)
    found += [symbol for symbol, _ in concluded]
    found += retold(arrows(part, near, found, own, dpi, coloured), concluded, dpi)
    return [_on_page(drawing, x, y) for drawing in found]


def _moved(rule: Rule, x: int, y: int) -> Rule:
    across, along = (x, y) if rule.tegak else (y, x)
    return replace(rule, at=rule.at - across, start=rule.start - along, end=rule.end - along)


def _on_page(drawing: Drawing, x: int, y: int) -> Drawing:
    box = drawing.box
    points = tuple((px + x, py + y) for px, py in drawing.points)
    return replace(drawing, box=Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y), points=points)

"""Outlines of a page taken apart: straight pieces along the axes, boxes, and free shapes.

Programs draw the same border as a stroke, a thin filled box, a trapezium or a row of dots.
Here all of these become pieces; whether a piece is of a table is decided in ``rules``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from extractors.boxes import Box, union
from extractors.sheets import Drawing
from extractors.vector.drawn import Outline, Subpath, clipped

THIN: Final = 3.2
"""Points: a filled box no thicker than this is a line."""
LEAN: Final = 0.6
"""Points by which the ends of a line along an axis may differ across it."""
LEAN_SHARE: Final = 0.012
"""The same as a share of its length."""
DOT: Final = 1.6
"""A mark whose sides differ by less than this factor has no direction of its own."""
LONGEST_DRAWING: Final = 400
"""A shape of more corners is a picture or lettering; its box is kept, its corners are not."""
PAPER: Final = "#ffffff"


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight piece along an axis.

    Attributes:
        tegak: whether it is vertical.
        at: the middle of it across its axis.
        start: where it begins along its axis.
        end: where it ends.
        tebal: its thickness.
        colour: as ``#rrggbb``.
        dot: whether it is as short as it is thick, so that its direction is not known.
    """

    tegak: bool
    at: float
    start: float
    end: float
    tebal: float
    colour: str
    dot: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A box with upright sides, with how it was painted."""

    box: Box
    fill: str | None
    stroke: str | None
    width: float
    order: int


@dataclass(slots=True)
class Strokes:
    """All outlines of a page, sorted by what they could be.

    Attributes:
        pieces: single straight lines and thin boxes.
        bends: straight pieces of lines with corners: connectors, or borders drawn in one go.
        frames: boxes with an outline.
        grounds: filled boxes without one.
        shapes: everything else.
    """

    pieces: list[Piece] = field(default_factory=list)
    bends: list[tuple[Drawing, list[Piece]]] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    grounds: list[Frame] = field(default_factory=list)
    shapes: list[Drawing] = field(default_factory=list)


def taken_apart(outlines: Iterable[Outline]) -> Strokes:
    """Sorts the outlines of a page."""
    found = Strokes()
    for outline in outlines:
        if outline.clip.width < 0 or outline.clip.height < 0:
            continue
        ring = _ring(outline)
        if ring is not None:
            _box(ring, outline, found)
            continue
        for part in outline.parts:
            _part(part, outline, found)
    return found


def _ring(outline: Outline) -> Subpath | None:
    """The outer box of a border that was filled between two boxes, one within the other."""
    if outline.fill is None or outline.stroke is not None or len(outline.parts) != 2:
        return None
    outer, inner = sorted(outline.parts, key=lambda part: -part.box.area)
    a, b = outer.box, inner.box
    margins = (b.x0 - a.x0, b.y0 - a.y0, a.x1 - b.x1, a.y1 - b.y1)
    is_box = _upright_box(outer) is not None and min(b.width, b.height) > THIN
    return outer if is_box and all(0.05 < margin <= THIN for margin in margins) else None


def _box(part: Subpath, outline: Outline, found: Strokes) -> None:
    """A border filled as a ring counts as a frame stroked in the middle of it."""
    area = _clipped(part.box, outline.clip)
    if area is not None:
        found.frames.append(Frame(area, None, outline.fill, 0.6, outline.order))


def _part(part: Subpath, outline: Outline, found: Strokes) -> None:
    area = _clipped(part.box, outline.clip)
    if area is None:
        return
    if outline.fill is not None and _is_thin(part, outline, area):
        _thin(area, outline.fill, found)
        return
    box = None if part.curved else _upright_box(part)
    if box is not None and (part.closed or outline.fill is not None):
        frame = Frame(area, outline.fill, outline.stroke, outline.width, outline.order)
        (found.frames if outline.stroke is not None else found.grounds).append(frame)
        return
    pieces = [] if part.curved or part.closed or outline.stroke is None else list(_pieces(part, outline))
    shape = _drawing(part, outline, area)
    if len(part.points) == 2 and outline.stroke is not None:
        found.pieces.extend(pieces)
        if not pieces:
            found.shapes.append(shape)
    elif pieces:
        found.bends.append((shape, pieces))
    else:
        found.shapes.append(shape)


def _clipped(area: Box, clip: Box) -> Box | None:
    """The visible part of a box; one without extent is a line and is kept."""
    seen = clipped(area, clip)
    return seen if seen.width >= -0.01 and seen.height >= -0.01 else None


def _is_thin(part: Subpath, outline: Outline, area: Box) -> bool:
    """Whether a filled outline is a line: a box, or a box with mitred ends."""
    if min(area.width, area.height) > THIN or len(part.points) > 40:
        return False
    if outline.stroke is not None and max(area.width, area.height) < 2 * THIN:
        return False
    # A short line that leans a little fills less of its box, and its box is one all the same.
    full = _surface(part) >= 0.6 * area.area or area.area == 0 or _upright_box(part) is not None
    return full or (part.curved and max(area.width, area.height) <= THIN)


def _surface(part: Subpath) -> float:
    """The area inside a closed polygon."""
    points = [*part.points, part.points[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points))) / 2


def _thin(area: Box, colour: str, found: Strokes) -> None:
    tegak = area.height > area.width
    long, short = (area.height, area.width) if tegak else (area.width, area.height)
    at = (area.x0 + area.x1) / 2 if tegak else (area.y0 + area.y1) / 2
    start, end = (area.y0, area.y1) if tegak else (area.x0, area.x1)
    found.pieces.append(Piece(tegak, at, start, end, short, colour, long < DOT * short))


def _upright_box(part: Subpath) -> Box | None:
    """The box that a subpath draws, None when it draws something else."""
    points = list(dict.fromkeys((round(x, 2), round(y, 2)) for x, y in part.points))
    if not 4 <= len(points) <= 8 or len(part.points) > 10:
        return None
    area = union(Box(x, y, x, y) for x, y in points)
    slack = LEAN + LEAN_SHARE * max(area.width, area.height)
    if min(area.width, area.height) <= slack:
        return None
    corners = set()
    for x, y in points:
        left, top = x - area.x0 <= slack, y - area.y0 <= slack
        on_side = left or area.x1 - x <= slack
        on_edge = top or area.y1 - y <= slack
        if not on_side and not on_edge:
            return None
        if on_side and on_edge:
            corners.add((left, top))
    legs = pairwise([*points, points[0]])
    straight = all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) <= slack for a, b in legs)
    return area if len(corners) == 4 and straight else None


def _pieces(part: Subpath, outline: Outline) -> Iterator[Piece]:
    """The straight pieces of a stroked line; none at all where any of it leans."""
    points = [*part.points, part.points[0]] if part.closed else list(part.points)
    found = []
    for (ax, ay), (bx, by) in pairwise(points):
        wide, high = abs(ax - bx), abs(ay - by)
        long, short = max(wide, high), min(wide, high)
        if long < 0.05:
            continue
        if short > min(LEAN + LEAN_SHARE * long, 0.5 * long):
            return
        tegak = high > wide
        span = sorted((ay, by)) if tegak else sorted((ax, bx))
        low, top = (outline.clip.y0, outline.clip.y1) if tegak else (outline.clip.x0, outline.clip.x1)
        start, end = max(span[0], low), min(span[1], top)
        at = (ax + bx) / 2 if tegak else (ay + by) / 2
        near, far = (outline.clip.x0, outline.clip.x1) if tegak else (outline.clip.y0, outline.clip.y1)
        if end > start and near - outline.width <= at <= far + outline.width:
            dot = end - start < DOT * outline.width
            found.append(Piece(tegak, at, start, end, outline.width, outline.stroke or PAPER, dot))
    yield from found


def _drawing(part: Subpath, outline: Outline, area: Box) -> Drawing:
    points = part.points if len(part.points) <= LONGEST_DRAWING else ()
    return Drawing("path", area, points, part.closed, outline.fill, outline.stroke, part.curved)

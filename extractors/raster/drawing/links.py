"""Pieces of ink that tie two symbols together: whatever way such a line goes, it leads from the one to the other.

Lines that are shared, or that cross, touch more symbols than two; those are followed stretch by stretch instead.
"""

import math
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray

from extractors.boxes import Box, shared, union
from extractors.raster.connected import connected
from extractors.raster.drawing.forks import is_forked
from extractors.raster.drawing.hidden import hidden_ways
from extractors.raster.drawing.runs import Point, onto
from extractors.raster.drawing.slants import slanted_ways
from extractors.raster.drawing.stubs import Stub, apart, headed, short
from extractors.raster.geometry.paper import Mask
from extractors.raster.middle import median
from extractors.sheets import Drawing

# Inches.
OUTLINE: Final = 0.06
"""An outline is no thicker."""
FREE: Final = 0.012
"""So much more around a symbol may be the flank of its outline."""
NEAR: Final = 0.045
"""A line that reaches a symbol comes this near."""
SYMBOL: Final = 0.13
"""A smaller shape is what a letter encloses."""
BROAD: Final = 0.13
"""What lies along a symbol for longer is the rest of its outline."""
BEND: Final = 0.03
"""Smaller bends of a line do not count."""
LEAST: Final = 4
"""Pixels; a smaller piece is a speck."""
# Shares.
SAME: Final = 0.5
COVERED: Final = 0.5
"""Of a ring around a symbol that is its outline."""
THIN: Final = 0.3
"""Share of its box that a piece of lines fills at most, if it is no straight line."""
STEP: Final = 3
"""Pixels that count as one when a way is looked for."""
WIDTH: Final = 7
"""Pixels: ink so near to a hidden way is of it."""
TIP: Final = 1.5
"""Pixels: ink no further from a symbol than the nearest of a line and so much is the end of the line."""

Labels = NDArray[np.int32]
Ring = tuple[slice, slice, NDArray[np.float32]]
"""Rows and columns around a symbol, and how far from it each pixel of ink is that lies right around it, else 0."""


@dataclass(frozen=True, slots=True)
class _Contact:
    """Where a piece of ink reaches a symbol, and over how many pixels along it."""

    symbol: int
    at: Point
    broad: float


def links(
    bare: Mask,
    whole: Mask,
    ruled: Mask,
    told: Mask,
    symbols: Sequence[Drawing],
    corner: tuple[int, int],
    dpi: float,
) -> tuple[list[Drawing], Mask, list[Stub]]:
    """The lines that tie two symbols.

    Args:
        bare: ink of a part of the page without its rules, 255 = ink.
        whole: the same with its rules.
        ruled: where rules may hide lines; 255 in their middle.
        told: where lines of the flow are likely, also on rules; 255 = likely.
        symbols: in pixels of the page.
        corner: where the part lies on the page.
        dpi: pixels per inch.

    Returns:
        Drawings of the kind ``connector``, the ink that they are of, and the stubs of symbols that are of none of them.
    """
    free = bare.copy()
    symbols = _once([symbol for symbol in symbols if max(symbol.box.width, symbol.box.height) > SYMBOL * dpi])
    rings = [_ring(free, symbol, corner, dpi) for symbol in symbols]
    labels, stats, _ = connected(free)
    touched = _touched(labels, stats, rings)
    found, used = [], np.zeros_like(bare)
    stubs: list[Stub] = []
    boxes = {number: _within(symbol, corner) for number, symbol in enumerate(symbols) if symbol.raut}
    for piece, contacts in sorted(touched.items()):
        hugging = any(contact.broad > BROAD * dpi for contact in contacts)
        if len(contacts) == 1 and _is_line(stats[piece], dpi) and contacts[0].symbol in boxes:
            stubs.append(Stub(contacts[0].symbol, boxes[contacts[0].symbol], contacts[0].at, piece))
        if len(contacts) > 2 and _is_line(stats[piece], dpi):
            for ends, way in _slanted(np.asarray(labels == piece), contacts, rings, boxes, dpi):
                found.append(_drawn(way, ends, corner, dpi))
                cv2.polylines(used, [np.rint(np.asarray(way)).astype(np.int32)], False, (255,), WIDTH)
        if len(contacts) != 2 or hugging or not _is_line(stats[piece], dpi):
            continue
        made = _link(labels, piece, stats[piece], contacts, symbols, corner, dpi)
        if made is not None and not _is_forked(
            labels, piece, stats[piece], made, contacts, boxes, corner, dpi
        ):
            found.append(made)
            used[labels == piece] = 255
    stubs += apart(labels, np.asarray(stats, np.int32), boxes, touched, ruled, dpi)
    known = {
        number: [c.at for own in touched.values() for c in own if c.symbol == number] for number in boxes
    }
    for stub in stubs:
        known[stub.symbol].append(stub.at)
    stubs += short(whole, ruled, boxes, known, dpi)
    stubs += headed(whole, ruled, boxes, dpi)
    left = list(stubs)
    for one, other, course in hidden_ways(stubs, boxes, inked_near(free) | (told > 0), ruled > 0, dpi):
        left = [stub for stub in left if stub not in (one, other)]
        found.append(_drawn(course, (one.box, other.box), corner, dpi))
        cv2.polylines(used, [np.rint(np.asarray(course)).astype(np.int32)], False, (255,), WIDTH)
        for piece in {one.piece, other.piece} - {0}:
            used[labels == piece] = 255
    return found, used, left


def _touched(labels: Labels, stats: MatLike, rings: Sequence[Ring]) -> dict[int, list[_Contact]]:
    """By piece of ink where it reaches symbols."""
    touched: dict[int, list[_Contact]] = {}
    for number, (rows, columns, far) in enumerate(rings):
        around = labels[rows, columns]
        for piece in np.unique(around[far > 0]):
            if piece and max(stats[piece][2:4]) >= LEAST:
                ys, xs = np.nonzero((far > 0) & (around == piece))
                at = _tip((rows, columns, far), ys, xs)
                broad = float(max(np.ptp(xs), np.ptp(ys)))
                touched.setdefault(int(piece), []).append(_Contact(number, at, broad))
    return touched


def _slanted(
    own: NDArray[np.bool_],
    contacts: Sequence[_Contact],
    rings: Sequence[Ring],
    boxes: Mapping[int, Box],
    dpi: float,
) -> Iterator[tuple[tuple[Box, Box], tuple[Point, Point]]]:
    """The slanted ways between symbols in a piece of ink that several of them share."""
    tips = {c.symbol: _tips(rings[c.symbol], own) for c in contacts if c.symbol in boxes}
    for one, other, way in slanted_ways(inked_near(own.astype(np.uint8)), tips, dpi):
        yield (boxes[one], boxes[other]), way


def _tip(ring: Ring, ys: NDArray[np.int64], xs: NDArray[np.int64]) -> Point:
    """Where ink right around a symbol comes nearest to it: a line may run along a side before it turns to it."""
    rows, columns, far = ring
    near = far[ys, xs] <= far[ys, xs].min() + TIP
    return median(xs[near]) + columns.start, median(ys[near]) + rows.start


def _tips(ring: Ring, own: NDArray[np.bool_]) -> list[Point]:
    """Where the parts of a piece of ink that lie right around a symbol come nearest to it."""
    rows, columns, far = ring
    parts, stats, _ = connected((own[rows, columns] & (far > 0)).astype(np.uint8))
    return [_tip(ring, *np.nonzero(parts == part)) for part in range(1, len(stats))]


def inked_near(free: Mask) -> NDArray[np.bool_]:
    """Where there is ink or some right beside."""
    return np.asarray(cv2.dilate(free, np.ones((3, 3), np.uint8)) > 0)


def _within(symbol: Drawing, corner: tuple[int, int]) -> Box:
    """The box of a symbol in the pixels of a part of the page."""
    x, y = corner
    return Box(symbol.box.x0 - x, symbol.box.y0 - y, symbol.box.x1 - x, symbol.box.y1 - y)


def _drawn(course: Sequence[Point], boxes: Sequence[Box], corner: tuple[int, int], dpi: float) -> Drawing:
    """A line from the one box to the other in pixels of the page; one that ends before a box stays as it is."""
    ends = [onto(box, at) for box, at in zip(boxes, (course[0], course[-1]), strict=True)]
    first, last = (
        end if math.dist(end, at) <= (OUTLINE + NEAR) * dpi else at
        for end, at in zip(ends, (course[0], course[-1]), strict=True)
    )
    points = tuple((x + corner[0], y + corner[1]) for x, y in dict.fromkeys((first, *course, last)))
    return Drawing("connector", union(Box(*at, *at) for at in points), points, stroke="#000000")


def _once(symbols: Sequence[Drawing]) -> list[Drawing]:
    """Of the outlines around the same place, inside and outside of a thick line, the outer one."""
    kept: list[Drawing] = []
    for symbol in sorted(symbols, key=lambda s: -s.box.area):
        if not any(
            shared(symbol.box, other.box) > SAME * min(symbol.box.area, other.box.area) for other in kept
        ):
            kept.append(symbol)
    return kept


def _is_line(stat: NDArray[np.int32], dpi: float) -> bool:
    """Whether a piece of ink is thin for its size."""
    _, _, w, h, area = (int(value) for value in stat)
    return min(w, h) < 0.12 * dpi or area < THIN * w * h


def _ring(free: Mask, symbol: Drawing, corner: tuple[int, int], dpi: float) -> Ring:
    """Take a symbol with its outline out of the ink; gives what lies right around it."""
    reach = round((OUTLINE + FREE + NEAR) * dpi) + 2
    box = symbol.box
    height, width = free.shape
    x0, y0 = max(0, int(box.x0) - corner[0] - reach), max(0, int(box.y0) - corner[1] - reach)
    x1, y1 = min(width, int(box.x1) - corner[0] + reach + 1), min(height, int(box.y1) - corner[1] + reach + 1)
    rows, columns = slice(y0, max(y0, y1)), slice(x0, max(x0, x1))
    part = free[rows, columns]
    if part.size == 0:
        return rows, columns, np.zeros(part.shape, np.float32)
    outside = np.full(part.shape, 255, np.uint8)
    shift = np.asarray([corner[0] + x0, corner[1] + y0])
    cv2.fillPoly(outside, [np.rint(np.asarray(symbol.points) - shift).astype(np.int32)], (0,))
    far = cv2.distanceTransform(outside, cv2.DIST_L2, 3)
    thick = 0
    for step in range(1, round(OUTLINE * dpi) + 1):
        on = (far > step - 1) & (far <= step)
        if on.any() and (part[on] > 0).mean() >= COVERED:
            thick = step
        elif step > thick + 2:
            break
    edge = thick + max(2.0, FREE * dpi)
    part[far <= edge] = 0
    around = (far > edge) & (far <= edge + NEAR * dpi) & (part > 0)
    return rows, columns, np.where(around, far, 0).astype(np.float32)


def _link(
    labels: Labels,
    piece: int,
    stat: NDArray[np.int32],
    contacts: Sequence[_Contact],
    symbols: Sequence[Drawing],
    corner: tuple[int, int],
    dpi: float,
) -> Drawing | None:
    x, y, w, h = (int(value) for value in stat[:4])
    own = (labels[y : y + h, x : x + w] == piece).astype(np.uint8)
    ends = [(contact.at[0] - x, contact.at[1] - y) for contact in contacts]
    way = _way(own, ends[0], ends[1])
    if way is None:
        return None
    course = [(px + x + corner[0], py + y + corner[1]) for px, py in _bends(way, dpi)]
    first, last = (
        onto(symbols[c.symbol].box, at) for c, at in zip(contacts, (course[0], course[-1]), strict=True)
    )
    points = tuple(at for at, _ in groupby((first, *course, last)))
    if math.dist(points[0], points[-1]) < 1.0:
        return None
    return Drawing("connector", union(Box(*at, *at) for at in points), points, stroke="#000000")


def _is_forked(
    labels: Labels,
    piece: int,
    stat: NDArray[np.int32],
    made: Drawing,
    contacts: Sequence[_Contact],
    boxes: Mapping[int, Box],
    corner: tuple[int, int],
    dpi: float,
) -> bool:
    """Whether a piece that ties two symbols points at a third."""
    x, y, w, h = (int(value) for value in stat[:4])
    own = (labels[y : y + h, x : x + w] == piece).astype(np.uint8)
    left, top = corner[0] + x, corner[1] + y
    course = [(px - left, py - top) for px, py in made.points]
    near = {n: Box(b.x0 - x, b.y0 - y, b.x1 - x, b.y1 - y) for n, b in boxes.items()}
    return is_forked(own, [course], near, [contact.symbol for contact in contacts], dpi)


def _way(own: Mask, start: Point, end: Point) -> list[Point] | None:
    """A shortest way through a piece of ink, as points."""
    h, w = own.shape
    rows, columns = -(-h // STEP), -(-w // STEP)
    padded = np.zeros((rows * STEP, columns * STEP), np.uint8)
    padded[:h, :w] = own
    coarse = padded.reshape(rows, STEP, columns, STEP).max(axis=(1, 3)) > 0
    ys, xs = np.nonzero(coarse)
    nodes = set(zip(ys.tolist(), xs.tolist(), strict=True))
    a, b = _closest(ys, xs, start), _closest(ys, xs, end)
    before: dict[tuple[int, int], tuple[int, int]] = {a: a}
    waiting = deque([a])
    while waiting and b not in before:
        at = waiting.popleft()
        for other in _around(at):
            if other in nodes and other not in before:
                before[other] = at
                waiting.append(other)
    if b not in before:
        return None
    way = [b]
    while way[-1] != a:
        way.append(before[way[-1]])
    return [(column * STEP + STEP / 2, row * STEP + STEP / 2) for row, column in reversed(way)]


def _around(at: tuple[int, int]) -> Iterator[tuple[int, int]]:
    y, x = at
    yield from ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1))
    yield from ((y - 1, x - 1), (y - 1, x + 1), (y + 1, x - 1), (y + 1, x + 1))


def _closest(ys: NDArray[np.int64], xs: NDArray[np.int64], point: Point) -> tuple[int, int]:
    at = int(np.argmin((xs * STEP - point[0]) ** 2 + (ys * STEP - point[1]) ** 2))
    return int(ys[at]), int(xs[at])


def _bends(way: Sequence[Point], dpi: float) -> list[Point]:
    """A way without bends that are those of its thickness."""
    line = np.asarray(way, np.float32).reshape(-1, 1, 2)
    kept = cv2.approxPolyDP(line, max(2.0 * STEP, BEND * dpi), False).reshape(-1, 2)
    points = [(float(px), float(py)) for px, py in kept]
    return points if len(points) > 1 and math.dist(points[0], points[-1]) > 0 else [way[0], way[-1]]

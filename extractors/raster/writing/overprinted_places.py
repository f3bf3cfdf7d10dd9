"""Where beside a decision something may be written that a rule or a line runs through: ink that is neither, put together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box, union
from extractors.raster.connected import connected
from extractors.raster.geometry.lie import ink
from extractors.raster.geometry.paper import Gray, Mask
from extractors.raster.writing.struck_words import zone
from extractors.sheets import Drawing, Rule

# Inches.
SPECK: Final = 0.02
"""What is smaller is a speck."""
WIDEST, HIGHEST = 0.75, 0.2
"""What is larger is no name."""
LEAST: Final = 0.03
"""A place is no smaller."""
LINE, HEAD, OUTLINE = 0.012, 0.07, 0.03
"""Half the thickness of a line, the size of its head, and how far the outline of a symbol reaches, their flanks included."""
RUN, AT_SYMBOL = 0.6, 0.06
"""A line that is no longer than the first and ends no nearer to a symbol than the second may be a run through letters."""
BESIDE, OVER = 0.07, 0.06
"""Pieces of one name are no further apart, side by side and above each other."""
HIGH, WIDE = 0.11, 0.08
"""How high a name is, and how wide a letter, of which a rule took a part."""
AT_RULE: Final = 0.04
"""A piece so near to a rule goes on in it."""
FAR: Final = 0.5
"""Names begin no further from a corner of their decision."""
MOST: Final = 8
"""So many places of one decision are looked at, the nearest first."""

Band = tuple[Box, bool]
"""What a rule takes up, and whether it is upright."""


def places(
    picture: Gray, decision: Box, drawings: Sequence[Drawing], rules: Sequence[Rule], dpi: float
) -> list[Box]:
    """Places around a decision where ink is left without rules, lines and symbols, the nearest to its corners first.

    Args:
        picture: height x width greys, upright.
        decision: its box; boxes in pixels, as all here.
        drawings: shapes and lines of the page.
        rules: its ruled lines.
        dpi: pixels per inch.
    """
    height, width = picture.shape
    around = zone(decision, dpi)
    left, top = max(0, int(around.x0)), max(0, int(around.y0))
    part = picture[top : min(height, int(around.y1)), left : min(width, int(around.x1))]
    if part.size == 0:
        return []
    bare = ink(np.ascontiguousarray(part), dpi)
    _take_out(bare, drawings, (left, top), dpi)
    bands = list(_bands(rules, (left, top), bare.shape))
    for box, _ in bands:
        bare[_range(box.y0, box.y1), _range(box.x0, box.x1)] = 0
    found = [_through(union(group), bands, dpi) for group in _groups(_pieces(bare, dpi), dpi)]
    on_page = [
        Box(box.x0 + left, box.y0 + top, box.x1 + left, box.y1 + top)
        for box in found
        if min(box.width, box.height) >= LEAST * dpi
    ]
    near = [box for box in on_page if _far(box, decision) < FAR * dpi]
    return sorted(near, key=lambda box: _far(box, decision))[:MOST]


def _range(start: float, end: float) -> slice:
    return slice(max(0, round(start)), max(0, round(end) + 1))


def _take_out(mask: Mask, drawings: Sequence[Drawing], corner: tuple[int, int], dpi: float) -> None:
    """Erase symbols with their outlines and lines with their heads, but no runs that may be of letters."""
    shapes = [d for d in drawings if d.jenis != "connector" and d.raut and len(d.points) > 2]
    symbols = [_points(shape, corner) for shape in shapes]
    for points in symbols:
        cv2.fillPoly(mask, [points], (0,))
        cv2.polylines(mask, [points], True, (0,), 2 * round(OUTLINE * dpi) + 1)
    for drawing in drawings:
        points = _points(drawing, corner)
        if drawing.jenis != "connector" or len(points) < 2 or _may_be_run(points, symbols, dpi):
            continue
        cv2.polylines(mask, [points], False, (0,), 2 * round(LINE * dpi) + 1)
        for point, headed in zip((points[0], points[-1]), drawing.panah or (False, False), strict=True):
            if headed:
                cv2.circle(mask, point.tolist(), round(HEAD * dpi), (0,), -1)


def _points(drawing: Drawing, corner: tuple[int, int]) -> NDArray[np.int32]:
    return np.asarray([(round(x - corner[0]), round(y - corner[1])) for x, y in drawing.points], np.int32)


def _may_be_run(points: NDArray[np.int32], symbols: Sequence[NDArray[np.int32]], dpi: float) -> bool:
    """Whether a line is short and ends at no symbol."""
    near = AT_SYMBOL * dpi
    ends = [(float(x), float(y)) for x, y in points[[0, -1]].tolist()]
    short = float(np.abs(np.diff(points, axis=0)).sum()) < RUN * dpi
    return short and all(
        cv2.pointPolygonTest(symbol, end, True) < -near for symbol in symbols for end in ends
    )


def _bands(rules: Sequence[Rule], corner: tuple[int, int], shape: tuple[int, ...]) -> Iterator[Band]:
    """What the rules of a part of the page take up there."""
    for rule in rules:
        across, along = corner if rule.tegak else corner[::-1]
        moved = replace(rule, at=rule.at - across, start=rule.start - along, end=rule.end - along)
        half = moved.tebal / 2 + 1
        low, high = moved.at - half, moved.at + half
        box = Box(low, moved.start, high, moved.end) if rule.tegak else Box(moved.start, low, moved.end, high)
        if box.x1 > 0 and box.y1 > 0 and box.x0 < shape[1] and box.y0 < shape[0]:
            yield box, rule.tegak


def _pieces(mask: Mask, dpi: float) -> Iterator[Box]:
    """The boxes of pieces of ink that may be of letters, from left to right."""
    stats = connected(mask)[1][1:, :4].tolist()
    for x, y, w, h in sorted(stats):
        small = max(w, h) < SPECK * dpi or min(w, h) < 2
        if not small and w <= WIDEST * dpi and h <= HIGHEST * dpi:
            yield Box(x, y, x + w, y + h)


def _groups(pieces: Iterator[Box], dpi: float) -> list[list[Box]]:
    """Pieces that stand side by side, also where a rule parts them into upper and lower ones."""
    found: list[list[Box]] = []
    for piece in pieces:
        for group in found:
            box = union(group)
            over = max(box.y0, piece.y0) - min(box.y1, piece.y1)
            low = union((box, piece)).height <= HIGHEST * dpi
            if piece.x0 - box.x1 < BESIDE * dpi and over < OVER * dpi and low:
                group.append(piece)
                break
        else:
            found.append([piece])
    return found


def _through(box: Box, bands: Sequence[Band], dpi: float) -> Box:
    """A place with what the rules beside it took of its letters."""
    near, high, wide = AT_RULE * dpi, HIGH * dpi, WIDE * dpi
    for band, upright in bands:
        if upright and box.y1 > band.y0 and box.y0 < band.y1 and box.width < wide:
            if abs(band.x0 - box.x1) <= near:
                box = box._replace(x1=max(box.x1, min(band.x1, box.x0 + wide)))
            elif abs(box.x0 - band.x1) <= near:
                box = box._replace(x0=min(box.x0, max(band.x0, box.x1 - wide)))
        elif not upright and box.x1 > band.x0 and box.x0 < band.x1 and box.height < high:
            if abs(band.y0 - box.y1) <= near:
                box = box._replace(y1=max(box.y1, min(band.y1, box.y0 + high)))
            elif abs(box.y0 - band.y1) <= near:
                box = box._replace(y0=min(box.y0, max(band.y0, box.y1 - high)))
    return box


def _far(box: Box, decision: Box) -> float:
    """How far a place is from the nearest corner of a decision."""
    (x, y), (x0, y0, x1, y1) = decision.centre, decision
    corners = ((x0, y), (x1, y), (x, y0), (x, y1))
    return min(max(box.x0 - cx, 0.0, cx - box.x1) + max(box.y0 - cy, 0.0, cy - box.y1) for cx, cy in corners)

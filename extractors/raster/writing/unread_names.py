"""Writing at a way out of a decision that no engine can read, because the line of the way runs through it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import cv2
import numpy as np

from extractors.boxes import Box, union
from extractors.raster.connected import connected
from extractors.raster.drawing.shapes import without_rules
from extractors.raster.geometry.lie import ink
from extractors.raster.geometry.paper import Gray, Mask
from extractors.sheets import TAK_TERBACA, Drawing, Rule

WRITTEN: Final = "tulisan"
"""``Drawing.jenis`` of writing at a branch."""
# Inches.
AT: Final = 0.06
"""A line that ends so near a decision may leave it."""
NEAR, REACH, ASIDE = 0.03, 0.32, 0.12
"""So far along a line, and on either side of it, its name stands."""
AROUND: Final = 0.6
"""Half the side of what is looked at."""
THICK, OUTLINE = 0.02, 0.035
"""Half the thickness of a line, and how far the outline of a symbol reaches, their flanks included."""
HEAD: Final = 0.1
"""Around the point of a line lies its head."""
BEND: Final = 0.06
"""So far around a bend of a line it may run otherwise than it was followed."""
SPECK: Final = 0.02
"""A mark that is smaller both ways is a speck."""
WIDEST, HIGHEST = 0.75, 0.22
"""What is wider or higher is no word."""
FLAT, SLIM = 0.025, 5
"""What is lower, or narrower, and so many times as long is the flank of a line."""
LEAST: Final = 0.00018
"""Square inches of ink, what is left of one letter through which a line runs."""

Point = tuple[float, float]


def unread_names(
    picture: Gray,
    drawings: Sequence[Drawing],
    rules: Sequence[Rule],
    read: Sequence[Box],
    decisions: Sequence[Box],
    dpi: float,
) -> list[Drawing]:
    """Writing that was not read beside the first stretch of lines at decisions.

    Args:
        picture: height x width greys, upright, stamps lightened.
        drawings: shapes and lines of the page; boxes in pixels, as all here.
        rules: its ruled lines.
        read: where words were read.
        decisions: where one of the two names was not read.
        dpi: pixels per inch.

    Returns:
        Drawings of the kind ``tulisan`` whose text says that it is not legible, each with the point where its line begins.
    """
    found: list[Drawing] = []
    for decision in decisions:
        for course in _leaving(drawings, decision, dpi):
            marks = _marks_at(course, picture, drawings, rules, read, dpi)
            if sum(area for _, area in marks) < LEAST * dpi * dpi:
                continue
            box = union(box for box, _ in marks)
            short, long = sorted((box.width, box.height))
            if short >= FLAT * dpi or long < SLIM * short:
                found.append(Drawing(WRITTEN, box, (course[0],), text=TAK_TERBACA))
    return found


def _leaving(drawings: Sequence[Drawing], decision: Box, dpi: float) -> Iterator[tuple[Point, ...]]:
    """The lines that may leave a decision, from it on."""
    near = decision.grown(AT * dpi)
    for drawing in drawings:
        if drawing.jenis == "connector" and len(drawing.points) > 1:
            yield from (course for course in (drawing.points, drawing.points[::-1]) if near.holds(*course[0]))


def _marks_at(
    course: Sequence[Point],
    picture: Gray,
    drawings: Sequence[Drawing],
    rules: Sequence[Rule],
    read: Sequence[Box],
    dpi: float,
) -> list[tuple[Box, int]]:
    """What is no line, no symbol, no head and no word beside the beginning of a line: boxes and numbers of pixels."""
    (x, y), far = course[0], AROUND * dpi
    height, width = picture.shape
    left, top = max(0, int(x - far)), max(0, int(y - far))
    part = picture[top : min(height, int(y + far)), left : min(width, int(x + far))]
    if part.size == 0:
        return []
    bare = _bare(ink(np.ascontiguousarray(part), dpi), rules, (left, top), dpi)
    for drawing in drawings:
        _take_out(bare, drawing, (left, top), dpi)
    for box in read:
        bare[_range(box.y0 - top, box.y1 - top), _range(box.x0 - left, box.x1 - left)] = 0
    labels, stats, _ = connected(bare)
    own = np.bincount(labels[_beside(course, bare.shape, (left, top), dpi) > 0], minlength=len(stats))
    marks = (tuple(int(value) for value in stat[:4]) for stat in stats)
    return [
        (Box(left + x, top + y, left + x + w, top + y + h), int(own[at]))
        for at, (x, y, w, h) in enumerate(marks)
        if at and own[at] and max(w, h) >= SPECK * dpi and w <= WIDEST * dpi and h <= HIGHEST * dpi
    ]


def _range(start: float, end: float) -> slice:
    return slice(max(0, round(start)), max(0, round(end)))


def _bare(mask: Mask, rules: Sequence[Rule], corner: tuple[int, int], dpi: float) -> Mask:
    """Ink of a part of the page without the rules that run through it."""
    height, width = mask.shape
    near = []
    for rule in rules:
        across, along = corner if rule.tegak else corner[::-1]
        moved = replace(rule, at=rule.at - across, start=rule.start - along, end=rule.end - along)
        wide, long = (width, height) if rule.tegak else (height, width)
        if 0 < moved.at < wide and moved.end > 0 and moved.start < long:
            near.append(moved)
    return without_rules(mask, near, dpi)


def _take_out(mask: Mask, drawing: Drawing, corner: tuple[int, int], dpi: float) -> None:
    """Erase a line with its heads, or a symbol with its outline."""
    points = np.asarray([(round(x - corner[0]), round(y - corner[1])) for x, y in drawing.points], np.int32)
    if drawing.jenis == "connector" and len(points) > 1:
        cv2.polylines(mask, [points], False, (0,), 2 * round(THICK * dpi) + 1)
        for point, headed in zip((points[0], points[-1]), drawing.panah or (False, False), strict=True):
            if headed:
                cv2.circle(mask, point.tolist(), round(HEAD * dpi), (0,), -1)
        for point in points[1:-1]:
            if min(math.dist(point, points[0]), math.dist(point, points[-1])) > HEAD * dpi:
                cv2.circle(mask, point.tolist(), round(BEND * dpi), (0,), -1)
    elif drawing.raut and len(points) > 2:
        cv2.fillPoly(mask, [points], (0,))
        cv2.polylines(mask, [points], True, (0,), 2 * round(OUTLINE * dpi) + 1)


def _beside(course: Sequence[Point], shape: tuple[int, ...], corner: tuple[int, int], dpi: float) -> Mask:
    """Where the name of a line stands that begins with a course."""
    found = np.zeros(shape[:2], np.uint8)
    done = 0.0
    for (ax, ay), (bx, by) in pairwise(course):
        size = math.dist((ax, ay), (bx, by))
        for step in range(int(size) + 1):
            if NEAR * dpi <= done + step <= REACH * dpi:
                share = step / max(size, 1.0)
                x, y = ax + share * (bx - ax) - corner[0], ay + share * (by - ay) - corner[1]
                cv2.circle(found, (round(x), round(y)), round(ASIDE * dpi), (255,), -1)
        done += size
    return found

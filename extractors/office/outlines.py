"""Geometry of drawn shapes, whichever program drew them: turned, mirrored, connectors as their corners."""

import math
from collections.abc import Sequence
from functools import cache

from extractors.boxes import Box, union
from extractors.data import table

PENGHUBUNG = "connector"
"""``jenis`` of every line from one symbol to the next."""

Points = tuple[tuple[float, float], ...]


def kind(preset: str) -> str:
    """The ``jenis`` of a shape of that preset."""
    return PENGHUBUNG if preset.startswith(_beginnings("garis")) else preset


def is_flow(jenis: str) -> bool:
    """Whether a shape is a symbol or a line of a flowchart wherever it stands."""
    return jenis == PENGHUBUNG or jenis.startswith(_beginnings("alur"))


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return tuple(table("bentuk")[name])


def vml_preset(number: int) -> str:
    """The preset of the same form as a numbered VML shape type; ``vml`` and the number where there is none."""
    return str(table("bentuk")["vml"].get(str(number), f"vml{number}"))


def corners(
    jenis: str,
    preset: str,
    box: Box,
    flips: tuple[bool, bool],
    bends: Sequence[float],
    turn: float,
    course: Points = (),
) -> tuple[Box, Points]:
    """The box around a shape as it finally lies, and its corners where they matter.

    Args:
        jenis: see ``kind``.
        preset: the preset's own name.
        box: before it was turned.
        flips: mirrored left to right, top to bottom.
        bends: where a bent connector turns, as shares of its extent.
        turn: clockwise, in degrees.
        course: the corners of a line that was drawn freely, within the unit square.
    """
    points: list[tuple[float, float]] = []
    if jenis == PENGHUBUNG:
        points = [
            (box.x0 + x * box.width, box.y0 + y * box.height) for x, y in course or _course(preset, bends)
        ]
        if flips[0]:
            points = [(box.x0 + box.x1 - x, y) for x, y in points]
        if flips[1]:
            points = [(x, box.y0 + box.y1 - y) for x, y in points]
    if turn % 360:
        around = box.centre
        ends = points or [(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
        turned = [_turned(point, around, turn) for point in ends]
        box = union(Box(x, y, x, y) for x, y in turned)
        points = turned if points else []
    elif points:
        box = union([box, *(Box(x, y, x, y) for x, y in points)])
    return box, tuple(points)


def _course(preset: str, bends: Sequence[float]) -> list[tuple[float, float]]:
    """The corners of a connector within the unit square, from its start to its end."""
    first = bends[0] if bends else 0.5
    if preset.endswith("Connector2"):
        return [(0, 0), (1, 0), (1, 1)]
    if preset.endswith("Connector3"):
        return [(0, 0), (first, 0), (first, 1), (1, 1)]
    if preset.endswith("Connector4"):
        second = bends[1] if len(bends) > 1 else 0.5
        return [(0, 0), (first, 0), (first, second), (1, second), (1, 1)]
    if preset.endswith("Connector5"):
        second, third = bends[1:3] if len(bends) > 2 else (0.5, 0.5)
        return [(0, 0), (first, 0), (first, second), (third, second), (third, 1), (1, 1)]
    return [(0, 0), (1, 1)]


def _turned(point: tuple[float, float], around: tuple[float, float], degrees: float) -> tuple[float, float]:
    angle = math.radians(degrees)
    x, y = point[0] - around[0], point[1] - around[1]
    return (
        around[0] + x * math.cos(angle) - y * math.sin(angle),
        around[1] + x * math.sin(angle) + y * math.cos(angle),
    )


def with_group(
    box: Box, points: Points, group: Box, flips: tuple[bool, bool], turn: float
) -> tuple[Box, Points]:
    """The box and corners of a shape in a group that is itself mirrored or turned.

    Args:
        box: of the shape as it lies in the group.
        points: its corners, likewise.
        group: the group before it was turned.
        flips: of the group, mirrored left to right, top to bottom.
        turn: of the group, clockwise, in degrees.
    """
    if not any(flips) and not turn % 360:
        return box, points

    def moved(x: float, y: float) -> tuple[float, float]:
        x = group.x0 + group.x1 - x if flips[0] else x
        y = group.y0 + group.y1 - y if flips[1] else y
        return _turned((x, y), group.centre, turn)

    corners = [moved(x, y) for x in (box.x0, box.x1) for y in (box.y0, box.y1)]
    return union(Box(x, y, x, y) for x, y in corners), tuple(moved(x, y) for x, y in points)


def towards_arrow(points: Points, at_start: bool, at_end: bool) -> Points:
    """The corners of a connector so that its only arrow is at the end."""
    return points[::-1] if at_start and not at_end else points


def arrows(at_start: bool, at_end: bool) -> tuple[bool, bool]:
    """Whether an arrow stands at the first and at the last of the corners that ``towards_arrow`` gives."""
    return (False, True) if at_start and not at_end else (at_start, at_end)

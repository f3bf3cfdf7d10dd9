"""Outlines of shapes that old workbooks keep as corners and segments (MS-ODRAW, geometry properties)."""

import struct
from dataclasses import dataclass

from extractors.boxes import Box

_CORNERS, _SEGMENTS = 325, 326
_ARRAYS = (325, 326, 337, 338, 341, 342, 343, 407, 462, 899)
"""All properties whose value is an array (those before the last one sought matter for where it stands)."""
_COMPLEX = 0x8000
_PACKED = 0xFFF0
"""Size of an element that means two numbers of 16 bits."""
_FORMULA = 0x80000000
"""From here on a number is that of a formula, whose result is not known."""
_CURVE, _ESCAPE = 1, 5
"""Upper three bits of a segment: a curve, and what has its kind in the next five bits."""
_ARCS = range(1, 9)
_MOST = 2000


@dataclass(frozen=True, slots=True)
class Outline:
    """An outline: its corners as shares of the box, and whether it has curves."""

    points: tuple[tuple[float, float], ...]
    curved: bool

    def within(self, box: Box, flips: tuple[bool, bool]) -> tuple[tuple[float, float], ...]:
        """The corners in a box, mirrored left to right or top to bottom."""
        return tuple(
            (
                box.x0 + (1 - u if flips[0] else u) * box.width,
                box.y0 + (1 - v if flips[1] else v) * box.height,
            )
            for u, v in self.points
        )


def outline(options: bytes, count: int) -> Outline | None:
    """The outline in the options of a shape, of which there are ``count``; None where there is none."""
    arrays = _arrays(options, count)
    corners, segments = arrays.get(_CORNERS, []), arrays.get(_SEGMENTS, [])
    if not corners:
        return None
    formulas = sum(max(corner) >= _FORMULA for corner in corners)
    curved = any(segment[0] >> 13 == _CURVE or _is_arc(segment[0]) for segment in segments)
    if formulas and len(corners) > 4:
        # Arcs may have been written as lines; where they end, formulas give both numbers.
        return Outline((), curved or any(min(corner) >= _FORMULA for corner in corners))
    # In a form of four corners a formula stands for the far side.
    near = [max((n for n in axis if n < _FORMULA), default=0) or 1 for axis in zip(*corners, strict=True)]
    return Outline(tuple((min(x / near[0], 1.0), min(y / near[1], 1.0)) for x, y in corners), curved)


def _is_arc(segment: int) -> bool:
    return segment >> 13 == _ESCAPE and segment >> 8 & 0x1F in _ARCS


def _arrays(options: bytes, count: int) -> dict[int, list[tuple[int, int]]]:
    """The arrays behind the options, by number of the property; of single numbers each is put with a 0."""
    found: dict[int, list[tuple[int, int]]] = {}
    position = count * 6
    for at in range(min(count, len(options) // 6)):
        name, length = struct.unpack_from("<HI", options, at * 6)
        if not name & _COMPLEX:
            continue
        if length >= 6 and position + 6 <= len(options) and name & 0x3FFF in _ARRAYS:
            _, room, size = struct.unpack_from("<HHH", options, position)
            # Some programs count the head of an array, others do not.
            length += 6 * (room * (4 if size == _PACKED else size) == length)
            found[name & 0x3FFF] = _elements(options[position : position + length])
        position += length
    return found


def _elements(data: bytes) -> list[tuple[int, int]]:
    number, _, size = struct.unpack_from("<HHH", data)
    form = {8: "<II", 4: "<HH", _PACKED: "<HH", 2: "<H"}.get(size)
    if form is None:
        return []
    width = struct.calcsize(form)
    rows = (
        struct.unpack_from(form, data, 6 + at * width)
        for at in range(min(number, (len(data) - 6) // width, _MOST))
    )
    return [(row[0], row[1] if len(row) > 1 else 0) for row in rows]

"""How large symbols are, where lines may meet them, and where exactly their outline is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final, Literal

from extractors.boxes import Box
from pipeline.outputs.flowchart.model import KEPUTUSAN, KONEKTOR, TITIK, Point

Side = Literal["atas", "bawah", "kiri", "kanan"]

SHARE: Final = 0.62
"""A symbol takes so much of the narrowest column."""
_LEAST, _MOST = 15.0, 34.0
_FULL = 0.8
_FLAT = {"terminator": 0.5, "proses": 0.5, KEPUTUSAN: 0.64}
# The pentagon: its width against the symbols', its height against its width, and where its point begins.
_SLIM, _TALL, SHOULDER = 0.55, 1.1, 0.8
_TEXT = (11.0, 11.0)
_DOT = (2.0, 2.0)
_AIR = 3.0


@dataclass(frozen=True, slots=True)
class Sizes:
    """Width and height of each symbol in one table."""

    lebar: float

    def of(self, simbol: str) -> tuple[float, float]:
        """Width and height of one symbol."""
        if simbol in _FLAT:
            return self.lebar, round(self.lebar * _FLAT[simbol], 2)
        if simbol == KONEKTOR:
            return round(self.lebar * _SLIM, 2), round(self.lebar * _SLIM * _TALL, 2)
        return _DOT if simbol == TITIK else _TEXT

    def block(self, simbol: Sequence[str]) -> tuple[float, float]:
        """Width and height of the symbols of one cell below each other."""
        sizes = [self.of(s) for s in simbol]
        return max(w for w, _ in sizes), sum(h for _, h in sizes) + _AIR * (len(sizes) - 1)


def sizes(kolom: Sequence[float]) -> Sizes:
    """The sizes of symbols in columns of these widths."""
    narrow = min(kolom)
    return Sizes(round(min(_MOST, max(min(_LEAST, _FULL * narrow), SHARE * narrow)), 2))


def stacked(simbol: Sequence[str], centre: Point, size: Sizes) -> list[Box]:
    """The boxes of the symbols of one cell, below each other around its middle."""
    x, y = centre
    top = y - size.block(simbol)[1] / 2
    found = []
    for each in simbol:
        w, h = size.of(each)
        found.append(Box(x - w / 2, top, x + w / 2, top + h))
        top += h + _AIR
    return found


def ports(simbol: Sequence[str]) -> dict[Side, tuple[int, ...]]:
    """For each side the places where lines may meet it: 0 is the middle, -1 and 1 are left or above and right or below.

    Of several symbols in a cell lines meet the first from above and the last from below.
    """
    if len(simbol) > 1:
        return {"atas": (0,), "bawah": (0,)}
    (one,) = simbol
    if one in ("terminator", "proses"):
        three = (0, -1, 1)
        return {"atas": three, "bawah": three, "kiri": three, "kanan": three}
    if one == KEPUTUSAN:
        return {"atas": (0, -1, 1), "bawah": (0, -1, 1), "kiri": (0,), "kanan": (0,)}
    return {"atas": (0,), "bawah": (0,), "kiri": (0,), "kanan": (0,)}


def connector_ports(at_head: bool) -> dict[Side, tuple[int, ...]]:
    """The same for a connector at the head or the foot of a page: lines come from the rows of the page."""
    return {"bawah": (0,)} if at_head else {"atas": (0,)}


def beside(simbol: str, shift: int) -> float:
    """What it costs a line to meet a symbol beside the middle of a side, in points of way; a diamond has corners."""
    return abs(shift) * (48.0 if simbol == KEPUTUSAN else 22.0)


def edge_of(simbol: str, box: Box, side: Side, at: Point) -> Point:
    """Where the outline of a symbol is on a line through ``at`` that comes straight from a side."""
    x, y = at
    cx, cy = box.centre
    if side in ("atas", "bawah"):
        depth = _depth(simbol, box, abs(x - cx), side)
        return (x, box.y0 + depth) if side == "atas" else (x, box.y1 - depth)
    depth = _depth(simbol, box, abs(y - cy), side)
    return (box.x0 + depth, y) if side == "kiri" else (box.x1 - depth, y)


def _depth(simbol: str, box: Box, off: float, side: Side) -> float:
    """How far the outline lies behind the side of its box, so far from the middle of that side."""
    half_w, half_h = (box.x1 - box.x0) / 2, (box.y1 - box.y0) / 2
    if simbol == KEPUTUSAN:
        upright = side in ("atas", "bawah")
        return min(half_h, half_h * off / half_w) if upright else min(half_w, half_w * off / half_h)
    if simbol == "terminator":
        if side in ("kiri", "kanan"):
            return half_h - sqrt(max(0.0, half_h**2 - off**2))
        over = off - (half_w - half_h)
        return half_h - sqrt(max(0.0, half_h**2 - over**2)) if over > 0 else 0.0
    if simbol == KONEKTOR and side == "bawah":
        return min(1.0, off / half_w) * (1 - SHOULDER) * 2 * half_h
    return 0.0


def covers(label: Box, simbol: str, box: Box, air: float = 0.3) -> bool:
    """Whether something lies on a symbol; beside the slopes of a diamond there is room."""
    if simbol != KEPUTUSAN or not label.meets(box, air):
        return label.meets(box, air)
    cx, cy = box.centre
    dx = max(label.x0 - cx, cx - label.x1, 0.0) / ((box.x1 - box.x0) / 2 + air)
    dy = max(label.y0 - cy, cy - label.y1, 0.0) / ((box.y1 - box.y0) / 2 + air)
    return dx + dy < 1.0


def corners(simbol: str, box: Box) -> list[Point] | None:
    """The corners of a symbol with straight sides; None for the others."""
    x0, y0, x1, y1 = box
    cx, cy = box.centre
    if simbol == KEPUTUSAN:
        return [(cx, y0), (x1, cy), (cx, y1), (x0, cy)]
    if simbol == KONEKTOR:
        shoulder = y0 + SHOULDER * (y1 - y0)
        return [(x0, y0), (x1, y0), (x1, shoulder), (cx, y1), (x0, shoulder)]
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)] if simbol == "proses" else None

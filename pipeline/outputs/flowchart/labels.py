"""Where Ya and Tidak stand: beside the beginning of their edge, clear of symbols, lines and rules where possible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.boxes import Box
from pipeline.outputs.flowchart.forms import covers
from pipeline.outputs.flowchart.model import Label, Point
from pipeline.outputs.ukuran import lebar_teks

HURUF: Final = 6.5
"""Type size of labels in columns of the usual width, in points."""
_SMALLEST: Final = 5.0
_AIR: Final = 1.2
"""Between a label and its line."""
_STEP: Final = 3.0
_FARTHEST: Final = 60.0
"""A label stands no farther from the beginning of its edge, along the edge."""
_FARTHER: Final = 0.35
"""What each point along the line costs."""
_OTHER_ROW: Final = 30.0
"""What it costs to stand in another row than the beginning: there the label seems to be that of another symbol."""
_BESIDE_LABEL: Final = 40.0
_ON_RULE, _ON_LINE, _ON_LABEL, _ON_SYMBOL, _OUTSIDE, _WIDE = 14.0, 90.0, 120.0, 900.0, 900.0, 6.0


@dataclass(frozen=True, slots=True)
class Around:
    """What labels keep clear of: symbols, lines (all, with the number of their edge), rules, and the area."""

    simbol: Sequence[tuple[str, Box]]
    garis: Sequence[tuple[int, tuple[Point, ...]]]
    tegak: Sequence[float]
    datar: Sequence[float]
    daerah: Box


def size_of(kolom: Sequence[float]) -> float:
    """The type size of labels in columns of these widths."""
    return round(max(_SMALLEST, min(HURUF, HURUF * min(kolom) / 36.0)), 2)


def place_labels(wanted: Sequence[tuple[int, str]], around: Around, huruf: float) -> tuple[Label, ...]:
    """A place for each label.

    Args:
        wanted: number of the edge and text, of edges whose beginning is on this page.
        around: what else is there.
        huruf: type size.
    """
    found: list[Label] = []
    lines = dict(around.garis)
    pieces = [_stretch(*piece) for _, line in around.garis for piece in pairwise(line)]
    for edge, text in wanted:
        size = (lebar_teks(text) * huruf + 0.6, huruf * 1.1)
        begin = lines[edge][0]
        places = list(_candidates(lines[edge], size))
        places += list(_within(places, around.daerah))
        whole = _around([box for _, box in places])
        near = replace(around, simbol=[(s, box) for s, box in around.simbol if box.meets(whole)])
        close = [piece for piece in pieces if piece.meets(whole)]
        others = [label.kotak for label in found]
        costs = [
            round(
                cost + _cost(box, near, close, others) + _OTHER_ROW * _rows_off(box, begin, around.datar), 3
            )
            for cost, box in places
        ]
        found.append(Label(edge, text, places[costs.index(min(costs))][1], huruf))
    return tuple(found)


def _stretch(a: Point, b: Point) -> Box:
    return Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def _around(boxes: Sequence[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return Box(min(x0) - 1, min(y0) - 1, max(x1) + 1, max(y1) + 1)


def _candidates(line: Sequence[Point], size: tuple[float, float]) -> Iterator[tuple[float, Box]]:
    """Places beside a line, each with what it costs to be so far from its beginning."""
    w, h = size
    done = 0.0
    for number, (a, b) in enumerate(pairwise(line)):
        length = abs(b[0] - a[0]) + abs(b[1] - a[1])
        flat = a[1] == b[1]
        along = w if flat else h
        if done > _FARTHEST:
            return
        steps = int(min(max(0.0, length - along), _FARTHEST) / _STEP) + 1
        for k in range(steps + 1):
            start = min(k * _STEP, max(length - along, 0.0))
            share = (start + along / 2) / length if length else 0.0
            x, y = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
            far = _FARTHER * (done + start)
            for air in (_AIR, _AIR + _WIDE):
                off = (h if flat else w) / 2 + air
                for sign in (-1, 1):
                    cx, cy = (x, y + sign * off) if flat else (x + sign * off, y)
                    extra = 0.4 * (sign > 0) if flat else 0.4 * (sign < 0)
                    cost = far + extra + (12.0 if air > _AIR else 0.0) + 4.0 * (number > 0)
                    yield cost, Box(cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2)
        done += length


def _within(places: Sequence[tuple[float, Box]], area: Box) -> Iterator[tuple[float, Box]]:
    """The places that reach over the sides of the area, pushed back: lanes run close to its edges."""
    for cost, box in places:
        shift = max(area.x0 + _AIR - box.x0, 0.0) - max(box.x1 - area.x1 + _AIR, 0.0)
        if shift:
            yield cost + _FARTHER * abs(shift), Box(box.x0 + shift, box.y0, box.x1 + shift, box.y1)


def _rows_off(box: Box, begin: Point, rules: Sequence[float]) -> int:
    """How many rules of rows lie between a label and where its edge begins, those that the label stands on not."""
    return sum(begin[1] < y <= box.y0 + 0.4 or box.y1 - 0.4 <= y < begin[1] for y in rules)


def _wide(box: Box) -> Box:
    """A label with the room beside it that keeps another from being read on with it."""
    room = 1.4 * (box.y1 - box.y0)
    return Box(box.x0 - room, box.y0, box.x1 + room, box.y1)


def _cost(box: Box, around: Around, pieces: Sequence[Box], labels: Sequence[Box]) -> float:
    """What it costs that a label stands on something."""
    cost = _ON_SYMBOL * sum(covers(box, simbol, other) for simbol, other in around.simbol)
    cost += _ON_LABEL * sum(box.meets(other, 0.5) for other in labels)
    cost += _BESIDE_LABEL * sum(_wide(box).meets(other) for other in labels)
    cost += _ON_LINE * sum(box.meets(piece, 0.6) for piece in pieces)
    cost += _ON_RULE * sum(box.x0 - 0.4 < x < box.x1 + 0.4 for x in around.tegak)
    cost += _ON_RULE * sum(box.y0 - 0.4 < y < box.y1 + 0.4 for y in around.datar)
    area = around.daerah
    outside = box.x0 < area.x0 or box.x1 > area.x1 or box.y0 < area.y0 or box.y1 > area.y1
    return cost + _OUTSIDE * outside

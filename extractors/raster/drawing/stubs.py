"""Stubs of lines of the flow: what stands out of a symbol, or points at it, before a rule hides the rest."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.connected import runs_of
from extractors.raster.drawing.runs import Point
from extractors.raster.geometry.paper import Mask
from extractors.raster.middle import median

Labels = NDArray[np.int32]
Shown = Callable[[Mask, Mask, float, float, float, float], Iterator[Point]]
"""What lines show below an edge: of ink, rules, the edge's two ends, its height, and the pixels per inch."""

# Inches.
NEXT: Final = 0.2
"""A rule further from a symbol leaves enough of a line to be seen."""
FLANK: Final = 0.015
"""The ink of an outline reaches so far beyond it."""
BROADEST: Final = 0.12
"""A line, or the head of one, is no broader."""
STRAIGHT, SLIM = 0.05, 0.09
"""A straight piece of a line is so long at least, and so broad at most, its head included."""
POINTED: Final = 0.2
"""A line ends no further before the symbol that it points at."""
APART: Final = 0.05
"""Stubs of one side of a symbol stand further apart."""
CLOSE: Final = 0.045
"""A line may reach so far into the outline that it points at."""
HALF, POINT, HEAD = 0.07, 0.02, 0.17
"""A head is no broader on either side of its line, hardly seen so near to its point, and no longer."""
CENTRED: Final = 0.04
"""It points at the middle of a side, or so near to it."""
FLANKED: Final = 0.03
"""So many pixels of a head, to one pixel of an inch, stick out on either side of a rule at least."""
# Shares.
SIDE: Final = 0.08
"""Lines do not leave a symbol so near to its corners, measured along its side."""
INKED: Final = 0.85
"""Of the gap between a symbol and a rule that a line inks."""
LEADING: Final = 0.8
"""Of the way away from a symbol, that a rule which leads there takes."""
BARER: Final = 0.4
"""Of the ink of a head beside a rule, that there is further on."""
# Pixels.
BESIDE: Final = 5
"""The ink of a rule reaches no further aside of its middle."""
THICK: Final = 3
"""The ink of a thin one no further than this."""
BY: Final = 4
"""A line that ends no further from a rule may go on behind it."""


@dataclass(frozen=True, slots=True)
class Stub:
    """Where a line leaves or reaches a symbol, in pixels of the mask."""

    symbol: int
    box: Box
    at: Point
    piece: int


def apart(
    labels: Labels,
    stats: NDArray[np.int32],
    boxes: Mapping[int, Box],
    touched: Collection[int],
    ruled: Mask,
    dpi: float,
) -> Iterator[Stub]:
    """Stubs that begin or end a little before the symbol that they point at, and end at a rule or another symbol.

    Args:
        labels: the numbered pieces of ink.
        stats: their boxes, as OpenCV gives them.
        boxes: of the symbols, in the same pixels.
        touched: the pieces that touch symbols.
        ruled: where rules may hide lines.
        dpi: pixels per inch.
    """
    sizes = stats[:, 2:4]
    likely = (sizes.max(axis=1) >= STRAIGHT * dpi) & (sizes.min(axis=1) <= SLIM * dpi)
    for piece in np.flatnonzero(likely):
        if piece == 0 or int(piece) in touched:
            continue
        ends, upright = _tips(labels, int(piece), stats[piece])
        first, last = (
            _meant(at, end, upright, boxes, dpi) for at, end in zip(ends, (False, True), strict=True)
        )
        if first is not None and (last is not None or at_rule(ends[1], ruled)):
            yield Stub(first, boxes[first], ends[0], int(piece))
        if last is not None and (first is not None or at_rule(ends[0], ruled)):
            yield Stub(last, boxes[last], ends[1], int(piece))


def _meant(at: Point, last: bool, upright: bool, boxes: Mapping[int, Box], dpi: float) -> int | None:
    """The symbol that an end of a straight piece points at."""
    return next((n for n, box in boxes.items() if points_at(at, last, upright, box, dpi)), None)


def _tips(labels: Labels, piece: int, stat: NDArray[np.int32]) -> tuple[tuple[Point, Point], bool]:
    """The upper and the lower end of a straight piece of ink, or its left and its right; whether it stands upright."""
    x, y, w, h = (int(value) for value in stat[:4])
    own = labels[y : y + h, x : x + w] == piece
    if h > w:
        first, last = (median(own[at].nonzero()[0]) for at in (0, -1))
        return ((x + first, float(y)), (x + last, float(y + h - 1))), True
    first, last = (median(own[:, at].nonzero()[0]) for at in (0, -1))
    return ((float(x), y + first), (float(x + w - 1), y + last)), False


def at_rule(point: Point, ruled: Mask) -> bool:
    """Whether a line that ends at a point may go on behind a rule."""
    x, y = round(point[0]), round(point[1])
    return bool(ruled[max(0, y - BY) : y + BY + 1, max(0, x - BY) : x + BY + 1].any())


def points_at(at: Point, last: bool, upright: bool, box: Box, dpi: float) -> bool:
    """Whether a straight piece of ink ends shortly before a symbol."""
    along, across = (at[1], at[0]) if upright else at
    near, far = (box.y0, box.y1) if upright else (box.x0, box.x1)
    low, high = (box.x0, box.x1) if upright else (box.y0, box.y1)
    gap = near - along if last else along - far
    return -CLOSE * dpi <= gap <= POINTED * dpi and low <= across <= high


def short(
    whole: Mask, ruled: Mask, boxes: Mapping[int, Box], known: Mapping[int, Sequence[Point]], dpi: float
) -> Iterator[Stub]:
    """Stubs too short to be pieces of ink of their own.

    Args:
        whole: ink with rules and symbols.
        ruled: 255 in the middle of rules.
        boxes: of the symbols, in pixels of the masks.
        known: where lines are known to leave or reach each symbol.
        dpi: pixels per inch.
    """
    height, width = whole.shape
    for number, box in boxes.items():
        if min(box.x0, box.y0) < 0 or box.x1 >= width or box.y1 >= height:
            continue
        for at in _at_sides(whole, ruled, box, dpi, _shown):
            if not any(_is_same(at, other, dpi) for other in known[number]):
                yield Stub(number, box, at, 0)


def headed(whole: Mask, ruled: Mask, boxes: Mapping[int, Box], dpi: float) -> Iterator[Stub]:
    """Stubs that a rule hides but for the head, which sticks out of it on both sides and points at the middle of a symbol's side.

    So do lines to boxes that stand over the border of two columns. Arguments as for ``short``.
    """
    height, width = whole.shape
    for number, box in boxes.items():
        if min(box.x0, box.y0) >= 0 and box.x1 < width and box.y1 < height:
            for at in _at_sides(whole, ruled, box, dpi, _headed):
                yield Stub(number, box, at, 0)


def _headed(ink: Mask, rule: Mask, low: float, high: float, edge: float, dpi: float) -> Iterator[Point]:
    """The middle of the rule that leads away from the lower edge of a symbol's middle, if a head points along it."""
    middle, reach, top = (low + high) / 2, round(HALF * dpi), max(0, round(edge + FLANK * dpi))
    first = max(0, round(middle) - reach)
    rules = rule[top : top + round(2 * HEAD * dpi), first : round(middle) + reach + 1] == 255
    if rules.size == 0:
        return
    leading = np.flatnonzero(rules.mean(axis=0) >= LEADING) + first
    if not len(leading) or abs(float(np.mean(leading)) - middle) > CENTRED * dpi:
        return
    # A rule across, and right at the symbol its own outline, stand out of the one that leads away, too.
    crossing = np.flatnonzero(rules.mean(axis=1) >= LEADING)
    rows = np.arange(len(rules))
    free = np.abs(rows[:, None] - crossing[None]).min(axis=1, initial=BESIDE + 1) > BESIDE
    near, far = (
        rows[free & (rows >= begin * dpi) & (rows < end * dpi)] + top
        for begin, end in ((POINT, HEAD), (HEAD, 1.5 * HEAD))
    )
    left = slice(max(0, leading[0] - THICK - reach), max(0, leading[0] - THICK))
    right = slice(leading[-1] + THICK + 1, leading[-1] + THICK + 1 + reach)
    flanks = [(ink[near, flank] > 0).sum() for flank in (left, right)]
    beyond = [(ink[far, flank] > 0).sum() for flank in (left, right)]
    if min(flanks) >= FLANKED * dpi and sum(beyond) <= BARER * sum(flanks):
        yield float(np.mean(leading)), float(top)


def _is_same(at: Point, other: Point, dpi: float) -> bool:
    """Whether two stubs of a symbol are of one line: one stands before the other."""
    across, along = sorted((abs(at[0] - other[0]), abs(at[1] - other[1])))
    return across <= APART * dpi and along <= POINTED * dpi


def _at_sides(whole: Mask, ruled: Mask, box: Box, dpi: float, shown: Shown) -> Iterator[Point]:
    """Where lines leave a symbol, or reach it, on any side, each looked at as if it were the lower one."""
    height, width = whole.shape
    for upright, turned in ((True, False), (True, True), (False, False), (False, True)):
        ink, rule = (whole, ruled) if upright else (whole.T, ruled.T)
        low, high, edge = (box.x0, box.x1, box.y1) if upright else (box.y0, box.y1, box.x1)
        size = height if upright else width
        if turned:
            ink, rule, edge = ink[::-1], rule[::-1], size - (box.y0 if upright else box.x0)
        for along, across in shown(ink, rule, low, high, edge, dpi):
            place = size - 1 - across if turned else across
            yield (along, place) if upright else (place, along)


def _shown(ink: Mask, rule: Mask, low: float, high: float, edge: float, dpi: float) -> Iterator[Point]:
    """Columns of ink from the lower edge of a symbol to the rule below it: of lines that stand out so little that no more is seen."""
    first, last = max(0, round(low + SIDE * (high - low))), round(high - SIDE * (high - low))
    top = max(0, round(edge + FLANK * dpi))
    below = ink[top : top + round(NEXT * dpi), first:last] > 0
    rules = rule[top : top + round(NEXT * dpi), first:last] == 255
    if below.size == 0:
        return
    # A rule that leads to the one before a symbol stands out of it, too.
    leading = np.flatnonzero(rules.mean(axis=0) >= LEADING)
    beside = np.abs(np.arange(below.shape[1])[:, None] - leading[None]).min(axis=1, initial=BESIDE + 1)
    gap = np.where(rules.any(axis=0), rules.argmax(axis=0), 0)
    filled = np.cumsum(below, axis=0)[np.maximum(gap - 1, 0), np.arange(below.shape[1])]
    good = (gap >= 2) & (filled >= INKED * gap) & (beside > BESIDE)
    for start, end in runs_of(good):
        middle = (start + end - 1) // 2
        if end - start <= BROADEST * dpi:
            yield float(first + middle), float(top + int(gap[middle]) - 1)

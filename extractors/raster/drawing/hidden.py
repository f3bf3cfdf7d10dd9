"""Lines of the flow that ruled lines hide in part: a stretch along a rule, or one that crosses it at a flat angle.

What is left are stubs at two symbols that end at rules. A way between two such stubs is believed where ink lies on all of
it that no rule hides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.drawing.runs import Point
from extractors.raster.drawing.stubs import Stub

Course = tuple[Point, ...]
Summed = NDArray[np.int32]
"""(height + 1) x (width + 1): how much lies above and to the left of each place."""

# Inches.
FARTHEST: Final = 4.5
"""A hidden stretch is no further from its stubs."""
BARE: Final = 0.025
"""So much of a way may lack ink though no rule hides it …"""
BEHIND: Final = 0.25
"""So far behind a corner ink in line with a stub says that the stub goes on there."""
ODDEST: Final = 0.8
"""A way that is odder is not looked at more closely."""
AHEAD, SHORT = 1.2, 0.36
"""A stub leads to what stands so far straight before it, if no more of the way lacks ink."""
STRAIGHT: Final = 0.03
"""Stubs that stand in one line by less than this need no bend."""
BY: Final = 0.03
"""By so much a line may end behind the middle of the rule that it turns onto."""
WITHIN: Final = 0.04
"""What lies so far inside the box of a symbol leads through it."""
# Shares.
BARE_SHARE: Final = 0.02
"""… and so much of its length."""
GOES_ON: Final = 0.4
"""... of that which is inked where it does."""
HIDDEN: Final = 0.08
"""What a hidden pixel costs, in bare ones."""
LONG: Final = 0.004
"""What each pixel of a way costs, in bare ones."""
CORNER: Final = 0.01
"""Inches: what a corner costs."""


@dataclass(slots=True)
class _Field:
    """What lacks ink and what is hidden, and how much of both there is above and to the left of each place."""

    bare: NDArray[np.bool_]
    hidden: NDArray[np.bool_]
    bare_sum: Summed
    hidden_sum: Summed
    dpi: float


def hidden_ways(
    stubs: Sequence[Stub],
    boxes: Mapping[int, Box],
    inked: NDArray[np.bool_],
    hidden: NDArray[np.bool_],
    dpi: float,
) -> Iterator[tuple[Stub, Stub, Course]]:
    """Pairs of stubs that are the two ends of one line, with its course; each stub is of one line only.

    Args:
        stubs: places in pixels.
        boxes: of the symbols, by the numbers that stubs name.
        inked: where there is ink of lines, or beside it.
        hidden: where a rule may hide a line.
        dpi: pixels per inch.
    """
    if len(stubs) < 2:
        return
    field = _field(inked, hidden, dpi)
    found: list[tuple[float, int, int, Course]] = []
    ahead = [_aims(stub, boxes, field) for stub in stubs]
    for a, one in enumerate(stubs):
        for b, other in enumerate(stubs[a + 1 :], a + 1):
            if one.symbol != other.symbol:
                meant = {at for at in (ahead[a], ahead[b]) if at is not None}
                if not meant <= {one.symbol, other.symbol}:
                    continue
                passed = [box for at, box in boxes.items() if at not in (one.symbol, other.symbol)]
                courses = _courses(one, other, field)
                best = min((c for c in courses if not _runs_through(c[1], passed, dpi)), default=None)
                if best is not None:
                    found.append((best[0], a, b, best[1]))
    used: set[int] = set()
    for _, a, b, course in sorted(found):
        if a not in used and b not in used:
            used |= {a, b}
            yield stubs[a], stubs[b], course


def _runs_through(course: Course, boxes: Iterable[Box], dpi: float) -> bool:
    """Whether a course along a rule leads right through a symbol, which hides the rule there."""
    inner = [box.grown(-WITHIN * dpi) for box in boxes]
    return any(
        min(a[0], b[0]) < box.x1
        and max(a[0], b[0]) > box.x0
        and min(a[1], b[1]) < box.y1
        and max(a[1], b[1]) > box.y0
        for a, b in pairwise(course)
        if a[0] == b[0] or a[1] == b[1]
        for box in inner
    )


def _field(inked: NDArray[np.bool_], hidden: NDArray[np.bool_], dpi: float) -> _Field:
    bare, behind = ~inked & ~hidden, hidden & ~inked
    return _Field(bare, behind, _summed(bare), _summed(behind), dpi)


def _summed(what: NDArray[np.bool_]) -> Summed:
    return np.asarray(cv2.integral(what.astype(np.uint8)), np.int32)


def _side(stub: Stub) -> tuple[int, int]:
    """Through which side of its symbol a stub leaves: the direction away from it."""
    (cx, cy), (x, y) = stub.box.centre, stub.at
    across, along = (x - cx) / max(stub.box.width, 1.0), (y - cy) / max(stub.box.height, 1.0)
    if abs(across) > abs(along):
        return (1 if across > 0 else -1), 0
    return 0, (1 if along > 0 else -1)


def _aims(stub: Stub, boxes: Mapping[int, Box], field: _Field) -> int | None:
    """The symbol that stands straight before a stub, behind no more paper than lines stop short by."""
    (x, y), (ux, uy) = stub.at, _side(stub)
    height, width = field.bare.shape
    steps = np.arange(1, round(AHEAD * field.dpi))
    xs, ys = np.rint(x + ux * steps).astype(np.int64), np.rint(y + uy * steps).astype(np.int64)
    inside = (xs >= 0) & (xs < width) & (ys >= 0) & (ys < height)
    far = int(inside.argmin()) if not inside.all() else len(steps)
    xs, ys = xs[:far], ys[:far]
    near = int(np.searchsorted(np.cumsum(field.bare[ys, xs]), SHORT * field.dpi, side="right"))
    xs, ys = xs[:near], ys[:near]
    first: tuple[int, int] | None = None
    for number, box in boxes.items():
        held = (xs >= box.x0) & (xs <= box.x1) & (ys >= box.y0) & (ys <= box.y1)
        if number != stub.symbol and held.any() and (first is None or held.argmax() < first[0]):
            first = int(held.argmax()), number
    return first[1] if first else None


def _courses(one: Stub, other: Stub, field: _Field) -> Iterator[tuple[float, Course]]:
    """The believable ways between two stubs with what is odd about each."""
    a, b = one.at, other.at
    side, other_side = _side(one), _side(other)
    level = min(abs(a[0] - b[0]), abs(a[1] - b[1]))
    if _leads(a, b, side) and _leads(b, a, other_side):
        yield from _judged((a, b), field)
    along = (side[0] == 0) == (other_side[0] == 0)
    if level < STRAIGHT * field.dpi and side != other_side and along:
        return
    if side[0] == 0 and other_side[0] == 0:
        yield from _bent(a, b, side[1], other_side[1], field, False)
    elif side[1] == 0 and other_side[1] == 0:
        yield from _bent(a, b, side[0], other_side[0], field, True)
    else:
        corner = (a[0], b[1]) if side[0] == 0 else (b[0], a[1])
        least = -BY * field.dpi
        if _leads(a, corner, side, least) and _leads(b, corner, other_side, least):
            yield from _judged((a, corner, b), field)


def _leads(a: Point, b: Point, side: tuple[int, int], least: float = 0.0) -> bool:
    """Whether what leaves a point in a direction comes nearer to another."""
    return (b[0] - a[0]) * side[0] + (b[1] - a[1]) * side[1] > least


def _bent(
    a: Point, b: Point, first: int, last: int, field: _Field, turned: bool
) -> Iterator[tuple[float, Course]]:
    """The best way with a stretch across between two stubs that leave along one axis.

    ``turned``: they leave to the left or right, and the stretch between them is upright.
    """
    ax, ay, bx, by = (a[1], a[0], b[1], b[0]) if turned else (*a, *b)
    reach = FARTHEST * field.dpi
    size = field.bare.shape[1 if turned else 0]
    low = max(0.0, min(ay, by) - reach, *(y for y, way in ((ay, first), (by, last)) if way > 0))
    high = min(size - 1.0, max(ay, by) + reach, *(y for y, way in ((ay, first), (by, last)) if way < 0))
    places = np.arange(int(np.ceil(low)), int(high) + 1)
    if not len(places):
        return
    cost = (
        _legs(field, ax, ay, places, turned)
        + _legs(field, bx, by, places, turned)
        + _across(field, places, ax, bx, turned)
        + LONG * (np.abs(places - ay) + np.abs(places - by) + abs(ax - bx))
    )
    best = int(np.argmin(cost))
    if cost[best] > ODDEST * field.dpi:
        return
    m = float(places[best])
    corners = ((ax, m), (bx, m))
    middle = tuple((y, x) for x, y in corners) if turned else corners
    yield from _judged((a, *middle, b), field)


def _legs(field: _Field, x: float, y: float, places: NDArray[np.int64], turned: bool) -> NDArray[np.float64]:
    """What is odd about going from a stub straight to each place."""
    at, start = round(x), round(y)

    def along(total: Summed) -> NDArray[np.int32]:
        before = total[at + 1] - total[at] if turned else total[:, at + 1] - total[:, at]
        return np.asarray(np.abs(before[places] - before[start]))

    return np.asarray(along(field.bare_sum) + HIDDEN * along(field.hidden_sum), np.float64)


def _across(
    field: _Field, places: NDArray[np.int64], x: float, other: float, turned: bool
) -> NDArray[np.float64]:
    """What is odd about the stretch between two columns at each place."""
    low, high = sorted((round(x), round(other)))

    def along(total: Summed) -> NDArray[np.int32]:
        own = total.T if turned else total
        return np.asarray(own[places + 1, high] - own[places, high] - own[places + 1, low] + own[places, low])

    return np.asarray(along(field.bare_sum) + HIDDEN * along(field.hidden_sum), np.float64)


def _judged(course: Course, field: _Field) -> Iterator[tuple[float, Course]]:
    """A course with what is odd about it, if it can be believed."""
    bare = hidden = total = 0.0
    for a, b in pairwise(course):
        size = max(abs(a[0] - b[0]), abs(a[1] - b[1]))
        steps = max(1, int(size))
        xs = np.rint(np.linspace(a[0], b[0], steps + 1)).astype(int)
        ys = np.rint(np.linspace(a[1], b[1], steps + 1)).astype(int)
        inside = (xs >= 0) & (ys >= 0) & (xs < field.bare.shape[1]) & (ys < field.bare.shape[0])
        if not inside.all():
            return
        bare += float(field.bare[ys, xs].sum())
        hidden += float(field.hidden[ys, xs].sum())
        total += steps
    if bare > BARE * field.dpi + BARE_SHARE * total or total < 2:
        return
    odd = bare + HIDDEN * hidden + LONG * total + CORNER * field.dpi * (len(course) - 2)
    if not _goes_on(course, field):
        yield odd, course


def _goes_on(course: Course, field: _Field) -> bool:
    """Whether a stub goes on straight behind the corner that a course makes of it: it is of another line, then."""
    for before, corner in (course[:2], course[:-3:-1]):
        size = max(abs(corner[0] - before[0]), abs(corner[1] - before[1]))
        # A line that turns but once may end a little behind its corner.
        if len(course) < 3 or size <= (BY * field.dpi if len(course) == 3 else 0):
            continue
        ux, uy = (corner[0] - before[0]) / size, (corner[1] - before[1]) / size
        reach = np.arange(1, round(BEHIND * field.dpi))
        xs = np.clip(np.rint(corner[0] + ux * reach).astype(int), 0, field.bare.shape[1] - 1)
        ys = np.clip(np.rint(corner[1] + uy * reach).astype(int), 0, field.bare.shape[0] - 1)
        free = ~field.hidden[ys, xs]
        # Right behind a corner lies half of the other line.
        if (free & ~field.bare[ys, xs]).sum() > GOES_ON * max(2 * BY * field.dpi, int(free.sum())):
            return True
    return False

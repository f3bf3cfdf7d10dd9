"""The lines of a sheet that may be ways from one symbol to another, with the arrowheads at their ends."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from extractors.boxes import Box
from extractors.flow.claims import Claim, settled
from extractors.flow.nearby import Nearby
from extractors.flow.outlines import hull, simplified
from extractors.flow.threads import thread
from extractors.sheets import Drawing, Sheet

Point = tuple[float, float]

HEAD: Final = 15.0
"""Points: an arrowhead is no larger than this."""
MOST_CORNERS: Final = 14
"""An arrowhead has no more corners than this, an open one drawn as an area has ten."""
ROUNDED: Final = 0.06
"""Bends smaller than this share of a head are those of its rounded corners."""
FEWEST_OF_AREA: Final = 6
"""An open head drawn as an area has so many corners at least."""
BLUNT: Final = 0.14
"""Bends smaller than this share of such a head are its round or blunt ends."""
HOLLOW: Final = 0.15
"""The middle of its hollow side lies at least this share of that side off its outline."""
AT_HEAD: Final = 3.0
"""A line ends no further than this from the outline of its head."""
SLENDER: Final = 0.7
"""The middle of a head lies off its line by less than this share of half its breadth."""
ALIKE: Final = 0.7
"""Cosine from which a head points where its line goes."""
ASIDE: Final = 0.35
"""Cosine up to which a head points aside, as one does whose last stretch was too short to draw."""
SHORTEST: Final = 2.0
"""A line shorter than this is a speck."""
SHADOW: Final = 2.0
"""All corners of a line drawn twice lie no further apart than this."""
SAME_LINE: Final = 0.4
"""A line no further than this from a stretch of another is that stretch."""
CHEVRON: Final = 100.0
"""Degrees: the legs of an open head stand closer than this."""
LOOP: Final = 1.0
"""A line whose ends are this close is an outline."""
UNDER: Final = 0.7
"""A dash that reaches no further out of the box of a head lies under it."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line in the order in which it was drawn.

    Attributes:
        points: its corners.
        heads: whether an arrow stands at its first and at its last point.
        told: whether the file itself says so, and not the picture.
        ends: numbers of the shapes that it is glued to at its first and last point, empty where to none.
    """

    points: tuple[Point, ...]
    heads: tuple[bool, bool] = (False, False)
    told: bool = False
    ends: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class _Head:
    """The corners of an arrowhead; an open one has its point in the middle of three."""

    points: tuple[Point, ...]
    opened: bool


def strokes_of(sheet: Sheet) -> list[Stroke]:
    """The lines of a sheet, each drawn up to the points of its heads."""
    heads = [head for drawing in sheet.drawings if (head := _head(drawing)) is not None]
    found: list[Stroke] = []
    lines = [line for drawing in sheet.drawings if _is_line(line := _unrolled(drawing))]
    bent = [line for line in lines if len(line.points) > 2]
    lines = [line for line in lines if not _is_repeated(line, bent)]
    placed: Nearby[int] = Nearby(HEAD / 2 + AT_HEAD)
    for number, head in enumerate(heads):
        placed.put(_box(head).centre, number)
    agreed = settled(lines, [_claims(line, heads, placed) for line in lines])
    strokes = [
        _stroke(line, pair)
        for line, pair, under in zip(lines, agreed, _under_heads(lines, agreed, heads), strict=True)
        if not under
    ]
    if not sheet.pindaian:
        claimed = {claim.head for pair in agreed for claim in pair if claim}
        strokes.extend(
            _alone(head) for at, head in enumerate(heads) if at not in claimed and len(head.points) == 3
        )
    drawn: Nearby[Stroke] = Nearby(SHADOW)
    for stroke in strokes:
        if not any(_is_again(stroke.points, other.points) for other in drawn.around(stroke.points[0])):
            found.append(stroke)
            for end in (stroke.points[0], stroke.points[-1]):
                drawn.put(end, stroke)
    return found


def _is_again(points: Sequence[Point], others: Sequence[Point]) -> bool:
    """Whether a line was drawn before, as its own shadow is."""
    if len(points) != len(others):
        return False
    return any(
        all(math.dist(a, b) <= SHADOW for a, b in zip(points, turned, strict=True))
        for turned in (others, others[::-1])
    )


def _under_heads(
    lines: Sequence[Drawing], claims: Sequence[tuple[Claim | None, Claim | None]], heads: Sequence[_Head]
) -> list[bool]:
    """For each line whether it is but the dash under a head to which another line leads."""
    owned = [
        [(c.head, all(_covers(heads[c.head], p, UNDER) for p in line.points)) for c in pair if c]
        for line, pair in zip(lines, claims, strict=True)
    ]
    led_to = {head for own in owned for head, under in own if not under}
    return [any(under and head in led_to for head, under in own) for own in owned]


def _alone(head: _Head) -> Stroke:
    """A head without a line: what it joins stands so near that none was drawn, or one too short to be kept."""
    tip, base = _axis(head)
    return Stroke((base, tip), (False, True))


def length(points: Sequence[Point]) -> float:
    """How long a line is."""
    return sum(math.dist(a, b) for a, b in pairwise(points))


def away(points: Sequence[Point], at_end: bool) -> Point:
    """The direction in which a line leaves through one of its ends, of length 1."""
    run = points if at_end else points[::-1]
    x, y = run[-1]
    for px, py in reversed(run[:-1]):
        far = math.dist((px, py), (x, y))
        if far > 0.3:
            return (x - px) / far, (y - py) / far
    return 0.0, 0.0


def _unrolled(drawing: Drawing) -> Drawing:
    """A line drawn as an area as the line that it is; any other drawing unchanged."""
    if not drawing.closed or drawing.jenis == "connector" or _head(drawing) is not None:
        return drawing
    course = thread(drawing.points)
    return (
        replace(drawing, points=course, closed=False, stroke=drawing.fill, fill=None) if course else drawing
    )


def _is_line(drawing: Drawing) -> bool:
    points = drawing.points
    if drawing.closed or len(points) < 2 or (drawing.stroke is None and drawing.fill is not None):
        return False
    if drawing.jenis != "connector" and _chevron(drawing) is not None:
        return False
    if len(points) > 2 and math.dist(points[0], points[-1]) < LOOP:
        return False
    return length(points) >= SHORTEST


def _is_repeated(line: Drawing, bent: Sequence[Drawing]) -> bool:
    """Whether a line of two points is a stretch of a bent one: where it may be ruled, both are given."""
    if len(line.points) != 2 or line.jenis == "connector":
        return False
    return any(
        max(_beside_piece(point, a, b) for point in line.points) <= SAME_LINE
        for other in bent
        for a, b in pairwise(other.points)
        if min(a[0], b[0]) - 1 <= line.box.x0 <= line.box.x1 <= max(a[0], b[0]) + 1
        and min(a[1], b[1]) - 1 <= line.box.y0 <= line.box.y1 <= max(a[1], b[1]) + 1
    )


def _beside_piece(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from the line through two others; from the first where these are one."""
    size = math.dist(a, b)
    if size == 0:
        return math.dist(point, a)
    return abs((point[0] - a[0]) * (b[1] - a[1]) - (point[1] - a[1]) * (b[0] - a[0])) / size


def _claims(
    drawing: Drawing, heads: Sequence[_Head], placed: Nearby[int]
) -> tuple[Claim | None, Claim | None]:
    """The heads at the first and at the last point of a line, with where they point to; ``placed``: the numbers of heads."""
    if drawing.jenis == "connector":
        return None, None
    first, last = (
        _claim(drawing.points, at_end, heads, placed.around(drawing.points[-1 if at_end else 0]))
        for at_end in (False, True)
    )
    return first, last


def _stroke(drawing: Drawing, claims: tuple[Claim | None, Claim | None]) -> Stroke:
    points = drawing.points
    if drawing.jenis == "connector":
        flags = drawing.panah
        return Stroke(points, flags or (False, True), flags is not None, (drawing.dari, drawing.ke))
    first, last = claims
    whole = (*([first.tip] if first else []), *points, *([last.tip] if last else []))
    return Stroke(whole, (first is not None, last is not None))


def _claim(
    points: Sequence[Point], at_end: bool, heads: Sequence[_Head], near: Sequence[int]
) -> Claim | None:
    """The head at an end of a line, of several the one that lies straightest before it; None without one.

    ``near``: the numbers of those that may be there.
    """
    end = points[-1] if at_end else points[0]
    way = away(points, at_end)
    found: list[tuple[float, int, Point]] = []
    for number in near:
        head = heads[number]
        if _reaches(head, end):
            tip = _aimed(head, end, way) if len(head.points) == 3 else _pointed(head, end, way)
            tip = tip or _turned_aside(head, end, way)
            if tip is not None:
                aside = abs((tip[0] - end[0]) * way[1] - (tip[1] - end[1]) * way[0])
                found.append((round(aside, 1), number, tip))
    if not found:
        return None
    _, number, tip = min(found)
    return Claim(number, tip)


def _aimed(head: _Head, end: Point, way: Point) -> Point | None:
    """Where a head of three corners points to, if it goes on with a line."""
    (tx, ty), base = _axis(head)
    height = math.dist((tx, ty), base)
    if height < 0.5:
        return None
    ahead = ((tx - base[0]) * way[0] + (ty - base[1]) * way[1]) / height
    beside = abs((end[0] - base[0]) * way[1] - (end[1] - base[1]) * way[0])
    return (tx, ty) if ahead > ALIKE and beside < height else None


def _turned_aside(head: _Head, end: Point, way: Point) -> Point | None:
    """Where a head points to whose line ends at its base and turns there, its last stretch too short to draw."""
    three = head if len(head.points) == 3 else _three(head)
    if three is None:
        return None
    (tx, ty), base = _axis(three)
    height = math.dist((tx, ty), base)
    if height < 0.5:
        return None
    ahead = ((tx - base[0]) * way[0] + (ty - base[1]) * way[1]) / height
    return (tx, ty) if abs(ahead) < ASIDE and math.dist(end, base) < 0.8 * height else None


def _axis(head: _Head) -> tuple[Point, Point]:
    """The point of a head of three corners, and the middle of its base."""
    at = 1 if head.opened else _apex(head.points)
    tip, (ax, ay), (bx, by) = head.points[at], head.points[at - 1], head.points[at - 2]
    return tip, ((ax + bx) / 2, (ay + by) / 2)


def _three(head: _Head) -> _Head | None:
    """A head of many corners as the triangle that it fills; None for one of another form."""
    around = hull(head.points)
    size = max(math.dist(a, b) for a, b in pairwise([*around, around[0]]))
    corners = simplified(around, BLUNT * size)
    return _Head(tuple(corners), False) if len(corners) == 3 else None


def _apex(corners: Sequence[Point]) -> int:
    """The corner of a triangle whose two sides are most alike; of several the sharpest."""
    sides = [math.dist(corners[at], corners[at - 1]) for at in range(3)]

    def rank(at: int) -> tuple[float, float]:
        one, other, across = sides[at], sides[(at + 1) % 3], sides[at - 1]
        return round(abs(one - other) / max(one, other, 0.1), 1), across

    return min(range(3), key=rank)


def _pointed(head: _Head, end: Point, way: Point) -> Point | None:
    """Where a head of any form points to, if it lies on a line and is broader behind than before."""
    along = [(x - end[0]) * way[0] + (y - end[1]) * way[1] for x, y in head.points]
    across = [(x - end[0]) * way[1] - (y - end[1]) * way[0] for x, y in head.points]
    breadth = max(across) - min(across)
    if breadth < 0.5 or abs(max(across) + min(across)) > SLENDER * breadth:
        return None
    foremost = max(range(len(along)), key=lambda at: along[at])
    rear = min(range(len(along)), key=lambda at: along[at])
    if abs(across[foremost]) > 0.35 * breadth or abs(across[rear]) < 0.25 * breadth:
        return None
    reach = max(along[foremost], 0.0)
    return end[0] + reach * way[0], end[1] + reach * way[1]


def _reaches(head: _Head, point: Point) -> bool:
    """Whether a line that ends at a point ends at a head."""
    return _covers(head, point, AT_HEAD)


def _covers(head: _Head, point: Point, slack: float) -> bool:
    """Whether a point lies in the box of a head, or no further from it than that."""
    return _box(head).grown(slack).holds(*point)


def _box(head: _Head) -> Box:
    xs, ys = [x for x, _ in head.points], [y for _, y in head.points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _head(drawing: Drawing) -> _Head | None:
    box = drawing.box
    if max(box.width, box.height) > HEAD or drawing.jenis == "connector":
        return None
    opened = _chevron(drawing)
    if opened is not None:
        return _Head(opened, True)
    corners = tuple(dict.fromkeys(drawing.points))
    if drawing.fill is not None and (wings := _hollow(corners)) is not None:
        return _Head(wings, True)
    if drawing.fill is not None and len(corners) > MOST_CORNERS:
        corners = tuple(simplified(corners, ROUNDED * max(box.width, box.height)))
    if drawing.fill is None or not 3 <= len(corners) <= MOST_CORNERS:
        return None
    return _Head(corners, False)


def _hollow(corners: Sequence[Point]) -> tuple[Point, ...] | None:
    """The wings and the point between them of an open head drawn as an area: hollow on the side that it does not point to."""
    if len(corners) < FEWEST_OF_AREA:
        return None
    around = hull(corners)
    size = max(math.dist(a, b) for a, b in pairwise([*around, around[0]]))
    three = simplified(around, BLUNT * size)
    if len(three) != 3:
        return None
    sides = [(three[at - 1], three[at]) for at in range(3)]
    free = [min(_off(((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), corners)) for a, b in sides]
    at = max(range(3), key=lambda side: free[side])
    if free[at] < HOLLOW * math.dist(*sides[at]):
        return None
    return three[at - 1], three[(at + 1) % 3], three[at]


def _off(point: Point, corners: Sequence[Point]) -> list[float]:
    """How far a point lies from each corner and from the middle of each side of an outline."""
    ring = [*corners, corners[0]]
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(ring)]
    return [math.dist(point, other) for other in (*corners, *middles)]


def _chevron(drawing: Drawing) -> tuple[Point, ...] | None:
    """The three corners of an open arrowhead."""
    points = drawing.points
    if drawing.closed or len(points) != 3:
        return None
    a, tip, b = points
    one, other = math.dist(a, tip), math.dist(b, tip)
    if not 1.0 < one <= HEAD or not 0.6 * one < other < 1.7 * one:
        return None
    cosine = ((a[0] - tip[0]) * (b[0] - tip[0]) + (a[1] - tip[1]) * (b[1] - tip[1])) / (one * other)
    angle = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    return points if angle < CHEVRON and not _is_square(angle, points) else None


def _is_square(angle: float, points: Sequence[Point]) -> bool:
    """Whether two legs are an elbow along the axes rather than a head."""
    upright = all(min(abs(a[0] - b[0]), abs(a[1] - b[1])) < 0.4 for a, b in pairwise(points))
    return upright and abs(angle - 90) < 3


def segments(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """The straight parts of a line."""
    yield from pairwise(points)

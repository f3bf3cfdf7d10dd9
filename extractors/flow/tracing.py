"""Lines followed from symbol to symbol.

The lines of a page, cut where one ends at another, are a graph; symbols stand at some of its
nodes. A way runs from a symbol where no arrow points to one where an arrow does.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final

from extractors.boxes import Box
from extractors.flow.gaps import end_of, gaps
from extractors.flow.standing import BESIDE, SURE, TOUCH, apart, left, symbol_at, tip
from extractors.flow.strokes import Point, Stroke, length
from extractors.symbols import TUNGGAL, Jalan

# Points.
JOIN: Final = 2.5
"""Lines whose ends are this close are one line."""
HEAD: Final = 10.0
"""An arrow that points at a symbol may meet a line that leaves it no further from where it does so."""
SAME: Final = 0.5
"""Lines that a program drew from one point begin this close to each other."""
BENT: Final = 2
"""A line with a bend has more points."""
# Confidence.
SHARED: Final = 0.92
"""... of a way that shares a line with another."""
CROWDED: Final = 0.75
"""... of a way where several begin and several end on the same lines."""
MENDED: Final = 0.85
"""... of a way over a gap."""
TURNED: Final = 0.6
"""... of a way whose direction no arrow tells."""

Key = tuple[int, float]
"""A node: number of a line and how far along it."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way along lines.

    Attributes:
        dari: the symbol where it begins, None where it begins at none.
        ke: the symbol where it ends, None where it ends at none.
        course: its corners from beginning to end.
        directed: whether an arrow tells which way it goes.
        keyakinan: 0..1.
        jalan: where it goes on, on other pages.
        dari_panah: whether it begins where an arrow points in; there, only one of several ways may be meant.
        ke_polos: whether no arrow is seen where it ends, though lines that hang together with it have some.
        bagian: number of the lines that hang together, of which it is one way; -1 where that does not matter.
        selisih: by how much the next best reading of those lines, without it, is odder.
    """

    dari: int | None
    ke: int | None
    course: tuple[Point, ...]
    directed: bool
    keyakinan: float
    jalan: tuple[Jalan, ...] = ()
    dari_panah: bool = False
    ke_polos: bool = False
    bagian: int = -1
    selisih: float = field(default=TUNGGAL, compare=False)


@dataclass(frozen=True, slots=True)
class _End:
    """An end of the lines: what stands there, whether an arrow points to it, and how sure that is."""

    symbol: int | None
    headed: bool
    keyakinan: float


@dataclass(slots=True)
class _Net:
    """Nodes, the stretches between them, the ends, and the two points of each gap that was led over."""

    ends: dict[Key, _End] = field(default_factory=dict)
    links: defaultdict[Key, list[tuple[Key, tuple[Point, ...]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    gaps: list[frozenset[Point]] = field(default_factory=list)


def ways(
    strokes: Sequence[Stroke],
    boxes: Mapping[int, Box],
    glued: Mapping[str, int] | None = None,
    *,
    worn: bool = False,
) -> list[Way]:
    """The ways along lines of a page.

    Args:
        strokes: the lines.
        boxes: of the symbols of the page by their number.
        glued: the number of each symbol by the number that connectors give it.
        worn: whether lines may have gaps, as on scans.
    """
    net = _net(strokes, boxes, glued or {}, worn)
    found: list[Way] = []
    for number, part in enumerate(_parts(net)):
        for way in _ways_of(net, part):
            over = any({a, b} <= gap for a, b in pairwise(way.course) for gap in net.gaps)
            found.append(replace(way, bagian=number, keyakinan=way.keyakinan * (MENDED if over else 1.0)))
    return found


def drawn_past(way: Way, boxes: Mapping[int, Box]) -> Way | None:
    """A way with an arrow that points at nothing, as leading to the last symbol that it runs across; None without one."""
    if not way.directed or way.dari is None or way.ke is not None:
        return None
    crossed = [
        number
        for a, b in pairwise(way.course)
        for _, number in sorted(
            (math.dist(a, box.centre), number)
            for number, box in boxes.items()
            if number != way.dari and _runs_across(a, b, box)
        )
    ]
    return replace(way, ke=crossed[-1], keyakinan=way.keyakinan * BESIDE) if crossed else None


def _runs_across(a: Point, b: Point, box: Box) -> bool:
    """Whether a straight piece enters a box and leaves it again, near its middle."""
    (x, y), size = box.centre, math.dist(a, b)
    if size == 0 or box.grown(TOUCH).holds(*a) or box.grown(TOUCH).holds(*b):
        return False
    along = ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / size
    aside = abs((x - a[0]) * (b[1] - a[1]) - (y - a[1]) * (b[0] - a[0])) / size
    return 0 < along < size and aside < min(box.width, box.height) / 4


def _net(strokes: Sequence[Stroke], boxes: Mapping[int, Box], glued: Mapping[str, int], worn: bool) -> _Net:
    net = _Net()
    sizes = [length(stroke.points) for stroke in strokes]
    stands = _stands(strokes, sizes, boxes, glued)
    same: dict[Key, Key] = {}
    stops: defaultdict[int, set[float]] = defaultdict(set)
    over = dict(_over_gaps(strokes, sizes, stands, boxes)) if worn else {}
    for key, last in zip(list(stands), (False, True) * len(strokes), strict=True):
        stops[key[0]].add(key[1])
        symbol, sure = stands[key]
        joint = None if symbol is not None and sure == SURE else _joint(key[0], last, strokes, sizes)
        if (
            joint is not None
            and symbol is not None
            and _is_at(joint, symbol, stands, sizes, strokes[key[0]].heads[last])
        ):
            joint = None  # both end at the symbol, not at each other
        if joint is None and key in over:
            continue
        if joint is None:
            if symbol is None:
                symbol, sure = left(strokes[key[0]], last, boxes), BESIDE
                if symbol == stands[key[0], 0.0 if last else sizes[key[0]]][0]:
                    symbol = None  # the other end stands there
            net.ends[key] = _End(symbol, strokes[key[0]].heads[last], sure)
            continue
        stops[joint[0]].add(joint[1])
        while joint in same:
            joint = same[joint]
        if joint != key:
            same[key] = joint
    _link(net, strokes, stops, same)
    _lead_over(net, strokes, over)
    return net


def _stands(
    strokes: Sequence[Stroke], sizes: Sequence[float], boxes: Mapping[int, Box], glued: Mapping[str, int]
) -> dict[Key, tuple[int | None, float]]:
    """The symbol at each end of each line, and how sure that is."""
    keys = [(at, size if last else 0.0) for at, size in enumerate(sizes) for last in (False, True)]
    stands = {
        key: symbol_at(strokes[key[0]], last, boxes, glued)
        for key, last in zip(keys, (False, True) * len(strokes), strict=True)
    }
    _stand_together(stands, strokes, boxes)
    for at, size in enumerate(sizes):
        first, last_ = stands[at, 0.0], stands[at, size]
        if first[0] == last_[0] and BESIDE in (first[1], last_[1]):
            # What an arrow leaves behind is not what it points at.
            stands[at, 0.0 if first[1] == BESIDE else size] = (None, SURE)
    return stands


def _is_at(
    joint: Key,
    symbol: int,
    stands: Mapping[Key, tuple[int | None, float]],
    sizes: Sequence[float],
    headed: bool,
) -> bool:
    """Whether a line ends at a symbol where another would be met: at its end, for an arrow also a little before."""
    at, along = joint
    reach = HEAD if headed else 0.0
    return any(
        abs(along - end) <= reach and stands.get((at, end), (None, 0.0))[0] == symbol
        for end in (0.0, sizes[at])
    )


def _lead_over(net: _Net, strokes: Sequence[Stroke], over: Mapping[Key, Key]) -> None:
    """Tie ends that a gap parts."""
    for key, other in over.items():
        ends = tuple(end_of(strokes[at], along > 0) for at, along in (key, other))
        net.links[key].append((other, ends))
        net.gaps.append(frozenset(ends))


def _over_gaps(
    strokes: Sequence[Stroke],
    sizes: Sequence[float],
    stands: Mapping[Key, tuple[int | None, float]],
    boxes: Mapping[int, Box],
) -> Iterator[tuple[Key, Key]]:
    """Ends at no symbol and no line that go on in each other, in both directions; a head that points at nothing is none."""
    loose = [
        (at, along > 0)
        for (at, along), (symbol, _) in stands.items()
        if symbol is None and _joint(at, along > 0, strokes, sizes) is None
    ]
    for pair in gaps(strokes, loose, boxes.values()):
        one, other = ((at, sizes[at] if last else 0.0) for at, last in pair)
        yield one, other
        yield other, one


def _stand_together(
    stands: dict[Key, tuple[int | None, float]], strokes: Sequence[Stroke], boxes: Mapping[int, Box]
) -> None:
    """Let bent lines that begin at one point right before a symbol begin there all, though only one looks away from it."""
    bent = [
        key for key in stands if len(strokes[key[0]].points) > BENT and not strokes[key[0]].heads[key[1] > 0]
    ]
    for key in bent:
        if stands[key][0] is not None:
            continue
        point = tip(strokes[key[0]], key[1] > 0)
        for other in bent:
            symbol, sure = stands[other]
            if symbol is None or math.dist(point, tip(strokes[other[0]], other[1] > 0)) > SAME:
                continue
            if apart(point, boxes[symbol]) <= TOUCH + JOIN:
                stands[key] = symbol, sure


def _link(
    net: _Net, strokes: Sequence[Stroke], stops: Mapping[int, set[float]], same: Mapping[Key, Key]
) -> None:
    def node(key: Key) -> Key:
        while key in same:
            key = same[key]
        return key

    for at, stroke in enumerate(strokes):
        for start, end in pairwise(sorted(stops[at])):
            points = _cut(stroke.points, start, end)
            a, b = node((at, start)), node((at, end))
            net.links[a].append((b, points))
            net.links[b].append((a, points[::-1]))


def _joint(own: int, last: bool, strokes: Sequence[Stroke], sizes: Sequence[float]) -> Key | None:
    """Where on another line an end lies: at its nearer end if it is close, else in its course."""
    point = tip(strokes[own], last)
    best: tuple[float, Key] | None = None
    for at, stroke in enumerate(strokes):
        if at == own:
            continue
        for gap, along in nearest(point, stroke.points):
            if gap > JOIN:
                continue
            if along <= JOIN:
                gap, along = gap - JOIN, 0.0
            elif sizes[at] - along <= JOIN:
                gap, along = gap - JOIN, sizes[at]
            if best is None or (gap, (at, along)) < best:
                best = gap, (at, along)
    return best[1] if best else None


def nearest(point: Point, points: Sequence[Point]) -> Iterator[tuple[float, float]]:
    """For each straight part of a line how far a point lies from it, and how far along the line that is."""
    done = 0.0
    for a, b in pairwise(points):
        size = math.dist(a, b)
        if size > 0:
            share = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / size**2
            share = min(1.0, max(0.0, share))
            foot = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
            yield math.dist(point, foot), done + share * size
        done += size


def _cut(points: Sequence[Point], start: float, end: float) -> tuple[Point, ...]:
    """The part of a line between two distances along it."""
    found: list[Point] = []
    done = 0.0
    for a, b in pairwise(points):
        size = math.dist(a, b)
        if size > 0:
            for along in (start, end):
                if done <= along <= done + size:
                    share = (along - done) / size
                    found.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
        done += size
        if start < done < end:
            found.append(b)
    return tuple(dict.fromkeys(found))


def _parts(net: _Net) -> Iterator[list[Key]]:
    """The ends of lines that hang together."""
    seen: set[Key] = set()
    for start in net.links:
        if start in seen:
            continue
        part, waiting = [], [start]
        seen.add(start)
        while waiting:
            key = waiting.pop()
            part.append(key)
            for other, _ in net.links[key]:
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        yield sorted(key for key in part if key in net.ends)


def _ways_of(net: _Net, part: Sequence[Key]) -> Iterator[Way]:
    """The ways between the ends of lines that hang together."""
    heads = [key for key in part if net.ends[key].headed]
    tails = [key for key in part if not net.ends[key].headed]
    shared = SURE if len(part) == 2 else SHARED if min(len(heads), len(tails)) <= 1 else CROWDED
    if heads and tails:
        for head in heads:
            for tail, course in _reached(net, head, tails):
                yield _way(net, tail, head, course[::-1], True, shared)
    if heads and (not tails or len({net.ends[key].symbol for key in part} - {None}) > 2):
        yield from (replace(way, dari_panah=bool(tails)) for way in _between(net, heads, shared))
    if heads and len({net.ends[key].symbol for key in part} - {None}) > 2:
        yield from _unseen(net, heads, tails, shared)
    for tail in () if heads else tails:
        for other, course in _reached(net, tail, tails):
            if tail < other:
                yield _way(net, tail, other, course, False, shared * TURNED)


def _between(net: _Net, heads: Sequence[Key], shared: float) -> Iterator[Way]:
    """Ways from one arrow to another: where one points in, another line may begin."""
    for head in heads:
        for other, course in _reached(net, head, heads):
            yield _way(net, other, head, course[::-1], True, shared)


def _unseen(net: _Net, heads: Sequence[Key], tails: Sequence[Key], shared: float) -> Iterator[Way]:
    """Ways to ends without an arrow: what is written there may hide it."""
    for tail in tails:
        for start, course in _reached(net, tail, [*heads, *tails]):
            way = _way(net, start, tail, course[::-1], True, shared * MENDED)
            yield replace(way, dari_panah=start in heads, ke_polos=True)


def _way(net: _Net, start: Key, end: Key, course: tuple[Point, ...], directed: bool, sure: float) -> Way:
    a, b = net.ends[start], net.ends[end]
    return Way(a.symbol, b.symbol, course, directed, sure * min(a.keyakinan, b.keyakinan, SURE) / SURE)


def _reached(net: _Net, start: Key, goals: Sequence[Key]) -> Iterator[tuple[Key, tuple[Point, ...]]]:
    """The ends that a way from an end leads to without passing another, with the shortest way."""
    waiting: list[tuple[float, Key, tuple[Point, ...]]] = [(0.0, start, ())]
    done: set[Key] = set()
    wanted = set(goals)
    while waiting:
        far, key, course = heappop(waiting)
        if key in done:
            continue
        done.add(key)
        if key != start and key in net.ends:
            if key in wanted:
                yield key, course
            continue
        for other, points in net.links[key]:
            if other not in done:
                heappush(waiting, (far + length(points), other, (*course, *points)))

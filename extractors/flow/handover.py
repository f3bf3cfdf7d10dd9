"""Ways that go on elsewhere: over off-page connectors, and over the edge of a page."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.boxes import Box
from extractors.flow.strokes import HEAD, Point, length
from extractors.flow.tracing import Way
from extractors.symbols import Edge, Symbol

JOINED: Final = 0.95
"""Confidence of a way put together by the sign on its connectors."""
GUESSED: Final = 0.8
"""... by the place where it leaves one page and enters the next."""
FACING: Final = 2.0
"""Connectors on both sides of a break of the page stand no further apart than so many of their heights."""
BESIDE: Final = 14.0
"""Points between a connector and the symbol that it stands above or below without a line."""
LEVEL: Final = 12.0
"""Points by which a line may lie elsewhere on the next page."""
STRAIGHT: Final = 2.0
"""Points by which a line straight down from the middle of a symbol may be off it."""


def over_connectors(
    edges: Sequence[Edge], symbols: Sequence[Symbol], handing: Collection[int], steps: Mapping[int, int]
) -> list[Edge]:
    """Edges with those over connectors that only hand the flow to another page made one.

    Args:
        edges: between symbols.
        symbols: all of the file.
        handing: connectors that only hand over.
        steps: the rows of the others; where a sign was not read, only the next row can be meant.
    """
    within: defaultdict[int, list[Edge]] = defaultdict(list)
    out: defaultdict[int, list[Edge]] = defaultdict(list)
    kept = []
    for edge in edges:
        if edge.dari in handing:
            out[edge.dari].append(edge)
        if edge.ke in handing:
            within[edge.ke].append(edge)
        if edge.dari not in handing and edge.ke not in handing:
            kept.append(edge)
    leaving = [n for n in sorted(handing) if within[n]]
    entering = [n for n in sorted(handing) if out[n]]

    def follows(a: int, b: int) -> bool:
        """Whether unsigned connectors can be two halves: on to the next row, or back to the page before."""
        here, there = symbols[a], symbols[b]
        up = all(symbols[edge.dari].box.centre[1] > here.box.centre[1] for edge in within[a])
        if up and there.halaman == here.halaman - 1:
            return all(symbols[edge.ke].box.centre[1] < there.box.centre[1] for edge in out[b])
        before = {steps.get(edge.dari) for edge in within[a]}
        onward = any(steps.get(edge.ke, 0) - 1 in before for edge in out[b])
        return onward and not up and there.halaman - here.halaman in (0, 1)

    for a, b, sure in _pairs(leaving, entering, symbols, follows):
        kept.extend(
            Edge(
                first.dari,
                then.ke,
                first.label or then.label,
                first.terlacak and then.terlacak,
                min(first.keyakinan, then.keyakinan, sure),
                (*first.jalan, *then.jalan),
                first.berpanah or then.berpanah,
                min(first.selisih, then.selisih),
            )
            for first in within[a]
            for then in out[b]
            if first.dari != then.ke
        )
    return kept


def beside(
    symbols: Sequence[Symbol], handing: Collection[int], steps: Mapping[int, int], edges: Sequence[Edge]
) -> list[Edge]:
    """Edges between connectors that no line touches and the symbols right below or above them, which they hand over to.

    Args:
        symbols: all of the file.
        handing: connectors that only hand over.
        steps: the rows of the others.
        edges: known so far.
    """
    touched = {end for edge in edges for end in (edge.dari, edge.ke)}
    found = []
    for connector in sorted(set(handing) - touched):
        box, halaman = symbols[connector].box, symbols[connector].halaman
        for other in sorted(steps):
            place = symbols[other].box
            if symbols[other].halaman != halaman or not place.x0 <= box.centre[0] <= place.x1:
                continue
            if 0 <= place.y0 - box.y1 <= BESIDE:
                found.append(Edge(connector, other, None, False, GUESSED))
            elif 0 <= box.y0 - place.y1 <= BESIDE:
                found.append(Edge(other, connector, None, False, GUESSED))
    return found


def _pairs(
    leaving: Sequence[int],
    entering: Sequence[int],
    symbols: Sequence[Symbol],
    follows: Callable[[int, int], bool],
) -> list[tuple[int, int, float]]:
    """Which connector goes on at which: the same sign, the nearest page; else the next one without a partner."""
    found: list[tuple[int, int, float]] = []
    free = list(entering)
    rest = []
    for a in leaving:
        same = [b for b in free if b != a and _sign(symbols[a]) and _sign(symbols[a]) == _sign(symbols[b])]
        if not same:
            rest.append(a)
            continue
        b = min(same, key=lambda n: _distance(symbols[a], symbols[n]))
        free.remove(b)
        found.append((a, b, JOINED))
    for a in rest:
        if a in free:
            found.append((a, a, JOINED))
            free.remove(a)
            continue
        facing = [b for b in free if _faces(symbols[a], symbols[b])]
        if len(facing) == 1:
            found.append((a, facing[0], GUESSED))
            free.remove(facing[0])
            continue
        later = [b for b in free if not (_sign(symbols[a]) and _sign(symbols[b])) and follows(a, b)]
        if len(later) == 1:
            found.append((a, later[0], GUESSED))
            free.remove(later[0])
    return found


def _faces(a: Symbol, b: Symbol) -> bool:
    """Whether two connectors without signs stand right above each other: a break of the printed page runs between them."""
    if a.halaman != b.halaman or _sign(a) or _sign(b):
        return False
    gap = max(a.box.y0, b.box.y0) - min(a.box.y1, b.box.y1)
    return abs(a.box.centre[0] - b.box.centre[0]) <= LEVEL and 0 <= gap <= FACING * a.box.height


def _sign(symbol: Symbol) -> str:
    return "".join(char for char in symbol.teks.casefold() if char.isalnum())


def _distance(a: Symbol, b: Symbol) -> tuple[int, int]:
    pages = b.halaman - a.halaman
    return abs(pages), 0 if pages >= 0 else 1


@dataclass(frozen=True, slots=True)
class Torn:
    """A way with one end on a page."""

    halaman: int
    way: Way


def over_pages(torn: Sequence[Torn], boxes: Mapping[int, Mapping[int, Box]]) -> list[Way]:
    """Ways that leave a page put together with those that go on at the next, or at the one before.

    Args:
        torn: ways that begin or end at no symbol.
        boxes: of the symbols of each page, by their number.
    """
    found: list[Way] = []
    heights = {halaman: _ends(list(own.values())) for halaman, own in boxes.items() if own}
    for halaman in sorted({t.halaman - before for t in torn for before in (0, 1)}):
        here = [t.way for t in torn if t.halaman == halaman]
        there = [t.way for t in torn if t.halaman == halaman + 1]
        low, high = heights.get(halaman), heights.get(halaman + 1)
        down = [way for way in here if way.dari is not None and _is_below(way.course[-1], low)]
        enter = [way for way in there if way.ke is not None and _is_above(way.course[0], high)]
        up = [way for way in there if way.dari is not None and _is_above(way.course[-1], high)]
        back = [way for way in here if way.ke is not None and _is_below(way.course[0], low)]
        joined = _over_page(down, enter, halaman + 1)
        gone = {way.dari for way in joined}
        ended = [way for way in down if way.directed and way.dari not in gone and not enter]
        joined += [way for each in ended for way in _to_top(each, boxes.get(halaman + 1, {}))]
        if not down:
            reached = {way.ke for way in joined}
            begun = [way for way in enter if way.directed and way.ke not in reached]
            joined += [way for each in begun for way in _from_foot(each, boxes.get(halaman, {}), halaman + 1)]
        found.extend(joined)
        found.extend(_back_over_page(up, back, halaman))
    return found


def _ends(boxes: Sequence[Box]) -> tuple[float, float]:
    """How far down what comes from the page before may begin, and how far up what goes on at the next may end."""
    first, last = min(boxes, key=lambda box: box.y0), max(boxes, key=lambda box: box.y1)
    return first.y0 + max(LEVEL, first.height), last.y1 - max(LEVEL, last.height)


def _to_top(way: Way, boxes: Mapping[int, Box]) -> list[Way]:
    """A way whose arrow ends at the foot of a page, led on to the symbol of the next page's first row that it points at."""
    top = min((box.y0 for box in boxes.values()), default=0.0)
    before, end = way.course[-2:]
    meant = [number for number, box in boxes.items() if box.y0 <= top + LEVEL and box.x0 <= end[0] <= box.x1]
    if len(meant) != 1 or end[1] <= before[1]:
        return []
    return [replace(way, ke=meant[0], keyakinan=min(way.keyakinan, GUESSED))]


def _from_foot(way: Way, boxes: Mapping[int, Box], halaman: int) -> list[Way]:
    """A way whose arrow comes straight down from the head of a page, as begun at the symbol of the last row that stands there."""
    foot = max((box.y1 for box in boxes.values()), default=0.0)
    start, end = way.course[0], way.course[-1]
    meant = [
        n for n, box in boxes.items() if box.y1 >= foot - LEVEL and abs(start[0] - box.centre[0]) <= STRAIGHT
    ]
    if len(meant) != 1 or abs(end[0] - start[0]) > STRAIGHT:
        return []
    sure = min(way.keyakinan, GUESSED)
    return [Way(meant[0], way.ke, _down(boxes[meant[0]]), True, sure, ((halaman, way.course),))]


def _down(box: Box) -> tuple[Point, ...]:
    """A short line down from a symbol."""
    x, _ = box.centre
    return (x, box.y1), (x, box.y1 + 1.0)


def _is_below(point: Point, height: tuple[float, float] | None) -> bool:
    return height is None or point[1] >= height[1]


def _is_above(point: Point, height: tuple[float, float] | None) -> bool:
    return height is None or point[1] <= height[0]


def _over_page(leaving: Sequence[Way], entering: Sequence[Way], halaman: int) -> list[Way]:
    """Pairs of ways down to the next page: the same line, lines level with each other, or the only ones."""
    found = _drawn_twice(leaving, entering, halaman)
    used = {way.dari for way in found}
    reached = {way.ke for way in found}
    free = [way for way in entering if way.ke not in reached]
    rest = []
    for way in leaving:
        level = [other for other in free if abs(other.course[0][0] - way.course[-1][0]) <= LEVEL]
        if way.dari in used:
            continue
        if len(level) == 1:
            free.remove(level[0])
            found.append(_made_one(way, level[0], halaman))
        else:
            rest.append(way)
    if len(rest) == len(free) == 1:
        found.append(_made_one(rest[0], free[0], halaman))
    return found


def _back_over_page(leaving: Sequence[Way], entering: Sequence[Way], halaman: int) -> list[Way]:
    """Pairs of ways up to the page before: the same line, or lines level with each other of which an arrow ends the second."""
    found = _drawn_twice(leaving, entering, halaman)
    used = {way.dari for way in found}
    reached = {way.ke for way in found}
    for way in leaving:
        level = [
            other
            for other in entering
            if other.directed
            and other.ke not in reached
            and abs(other.course[0][0] - way.course[-1][0]) <= LEVEL
        ]
        if way.dari not in used and len(level) == 1:
            found.append(_made_one(way, level[0], halaman))
            reached.add(level[0].ke)
    return found


def _drawn_twice(leaving: Sequence[Way], entering: Sequence[Way], halaman: int) -> list[Way]:
    """Lines that run over the edge of a page are drawn on both, the whole of them."""
    return [
        _made_one(way, other, halaman)
        for way in leaving
        for other in entering
        if len(way.course) > 2 and _is_moved(way.course, other.course)
    ]


def _is_moved(one: Sequence[Point], other: Sequence[Point]) -> bool:
    """Whether a line is another one elsewhere; it may miss the head at its end."""
    spans = [(line[-1][0] - line[0][0], line[-1][1] - line[0][1]) for line in (one, other)]
    return math.dist(*spans) <= HEAD and abs(length(one) - length(other)) <= 1.5 * HEAD


def _made_one(first: Way, then: Way, halaman: int) -> Way:
    """A way and the one that it goes on in on another page."""
    sure = min(max(first.keyakinan, then.keyakinan), GUESSED)
    return replace(
        first,
        ke=then.ke,
        directed=first.directed or then.directed,
        keyakinan=sure,
        jalan=(*first.jalan, (halaman, then.course)),
    )

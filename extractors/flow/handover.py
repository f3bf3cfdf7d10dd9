"""Ways that go on elsewhere: over off-page connectors, and over the edge of a page."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extractors.flow.nodes import Edge, Symbol
from extractors.flow.tracing import Way

JOINED: Final = 0.95
"""Confidence of a way put together by the sign on its connectors."""
GUESSED: Final = 0.8
"""... by the place where it leaves one page and enters the next."""
LEVEL: Final = 12.0
"""Points by which a line may lie elsewhere on the next page."""


def over_connectors(edges: Sequence[Edge], symbols: Sequence[Symbol], handing: Collection[int]) -> list[Edge]:
    """Edges with those over connectors that only hand the flow to another page made one.

    Args:
        edges: between symbols.
        symbols: all of the file.
        handing: connectors that only hand over.
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
    for a, b, sure in _pairs(leaving, entering, symbols):
        kept.extend(
            Edge(
                first.dari,
                then.ke,
                first.label or then.label,
                first.terlacak and then.terlacak,
                min(first.keyakinan, then.keyakinan, sure),
            )
            for first in within[a]
            for then in out[b]
            if first.dari != then.ke
        )
    return kept


def _pairs(
    leaving: Sequence[int], entering: Sequence[int], symbols: Sequence[Symbol]
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
        later = [b for b in free if symbols[b].halaman == symbols[a].halaman + 1]
        if len(later) == 1 and not (_sign(symbols[a]) and _sign(symbols[later[0]])):
            found.append((a, later[0], GUESSED))
            free.remove(later[0])
    return found


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


def over_pages(torn: Sequence[Torn], heights: Mapping[int, tuple[float, float]]) -> list[Way]:
    """Ways that leave a page below all symbols put together with those that enter the next one above them.

    Args:
        torn: ways that begin or end at no symbol.
        heights: the top of the first and the bottom of the last symbol of each page.
    """
    found = []
    for halaman in sorted({t.halaman for t in torn}):
        leaving = [t.way for t in torn if t.halaman == halaman and _leaves(t.way, heights.get(halaman))]
        entering = [
            t.way for t in torn if t.halaman == halaman + 1 and _enters(t.way, heights.get(halaman + 1))
        ]
        found.extend(_over_page(leaving, entering))
    return found


def _leaves(way: Way, height: tuple[float, float] | None) -> bool:
    return (
        way.dari is not None and way.ke is None and (height is None or way.course[-1][1] >= height[1] - LEVEL)
    )


def _enters(way: Way, height: tuple[float, float] | None) -> bool:
    return (
        way.ke is not None and way.dari is None and (height is None or way.course[0][1] <= height[0] + LEVEL)
    )


def _over_page(leaving: Sequence[Way], entering: Sequence[Way]) -> list[Way]:
    found = []
    free = sorted(entering, key=lambda way: way.course[0][0])
    rest = []
    for way in leaving:
        level = [other for other in free if abs(other.course[0][0] - way.course[-1][0]) <= LEVEL]
        if len(level) == 1:
            free.remove(level[0])
            found.append(_made_one(way, level[0]))
        else:
            rest.append(way)
    if len(rest) == len(free) == 1:
        found.append(_made_one(rest[0], free[0]))
    return found


def _made_one(first: Way, then: Way) -> Way:
    sure = min(first.keyakinan, then.keyakinan, GUESSED)
    return replace(first, ke=then.ke, directed=first.directed or then.directed, keyakinan=sure)

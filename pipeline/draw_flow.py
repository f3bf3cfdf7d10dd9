"""The flow as read, drawn over a page: each symbol with its step and actor, each edge along its line.

Edges that were followed are whole lines, those that only the order of the rows suggests are broken ones.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from extractors.boxes import Box
from extractors.pages import Pages
from extractors.raw import RawEdge, RawSop
from extractors.symbols import Placed
from pipeline.lapisan import Lapisan, Titik, Warna

_EDGES: Final[Sequence[Warna]] = (
    (0, 110, 220), (200, 0, 120), (0, 140, 60), (150, 80, 0), (110, 60, 200), (0, 140, 150),
)  # fmt: skip
"""By edge, in turn: edges that share a line can be told apart."""
_STEP: Final[Warna] = (0, 60, 130)
_WIDTH, _ASIDE = 4, 5
"""Pixels: how thick an edge is, and how far the next one is drawn beside it."""
_DASH: Final = 12.0
_HEAD: Final = 16.0
_NAME: Final = 18
"""So many letters of an actor's heading are written."""

_Cell = tuple[int, int]


def draw_flow(page: Lapisan, pages: Pages, sops: Sequence[RawSop]) -> None:
    """Symbols, actors and edges of a page.

    Args:
        page: to draw on.
        pages: the file, with its symbols.
        sops: what was read of it.
    """
    for raw in sops:
        homes = _homes(pages.simbol, raw)
        for cell, placed in homes.items():
            if placed.symbol.halaman == page.sheet.halaman:
                _step(page, raw, cell, placed.symbol.box)
        for number, edge in enumerate(raw.alur):
            _edge(page, raw, edge, number, homes)


def _homes(symbols: Sequence[Placed], raw: RawSop) -> dict[_Cell, Placed]:
    """The symbol of each step and actor."""
    owner = {offset: placed for placed in symbols for offset in placed.offsets}
    return {
        (row, mark.kolom): owner[offset]
        for row, step in enumerate(raw.prosedur)
        for mark in step.tanda
        for offset in mark.span.offsets
        if offset in owner
    }


def _number(raw: RawSop, row: int) -> str:
    no = raw.prosedur[row].no
    return no.text.strip(" .") if no is not None else f"({row + 1})"


def _step(page: Lapisan, raw: RawSop, cell: _Cell, box: Box) -> None:
    """The step and the actor that a symbol was read as, above it."""
    row, column = cell
    actor = raw.pelaksana[column].text if column < len(raw.pelaksana) else "?"
    x, y = page.point(box.x0, box.y0)
    page.label((x, y - 15), f"{_number(raw, row)} · {' '.join(actor.split())[:_NAME]}", _STEP)


def _edge(page: Lapisan, raw: RawSop, edge: RawEdge, number: int, homes: Mapping[_Cell, Placed]) -> None:
    colour, aside = _EDGES[number % len(_EDGES)], _ASIDE * (number % 3 - 1)
    name = f"{_number(raw, edge.dari[0])} > {_number(raw, edge.ke[0])}"
    name += f" {edge.label}" * bool(edge.label) + f" {edge.asal.keyakinan:.2f}"
    courses = [course for halaman, course in edge.jalan if halaman == page.sheet.halaman]
    for course in courses or list(_straight(page, edge, homes)):
        points = [page.point(x, y) for x, y in course]
        points = [(x + aside, y + aside) for x, y in points]
        _line(page, points, colour, whole=bool(courses))
        page.label(_middle(points), name, colour, 12)


def _straight(page: Lapisan, edge: RawEdge, homes: Mapping[_Cell, Placed]) -> Iterator[tuple[Titik, ...]]:
    """The way of an edge that nobody followed: from the middle of one symbol to that of the other."""
    ends = [homes[cell].symbol for cell in (edge.dari, edge.ke) if cell in homes]
    if not edge.jalan and len(ends) == 2 and all(end.halaman == page.sheet.halaman for end in ends):
        yield tuple(end.box.centre for end in ends)


def _line(page: Lapisan, points: Sequence[Titik], colour: Warna, whole: bool) -> None:
    for a, b in pairwise(points):
        for start, end in [(a, b)] if whole else _dashes(a, b):
            page.pen.line([start, end], fill=(*colour, 200), width=_WIDTH)
    ends = [(a, b) for a, b in pairwise(points) if math.dist(a, b) > 1]
    if ends:
        (ax, ay), (bx, by) = ends[-1]
        far = math.dist((ax, ay), (bx, by))
        ux, uy = (bx - ax) / far, (by - ay) / far
        back = bx - _HEAD * ux, by - _HEAD * uy
        wings = [(back[0] + side * 7 * uy, back[1] - side * 7 * ux) for side in (-1, 1)]
        page.pen.polygon([(bx, by), *wings], fill=(*colour, 230))


def _dashes(a: Titik, b: Titik) -> Iterator[tuple[Titik, Titik]]:
    far = math.dist(a, b)
    at = 0.0
    while at < far:
        ends = (at / far, min(1.0, (at + _DASH) / far))
        start, end = ((a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) for t in ends)
        yield start, end
        at += 1.8 * _DASH


def _middle(points: Sequence[Titik]) -> Titik:
    """The middle of the longest stretch."""
    stretches = list(pairwise(points))
    (ax, ay), (bx, by) = max(stretches, key=lambda ends: math.dist(*ends)) if stretches else (points[0],) * 2
    return (ax + bx) / 2 + 3, (ay + by) / 2 + 2

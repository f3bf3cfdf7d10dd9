"""The flowchart of a table, page by page: which rows stand where, and everything that is drawn over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from string import ascii_uppercase
from typing import Final

from extractors.boxes import Box
from pipeline.outputs.flowchart.bands import Band, banded, halves
from pipeline.outputs.flowchart.forms import sizes
from pipeline.outputs.flowchart.grid import Grid, grid_of
from pipeline.outputs.flowchart.labels import Around, place_labels, size_of
from pipeline.outputs.flowchart.model import (
    KONEKTOR,
    TITIK,
    Arrow,
    Cell,
    Connector,
    EdgeIn,
    Geometry,
    Label,
    Layout,
    Page,
    RowIn,
    Shape,
)
from pipeline.outputs.flowchart.place import Placed, at_least, place
from pipeline.outputs.flowchart.route import Ends, Way, ways

LEAST_ROW: Final = 20.0
"""No row is lower, in points; more than what is left over at the foot of a page."""
_FEW: Final = 16
"""So many edges of a page get along with fewer lanes, which are found faster."""
_MANY: Final = 3
"""A page with so many rows can spare one."""
_SURELY: Final = 12.0
"""A row is that much higher than what a page has left: then no program puts it there, however it rounds."""
_USUAL: Final = 30.0
"""About how high a row with a symbol and its lanes is."""


def lay_out(rows: Sequence[RowIn], edges: Sequence[EdgeIn], geometry: Geometry) -> Layout:
    """The pages of a procedure table with its flowchart.

    On pages but the last the rows are as high as it takes that the next one does not fit. The last page
    has more than one row where the page before it can spare one.
    A row that is higher than a page is left so; the caller parts such rows before.

    Args:
        rows: at least one.
        edges: in any order.
        geometry: the room there is.
    """
    known = [(n, e) for n, e in enumerate(edges) if _exists(e.dari, rows) and _exists(e.ke, rows)]
    undrawn = sorted(set(range(len(edges))) - {n for n, _ in known})
    rows = _with_ends(rows, [edge for _, edge in known])
    drafts: list[_Draft] = []
    start = 0
    while start < len(rows):
        drafts.append(_next(rows, known, geometry, start))
        start = drafts[-1].routed.akhir
    drafts = _balanced(drafts, rows, known, geometry)
    letters = _letters(drafts)
    return Layout(tuple(_page(draft, dict(known), letters, geometry) for draft in drafts), tuple(undrawn))


@dataclass(frozen=True, slots=True)
class _Routed:
    """A page with its ways: ``ujung`` is for each way the number of its edge and its ends on the grid."""

    awal: int
    akhir: int
    band: Band
    grid: Grid
    ujung: tuple[tuple[int, Ends], ...]
    ways: tuple[Way, ...]
    berlabel: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A page before its connectors have letters."""

    routed: _Routed
    placed: Placed


def _exists(cell: Cell, rows: Sequence[RowIn]) -> bool:
    return 0 <= cell[0] < len(rows) and 0 <= cell[1] < len(rows[cell[0]].simbol)


def _with_ends(rows: Sequence[RowIn], edges: Sequence[EdgeIn]) -> list[RowIn]:
    """The rows, none too low, with a dot in each empty cell that an edge leads to or from."""
    ends = {end for edge in edges for end in (edge.dari, edge.ke)}
    return [
        RowIn(
            max(row.tinggi, LEAST_ROW),
            tuple(
                simbol or ((TITIK,) if (at, column) in ends else ())
                for column, simbol in enumerate(row.simbol)
            ),
        )
        for at, row in enumerate(rows)
    ]


def _balanced(
    drafts: list[_Draft], rows: Sequence[RowIn], edges: Sequence[tuple[int, EdgeIn]], geometry: Geometry
) -> list[_Draft]:
    """The pages with a further row on the last one, where that has a single row and the page before it has many."""
    if len(drafts) < 2:
        return drafts
    before, last = (draft.routed for draft in drafts[-2:])
    if last.akhir - last.awal > 1 or before.akhir - before.awal < _MANY:
        return drafts
    shorter = _next(rows, edges, geometry, before.awal, before.akhir - 1)
    longer = _next(rows, edges, geometry, shorter.routed.akhir)
    if longer.routed.akhir < len(rows):
        return drafts
    return [*drafts[:-2], shorter, longer]


def _next(
    rows: Sequence[RowIn],
    edges: Sequence[tuple[int, EdgeIn]],
    geometry: Geometry,
    start: int,
    limit: int | None = None,
) -> _Draft:
    """The page that begins with a row: as many rows as fit, none from ``limit`` on, filled up unless it is the last."""
    room = geometry.berikut if start else geometry.pertama
    most = start + max(1, sum(height <= room for height in accumulate(row.tinggi for row in rows[start:])))
    most = min(most, limit or most)
    for end in range(most, start, -1):
        last, alone = end == len(rows), end == start + 1
        free = room - (geometry.penutup if last else geometry.sisa)
        least = [row.tinggi for row in rows[start:end]]
        band = banded(rows, start, end, halves(edges, start, end), _USUAL)
        if at_least(band.strips, least, sizes(geometry.kolom)) > free and not alone:
            continue
        routed = _routed(band, edges, geometry, (start, end))
        placed = _placed(routed, least, geometry)
        spare = free - sum(placed.tinggi)
        if spare >= 0 or alone:
            if spare > 0 and not last:
                share = max(0.0, spare - _left_free(rows[end].tinggi, geometry)) / (end - start)
                placed = _placed(routed, [height + share for height in placed.tinggi], geometry)
            return _Draft(routed, placed)
    raise AssertionError("a page of one row is always taken")


def _left_free(following: float, geometry: Geometry) -> float:
    """How much of a page may stay free without room for the row that begins the next one, beside ``sisa``."""
    return max(0.0, following - geometry.sisa - _SURELY)


def _routed(
    band: Band, edges: Sequence[tuple[int, EdgeIn]], geometry: Geometry, rows: tuple[int, int]
) -> _Routed:
    start, end = rows
    ends: list[tuple[int, Ends]] = []
    for number, edge in edges:
        here = [start <= cell[0] < end for cell in (edge.dari, edge.ke)]
        if any(here):
            place = band.tempat.get(number, (0, 0))
            first, then = (
                (cell[0] - start + band.atas, cell[1]) if inside else place
                for cell, inside in zip((edge.dari, edge.ke), here, strict=True)
            )
            ends.append((number, (first, then)))
    lanes = 2 if len(ends) <= _FEW else 3
    grid = grid_of(band.strips, geometry.kolom, sizes(geometry.kolom), lanes)
    begins = {number for number, edge in edges if edge.label and start <= edge.dari[0] < end}
    labelled = frozenset(at for at, (number, _) in enumerate(ends) if number in begins)
    return _Routed(start, end, band, grid, tuple(ends), tuple(ways(grid, [e for _, e in ends])), labelled)


def _placed(routed: _Routed, least: Sequence[float], geometry: Geometry) -> Placed:
    columns = (geometry.kiri, geometry.kolom, sizes(geometry.kolom))
    return place(routed.band.strips, routed.grid, routed.ways, routed.berlabel, least, columns)


def _letters(drafts: Sequence[_Draft]) -> dict[int, str]:
    """The letters of the edges that go over a page's end, in the order in which they are met."""
    met = [number for draft in drafts for number in sorted(draft.routed.band.tempat)]
    return {number: _letter(at) for at, number in enumerate(dict.fromkeys(met))}


def _letter(at: int) -> str:
    """A to Z, then AA, AB and so on."""
    more, last = divmod(at, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[last]


def _page(draft: _Draft, edges: dict[int, EdgeIn], letters: dict[int, str], geometry: Geometry) -> Page:
    routed, placed = draft.routed, draft.placed
    shapes, connectors = [], []
    handed = {place: number for number, place in routed.band.tempat.items()}
    for (at, column), boxes in placed.kotak.items():
        strip = routed.band.strips[at]
        if strip.pita:
            letter = letters[handed[at, column]]
            connectors.append(Connector(letter, boxes[0], (strip.baris, column)))
            continue
        for simbol, box in zip(strip.simbol[column], boxes, strict=True):
            if simbol != TITIK:
                shapes.append(Shape(simbol, box, (strip.baris, column)))
    arrows = tuple(
        Arrow(number, line, letters[number] if number in routed.band.tempat else "")
        for (number, _), line in zip(routed.ujung, placed.garis, strict=True)
    )
    labels = _labels(routed, arrows, [*shapes, *connectors], edges, (geometry, placed.tinggi))
    return Page(routed.awal, routed.akhir, placed.tinggi, tuple(shapes), tuple(connectors), arrows, labels)


def _labels(
    routed: _Routed,
    arrows: Sequence[Arrow],
    drawn: Sequence[Shape | Connector],
    edges: dict[int, EdgeIn],
    page: tuple[Geometry, Sequence[float]],
) -> tuple[Label, ...]:
    geometry, heights = page
    area = Box(geometry.kiri, 0.0, geometry.kiri + sum(geometry.kolom), sum(heights))
    around = Around(
        simbol=[(each.simbol if isinstance(each, Shape) else KONEKTOR, each.kotak) for each in drawn],
        garis=[(arrow.edge, arrow.titik) for arrow in arrows],
        tegak=list(accumulate(geometry.kolom, initial=geometry.kiri)),
        datar=list(accumulate(heights, initial=0.0)),
        daerah=area,
    )
    wanted = [(routed.ujung[at][0], edges[routed.ujung[at][0]].label) for at in sorted(routed.berlabel)]
    return place_labels(wanted, around, size_of(geometry.kolom))

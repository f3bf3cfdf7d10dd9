"""What holds of every flowchart: nothing runs through what it does not join, nothing is lost, nothing is outside."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings

from extractors.boxes import Box
from pipeline.outputs.flowchart.forms import covers
from pipeline.outputs.flowchart.layout import LEAST_ROW, lay_out
from pipeline.outputs.flowchart.model import Arrow, EdgeIn, Geometry, Layout, Page, Point, RowIn
from tests.outputs.flowchart.tables import geometry, tables, usual

NEAR = 0.02


def stretches(line: tuple[Point, ...]) -> Iterator[Box]:
    for (x0, y0), (x1, y1) in pairwise(line):
        yield Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def through(line: tuple[Point, ...], box: Box) -> bool:
    """Whether a line has a stretch inside a box."""
    inner = Box(box.x0 + 0.05, box.y0 + 0.05, box.x1 - 0.05, box.y1 - 0.05)
    return any(stretch.meets(inner) for stretch in stretches(line))


def boxes_of(page: Page) -> list[Box]:
    return [shape.kotak for shape in page.simbol] + [connector.kotak for connector in page.konektor]


def touches(point: Point, box: Box) -> bool:
    x, y = point
    return box.x0 - NEAR <= x <= box.x1 + NEAR and box.y0 - NEAR <= y <= box.y1 + NEAR


def ends_on(page: Page, arrow: Arrow, edge: EdgeIn) -> None:
    """Each end lies on the outline of what it joins: its symbol here, or the connector to another page."""
    for point, cell in ((arrow.titik[0], edge.dari), (arrow.titik[-1], edge.ke)):
        if page.awal <= cell[0] < page.akhir:
            boxes = [shape.kotak for shape in page.simbol if shape.sel == cell]
        else:
            boxes = [each.kotak for each in page.konektor if each.huruf == arrow.huruf]
            assert len(boxes) == 1
        # A cell without a symbol: the edge ends in it.
        assert not boxes or any(touches(point, box) for box in boxes)


@settings(max_examples=60)
@given(tables())
def test_whatever_the_table(table: tuple[list[RowIn], list[EdgeIn], Geometry]) -> None:
    rows, edges, room = table
    layout = lay_out(rows, edges, room)
    assert [at for page in layout.halaman for at in range(page.awal, page.akhir)] == list(range(len(rows)))
    for page in layout.halaman:
        nothing_is_run_through(page, edges)
        all_is_inside(page, rows, room)
        labels_stand_beside_their_edges(page, edges)
    each_edge_is_drawn_once(layout, edges)
    assert lay_out(rows, edges, room) == layout


def nothing_is_run_through(page: Page, edges: list[EdgeIn]) -> None:
    for arrow in page.panah:
        ends_on(page, arrow, edges[arrow.edge])
        own = {edges[arrow.edge].dari, edges[arrow.edge].ke}
        for shape in page.simbol:
            assert shape.sel in own or not through(arrow.titik, shape.kotak), (arrow, shape)
        for connector in page.konektor:
            assert connector.huruf == arrow.huruf or not through(arrow.titik, connector.kotak)
        for (x0, y0), (x1, y1) in pairwise(arrow.titik):
            assert (abs(x0 - x1) < NEAR) != (abs(y0 - y1) < NEAR), arrow


def all_is_inside(page: Page, rows: list[RowIn], room: Geometry) -> None:
    heights = [max(row.tinggi, LEAST_ROW) for row in rows[page.awal : page.akhir]]
    assert all(given >= least - NEAR for given, least in zip(page.tinggi, heights, strict=True))
    free = room.berikut if page.awal else room.pertama
    if page.akhir - page.awal > 1:
        assert sum(page.tinggi) <= free - (room.penutup if page.akhir == len(rows) else 0) + NEAR
    area = Box(room.kiri, 0, room.kiri + sum(room.kolom), sum(page.tinggi))
    drawn = boxes_of(page) + [label.kotak for label in page.label]
    for x, y in [p for a in page.panah for p in a.titik] + [p for b in drawn for p in (b[:2], b[2:])]:
        assert area.x0 < x < area.x1
        assert area.y0 < y < area.y1
    tops = [sum(page.tinggi[:at]) for at in range(len(page.tinggi) + 1)]
    for shape in page.simbol:
        row, column = shape.sel
        assert shape.kotak.y0 > tops[row - page.awal]
        assert shape.kotak.y1 < tops[row - page.awal + 1]
        left = room.kiri + sum(room.kolom[:column])
        assert left < shape.kotak.x0 < shape.kotak.x1 < left + room.kolom[column]
    boxes = boxes_of(page)
    assert not any(a.meets(b) for at, a in enumerate(boxes) for b in boxes[:at])


def labels_stand_beside_their_edges(page: Page, edges: list[EdgeIn]) -> None:
    lines = {arrow.edge: arrow.titik for arrow in page.panah}
    wanted = [n for n, e in enumerate(edges) if e.label and page.awal <= e.dari[0] < page.akhir]
    assert sorted(label.edge for label in page.label) == wanted
    for label in page.label:
        assert label.teks == edges[label.edge].label
        assert any(label.kotak.meets(stretch, 9.0) for stretch in stretches(lines[label.edge]))
        assert not any(covers(label.kotak, s.simbol, s.kotak, 0.0) for s in page.simbol), label
        assert not any(label.kotak.meets(c.kotak) for c in page.konektor), label


def each_edge_is_drawn_once(layout: Layout, edges: list[EdgeIn]) -> None:
    drawn = Counter(arrow.edge for page in layout.halaman for arrow in page.panah)
    pages = {row: at for at, page in enumerate(layout.halaman) for row in range(page.awal, page.akhir)}
    letters: dict[str, int] = {}
    for number, edge in enumerate(edges):
        whole = pages[edge.dari[0]] == pages[edge.ke[0]]
        assert drawn[number] == (1 if whole else 2)
        own = {a.huruf for page in layout.halaman for a in page.panah if a.edge == number}
        assert len(own) == 1
        assert (own == {""}) == whole
        if not whole:
            assert letters.setdefault(own.pop(), number) == number
    assert Counter(c.huruf for page in layout.halaman for c in page.konektor) == dict.fromkeys(letters, 2)


@pytest.mark.parametrize(
    ("columns", "steps"), [(3, 9), (4, 60), (5, 24), (7, 30), (9, 2), (10, 24), (12, 40)]
)
def test_lines_of_a_usual_table_have_their_own_way_and_few_bends(columns: int, steps: int) -> None:
    rows, edges, room = usual(steps, columns)
    layout = lay_out(rows, edges, room)
    for page in layout.halaman:
        pieces = [(arrow.edge, piece) for arrow in page.panah for piece in stretches(arrow.titik)]
        for at, (edge, piece) in enumerate(pieces):
            flat = piece.y0 == piece.y1
            for other, against in pieces[:at]:
                if other != edge and flat == (against.y0 == against.y1):
                    assert not piece.meets(against, 0.5), (edge, other)
        assert all(len(arrow.titik) <= 6 for arrow in page.panah)


def test_pages_but_the_last_are_filled_so_that_the_next_row_cannot_fit() -> None:
    rows, edges, room = usual(30, 5)
    pages = lay_out(rows, edges, room).halaman
    assert len(pages) > 2
    for page in pages[:-1]:
        free = (room.berikut if page.awal else room.pertama) - sum(page.tinggi)
        assert room.sisa - NEAR <= free < max(LEAST_ROW, rows[page.akhir].tinggi - 11.0)


def test_rows_are_not_drawn_out_where_the_next_one_is_high_enough() -> None:
    room = Geometry(kolom=(60.0, 60.0), kiri=100.0, pertama=330.0, berikut=330.0, penutup=100.0)
    rows = [RowIn(60.0, (("proses",), ())) for _ in range(4)] + [
        RowIn(120.0, ((), ())),
        RowIn(60.0, ((), ())),
    ]
    first, _ = lay_out(rows, [], room).halaman
    assert first.akhir == 4
    assert first.tinggi == pytest.approx((60.0,) * 4)


def test_an_edge_to_nowhere_is_reported() -> None:
    rows, edges, room = usual(3, 3)
    layout = lay_out(rows, [*edges, EdgeIn((0, 0), (7, 0))], room)
    assert layout.tak_tergambar == (len(edges),)


def test_letters_go_on_after_z() -> None:
    rows = [RowIn(150.0, (("proses",), ("proses",))) for _ in range(6)]
    edges = [EdgeIn((at, 0), (at + 3, 1)) for at in (0, 1, 2)] * 10
    letters = {c.huruf for page in lay_out(rows, edges, geometry(2)).halaman for c in page.konektor}
    assert {"A", "Z", "AA"} <= letters


def sizes_of(rows: int, room: Geometry) -> list[int]:
    table = [RowIn(30.0, (("proses",), ())) for _ in range(rows)]
    edges = [EdgeIn((at, 0), (at + 1, 0)) for at in range(rows - 1)]
    return [page.akhir - page.awal for page in lay_out(table, edges, room).halaman]


def test_the_last_page_has_more_than_one_row_where_another_can_spare_one() -> None:
    room = Geometry(kolom=(60.0, 60.0), kiri=100.0, pertama=330.0, berikut=330.0, penutup=150.0)
    for rows in range(4, 40):
        pages = sizes_of(rows, room)
        assert sum(pages) == rows
        assert min(pages) > 1, rows


def test_a_last_row_too_high_to_have_company_stands_alone() -> None:
    room = Geometry(kolom=(60.0, 60.0), kiri=100.0, pertama=330.0, berikut=330.0, penutup=150.0)
    table = [RowIn(40.0, (("proses",), ())) for _ in range(5)] + [RowIn(170.0, (("proses",), ()))]
    pages = lay_out(table, [], room).halaman
    assert [page.akhir - page.awal for page in pages] == [5, 1]

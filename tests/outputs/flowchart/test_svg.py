"""The SVG of a page: whole, and with each thing once."""

import xml.etree.ElementTree as ET

import pytest

from pipeline.outputs.flowchart.layout import lay_out
from pipeline.outputs.flowchart.model import EdgeIn, RowIn
from pipeline.outputs.flowchart.sequence import in_order
from pipeline.outputs.flowchart.strokes import head_of
from pipeline.outputs.flowchart.svg import page_svg
from tests.outputs.flowchart.tables import geometry, usual


@pytest.mark.parametrize("dashed", [False, True])
def test_all_of_a_page_is_in_its_svg(dashed: bool) -> None:
    rows, edges, room = usual(24, 5)
    for page in lay_out(rows, edges, room).halaman:
        svg = ET.fromstring(page_svg(page, 700, dashed=dashed))
        assert [g.get("data-alur") for g in svg if g.get("data-alur")] == [str(a.edge) for a in page.panah]
        assert len([e for e in svg if e.get("data-simbol")]) == len(page.simbol)
        texts = [text.text for text in svg.iter("text")]
        assert texts == [c.huruf for c in page.konektor] + [label.teks for label in page.label]
        assert all(bool(line.get("stroke-dasharray")) == dashed for line in svg.iter("polyline"))
        bare = ET.fromstring(page_svg(page, 700, symbols=False))
        assert not [e for e in bare if e.get("data-simbol")]


def test_texts_are_no_markup() -> None:
    rows = [RowIn(40.0, (("<b>",),)), RowIn(40.0, (("proses",),))]
    page = lay_out(rows, [EdgeIn((0, 0), (1, 0), "<script>&")], geometry(1)).halaman[0]
    texts = [text.text for text in ET.fromstring(page_svg(page, 400)).iter("text")]
    assert texts == ["<b>", "<script>&"]


def test_a_head_is_no_longer_than_its_line() -> None:
    corners, base = head_of([(0.0, 0.0), (0.0, 3.0)])
    assert corners[0] == (0.0, 3.0)
    assert 0.0 < base[1] < 3.0


def test_the_plain_order_goes_from_row_to_row_and_skips_none() -> None:
    def row(*columns: int) -> RowIn:
        return RowIn(20.0, tuple(("proses",) if k in columns else () for k in range(4)))

    rows = [row(0), row(2, 3), row(1), row(), row(0), row(0)]
    assert in_order(rows) == (EdgeIn((0, 0), (1, 2)), EdgeIn((1, 2), (2, 1)), EdgeIn((4, 0), (5, 0)))

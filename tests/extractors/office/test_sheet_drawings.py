"""Shapes on a worksheet: where they lie, what they join, and which of them count."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from extractors.office.sheet_drawings import shapes_of
from extractors.office.sheet_model import axis
from extractors.office.sheet_vml import old_shapes
from extractors.readers import xlsx
from tests.extractors.buku_kerja import buku, ganti, simpan

XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
KOLOM, BARIS = axis(48.0, [(1, 1, 100.0), (2, 2, 0.0)]), axis(15.0, [(4, 4, 60.0)])
PENUH = '<a:off x="0" y="0"/><a:ext cx="100" cy="100"/>'
GAYA = '<xdr:style><a:lnRef idx="1"/><a:fillRef idx="1"/></xdr:style>'


def jangkar(content: str, first=(0, 0, 0, 0), last=(1, 0, 1, 0)) -> str:
    """Anchor some shapes between two corners: column, offset, row, offset; offsets are points."""

    def corner(name, place):
        column, dx, row, dy = place
        return (
            f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>{dx * 12700}</xdr:colOff>"
            f"<xdr:row>{row}</xdr:row><xdr:rowOff>{dy * 12700}</xdr:rowOff></xdr:{name}>"
        )

    return f"<xdr:twoCellAnchor>{corner('from', first)}{corner('to', last)}{content}</xdr:twoCellAnchor>"


def bentuk(
    preset: str, nomor: int = 1, text: str = "", frame: str = "", gaya: str = GAYA, turn: int = 0
) -> str:
    body = f"<xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody>" if text else ""
    xfrm = f'<a:xfrm rot="{turn * 60000}">{frame or PENUH}</a:xfrm>'
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{nomor}" name="x"/></xdr:nvSpPr><xdr:spPr>{xfrm}'
        f'<a:prstGeom prst="{preset}"/></xdr:spPr>{gaya}{body}</xdr:sp>'
    )


def penghubung(preset: str, dari: int, ke: int, ends: str = '<a:tailEnd type="arrow"/>') -> str:
    return (
        f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="9" name="x"/><xdr:cNvCxnSpPr><a:stCxn id="{dari}" idx="2"/>'
        f'<a:endCxn id="{ke}" idx="0"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="100" cy="100"/></a:xfrm><a:prstGeom prst="{preset}"/><a:ln>{ends}</a:ln></xdr:spPr>{GAYA}</xdr:cxnSp>'
    )


def bagian(*anchors: str) -> str:
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    return f'<xdr:wsDr xmlns:xdr="{XDR}" xmlns:a="{A}" xmlns:mc="{mc}">{"".join(anchors)}</xdr:wsDr>'


def shapes(*anchors: str):
    return shapes_of(etree.fromstring(bagian(*anchors)), KOLOM, BARIS)


def test_a_freely_drawn_line_is_a_line_of_the_flow_with_its_corners() -> None:
    path = '<a:path w="100" h="50" fill="none"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>'
    path += "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in ((100, 0), (100, 50)))
    free = (
        '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="x"/></xdr:nvSpPr><xdr:spPr>'
        f"<a:xfrm>{PENUH}</a:xfrm><a:custGeom><a:pathLst>{path}</a:path></a:pathLst></a:custGeom><a:noFill/>"
        '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:tailEnd type="triangle"/></a:ln></xdr:spPr></xdr:sp>'
    )
    (line,) = shapes(jangkar(free))
    assert line.jenis == "connector"
    assert line.points == ((0.0, 0.0), (48.0, 0.0), (48.0, 15.0))


def test_a_shape_lies_where_its_anchor_says():
    (shape,) = shapes(jangkar(bentuk("flowChartDecision", text="Lengkap?"), (0, 8, 1, 5), (1, 50, 4, 30)))
    assert shape.box == pytest.approx((8, 20, 98, 90))
    assert (shape.jenis, shape.text) == ("flowChartDecision", "Lengkap?")


def test_offsets_do_not_lead_out_of_a_column_that_was_hidden():
    (shape,) = shapes(jangkar(bentuk("rect"), (2, 20, 0, 0), (3, 10, 1, 0)))
    assert shape.box == pytest.approx((148, 0, 158, 15))


def test_connectors_run_towards_their_arrow_and_know_what_they_join():
    there, back = shapes(
        jangkar(penghubung("bentConnector2", 1, 2), (0, 0, 0, 0), (1, 0, 2, 0)),
        jangkar(
            penghubung("straightConnector1", 1, 2, '<a:headEnd type="arrow"/>'), (0, 0, 0, 0), (1, 0, 2, 0)
        ),
    )
    assert there.points == ((0, 0), (48, 0), (48, 30))
    assert (there.dari, there.ke) == ("1", "2")
    assert back.points == ((48, 30), (0, 0))
    assert (back.dari, back.ke) == ("2", "1")


def test_a_shape_on_its_side_is_anchored_as_it_lies():
    (shape,) = shapes(jangkar(bentuk("homePlate", turn=90), (0, 0, 0, 0), (0, 20, 4, 40)))
    assert shape.box == pytest.approx((0, 0, 20, 100))


def test_groups_scale_what_is_in_them():
    inner = bentuk("rect", frame='<a:off x="100" y="0"/><a:ext cx="100" cy="50"/>')
    group = (
        '<xdr:grpSp><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="400" cy="100"/>'
        f'<a:chOff x="0" y="0"/><a:chExt cx="200" cy="100"/></a:xfrm></xdr:grpSpPr>{inner}</xdr:grpSp>'
    )
    (shape,) = shapes(jangkar(group, (0, 0, 0, 0), (0, 40, 0, 10)))
    assert shape.box == pytest.approx((20, 0, 40, 5))


def test_what_shows_nothing_is_left_out():
    blank = bentuk("rect", gaya="")
    assert not shapes(jangkar(blank))
    assert [shape.text for shape in shapes(jangkar(bentuk("rect", gaya="", text="Ya")))] == ["Ya"]


def test_of_two_versions_of_a_shape_one_counts():
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="a14">{bentuk("diamond")}</mc:Choice>'
        f"<mc:Fallback>{bentuk('rect')}</mc:Fallback></mc:AlternateContent>"
    )
    assert [shape.jenis for shape in shapes(jangkar(both))] == ["diamond"]


def test_old_drawings_are_read_but_not_comments():
    def old(kind):
        return (
            '<v:rect fillcolor="#FF0000" stroked="f"><v:textbox><div>Ya</div></v:textbox>'
            f'<x:ClientData ObjectType="{kind}"><x:Anchor>0, 8, 1, 4, 1, 0, 2, 0</x:Anchor></x:ClientData></v:rect>'
        )

    root = f'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">{old("Rect")}{old("Note")}</xml>'
    (shape,) = old_shapes(etree.fromstring(root), KOLOM, BARIS)
    assert shape.box == pytest.approx((6, 18, 48, 30))
    assert (shape.jenis, shape.fill, shape.stroke, shape.text) == ("rect", "#ff0000", None, "Ya")


def with_drawing(*anchors: str) -> bytes:
    """A workbook whose procedure has a drawing."""
    data = simpan(buku())
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{relation}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    sheet = ZipFile(BytesIO(data)).read("xl/worksheets/sheet2.xml").decode()
    return ganti(
        data,
        {
            "xl/worksheets/sheet2.xml": sheet.replace(
                "</worksheet>", f'<drawing xmlns:r="{relation}" r:id="rId1"/></worksheet>'
            ),
            "xl/worksheets/_rels/sheet2.xml.rels": rels,
            "xl/drawings/drawing1.xml": bagian(*anchors),
        },
    )


def test_symbols_are_kept_on_the_sheet_and_spoil_no_cell():
    symbol = jangkar(bentuk("flowChartTerminator", text="Mulai"), (3, 5, 4, 2), (3, 40, 4, 12))
    far = jangkar(bentuk("rect", nomor=7, text="salinan"), (30, 0, 90, 0), (31, 0, 91, 0))
    pages = xlsx.read(with_drawing(symbol, symbol, far))
    (drawing,) = pages.sheets[1].drawings
    assert (drawing.jenis, drawing.text) == ("flowChartTerminator", "Mulai")
    cell = next(
        cell
        for block in pages.blocks
        for row in getattr(block, "rows", ())
        for cell in row.cells
        if cell.halaman == 2 and cell.box and not cell.span and cell.box.holds(*drawing.box.centre)
    )
    assert cell.column == 2
    assert "Mulai" not in pages.source.text
    assert "salinan" not in pages.source.text


def test_a_text_box_beside_the_procedure_is_text():
    box = jangkar(bentuk("rect", text="Tembusan: Bupati"), (1, 0, 8, 0), (3, 0, 9, 0))
    assert "Tembusan: Bupati" in xlsx.read(with_drawing(box)).source.text

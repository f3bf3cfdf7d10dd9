"""The clean document as a workbook: opened by a reader of others, printed as offices print, all of the SOP in it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook

from benchmarks.dokumen_acak import janggal, utuh
from normalizers.model import Sop
from pipeline.bentuk import Bentuk
from pipeline.outputs.lembar_kerja import PALING_TINGGI, lembar_kerja
from pipeline.outputs.xlsx import xlsx
from tests.builders import a_sop
from tests.outputs.test_documents import JAHAT, dinyatakan, lipat, penuh

XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


def part(content: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def texts(sop: Sop) -> str:
    book = load_workbook(BytesIO(xlsx(sop)))
    return lipat("".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value))


@pytest.mark.parametrize("jahat", ["", *JAHAT])
def test_every_text_is_in_it(jahat: str) -> None:
    sop = penuh(lambda teks: f"{teks} {jahat}".strip())
    found = texts(sop)
    assert {t for t in dinyatakan(sop) if t not in found} == set()


def test_it_prints_as_it_should() -> None:
    book = load_workbook(BytesIO(xlsx(utuh(1, 0), Bentuk(kertas="F4"))))
    identitas, prosedur = book["Identitas"], book["Prosedur"]
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.page_setup.paperSize == 14
    assert (identitas.page_setup.orientation, prosedur.page_setup.orientation) == ("portrait", "landscape")
    assert prosedur.print_title_rows == "$2:$3"
    assert load_workbook(BytesIO(xlsx(a_sop())))["Prosedur"].page_setup.paperSize == 9


@pytest.mark.parametrize("nomor", range(8))
def test_cells_and_drawings_keep_to_the_sheet(nomor: int) -> None:
    sop = utuh(2, nomor)
    _, identitas, prosedur = lembar_kerja(sop, Bentuk())
    for sheet in (identitas, prosedur):
        assert len({(s.baris, s.kolom) for s in sheet.sel}) == len(sheet.sel)
        assert max(sheet.tinggi) <= PALING_TINGGI
        for g in sheet.gabung:
            assert (g.atas, g.kiri) != (g.bawah, g.kanan)
            assert g.bawah < len(sheet.tinggi)
            assert g.kanan < len(sheet.lebar)
    arrows = [g for g in prosedur.gambar if g.jenis == "panah"]
    symbols = [g for g in prosedur.gambar if g.jenis == "simbol"]
    assert len(arrows) == len(sop.alur)
    assert len(symbols) >= sum(len(step.pelaksana or ()) for step in sop.prosedur)
    for drawn in prosedur.gambar:
        assert 0 <= drawn.dx <= prosedur.lebar[drawn.kolom] + 0.01
        assert 0 <= drawn.dy <= prosedur.tinggi[drawn.baris] + 0.01
        assert 3 <= drawn.baris < len(prosedur.tinggi)
        # Both corners lie in cells of their own, so that rounded widths move nothing across a border.
        row, column, dx, dy = drawn.sampai
        across = sum(prosedur.lebar[drawn.kolom : column]) + dx - drawn.dx
        down = sum(prosedur.tinggi[drawn.baris : row]) + dy - drawn.dy
        assert (across, down) == pytest.approx((drawn.lebar, drawn.tinggi), abs=0.01)


def test_drawings_have_each_their_id_and_the_same_sop_the_same_bytes() -> None:
    content = xlsx(utuh(1, 2))
    ids = [e.get("id") for e in part(content, "xl/drawings/drawing1.xml").iter(f"{XDR}cNvPr")]
    assert len(ids) == len(set(ids)) > 10
    assert content == xlsx(utuh(1, 2))


@pytest.mark.parametrize("nomor", range(6))
def test_odd_ones_open_too(nomor: int) -> None:
    book = load_workbook(BytesIO(xlsx(janggal(1, nomor))))
    assert book.sheetnames == ["Identitas", "Prosedur"]

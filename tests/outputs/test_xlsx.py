"""The clean document as a workbook: opened by a reader of others, printed as offices print, all of the SOP in it."""

from collections.abc import Callable
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter
from PIL import Image

from benchmarks.dokumen_acak import janggal, utuh
from normalizers.model import DasarHukum, Sop
from pipeline.bentuk import BENTUK_BAKU, Bentuk
from pipeline.outputs.kerja import PALING_TINGGI, LembarKerja, digit
from pipeline.outputs.kerja_identitas import identitas as lembar_identitas
from pipeline.outputs.kerja_prosedur import prosedur as lembar_prosedur
from pipeline.outputs.lembar import Lembar, ruang, susun
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


def lembar_kerja(sop: Sop, bentuk: Bentuk = BENTUK_BAKU) -> tuple[Lembar, LembarKerja, LembarKerja]:
    lembar = susun(sop, bentuk)
    return lembar, lembar_identitas(lembar), lembar_prosedur(lembar)


def test_it_prints_as_it_should() -> None:
    book = load_workbook(BytesIO(xlsx(utuh(1, 0), Bentuk(kertas="F4"))))
    identitas, prosedur = book["Identitas"], book["Prosedur"]
    for sheet in book:
        # "Fit to page" would take away the page breaks.
        assert not (sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage)
        assert sheet.page_setup.paperSize == 14
        assert sheet.print_area.endswith(f"!$A$1:${get_column_letter(sheet.max_column)}${sheet.max_row}")
    assert (identitas.page_setup.orientation, prosedur.page_setup.orientation) == ("portrait", "landscape")
    assert prosedur.print_title_rows == "$2:$3"
    assert load_workbook(BytesIO(xlsx(a_sop())))["Prosedur"].page_setup.paperSize == 9


@pytest.mark.parametrize(("make", "nomor"), [(make, n) for make in (utuh, janggal) for n in range(6)])
def test_every_page_fits_its_paper(make: Callable[[int, int], Sop], nomor: int) -> None:
    bentuk = Bentuk(kertas="F4", arah_identitas="mendatar") if nomor % 2 else BENTUK_BAKU
    lembar, *sheets = lembar_kerja(make(3, nomor), bentuk)
    for sheet, paper in zip(sheets, (lembar.kertas_identitas, lembar.kertas_prosedur), strict=True):
        wide, high = (100 * points / sheet.skala for points in ruang(paper))
        assert sum(sheet.lebar) <= 0.98 * wide
        # LibreOffice takes a digit as wide as the font has it.
        assert sum(digit(width) * 5.56 for width in sheet.lebar) <= wide
        ends = [0, *sheet.putus, len(sheet.tinggi)]
        for number, (first, end) in enumerate(pairwise(ends)):
            repeated = sum(sheet.tinggi[1:3]) if sheet.ulang and number else 0.0
            assert repeated + sum(sheet.tinggi[first:end]) <= high + 0.1, number


def test_a_page_of_the_procedure_ends_with_closed_borders_and_its_connectors() -> None:
    sop = janggal(1, 5)
    lembar, identitas, prosedur = lembar_kerja(sop)
    assert len(prosedur.putus) >= len(lembar.tabel.alur.halaman) - 1 > 5
    for sheet in (identitas, prosedur):
        for end in sheet.putus:
            row = [sel for sel in sheet.sel if sel.baris == end - 1]
            assert len(row) == len(sheet.lebar)
            assert all(sel.gaya.tepi.bawah for sel in row)
    letters = [g.teks for g in prosedur.gambar if g.jenis == "konektor"]
    assert len(letters) > 10
    assert all(letters.count(letter) == 2 for letter in letters)


def test_the_same_pages_as_the_pdf() -> None:
    lembar, _, prosedur = lembar_kerja(janggal(1, 5))
    first = 3
    for page, end in zip(lembar.tabel.alur.halaman, [*prosedur.putus, None], strict=False):
        stop = len(prosedur.tinggi) if end is None else end
        if end is not None:
            assert sum(prosedur.tinggi[first:stop]) == pytest.approx(sum(page.tinggi))
        first = stop


def test_the_officers_name_is_bold_and_underlined_and_the_letterhead_in_capitals() -> None:
    sop = penuh(lambda teks: teks)
    book = load_workbook(BytesIO(xlsx(sop)), rich_text=True)
    lembar = susun(sop)
    runs = [
        run
        for row in book["Identitas"]
        for cell in row
        if isinstance(cell.value, CellRichText)
        for run in cell.value
    ]
    (name,) = [r for r in runs if isinstance(r, TextBlock) and r.text.strip() == lembar.pengesah.nama]
    assert (name.font.b, name.font.u) == (True, "single")
    signed = [cell for row in book["Prosedur"] for cell in row if cell.value == lembar.pengesah.nama]
    assert [(cell.font.b, cell.font.u) for cell in signed] == [(True, "single")]
    kop = next(
        str(cell.value) for row in book["Identitas"] for cell in row if cell.value and cell.column == 1
    )
    assert kop == "\n".join(teks.upper() for teks in lembar.kop)


def test_items_stand_beside_their_numbers_and_wait_for_no_neighbour() -> None:
    sop = a_sop()
    sop = sop.model_copy(
        update={
            "dasar_hukum": [
                DasarHukum(teks=f"Peraturan Nomor {k} tentang {'urusan panjang ' * 20}") for k in range(3)
            ],
            "kualifikasi_pelaksana": ["Teliti", "Sabar", "Ramah"],
        }
    )
    _, sheet, _ = lembar_kerja(sop)
    places = {sel.teks: (sel.baris, sel.kolom) for sel in sheet.sel if sel.teks}
    tops = list(accumulate(sheet.tinggi, initial=0.0))
    row = [places[teks][0] for teks in ("Teliti", "Sabar", "Ramah")]
    assert [places[teks][1] for teks in ("Teliti", "Sabar", "Ramah")] == [3, 3, 3]
    assert tops[row[2]] - tops[row[0]] < 40
    numbers = {(sel.baris, sel.kolom): sel.teks for sel in sheet.sel if sel.kolom == 2}
    assert [numbers[r, 2] for r in row] == ["1.", "2.", "3."]


@pytest.mark.parametrize("nomor", range(4))
def test_every_cell_of_the_table_has_its_borders_and_its_lines(nomor: int) -> None:
    sop = utuh(3, nomor)
    lembar = susun(sop)
    sheet = load_workbook(BytesIO(xlsx(sop)))["Prosedur"]
    # Type as large as that of the normal style is no reason to look like it.
    assert nomor or lembar.tabel.tata.huruf == 10.0
    for row in sheet.iter_rows(min_row=4, max_row=3 + len(lembar.tabel.baris)):
        for cell in row:
            sides = (cell.border.left, cell.border.right, cell.border.top, cell.border.bottom)
            assert all(side.style == "thin" for side in sides), cell.coordinate
            assert cell.alignment.wrap_text


def test_a_letterhead_is_set_smaller_rather_than_broken() -> None:
    def ukuran(baris: str) -> float:
        _, sheet, _ = lembar_kerja(a_sop(), Bentuk(kop=(baris, "KECAMATAN SUKAMAJU")))
        return next(sel.gaya.huruf.ukuran for sel in sheet.sel if sel.teks.startswith(baris))

    assert ukuran("KABUPATEN WANASARI") == 11.5
    assert 10.0 <= ukuran("PEMERINTAH KABUPATEN TIRTAMULYA X") < 11.5
    assert ukuran("PEMERINTAH KABUPATEN KEPULAUAN TIRTAMULYA UTARA") == 11.5


def test_a_logo_is_put_in(tmp_path: Path) -> None:
    Image.new("RGB", (60, 80), "navy").save(tmp_path / "logo.png")
    sheet = load_workbook(BytesIO(xlsx(a_sop(), Bentuk(logo=tmp_path / "logo.png"))))["Identitas"]
    assert [(image.width, image.height) for image in sheet._images] == [(60, 80)]


def test_a_foot_has_no_more_than_it_may_and_no_commands() -> None:
    sop = a_sop()
    named = sop.model_copy(
        update={"identitas": sop.identitas.model_copy(update={"nama_sop": "Suku & Adat " * 40})}
    )
    foot = part(xlsx(named), "xl/worksheets/sheet2.xml").findtext(".//{*}oddFooter") or ""
    assert len(foot) <= 255
    assert foot.count("Suku && Adat") > 5


@pytest.mark.parametrize("nomor", range(8))
def test_cells_and_drawings_keep_to_the_sheet(nomor: int) -> None:
    sop = utuh(2, nomor)
    lembar, identitas, prosedur = lembar_kerja(sop)
    for sheet in (identitas, prosedur):
        assert len({(s.baris, s.kolom) for s in sheet.sel}) == len(sheet.sel)
        assert max(sheet.tinggi) <= PALING_TINGGI
        merged = [
            (row, column)
            for g in sheet.gabung
            for row in range(g.atas, g.bawah + 1)
            for column in range(g.kiri, g.kanan + 1)
        ]
        assert len(merged) == len(set(merged))
        for g in sheet.gabung:
            assert (g.atas, g.kiri) != (g.bawah, g.kanan)
            assert g.bawah < len(sheet.tinggi)
            assert g.kanan < len(sheet.lebar)
    arrows = [g for g in prosedur.gambar if g.jenis == "panah"]
    symbols = [g for g in prosedur.gambar if g.jenis == "simbol"]
    assert len(arrows) == sum(len(page.panah) for page in lembar.tabel.alur.halaman) >= len(sop.alur)
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
    ids = [e.get("id") for e in part(content, "xl/drawings/drawing2.xml").iter(f"{XDR}cNvPr")]
    assert len(ids) == len(set(ids)) > 10
    assert content == xlsx(utuh(1, 2))


@pytest.mark.parametrize("nomor", range(6))
def test_odd_ones_open_too(nomor: int) -> None:
    book = load_workbook(BytesIO(xlsx(janggal(1, nomor))))
    assert book.sheetnames == ["Identitas", "Prosedur"]

"""Workbooks to raw SOPs: what a person sees is what is read, and nothing else."""

import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border

from extractors.errors import BerkasKosong, BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.extract import extract
from extractors.pages import Line, Table
from extractors.readers import xls, xlsx
from tests.extractors.buku_kerja import buku, ganti, identitas, isi, prosedur, simpan


def sop(book: Workbook):
    (raw,) = extract(xlsx.read(simpan(book)))
    return raw


def teks(raw, box: str) -> list[str]:
    return [" ".join(field.text.split()) for field in raw.kotak[box]]


def langkah(raw) -> list[tuple[str | None, ...]]:
    return [
        tuple(field.text if field else None for field in (s.no, s.uraian, s.kelengkapan, s.waktu, s.output))
        for s in raw.prosedur
    ]


LANGKAH = [
    ("1", "Mengajukan permohonan", "Surat", "5 Menit", "Disposisi"),
    ("2", "Mencari arsip", "Disposisi", "30 Menit", "Arsip"),
]


def test_identity_on_one_worksheet_procedure_on_the_next():
    raw = sop(buku())
    assert raw.halaman == (1, 2)
    assert raw.identitas["nomor_sop"].text == "045/17/2021"
    assert raw.identitas["nama_sop"].text == "Peminjaman Arsip"
    assert [actor.text for actor in raw.pelaksana] == ["Pemohon", "Arsiparis"]
    assert langkah(raw) == LANGKAH


def test_items_are_put_together_from_their_cells():
    raw = sop(buku())
    assert teks(raw, "dasar_hukum") == [
        "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
        "Peraturan Pemerintah Nomor 28 Tahun 2012",
    ]
    assert teks(raw, "kualifikasi_pelaksana") == ["Memahami tata kearsipan", "Teliti"]
    assert teks(raw, "peralatan_perlengkapan") == ["Kepala Bidang : Komputer", "Rak"]
    assert teks(raw, "keterkaitan") == ["SOP Penyusutan Arsip"]


def test_the_title_of_the_next_worksheet_is_no_content_of_an_empty_box():
    assert not teks(sop(buku()), "pencatatan_pendataan")


def test_both_on_one_worksheet():
    book = Workbook()
    identitas(book.active)
    prosedur(book.active, top=18)
    assert langkah(sop(book)) == LANGKAH


def test_an_identity_page_behind_its_procedure_belongs_to_it():
    book = buku()
    book.move_sheet("Prosedur", -1)
    raw = sop(book)
    assert langkah(raw) == LANGKAH
    assert raw.identitas["nama_sop"].text == "Peminjaman Arsip"
    assert raw.source.places_of(raw.identitas["nama_sop"].span)[0].halaman == 2


def test_what_is_hidden_is_not_read():
    book = buku()
    sheet = book["Prosedur"]
    isi(sheet, {"K5": "lama", "A7": 3, "B7": "Langkah yang dibuang", "G7": 9})
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["K"].hidden = True
    old = book.create_sheet("Lama", 0)
    identitas(old)
    old.sheet_state = "hidden"
    assert langkah(sop(book)) == LANGKAH


def test_hidden_worksheets_are_read_when_there_are_no_others():
    book = buku()
    for sheet in book.worksheets:
        sheet.sheet_state = "hidden"
    book.create_sheet("Kosong")
    assert langkah(sop(book)) == LANGKAH


def test_what_stands_beside_the_print_area_is_not_read():
    book = buku()
    sheet = book.worksheets[0]
    sheet["M7"] = "Peraturan yang dihapus"
    assert "dihapus" in xlsx.read(simpan(book)).source.text
    sheet.print_area = "A1:K14"
    assert "dihapus" not in xlsx.read(simpan(book)).source.text


def test_a_print_area_that_holds_little_of_the_text_is_of_no_account():
    book = buku()
    book["Prosedur"].print_area = "A1:A3"
    assert langkah(sop(book)) == LANGKAH


def test_dates_are_read_as_shown():
    book = buku()
    sheet = book.worksheets[0]
    sheet["H2"] = date(2021, 3, 4)
    sheet["H2"].number_format = "[$-421]dd mmmm yyyy;@"
    assert sop(book).identitas["tanggal_pembuatan"].text == "04 Maret 2021"


def test_the_heading_gives_its_unit_to_bare_numbers():
    book = buku()
    sheet = book["Prosedur"]
    sheet["G4"] = "Waktu (Menit)"
    for place in ("G5", "G6"):
        sheet[place].number_format = "General"
    assert [step[3] for step in langkah(sop(book))] == ["5 Menit", "30 Menit"]


def test_items_without_numbers_are_told_apart_by_their_cells():
    book = Workbook()
    identitas(book.active)
    prosedur(book.create_sheet())
    for place, value in {"F7": None, "G7": None, "F8": None, "G8": None}.items():
        book.active[place] = value
    book.active.unmerge_cells("G7:K7")
    book.active.unmerge_cells("G8:K8")
    isi(book.active, {"F7:K7": "Memahami tata kearsipan dinamis", "F8:K8": "Mampu memakai komputer"})
    assert teks(sop(book), "kualifikasi_pelaksana") == [
        "Memahami tata kearsipan dinamis",
        "Mampu memakai komputer",
    ]


@pytest.mark.parametrize("separate", [True, False], ids=["procedure on its own worksheet", "procedure below"])
def test_boxes_of_which_only_the_names_are_framed_hold_what_stands_below_them(separate):
    book = buku() if separate else Workbook()
    if not separate:
        identitas(book.active)
        prosedur(book.active, top=18)
    whole = sop(book)
    for row in (7, 8, 9, 11, 12, 14):
        for cell in book.worksheets[0][row]:
            cell.border = Border()
    raw = sop(book)
    assert {box: teks(raw, box) for box in raw.kotak} == {box: teks(whole, box) for box in whole.kotak}
    assert langkah(raw) == LANGKAH


def test_cells_know_their_place_on_the_sheet():
    pages = xlsx.read(simpan(buku()))
    table = next(b for b in pages.blocks if isinstance(b, Table) and b.rows[0].cells[0].span.text == "No")
    head, below = table.rows[0].cells, table.rows[1].cells
    assert [cell.column for cell in head] == [0, 1, 2, 4, 7]
    assert [cell.width for cell in head] == [1, 1, 2, 3, 1]
    assert [cell.column for cell in below] == [2, 3, 4, 5, 6]  # what is merged downward has no cell there
    assert head[0].box == (0.0, 30.0, 48.0, 60.0)
    assert {cell.halaman for cell in head} == {2}
    assert pages.sheets[1].width == 480.0
    assert pages.source.places[0].kotak is not None


def test_a_title_above_the_table_is_a_line():
    blocks = xlsx.read(simpan(buku())).blocks
    lines = [block.span.text for block in blocks if isinstance(block, Line) and block.span]
    assert lines == ["SOP Peminjaman Arsip"]


def test_without_borders_a_title_is_no_item_of_the_last_box():
    book = Workbook()
    labels = ("Nomor SOP : 12", "Nama SOP : Peminjaman Arsip", "Dasar Hukum", None, "Peringatan", None)
    for row, text in enumerate(labels, 1):
        book.active[f"A{row}"] = text
    isi(
        book.active,
        {"A4": 1, "B4": "Undang-Undang Nomor 43 Tahun 2009", "A6": "Arsip dapat hilang"},
        bordered=False,
    )
    prosedur(book.active, top=10)
    for row in book.active:
        for cell in row:
            cell.border = Border()
    raw = sop(book)
    assert teks(raw, "peringatan") == ["Arsip dapat hilang"]
    assert teks(raw, "dasar_hukum") == ["Undang-Undang Nomor 43 Tahun 2009"]
    assert langkah(raw) == LANGKAH


def test_two_cells_at_the_ends_of_the_sheet_are_read_at_once():
    book = Workbook()
    book.active["A1"] = "Nomor SOP"
    book.active["XFD1048576"] = "ujung"
    assert xlsx.read(simpan(book)).source.text == "Nomor SOP\nujung\n"


def test_formulas_show_their_kept_results_only():
    book = buku()
    book.active["H5"] = "=A1"
    assert "nama_sop" not in sop(book).identitas


@pytest.mark.parametrize("book", [Workbook(), None])
def test_a_workbook_without_texts_is_empty(book):
    if book is None:
        book = Workbook()
        book.active["A1"] = "=1+1"
    with pytest.raises(BerkasKosong):
        xlsx.read(simpan(book))


def test_far_too_many_cells_are_refused():
    cells = "".join('<row><c t="inlineStr"><is><t>x</t></is></c></row>' for _ in range(100_001))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    part = f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'
    data = ganti(simpan(Workbook()), {"xl/worksheets/sheet1.xml": part})
    with pytest.raises(BerkasTerlaluBesar):
        xlsx.read(data)


def test_broken_and_foreign_packages_are_refused():
    data = simpan(buku())
    for broken in (data[: len(data) // 2], ganti(data, {"xl/workbook.xml": "<document/>"})):
        with pytest.raises(BerkasTidakTerbaca):
            xlsx.read(broken)


def test_each_kind_of_file_has_one_reader():
    zipped, old = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
    for name, head, new in (
        ("a.xlsx", zipped, True),
        ("a.XLSM", old, True),
        ("a.xls", zipped, True),
        ("a.xls", old, False),
    ):
        assert (xlsx.claims(name, head), xls.claims(name, head)) == (new, not new)
    assert not xlsx.claims("a.docx", zipped)


def test_a_web_page_that_calls_itself_a_workbook_is_read_as_one():
    pages = xls.read(b"<html><table><tr><td>Nomor SOP</td><td>12</td></tr></table></html>")
    assert pages.jenis == "html"


def test_the_workbook_survives_a_round_through_the_writer():
    again = load_workbook(io.BytesIO(simpan(buku())))
    assert langkah(sop(again)) == LANGKAH


def lanjutan(book: Workbook, number: int) -> None:
    """A worksheet with one more step, numbered, and neither heading nor labels."""
    sheet = book.create_sheet("Lanjutan")
    isi(
        sheet,
        {"A1": number, "B1:C1": "Mengembalikan arsip", "D1": None, "E1": None, "F1": "Arsip", "G1": "1 Jam"},
    )
    isi(sheet, {"H1": None, "I1": "Tanda terima", "J1": None})


def test_a_procedure_that_goes_on_without_its_heading():
    book = buku()
    lanjutan(book, 3)
    assert langkah(sop(book)) == [*LANGKAH, ("3", "Mengembalikan arsip", "Arsip", "1 Jam", "Tanda terima")]


def test_rows_that_do_not_count_on_are_no_rest_of_it():
    book = buku()
    lanjutan(book, 7)
    assert langkah(sop(book)) == LANGKAH


def test_a_line_that_somebody_ended_in_a_cell_begins_the_next_entry():
    book = Workbook()
    sheet = book.active
    sheet.column_dimensions["A"].width = sheet.column_dimensions["B"].width = 50
    sheet["A1"], sheet["B1"] = "Nomor SOP", "045/17/2021"
    sheet["A2"], sheet["B2"] = "Nama SOP", "Peminjaman Arsip"
    sheet["A3"], sheet["B3"] = "Keterkaitan", "Peringatan"
    sheet["A4"] = "SOP Penyusutan Arsip\nSOP Alih Media Arsip\nSOP Surat Masuk"
    sheet["B4"] = (
        "Arsip yang tidak segera dikembalikan oleh peminjam tidak dapat dipakai oleh bidang yang lain\n"
        "Boks yang rusak tidak melindungi arsip"
    )
    for cell in ("A4", "B4"):
        sheet[cell].alignment = Alignment(wrap_text=True)
    raw = sop(book)
    assert teks(raw, "keterkaitan") == ["SOP Penyusutan Arsip", "SOP Alih Media Arsip", "SOP Surat Masuk"]
    assert len(teks(raw, "peringatan")) == 2

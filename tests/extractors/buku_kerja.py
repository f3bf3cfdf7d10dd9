"""Small workbooks of SOPs for tests; the officials are fictional."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.styles import Border, Side

_LINE = Side(style="thin")
GARIS = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def isi(sheet, values: Mapping[str, object], bordered: bool = True) -> None:
    """Fill cells; a reference to a range merges it."""
    for place, value in values.items():
        first = place.partition(":")[0]
        if ":" in place:
            sheet.merge_cells(place)
            cells = [cell for row in sheet[place] for cell in row]
        else:
            cells = [sheet[place]]
        sheet[first] = value
        for cell in cells if bordered else ():
            cell.border = GARIS


def identitas(sheet) -> None:
    """An identity page with item numbers in columns of their own and boxes side by side."""
    isi(
        sheet,
        {
            "A1:E5": "PEMERINTAH KABUPATEN MAJU\nDINAS KEARSIPAN",
            "F1:G1": "Nomor SOP", "H1:K1": "045/17/2021",
            "F2:G2": "Tanggal Pembuatan", "H2:K2": "4 Maret 2021",
            "F3:G3": "Tanggal Efektif", "H3:K3": "1 April 2021",
            "F4:G4": "Disahkan Oleh", "H4:K4": "Kepala Dinas Kearsipan\nDra. RINI CONTOH, M.Si.\nNIP. 19650712 199003 2 004",
            "F5:G5": "Nama SOP", "H5:K5": "Peminjaman Arsip",
            "A6:E6": "Dasar Hukum", "F6:K6": "Kualifikasi Pelaksana",
            "A7": "1.", "B7:E7": "Undang-Undang Nomor 43 Tahun 2009", "F7": 1, "G7:K7": "Memahami tata kearsipan",
            "A8": None, "B8:E8": "tentang Kearsipan", "F8": 2, "G8:K8": "Teliti",
            "A9": 2, "B9:E9": "Peraturan Pemerintah Nomor 28 Tahun 2012", "F9:K9": None,
            "A10:E10": "Keterkaitan", "F10:K10": "Peralatan/Perlengkapan",
            "A11": 1, "B11:E11": "SOP Penyusutan Arsip", "F11": 1, "G11:H11": "Kepala Bidang", "I11:K11": ": Komputer",
            "A12": 2, "B12:E12": None, "F12": 2, "G12:K12": "Rak",
            "A13:E13": "Peringatan", "F13:K13": "Pencatatan dan Pendataan",
            "A14:E14": "Arsip dapat hilang", "F14:K14": None,
        },
    )  # fmt: skip


def prosedur(sheet, top: int = 3) -> None:
    """A title, and a procedure with two actors, a filler column, and durations that their format words."""
    sheet[f"A{top - 2}"] = "SOP Peminjaman Arsip"
    isi(
        sheet,
        {
            f"A{top}:A{top + 1}": "No", f"B{top}:C{top + 1}": "Kegiatan", f"D{top}:E{top}": "Pelaksana",
            f"F{top}:I{top}": "Mutu Baku", f"J{top}:J{top + 1}": "Ket",
            f"D{top + 1}": "Pemohon", f"E{top + 1}": "Arsiparis",
            f"F{top + 1}": "Kelengkapan", f"G{top + 1}": "Waktu", f"H{top + 1}:I{top + 1}": "Output",
        },
    )  # fmt: skip
    steps = [("Mengajukan permohonan", "Surat", 5, "Disposisi"), ("Mencari arsip", "Disposisi", 30, "Arsip")]
    for at, (uraian, kelengkapan, waktu, output) in enumerate(steps, 1):
        row = top + 1 + at
        isi(sheet, {f"A{row}": at, f"B{row}:C{row}": uraian, f"D{row}": None, f"E{row}": None})
        isi(
            sheet,
            {f"F{row}": kelengkapan, f"G{row}": waktu, f"H{row}": None, f"I{row}": output, f"J{row}": None},
        )
        sheet[f"G{row}"].number_format = '0" Menit"'


def buku() -> Workbook:
    """A workbook with the identity page on one worksheet and the procedure on the next."""
    book = Workbook()
    identitas(book.active)
    prosedur(book.create_sheet("Prosedur"))
    return book


def simpan(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ganti(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """A package with some parts put in or replaced."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()

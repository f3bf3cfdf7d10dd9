"""The SOP as a workbook: merged cells, identity and procedure on one or two sheets, shapes in the drawing part."""

import io
import random
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from benchmarks.gaya import nomori
from benchmarks.halaman.html import nilai_identitas
from benchmarks.halaman.isi import Isi
from benchmarks.halaman.kantor import Bagan, baris_teks, huruf_kantor, susun
from benchmarks.halaman.rupa import Rupa
from benchmarks.halaman.xlsx_bentuk import gambar
from benchmarks.kepala import PASANGAN

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MM_PER_CHAR = 1.852  # seven pixels
LEBAR_MM = 270.0


@dataclass
class _Lembar:
    """A sheet being written, with its style."""

    ws: Any
    rupa: Rupa
    nama: str
    pt: float = 0.0

    def tulis(
        self,
        row: int,
        col: int,
        text: str,
        *,
        ke_row: int = 0,
        ke_col: int = 0,
        tebal: bool = False,
        rata: str = "left",
        tegak: str = "top",
        batas: bool = True,
        isi: str = "",
        putar: int = 0,
    ) -> None:
        """Write and merge; every cell of the range gets the border."""
        cell = self.ws.cell(row, col, text or None)
        cell.font = Font(name=self.nama, size=self.pt or self.rupa.ukuran_tabel, bold=tebal)
        cell.alignment = Alignment(wrap_text=True, vertical=tegak, horizontal=rata, text_rotation=putar)
        if isi:
            cell.fill = PatternFill("solid", fgColor=isi)
        ke_row, ke_col = ke_row or row, ke_col or col
        if batas:
            gaya = {"dotted": "dotted", "dashed": "dashed", "double": "double"}
            kind = next(
                (v for k, v in gaya.items() if k in self.rupa.garis),
                "hair" if self.rupa.garis.startswith("0.25") else "thin",
            )
            sisi = Side(style=kind)
            for r in range(row, ke_row + 1):
                for c in range(col, ke_col + 1):
                    self.ws.cell(r, c).border = Border(left=sisi, right=sisi, top=sisi, bottom=sisi)
        if (ke_row, ke_col) != (row, col):
            self.ws.merge_cells(start_row=row, start_column=col, end_row=ke_row, end_column=ke_col)


def buat_xlsx(isi: Isi, rupa: Rupa, rng: random.Random) -> tuple[bytes, Bagan, int]:
    """The XLSX, how its procedure was laid out, and the number of sheets that carry the SOP."""
    bagan = susun(isi, rupa, LEBAR_MM, 0, rng)
    book = openpyxl.Workbook()
    nama, _ = huruf_kantor(rupa)
    satu = rupa.satu_aliran or rupa.kepala == "tanpa"
    ws = book.active
    ws.title = (
        rng.choice(["SOP", "Sheet1", "Prosedur"])
        if satu
        else rng.choice(["IDENTITAS SOP", "COVER", "Sheet1", "Identitas"])
    )
    lembar = _Lembar(ws, rupa, nama)
    awal = rng.choice([1, 1, 2])  # many leave the first column empty
    atas = rng.choice([1, 2, 4])
    if satu:
        _lebar(ws, bagan.lebar, awal)
        if rupa.kepala == "tanpa":
            for line in [*isi.sop.kop, f"SOP {isi.sop.nama}".upper()]:
                lembar.tulis(
                    atas,
                    awal,
                    line,
                    ke_col=awal + len(bagan.lebar) - 1,
                    tebal=True,
                    rata="center",
                    batas=False,
                )
                atas += 1
        else:
            atas = (
                _kepala(
                    lembar,
                    isi,
                    rupa,
                    [(awal + a, awal + b) for a, b in _belah(bagan.lebar)],
                    bagan.lebar,
                    atas,
                    rng,
                )
                + 2
            )
    else:
        lebar = [
            LEBAR_MM * 0.03,
            LEBAR_MM * 0.45,
            LEBAR_MM * 0.03,
            LEBAR_MM * 0.14,
            LEBAR_MM * 0.02,
            LEBAR_MM * 0.33,
        ]
        _lebar(ws, lebar, awal)
        _kepala(
            lembar,
            isi,
            rupa,
            [(awal, awal + 1), (awal + 2, awal + 3), (awal + 4, awal + 4), (awal + 5, awal + 5)],
            lebar,
            atas,
            rng,
        )
        _cetak(ws)
        ws = book.create_sheet(rng.choice(["SOP", "Prosedur", "Sheet2", "FLOWCHART"]))
        lembar = _Lembar(ws, rupa, nama)
        _lebar(ws, bagan.lebar, awal)
        atas = rng.choice([1, 2, 3])
        if rupa.judul_tabel:
            lembar.tulis(
                atas,
                awal,
                isi.sop.nama.upper(),
                ke_col=awal + len(bagan.lebar) - 1,
                tebal=True,
                rata="center",
                batas=False,
            )
            atas += 2
    lembar.pt = bagan.pt
    _prosedur(lembar, bagan, rupa, atas, awal)
    if isi.gaya.tanda_tangan:
        row = atas + len(bagan.tinggi_kepala) + len(bagan.tinggi) + 1
        for line in [isi.sop.pejabat[0], "", "", *isi.sop.pejabat[1:]]:
            lembar.tulis(
                row,
                awal + len(bagan.lebar) - 3,
                line,
                ke_col=awal + len(bagan.lebar) - 1,
                rata="center",
                batas=False,
            )
            row += 1
    _cetak(ws)
    book.properties.created = book.properties.modified = datetime(2024, 1, 1)
    raw = io.BytesIO()
    book.save(raw)
    drawing = gambar(bagan, rupa, atas, awal, rng)
    return _sisip(raw.getvalue(), drawing, len(book.sheetnames)), bagan, len(book.sheetnames)


def _lebar(ws: Any, lebar: list[float], awal: int) -> None:
    if awal > 1:
        ws.column_dimensions["A"].width = 3
    for n, w in enumerate(lebar):
        ws.column_dimensions[get_column_letter(awal + n)].width = w / MM_PER_CHAR


def _cetak(ws: Any) -> None:
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", 9
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)


def _belah(lebar: list[float]) -> list[tuple[int, int]]:
    """Ranges of the procedure's columns that serve as logo, label, colon and value of the identity."""
    n = len(lebar)
    tengah = next(k for k in range(1, n) if sum(lebar[:k]) > LEBAR_MM * 0.42)
    return [(0, tengah - 1), (tengah, tengah + 1), (tengah + 2, tengah + 2), (tengah + 3, n - 1)]


def _kepala(
    lembar: _Lembar,
    isi: Isi,
    rupa: Rupa,
    kolom: list[tuple[int, int]],
    lebar: list[float],
    row: int,
    rng: random.Random,
) -> int:
    """Identity and boxes; the row after them."""
    rows = nilai_identitas(isi, rupa, rng)
    kop, lab, titik, nilai = kolom
    awal = row
    for key, label, lines in rows:
        lines = lines or [""]
        rata = "center" if key == "disahkan_oleh" and len(lines) > 1 else "left"
        lembar.tulis(row, lab[0], label, ke_col=lab[1], tebal=rupa.tebal_label)
        teks = "\n".join(lines)
        if rupa.sel_label == 3:
            lembar.tulis(row, titik[0], ":", ke_col=titik[1])
            lembar.tulis(row, nilai[0], teks, ke_col=nilai[1], rata=rata)
        else:
            depan = rupa.titik_dua if teks and rata == "left" else ""
            lembar.tulis(row, titik[0], depan + teks, ke_col=nilai[1], rata=rata)
        lembar.ws.row_dimensions[row].height = max(15.0, 13.5 * len(lines), 13.5 * (1 + len(teks) // 45))
        row += 1
    lembar.tulis(
        awal,
        kop[0],
        "\n".join(isi.sop.kop),
        ke_row=row - 1,
        ke_col=kop[1],
        tebal=True,
        rata="center",
        tegak="center",
    )
    _, metrik = huruf_kantor(rupa)
    kiri, kanan = kop, (lab[0], nilai[1])
    per_baris = rng.random() < 0.4
    for pair in PASANGAN:
        for key, (a, b) in zip(pair, (kiri, kanan), strict=True):
            lembar.tulis(
                row, a, isi.gaya.label[key] + isi.gaya.titikdua.rstrip(), ke_col=b, tebal=rupa.tebal_label
            )
        row += 1
        items = [nomori(isi.sop.kotak[key], isi.gaya.penanda[key] or "1.") for key in pair]
        if per_baris:
            for n in range(max(1, len(items[0]), len(items[1]))):
                tinggi = 1
                for texts, (a, b) in zip(items, (kiri, kanan), strict=True):
                    teks = texts[n] if n < len(texts) else ""
                    lembar.tulis(row, a, teks, ke_col=b)
                    mm = sum(lebar[a - kolom[0][0] : b - kolom[0][0] + 1]) - 3
                    tinggi = max(tinggi, baris_teks([teks], mm, metrik, rupa.ukuran_tabel))
                lembar.ws.row_dimensions[row].height = 14.0 * tinggi
                row += 1
        else:
            tinggi = 1
            for texts, (a, b) in zip(items, (kiri, kanan), strict=True):
                lembar.tulis(row, a, "\n".join(texts), ke_col=b)
                mm = sum(lebar[a - kolom[0][0] : b - kolom[0][0] + 1]) - 3
                tinggi = max(tinggi, baris_teks(texts, mm, metrik, rupa.ukuran_tabel))
            lembar.ws.row_dimensions[row].height = min(400.0, 14.0 * tinggi)
            row += 1
    return row


def _prosedur(lembar: _Lembar, bagan: Bagan, rupa: Rupa, atas: int, awal: int) -> None:
    warna = rupa.isi_kepala[1:] if rupa.isi_kepala else ""
    for s in bagan.kepala:
        putar = 90 if rupa.kepala_putar and s.baris == 1 else 0
        lembar.tulis(
            atas + s.baris,
            awal + s.kolom,
            s.teks[0],
            ke_row=atas + s.baris + s.turun - 1,
            ke_col=awal + s.kolom + s.bentang - 1,
            tebal=rupa.tebal_kepala,
            rata="center",
            tegak="center",
            isi=warna,
            putar=putar,
        )
    for n, h in enumerate(bagan.tinggi_kepala):
        lembar.ws.row_dimensions[atas + n].height = h / 25.4 * 72
    badan = atas + len(bagan.tinggi_kepala)
    for n, cells in enumerate(bagan.baris):
        for s in cells:
            if s.turun:
                rata = "center" if s.jenis == "n" else "left"
                lembar.tulis(
                    badan + n,
                    awal + s.kolom,
                    "\n".join(s.teks),
                    ke_row=badan + n + s.turun - 1,
                    rata=rata,
                    tegak="center" if rupa.tegak == "middle" else "top",
                )
        lembar.ws.row_dimensions[badan + n].height = bagan.tinggi[n] / 25.4 * 72


def _sisip(raw: bytes, gambar: str, nomor: int) -> bytes:
    """The workbook with a drawing part on sheet ``nomor``; fixed times, so that the bytes repeat."""
    out = io.BytesIO()
    sheet = f"xl/worksheets/sheet{nomor}.xml"
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "docProps/core.xml":
                text = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2024-01-01T00:00:00Z", text)
            elif name == sheet:
                text = text.replace(
                    b"</worksheet>", f'<drawing xmlns:r="{R}" r:id="rIdG"/></worksheet>'.encode()
                )
            elif name == "[Content_Types].xml":
                tipe = b'<Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>'
                text = text.replace(b"</Types>", tipe)
            _isi_zip(new, name, text)
        _isi_zip(new, "xl/drawings/drawing1.xml", gambar.encode())
        rels = f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdG" Type="{R}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
        _isi_zip(new, f"xl/worksheets/_rels/sheet{nomor}.xml.rels", rels.encode())
    return out.getvalue()


def _isi_zip(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)

"""The clean document as XLSX: two worksheets from templates, drawings over the procedure, print settings."""

from itertools import groupby
from pathlib import Path
from typing import Final

from normalizers.model import Sop
from pipeline.bentuk import BENTUK_BAKU, Bentuk
from pipeline.data import table
from pipeline.outputs.lembar_kerja import Gabung, LembarKerja, Sel, lembar_kerja
from pipeline.outputs.ooxml import zipped
from pipeline.outputs.render import render

GAYA: Final = (
    "biasa", "kop", "isi", "tengah", "tebal", "judul_kotak", "butir", "butir_akhir", "judul", "kepala", "kepala_tegak",
    "sel", "sel_tengah", "catatan",
)  # fmt: skip
"""Names of the cell styles, in the order of ``styles.xml``."""
_EMU: Final = 12700
_PX_PER_PT: Final = 96 / 72
_PARTS: Final = {
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "rels",
    "docProps/core.xml": "core",
    "xl/workbook.xml": "workbook",
    "xl/_rels/workbook.xml.rels": "workbook_rels",
    "xl/styles.xml": "styles",
    "xl/worksheets/_rels/sheet2.xml.rels": "sheet_rels",
    "xl/drawings/drawing1.xml": "drawing",
}


def xlsx(sop: Sop, bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """The document as a workbook: the same SOP, the same bytes."""
    lembar, identitas, prosedur = lembar_kerja(sop, bentuk)
    kertas = (lembar.kertas_identitas, lembar.kertas_prosedur)
    konteks = {
        "lembar": lembar,
        "gaya": {name: number for number, name in enumerate(GAYA)},
        "huruf": round(lembar.tabel.tata.huruf * 2) / 2,
        "kata": table("dokumen"),
        "buku": (identitas, prosedur),
        "gambar": prosedur.gambar,
        "disimpulkan": lembar.tabel.disimpulkan,
        "emu": lambda points: round(points * _EMU),
    }
    parts = {name: _part(template, bentuk.templat, konteks) for name, template in _PARTS.items()}
    for number, (sheet, paper) in enumerate(zip((identitas, prosedur), kertas, strict=True), start=1):
        own = konteks | {
            "isi": sheet,
            "kertas": paper,
            "ukuran": bentuk.kertas,
            "kolom": [_width(points) for points in sheet.lebar],
            "baris": _rows(sheet),
            "gabung": [_range(merged) for merged in sheet.gabung],
            "bergambar": number == 2 and bool(prosedur.gambar),
        }
        parts[f"xl/worksheets/sheet{number}.xml"] = _part("sheet", bentuk.templat, own)
    return zipped(parts)


def _part(template: str, rupa: Path | None, konteks: dict[str, object]) -> bytes:
    return render(f"sop.xlsx/{template}.xml.j2", rupa, **konteks).encode()


def _rows(sheet: LembarKerja) -> list[tuple[int, float, list[tuple[str, Sel]]]]:
    """Number from 1, height, and cells with their names, of each row."""
    cells = {row: list(group) for row, group in groupby(sorted(sheet.sel), key=lambda s: s.baris)}
    return [
        (row + 1, round(height, 2), [(f"{_letters(c.kolom)}{row + 1}", c) for c in cells.get(row, ())])
        for row, height in enumerate(sheet.tinggi)
    ]


def _width(points: float) -> float:
    """A column's width as Excel keeps it: in digits of the normal style, each 7 pixels, with 5 around them."""
    return round(max(0.0, points * _PX_PER_PT - 5) / 7, 4)


def _range(merged: Gabung) -> str:
    return f"{_letters(merged.kiri)}{merged.atas + 1}:{_letters(merged.kanan)}{merged.bawah + 1}"


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

"""The clean document as XLSX: two worksheets from templates, drawings over them, print settings."""

from base64 import b64decode
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Final, TypeVar

from normalizers.model import Sop
from pipeline.bentuk import BENTUK_BAKU, Bentuk
from pipeline.data import table
from pipeline.outputs.kerja import Gabung, Gaya, Huruf, LembarKerja, Tepi, Untai, digit
from pipeline.outputs.kerja_identitas import identitas
from pipeline.outputs.kerja_prosedur import prosedur
from pipeline.outputs.lembar import Lembar, susun
from pipeline.outputs.ooxml import zipped
from pipeline.outputs.render import render

T = TypeVar("T")

_EMU: Final = 12700
_JUDUL_KAKI: Final = 120
"""A foot may have 255 characters; of a long title so many are shown."""
_BIASA: Final = Huruf(10.0)
"""The type of the normal style, by whose digits widths of columns are counted."""
_TEMA: Final = "sop.docx/theme.xml.j2"
"""Workbooks and Word documents have the same theme."""
_PARTS: Final = {
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "rels",
    "docProps/core.xml": "core",
    "xl/workbook.xml": "workbook",
    "xl/_rels/workbook.xml.rels": "workbook_rels",
}


def xlsx(sop: Sop, bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """The document as a workbook: the same SOP, the same bytes."""
    lembar = susun(sop, bentuk)
    buku = (identitas(lembar), prosedur(lembar))
    kertas = (lembar.kertas_identitas, lembar.kertas_prosedur)
    konteks = {
        "lembar": lembar,
        "kata": table("dokumen"),
        "buku": [_di_buku(sheet) for sheet in buku],
        "jenis_logo": lembar.logo.jenis if lembar.logo else "",
        "ukuran": bentuk.kertas,
        "judul_kaki": _kaki(lembar),
        "disimpulkan": lembar.tabel.disimpulkan,
        "emu": lambda points: round(points * _EMU),
    }
    cells = [sel for sheet in buku for sel in sheet.sel]
    looks = _each(sel.gaya for sel in cells)
    written = [(sel.teks, sel.untai) for sel in cells if sel.teks]
    texts = _each(written)
    numbers = ({look: n for n, look in enumerate(looks, start=1)}, {text: n for n, text in enumerate(texts)})
    parts = {name: _part(template, bentuk.templat, konteks) for name, template in _PARTS.items()}
    parts["xl/styles.xml"] = _part("styles", bentuk.templat, konteks | _gaya(looks))
    strings = {"tulisan": texts, "banyak": len(written)}
    parts["xl/sharedStrings.xml"] = _part("strings", bentuk.templat, konteks | strings)
    parts["xl/theme/theme1.xml"] = render(_TEMA, bentuk.templat).encode()
    for number, (sheet, paper) in enumerate(zip(buku, kertas, strict=True), start=1):
        own = konteks | {
            "isi": sheet,
            "nomor": number,
            "kertas": paper,
            "kolom": [round(digit(points), 4) for points in sheet.lebar],
            "baris": _rows(sheet, *numbers),
            "gabung": [_range(merged) for merged in sheet.gabung],
        }
        parts[f"xl/worksheets/sheet{number}.xml"] = _part("sheet", bentuk.templat, own)
        parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = _part("sheet_rels", bentuk.templat, own)
        parts[f"xl/drawings/drawing{number}.xml"] = _part("drawing", bentuk.templat, own)
    if lembar.logo:
        parts["xl/drawings/_rels/drawing1.xml.rels"] = _part("drawing_rels", bentuk.templat, konteks)
        parts[f"xl/media/lambang.{lembar.logo.jenis}"] = b64decode(lembar.logo.isi)
    return zipped(parts)


def _part(template: str, rupa: Path | None, konteks: dict[str, Any]) -> bytes:
    return render(f"sop.xlsx/{template}.xml.j2", rupa, **konteks).encode()


def _di_buku(sheet: LembarKerja) -> dict[str, Any]:
    """What the workbook says of a worksheet: its name, what is printed, and the heading that pages repeat."""
    last = f"${_letters(len(sheet.lebar) - 1)}${len(sheet.tinggi)}"
    ulang = f"${sheet.ulang[0] + 1}:${sheet.ulang[1] + 1}" if sheet.ulang else ""
    return {"nama": sheet.nama, "cetak": f"$A$1:{last}", "ulang": ulang}


def _gaya(looks: Sequence[Gaya]) -> dict[str, Any]:
    """The styles of the cells, by number: fonts, borders, and what makes of them the looks; 0 is the normal style."""
    fonts, borders = _each([_BIASA, *(look.huruf for look in looks)]), _each(look.tepi for look in looks)
    sides = list(zip(Tepi._fields, ("left", "right", "top", "bottom"), strict=True))
    return {
        "huruf": fonts,
        "tepi": [{side: getattr(border, name) for name, side in sides} for border in borders],
        "gaya": [(fonts.index(look.huruf), borders.index(look.tepi), look) for look in looks],
    }


def _each(items: Iterable[T]) -> list[T]:
    """Each once, in the order in which they first come."""
    return list(dict.fromkeys(items))


def _rows(
    sheet: LembarKerja, looks: Mapping[Gaya, int], texts: Mapping[tuple[str, tuple[Untai, ...]], int]
) -> list[tuple[int, float, list[tuple[str, int, int | None]]]]:
    """Number from 1, height, and cells of each row: their names, and their looks and texts by number."""
    cells = {row: list(group) for row, group in groupby(sorted(sheet.sel), key=lambda s: s.baris)}
    return [
        (
            row + 1,
            round(height, 2),
            [
                (f"{_letters(c.kolom)}{row + 1}", looks[c.gaya], texts.get((c.teks, c.untai)))
                for c in cells.get(row, ())
            ],
        )
        for row, height in enumerate(sheet.tinggi)
    ]


def _kaki(lembar: Lembar) -> str:
    """The title as it stands at the foot, where "&" begins a command."""
    judul = lembar.judul
    if len(judul) > _JUDUL_KAKI:
        judul = f"{judul[:_JUDUL_KAKI].rsplit(' ', 1)[0]} …"
    return judul.replace("&", "&&")


def _range(merged: Gabung) -> str:
    return f"{_letters(merged.kiri)}{merged.atas + 1}:{_letters(merged.kanan)}{merged.bawah + 1}"


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name

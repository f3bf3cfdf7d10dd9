"""The whole set as tables: one CSV per table and one workbook with a sheet for each.

For people with a spreadsheet. The CSV files are UTF-8 with a byte order mark, because without
it Excel takes them for the old Windows encoding; pandas, R and LibreOffice skip the mark. A
cell that a spreadsheet would run as a formula gets an apostrophe before it, in both formats.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from normalizers.model import Sop, Waktu

Cell = str | int | float | bool | None
Record = Mapping[str, Cell]

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Characters that XML 1.0, and so a workbook, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL: Final = 32_767
"""Excel's limit; a longer text is cut in the workbook and whole in the CSV."""
_WIDTHS: Final = (8, 60)
"""Narrowest and widest column of the workbook, in characters."""
_EPOCH: Final = datetime(2000, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

_COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "sop": (
        "id", "berkas", "pemerintah", "unit", "nomor_sop", "nama_sop", "tanggal_pembuatan", "tanggal_revisi",
        "tanggal_efektif", "tanggal_pengesahan", "jabatan", "status", "nama", "pangkat", "nip", "langkah", "menit",
        "galat", "peringatan", "info",
    ),
    "prosedur": (
        "id", "no", "uraian", "pelaksana", "kelengkapan", "waktu", "nilai", "nilai_maks", "satuan", "per", "batas",
        "kalender", "menit", "output", "keterangan",
    ),
    "dasar_hukum": (
        "id", "urutan", "teks", "jenis", "lembaga", "nomor", "tahun", "tentang", "lembaran", "status", "diubah_dengan",
    ),
    "pelaksana": ("id", "urutan", "pelaksana", "nama", "label", "anggota"),
    "temuan": ("id", "kode", "tingkat", "lokasi", "pesan", "usulan"),
}  # fmt: skip
"""Table -> columns. ``id`` is the SOP's in all of them, so that they can be joined."""


def render(sops: Sequence[Sop]) -> dict[str, bytes]:
    """The files of the tables of a run: path relative to OUT -> content, the same bytes for the same SOPs."""
    frames = {
        "sop": _frame("sop", (_sop(sop) for sop in sops)),
        "prosedur": _frame("prosedur", (row for sop in sops for row in _prosedur(sop))),
        "dasar_hukum": _frame("dasar_hukum", (row for sop in sops for row in _dasar_hukum(sop))),
        "pelaksana": _frame("pelaksana", (row for sop in sops for row in _pelaksana(sop))),
        "temuan": _frame("temuan", (row for sop in sops for row in _temuan(sop))),
    }
    files = {f"tables/{name}.csv": _csv(frame) for name, frame in frames.items()}
    return files | {"tables/sopbaku.xlsx": _workbook(frames)}


def harmless(cell: Cell) -> Cell:
    """The cell as it may stand in a spreadsheet: no formula, no character that cannot be written."""
    if not isinstance(cell, str):
        return cell
    text = _UNWRITABLE.sub("", cell)
    return f"'{text}" if _FORMULA.match(text) else text


def _frame(name: str, records: Iterable[Record]) -> pd.DataFrame:
    columns = _COLUMNS[name]
    rows = [[harmless(record[column]) for column in columns] for record in records]
    # As objects: pandas would make 2014.0 of a year in a column with gaps.
    return pd.DataFrame(rows, columns=list(columns), dtype=object)


def _sop(sop: Sop) -> Record:
    official = sop.identitas.disahkan_oleh
    levels = [temuan.tingkat for temuan in sop.temuan]
    minutes = [step.waktu.menit for step in sop.prosedur if step.waktu and step.waktu.menit is not None]
    return {
        "id": sop.id,
        "berkas": sop.sumber.berkas,
        **sop.instansi.model_dump(),
        **sop.identitas.model_dump(exclude={"disahkan_oleh"}),
        **official.model_dump(),
        "langkah": len(sop.prosedur),
        "menit": sum(minutes) if minutes else None,
        "galat": levels.count("galat"),
        "peringatan": levels.count("peringatan"),
        "info": levels.count("info"),
    }


def _prosedur(sop: Sop) -> Iterator[Record]:
    names = {actor.id: actor.nama for actor in sop.pelaksana}
    for step in sop.prosedur:
        waktu = step.waktu or Waktu(teks="")
        yield {
            "id": sop.id,
            "no": step.no,
            "uraian": step.uraian,
            "pelaksana": "; ".join(names.get(mark.id, mark.id) for mark in step.pelaksana or ()) or None,
            "kelengkapan": step.kelengkapan,
            "waktu": waktu.teks or None,
            **waktu.model_dump(exclude={"teks"}),
            "kalender": waktu.kalender if step.waktu else None,
            "output": step.output,
            "keterangan": step.keterangan,
        }


def _dasar_hukum(sop: Sop) -> Iterator[Record]:
    for number, dasar in enumerate(sop.dasar_hukum, start=1):
        entries = (f"{e.jenis} {e.tahun or ''} Nomor {e.nomor}".replace("  ", " ") for e in dasar.lembaran)
        changes = (f"{u.jenis or ''} {u.nomor}/{u.tahun or ''}".strip(" /") for u in dasar.diubah_dengan)
        yield {
            "id": sop.id,
            "urutan": number,
            **dasar.model_dump(exclude={"lembaran", "diubah_dengan"}),
            "lembaran": "; ".join(entries) or None,
            "diubah_dengan": "; ".join(changes) or None,
        }


def _pelaksana(sop: Sop) -> Iterator[Record]:
    for number, actor in enumerate(sop.pelaksana, start=1):
        yield {
            "id": sop.id,
            "urutan": number,
            "pelaksana": actor.id,
            "nama": actor.nama,
            "label": actor.label,
            "anggota": "; ".join(actor.anggota) or None,
        }


def _temuan(sop: Sop) -> Iterator[Record]:
    for temuan in sop.temuan:
        yield {"id": sop.id, **temuan.model_dump()}


def _csv(frame: pd.DataFrame) -> bytes:
    return frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _workbook(frames: Mapping[str, pd.DataFrame]) -> bytes:
    book = Workbook(write_only=True)
    for name, frame in frames.items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(frame.columns))}{len(frame) + 1}"
        for position, column in enumerate(frame.columns, start=1):
            sheet.column_dimensions[get_column_letter(position)].width = _width(frame[column], column)
        sheet.append([_heading(sheet, column) for column in frame.columns])
        for row in frame.itertuples(index=False, name=None):
            sheet.append([cell[:_LONGEST_CELL] if isinstance(cell, str) else cell for cell in row])
    buffer = io.BytesIO()
    book.save(buffer)
    return _timeless(buffer.getvalue())


def _heading(sheet: object, column: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, column)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(vertical="top")
    return cell


def _width(cells: Iterable[Cell], heading: str) -> int:
    longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
    low, high = _WIDTHS
    return min(max(longest, len(heading), low) + 2, high)


def _timeless(workbook: bytes) -> bytes:
    """The workbook without the hour of its making, in its properties and in the archive's entries."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>" + _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)
            entry = zipfile.ZipInfo(name, _EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return buffer.getvalue()

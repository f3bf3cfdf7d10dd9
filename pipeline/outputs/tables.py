"""The whole set as tables: CSV and Parquet for each, one workbook and one SQLite file with all.

CSV and workbook are for people with a spreadsheet. The CSV files are UTF-8 with a byte order mark, because without
it Excel takes them for the old Windows encoding; pandas, R and LibreOffice skip the mark. A
cell that a spreadsheet would run as a formula gets an apostrophe before it, in both formats; Parquet and SQLite hold the
values as they are.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from normalizers.model import Sop
from pipeline.compare.himpunan import Himpunan, himpunan
from pipeline.compare.kartu import semua
from pipeline.outputs import parquet, sqlite
from pipeline.outputs.rekaman import TABEL, Cell, columns, rows

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
# Characters that XML 1.0, and so a workbook, cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_CELL: Final = 32_767
"""Excel's limit; a longer text is cut in the workbook and whole in the CSV."""
_WIDTHS: Final = (8, 60)
"""Narrowest and widest column of the workbook, in characters."""
_EPOCH: Final = datetime(2000, 1, 1)
_MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render(sops: Sequence[Sop], satu: Himpunan | None = None) -> dict[str, bytes]:
    """The files of the tables of a run: path relative to OUT -> content, the same bytes for the same SOPs.

    Args:
        sops: of the run.
        satu: the set that they make, where it is known already.
    """
    satu = satu or himpunan(semua(sops))
    files: dict[str, bytes] = {}
    book = Workbook(write_only=True)
    for name in TABEL:
        # One table after the other: the rows of a large set need not all be in memory together.
        found = rows(name, sops, satu)
        frame = _frame(name, found)
        files[f"tables/{name}.csv"] = _csv(frame)
        files[f"tables/{name}.parquet"] = parquet.render(columns(name), found)
        _sheet(book, name, frame)
    database = sqlite.render((name, columns(name), rows(name, sops, satu)) for name in TABEL)
    return files | {"tables/sopbaku.xlsx": _saved(book), "tables/sopbaku.sqlite": database}


def harmless(cell: Cell) -> Cell:
    """The cell as it may stand in a spreadsheet: no formula, no character that cannot be written."""
    if not isinstance(cell, str):
        return cell
    text = _UNWRITABLE.sub("", cell)
    return f"'{text}" if _FORMULA.match(text) else text


def _frame(name: str, found: Sequence[tuple[Cell, ...]]) -> pd.DataFrame:
    # As objects: pandas would make 2014.0 of a year in a column with gaps.
    return pd.DataFrame(
        [[harmless(cell) for cell in row] for row in found], columns=list(columns(name)), dtype=object
    )


def _csv(frame: pd.DataFrame) -> bytes:
    return frame.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _sheet(book: Workbook, name: str, frame: pd.DataFrame) -> None:
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(frame.columns))}{len(frame) + 1}"
    for position, column in enumerate(frame.columns, start=1):
        sheet.column_dimensions[get_column_letter(position)].width = _width(frame[column], column)
    sheet.append([_heading(sheet, column) for column in frame.columns])
    for row in frame.itertuples(index=False, name=None):
        sheet.append([cell[:_LONGEST_CELL] if isinstance(cell, str) else cell for cell in row])


def _saved(book: Workbook) -> bytes:
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

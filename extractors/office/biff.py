"""Old workbooks (BIFF, .xls) as worksheets. The one door to xlrd."""

import io
import struct
from collections.abc import Iterator
from typing import Any

import xlrd
from xlrd.compdoc import CompDocError

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.office.biff_drawings import drawings
from extractors.office.sheet_model import MAX_LENGTH, MAX_TEXTS, Area, Axis, Worksheet, axis
from extractors.office.sheet_numbers import UMUM, shown, written
from extractors.office.sheet_styles import Style

_TWIP = 1 / 20
_DIGIT = 7 * 0.75
_PADDING = 5 * 0.75
"""Points beside the digits that the usual width of columns counts; other widths include it."""
_USUAL_DIGITS = 8
_USUAL_HEIGHT = 12.75
_PRINT_AREA = "Print_Area"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (
    xlrd.XLRDError, CompDocError, struct.error, AssertionError, LookupError, ValueError, TypeError,
    AttributeError, OverflowError, EOFError, NotImplementedError, RecursionError,
)  # fmt: skip


def worksheets(data: bytes) -> list[Worksheet]:
    """The worksheets of an old workbook in the order of their tabs.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted, or no workbook.
        BerkasTerlaluBesar: far more texts than a form has.
    """
    if _ENCRYPTED in data:
        raise _encrypted()
    try:
        # What xlrd has to say about odd files is of no use to anybody here.
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO()
        )
        return list(_worksheets(book, data))
    except _BROKEN as error:
        if "encrypted" in str(error).casefold():
            raise _encrypted() from error
        raise BerkasTidakTerbaca(
            "berkas Excel lama (XLS) rusak atau terpotong: isinya tidak dapat dibuka"
        ) from error


def _encrypted() -> BerkasTidakTerbaca:
    return BerkasTidakTerbaca("berkas Office terkunci kata sandi: buka kuncinya lalu simpan ulang")


def _worksheets(book: Any, data: bytes) -> Iterator[Worksheet]:
    styles = [_style(book, entry) for entry in book.xf_list]
    printed = _print_areas(book)
    room = MAX_TEXTS
    for number, sheet in enumerate(book.sheets()):
        columns, rows = _columns(sheet), _rows(sheet)
        texts: dict[tuple[int, int], str] = {}
        bordered: dict[int, tuple[int, int]] = {}
        wrapped: set[tuple[int, int]] = set()
        for row, column in _places(sheet):
            style = _style_of(styles, sheet.cell_xf_index(row, column))
            if style.bordered:
                first, last = bordered.get(row, (column, column))
                bordered[row] = min(first, column), max(last, column)
            text = _text(
                sheet.cell_type(row, column), sheet.cell_value(row, column), style, bool(book.datemode)
            )
            if text.strip():
                texts[row, column] = text
                wrapped.update([(row, column)] if style.wrapped else [])
            if len(texts) > room:
                raise BerkasTerlaluBesar("buku kerja Excel memuat terlalu banyak sel berisi untuk sebuah SOP")
        room -= len(texts)
        yield Worksheet(
            sheet.name,
            texts,
            columns,
            rows,
            tuple(
                Area(row, column, below - 1, right - 1) for row, below, column, right in sheet.merged_cells
            ),
            bordered,
            frozenset(wrapped),
            printed.get(number, ()),
            tuple(drawings(data, number, columns, rows)),
            sheet.visibility != 0,
        )


def _places(sheet: Any) -> Iterator[tuple[int, int]]:
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            if sheet.cell_type(row, column) != xlrd.XL_CELL_EMPTY:
                yield row, column


def _style(book: Any, entry: Any) -> Style:
    known = book.format_map.get(entry.format_key)
    sides = (f"{side}_line_style" for side in ("left", "right", "top", "bottom"))
    return Style(
        known.format_str if known is not None else UMUM,
        any(getattr(entry.border, side, 0) for side in sides),
        bool(getattr(entry.alignment, "text_wrapped", 0)),
    )


def _style_of(styles: list[Style], index: int | None) -> Style:
    return styles[index] if index is not None and 0 <= index < len(styles) else Style()


def _text(kind: int, value: Any, style: Style, from_1904: bool) -> str:
    if kind == xlrd.XL_CELL_TEXT:
        return written(str(value)[:MAX_LENGTH].replace("\r\n", "\n").replace("\r", "\n"), style.format)
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        return shown(float(value), style.format, from_1904)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return "BENAR" if value else "SALAH"
    return ""


def _columns(sheet: Any) -> Axis:
    digits = sheet.defcolwidth or _USUAL_DIGITS
    usual = sheet.standardwidth / 256 * _DIGIT if sheet.standardwidth else digits * _DIGIT + _PADDING
    infos = sheet.colinfo_map.items()
    return axis(usual, ((at, at, 0.0 if info.hidden else info.width / 256 * _DIGIT) for at, info in infos))


def _rows(sheet: Any) -> Axis:
    usual = (sheet.default_row_height or 0) * _TWIP or _USUAL_HEIGHT
    infos = sheet.rowinfo_map.items()
    heights = ((at, 0.0 if info.hidden else (info.height or 0) * _TWIP or usual) for at, info in infos)
    return axis(0.0 if sheet.default_row_hidden else usual, ((at, at, height) for at, height in heights))


def _print_areas(book: Any) -> dict[int, tuple[Area, ...]]:
    """Number of a worksheet -> its print area; one that is no plain range is left out."""
    found: dict[int, tuple[Area, ...]] = {}
    for name in book.name_obj_list:
        if not name.builtin or name.name != _PRINT_AREA or name.scope < 0:
            continue
        try:
            _, row, below, column, right = name.area2d()
        except _BROKEN:
            continue
        found[name.scope] = (Area(row, column, below - 1, right - 1),)
    return found

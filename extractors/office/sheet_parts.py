"""The parts of an XLSX package as worksheets: shared texts, shown numbers, sizes, merged cells, borders, print areas."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.office.package import Element, Package
from extractors.office.sheet_drawings import shapes_of
from extractors.office.sheet_model import MAX_LENGTH, MAX_TEXTS, Area, Axis, Shape, Worksheet, axis
from extractors.office.sheet_numbers import shown, written
from extractors.office.sheet_styles import Style, styles
from extractors.office.sheet_vml import old_shapes
from extractors.office.wordml import at, local, number

MAX_SHEETS = 200
_MAX_ROW, _MAX_COLUMN = 1_048_575, 16_383
_MAX_MERGED = 50_000
_DIGIT = 7.0
"""Pixels that the widest digit of the usual fonts takes; widths of columns count digits."""
_PIXEL = 0.75
_USUAL_WIDTH = 64 * _PIXEL
_USUAL_HEIGHT = 15.0
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})?\$?(\d{1,7})?")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PRINT_AREA = "_xlnm.Print_Area"
_TRUE = ("1", "true")


@dataclass(frozen=True, slots=True)
class _Book:
    """What all worksheets share."""

    package: Package
    texts: Sequence[str]
    styles: Sequence[Style]
    from_1904: bool


def worksheets(package: Package) -> list[Worksheet]:
    """The worksheets of a workbook in the order of their tabs; sheets of charts and macros are left out.

    Raises:
        BerkasTidakTerbaca: no workbook, or a part of it is missing or damaged.
        BerkasTerlaluBesar: far more worksheets or texts than a form has.
    """
    main = next(
        (r.target for r in package.relations().values() if r.jenis == "officeDocument"), "xl/workbook.xml"
    )
    if main not in package or local(root := package.xml(main)) != "workbook":
        raise BerkasTidakTerbaca("berkas ini bukan buku kerja Excel (XLSX)")
    related = package.relations(main)
    parts = {relation.jenis: relation.target for relation in related.values() if relation.target in package}
    properties = at(root, "workbookPr")
    book = _Book(
        package,
        _shared(package.xml(parts["sharedStrings"])) if "sharedStrings" in parts else (),
        styles(package.xml(parts["styles"]) if "styles" in parts else None),
        properties is not None and properties.get("date1904") in _TRUE,
    )
    entries = list(root.iterfind("{*}sheets/{*}sheet"))
    if len(entries) > MAX_SHEETS:
        raise BerkasTerlaluBesar(f"buku kerja Excel memuat terlalu banyak lembar: {len(entries)}")
    printed = _print_areas(root)
    found: list[Worksheet] = []
    room = MAX_TEXTS
    for place, entry in enumerate(entries):
        relation = related.get(next((v for k, v in entry.attrib.items() if k.endswith("}id")), ""))
        if relation is None or relation.jenis != "worksheet" or relation.target not in package:
            continue
        worksheet = _worksheet(book, entry, relation.target, printed.get(place, ()), room)
        room -= len(worksheet.texts)
        found.append(worksheet)
    return found


def _shared(root: Element) -> list[str]:
    return [_rich(item) for item in root.iterfind("{*}si")]


def _rich(item: Element) -> str:
    """The text of a string and of all its runs, without reading aids."""
    pieces = (text.text or "" for text in item.iter("{*}t") if local(text.getparent()) != "rPh")
    return _clean("".join(pieces))


def _clean(text: str) -> str:
    text = _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text[:MAX_LENGTH])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _print_areas(root: Element) -> dict[int, tuple[Area, ...]]:
    """Position of a worksheet -> its print area; one that is no plain list of ranges is left out."""
    found = {}
    for name in root.iterfind("{*}definedNames/{*}definedName"):
        if name.get("name") == _PRINT_AREA:
            areas = [_area(part.rpartition("!")[2]) for part in (name.text or "").split(",")]
            if all(areas):
                found[int(number(name.get("localSheetId"), -1))] = tuple(area for area in areas if area)
    return found


def _area(text: str) -> Area | None:
    """The cells of a reference: ``A1``, ``$A$1:$O$38``, ``A:O``."""
    first, _, last = text.strip().partition(":")
    ends = [_REFERENCE.fullmatch(end) for end in (first, last or first)]
    if not first or ends[0] is None or ends[1] is None:
        return None
    (column, row), (last_column, last_row) = (end.groups() for end in ends if end)
    if (column is None) != (last_column is None) or (row is None) != (last_row is None):
        return None
    rows = (int(row) - 1, int(last_row) - 1) if row else (0, _MAX_ROW)
    columns = (_column(column), _column(last_column)) if column else (0, _MAX_COLUMN)
    area = Area(min(rows), min(columns), min(max(rows), _MAX_ROW), min(max(columns), _MAX_COLUMN))
    return area if area.row >= 0 else None


def _column(letters: str) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _worksheet(book: _Book, entry: Element, part: str, printed: tuple[Area, ...], room: int) -> Worksheet:
    root = book.package.xml(part)
    columns, rows = _columns(root), _rows(root)
    texts: dict[tuple[int, int], str] = {}
    bordered: dict[int, tuple[int, int]] = {}
    wrapped: set[tuple[int, int]] = set()
    for (row, column), cell in _cells(root):
        style = _style(book, cell)
        if style.bordered:
            first, last = bordered.get(row, (column, column))
            bordered[row] = min(first, column), max(last, column)
        text = _text(book, cell, style)
        if text.strip():
            texts[row, column] = text
            if style.wrapped:
                wrapped.add((row, column))
        if len(texts) > room:
            raise BerkasTerlaluBesar("buku kerja Excel memuat terlalu banyak sel berisi untuk sebuah SOP")
    return Worksheet(
        entry.get("name") or "",
        texts,
        columns,
        rows,
        _merged(root),
        bordered,
        frozenset(wrapped),
        printed,
        tuple(_shapes(book.package, root, part, columns, rows)),
        entry.get("state", "visible") != "visible",
    )


def _cells(root: Element) -> Iterator[tuple[tuple[int, int], Element]]:
    """The cells with their places; one that does not say where it is follows the one before."""
    row = -1
    for line in root.iterfind("{*}sheetData/{*}row"):
        row = int(number(line.get("r"), row + 2)) - 1
        column = -1
        for cell in line.iterfind("{*}c"):
            place = _area(cell.get("r") or "")
            column = place.column if place else column + 1
            if 0 <= row <= _MAX_ROW and column <= _MAX_COLUMN:
                yield (row, column), cell


def _style(book: _Book, cell: Element) -> Style:
    index = int(number(cell.get("s")))
    return book.styles[index] if 0 <= index < len(book.styles) else Style()


def _text(book: _Book, cell: Element, style: Style) -> str:
    """What a person sees in a cell; nothing for errors and for formulas whose result was not kept."""
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inner = at(cell, "is")
        return written(_rich(inner), style.format) if inner is not None else ""
    value = at(cell, "v")
    raw = (value.text or "") if value is not None else ""
    if not raw or kind == "e":
        return ""
    if kind == "s":
        index = int(number(raw, -1))
        return written(book.texts[index], style.format) if 0 <= index < len(book.texts) else ""
    if kind == "b":
        return "BENAR" if raw.strip() in _TRUE else "SALAH"
    if kind in ("str", "d"):
        return written(_clean(raw), style.format)
    try:
        return shown(float(raw), style.format, book.from_1904)
    except (ValueError, OverflowError):
        return ""


def _columns(root: Element) -> Axis:
    format_ = at(root, "sheetFormatPr")
    usual = _USUAL_WIDTH
    if format_ is not None and format_.get("defaultColWidth"):
        usual = _width(number(format_.get("defaultColWidth")))
    given = []
    for entry in root.iterfind("{*}cols/{*}col"):
        first, last = (int(number(entry.get(name))) - 1 for name in ("min", "max"))
        width = _width(number(entry.get("width"))) if entry.get("width") else usual
        if entry.get("hidden") in _TRUE:
            width = 0.0
        if 0 <= first <= last:
            given.append((first, min(last, _MAX_COLUMN), width))
    return axis(usual, given)


def _width(digits: float) -> float:
    """Points of a width that counts digits, in whole pixels as the programs draw it."""
    return int((256 * digits + int(128 / _DIGIT)) / 256 * _DIGIT) * _PIXEL


def _rows(root: Element) -> Axis:
    format_ = at(root, "sheetFormatPr")
    usual = _USUAL_HEIGHT
    if format_ is not None:
        usual = number(format_.get("defaultRowHeight"), _USUAL_HEIGHT)
        if format_.get("zeroHeight") in _TRUE:
            usual = 0.0
    given, row = [], -1
    for line in root.iterfind("{*}sheetData/{*}row"):
        row = int(number(line.get("r"), row + 2)) - 1
        if line.get("hidden") in _TRUE:
            given.append((row, row, 0.0))
        elif line.get("ht"):
            given.append((row, row, min(max(number(line.get("ht")), 0.0), 2000.0)))
        elif not usual:
            given.append((row, row, _USUAL_HEIGHT))
    return axis(usual, given)


def _merged(root: Element) -> tuple[Area, ...]:
    areas = (_area(entry.get("ref") or "") for entry in root.iterfind("{*}mergeCells/{*}mergeCell"))
    found = tuple(area for area in areas if area)
    if len(found) > _MAX_MERGED:
        raise BerkasTerlaluBesar("lembar kerja Excel memuat terlalu banyak sel gabungan")
    return found


def _shapes(package: Package, root: Element, part: str, columns: Axis, rows: Axis) -> Iterator[Shape]:
    related: Mapping[str, str] = {
        key: relation.target for key, relation in package.relations(part).items() if not relation.luar
    }
    for tag, read in (("drawing", shapes_of), ("legacyDrawing", old_shapes)):
        for entry in root.iterfind("{*}" + tag):
            target = related.get(next((v for k, v in entry.attrib.items() if k.endswith("}id")), ""), "")
            if target in package:
                yield from read(package.xml(target), columns, rows)

"""What was read, drawn over the page: cells, words by confidence, ruled lines, shapes, the flow, for whoever looks for an error."""

from collections.abc import Collection, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from extractors.errors import BukanSop
from extractors.extract import extract
from extractors.pages import Cell, Pages, Table
from extractors.pictures import page_pixels
from extractors.raw import RawSop
from extractors.read import read_bytes
from extractors.sheets import TEKS_PDF, Drawing, Rule, Sheet, Word
from extractors.symbols import Placed
from pipeline.config import Settings
from pipeline.draw_flow import draw_flow
from pipeline.inputs import WrongUseError
from pipeline.lapisan import KERTAS, LEGENDA, TINTA, Lapisan, huruf
from pipeline.run import read_content

SISI_MAKS: Final = 2200
"""Pixels of the long side: enough to tell whether a line of the grid lies on the line of the page."""
_RULE: Final = (30, 110, 220)
_CELLS: Final = ((0, 140, 70), (150, 80, 190), (190, 110, 0))
"""By table, in turn."""
_DRAWING: Final = (210, 0, 130)
_SYMBOL: Final = (230, 60, 0)
_NAMELESS: Final = ("path", "contour")
"""Kinds of drawings that say nothing more than that something was drawn."""
_BLANK: Final = ((255, 255),) * 3
"""The extremes of a picture that shows nothing."""
_SURE: Final = ((0.9, (60, 160, 60)), (0.7, (225, 150, 0)), (0.0, (220, 30, 30)))
"""From which confidence on a word has which colour."""
_ENGINES: Final = {TEKS_PDF: (90, 90, 90), "tesseract": (0, 150, 160), "rapidocr": (170, 0, 200)}
_UNKNOWN_ENGINE: Final = (0, 0, 0)


def draw(
    path: Path, settings: Settings, halaman: Collection[int] = (), teks: bool = False, alur: bool = False
) -> Iterator[tuple[int, bytes]]:
    """PNG pictures of the pages of a file with what was read drawn over them.

    Args:
        path: the input file.
        settings: how it is read.
        halaman: 1-based numbers of the pages wanted; all when empty.
        teks: write the text of each word above it.
        alur: draw the flow alone: symbols, their steps and actors, edges.

    Yields:
        Page number and PNG bytes.

    Raises:
        SopError: the file cannot be read.
        WrongUseError: it has no pages to draw on, or none of those wanted.
    """
    data = read_content(path, settings)
    pages = read_bytes(path.name, data, settings.ocr)
    sheets = {sheet.halaman: sheet for sheet in pages.sheets}
    if not sheets:
        raise WrongUseError(
            f"'{path.name}' tidak punya halaman untuk digambar; yang punya: PDF dan gambar (JPG, PNG, TIFF)."
        )
    wanted = sorted(set(halaman or sheets) & sheets.keys())
    if not wanted:
        raise WrongUseError(f"'{path.name}' hanya punya halaman 1 sampai {max(sheets)}.")
    sops = _sops(pages)

    def drawn(picture: Image.Image, number: int) -> bytes:
        over = flow_overlay(picture, sheets[number], pages, sops) if alur else None
        return _png(over or overlay(picture, sheets[number], pages, teks, sops))

    blank = set(wanted)
    for number, pixels in page_pixels(data, wanted, SISI_MAKS):
        picture = Image.fromarray(pixels)
        picture.thumbnail((SISI_MAKS, SISI_MAKS), Image.Resampling.LANCZOS, reducing_gap=2.0)
        blank.discard(number)
        yield number, drawn(picture, number)
    for number in sorted(blank):  # office files have shapes at places, but no picture of a page
        yield number, drawn(_paper(sheets[number]), number)


def _sops(pages: Pages) -> list[RawSop]:
    """The SOPs of a file with their flow; none where it holds none, its pages can be looked at all the same."""
    try:
        return extract(pages)
    except BukanSop:
        return []


def pages_named(text: str) -> set[int]:
    """The page numbers that ``2``, ``1-3`` or ``1-3,7`` names.

    Raises:
        WrongUseError: it names none.
    """
    numbers: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.partition("-")
        ends = (first, last if dash else first)
        if not all(end.strip().isdecimal() and len(end.strip()) <= 5 for end in ends):
            raise WrongUseError(
                f"Halaman '{text}' tidak dapat dibaca; contoh yang benar: 2, 1-3, atau 1-3,7."
            )
        numbers.update(range(int(ends[0]), int(ends[1]) + 1))
    if not numbers - {0}:
        raise WrongUseError(f"Halaman '{text}' tidak memuat halaman satu pun; halaman dihitung dari 1.")
    return numbers


def overlay(
    picture: Image.Image, sheet: Sheet, pages: Pages, teks: bool = False, sops: Sequence[RawSop] = ()
) -> Image.Image:
    """A page with its sheet drawn over it, and above it a strip that says what is what.

    Args:
        picture: the page as seen in the file.
        sheet: of that page.
        pages: of the file; its tables give the cells.
        teks: write the text of each word above it.
        sops: what was read of the file; their flow is drawn.
    """
    image, page = _laid(picture, sheet)
    cells = list(_cells(pages, sheet.halaman))
    for rule in sheet.rules:
        _draw_rule(page, rule)
    for drawing in sheet.drawings:
        _draw_drawing(page, drawing)
    for word in sheet.words:
        _draw_word(page, word, teks)
    for number, row, cell in cells:
        _draw_cell(page, number, row, cell)
    for placed in pages.simbol:
        if placed.symbol.halaman == sheet.halaman:
            _draw_symbol(page, placed)
    draw_flow(page, pages, sops)
    _draw_legend(page, len({number for number, _, _ in cells}))
    return image


def flow_overlay(picture: Image.Image, sheet: Sheet, pages: Pages, sops: Sequence[RawSop]) -> Image.Image:
    """A page with nothing but the flow drawn over it; arguments as for ``overlay``."""
    image, page = _laid(picture, sheet)
    if picture.getextrema() == _BLANK:  # an office file: what it draws is not in the picture
        for drawing in sheet.drawings:
            _draw_drawing(page, drawing)
    for placed in pages.simbol:
        if placed.symbol.halaman == sheet.halaman:
            _draw_symbol(page, placed)
    draw_flow(page, pages, sops)
    _draw_legend(page, 0)
    return image


def _laid(picture: Image.Image, sheet: Sheet) -> tuple[Image.Image, Lapisan]:
    """A page below room for the strip, and what draws on it."""
    image = Image.new("RGB", (picture.width, picture.height + LEGENDA), KERTAS)
    image.paste(picture, (0, LEGENDA))
    return image, Lapisan(ImageDraw.Draw(image, "RGBA"), sheet, picture.width, picture.height)


def _cells(pages: Pages, halaman: int) -> Iterator[tuple[int, int, Cell]]:
    """The cells on a page with the number of their table and of their row in it, both from 0."""
    tables = [block for block in pages.blocks if isinstance(block, Table)]
    for number, table in enumerate(tables):
        for at, row in enumerate(table.rows):
            yield from ((number, at, cell) for cell in row.cells if cell.box and cell.halaman == halaman)


def _draw_rule(page: Lapisan, rule: Rule) -> None:
    ends = (
        ((rule.at, rule.start), (rule.at, rule.end))
        if rule.tegak
        else ((rule.start, rule.at), (rule.end, rule.at))
    )
    page.pen.line([page.point(*end) for end in ends], fill=(*_RULE, 170), width=3)


def _draw_drawing(page: Lapisan, drawing: Drawing) -> None:
    points = [page.point(x, y) for x, y in drawing.points]
    if drawing.closed and points:
        points.append(points[0])
    outline = points if len(points) > 1 else page.outline(drawing.box)
    page.pen.line(outline, fill=(*_DRAWING, 200), width=3)
    if drawing.jenis not in _NAMELESS:
        x, y = page.point(drawing.box.x0, drawing.box.y0)
        page.pen.text((x + 2, y - 13), drawing.jenis, fill=_DRAWING, font=huruf(12))


def _draw_symbol(page: Lapisan, placed: Placed) -> None:
    """The box of a symbol; a thin one where it stands in no cell of an actor."""
    symbol = placed.symbol
    outline = page.outline(symbol.box)
    page.pen.line(outline, fill=(*_SYMBOL, 230), width=4 if placed.offsets else 2)
    name: str = symbol.simbol or "simbol?"
    name += "*" * symbol.asing + (f" {symbol.keyakinan:.2f}" if symbol.keyakinan < 1 else "")
    x, y = outline[3][0], outline[3][1] + 2
    page.label((x, y), name, _SYMBOL)


def _draw_word(page: Lapisan, word: Word, teks: bool) -> None:
    colour = next(colour for least, colour in _SURE if word.keyakinan >= least or least == 0.0)
    outline = page.outline(word.box)
    page.pen.polygon(outline[:4], fill=(*colour, 40))
    page.pen.line(outline, fill=(*colour, 220), width=1)
    page.pen.line(outline[2:4], fill=_ENGINES.get(word.mesin, _UNKNOWN_ENGINE), width=2)
    if teks:
        x, y = outline[0]
        page.pen.text((x, y - 11), word.text, fill=TINTA, font=huruf(11))


def _draw_cell(page: Lapisan, number: int, row: int, cell: Cell) -> None:
    assert cell.box is not None
    colour = _CELLS[number % len(_CELLS)]
    outline = page.outline(cell.box)
    page.pen.line(outline, fill=(*colour, 230), width=2)
    name = f"{row},{cell.column}" + (f"-{cell.column + cell.width - 1}" if cell.width > 1 else "")
    # The lower right corner: text begins at the upper left one.
    x, y = outline[2][0] - 3 - page.pen.textlength(name, font=huruf(13)), outline[2][1] - 16
    page.label((x, y), name, colour)


def _draw_legend(page: Lapisan, tables: int) -> None:
    sheet = page.sheet
    source = "dibaca dari piksel" if sheet.pindaian else "dari lapisan teks"
    said = [
        f"halaman {sheet.halaman}, {source}",
        f"{len(sheet.words)} kata, {len(sheet.rules)} garis, {len(sheet.drawings)} gambar, {tables} tabel",
        *sheet.catatan,
    ]
    page.pen.text((6, 4), "  |  ".join(said), fill=TINTA, font=huruf(15))
    keys: Sequence[tuple[str, tuple[int, int, int]]] = (
        ("garis", _RULE),
        ("sel: baris,kolom", _CELLS[0]),
        ("gambar", _DRAWING),
        ("simbol", _SYMBOL),
        *((f"kata >= {least:.1f}", colour) for least, colour in _SURE),
        *((f"_ {engine}", colour) for engine, colour in _ENGINES.items()),
    )
    x = 6.0
    for name, colour in keys:
        page.pen.text((x, 24), name, fill=colour, font=huruf(14))
        x = page.pen.textbbox((x, 24), name, font=huruf(14))[2] + 18


def _paper(sheet: Sheet) -> Image.Image:
    """White paper of the shape of a sheet."""
    scale = SISI_MAKS / max(sheet.width, sheet.height, 1.0)
    return Image.new("RGB", (max(1, round(sheet.width * scale)), max(1, round(sheet.height * scale))), KERTAS)


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=1)
    return out.getvalue()

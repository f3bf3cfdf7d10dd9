"""PDF: each page by its text layer where that can be trusted, by its pixels where not."""

from typing import TYPE_CHECKING

from extractors.composing.compose import pages_of
from extractors.composing.wide_sheets import across
from extractors.errors import BerkasTidakTerbaca
from extractors.pages import Pages
from extractors.sheets import Ketelitian, Sheet
from extractors.tables.open_columns import closed
from extractors.tables.open_tables import lined

if TYPE_CHECKING:
    from extractors.vector.document import Document


def claims(_: str, head: bytes) -> bool:
    """Whether a file begins like a PDF; some programs put a few bytes before the mark."""
    return b"%PDF-" in head[:1024]


def read(data: bytes, ketelitian: Ketelitian = "cepat") -> Pages:
    """The pages of a PDF.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted or no PDF at all.
        BerkasTerlaluBesar: more or larger pages than can be read.
    """
    # What reads pages brings large libraries, which a run over texts does without.
    from extractors.vector.document import open_pdf

    with open_pdf(data) as document:
        sheets = [_sheet(document, number, ketelitian) for number in range(1, document.pages + 1)]
    jenis = "pindaian" if sum(sheet.pindaian for sheet in sheets) * 2 > len(sheets) else "pdf"
    return pages_of(jenis, across(sheets))


def _sheet(document: "Document", number: int, ketelitian: Ketelitian) -> Sheet:
    from extractors.vector.page import sheet_of
    from extractors.vector.quality import is_searchable_scan, is_trustworthy

    if not is_searchable_scan(document.content(number)):
        drawn = sheet_of(document, number)
        if is_trustworthy(document, number, drawn):
            return _with_pictures(document, closed(lined(drawn)), ketelitian)
    from extractors.scans.scan import sheet_of_picture

    return sheet_of_picture(document.picture(number), number, ketelitian)


def _with_pictures(document: "Document", sheet: Sheet, ketelitian: Ketelitian) -> Sheet:
    """The sheet with the text of its pictures; as it is where no engine is there to read them."""
    if not any(drawing.jenis == "image" for drawing in sheet.drawings):
        return sheet
    from extractors.scans.pasted import DPI, pictures_of_text, with_pasted

    boxes = pictures_of_text(sheet)
    try:
        return with_pasted(sheet, boxes, lambda: document.render(sheet.halaman, DPI), ketelitian)
    except BerkasTidakTerbaca:
        return sheet

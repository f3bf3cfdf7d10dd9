"""PDF: each page by its text layer where that can be trusted, by its pixels where not."""

from extractors.compose import pages_of
from extractors.pages import Pages
from extractors.sheets import Ketelitian, Sheet


def claims(_: str, head: bytes) -> bool:
    """Whether a file begins like a PDF; some programs put a few bytes before the mark."""
    return b"%PDF-" in head[:1024]


def read(data: bytes, ketelitian: Ketelitian = "cepat") -> Pages:
    """The pages of a PDF.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted or no PDF at all.
        BerkasTerlaluBesar: more or larger pages than can be read.
    """
    # These bring large libraries, which a run over texts does without.
    from extractors.raster.sheet import sheet_of_picture
    from extractors.vector.document import Document, open_pdf
    from extractors.vector.page import sheet_of
    from extractors.vector.quality import is_trustworthy

    def sheet(document: Document, number: int) -> Sheet:
        drawn = sheet_of(document, number)
        if is_trustworthy(document, number, drawn):
            return drawn
        return sheet_of_picture(document.picture(number), number, ketelitian)

    with open_pdf(data) as document:
        sheets = [sheet(document, number) for number in range(1, document.pages + 1)]
    jenis = "pindaian" if sum(s.pindaian for s in sheets) * 2 > len(sheets) else "pdf"
    return pages_of(jenis, sheets)

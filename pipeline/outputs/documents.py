"""The clean SOP document as HTML, PDF and DOCX: pure functions from a canonical SOP to text or bytes.

Same SOP, same output, on any machine: no clock, no system fonts, fixed times inside the archives.
"""

from typing import Any

from normalizers.model import Sop
from pipeline.data import table
from pipeline.outputs import kolom, lembar
from pipeline.outputs.ooxml import pack
from pipeline.outputs.render import render
from pipeline.outputs.typst import compile_pdf


def html(sop: Sop) -> str:
    """One self-contained page, printable on A4."""
    isi = lembar.susun(sop)
    return render("sop.html.j2", lembar=isi, kaki=_css_string(isi.judul), **constants())


def pdf(sop: Sop) -> bytes:
    """PDF with embedded fonts, tagged, without dates."""
    return compile_pdf(lembar.susun(sop), constants())


def docx(sop: Sop) -> bytes:
    """A Word document with real tables, named styles and page number fields."""
    return pack(lembar.susun(sop), constants())


def constants() -> dict[str, Any]:
    """Wording and measures that no SOP changes."""
    return {
        "kata": table("dokumen"),
        "SISI": kolom.SISI,
        "SISI_KOTAK": lembar.SISI_KOTAK,
        "KOLOM_IDENTITAS": lembar.KOLOM_IDENTITAS,
        "RUANG_TANDA_TANGAN": lembar.RUANG_TANDA_TANGAN,
        "TANDA": lembar.TANDA,
    }


def _css_string(teks: str) -> str:
    """The text for use between quotes in a style sheet: all but plain letters and digits as code points."""
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in teks)

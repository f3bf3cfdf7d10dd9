"""The clean SOP document as HTML, PDF and DOCX: pure functions from a canonical SOP to text or bytes.

Same SOP, same output, on any machine: no clock, no system fonts, fixed times inside the archives.
"""

from collections.abc import Callable, Mapping

from normalizers.model import Sop
from pipeline.bentuk import BENTUK_BAKU, Bentuk, Format
from pipeline.outputs import lembar
from pipeline.outputs.bpmn import bpmn
from pipeline.outputs.flowchart.svg import page_svg
from pipeline.outputs.mermaid import mermaid
from pipeline.outputs.ooxml import pack
from pipeline.outputs.render import render as template
from pipeline.outputs.tetapan import constants
from pipeline.outputs.typst import compile_pdf
from pipeline.outputs.xlsx import xlsx


def render(sop: Sop, format_: Format, bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """The document as a file of one kind."""
    drawn: Mapping[Format, Callable[[], bytes]] = {
        "html": lambda: html(sop, bentuk).encode(),
        "docx": lambda: docx(sop, bentuk),
        "pdf": lambda: pdf(sop, bentuk),
        "xlsx": lambda: xlsx(sop, bentuk),
        "bpmn": lambda: bpmn(sop).encode(),
        "mermaid": lambda: mermaid(sop).encode(),
    }
    return drawn[format_]()


def html(sop: Sop, bentuk: Bentuk = BENTUK_BAKU) -> str:
    """One self-contained page, printable."""
    isi = lembar.susun(sop, bentuk)
    tabel = isi.tabel
    gambar = [page_svg(p, sum(tabel.tata.lebar), dashed=tabel.disimpulkan) for p in tabel.alur.halaman]
    kaki = _css_string(isi.judul)
    return template(
        "sop.html.j2",
        bentuk.templat,
        lembar=isi,
        gambar=gambar,
        kaki=kaki,
        **constants(),
    )


def pdf(sop: Sop, bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """PDF with embedded fonts, tagged, without dates."""
    return compile_pdf(lembar.susun(sop, bentuk), constants(), bentuk.templat)


def docx(sop: Sop, bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """A Word document with real tables, named styles and page number fields, in the office's look where it has one.

    Raises:
        TemplatSalah: the office's Word file cannot be used.
    """
    if bentuk.kantor is not None:
        from pipeline.outputs import docx_kantor  # brings lxml, which other looks do without

        return docx_kantor.docx(sop, bentuk)
    return pack(lembar.susun(sop, bentuk), constants(), bentuk.templat)


def _css_string(teks: str) -> str:
    """The text for use between quotes in a style sheet: all but plain letters and digits as code points."""
    return "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in teks)

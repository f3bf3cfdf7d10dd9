"""Documents that lie whole inside a Word document."""

import pytest

from extractors.pages import Line, Table
from extractors.readers.docx import read
from extractors.spans import PARAGRAF
from tests.extractors.buku_kerja import ganti
from tests.extractors.office.words import OFFICE, RELATIONS, docx, p

HTML = (
    "<html><head><title>Formulir</title><style>td {color: red}</style></head><body><h1>SOP Arsip</h1>"
    "<table><tr><td rowspan='2'>DINAS<br>KEARSIPAN</td><td>Nomor SOP</td><td>045/1/2021</td></tr>"
    "<tr><td>Nama SOP</td><td>Peminjaman &amp; Arsip</td></tr>"
    "<tr><td colspan='3'>Dasar Hukum</td></tr></table></body></html>"
)
CELLS = [
    [(0, "DINAS\nKEARSIPAN"), (1, "Nomor SOP"), (2, "045/1/2021")],
    [(1, "Nama SOP"), (2, "Peminjaman & Arsip")],
    [(0, "Dasar Hukum")],
]
MHT = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    f"Content-Type: text/html; charset=utf-8\n\n{HTML}\n--b--\n"
)


def with_chunk(chunk: bytes, name: str) -> bytes:
    """A document of one line before and one behind a chunk."""
    relation = f'<Relationship Id="c1" Type="{OFFICE}/aFChunk" Target="{name}"/>'
    return ganti(
        docx(p("Sebelum") + '<w:altChunk r:id="c1"/>' + p("Sesudah")),
        {
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
            f"word/{name}": chunk,
        },
    )


@pytest.mark.parametrize(
    ("chunk", "name"), [(HTML.encode(), "c.html"), (MHT.encode(), "c.mht"), (HTML.encode("utf-16"), "c.htm")]
)
def test_html_is_read_in_its_place(chunk: bytes, name: str) -> None:
    pages = read(with_chunk(chunk, name))
    lines = [block.span.text for block in pages.blocks if isinstance(block, Line) and block.span]
    assert lines == ["Sebelum", "SOP Arsip", "Sesudah"]
    (table,) = [block for block in pages.blocks if isinstance(block, Table)]
    read_cells = [[(c.column, c.span.text.replace(PARAGRAF, "\n")) for c in row.cells] for row in table.rows]
    assert read_cells == CELLS


def test_another_document_is_read_in_its_place_and_none_within_it() -> None:
    inner = with_chunk(HTML.encode(), "c.html").replace(b"Sebelum", b"Sebelum")
    lines = [b.span.text for b in read(with_chunk(inner, "d.docx")).blocks if isinstance(b, Line) and b.span]
    assert lines == ["Sebelum", "Sebelum", "Sesudah", "Sesudah"]


def test_what_is_no_text_is_left_out() -> None:
    pages = read(with_chunk(b"\x89PNG\x00\x00\x00", "c.bin"))
    assert [b.span.text for b in pages.blocks if isinstance(b, Line) and b.span] == ["Sebelum", "Sesudah"]

"""A Word document that is nothing but pages of a scanner."""

from io import BytesIO

import pytest
from PIL import Image

from extractors.errors import BerkasKosong
from extractors.pages import Table
from extractors.readers.docx import read
from tests.extractors.buku_kerja import ganti
from tests.extractors.office.words import OFFICE, RELATIONS, docx, p
from tests.extractors.scans.test_pasted import CELLS, signature_sheet

DRAWN = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="5000000" cy="2500000"/><a:graphic><a:graphicData>'
    '<a:blip r:embed="s1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
)


def with_picture(picture: Image.Image, text: str = "") -> bytes:
    """A document of one picture and perhaps a line."""
    store = BytesIO()
    picture.save(store, "PNG")
    relation = f'<Relationship Id="s1" Type="{OFFICE}/image" Target="media/s1.png"/>'
    return ganti(
        docx((p(text) if text else "") + DRAWN),
        {
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relation}</Relationships>',
            "word/media/s1.png": store.getvalue(),
        },
    )


def test_its_pictures_are_its_pages() -> None:
    pages = read(with_picture(Image.fromarray(signature_sheet()), "Lampiran"))
    assert pages.jenis == "docx"
    (table,) = [block for block in pages.blocks if isinstance(block, Table)]
    cells = [[cell.span.text for cell in row.cells] for row in table.rows]
    assert [row for row in cells if any(row)] == [list(row) for row in zip(*CELLS, strict=True)]
    assert all(place.mesin for place in pages.source.places)


def test_an_emblem_is_no_page() -> None:
    with pytest.raises(BerkasKosong):
        read(with_picture(Image.new("RGB", (200, 200), "navy")))


def test_a_document_with_text_is_read_from_its_text() -> None:
    text = "Standar operasional prosedur ini berlaku bagi semua kecamatan di Kabupaten Wanasari sejak tanggal ditetapkan oleh bupati"
    pages = read(with_picture(Image.fromarray(signature_sheet()), text))
    assert "Kabupaten Wanasari" in pages.source.text
    assert "Wulandari" not in pages.source.text

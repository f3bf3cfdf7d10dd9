"""What a PDF says beside its looks: tags of tables, headings and lists, language, title, words for the drawing."""

import ctypes
from collections import Counter
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from benchmarks.dokumen_acak import utuh
from normalizers.model import Sop
from pipeline.outputs import documents
from pipeline.outputs.lembar import susun
from tests.builders import a_sop

Unsur = tuple[str, str]
"""Kind of a tag and its words for those who cannot see it."""


def _teks(read: object, element: object) -> str:
    size = read(element, None, 0)  # type: ignore[operator]
    buffer = ctypes.create_string_buffer(size)
    read(element, buffer, size)  # type: ignore[operator]
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _unsur(element: object) -> Iterator[Unsur]:
    yield (
        _teks(raw.FPDF_StructElement_GetType, element),
        _teks(raw.FPDF_StructElement_GetAltText, element),
    )
    for at in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, at)
        if child:
            yield from _unsur(child)


def tags(content: bytes) -> list[list[Unsur]]:
    """The tags of each page, in reading order."""
    found = []
    with pdfium.PdfDocument(content) as document:
        assert raw.FPDFCatalog_IsTagged(document.raw)
        for page in document:
            tree = raw.FPDF_StructTree_GetForPage(page.raw)
            roots = [
                raw.FPDF_StructTree_GetChildAtIndex(tree, at)
                for at in range(raw.FPDF_StructTree_CountChildren(tree))
            ]
            found.append([unsur for root in roots for unsur in _unsur(root)])
            raw.FPDF_StructTree_Close(tree)
    return found


def test_tables_headings_and_lists_are_tagged() -> None:
    sop = utuh(1, 0)
    identity, procedure = (Counter(kind for kind, _ in page) for page in tags(documents.pdf(sop)))
    assert identity["Table"] == procedure["Table"] == 1
    items = [
        items for items in (sop.dasar_hukum, sop.kualifikasi_pelaksana, sop.keterkaitan) if len(items) > 1
    ]
    assert identity["L"] >= len(items) >= 1
    assert identity["LI"] >= sum(map(len, items))
    # Five headings of columns that stand alone or over others, three of the standard, and each actor.
    assert procedure["TH"] == 5 + 3 + len(sop.pelaksana)
    assert procedure["TR"] == 2 + len(sop.prosedur)
    assert procedure["H1"] == 1


def test_the_flow_is_told_in_words_once() -> None:
    for number in (0, 14):
        sop = utuh(5, number)
        told = [alt for page in tags(documents.pdf(sop)) for kind, alt in page if kind == "Figure" and alt]
        assert len(told) == len(susun(sop).tabel.alur.halaman)
        assert all(words in told[0] for words in susun(sop).alur)
        assert set(told[1:]) <= {"Bagan alur"}


def test_language_title_and_author_are_said() -> None:
    content = documents.pdf(utuh(1, 0))
    assert b"/Lang(id)" in content
    with pdfium.PdfDocument(content) as document:
        assert document.get_metadata_value("Title") == susun(utuh(1, 0)).judul
        assert document.get_metadata_value("Author") == susun(utuh(1, 0)).penyusun
    assert b"pdfuaid" in content


def test_a_letter_that_no_font_has_costs_the_claim_and_not_the_document() -> None:
    sop = a_sop()
    odd = sop.model_copy(
        update={"identitas": sop.identitas.model_copy(update={"nama_sop": "Pelayanan \U00012000 Umum"})}
    )
    content = documents.pdf(odd)
    assert b"pdfuaid" not in content
    assert tags(content)


def test_text_is_copied_as_it_was_written() -> None:
    sop = Sop.model_validate(
        utuh(1, 0).model_dump() | {"peringatan": ["Efisiensi, afiliasi – “flow” & “fl”", "Sertifikat ½ hari"]}
    )
    with pdfium.PdfDocument(documents.pdf(sop)) as document:
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    for said in (*sop.peringatan, *(step.waktu.teks for step in sop.prosedur if step.waktu)):
        assert said in text

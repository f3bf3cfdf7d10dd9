"""Lines that count pages."""

import pytest

from extractors.pages import Line
from extractors.texts.running_lines import is_page_number, without_page_number, without_running
from tests.extractors.plain import a_span


@pytest.mark.parametrize(
    "text", ["Halaman 2 dari 3", "Hal. 4", "Page 1 of 2", "2 dari 3", "- 2 -", "Halaman : 1 2 / 14"]
)
def test_a_line_that_counts_pages(text):
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["2", "2 / 3"])
def test_a_bare_number_counts_pages_only_at_the_edge_of_one(text):
    assert is_page_number(text, at_edge=True)
    assert not is_page_number(text)


def test_what_else_stands_there_is_kept():
    assert without_page_number("sop pengaduan halaman 2 dari 3") == "sop pengaduan "
    assert not is_page_number("Halaman kantor 2")


def test_a_line_that_names_the_scanner_is_of_nothing_on_the_page():
    texts = (
        "3 Mengirim surat",
        "Dipindai dengan PemindaiSaku",
        "SOP Surat",
        "Dokumen dipindai dengan alat pindai",
    )
    kept = without_running([Line(a_span(text)) for text in texts])
    assert [block.span.text for block in kept if isinstance(block, Line)] == [texts[0], "", *texts[2:]]

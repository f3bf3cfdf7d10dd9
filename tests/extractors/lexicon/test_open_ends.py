"""How texts end that go on."""

import pytest

from extractors.lexicon.open_ends import awaits_number, cannot_end, is_open, names_another


@pytest.mark.parametrize(
    "text", ["Surat dan", "berkas yang ", "Surat izin,", "Bagian Hukum &", "Undang-", "dan/atau"]
)
def test_a_sentence_goes_on(text):
    assert is_open(text)


@pytest.mark.parametrize(
    "text", ["", "-", "Surat keputusan", "Surat pada bagian", "Kegiatan Sudan", "selesai."]
)
def test_a_sentence_is_whole(text):
    assert not is_open(text)


def test_what_is_open_in_a_citation_may_be_whole_in_a_cell():
    assert not is_open("Buku nomor")
    assert is_open("Tambahan Lembaran Negara Nomor", "kutipan")
    assert is_open("Peraturan Pelaksanaan", "judul")
    assert names_another("Peraturan Pelaksanaan")


def test_how_no_entry_ends():
    assert cannot_end("Peraturan Bupati Nomor 4 tentang")
    assert not cannot_end("Peraturan Bupati Nomor 4")


@pytest.mark.parametrize(
    ("text", "expected"), [("Pasal", True), ("Penata Tk.", True), ("Camat", False), ("-", False)]
)
def test_what_a_number_belongs_to(text, expected):
    assert awaits_number(text) is expected

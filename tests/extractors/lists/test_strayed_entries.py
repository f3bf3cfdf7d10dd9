"""Entries that run on in another box, and lists that a program only counted on."""

from extractors.lists.items import items, pieces
from extractors.lists.strayed_entries import together
from extractors.spans import BARIS
from tests.extractors.plain import a_span

LAWS = "1. Undang-Undang Nomor 25 Tahun 2009\n2. Peraturan Pemerintah Nomor 17 Tahun 2018"


def box(text):
    return items(pieces(a_span(text), BARIS))


def texts(entries):
    return [entry.span.text for entry in entries]


def test_lists_that_word_counted_on_from_box_to_box_stay_where_they_are():
    boxes = {
        "dasar_hukum": box(LAWS),
        "kualifikasi_pelaksana": box("3. Memahami arsip\n4. Teliti"),
        "peralatan_perlengkapan": box("5. Komputer\n6. Printer"),
    }
    found, moved = together(boxes)
    assert not moved
    assert texts(found["kualifikasi_pelaksana"]) == ["Memahami arsip", "Teliti"]
    assert texts(found["peralatan_perlengkapan"]) == ["Komputer", "Printer"]


def test_what_is_no_regulation_does_not_follow_the_regulations_whose_numbers_it_continues():
    boxes = {"dasar_hukum": box(LAWS), "kualifikasi_pelaksana": box("3. Memahami arsip\n4. Teliti")}
    found, moved = together(boxes)
    assert not moved
    assert len(found["dasar_hukum"]) == 2


def test_entries_behind_those_of_another_box_go_back_to_their_own():
    boxes = {
        "keterkaitan": box("1. SOP Surat Masuk\n2. SOP Arsip"),
        "peringatan": box("1. Berkas dikembalikan\n3. SOP Legalisasi"),
    }
    found, moved = together(boxes)
    assert moved == ("/keterkaitan/2",)
    assert texts(found["keterkaitan"])[-1] == "SOP Legalisasi"

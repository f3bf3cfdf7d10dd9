"""Damaged labels told from their place."""

from extractors.lexicon.labels import find
from extractors.lexicon.worn_labels import Entry, restored
from extractors.spans import Span


def entry(text, column):
    span = Span(text, range(len(text)))
    return Entry(span, column, find(span))


def keys(rows):
    return [
        [e.label.key if e.label else None for e in row]
        for row in restored([[entry(*e) for e in row] for row in rows])
    ]


def test_what_is_missing_between_neighbours():
    rows = [
        [("Nomor SOP", 1), ("065/2/2024", 2)],
        [("Tanggal", 1), ("3 Januari 2024", 2)],
        [("Tanggal Revisi", 1), ("-", 2)],
    ]
    assert keys(rows)[1] == ["tanggal_pembuatan", None]


def test_a_label_under_a_stamp_leaves_its_value():
    rows = [[("Tanggal Efektif", 1), ("-", 2)], [("CAMAT BULU", 2)], [("Nama SOP", 1), ("Pelayanan", 2)]]
    named = restored([[entry(*e) for e in row] for row in rows])[1]
    assert [(e.column, e.label.key if e.label else None) for e in named] == [(1, "disahkan_oleh"), (2, None)]


def test_two_ways_are_no_way():
    rows = [[("Nomor SOP", 1), ("065", 2)], [("Xxxxxx", 1), ("-", 2)], [("Nama SOP", 1), ("Pelayanan", 2)]]
    assert keys(rows)[1] == [None, None]


def test_a_box_beside_a_known_one():
    rows = [[("Nomor SOP", 1), ("065", 2)], [("Dasar Hukum", 0), ("KUALIFIKASI PELAI", 1)]]
    assert keys(rows)[1] == ["dasar_hukum", "kualifikasi_pelaksana"]


def test_a_box_without_likeness_stays_unknown():
    rows = [[("Nomor SOP", 1), ("065", 2)], [("Dasar Hukum", 0), ("Sekretaris Daerah", 1)]]
    assert keys(rows)[1] == ["dasar_hukum", None]


def test_an_undamaged_page_stays_as_it_is():
    rows = [
        [("Nomor SOP", 1), ("065", 2)],
        [("PEMERINTAH KABUPATEN", 0)],
        [("Tanggal Pembuatan", 1), ("1-2-2024", 2)],
    ]
    assert keys(rows) == [["nomor_sop", None], [None], ["tanggal_pembuatan", None]]


def test_a_heading_beside_a_known_one_over_two_boxes():
    rows = [
        [("Nomor SOP", 1), ("065", 2)],
        [("Deeer Hulauss", 0), ("Kualifikasi Pelaksana", 1)],
        [("1. Undang-Undang Nomor 25 Tahun 2009", 0), ("1. Mampu mengetik", 1)],
    ]
    assert keys(rows)[1] == ["dasar_hukum", "kualifikasi_pelaksana"]


def test_a_heading_that_was_not_read_over_two_boxes():
    rows = [
        [("Nomor SOP", 1), ("065", 2)],
        [("Keterkaitan", 0)],
        [("1. SOP Surat Masuk", 0), ("1. Komputer", 1)],
    ]
    assert keys(rows)[1] == ["keterkaitan", "peralatan_perlengkapan"]
    assert keys([*rows[:2], [("1. SOP Surat Masuk", 0)]])[1] == ["keterkaitan"]


def test_two_texts_in_one_column_show_no_heading_beside_theirs():
    rows = [
        [("Nomor SOP", 1), ("065", 2)],
        [("Dasar Hukum", 0)],
        [("UU Nomor 23 Tahun 2014", 0), ("UU Nomor 25 Tahun 2009", 0)],
    ]
    assert keys(rows)[1] == ["dasar_hukum"]


def test_letters_of_a_stamp_behind_a_label_alone_in_its_row_are_none_of_it():
    rows = [[("Nomor SOP", 1), ("065", 2)], [("Nama SOP", 1), ("Pelayanan", 2)], [("DASAR HUKUM N S -", 0)]]
    named = restored([[entry(*e) for e in row] for row in rows])[2][0]
    assert named.label is not None
    assert (named.label.key, named.label.rest.text) == ("dasar_hukum", "")
    assert keys([*rows[:2], [("DASAR HUKUM Undang", 0)]])[2] == [None]

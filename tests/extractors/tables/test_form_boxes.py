"""Boxes of a scanned identity page that run together in one cell."""

from unittest.mock import Mock

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.lexicon.labels import find_in
from extractors.sheets import Word
from extractors.tables.form_boxes import parted_boxes

HEIGHT = 8.0


def words(x, y, text):
    """The words of a line that begins at a place."""
    found = []
    for part in text.split():
        found.append(Word(part, Box(x, y, x + 5.0 * len(part), y + HEIGHT), mesin="tesseract"))
        x += 5.0 * len(part) + 3.0
    return found


def one_cell(*lines):
    """A table of one wide cell, and one above it, with these lines (x, y, text)."""
    top = GridCell(Box(0, 0, 500, 20), 0, 0)
    below = GridCell(Box(0, 20, 500, 200), 1, 0)
    some = [word for line in lines for word in words(*line)]
    return Ruled(Lattice((0.0, 500.0), (0.0, 20.0, 200.0), (top, below)), {below: some}, (0.0, 500.0), 600.0)


def texts(table):
    """The text of each cell that has any, with its row and column."""
    return {
        (c.row, c.column): " ".join(w.text for w in sorted(some, key=lambda w: (w.box.y0, w.box.x0)))
        for c, some in table.words.items()
    }


TWO_COLUMNS = [
    (10, 30, "Dasar Hukum :"),
    (10, 40, "1. Peraturan Bupati tentang Tata"),
    (10, 50, "Naskah Dinas"),
    (10, 80, "Keterkaitan :"),
    (10, 90, "1. SOP Surat Masuk"),
    (260, 30, "Kualifikasi Pelaksana :"),
    (260, 40, "1. Mampu mengoperasikan komputer"),
    (260, 62, "Peralatan / Perlengkapan :"),
    (260, 72, "1. Komputer"),
]


def test_two_columns_of_boxes_in_one_cell_become_a_cell_for_each_box():
    found = set(texts(parted_boxes(one_cell(*TWO_COLUMNS))).values())
    assert found == {
        "Dasar Hukum : 1. Peraturan Bupati tentang Tata Naskah Dinas",
        "Keterkaitan : 1. SOP Surat Masuk",
        "Kualifikasi Pelaksana : 1. Mampu mengoperasikan komputer",
        "Peralatan / Perlengkapan : 1. Komputer",
    }


def test_boxes_side_by_side_stay_side_by_side():
    found = parted_boxes(one_cell(*TWO_COLUMNS))
    places = {said.split()[0]: place for place, said in texts(found).items()}
    assert places["Dasar"][1] == places["Keterkaitan"][1] == 0
    assert places["Kualifikasi"][1] == places["Peralatan"][1] == 1
    assert places["Dasar"][0] == places["Kualifikasi"][0]
    assert len(found.edges) == 3


def test_texts_that_run_over_the_whole_width_are_not_cut():
    lines = [
        (10, y, "Peraturan Bupati tentang Penyelenggaraan Tata Naskah Dinas di Lingkungan Pemerintah")
        for y in (40, 50, 60)
    ]
    found = parted_boxes(
        one_cell((10, 30, "Dasar Hukum :"), *lines, (260, 80, "Peringatan :"), (260, 90, "Arsip"))
    )
    assert {column for _, column in texts(found)} == {0}


def test_fields_of_the_identity_in_one_cell_are_a_row_each():
    found = parted_boxes(
        one_cell(
            (10, 30, "Nomor SOP : 065/12/2024"),
            (10, 45, "Tanggal Pembuatan : 4 Mei 2020"),
            (10, 60, "Nama SOP : Pelayanan Surat"),
            (10, 70, "Pindah"),
        )
    )
    assert list(texts(found).values()) == [
        "Nomor SOP : 065/12/2024",
        "Tanggal Pembuatan : 4 Mei 2020",
        "Nama SOP : Pelayanan Surat Pindah",
    ]


def test_values_in_a_cell_beside_are_cut_at_the_heights_of_their_labels():
    left, right = GridCell(Box(0, 20, 150, 100), 0, 0), GridCell(Box(150, 20, 500, 100), 0, 1)
    labels = [
        word
        for y, text in ((30, "Nomor SOP"), (50, "Tanggal Revisi"), (70, "Nama SOP"))
        for word in words(10, y, text)
    ]
    values = [
        word for y, text in ((30, "065/12/2024"), (70, "Pelayanan Surat")) for word in words(160, y, text)
    ]
    table = Ruled(
        Lattice((0.0, 150.0, 500.0), (20.0, 100.0), (left, right)),
        {left: labels, right: values},
        (0.0, 150.0, 500.0),
        600.0,
    )
    assert texts(parted_boxes(table)) == {
        (0, 0): "Nomor SOP",
        (0, 1): "065/12/2024",
        (1, 0): "Tanggal Revisi",
        (2, 0): "Nama SOP",
        (2, 1): "Pelayanan Surat",
    }


def test_a_cell_with_one_label_is_left_as_it_is():
    table = one_cell((10, 30, "Dasar Hukum :"), (10, 40, "1. Peraturan Bupati"))
    assert parted_boxes(table) is table


def test_labels_beside_the_letterhead_are_cut_off_along_the_edge_that_other_rows_show():
    head = GridCell(Box(0, 20, 500, 60), 0, 0, 1, 2)
    below = (GridCell(Box(0, 60, 250, 80), 1, 0), GridCell(Box(250, 60, 500, 80), 1, 1))
    lines = [(10, 25, "PEMERINTAH KABUPATEN WANASARI"), (260, 25, "Nomor SOP"), (260, 40, "Nama SOP")]
    some = [word for line in lines for word in words(*line)]
    table = Ruled(
        Lattice((0.0, 250.0, 500.0), (20.0, 60.0, 80.0), (head, *below)),
        {head: some},
        (0.0, 250.0, 500.0),
        600.0,
    )
    made = parted_boxes(table)
    assert made.lattice.xs == (0.0, 250.0, 500.0)
    assert texts(made) == {(0, 0): "PEMERINTAH KABUPATEN WANASARI", (0, 1): "Nomor SOP", (1, 1): "Nama SOP"}


def test_a_label_with_its_value_on_one_line_is_not_cut_from_it():
    table = one_cell((10, 30, "Nomor SOP"), (120, 30, "065/12/2024"))
    assert parted_boxes(table) is table


def test_a_cell_below_the_labels_of_two_boxes_is_cut_along_the_edge_between_them():
    left, right = GridCell(Box(0, 20, 250, 40), 0, 0), GridCell(Box(250, 20, 500, 40), 0, 1)
    below = GridCell(Box(0, 40, 500, 80), 1, 0, 1, 2)
    filled = {
        left: words(10, 25, "Dasar Hukum :"),
        right: words(260, 25, "Kualifikasi Pelaksana :"),
        below: [*words(10, 45, "1. Peraturan Bupati"), *words(260, 45, "1. Sarjana semua jurusan")],
    }
    table = Ruled(
        Lattice((0.0, 250.0, 500.0), (20.0, 40.0, 80.0), (left, right, below)),
        filled,
        (0.0, 250.0, 500.0),
        600.0,
    )
    found = texts(parted_boxes(table))
    assert (found[1, 0], found[1, 1]) == ("1. Peraturan Bupati", "1. Sarjana semua jurusan")


def test_the_labels_of_a_cell_are_looked_for_once(monkeypatch):
    asked = Mock(wraps=find_in)
    monkeypatch.setattr("extractors.tables.form_boxes.find_in", asked)
    parted_boxes(one_cell((7, 31, "Mengarsipkan surat"), (7, 41, "yang sudah ditandatangani")))
    assert asked.call_count == 2

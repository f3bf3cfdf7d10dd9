"""Forms of which only the names of the boxes are framed."""

from extractors.composing.compose import pages_of
from extractors.pages import Line, Table
from tests.extractors.composing.test_compose import sheet
from tests.extractors.lattice.test_grid import ruled

FORM = ruled([10, 200, 390], [10, 30, 60])
NAMES = (
    ("Nomor SOP", 12, 15),
    ("065/7/2021", 210, 15),
    ("Dasar Hukum", 12, 40),
    ("Kualifikasi Pelaksana", 210, 40),
)


def read(*texts):
    """The rows of the table and the lines below it."""
    pages = pages_of("pdf", [sheet(1, FORM, *NAMES, *texts)])
    (table,) = [b for b in pages.blocks if isinstance(b, Table)]
    lines = [b.span.text for b in pages.blocks if isinstance(b, Line) and b.span]
    return [[cell.span.text for cell in row.cells] for row in table.rows[2:]], lines


def test_lists_below_framed_names_are_of_the_boxes():
    rows, lines = read(
        ("1 Perda tentang", 20, 70), ("1 Teliti", 220, 70), ("Arsip", 30, 82), ("2 Perbup", 20, 94), ("2 Rajin", 220, 94),
        ("Peringatan", 12, 110), ("Pencatatan", 210, 110), ("1 Arsip hilang", 20, 122), ("1 Buku agenda", 220, 122),
        ("SOP PELAYANAN PEMINJAMAN ARSIP", 120, 180),
    )  # fmt: skip
    assert rows == [
        ["1 Perda tentang\nArsip\n2 Perbup", "1 Teliti\n2 Rajin"],
        ["Peringatan", "Pencatatan"],
        ["1 Arsip hilang", "1 Buku agenda"],
    ]
    assert lines == ["SOP PELAYANAN PEMINJAMAN ARSIP"]


def test_a_text_over_both_boxes_is_of_none():
    assert read(("Ditetapkan di kantor dinas pada tanggal", 120, 70)) == (
        [],
        ["Ditetapkan di kantor dinas pada tanggal"],
    )


def test_what_stands_far_below_the_last_box_is_not_of_it():
    rows, lines = read(("1 Perda", 20, 70), ("2 Perbup", 20, 82), ("3 Perdes", 20, 94), ("Catatan", 20, 160))
    assert (rows, lines) == ([["1 Perda\n2 Perbup\n3 Perdes", ""]], ["Catatan"])

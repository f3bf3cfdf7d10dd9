"""Boxes whose names nobody can read, told from the one that lists regulations."""

from extractors.lexicon.boxes_by_law import named_by_law
from extractors.lexicon.labels import find
from extractors.lexicon.worn_labels import Entry
from tests.extractors.plain import a_span

LAWS = "Dsr Mkm\n1. Undang-Undang Nomor 14 Tahun 2008\n2. Peraturan Daerah Nomor 2 Tahun 2010\n3. Peraturan Bupati Nomor 5 Tahun 2011"
BOXES = [
    [LAWS, "Petatsone\n1. Minimal SMA"],
    ["�", "1. Lembaran kerja\n2. Komputer"],
    ["Porngonan\n1. Bila terlambat", "urutan dan\nDisimpan"],
]


def entry(text: str, column: int) -> Entry:
    span = a_span(text)
    return Entry(span, column, find(span))


def keys(boxes: list[list[str]]) -> list[list[str | None]]:
    rows = [[entry(text, at) for at, text in enumerate(row)] for row in boxes]
    return [[e.label.key if e.label else None for e in row] for row in named_by_law(rows)]


def test_three_rows_of_boxes_are_the_pairs_of_the_standard() -> None:
    assert keys(BOXES) == [
        ["dasar_hukum", "kualifikasi_pelaksana"],
        ["keterkaitan", "peralatan_perlengkapan"],
        ["peringatan", "pencatatan_pendataan"],
    ]


def test_what_begins_as_an_entry_has_no_name() -> None:
    rows = named_by_law([[entry(text, at) for at, text in enumerate(row)] for row in BOXES])
    label = rows[1][1].label
    assert label is not None
    assert (label.head.text, label.rest.text) == ("", "1. Lembaran kerja\n2. Komputer")
    assert label.sure < 0.9


def test_other_rows_below_stay_unnamed() -> None:
    assert keys(BOXES[:2]) == [["dasar_hukum", "kualifikasi_pelaksana"], [None, None]]


def test_where_a_box_was_read_nothing_is_concluded() -> None:
    assert keys([*BOXES[:2], ["Peringatan\n1. Bila terlambat", "x\ny"]])[0] == [None, None]

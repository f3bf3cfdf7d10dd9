"""Lists whose markers a bad copy left half readable."""

import pytest

from extractors.lists.items import items, pieces
from extractors.lists.worn_marks import worn_marks
from tests.extractors.plain import a_span


def entries(text: str) -> list[tuple[int | None, str]]:
    return [(item.nomor, " ".join(item.span.text.split())) for item in items(pieces(a_span(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "‘a. Komputer\nb. Printer\nc. Meja",
        "3. Komputer\nb. Printer\nc. Meja",
        "a. Komputer\nbb. Printer\nc. Meja",
        "O. Komputer\nb Printer\nc. Meja",
        "4. Komputer\n2. Printer\n3. Meja",
        '"1. Komputer\nZ. Printer\n3. Meja',
        "J Komputer\nb Printer\nt. Meja",
    ],
    ids=["a-quote", "a-figure", "doubled", "no-stop", "another-figure", "a-letter", "one-of-all"],
)
def test_what_stands_where_a_marker_is_due_is_that_marker(text: str) -> None:
    assert entries(text) == [(1, "Komputer"), (2, "Printer"), (3, "Meja")]


def test_regulations_without_their_letters_stay_entries_between_those_that_have_theirs() -> None:
    text = (
        "O. Peraturan Bupati Nomor 1 Tahun 2011 tentang Pedoman Penyusunan Standar:\n"
        "b UNDANG-UNDANG Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan\nNasional:\n"
        "Peraturan Bupati Nomor 2 Tahun 2012 tentang Pajak Daerah:\n"
        "d. Peraturan Bupati Nomor 3 Tahun 2013 tentang Retribusi"
    )
    assert [nomor for nomor, _ in entries(text)] == [1, 2, None, 4]


def test_an_entry_inside_another_is_no_marker_of_the_list() -> None:
    text = "1. Surat:\na. masuk\nb. keluar\nc. tugas\n2. Arsip"
    assert entries(text) == [(1, "Surat: a. masuk b. keluar c. tugas"), (2, "Arsip")]


def test_a_number_that_skips_more_than_there_are_lines_counts_nothing() -> None:
    assert worn_marks(["Buku agenda", "9. Komputer"], None) is None
    assert worn_marks(["A. Buku", "7. Komputer", "x. Meja"], ("kapital", 1)) is None


def test_what_is_left_of_a_marker_begins_an_entry() -> None:
    assert entries("1. Komputer.\n). Printer.\n: Meja.\n4. Kursi") == [
        (1, "Komputer."),
        (None, "Printer."),
        (None, "Meja."),
        (4, "Kursi"),
    ]


def test_a_sign_before_the_next_regulation_is_its_number() -> None:
    text = (
        "1. Keputusan Bupati Nomor 4 Tahun 2019 tentang Penetapan Tim Reformasi Birokrasi di Lingkungan Kabupaten\n"
        "2. Keputusan Bupati Nomor 5 Tahun 2020 tentang Standar\n"
        "& Keputusan Bupati Nomor 6 Tahun 2021 tentang Tim"
    )
    assert len(entries(text)) == 3

"""The procedure table of which the steps were printed first and all other cells after them."""

import pytest

from extractors.layouts.table_halves import read_halves
from tests.extractors.plain import langkah, lines_of, pelaksana

STEPS = """
No Kegiatan

1 Menerima surat masuk
2 Memeriksa surat dan
lampirannya
3 Mendisposisi surat

"""
REST = """
Pelaksana
Staf
Camat
Mutu Baku
Kelengkapan
Waktu
Output
Ket

Surat masuk

10 menit

Surat tercatat

Surat tercatat

15 menit

Surat diperiksa

Surat diperiksa

1 jam

Disposisi
"""


def test_cells_are_dealt_out_by_their_durations() -> None:
    found = read_halves(lines_of(STEPS + REST))
    assert found is not None
    assert langkah(found[0]) == [
        ["1", "Menerima surat masuk", "Surat masuk", "10 menit", "Surat tercatat", None],
        ["2", "Memeriksa surat dan lampirannya", "Surat tercatat", "15 menit", "Surat diperiksa", None],
        ["3", "Mendisposisi surat", "Surat diperiksa", "1 jam", "Disposisi", None],
    ]
    assert pelaksana(found[0]) == ["Staf", "Camat"]


def test_with_another_count_of_durations_the_cells_are_left_out() -> None:
    found = read_halves(lines_of(STEPS + REST.replace("15 menit", "")))
    assert found is not None
    assert [step[:2] for step in langkah(found[0])] == [
        ["1", "Menerima surat masuk"],
        ["2", "Memeriksa surat dan lampirannya"],
        ["3", "Mendisposisi surat"],
    ]
    assert all(cell is None for step in langkah(found[0]) for cell in step[2:])


@pytest.mark.parametrize("text", ["", STEPS, REST, "No Kegiatan\n1 Menerima\n2 Mengirim\n" + REST])
def test_no_halves(text: str) -> None:
    assert read_halves(lines_of(text)) is None


BY_COLUMN = """
Pelaksana

Staf Kasi Camat

Mutu Baku

Kelengkapan

Surat masuk

Surat tercatat

Surat diperiksa

Waktu

10 menit

15 menit

1 jam

Output

Surat tercatat

Surat
diperiksa

Disposisi

Keterangan
"""


def test_cells_below_their_headings_are_dealt_out_by_their_count() -> None:
    found = read_halves(lines_of(STEPS + BY_COLUMN))
    assert found is not None
    assert [row[2:5] for row in langkah(found[0])] == [
        ["Surat masuk", "10 menit", "Surat tercatat"],
        ["Surat tercatat", "15 menit", "Surat diperiksa"],
        ["Surat diperiksa", "1 jam", "Disposisi"],
    ]
    assert pelaksana(found[0]) == ["Staf", "Kasi", "Camat"]


def test_a_column_with_another_count_of_cells_is_left_out() -> None:
    found = read_halves(lines_of(STEPS + BY_COLUMN.replace("Surat masuk\n", "")))
    assert found is not None
    assert [row[2:5] for row in langkah(found[0])] == [
        [None, "10 menit", "Surat tercatat"],
        [None, "15 menit", "Surat diperiksa"],
        [None, "1 jam", "Disposisi"],
    ]


def test_a_second_half_without_headings_leaves_the_steps() -> None:
    text = "No. Uraian Prosedur\n1. Mencatat surat\n2. Memeriksa surat\n3. Memaraf surat\nPelaksana Mutu Baku\nDisposisi\n"
    found = read_halves(lines_of(text))
    assert found is not None
    assert [step[1] for step in langkah(found[0])] == ["Mencatat surat", "Memeriksa surat", "Memaraf surat"]

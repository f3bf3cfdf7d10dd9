"""Steps as records of labelled lines."""

import pytest

from extractors.layouts.table_records import read_records
from tests.extractors.plain import langkah, lines_of, pelaksana

ROWS = [
    ["1", "Menerima berkas", "Fotokopi KTP", "5 menit", "Berkas", None],
    ["2", "Memeriksa berkas", "Berkas", "10 menit", "Berkas lengkap", "Bila kurang, dikembalikan"],
]
HEADED = """
Langkah 1: Menerima berkas

- Pelaksana: Petugas Loket
- Persyaratan/Kelengkapan: Fotokopi KTP
- Waktu: 5 menit
- Output: Berkas

Langkah 2: Memeriksa berkas

- Pelaksana: Kasi Kesra, Petugas Loket
- Mutu Baku:
- Kelengkapan: Berkas
- Waktu: 10 menit
- Output: Berkas
  lengkap
- Keterangan: Bila kurang, dikembalikan

Camat Melati
"""
FORM = """
No: 1
Uraian Kegiatan: Menerima berkas
Pelaksana: Petugas Loket
Kelengkapan: Fotokopi KTP
Waktu: 5 menit
Output: Berkas
No: 2
Uraian Kegiatan: Memeriksa berkas
Pelaksana: Kasi Kesra dan Petugas Loket
Kelengkapan: Berkas
Waktu: 10 menit
Output: Berkas lengkap
Keterangan: Bila kurang, dikembalikan
"""
ON_A_LINE = """
1. Menerima berkas (Pelaksana: Petugas Loket; Kelengkapan: Fotokopi KTP; Waktu: 5 menit; Output: Berkas)
2. Memeriksa berkas
Pelaksana: Kasi Kesra, Petugas Loket | Kelengkapan: Berkas | Waktu: 10 menit | Output: Berkas lengkap | Keterangan: Bila kurang, dikembalikan
"""


@pytest.mark.parametrize("text", [HEADED, FORM, ON_A_LINE], ids=["headed", "form", "on-a-line"])
def test_labels_name_the_cells_of_a_step(text: str) -> None:
    found = read_records(lines_of(text))
    assert found is not None
    assert langkah(found[0]) == ROWS
    assert pelaksana(found[0]) == ["Petugas Loket", "Kasi Kesra"]
    assert [[mark.kolom for mark in step.tanda] for step in found[0].steps] == [[0], [1, 0]]


def test_a_symbol_that_is_told_behind_a_name_is_that_of_the_step() -> None:
    found = read_records(
        lines_of(HEADED.replace("Pelaksana: Petugas Loket", "Pelaksana: Petugas Loket (oval)"))
    )
    assert found is not None
    assert found[0].steps[0].tanda[0].simbol == "terminator"
    assert pelaksana(found[0]) == ["Petugas Loket", "Kasi Kesra"]


@pytest.mark.parametrize(
    "text",
    ["1. Memahami tugas\n2. Teliti\n", "Waktu: 5 menit\nOutput: Berkas\n", "1. a: b\n2. c: d\n"],
    ids=["list", "no-step", "other-labels"],
)
def test_what_has_no_labels_of_a_table_is_none(text: str) -> None:
    assert read_records(lines_of(text)) is None


def test_who_acts_may_stand_before_what_he_does() -> None:
    text = """
1. [Petugas Loket] Menerima berkas. Kelengkapan: Fotokopi KTP. Waktu: 5 menit. Output: Berkas.
2. [Kasi Kesra] Memeriksa berkas. Kelengkapan: Berkas. Waktu: 10 menit. Output: Berkas lengkap.
"""
    found = read_records(lines_of(text))
    assert found is not None
    assert [row[1:5] for row in langkah(found[0])] == [
        ["Menerima berkas.", "Fotokopi KTP.", "5 menit.", "Berkas."],
        ["Memeriksa berkas.", "Berkas.", "10 menit.", "Berkas lengkap."],
    ]
    assert pelaksana(found[0]) == ["Petugas Loket", "Kasi Kesra"]


TOGETHER = """
Langkah 1: Menyusun jadwal
Pelaksana: Delegasi
Kelengkapan: SK
Waktu: 1 hari
Langkah 2: Melaksanakan rapat
Pelaksana: Delegasi dan Undangan
Kelengkapan: Jadwal
Waktu: 2 hari
"""


def test_who_acts_alone_in_another_step_is_told_apart_from_who_acts_with_him() -> None:
    found = read_records(lines_of(TOGETHER))
    assert found is not None
    assert pelaksana(found[0]) == ["Delegasi", "Undangan"]

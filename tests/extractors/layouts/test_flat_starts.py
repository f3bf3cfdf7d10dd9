"""Where rows begin whose lines run straight across the columns."""

import pytest

from extractors.layouts.chain import find_chain
from extractors.layouts.flat_starts import row_begins

VERBS = ("Menerima", "Memeriksa", "Mencatat", "Mengirim", "Menyusun")
TOP = """1 Menerima surat permohonan Surat 5 menit Surat
dari pemohon permohonan diterima
2 Memeriksa surat Surat diterima 10 menit Surat
diperiksa
3 Mencatat surat dalam Buku agenda 5 menit Surat tercatat
buku agenda
4 Mengirim surat Surat 1 hari Tanda terima"""


def begins(text: str) -> list[str]:
    texts = tuple(text.splitlines())
    found = row_begins(texts, find_chain(texts), 0, len(texts), lambda text: text.startswith(VERBS))
    return [texts[begin.line][:7] for begin in found]


def test_rows_begin_with_their_numbers() -> None:
    assert begins(TOP) == ["1 Mener", "2 Memer", "3 Menca", "4 Mengi"]


@pytest.mark.parametrize(("number", "read"), [("3 ", "ni "), ("4 ", "1g "), ("2 ", "I")])
def test_a_misread_number_begins_a_row_where_a_verb_follows(number: str, read: str) -> None:
    expected = ["1", "2", "3", "4"]
    expected[int(number) - 1] = read[0]
    assert [text[0] for text in begins(TOP.replace(f"\n{number}", f"\n{read}"))] == expected


def test_a_number_may_stand_in_the_middle_of_its_row() -> None:
    text = """Menerima surat permohonan Surat Surat
1 dari pemohon yang permohonan 5 menit diterima
datang
Memeriksa surat dan Surat Surat
2 kelengkapan lampiran diterima 10 menit diperiksa
yang ada
Mencatat surat ke dalam Buku Surat
3 buku agenda agenda 5 menit tercatat
surat masuk"""
    assert begins(text) == ["Menerim", "Memerik", "Mencata"]


def test_numbers_of_a_list_in_a_cell_begin_no_row() -> None:
    text = TOP.replace("buku agenda\n", "buku agenda 1. Lampiran\n2. Alat tulis\n3. Nota dinas\n")
    assert begins(text) == begins(TOP)


def test_what_stands_above_the_rows_is_of_none() -> None:
    assert begins("lembar kedua\nsurat masuk\n" + TOP) == begins(TOP)

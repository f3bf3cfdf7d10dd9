"""Actors: where one name ends and the next begins."""

import pytest

from extractors.lexicon.actors import begins_actor, is_actor, split_actors
from tests.extractors.plain import a_span, texts


@pytest.mark.parametrize("word", ["Camat", "KASI", "Sekcam", "kasubbag", "Petugas", "Staf", "Lurah"])
def test_words_that_begin_an_actor(word: str) -> None:
    assert is_actor(word)


@pytest.mark.parametrize("word", ["Umum", "Pelayanan", "dan", "Surat", "Keuangan", "", "10"])
def test_words_that_do_not(word: str) -> None:
    assert not is_actor(word)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Camat", ["Camat"]),
        ("Sekcam Camat", ["Sekcam", "Camat"]),
        ("Staf Kasubag Umum Sekcam Camat", ["Staf", "Kasubag Umum", "Sekcam", "Camat"]),
        ("Kasi Pelayanan Umum Camat", ["Kasi Pelayanan Umum", "Camat"]),
        ("Kepala Desa Sekretaris Desa", ["Kepala Desa", "Sekretaris Desa"]),
        ("Sekretaris Camat Camat", ["Sekretaris Camat", "Camat"]),
        ("Kasi / Kasubag Staf", ["Kasi / Kasubag", "Staf"]),
        ("Kasi dan Kasubag Staf", ["Kasi dan Kasubag", "Staf"]),
        ("Petugas Loket Pemohon", ["Petugas Loket", "Pemohon"]),
        ("Kepala Dinas Sekretaris Kabid", ["Kepala Dinas", "Sekretaris", "Kabid"]),
        ("Ketua Tim Anggota Tim", ["Ketua Tim", "Anggota Tim"]),
    ],
)
def test_names_in_a_row(line: str, names: list[str]) -> None:
    words = [a_span(word, line.index(word)) for word in line.split()]
    assert texts(split_actors(words)) == names


@pytest.mark.parametrize(
    ("before", "word", "begins"),
    [
        ("", "Camat", True),
        ("Kasi Pelayanan", "Camat", True),
        ("Sekretaris", "Camat", False),
        ("Kasi /", "Kasubag", False),
        ("Kasi,", "Kasubag", False),
        ("Camat", "Sukamaju", False),
    ],
)
def test_whether_a_word_begins_another_name(before: str, word: str, begins: bool) -> None:
    assert begins_actor(before, word) is begins


def test_no_words_no_names() -> None:
    assert split_actors([]) == []

"""Durations: does a text look like one, wherever it stands?"""

import pytest

from extractors.lexicon.durations import (
    DURATION,
    is_duration,
    is_whole_duration,
    nearly_times,
    split_duration,
)

DURATIONS = [
    "10 menit", "10 Menit", "1O Menit", "l hari", "I jam", "15 mnt", "30 detik", "2 Jam", "1 hari kerja", "3 hari kalender",
    "2 minggu", "1 bulan", "1 triwulan", "1 semester", "1 tahun", "5-10 menit", "5 - 10 menit", "5 s/d 10 menit", "1 sampai 2 hari",
    "± 10 menit", "+ 10 menit", "< 5 menit", "≤ 5 menit", "Maks. 3 hari", "maksimal 3 hari", "Paling lama 2 hari", "kurang lebih 1 jam",
    "0,5 jam", "1.5 jam", "1/2 jam", "½ jam", "setengah jam", "dua hari", "10 (sepuluh) menit", "1 x 24 jam", "30 menit/berkas",
    "30 menit / bagian", "10 menit per orang", "15 rnenit", "2 jarn", "1 hati",
]  # fmt: skip
INDEFINITE = ["Tentatif", "Menyesuaikan", "Disesuaikan", "Kondisional", "Sesuai kebutuhan", "Insidentil", "Setiap saat", "Setiap hari", "Fleksibel", "Saat itu juga"]  # fmt: skip
OTHERS = [
    "", "menit", "10", "Notulen menit rapat", "Tahun 2019", "UU Nomor 1 Tahun 2020", "5 orang", "3 rangkap", "10 lembar",
    "Undangan", "Laporan 2 bulanan dinas yang disampaikan kepada camat", "065/12/2021", "Hari libur", "-",
]  # fmt: skip


@pytest.mark.parametrize("text", DURATIONS)
def test_durations(text: str) -> None:
    assert DURATION.fullmatch(text)
    assert is_whole_duration(text)
    assert is_duration(text)
    assert is_duration(f" {text}\n")


@pytest.mark.parametrize("text", INDEFINITE)
def test_times_without_a_number_count_as_a_cell_with_a_capital(text: str) -> None:
    assert is_duration(text)
    assert is_whole_duration(text)
    assert not is_duration(text.lower())


@pytest.mark.parametrize("text", ["15'", "15 ’", "5-10'"])
def test_minutes_as_strokes(text: str) -> None:
    assert is_duration(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_none(text: str) -> None:
    assert not is_duration(text)


@pytest.mark.parametrize("text", ["Berkas 10 menit Surat", "surat 10\nmenit", "selama 2 hari kerja sejak"])
def test_inside_running_text(text: str) -> None:
    assert DURATION.search(text)
    assert not is_whole_duration(text)


@pytest.mark.parametrize(
    "text",
    [
        "tahun 2020",
        "1 tahun 2020",
        "2hariini",
        "A10 menitan",
        "12.10 menitnya",
        "pasal 3 harinya",
    ],
)
def test_no_duration_inside(text: str) -> None:
    assert not DURATION.search(text)


@pytest.mark.parametrize(
    "text", ["1 jam 30 menit", "10 menit (pagi)", "± 10 menit setelah rapat", "10 menit/ Kelurahan"]
)
def test_cells_with_a_little_more(text: str) -> None:
    assert is_duration(text)


@pytest.mark.parametrize(
    ("text", "time", "rest"),
    [
        ("3 hari Disposisi", "3 hari", "Disposisi"),
        ("10 menit Surat tugas", "10 menit", "Surat tugas"),
        ("Tentatif Surat", "Tentatif", "Surat"),
        ("10 menit - Surat", "10 menit", "- Surat"),
        ("15' Agenda", "15'", "Agenda"),
    ],
)
def test_duration_with_the_next_cell_behind_it(text: str, time: str, rest: str) -> None:
    end = split_duration(text)
    assert end is not None
    assert (text[:end].strip(), text[end:].strip()) == (time, rest)


@pytest.mark.parametrize("text", ["10 menit", "10 menit setelah rapat", "Surat 10 menit", "", "Disposisi"])
def test_nothing_to_split(text: str) -> None:
    assert split_duration(text) is None


@pytest.mark.parametrize("text", ["3 lam", "10 mentt", "20 Meut", "1 mingu", "3 har kena"])
def test_a_number_with_what_is_left_of_a_unit_is_nearly_a_time(text: str) -> None:
    assert nearly_times(text)


@pytest.mark.parametrize(
    "text", ["2 lembar", "3 rangkap", "1 SPK", "jam", "12", "1. Buku agenda kendali surat"]
)
def test_a_number_of_other_things_is_no_time(text: str) -> None:
    assert not nearly_times(text)

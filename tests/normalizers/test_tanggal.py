"""Dates: every way of writing one, and what is none."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers import tanggal
from normalizers.reading import APA_ADANYA, INFERENSI, KOREKSI

UTUH = [
    "14 Januari 2024",
    "14 JANUARI 2024",
    "14 Jan. 2024",
    "14Januari2024",
    "14/01/2024",
    "14-01-2024",
    "14.01.2024",
    "14 / 01 / 2024",
    "14-I-2024",
    "14 – 01 – 2024",
    "14 01 2024",
    "2024/01/14",
    "14-Jan-2024",
    "2024-01-14",
    "2024-01-14 00:00:00",
    "Januari 14, 2024",
    "Minggu, 14 Januari 2024",
    "Sukamaju, 14 Januari 2024",
    "tanggal 14 bulan Januari tahun 2024",
    "14 Januari 2024 M / 2 Rajab 1445 H",
    "14\nJanuari\n2024",
    "Revisi 01 / 14 Januari 2024.",
]
SEBAGIAN = [
    ("Januari 2019", "2019-01"),
    ("JUNI 2020", "2020-06"),
    ("...  Januari 2020", "2020-01"),
    ("    Mei 2021", "2021-05"),
    ("Pebruari 2021", "2021-02"),
    ("Agust 2021", "2021-08"),
    ("Nopember 2021", "2021-11"),
    ("06/2020", "2020-06"),
    ("Jun-20", "2020-06"),
    ("2021", "2021"),
    ("Tahun 2021", "2021"),
    ("..-..-2020", "2020"),
    ("4 Januari 2106", "2106-01-04"),
]
RUSAK = [
    ("l4 Januari 2O24", "2024-01-14"),
    ("I4 Januari 202l", "2021-01-14"),
    ("I Januari 2020", "2020-01-01"),
    ("0ktober 2020", "2020-10"),
    ("14 Septernber 2020", "2020-09-14"),
    ("12 Febuari 2020", "2020-02-12"),
    ("1 Janwari 2020", "2020-01-01"),
    ("Jull 2020", "2020-07"),
    ("5 Mel 2021", "2021-05-05"),
    ("O5/O1/2024", "2024-01-05"),
]


@pytest.mark.parametrize("text", UTUH)
def test_a_whole_date(text: str) -> None:
    reading = tanggal.parse(text)
    assert (reading.nilai, reading.cara, reading.saksi) == ("2024-01-14", APA_ADANYA, ())


@pytest.mark.parametrize(("text", "expected"), SEBAGIAN)
def test_what_is_stated_and_no_more(text: str, expected: str) -> None:
    assert tanggal.parse(text).nilai == expected


@pytest.mark.parametrize(("text", "expected"), RUSAK)
def test_a_damaged_date_is_repaired(text: str, expected: str) -> None:
    reading = tanggal.parse(text)
    assert (reading.nilai, reading.cara) == (expected, KOREKSI)
    assert reading.keyakinan < 1


@pytest.mark.parametrize("text", ["14 Jan 24", "14/01/24", "14 Januari ’24"])
def test_a_year_of_two_digits_is_inferred(text: str) -> None:
    reading = tanggal.parse(text)
    assert (reading.nilai, reading.cara) == ("2024-01-14", INFERENSI)


@pytest.mark.parametrize("text", ["", " ", "-", "--", "—", "…", ".......", "/  /", ":", "__"])
def test_an_empty_field_is_no_date(text: str) -> None:
    reading = tanggal.parse(text)
    assert (reading.nilai, reading.saksi) == (None, ())


@pytest.mark.parametrize("text", ["31 Februari 2020", "13/14/2024", "2024-13-01", "00/01/2024", "29-02-2023"])
def test_an_impossible_day_is_not_repaired(text: str) -> None:
    reading = tanggal.parse(text)
    assert reading.nilai is None
    assert [(s.jenis, s.teks) for s in reading.saksi] == [(tanggal.MUSTAHIL, text)]


@pytest.mark.parametrize(
    "text",
    [
        "600/12/SOP/415.72/2022",
        "415.208/11.02/2021",
        "Nomor 14 Tahun 2020",
        "Belum ada",
        "14 Januari",
        "Mei 21",
        "12 Rabiul Awal 1442 H",
        "5 Juri 2020",
    ],
)
def test_what_is_no_date(text: str) -> None:
    reading = tanggal.parse(text)
    assert reading.nilai is None
    assert [s.jenis for s in reading.saksi] == [tanggal.BUKAN_TANGGAL]


def test_a_second_date_is_a_witness_and_a_doubt() -> None:
    reading = tanggal.parse("1 Januari 2020 dan 5 Mei 2022")
    assert reading.nilai == "2020-01-01"
    assert [(s.jenis, s.teks) for s in reading.saksi] == [(tanggal.LAIN, "2022-05-05")]
    assert reading.keyakinan < 1


def test_the_place_of_the_date_is_known() -> None:
    text = "Sukamaju, 14 Januari 2024."
    place = tanggal.parse(text).bagian["tanggal"]
    assert text[place.start : place.end] == "14 Januari 2024"


DAYS = st.dates(datetime.date(1945, 8, 17), datetime.date(2199, 12, 31))


@given(DAYS)
def test_a_written_date_comes_back(day: datetime.date) -> None:
    iso = day.isoformat()
    for part in (iso, iso[:7], iso[:4]):
        assert tanggal.parse(tanggal.tulis(part)).nilai == part
        assert tanggal.parse(tanggal.tulis(part).upper()).nilai == part
    assert tanggal.parse(iso).nilai == iso
    assert tanggal.parse(f"{day:%d/%m/%Y}").nilai == iso
    assert tanggal.parse(f"{day:%d.%m.%Y}").nilai == iso


@pytest.mark.parametrize(
    ("iso", "words"), [("2024-01-04", "4 Januari 2024"), ("2019-01", "Januari 2019"), ("2019", "2019")]
)
def test_tulis(iso: str, words: str) -> None:
    assert tanggal.tulis(iso) == words


@given(st.text(max_size=40))
def test_no_text_makes_it_raise(text: str) -> None:
    value = tanggal.parse(text).nilai
    assert value is None or tanggal.parse(tanggal.tulis(value)).nilai == value


@given(st.text("0123456789 /-.OlIJanuariMei,", max_size=25))
def test_a_value_is_a_date_of_the_calendar(text: str) -> None:
    value = tanggal.parse(text).nilai
    if value is not None and len(value) == 10:
        datetime.date.fromisoformat(value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [(": g Agustus 2023.", "2023-08-09"), ("2g Mei 2021", "2021-05-29"), ("Tgl Agustus 2023", "2023-08")],
)
def test_a_nine_that_looks_like_a_letter(text: str, expected: str) -> None:
    assert tanggal.parse(text).nilai == expected

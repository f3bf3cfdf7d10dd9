"""Several readings of a date or a number made one."""

import pytest

from extractors.raster.writing.agreed import date, date_parts, number
from extractors.sheets import TAK_TERBACA


def texts(said: list[tuple[str, float]] | None) -> list[str] | None:
    return [text for text, _ in said] if said else None


def test_each_part_of_a_date_is_what_most_readings_say() -> None:
    readings = ["G TANYA 2O24", "8 TANUARI 2024", "8TANUARI 202A", "87ANUAR1 a024", "JANUARI"]
    assert texts(date(readings)) == ["8", "Januari", "2024"]
    assert date(readings[1:3]) is None


def test_what_no_majority_says_is_unreadable() -> None:
    readings = ["02 Febrvari 2034", "02 Fesrvari 2074", "02 Februari 200A", "02 Februari 20r4"]
    assert texts(date(readings)) == ["2", "Februari", TAK_TERBACA]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("12 Maret 2024", ("12", "Maret", "2024")),
        ("12Maret 2024", ("12", "Maret", "2024")),
        ("5 JAN UARI 202A", ("5", "Januari", "2024")),
        ("45 Juni 1998", (None, "Juni", "1998")),
        ("5 Juni 7a24", ("5", "Juni", None)),
        ("Tanggal Revisi", None),
        ("2024", None),
    ],
)
def test_parts_of_dates(text: str, parts: tuple[str | None, str, str | None] | None) -> None:
    assert date_parts(text) == parts


def test_letters_among_figures_are_what_other_readings_have_without() -> None:
    assert texts(number(["G7/SET-A/2024", "67/SET-A/202A", "67/5ET-A/2024"])) == ["67", "SET-A", "2024"]
    assert texts(number(["0/146/SET", "0/14C/SET", "0/14C/SET"])) == ["0", "146", "SET"]
    assert texts(number(["17/SET", "71/SET", "47/SET"])) == [TAK_TERBACA, "SET"]


def test_a_word_of_the_page_is_meant_before_what_is_read_more_often() -> None:
    readings = ["7/DINBUO/2024", "7/DINBUO/2024", "7/DINBUD/2024"]
    assert texts(number(readings)) == ["7", "DINBUO", "2024"]
    assert texts(number(readings, {"dinbud"})) == ["7", "DINBUD", "2024"]


def test_words_with_a_stroke_between_are_no_number() -> None:
    assert number(["IZIN/PERJANJIAN KERJA"] * 3) is None
    assert number(["1/A", "1/A/2", "1/A/2/3"]) is None

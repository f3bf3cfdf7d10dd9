"""Numbers as a spreadsheet shows them."""

import pytest

from extractors.office.sheet_numbers import shown, written

HARI = 43891  # 1 March 2020, a Sunday


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (5, "General", "5"),
        (1.5, "General", "1,5"),
        (0.1 + 0.2, "General", "0,3"),
        (5, '0" Menit"', "5 Menit"),
        (5, 'General" Menit"', "5 Menit"),
        (1, '0"."', "1."),
        (12, "000", "012"),
        (1234567.5, "#,##0.00", "1.234.567,50"),
        (1234567, '"Rp"#,##0', "Rp1.234.567"),
        (0.255, "0.0%", "25,5%"),
        (2.5, '0.##" jam"', "2,5 jam"),
        (8123456, "000-0000", "812-3456"),
        (-3, "0;(0)", "(3)"),
        (0, '0;-0;"-"', "-"),
        (5, ";;;", ""),
        (5, '[<10]0" hari";0" minggu"', "5 hari"),
        (0.5, "# ?/?", "0,5"),
    ],
)
def test_a_number_looks_as_its_format_says(value, code, text):
    assert shown(value, code) == text


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (HARI, "dd/mm/yyyy", "01/03/2020"),
        (HARI, "[$-421]dd mmmm yyyy;@", "01 Maret 2020"),
        (HARI, "[$-409]d-mmmm-yy;@", "1-March-20"),
        (HARI, "dddd, d mmm yyyy", "Minggu, 1 Mar 2020"),
        (HARI, "[$-F800]dddd, mmmm dd, yyyy", "1 Maret 2020"),
        (HARI + 0.75, "d/m/yy hh:mm", "1/3/20 18:00"),
        (HARI + 0.75, "h:mm AM/PM", "6:00 PM"),
        (5 / 1440, "h:mm", "0:05"),
        (1.25, "[h]:mm:ss", "30:00:00"),
        (59, "dd/mm/yyyy", "28/02/1900"),
        (61, "dd/mm/yyyy", "01/03/1900"),
        (-1, "dd/mm/yyyy", "-1"),
    ],
)
def test_dates_and_times_are_written_as_in_indonesia(value, code, text):
    assert shown(value, code) == text


def test_days_may_count_from_1904():
    assert shown(0, "dd/mm/yyyy", from_1904=True) == "01/01/1904"


def test_a_format_may_put_words_around_a_text_or_hide_it():
    assert written("12", '"Nomor "@') == "Nomor 12"
    assert written("12", "General") == "12"
    assert written("12", ";;;") == ""

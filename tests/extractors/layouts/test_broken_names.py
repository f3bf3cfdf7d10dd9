"""Names of actors that stand in two lines of a heading for all columns at once."""

import pytest

from extractors.layouts.broken_names import joined_names
from tests.extractors.plain import a_span, said


def names(upper: str, lower: str) -> list[str | None]:
    found = joined_names(*([a_span(word) for word in line.split()] for line in (upper, lower)))
    return [said(name) for name in found]


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (
            "Petugas Kepala Analis",
            "Bendahara Wajib Pajak Pemungut Seksi Camat Kebijakan",
            ["Bendahara", "Wajib Pajak", "Petugas Pemungut", "Kepala Seksi", "Camat", "Analis Kebijakan"],
        ),
        (
            "Alumni Petugas Kasubag Wakil",
            "Akademik Dekan",
            ["Alumni", "Petugas", "Kasubag Akademik", "Wakil Dekan"],
        ),
        (
            "Kasubag Pengelola Benda Tim",
            "Umum Arsip hara Teknis",
            ["Kasubag Umum", "Pengelola Arsip", "Bendahara", "Tim Teknis"],
        ),
    ],
    ids=["middle", "top", "broken-word"],
)
def test_words_of_two_lines_make_names(upper: str, lower: str, expected: list[str]) -> None:
    assert names(upper, lower) == expected


@pytest.mark.parametrize(
    ("upper", "lower"),
    [("Aang Tapa oo", "pt ae ma"), ("", "Camat"), ("Lorem Ipsum Dolor Sit", "Amet Consec Tetur")],
)
def test_words_that_nothing_speaks_for_make_none(upper: str, lower: str) -> None:
    assert names(upper, lower) == []

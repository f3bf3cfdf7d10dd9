"""Likeness: the nearest choice, or none."""

import pytest

from normalizers import fuzzy

UNITS = ["bulan", "hari", "jam", "menit", "minggu"]


@pytest.mark.parametrize(
    ("word", "limit", "expected"),
    [
        ("menit", 1, "menit"),
        ("menlt", 1, "menit"),
        ("menti", 1, "menit"),  # swapped neighbours are one step
        ("rnenit", 2, "menit"),
        ("mnt", 1, None),
        ("buIau", 2, "bulan"),
        ("", 1, None),
    ],
)
def test_nearest(word: str, limit: int, expected: str | None) -> None:
    assert fuzzy.nearest(word, UNITS, limit) == expected


def test_a_tie_is_no_answer() -> None:
    assert fuzzy.nearest("juri", ["juni", "juli"], 1) is None
    assert fuzzy.candidates("juri", ["juni", "juli"], 1) == ["juli", "juni"]


def test_only_the_nearest_are_candidates() -> None:
    assert fuzzy.candidates("camat", ["camat", "carat"], 2) == ["camat"]


def test_distance_and_ratio() -> None:
    assert fuzzy.distance("1977806", "197806") == 1
    assert fuzzy.ratio("setyo", "setyo") == 1
    assert 0.7 < fuzzy.ratio("setyo", "setya") < 1

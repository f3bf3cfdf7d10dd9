"""Halves that engines read as something else."""

import pytest

from normalizers import waktu


@pytest.mark.parametrize(
    ("text", "nilai", "menit"),
    [("Ya jam", 0.5, 30), ("% jam", 0.5, 30), ("1 Y2 jam", 1.5, 90), ("± V2 hari", 0.5, 225)],
)
def test_what_is_read_of_a_half_before_a_unit_is_one(text: str, nilai: float, menit: float) -> None:
    reading = waktu.parse(text)
    assert reading.nilai is not None
    assert (reading.nilai.nilai, reading.nilai.menit, reading.cara) == (nilai, menit, "koreksi")


@pytest.mark.parametrize("text", ["Ya", "10 % menit", "Ya menit"])
def test_nothing_else_is(text: str) -> None:
    reading = waktu.parse(text)
    assert reading.nilai is None or reading.nilai.nilai != 0.5
    assert "½" not in (reading.nilai.teks if reading.nilai else "")

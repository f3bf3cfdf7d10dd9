"""Markers and stops of lists, told by their neighbours."""

import pytest

from extractors.boxes import Box
from extractors.raster.writing.list_signs import with_list_signs
from extractors.sheets import Word


def told(*lines: str) -> list[str]:
    words = [
        Word(text, Box(60.0 * at, 30.0 * row, 60.0 * at + 50, 30.0 * row + 16), baris=row)
        for row, line in enumerate(lines)
        for at, text in enumerate(line.split())
    ]
    better = with_list_signs(words)
    return [" ".join(word.text for word in better if word.baris == row) for row in range(len(lines))]


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (("a. Satu", "b. Dua", "C. Tiga", "d. Empat"), "c. Tiga"),
        (("a. Satu", "b. Dua", "Cc. Tiga"), "c. Tiga"),
        (("Judul", "b. Dua", "Ja. Satu"), "Ja. Satu"),
        (("7. Satu", "8. Dua", "19. Tiga"), "9. Tiga"),
        (("17. Satu", "18. Dua", "19. Tiga"), "19. Tiga"),
        (("1. Satu", "2. Dua", "13. Tiga", "4. Empat"), "3. Tiga"),
    ],
)
def test_a_marker_is_what_counts_on(lines: tuple[str, ...], meant: str) -> None:
    assert told(*lines)[2] == meant


def test_a_first_marker_with_a_rule_before_it() -> None:
    assert told("Ja. Satu", "b. Dua") == ["a. Satu", "b. Dua"]


def test_what_counts_on_itself_stays() -> None:
    lines = ("A. Satu", "B. Dua", "C. Tiga", "12. Empat", "13. Lima")
    assert told(*lines) == list(lines)


def test_a_colon_before_the_next_entry_of_a_list_is_a_semicolon() -> None:
    lines = ("1. Kartu pas:", "2. Mobil:", "a. Roda", "3. Rompi:")
    assert told(*lines) == ["1. Kartu pas;", "2. Mobil:", "a. Roda", "3. Rompi;"]
    assert told("Syarat:", "1. Kartu") == ["Syarat:", "1. Kartu"]

"""Halves before units of time."""

import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.geometry.paper import Gray
from extractors.raster.writing.fractions import with_fractions
from extractors.sheets import Word

PAGE = np.full((60, 300), 255, np.uint8)


def read(
    number: str, unit: str, seen: str, sure: float = 0.7, at: int = 60, wide: int = 22
) -> tuple[str, float, int]:
    """The number before a unit, how sure it is, and how often the engine of lines was asked."""
    asked = []

    def strip(picture: Gray) -> list[Word]:
        asked.append(picture.shape)
        return [Word(seen, Box(0, 0, 9, 9), sure, "garis")]

    words = [
        Word(number, Box(52 - wide, 20, 52, 40), 0.94, "halaman"),
        Word(unit, Box(at, 20, at + 14 * len(unit), 40), 0.99),
    ]
    first, _ = with_fractions(words, PAGE, strip)
    return first.text, first.keyakinan, len(asked)


@pytest.mark.parametrize("misread", ["12", "14", "%", "Y", "V2"])
@pytest.mark.parametrize("seen", ["½", "1½2", "1/2", "½2"])
def test_a_half_is_what_the_engine_of_lines_sees(misread: str, seen: str) -> None:
    assert read(misread, "hari", seen) == ("½", 0.7, 1)


@pytest.mark.parametrize("seen", ["1½", "11½2", "1½2"])
def test_a_whole_number_stays_before_its_half(seen: str) -> None:
    assert read("144", "jam", seen, wide=40) == ("1 ½", 0.7, 1)


def test_of_a_half_that_is_too_wide_for_one_something_was_not_seen() -> None:
    assert read("144", "jam", "½", wide=40) == ("144", 0.6, 1)


def test_a_number_that_both_read_stays() -> None:
    assert read("12", "hari", "12", 0.99) == ("12", 0.94, 1)


def test_a_number_of_which_the_engine_of_lines_is_not_sure_is_doubtful() -> None:
    assert read("14", "hari", "12", 0.74) == ("14", 0.6, 1)


def test_nothing_is_asked_of_minutes_single_figures_and_what_stands_apart() -> None:
    assert read("12", "menit", "½")[2] == 0
    assert read("2", "hari", "½")[2] == 0
    assert read("12", "hari", "½", at=150)[2] == 0


def test_without_an_engine_of_lines_all_stays() -> None:
    words = [Word("12", Box(20, 20, 50, 40), 0.94), Word("hari", Box(60, 20, 120, 40), 0.99)]
    assert with_fractions(words, PAGE, None) == words

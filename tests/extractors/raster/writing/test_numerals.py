"""The numeral I behind a word, and the figure 1 before a unit of time, which are mere strokes."""

import pytest

from extractors.boxes import Box
from extractors.raster.writing.numerals import with_numerals
from extractors.sheets import Word

LETTER = 20.0


def word(text: str, x: float, width: float, top: float = 100, height: float = 21, baris: int = 3) -> Word:
    return Word(text, Box(x, top, x + width, top + height), 0.98, "uji", baris)


def said(*words: Word) -> list[str]:
    return [one.text for one in with_numerals(words, LETTER)]


@pytest.mark.parametrize(("stroke", "numeral"), [("|", "I"), ("||", "II"), ("I|", "II"), ("|||", "III")])
def test_strokes_behind_a_word_are_its_number(stroke: str, numeral: str) -> None:
    assert said(word("Asisten", 0, 100), word(stroke, 112, 5)) == ["Asisten", numeral]


@pytest.mark.parametrize(
    "stroke",
    [
        word("|", 112, 5, top=80, height=60),
        word("|", 160, 5),
        word("|", 112, 5, baris=4),
        word("|", 112, 5, top=112, height=18),
        word("1", 112, 5),
    ],
    ids=["tall", "apart", "other-line", "lower", "figure"],
)
def test_what_is_left_of_rules_stays(stroke: Word) -> None:
    assert said(word("Asisten", 0, 100), stroke) == ["Asisten", stroke.text]


def test_a_stroke_behind_figures_is_no_numeral() -> None:
    assert said(word("12", 0, 100), word("|", 112, 5)) == ["12", "|"]


def test_a_stroke_before_a_unit_of_time_is_a_one() -> None:
    assert said(word("|", 0, 5), word("hari", 20, 45)) == ["1", "hari"]
    assert said(word("|", 0, 5), word("surat", 20, 45)) == ["|", "surat"]
    assert said(word("|", 0, 5), word("hari", 60, 45)) == ["|", "hari"]
    assert said(word("|", 0, 5, top=80, height=60), word("hari", 20, 45)) == ["|", "hari"]


def test_a_stroke_with_a_comma_is_the_first_numeral_of_several() -> None:
    assert said(word("surat/teguran", 0, 130), word("|,", 142, 8), word("II", 160, 10)) == [
        "surat/teguran",
        "I,",
        "II",
    ]
    assert said(word("|,", 0, 8, top=80, height=60), word("II", 18, 10)) == ["|,", "II"]
    assert said(word("12", 0, 20), word("|,", 30, 8), word("14", 48, 20)) == ["12", "|,", "14"]


@pytest.mark.parametrize(
    ("seen", "meant"), [("Il", "II"), ("Ill.", "III."), ("Il/c", "II/c"), ("Ilham", "Ilham")]
)
def test_strokes_side_by_side_are_numerals_none_of_them_a_small_letter(seen: str, meant: str) -> None:
    assert said(word(seen, 0, 12)) == [meant]

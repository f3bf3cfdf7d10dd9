"""Words that a narrow cell broke."""

from collections import Counter

import pytest

from extractors.boxes import Box
from extractors.composing.broken_words import joined
from extractors.sheets import Word
from extractors.spans import Span


def told(*lines: str, width: float = 40.0, letter: float = 5.0) -> str:
    words = [
        [Word(line, Box(0, 20.0 * at, letter * len(line), 20.0 * at + 10))] for at, line in enumerate(lines)
    ]
    return joined([Span(line, range(len(line))) for line in lines], Counter(), words, width).text


def test_a_single_letter_below_a_word_is_its_end_but_below_a_label_a_marker_without_its_stop() -> None:
    assert told("Operato", "r layanan") == "Operator layanan"
    assert told("Peringatan", "a Berkas yang hilang") == "Peringatan\na Berkas yang hilang"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("disengket", "akan"), "disengketakan"),
        (("surat/peringat", "an, yang kedua"), "surat/peringatan, yang kedua"),
        (("b. Permohon", "an. Berkas"), "b. Permohonan. Berkas"),
    ],
)
def test_what_fills_a_line_and_is_no_word_goes_on_below_where_both_make_a_form_of_one(
    lines: tuple[str, ...], text: str
) -> None:
    assert told(*lines) == text


def test_two_words_and_what_left_room_on_its_line_stay_apart() -> None:
    assert told("kerja", "sama", width=26) == "kerja\nsama"
    assert told("disengket", "akan", width=90) == "disengket\nakan"
    assert told("sudah disengket", "akan", width=80) == "sudah disengket\nakan"

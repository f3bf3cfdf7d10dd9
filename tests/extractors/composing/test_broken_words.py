"""Words that a narrow cell broke."""

from collections import Counter

from extractors.composing.broken_words import joined
from extractors.spans import Span


def told(*lines: str) -> str:
    return joined([Span(line, range(len(line))) for line in lines], Counter()).text


def test_a_single_letter_below_a_word_is_its_end_but_below_a_label_a_marker_without_its_stop() -> None:
    assert told("Operato", "r layanan") == "Operator layanan"
    assert told("Peringatan", "a Berkas yang hilang") == "Peringatan\na Berkas yang hilang"

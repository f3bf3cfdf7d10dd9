"""What stamps and handwriting are read as is no text."""

from dataclasses import replace

import pytest

from extractors.boxes import Box
from extractors.raster.writing.rubbish import is_rubbish, is_text, judged, sifted, without_bars
from extractors.sheets import TAK_TERBACA, Word


def _kata(text: str, keyakinan: float = 0.99, baris: int = 0, x: float = 0.0) -> Word:
    return Word(text, Box(x, 0, x + 10, 10), keyakinan, "tesseract", baris)


def test_rubbish_is_short_or_odd_and_unsure():
    assert all(is_rubbish(_kata(text, 0.1)) for text in ("ox", "Rul", "xrtqwp", "aBcde", "_"))
    assert not any(
        is_rubbish(_kata(text, 0.1)) for text in ("dan", "S.H.,", "a.", "2024", "Melati", "(KTR),")
    )
    assert not is_rubbish(_kata("ox", 0.7))


def test_lines_of_a_stamp_fall_away_and_names_stay():
    words = [
        _kata("NA", 0.05, 0),
        _kata("Wr", 0.1, 0, 20),
        _kata("AYUNINGTYAS,", 0.4, 1),
        _kata("S.H.", 0.2, 1, 20),
    ]
    assert [word.text for word in sifted(words)] == ["AYUNINGTYAS,", "S.H."]


def test_a_line_that_is_half_rubbish_says_so():
    words = [_kata("Rul", 0.1, 0), _kata("wil", 0.1, 0, 20), _kata("AYANTI", 0.4, 0, 40)]
    assert [word.text for word in sifted(words)] == ["AYANTI", TAK_TERBACA]


def test_a_speck_beside_a_sentence_is_left_out():
    words = [_kata("Menerima", 0.9), _kata("permohonan", 0.9, 0, 20), _kata("ji", 0.1, 0, 40)]
    assert [word.text for word in sifted(words)] == ["Menerima", "permohonan"]


def test_a_lone_sign_needs_certainty():
    assert is_text([_kata("1", 0.9)])
    assert not is_text([_kata("1", 0.2)])
    assert not is_text([])


def test_the_word_list_makes_words_surer_and_others_less_sure():
    assert judged(_kata("Menerima", 0.4)).keyakinan >= 0.9
    assert judged(_kata("Menerirna", 0.93)).keyakinan < 0.9
    assert judged(_kata("2024", 0.4)).keyakinan == 0.4


def test_a_word_that_the_language_told_is_no_surer_for_being_one():
    assert judged(replace(_kata("Menerima", 0.72), dikira=True)).keyakinan == 0.72


def test_strokes_hardly_read_beside_the_side_of_a_cell_are_its_rule():
    label = _kata("HUKUM", 0.99, 0, 40)
    cell = Box(0, 0, 100, 20)
    for text, sure, x, kept in (
        ("11", 0.4, 88, False),
        ("|", 0.2, 1, False),
        ("11", 0.9, 88, True),
        ("11", 0.4, 60, True),
        ("1", 0.2, 1, True),
        ("17", 0.2, 88, True),
    ):
        found = without_bars([label, _kata(text, sure, 0, x)], cell, 10.0)
        assert [word.text for word in found] == ["HUKUM", text][: 1 + kept]


@pytest.mark.parametrize(("x", "kept"), [(86.0, True), (88.5, False)])
def test_a_stroke_on_the_right_side_of_its_cell_is_the_rule_there(x: float, kept: bool):
    found = without_bars([_kata("30"), _kata("1", 0.9, 0, x)], Box(0, 0, 100, 20), 10.0)
    assert [word.text for word in found] == ["30", "1"][: 1 + kept]

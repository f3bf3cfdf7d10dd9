"""Signs that rules beside a text are read as."""

import pytest

from extractors.boxes import Box
from extractors.raster.writing.edge_signs import (
    without_brackets,
    without_closing,
    without_edge,
    without_quotes,
)
from extractors.sheets import Word

CELL = Box(100, 0, 500, 200)
HURUF = 16.0


def word(text: str, x: float, y: float = 10) -> Word:
    return Word(text, Box(x, y, x + 10 * len(text), y + HURUF), 0.9, "tesseract")


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("IMenerima", "Menerima"),
        ("lkepada", "kepada"),
        ("|Berkas", "Berkas"),
        ("Indonesia", "Indonesia"),
        ("Ijin", "Ijin"),
        ("IXyzzy", "IXyzzy"),
        ("1", "1"),
    ],
)
def test_beside_the_rule(read: str, meant: str) -> None:
    assert without_edge(word(read, CELL.x0 + 3), CELL, HURUF).text == meant


def test_apart_from_the_rule_all_stays() -> None:
    assert without_edge(word("IMenerima", CELL.x0 + 12), CELL, HURUF).text == "IMenerima"


def test_brackets_that_nothing_closes() -> None:
    words = [word("2", 103), word("(Peraturan", 130), word("(Lembaran", 330), word("4)", 450)]
    words += [word("(Perda", 130, 40), word("Kota", 300, 40)]
    assert [w.text for w in without_brackets(words, HURUF)] == [
        "2",
        "Peraturan",
        "(Lembaran",
        "4)",
        "Perda",
        "Kota",
    ]


@pytest.mark.parametrize("texts", [["(Berkas", "lengkap)"], ["(Berkas)"], ["Berkas", "(lengkap"]])
def test_brackets_that_say_something(texts: list[str]) -> None:
    words = [word(text, 110 + 120 * at) for at, text in enumerate(texts)]
    assert without_brackets(words, HURUF) == words


def test_a_longer_word_further_off_has_a_rule_before_it() -> None:
    assert without_edge(word("IMelaksanakan", CELL.x0 + 6), CELL, HURUF).text == "Melaksanakan"
    assert without_edge(word("lkartu", CELL.x0 + 6), CELL, HURUF).text == "lkartu"


def test_quotation_marks_at_the_left_rule_that_quote_nothing() -> None:
    words = [word("'surat", CELL.x0 + 5), word("perintah", 200), word("'", CELL.x0 + 5, 40)]
    assert [w.text for w in without_quotes(words, CELL, HURUF)] == ["surat", "perintah"]
    quoted = [word("'surat", CELL.x0 + 5), word("perintah'", 200)]
    assert without_quotes(quoted, CELL, HURUF) == quoted
    apart = [word("'surat", CELL.x0 + 30)]
    assert without_quotes(apart, CELL, HURUF) == apart


def test_brackets_at_the_right_rule_that_nothing_opens() -> None:
    words = [word("(tiga)", 120), word("untuk)", CELL.x1 - 63)]
    assert [w.text for w in without_closing(words, CELL, HURUF)] == ["(tiga)", "untuk"]
    listed = [word("(kartu", 120), word("pas)", CELL.x1 - 43)]
    assert without_closing(listed, CELL, HURUF) == listed
    inside = [word("untuk)", 200)]
    assert without_closing(inside, CELL, HURUF) == inside

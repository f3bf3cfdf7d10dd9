"""Lines of words: what stands level, however a long line leans."""

from unittest.mock import Mock

from extractors import sheets
from extractors.boxes import Box
from extractors.sheets import Word, by_line, pieces


def word(text, x, y, width=30.0, line=-1):
    return Word(text, Box(x, y, x + width, y + 8.0), baris=line)


def said(lines):
    return [[w.text for w in line] for line in lines]


def test_two_halves_of_a_leaning_line_are_one_line():
    left = [word("a", 0, 0, line=1), word("b", 100, 3, line=1), word("c", 200, 6, line=1)]
    right = [word("d", 300, 7, line=2), word("e", 400, 10, line=2)]
    assert said(by_line([*left, *right])) == [["a", "b", "c", "d", "e"]]


def test_a_line_that_begins_below_the_end_of_another_is_another():
    left = [word("a", 0, 0, line=1), word("b", 100, 3, line=1), word("c", 200, 6, line=1)]
    right = [word("d", 300, 16, line=2)]
    assert said(by_line([*left, *right])) == [["a", "b", "c"], ["d"]]


def test_pieces_are_cut_at_wide_gaps():
    line = [word("Nomor", 0, 0), word("SOP", 34, 0), word("065/12", 120, 0)]
    assert said(pieces(line, 1.3)) == [["Nomor", "SOP"], ["065/12"]]


def test_a_speck_between_two_lines_draws_none_of_its_line_into_the_other():
    above = [word("Keputusan", 0, 0, line=1), word("Bupati", 40, 0, line=1)]
    below = [
        word("Agung", 0, 9, line=2),
        word("Nomor", 40, 10, line=2),
        Word("'", Box(44, 6, 45, 8), baris=2),
    ]
    assert said(by_line([*above, *below]))[0] == ["Keputusan", "Bupati"]


def test_figures_that_were_read_once_more_stay_between_the_words_of_their_line():
    line = [word("Nomor", 0, 0, line=1), word("Tahun", 80, 0, line=1)]
    figures = [word("96", 40, 1, line=2), word("2012", 120, 1, line=2)]
    assert said(by_line([*line, *figures])) == [["Nomor", "96", "Tahun", "2012"]]


def test_a_line_below_a_tall_word_is_no_part_of_its_line():
    tall = [Word("Pegawai", Box(0, 0, 40, 16), baris=1), word("Negeri", 44, 0, line=1)]
    below = [word("Peraturan", 0, 10, 40, line=2), word("Nomor", 44, 10, line=2)]
    assert said(by_line([*tall, *below])) == [["Pegawai", "Negeri"], ["Peraturan", "Nomor"]]


def test_words_are_put_into_lines_once_and_each_caller_gets_its_own_words(monkeypatch):
    asked = Mock(wraps=sheets._lines)
    monkeypatch.setattr(sheets, "_lines", asked)
    first, again = ([word("dua", 240.5, 0), word("satu", 200.5, 1)] for _ in range(2))
    by_line(first)[0].clear()
    assert [[id(w) for w in line] for line in by_line(again)] == [[id(again[1]), id(again[0])]]
    assert asked.call_count == 1


def test_a_part_that_shares_no_height_with_a_line_is_not_held_against_its_words(monkeypatch):
    held = Mock()
    monkeypatch.setattr(sheets, "_goes_into", held)
    assert said(by_line([word("atas", 310.5, 0), word("bawah", 350.5, 9)])) == [["atas"], ["bawah"]]
    assert not held.called

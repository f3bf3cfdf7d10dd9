"""Words that their boxes give away: dots of lines, boxes over two lines, words read twice."""

from extractors.boxes import Box
from extractors.scans.word_boxes import levelled, once, without_dots
from extractors.sheets import Word


def word(text, x, y, width=30.0, height=10.0, sure=0.9, line=0):
    return Word(text, Box(x, y, x + width, y + height), sure, "tesseract", line)


TEXT = [word("Tanggal", 0, 0), word("Pembuatan", 40, 0), word("Juli", 80, 0)]


def said(words):
    return [w.text for w in words]


def test_dots_of_a_line_are_no_words():
    dots = [
        word("anena", 0, 20, height=1.0, sure=0.02, line=1),
        word("nana", 40, 20, height=1.2, sure=0.03, line=1),
        word("kanan", 80, 15, height=10.0, sure=0.02, line=1),
    ]
    assert said(without_dots([*TEXT, *dots])) == said(TEXT)


def test_a_sure_word_among_dots_is_kept():
    line = [word("Kualifikasi", 0, 15, line=1), word("nananan", 40, 20, height=1.0, sure=0.02, line=1)]
    assert said(without_dots([*TEXT, *line])) == [*said(TEXT), "Kualifikasi"]


def test_signs_are_as_flat_as_they_are():
    assert said(without_dots([*TEXT, word("-", 0, 20, height=1.0, line=1)])) == [*said(TEXT), "-"]


def test_a_box_that_reaches_into_the_line_above_is_cut_to_its_own():
    line = [
        word("2.", 0, 20, line=1),
        word("Peraturan", 40, 20, line=1),
        word("Pemerintah", 80, 9, height=24, line=1),
    ]
    found = levelled([*TEXT, *line])[-1]
    assert (found.box.y0, found.box.y1) == (20.0, 30.0)


def test_a_word_with_capitals_and_descenders_keeps_its_height():
    line = [
        word("satu", 0, 22, height=7, line=1),
        word("dua", 40, 20, height=9, line=1),
        word("Yg", 80, 20, line=1),
    ]
    assert levelled([*TEXT, *line])[-1].box.height == 10.0


def test_of_two_words_on_one_ink_the_surer_stays():
    twice = [
        word("Renstra.", 0, 0, sure=0.99),
        word("Renstra", 1, 0, width=28, sure=0.7, line=1),
        word("SOP", 40, 0),
    ]
    assert said(once(twice)) == ["Renstra.", "SOP"]


def test_neighbours_that_touch_are_two_words():
    assert said(once([word("Buku", 0, 0), word("buku", 28, 0, line=1)])) == ["Buku", "buku"]


def test_the_words_of_a_heading_on_end_share_a_box():
    assert said(once([word("Kepala", 0, 0, height=90), word("Kepala", 0, 0, height=90)])) == [
        "Kepala",
        "Kepala",
    ]


def test_other_words_in_a_box_that_is_too_large_are_kept():
    assert said(once([word("Kelengka", 0, 0, height=30), word("pan", 0, 12, line=1)])) == ["Kelengka", "pan"]


def test_a_page_without_sure_words_is_left_as_it_is():
    assert said(without_dots([word("nanana", 0, 0, height=1.0, sure=0.02)])) == ["nanana"]


def test_a_certain_word_whose_height_the_engine_lost_is_as_high_as_its_line():
    line = [word("Lembar", 0, 20, line=1), word("disposisi", 40, 22, height=1.0, sure=0.99, line=1)]
    found = without_dots([*TEXT, *line])
    assert said(found) == [*said(TEXT), "Lembar", "disposisi"]
    assert found[-1].box == Box(40, 20, 70, 30)

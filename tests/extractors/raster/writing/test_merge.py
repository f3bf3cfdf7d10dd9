from dataclasses import replace

from extractors.boxes import Box
from extractors.raster.writing import credible
from extractors.raster.writing.merge import best_number, merged
from extractors.sheets import Word


def kata(text, x, conf, mesin="tesseract", y=0, baris=0):
    return Word(text, Box(x, y, x + 10 * len(text), y + 20), conf, mesin, baris)


def texts(words):
    return [word.text for word in sorted(words, key=lambda word: word.box.x0)]


def test_each_place_takes_the_better_of_both():
    first = [kata("Memeriksa", 0, 0.99), kata("kelengkapam", 100, 0.5)]
    second = [kata("Mcmeriksa", 0, 0.4), kata("kelengkapan", 100, 0.9)]
    assert texts(merged(first, second)) == ["Memeriksa", "kelengkapan"]


def test_agreement_of_two_engines_is_worth_more_than_of_one_with_itself():
    (same,) = merged([kata("Camat", 0, 0.7)], [kata("Camat", 0, 0.7)])
    (other,) = merged([kata("Camat", 0, 0.7)], [kata("Camat", 0, 0.7, "rapidocr")])
    assert 0.7 < same.keyakinan < other.keyakinan < 1


def test_disagreement_makes_unsure():
    (word,) = merged([kata("1960", 0, 0.95)], [kata("1980", 0, 0.94, "rapidocr")])
    assert word.text == "1960"
    assert word.keyakinan < 0.7


def test_of_two_readings_of_a_time_the_one_with_the_sign_of_minutes_is_meant():
    assert texts(merged([kata("10", 0, 0.99)], [kata("10'", 0, 0.8, "rapidocr")])) == ["10'"]


def test_a_word_split_in_two_competes_as_a_whole():
    words = merged([kata("1hari", 0, 0.5)], [kata("1", 0, 0.9), kata("hari", 15, 0.9)])
    assert texts(words) == ["1", "hari"]


def test_words_of_the_second_reading_join_the_lines_of_the_first():
    first = [kata("atas", 0, 0.9, baris=7), kata("bawah", 0, 0.9, y=40, baris=8)]
    second = [
        kata("atas", 0, 0.9, baris=0),
        kata("kanan", 80, 0.9, baris=0),
        kata("bawah", 0, 0.9, y=40, baris=1),
    ]
    assert {word.text: word.baris for word in merged(first, second)} == {"atas": 7, "kanan": 7, "bawah": 8}


def test_two_lines_stay_two_where_a_box_of_the_first_reading_reaches_over_both():
    first = [kata("acuan", 80, 0.9, baris=3), Word("kcrang", Box(0, 2, 60, 30), 0.3, "tesseract", 3)]
    second = [
        kata("Menyusun", 0, 0.9, "rapidocr", y=0, baris=0),
        kata("dan", 0, 0.9, "rapidocr", y=14, baris=1),
    ]
    numbers = {word.text: word.baris for word in merged(first, second)}
    assert numbers["Menyusun"] == numbers["acuan"] == 3
    assert numbers["dan"] > 3


def test_numbers_are_voted_on():
    readings = [[kata("7", 0, 0.5)], [kata("1.", 0, 0.4)], [kata("1", 0, 0.3)], [kata("ab", 0, 0.9)]]
    (word,) = best_number(readings)
    assert word.text == "1."
    assert word.keyakinan < 0.6
    assert best_number([[kata("ab", 0, 0.9)], []]) == []


def test_what_can_be_text():
    assert credible.plausible([])
    assert credible.plausible([kata("Pemerintah", 0, 0.15)])
    assert not credible.plausible([kata("ke", 0, 0.05), kata("»a", 30, 0.1), kata("Tz", 60, 0.05)])


def test_rules_and_specks_are_no_words():
    assert not credible.is_word(kata("|", 0, 0.9), 18)
    assert not credible.is_word(Word("l", Box(0, 0, 4, 60), 0.9, "tesseract"), 18)
    assert credible.is_word(kata("1.", 0, 0.3), 18)
    assert credible.without_rules("|480") == "480"


def test_of_two_spellings_the_one_that_is_a_word_is_meant():
    words = merged([kata("Pembina", 0, 0.3)], [kata("Fembina", 0, 0.9, "rapidocr")])
    assert texts(words) == ["Pembina"]
    words = merged([kata("Pembina", 0, 0.05)], [kata("Fembina", 0, 0.9, "rapidocr")])
    assert texts(words) == ["Fembina"]  # the engine did not believe it itself


def test_a_reading_that_explains_more_ink_wins_over_a_surer_piece():
    words = merged([kata("Pe", 0, 0.95)], [kata("Pengaduan", 0, 0.9, "rapidocr")])
    assert texts(words) == ["Pengaduan"]
    words = merged([kata("Pe", 0, 0.95)], [kata("Pzngxduqn", 0, 0.3, "rapidocr")])
    assert texts(words) == ["Pe"]


def test_what_the_language_told_is_read_once_the_letters_of_another_reading_say_the_same():
    told = replace(kata("Pembina", 0, 0.72, "rapidocr"), dikira=True)
    assert [word.dikira for word in merged([told], [told])] == [True]
    assert [word.dikira for word in merged([told], [kata("Pembina", 0, 0.3)])] == [False]
    assert [word.dikira for word in merged([kata("Fembira", 0, 0.1)], [told])] == [True]

"""Words at branches."""

import pytest

from extractors.boxes import Box
from extractors.flow.phrases import phrases_of
from extractors.lexicon.branch_names import branch
from extractors.sheets import Drawing, Sheet, Word


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ya", "Ya"),
        ("Y", "Ya"),
        ("Tidak", "Tidak"),
        ("T", "Tidak"),
        ("Tidak setuju", "Tidak"),
        ("Lengkap", "Ya"),
        ("belum lengkap", "Tidak"),
        ("Disetujui", "Ya"),
        ("Ditolak", "Tidak"),
        ("Data Benar", "Ya"),
        ("Memeriksa berkas lengkap", None),
        ("data", None),
        ("", None),
    ],
)
def test_branch(text: str, label: str | None) -> None:
    assert branch(text) == label


def test_words_of_a_sentence_name_no_branch() -> None:
    words = (
        Word("berkas", Box(100, 100, 130, 110)),
        Word("lengkap", Box(133, 100, 165, 110)),
        Word("dikirim", Box(168, 100, 200, 110)),
    )
    assert phrases_of(Sheet(1, 842, 595, words=words), []) == []


def test_a_phrase_over_two_lines_is_one() -> None:
    words = (Word("Tidak", Box(100, 100, 120, 108)), Word("setuju", Box(100, 109, 124, 117)))
    assert [phrase.label for phrase in phrases_of(Sheet(1, 842, 595, words=words), [])] == ["Tidak"]
    # Boxes of letters without descenders are low, lines are as far apart all the same.
    words = (Word("Tidak", Box(312, 303.8, 329.1, 309)), Word("lengkap", Box(312, 311.8, 336.5, 318.3)))
    assert [phrase.label for phrase in phrases_of(Sheet(1, 842, 595, words=words), [])] == ["Tidak"]


def test_a_word_that_a_ruled_line_runs_through_is_one() -> None:
    words = (Word("T", Box(386.2, 345.8, 390.4, 353.3)), Word("idak", Box(390.6, 345.8, 403, 353.3)))
    assert [phrase.label for phrase in phrases_of(Sheet(1, 842, 595, words=words), [])] == ["Tidak"]
    apart = (Word("Y", Box(386, 345, 390, 353)), Word("a", Box(400, 345, 404, 353)))
    assert phrases_of(Sheet(1, 842, 595, words=apart), [])[0].box.x1 == 390


def test_a_scanned_word_that_lost_letters_where_a_line_ran_through_it_is_known() -> None:
    def labels(text: str, sure: float = 0.6) -> list[str]:
        words = (Word("Tidak", Box(391, 323, 410, 328)), Word(text, Box(412, 322, 425, 330), sure))
        return [phrase.label for phrase in phrases_of(Sheet(1, 842, 595, words=words, pindaian=True), [])]

    assert labels("sesi") == ["Tidak"]
    assert labels("sei") == []
    assert labels("surat") == []
    assert labels("hasil") == ["Tidak"]  # what is left of "berhasil", unless it was read too surely to be
    assert labels("hasil", 0.96) == []


def test_text_in_the_middle_of_a_symbol_is_its_own() -> None:
    words = (Word("Setuju", Box(110, 106, 130, 114)),)
    assert phrases_of(Sheet(1, 842, 595, words=words), [Box(100, 100, 140, 120)]) == []


def test_what_was_read_first_of_a_longer_phrase_is_no_phrase_of_its_own():
    whole = Drawing("tulisan", Box(100, 100, 150, 108), text="tidak setuju")
    sheet = Sheet(
        1, 842, 595, words=(Word("setuju", Box(125, 100, 150, 108), 0.95),), drawings=(whole,), pindaian=True
    )
    assert [phrase.label for phrase in phrases_of(sheet, [])] == ["Tidak"]


def test_a_rule_through_a_name_of_two_words_leaves_it_one() -> None:
    words = (Word("Tidak", Box(100, 100, 115, 105)), Word("setuju", Box(125, 101, 139, 108)))
    found = phrases_of(Sheet(1, 842, 595, words=words, pindaian=True), [])
    assert [one.label for one in found] == ["Tidak"]
    answers = (words[0], Word("Ya", Box(125, 100, 132, 106)))
    found = phrases_of(Sheet(1, 842, 595, words=answers, pindaian=True), [])
    assert [one.label for one in found] == ["Tidak", "Ya"]


@pytest.mark.parametrize(
    ("words", "labels"),
    [(("Tidak", "lengkap"), ["Tidak", "Ya"]), (("Tidak",), ["Tidak"])],
)
def test_the_word_of_a_whole_name_below_it_is_the_other_name(
    words: tuple[str, ...], labels: list[str]
) -> None:
    line = tuple(Word(word, Box(100 + 30 * at, 100, 125 + 30 * at, 110)) for at, word in enumerate(words))
    below = Drawing("tulisan", Box(100, 112, 127, 122), text="lengkap")
    found = phrases_of(Sheet(1, 595, 842, words=line, drawings=(below,), pindaian=True), [])
    assert [phrase.label for phrase in found] == labels

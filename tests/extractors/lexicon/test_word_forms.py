"""Forms of known words."""

import pytest

from extractors.lexicon.word_forms import are_related, is_form


@pytest.mark.parametrize("word", ["disengketakan", "penandatanganan", "pengadministrasian", "peringatan"])
def test_affixes_and_melted_consonants_make_forms_of_a_word(word: str) -> None:
    assert is_form(word)


@pytest.mark.parametrize("word", ["kegiatanyang", "suratkeluar", "xqzan"])
def test_two_words_run_together_are_no_form_of_one(word: str) -> None:
    assert not is_form(word)


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("meneruskan", "diteruskan", True),
        ("menyerahkan", "penyerahan", True),
        ("memeriksa", "terperiksa", True),
        ("memeriksa", "memeriksa", False),
        ("meneruskan", "berkas", False),
    ],
)
def test_words_with_one_root(one: str, other: str, related: bool) -> None:
    assert are_related(one, other) is related

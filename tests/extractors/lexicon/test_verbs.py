"""Which words are verbs."""

import pytest

from extractors.lexicon.verbs import begins_like_verb, is_verb


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Menerima", True), ("Mcncatat", True), ("Diserahkan,", True), ("Menteri", False), ("Mekanisme", False)],
)
def test_verbs(word, expected):
    assert is_verb(word) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Pencatatan surat", True), ("Dicatat dalam buku", True), ("dicatat", False), ("Surat", False)],
)
def test_what_begins_like_a_verb(text, expected):
    assert begins_like_verb(text) is expected

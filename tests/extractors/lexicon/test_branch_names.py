"""Names of branches, as printed and as misread."""

import pytest

from extractors.lexicon.branch_names import branch, branch_read


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("Ya", "Ya"),
        ("V", "Ya"),
        ("T", "Tidak"),
        ("Tidok", "Tidak"),
        ("Setujv", "Ya"),
        ("Tidak setuju", "Tidak"),
        ("Tidaklengkap", "Tidak"),
        ("Lengkop", "Ya"),
        ("Set", "Ya"),
        ("Tid", "Tidak"),
    ],
)
def test_what_is_read_beside_a_decision_is_known_again(read: str, name: str):
    found = branch_read(read)
    assert found is not None
    assert branch(found) == name


@pytest.mark.parametrize("read", ["", "1", "Camat", "lI", "Surat", "xx", "---", "o"])
def test_what_may_be_anything_is_nothing(read: str):
    assert branch_read(read) is None


def test_two_names_of_one_branch_that_a_word_is_equally_like_say_the_same():
    found = branch_read("Tiflak setuju")
    assert found is not None
    assert branch(found) == "Tidak"

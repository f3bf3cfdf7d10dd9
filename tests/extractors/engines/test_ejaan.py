"""Words of the language that a network saw nearly as likely as what it read."""

import numpy as np
import pytest

from extractors.engines import ejaan

HURUF = ["", *"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.0123456789", " "]


def dilihat(read, other="", share=0.0):
    """What a network sees that reads one word, with a share of its trust in the letters of another of that length."""
    seen = np.full((2 * len(read) + 4, len(HURUF)), 1e-6, np.float32)
    seen[:, 0] = 0.99
    for at, letter in enumerate(read):
        step = seen[2 * at + 1]
        step[0], step[HURUF.index(letter)] = 0.01, 0.98
        if other and other[at] != letter:
            step[HURUF.index(letter)], step[HURUF.index(other[at])] = 0.98 - share, share
    return seen, [2 * at + 1 for at in range(len(read))]


@pytest.fixture(autouse=True)
def kata(monkeypatch):
    monkeypatch.setattr(ejaan, "listed", lambda: frozenset({"bahan", "menyusun", "kertas", "hari", "hati"}))
    ejaan._usable.cache_clear()
    yield
    ejaan._usable.cache_clear()


@pytest.mark.parametrize(
    ("read", "other", "meant"),
    [
        ("hahan", "bahan", "bahan"),
        ("Menyasun.", "Menyusun.", "Menyusun."),
        ("KARTAS", "KERTAS", "KERTAS"),
    ],
)
def test_what_is_no_word_is_taken_for_the_one_that_was_seen_nearly_as_likely(read, other, meant):
    seen, steps = dilihat(read, other, 0.2)
    assert ejaan.meant(seen, HURUF, steps) == meant


def test_letters_that_were_surely_seen_stay():
    seen, steps = dilihat("hahan", "bahan", 1e-5)
    assert ejaan.meant(seen, HURUF, steps) is None


def test_what_two_words_are_equally_near_to_stays():
    seen, steps = dilihat("haxi", "hari", 0.2)
    assert ejaan.meant(seen, HURUF, steps) == "hari"
    seen[5, HURUF.index("t")] = 0.2
    assert ejaan.meant(seen, HURUF, steps) is None


@pytest.mark.parametrize("read", ["bahan", "yg", "12ab3", "188.45"])
def test_words_of_the_language_short_ones_and_numbers_are_let_alone(read):
    seen, steps = dilihat(read)
    assert ejaan.meant(seen, HURUF, steps) is None

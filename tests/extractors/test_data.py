"""The data files of the room: sorted, without doubles, each word of use."""

import re
import tomllib
from importlib.resources import files

import pytest

from extractors.data import table
from extractors.lexicon.actors import is_actor
from extractors.lexicon.labels import fold
from extractors.lexicon.marks import SIMBOL, read_mark

NAMES = ("aktor", "bentuk", "durasi", "glif", "kolom", "label", "simbol", "tanda")


@pytest.mark.parametrize("name", NAMES)
def test_files_are_read_once_and_say_where_they_come_from(name: str) -> None:
    assert table(name) is table(name)
    text = files("extractors.data").joinpath(f"{name}.toml").read_text("utf-8")
    assert text.startswith("#")
    assert tomllib.loads(text) == table(name)


@pytest.mark.parametrize(
    ("name", "key", "part"),
    [
        (name, key, part)
        for name in ("label", "kolom")
        for key, entry in table(name).items()
        for part in entry
    ],
)
def test_spellings_are_listed_once(name: str, key: str, part: str) -> None:
    words = table(name)[key][part]
    assert len(words) == len(set(words))
    assert all(word == word.strip() and word for word in words)


@pytest.mark.parametrize("word", table("aktor")["awal"])
def test_first_words_of_actors_are_found(word: str) -> None:
    assert is_actor(word)
    assert is_actor(word.upper())
    assert is_actor(word.capitalize())


def test_first_words_of_actors_are_listed_once() -> None:
    words = table("aktor")["awal"]
    assert len({fold(word) for word in words}) == len(words)


def test_second_words_of_actors_complete_first_ones() -> None:
    for first, seconds in table("aktor")["lanjutan"].items():
        assert is_actor(first)
        assert seconds == sorted(set(seconds))


@pytest.mark.parametrize(
    ("name", "glyph"), [(name, glyph) for name in SIMBOL for glyph in table("simbol")[name]]
)
def test_every_glyph_and_word_is_read_as_its_symbol(name: str, glyph: str) -> None:
    mark = read_mark(glyph)
    if any(char.isalpha() for char in glyph) and name != "terminator":
        return  # a word of a step's own text, too common to be a symbol alone
    assert mark is not None
    assert mark.simbol == name


def test_no_glyph_means_two_symbols() -> None:
    symbols = table("simbol")
    glyphs = [glyph for name in (*SIMBOL, "tanda") for glyph in symbols[name]]
    assert len(glyphs) == len(set(glyphs))


@pytest.mark.parametrize(
    ("key", "part"), [(key, part) for key, entry in table("tanda").items() for part in entry]
)
def test_signs_are_patterns_listed_once(key: str, part: str) -> None:
    patterns = table("tanda")[key][part]
    assert len(patterns) == len(set(patterns))
    assert not any(re.compile(pattern).match("") for pattern in patterns)

"""Spans: pieces of text that never lose their place in the source."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.spans import BARIS, BUTIR, EMPTY, GLUE, PARAGRAF, SELA, Span, join
from tests.extractors.plain import a_span, is_faithful, texts
from tests.strategies import STABIL


@pytest.mark.parametrize(
    ("text", "start", "end", "expected", "first"),
    [
        ("Nomor SOP", 0, 5, "Nomor", 100),
        ("Nomor SOP", 6, None, "SOP", 106),
        ("Nomor SOP", 9, None, "", GLUE),
    ],
)
def test_a_cut_keeps_its_place(text: str, start: int, end: int | None, expected: str, first: int) -> None:
    cut = a_span(text, 100).cut(start, end)
    assert (cut.text, cut.first) == (expected, first)


@pytest.mark.parametrize(
    ("text", "expected", "first", "last"),
    [
        ("  Camat\t", "Camat", 2, 6),
        ("Camat", "Camat", 0, 4),
        (f"{BUTIR} Camat {SELA}{PARAGRAF}{BARIS}", "Camat", 2, 6),
        (" \n\t ", "", GLUE, GLUE),
        ("", "", GLUE, GLUE),
    ],
)
def test_strip_takes_every_kind_of_break(text: str, expected: str, first: int, last: int) -> None:
    stripped = a_span(text).strip()
    assert (stripped.text, stripped.first, stripped.last) == (expected, first, last)


def test_split_drops_what_is_empty() -> None:
    pieces = a_span(" ATK ;; Printer; ").split(re.compile(";"))
    assert [(piece.text, piece.first) for piece in pieces] == [("ATK", 1), ("Printer", 8)]


def test_join_puts_glue_that_stands_nowhere() -> None:
    whole = join([a_span("Tata", 10), EMPTY, a_span("Usaha", 40)])
    assert whole.text == "Tata Usaha"
    assert list(whole.offsets) == [10, 11, 12, 13, GLUE, 40, 41, 42, 43, 44]


def test_join_of_one_is_that_one() -> None:
    one = a_span("Camat")
    assert join([EMPTY, one]) is one
    assert join([]) is EMPTY


def test_first_and_last_pass_over_glue() -> None:
    span = Span(" ab ", (GLUE, 7, 8, GLUE))
    assert (span.first, span.last) == (7, 8)


def test_an_empty_span_is_false() -> None:
    assert not EMPTY
    assert a_span("x")


def test_breaks_are_white_space_and_ranked() -> None:
    assert f"a{BARIS}b{SELA}c{PARAGRAF}d{BUTIR}e".split() == list("abcde")
    assert BARIS < SELA < PARAGRAF < BUTIR  # the strongest of several breaks is the greatest


@given(st.text(alphabet="ab \n\t\x1c", max_size=30), st.integers(0, 30), st.integers(0, 30))
@STABIL
def test_whatever_is_done_to_a_span_stays_faithful(text: str, low: int, high: int) -> None:
    whole = a_span(text)
    cut = whole.cut(low, high).strip()
    parts = [cut, *whole.split(re.compile(r"\s"))]
    assert all(is_faithful(part, text) for part in parts)
    assert texts(parts[1:]) == text.split()
    joined = join(parts, "-")
    assert len(joined.text) == len(joined.offsets)

"""Source: lines of a text, and what is quoted from it as evidence."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages import Source
from extractors.spans import EMPTY, GLUE, Span, join
from tests.extractors.plain import a_span
from tests.strategies import STABIL

TEXT = "Nama SOP\t: Legalisir\n  dan Salinan \n\nDasar Hukum <b>UU</b>"


def piece(*words: str) -> Span:
    return join((a_span(word, TEXT.index(word)) for word in words), "\n")


@pytest.mark.parametrize(("offset", "line"), [(0, 1), (20, 1), (21, 2), (36, 3), (37, 4), (len(TEXT), 4)])
def test_line_of_an_offset(offset: int, line: int) -> None:
    assert Source(TEXT).line_of(offset) == line


@pytest.mark.parametrize(
    ("number", "line"),
    [(1, "Nama SOP\t: Legalisir"), (2, "  dan Salinan "), (3, ""), (4, "Dasar Hukum <b>UU</b>")],
)
def test_line_by_number(number: int, line: str) -> None:
    assert Source(TEXT).line(number) == line


@pytest.mark.parametrize("text", ["", "\n", "a", "a\n", "\n\na"])
def test_lines_are_those_of_split(text: str) -> None:
    source = Source(text)
    assert [source.line(at + 1) for at in range(len(source.line_starts))] == text.split("\n")


@pytest.mark.parametrize(
    ("span", "quoted", "lines"),
    [
        (piece("Legalisir"), "Legalisir", (1, 1)),
        (piece("Nama", "Legalisir"), "Nama SOP\t: Legalisir", (1, 1)),
        (piece("Legalisir", "dan", "Salinan"), "Legalisir\ndan Salinan", (1, 2)),
        (piece("Legalisir", "UU"), "Legalisir\nUU", (1, 4)),
        (piece("Dasar", "Hukum", "UU"), "Dasar Hukum <b>UU", (4, 4)),
        (a_span("Legalisir\n  dan", TEXT.index("Legalisir")), "Legalisir\ndan", (1, 2)),
        (piece("UU", "Nama"), "Nama\nUU", (1, 4)),
        (EMPTY, "", None),
        (Span("x", (GLUE,)), "", None),
        (a_span(" \n\n", TEXT.index(" \n\n")), "", None),
    ],
    ids=[
        "word",
        "with-gap",
        "two-lines",
        "far-apart",
        "markup-inside",
        "over-a-break",
        "out-of-order",
        "empty",
        "glue",
        "blank",
    ],
)
def test_what_is_quoted(span: Span, quoted: str, lines: tuple[int, int] | None) -> None:
    assert Source(TEXT).quote(span) == (quoted, lines)


@given(st.text(alphabet="ab \n\t", max_size=60), st.sets(st.integers(0, 60), max_size=8))
@STABIL
def test_every_quoted_line_stands_in_its_line(text: str, bounds: set[int]) -> None:
    source = Source(text)
    parts = [a_span(text[low:high], low) for low, high in pairwise(sorted(bounds))][::2]
    quoted, lines = source.quote(join(parts, " "))
    if lines is None:
        assert not quoted
        return
    rest = iter(source.line(number) for number in range(lines[0], lines[1] + 1))
    for line in quoted.split("\n"):
        assert any(line in found for found in rest)

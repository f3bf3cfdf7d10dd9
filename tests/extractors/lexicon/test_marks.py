"""Marks: what stands in the cell of an actor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.lexicon.marks import SIMBOL, read_mark
from tests.strategies import STABIL


@pytest.mark.parametrize(
    ("text", "simbol"),
    [
        ("●", "terminator"),
        ("○", "terminator"),
        ("● Mulai", "terminator"),
        ("Mulai", "terminator"),
        ("SELESAI", "terminator"),
        ("□", "proses"),
        ("■", "proses"),
        ("[ ]", "proses"),
        ("[]", "proses"),
        ("□\n↓", "proses"),
        ("◇", "keputusan"),
        ("◆", "keputusan"),
        ("< >", "keputusan"),
        ("◇ Ya", "keputusan"),
        ("⬠", "konektor"),
        ("→□", "proses"),
        ("\uf06e", "proses"),
        ("\uf075 Ya", "keputusan"),
        ("Proses", "proses"),
        ("[Diamond: Lengkap?]", "keputusan"),
        ("Mulai (oval)", "terminator"),
        ("Lengkap? Ya / Tidak", "keputusan"),
    ],
)
def test_symbols(text: str, simbol: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert mark.simbol == simbol
    assert mark.keyakinan >= 0.9


@pytest.mark.parametrize("text", ["v", "V", "x", "√", "✓", "*"])
def test_check_marks_name_the_actor_and_no_symbol(text: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert mark.simbol is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Ya",
        "Tidak",
        "tdk",
        "○ Tidak",
        "□ Ya",
        "↓",
        "|",
        "—",
        "Camat",
        "Surat",
        "J",
        "lengkap",
        "Mulai (kotak)",
    ],
)
def test_no_mark(text: str) -> None:
    assert read_mark(text) is None


def test_two_symbols_in_one_cell_are_less_sure() -> None:
    both, one = read_mark("□ ◇"), read_mark("□ □")
    assert both is not None
    assert one is not None
    assert both.keyakinan < one.keyakinan


@given(st.text(max_size=12))
@STABIL
def test_a_mark_is_a_symbol_of_the_standard(text: str) -> None:
    mark = read_mark(text)
    assert mark is None or (mark.simbol in (None, *SIMBOL) and 0 < mark.keyakinan <= 1)

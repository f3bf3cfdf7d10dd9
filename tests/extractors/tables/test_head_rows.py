"""Rows of a heading that are read as a whole, and what reaches into a cell from its neighbour."""

from dataclasses import replace
from typing import cast

import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.engines.mesin import Engine
from extractors.lattice.grid import Lattice
from extractors.sheets import Word
from extractors.tables.head_rows import anew, bare_rows, below_groups, in_pieces, least_rows, with_rows
from tests.extractors.tables.test_headings import NAMES, XS, YS, cell, names, table, word

EACH = [(at, at) for at in range(8)]


def test_a_row_without_a_word_at_the_top_is_bare_and_a_legible_heading_is_not() -> None:
    assert bare_rows([table(EACH, [])]) == [[cell(0, at, at).box for at in range(8)]]
    assert bare_rows([table(EACH, names(NAMES))]) == []


def test_what_an_engine_makes_of_a_fill_is_no_word() -> None:
    smear = replace(word("Pan", XS[1] + 5, 25.0), keyakinan=0.05)
    assert bare_rows([table(EACH, [smear])]) == bare_rows([table(EACH, [])])
    assert bare_rows([table(EACH, [replace(smear, keyakinan=0.9)])]) == []
    actor = cell(0, 2, 2)
    across = Word("La", Box(XS[2] + 20, 5.0, XS[3] + 25, 13.0), 0.05, mesin="tesseract")
    assert below_groups(actor, [across, word("Camat", XS[2] + 5, 25.0)]) == actor


class Spy:
    """An engine that finds one word at the left upper corner and one at the right lower corner of each picture."""

    def __init__(self) -> None:
        self.shown: list[NDArray[np.uint8]] = []

    def read_page(self, picture: NDArray[np.uint8]) -> list[Word]:
        self.shown.append(picture)
        high, wide = picture.shape
        return [
            Word("Pelaksana", Box(2, 3, 12, 9), 0.9, "tesseract", 0),
            Word("Camat", Box(wide - 12, high - 9, wide - 2, high - 3), 0.9, "tesseract", 1),
        ]


def test_a_row_is_one_picture_without_its_fills_and_its_words_stand_on_the_page():
    page = np.full((200, 600), 255, np.uint8)
    page[40:80, 100:400] = 120
    page[55:62, 120:180] = page[55:62, 260:330] = 0
    spy = Spy()
    seen = [Word("NO", Box(10, 10, 20, 20), 0.9, "tesseract", 7)]
    row = [Box(100, 40, 250, 80), Box(250, 40, 400, 80)]
    before, first, last = with_rows(seen, page, cast(Engine, spy), [row])
    (shown,) = spy.shown
    assert shown.shape == (40, 300)
    assert np.median(shown) > 240
    assert (before, first.box, last.box) == (seen[0], Box(102, 43, 112, 49), Box(388, 71, 398, 77))
    assert len({before.baris, first.baris, last.baris}) == 3


def test_of_a_row_with_a_higher_cell_what_stands_in_the_next_row_was_seen_already():
    page = np.full((200, 600), 255, np.uint8)
    seen = [
        Word("Camat", Box(380, 70, 398, 77), 0.9, "tesseract", 0),
        Word("l", Box(240, 45, 250, 60), 0.1, "tesseract", 1),
    ]
    row = [Box(100, 40, 250, 80), Box(250, 40, 400, 60)]
    found = with_rows(seen, page, cast(Engine, Spy()), [row])
    assert [word.text for word in found] == ["Camat", "Pelaksana"]


def test_a_cell_is_read_below_a_word_that_heads_its_neighbour_too() -> None:
    actor = cell(0, 2, 2)
    group = Word("PELAKSANA", Box(XS[2] + 20, 5.0, XS[3] + 25, 13.0), mesin="tesseract")
    own = word("Camat", XS[2] + 5, 25.0)
    assert below_groups(actor, [group, own]) == replace(actor, box=Box(XS[2], 13.0, XS[3], YS[1]))
    for words in ([own], [group], [replace(group, box=group.box._replace(x1=XS[3] + 1)), own]):
        assert below_groups(actor, words) == actor


def test_a_heading_read_in_pieces_is_known_and_read_anew_as_a_whole() -> None:
    whole, beside = Box(100, 10, 180, 40), Box(180, 10, 260, 40)
    assert in_pieces(whole, [Box(100, 10, 142, 40), Box(142, 10, 180, 40), beside])
    assert not in_pieces(whole, [whole, beside])
    words = [
        Word("Petug", Box(104, 20, 140, 30), baris=0),
        Word("as", Box(144, 20, 156, 30), baris=1),
        Word("Lurah", Box(190, 20, 230, 30), baris=2),
    ]
    again = [Word("Petugas", Box(104, 20, 156, 30), baris=0)]
    assert [(w.text, w.baris) for w in anew(words, [whole], again)] == [("Lurah", 2), ("Petugas", 3)]
    assert anew(words, [whole], []) == words


def test_the_gap_of_a_double_rule_is_no_row_of_a_heading() -> None:
    assert least_rows(Lattice((0, 100), (0, 40, 80, 120), ())) == 2
    assert least_rows(Lattice((0, 100), (0, 3, 40, 80, 120), ())) == 3
    assert least_rows(Lattice((0, 100), (0, 40), ())) == 2

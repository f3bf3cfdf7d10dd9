"""Headings whose words are worn: told beside legible ones, and groups by their place."""

import pytest

from extractors.pages import Cell, Row
from extractors.tables.columns import is_heading_row, read_heading
from extractors.tables.worn_columns import mended
from tests.extractors.plain import a_span


def a_row(*cells: tuple[str, int]) -> Row:
    """Cells side by side, each a text and its width in columns; one without text and width 0 is covered from above."""
    made, column = [], 0
    for text, width in cells:
        if width:
            made.append(Cell(a_span(text), column, width))
        column += max(width, 1)
    return Row(tuple(made))


LOWER = a_row(
    ("", 0), ("", 0), ("Staf", 1), ("Camat", 1), ("Pertyeratari eengiipen", 1), ("Waktu", 1), ("Output", 1)
)


def roles(top: Row) -> list[str]:
    heading = read_heading([top, LOWER])
    return [column.role for column in heading.columns] if heading else []


def test_a_worn_word_is_told_beside_legible_ones() -> None:
    top = a_row(("", 1), ("Urasan Kegecan", 1), ("PELAKSANA", 2), ("Pendukung", 3), ("Kn", 1))
    assert is_heading_row(top)
    assert roles(top) == ["", "uraian", "aktor", "aktor", "kelengkapan", "waktu", "output", "keterangan"]


def test_the_groups_behind_the_steps_are_told_by_their_place() -> None:
    top = a_row(("", 1), ("URAIAN PROSEDUR", 1), ("PILAICIANA", 2), ("Eom Bie/iradatmng", 3), ("kn", 1))
    assert roles(top)[1:5] == ["uraian", "aktor", "aktor", "kelengkapan"]


@pytest.mark.parametrize(
    "cells",
    [
        [("Urasan Kegecan", 1), ("Pilaciana", 2), ("Mvtx Bxkx", 3)],
        [("Berkas", 1), ("Menerima berkas", 1), ("Laporan", 1)],
        [("URAIAN PROSEDUR", 1), ("Lampiran", 2), ("Nota dinas", 1), ("Surat", 1)],
    ],
)
def test_where_too_little_is_legible_nothing_is_a_heading(cells: list[tuple[str, int]]) -> None:
    assert not is_heading_row(a_row(*cells))


def test_names_of_actors_and_of_single_columns_stay() -> None:
    row = a_row(("Uraian", 1), ("Bagian Perlengkapan", 1), ("Kontraktor Pelaksana", 1), ("Waktu", 1))
    assert [cell.span.text for cell in mended(row).cells] == [cell.span.text for cell in row.cells]


def test_what_is_like_two_columns_is_neither() -> None:
    row = a_row(("Uraian", 1), ("Wakil Kerja", 1), ("Output", 1))
    assert mended(row).cells[1].span.text == "Wakil Kerja"


def test_a_row_of_which_nothing_is_legible_is_told_from_a_heading_that_lacks_a_letter() -> None:
    top = a_row(("", 1), ("- EGIATAN", 1), ("Pejabat", 2), ("MUTU", 3))
    lower = a_row(("", 0), ("", 0), ("Staf", 1), ("Camat", 1), ("KELEN KAPA", 1), ("WAKTJ", 1), ("TPUT", 1))
    heading = read_heading([top, lower])
    assert heading is not None
    assert heading.columns[4].role == "kelengkapan"

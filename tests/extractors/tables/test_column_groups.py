"""Groups of columns: their names, and the names below them that a first look did not see."""

import pytest

from extractors.pages import Cell, Row
from extractors.tables.column_groups import names_members
from extractors.tables.columns import read_heading
from tests.extractors.plain import a_span, rows_of, said
from tests.extractors.tables.test_columns import actors


def test_names_below_a_group_that_nobody_read_yet_are_of_the_heading() -> None:
    texts = ((0, 1, "No"), (1, 1, "Kegiatan"), (2, 2, "Pelaksana"), (4, 3, "Mutu Baku"))
    first = Row(tuple(Cell(a_span(text), at, width) for at, width, text in texts))
    names = Row(tuple(Cell(a_span(""), at) for at in range(2, 7)))
    texts_of_step = ("1", "Mencatat", "", "", "", "1 jam", "")
    step = Row(tuple(Cell(a_span(text), at) for at, text in enumerate(texts_of_step)))
    for rows, high in (([first, names, step], 2), ([first, step], 1)):
        heading = read_heading(rows)
        assert heading is not None
        assert heading.rows == high


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("PELAK Camat\tSANA Staf", ["Camat", "Staf"]),
        ("Pelaksana Camat\tSana Staf", ["Pelaksana Camat", "Sana Staf"]),
        ("Camat\tStaf", ["Camat", "Staf"]),
    ],
)
def test_a_group_that_a_line_cut_is_no_part_of_names(names: str, expected: list[str]) -> None:
    assert actors(f"No\tKegiatan\t{names}\tKelengkapan\tWaktu\tOutput\n") == expected


OFFICES = (
    "No\tKegiatan\tPelaksana\t\t\t\tMutu Baku\t\t\n\t\tPemohon\tKecamatan\t\t\tKelengkapan\tWaktu\tOutput\n"
)
MEMBERS = "\t\t\tCamat\tSekcam\tKasi\t\t\t\n"


def test_actors_below_the_names_of_their_offices() -> None:
    heading = read_heading(rows_of(OFFICES + MEMBERS + "1\tMencatat\t\t\t\t\tSurat\t5 menit\tAgenda\n"))
    assert heading is not None
    assert heading.rows == 3
    names = [said(column.heading) for column in heading.columns if column.role == "aktor"]
    assert names == ["Pemohon", "Camat", "Sekcam", "Kasi"]


def test_a_row_without_any_name_above_the_actors_names_no_offices() -> None:
    """As on a copy of which a row of the heading could not be read."""
    blank = "\t" * 8 + "\n"
    rows = rows_of(
        f"No\tKegiatan\tPelaksana\t\t\t\tMutu Baku\t\t\n{blank}\t\tCamat\tSekcam\tKasi\tStaf\t\t\t\n"
    )
    assert not names_members(rows[2], rows[:2])


def test_a_row_with_words_outside_of_the_actors_names_no_members() -> None:
    heading = read_heading(rows_of(OFFICES + "\tMencatat\t\tYa\tTidak\t\tSurat\t5 menit\tAgenda\n"))
    assert heading is not None
    assert heading.rows == 2

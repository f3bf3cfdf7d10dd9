"""Headings that a page repeats and nobody can read there."""

from dataclasses import replace

import pytest

from extractors.boxes import Box
from extractors.layouts.table_cells import read_tables
from extractors.pages import Row, Table
from extractors.tables.columns import read_heading
from extractors.tables.worn_headings import repetition
from tests.extractors.plain import langkah, rows_of

HEAD = ["No", "Kegiatan", "Staf", "Camat", "Kelengkapan", "Waktu", "Output", "Ket"]
STEP = ["1", "Menerima surat", "", "", "Surat masuk", "5 menit", "Surat diterima", ""]
HIGH = 30.0


def row(texts: list[str], halaman: int, height: float = 50.0) -> Row:
    """A row of a page."""
    (plain,) = rows_of("\t".join(texts) + "\n")
    cells = (
        replace(c, halaman=halaman, box=Box(40 * c.column, 0, 40 * c.column + 40, height))
        for c in plain.cells
    )
    return Row(tuple(cells))


FIRST = [row(HEAD, 1, HIGH), row(STEP, 1)]


def again(*rows: Row) -> int:
    """How many rows of the second page are the heading once more."""
    found = read_heading(FIRST)
    assert found is not None
    return repetition([*FIRST, *rows], len(FIRST), found.columns, FIRST[:1])


def worn(uraian: str = "", height: float = HIGH, halaman: int = 2) -> Row:
    return row(["", uraian, "a", "", "~ .", "", "", ""], halaman, height)


def test_what_stands_at_the_top_and_is_as_high_as_the_heading_is_the_heading() -> None:
    assert again(worn()) == 1
    assert again(worn("- 4. Kegiatap L")) == 1
    assert again(worn(height=HIGH / 3), worn(height=2 * HIGH / 3)) == 2
    groups = ["8 4", "", "", "Pelaksa", "", "Pendukung", "", ""]
    assert again(row(groups, 2, HIGH / 3), row(["", "", "", "", "", "NAXTU", "", ""], 2, 2 * HIGH / 3)) == 2


@pytest.mark.parametrize(
    "other",
    [worn("Menyimpan surat"), worn(height=2 * HIGH), worn(halaman=1), row(STEP, 2, HIGH)],
    ids=["step", "higher", "same-page", "numbered"],
)
def test_other_rows_are_none(other: Row) -> None:
    assert again(other) == 0


def test_it_makes_no_step_be_the_next_page_a_table_of_its_own_or_not() -> None:
    last = row(["2", *STEP[1:]], 2)
    for tables in ([Table((*FIRST, worn(), last))], [Table(tuple(FIRST)), Table((worn(), last))]):
        procedure = read_tables(tables)
        assert procedure is not None
        assert [step[0] for step in langkah(procedure)] == ["1", "2"]
        assert langkah(procedure)[0][2] == "Surat masuk"

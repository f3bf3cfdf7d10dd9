"""Headings over a row that counts the columns, and beside what was read as a figure."""

from extractors.tables.columns import read_heading
from tests.extractors.plain import rows_of, said

TORN = (
    "No\tKegiatan\tPengadministrasi\tPela\t\tKet\n"
    "\t\t\tSekretaris\tCamat\t\n"
    "1\t2\t\t\t5\t6\n"
    "1\tMencatat surat\t\t\t\t\n"
)


def actors(text: str) -> list[str | None]:
    heading = read_heading(rows_of(text))
    return [said(column.heading) for column in heading.columns if column.role == "aktor"] if heading else []


def test_what_stands_above_the_counting_row_is_heading_though_the_name_of_its_group_is_torn() -> None:
    assert actors(TORN) == ["Pengadministrasi", "Sekretaris", "Camat"]


def test_a_step_above_such_a_row_is_none() -> None:
    assert actors(TORN.replace("\t\t\tSek", "1\tMencatat\t\tSek")) == ["Pengadministrasi", "Pela"]


def test_a_name_below_a_group_that_was_read_as_a_figure_counts_no_step() -> None:
    html = (
        "<table><tr><th rowspan=2>No</th><th rowspan=2>Kegiatan</th><th colspan=2>Pelaksana</th>"
        "<th colspan=2>Mutu Baku</th></tr><tr><th>9</th><th>Camat</th><th>Waktu</th><th>Output</th></tr>"
        "<tr><td>1</td><td>Mencatat</td><td></td><td></td><td>5 menit</td><td>Agenda</td></tr></table>"
    )
    heading = read_heading(rows_of(html))
    assert heading is not None
    assert heading.rows == 2
    assert actors(html) == ["9", "Camat"]

"""Names of actors and headings of columns that copying made alike, told apart by what stands below and over them."""

from extractors.pages import Cell, Row
from extractors.tables.columns import read_heading
from tests.extractors.plain import a_span


def test_what_is_done_stands_where_texts_do_though_an_actor_reads_like_its_heading() -> None:
    head = ["Urai K", "Camat", "Tahapan", "Kelengkapan", "Waktu", "Output"]
    steps = [
        ["Menyampaikan berkas", "", "", "Surat", "5 menit", "Agenda"],
        ["Memeriksa berkas", "", "", "Surat", "1 hari", "Catatan"],
        ["Mengirim undangan", "", "", "Surat", "2 jam", "Undangan"],
    ]
    rows = [Row(tuple(Cell(a_span(t), at, 1) for at, t in enumerate(texts))) for texts in (head, *steps)]
    heading = read_heading(rows)
    assert heading
    assert [c.role for c in heading.columns] == ["uraian", "aktor", "aktor", "kelengkapan", "waktu", "output"]


def test_a_worn_heading_over_several_columns_is_a_group_and_no_name() -> None:
    def row(*cells: tuple[int, int, str]) -> Row:
        return Row(tuple(Cell(a_span(text), column, width) for column, width, text in cells))

    rows = [
        row((0, 1, "No"), (1, 1, "Kegiatan"), (2, 2, "iba yana Berianggun Jawab"), (4, 1, "Waktu")),
        row((2, 1, ""), (3, 1, "Kasi/K")),
        row((0, 1, "1"), (1, 1, "Mencatat"), (2, 1, ""), (3, 1, ""), (4, 1, "5 menit")),
    ]
    heading = read_heading(rows)
    assert heading
    assert heading.rows == 2
    assert [c.heading.text for c in heading.columns] == ["No", "Kegiatan", "", "Kasi/K", "Waktu"]

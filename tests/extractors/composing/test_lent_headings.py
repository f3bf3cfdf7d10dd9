"""A procedure whose heading only a later page shows legibly."""

from dataclasses import replace

from extractors.composing.lent_headings import with_lent_headings
from extractors.pages import Block, Pages, Row, Source, Table
from tests.extractors.plain import rows_of

HEAD = ["No", "Kegiatan", "Staf", "Camat", "Kelengkapan", "Waktu", "Output"]
WORN = ["", "Keg .", "", "", "", "W KT", ""]
FIRST = [
    ["1", "Menerima surat", "", "", "Surat masuk", "5 menit", "Surat diterima"],
    ["2", "Mencatat surat", "", "", "Buku agenda", "1 jam", "Nomor agenda"],
    ["3", "Meneliti isi surat", "", "", "Surat bernomor", "2 hari", "Surat terpilah"],
]
NEXT = [["4", "Menyimpan surat", "", "", "Map arsip", "10 menit", "Arsip surat"]]


def rows(texts: list[list[str]], halaman: int) -> tuple[Row, ...]:
    found = rows_of("".join("\t".join(row) + "\n" for row in texts))
    return tuple(Row(tuple(replace(cell, halaman=halaman) for cell in row.cells)) for row in found)


def lent(*blocks: Block) -> list[list[str]]:
    """The texts of the first table after lending."""
    first = with_lent_headings(Pages("pdf", Source(""), blocks)).blocks[0]
    assert isinstance(first, Table)
    return [[cell.span.text for cell in row.cells] for row in first.rows]


def test_the_heading_of_the_next_page_takes_the_place_of_one_that_nobody_can_read() -> None:
    page, further = rows([WORN, *FIRST], 1), rows([HEAD, *NEXT], 2)
    assert lent(Table((*page, *further))) == [HEAD, *FIRST, HEAD, *NEXT]
    assert lent(Table(page), Table(further)) == [HEAD, *FIRST]


def test_what_stands_above_the_later_heading_is_not_taken_for_it() -> None:
    group = ["", "", "Pelaksana", "", "Mutu Baku", "", ""]
    assert lent(Table((*rows([WORN, *FIRST], 1), *rows([group, HEAD, *NEXT], 2))))[0] == HEAD


def test_a_procedure_that_begins_to_count_anew_lends_nothing() -> None:
    for later in ([HEAD, *FIRST], [HEAD[:-1], *[row[:-1] for row in NEXT]]):
        whole = Table((*rows([WORN, *FIRST], 1), *rows(later, 2)))
        assert lent(whole) == [WORN, *FIRST, *later]


def test_a_page_between_parts_them() -> None:
    assert lent(Table(rows([WORN, *FIRST], 1)), Table(rows([HEAD, *NEXT], 3))) == [WORN, *FIRST]


def test_a_later_heading_over_the_steps_and_the_first_actor_is_two() -> None:
    later = rows([[HEAD[0], "Kegiatan Staf", *HEAD[2:]], *NEXT], 2)
    cells = later[0].cells
    wide = replace(cells[1], width=2)
    fused = (Row((cells[0], wide, *cells[3:])), *later[1:])
    assert lent(Table((*rows([WORN, *FIRST], 1), *fused)))[0] == HEAD

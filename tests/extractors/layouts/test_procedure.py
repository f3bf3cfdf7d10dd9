"""Where the procedure stands, and which way of reading it is taken."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.boxes import Box
from extractors.layouts.procedure import find_procedure
from extractors.pages import Block, Row, Table
from extractors.tables.columns import read_heading
from tests.extractors.layouts import test_table_cells as cells
from tests.extractors.layouts import test_table_columns as columns
from tests.extractors.layouts import test_table_flattened as flattened
from tests.extractors.layouts import test_table_halves as halves
from tests.extractors.layouts import test_table_stacked as stacked
from tests.extractors.plain import blocks_of, langkah

BEFORE = "Nama SOP : Surat Masuk\nDasar Hukum :\n1. UU Nomor 43 Tahun 2009\n2. PP Nomor 28 Tahun 2012\nPeringatan :\nSurat hilang\n\n"
AFTER = "\nMengetahui,\nCAMAT SUKAMAJU\nBAGAS WIRAYUDA\nNIP. 19780315 200003 1 002\n"


@pytest.mark.parametrize(
    ("text", "steps", "cara"),
    [
        (cells.HEAD + cells.ROWS, cells.STEPS, "tabel"),
        (columns.TOP, columns.STEPS, "kolom"),
        (columns.MIDDLE, columns.STEPS, "kolom"),
        (stacked.HEAD + stacked.SPACED, stacked.STEPS, "urutan"),
        (flattened.HEAD + flattened.BODY, flattened.STEPS, "pola"),
        (halves.STEPS + halves.REST, None, "pola"),
    ],
    ids=["cells", "columns", "columns-middle", "stacked", "flattened", "halves"],
)
def test_the_way_that_explains_most_is_taken(
    text: str, steps: list[list[str | None]] | None, cara: str
) -> None:
    place = find_procedure(blocks_of(BEFORE + text + AFTER))
    assert place is not None
    assert steps is None or langkah(place.procedure) == steps
    assert {field.cara for step in place.procedure.steps if (field := step.uraian)} == {cara}


def test_ways_that_mark_cells_are_surer_than_those_that_guess_them() -> None:
    sure = []
    for text in (
        cells.HEAD + cells.ROWS,
        columns.TOP,
        stacked.HEAD + stacked.SPACED,
        flattened.HEAD + flattened.BODY,
    ):
        place = find_procedure(blocks_of(BEFORE + text))
        assert place is not None
        (one,) = {field.keyakinan for step in place.procedure.steps if (field := step.uraian)}
        sure.append(one)
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == 4
    assert 0 < sure[-1] < sure[0] <= 1


@pytest.mark.parametrize("text", [cells.HEAD + cells.ROWS, columns.TOP, stacked.HEAD + stacked.SPACED])
def test_what_stands_before_and_behind_is_left(text: str) -> None:
    blocks = blocks_of(BEFORE + text + AFTER)
    place = find_procedure(blocks)
    assert place is not None
    count = len(blocks_of(BEFORE))
    assert count <= place.start <= count + 1
    assert place.end >= len(blocks) - len(blocks_of(AFTER))
    assert place.end < len(blocks)


@pytest.mark.parametrize("text", ["", BEFORE, AFTER, BEFORE + AFTER, cells.HEAD])
def test_no_procedure(text: str) -> None:
    assert find_procedure(blocks_of(text)) is None


def test_a_table_goes_on_page_by_page_though_lines_stand_between() -> None:
    (table,) = [block for block in blocks_of(cells.HEAD + cells.ROWS) if isinstance(block, Table)]
    cut = len(table.rows) - 2
    blocks: list[Block] = []
    for page, rows in enumerate((table.rows[:cut], table.rows[cut : cut + 1], table.rows[cut + 1 :]), 1):
        there = (Row(tuple(replace(cell, halaman=page) for cell in row.cells)) for row in rows)
        blocks += [*blocks_of(f"Bagian Umum - halaman {page}"), Table(tuple(there))]
    place = find_procedure(blocks)
    assert place is not None
    assert langkah(place.procedure) == cells.STEPS


def test_a_page_of_a_scan_with_a_line_less_is_read_by_the_places_of_its_cells() -> None:
    (table,) = [block for block in blocks_of(cells.HEAD + cells.ROWS) if isinstance(block, Table)]

    def on(page: int, rows: Sequence[Row], lost: bool = False) -> Table:
        found = []
        for row in rows:
            placed = [
                replace(
                    cell, halaman=page, box=Box(90.0 * cell.column, 0, 90.0 * (cell.column + cell.width), 20)
                )
                for cell in row.cells
            ]
            if lost:  # the line between the two actors, so that all columns behind it count one less
                placed = [
                    replace(cell, column=cell.column - (cell.column > 2))
                    for cell in placed
                    if cell.column != 3
                ]
            found.append(Row(tuple(placed)))
        return Table(tuple(found))

    cut = len(table.rows) - 1
    between = blocks_of("Bagian Umum - halaman 2")
    place = find_procedure([on(1, table.rows[:cut]), *between, on(2, table.rows[cut:], lost=True)])
    assert place is not None
    assert langkah(place.procedure) == cells.STEPS


def test_the_head_of_a_page_that_is_read_otherwise_ends_no_procedure_that_has_its_heading_below() -> None:
    (table,) = [block for block in blocks_of(cells.HEAD + cells.ROWS) if isinstance(block, Table)]
    heading = read_heading(table.rows)
    assert heading is not None
    top, cut = table.rows[: heading.rows], len(table.rows) - 1

    def on(page: int, rows: Sequence[Row]) -> Table:
        return Table(tuple(Row(tuple(replace(cell, halaman=page) for cell in row.cells)) for row in rows))

    (head,) = [
        block
        for block in blocks_of("SOP UJI\tBAGIAN UMUM\n12/05/2023\tREV. 01\n")
        if isinstance(block, Table)
    ]
    rest = (*top, *table.rows[cut:])
    place = find_procedure([on(1, table.rows[:cut]), on(2, head.rows), on(2, rest)])
    assert place is not None
    assert langkah(place.procedure) == cells.STEPS
    apart = find_procedure([on(1, table.rows[:cut]), on(2, head.rows), on(3, rest)])
    assert apart is not None
    assert langkah(apart.procedure) == cells.STEPS[:-1]

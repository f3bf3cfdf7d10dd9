"""Columns of a procedure table that only what stands in them tells."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.boxes import Box
from extractors.layouts.procedure import find_procedure
from extractors.pages import Block, Row, Table
from extractors.segment import slices
from extractors.sheets import TAK_TERBACA
from extractors.tables.unheaded import heading_by_content, without_tops
from tests.extractors.plain import langkah, rows_of

STEPS = [
    ["1", "Menerima surat", "", "", "Surat masuk", "5 menit", "Surat diterima", ""],
    ["2", "Mencatat surat", "", "", "Buku agenda", "1 jam", "Nomor agenda", "Cepat"],
    ["3", "Meneliti isi surat", "", "", "Surat bernomor", "2 hari", "Surat terpilah", ""],
    ["4", "Menyimpan surat", "", "", "Map arsip", "10 menit", "Arsip surat", ""],
]
ROLES = ["no", "uraian", "aktor", "aktor", "kelengkapan", "waktu", "output", "keterangan"]


def rows(steps: list[list[str]]) -> list[Row]:
    return rows_of("".join("\t".join(step) + "\n" for step in steps))


def roles(steps: list[list[str]]) -> list[str]:
    found = heading_by_content(rows(steps))
    return [column.role for column in found.columns] if found else []


def test_numbers_times_and_what_stands_beside_them_tell_the_columns() -> None:
    assert roles(STEPS) == ROLES


def test_steps_whose_numbers_are_lost_before_the_first_that_is_read_are_no_heading() -> None:
    unread = [["", *STEPS[0][1:]], *STEPS[1:]]
    for above in ([], [["#", "", "", "~", "", "", "", ""]]):
        found = heading_by_content(rows([*above, *unread]))
        assert found is not None
        assert found.rows == len(above)


def test_what_stands_above_the_first_step_is_its_lost_heading() -> None:
    found = heading_by_content(rows([["#", "", "", "~", "", "", "", ""], *STEPS]))
    assert found is not None
    assert found.rows == 1
    assert [column.role for column in found.columns] == ROLES


def test_a_heading_whose_names_are_legible_is_no_step_where_no_number_is_read() -> None:
    unread = [["", *STEPS[0][1:]], *STEPS[1:]]
    found = heading_by_content(
        rows([["", "Aktv", "Camat", "Sekretaris", "Kelng", "", "Kelaran", ""], *unread])
    )
    assert found is not None
    assert found.rows == 1


@pytest.mark.parametrize(
    ("above", "names"),
    [
        (["N", "Akt", "Camat", "Sekretaris", "Kel pan", "Wakt", "Kel ran", ""], ["Camat", "Sekretaris"]),
        (["N", "Akt", "Camat", "Qperat", "Kel pan", "Wakt", "Kel ran", ""], ["Camat", "Qperat"]),
        (["N", "Akt", "Qx;", "vlt", "Kel pan", "Wakt", "Kel ran", ""], ["", ""]),
    ],
    ids=["legible", "half", "dirt"],
)
def test_actors_are_called_what_is_legible_above_their_columns(above: list[str], names: list[str]) -> None:
    found = heading_by_content(rows([above, *STEPS]))
    assert found is not None
    assert [column.heading.text for column in found.columns if column.role == "aktor"] == names


@pytest.mark.parametrize(
    "steps",
    [
        [["7", *step[1:]] for step in STEPS],
        [[*step[:5], "segera", *step[6:]] for step in STEPS],
        [[step[0], "", *step[2:]] for step in STEPS],
        STEPS[:2],
    ],
    ids=["not-counting", "no-times", "no-steps", "too-few"],
)
def test_a_table_that_is_no_procedure_has_no_columns(steps: list[list[str]]) -> None:
    assert roles(steps) == []


def test_steps_that_nobody_counted_are_told_by_their_texts_and_times() -> None:
    uncounted = [step[1:] for step in STEPS]
    assert roles(uncounted) == ["uraian", *ROLES[2:]]
    above = ["", "", "", "Dan)", "", "", ""]
    found = heading_by_content(rows([above, *uncounted]))
    assert found is not None
    assert found.rows == 1


def test_worn_times_are_times_and_what_could_not_be_read_is_a_text() -> None:
    times = ["5 menlt", "3 lam", TAK_TERBACA, "10 mentt"]
    worn = [[*step[:5], time, *step[6:]] for step, time in zip(STEPS, times, strict=True)]
    worn[0][1] = worn[1][4] = worn[2][6] = TAK_TERBACA
    assert roles(worn) == ROLES


def test_an_empty_column_behind_the_times_is_what_a_double_line_leaves() -> None:
    assert roles([[*step[:6], "", *step[6:]] for step in STEPS]) == [*ROLES[:6], "", *ROLES[6:]]


def test_with_nothing_behind_the_times_the_order_of_the_columns_is_unknown() -> None:
    assert roles([step[:6] for step in STEPS]) == []


def on_page(texts: list[str], halaman: int, height: float) -> Row:
    """A row of a page with cells of a height."""
    (row,) = rows([texts])
    cells = (
        replace(c, halaman=halaman, box=Box(40 * c.column, 0, 40 * c.column + 40, height)) for c in row.cells
    )
    return Row(tuple(cells))


@pytest.mark.parametrize(
    ("height", "text", "kept"),
    [(29.0, "", 0), (60.0, "", 1), (29.0, "Menyimpan", 1)],
    ids=["heading", "higher", "step"],
)
def test_a_heading_that_nobody_can_read_is_left_out_where_it_is_repeated(
    height: float, text: str, kept: int
) -> None:
    first = [on_page(["#", *[""] * 7], 1, 30.0), *(on_page(step, 1, 50.0) for step in STEPS)]
    again = on_page(["", text, "", "", "~", "", "", ""], 2, height)
    last = on_page(["5", *STEPS[0][1:]], 2, 50.0)
    found = heading_by_content([*first, again, last])
    assert found is not None
    assert len(without_tops([*first, again, last], found)) == len(STEPS) + 1 + kept


def ruled(steps: list[list[str]], halaman: int) -> Table:
    """A table of a page."""
    return Table(tuple(Row(tuple(replace(c, halaman=halaman) for c in row.cells)) for row in rows(steps)))


def test_a_ruled_table_without_a_heading_and_its_rest_on_the_next_page_are_the_procedure() -> None:
    blocks: list[Block] = [ruled(STEPS[:3], 2), ruled(STEPS[3:], 3)]
    place = find_procedure(blocks)
    assert place is not None
    assert [step[:2] for step in langkah(place.procedure)] == [step[:2] for step in STEPS]
    assert (place.start, place.end) == (0, 2)
    assert all(step.uraian and step.uraian.keyakinan < 0.8 for step in place.procedure.steps)
    assert [actor.span.text for actor in place.procedure.pelaksana] == ["", ""]


def placed(table: Table, edges: Sequence[float]) -> Table:
    """A table whose cells stand between edges on the page."""
    rows = (
        [replace(c, box=Box(edges[c.column], 0, edges[c.column + 1], 9)) for c in row.cells]
        for row in table.rows
    )
    return Table(tuple(Row(tuple(cells)) for cells in rows))


def test_a_page_on_which_the_scan_shows_a_line_more_is_read_by_the_places_of_its_cells() -> None:
    edges = [0.0, 20.0, 90.0, 120.0, 150.0, 220.0, 260.0, 330.0, 400.0]
    more = [["", *step[1:3], "", *step[3:]] for step in STEPS[:3]]
    below = placed(ruled(more, 3), [*edges[:3], 105.0, *edges[3:]])
    place = find_procedure([placed(ruled(STEPS[:3], 2), edges), below])
    assert place is not None
    steps = langkah(place.procedure)
    assert [step[0] for step in steps] == ["1", "2", "3", None, None, None]
    assert steps[4][1:5] == steps[1][1:5]


def test_a_table_that_skips_a_page_is_another() -> None:
    place = find_procedure([ruled(STEPS[:3], 2), ruled(STEPS[3:], 5)])
    assert place is not None
    assert place.end == 1


def test_a_form_that_goes_on_as_an_unheaded_procedure_is_cut_above_its_first_step() -> None:
    form = rows_of("Nomor SOP\t800/1/2020\nTanggal Efektif\t2 Mei 2020\nPelaksana\tMutu Baku\n")
    whole = Table(
        tuple(Row(tuple(replace(c, halaman=1) for c in row.cells)) for row in (*form, *rows(STEPS)))
    )
    above, below = (block for piece in slices([whole]) for block in piece.blocks)
    assert isinstance(above, Table)
    assert isinstance(below, Table)
    assert len(above.rows) == 2  # the heading has names of columns
    assert find_procedure([below]) is not None


def test_cells_of_a_text_keep_their_own_ways_of_reading() -> None:
    assert find_procedure([Table(tuple(rows(STEPS)))]) is None

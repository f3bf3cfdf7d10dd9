"""Columns of a procedure table that tell what they are by which of them are written in."""

from itertools import pairwise

import pytest

from extractors.boxes import Box
from extractors.pages import Cell, Row
from extractors.sheets import TAK_TERBACA
from extractors.tables.unheaded import heading_by_content
from tests.extractors.plain import a_span

XS = (0.0, 20.0, 160.0, 200.0, 240.0, 280.0, 350.0, 390.0, 460.0, 500.0)
ROLES = ["no", "uraian", "aktor", "aktor", "aktor", "kelengkapan", "waktu", "output", "keterangan"]
UNREAD = TAK_TERBACA


def row(y: float, *texts: str) -> Row:
    boxes = (Box(low, y, high, y + 20) for low, high in pairwise(XS))
    cells = (
        Cell(a_span(text), at, 1, box, 1) for at, (text, box) in enumerate(zip(texts, boxes, strict=True))
    )
    return Row(tuple(cells))


def rows(times: tuple[str, ...], *, output: str = UNREAD, actor: str = "") -> list[Row]:
    """A heading of which nothing is left, and steps whose texts nobody can read."""
    steps = (
        row(20.0 + 20 * at, "", UNREAD, actor, "", "", UNREAD, time, output, "")
        for at, time in enumerate(times)
    )
    return [row(0.0, *[""] * 9), *steps]


def roles(given: list[Row]) -> list[str]:
    found = heading_by_content(given)
    return [column.role for column in found.columns] if found else []


@pytest.mark.parametrize("times", [("5 meri", "1", UNREAD, "20"), ("1 hart", "3 mcnit", UNREAD, "")])
def test_a_table_has_the_shape_of_a_procedure(times: tuple[str, ...]) -> None:
    found = heading_by_content(rows(times))
    assert found is not None
    assert [column.role for column in found.columns] == ROLES
    assert found.rows == 1


def test_without_anything_like_a_time_nobody_knows() -> None:
    assert not roles(rows((UNREAD, UNREAD, "", UNREAD)))


def test_with_nothing_behind_the_times_nobody_knows() -> None:
    assert not roles(rows(("5 menit", "1 hari", UNREAD, ""), output=""))


def test_texts_where_actors_would_stand_are_another_table() -> None:
    assert "aktor" not in roles(rows(("5 meri", "1 hart", "2", "x"), actor="Nama barang"))[2:3]

"""Columns of a procedure table without a standard of quality, whose heading nobody can read."""

import pytest

from extractors.pages import Cell, Row
from extractors.sheets import TAK_TERBACA
from extractors.tables.unheaded import heading_by_content
from tests.extractors.plain import a_span

STEPS = ("Menerima surat", "Mencatat surat", "Meneliti surat", "Memaraf surat", "Menyimpan surat")


def row(no: str, does: str, *others: str, wide: int = 1) -> Row:
    rest = (Cell(a_span(text), 1 + wide + at, 1, None, 1) for at, text in enumerate(others))
    return Row((Cell(a_span(no), 0, 1, None, 1), Cell(a_span(does), 1, wide, None, 1), *rest))


def rows(steps: tuple[str, ...] = STEPS, actors: tuple[str, ...] = ("", "", ""), note: str = "") -> list[Row]:
    body = [row(str(at), step, *actors, note if at == 1 else "") for at, step in enumerate(steps, 1)]
    return [row("", TAK_TERBACA, "", "", "", ""), *body]


def roles(given: list[Row]) -> list[str]:
    found = heading_by_content(given)
    return [column.role for column in found.columns] if found else []


def test_counted_verbs_before_columns_in_which_nobody_writes_are_steps() -> None:
    assert roles(rows()) == ["no", "uraian", *["aktor"] * 4]
    found = heading_by_content(rows(note="Bila berhalangan diwakili"))
    assert found is not None
    assert found.rows == 1
    assert [column.role for column in found.columns] == ["no", "uraian", *["aktor"] * 3, "keterangan"]


def test_what_is_done_reaches_over_the_pieces_of_its_column() -> None:
    given = [row(str(at), step, "", "", "", wide=2) for at, step in enumerate(STEPS, 1)]
    found = heading_by_content(given)
    assert found is not None
    assert [(c.role, c.goes_on) for c in found.columns[1:4]] == [
        ("uraian", False),
        ("uraian", True),
        ("aktor", False),
    ]


@pytest.mark.parametrize(
    "given",
    [
        rows(("Camat", "Lurah", "Sekretaris", "Bendahara", "Operator")),
        rows(actors=("Penata Muda", "", "")),
        rows(STEPS[:3]),
    ],
)
def test_lists_of_people_and_few_rows_are_none(given: list[Row]) -> None:
    assert not roles(given)

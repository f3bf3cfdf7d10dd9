"""Drafts of rows to raw steps, and how convincing a reading is."""

import pytest

from extractors.layouts.steps import Draft, build, score
from extractors.raw import RawField, RawStep
from extractors.tables.columns import AKTOR, Column
from tests.extractors.plain import a_span, langkah, pelaksana, tanda

COLUMNS = [
    Column(role, a_span(name))
    for role, name in (("no", "No"), ("uraian", "Kegiatan"), (AKTOR, "Staf"), (AKTOR, "Camat"))
]


def draft(*marks: tuple[int, str], **cells: str) -> Draft:
    return Draft(
        {role: a_span(text) for role, text in cells.items()}, [(at, a_span(text)) for at, text in marks]
    )


def test_cells_become_fields_and_empty_ones_none() -> None:
    procedure = build([draft(no="1", uraian="Mencatat", output="")], COLUMNS, [], "tabel")
    assert langkah(procedure) == [["1", "Mencatat", None, None, None, None]]
    assert pelaksana(procedure) == ["Staf", "Camat"]
    assert not procedure.bersimbol


def test_a_mark_outside_the_actors_is_dropped() -> None:
    procedure = build([draft((0, "●"), (5, "□"), no="1")], COLUMNS, [], "tabel")
    assert tanda(procedure) == [[(0, "terminator")]]
    assert procedure.bersimbol


@pytest.mark.parametrize(("marks", "kept"), [("vvv", True), ("vv ", True), ("v  ", False)])
def test_stray_check_marks_are_residue(marks: str, kept: bool) -> None:
    procedure = build([draft((0, mark), no="1") for mark in marks], COLUMNS, [], "tabel")
    assert procedure.bersimbol is kept


@pytest.mark.parametrize(
    ("numbers", "cells", "kept"), [("123", "123", True), ("abc", "123", True), ("123", "231", False)]
)
def test_the_number_of_a_step_in_an_actors_cell_is_a_check_mark(numbers: str, cells: str, kept: bool) -> None:
    drafts = [draft((1, cell), no=f"{number}.") for number, cell in zip(numbers, cells, strict=True)]
    assert build(drafts, COLUMNS, [], "tabel").bersimbol is kept


@pytest.mark.parametrize("sure", [1.0, 0.5])
def test_sureness_of_the_way_and_the_row_multiply(sure: float) -> None:
    one = draft(no="1", uraian="Mencatat")
    one.sure = sure
    (tabel,) = build([one], COLUMNS, [], "tabel").steps
    (pola,) = build([one], COLUMNS, [], "pola").steps
    assert tabel.uraian is not None
    assert pola.uraian is not None
    assert 0 < pola.uraian.keyakinan < tabel.uraian.keyakinan <= sure
    assert (tabel.uraian.cara, pola.uraian.cara) == ("tabel", "pola")


def step(no: str | None, uraian: str | None = "Mencatat surat", waktu: str | None = "1 jam") -> RawStep:
    fields = [RawField(a_span(text), "tabel", 1.0) if text else None for text in (no, uraian, waktu)]
    return RawStep(fields[0], fields[1], None, fields[2], None, None)


def test_a_procedure_in_order_with_durations_scores_best() -> None:
    whole = score([step("1"), step("2."), step("3")])
    assert whole > score([step("1"), step("3"), step("2")])
    assert whole > score([step("1"), step("2", waktu="Agenda"), step("3")])
    assert whole > score([step("1"), step("2", uraian=None), step("3")])
    assert whole > score([step(None), step(None), step(None)]) > 0
    assert score([]) == 0


@pytest.mark.parametrize(
    ("names", "kept"), [("Pegawai Subunit Subunit", True), ("Pegawai Mulai Selesai", False)]
)
def test_a_column_that_names_actors_comes_back_to_them(names: str, kept: bool) -> None:
    columns = [*COLUMNS[:2], Column(AKTOR, a_span("Pelaksana"))]
    drafts = [draft((0, name), no=str(at)) for at, name in enumerate(names.split(), 1)]
    assert (pelaksana(build(drafts, columns, [], "tabel")) == ["Pegawai", "Subunit"]) is kept

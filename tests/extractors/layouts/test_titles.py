"""Titles: lines that head a page and belong to no box."""

import pytest

from extractors.layouts.titles import is_heading, is_title


@pytest.mark.parametrize(
    "text",
    [
        "PROSEDUR",
        "Prosedur",
        "BAGAN ALIR",
        "Flowchart",
        "STANDAR OPERASIONAL PROSEDUR (SOP)",
        "STANDARD OPERASIONAL PROSEDUR",
    ],
)
def test_headings_of_a_page(text: str) -> None:
    assert is_heading(text, gap=False)


def test_a_heading_in_small_letters_needs_a_gap_and_no_end() -> None:
    assert is_heading("Standar Operasional Prosedur", gap=True)
    assert is_heading("Bagan Alur Pengajuan Cuti", gap=True)
    assert not is_heading("Standar Operasional Prosedur", gap=False)
    assert not is_heading("Standar Operasional Prosedur yang berlaku.", gap=True)


@pytest.mark.parametrize("text", ["", "Prosedur Arsip", "Dasar Hukum", "SOP", "1. Prosedur dinas"])
def test_other_lines(text: str) -> None:
    assert not is_heading(text, gap=True)


@pytest.mark.parametrize(
    "text", ["PENGELOLAAN SURAT MASUK", "SOP Pengelolaan Surat", "Prosedur Pengelolaan Surat"]
)
def test_names_above_a_table(text: str) -> None:
    assert is_title(text)


@pytest.mark.parametrize("text", ["ATK", "1. SURAT MASUK DINAS", "Pengelolaan surat masuk", ""])
def test_no_names(text: str) -> None:
    assert not is_title(text)

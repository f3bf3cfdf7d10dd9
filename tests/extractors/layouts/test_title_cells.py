"""The name of an SOP that stands in a cell below the kind of the document."""

import pytest

from extractors.layouts.title_cells import title_in_cells
from tests.extractors.layouts.test_table_cells import HEAD, ROWS
from tests.extractors.plain import one_sop, rows_of, said

BAND = (
    "KECAMATAN SUKAMAJU\tSTANDAR OPERASIONAL PROSEDUR\tNomor SOP\t1/2021\n"
    "\t\tTanggal Pembuatan\t4 Januari 2021\n"
    "\tPengelolaan Surat Masuk\tTanggal Revisi\t-\n"
)


def test_the_name_in_the_band_is_the_title() -> None:
    assert said(title_in_cells(rows_of(BAND))) == "Pengelolaan Surat Masuk"
    (title,) = one_sop(
        BAND + "Dasar Hukum\tPeringatan\n1. UU Nomor 43 Tahun 2009\tSurat hilang\n\n" + HEAD + ROWS
    ).judul
    assert said(title) == "Pengelolaan Surat Masuk"


@pytest.mark.parametrize(
    "text",
    [
        BAND.replace("Pengelolaan Surat Masuk", "Nama SOP"),
        BAND.replace("Pengelolaan Surat Masuk", "DINAS PERIKANAN"),
        BAND.replace("PROSEDUR", "PROSEDUR SURAT MASUK"),
    ],
    ids=["label", "unit", "named-beside-its-kind"],
)
def test_what_is_no_name(text: str) -> None:
    assert title_in_cells(rows_of(text)) is None

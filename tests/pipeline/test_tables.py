"""Tables: what they hold, that they are harmless, and that their bytes do not change with the hour."""

import io
import zipfile
from datetime import datetime
from typing import Any

import openpyxl
import pandas as pd
import pytest

from normalizers.model import Sop, Temuan
from pipeline.outputs import tables
from tests.builders import a_sop

NAMES = ["dasar_hukum", "pelaksana", "prosedur", "sop", "temuan"]


def sops() -> list[Sop]:
    finding = Temuan(kode="WK001", tingkat="galat", lokasi="/prosedur/0/waktu", pesan="Waktu kosong.")
    return [a_sop(id="satu", temuan=[finding]), a_sop(id="dua", identitas={"nama_sop": "=HYPERLINK(1)"})]


def frame(files: dict[str, bytes], name: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(files[f"tables/{name}.csv"]), dtype=str, keep_default_na=False)


def test_one_csv_per_table_and_a_workbook() -> None:
    files = tables.render(sops())
    assert set(files) == {*(f"tables/{name}.csv" for name in NAMES), "tables/sopbaku.xlsx"}
    book = openpyxl.load_workbook(io.BytesIO(files["tables/sopbaku.xlsx"]))
    assert sorted(book.sheetnames) == NAMES
    for name in NAMES:
        rows = [
            ["" if cell is None else str(cell) for cell in row]
            for row in book[name].iter_rows(values_only=True)
        ]
        table = frame(files, name)
        assert rows == [list(table.columns), *table.to_numpy().tolist()]
        assert book[name].freeze_panes == "A2"


def test_what_the_tables_say() -> None:
    found = frame(tables.render(sops()), "sop")
    assert found["id"].tolist() == ["satu", "dua"]
    assert found["galat"].tolist() == ["1", "0"]
    steps = frame(tables.render(sops()), "prosedur")
    assert len(steps) == sum(len(sop.prosedur) for sop in sops())
    assert set(steps["id"]) == {"satu", "dua"}


def test_years_stay_whole_beside_gaps() -> None:
    laws: list[dict[str, Any]] = [
        {"teks": "UU 23/2014", "jenis": "UU", "nomor": "23", "tahun": 2014},
        {"teks": "Lain"},
    ]
    assert frame(tables.render([a_sop(dasar_hukum=laws)]), "dasar_hukum")["tahun"].tolist() == ["2014", ""]


def test_no_sop_gives_empty_tables() -> None:
    files = tables.render([])
    assert all(frame(files, name).empty for name in NAMES)


def test_csv_opens_as_utf8_in_a_spreadsheet() -> None:
    content = tables.render([a_sop(peringatan=["≤ 3 hari"], identitas={"nama_sop": "Kafé"})])[
        "tables/sop.csv"
    ]
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Kafé" in content.decode("utf-8-sig")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+62 812",
        "-2",
        "- Komputer",
        "@SUM(A1)",
        " =1+1",
        "\t=1",
        "\rA",
        "＝1+1",
        "＋1",
        "－1",
        "＠A",
        "\x00=1",
    ],
)
def test_formulas_become_text(text: str) -> None:
    cell = tables.harmless(text)
    assert isinstance(cell, str)
    assert cell.startswith("'")


@pytest.mark.parametrize("cell", ["Komputer", "1-2 hari", "a=b", "", None, 3, -3, 2.5, True])
def test_other_cells_stay(cell: Any) -> None:
    assert tables.harmless(cell) is cell or tables.harmless(cell) == cell


def test_no_cell_of_any_table_is_a_formula() -> None:
    evil = "=CMD()"
    step = {
        "no": 1,
        "uraian": evil,
        "kelengkapan": evil,
        "output": evil,
        "keterangan": evil,
        "waktu": {"teks": evil},
    }
    sop = a_sop(
        id=evil,
        instansi={"pemerintah": evil, "unit": evil},
        dasar_hukum=[{"teks": evil, "tentang": evil}],
        pelaksana=[{"id": evil, "nama": evil, "label": evil, "anggota": [evil]}],
        prosedur=[step | {"pelaksana": [{"id": evil}]}],
        temuan=[{"kode": evil, "tingkat": "info", "lokasi": evil, "pesan": evil, "usulan": evil}],
    )
    book = openpyxl.load_workbook(io.BytesIO(tables.render([sop])["tables/sopbaku.xlsx"]))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert sum(cell.value == f"'{evil}" for cell in cells) >= 17
    assert not any(cell.data_type == "f" for cell in cells)


def test_characters_that_a_workbook_cannot_hold() -> None:
    sop = a_sop(identitas={"nama_sop": "Surat\x0b\x1f Pindah\ufffe", "nomor_sop": "9" * 40_000})
    files = tables.render([sop])
    assert frame(files, "sop")["nama_sop"].tolist() == ["Surat Pindah"]
    assert len(frame(files, "sop")["nomor_sop"][0]) == 40_000
    sheet = openpyxl.load_workbook(io.BytesIO(files["tables/sopbaku.xlsx"]))["sop"]
    assert max(len(str(cell.value)) for cell in sheet[2]) == 32_767


def test_same_bytes_at_another_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    first = tables.render(sops())
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    assert tables.render(sops()) == first
    with zipfile.ZipFile(io.BytesIO(first["tables/sopbaku.xlsx"])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
    properties = openpyxl.load_workbook(io.BytesIO(first["tables/sopbaku.xlsx"])).properties
    assert (properties.created, properties.modified) == (datetime(2000, 1, 1), datetime(2000, 1, 1))

"""Tables: what they hold, that they are harmless, and that their bytes do not change with the hour."""

import io
import re
import sqlite3
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import fastparquet
import openpyxl
import pandas as pd
import pytest

from normalizers.model import Sop, Temuan
from pipeline.data import table
from pipeline.outputs import tables
from pipeline.outputs.rekaman import TABEL, columns
from tests.builders import a_sop
from tests.pipeline.compare.contoh import LANGKAH, an_sop

NAMES = sorted(TABEL)
ROOT = Path(__file__).parents[2]


def sops() -> list[Sop]:
    finding = Temuan(kode="WK001", tingkat="galat", lokasi="/prosedur/0/waktu", pesan="Waktu kosong.")
    return [a_sop(id="satu", temuan=[finding]), a_sop(id="dua", identitas={"nama_sop": "=HYPERLINK(1)"})]


def frame(files: dict[str, bytes], name: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(files[f"tables/{name}.csv"]), dtype=str, keep_default_na=False)


def test_one_csv_per_table_and_a_workbook() -> None:
    files = tables.render(sops())
    each = {f"tables/{name}.{kind}" for name in NAMES for kind in ("csv", "parquet")}
    assert set(files) == each | {"tables/sopbaku.xlsx", "tables/sopbaku.sqlite"}
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


def database(files: dict[str, bytes]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files["tables/sopbaku.sqlite"])
    return connection


def units() -> list[Sop]:
    """The same procedure in two units, the second slower and citing a law that was revoked."""
    old = {"teks": "UU 32/2004", "jenis": "UU", "nomor": "32", "tahun": 2004, "status": "dicabut"}
    slow = tuple((uraian, who, 2 * menit) for uraian, who, menit in LANGKAH)
    related = ["SOP Apel Pagi", "SOP Surat Pengantar Nikah"]
    return [an_sop("Kecamatan Aru"), an_sop("Kecamatan Bina", slow, dasar_hukum=[old], keterkaitan=related)]


def test_sqlite_holds_what_the_csv_files_hold() -> None:
    files = tables.render(units())
    with closing(database(files)) as opened:
        assert opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        for name in TABEL:
            held = opened.execute(f"SELECT * FROM {name}").fetchall()
            assert len(held) == len(frame(files, name)), name
            names = [row[1] for row in opened.execute(f"PRAGMA table_info({name})")]
            assert names == list(columns(name)) == list(frame(files, name).columns)
        found = opened.execute("SELECT id, teks, tempat, id_terkait FROM keterkaitan").fetchall()
        assert found == [
            ("kecamatan-bina", "SOP Apel Pagi", "tidak_ada", None),
            ("kecamatan-bina", "SOP Surat Pengantar Nikah", "pemerintah", "kecamatan-aru"),
        ]


def parquet(files: dict[str, bytes], name: str) -> pd.DataFrame:
    content = io.BytesIO(files[f"tables/{name}.parquet"])
    return pd.DataFrame(fastparquet.ParquetFile(content).to_pandas())


def test_parquet_is_typed() -> None:
    files = tables.render(units())
    assert all(list(parquet(files, name).columns) == list(columns(name)) for name in TABEL)
    steps = parquet(files, "prosedur")
    assert steps["menit"].tolist() == [m for _, _, m in LANGKAH] + [2 * m for _, _, m in LANGKAH]
    assert str(steps["no"].dtype) == "Int64"
    assert steps["uraian"].tolist()[0] == LANGKAH[0][0]
    assert steps["keterangan"].isna().all()


def test_values_are_not_changed_for_programs() -> None:
    evil = a_sop(identitas={"nama_sop": "=HYPERLINK(1)"}, instansi={"unit": "Kec\x00amatan"})
    with closing(database(tables.render([evil]))) as opened:
        assert opened.execute("SELECT nama_sop, unit FROM sop").fetchall() == [
            ("=HYPERLINK(1)", "Kec\x00amatan")
        ]


def test_sqlite_does_not_tell_its_version() -> None:
    content = tables.render(units())["tables/sopbaku.sqlite"]
    assert content[24:28] == bytes(4)
    assert content[92:100] == bytes(8)


QUERIES = re.findall(r"```sql\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)


def test_queries_of_the_readme_run() -> None:
    assert len(QUERIES) == 3
    with closing(database(tables.render(units()))) as opened:
        revoked, waiting, unequal = (opened.execute(query).fetchall() for query in QUERIES)
    assert revoked == [("Kecamatan Bina", "Surat Pengantar Nikah", "UU 32/2004")]
    assert waiting[0] == ("Kecamatan Bina", "Camat", 2.0)
    assert unequal == [("Surat Pengantar Nikah", 2, 125.0, 250.0)]


def test_schema_is_documented() -> None:
    page = (ROOT / "docs" / "tabel.md").read_text("utf-8")
    for name, described in table("tabel").items():
        assert f"## {name}: {described['baris']}" in page
        for column, kind, meaning in described["kolom"]:
            assert f"| `{column}` | {kind} | {meaning} |" in page

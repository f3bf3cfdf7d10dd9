"""The whole set in a run: pages of comparisons, links in reports; and ``sopbaku compare``."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.batch import ingest
from pipeline.cli import app
from pipeline.config import Settings
from pipeline.outputs import records
from tests.pipeline.compare.contoh import LANGKAH, an_sop
from tests.pipeline.contoh import sop_text, write

LAPORAN = Settings(jobs=1, dokumen=False, tabel=False)
UNITS = ("SUKAMAJU", "TANJUNGREJO", "WANASARI")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """The output of a run over the same procedure in three units, one of them there twice."""
    texts: dict[str, str | bytes] = {
        f"{unit}.txt": sop_text(unit=unit, nomor=i) for i, unit in enumerate(UNITS, 7)
    }
    texts["SUKAMAJU-lagi.txt"] = sop_text(unit="SUKAMAJU", nomor=7) + "\n"
    ingest([write(tmp_path / "in", texts)], tmp_path / "out", LAPORAN)
    return tmp_path / "out"


def local_links(page: Path) -> list[Path]:
    return [
        page.parent / link.split("#")[0]
        for link in re.findall(r'href="([^"#][^"]*)"', page.read_text("utf-8"))
    ]


def test_pages_of_the_set(run: Path) -> None:
    pages = sorted(path.name for path in (run / "compare").glob("*.html"))
    assert pages == ["duplicates.html", "index.html", "pelayanan-surat-pindah.html", "relations.html"]
    for page in (run / "compare").glob("*.html"):
        missing = [link for link in local_links(page) if not link.exists() and "documents" not in link.parts]
        assert missing == [], page.name
    text = (run / "compare" / "pelayanan-surat-pindah.html").read_text("utf-8")
    assert "Usulan, bukan keputusan" in text
    assert "Kecamatan Wanasari" in text
    twins = (run / "compare" / "duplicates.html").read_text("utf-8")
    assert "SUKAMAJU-lagi.txt dan SUKAMAJU.txt: isi 100 % sama" in twins
    missing_names = (run / "compare" / "relations.html").read_text("utf-8")
    assert "Pengelolaan Surat Keluar" in missing_names


def test_reports_and_findings_know_of_the_others(run: Path) -> None:
    report = next(path for path in (run / "reports").glob("*sukamaju*.html"))
    text = report.read_text("utf-8")
    assert "../compare/pelayanan-surat-pindah.html" in text
    assert "../compare/duplicates.html" in text
    sops = [records.from_json(path.read_bytes()) for path in (run / "canonical").glob("*.json")]
    codes = {sop.sumber.berkas: {t.kode for t in sop.temuan if t.kode.startswith("HM")} for sop in sops}
    assert codes == {
        "SUKAMAJU.txt": {"HM001"},
        "SUKAMAJU-lagi.txt": {"HM001"},
        "TANJUNGREJO.txt": set(),
        "WANASARI.txt": set(),
    }


def test_another_unit_leaves_what_was_written_alone(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text(), "b.txt": sop_text(unit="BINA", nomor=2)})
    ingest([source], tmp_path / "out", LAPORAN)
    write(source, {"c.txt": sop_text(unit="CAKRA", nomor=3)})
    assert ingest([source], tmp_path / "out", LAPORAN).ditulis == 1
    assert "3 SOP dari 3 unit" in (tmp_path / "out/compare/pelayanan-surat-pindah.html").read_text("utf-8")


def test_related_sops_are_linked(tmp_path: Path) -> None:
    texts: dict[str, str | bytes] = {
        "a.txt": sop_text(),
        "b.txt": sop_text(nama="Pengelolaan Surat Keluar", nomor=3),
    }
    ingest([write(tmp_path / "in", texts)], tmp_path / "out", LAPORAN)
    report = (tmp_path / "out" / "reports" / "kecamatan-sukamaju--pelayanan-surat-pindah.html").read_text(
        "utf-8"
    )
    assert 'butir 1 <a href="kecamatan-sukamaju--pengelolaan-surat-keluar.html">' in report


def test_a_comparison_goes_with_its_sops_and_is_not_made_twice(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text(), "b.txt": sop_text(unit="BINA", nomor=2)})
    out = tmp_path / "out"
    ingest([source], out, LAPORAN)
    page = out / "compare" / "pelayanan-surat-pindah.html"
    before = {path: path.stat().st_mtime_ns for path in (out / "compare").iterdir()}
    ingest([source], out, LAPORAN)
    assert {path: path.stat().st_mtime_ns for path in (out / "compare").iterdir()} == before
    (source / "b.txt").unlink()
    ingest([source], out, LAPORAN)
    assert not page.exists()


@pytest.fixture
def canonical(tmp_path: Path) -> Path:
    folder = tmp_path / "kanonik"
    for sop in (
        an_sop("Kecamatan Aru"),
        an_sop("Kecamatan Bina", LANGKAH[:-1]),
        an_sop("Kecamatan Cakra", nama="Apel Pagi", langkah=LANGKAH[:2]),
    ):
        write(folder, {f"{sop.id}.json": records.to_json(sop)})
    return folder


def command(*args: object, code: int = 0) -> str:
    done = CliRunner().invoke(app, ["compare", *map(str, args)])
    assert done.exit_code == code, done.output
    return done.output


def test_command_lists_what_units_share(canonical: Path) -> None:
    said = command(canonical)
    assert "surat-pengantar-nikah" in said
    assert "1 prosedur ada di lebih dari satu unit, dari 3 SOP" in said
    (group,) = json.loads(command(canonical, "--json"))
    assert group["sop"] == ["kecamatan-aru", "kecamatan-bina"]


@pytest.mark.parametrize("name", ["surat-pengantar-nikah", "Surat Pengantar Nikah", "pengantar nikah"])
def test_command_compares_a_procedure(canonical: Path, name: str) -> None:
    found = json.loads(command(canonical, "--procedure", name, "--json"))
    assert [sop["id"] for sop in found["sop"]] == ["kecamatan-aru", "kecamatan-bina"]
    assert [len(row["sop"]) for row in found["langkah"]] == [2, 2, 2, 2, 2, 1]
    assert found["usulan"] == "kecamatan-aru"


def test_command_compares_files_and_writes_page_and_draft(canonical: Path, tmp_path: Path) -> None:
    files = sorted(canonical.glob("*.json"))
    said = command(*files, "--html", tmp_path / "p.html", "--draft", tmp_path / "draft")
    assert "usulan, bukan keputusan" in said
    assert "../reports" not in (tmp_path / "p.html").read_text("utf-8")
    (draft,) = [path for path in (tmp_path / "draft").glob("*.json") if ".catatan" not in path.name]
    assert records.from_json(draft.read_bytes()).identitas.nama_sop == "Surat Pengantar Nikah"
    notes = json.loads(draft.with_name(draft.stem + ".catatan.json").read_text("utf-8"))
    assert "belum keputusan" in notes["usulan"]


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (["--procedure", "Sunatan Massal"], "Tidak ada prosedur bernama"),
        (["--procedure", "Apel Pagi"], "sedikitnya dua SOP"),
        (["--html", "p.html"], "butuh --procedure"),
    ],
)
def test_wrong_use_is_said_in_one_sentence(canonical: Path, args: list[str], reason: str) -> None:
    assert reason in " ".join(command(canonical, *args, code=2).split())


def test_what_is_no_canonical_file(tmp_path: Path) -> None:
    write(tmp_path, {"x.json": "{}"})
    assert "bukan berkas SOP kanonik" in " ".join(command(tmp_path, code=2).split())

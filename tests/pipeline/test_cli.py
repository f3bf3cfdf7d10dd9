"""The command line: exit codes, one sentence for each error, JSON where a machine reads."""

import json
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from time import monotonic, sleep

import pytest
from typer.testing import CliRunner, Result

from pipeline import cli
from pipeline.config import VERSI
from pipeline.findings import ATURAN
from tests.pipeline.contoh import sop_text, write

FAST = ("--no-documents", "--no-tables", "--no-reports", "--jobs", "1")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def said(result: Result) -> str:
    """What stands on standard error."""
    return result.stderr.strip()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write(tmp_path / "in", {"a.txt": sop_text(), "b.txt": sop_text("Pelayanan Akta Lahir", nomor=13)})


@pytest.fixture
def out(source: Path, tmp_path: Path) -> Path:
    run("ingest", source, "-o", tmp_path / "out", *FAST)
    return tmp_path / "out"


def test_all_well(source: Path, tmp_path: Path) -> None:
    result = run("ingest", source, "-o", tmp_path / "out", *FAST)
    assert result.exit_code == 0, result.output
    assert "SOP" in result.stdout
    assert len(list((tmp_path / "out" / "canonical").iterdir())) == 2


def test_everything_at_once(source: Path, tmp_path: Path) -> None:
    result = run("ingest", source, "-o", tmp_path / "out", "--jobs", 2, "--json")
    assert result.exit_code == 0, result.output
    summary = json.loads(result.stdout)
    assert summary["jumlah"]["sop"] == summary["ditulis"] == 2
    (first, _) = [row["id"][0] for row in summary["berkas"]]
    names = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*")}
    assert names >= {
        "index.html",
        "manifest.json",
        f"canonical/{first}.json",
        f"reports/{first}.html",
        f"documents/{first}.html",
        f"documents/{first}.docx",
        f"documents/{first}.pdf",
        "tables/sop.csv",
        "tables/sopbaku.xlsx",
    }


def test_failed_files_are_named(source: Path, tmp_path: Path) -> None:
    write(source, {"kosong [x].txt": "", "bukan.txt": "Undangan rapat pada hari Senin di aula kantor.\n"})
    result = run("ingest", source, "-o", tmp_path / "out", *FAST)
    assert result.exit_code == 1
    assert "kosong [x].txt: " in result.stdout
    assert "bukan.txt: " in result.stdout


def test_a_file_without_sop_is_no_failure(source: Path, tmp_path: Path) -> None:
    write(source, {"bukan.txt": "Undangan rapat pada hari Senin di aula kantor.\n"})
    assert run("ingest", source, "-o", tmp_path / "out", *FAST).exit_code == 0


def test_strict_looks_at_findings(source: Path, tmp_path: Path) -> None:
    bad = sop_text().replace("Tahun 2014 tentang", "Tahun 2104 tentang")
    write(source, {"a.txt": bad})
    assert run("ingest", source, "-o", tmp_path / "out", *FAST).exit_code == 0
    assert run("ingest", source, "-o", tmp_path / "out", "--strict", *FAST).exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest", "tiada", "-o", "out"],
        ["ingest", "in", "-o", "in"],
        ["ingest", "in"],
        ["ingest", "in", "-o", "out", "--jobs", "0"],
        ["show", "tiada.txt"],
        ["show", "in/a.txt", "--stage", "apa"],
        ["diff", "in", "in"],
        ["diff", "in/a.txt", "in/a.txt"],
        ["rules", "ZZ999"],
        ["score", "tiada", "in"],
        ["score", "in", "in", "--update"],
        ["apa"],
    ],
)
def test_wrong_use(source: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(source.parent)
    result = run(*arguments)
    assert result.exit_code == 2
    assert said(result)
    assert "Traceback" not in result.output


def test_one_sentence_for_what_nobody_foresaw(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explode(*_: object) -> None:
        raise ZeroDivisionError("aduh")

    monkeypatch.setattr(cli, "run_batch", explode)
    quiet = run("ingest", source, "-o", tmp_path / "out")
    assert (quiet.exit_code, "Traceback" in quiet.output) == (1, False)
    assert "ZeroDivisionError" in said(quiet)
    assert "Traceback" in said(run("ingest", source, "-o", tmp_path / "out", "--verbose"))


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (OSError(28, "disk penuh", "out"), 1)]
)
def test_interrupted_or_out_of_space(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(cli, "run_batch", stop)
    result = run("ingest", source, "-o", tmp_path / "out")
    assert result.exit_code == code
    assert len(said(result).splitlines()) == 1


def test_show(source: Path) -> None:
    pages = run("show", source / "a.txt", "--stage", "pages")
    assert "4 │ Nomor SOP" in pages.stdout
    blocks = json.loads(run("show", source / "a.txt", "--stage", "pages", "--json").stdout)
    assert {frozenset(block) for block in blocks} == {
        frozenset(["baris", "teks"]),
        frozenset(["baris", "sel"]),
    }
    (raw,) = json.loads(run("show", source / "a.txt", "--stage", "raw").stdout)
    assert raw["identitas"]["nomor_sop"]["teks"] == "470/12/SOP/2024"
    assert raw["identitas"]["nomor_sop"]["baris"] == [4, 4]
    (sop,) = json.loads(run("show", source / "a.txt").stdout)
    assert sop["identitas"]["tanggal_pembuatan"] == "2024-01-14"


def test_show_says_why_not(source: Path) -> None:
    result = run("show", write(source, {"kosong.txt": ""}) / "kosong.txt")
    assert result.exit_code == 1
    assert "kosong" in said(result)


def test_diff_of_runs_and_of_files(source: Path, out: Path, tmp_path: Path) -> None:
    write(
        source,
        {
            "a.txt": sop_text().replace("5 menit", "7 menit"),
            "c.txt": sop_text("Pelayanan Izin Keramaian", nomor=14),
        },
    )
    (source / "b.txt").unlink()
    run("ingest", source, "-o", tmp_path / "baru", *FAST)
    changes = json.loads(run("diff", out, tmp_path / "baru", "--json").stdout)
    # What the findings say of other SOPs changes with the set.
    own = [{c["jenis"] for c in found if "/temuan" not in c["lokasi"]} for found in changes.values()]
    assert own == [{"hilang"}, {"tambah"}, {"ubah"}]
    (old,) = out.glob("canonical/*pindah.json")
    (new,) = (tmp_path / "baru").glob("canonical/*pindah.json")
    table = run("diff", old, new)
    assert "/prosedur/0/" in table.stdout
    assert "1 dari 1" in table.stdout
    assert json.loads(run("diff", out, out, "--json").stdout) == {}


def test_rules() -> None:
    listed = json.loads(run("rules", "--json").stdout)
    assert [rule["kode"] for rule in listed] == [rule.kode for rule in ATURAN]
    page = run("rules", ATURAN[0].kode.lower()).stdout
    assert ATURAN[0].judul.split()[0] in page
    assert "Buruk:" in page
    assert all(rule.kode in run("rules").stdout for rule in ATURAN)


def test_score_keeps_and_holds_against(out: Path, tmp_path: Path) -> None:
    truth = {"identitas": {"nama_sop": "Pelayanan Surat Pindah", "nomor_sop": "470/12/SOP/2024"}}
    folder = write(tmp_path / "benar", {"a.json": json.dumps(truth)})
    kept = tmp_path / "nilai.json"
    assert run("score", folder, out, "--baseline", kept, "--update").exit_code == 0
    assert run("score", folder, out, "--baseline", kept).exit_code == 0
    assert json.loads(run("score", folder, out, "--json").stdout)["dokumen"] == {"utuh": 1, "jumlah": 1}
    write(folder, {"a.json": json.dumps(truth | {"peringatan": ["Tidak tertulis"]})})
    assert run("score", folder, out, "--baseline", kept).exit_code == 1
    write(folder, {"a.json": json.dumps({"identitas": {**truth["identitas"], "nomor_sop": "1"}})})
    dropped = run("score", folder, out, "--baseline", kept, "--misses")
    assert dropped.exit_code == 1
    assert "identitas.nomor_sop" in said(dropped)
    assert "seharusnya '1'" in dropped.stdout.replace("\n", " ")


def test_schema_and_version() -> None:
    assert json.loads(run("schema").stdout)["title"] == "Sop"
    assert VERSI in run("--version").stdout


def test_module_runs_as_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == f"sopbaku {VERSI}"
    assert done.stderr == ""


def test_ctrl_c_in_the_middle_of_a_run(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {f"{n:03}.txt": sop_text(f"Pelayanan {n}") * 40 for n in range(80)})
    out = tmp_path / "out"
    command = [sys.executable, "-m", "pipeline", "ingest", str(source), "-o", str(out), *FAST[:-1], "2"]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # What a shell starts in the background ignores the signal, and so would what it starts.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )
    deadline = monotonic() + 30
    while not any(out.glob(".sopbaku/berkas/*.json")) and process.poll() is None and monotonic() < deadline:
        sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as the terminal does: to the workers too
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert len(errors.strip().splitlines()) == 1
    for path in out.rglob("*.json"):
        json.loads(path.read_bytes())
    assert not list(out.rglob("*.tmp"))

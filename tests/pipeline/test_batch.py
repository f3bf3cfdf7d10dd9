"""The batch: what goes wrong in one file stays there, nothing is done twice, nothing foreign is touched."""

import json
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from normalizers.model import Temuan
from pipeline import atomic, ledger
from pipeline.batch import Bagian, Ringkasan, ingest
from pipeline.config import Settings
from pipeline.inputs import WrongUseError, collect
from pipeline.naskah import Naskah
from pipeline.outputs import WRITERS, Writer
from tests.pipeline.contoh import TANPA_DOKUMEN, hang, kerja, sop_text, write

PALSU = Bagian(kerja=kerja, nilai_set=lambda satu: {})


def run(source: Path, out: Path, bagian: Bagian = PALSU, **settings: Any) -> Ringkasan:
    return ingest([source], out, replace(TANPA_DOKUMEN, **settings), bagian=bagian)


def rows(ringkasan: Ringkasan) -> Mapping[str, Any]:
    return {row["berkas"]: row for row in ringkasan.manifest["berkas"]}


def tree(folder: Path) -> Mapping[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def stamps(folder: Path) -> Mapping[str, int]:
    return {str(p.relative_to(folder)): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


# What a file may be


def test_each_file_gets_one_row_and_none_disturbs_another(tmp_path: Path) -> None:
    source = write(
        tmp_path / "in",
        {
            "a/baik.txt": sop_text(),
            "biner.txt": bytes(range(256)) * 40,
            "bukan.txt": "Notulen rapat koordinasi: peserta membahas rencana kerja bakti hari Jumat.\n",
            "gambar.zzz": b"\x00\x01\x02",
            "kosong.txt": b"",
        },
    )
    huge = source / "raksasa.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_000)
    ringkasan = run(source, tmp_path / "out", Bagian())
    found = rows(ringkasan)
    assert {name: row["status"] for name, row in found.items()} == {
        "a/baik.txt": "ok",
        "biner.txt": "gagal",
        "bukan.txt": "bukan_sop",
        "gambar.zzz": "gagal",
        "kosong.txt": "gagal",
        "raksasa.txt": "gagal",
    }
    assert "50.0 MB" in found["raksasa.txt"]["alasan"]
    for name, row in found.items():
        assert (row["alasan"] is None) == (row["status"] == "ok")
        assert row["alasan"] is None or row["alasan"].startswith(f"{name}: ")
        assert str(tmp_path) not in json.dumps(row)
    assert json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8")) == ringkasan.manifest


def test_what_is_no_file_or_cannot_be_opened(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu"})
    (source / "putus.txt").symlink_to(source / "tiada.txt")
    (source / "melingkar.txt").symlink_to(source / "melingkar.txt")
    os.mkfifo(source / "pipa.txt")
    found = rows(run(source, tmp_path / "out", replace(PALSU)))
    assert {name: row["status"] for name, row in found.items()} == {
        "a.txt": "ok",
        "melingkar.txt": "gagal",
        "pipa.txt": "gagal",
        "putus.txt": "gagal",
    }
    assert str(tmp_path) not in str(found)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu", "rahasia.txt": "dua", "tutup/b.txt": "tiga"})
    (source / "rahasia.txt").chmod(0)
    (source / "tutup").chmod(0)
    found = rows(run(source, tmp_path / "out"))
    (source / "tutup").chmod(0o700)
    assert [found[name]["status"] for name in ("a.txt", "rahasia.txt", "tutup")] == ["ok", "gagal", "gagal"]


@pytest.mark.parametrize(
    "name", ["sop [bold]a[/] & b.txt", "baris\nbaru.txt", "日本 ü.txt", "-o.txt", "a" * 200 + ".txt"]
)
def test_odd_names(tmp_path: Path, name: str) -> None:
    source = write(tmp_path / "in", {name: "satu"})
    assert rows(run(source, tmp_path / "out"))[name]["status"] == "ok"


def test_name_that_is_no_text(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu"})
    (source / os.fsdecode(b"surat-\xff.txt")).write_text("dua")
    assert list(rows(run(source, tmp_path / "out"))) == ["a.txt", "surat-\\xff.txt"]


def test_equal_bytes_are_both_worked_on(tmp_path: Path) -> None:
    found = rows(run(write(tmp_path / "in", {"a.txt": "satu", "b.txt": "satu"}), tmp_path / "out"))
    assert [found["a.txt"]["id"], found["b.txt"]["id"]] == [["camat--satu"], ["camat--satu-2"]]


# Processes


def test_jobs_do_not_matter(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {f"{n}.txt": sop_text(f"Pelayanan {n}") for n in "ebdac"})
    run(source, tmp_path / "satu", Bagian(), tabel=True, laporan=True)
    run(source, tmp_path / "dua", Bagian(), tabel=True, laporan=True, jobs=2)
    assert tree(tmp_path / "satu") == tree(tmp_path / "dua")


def test_worker_that_dies_costs_only_its_file(tmp_path: Path) -> None:
    files = {f"{n:02}.txt": f"nama {n}" for n in range(20)} | {
        "07.txt": "mati",
        "11.txt": "meledak",
        "13.txt": "bukan",
    }
    found = rows(run(write(tmp_path / "in", files), tmp_path / "out", jobs=2))
    assert {name for name, row in found.items() if row["status"] != "ok"} == {"07.txt", "11.txt", "13.txt"}
    assert "mati" in found["07.txt"]["alasan"]
    assert "MemoryError" in found["11.txt"]["alasan"]


def test_progress_tells_how_many_failed(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int, int]] = []
    source = write(tmp_path / "in", {"a.txt": "satu", "b.txt": "meledak"})
    ingest([source], tmp_path / "out", TANPA_DOKUMEN, lambda *state: seen.append(state), PALSU)
    assert seen == [("membaca", 1, 2, 0), ("membaca", 2, 2, 1), ("menulis", 1, 1, 0)]


# Again and again


def test_second_run_does_nothing(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text(), "b.txt": "bukan apa-apa", "c.txt": ""})
    first = run(source, tmp_path / "out", Bagian(), tabel=True, laporan=True)
    bytes_before, stamps_before = tree(tmp_path / "out"), stamps(tmp_path / "out")
    second = run(source, tmp_path / "out", Bagian(), tabel=True, laporan=True)
    assert (first.ditulis, second.ditulis) == (1, 0)
    assert tree(tmp_path / "out") == bytes_before
    assert stamps(tmp_path / "out") == stamps_before


def test_known_file_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text()})
    run(source, tmp_path / "out", Bagian())
    monkeypatch.setattr("pipeline.run.extract", lambda pages: pytest.fail("read again"))
    run(source, tmp_path / "out", Bagian())


def test_other_settings_are_another_result(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text().replace("15 menit", "1 hari")})
    minutes = []
    for per_day in (450, 480):
        aturan = replace(TANPA_DOKUMEN.aturan, menit_per_hari=per_day)
        run(source, tmp_path / "out", Bagian(), aturan=aturan)
        (path,) = (tmp_path / "out" / "canonical").iterdir()
        minutes.append(json.loads(path.read_text("utf-8"))["prosedur"][2]["waktu"]["menit"])
    assert minutes == [450, 480]


@pytest.mark.parametrize("damage", [b"", b"{", b'{"sidik": 1}', b"\xff\xfe"])
def test_damaged_state_is_made_again(tmp_path: Path, damage: bytes) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text()})
    run(source, tmp_path / "out", Bagian())
    before = tree(tmp_path / "out")
    for path in (tmp_path / "out" / ".sopbaku").rglob("*.json"):
        path.write_bytes(damage)
    run(source, tmp_path / "out", Bagian())
    assert tree(tmp_path / "out") == before


def test_output_that_was_changed_or_lost_is_put_back(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu", "b.txt": "dua"})
    run(source, tmp_path / "out")
    before = tree(tmp_path / "out")
    (tmp_path / "out/canonical/camat--satu.json").unlink()
    (tmp_path / "out/canonical/camat--dua.json").write_text("{}")
    assert run(source, tmp_path / "out").ditulis == 2
    assert tree(tmp_path / "out") == before


def test_removed_input_takes_its_outputs_along_and_nothing_else(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", {"a.txt": "satu", "b.txt": "dua"}), tmp_path / "out"
    run(source, out, tabel=True, laporan=True)
    write(out, {"catatan.txt": "milik saya", "canonical/milik-saya.json": "{}"})
    (source / "b.txt").unlink()
    run(source, out)
    assert sorted(name for name in tree(out) if not name.startswith(".sopbaku")) == [
        "canonical/camat--satu.json",
        "canonical/milik-saya.json",
        "catatan.txt",
        "findings/temuan.json",
        "findings/temuan.sarif",
        "manifest.json",
    ]
    assert not (out / "tables").exists()


def test_state_of_removed_inputs_goes_too(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", {"a.txt": sop_text(), "b.txt": sop_text("Lain")}), tmp_path / "out"
    run(source, out, Bagian())
    (source / "b.txt").unlink()
    run(source, out, Bagian())
    once = tmp_path / "sekali"
    run(source, once, Bagian())
    assert tree(out) == tree(once)


def test_half_files_of_a_killed_run_go(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", {"a.txt": "satu"}), tmp_path / "out"
    run(source, out)
    before = tree(out)
    write(out, {"canonical/.camat--satu.json.4711.tmp": "{", ".manifest.json.1.tmp": "", "saya.1.tmp": "x"})
    run(source, out)
    assert tree(out) == {**before, "saya.1.tmp": b"x"}


def test_record_that_names_a_file_outside_is_not_believed(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in", {"a.txt": "satu"}), tmp_path / "out"
    run(source, out)
    mine = write(tmp_path, {"milik-saya.txt": "penting"}) / "milik-saya.txt"
    for name in ("canonical/../../milik-saya.txt", "../milik-saya.txt", str(mine), "catatan.txt"):
        record = {"sidik": "x", "berkas": {name: "0"}}
        write(out, {"catatan.txt": "x", ".sopbaku/hasil/sop/hantu.json": json.dumps(record)})
        run(source, out)
        assert mine.exists()
        assert (out / "catatan.txt").exists()
    assert ledger.units(out) == ["run/temuan", "sop/camat--satu"]


# Writing


def broken(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    if naskah.sop.identitas.nama_sop == "dua":
        raise RuntimeError("mesin macet")
    return {f"documents/{naskah.sop.id}.html": b"dokumen"}


class HomeboundError(Exception):
    """An error that cannot be made again from its text, and so not travel between processes."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{text} ({code})")


def homebound(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    if naskah.sop.identitas.nama_sop == "dua":
        raise HomeboundError(3, "huruf hilang")
    return {f"documents/{naskah.sop.id}.html": b"dokumen"}


def endless(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    if naskah.sop.identitas.nama_sop == "dua":
        hang()
    return {f"documents/{naskah.sop.id}.html": b"dokumen"}


def deadly(naskah: Naskah, settings: Settings) -> Mapping[str, bytes]:
    if naskah.sop.identitas.nama_sop == "dua":
        os._exit(1)
    return {f"documents/{naskah.sop.id}.html": b"dokumen"}


@pytest.mark.parametrize(
    ("writer", "said"),
    [
        (broken, "mesin macet"),
        (homebound, "huruf hilang (3)"),
        (deadly, "mati"),
        (endless, "melewati batas waktu"),
    ],
)
def test_output_that_cannot_be_made_costs_nothing_else(tmp_path: Path, writer: Any, said: str) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu", "b.txt": "dua", "c.txt": "tiga"})
    writers = {"data kanonik": WRITERS["data kanonik"], "dokumen": Writer("dokumen", writer)}
    bagian = replace(PALSU, writers=writers)
    for _ in range(2):  # it is tried again, and fails again
        found = rows(run(source, tmp_path / "out", bagian, dokumen=True, jobs=2, batas_menit=0.05))
        assert [found[name]["status"] for name in ("a.txt", "b.txt", "c.txt")] == ["ok", "gagal", "ok"]
        assert said in found["b.txt"]["alasan"]
        assert found["b.txt"]["id"] == ["camat--dua"]
        names = [name for name in tree(tmp_path / "out") if not name.startswith(".sopbaku")]
        assert "canonical/camat--dua.json" in names
        assert "documents/camat--tiga.html" in names


def test_interrupted_run_leaves_whole_files_and_goes_on(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {f"{n}.txt": sop_text(f"Pelayanan {n}") for n in "abcd"})

    def interrupt(stage: str, done: int, total: int, failed: int) -> None:
        if (stage, done) == ("menulis", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest([source], tmp_path / "out", TANPA_DOKUMEN, interrupt)
    for path in (tmp_path / "out").rglob("*.json"):
        json.loads(path.read_bytes())
    assert run(source, tmp_path / "out", Bagian()).ditulis == 2
    run(source, tmp_path / "sekali", Bagian())
    assert tree(tmp_path / "out") == tree(tmp_path / "sekali")


def test_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    atomic.write(target, b"lama")

    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write(target, b"baru")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {"a.json": b"lama"}


def test_findings_of_the_set_stand_among_the_others(tmp_path: Path) -> None:
    finding = Temuan(kode="ID020", tingkat="peringatan", lokasi="/identitas/nama_sop", pesan="Nama ganda.")
    source = write(tmp_path / "in", {"a.txt": "satu", "b.txt": "dua"})
    bagian = replace(PALSU, nilai_set=lambda satu: {satu.kartu[1].id: [finding]})
    found = rows(run(source, tmp_path / "out", bagian))
    assert [found[name]["jumlah"]["peringatan"] for name in ("a.txt", "b.txt")] == [0, 1]


# Inputs and output folder


def test_left_out_without_a_word(tmp_path: Path) -> None:
    names = [
        ".DS_Store",
        ".git/config",
        "Thumbs.db",
        "desktop.ini",
        "~$surat.docx",
        "__MACOSX/a.txt",
        "a.txt",
    ]
    source = write(tmp_path / "in", dict.fromkeys(names, "satu"))
    assert [masukan.berkas for masukan in collect([source], tmp_path / "out")] == ["a.txt"]


def test_links_that_loop(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"b/a.txt": "satu"})
    (source / "b" / "ke-atas").symlink_to(source)
    (source / "a-tautan").symlink_to(source / "b")
    assert [masukan.berkas for masukan in collect([source], tmp_path / "out")] == ["b/a.txt"]


def test_output_inside_the_input_is_not_read(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu"})
    run(source, source / "hasil")
    run(source, source / "lain")
    assert list(rows(run(source, source / "hasil"))) == ["a.txt"]


def test_two_folders_keep_equal_names_apart(tmp_path: Path) -> None:
    write(tmp_path, {"utara/a.txt": "satu", "selatan/a.txt": "dua", "b.txt": "tiga"})
    inputs = [tmp_path / "utara", tmp_path / "selatan", tmp_path / "b.txt", tmp_path / "b.txt"]
    assert [m.berkas for m in collect(inputs, tmp_path / "out")] == ["b.txt", "selatan/a.txt", "utara/a.txt"]


def test_wrong_use(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu"})
    write(tmp_path, {"x/in/a.txt": "dua", "penuh/index.html": "halaman saya", "berkas": ""})
    out = tmp_path / "out"
    run(source, out)
    for inputs, target in (
        ([tmp_path / "tiada"], out),
        ([source], source),
        ([out], tmp_path / "out2"),
        ([out / "canonical"], out),
        ([source, tmp_path / "x" / "in"], out),
        ([source / "a.txt", tmp_path / "x" / "in" / "a.txt"], out),
        ([source], tmp_path / "penuh"),
        ([source], tmp_path / "berkas"),
    ):
        before = tree(tmp_path)
        with pytest.raises(WrongUseError):
            ingest(inputs, target, TANPA_DOKUMEN, bagian=PALSU)
        assert tree(tmp_path) == before

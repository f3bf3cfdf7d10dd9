"""Approval: collections with right page numbers, notes that list what changed and nothing else."""

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from typer.testing import CliRunner, Result

from pipeline import cli
from pipeline.outputs import records, revisi
from tests.builders import a_langkah, a_sop
from tests.outputs.test_documents import JAHAT
from tests.pipeline.contoh import sop_text, write


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def named(nama: str, unit: str = "Kecamatan Sukamaju", **ganti: Any) -> Any:
    identitas = a_sop().identitas.model_dump() | {"nama_sop": nama}
    instansi = {"pemerintah": "Pemerintah Kabupaten Wanasari", "unit": unit}
    return a_sop(
        id=f"{unit}--{nama}".lower().replace(" ", "-"), identitas=identitas, instansi=instansi, **ganti
    )


def pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in pdf]


def test_a_collection_per_unit_with_the_pages_that_its_contents_name(tmp_path: Path) -> None:
    long = [a_langkah(n, f"Langkah panjang nomor {n} yang berisi banyak kata " * 4) for n in range(1, 40)]
    sops = [
        named("Cuti"),
        named("Arsip", prosedur=long),
        named("Surat Masuk"),
        named("Cuti", "Kelurahan Melati"),
    ]
    write(tmp_path / "data", {f"{n}.json": records.to_json(sop) for n, sop in enumerate(sops)})
    done = run("collection", tmp_path / "data", "-o", tmp_path / "h")
    assert done.exit_code == 0, done.output
    first, other = sorted((tmp_path / "h").glob("*.pdf"))
    assert {path.stem for path in (tmp_path / "h").glob("*.docx")} == {first.stem, other.stem}
    assert "kecamatan-sukamaju" in first.name
    assert "kelurahan-melati" in other.name
    cover, contents, *rest = pages(first)
    assert "KECAMATAN SUKAMAJU" in cover
    for name in ("Arsip", "Cuti", "Surat Masuk"):
        number = int(contents.split(name)[1].split()[0])
        page = rest[number - 3]
        assert name in page
        assert "Nomor SOP" in page
        assert f"Halaman {number}" in page
    assert contents.index("Arsip") < contents.index("Cuti") < contents.index("Surat Masuk")
    assert run("collection", tmp_path / "data", "-o", tmp_path / "i").exit_code == 0
    assert (tmp_path / "i" / first.name).read_bytes() == first.read_bytes()
    assert run("collection", tmp_path / "data", "-o", tmp_path / "j", "--formats", "docx").exit_code == 0
    assert {path.suffix for path in (tmp_path / "j").iterdir()} == {".docx"}
    assert run("collection", tmp_path / "data", "-o", tmp_path / "j", "--formats", "doc").exit_code == 2


def test_settings_of_a_units_folder_hold_for_its_sops(tmp_path: Path) -> None:
    units = {"melati": "Kelurahan Melati", "sukamaju": "Kecamatan Sukamaju"}
    sops = [
        named("Cuti", unit, sumber=a_sop().sumber.model_copy(update={"berkas": f"{folder}/a.txt"}))
        for folder, unit in units.items()
    ]
    write(tmp_path / "data", {f"{n}.json": records.to_json(sop) for n, sop in enumerate(sops)})
    write(
        tmp_path / "in",
        {
            "melati/sopbaku.toml": '[dokumen]\nkop = ["KANTOR MELATI"]\nkertas = "F4"\n',
            "melati/a.txt": "x",
            "sukamaju/a.txt": "x",
        },
    )
    for command, pattern in (("collection", "himpunan-{}*.pdf"), ("documents", "{}*.pdf")):
        out = tmp_path / command
        done = run(command, tmp_path / "data", "-o", out, "--inputs", tmp_path / "in", "--formats", "pdf")
        assert done.exit_code == 0, done.output
        (melati,) = out.glob(pattern.format("kelurahan-melati"))
        (sukamaju,) = out.glob(pattern.format("kecamatan-sukamaju"))
        assert "KANTOR MELATI" in " ".join(pages(melati))
        assert "KANTOR MELATI" not in " ".join(pages(sukamaju))
    assert (
        run("documents", tmp_path / "data", "-o", tmp_path / "d", "--inputs", tmp_path / "x").exit_code == 2
    )


def test_a_note_lists_what_changed() -> None:
    lama = a_sop(prosedur=[a_langkah(1, "Mencatat surat"), a_langkah(2, "Mengarsipkan surat")])
    identitas = lama.identitas.model_dump() | {
        "tanggal_revisi": "2025-03-02",
        "nama_sop": "PENGELOLAAN SURAT MASUK",
    }
    baru = lama.model_copy(
        update={
            "identitas": a_sop(identitas=identitas).identitas,
            "prosedur": [
                lama.prosedur[0],
                a_langkah(2, "Memindai surat"),
                a_langkah(3, "Mengarsipkan surat"),
            ],
            "peringatan": [],
        }
    )
    note = revisi.antara(lama, baru)
    listed = [(b.tempat, b.semula, b.menjadi, b.jenis) for b in note.butir]
    assert any(b.menjadi == "2 Maret 2025" and "revisi" in b.tempat for b in note.butir)
    assert ("Langkah 2", "", "Memindai surat", "ditambahkan") in listed
    assert any(b.jenis == "dihapus" and b.semula == lama.peringatan[0] for b in note.butir)
    # The name in capitals is a change of form.
    assert note.ringan == 1
    assert not any("PENGELOLAAN" in b.menjadi for b in note.butir)
    page = revisi.html(note)
    assert all(b.tempat in page for b in note.butir)
    assert revisi.antara(lama, lama).butir == ()
    assert "Isi kedua naskah sama." in revisi.html(revisi.antara(lama, lama))


@pytest.mark.parametrize("jahat", JAHAT)
def test_hostile_text_is_shown_and_not_obeyed(tmp_path: Path, jahat: str) -> None:
    note = revisi.antara(named("Cuti"), named(f"Arsip {jahat}"))
    assert "<script>alert" not in revisi.html(note)
    (tmp_path / "a.pdf").write_bytes(revisi.pdf(note))
    assert "CATATAN PERUBAHAN SOP" in pages(tmp_path / "a.pdf")[0]


def test_on_the_command_line(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text().replace("10 menit", "1O menit")})
    run(
        "ingest", source, "-o", tmp_path / "out", "--no-reports", "--no-documents", "--no-tables", "--jobs", 1
    )
    (file,) = (tmp_path / "out" / "canonical").iterdir()
    done = run("revision", file, "-o", tmp_path / "catatan.pdf")
    assert done.exit_code == 0, done.output
    text = " ".join(pages(tmp_path / "catatan.pdf"))
    assert "naskah sumber a.txt" in text
    assert "1O menit" in text
    changed = tmp_path / "baru.json"
    changed.write_text(file.read_text("utf-8").replace("Tanda terima", "Bukti terima"), "utf-8")
    run("revision", file, changed, "-o", tmp_path / "catatan.html")
    assert "Bukti terima" in (tmp_path / "catatan.html").read_text("utf-8")
    run("revision", file, changed, "-o", tmp_path / "catatan.docx")
    assert (tmp_path / "catatan.docx").read_bytes().startswith(b"PK")
    assert run("revision", file, "-o", tmp_path / "catatan.doc").exit_code == 2
    assert run("revision", tmp_path, "-o", tmp_path / "catatan.pdf").exit_code == 2

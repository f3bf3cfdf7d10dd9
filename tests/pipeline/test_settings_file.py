"""The settings file: what is allowed, which file holds where, and what a change of it costs."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from pipeline import cli, settings_file
from pipeline.batch import Bagian, ingest
from pipeline.config import Settings
from pipeline.findings.pilihan import Pilihan, terapkan
from pipeline.inputs import WrongUseError
from pipeline.settings_file import KUNCI, load
from tests.builders import a_sop
from tests.pipeline.contoh import kerja, sop_text, write

TANPA = "[keluaran]\ndokumen = false\nlaporan = false\ntabel = false\n[jalan]\nproses = 1\nmaks_menit = 0\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


def settings(tmp_path: Path, files: dict[str, str]) -> settings_file.Terbaca:
    """The settings of the folder ``sop`` for these files."""
    (write(tmp_path, files) / "sop").mkdir(exist_ok=True)
    return load([tmp_path / "sop"], tmp_path / "out")


# What may stand in it


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[temuan]\nabaykan = []", "kunci 'temuan.abaykan' tidak dikenal; yang terdekat 'temuan.abaikan'"),
        ("[cetak]\nwarna = 1", "kunci 'cetak.warna' tidak dikenal; daftar semua"),
        ("[kosong]", "kunci 'kosong' tidak dikenal"),
        ("proses = 4", "kunci 'proses' tidak dikenal; yang terdekat 'jalan.proses'"),
        ("[dokumen]\nkertas = 'A5'", "'dokumen.kertas' harus “A4” atau “F4” (folio), bukan 'A5'"),
        ("[dokumen]\nformat = 'pdf'", "'dokumen.format' harus daftar dari"),
        ("[jalan]\nproses = 0", "'jalan.proses' harus bilangan bulat paling kecil 1, bukan 0"),
        ("[jalan]\nproses = '4'", "'jalan.proses' harus bilangan bulat paling kecil 1, bukan '4'"),
        ("[jalan]\nproses = true", "bukan True"),
        ("[jalan]\nketat = 1", "'jalan.ketat' harus true atau false, bukan 1"),
        ("[baca]\nmaks_mb = 0", "'baca.maks_mb' harus bilangan lebih dari 0"),
        ("[waktu]\nmenit_per_hari = 5000", "harus bilangan bulat 1 sampai 1440"),
        ("[temuan]\nabaikan = ['DH999']", "'DH999' bukan kode aturan; yang terdekat 'DH0"),
        ("[temuan]\nabaikan = ['']", "'' bukan kode aturan"),
        ("[temuan.tingkat]\nDH003 = 'gawat'", "'temuan.tingkat' harus tabel kode"),
        ("[temuan.tingkat]\nXX = 'info'", "'XX' bukan kode aturan"),
        ("[temuan.per_berkas]\n'*.txt' = 'DH'", "'temuan.per_berkas' harus tabel pola berkas"),
        ("[temuan.per_berkas]\n'*.txt' = ['ZZ']", "'ZZ' bukan kode aturan"),
        ("[register]\ntambahan = ['tiada.toml']", "bukan ['tiada.toml'], yang tidak ada"),
        ("temuan = 3", "kunci 'temuan' tidak dikenal"),
        ("[dokumen]\nlogo = 'sopbaku.toml'", "harus path berkas gambar PNG atau JPG, bukan 'sopbaku.toml'"),
        (
            "[dokumen]\ntemplat = 'tiada'",
            "harus path folder atau berkas Word (.docx), bukan 'tiada', yang tidak ada",
        ),
        ("[temuan", "bukan TOML yang sah"),
    ],
)
def test_an_error_names_file_key_and_what_is_allowed(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "sopbaku.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(WrongUseError) as error:
        settings_file.read(path)
    assert str(path) in str(error.value)
    assert said in str(error.value)


def test_a_file_that_is_no_text_or_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "sopbaku.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongUseError, match="bukan TOML"):
        settings_file.read(path)
    with pytest.raises(WrongUseError, match="tidak dapat dibaca"):
        settings_file.read(tmp_path / "tiada.toml")


def test_the_example_sets_every_key_to_what_it_is_anyway() -> None:
    example = Path(__file__).parents[2] / "docs" / "sopbaku.toml"
    lapis = settings_file.read(example)
    found, _ = settings_file.merge([lapis])
    own = {
        "dokumen.tempat",
        "dokumen.templat",
        "dokumen.logo",
        "register.tambahan",
        "temuan.diterima",
        "temuan.dasar",
        "jalan.proses",
    }
    assert lapis.nilai.keys() | own == set(KUNCI)
    assert found == Settings(jobs=found.jobs)


# Which file holds


def test_layers(tmp_path: Path) -> None:
    found = settings(
        tmp_path,
        {
            "sopbaku.toml": "[waktu]\nmenit_per_hari = 480\n[dokumen]\nkertas = 'F4'\n[temuan.tingkat]\nDH = 'info'",
            "sop/sopbaku.toml": "[waktu]\nmenit_per_hari = 420",
            "sop/camat/sopbaku.toml": "[dokumen]\nkertas = 'A4'\n[temuan.tingkat]\nDH003 = 'galat'",
            "sop/camat/lama/sopbaku.toml": "[temuan]\nabaikan = ['ID']",
        },
    )
    assert found.settings.aturan.menit_per_hari == 420
    assert found.asal["waktu.menit_per_hari"] == str(tmp_path / "sop" / "sopbaku.toml")
    assert found.settings.bentuk.kertas == found.settings.untuk("a.txt").bentuk.kertas == "F4"
    camat = found.settings.untuk("camat/a.txt")
    assert (camat.bentuk.kertas, camat.aturan.menit_per_hari) == ("A4", 420)
    assert camat.pilihan.tingkat == {"DH": "info", "DH003": "galat"}
    lama = found.settings.untuk("camat/lama/dalam/a.txt")
    assert lama.pilihan == Pilihan(abaikan=("ID",), tingkat=camat.pilihan.tingkat)
    assert found.settings.untuk("camatan/a.txt") is found.settings


def test_what_is_of_the_run_has_no_place_in_a_subfolder(tmp_path: Path) -> None:
    with pytest.raises(WrongUseError, match=r"'jalan\.proses' berlaku untuk seluruh proses"):
        settings(tmp_path, {"sop/camat/sopbaku.toml": "[jalan]\nproses = 3"})


def test_a_named_file_takes_the_place_of_the_one_beside(tmp_path: Path) -> None:
    write(tmp_path, {"sopbaku.toml": "[waktu]\nmenit_per_hari = 1", "x/lain.toml": "[baca]\nocr = 'teliti'"})
    (tmp_path / "sop").mkdir()
    found = load([tmp_path / "sop"], tmp_path / "out", tmp_path / "x" / "lain.toml").settings
    assert (found.aturan.menit_per_hari, found.ocr) == (450, "teliti")


def test_the_command_line_wins_everywhere(tmp_path: Path) -> None:
    write(
        tmp_path, {"sopbaku.toml": "[baca]\nocr = 'teliti'", "sop/a/sopbaku.toml": "[baca]\nocr = 'teliti'"}
    )
    said = {"baca.ocr": "cepat", "jalan.proses": None}
    found = load([tmp_path / "sop"], tmp_path / "out", command=said)
    assert found.settings.ocr == found.settings.untuk("a/x.txt").ocr == "cepat"
    assert found.asal["baca.ocr"] == "baris perintah"


def test_several_inputs(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "satu/sopbaku.toml": "[waktu]\nmenit_per_hari = 480",
            "satu/a/x.txt": "x",
            "satu/a/sopbaku.toml": "[dokumen]\nkertas = 'F4'",
            "satu/b/x.txt": "x",
            "dua/c/x.txt": "x",
        },
    )
    found = load([tmp_path / "satu/a", tmp_path / "satu/b"], tmp_path / "out").settings
    assert found.aturan.menit_per_hari == 480
    assert [found.untuk(f"{n}/x.txt").bentuk.kertas for n in "ab"] == ["F4", "A4"]
    write(tmp_path, {"dua/sopbaku.toml": ""})
    with pytest.raises(WrongUseError, match="pilih satu dengan --config"):
        load([tmp_path / "satu/b", tmp_path / "dua/c"], tmp_path / "out")


# Choosing findings

ADA = (("DH003", "galat"), ("DH001", "peringatan"), ("TG001", "info"), ("ID001", "galat"))


@pytest.mark.parametrize(
    ("pilihan", "berkas", "left"),
    [
        (Pilihan(), "a.txt", "DH003 DH001 TG001 ID001"),
        (Pilihan(pilih=("DH",)), "a.txt", "DH003 DH001"),
        (Pilihan(abaikan=("DH",)), "a.txt", "TG001 ID001"),
        (Pilihan(abaikan=("DH003",)), "a.txt", "DH001 TG001 ID001"),
        (Pilihan(pilih=("SEMUA", "DH003"), abaikan=("DH",)), "a.txt", "DH003 TG001 ID001"),
        (Pilihan(pilih=("DH",), abaikan=("DH",)), "a.txt", ""),
        (Pilihan(abaikan=("SEMUA",)), "a.txt", ""),
        (Pilihan(pilih=("TG",), abaikan=("SEMUA",)), "a.txt", "TG001"),
        (Pilihan(per_berkas={"lama/*": ("DH", "TG")}), "lama/dalam/a.txt", "ID001"),
        (Pilihan(per_berkas={"lama/*": ("DH",)}), "baru/a.txt", "DH003 DH001 TG001 ID001"),
        (Pilihan(per_berkas={"*.pdf": ("SEMUA",)}), "lama/a.pdf", ""),
        (Pilihan(per_berkas={"a.*": ("ID",), "*.txt": ("TG",)}), "x/a.txt", "DH003 DH001"),
    ],
)  # fmt: skip
def test_choosing(pilihan: Pilihan, berkas: str, left: str) -> None:
    assert [t.kode for t in terapkan(pilihan, berkas, temuan())] == left.split()


def test_levels_of_ones_own() -> None:
    pilihan = Pilihan(tingkat={"SEMUA": "info", "DH": "peringatan", "DH003": "galat"})
    assert [t.tingkat for t in terapkan(pilihan, "a.txt", temuan())] == [
        "galat",
        "peringatan",
        "info",
        "info",
    ]


def temuan() -> Any:
    rows = [{"kode": k, "tingkat": t, "lokasi": "/identitas", "pesan": "x"} for k, t in ADA]
    return a_sop(temuan=rows).temuan


# What a change costs


def test_a_changed_setting_does_again_what_it_must(tmp_path: Path) -> None:
    read: list[str] = []

    def counted(path: Path, berkas: str, own: Settings, cache: Any) -> Any:
        from pipeline.run import run_file

        before = set(cache.folder.glob("*")) if cache.folder.is_dir() else set()
        hasil = run_file(path, berkas, own, cache)
        if set(cache.folder.glob("*")) != before:
            read.append(berkas)
        return hasil

    source = write(tmp_path / "sop", {"a/x.txt": sop_text(), "b/y.txt": sop_text("Pelayanan Akta", nomor=13)})
    own = source / "b" / "sopbaku.toml"

    def again(content: str, place: Path = own) -> tuple[list[str], int]:
        place.write_text(TANPA * (place != own) + content, "utf-8")
        read.clear()
        settings = load([source], tmp_path / "out", tmp_path / "utama.toml").settings
        return list(read), ingest([source], tmp_path / "out", settings, bagian=Bagian(kerja=counted)).ditulis

    (tmp_path / "utama.toml").write_text(TANPA)
    assert again("")[1] == 2
    assert (sorted(read), again("")[1]) == (["a/x.txt", "b/y.txt"], 0)
    # Other findings are wanted: written again, nothing read again.
    assert (again("[temuan]\nabaikan = ['SEMUA']")[1], read) == (1, [])
    # A document's look is of no account where none is written.
    assert (again("[temuan]\nabaikan = ['SEMUA']\n[dokumen]\nkertas = 'F4'")[1], read) == (0, [])
    # Another working day: what lies in that folder is read again.
    assert (again("[waktu]\nmenit_per_hari = 400")[1], read) == (1, ["b/y.txt"])
    canonical = {p.name: json.loads(p.read_text()) for p in (tmp_path / "out" / "canonical").iterdir()}
    assert len(canonical) == 2
    # What changes no result costs nothing.
    assert (again("ketat = true\n", tmp_path / "utama.toml")[1], read) == (
        0,
        [],
    )


def test_a_changed_look_writes_documents_again(tmp_path: Path) -> None:
    source = write(tmp_path / "sop", {"a.txt": "satu"})
    told = tmp_path / "sopbaku.toml"

    def again(content: str) -> int:
        told.write_text(content)
        settings = load([source], tmp_path / "out", command={"jalan.proses": 1}).settings
        return ingest([source], tmp_path / "out", settings, bagian=Bagian(kerja=kerja)).ditulis

    tanpa = "[keluaran]\nlaporan = false\ntabel = false\n[dokumen]\nformat = ['html']\n"
    assert [again(tanpa), again(tanpa)] == [1, 0]
    names = {p.name for p in (tmp_path / "out" / "documents").iterdir()}
    assert names == {"camat--satu.html"}
    before = (tmp_path / "out" / "documents" / "camat--satu.html").read_text("utf-8")
    assert again(tanpa + "kertas = 'F4'") == 1
    after = (tmp_path / "out" / "documents" / "camat--satu.html").read_text("utf-8")
    assert "size: 330mm 215mm" in after
    assert "size: 297mm 210mm" in before


def test_a_register_counts_by_what_is_in_it(tmp_path: Path) -> None:
    kepala = "jenis,nomor,tahun,tentang\n"
    write(tmp_path, {"sopbaku.toml": "[register]\ntambahan = ['perda.csv']", "perda.csv": kepala})
    (tmp_path / "sop").mkdir()

    def sidik() -> str:
        return load([tmp_path / "sop"], tmp_path / "out").settings.sidik()

    before = sidik()
    assert sidik() == before
    write(tmp_path, {"perda.csv": f"{kepala}UU,1,2020,Contoh\n"})
    assert sidik() != before


# On the command line


def test_a_wrong_register_ends_the_run_in_one_sentence(tmp_path: Path) -> None:
    write(tmp_path, {"sopbaku.toml": "[register]\ntambahan = ['perda.csv']", "perda.csv": "jenis,nomor\n"})
    source = write(tmp_path / "sop", {"a.txt": sop_text()})
    result = run("ingest", source, "-o", tmp_path / "out", "--json")
    assert result.exit_code == 1
    assert "register tambahan perda.csv: kolom tahun, tentang tidak ada" in result.stderr


def test_the_file_is_no_input_and_its_errors_end_the_run(tmp_path: Path) -> None:
    source = write(
        tmp_path / "sop", {"a.txt": sop_text(), "sopbaku.toml": TANPA + "[temuan]\nabaikan=['SEMUA']"}
    )
    result = run("ingest", source, "-o", tmp_path / "out", "--json")
    summary = json.loads(result.stdout)
    assert [row["berkas"] for row in summary["berkas"]] == ["a.txt"]
    assert summary["jumlah"] == {"sop": 1, "galat": 0, "peringatan": 0, "info": 0}
    write(source, {"sopbaku.toml": "[temuan]\nabaikan=['XX1']"})
    result = run("ingest", source, "-o", tmp_path / "lain")
    assert (result.exit_code, (tmp_path / "lain").exists()) == (2, False)
    assert "'XX1' bukan kode aturan" in result.stderr


def test_settings_are_shown_with_where_they_come_from(tmp_path: Path) -> None:
    source = write(
        tmp_path / "sop",
        {"sopbaku.toml": "[baca]\nmaks_mb = 5", "a/sopbaku.toml": "[dokumen]\nkertas = 'F4'"},
    )
    shown = json.loads(run("settings", source, "--json").stdout)
    assert shown["setelan"].keys() == KUNCI.keys()
    assert shown["setelan"]["baca.maks_mb"] == {"nilai": 5.0, "asal": str(source / "sopbaku.toml")}
    assert shown["setelan"]["dokumen.kertas"] == {"nilai": "A4", "asal": "bawaan"}
    assert shown["subfolder"]["a/"]["dokumen.kertas"]["nilai"] == "F4"
    text = run("settings", source).stdout
    assert "dokumen.kertas" in text
    assert "bawaan" in text

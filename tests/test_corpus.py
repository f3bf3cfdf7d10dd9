"""The corpus holds together: every input has its truth, every truth has the shape, and says what is printed."""

import csv
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from benchmarks.layouts import LAYOUTS, naskah_acak
from pipeline import cli

CORPUS = Path(__file__).parents[1] / "corpus"
INPUTS, EXPECTED = CORPUS / "inputs", CORPUS / "expected"
with (CORPUS / "sources.csv").open(encoding="utf-8", newline="") as file:
    SOURCES = list(csv.DictReader(file))
TRUTHS = sorted(EXPECTED.glob("*.json"))

KUNCI = [
    "instansi",
    "identitas",
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
    "pelaksana",
    "prosedur",
]
IDENTITAS = [
    "nomor_sop",
    "tanggal_pembuatan",
    "tanggal_revisi",
    "tanggal_efektif",
    "tanggal_pengesahan",
    "nama_sop",
    "disahkan_oleh",
]
PEJABAT = ["jabatan", "status", "nama", "pangkat", "nip"]
DASAR = ["jenis", "lembaga", "nomor", "tahun", "tentang", "lembaran"]
LANGKAH = ["no", "uraian", "pelaksana", "kelengkapan", "waktu", "output", "keterangan"]
WAKTU = ["teks", "nilai", "nilai_maks", "satuan", "per", "menit"]
JENIS: set[str | None] = {
    "UU",
    "PP",
    "Perpres",
    "Inpres",
    "Permen",
    "Kepmen",
    "Perda",
    "Perbup",
    "Perwali",
    "Kepbup",
    "Kepwali",
}
JENIS |= {"Perki", "Perka", "Peraturan", None}
STATUS = {None, "Plt.", "Plh.", "Pj.", "Pjs.", "a.n."}
MENIT = {"menit": 1, "jam": 60, "hari": 450, "minggu": 2250, "bulan": 9000}
ISO = re.compile(r"\d{4}(-\d\d){0,2}")


def decoded(path: Path) -> str:
    """The text of an input file, by its byte order mark or by the first encoding that fits."""
    raw = path.read_bytes()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return raw.decode("utf-16")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252")


def choices(value: Any) -> list[Any]:
    """The readings that a truth accepts."""
    return value["salah_satu"] if isinstance(value, dict) and "salah_satu" in value else [value]


def folded(text: str) -> str:
    return re.sub(r"[^0-9a-z]+", "", unicodedata.normalize("NFKD", text).casefold())


def check_shape(truth: dict[str, Any]) -> None:
    """Fail unless ``truth`` has the keys, kinds and values of the contract."""
    assert [key for key in truth if key != "temuan_wajib"] == KUNCI
    assert list(truth["instansi"]) == ["pemerintah", "unit"]
    assert list(truth["identitas"]) == IDENTITAS
    official = truth["identitas"]["disahkan_oleh"]
    assert list(official) == PEJABAT
    assert official["status"] in STATUS
    assert official["nip"] is None or official["nip"].isdigit()
    for key in IDENTITAS[1:5]:
        assert any(value is None or ISO.fullmatch(value) for value in choices(truth["identitas"][key]))
    for law in truth["dasar_hukum"]:
        check_law(law)
    for key in KUNCI[3:8]:
        assert all(isinstance(item, str) and item for item in truth[key])
    labels = {column["label"] for column in truth["pelaksana"]}
    assert len(labels) == len(truth["pelaksana"])
    for step in truth["prosedur"]:
        check_step(step, labels)


def check_law(law: dict[str, Any]) -> None:
    assert list(law) == DASAR
    assert set(choices(law["jenis"])) <= JENIS
    assert all(isinstance(year, int) for year in choices(law["tahun"]))
    assert all(item["jenis"] in {"LN", "TLN", "BN", "LD", "TLD", "BD"} for item in law["lembaran"])


def check_step(step: dict[str, Any], labels: set[str]) -> None:
    assert list(step) == LANGKAH
    assert isinstance(step["uraian"], str)
    for actor in step["pelaksana"] or []:
        assert actor["label"] in labels
        assert actor["simbol"] in {"terminator", "proses", "keputusan", "konektor", None}
    waktu = step["waktu"]
    if waktu is not None:
        assert list(waktu) == WAKTU
        largest = waktu["nilai_maks"] or waktu["nilai"]
        expected = None if waktu["satuan"] is None else largest * MENIT[waktu["satuan"]]
        assert waktu["menit"] == expected


def texts(value: Any, path: str = "") -> list[tuple[str, str]]:
    """The (pointer, text) of what must stand in the source, alternatives and inferred keys left out."""
    if isinstance(value, dict):
        if "salah_satu" in value:
            return []
        skip = {
            "jenis",
            "lembaga",
            "status",
            "satuan",
            "per",
            "simbol",
            "anggota",
            "nip",
            "temuan_wajib",
            "teks",
        }
        return [
            item
            for key, inner in value.items()
            if key not in skip and not key.startswith("tanggal")
            for item in texts(inner, f"{path}/{key}")
        ]
    if isinstance(value, list):
        return [item for n, inner in enumerate(value) for item in texts(inner, f"{path}/{n}")]
    return [(path, value)] if isinstance(value, str) else []


def resolves(truth: dict[str, Any], pointer: str) -> bool:
    node: Any = truth
    for part in pointer.split("/")[1:]:
        try:
            node = node[int(part)] if isinstance(node, list) else node[part]
        except (KeyError, IndexError, TypeError, ValueError):
            return False
    return True


def load(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return truth


def test_every_input_is_listed_once() -> None:
    assert sorted(row["berkas"] for row in SOURCES) == sorted(path.name for path in INPUTS.iterdir())


def test_stems_are_unique() -> None:
    assert len({path.stem for path in INPUTS.iterdir()}) == len(SOURCES)


@pytest.mark.parametrize("row", SOURCES, ids=lambda row: row["berkas"])
def test_every_sop_of_an_input_has_a_truth(row: dict[str, str]) -> None:
    stem, count = Path(row["berkas"]).stem, int(row["sop"])
    names = {1: [f"{stem}.json"]}.get(count, [f"{stem}--{n}.json" for n in range(1, count + 1)])
    found = [path.name for path in TRUTHS if path.stem.split("--")[0] == stem]
    assert found == names


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_truth_has_the_shape_of_the_contract(path: Path) -> None:
    check_shape(load(path))


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_truth_states_only_what_is_printed(path: Path) -> None:
    source = next(INPUTS.glob(f"{path.stem.split('--')[0]}.*"))
    page = folded(re.sub(r"<[^>]+>|&\w+;", " ", decoded(source)))
    for pointer, text in texts(load(path)):
        words = re.findall(r"\w+", text)
        missing = [word for word in words if folded(word) not in page]
        assert len(missing) <= len(words) // 4, (pointer, text, missing)


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_required_findings_point_into_the_truth(path: Path) -> None:
    truth = load(path)
    assert all(resolves(truth, pointer) for pointer in truth["temuan_wajib"])


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_nip_is_valid_or_a_finding_is_required(path: Path) -> None:
    truth = load(path)
    nip = truth["identitas"]["disahkan_oleh"]["nip"]
    if nip is not None and not re.fullmatch(
        r"\d{4}(0\d|1[0-2])([0-2]\d|3[01])\d{4}(0\d|1[0-2])[12]\d{3}", nip
    ):
        assert "/identitas/disahkan_oleh/nip" in truth["temuan_wajib"]


def test_corpus_is_varied() -> None:
    raw = [path.read_bytes() for path in INPUTS.iterdir()]
    assert len(TRUTHS) >= 22
    assert sum(row["sop"] == "0" for row in SOURCES) == 2
    assert any(data.startswith((b"\xff\xfe", b"\xfe\xff")) for data in raw)
    assert any(data.startswith(b"\xef\xbb\xbf") for data in raw)
    assert any(b"\x93" in data and b"\r\n" in data for data in raw), "Windows-1252 with CRLF"
    assert any(b"\f" in data for data in raw)
    units = {choices(load(path)["instansi"]["unit"])[0] for path in TRUTHS}
    names = {choices(load(path)["identitas"]["nama_sop"])[0] for path in TRUTHS}
    assert len(units) >= 15
    assert len(names) >= 15


def test_corpus_is_read_no_worse_than_it_was(tmp_path: Path) -> None:
    fast = ("--no-documents", "--no-tables", "--no-reports", "--jobs", "1")
    CliRunner().invoke(cli.app, ["ingest", str(INPUTS), "-o", str(tmp_path), *fast])
    kept = str(CORPUS / "scores.json")
    scored = CliRunner().invoke(cli.app, ["score", str(EXPECTED), str(tmp_path), "--baseline", kept])
    assert scored.exit_code == 0, scored.output


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_random_layouts_are_reproducible_and_well_formed(name: str) -> None:
    for number in range(5):
        first, again = naskah_acak(name, 7, number), naskah_acak(name, 7, number)
        assert first == again
        for truth in first.truths:
            check_shape(truth)

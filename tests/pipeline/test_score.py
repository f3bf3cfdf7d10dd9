"""Scoring: which facts count, what counts as the same, and when a score has dropped."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import truth
from pipeline.inputs import WrongUseError
from pipeline.score import Nilai, align, score
from tests.builders import a_sop
from tests.pipeline.contoh import write

Json = dict[str, Any]


def sop() -> Json:
    content: Json = a_sop(
        id="satu",
        dasar_hukum=[
            {"teks": "a", "jenis": "UU", "nomor": "23", "tahun": 2014, "tentang": "Pemerintahan Daerah"},
            {"teks": "b", "jenis": "PP", "nomor": "17", "tahun": 2018, "tentang": "Kecamatan"},
        ],
        peralatan_perlengkapan=["Komputer", "Printer", "Buku register"],
        pelaksana=[
            {"id": "camat", "nama": "Camat", "label": "CAMAT"},
            {"id": "staf", "nama": "Staf", "label": "Staf"},
        ],
        prosedur=[
            {
                "no": 1,
                "uraian": "Mencatat surat masuk",
                "waktu": {"teks": "5 menit", "nilai": 5, "satuan": "menit"},
            },
            {"no": 2, "uraian": "Memeriksa surat masuk", "pelaksana": [{"id": "camat", "simbol": "proses"}]},
            {"no": 3, "uraian": "Mengirim surat"},
        ],
    ).model_dump(mode="json")
    return content


def changed(where: str, value: Any, content: Json | None = None) -> Json:
    """The SOP with another value at a pointer."""
    content = copy.deepcopy(content or sop())
    *way, last = where.strip("/").split("/")
    inner: Any = content
    for key in way:
        inner = inner[int(key) if isinstance(inner, list) else key]
    inner[int(last) if isinstance(inner, list) else last] = value
    return content


def misses(gold: Json, pred: Json | None) -> list[str]:
    return [miss.lokasi for miss in score(gold, pred).meleset]


def test_itself_is_whole() -> None:
    nilai = score(sop(), sop())
    assert nilai.utuh
    assert nilai.semua.f1 == 1.0
    assert nilai.semua.kebenaran > 30


def test_nothing_misses_everything() -> None:
    total = score(sop(), None).semua
    assert (total.benar, total.hasil, total.recall, total.presisi) == (0, 0, 0.0, 1.0)
    assert total.kebenaran == score(sop(), sop()).semua.kebenaran


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("/identitas/nomor_sop", "1/2/3"),
        ("/identitas/tanggal_revisi", "2024-01-01"),  # made up
        ("/identitas/disahkan_oleh/nip", None),  # missed
        ("/dasar_hukum/0/tahun", 2015),
        ("/dasar_hukum/1/tentang", "Kelurahan"),
        ("/peralatan_perlengkapan/1", "Mesin tik"),
        ("/pelaksana/0/label", "Lurah"),
        ("/prosedur/0/waktu/nilai", 50),
        ("/prosedur/0/waktu", None),
        ("/prosedur/1/pelaksana", [{"id": "staf", "simbol": "proses"}]),
        ("/prosedur/1/pelaksana/0/simbol", "keputusan"),
        ("/prosedur/2/keterangan", "Tidak pernah tertulis"),
    ],
)
def test_each_difference_counts(where: str, value: Any) -> None:
    nilai = score(sop(), changed(where, value))
    assert not nilai.utuh
    assert nilai.semua.f1 < 1.0
    assert any(miss.lokasi.startswith("/" + where.split("/")[1]) for miss in nilai.meleset)


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("/identitas/nama_sop", "  MENCATAT surat–masuk. "),
        ("/prosedur/0/uraian", "Mencatat surat masukk"),
        ("/prosedur/0/waktu/nilai", 5.0),
        ("/id", "lain"),
        ("/temuan", [{"lokasi": "/id"}]),
        ("/bukti", {}),
    ],
)
def test_what_makes_no_difference(where: str, value: Any) -> None:
    gold = changed("/identitas/nama_sop", "Mencatat Surat Masuk")
    assert misses(gold, changed(where, value, gold)) == []


def test_alike_is_not_enough_for_digits_and_codes() -> None:
    gold = changed("/prosedur/0/uraian", "Mengarsipkan surat selama 10 tahun di ruang arsip")
    assert misses(
        gold, changed("/prosedur/0/uraian", "Mengarsipkan surat selama 70 tahun di ruang arsip", gold)
    )
    gold = changed("/identitas/nomor_sop", "600/12/SOP/415.72/2022")
    assert misses(gold, changed("/identitas/nomor_sop", "700/16/SOP/427.83/2O24", gold))


def test_one_step_less_does_not_shift_the_others() -> None:
    pred = sop()
    del pred["prosedur"][0]
    assert {where.rsplit("/", 1)[0] for where in misses(sop(), pred)} == {"/prosedur/0", "/prosedur/0/waktu"}


def test_made_up_items_cost_precision_only() -> None:
    pred = sop()
    pred["prosedur"].append(
        {"no": 4, "uraian": "Sesuatu yang lain sama sekali", "waktu": {"teks": "1 jam", "nilai": 1}}
    )
    pred["keterkaitan"] = [*pred["keterkaitan"], "SOP yang tidak ada"]
    total = score(sop(), pred).semua
    assert total.recall == 1.0
    assert total.hasil - total.benar == 5


def test_actors_compare_by_label() -> None:
    pred = changed("/pelaksana/0/id", "pak-camat")
    pred["prosedur"][1]["pelaksana"][0]["id"] = "pak-camat"
    assert misses(sop(), pred) == []
    gold = changed("/prosedur/1/pelaksana", [{"label": "Camat", "simbol": "proses"}])
    assert misses(gold, pred) == []
    assert misses(changed("/prosedur/1/pelaksana/0/label", "Staf", gold), pred)


def test_any_alternative_will_do() -> None:
    gold = changed("/dasar_hukum/0/tahun", {"salah_satu": [2104, 2014]})
    gold = changed("/prosedur/2/uraian", {"salah_satu": ["Mengirim", "Mengirim surat"]}, gold)
    gold = changed("/identitas/nomor_sop", {"salah_satu": [None, "7"]}, gold)
    gold = changed(
        "/peralatan_perlengkapan", {"salah_satu": [[], ["Komputer", "Printer", "Buku register"]]}, gold
    )
    for nomor in (None, "7"):
        assert misses(gold, changed("/identitas/nomor_sop", nomor)) == []
    assert misses(gold, changed("/identitas/nomor_sop", "8")) == ["/identitas/nomor_sop"]
    assert misses(gold, changed("/dasar_hukum/0/tahun", 2015, changed("/identitas/nomor_sop", None)))


def test_partial_truth_judges_only_what_it_has() -> None:
    gold = {
        "identitas": {"nama_sop": sop()["identitas"]["nama_sop"]},
        "prosedur": [{"uraian": "Mencatat surat masuk"}],
    }
    pred = {**sop(), "prosedur": sop()["prosedur"][:1]}
    assert misses(gold, pred) == []
    assert score(gold, pred).semua.kebenaran == 2


@pytest.mark.parametrize(
    ("lokasi", "hit"),
    [
        ("/dasar_hukum/1", True),
        ("/dasar_hukum/1/tahun", True),
        ("/dasar_hukum/10", False),
        ("/dasar_hukum", False),
    ],
)
def test_wanted_findings(lokasi: str, hit: bool) -> None:
    nilai = score({"temuan_wajib": ["/dasar_hukum/1"]}, sop() | {"temuan": [{"lokasi": lokasi}]})
    assert nilai.utuh is hit
    assert nilai.bidang["temuan"].kebenaran == 1


@given(st.lists(st.integers(0, 3), max_size=7), st.lists(st.integers(0, 3), max_size=7))
def test_align_uses_each_item_once_and_keeps_the_order(a: list[int], b: list[int]) -> None:
    pairs = list(align(a, b, lambda x, y: float(x == y)))
    assert [i for i, _ in pairs if i is not None] == list(range(len(a)))
    assert [j for _, j in pairs if j is not None] == list(range(len(b)))
    assert all(a[i] == b[j] for i, j in pairs if i is not None and j is not None)


def source(berkas: str, line: int = 1) -> Json:
    evidence = {"/id": {"mentah": "x", "halaman": 1, "baris": [line, line], "cara": "label", "keyakinan": 1}}
    sumber = {"berkas": berkas, "sha256": "0", "halaman": [1], "jenis": "teks"}
    return {"sumber": sumber, "bukti": evidence}


def test_files_meet_by_name(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {
            "benar/surat.json": json.dumps({"identitas": {"nomor_sop": "1"}}),
            "benar/dua--2.json": json.dumps({"identitas": {"nomor_sop": "2"}}),
            "benar/hilang.json": json.dumps({"identitas": {"nomor_sop": "3"}}),
            "out/canonical/z.json": json.dumps(
                {"id": "z", "identitas": {"nomor_sop": "1"}} | source("a/surat.txt")
            ),
            "out/canonical/a.json": json.dumps(
                {"id": "a", "identitas": {"nomor_sop": "2"}} | source("dua.md", 90)
            ),
            "out/canonical/b.json": json.dumps(
                {"id": "b", "identitas": {"nomor_sop": "9"}} | source("dua.md", 4)
            ),
        },
    )
    found = truth.score_paths(folder / "benar", folder / "out")
    assert {name: nilai.utuh for name, nilai in found.dokumen.items()} == {
        "dua--2": True,
        "hilang": False,
        "surat": True,
    }
    assert (found.utuh, found.tanpa_kebenaran) == (2, ("b",))


def test_drops_are_named() -> None:
    def kept(value: Any) -> Json:
        nilai = score(sop(), changed("/identitas/nomor_sop", value))
        return truth.to_dict(truth.Penilaian({"a": nilai}, nilai, ()))

    good, bad = kept(sop()["identitas"]["nomor_sop"]), kept("lain")
    assert truth.drops(good, good) == []
    assert truth.drops(bad, good) == []
    assert [sentence.split(":")[0] for sentence in truth.drops(good, bad)] == [
        "identitas.nomor_sop",
        "dokumen utuh",
    ]
    assert truth.drops(good, json.loads(json.dumps(good))) == []


def test_wrong_paths(tmp_path: Path) -> None:
    write(tmp_path, {"kosong/x.txt": "", "rusak/a.json": "{"})
    for gold, pred in (
        ("tiada", "kosong"),
        ("kosong", "kosong"),
        ("rusak", "kosong"),
        ("rusak/a.json", "kosong"),
    ):
        with pytest.raises(WrongUseError):
            truth.score_paths(tmp_path / gold, tmp_path / pred)


def test_empty_score_is_perfect() -> None:
    assert (Nilai().semua.f1, Nilai().semua.recall, Nilai().utuh) == (1.0, 1.0, True)

"""How steps begin, whom they name, which regions and years a text speaks of."""

import pytest

from normalizers.model import Sop
from pipeline.findings.kata import awal, is_verba, rata
from pipeline.findings.lokasi import TIADA, ancestor, order, resolves, value
from pipeline.findings.peran import dituju, umum
from pipeline.findings.tahun import kandidat, mungkin
from pipeline.findings.tanggal import ada_di_kalender, sebelum, tulis
from pipeline.findings.wilayah import Wilayah, disebut, nama_wilayah, sama, wilayah_pejabat
from tests.pipeline.findings.contoh import sop


@pytest.mark.parametrize(
    ("uraian", "jenis", "kata"),
    [
        ("Menyusun konsep", "verba", "menyusun"),
        ("1. Menerima dan mencatat surat", "verba", "menerima"),
        ("a. Berkoordinasi dengan desa", "verba", "berkoordinasi"),
        ("Selanjutnya mengirim surat", "verba", "mengirim"),
        ("Meng-input data", "verba", "meng-input"),
        ("Terima berkas", "verba", "terima"),
        ("Penyusunan konsep", "nominal", "penyusunan"),
        ("Validasi data", "nominal", "validasi"),
        ("Rapat dengan Kasi", "nominal", "rapat"),
        ("Camat menandatangani surat", "subjek", "camat"),
        ("Pelanggan mengisi formulir", "subjek", "pelanggan"),
        ("Surat dari Camat yang meminta data", "lain", "surat"),
        ("Berkas lengkap", "lain", "berkas"),
        ("Melalui loket", "lain", "melalui"),
        ("12 3 …", "lain", ""),
        ("", "lain", ""),
    ],
)
def test_awal(uraian: str, jenis: str, kata: str) -> None:
    assert (awal(uraian).jenis, awal(uraian).kata) == (jenis, kata)


def test_awal_subjek_terpisah() -> None:
    hasil = awal("Kasubag Program, Evaluasi dan Keuangan menghimpun data")
    assert hasil.depan == "Kasubag Program, Evaluasi dan Keuangan"
    assert hasil.sisa == "menghimpun data"


@pytest.mark.parametrize(
    ("teks", "hasil"), [("S.STP., M.Si.", "s stp m si"), ("  A--B_c ", "a b c"), ("", "")]
)
def test_rata(teks: str, hasil: str) -> None:
    assert rata(teks) == hasil


@pytest.mark.parametrize(
    ("kata", "hasil"), [("meneliti", True), ("mesin", False), ("ber", False), ("buat", True)]
)
def test_is_verba(kata: str, hasil: bool) -> None:
    assert is_verba(kata) is hasil


@pytest.mark.parametrize(
    ("uraian", "peran"),
    [
        ("Menyampaikan konsep kepada Camat untuk ditandatangani", ["camat"]),
        ("Memerintahkan Kasi dan Kasubag menyusun data", ["kasi", "kasubag"]),
        ("Menyusun keputusan Camat", []),
        ("Surat diberi nomor oleh caraka", ["caraka"]),
        ("Menyerahkan kepada Sekretaris", ["sekcam"]),
    ],
)
def test_dituju(uraian: str, peran: list[str]) -> None:
    assert list(dituju(uraian, "Kecamatan Wanasari")) == peran


def test_umum() -> None:
    assert list(umum("kasubag-renvapor")) == ["kasubag-pep", "kasubag"]
    assert list(umum("tidak-ada")) == []


@pytest.mark.parametrize(
    ("unit", "hasil"),
    [
        ("Kecamatan Wanasari", Wilayah("kecamatan", "wanasari")),
        ("KECAMATAN WANASARI KIDUL KABUPATEN SUKAMAJU", Wilayah("kecamatan", "wanasari kidul")),
        ("Kelurahan Karangasri", Wilayah("kelurahan", "karangasri")),
        ("Dinas Kesehatan", None),
        ("Kecamatan", None),
        (None, None),
    ],
)
def test_nama_wilayah(unit: str | None, hasil: Wilayah | None) -> None:
    assert nama_wilayah(unit) == hasil


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("rapat Kecamatan Tanjungrejo tertunda", ["tanjungrejo"]),
        ("di kecamatan yang bersangkutan", []),
        ("Pelayanan Kecamatan Terpadu", []),
        ("Kecamatan Melaksanakan rapat", []),
        ("Kecamatan Wanasari dan Kecamatan Tanjungrejo", ["wanasari", "tanjungrejo"]),
    ],
)
def test_disebut(teks: str, hasil: list[str]) -> None:
    assert list(disebut(teks, "kecamatan")) == hasil


def test_wilayah_pejabat() -> None:
    assert wilayah_pejabat("Camat Wanasari Kabupaten Sukamaju", "kecamatan") == "wanasari"
    assert wilayah_pejabat("Kepala Dinas Kesehatan", "kecamatan") is None


@pytest.mark.parametrize(
    ("a", "b", "hasil"),
    [
        ("wanasari", "wana sari", True),
        ("wanasari", "wanasari kidul", True),
        ("wanasari", "vanasari", True),
        ("wanasari", "tanjungrejo", False),
    ],
)
def test_sama(a: str, b: str, hasil: bool) -> None:
    assert sama(a, b) is hasil


@pytest.mark.parametrize(("tahun", "benar"), [(2106, 2016), (2081, 2018), (2078, 2018), (2091, 2019)])
def test_kandidat(tahun: int, benar: int) -> None:
    assert benar in [t for t in kandidat(tahun) if mungkin(t, 2026)]


@pytest.mark.parametrize("tahun", [-7, 0, 99999])
def test_kandidat_tanpa_empat_angka(tahun: int) -> None:
    assert kandidat(tahun) == ()


@pytest.mark.parametrize(
    ("a", "b", "hasil"),
    [
        ("2019", "2019-05-01", False),
        ("2019-04", "2019-05-01", True),
        ("2018", "2019-05-01", True),
        ("2019-05-02", "2019-05-01", False),
        (None, "2019", False),
    ],
)
def test_sebelum(a: str | None, b: str | None, hasil: bool) -> None:
    assert sebelum(a, b) is hasil


def test_tulis() -> None:
    assert [tulis(iso) for iso in ("2024-01-14", "2024-01", "2024")] == ["14-01-2024", "01-2024", "2024"]


@pytest.mark.parametrize(
    ("iso", "hasil"), [("2024-02-29", True), ("2023-02-29", False), ("2023-13", False), ("0000", False)]
)
def test_ada_di_kalender(iso: str, hasil: bool) -> None:
    assert ada_di_kalender(iso) is hasil


@pytest.mark.parametrize(
    ("lokasi", "ada", "terdekat"),
    [
        ("", True, ""),
        ("/identitas/tanggal_revisi", True, "/identitas/tanggal_revisi"),
        ("/dasar_hukum/2/lembaran/0/tahun", True, "/dasar_hukum/2/lembaran/0/tahun"),
        ("/dasar_hukum/3", False, "/dasar_hukum"),
        ("/dasar_hukum/02", False, "/dasar_hukum"),
        ("/prosedur/-1", False, "/prosedur"),
        ("/identitas/model_fields", False, "/identitas"),
        ("identitas", False, ""),
        ("/bukti/~1identitas~1nama_sop", True, "/bukti/~1identitas~1nama_sop"),
    ],
)
def test_lokasi(lokasi: str, ada: bool, terdekat: str) -> None:
    contoh: Sop = sop({"/bukti": {"/identitas/nama_sop": {"mentah": "x", "cara": "label", "keyakinan": 1.0}}})
    assert resolves(contoh, lokasi) is ada
    assert ancestor(contoh, lokasi) == terdekat
    assert (value(contoh, lokasi) is TIADA) is not ada


def test_urutan_lokasi() -> None:
    urut = [
        "/instansi/unit",
        "/identitas",
        "/identitas/nomor_sop",
        "/identitas/nama_sop",
        "/identitas/disahkan_oleh/nip",
        "/dasar_hukum",
        "/dasar_hukum/2/jenis",
        "/dasar_hukum/2/lembaran/0/tahun",
        "/dasar_hukum/10",
        "/peringatan",
        "/pelaksana/1/label",
        "/prosedur/0/pelaksana",
        "/prosedur/0/waktu",
        "/prosedur/0/output",
        "/prosedur/10/no",
    ]
    kunci = [order(lokasi) for lokasi in ["", *urut]]
    assert kunci == sorted(kunci)
    assert len(set(kunci)) == len(kunci)

"""Properties of the rules on any SOP that the model allows, however absurd."""

import json
from collections.abc import Sequence
from typing import Any, get_args

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from normalizers.model import (
    Alur,
    Bukti,
    DasarHukum,
    Identitas,
    Instansi,
    JenisLembaran,
    JenisPeraturan,
    Langkah,
    Lembaran,
    Pejabat,
    Pelaksana,
    Satuan,
    Simbol,
    Simpul,
    Sop,
    Status,
    StatusPeraturan,
    Sumber,
    Tanda,
    Waktu,
)
from normalizers.reading import Saksi
from pipeline.compare.himpunan import himpunan
from pipeline.compare.kartu import semua
from pipeline.findings import ATURAN, check, check_set
from tests.pipeline.findings.contoh import SEHAT
from tests.pipeline.findings.contoh import sop as sehat

POTONGAN = (
    "Camat", "Kasubag Umum dan Kepegawaian", "Kecamatan Wanasari", "menyusun", "Memeriksa", "kepada Staf", "oleh Camat",
    "kemudian diteruskan", "jika tidak", "Penyusunan", "Republik Indonesia Nomor", "tentang", "Surat", "480 menit", "SOP",
    "-", "…", "/", "2106", "(", "\n", "ﬁ", "İ", "¹", "٣",
)  # fmt: skip
TEKS = st.one_of(
    st.text(max_size=20),
    st.lists(st.sampled_from(POTONGAN), max_size=8).map(" ".join),
    st.sampled_from(POTONGAN),
)
ADA = st.none() | TEKS
ANGKA = st.none() | st.integers(-5, 10**6) | st.floats(-1e9, 1e9)
TAHUN = st.none() | st.sampled_from([2016, 2106, 0, -7, 99999]) | st.integers(1900, 2100)
TANGGAL = st.none() | st.from_regex(r"(19|20|00|99)[0-9]{2}(-[0-9]{2}(-[0-9]{2})?)?", fullmatch=True)
NIP = st.none() | st.text("0123456789 x", max_size=20) | st.from_regex(r"19[0-9]{17,18}", fullmatch=True)
ID = st.sampled_from(
    ["camat", "sekcam", "sekretaris", "staf", "kasi+kasubag", "kasubag-umum", "staf-2", "x", ""]
)
SIMBOL = st.none() | st.sampled_from(get_args(Simbol))


def one_of(literal: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(get_args(literal))


PEJABAT = st.builds(Pejabat, jabatan=ADA, status=one_of(Status), nama=ADA, pangkat=ADA, nip=NIP)
IDENTITAS = st.builds(
    Identitas,
    nomor_sop=ADA,
    tanggal_pembuatan=TANGGAL,
    tanggal_revisi=TANGGAL,
    tanggal_efektif=TANGGAL,
    tanggal_pengesahan=TANGGAL,
    nama_sop=ADA,
    disahkan_oleh=PEJABAT,
)
LEMBARAN = st.builds(Lembaran, jenis=st.sampled_from(get_args(JenisLembaran)), tahun=TAHUN, nomor=TEKS)
DASAR = st.builds(
    DasarHukum,
    teks=TEKS,
    jenis=one_of(JenisPeraturan),
    lembaga=ADA,
    nomor=ADA,
    tahun=TAHUN,
    tentang=ADA,
    lembaran=st.lists(LEMBARAN, max_size=2),
    status=one_of(StatusPeraturan),
)
WAKTU = st.builds(
    Waktu,
    teks=TEKS,
    nilai=ANGKA,
    nilai_maks=ANGKA,
    satuan=one_of(Satuan),
    per=ADA,
    batas=st.none(),
    menit=ANGKA,
)
LANGKAH = st.builds(
    Langkah,
    no=st.none() | st.integers(-2, 12),
    uraian=TEKS,
    pelaksana=st.none() | st.lists(st.builds(Tanda, id=ID, simbol=SIMBOL), max_size=2),
    kelengkapan=ADA,
    waktu=st.none() | WAKTU,
    output=ADA,
    keterangan=ADA,
)
SIMPUL = st.builds(Simpul, no=st.integers(-1, 9), pelaksana=ID)
ALUR = st.builds(Alur, dari=SIMPUL, ke=SIMPUL, label=st.sampled_from([None, "Ya", "Tidak"]))
LOKASI = st.one_of(
    st.sampled_from([
        "", "/", "x", "/identitas/nama_sop", "/identitas/disahkan_oleh/nip", "/dasar_hukum/0/tahun", "/prosedur",
        "/dasar_hukum/٣", "/dasar_hukum/01", "/prosedur/0/no", "/prosedur/0/waktu", "/prosedur/9/waktu/nilai", "/peringatan",
    ]),
    st.text("/~01ab", max_size=8),
)  # fmt: skip
BUKTI = st.builds(
    Bukti, mentah=TEKS, cara=st.sampled_from(["label", "koreksi", "inferensi"]), keyakinan=st.floats(0, 1)
)
BUTIR = st.lists(TEKS, max_size=3)
SOP = st.builds(
    Sop,
    id=st.sampled_from(["a", "b"]),
    sumber=st.builds(
        Sumber, berkas=TEKS, sha256=TEKS, halaman=st.just([1]), jenis=st.sampled_from(["teks", "pdf"])
    ),
    instansi=st.builds(Instansi, pemerintah=ADA, unit=ADA),
    identitas=IDENTITAS,
    dasar_hukum=st.lists(DASAR, max_size=4),
    kualifikasi_pelaksana=BUTIR,
    keterkaitan=BUTIR,
    peralatan_perlengkapan=BUTIR,
    peringatan=BUTIR,
    pencatatan_pendataan=BUTIR,
    pelaksana=st.lists(
        st.builds(Pelaksana, id=ID, nama=TEKS, label=TEKS, anggota=st.lists(ID, max_size=2)), max_size=4
    ),
    prosedur=st.lists(LANGKAH, max_size=5),
    alur=st.lists(ALUR, max_size=2),
    bukti=st.dictionaries(LOKASI, BUKTI, max_size=3),
)
SAKSI = st.lists(
    st.builds(
        Saksi,
        lokasi=LOKASI,
        jenis=st.sampled_from(
            [
                "tanda_tangan",
                "status_rusak",
                "judul",
                "tanggal_mustahil",
                "bukan_tanggal",
                "tanggal_lain",
                "kotak_lain",
                "nomor_loncat",
                "nomor_tercetak",
                "total_waktu",
                "terpotong",
                "lembaga_salah",
                "catatan_meluber",
                "terbilang",
                "lain",
            ]
        ),
        teks=TEKS,
    ),
    max_size=4,
)
KODE = {aturan.kode for aturan in ATURAN}


def at(isi: Any, lokasi: str) -> Any:
    """What a JSON Pointer leads to, by RFC 6901; raises where it leads nowhere."""
    for bagian in lokasi.split("/")[1:]:
        nama = bagian.replace("~1", "/").replace("~0", "~")
        isi = isi[int(nama)] if isinstance(isi, list) else isi[nama]
    return isi


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(SOP, SAKSI)
def test_tidak_pernah_gagal_dan_menunjuk(sop: Sop, saksi: Sequence[Saksi]) -> None:
    """No SOP makes a rule raise, every finding points somewhere, and the same SOP gives the same findings."""
    found = check(sop, saksi)
    isi = json.loads(sop.model_dump_json())
    for temuan in found:
        at(isi, temuan.lokasi)
        assert temuan.kode in KODE
        assert temuan.pesan.endswith(".")
    assert check(sop, saksi) == found


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SOP, max_size=4))
def test_himpunan_tidak_pernah_gagal(sops: Sequence[Sop]) -> None:
    found = check_set(himpunan(semua(sops)))
    assert found.keys() <= {sop.id for sop in sops}


@given(st.permutations(range(len(SEHAT["prosedur"]))))
def test_urutan_saksi_tidak_berpengaruh(urutan: list[int]) -> None:
    """Witnesses about different places may come in any order."""
    saksi = [Saksi(f"/prosedur/{i}/no", "nomor_tercetak", "9") for i in urutan]
    assert check(sehat(), saksi) == check(sehat(), sorted(saksi, key=lambda s: s.lokasi))

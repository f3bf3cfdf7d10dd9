import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.data import table
from normalizers.unit import cari, rapikan

SATU = [
    ("PEMERINTAH KABUPATEN WANASARI", "pemerintah", "Pemerintah Kabupaten Wanasari"),
    ("PEMERINTAH DAERAH KOTA SUMBERWANGI", "pemerintah", "Pemerintah Daerah Kota Sumberwangi"),
    ("PEMERINTAH KAB. WANASARI", "pemerintah", "Pemerintah Kabupaten Wanasari"),
    ("PEMKAB WANASARI", "pemerintah", "Pemerintah Kabupaten Wanasari"),
    ("PEMERINTAH ACEH", "pemerintah", "Pemerintah Aceh"),
    ("PROVINSI JAWA BARAT", "wilayah", "Provinsi Jawa Barat"),
    ("PROV. JATENG", "wilayah", "Provinsi Jawa Tengah"),
    ("Pemerintah Prov. NTB", "pemerintah", "Pemerintah Provinsi Nusa Tenggara Barat"),
    ("KECAMATAN SUKAMAJU", "tempat", "Kecamatan Sukamaju"),
    ("KEC. SUKAMAJU", "tempat", "Kecamatan Sukamaju"),
    ("KECAMATAN KOTA SUMBERWANGI", "tempat", "Kecamatan Kota Sumberwangi"),
    ("KECAMATAN SUKAMAJU TAHUN 2024", "tempat", "Kecamatan Sukamaju"),
    ("Kecamatan Sukamaju dalam rangka", "tempat", "Kecamatan Sukamaju"),
    ("Kabupaten Wanasari BAGAS WIRAYUDA", "wilayah", "Kabupaten Wanasari"),
    ("PEMERINTAH DESA SUKAMAJU", "tempat", "Desa Sukamaju"),
    ("KELURAHAN", "tempat", "Kelurahan"),
    ("INSPEKTORAT", "lembaga", "Inspektorat"),
    ("KANTOR KECAMATAN SUKAMAJU", "lembaga", "Kantor Kecamatan Sukamaju"),
    ("DINAS KOMUNIKASI DAN INFORMATIKA", "lembaga", "Dinas Komunikasi dan Informatika"),
    ("DINAS PERUMAHAN, PERMUKIMAN DAN PERTANAHAN", "lembaga", "Dinas Perumahan, Permukiman dan Pertanahan"),
    ("DINAS PEMBERDAYAAN MASYARAKAT DAN DESA", "lembaga", "Dinas Pemberdayaan Masyarakat dan Desa"),
    ("DINAS TATA KOTA", "lembaga", "Dinas Tata Kota"),
    ("SEKRETARIAT DINAS SOSIAL", "lembaga", "Sekretariat Dinas Sosial"),
    ("KECAMATAN SUKAMAJU Disahkan Oleh", "tempat", "Kecamatan Sukamaju"),
    ("BADAN PERENCANAAN PEMBANGUNAN Pembuatan", "lembaga", "Badan Perencanaan Pembangunan"),
    ("Dinas PUPR Bina Marga", "lembaga", "Dinas PUPR Bina Marga"),
    ("PEMERINTAH KABUPATEN DEMAK KEPENDUDUKAN", "pemerintah", "Pemerintah Kabupaten Demak"),
    ("PEMERINTAH KABUPATEN SOLOK SELATAN", "pemerintah", "Pemerintah Kabupaten Solok Selatan"),
    ("PEMERINTAH KABUPATEN SOLOK BARAT", "pemerintah", "Pemerintah Kabupaten Solok Barat"),
    ("SATPOL PP", "lembaga", "Satuan Polisi Pamong Praja"),
    ("UPT PUSKESMAS SUKAMAJU", "lembaga", "UPT Puskesmas Sukamaju"),
    ("SMP NEGERI 1 WANASARI", "lembaga", "SMP Negeri 1 Wanasari"),
]
BEBERAPA = [
    (
        "PEMERINTAH KABUPATEN WANASARI KECAMATAN SUKAMAJU",
        ["Pemerintah Kabupaten Wanasari", "Kecamatan Sukamaju"],
    ),
    ("KECAMATAN SUKAMAJU KABUPATEN WANASARI", ["Kecamatan Sukamaju", "Kabupaten Wanasari"]),
    ("Kelurahan Randusari, Kecamatan Sukamaju", ["Kelurahan Randusari", "Kecamatan Sukamaju"]),
    ("Dinas Sosial, Kabupaten Wanasari", ["Dinas Sosial", "Kabupaten Wanasari"]),
    ("BAGIAN ORGANISASI SEKRETARIAT DAERAH", ["Bagian Organisasi", "Sekretariat Daerah"]),
    (
        "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA KABUPATEN WANASARI",
        ["Dinas Pemberdayaan Masyarakat dan Desa", "Kabupaten Wanasari"],
    ),
    (
        "SUB BAGIAN UMUM SEKRETARIAT SATUAN POLISI PAMONG PRAJA",
        ["Sub Bagian Umum", "Sekretariat Satuan Polisi Pamong Praja"],
    ),
    (
        "UPTD PUSKESMAS SUKAMAJU DINAS KESEHATAN KABUPATEN WANASARI",
        ["UPTD Puskesmas Sukamaju", "Dinas Kesehatan", "Kabupaten Wanasari"],
    ),
]
BUKAN_NAMA = [
    "",
    "Desa/Kelurahan Sukamaju",
    "Instansi Pemerintah",
    "Kecamatan dan Kelurahan",
    "Pembinaan Desa Wisata",
    "SEKRETARIS KECAMATAN",
    "Bidang",
    "Kecamatan setempat",
    "Jalan Raya 5",
]


@pytest.mark.parametrize(("text", "golongan", "name"), SATU)
def test_one_name(text, golongan, name):
    assert [(nama.golongan, nama.teks) for nama in cari(text)] == [(golongan, name)]


@pytest.mark.parametrize(("text", "names"), BEBERAPA)
def test_several_names(text, names):
    assert [nama.teks for nama in cari(text)] == names


@pytest.mark.parametrize("text", BUKAN_NAMA)
def test_no_name(text):
    assert cari(text) == ()


def test_place_in_the_text():
    text = "Laporan Kinerja KEC. SUKAMAJU, tahun 2024"
    (nama,) = cari(text)
    assert text[nama.start : nama.end] == "KEC. SUKAMAJU"
    assert not nama.tepat


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("KECAMATAM SUKAMAJU", "KECAMATAN SUKAMAJU"),
        ("Pemerintah Kabupatem Wanasari", "Pemerintah Kabupaten Wanasari"),
        ("KECARNATAN SUKAMAJU", "KECAMATAN SUKAMAJU"),
        ("BAGIAN PEMERINTAHAN", "BAGIAN PEMERINTAHAN"),
        ("DESA KECAMAT", "DESA KECAMAT"),
    ],
)
def test_slips_in_kind_words(text, repaired):
    assert rapikan(text) == repaired


@given(st.text(max_size=80))
def test_never_raises(text):
    for nama in cari(rapikan(text)):
        assert 0 <= nama.start < nama.end


@given(
    st.sampled_from([case for case in SATU if " " in case[0]]), st.sampled_from(["", "TAHUN 2024", "(2024)"])
)
def test_twice_changes_nothing(case, tail):
    (nama,) = cari(f"{case[0]} {tail}".strip())
    assert cari(nama.teks)[0].teks == nama.teks


def test_kinds_are_sorted_and_each_word_means_one():
    data = table("instansi")
    words = [
        *(word for kind in ("pemerintah", "wilayah") for forms in data[kind].values() for word in forms),
        *(word for kind in ("tempat", "lembaga") for entry in data[kind].values() for word in entry["kata"]),
    ]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
    for kind in ("pemerintah", "wilayah", "tempat", "lembaga", "kepala", "kepala_daerah"):
        assert list(data[kind]) == sorted(data[kind]), kind
    for key in ("akhir", "bukan_tempat"):
        assert data["nama"][key] == sorted(data["nama"][key])


def test_heads_lead_kinds_that_exist():
    data = table("instansi")
    assert set(data["kepala"].values()) <= set(data["tempat"])
    assert set(data["kepala_daerah"].values()) <= set(data["wilayah"])

import pytest

from normalizers.bukti import Catatan
from normalizers.instansi import lengkapi, parse, pisahkan_kop
from normalizers.model import Instansi
from normalizers.reading import INFERENSI, KOREKSI, Saksi
from tests.builders import a_field, a_raw

WANASARI = "Pemerintah Kabupaten Wanasari"

KOP = [
    (["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"], WANASARI, "Kecamatan Sukamaju"),
    (["PEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU"], WANASARI, "Kecamatan Sukamaju"),
    (["PEMERINTAH KABUPATEN WANASARI KECAMATAN SUKAMAJU"], WANASARI, "Kecamatan Sukamaju"),
    (["KECAMATAN SUKAMAJU KABUPATEN WANASARI"], WANASARI, "Kecamatan Sukamaju"),
    (["KECAMATAN SUKAMAJU"], None, "Kecamatan Sukamaju"),
    (
        ["Instansi : PEMERINTAH KABUPATEN WANASARI", "Unit Kerja: KECAMATAN SUKAMAJU"],
        WANASARI,
        "Kecamatan Sukamaju",
    ),
    (
        ["PEMERINTAH KABUPATEN WANASARI KECAMATAN SUKAMAJU Alamat : Jl. Kenanga No. 4"],
        WANASARI,
        "Kecamatan Sukamaju",
    ),
    (
        ["PEMERINTAH KABUPATEN WANASARI KECAMATAN SUKAMAJU Jalan Raya Kenanga Nomor 4, Telp. 0390-12"],
        WANASARI,
        "Kecamatan Sukamaju",
    ),
    (
        ["PEMERINTAH KABUPATEN WANASARI DINAS KESEHATAN UPTD PUSKESMAS SUKAMAJU"],
        WANASARI,
        "UPTD Puskesmas Sukamaju",
    ),
    (
        ["PEMERINTAH KABUPATEN WANASARI DINAS PENDIDIKAN SMP NEGERI 5 SUKAMAJU"],
        WANASARI,
        "SMP Negeri 5 Sukamaju",
    ),
    (["PEMERINTAH KOTA SUMBERWANGI", "KELURAHAN"], "Pemerintah Kota Sumberwangi", "Kelurahan"),
    (
        ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU", "KELURAHAN RANDUSARI"],
        WANASARI,
        "Kelurahan Randusari",
    ),
    (
        ["PEMERINTAH KABUPATEN WANASARI", "DINAS KESEHATAN", "UPTD PUSKESMAS SUKAMAJU"],
        WANASARI,
        "UPTD Puskesmas Sukamaju",
    ),
    (
        ["PEMERINTAH KABUPATEN WANASARI", "SEKRETARIAT DAERAH", "BAGIAN ORGANISASI"],
        WANASARI,
        "Bagian Organisasi Sekretariat Daerah",
    ),
    (
        ["PEMERINTAH PROVINSI NUSA RAYA", "DINAS SOSIAL", "SUB BAGIAN UMUM"],
        "Pemerintah Provinsi Nusa Raya",
        "Dinas Sosial",
    ),
    # a region is the place of a central body, not its government
    (["KOMISI PEMILIHAN UMUM", "KABUPATEN WANASARI"], None, "Komisi Pemilihan Umum"),
    (["BADAN PUSAT STATISTIK", "KABUPATEN WANASARI"], None, "Badan Pusat Statistik"),
    (["PEMERINTAH KABUPATEN WANASARI", "RSUD dr. FULAN"], WANASARI, "RSUD dr. Fulan"),
    (["DINAS PERTANIAN DAN", "KETAHANAN PANGAN"], None, "Dinas Pertanian dan Ketahanan Pangan"),
    # the name goes on without a word that says so, in the words of offices
    (
        ["BADAN KEPEGAWAIAN DAN PENGEMBANGAN", "SUMBER DAYA MANUSIA", "Jalan Veteran 8"],
        None,
        "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    ),
    (["DINAS KESEHATAN", "STANDAR OPERASIONAL PROSEDUR"], None, "Dinas Kesehatan"),
    (["DINAS KOMUNIKASI DAN INFORMATIKA"], None, "Dinas Komunikasi dan Informatika"),
    # a second letterhead breaks the line inside the name
    (
        ["BADAN KEPEGAWAIAN DAN PENGEMBANGAN SDM", "TAHUN 2021", "BADAN KEPEGAWAIAN DAN PENGEMBANGAN", "SDM"],
        None,
        "Badan Kepegawaian dan Pengembangan SDM",
    ),
    (["PEMERINTAH KABUPATEN WANASARI RAYA", "PEMERINTAH KABUPATEN WANASARI"], f"{WANASARI} Raya", None),
    # a column heading is no letterhead where one names the unit
    (["KELURAHAN RANDUSARI", "PELAKSANA", "Kelurahan"], None, "Kelurahan Randusari"),
    (["KECAMATAN SUKAMAJU", "PELAKSANA", "Kelurahan"], None, "Kecamatan Sukamaju"),
    (["STANDAR OPERASIONAL PROSEDUR", "PENGELOLAAN SURAT", "Jl. Raya Sukamaju No. 5"], None, None),
    (["Pemerintah Daerah wajib menyusun standar operasional prosedur sesuai ketentuan"], None, None),
    (["PENGUMPULAN DATA KECAMATAN SUKAMAJU"], None, None),  # a title is no letterhead
    ([], None, None),
]


def parsed(kop):
    raw = a_raw(kop=kop)
    catatan = Catatan(raw.source, 1)
    return parse(raw.kop, catatan), catatan


@pytest.mark.parametrize(("kop", "pemerintah", "unit"), KOP)
def test_letterheads(kop, pemerintah, unit):
    assert parsed(kop)[0] == Instansi(pemerintah=pemerintah, unit=unit)


def test_evidence_is_the_name_alone():
    _, catatan = parsed(["PEMERINTAH KABUPATEN WANASARI KECAMATAN SUKAMAJU"])
    assert catatan.bukti["/instansi/unit"].mentah == "KECAMATAN SUKAMAJU"
    assert catatan.bukti["/instansi/unit"].cara == "pola"


def test_slips_are_repaired_and_told():
    instansi, catatan = parsed(["PEMERINTAH KABUPATEN WANASARI", "KECAMATAM SUKAMAJU"])
    assert instansi.unit == "Kecamatan Sukamaju"
    assert catatan.bukti["/instansi/unit"].cara == KOREKSI


def test_region_without_the_word_government_is_inferred():
    _, catatan = parsed(["KECAMATAN SUKAMAJU KABUPATEN WANASARI"])
    assert catatan.bukti["/instansi/pemerintah"].cara == INFERENSI
    assert catatan.bukti["/instansi/pemerintah"].mentah == "KABUPATEN WANASARI"


def test_last_letterhead_counts_and_another_unit_is_witnessed():
    instansi, catatan = parsed(
        [
            "PEMERINTAH KABUPATEN WANASARI",
            "KECAMATAN RANDUSARI",
            "PEMERINTAH KABUPATEN WANASARI",
            "KECAMATAN SUKAMAJU",
        ]
    )
    assert instansi.unit == "Kecamatan Sukamaju"
    assert catatan.saksi == [Saksi("/instansi/unit", "kop_lain", "Kecamatan Randusari")]


@pytest.mark.parametrize(
    ("text", "kop", "rest"),
    [
        ("PENGELOLAAN SURAT", [], "PENGELOLAAN SURAT"),
        ("PENGELOLAAN SURAT\nKECAMATAN SUKAMAJU", [], "PENGELOLAAN SURAT\nKECAMATAN SUKAMAJU"),
        ("KECAMATAN SUKAMAJU", [], "KECAMATAN SUKAMAJU"),
        ("KECAMATAN SUKAMAJU\nPENGELOLAAN\nSURAT", ["KECAMATAN SUKAMAJU"], "PENGELOLAAN\nSURAT"),
        (
            "CAMAT SUKAMAJU\nBAGAS\nPEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU",
            ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"],
            "CAMAT SUKAMAJU\nBAGAS",
        ),
    ],
)
def test_letterhead_inside_a_value(text, kop, rest):
    lines, value = pisahkan_kop(a_field(text))
    assert [line.text for line in lines] == kop
    assert value.text == rest


@pytest.mark.parametrize(
    ("jabatan", "nama_sop", "lain", "pemerintah", "unit"),
    [
        ("Camat Sukamaju", None, [], None, "Kecamatan Sukamaju"),
        ("Lurah Randusari", None, [], None, "Kelurahan Randusari"),
        ("Kepala Desa Randusari", None, [], None, "Desa Randusari"),
        ("Kepala Dinas Sosial", None, [], None, "Dinas Sosial"),
        ("Camat", None, [], None, None),
        ("Sekretaris Kecamatan", None, [], None, None),
        (None, "Pengumpulan Data Kecamatan Sukamaju", [], None, "Kecamatan Sukamaju"),
        (None, "Pengumpulan Data Kecamatan Sukamaju Kabupaten Wanasari", [], None, "Kecamatan Sukamaju"),
        (None, "Pembinaan Kecamatan Sukamaju oleh Tim", [], None, None),
        (None, "Pengelolaan Dana Desa Sukamaju", [], None, None),
        (None, None, ["CAMAT SUKAMAJU KABUPATEN WANASARI"], WANASARI, None),
        (None, None, ["Aparatur Pemerintah Kabupaten Wanasari"], WANASARI, None),
        (None, None, ["Aparatur Pemerintah"], None, None),
        ("Wali Kota Sumberwangi", None, [], "Pemerintah Kota Sumberwangi", None),
    ],
)
def test_what_is_missing_is_inferred(jabatan, nama_sop, lain, pemerintah, unit):
    raw = a_raw(judul=lain)
    catatan = Catatan(raw.source, 1)
    for pointer in ("/identitas/disahkan_oleh/jabatan", "/identitas/nama_sop"):
        catatan.asal(pointer, a_field("x"))
    found = lengkapi(Instansi(), jabatan, nama_sop, raw.judul, catatan)
    assert found == Instansi(pemerintah=pemerintah, unit=unit)
    noted = {key: catatan.bukti.get(f"/instansi/{key}") for key in ("pemerintah", "unit")}
    assert {key for key, bukti in noted.items() if bukti} == {key for key, value in found if value}
    assert {bukti.cara for bukti in noted.values() if bukti} <= {INFERENSI}


def test_what_the_letterhead_says_stays():
    stated = Instansi(pemerintah=WANASARI, unit="Kecamatan Sukamaju")
    catatan = Catatan(a_raw().source, 1)
    assert lengkapi(stated, "Camat Randusari", None, [], catatan) == stated
    assert not catatan.bukti


BKPSDM = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"


@pytest.mark.parametrize(
    ("jabatan", "kop", "unit"),
    [
        # The last word of a long name stands alone on a line of the letterhead; the office has the whole name.
        (f"Kepala {BKPSDM}", ["BADAN KEPEGAWAIAN", "MANUSIA"], BKPSDM),
        (f"Kepala {BKPSDM}", ["Jalan Melati Nomor 7"], BKPSDM.rpartition(" ")[0]),
        ("Kepala Dinas Sosial", ["MANUSIA"], BKPSDM.rpartition(" ")[0]),
        (None, ["MANUSIA"], BKPSDM.rpartition(" ")[0]),
    ],
)
def test_a_name_goes_on_in_the_next_line_where_the_office_has_it_whole(jabatan, kop, unit):
    raw = a_raw(judul=kop)
    catatan = Catatan(raw.source, 1)
    catatan.asal("/identitas/disahkan_oleh/jabatan", a_field("x"))
    stated = Instansi(pemerintah=WANASARI, unit=BKPSDM.rpartition(" ")[0])
    assert lengkapi(stated, jabatan, None, raw.judul, catatan) == Instansi(pemerintah=WANASARI, unit=unit)
    assert bool(catatan.bukti.get("/instansi/unit")) == (unit == BKPSDM)


def test_a_name_goes_on_however_its_title_is_written():
    raw = a_raw(judul=["HUSADA"])
    catatan = Catatan(raw.source, 1)
    catatan.asal("/identitas/disahkan_oleh/jabatan", a_field("x"))
    stated = Instansi(pemerintah=WANASARI, unit="RSUD DR. Bina")
    found = lengkapi(stated, "Direktur RSUD Dr. Bina Husada", None, raw.judul, catatan)
    assert found.unit == "RSUD Dr. Bina Husada"


def test_the_region_in_the_next_line_is_no_part_of_the_unit():
    unit = "Satuan Polisi Pamong Praja"
    raw = a_raw(judul=["PROVINSI NUSA RAYA"])
    catatan = Catatan(raw.source, 1)
    catatan.asal("/identitas/disahkan_oleh/jabatan", a_field("x"))
    stated = Instansi(pemerintah="Pemerintah Provinsi Nusa Raya", unit=unit)
    assert lengkapi(stated, f"Kepala {unit} Provinsi Nusa Raya", None, raw.judul, catatan) == stated

"""The register of regulations: which row a citation means."""

import pytest

from normalizers import peraturan, register
from normalizers.model import DasarHukum, JenisPeraturan


def cite(
    jenis: JenisPeraturan | None,
    nomor: str | None,
    tahun: int | None,
    tentang: str | None = None,
    lembaga: str | None = None,
) -> DasarHukum:
    return DasarHukum(teks="…", jenis=jenis, lembaga=lembaga, nomor=nomor, tahun=tahun, tentang=tentang)


COCOK = [
    # everything agrees
    (
        cite("Perpres", "29", 2014, "Sistem Akuntabilitas Kinerja Instansi Pemerintah"),
        "perpres-29-2014",
        "tepat",
    ),
    (cite("Perpres", "29", 2014), "perpres-29-2014", "tepat"),
    (cite("Permen", "52", 2011, None, "Dalam Negeri"), "permen-dagri-52-2011", "tepat"),
    (
        cite("Kepmen", "KEP/135/M.PAN/9/2004", 2004, None, "PAN"),
        "kepmen-pan-kep-135-m-pan-9-2004-2004",
        "tepat",
    ),
    # other forms of number and subject
    (cite("Kepmen", "135", 2004, None, "PAN"), "kepmen-pan-kep-135-m-pan-9-2004-2004", "tepat"),
    (cite("Permen", "PER/9/M.PAN/5/2007", 2007, None, "PAN"), "permen-pan-per-09-m-pan-5-2007-2007", "tepat"),
    (
        cite("UU", "12", 1950, "Pembentukan Daerah-Daerah Kabupaten dalam Lingkungan Provinsi Jawa Timur"),
        "uu-12-1950",
        "tepat",
    ),
    (cite("UU", "23", 2014, "Pemerintahan Daerah dan Perubahannya"), "uu-23-2014", "tepat"),
    # same number, year and subject, other kind or body
    (
        cite(
            "Kepmen",
            "25",
            2012,
            "Petunjuk Pelaksanaan Evaluasi Akuntabilitas Kinerja Instansi Pemerintah",
            "PANRB",
        ),
        "permen-panrb-25-2012",
        "jenis_lain",
    ),
    (
        cite("Kepmen", "13", 2006, "Pedoman Pengelolaan Keuangan Daerah", "Dalam Negeri"),
        "permen-dagri-13-2006",
        "jenis_lain",
    ),
    (cite(None, "25", 2009, "Pelayanan Publik"), "uu-25-2009", "jenis_lain"),
    (
        cite(
            "Permen",
            "35",
            2012,
            "Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan",
            "PAN",
        ),
        "permen-panrb-35-2012",
        "lembaga_lain",
    ),
    # one slip in the number or the year, told by the subject
    (cite("UU", "25", 2006, "Administrasi Kependudukan"), "uu-23-2006", "nomor_lain"),
    (
        cite("Perpres", "20", 2014, "Sistem Akuntabilitas Kinerja Instansi Pemerintah"),
        "perpres-29-2014",
        "nomor_lain",
    ),
    (cite("PP", "17", 2108, "Kecamatan"), "pp-17-2018", "tahun_lain"),
    (cite("UU", "25", 2019, "Pelayanan Publik"), "uu-25-2009", "tahun_lain"),
    # number or year not stated
    (cite("UU", None, 2009, "Pelayanan Publik"), "uu-25-2009", "dari_judul"),
    (cite("UU", None, None, "Keterbukaan Informasi Publik"), "uu-14-2008", "dari_judul"),
    # the number is another regulation's: still the row, with subjects that are not alike
    (cite("UU", "25", 2009, "Perkoperasian"), "uu-25-2009", "tepat"),
]

TANPA = [
    cite("UU", "999", 2009),
    cite("UU", "999", 2009, "Pelayanan Publik"),
    cite("UU", "25", 2009 + 11, "Pelayanan Publik"),
    cite("Perda", "25", 2009, "Pajak Daerah", "Kabupaten Sukamaju"),
    cite(None, None, None),
    # 23/2014 and 32/2004 are both one slip away
    cite("UU", "32", 2014, "Pemerintahan Daerah"),
    # three laws have this subject
    cite("UU", None, None, "Pemerintahan Daerah"),
]


@pytest.mark.parametrize(("dasar", "id", "cara"), COCOK)
def test_the_row_that_is_meant(dasar: DasarHukum, id: str, cara: str) -> None:
    cocok = peraturan.cari(dasar)
    assert cocok is not None
    assert (cocok.baris.id, cocok.cara) == (id, cara)


@pytest.mark.parametrize("dasar", TANPA)
def test_no_row(dasar: DasarHukum) -> None:
    assert peraturan.cari(dasar) is None


def test_every_row_is_found_by_what_it_says() -> None:
    for baris in peraturan.semua():
        cocok = peraturan.cari(cite(baris.jenis, baris.nomor, baris.tahun, baris.tentang, baris.lembaga))
        assert cocok == peraturan.Cocok(baris, "tepat", 1.0)


def test_likeness_tells_another_subject() -> None:
    same = peraturan.cari(cite("UU", "23", 2014, "Pemerintah Daerah"))
    other = peraturan.cari(cite("UU", "23", 2014, "Perkawinan"))
    assert same is not None
    assert other is not None
    assert 0.9 < same.kemiripan < 1
    assert other.kemiripan < 0.6


def test_exact_wants_an_agreeing_subject() -> None:
    assert peraturan.tepat(cite("UU", "23", 2014)) == peraturan.oleh_id("uu-23-2014")
    assert peraturan.tepat(cite("UU", "23", 2014, "Pemerintah Daerah")) == peraturan.oleh_id("uu-23-2014")
    assert peraturan.tepat(cite("UU", "23", 2014, "Perkawinan")) is None
    assert peraturan.tepat(cite("UU", None, 2014, "Pemerintahan Daerah")) is None
    assert peraturan.tepat(cite("PP", "23", 2014, "Pemerintahan Daerah")) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Izin Mendirikan Bangunan & Gedung", "ijin mendirikan bangunan dan gedung"),
        ("Tata Cara Reviu Wali Kota", "tata cara review walikota"),
        ("Pemerintahan Daerah beserta perubahannya", "Pemerintahan Daerah"),
        ("Standard Operating Procedure", "Standar Operasional Prosedur"),
    ],
)
def test_subjects_that_are_the_same(first: str, second: str) -> None:
    assert register.rata_judul(first) == register.rata_judul(second)


@pytest.mark.parametrize(
    ("id", "nama", "singkat"),
    [
        (
            "perpres-29-2014",
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
            "Perpres 29/2014",
        ),
        (
            "permen-panrb-15-2014",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014"
            " tentang Pedoman Standar Pelayanan",
            "Permen PANRB 15/2014",
        ),
        (
            "kepmen-pan-kep-25-m-pan-2-2004-2004",
            "Keputusan Menteri Pendayagunaan Aparatur Negara Nomor KEP/25/M.PAN/2/2004 tentang Pedoman Umum"
            " Penyusunan Indeks Kepuasan Masyarakat Unit Pelayanan Instansi Pemerintah",
            "Kepmen PAN KEP/25/M.PAN/2/2004",
        ),
        (
            "perka-bkn-22-2007",
            "Peraturan Kepala Badan Kepegawaian Negara Nomor 22 Tahun 2007 tentang Nomor Identitas Pegawai"
            " Negeri Sipil",
            "Perka BKN 22/2007",
        ),
    ],
)
def test_names(id: str, nama: str, singkat: str) -> None:
    baris = peraturan.oleh_id(id)
    assert baris is not None
    assert (baris.nama, baris.singkat) == (nama, singkat)


def test_unknown_id() -> None:
    assert peraturan.oleh_id("uu-0-0") is None


def test_a_title_that_names_the_year_is_no_tie() -> None:
    judul = "Perubahan Kedua atas Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    cocok = peraturan.cari(cite("UU", "9", 2014, judul))
    assert cocok is not None
    assert (cocok.baris.id, cocok.cara) == ("uu-9-2015", "tahun_lain")


def test_a_digit_that_is_often_misread_asks_less_of_the_subject() -> None:
    rusak = "Sistem Akuntabilitas Kineja Instnsi Pemrintahn"
    found = peraturan.cari(cite("Perpres", "26", 2014, rusak))  # 26 for 29
    assert found is not None
    assert (found.baris.id, found.cara) == ("perpres-29-2014", "nomor_lain")
    assert peraturan.cari(cite("Perpres", "27", 2014, f"{rusak} di Derah")) is None

"""Identity pages whose boxes stand side by side on crowded lines, as text layers of printed forms are copied."""

import pytest

from extractors.lexicon.signs import is_full_address, is_person, is_rank
from tests.extractors.plain import identitas, kotak, one_sop

HEAD = """PEMERINTAH KOTA ARGAWANA Tanggal Pembuatan 4 Mei 2021
Nomor SOP 12/SOP/2021
KECAMATAN SUMBERARGA Tanggal Efektif 6 Mei 2021
Disahkan Oleh Camat Sumberarga
Nama SOP Penyusunan Rencana Kerja
"""


def test_labels_behind_a_letterhead_part_no_columns_and_the_boxes_are_cut_at_their_marks() -> None:
    text = """
Dasar Hukum Kualifikasi Pelaksana
\uf0b7 UU No. 25 Tahun 2004 tentang Sistem Perencanaan 1. Memahami penyusunan rencana;
\uf0b7 Perda No. 5 Tahun 2018 tentang Perangkat Daerah 2. Mampu mengolah data;
Keterkaitan Peralatan / Perlengkapan
\uf0b7 SOP Rapat Dinas 1. Komputer & Printer
\uf0b7 SOP Surat Keluar 2. Alat tulis
Peringatan Pencatatan dan Pendataan
Apabila terlambat maka rencana tidak terbit Disimpan sebagai arsip
"""
    found = kotak(one_sop(HEAD + text))
    assert found["dasar_hukum"] == [
        "UU No. 25 Tahun 2004 tentang Sistem Perencanaan",
        "Perda No. 5 Tahun 2018 tentang Perangkat Daerah",
    ]
    assert found["kualifikasi_pelaksana"] == ["Memahami penyusunan rencana;", "Mampu mengolah data;"]
    assert found["keterkaitan"] == ["SOP Rapat Dinas", "SOP Surat Keluar"]
    assert found["peralatan_perlengkapan"] == ["Komputer & Printer", "Alat tulis"]


def test_a_list_in_two_columns_is_put_in_order_by_its_numbers() -> None:
    text = """
Dasar Hukum Kualifikasi Pelaksana
1. UU No. 25 Tahun 2004 tentang Sistem Perencanaan 1. Memahami penyusunan rencana
Keterkaitan Peralatan / Perlengkapan
1. SOP Rapat Dinas 1. Komputer 4. Kertas
2. SOP Surat Keluar 2. Meja 5. Printer
3. Kursi
Peringatan Pencatatan dan Pendataan
Apabila terlambat maka rencana tidak terbit 1. Buku agenda
"""
    found = kotak(one_sop(HEAD + text))
    assert found["keterkaitan"] == ["SOP Rapat Dinas", "SOP Surat Keluar"]
    assert found["peralatan_perlengkapan"] == ["Komputer", "Meja", "Kursi", "Kertas", "Printer"]


def test_numbers_without_a_stop_begin_entries_where_a_line_begins_with_one() -> None:
    text = """
Dasar Hukum
1 UU No. 25 Tahun 2004 tentang Sistem Perencanaan
2 Perda No. 5 Tahun 2018 tentang Perangkat Daerah
Keterkaitan Peralatan / Perlengkapan
1 SOP Pengajuan SPP - SPM Langsung 1 Komputer & Printer 3 Buku administrasi
2 SOP Pengajuan Kas 2 Meja & Kursi 4 Alat tulis
"""
    found = kotak(one_sop(HEAD + text))
    assert found["keterkaitan"] == ["SOP Pengajuan SPP - SPM Langsung", "SOP Pengajuan Kas"]
    assert found["peralatan_perlengkapan"] == [
        "Komputer & Printer",
        "Meja & Kursi",
        "Buku administrasi",
        "Alat tulis",
    ]


def test_an_entry_that_cannot_end_so_takes_the_next_line_whatever_empty_lines_are_between() -> None:
    text = """
Dasar Hukum Kualifikasi Pelaksana
1. PP Nomor 40 Tahun 2019 tentang Pelaksanaan 1. Pendidikan minimal SLTA
Undang-Undang Nomor 24 Tahun 2013.

2. Perpres Nomor 96 Tahun 2018 tentang


Persyaratan dan Tata Cara Pendaftaran Penduduk
dan Pencatatan Sipil.
3. Perbup Nomor 4 Tahun 2016 tentang Pelimpahan Wewenang Kepada
Camat Untuk Melaksanakan Urusan Pemerintahan
Keterkaitan Peralatan / Perlengkapan
1. SOP Rapat Dinas 1. Komputer
"""
    found = kotak(one_sop(HEAD + text))
    assert found["dasar_hukum"] == [
        "PP Nomor 40 Tahun 2019 tentang Pelaksanaan Undang-Undang Nomor 24 Tahun 2013.",
        "Perpres Nomor 96 Tahun 2018 tentang Persyaratan dan Tata Cara Pendaftaran Penduduk dan Pencatatan Sipil.",
        "Perbup Nomor 4 Tahun 2016 tentang Pelimpahan Wewenang Kepada Camat Untuk Melaksanakan Urusan Pemerintahan",
    ]
    assert found["kualifikasi_pelaksana"] == ["Pendidikan minimal SLTA"]


def test_entries_without_marks_begin_anew_with_the_word_that_the_one_before_began_with() -> None:
    text = """
Dasar Hukum Kualifikasi Pelaksana

Undang-undang Nomor 17 Tahun 2003 tentang Keuangan Negara

Undang-undang Nomor 32 Tahun 2004 tentang Pemerintah Daerah

Memahami pelaksanaan perizinan bangunan gedung

Memahami mekanisme pelayanan bangunan gedung

Memahami dasar penetapan bangunan gedung
"""
    found = kotak(one_sop(HEAD + text))
    assert found["dasar_hukum"] == [
        "Undang-undang Nomor 17 Tahun 2003 tentang Keuangan Negara",
        "Undang-undang Nomor 32 Tahun 2004 tentang Pemerintah Daerah",
    ]
    assert len(found["kualifikasi_pelaksana"]) == 3


def test_the_officer_below_the_boxes_is_in_none_of_them() -> None:
    text = """
Dasar Hukum Kualifikasi Pelaksana
1. UU No. 25 Tahun 2004 tentang Sistem Perencanaan 1. Memahami penyusunan rencana
Peringatan Pencatatan dan Pendataan
Jika SOP tidak dilaksanakan maka terjadi ketidakjelasan, 1. Buku agenda
kerugian waktu 2. Arsip surat

CAMAT SUMBERARGA

H.M. SURYA ADIKARA, S.STP.,M.Si.
Pembina Tk. I (IV/b)

NIP. 19820226 200112 1 006
"""
    sop = one_sop(HEAD + text)
    assert kotak(sop)["peringatan"] == [
        "Jika SOP tidak dilaksanakan maka terjadi ketidakjelasan, kerugian waktu"
    ]
    assert "disahkan_oleh" in identitas(sop)
    assert sop.tanda_tangan is not None
    assert "H.M. SURYA ADIKARA, S.STP.,M.Si." in sop.tanda_tangan.text


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("H.M. SURYA ADIKARA, S.STP.,M.Si.", True),
        ("SURYA, SH, MM", True),
        ("Bagus Wirya W., S.Sos. MM", True),
        ("Sarjana, S.H.", False),
        ("S.2, S.1, D.3", False),
        ("Surya Adikara, SE.,MM Pembina Tingkat I", True),
        ("Komputer, Printer", False),
    ],
)
def test_a_person_is_known_by_titles(text: str, person: bool) -> None:
    assert is_person(text) is person


@pytest.mark.parametrize("text", ["Pembina", "Penata Tk. I (III/d)", "Pembina Utama Muda, IV/c"])
def test_ranks_are_known(text: str) -> None:
    assert is_rank(text)
    assert not is_rank(f"{text} yang baik")


def test_a_letterhead_of_any_beginning_runs_on_into_a_label() -> None:
    text = """Nomor SOP 12/SOP/2021
Tanggal Revisi -
DAERAH SUB BAGIAN UMUM DAN Ditetapkan Oleh Kepala Badan Perencanaan
Nama SOP : Pelayanan Surat Masuk
"""
    found = identitas(
        one_sop(
            text
            + "Dasar Hukum Kualifikasi Pelaksana\n1. UU No. 25 Tahun 2004 tentang Desa 1. Memahami desa\n"
        )
    )
    assert found["disahkan_oleh"] == "Kepala Badan Perencanaan"
    assert found["nama_sop"] == "Pelayanan Surat Masuk"


def test_a_number_that_a_colon_says_to_be_empty_is_not_looked_for_below() -> None:
    text = """DINAS SOSIAL | Nomor SOP | : | |
Tanggal Pembuatan | : | 1 Maret 2021 | |
Disahkan Oleh | Kepala Dinas Sosial | | |
Nama SOP | Penyusunan Rencana | | |
Dasar Hukum | Kualifikasi Pelaksana | | |
1. UU Nomor 6 Tahun 2014 tentang Desa; | 1. Mampu menyusun 20/20 rencana | | |
"""
    assert "nomor_sop" not in identitas(one_sop(text)) or identitas(one_sop(text))["nomor_sop"] is None


def test_what_stands_left_of_a_label_is_no_value_of_it_and_the_title_below_is_no_more_of_the_name() -> None:
    text = """KANTOR KECAMATAN SUMBERARGA
NOMOR SOP : 01/SOP/2017
TGL. EFEKTIF : 4 Juni 2017
DISAHKAN OLEH : CAMAT SUMBERARGA
Jl. Melati No. 3
(e-mail) kecamatan@contoh.go.id
Arga Timur ( 69262 ) NAMA SOP : Perekaman Data
DASAR HUKUM : KUALIFIKASI PELAKSANA :
1. UU No. 25 Tahun 2004 tentang Desa 1. Memahami desa
PERINGATAN PENCATATAN DAN PENDATAAN
Jika terlambat maka data hilang 1. Buku register
Page 1 of 12
PROSEDUR PEREKAMAN DATA
No Uraian Prosedur
Pelaksana Kelengkapan Waktu Output
1. Warga yang merekam data wajib datang sendiri
2. Petugas yang bertugas merekam data
"""
    sop = one_sop(text)
    assert identitas(sop)["nama_sop"] == "Perekaman Data"
    found = kotak(sop)
    assert found["peringatan"] == ["Jika terlambat maka data hilang"]
    assert found["pencatatan_pendataan"] == ["Buku register"]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("Jl. Melati No. 3", True),
        ("(e-mail) kantor@contoh.go.id", True),
        ("Telepon", False),
        ("Jalan desa", False),
    ],
)
def test_an_address_is_told_from_an_entry(text: str, full: bool) -> None:
    assert is_full_address(text) is full

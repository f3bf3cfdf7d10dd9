"""Texts whose line breaks became blanks: a whole page on a line."""

from extractors.texts.one_line import unrolled
from tests.extractors.plain import a_span, identitas, kotak, langkah, one_sop

IDENTITY = (
    "PEMERINTAH KABUPATEN WANASARI KECAMATAN SUKARAMAI NOMOR SOP : 25/SOP/2022 TGL. PEMBUATAN : 3 April 2022 "
    "TGL. REVISI : TGL. EFEKTIF : 5 April 2022 DISAHKAN OLEH CAMAT SUKARAMAI NAMA SOP : Pelayanan Cuti Tahunan "
    "DASAR HUKUM : KUALIFIKASI PELAKSANA : 1. PP Nomor 11 Tahun 2017 tentang Manajemen Pegawai; 2. Perbup Wanasari "
    "Nomor 68 Tahun 2021 tentang Tata Naskah; 1. Memahami peraturan; 2. Mampu mengetik; KETERKAITAN "
    "PERALATAN / PERLENGKAPAN : 1. SOP Surat Masuk; 1. Komputer; 2. Formulir cuti; 3. Filling Cabinet PERINGATAN : Jika terlambat maka "
    "cuti tidak terbit PENCATATAN DAN PENDATAAN : Disimpan sebagai arsip"
)
PROCEDURE = (
    "PELAYANAN CUTI TAHUNAN NO URAIAN PROSEDUR Pemohon Kasubag Camat KELENGKAPAN WAKTU OUTPUT 1 2 3 4 5 6 7 8 "
    "1 Mengisi formulir permintaan cuti Formulir cuti 30 menit Formulir terisi 2 Memeriksa sisa hak cuti pegawai "
    "Kartu cuti 1 jam 30 menit Formulir terperiksa - 3 Membuat konsep surat izin Formulir terperiksa 2 hari Konsep surat "
    "4 Menandatangani surat izin cuti Konsep surat 10 Menit Berkas bertanda tangan"
)


def lines(text: str) -> list[str]:
    return [line.text for line in unrolled(a_span(text))]


def test_an_identity_page_on_one_line_is_read_as_one_on_many() -> None:
    sop = one_sop(IDENTITY)
    assert identitas(sop)["nomor_sop"] == "25/SOP/2022"
    assert identitas(sop)["tanggal_efektif"] == "5 April 2022"
    assert identitas(sop)["nama_sop"] == "Pelayanan Cuti Tahunan"
    found = kotak(sop)
    assert found["dasar_hukum"] == [
        "PP Nomor 11 Tahun 2017 tentang Manajemen Pegawai;",
        "Perbup Wanasari Nomor 68 Tahun 2021 tentang Tata Naskah;",
    ]
    assert found["kualifikasi_pelaksana"] == ["Memahami peraturan;", "Mampu mengetik;"]
    assert found["peralatan_perlengkapan"] == ["Komputer;", "Formulir cuti;", "Filling Cabinet"]
    assert found["pencatatan_pendataan"] == ["Disimpan sebagai arsip"]


def test_related_sops_without_marks_begin_with_their_kind() -> None:
    text = IDENTITY.replace("1. SOP Surat Masuk;", "SOP Surat Masuk SOP Arsip dan SOP Kartu")
    assert kotak(one_sop(text))["keterkaitan"] == ["SOP Surat Masuk", "SOP Arsip dan SOP Kartu"]


def test_steps_on_one_line_are_parted_by_their_numbers_durations_and_capitals() -> None:
    assert langkah(one_sop(f"{IDENTITY}\n\n{PROCEDURE}")) == [
        ["1", "Mengisi formulir permintaan cuti", "Formulir cuti", "30 menit", "Formulir terisi", None],
        ["2", "Memeriksa sisa hak cuti pegawai", "Kartu cuti", "1 jam 30 menit", "Formulir terperiksa", "-"],
        ["3", "Membuat konsep surat izin", "Formulir terperiksa", "2 hari", "Konsep surat", None],
        ["4", "Menandatangani surat izin cuti", "Konsep surat", "10 Menit", "Berkas bertanda tangan", None],
    ]


def test_a_heading_again_on_the_next_page_is_no_cell() -> None:
    first, second = PROCEDURE.split(" 3 Membuat")
    heading = "NO URAIAN PROSEDUR Pemohon Kasubag Camat KELENGKAPAN WAKTU OUTPUT 1 2 3 4 5 6 7 8"
    steps = langkah(one_sop(f"{IDENTITY}\n\n{first}\n\n{heading} 3 Membuat{second}"))
    assert [step[0] for step in steps] == ["1", "2", "3", "4"]
    assert not any("KELENGKAPAN" in (cell or "") for step in steps for cell in step)


def test_steps_without_numbers_begin_with_their_verbs() -> None:
    text = (
        "KEGIATAN Pelaksana Kasubag Camat Kelengkapan WAKTU OUTPUT Memerintahkan pelaksanaan survei Jadwal survei 3 hari "
        "Surat perintah Menyusun daftar pertanyaan Pedoman survei 5 hari Kuesioner Membagikan kuesioner kepada warga "
        "Kuesioner 20 menit Kuesioner terbagi"
    )
    assert [line for line in lines(text) if line.startswith("Me")] == [
        "Memerintahkan pelaksanaan survei",
        "Menyusun daftar pertanyaan",
        "Membagikan kuesioner kepada warga",
    ]


def test_a_citation_of_another_regulation_begins_no_entry() -> None:
    text = IDENTITY.replace(
        "1. PP Nomor 11 Tahun 2017 tentang Manajemen Pegawai; 2. ",
        "UU No. 5 Tahun 2014 tentang Aparatur UU No. 20 Tahun 2023 tentang Perubahan atas UU No. 5 Tahun 2014 ",
    )
    assert [line for line in lines(text) if line.startswith("UU")] == [
        "UU No. 5 Tahun 2014 tentang Aparatur",
        "UU No. 20 Tahun 2023 tentang Perubahan atas UU No. 5 Tahun 2014",
    ]


def test_other_lines_stay_whole() -> None:
    prose = (
        "Peraturan Bupati ini mengatur dasar hukum, peringatan, dan keterkaitan antara standar operasional. "
        * 4
    )
    row = IDENTITY.replace(" KECAMATAN", "\tKECAMATAN")
    for text in (prose, row, IDENTITY[:150]):
        assert lines(text) == [text]


def test_a_list_of_steps_on_one_line() -> None:
    text = (
        "PEMERINTAH KABUPATEN WANASARI DINAS KEARSIPAN NOMOR SOP : 041/23/DK/2020 TGL. PEMBUATAN : 2 Maret 2020 TGL. REVISI : - "
        "NAMA SOP : Perdagangan Arsip DASAR HUKUM : 1. UU No. 43 Tahun 2009 tentang Kearsipan PERALATAN : 1 Rak arsip 2 Formulir "
        "Prosedur : Langkah 1. Menerima formulir (5 menit) Langkah 2. Mencari arsip (1 jam) Langkah 3. Menyerahkan arsip (10 menit)"
    )
    assert lines(text)[-4:] == [
        "Prosedur :",
        "Langkah 1. Menerima formulir (5 menit)",
        "Langkah 2. Mencari arsip (1 jam)",
        "Langkah 3. Menyerahkan arsip (10 menit)",
    ]
    sop = one_sop(text)
    assert kotak(sop)["peralatan_perlengkapan"] == ["Rak arsip", "Formulir"]
    assert identitas(sop)["nama_sop"] == "Perdagangan Arsip"
    assert langkah(sop)[1] == ["2", "Mencari arsip", None, "1 jam", None, None]


def test_named_cells_on_one_line() -> None:
    text = IDENTITY + (
        " URAIAN PROSEDUR 1. Menerima surat gugatan Pelaksana : Petugas Meja Waktu : 15 menit 2. Menaksir panjar biaya "
        "Pelaksana : Kasir Waktu : 10 menit 3. Mendaftarkan perkara Pelaksana : Panitera Waktu : 5 menit"
    )
    assert lines(text)[-3:] == ["3. Mendaftarkan perkara", "Pelaksana : Panitera", "Waktu : 5 menit"]


def test_a_form_of_a_hospital_on_one_line() -> None:
    text = (
        "RSUD WANASARI PEMASANGAN INFUS No. Dokumen: 445/61/RS/2019 No. Revisi: 01 STANDAR PROSEDUR OPERASIONAL Tanggal Terbit: 7 Mei 2019 "
        "PENGERTIAN Memasukkan cairan ke dalam pembuluh darah pasien melalui jarum infus. TUJUAN Memenuhi kebutuhan cairan pasien. "
        "PROSEDUR 1. Perawat mencuci tangan. 2. Perawat menjelaskan tindakan. 3. Perawat memilih vena. UNIT TERKAIT 1. Gawat Darurat"
    )
    assert [step[1] for step in langkah(one_sop(text))] == [
        "Perawat mencuci tangan.",
        "Perawat menjelaskan tindakan.",
        "Perawat memilih vena.",
    ]
    assert identitas(one_sop(text))["nomor_sop"] == "445/61/RS/2019"


def test_lettered_sections_on_one_line() -> None:
    text = (
        "MADRASAH ALIYAH WANASARI SOP PENERIMAAN PESERTA DIDIK A. Tujuan Prosedur ini dibuat sebagai pedoman. B. Ruang Lingkup Berlaku bagi "
        "panitia. C. Dasar Hukum 1. Peraturan Pemerintah Nomor 17 Tahun 2010 tentang Pendidikan D. Prosedur 1. Kepala membentuk panitia "
        "2. Panitia menyusun jadwal 3. Panitia mengumumkan hasil E. Dokumen Terkait 1. Formulir"
    )
    heads = ["A. Tujuan", "B. Ruang Lingkup", "C. Dasar Hukum", "D. Prosedur", "E. Dokumen Terkait"]
    assert [line for line in lines(text) if line[:2] in ("A.", "B.", "C.", "D.", "E.")] == heads
    sop = one_sop(text)
    assert kotak(sop)["dasar_hukum"] == ["Peraturan Pemerintah Nomor 17 Tahun 2010 tentang Pendidikan"]
    assert [step[1] for step in langkah(sop)][2] == "Panitia mengumumkan hasil"


def test_a_dash_behind_the_label_of_a_box_is_a_bullet() -> None:
    text = IDENTITY.replace("PERALATAN / PERLENGKAPAN : 1. SOP", "1. SOP").replace(
        "1. Komputer; 2. Formulir cuti; 3. Filling Cabinet",
        "PERALATAN / PERLENGKAPAN - Komputer - Formulir cuti",
    )
    assert kotak(one_sop(text))["peralatan_perlengkapan"] == ["Komputer", "Formulir cuti"]

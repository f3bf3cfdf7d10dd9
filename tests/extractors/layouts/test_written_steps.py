"""Steps in prose: lettered sections, and the numbered form of health centres."""

from tests.extractors.plain import one_sop, said

SECTIONS = """
PEMERINTAH KABUPATEN WANASARI
KELURAHAN SUKAMAJU

STANDAR OPERASIONAL PROSEDUR
PELAYANAN SURAT PENGANTAR
Nomor : 470/12/Kel.SKM/2021

A. DASAR HUKUM
1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;
2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;
B. KUALIFIKASI PELAKSANA
1. Mampu mengetik
C. PERALATAN DAN PERLENGKAPAN
1. Komputer
D. PROSEDUR
1. Menerima berkas permohonan;
2. Memeriksa berkas permohonan dan
mencatatnya;
3. Menyerahkan surat pengantar;
E. PENCATATAN DAN PENDATAAN
1. Buku register

Ditetapkan di Wanasari
pada tanggal 27 Juni 2022
LURAH SUKAMAJU

BAGAS WIRAYUDA, S.STP.
NIP. 19780315 200003 1 002
"""

FORM = (
    "PELAYANAN RAWAT JALAN\t\n"
    "SOP\tNo. Dokumen\t: 445/7/SOP/2019\n"
    "\tTanggal Terbit\t: 8 September 2019\n"
    "PUSKESMAS SUKAMAJU\tKEPALA PUSKESMAS SUKAMAJU BAGAS WIRAYUDA NIP. 19780315 200003 1 002\n"
    "1. Pengertian\tPelayanan rawat jalan adalah pelayanan kepada pasien\n"
    "2. Tujuan\tSebagai acuan petugas\n"
    "3. Kebijakan\tKeputusan Kepala Puskesmas\n"
    "4. Referensi\t1. Peraturan Menteri Kesehatan Nomor 43 Tahun 2019 tentang Pusat Kesehatan Masyarakat\n"
    "5. Alat dan Bahan\t1. Komputer\n"
    "\t2. Rekam medis\n"
    "6. Langkah-langkah\t1. Memanggil pasien\n"
    "\t2. Memeriksa pasien\n"
    "\t3. Menyerahkan resep\n"
    "7. Unit Terkait\t1. Apotek\n"
)


def test_steps_of_a_lettered_section() -> None:
    sop = one_sop(SECTIONS)
    assert [(said(step.no), said(step.uraian)) for step in sop.prosedur] == [
        ("1", "Menerima berkas permohonan;"),
        ("2", "Memeriksa berkas permohonan dan mencatatnya;"),
        ("3", "Menyerahkan surat pengantar;"),
    ]
    assert not sop.bersimbol
    assert not sop.pelaksana


def test_what_stands_around_the_sections() -> None:
    sop = one_sop(SECTIONS)
    assert said(sop.identitas["nomor_sop"]) == "470/12/Kel.SKM/2021"
    assert [said(title) for title in sop.judul] == ["PELAYANAN SURAT PENGANTAR"]
    assert [said(item) for item in sop.kotak["pencatatan_pendataan"]] == ["Buku register"]
    assert (said(sop.tanda_tangan) or "").endswith(
        "LURAH SUKAMAJU BAGAS WIRAYUDA, S.STP. NIP. 19780315 200003 1 002"
    )


def test_the_numbered_form() -> None:
    sop = one_sop(FORM)
    assert [said(step.uraian) for step in sop.prosedur] == [
        "Memanggil pasien",
        "Memeriksa pasien",
        "Menyerahkan resep",
    ]
    assert [said(item) for item in sop.kotak["peralatan_perlengkapan"]] == ["Komputer", "Rekam medis"]
    assert len(sop.kotak["dasar_hukum"]) == 1
    assert said(sop.identitas["nomor_sop"]) == "445/7/SOP/2019"
    assert [said(title) for title in sop.judul] == ["PELAYANAN RAWAT JALAN"]
    assert (said(sop.tanda_tangan) or "").startswith("KEPALA PUSKESMAS SUKAMAJU")


def test_bullets_are_steps_where_they_say_what_somebody_does() -> None:
    text = SECTIONS
    for number in ("1. Menerima", "2. Memeriksa", "3. Menyerahkan"):
        text = text.replace(number, f"- {number[3:]}")
    assert [(step.no, (said(step.uraian) or "")[:9]) for step in one_sop(text).prosedur] == [
        (None, "Menerima "),
        (None, "Memeriksa"),
        (None, "Menyerahk"),
    ]
    for verb in ("Menerima berkas", "Memeriksa berkas", "Menyerahkan surat"):
        text = text.replace(verb, "Kantor dan loket")
    assert not one_sop(text).prosedur


def test_a_series_whose_first_heading_was_not_read() -> None:
    sop = one_sop(SECTIONS.replace("A. DASAR HUKUM", "A. 1. DASAR Undang HUKUM"))
    assert [said(step.no) for step in sop.prosedur] == ["1", "2", "3"]


def test_numbers_that_were_not_read_show_by_lines_that_begin_anew() -> None:
    text = SECTIONS.replace(
        "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan",
        "Peraturan Menteri Dalam Negeri Nomor 4 Tahun 2010 tentang Pelayanan",
    )
    some = (
        text.replace("3. Menyerahkan", "Menyerahkan")
        .replace("permohonan;\n", "permohonan\n")
        .replace("mencatatnya;", "mencatatnya")
    )
    none = some.replace("1. Menerima", "Menerima").replace("2. Memeriksa", "Memeriksa")
    for lines in (some, none):
        assert [said(step.uraian) for step in one_sop(lines).prosedur] == [
            "Menerima berkas permohonan",
            "Memeriksa berkas permohonan dan mencatatnya",
            "Menyerahkan surat pengantar;",
        ]


def test_the_form_of_hospitals_names_the_procedure_above_its_kind() -> None:
    head = (
        "<tr><td>RSUD BINA<br>HUSADA</td><td>PEMINJAMAN BERKAS</td></tr>"
        "<tr><td>No. Dokumen<br>445/7/RSUD</td><td>No. Revisi<br>02</td><td>Halaman<br>1/1</td></tr>"
        "<tr><td>PROSEDUR TETAP</td><td>Tanggal terbit<br>8 September 2019</td></tr>"
    )
    rows = (line.split("\t") for line in FORM[FORM.index("1. Pengertian") :].splitlines())
    body = "".join(f"<tr><td>{name}</td><td>{text}</td></tr>" for name, text in rows)
    sop = one_sop(f"<table>{head}{body}</table>")
    assert said(sop.identitas["nomor_sop"]) == "445/7/RSUD"
    assert [said(title) for title in sop.judul] == ["PEMINJAMAN BERKAS"]


def test_the_stop_behind_the_mark_of_a_section_may_be_read_as_another_sign() -> None:
    worn = FORM.replace("6. Langkah-langkah", "6: Langkah-langkah -").replace("3. Kebijakan", "3, Kebijakan")
    assert len(one_sop(worn).prosedur) == 3


BOXED = """
| Nomor SOP | 094/7/Kel.SKM/2021 |
| Nama SOP | Peminjaman Balai |

| Peringatan | Pencatatan dan Pendataan |
| Balai yang kotor tidak dipinjamkan | Buku register |

PROSEDUR PEMINJAMAN BALAI

1. Mencatat permohonan peminjaman
2. Memeriksa jadwal pemakaian balai
3. Menyerahkan kunci balai

Ditetapkan di Wanasari
pada tanggal 27 Juni 2022
LURAH SUKAMAJU

BAGAS WIRAYUDA, S.STP.
NIP. 19780315 200003 1 002
"""


def test_below_boxes_in_a_table_a_heading_alone_tells_the_steps() -> None:
    sop = one_sop(BOXED)
    assert [said(step.uraian) for step in sop.prosedur] == [
        "Mencatat permohonan peminjaman",
        "Memeriksa jadwal pemakaian balai",
        "Menyerahkan kunci balai",
    ]
    assert (said(sop.tanda_tangan) or "").endswith("BAGAS WIRAYUDA, S.STP. NIP. 19780315 200003 1 002")


def test_a_list_without_such_a_heading_is_no_procedure() -> None:
    assert not one_sop(BOXED.replace("PROSEDUR PEMINJAMAN BALAI", "LAMPIRAN")).prosedur

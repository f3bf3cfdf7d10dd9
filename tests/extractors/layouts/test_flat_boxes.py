"""Identity pages whose boxes stand in lines one after the other or mixed, as engines and pdftotext write them."""

from tests.extractors.plain import identitas, kotak, langkah, one_sop

LAWS = [
    "Undang-Undang Nomor 5 Tahun 2014 tentang Desa;",
    "Peraturan Bupati Arga Nomor 7 Tahun 2020 tentang Aset;",
]
SKILLS = ["Memahami tata naskah;", "Mampu mengoperasikan komputer;"]
RELATED = ["SOP Surat Masuk;", "SOP Kearsipan;"]
HEAD = "Nomor SOP\n: 12/SOP/2021\nNama SOP\n: Surat Keluar\n\n"
BANDS = """
Keterkaitan

Peralatan/Perlengkapan

1. SOP Surat Masuk;
2. SOP Kearsipan;

1. Komputer;
2. Printer;
"""


def test_columns_that_lines_alternate_between_are_told_by_their_numbers_and_open_sentences() -> None:
    text = """
Dasar Hukum

Kualifikasi Pelaksana

1. Undang-Undang Nomor 5 Tahun 2014

1. Memahami tata naskah;

tentang Desa;

2. Mampu mengoperasikan

2. Peraturan Bupati Arga Nomor 7

komputer;

Tahun 2020 tentang Aset;
"""
    found = kotak(one_sop(HEAD + text + BANDS))
    assert found["dasar_hukum"] == LAWS
    assert found["kualifikasi_pelaksana"] == SKILLS
    assert found["keterkaitan"] == RELATED
    assert found["peralatan_perlengkapan"] == ["Komputer;", "Printer;"]


def test_texts_of_boxes_side_by_side_on_one_line_are_cut_at_their_marks() -> None:
    text = """
Dasar Hukum Kualifikasi Pelaksana
1. Undang-Undang Nomor 5 Tahun 2014 tentang | 1. Memahami tata naskah;
Desa;
2. Peraturan Bupati Arga Nomor 7 Tahun 2020 2. Mampu mengoperasikan komputer;
tentang Aset;
"""
    found = kotak(one_sop(HEAD + text + BANDS))
    assert found["dasar_hukum"] == LAWS
    assert found["kualifikasi_pelaksana"] == SKILLS


def test_regulations_and_related_sops_are_known_without_their_labels_and_are_no_procedure() -> None:
    text = """
1. Undang-Undang Nomor 5 Tahun 2014 tentang Desa;
2. Peraturan Bupati Arga Nomor 7 Tahun 2020 tentang Aset;
3. Peraturan Menteri Sosial Nomor 3 Tahun 2021 tentang Data;

1. SOP Surat Masuk;
2. SOP Kearsipan;

Kualifikasi Pelaksana

1. Memahami tata naskah;
2. Mampu mengoperasikan komputer;

Peringatan

Jika terlambat maka surat tidak terkirim.
"""
    sop = one_sop(HEAD + text)
    found = kotak(sop)
    assert found["dasar_hukum"][:2] == LAWS
    assert found["keterkaitan"] == RELATED
    assert found["kualifikasi_pelaksana"] == SKILLS
    assert langkah(sop) == []


def test_worn_labels_beside_whole_ones_are_known() -> None:
    text = """
Dasar Hukum
1. Undang-Undang Nomor 5 Tahun 2014 tentang Desa;
2. Peraturan Bupati Arga Nomor 7 Tahun 2020 tentang Aset;
RETERKAITAN Peralatan dan Perlengkapan
1. SOP Surat Masuk; 1. Komputer;
2. SOP Kearsipan; 2. Printer;
"""
    found = kotak(one_sop(HEAD + text))
    assert found["keterkaitan"] == RELATED
    assert found["peralatan_perlengkapan"] == ["Komputer;", "Printer;"]


def test_marks_that_stand_alone_are_of_the_text_below_and_may_be_of_none() -> None:
    text = """
Dasar Hukum

Kualifikasi Pelaksana

1.

Undang-Undang Nomor 5 Tahun 2014

a.

Memahami tata naskah;

tentang Desa;

b.

Mampu mengoperasikan komputer;

2.

Peraturan Bupati Arga Nomor 7 Tahun 2020 tentang Aset;
"""
    found = kotak(one_sop(HEAD + text + BANDS))
    assert found["dasar_hukum"] == LAWS
    assert found["kualifikasi_pelaksana"] == SKILLS


def test_the_name_of_the_sop_between_the_labels_of_boxes_is_of_no_box() -> None:
    text = """Nomor SOP
12/SOP/2021
Nama SOP
Dasar Hukum

Kualifikasi Pelaksana

Surat Keluar

1. Undang-Undang Nomor 5 Tahun 2014 tentang Desa;
2. Peraturan Bupati Arga Nomor 7 Tahun 2020 tentang Aset;

1. Memahami tata naskah;
2. Mampu mengoperasikan komputer;
"""
    sop = one_sop(text + BANDS)
    assert identitas(sop)["nama_sop"] == "Surat Keluar"
    assert kotak(sop)["kualifikasi_pelaksana"] == SKILLS


def test_the_boxes_end_where_a_page_with_the_heading_of_a_procedure_begins() -> None:
    text = "\nPeringatan\n\nPencatatan dan Pendataan\n\n1. Surat hilang\n\n1. Buku agenda\n\fPelaksana\nMutu Baku\nStaf\nKasi\n"
    found = kotak(one_sop(HEAD + "Dasar Hukum\n\n1. " + LAWS[0] + "\n" + BANDS + text))
    assert found["peringatan"] == ["Surat hilang"]
    assert found["pencatatan_pendataan"] == ["Buku agenda"]


def test_the_regulations_of_a_decree_above_are_in_no_box() -> None:
    decree = "KEPUTUSAN CAMAT\nMengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan;\nMEMUTUSKAN :\n\n"
    found = kotak(one_sop(decree + HEAD + "Dasar Hukum\n\n1. " + LAWS[0] + "\n" + BANDS))
    assert found["dasar_hukum"] == LAWS[:1]


def test_the_title_of_the_procedure_page_is_no_end_of_the_last_entry() -> None:
    text = "\nPencatatan dan Pendataan\n\n1. Buku agenda\n\nSOP Surat Keluar\n"
    found = kotak(one_sop(HEAD + "Dasar Hukum\n\n1. " + LAWS[0] + "\n" + BANDS + text))
    assert found["pencatatan_pendataan"] == ["Buku agenda"]


def test_what_an_app_writes_below_a_page_and_rows_past_the_boxes_are_in_no_value() -> None:
    text = "\nPeringatan\n\n1. Surat hilang\n\nDipindai dengan Aplikasi Kamera\n\n\nMenerima surat masuk dari\nloket\n"
    sop = one_sop(HEAD + "Dasar Hukum\n\n1. " + LAWS[0] + "\n" + BANDS + text)
    assert kotak(sop)["peringatan"] == ["Surat hilang"]
    assert identitas(sop)["nama_sop"] == "Surat Keluar"


def test_two_empty_lines_part_pages_where_no_form_feed_does() -> None:
    text = "\nPencatatan dan Pendataan\n\n1. Buku agenda surat\n\n\nmasuk yang baru\nStaf\n"
    found = kotak(one_sop(HEAD + "Dasar Hukum\n\n1. " + LAWS[0] + "\n" + BANDS + text))
    assert found["pencatatan_pendataan"] == ["Buku agenda surat"]


STEPS = """
Meja dan map
Menerima surat
dari pemohon
Mencatat surat
dalam buku
Memeriksa isi surat
1 jam
"""
LAST = "\nPeringatan\nSurat hilang;\n\nPencatatan dan Pendataan\n1. Buku agenda;\n"


def test_boxes_end_where_steps_begin_though_no_page_is_fed() -> None:
    laws = "Dasar Hukum\n" + "\n".join(f"{at}. {law}" for at, law in enumerate(LAWS, 1))
    for head in ("KEGIATAN KELENGKAPAN WAKTU", "Mutu Baku", ""):
        found = kotak(one_sop(HEAD + laws + BANDS + LAST + head + STEPS))
        assert found["peringatan"] == ["Surat hilang;"]
        taken = [item or "" for items in found.values() for item in items]
        assert not any("Menerima" in item or "Memeriksa" in item for item in taken)


def test_what_reads_like_a_heading_above_another_label_ends_no_box() -> None:
    laws = "Dasar Hukum\n1. " + LAWS[0]
    last = LAST.replace("Surat hilang;", "1. Setiap tahapan dilaksanakan sesuai waktu\nyang ditetapkan;")
    found = kotak(one_sop(HEAD + laws + BANDS + last + STEPS))
    assert found["peringatan"] == ["Setiap tahapan dilaksanakan sesuai waktu yang ditetapkan;"]
    assert found["pencatatan_pendataan"] == ["Buku agenda;"]


def test_a_citation_heads_no_column() -> None:
    text = """
Dasar Hukum
1. Peraturan Menteri Nomor 9
tentang Pelaksanaan Undang-Undang Nomor 5
Tahun 2014 tentang Desa;
Kualifikasi Pelaksana
1. Memahami tata naskah;
"""
    found = kotak(one_sop(HEAD + text + BANDS + LAST + STEPS))
    assert found["dasar_hukum"] == [
        "Peraturan Menteri Nomor 9 tentang Pelaksanaan Undang-Undang Nomor 5 Tahun 2014 tentang Desa;"
    ]
    assert found["kualifikasi_pelaksana"] == SKILLS[:1]


def test_boxes_above_a_procedure_are_an_sop_where_hardly_a_label_was_read() -> None:
    text = "DINAS ARGA\n\n1. " + LAWS[0] + "\n2. " + LAWS[1] + "\n1. " + SKILLS[0] + "\n2. " + SKILLS[1]
    sop = one_sop(text + "\n1. SOP Surat Masuk;\n2. SOP Kearsipan;\nKEGIATAN KELENGKAPAN WAKTU" + STEPS)
    assert kotak(sop)["dasar_hukum"] == LAWS


def test_what_stands_below_an_empty_label_of_the_name_may_be_no_name() -> None:
    for line in ("Pendukung", "PEMERINTAH KABUPATEN ARGA", "Peraturan Bupati Arga Nomor 7 Tahun 2020"):
        assert "nama_sop" not in identitas(
            one_sop("Nomor SOP : 7\nTanggal Efektif : 2020\nNama SOP :\n\n" + line)
        )

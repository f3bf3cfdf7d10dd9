"""Pages to raw SOPs: letterhead, titles, boxes put together, and what no value took."""

import pytest

from extractors.errors import BukanSop
from extractors.extract import extract
from extractors.readers.teks import read
from tests.extractors.layouts.test_table_cells import HEAD, ROWS, STEPS
from tests.extractors.plain import identitas, kotak, langkah, one_sop, pelaksana, said, sops, texts

IDENTITY = "Nomor SOP : 1/2021\nTanggal Pembuatan : 4 Januari 2021\nNama SOP : Surat Masuk\n"
BOXES = "Dasar Hukum :\n1. UU Nomor 43 Tahun 2009\n2. PP Nomor 28 Tahun 2012\nPeringatan :\nSurat hilang\n"
WHOLE = "PEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU\n\n" + IDENTITY + BOXES + "\n" + HEAD + ROWS
SIGNATURE = "\nCAMAT SUKAMAJU\nBAGAS WIRAYUDA, S.STP.\nNIP. 19780315 200003 1 002\n"


def test_all_parts_of_an_sop() -> None:
    sop = one_sop(WHOLE + SIGNATURE)
    assert texts(field.span for field in sop.kop) == ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"]
    assert identitas(sop) == {
        "nomor_sop": "1/2021",
        "tanggal_pembuatan": "4 Januari 2021",
        "nama_sop": "Surat Masuk",
    }
    assert kotak(sop) == {
        "dasar_hukum": ["UU Nomor 43 Tahun 2009", "PP Nomor 28 Tahun 2012"],
        "peringatan": ["Surat hilang"],
    }
    assert pelaksana(sop) == ["Staf", "Camat"]
    assert langkah(sop) == STEPS
    assert said(sop.tanda_tangan) == "CAMAT SUKAMAJU BAGAS WIRAYUDA, S.STP. NIP. 19780315 200003 1 002"
    assert sop.sisa == ()
    assert sop.pindah == ()
    assert sop.halaman == (1,)


def test_every_field_says_how_it_was_found_and_how_sure() -> None:
    sop = one_sop(WHOLE + SIGNATURE)
    fields = [
        *sop.kop,
        *sop.identitas.values(),
        *sop.judul,
        *sop.pelaksana,
        *(item for items in sop.kotak.values() for item in items),
    ]
    fields += [field for step in sop.prosedur for field in (step.no, step.uraian, step.waktu) if field]
    assert all(0 < field.keyakinan <= 1 for field in fields)
    assert {field.cara for field in sop.identitas.values()} == {"label"}
    assert {step.uraian.cara for step in sop.prosedur if step.uraian} == {"tabel"}
    assert sop.kop[0].cara == "kop"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_way_it_was_saved_changes_nothing(end: str, encoding: str) -> None:
    (sop,) = extract(read(WHOLE.replace("\n", end).encode(encoding)))
    assert identitas(sop) == identitas(one_sop(WHOLE))
    assert langkah(sop) == STEPS


@pytest.mark.parametrize(
    ("text", "kop"),
    [
        (
            "PEMERINTAH KABUPATEN\nWANASARI\nKECAMATAN SUKAMAJU\n\n",
            ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"],
        ),
        (
            "**PEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU**\n\n",
            ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"],
        ),
        (
            "# PEMERINTAH KABUPATEN WANASARI\n## DINAS SOSIAL\n\n",
            ["PEMERINTAH KABUPATEN WANASARI", "DINAS SOSIAL"],
        ),
        (
            "<p>PEMERINTAH KABUPATEN WANASARI</p><p>DINAS SOSIAL</p>\n",
            ["PEMERINTAH KABUPATEN WANASARI", "DINAS SOSIAL"],
        ),
        ("", []),
    ],
    ids=["broken-name", "bold", "markdown", "paragraphs", "none"],
)
def test_letterheads(text: str, kop: list[str]) -> None:
    assert [said(field) for field in one_sop(text + IDENTITY + BOXES).kop] == kop


@pytest.mark.parametrize(
    ("text", "judul"),
    [
        ("STANDAR OPERASIONAL PROSEDUR (SOP)\nSURAT MASUK\n\nKECAMATAN SUKAMAJU\n\n", ["SURAT MASUK"]),
        ("STANDAR OPERASIONAL PROSEDUR SURAT MASUK\n\n", ["SURAT MASUK"]),
        (
            "STANDAR OPERASIONAL PROSEDUR (SOP)\nPENGELOLAAN SURAT\nMASUK\nKECAMATAN SUKAMAJU\n\n",
            ["PENGELOLAAN SURAT MASUK"],
        ),
        ("Prosedur Pengelolaan Surat\n\n", ["Prosedur Pengelolaan Surat"]),
        ("STANDAR OPERASIONAL PROSEDUR\nSURAT MASUK\nNO DOKUMEN\nREV 2\n\n", ["SURAT MASUK"]),
        ("KECAMATAN SUKAMAJU\n\n", []),
    ],
    ids=["below", "beside", "two-lines", "prosedur", "before-a-label", "none"],
)
def test_headings_that_repeat_the_name(text: str, judul: list[str]) -> None:
    assert [said(field) for field in one_sop(text + IDENTITY + BOXES).judul] == judul


def test_a_label_ends_a_title_of_several_lines() -> None:
    cover = "STANDAR OPERASIONAL PROSEDUR\nARSIP SURAT\n"
    text = (
        cover
        + "Tanggal Revisi : -\nASLI ATAU SALINAN\n\nNomor SOP : 1/2021\nDasar Hukum :\n1. UU Nomor 43 Tahun 2009\n"
    )
    assert texts(field.span for field in one_sop(text).judul) == ["ARSIP SURAT"]


def test_a_title_between_the_pages_is_no_item_of_the_last_box() -> None:
    text = IDENTITY + BOXES + "\nSTANDAR OPERASIONAL PROSEDUR (SOP)\nSURAT MASUK\n\n" + HEAD + ROWS
    sop = one_sop(text)
    assert kotak(sop)["peringatan"] == ["Surat hilang"]
    assert [said(field) for field in sop.judul] == ["SURAT MASUK"]


CUT_LIST = """Nama SOP\tSurat Masuk
Dasar Hukum\tKualifikasi Pelaksana
1. UU Nomor 43 Tahun 2009<br>2. PP Nomor 28 Tahun 2012\t1. Memahami arsip<br>2. Teliti<p>3. Perbup Nomor 5 Tahun 2018</p><p>4. Perbup Nomor 6 Tahun 2018</p>
Peringatan\tPencatatan dan Pendataan
Surat hilang\tBuku agenda
"""


def test_regulations_stay_where_they_are_though_a_number_is_missing() -> None:
    sop = one_sop(
        IDENTITY
        + "Dasar Hukum :\n1. UU Nomor 43 Tahun 2009\n3. PP Nomor 28 Tahun 2012\n4. PP Nomor 7 Tahun 2019\n"
        + "Keterkaitan :\n1. SOP Arsip\n2. SOP Surat Keluar\n\n"
        + HEAD
        + ROWS
    )
    assert len(kotak(sop)["dasar_hukum"]) == 3
    assert kotak(sop)["keterkaitan"] == ["SOP Arsip", "SOP Surat Keluar"]
    assert sop.pindah == ()


def test_a_list_that_goes_on_in_another_box_is_put_together() -> None:
    sop = one_sop(
        CUT_LIST.replace("3. Perbup", "9. Perbup")
        .replace("4. Perbup", "10. Perbup")
        .replace("2. PP", "8. PP")
        .replace("1. UU", "7. UU")
    )
    assert kotak(sop)["dasar_hukum"][-2:] == ["Perbup Nomor 5 Tahun 2018", "Perbup Nomor 6 Tahun 2018"]
    assert kotak(sop)["kualifikasi_pelaksana"] == ["Memahami arsip", "Teliti"]
    assert len(kotak(sop)["dasar_hukum"]) == 4
    assert sop.pindah == ("/dasar_hukum/2", "/dasar_hukum/3")


def test_a_list_with_a_number_left_out_stays_where_it_is() -> None:
    text = IDENTITY + "Dasar Hukum :\n1. UU Nomor 43\nKualifikasi Pelaksana :\n1. Memahami arsip\n3. Teliti\n"
    sop = one_sop(text)
    assert kotak(sop)["kualifikasi_pelaksana"] == ["Memahami arsip", "Teliti"]
    assert sop.pindah == ()


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        (IDENTITY + "Dasar Hukum : UU\nKeterkaitan :\nPeringatan : Awas\n", {"keterkaitan"}),
        (IDENTITY + "Dasar Hukum : UU\nKeterkaitan : -\nPeringatan : Awas\n", {"keterkaitan"}),
        (IDENTITY + "Dasar Hukum\tKeterkaitan\n1. UU\t\n", {"keterkaitan"}),
        (IDENTITY + "Dasar Hukum : UU\nPeringatan : Awas\n", set()),
    ],
    ids=["nothing", "dash", "cell", "absent"],
)
def test_an_empty_box_is_empty_and_an_absent_one_absent(text: str, empty: set[str]) -> None:
    found = kotak(one_sop(text))
    assert {key for key, items in found.items() if not items} == empty
    assert "peralatan_perlengkapan" not in found


def test_what_no_value_took_is_kept() -> None:
    sop = one_sop(IDENTITY + BOXES + "\n" + HEAD + ROWS + "\nCatatan akhir untuk arsip\n")
    assert "Catatan akhir untuk arsip" in texts(sop.sisa)


def test_headings_and_numbers_are_no_remainder() -> None:
    assert one_sop(WHOLE).sisa == ()


def test_an_identity_page_alone() -> None:
    sop = one_sop(IDENTITY + BOXES)
    assert sop.prosedur == ()
    assert sop.pelaksana == ()


def test_a_procedure_alone() -> None:
    sop = one_sop(HEAD + ROWS)
    assert langkah(sop) == STEPS
    assert sop.identitas == {}


@pytest.mark.parametrize(
    "text",
    [
        "Kepada Yth. Camat Sukamaju\nPerihal : Undangan\n\nDengan hormat, mohon hadir pada rapat.\n",
        "KEPUTUSAN CAMAT\nMenimbang : a. bahwa perlu;\nMengingat : 1. UU Nomor 5 Tahun 2014;\nMEMUTUSKAN\nMenetapkan : SATU\n",
        "No\tNama Barang\tJumlah\n1\tMeja\t5\n2\tKursi\t20\n",
        "Resep\n1. Rebus air 10 menit\n2. Tuang\n",
        "0" * 5000,
        "\ufffd" * 50,
    ],
    ids=["letter", "decree", "list", "recipe", "digits", "damaged"],
)
def test_what_is_no_sop(text: str) -> None:
    with pytest.raises(BukanSop, match="bukan SOP"):
        sops(text)


def test_a_sheet_of_signatures_before_the_sop_is_heard_beside_its_own_officer() -> None:
    sheet = "Disiapkan oleh\tSekar Ayu\nDisetujui oleh\tCamat Sukamaju\n\tRatna Wulandari, S.Sos.\n\n"
    own = "Disahkan oleh\tCamat Sukamaju\n\tNIP. 19790315 200003 2 003\n"
    sop = one_sop(sheet + IDENTITY.replace(" : ", "\t") + own + BOXES + "\n" + HEAD + ROWS)
    assert "NIP" in sop.identitas["disahkan_oleh"].text
    assert sop.tanda_tangan is not None
    assert "Ratna Wulandari" in sop.tanda_tangan.text


LAYOUT = """Nomor SOP : 7
Nama SOP  : Surat Masuk
Dasar Hukum :                 Kualifikasi Pelaksana :
1. UU Arsip                   1. Teliti
Peringatan :                  Pencatatan dan Pendataan :
Surat hilang                  1. Buku agenda
{akhir}

{kepala}
No   Kegiatan               Kelengkapan     Waktu      Output         Ket
1    Mencatat surat         Surat masuk     10 menit   Surat dicatat
2    Memeriksa surat        Surat dicatat   5 menit    Surat benar
{akhir}
"""


@pytest.mark.parametrize(
    ("akhir", "kepala"),
    [
        ("", "\f12. SOP Surat Masuk\n\n                              Pelaksana   Mutu Baku"),
        ("Dicetak dengan Contoh", "\fSurat Masuk dan Keluar"),
        ("", "Pelaksana              Mutu Baku"),
        ("Halaman 1 dari 2", "\fSOP Surat Masuk"),
    ],
    ids=["title-and-heading", "running-foot", "heading-alone", "page-number"],
)
def test_what_belongs_to_the_pages_is_of_no_box_and_no_step(akhir: str, kepala: str) -> None:
    sop = one_sop(LAYOUT.format(akhir=akhir, kepala=kepala))
    assert kotak(sop)["peringatan"] == ["Surat hilang"]
    assert kotak(sop)["pencatatan_pendataan"] == ["Buku agenda"]
    assert langkah(sop)[-1] == ["2", "Memeriksa surat", "Surat dicatat", "5 menit", "Surat benar", None]


def test_a_box_that_goes_on_over_a_page_keeps_its_rest() -> None:
    sop = one_sop(LAYOUT.format(akhir="", kepala="\f                              2. Kartu kendali\n"))
    assert kotak(sop)["pencatatan_pendataan"] == ["Buku agenda", "Kartu kendali"]


def test_the_heading_of_steps_told_one_by_one_ends_the_last_box() -> None:
    steps = "".join(
        f"Langkah {n}: Mencatat surat\n- Pelaksana: Staf\n- Kelengkapan: Surat\n- Waktu: 5 menit\n\n"
        for n in (1, 2)
    )
    sop = one_sop(f"{IDENTITY}{BOXES}\nLangkah-langkah Prosedur:\n\n{steps}")
    assert kotak(sop)["peringatan"] == ["Surat hilang"]
    assert len(sop.prosedur) == 2


def test_fields_over_what_is_filled_in_are_no_procedure() -> None:
    form = "| Uraian | Keterangan |\n|---|---|\n| Nomor SOP | 1/2021 |\n| Nama SOP | Surat Masuk |\n"
    sop = one_sop(f"{form}\n{BOXES}\n{HEAD}{ROWS}")
    assert identitas(sop) == {"nomor_sop": "1/2021", "nama_sop": "Surat Masuk"}
    assert langkah(sop) == STEPS

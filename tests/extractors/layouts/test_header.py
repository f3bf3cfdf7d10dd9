"""The identity page: every arrangement of labels and values, and whose value is whose."""

import pytest

from extractors.fragments import flow
from extractors.layouts.header import read_header
from tests.extractors.plain import blocks_of, kepala, kotak, lepas, one_sop

BOX = {
    "nomor_sop": "065/12/SOP/2021",
    "tanggal_pembuatan": "4 Januari 2021",
    "tanggal_revisi": "-",
    "tanggal_efektif": "1 Februari 2021",
    "disahkan_oleh": "CAMAT SUKAMAJU BAGAS WIRAYUDA, S.STP. NIP. 19780315 200003 1 002",
    "nama_sop": "Pengelolaan Surat Masuk",
}

COLON = """
Nomor SOP : 065/12/SOP/2021
Tanggal Pembuatan : 4 Januari 2021
Tanggal Revisi : -
Tanggal Efektif : 1 Februari 2021
Disahkan oleh : CAMAT SUKAMAJU
BAGAS WIRAYUDA, S.STP.
NIP. 19780315 200003 1 002
Nama SOP : Pengelolaan Surat Masuk
"""

NO_COLON = COLON.replace(" :", "")

CELLS = """
Nomor SOP\t: 065/12/SOP/2021
Tanggal Pembuatan\t: 4 Januari 2021
Tanggal Revisi\t: -
Tanggal Efektif\t: 1 Februari 2021
Disahkan oleh\t: CAMAT SUKAMAJU BAGAS WIRAYUDA, S.STP. NIP. 19780315 200003 1 002
Nama SOP\t: Pengelolaan Surat Masuk
"""

COLON_CELLS = CELLS.replace("\t: ", "\t:\t")
BARE_CELLS = CELLS.replace("\t: ", "\t")
PIPES = "\n".join(f"| {line} |".replace("\t: ", " | ") for line in CELLS.strip().splitlines())
LEFT_BOX = "\n".join(f"\t{line}" for line in BARE_CELLS.strip().splitlines())

STACKED = """
Nomor SOP
065/12/SOP/2021
Tanggal Pembuatan
4 Januari 2021
Tanggal Revisi
-
Tanggal Efektif
1 Februari 2021
Disahkan oleh
CAMAT SUKAMAJU
BAGAS WIRAYUDA, S.STP.
NIP. 19780315 200003 1 002
Nama SOP
Pengelolaan Surat Masuk
"""

SPACED = STACKED.replace("\n", "\n\n")

LABELS_FIRST = """
Nomor SOP
Tanggal Pembuatan
Tanggal Revisi
Tanggal Efektif
Disahkan oleh
Nama SOP

065/12/SOP/2021
4 Januari 2021
-
1 Februari 2021
CAMAT SUKAMAJU
BAGAS WIRAYUDA, S.STP.
NIP. 19780315 200003 1 002
Pengelolaan Surat Masuk
"""

ALIGNED = """
                                NOMOR SOP             : 065/12/SOP/2021
  PEMERINTAH KABUPATEN          TGL. PEMBUATAN        : 4 Januari 2021
        WANASARI                TGL. REVISI           : -
                                TGL. EFEKTIF          : 1 Februari 2021
    KECAMATAN SUKAMAJU          DISAHKAN OLEH         : CAMAT SUKAMAJU

                                                        BAGAS WIRAYUDA, S.STP.
                                                        NIP. 19780315 200003 1 002
                                NAMA SOP              : Pengelolaan Surat Masuk
"""

MIDDLE = """
                                Nomor SOP               065/12/SOP/2021
                                Tanggal Pembuatan       4 Januari 2021
                                Tanggal Revisi          -
                                Tanggal Efektif         1 Februari 2021
                                                        CAMAT SUKAMAJU

                                Disahkan oleh
                                                        BAGAS WIRAYUDA, S.STP.
                                                        NIP. 19780315 200003 1 002
                                Nama SOP                Pengelolaan Surat Masuk
"""

BROKEN = """
                                Nomor SOP               065/12/SOP/2021
                                Tanggal
                                                        4 Januari 2021
                                Pembuatan
                                Tanggal Revisi          -
                                Tanggal Efektif         1 Februari 2021
                                Disahkan                CAMAT SUKAMAJU
                                oleh                    BAGAS WIRAYUDA, S.STP.
                                                        NIP. 19780315 200003 1 002
                                Nama SOP                Pengelolaan Surat Masuk
"""

HTML = """<table>
<tr><td rowspan="6">PEMERINTAH KABUPATEN WANASARI</td><td>Nomor SOP</td><td>065/12/SOP/2021</td></tr>
<tr><td>Tanggal Pembuatan</td><td>4 Januari 2021</td></tr>
<tr><td>Tanggal Revisi</td><td>-</td></tr>
<tr><td>Tanggal Efektif</td><td>1 Februari 2021</td></tr>
<tr><td>Disahkan oleh</td><td>CAMAT SUKAMAJU<br><br>BAGAS WIRAYUDA, S.STP.<br>NIP. 19780315 200003 1 002</td></tr>
<tr><td>Nama SOP</td><td>Pengelolaan Surat Masuk</td></tr>
</table>"""

LETTERHEAD = "PEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU\n"


@pytest.mark.parametrize(
    "text",
    [COLON, NO_COLON, CELLS, COLON_CELLS, BARE_CELLS, PIPES, LEFT_BOX, STACKED, SPACED, LABELS_FIRST, ALIGNED, MIDDLE, BROKEN, HTML],
    ids=["colon", "no-colon", "cells", "colon-cells", "bare-cells", "pipes", "empty-left-cell", "stacked", "spaced", "labels-first", "aligned", "middle", "broken-labels", "html"],
)  # fmt: skip
def test_the_same_box_in_every_arrangement(text: str) -> None:
    assert kepala(text) == BOX
    assert kepala(LETTERHEAD + text) == BOX
    assert kepala(f"**{LETTERHEAD}**\n{text.upper()}".replace("**", "")) == {
        key: value.upper() for key, value in BOX.items()
    }


@pytest.mark.parametrize(
    "text", [COLON, CELLS, STACKED, ALIGNED, HTML], ids=["colon", "cells", "stacked", "aligned", "html"]
)
def test_letterhead_belongs_to_no_label(text: str) -> None:
    assert "PEMERINTAH KABUPATEN" in " ".join(lepas(LETTERHEAD + text))
    assert not set(BOX.values()) & set(lepas(LETTERHEAD + text))


BOXES = {
    "dasar_hukum": ["UU Nomor 43 Tahun 2009 tentang Kearsipan", "PP Nomor 28 Tahun 2012"],
    "kualifikasi_pelaksana": ["Memahami tata naskah", "Mampu mengetik"],
    "keterkaitan": ["SOP Surat Keluar"],
    "peralatan_perlengkapan": ["Komputer", "Buku agenda"],
    "peringatan": ["Jika terlambat maka surat tidak tertangani"],
    "pencatatan_pendataan": ["Disimpan sebagai data elektronik"],
}

UNDER_EACH = """
Dasar Hukum :
1. UU Nomor 43 Tahun 2009 tentang Kearsipan
2. PP Nomor 28 Tahun 2012
Kualifikasi Pelaksana :
1. Memahami tata naskah
2. Mampu mengetik
Keterkaitan :
SOP Surat Keluar
Peralatan dan Perlengkapan :
1. Komputer
2. Buku agenda
Peringatan :
Jika terlambat maka surat tidak tertangani
Pencatatan dan Pendataan :
Disimpan sebagai data elektronik
"""

ON_THE_LINE = """
Dasar Hukum : 1. UU Nomor 43 Tahun 2009 tentang Kearsipan
2. PP Nomor 28 Tahun 2012
Kualifikasi Pelaksana : 1. Memahami tata naskah
2. Mampu mengetik
Keterkaitan : SOP Surat Keluar
Peralatan dan Perlengkapan : 1. Komputer
2. Buku agenda
Peringatan : Jika terlambat maka surat tidak tertangani
Pencatatan dan Pendataan : Disimpan sebagai data elektronik
"""

TWO_CELLS = """
Dasar Hukum\tKualifikasi Pelaksana
1. UU Nomor 43 Tahun 2009 tentang Kearsipan2. PP Nomor 28 Tahun 2012\t1. Memahami tata naskah2. Mampu mengetik
Keterkaitan\tPeralatan dan Perlengkapan
SOP Surat Keluar\ta. Komputerb. Buku agenda
Peringatan\tPencatatan dan Pendataan
Jika terlambat maka surat tidak tertangani\tDisimpan sebagai data elektronik
"""

SAME_CELL = """
Dasar Hukum :<br>1. UU Nomor 43 Tahun 2009 tentang Kearsipan<br>2. PP Nomor 28 Tahun 2012\tKualifikasi Pelaksana :<br>1. Memahami tata naskah<br>2. Mampu mengetik
Keterkaitan :<br>SOP Surat Keluar\tPeralatan dan Perlengkapan :<br>1. Komputer<br>2. Buku agenda
Peringatan :<br>Jika terlambat maka surat tidak tertangani\tPencatatan dan Pendataan :<br>Disimpan sebagai data elektronik
"""

TWO_COLUMNS = """
Dasar Hukum :                                Kualifikasi Pelaksana :
1. UU Nomor 43 Tahun 2009 tentang            1. Memahami tata naskah
   Kearsipan                                 2. Mampu mengetik
2. PP Nomor 28 Tahun 2012
Keterkaitan :                                Peralatan dan Perlengkapan :
SOP Surat Keluar                             1. Komputer
                                             2. Buku agenda
Peringatan :                                 Pencatatan dan Pendataan :
Jika terlambat maka surat tidak              Disimpan sebagai data elektronik
tertangani
"""

LABELS_IN_PAIRS = """
Dasar Hukum

Kualifikasi Pelaksana

1. UU Nomor 43 Tahun 2009 tentang Kearsipan
2. PP Nomor 28 Tahun 2012

1. Memahami tata naskah
2. Mampu mengetik

Keterkaitan

Peralatan dan Perlengkapan

SOP Surat Keluar

1. Komputer
2. Buku agenda

Peringatan

Pencatatan dan Pendataan

Jika terlambat maka surat tidak tertangani

Disimpan sebagai data elektronik
"""

PAIRS_ON_A_LINE = (
    LABELS_IN_PAIRS.replace("Hukum\n\nKua", "Hukum Kua")
    .replace("an\n\nPera", "an Pera")
    .replace("an\n\nPen", "an Pen")
)

BOX_HTML = """<table>
<tr><th>Dasar Hukum</th><th>Kualifikasi Pelaksana</th></tr>
<tr><td><ol><li>UU Nomor 43 Tahun 2009 tentang Kearsipan</li><li>PP Nomor 28 Tahun 2012</li></ol></td>
<td><ol><li>Memahami tata naskah</li><li>Mampu mengetik</li></ol></td></tr>
<tr><th>Keterkaitan</th><th>Peralatan dan Perlengkapan</th></tr>
<tr><td>SOP Surat Keluar</td><td><ul><li>Komputer<li>Buku agenda</ul></td></tr>
<tr><th>Peringatan</th><th>Pencatatan dan Pendataan</th></tr>
<tr><td>Jika terlambat maka surat tidak tertangani</td><td>Disimpan sebagai data elektronik</td></tr>
</table>"""


@pytest.mark.parametrize(
    "text",
    [UNDER_EACH, ON_THE_LINE, TWO_CELLS, SAME_CELL, TWO_COLUMNS, LABELS_IN_PAIRS, PAIRS_ON_A_LINE, BOX_HTML],
    ids=[
        "under",
        "beside",
        "two-cells",
        "label-and-list-in-a-cell",
        "two-columns",
        "pairs",
        "pairs-on-a-line",
        "html",
    ],
)
def test_the_same_boxes_in_every_arrangement(text: str) -> None:
    assert kotak(one_sop(text)) == BOXES
    assert kotak(one_sop(COLON + text)) == BOXES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nomor SOP : 7/2021\nTanggal Revisi :\nNama SOP : Arsip",
            {"nomor_sop": "7/2021", "tanggal_revisi": "", "nama_sop": "Arsip"},
        ),
        (
            "Nomor SOP\t7/2021\nTanggal Revisi\t\nNama SOP\tArsip",
            {"nomor_sop": "7/2021", "tanggal_revisi": "", "nama_sop": "Arsip"},
        ),
        ("Nomor SOP : ..........\nNama SOP : Arsip", {"nomor_sop": "", "nama_sop": "Arsip"}),
        (
            "Nomor SOP :       /Kec. Bulak/2019\nNama SOP : Arsip",
            {"nomor_sop": "/Kec. Bulak/2019", "nama_sop": "Arsip"},
        ),
    ],
    ids=["empty-on-a-line", "empty-cell", "dots", "number-not-filled-in"],
)
def test_what_is_empty_stays_empty(text: str, expected: dict[str, str]) -> None:
    assert kepala(text) == expected


def test_an_empty_box_of_a_table_takes_nothing_from_the_next() -> None:
    rows = "Keterkaitan\tPeralatan dan Perlengkapan\nSOP Penyusunan Renstra\t\nPeringatan\tPencatatan dan Pendataan\nRenja terlambat\tKomputer"
    found = kotak(one_sop(rows))
    assert found["peralatan_perlengkapan"] == []
    assert found["pencatatan_pendataan"] == ["Komputer"]


BELOW = """
Nomor SOP :
065/12/SOP/2021
Tanggal Revisi :
-
Disahkan oleh :
CAMAT SUKAMAJU
Nama SOP :
Pengelolaan Surat
Masuk
"""


@pytest.mark.parametrize(
    "text",
    [BELOW, BELOW.replace(":\n", ":\n\n"), BELOW.replace("\n-", "")],
    ids=["below", "gap", "one-empty"],
)
def test_a_value_below_its_colon(text: str) -> None:
    found = {key: value for key, value in kepala(text).items() if key != "tanggal_revisi"}
    assert found == {
        "nomor_sop": "065/12/SOP/2021",
        "disahkan_oleh": "CAMAT SUKAMAJU",
        "nama_sop": "Pengelolaan Surat Masuk",
    }


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        (
            "Nomor SOP : 7\nNama SOP : Pelayanan Surat\nKeterangan Usaha\nDasar Hukum :\n1. UU",
            "nama_sop",
            "Pelayanan Surat Keterangan Usaha",
        ),
        ("Nomor SOP : 065/12/\nSOP/2021\nNama SOP : Arsip", "nomor_sop", "065/12/ SOP/2021"),
        ("Nomor SOP : 7\n\nPROSEDUR\n\nNama SOP : Arsip", "nomor_sop", "7"),
        ("Nama SOP : Arsip\n\nSTANDAR OPERASIONAL PROSEDUR (SOP)\nNomor SOP : 7", "nama_sop", "Arsip"),
        (
            "Nomor SOP : 7\nTanggal Efektif : 4 Januari 2021\nCatatan lain\nNama SOP : Arsip",
            "tanggal_efektif",
            "4 Januari 2021",
        ),
    ],
    ids=["name-wraps", "number-wraps", "heading-ends", "title-ends", "date-takes-one-line"],
)
def test_where_a_value_ends(text: str, key: str, value: str) -> None:
    assert kepala(text)[key] == value


def test_a_date_with_dashes_below_its_label_is_whole() -> None:
    text = "Nomor SOP\n\n065/2023\n\nTgl. Pembuatan\n\n25 - 2 - 2023\n\nNama SOP\n\nArsip\n"
    assert kepala(text)["tanggal_pembuatan"] == "25 - 2 - 2023"


def test_a_label_printed_again_on_the_next_page_adds_nothing() -> None:
    assert kepala(COLON + UNDER_EACH + "\f\n" + COLON) == kepala(COLON + UNDER_EACH)


def test_a_box_goes_on_under_its_repeated_label() -> None:
    text = "Dasar Hukum :\n1. UU Nomor 1\nPeringatan :\nAwas\n\fDasar Hukum :\n2. PP Nomor 2\n"
    assert kotak(one_sop(text))["dasar_hukum"] == ["UU Nomor 1", "PP Nomor 2"]


def test_weak_spellings_count_where_there_is_no_sure_one() -> None:
    text = "Nama : Arsip\nNomor : 7\nTanggal Revisi : -\nDasar Hukum : -"
    assert kepala(text) == {"nama_sop": "Arsip", "nomor_sop": "7", "tanggal_revisi": "-", "dasar_hukum": "-"}
    assert kepala(f"Nomor SOP : 8\n{text}")["nomor_sop"] == "8"


def test_a_weak_spelling_alone_in_its_cell_is_a_label() -> None:
    text = "No. Dokumen\tSOP/7/2024\nTgl. Efektif\t4 Mei 2024\nNama SOP\tArsip"
    assert kepala(text)["nomor_sop"] == "SOP/7/2024"
    assert kepala(f"Nomor SOP\t8\n{text}")["nomor_sop"] == "8"


@pytest.mark.parametrize("text", ["", "\n\n", "Surat undangan rapat\n\nKepada Yth.", "10\n20\n30"])
def test_a_text_without_labels_has_no_values(text: str) -> None:
    assert kepala(text) == {}
    assert lepas(text) == [line for line in text.splitlines() if line]


def test_of_two_blocks_of_the_officer_the_one_with_a_number_is_taken() -> None:
    text = "Disetujui oleh : Kepala Dinas\nNomor SOP : 12\nDisahkan oleh : KEPALA DINAS\nBAGAS WIRAYUDA\nNIP. 19780315 200003 1 002\n"
    value = read_header(flow(blocks_of(text))).values["disahkan_oleh"]
    assert [line.span.text for line in value.lines][-1].startswith("NIP")

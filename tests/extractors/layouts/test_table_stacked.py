"""The procedure table printed cell below cell."""

import pytest

from extractors.layouts.steps import Procedure
from extractors.layouts.table_stacked import read_stacked
from tests.extractors.plain import langkah, lines_of, pelaksana

HEAD = "No\nKegiatan\nPelaksana\nStaf\nSekcam\nCamat\nMutu Baku\nKelengkapan\nWaktu\nOutput\nKet\n"
STEPS: list[list[str | None]] = [
    ["1", "Menerima dan mencatat surat masuk", "Surat masuk", "10 menit", "Surat tercatat", None],
    ["2", "Memeriksa surat", "Surat tercatat", "15 menit", "Surat diperiksa", "Segera"],
    ["3", "Mendisposisi surat", "Surat diperiksa", "1 jam", "Disposisi", None],
]
SPACED = """
1

Menerima dan mencatat surat
masuk

Surat masuk

10 menit

Surat tercatat

2

Memeriksa surat

Surat tercatat

15 menit

Surat diperiksa

Segera

3

Mendisposisi surat

Surat diperiksa

1 jam

Disposisi
"""
NUMBER_BESIDE = SPACED.replace("1\n\nM", "1. M").replace("2\n\nM", "2. M").replace("3\n\nM", "3. M")
LONG = (
    SPACED
    + """
4

Mengarsipkan surat

Disposisi

5 menit

Arsip
"""
)
DENSE = """
1
Menerima dan mencatat surat masuk
Surat masuk
10 menit
Surat tercatat
2
Memeriksa surat
Surat tercatat
15 menit
Surat diperiksa
3
Mendisposisi surat
Surat diperiksa
1 jam
Disposisi
"""


def read(text: str) -> Procedure:
    found = read_stacked(lines_of(text))
    assert found is not None
    return found[0]


def numbered(procedure: Procedure) -> list[list[str | None]]:
    return [[(step[0] or "").strip("."), *step[1:]] for step in langkah(procedure)]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + SPACED,
        HEAD.replace("\n", "\n\n") + SPACED,
        SPACED,
        HEAD + NUMBER_BESIDE,
        HEAD + SPACED.replace("3\n\nMendis", HEAD + "3\n\nMendis"),
        HEAD + SPACED.replace("10 menit", "10\nmenit"),
        HEAD + SPACED.replace("\nmasuk\n", " masuk\n"),
        HEAD + SPACED.replace("Surat masuk\n", "Surat masuk\n\n|\n→\n"),
    ],
    ids=[
        "spaced",
        "spaced-heading",
        "no-heading",
        "number-beside",
        "heading-again",
        "broken-duration",
        "one-line-cell",
        "residue",
    ],
)
def test_cells_parted_by_blank_lines(text: str) -> None:
    assert numbered(read(text)) == STEPS


def test_actors_come_from_the_heading() -> None:
    assert pelaksana(read(HEAD + SPACED)) == ["Staf", "Sekcam", "Camat"]
    assert pelaksana(read(SPACED)) == []
    assert pelaksana(read(HEAD.replace("Sekcam\n", "Kasi Pelayanan\nUmum\n") + SPACED)) == [
        "Staf",
        "Kasi Pelayanan Umum",
        "Camat",
    ]


def test_cells_without_blank_lines() -> None:
    expected = [[*step[:5], None] for step in STEPS]
    assert numbered(read(HEAD + DENSE)) == expected


@pytest.mark.parametrize(
    ("lines", "uraian", "kelengkapan"),
    [
        (
            "Memeriksa surat yang masuk\ndan lampirannya\nSurat tercatat",
            "Memeriksa surat yang masuk dan lampirannya",
            "Surat tercatat",
        ),
        (
            "Memeriksa surat yang masuk kepada\nCamat Sukamaju\nSurat tercatat",
            "Memeriksa surat yang masuk kepada Camat Sukamaju",
            "Surat tercatat",
        ),
        (
            "Memeriksa surat yang masuk\nSurat tercatat,\nAgenda",
            "Memeriksa surat yang masuk",
            "Surat tercatat, Agenda",
        ),
        (
            "Memeriksa surat yang masuk\nSurat tercatat\ndan agenda",
            "Memeriksa surat yang masuk",
            "Surat tercatat dan agenda",
        ),
        ("Memeriksa surat yang masuk", "Memeriksa surat yang masuk", None),
    ],
    ids=["step-wraps", "name-on-the-next-line", "comma", "need-wraps", "no-need"],
)
def test_where_a_step_ends_without_blank_lines(lines: str, uraian: str, kelengkapan: str | None) -> None:
    step = langkah(read(HEAD + DENSE.replace("Memeriksa surat\nSurat tercatat", lines)))[1]
    assert step[1:4] == [uraian, kelengkapan, "15 menit"]


def test_what_a_step_put_out_is_what_the_next_one_needs() -> None:
    text = HEAD + DENSE.replace("Surat tercatat", "Agenda Surat\nMasuk")
    assert langkah(read(text))[1][1:3] == ["Memeriksa surat", "Agenda Surat Masuk"]


@pytest.mark.parametrize(
    ("waktu", "expected"),
    [
        ("± 2 hari kerja", "± 2 hari kerja"),
        ("Maks. 3 hari", "Maks. 3 hari"),
        ("1-2 jam", "1-2 jam"),
        ("Tentatif", "Tentatif"),
        ("1O menit", "1O menit"),
    ],
)
def test_durations_as_printed(waktu: str, expected: str) -> None:
    steps = langkah(read(HEAD + LONG.replace("15 menit", waktu)))
    assert steps[1][3:5] == [expected, "Surat diperiksa"]
    assert [step[3] for step in steps] == ["10 menit", expected, "1 jam", "5 menit"]


def test_a_dash_for_a_missing_duration() -> None:
    steps = langkah(read(HEAD + LONG.replace("15 menit", "-")))
    assert steps[1] == ["2", "Memeriksa surat", "Surat tercatat", "-", "Surat diperiksa", "Segera"]


def test_the_signature_is_no_row() -> None:
    text = HEAD + SPACED + "\nCAMAT SUKAMAJU\n\nBAGAS WIRAYUDA\nNIP. 19780315 200003 1 002\n"
    assert numbered(read(text)) == STEPS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1. Undang-Undang Nomor 5\n2. Peraturan Pemerintah\n3. Peraturan Daerah\n",
        "1. Memahami arsip\n2. Mampu mengetik\n3. Teliti\n",
        "10 menit\n15 menit\n20 menit\n",
        HEAD,
    ],
    ids=["empty", "law", "list", "durations", "heading"],
)
def test_numbered_lists_are_no_procedure(text: str) -> None:
    assert read_stacked(lines_of(text)) is None


def test_a_cell_that_begins_like_the_rest_of_a_duration_is_one_of_its_own() -> None:
    text = DENSE.replace("Surat tercatat\n2", "Berkas tercatat\n2").replace("15 menit", "15 menit\nkerja")
    steps = numbered(read(HEAD + text))
    assert [step[3] for step in steps] == ["10 menit", "15 menit kerja", "1 jam"]
    assert steps[0][4] == "Berkas tercatat"


def test_outputs_named_behind_a_duration_in_brackets() -> None:
    text = """No
Kegiatan
1) Camat memerintahkan musyawarah (10 menit). Output: disposisi.
2) Kasi menyusun undangan (1 hari). Output: undangan.
3) Staf mengirim undangan (2 hari). Output: undangan terkirim.
"""
    assert [step[3:5] for step in langkah(read(text))] == [
        ["10 menit", "disposisi."],
        ["1 hari", "undangan."],
        ["2 hari", "undangan terkirim."],
    ]


CELL_A_LINE = """
No
Kegiatan
Pelaksana
Mutu Baku
Keterangan
Sekretaris Lurah
Rekanan
Kelengkapan
Waktu
Output
1
Menerima surat permohonan dan memeriksa kelengkapan semua lampirannya
Surat permohonan
5 menit
Surat diterima
2
Mencatat surat
Buku agenda
10 menit
Surat tercatat
Setiap hari kerja
3
Mengarsipkan surat
Surat
1 jam
Arsip
"""


def test_where_no_line_was_broken_each_is_a_cell_and_each_of_the_heading_a_name() -> None:
    found = read_stacked(lines_of(CELL_A_LINE))
    assert found is not None
    assert pelaksana(found[0]) == ["Sekretaris Lurah", "Rekanan"]
    assert langkah(found[0])[1] == [
        "2",
        "Mencatat surat",
        "Buku agenda",
        "10 menit",
        "Surat tercatat",
        "Setiap hari kerja",
    ]


RAW = """No. KEGIATAN
Pelaksana Mutu Baku
Staf Camat Kelengkapan WAKTU Keluaran
1 Menyampaikan pengaduan secara langsung, melalui
kotak saran
Formulir pengaduan 2 Jam Pengaduan masuk
2
Menelaah dan mengelompokkan pengaduan
menurut bidangnya Berkas pengaduan 20 Menit
Hasil telaah
3 Menyiapkan ruang dan perlengkapan rapat Ruang rapat 1 minggu
Ruang siap
digunakan
4 Melaporkan hasil kepada Camat
Hasil telaah 1 Hari Laporan
"""


def test_cells_at_one_height_stand_on_one_line() -> None:
    found = read_stacked(lines_of(RAW))
    assert found
    assert [row[1:5] for row in langkah(found[0])] == [
        [
            "Menyampaikan pengaduan secara langsung, melalui kotak saran",
            "Formulir pengaduan",
            "2 Jam",
            "Pengaduan masuk",
        ],
        [
            "Menelaah dan mengelompokkan pengaduan menurut bidangnya",
            "Berkas pengaduan",
            "20 Menit",
            "Hasil telaah",
        ],
        ["Menyiapkan ruang dan perlengkapan rapat", "Ruang rapat", "1 minggu", "Ruang siap digunakan"],
        ["Melaporkan hasil kepada Camat", "Hasil telaah", "1 Hari", "Laporan"],
    ]

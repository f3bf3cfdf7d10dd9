"""The procedure table read straight across its columns."""

import pytest

from extractors.layouts.steps import Procedure
from extractors.layouts.table_flattened import read_flattened
from tests.extractors.plain import langkah, lines_of, pelaksana

HEAD = "No Kegiatan Staf Sekcam Camat Kelengkapan Waktu Output Ket\n"
BODY = """1 Menerima dan mencatat Surat masuk 10 menit Surat
surat masuk tercatat
2 Memeriksa surat dan Surat tercatat 15 menit Surat
lampirannya diperiksa
3 Mendisposisi surat kepada Surat diperiksa 1 jam Disposisi
kasi
4 Mengarsipkan surat pada Disposisi 5 menit Arsip
map
"""
STEPS = [
    ["1", "Menerima dan mencatat surat masuk", "Surat masuk", "10 menit", "Surat tercatat", None],
    ["2", "Memeriksa surat dan lampirannya", "Surat tercatat", "15 menit", "Surat diperiksa", None],
    ["3", "Mendisposisi surat kepada kasi", "Surat diperiksa", "1 jam", "Disposisi", None],
    ["4", "Mengarsipkan surat pada map", "Disposisi", "5 menit", "Arsip", None],
]


def read(text: str) -> Procedure:
    found = read_flattened(lines_of(text))
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + BODY,
        BODY,
        HEAD + BODY.replace("1 M", "1. M").replace("2 M", "2. M"),
        HEAD + BODY.replace("mencatat Surat", "mencatat < | Surat"),
        HEAD + BODY.replace("mencatat Surat", "mencatat C) Surat"),
        HEAD + BODY.replace("3 Men", "3 | Men"),
        HEAD + BODY.replace("menit", "menit |").replace("jam", "jam |"),
        HEAD + BODY.replace("Surat\n", "Surat -\n").replace("Disposisi\nkasi", "Disposisi -\nkasi"),
        HEAD + BODY.replace("10 menit", "|10 menit").replace("1 jam", "|1 jam"),
    ],
    ids=[
        "heading",
        "no-heading",
        "dotted",
        "residue",
        "half-a-circle",
        "pipe",
        "behind-times",
        "no-remarks",
        "glued-rules",
    ],
)
def test_cells_over_two_lines(text: str) -> None:
    assert langkah(read(text)) == STEPS


def test_what_was_done_comes_out() -> None:
    text = BODY.replace("Surat\nlampirannya diperiksa", "Berkas\nlampirannya kembali diperiksa")
    assert langkah(read(HEAD + text))[1][4] == "Berkas diperiksa"


def test_actors_come_from_the_heading() -> None:
    assert pelaksana(read(HEAD + BODY)) == ["Staf", "Sekcam", "Camat"]
    assert pelaksana(read(BODY)) == []


def test_a_duration_broken_over_two_lines() -> None:
    steps = langkah(read(HEAD + BODY.replace("15 menit Surat\nlampirannya", "15 Surat\nlampirannya menit")))
    assert steps[1] == STEPS[1]


def test_a_lost_number_is_found_by_its_verb() -> None:
    steps = langkah(read(HEAD + BODY.replace("3 Mendis", ") Mendis")))
    assert [step[0] for step in steps] == ["1", "2", None, "4"]
    assert [step[1:] for step in steps] == [step[1:] for step in STEPS]


def test_the_signature_is_no_row() -> None:
    assert (
        langkah(read(HEAD + BODY + "\nCAMAT SUKAMAJU\nBAGAS WIRAYUDA\nNIP. 19780315 200003 1 002\n")) == STEPS
    )


def test_no_word_is_lost_or_doubled() -> None:
    steps = langkah(read(HEAD + BODY))
    assert sorted(" ".join(filter(None, (cell for step in steps for cell in step))).split()) == sorted(
        BODY.split()
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        HEAD,
        "1. Undang-Undang Nomor 5\n2. PP Nomor 7\n3. Perda\n",
        "1\nMencatat\n10 menit\nSurat\n2\nMengirim\n5 menit\nSurat\n3\nMenyimpan\n5 menit\nArsip\n",
    ],
)
def test_no_flattened_table(text: str) -> None:
    assert read_flattened(lines_of(text)) is None


def test_rows_begin_with_verbs_where_no_number_was_read() -> None:
    steps = langkah(read(HEAD + "\n".join(line.lstrip("1234 ") for line in BODY.splitlines())))
    assert steps == [[None, *step[1:]] for step in STEPS]


BARRED = """
No ! Kegiatan ! Staf : Camat ! Kelengkapan : Waktu | Output ! Ket
1 ! Menerima surat dari ' h ' : Surat masuk : 1 hari | Surat dicatat | -
: pemohon atau kurir ' : | dan map | ' '
Ka Ba TS SB Bs un Nan nnnnnnnnannnnn BAN NN
2 !' Memeriksa isi surat 1 ' H | 1. Surat dicatat 5 menit | Surat benar : -
' ' : ' H 2. Lembar kerja ' '
3 | Mengirim surat ke 1 h : , | Surat benar ! 2 jam H Surat keluar H -
, instansi lain ' ' | ' ' '
4 1 Menyimpan arsip h 1 h , H Surat keluar ' 3 hari h Berkas arsip ' -
"""


def test_what_engines_see_of_rules_parts_the_cells() -> None:
    found = read_flattened(lines_of(BARRED))
    assert found is not None
    assert langkah(found[0]) == [
        [
            "1",
            "Menerima surat dari pemohon atau kurir",
            "Surat masuk dan map",
            "1 hari",
            "Surat dicatat",
            None,
        ],
        ["2", "Memeriksa isi surat", "1. Surat dicatat 2. Lembar kerja", "5 menit", "Surat benar", None],
        ["3", "Mengirim surat ke instansi lain", "Surat benar", "2 jam", "Surat keluar", None],
        ["4", "Menyimpan arsip", "Surat keluar", "3 hari", "Berkas arsip", None],
    ]


def test_what_engines_read_symbols_and_names_of_ways_as_is_of_no_cell() -> None:
    read_so = BODY.replace("mencatat Surat", "mencatat yAq Surat").replace(
        "dan Surat tercatat", "dan Tidak Surat tercatat"
    )
    assert langkah(read(HEAD + read_so)) == STEPS

"""The procedure table whose columns are only aligned with blanks."""

import pytest

from extractors.layouts.steps import Procedure
from extractors.layouts.table_columns import read_columns
from tests.extractors.plain import langkah, lines_of, pelaksana, tanda

ACTORS = ["Staf", "Sekcam", "Camat"]
STEPS = [
    ["1", "Menerima dan mencatat surat masuk", "Surat masuk", "10 menit", "Surat tercatat", None],
    ["2", "Memeriksa surat", "Surat tercatat", "15 menit", "Surat diperiksa", "Segera"],
    ["3", "Mendisposisi surat", "Surat diperiksa", "1 jam", "Disposisi", None],
]

TOP = """
No   Kegiatan                  Pelaksana               Mutu Baku                                     Ket
                               Staf   Sekcam   Camat   Kelengkapan        Waktu      Output
1    Menerima dan mencatat                             Surat masuk        10 menit   Surat
     surat masuk                                                                     tercatat
2    Memeriksa surat                                   Surat tercatat     15 menit   Surat           Segera
                                                                                     diperiksa
3    Mendisposisi surat                                Surat diperiksa    1 jam      Disposisi
"""

MIDDLE = """
                               Pelaksana               Mutu Baku
No         Kegiatan                                                                                  Ket
                               Staf   Sekcam   Camat   Kelengkapan        Waktu      Output
     Menerima dan mencatat                                                           Surat
1                                                      Surat masuk        10 menit
     surat masuk                                                                     tercatat
                                                                                     Surat
2    Memeriksa surat                                   Surat tercatat     15 menit                   Segera
                                                                                     diperiksa
3    Mendisposisi surat                                Surat diperiksa    1 jam      Disposisi
"""

SPACED = TOP.replace("\n2 ", "\n\n2 ").replace("\n3 ", "\n\n3 ")
COUNTED = TOP.replace(
    "\n1  ",
    "\n1    2                         3      4        5       6                  7          8               9\n1  ",
    1,
)
CAPITALS = "\n".join(line.upper() if "Staf" in line or "Ket" in line else line for line in TOP.splitlines())
DOTTED = TOP.replace("\n1 ", "\n1.").replace("\n2 ", "\n2.").replace("\n3 ", "\n3.")

PAGES = TOP.replace("\n3 ", TOP[: TOP.index("\n1 ")] + "\n3 ")
PAGED_WITH_FOOTER = TOP.replace(
    "\n3 ",
    "\n\n                                        Halaman 1 dari 2\n\f" + TOP[1 : TOP.index("\n1 ")] + "\n3 ",
)

CROWDED = TOP.replace("Surat tercatat     15 menit   Surat ", "Surat tercatat asli 15 menit  Surat ")

PAGED_ON_ANOTHER_GRID = (
    TOP[: TOP.index("\n2 ")]
    + """

\f2   Memeriksa surat        Surat         15 menit    Surat       Segera
                           tercatat                  diperiksa
3   Mendisposisi surat     Surat         1 jam       Disposisi
                           diperiksa
"""
)


def read(text: str) -> Procedure:
    found = read_columns(lines_of(text))
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    "text",
    [TOP, MIDDLE, SPACED, COUNTED, CAPITALS, DOTTED, PAGES, PAGED_WITH_FOOTER],
    ids=[
        "top",
        "middle",
        "spaced",
        "counted",
        "capitals",
        "dotted",
        "pages",
        "pages-with-footer",
    ],
)
def test_the_same_table_however_it_is_aligned(text: str) -> None:
    procedure = read(text)
    assert [(name or "").capitalize() for name in pelaksana(procedure)] == ACTORS
    assert [[(step[0] or "").strip("."), *step[1:]] for step in langkah(procedure)] == STEPS


def test_a_crowded_line_keeps_its_duration() -> None:
    assert langkah(read(CROWDED))[1] == [
        "2",
        "Memeriksa surat",
        "Surat tercatat asli",
        "15 menit",
        "Surat diperiksa",
        "Segera",
    ]


def with_symbol(text: str, step: str, actor: str, glyph: str) -> str:
    """The table with a glyph in the line of a step, under the middle of an actor's heading."""
    place = next(line.index(actor) for line in text.splitlines() if actor in line) + len(actor) // 2
    return "\n".join(
        line[:place] + glyph + line[place + 1 :] if line.startswith(step) else line
        for line in text.splitlines()
    )


def test_symbols_stand_under_their_actor() -> None:
    text = TOP
    for step, actor, glyph in (("1", "Staf", "●"), ("2", "Sekcam", "◇"), ("3", "Camat", "□")):
        text = with_symbol(text, step, actor, glyph)
    assert tanda(read(text)) == [[(0, "terminator")], [(1, "keputusan")], [(2, "proses")]]


def test_headings_over_two_lines() -> None:
    text = """
No.        Uraian Prosedur               Pelaksana                      Mutu Baku              Ket.
                                   Pengurus    Kepala     Kelengkapan      Waktu      Output
                                     Aset       Desa
1     Mendata aset desa                                   Buku inventaris  2 minggu   Daftar aset
2     Memberi label barang                                Daftar aset      3 hari     Label
3     Mengesahkan daftar                                  Daftar aset      1 jam      Daftar sah
"""
    procedure = read(text)
    assert pelaksana(procedure) == ["Pengurus Aset", "Kepala Desa"]
    assert langkah(procedure)[2] == ["3", "Mengesahkan daftar", "Daftar aset", "1 jam", "Daftar sah", None]


@pytest.mark.parametrize(
    "tail",
    [
        "\n                                         CAMAT SUKAMAJU\n\n\n                                         BAGAS WIRAYUDA\n                                         NIP. 19780315 200003 1 002\n",
        "\n                                         Sukamaju, 4 Mei 2021\n                                         Camat Sukamaju\n",
        "\nMengetahui,\nKepala Dinas\n",
    ],
    ids=["office", "place-and-date", "acknowledged"],
)
def test_the_signature_is_no_row(tail: str) -> None:
    found = read_columns(lines_of(TOP + tail))
    assert found is not None
    assert langkah(found[0]) == STEPS
    assert all(line.span.text for line in lines_of(TOP + tail)[found[2] : found[2] + 1])


@pytest.mark.parametrize(
    "text", ["", "No Kegiatan Waktu", "Nama SOP   : Arsip\nNomor SOP   : 7\n", TOP[: TOP.index("\n1 ")]]
)
def test_no_table(text: str) -> None:
    assert read_columns(lines_of(text)) is None


def test_rows_without_numbers_are_told_by_their_durations_or_their_verbs() -> None:
    lines = [line[5:] for line in TOP.splitlines()]
    unnumbered = "\n".join(lines)
    expected = [[None, *step[1:]] for step in langkah(read(TOP))]
    assert langkah(read(unnumbered)) == expected
    untimed = unnumbered.replace("1 jam ", "      ")
    assert langkah(read(untimed))[2] == [
        None,
        "Mendisposisi surat",
        "Surat diperiksa",
        None,
        "Disposisi",
        None,
    ]


def test_a_later_page_without_its_heading_has_columns_of_its_own() -> None:
    assert langkah(read(PAGED_ON_ANOTHER_GRID)) == STEPS


def test_a_table_of_actors_alone_is_a_procedure() -> None:
    text = """
                               Pelaksana
NO   URAIAN PROSEDUR                                    KETERANGAN
                               Pemohon   Petugas Loket
1    Menyerahkan fotokopi                               -
     dokumen
2    Mencocokkan dokumen                                Segera
"""
    found = read(text)
    assert [[row[0], row[1], row[5]] for row in langkah(found)] == [
        ["1", "Menyerahkan fotokopi dokumen", "-"],
        ["2", "Mencocokkan dokumen", "Segera"],
    ]
    assert pelaksana(found) == ["Pemohon", "Petugas Loket"]


def test_a_group_without_names_below_it_heads_the_column_that_names_the_actors() -> None:
    text = """
No   Pelaksana       Uraian Kegiatan          Persyaratan     Waktu      Hasil          Keterangan
1.   Petugas Loket   Menerima berkas          Formulir        5 menit    Berkas
2.   Kasi Kesra      Meneliti kelengkapan     Berkas          15 menit   Berkas         Segera
                     berkas                                              lengkap
3.   Camat           Menandatangani surat     Konsep surat    1 jam      Surat
"""
    found = read(text)
    assert [row[1] for row in langkah(found)] == [
        "Menerima berkas",
        "Meneliti kelengkapan berkas",
        "Menandatangani surat",
    ]
    assert pelaksana(found) == ["Petugas Loket", "Kasi Kesra", "Camat"]
    assert [[mark.kolom for mark in step.tanda] for step in found.steps] == [[0], [1], [2]]

"""Fragments: one way to look at lines with wide gaps and at table rows."""

import pytest

from extractors.fragments import flow, line_fragments
from tests.extractors.plain import blocks_of, identitas, lines_of, one_sop


def rows(text: str) -> list[list[str]]:
    return [[" ".join(f.span.text.split()) for f in row.fragments] for row in flow(blocks_of(text))]


def labels(text: str) -> list[str]:
    return [
        f.label.key for row in flow(blocks_of(text)) for f in row.fragments if f.label and not f.label.weak
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Camat Sukamaju", [("Camat Sukamaju", 0)]),
        ("   Camat    Staf", [("Camat", 3), ("Staf", 12)]),
        ("a  b   c", [("a", 0), ("b", 3), ("c", 7)]),
        ("D A S A R  H U K U M", [("D A S A R  H U K U M", 0)]),
        ("S O P      N O M O R", [("S O P", 0), ("N O M O R", 11)]),
    ],
)
def test_a_line_is_cut_at_its_gaps(text: str, expected: list[tuple[str, int]]) -> None:
    (line,) = lines_of(text)
    assert [(fragment.span.text, fragment.x) for fragment in line_fragments(line)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("satu\n\ndua  tiga", [["satu"], ["dua", "tiga"]]),
        ("a\tb\tc", [["a", "b", "c"]]),
        ("a\t\tc", [["a", "c"]]),
        ("\t\n\n", []),
        ("<table><tr><td>a<td>b<tr><td><td></table>", [["a", "b"]]),
    ],
)
def test_rows(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


def test_rows_know_their_block_and_the_gap_before() -> None:
    found = flow(blocks_of("satu\n\ndua\na\tb\nc\td\n\ntiga"))
    assert [(row.block, row.gap) for row in found] == [
        (0, False),
        (2, True),
        (3, False),
        (3, False),
        (5, True),
    ]


def test_positions_compare_within_one_unit() -> None:
    found = flow(blocks_of("satu\na\tb\n\nc\td\ndua"))
    units = [{fragment.unit for fragment in row.fragments} for row in found]
    assert all(len(unit) == 1 for unit in units)
    assert units[0] == units[3] == {0}
    assert units[1] != units[2]
    assert 0 not in units[1] | units[2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dasar Hukum : Kualifikasi Pelaksana :", [["Dasar Hukum :", "Kualifikasi Pelaksana :"]]),
        ("DASAR HUKUM KUALIFIKASI PELAKSANA", [["DASAR HUKUM", "KUALIFIKASI PELAKSANA"]]),
        ("Peringatan Pencatatan dan Pendataan", [["Peringatan", "Pencatatan dan Pendataan"]]),
        ("PEMERINTAH KABUPATEN WANASARI NOMOR SOP : 7", [["PEMERINTAH KABUPATEN WANASARI", "NOMOR SOP : 7"]]),
        ("Nama SOP : Arsip", [["Nama SOP : Arsip"]]),
        ("Peralatan dan Perlengkapan", [["Peralatan dan Perlengkapan"]]),
        ("Kecamatan Sukamaju Nama Jalan", [["Kecamatan Sukamaju Nama Jalan"]]),
    ],
    ids=["two-colons", "no-colons", "prose-like", "letterhead", "one", "one-of-many-words", "no-label"],
)
def test_labels_printed_one_behind_the_other(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Tanggal\nPembuatan", ["tanggal_pembuatan"]),
        ("TGL.        4 Januari 2021\nPEMBUATAN", ["tanggal_pembuatan"]),
        ("Tanggal\n            4 Januari 2021\nPengesahan", ["tanggal_pengesahan"]),
        ("Disahkan    Camat Sukamaju\noleh", ["disahkan_oleh"]),
        ("Kualifikasi\nPelaksana", ["kualifikasi_pelaksana"]),
        ("Peralatan dan\nPerlengkapan :", ["peralatan_perlengkapan"]),
        ("Peringatan\nPencatatan dan Pendataan", ["peringatan", "pencatatan_pendataan"]),
        ("Dasar Hukum\nKeterkaitan", ["dasar_hukum", "keterkaitan"]),
        ("Keterkaitan\n1. SOP Lain", ["keterkaitan"]),
        ("Tanggal\n                         Pembuatan", []),
        ("Tanggal\n\n\n2 Mei\n\nPembuatan gedung", []),
    ],
    ids=[
        "two-lines",
        "value-beside",
        "value-between",
        "officer",
        "box",
        "joined",
        "two-labels",
        "two-boxes",
        "list-below",
        "elsewhere",
        "prose",
    ],
)
def test_labels_broken_over_two_lines(text: str, keys: list[str]) -> None:
    assert labels(text) == keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<table><tr><td>PENCATATAN DAN<br>PENDATAAN<br>Register izin</td></tr></table>",
            [["PENCATATAN DAN PENDATAAN Register izin"]],
        ),
        (
            "<table><tr><td>Nomor SOP : 7<br>Nama SOP : Arsip</td></tr></table>",
            [["Nomor SOP : 7"], ["Nama SOP : Arsip"]],
        ),
        (
            "<table><tr><td>Nomor SOP<br>Nama SOP</td><td>7<br>Arsip</td></tr></table>",
            [["Nomor SOP", "7"], ["Nama SOP", "Arsip"]],
        ),
        ("<table><tr><td>Dasar Hukum<br>1. UU<br>2. PP</td></tr></table>", [["Dasar Hukum 1. UU 2. PP"]]),
        (
            "<table><tr><td>KECAMATAN SUKAMAJU<br>Nomor SOP : 7</td></tr></table>",
            [["KECAMATAN SUKAMAJU"], ["Nomor SOP : 7"]],
        ),
        (
            "<table><tr><td>1. ATK<br>2. Komputer<br>3. Dasar Hukum<br>4. Map</td></tr></table>",
            [["1. ATK 2. Komputer 3. Dasar Hukum 4. Map"]],
        ),
        (
            "<table><tr><td>1. Dasar Hukum<br>a. UU<br>2. Keterkaitan<br>a. SOP Arsip</td></tr></table>",
            [["1. Dasar Hukum a. UU"], ["2. Keterkaitan a. SOP Arsip"]],
        ),
    ],
    ids=[
        "label-over-two-lines",
        "labels-in-a-cell",
        "labels-beside-values",
        "label-and-list",
        "letterhead-above",
        "label-among-entries",
        "numbered-labels",
    ],
)
def test_cells_that_stack_labels(text: str, expected: list[list[str]]) -> None:
    assert rows(text) == expected


def test_cells_of_a_procedure_hold_no_labels() -> None:
    text = "No\tKegiatan\tWaktu\tOutput\n1\tPeringatan\t5 menit\tDasar Hukum\n"
    assert rows(text)[1] == ["1", "Peringatan", "5 menit", "Dasar Hukum"]
    assert labels(text) == []


def test_a_number_on_its_own_is_no_half_of_a_label() -> None:
    assert "keterkaitan" in labels("KETERKAITAN\n2.\nSOP Kearsipan")
    assert rows("KETERKAITAN\n2.")[1:] == [["2."]]


def test_a_label_that_a_line_runs_through_is_one() -> None:
    assert rows("Dasar Hukum\tKUALIFIKASI\tPELAKSANA\n1. UU\t1. Mampu\t") == [
        ["Dasar Hukum", "KUALIFIKASI PELAKSANA"],
        ["1. UU", "1. Mampu"],
    ]
    assert rows("Peringatan\tPencatatan\tdilakukan tiap hari\n-\tsatu\tdua")[0] == [
        "Peringatan",
        "Pencatatan",
        "dilakukan tiap hari",
    ]


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("TANGGAL 3 Maret 2019\nPEMBUATAN", "tanggal_pembuatan", "3 Maret 2019"),
        ("TGL. 3 Maret\nREVISI 2019", "tanggal_revisi", "3 Maret 2019"),
        ("DISAHKAN Camat Arga\nOLEH", "disahkan_oleh", "Camat Arga"),
        ("Nama Barang\nSOP Surat", "", ""),
        ("Tanggal baik\nPembuatan", "", ""),
    ],
)
def test_a_value_between_the_halves_of_its_label(text: str, key: str, value: str) -> None:
    labels = [f.label for row in flow(blocks_of(text)) for f in row.fragments if f.label and not f.label.weak]
    assert [(label.key, label.rest.text) for label in labels] == ([(key, value)] if key else [])


def test_the_head_of_an_annex_names_no_field_of_an_sop() -> None:
    rows = flow(
        blocks_of(
            "LAMPIRAN : KEPUTUSAN BUPATI ARGA\nNOMOR : 188/45/2021\nTANGGAL : 4 Mei 2021\n\nNomor SOP : 7/SOP"
        )
    )
    assert [bool(row.fragments[0].label) for row in rows] == [False, False, False, True]


def test_fields_one_behind_the_other_on_a_line_are_parted() -> None:
    found = identitas(
        one_sop(
            "Nomor SOP 130/11/SOP/2024 Tanggal Pembuatan 9 Januari 2024 Tanggal Revisi - Tanggal Efektif 15 Januari 2024\n"
            "Nama SOP Surat Masuk\nDasar Hukum\n1. UU Nomor 6 Tahun 2014 tentang Desa\n"
        )
    )
    assert found["nomor_sop"] == "130/11/SOP/2024"
    assert found["tanggal_pembuatan"] == "9 Januari 2024"
    assert found["tanggal_efektif"] == "15 Januari 2024"

"""Segments: one slice per SOP, however often its identity is printed."""

from dataclasses import replace

import pytest

from extractors.boxes import Box
from extractors.fragments import flow
from extractors.pages import Block, Cell, Line, Row, Table, first_page
from extractors.segment import looks_like_sop, slices
from extractors.spans import Span
from tests.extractors.layouts.test_table_cells import HEAD, ROWS
from tests.extractors.layouts.test_table_columns import TOP
from tests.extractors.layouts.test_table_stacked import HEAD as STACK_HEAD
from tests.extractors.layouts.test_table_stacked import SPACED
from tests.extractors.plain import a_span, blocks_of, identitas, langkah, one_sop, sops

KOP = "PEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU\n\n"
BOXES = "Dasar Hukum :\n1. UU Nomor 43 Tahun 2009\nPeringatan :\nSurat hilang\n\n"


def identity(number: str, name: str, joint: str = " : ") -> str:
    return f"Nomor SOP{joint}{number}\nTanggal Pembuatan{joint}4 Januari 2021\nNama SOP{joint}{name}\n"


def sop(number: str, name: str, table: str = HEAD + ROWS, joint: str = " : ") -> str:
    return KOP + identity(number, name, joint) + BOXES + table


def names(text: str) -> list[str | None]:
    return [identitas(one).get("nama_sop") for one in sops(text)]


TABLES = [HEAD + ROWS, TOP, STACK_HEAD + SPACED]


@pytest.mark.parametrize("table", TABLES, ids=["cells", "columns", "stacked"])
@pytest.mark.parametrize("between", ["\n", "\n\n\f\n", "\n---\n\n"], ids=["line", "form-feed", "rule"])
@pytest.mark.parametrize("joint", [" : ", "\t"], ids=["colon", "cells"])
def test_several_sops_in_one_file(table: str, between: str, joint: str) -> None:
    parts = [
        sop("1/2021", "Surat Masuk", table, joint),
        sop("2/2021", "Surat Keluar", table, joint),
        sop("3/2021", "Arsip", table, joint),
    ]
    found = sops(between.join(parts))
    assert [identitas(one)["nama_sop"] for one in found] == ["Surat Masuk", "Surat Keluar", "Arsip"]
    assert [identitas(one)["nomor_sop"] for one in found] == ["1/2021", "2/2021", "3/2021"]
    assert [len(langkah(one)) for one in found] == [3, 3, 3]


def test_a_row_that_a_line_leaves_within_a_heading_parts_no_table() -> None:
    torn = (
        "No\t\tPelaksana\t\tMutu Baku\t\t\tKet\n"
        "\tKegiatan\t\t\t\t\t\t\n"
        "\t\tStaf\tCamat\tKelengkapan\tWaktu\tOutput\t\n"
    )
    steps = "".join(f"{n}\tMencatat surat\t\t\tSurat\t5 menit\tAgenda\t-\n" for n in (1, 2, 3))
    (one,) = sops(sop("1/2021", "Surat Masuk", torn + steps))
    assert [step[1] for step in langkah(one)] == ["Mencatat surat"] * 3


def test_the_address_is_of_the_letterhead() -> None:
    second = sop("2/2021", "Arsip").replace(
        "KECAMATAN SUKAMAJU", "KECAMATAN BULAKAN\nJl. Melati No. 7 Telp. 0390-12"
    )
    _, second_sop = sops(sop("1/2021", "Surat Masuk") + "\n" + second)
    assert [field.text for field in second_sop.kop][:2] == [
        "PEMERINTAH KABUPATEN WANASARI",
        "KECAMATAN BULAKAN",
    ]


def test_each_sop_keeps_its_letterhead() -> None:
    first, second = sops(
        sop("1/2021", "Surat Masuk") + "\n" + sop("2/2021", "Arsip").replace("SUKAMAJU", "BULAKAN")
    )
    assert [field.text for field in first.kop] == ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"]
    assert [field.text for field in second.kop] == ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN BULAKAN"]


@pytest.mark.parametrize(
    "text",
    [
        sop("1/2021", "Surat Masuk")
        + "\n\f\n"
        + KOP
        + identity("1/2021", "Surat Masuk")
        + "\n"
        + HEAD
        + ROWS.replace("\n3\t", "\n6\t"),
        KOP + identity("1/2021", "Surat Masuk") + "\n\f\n" + sop("1/2021", "Surat Masuk"),
        KOP + identity("1/2021", "SURAT MASUK") + "\n\f\n" + sop("1 / 2021", "Surat  Masuk"),
        sop("1/2021", "Surat Masuk") + "\nCAMAT SUKAMAJU\nBAGAS WIRAYUDA\nNIP. 19780315 200003 1 002\n",
    ],
    ids=["on-the-procedure-page", "cover", "other-letters-and-blanks", "signature"],
)
def test_the_same_identity_again_begins_nothing(text: str) -> None:
    assert [(name or "").casefold() for name in names(text)] == ["surat masuk"]


@pytest.mark.parametrize(
    "before",
    [
        "STANDAR OPERASIONAL PROSEDUR (SOP)\nSURAT MASUK\n\n\nKECAMATAN SUKAMAJU\n\n",
        "KEPUTUSAN CAMAT SUKAMAJU\nNOMOR 5 TAHUN 2021\nTENTANG PENETAPAN STANDAR OPERASIONAL PROSEDUR\n\nMenimbang : a. bahwa surat perlu dikelola;\n"
        "Mengingat : 1. Undang-Undang Nomor 43 Tahun 2009;\nMEMUTUSKAN\nMenetapkan : SOP Surat Masuk\n\n",
        "DAFTAR ISI\n1. SOP Surat Masuk ........ 3\n2. SOP Arsip ........ 5\n\n\f",
    ],
    ids=["cover", "decree", "contents"],
)
def test_what_stands_before_the_sop_is_no_sop(before: str) -> None:
    (one,) = sops(before + sop("1/2021", "Surat Masuk"))
    assert identitas(one)["nama_sop"] == "Surat Masuk"
    assert len(langkah(one)) == 3


def test_a_table_that_holds_all_is_cut() -> None:
    cells = (
        sop("1/2021", "Surat Masuk", joint="\t")
        .replace(KOP, "")
        .replace(" :\n", "\t\n")
        .replace("\n\n", "\n")
    )
    other = cells.replace("1/2021", "2/2021").replace("Surat Masuk", "Arsip")
    assert names(cells + "\tCAMAT SUKAMAJU\n" + other) == ["Surat Masuk", "Arsip"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (identity("1/2021", "Arsip"), True),
        (BOXES, True),
        ("Nama SOP : Arsip\nNomor SOP : 7\n", False),
        ("Dasar Hukum : UU\n", False),
        ("Kepada Yth. Camat Sukamaju\nPerihal : Undangan\nTanggal : 4 Mei 2021\n", False),
        ("", False),
    ],
    ids=["identity", "boxes", "two-labels", "one-box", "letter", "nothing"],
)
def test_enough_labels_make_an_sop(text: str, expected: bool) -> None:
    assert looks_like_sop(flow(blocks_of(text))) is expected


@pytest.mark.parametrize("text", ["", "satu\ndua", sop("1/2021", "Arsip"), sop("1", "A") + sop("2", "B")])
def test_slices_cover_every_row_once(text: str) -> None:
    blocks = blocks_of(text)
    whole = [fragment.span.text for row in flow(blocks) for fragment in row.fragments]
    sliced = [
        fragment.span.text for piece in slices(blocks) for row in piece.rows for fragment in row.fragments
    ]
    assert sliced == whole


def row_on(page: int, *texts: str) -> Row:
    cells = (
        Cell(Span(text, range(len(text))), at, 1, Box(at, 0, at + 1, 1), page)
        for at, text in enumerate(texts)
    )
    return Row(tuple(cells))


def procedure_page(page: int, *numbers: str) -> Table:
    """A ruled procedure on a page of its own, with its heading."""
    heading = row_on(page, "No", "Uraian", "Camat", "Kelengkapan", "Waktu", "Output")
    rows = (row_on(page, number, "menulis", "", "", "5 menit", "") for number in numbers)
    return Table((heading, *rows))


def test_a_heading_with_a_worn_row_in_it_is_not_cut():
    heading = (
        row_on(1, "", "", "Pelaksana", "Mutu Baku", "", "Ket"),
        row_on(1, "", "Kegiatan", "", "", "", ""),
        row_on(1, "", "", "Camat", "Kelengkapan", "Waktu", "Output"),
    )
    step = row_on(1, "1", "menulis", "", "", "5 menit", "")
    (piece,) = slices([Table((*heading, step))])
    assert [len(block.rows) for block in piece.blocks if isinstance(block, Table)] == [4]


def test_procedures_without_identity_begin_at_one():
    pages = [procedure_page(1, "1", "2"), procedure_page(2, "3"), procedure_page(3, "1", "2")]
    assert [len(piece.blocks) for piece in slices(pages)] == [2, 1]


def test_one_procedure_over_pages_is_one():
    assert len(slices([procedure_page(1, "1", "2"), procedure_page(2, "3", "4")])) == 1


def lines_on(*pages: str) -> list[Line]:
    """The lines of pages, each with the number of its page."""
    found: list[Line] = []
    place = 0
    for number, page in enumerate(pages, 1):
        for text in page.strip().splitlines():
            found.append(Line(a_span(text, place), halaman=number))
            place += len(text) + 1
    return found


DECREE = "Keputusan ini mulai berlaku pada tanggal ditetapkan.\nBUPATI WANASARI,\nBAGAS WIRAYUDA\n"
COVER = "PEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU\n"


def test_the_signature_of_a_decree_is_no_letterhead_of_the_next_page() -> None:
    (piece,) = slices(lines_on(DECREE, sop("1/2021", "Surat Masuk")))
    assert {first_page(block) for block in piece.blocks} == {2}


def test_a_cover_of_its_own_belongs_to_the_sop() -> None:
    (piece,) = slices(lines_on(COVER, sop("1/2021", "Surat Masuk")))
    assert {first_page(block) for block in piece.blocks} == {1, 2}


def behind(number: str, name: str) -> list[str]:
    """The pages of an SOP whose procedure stands before its identity page."""
    return [HEAD + ROWS, identity(number, name, "\t") + BOXES]


def paged(*pages: str) -> list[Block]:
    """Pages of tables and lines as blocks that know their page."""
    found: list[Block] = []
    for number, page in enumerate(pages, 1):
        for block in blocks_of(page):
            if isinstance(block, Line):
                found.append(replace(block, halaman=number))
            else:
                found.append(Table(tuple(_on(row, number) for row in block.rows)))
    return found


def _on(row: Row, halaman: int) -> Row:
    return replace(row, cells=tuple(replace(cell, halaman=halaman) for cell in row.cells))


def test_procedures_that_stand_before_their_identity_pages() -> None:
    found = slices(paged(*behind("1/2021", "Surat Masuk"), *behind("2/2021", "Surat Keluar")))
    assert [first_page(piece.blocks[0]) for piece in found] == [1, 3]


def test_the_identity_page_behind_a_procedure_is_read() -> None:
    sop = one_sop("".join(behind("1/2021", "Surat Masuk")))
    assert identitas(sop)["nomor_sop"] == "1/2021"
    assert len(langkah(sop)) == 3


def test_boxes_around_a_running_head_that_was_read_otherwise_are_of_the_same_sop() -> None:
    first = KOP + identity("1/2021", "Surat Masuk") + "Keterkaitan :\nSOP Surat Keluar\n\n"
    more = "Keterkaitan :\nSOP Arsip\n\nNo Dok : 1/20211\n\nPeringatan :\nSurat hilang\n\n"
    assert names(first + more + HEAD + ROWS) == ["Surat Masuk"]

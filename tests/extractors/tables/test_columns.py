"""Columns of the procedure table: which heading means what, over one row or several, whole or with lost widths."""

import pytest

from extractors.boxes import Box
from extractors.pages import Cell, Row
from extractors.sheets import TAK_TERBACA
from extractors.tables.column_contents import cell_at
from extractors.tables.columns import is_counting_row, is_heading_row, read_heading
from tests.extractors.plain import a_span, rows_of, said

ROLES = ["no", "uraian", "aktor", "aktor", "kelengkapan", "waktu", "output", "keterangan"]


def roles(text: str) -> list[str]:
    heading = read_heading(rows_of(text))
    return [column.role for column in heading.columns] if heading else []


def actors(text: str) -> list[str | None]:
    heading = read_heading(rows_of(text))
    return [said(column.heading) for column in heading.columns if column.role == "aktor"] if heading else []


STEP = "1\tMencatat\t\t\tSurat\t5 menit\tAgenda\t-\n"
ONE_ROW = "No\tKegiatan\tStaf\tCamat\tKelengkapan\tWaktu\tOutput\tKet\n"
GROUPED = "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n\t\tStaf\tCamat\tKelengkapan\tWaktu\tOutput\t\n"
COUNTED = GROUPED + "1\t2\t3\t4\t5\t6\t7\t8\n"
JOINED = "| No | Kegiatan | Pelaksana.Staf | Pelaksana.Camat | Mutu Baku.Kelengkapan | Mutu Baku.Waktu | Mutu Baku.Output | Ket |\n"
HALF_COLLAPSED = (
    "No\tKegiatan\tPelaksana\tMutu Baku\n\t\tStaf\tCamat\tPelaksana\tKelengkapan\tWaktu\tOutput\n"
)
COLLAPSED = "No\tKegiatan\tPelaksana\tMutu Baku\tKet\nStaf\tCamat\tKelengkapan\tWaktu\tOutput\n"
REPEATED = (
    "| No | Kegiatan | Pelaksana | Pelaksana | Mutu Baku | Mutu Baku | Mutu Baku | Ket |\n"
    "|---|---|---|---|---|---|---|---|\n"
    "| No | Kegiatan | Staf | Camat | Kelengkapan | Waktu | Output | Ket |\n"
)
GROUP_LATE = "No\tKegiatan\tStaf\tPelaksana\tMutu Baku\t\t\tKet\n\t\t\tCamat\tKelengkapan\tWaktu\tOutput\t\n"
MISREAD = (
    GROUPED.replace("Mutu Baku", "Mutu Buku").replace("Kegiatan", "Kegiatarn").replace("Output", "0utput")
)
CAPITALS = GROUPED.upper()
HTML = (
    "<table><tr><th rowspan=2>No</th><th rowspan=2>Kegiatan</th><th colspan=2>Pelaksana</th>"
    "<th colspan=3>Mutu Baku</th><th rowspan=2>Ket</th></tr>"
    "<tr><th>Staf</th><th>Camat</th><th>Kelengkapan</th><th>Waktu</th><th>Output</th></tr>"
)

HTML_STEP = "<tr>" + "".join(f"<td>{cell}</td>" for cell in STEP.split("\t")) + "</tr></table>"


@pytest.mark.parametrize(
    "text",
    [ONE_ROW, GROUPED, COUNTED, COLLAPSED, REPEATED, GROUP_LATE, MISREAD, CAPITALS, HTML],
    ids=[
        "one-row",
        "grouped",
        "counted",
        "widths-lost",
        "group-repeated",
        "group-late",
        "misread",
        "capitals",
        "html",
    ],
)
def test_roles(text: str) -> None:
    body = HTML_STEP if text is HTML else STEP
    assert roles(text + body) == ROLES
    assert [(name or "").upper() for name in actors(text + body)] == ["STAF", "CAMAT"]


@pytest.mark.parametrize(
    ("text", "names"), [(JOINED, ["Staf", "Camat"]), (HALF_COLLAPSED, ["Staf", "Camat", "Pelaksana"])]
)
def test_actors_below_a_group_that_lost_its_width(text: str, names: list[str]) -> None:
    step = "1\tMencatat\t\t\t\tSurat\t5 menit\tAgenda\n" if text is HALF_COLLAPSED else ""
    assert actors(text + step) == names


@pytest.mark.parametrize(("text", "rows"), [(ONE_ROW, 1), (GROUPED, 2), (COUNTED, 3), (COLLAPSED, 2)])
def test_the_heading_ends_before_the_first_step(text: str, rows: int) -> None:
    heading = read_heading(rows_of(text + STEP))
    assert heading is not None
    assert heading.rows == rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "No\tAktivitas\tCamat\tPersyaratan\tWaktu\tOutput\n",
            ["no", "uraian", "aktor", "kelengkapan", "waktu", "output"],
        ),
        ("No\tUraian\tWaktu\tOutput\n", ["no", "uraian", "waktu", "output"]),
        ("Kegiatan\tWaktu\tKet\n", ["uraian", "waktu", "keterangan"]),
        (
            "No\tKegiatan\tCamat\tOutput\tWaktu\tKelengkapan\n",
            ["no", "uraian", "aktor", "output", "waktu", "kelengkapan"],
        ),
        (
            "No\tKegiatan\tKeterangan\tStaf\tWaktu\tOutput\tKet\n",
            ["no", "uraian", "aktor", "aktor", "waktu", "output", "keterangan"],
        ),
    ],
    ids=["other-words", "no-actors", "no-number", "other-order", "keterangan-twice"],
)
def test_other_tables(text: str, expected: list[str]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text", [ONE_ROW, GROUPED, "Kelengkapan\tWaktu\tOutput\n", "Pelaksana\tMutu Baku\tKet\n"]
)
def test_heading_rows(text: str) -> None:
    assert is_heading_row(rows_of(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Nomor SOP\t7\n",
        "Dasar Hukum\tKualifikasi Pelaksana\n",
        STEP,
        "Waktu\tOutput\n",
        "Kegiatan\tapel pagi\n",
        "\tWaktu\t\n",
    ],
)
def test_rows_that_head_nothing(text: str) -> None:
    assert not is_heading_row(rows_of(text)[0])
    assert read_heading(rows_of(text)) is None


def test_no_rows_no_heading() -> None:
    assert read_heading([]) is None


@pytest.mark.parametrize(
    "text",
    [
        "1\t2\t3\t4\n",
        "(1)\t(2)\t(3)\n",
        "1.\t2.\t3.\n",
        "1\t2\t3\t\t5\t6\n",
        "1\t\t2\t3\n",
        "�\t2\t3\t4\t5\n",
        "1\t2\t3\t.\t5\t“6\t\t\t\t10\n",
    ],
)
def test_counting_rows(text: str) -> None:
    assert is_counting_row(rows_of(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "1\t2\t8\t10\t11\n",
        "1\t2\t19\t11\n",
        "1\t2\t8\t9\tu\n",
        "1\t2\tHewan\t8\t- 9\t10\n",
        "1\t2\t\ufffd\t\ufffd\t19\t11\t12\n",
    ],
)
def test_counting_rows_of_which_a_scan_lost_or_garbled_a_part(text: str) -> None:
    assert is_counting_row(rows_of(text)[0])


@pytest.mark.parametrize(
    "text", ["1\t2\n", "1\tMencatat\t3\n", "10\t50\t20\t5\n", "\t\t\n", "1\t1\t1\t1\n", "1\tArsip\t5\t7\t9\n"]
)
def test_rows_that_do_not_count(text: str) -> None:
    assert not is_counting_row(rows_of(text)[0])


def test_an_actor_may_be_called_as_the_group_of_actors_is() -> None:
    text = (
        "No\tKegiatan\tPejabat yang Bertanggung Jawab\t\tMutu Baku\t\t\tKet\n"
        "\t\tCamat\tPelaksana\tKelengkapan\tWaktu\tOutput\t\n"
    )
    assert roles(text + STEP) == ROLES
    assert actors(text + STEP) == ["Camat", "Pelaksana"]


TEXTED = "".join(f"{n}\tMencatat\t\t\tSurat masuk\t5 menit\tAgenda\t-\n" for n in range(1, 5))


def test_what_stands_before_waktu_under_a_heading_that_is_not_read_is_kelengkapan() -> None:
    worn = GROUPED.replace("Kelengkapan", "Kelen ak")
    assert roles(worn + TEXTED) == ROLES


def test_what_stands_between_kelengkapan_and_output_is_waktu() -> None:
    worn = GROUPED.replace("Waktu", "WAKT\tUu".replace("\t", " "))
    assert roles(worn + TEXTED.replace("5 menit", "segera").replace("segera", "1 jam", 1)) == ROLES


def test_what_stands_there_without_any_time_is_not_waktu() -> None:
    other = GROUPED.replace("Waktu", "Biaya")
    assert "waktu" not in roles(other + TEXTED.replace("5 menit", "gratis"))


def test_times_that_a_scan_left_in_pieces_tell_waktu() -> None:
    worn = GROUPED.replace("Waktu", "W U").replace("Output", "Ou u")
    times = ("1 minggu", "30 ment", "hari", "z15 mjenat")
    steps = "".join(f"{n}\tMencatat\t\t\tSurat masuk\t{t}\tAgenda\t-\n" for n, t in enumerate(times, 1))
    assert roles(worn + steps) == ROLES


def test_nobody_acts_behind_the_standard_of_quality() -> None:
    worn = "No\tKegiatan\tPelaksana\t\t\t\t\t\n\t\tStaf\tCamat\tKelen ak\tWa u\tOu u\tKel.\n"
    assert roles(worn + TEXTED) == ROLES


def test_a_group_whose_first_row_below_holds_another_heading_alone_goes_on() -> None:
    """A line that shines through leaves a row between the group and the names below it."""
    torn = (
        "No\t\tPelaksana\t\tMutu Baku\t\t\tKet\n"
        "\tKegiatan\t\t\t\t\t\t\n"
        "\t\tStaf\tCamat\tKelen ak\tWa u\tOu u\t\n"
    )
    heading = read_heading(rows_of(torn + TEXTED))
    assert heading is not None
    assert heading.rows == 3
    assert roles(torn + TEXTED) == ROLES
    assert actors(torn + TEXTED) == ["Staf", "Camat"]


def test_the_last_wide_heading_behind_the_actors_is_the_standard_of_quality_though_nobody_read_it() -> None:
    cells = [Cell(a_span(text), at) for at, text in ((0, "No"), (1, "Kegiatan"))]
    group = [Cell(a_span("Pelaksana"), 2, 2), Cell(a_span(""), 4, 3), Cell(a_span("Ket"), 7)]
    names = [
        Cell(a_span(text), at) for at, text in enumerate(("Staf", "Camat", "Kelen ak", "Wa", "Output"), 2)
    ]
    heading = read_heading([Row((*cells, *group)), Row(tuple(names))])
    assert heading is not None
    assert [column.role for column in heading.columns] == [*ROLES[:4], "", "", *ROLES[6:]]


def test_a_row_with_a_long_text_is_no_heading() -> None:
    step = "1\tMemeriksa berkas dan meneruskannya kepada Kasi, lalu menyusun konsep dan menyampaikannya\t\tKegiatan\tWaktu\n"
    assert not is_heading_row(rows_of(step)[0])
    assert is_heading_row(rows_of(step.replace("Memeriksa berkas dan meneruskannya kepada Kasi, ", ""))[0])


def test_an_actor_before_waktu_stays_one() -> None:
    text = "No\tKegiatan\tStaf\tCamat\tWaktu\tOutput\tKet\n"
    steps = "".join(f"{n}\tMencatat\t\tYa\t5 menit\tAgenda\t-\n" for n in range(1, 5))
    assert roles(text + steps) == ["no", "uraian", "aktor", "aktor", "waktu", "output", "keterangan"]


def test_cell_of_a_column() -> None:
    row = Row((Cell(a_span("a"), 0), Cell(a_span("b"), 1, 2), Cell(a_span("c"), 4)))
    assert [(cell.span.text if (cell := cell_at(row, at)) else None) for at in range(6)] == [
        "a",
        "b",
        "b",
        None,
        "c",
        None,
    ]


@pytest.mark.parametrize(
    "cells", ["¹\t²\t³", "\t".join(["9" * 5000] * 3)], ids=["raised-digits", "endless-digits"]
)
def test_what_int_cannot_read_counts_no_columns(cells: str) -> None:
    assert not is_counting_row(rows_of(cells)[0])


@pytest.mark.parametrize(
    "text",
    [
        GROUPED.replace("Kegiatan", "Proses / Tahapan Kegiatan"),
        GROUPED.replace("Kegiatan", "Yxngxtxn"),  # unread: told from its place
        GROUPED.replace("\tKet\n", "\tMatarannan\n"),
    ],
    ids=["two names of one column", "behind the number", "behind the standard"],
)
def test_columns_whose_own_heading_says_too_little(text: str) -> None:
    assert roles(text + STEP) == ROLES


def test_headings_that_ran_together_in_one_cell() -> None:
    def row(*cells: tuple[int, int, str]) -> Row:
        return Row(tuple(Cell(a_span(text), column, width) for column, width, text in cells))

    rows = [
        row(
            (0, 1, "No"),
            (1, 1, "Kegiatan"),
            (2, 1, "Staf"),
            (3, 2, "Mutu Baku\nSyarat Waktu"),
            (5, 1, "Output"),
        ),
        row(
            (0, 1, "1"), (1, 1, "Mencatat"), (2, 1, ""), (3, 1, "Surat"), (4, 1, "5 menit"), (5, 1, "Agenda")
        ),
    ]
    heading = read_heading(rows)
    assert heading
    assert [c.role for c in heading.columns] == ["no", "uraian", "aktor", "kelengkapan", "waktu", "output"]


def test_a_column_of_durations_is_waktu_whatever_is_left_of_its_heading():
    worn = GROUPED.replace("Waktu", "WA'")
    steps = "".join(f"{n}\tMencatat\t\t\tSurat\t{n} menit\tAgenda\t-\n" for n in (1, 2, 3, 4))
    assert roles(worn + steps) == ROLES
    assert roles(worn.replace("Output", "0pt") + steps) == ROLES


def test_a_duration_or_two_name_no_column():
    worn = GROUPED.replace("Waktu", "WA'").replace("Kelengkapan", "Kel")
    steps = "".join(f"{n}\tMencatat\t\t\tSurat\t{n} menit\tAgenda\t-\n" for n in (1, 2))
    assert "waktu" not in roles(worn + steps)


def test_the_column_that_counts_the_steps_is_no_whatever_is_left_of_its_heading() -> None:
    worn = GROUPED.replace("No", "", 1)
    steps = "".join(f"{n}.\tMencatat\t\t\tSurat\t5 menit\tAgenda\t-\n" for n in ("1", "2", "8", "4"))
    assert roles(worn + steps) == ROLES
    assert roles(worn + STEP.replace("1", "a", 1))[0] == ""


def test_an_unread_name_under_a_group_is_not_that_of_the_group() -> None:
    text = GROUPED.replace("Camat", "")
    assert roles(text + STEP) == ROLES
    assert actors(text + STEP) == ["Staf", ""]


def test_who_acts_may_stand_behind_the_standard_of_quality() -> None:
    text = (
        "No\tKegiatan\tMutu Baku\t\t\tPelaksana\t\tKet\n\t\tKelengkapan\tWaktu\tOutput\tStaf\tCamat\t\n"
        "1\tMencatat\tSurat\t5 menit\tAgenda\t\t\t-\n"
    )
    assert roles(text) == ["no", "uraian", "kelengkapan", "waktu", "output", "aktor", "aktor", "keterangan"]
    assert actors(text) == ["Staf", "Camat"]


def test_one_column_behind_waktu_is_output_where_none_is_named_so() -> None:
    worn = "No\tKegiatan\tStaf\tCamat\tKelengkapan\tWaktu\tOu u\n"
    steps = "".join(f"{n}\tMencatat\t\t\tSurat masuk\t5 menit\tAgenda\n" for n in range(1, 5))
    assert roles(worn + steps) == ROLES[:-1]


def test_one_column_behind_all_of_the_standard_of_quality_is_keterangan() -> None:
    text = "No\tKegiatan\tStaf\tCamat\tKelengkapan\tWaktu\tOutput\tX\n"
    steps = "".join(f"{n}\tMencatat\t\t\tSurat masuk\t5 menit\tAgenda\tLengkap\n" for n in range(1, 5))
    assert roles(text + steps) == ROLES


def test_a_worn_group_is_no_name_over_several_columns() -> None:
    text = HTML.replace(">Pelaksana<", ">Pelaksam<").replace(">Camat<", "><") + HTML_STEP
    heading = read_heading(rows_of(text))
    assert heading is not None
    assert [(c.role, c.heading.text, c.goes_on) for c in heading.columns[2:4]] == [
        ("aktor", "Staf", False),
        ("aktor", "", False),
    ]


def page_rows(*texts: tuple[str, ...]) -> list[Row]:
    """Rows of a page whose columns are all as wide."""
    return [
        Row(tuple(Cell(a_span(t), at, 1, Box(at, y, at + 1, y + 1), 1) for at, t in enumerate(row)))
        for y, row in enumerate(texts)
    ]


def page_roles(*texts: tuple[str, ...]) -> list[str]:
    heading = read_heading(page_rows(*texts))
    return [column.role for column in heading.columns] if heading else []


WORN_HEADS = ("No", "Kegiatan", "Staf", "", "Camat", "Kelengkapan", "Waktu", "Oufqvt", "Ket")


def test_a_column_without_a_name_among_those_of_actors_is_one() -> None:
    steps = (("1", "Mencatat surat", "", "", "", "Surat", "5 menit", TAK_TERBACA, ""),) * 3
    assert page_roles(WORN_HEADS, *steps)[2:5] == ["aktor"] * 3


def test_a_column_of_texts_among_those_of_actors_is_none() -> None:
    steps = (("1", "Mencatat surat", "", "Buku agenda", "", "Surat", "5 menit", "", ""),) * 3
    assert page_roles(WORN_HEADS, *steps)[2:5] == ["aktor", "", "aktor"]


def test_what_stands_between_the_times_and_what_is_remarked_is_output() -> None:
    steps = (("1", "Mencatat surat", "", "", "", "Surat", "5 menit", TAK_TERBACA, ""),) * 3
    assert page_roles(WORN_HEADS, *steps)[-2:] == ["output", "keterangan"]


def test_a_group_over_other_columns_than_those_of_quality_holds_no_actor_back() -> None:
    text = (
        "<table><tr><td>No<td>Kegiatan<td>Pelaksana<td>Mutu Baku<td colspan=5></tr>"
        "<tr><td><td><td>Pelapor<td>Admin<td>Kadis<td>Kelengkapan<td>Waktu<td>Output<td></tr></table>"
    )
    assert actors(text) == ["Pelapor", "Admin", "Kadis"]

"""The procedure table with cells: rows, page breaks, lost columns, symbols."""

from dataclasses import replace

import pytest

from extractors.layouts.steps import Procedure
from extractors.layouts.table_cells import read_tables
from extractors.pages import Row, Table
from tests.extractors.plain import blocks_of, langkah, pelaksana, tanda

HEAD = "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n\t\tStaf\tCamat\tKelengkapan\tWaktu\tOutput\t\n"
FLAT_HEAD = "No\tKegiatan\tStaf\tCamat\tKelengkapan\tWaktu\tOutput\tKet\n"
ROWS = (
    "1\tMenerima surat masuk\t\t\tSurat masuk\t10 menit\tSurat tercatat\t-\n"
    "2\tMemeriksa surat\t\t\tSurat tercatat\t1 jam\tSurat diperiksa\t\n"
    "3\tMendisposisi surat\t\t\tSurat diperiksa\t2 hari\tDisposisi\tSegera\n"
)
STEPS: list[list[str | None]] = [
    ["1", "Menerima surat masuk", "Surat masuk", "10 menit", "Surat tercatat", "-"],
    ["2", "Memeriksa surat", "Surat tercatat", "1 jam", "Surat diperiksa", None],
    ["3", "Mendisposisi surat", "Surat diperiksa", "2 hari", "Disposisi", "Segera"],
]


def read(text: str) -> Procedure:
    procedure = read_tables([block for block in blocks_of(text) if isinstance(block, Table)])
    assert procedure is not None
    return procedure


def piped(text: str, outer: str = "|") -> str:
    lines = [f"{outer} {line} {outer}".replace("\t", " | ").strip() for line in text.strip().splitlines()]
    return "\n".join([lines[0], f"{outer}---|---|---|---|---|---|---|---{outer}", *lines[1:]])


def html(text: str, close: str) -> str:
    rows = "".join("<tr><td>" + line.replace("\t", f"{close}<td>") for line in text.strip("\n").splitlines())
    return f"<table>{rows}</table>"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + ROWS,
        HEAD + "1\t2\t3\t4\t5\t6\t7\t8\n" + ROWS,
        HEAD + ROWS.replace("1\tM", "1.\tM").replace("2\tM", "2)\tM"),
        piped(HEAD + ROWS),
        piped(FLAT_HEAD + ROWS, ""),
        html(HEAD + ROWS, "</td>"),
        html(HEAD + ROWS, ""),
        FLAT_HEAD + ROWS,
        "No\tKegiatan\tPelaksana\tMutu Baku\tKet\nStaf\tCamat\tKelengkapan\tWaktu\tOutput\n" + ROWS,
    ],
    ids=[
        "tabs",
        "counted",
        "marked-numbers",
        "pipes",
        "no-outer-pipes",
        "html",
        "unclosed-html",
        "one-heading-row",
        "widths-lost",
    ],
)
def test_the_same_table_in_every_kind_of_cells(text: str) -> None:
    procedure = read(text)
    assert pelaksana(procedure) == ["Staf", "Camat"]
    assert [[step[0].strip(".)") if step[0] else None, *step[1:]] for step in langkah(procedure)] == STEPS
    assert not procedure.bersimbol


FIRST, SECOND, THIRD = ROWS.splitlines(keepends=True)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + FIRST + HEAD + SECOND + THIRD,
        HEAD + FIRST + SECOND + "\n" + HEAD + "1\t2\t3\t4\t5\t6\t7\t8\n" + THIRD,
        HEAD + FIRST + "\n\f\n" + SECOND + THIRD,
        HEAD + FIRST + SECOND + "\n" + THIRD.replace("\t\t\t", "\t\t"),
        HEAD + FIRST + SECOND.replace("\t\t\t", "\t\t") + THIRD.replace("\t\t\t", "\t\t"),
        HEAD + FIRST + "\t\t\t\t\t\t\t\n" + SECOND + THIRD,
    ],
    ids=[
        "heading-again",
        "heading-and-count-again",
        "bare-continuation",
        "continuation-a-column-fewer",
        "rows-a-column-fewer",
        "blank-row",
    ],
)
def test_pages(text: str) -> None:
    assert langkah(read(text)) == STEPS
    assert pelaksana(read(text)) == ["Staf", "Camat"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "\tdan lampirannya\t\t\t\t\tdan dicap\t\n",
            [
                "2",
                "Memeriksa surat dan lampirannya",
                "Surat tercatat",
                "1 jam",
                "Surat diperiksa dan dicap",
                None,
            ],
        ),
        (
            "\t\t\t\tBuku agenda\t\t\t\n",
            ["2", "Memeriksa surat", "Surat tercatat Buku agenda", "1 jam", "Surat diperiksa", None],
        ),
        (
            "\t\t\t\t\t\t\tLihat lampiran\n",
            ["2", "Memeriksa surat", "Surat tercatat", "1 jam", "Surat diperiksa", "Lihat lampiran"],
        ),
    ],
    ids=["lower-case", "cell-below", "note-below"],
)
def test_a_row_cut_by_a_page_break_is_joined(rest: str, expected: list[str | None]) -> None:
    for between in ("", "\n", HEAD):
        assert langkah(read(HEAD + FIRST + SECOND + between + rest + THIRD)) == [STEPS[0], expected, STEPS[2]]


def test_an_unnumbered_step_stays_a_step() -> None:
    lost = SECOND.replace("2\t", "\t", 1)
    assert langkah(read(HEAD + FIRST + lost + THIRD)) == [STEPS[0], [None, *STEPS[1][1:]], STEPS[2]]


@pytest.mark.parametrize(
    "row",
    [
        "\t2. Memeriksa surat\t\t\tSurat tercatat\t1 jam\tSurat diperiksa\t\n",
        "2. Memeriksa surat\t\t\t\tSurat tercatat\t1 jam\tSurat diperiksa\t\n",
    ],
)
def test_a_number_glued_to_its_step_is_parted(row: str) -> None:
    assert langkah(read(HEAD + FIRST + row + THIRD)) == STEPS


def test_marks_belong_to_their_columns() -> None:
    rows = (
        "1\tMenerima\t● Mulai\t\tSurat\t10 menit\tSurat\t\n"
        "2\tMemeriksa\t○ Tidak\t◇\tSurat\t1 jam\tSurat\t\n"
        "3\tMengirim\t□\t□\tSurat\t2 hari\tBukti\t\n"
        "4\tMenyimpan\t\t\tSurat\t2 hari\tArsip\t\n"
    )
    procedure = read(HEAD + rows)
    assert tanda(procedure) == [[(0, "terminator")], [(1, "keputusan")], [(0, "proses"), (1, "proses")], []]
    assert procedure.bersimbol


def test_check_marks_count_where_most_rows_have_one() -> None:
    rows = "".join(
        f"{n}\tMenerima surat\t{'v' * (n != 2)}\t{'v' * (n == 2)}\tSurat\t1 jam\tSurat\t\n"
        for n in range(1, 5)
    )
    assert tanda(read(HEAD + rows)) == [[(0, None)], [(1, None)], [(0, None)], [(0, None)]]
    assert tanda(read(HEAD + rows.replace("v", "", 3))) == [[], [], [], []]


def test_cells_merged_over_actors_hold_no_mark() -> None:
    rows = "<tr><td>1</td><td>Menerima</td><td colspan=2>&nbsp;</td><td>Surat</td><td>1 jam</td><td>Agenda</td><td></td></tr>"
    procedure = read(html(HEAD, "</td>").replace("</table>", rows + "</table>"))
    assert langkah(procedure) == [["1", "Menerima", "Surat", "1 jam", "Agenda", None]]
    assert tanda(procedure) == [[]]


def test_lists_in_a_cell_stay_in_it() -> None:
    row = "<tr><td>1<td>Menerima<td><td><td><ol><li>Surat<li>Agenda</ol><td>1 jam<td>a<br>b<td></tr>"
    (step,) = langkah(read(html(HEAD, "").replace("</table>", row + "</table>")))
    assert step == ["1", "Menerima", "Surat Agenda", "1 jam", "a b", None]


@pytest.mark.parametrize("text", ["", "a\tb\n", HEAD, ROWS])
def test_no_procedure(text: str) -> None:
    assert read_tables([block for block in blocks_of(text) if isinstance(block, Table)]) is None


def paged(text: str, page: int) -> Table:
    (table,) = [block for block in blocks_of(text) if isinstance(block, Table)]
    return Table(tuple(Row(tuple(replace(cell, halaman=page) for cell in row.cells)) for row in table.rows))


def test_the_head_of_a_page_above_the_next_step_is_no_step() -> None:
    first, second, third = ROWS.splitlines(keepends=True)
    head = (
        "PEMERINTAH KOTA SUKAMAJU\t\t\t\tSTANDAR OPERASIONAL PROSEDUR\t\t\t\nSURAT MASUK\t\t\t\t\t\t\tRev 2\n"
    )
    for top in (head, head + HEAD):
        procedure = read_tables([paged(HEAD + first + second, 1), paged(top + third, 2)])
        assert procedure is not None
        assert langkah(procedure) == STEPS


def test_the_rest_of_a_step_on_the_next_page_stays() -> None:
    first, second, third = ROWS.splitlines(keepends=True)
    procedure = read_tables(
        [paged(HEAD + first + second, 1), paged("\tdengan teliti\t\t\t\t\t\t\n" + third, 2)]
    )
    assert procedure is not None
    assert langkah(procedure)[1][1] == "Memeriksa surat dengan teliti"


def test_where_nothing_counts_or_measures_steps_each_row_is_one() -> None:
    head = "Uraian Prosedur\tPelaksana\t\tKeterangan\n\tStaf\tCamat\t\n"
    rows = "Menerima surat\t●\t\t\nMemeriksa surat\t\t■\t\ndengan teliti\t\t\t\nMenyimpan surat\t●\t\t\n"
    found = langkah(read(head + rows))
    assert [row[1] for row in found] == ["Menerima surat", "Memeriksa surat dengan teliti", "Menyimpan surat"]


@pytest.mark.parametrize(("first", "second"), [("A", "B"), ("I.", "II.")])
def test_titles_of_parts_are_no_steps(first: str, second: str) -> None:
    one, two, three = ROWS.splitlines(keepends=True)
    text = HEAD + f"{first}\tPersiapan\t\t\t\t\t\t\n{one}{second}\tPelaksanaan\t\t\t\t\t\t\n{two}{three}"
    assert langkah(read(text)) == STEPS


def test_steps_counted_by_letters_are_steps() -> None:
    text = HEAD + ROWS.replace("1\tM", "A\tM").replace("2\tM", "B\tM").replace("3\tM", "C\tM")
    assert [row[1] for row in langkah(read(text))] == [row[1] for row in STEPS]


def test_a_page_that_lost_a_line_does_not_say_who_acts() -> None:
    odd = FLAT_HEAD.replace("Kelengkapan", "ba WAKTU\tKelengkapan")
    rest = "4\tMenyimpan surat\t\t\tDisposisi\t5 menit\tArsip\t-\n"
    last = "5\tMelaporkan\t\t\t\tArsip\t1 hari\tLaporan\t-\n"
    found = read(FLAT_HEAD + ROWS + FLAT_HEAD + rest + odd + last)
    assert pelaksana(found) == ["Staf", "Camat"]


def test_signatures_below_in_the_same_frame_are_of_no_step():
    steps = html(HEAD + ROWS, "</td>").removesuffix("</table>")
    below = (
        "<tr><td colspan=2></td><td colspan=3>Budi Tirta, S.E.</td>"
        "<td colspan=2>Sari Wangi, M.M.</td><td>Kepala Dinas</td></tr></table>"
    )
    assert langkah(read(steps + below)) == STEPS
    going_on = "<tr>" + 4 * "<td></td>" + "<td>dan lampiran</td><td></td><td colspan=2></td></tr></table>"
    assert langkah(read(steps + going_on))[-1][2] == "Surat diperiksa dan lampiran"


def test_the_heading_of_a_page_that_lost_a_line_is_not_the_usual_one_of_two() -> None:
    def table(*actors: str) -> str:
        top = "<tr><td>No<td>Kegiatan<td colspan=2>Pelaksana<td colspan=3>Mutu Baku<td>Ket</tr>"
        cells = "".join(f"<td colspan={2 // len(actors)}>{name}" for name in actors)
        return f"{top}<tr><td><td>{cells}<td>Kelengkapan<td>Waktu<td>Output<td></tr>"

    first, *others = (f"<tr><td>{line.replace(chr(9), '<td>')}</tr>" for line in ROWS.splitlines())
    found = read(f"<table>{table('Stxf', 'Camat')}{first}{table('Staf')}{''.join(others)}</table>")
    assert pelaksana(found) == ["Stxf", "Camat"]
    assert found.ulang == ()  # of one name over both columns nobody knows whose it is
    assert langkah(found) == STEPS


def test_the_lower_row_of_the_heading_repeated_alone_goes_on_with_the_table() -> None:
    upper, lower = HEAD.replace("Camat", "Pelaksana").strip("\n").split("\n")
    first, *rest = ROWS.strip("\n").split("\n")
    procedure = read("\n".join([upper, lower, first, "", lower, *rest]))
    assert pelaksana(procedure) == ["Staf", "Pelaksana"]
    assert langkah(procedure) == STEPS


def test_a_column_that_names_the_actors_is_one_for_each() -> None:
    head = "No\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\tKet\n"
    rows = "1\tMenerima surat\tStaf\tSurat\t5 menit\tSurat\t\n2\tMemaraf\tKasi Kesra, Camat (oval)\tSurat\t5 menit\tSurat\t\n3\tMengirim\tStaf\tSurat\t1 jam\tSurat\t\n"
    found = read(head + rows)
    assert pelaksana(found) == ["Staf", "Kasi Kesra", "Camat"]
    assert [[mark.kolom for mark in step.tanda] for step in found.steps] == [[0], [1, 2], [0]]
    assert found.steps[1].tanda[1].simbol == "terminator"


def test_empty_cells_of_actors_that_a_converter_moved_to_the_end_of_a_row() -> None:
    rows = (
        "1\tMenerima surat masuk\tMulai\tSurat masuk\t10 menit\tSurat tercatat\t\t\t\n"
        "2\tMemeriksa surat\tSurat tercatat\t1 jam\tSurat diperiksa\t\t\t\t\n"
        "3\tMendisposisi surat\tSurat diperiksa\t2 hari\tDisposisi\tSegera\t\t\t\n"
    )
    found = read(FLAT_HEAD + rows)
    assert [step[:5] for step in langkah(found)] == [step[:5] for step in STEPS]
    assert not any(tanda(found))  # nobody knows under which actor "Mulai" stood


def test_a_cell_that_reaches_down_is_no_empty_one_of_the_rows_below() -> None:
    rows = [line.split("\t") for line in ROWS.strip().splitlines()]
    merged = '<td rowspan="2">10 menit'
    lines = [
        "".join(merged if n == 0 and cell == "10 menit" else f"<td>{cell}" for cell in row)
        for n, row in enumerate(rows)
    ]
    lines[1] = lines[1].replace("<td>1 jam", "")
    head = "".join(f"<td>{name}" for name in FLAT_HEAD.strip().split("\t"))
    steps = read(f"<table><tr>{head}" + "".join(f"<tr>{line}" for line in lines) + "</table>").steps
    assert [step.digabung for step in steps] == [(), ("waktu",), ()]
    assert steps[1].output is not None
    assert steps[1].output.text == "Surat diperiksa"

"""Blocks: what is a line and what a table, whichever way the source marks its cells."""

import pytest

from extractors.pages import Line, Table
from tests.extractors.plain import blocks_of, rows_of, table_of


def shape(text: str) -> list[str | list[list[str]]]:
    """Lines as texts, tables as rows of cells."""
    return [
        block.span.text
        if isinstance(block, Line)
        else [[cell.span.text for cell in row.cells] for row in block.rows]
        for block in blocks_of(text)
    ]


def grid(text: str) -> list[list[tuple[str, int, int]]]:
    """Text, first column and width of the cells of all rows."""
    return [[(cell.span.text, cell.column, cell.width) for cell in row.cells] for row in rows_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("satu\n\n  dua  ", ["satu", "", "dua"]),
        ("# Judul\n### Anak judul ", ["Judul", "Anak judul"]),
        ("#tagar", ["#tagar"]),
        ("<p>satu</p><p>dua</p>", ["", "satu", "", "", "dua", ""]),
        ("<ul><li>satu<li>dua</ul>", ["", "satu", "dua", ""]),
        ("satu<br>dua", ["satu", "dua"]),
    ],
    ids=["plain", "markdown-headings", "no-heading", "paragraphs", "items", "br"],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert shape(text) == expected


def test_indent_counts_characters() -> None:
    assert [block.indent for block in blocks_of("a\n   b") if isinstance(block, Line)] == [0, 3]


TAB = "No\tKegiatan\tWaktu\n1\tMencatat\t5 menit\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TAB, [[["No", "Kegiatan", "Waktu"], ["1", "Mencatat", "5 menit"]]]),
        (
            "kop\n" + TAB + "kaki",
            ["kop", [["No", "Kegiatan", "Waktu"], ["1", "Mencatat", "5 menit"]], "kaki"],
        ),
        ("a\tb\n\nc\td", [[["a", "b"]], "", [["c", "d"]]]),
        ("a\tb\n\t\t\t\nc\td", [[["a", "b"], ["", "", "", ""], ["c", "d"]]]),
        ("a\t\n\t\nb\tc", [[["a", ""]], "", [["b", "c"]]]),
        ('a\t"satu\ndua"\tb\n', [[["a", "satu\ndua", "b"]]]),
        ('a\t5" layar\n', [[["a", '5" layar']]]),
    ],
    ids=[
        "rows",
        "between-lines",
        "blank-line-parts",
        "empty-cells-stay",
        "lone-tab-is-blank",
        "quoted-cell",
        "inch",
    ],
)
def test_tab_tables(text: str, expected: list[object]) -> None:
    assert shape(text) == expected


ROWS = [
    ["No", "Kegiatan", "Waktu", "Hasil"],
    ["1", "Mencatat surat", "5 menit", "Agenda"],
    ["2", "Kirim", "", "-"],
]


@pytest.mark.parametrize(
    "text",
    [
        """
        | No | Kegiatan | Waktu | Hasil |
        |:--:|----------|:------|------:|
        | 1 | Mencatat surat | 5 menit | Agenda |
        | 2 | Kirim |  | - |
        """,
        """
        |No|Kegiatan|Waktu|Hasil|
        |1|Mencatat surat|5 menit|Agenda|
        |2|Kirim||-|
        """,
        """
        No | Kegiatan | Waktu | Hasil
        --- | --- | --- | ---
        1 | Mencatat surat | 5 menit | Agenda
        2 | Kirim | | -
        """,
        """
        +----+----------------+---------+--------+
        | No | Kegiatan       | Waktu   | Hasil  |
        +====+================+=========+========+
        | 1  | Mencatat surat | 5 menit | Agenda |
        +----+----------------+---------+--------+
        | 2  | Kirim          |         | -      |
        +----+----------------+---------+--------+
        """,
    ],
    ids=["markdown", "markdown-without-rule", "without-outer-pipes", "ascii-grid"],
)
def test_pipe_tables(text: str) -> None:
    assert table_of("\n".join(line.strip() for line in text.strip().splitlines())) == ROWS


def test_escaped_pipe_is_text() -> None:
    assert table_of("| a \\| b | c |") == [["a \\| b", "c"]]


@pytest.mark.parametrize(
    "text", ["Camat | Lurah", "pilih a|b", "--------", "---|---", "2 | Menerima surat"], ids=str
)
def test_a_pipe_alone_makes_no_table(text: str) -> None:
    assert not rows_of(text)


def test_bold_marks_inside_pipes() -> None:
    assert table_of("| **Dasar Hukum** | **Peringatan** |\n|---|---|\n| 1. UU<br>2. PP | - |") == [
        ["Dasar Hukum", "Peringatan"],
        ["1. UU\x1c2. PP", "-"],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
            [[("a", 0, 1), ("b", 1, 1)], [("c", 0, 1), ("d", 1, 1)]],
        ),
        (
            "<TABLE><TR><TD>a<TD>b<TR><TD>c<TD>d</TABLE>",
            [[("a", 0, 1), ("b", 1, 1)], [("c", 0, 1), ("d", 1, 1)]],
        ),
        ("<table><tr><td>a<td>b", [[("a", 0, 1), ("b", 1, 1)]]),
        (
            "<table><tr><th colspan=2>a</th><th>b</th></tr><tr><td>c</td><td>d</td><td>e</td></tr></table>",
            [[("a", 0, 2), ("b", 2, 1)], [("c", 0, 1), ("d", 1, 1), ("e", 2, 1)]],
        ),
        (
            "<table><tr><td rowspan=3>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>"
            "<tr><td>e</td><td>f</td></tr></table>",
            [[("a", 0, 1), ("b", 1, 1)], [("c", 1, 1)], [("d", 1, 1)], [("e", 0, 1), ("f", 1, 1)]],
        ),
        (
            "<table><tr><td rowspan=2>a</td><td colspan=2>b</td><td rowspan=2>c</td></tr>"
            "<tr><td>d</td><td>e</td></tr></table>",
            [[("a", 0, 1), ("b", 1, 2), ("c", 3, 1)], [("d", 1, 1), ("e", 2, 1)]],
        ),
        (
            "<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            [[("a", 0, 2), ("b", 2, 1)], [("c", 2, 1)]],
        ),
        (
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
            [[("a", 0, 1)], [("b", 0, 1)]],
        ),
        ("<table><tr></tr><tr><td></td></tr></table>", [[("", 0, 1)]]),
    ],
    ids=[
        "closed",
        "unclosed-cells-and-rows",
        "unclosed-table",
        "colspan",
        "rowspan",
        "rowspan-on-both-sides",
        "both-spans",
        "sections",
        "empty",
    ],
)
def test_html_tables(text: str, expected: list[object]) -> None:
    assert grid(text) == expected


def test_a_nested_table_is_the_text_of_its_cell() -> None:
    inner = "<table><tr><td>1.</td><td>UU</td></tr><tr><td>2.</td><td>PP</td></tr></table>"
    rows = rows_of(f"<table><tr><td>{inner}</td><td>b</td></tr><tr><td>c</td></tr></table>")
    (left, right), (last,) = (row.cells for row in rows)
    assert [line.split() for line in left.span.text.splitlines() if line.strip()] == [
        ["1.", "UU"],
        ["2.", "PP"],
    ]
    assert (right.span.text, right.column) == ("b", 1)
    assert last.span.text == "c"


def test_widths_of_nested_cells_do_not_shift_those_outside() -> None:
    inner = "<table><tr><td colspan=4>x</td></tr></table>"
    rows = grid(f"<table><tr><td>{inner}</td><td colspan=2>b</td></tr></table>")
    assert rows == [[("x", 0, 1), ("b", 1, 2)]]


def test_two_html_tables_and_the_lines_between() -> None:
    text = "kop<table><tr><td>a</td></tr></table>tengah<table><tr><td>b</td></tr></table>kaki"
    assert shape(text) == ["kop", [["a"]], "tengah", [["b"]], "kaki"]


def test_every_table_has_rows_and_every_row_cells() -> None:
    for text in (
        "<table></table>",
        "<table><tr></tr></table>",
        "|||",
        "\t\t\n\t\t",
        "<td>a",
        "</table>a<table>",
    ):
        tables = [block for block in blocks_of(text) if isinstance(block, Table)]
        assert all(table.rows and all(row.cells for row in table.rows) for table in tables)


@pytest.mark.parametrize(
    "text",
    [
        "a</td>\nb",
        "</table>a\nb",
        "<table><tr><td>a</td></tr>\nb",
        "<table><caption>a</caption><tr><td>b</td></tr></table>",
        "<table><tr>a<td>b</td></tr></table>",
        "<table><tr><td>x</td>a<td>b</td></tr></table>",
        '1\ta\t"x\n2\tb\ty',
    ],
    ids=[
        "stray-cell-end",
        "stray-table-end",
        "unclosed-table",
        "caption",
        "before-a-cell",
        "between-cells",
        "stray-quote",
    ],
)
def test_nothing_is_lost_to_damaged_markup(text: str) -> None:
    rows = [row for block in shape(text) for row in ([[block]] if isinstance(block, str) else block)]
    assert {"a", "b"} <= {part for row in rows for part in row}


def test_a_drawn_line_is_read_in_linear_time() -> None:
    assert shape("-" * 100_000 + "x") == ["-" * 100_000 + "x"]


def test_a_quote_that_never_closes_takes_no_rows() -> None:
    assert table_of('1\ta\t"x\n2\tb\ty') == [["1", "a", '"x'], ["2", "b", "y"]]


def test_one_cell_alone_is_a_line_between_the_sides_of_a_box() -> None:
    assert shape("Surat\n| Peringatan : |\nSurat hilang") == ["Surat", "Peringatan :", "Surat hilang"]
    assert shape("| Nama SOP | Arsip |") == [[["Nama SOP", "Arsip"]]]


@pytest.mark.parametrize(
    "text",
    [
        "2 !' Mencatat | ' H | 1. Map | Agenda : -\n' dokumen | ' | 2. Kartu | ' '",
        "a | b | c | d",
        "| a | b | c\n| d | e\n| f | g | h | i\n| j |",
    ],
    ids=["other-strokes", "alone", "uneven"],
)
def test_pipes_that_engines_saw_of_rules_part_no_cells(text: str) -> None:
    assert not table_of(text)


GRID = """
+----+-----------+----------+
| No | Kegiatan  | Waktu    |
+----+-----------+----------+
| 1  | Memeriksa | 5 menit  |
|    | berkas    |          |
+----+-----------+----------+
| 2  | Memaraf   | 10 menit |
+----+-----------+----------+
"""


@pytest.mark.parametrize("text", [GRID, GRID.translate(str.maketrans("+|-", "┼│─")).replace("┼", "├", 1)])
def test_lines_between_two_drawn_rules_are_one_row(text: str) -> None:
    rows = [[" ".join(cell.split()) for cell in row] for row in table_of(text)]
    assert rows == [
        ["No", "Kegiatan", "Waktu"],
        ["1", "Memeriksa berkas", "5 menit"],
        ["2", "Memaraf", "10 menit"],
    ]


@pytest.mark.parametrize(
    ("text", "is_line"),
    [("Disahkan oleh\t\t:", True), ("Disahkan oleh\t\t: Camat", False), ("1\t\tMemeriksa", False)],
)
def test_a_label_with_nothing_behind_its_tabs_is_a_line(text: str, is_line: bool) -> None:
    assert isinstance(blocks_of(text)[0], Line) == is_line

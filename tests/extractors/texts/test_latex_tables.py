"""Tables and lists of LaTeX become the tags that mean the same."""

import pytest

from extractors.texts.latex_tables import with_tags
from tests.extractors.plain import blocks_of, is_faithful, rows_of, table_of


def tabular(body: str, form: str = "|c|l|l|") -> str:
    return f"\\begin{{tabular}}{{{form}}}\n{body}\n\\end{{tabular}}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\hline No & Waktu \\ \hline 1 & 5 menit \\ \hline", [["No", "Waktu"], ["1", "5 menit"]]),
        (r"1 & \textbf{Camat} & \\", [["1", "Camat", ""]]),
        (r"Peralatan \& Perlengkapan & 50\% \\", [["Peralatan & Perlengkapan", "50%"]]),
        (r"\multirow{2}{*}{No} & Waktu \\ \cline{2-2} & Menit", [["No", "Waktu"], ["", "Menit"]]),
        (r"1 & \makecell{Kasi \\ Kesra} & $\square$ \\", [["1", "Kasi Kesra", "□"]]),
    ],
    ids=["rules", "dressed", "signs", "over-rows", "lines-of-a-cell"],
)
def test_rows_and_cells(body: str, expected: list[list[str]]) -> None:
    assert [[" ".join(text.split()) for text in row] for row in table_of(tabular(body))] == expected


def test_a_cell_over_several_columns_keeps_its_width() -> None:
    cells = rows_of(tabular(r"No & \multicolumn{3}{|c|}{Pelaksana} & Ket \\"))[0].cells
    assert [(cell.column, cell.width) for cell in cells] == [(0, 1), (1, 3), (4, 1)]


def test_a_table_inside_a_cell_is_lines_of_it() -> None:
    inner = tabular(r"Camat Melati \\ NIP. 1", "l")
    assert [cell.span.text.split() for cell in rows_of(tabular(rf"Disahkan & {inner} \\"))[0].cells] == [
        ["Disahkan"],
        ["Camat", "Melati", "NIP.", "1"],
    ]


def test_commands_around_a_table_go() -> None:
    text = (
        r"\section*{STANDAR OPERASIONAL PROSEDUR}"
        + "\n"
        + r"KECAMATAN MELATI \\"
        + "\n"
        + tabular(r"1 & a \\")
    )
    assert [block.span.text for block in blocks_of(text)[:2]] == [  # type: ignore[union-attr]
        "STANDAR OPERASIONAL PROSEDUR",
        "KECAMATAN MELATI",
    ]


@pytest.mark.parametrize("text", [r"\textbf{Camat} & Sekcam", "A & B", r"D:\tabular"])
def test_a_text_without_such_a_table_stays(text: str) -> None:
    assert with_tags(text).text == text


@pytest.mark.parametrize(
    "text", [tabular(r"a & b \\"), r"\begin{tabular}", tabular("}{") + "}", "\\end{tabular}"]
)
def test_characters_keep_their_places(text: str) -> None:
    assert is_faithful(with_tags(text), text)

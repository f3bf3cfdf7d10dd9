import pytest

from extractors.pages import Table
from extractors.readers.docx import read
from tests.extractors.office.words import docx, p, table, tc, tr

DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def cells(*rows, widths=(2000, 2000, 2000)):
    pages = read(docx(table(*rows, widths=widths)))
    (found,) = [block for block in pages.blocks if isinstance(block, Table)]
    return [[(cell.column, cell.width, cell.span.text) for cell in row.cells] for row in found.rows]


def test_spans_and_gaps_keep_their_columns():
    found = cells(tr(tc("a", span=2), tc("b")), tr(tc("c"), tc("d"), properties='<w:gridBefore w:val="1"/>'))
    assert found == [[(0, 2, "a"), (2, 1, "b")], [(1, 1, "c"), (2, 1, "d")]]


def test_merged_cells_stand_in_their_first_row():
    found = cells(tr(tc("a", DOWN), tc("b"), tc("c")), tr(tc("", ON), tc("d"), tc("e", DOWN)), tr(tc("", ON), tc("f"), tc("", ON)))  # fmt: skip
    assert found == [[(0, 1, "a"), (1, 1, "b"), (2, 1, "c")], [(1, 1, "d"), (2, 1, "e")], [(1, 1, "f")]]


def test_a_continuation_of_nothing_is_a_cell():
    assert cells(tr(tc("a", ON), tc("b"), tc("c")))[0][0] == (0, 1, "a")


def test_old_merging_to_the_right():
    found = cells(tr(tc("a", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), tc("b")), tr(tc("c"), tc("d"), tc("e")))  # fmt: skip
    assert found[0] == [(0, 2, "a"), (2, 1, "b")]


def test_hair_columns_of_drawn_edges_are_closed():
    rows = tr(tc("a", span=2), tc("b"), tc("c")), tr(tc("d"), tc("e", span=2), tc("f"))
    assert cells(*rows, widths=(2000, 30, 1970, 2000)) == [
        [(0, 1, "a"), (1, 1, "b"), (2, 1, "c")],
        [(0, 1, "d"), (1, 1, "e"), (2, 1, "f")],
    ]


def test_deleted_and_hidden_rows_are_not_there():
    rows = [tr(tc("a"), properties=x) for x in ("<w:del/>", "<w:hidden/>", "")]
    assert len(cells(*rows)) == 1


@pytest.mark.parametrize("wild", ["99999999999", "-4", "x", "1e300", "nan"])
def test_wild_numbers_do_no_harm(wild):
    row = tr(tc("a"), tc("b")).replace('w:val="1"', f'w:val="{wild}"')
    found = cells(row)
    assert [text for *_, text in found[0]] == ["a", "b"][: len(found[0])]


def test_the_widths_of_cells_replace_a_missing_grid():
    width = '<w:tcW w:w="{}" w:type="dxa"/>'.format
    pages = read(docx(table(tr(tc("a", width(1000)), tc("b", width(3000))), widths=())))
    (found,) = [block for block in pages.blocks if isinstance(block, Table)]
    assert [round(cell.box.width) for cell in found.rows[0].cells if cell.box] == [50, 150]


def test_rows_in_content_controls_are_rows():
    wrapped = f"<w:sdt><w:sdtContent>{tr(tc('a'), tc('b'))}</w:sdtContent></w:sdt>"
    assert len(cells(wrapped, tr(tc("c"), tc("d")))) == 2


def test_nested_tables_are_lines_of_their_cell():
    inner = table(tr(tc("1."), tc("UU 25")), tr(tc("2."), tc(p("PP 96") + p("lanjutan"))))
    found = cells(tr(tc(p("Dasar") + inner + p()), tc("lain")))
    assert found[0][0][2].split("\x1d") == ["Dasar", "1. UU 25", "2. PP 96", "lanjutan"]

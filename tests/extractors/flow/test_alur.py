"""The flow of one SOP: which symbols are actors, and edges between steps and actors."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.flow.alur import acting, flow_of, handing_pages
from extractors.pages import Pages, Source
from extractors.raw import RawField, RawMark, RawStep
from extractors.sheets import Sheet
from extractors.spans import Span
from extractors.symbols import Placed, Simbol, Symbol
from tests.extractors.flow.test_edges import BAWAH, KOTAK, SEBELAH, arrow

GLYPHS = "○□□⬠"


def mark(offset: int, column: int, simbol: Simbol) -> RawMark:
    return RawMark(column, Span(GLYPHS[offset], (offset,)), simbol, 0.97)


def step(*marks: RawMark) -> RawStep:
    return RawStep(None, None, None, None, None, None, marks)


def placed(simbol: Simbol, box: Box, *offsets: int, asing: bool = False) -> Placed:
    return Placed(Symbol(simbol, 1, box, 0.97, asing=asing), offsets)


def pages(*symbols: Placed) -> Pages:
    sheet = Sheet(1, 842, 595, drawings=arrow((140, 110), (220, 110), (220, 180)))
    return Pages("pdf", Source(GLYPHS), (), 1, (sheet,), symbols)


def test_a_symbol_over_two_columns_has_the_edges_of_both_actors() -> None:
    drawn = pages(placed("terminator", KOTAK, 0), placed("proses", BAWAH, 1, 2))
    steps = (step(mark(0, 0, "terminator")), step(mark(1, 1, "proses"), mark(2, 2, "proses")))
    assert [(edge.dari, edge.ke) for edge in flow_of(drawn, steps)] == [((0, 0), (1, 1)), ((0, 0), (1, 2))]


def test_pages_with_a_connector_are_known() -> None:
    drawn = pages(placed("terminator", KOTAK, 0), placed("proses", BAWAH, 1), placed("konektor", SEBELAH))
    steps = (step(mark(0, 0, "terminator")), step(mark(1, 1, "proses")))
    assert handing_pages(drawn, steps) == (1,)
    assert handing_pages(pages(placed("terminator", KOTAK, 0)), steps) == ()


def test_marks_of_foreign_forms_say_so() -> None:
    drawn = pages(placed("terminator", KOTAK, 0), placed("proses", BAWAH, 1, asing=True))
    steps = acting(drawn, (step(mark(0, 0, "terminator")), step(mark(1, 1, "proses"))))
    assert [[m.asing for m in s.tanda] for s in steps] == [[False], [True]]


def test_symbols_that_only_lines_tell_of_and_their_edges_are_concluded() -> None:
    drawn = pages(placed("terminator", KOTAK, 0), placed("proses", BAWAH, 1))
    seen, told = drawn.simbol
    half = replace(drawn, simbol=(seen, replace(told, symbol=replace(told.symbol, tersirat=True))))
    steps = (step(mark(0, 0, "terminator")), step(mark(1, 1, "proses")))
    assert [[m.disimpulkan for m in s.tanda] for s in acting(half, steps)] == [[False], [True]]
    assert [edge.asal.cara for edge in flow_of(drawn, steps)] == ["simbol"]
    assert [edge.asal.cara for edge in flow_of(half, steps)] == ["inferensi"]


def test_what_ties_two_symbols_of_one_cell_is_no_edge() -> None:
    drawn = pages(placed("terminator", KOTAK, 0), placed("proses", BAWAH, 1))
    within = (step(mark(0, 0, "terminator"), mark(1, 0, "proses")), step(mark(2, 0, "proses")))
    assert flow_of(drawn, within) == ()


def over_two_pages(*numbers: str) -> list[tuple[int, int]]:
    """The steps that edges tie on a scan without lines, of two pages with two numbered steps each."""
    glyphs = [(placed("proses", KOTAK if at % 2 == 0 else BAWAH, at), 1 + at // 2) for at in range(4)]
    symbols = tuple(replace(one, symbol=replace(one.symbol, halaman=page)) for one, page in glyphs)
    sheets = tuple(Sheet(page, 842, 595, pindaian=True) for page in (1, 2))
    steps = [
        replace(step(mark(at, 0, "proses")), no=RawField(Span(number, range(len(number))), "", 1.0))
        for at, number in enumerate(numbers)
    ]
    found = flow_of(Pages("pindaian", Source(GLYPHS), (), 2, sheets, symbols), steps)
    return [(edge.dari[0], edge.ke[0]) for edge in found]


def test_nothing_goes_on_over_steps_whose_page_is_not_there() -> None:
    assert over_two_pages("1.", "2.", "3.", "4.") == [(0, 1), (1, 2), (2, 3)]
    assert over_two_pages("1.", "2.", "7.", "8.") == [(0, 1), (2, 3)]
    assert over_two_pages("1.", "2.", "7.", "4.") == [(0, 1), (1, 2), (2, 3)]  # misread

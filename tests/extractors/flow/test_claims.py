"""Lines of the flow that are drawn in pieces, in dashes, or half on one page and half on another."""

from extractors.boxes import Box
from extractors.flow.edges import edges_of
from tests.extractors.flow.test_edges import BAWAH, KOTAK, arrow, head, line, pairs, sheet, symbol


def test_a_line_in_pieces_leaves_a_head_to_the_line_that_needs_it() -> None:
    wajik = Box(200, 240, 240, 260)
    onward = (line((140, 110), (220, 110)), *arrow((220, 110), (220, 180)))
    back = (line((200, 250), (150, 250)), line((150, 250), (150, 110)), *arrow((150, 110), (140, 110)))
    symbols = [symbol(KOTAK), symbol(BAWAH), symbol(wajik, "keputusan")]
    drawn = (*onward, *arrow((220, 200), (220, 240)), *back)
    assert pairs(edges_of([sheet(*drawn)], symbols, {0: 0, 1: 1, 2: 2})) == [(0, 1), (1, 2), (2, 0)]


def test_a_dash_under_a_head_is_no_line_of_its_own() -> None:
    drawn = (line((120, 120), (120, 540)), line((120, 541), (120, 546)), head((120, 547), (0, 1)))
    pages = [sheet(*drawn), sheet(*arrow((120, 90), (120, 180)), halaman=2)]
    symbols = [symbol(KOTAK), symbol(Box(100, 180, 140, 200), halaman=2)]
    assert pairs(edges_of(pages, symbols, {0: 0, 1: 1})) == [(0, 1)]


def test_a_way_back_over_the_edge_of_a_page_is_one_though_each_page_has_but_its_half() -> None:
    wajik = Box(200, 100, 240, 120)
    pages = [
        sheet(*arrow((160, 560), (160, 110), (140, 110))),
        sheet(line((200, 110), (160, 110), (160, 40)), halaman=2),
    ]
    symbols = [symbol(KOTAK), symbol(wajik, "keputusan", 2)]
    assert pairs(edges_of(pages, symbols, {0: 0, 1: 1})) == [(1, 0)]

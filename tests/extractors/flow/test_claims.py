"""Lines of the flow that are drawn in pieces, in dashes, or half on one page and half on another."""

from extractors.boxes import Box, union
from extractors.flow.edges import edges_of
from extractors.sheets import Drawing
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


def test_a_head_of_three_prongs_at_whose_base_its_line_turns_is_that_line_s() -> None:
    # An open head with its shaft, drawn as an area; the last stretch to it was too short to draw.
    prongs = (
        (0, 0),
        (-5.8, 4.4),
        (-6.5, 3.9),
        (-2, 0.5),
        (-7, 0.5),
        (-7, -0.5),
        (-2, -0.5),
        (-6.5, -3.9),
        (-5.8, -4.4),
    )
    ring = tuple((100 + x, 110 + y) for x, y in (*prongs, prongs[0]))
    open_head = Drawing("path", union(Box(x, y, x, y) for x, y in ring), ring, closed=True, fill="#000000")
    wajik = Box(20, 180, 60, 200)
    symbols = [symbol(KOTAK), symbol(wajik, "keputusan")]
    back = line((60, 190), (93.5, 190), (93.5, 110))
    assert pairs(edges_of([sheet(back, open_head)], symbols, {0: 0, 1: 1})) == [(1, 0)]

"""Edges between drawn symbols: direction, branches, trunks, pages, gaps."""

import math
from dataclasses import replace

from extractors.boxes import Box, union
from extractors.flow.edges import edges_of
from extractors.flow.strokes import strokes_of
from extractors.sheets import Drawing, Sheet, Word
from extractors.symbols import Edge, Symbol

KOTAK = Box(100, 100, 140, 120)
BAWAH = Box(200, 180, 240, 200)
SEBELAH = Box(300, 180, 340, 200)


def symbol(box: Box, simbol: str = "proses", halaman: int = 1, teks: str = "") -> Symbol:
    return Symbol(simbol, halaman, box, 0.97, teks)  # type: ignore[arg-type]


def line(*points: tuple[float, float]) -> Drawing:
    return Drawing("path", union(Box(x, y, x, y) for x, y in points), points, stroke="#000000")


def head(tip: tuple[float, float], way: tuple[float, float], size: float = 6.0) -> Drawing:
    """A filled triangle that points along ``way``."""
    ux, uy = way[0] / math.hypot(*way), way[1] / math.hypot(*way)
    rear = tip[0] - size * ux, tip[1] - size * uy
    points = (tip, (rear[0] - 2.5 * uy, rear[1] + 2.5 * ux), (rear[0] + 2.5 * uy, rear[1] - 2.5 * ux), tip)
    return Drawing("path", union(Box(x, y, x, y) for x, y in points), points, closed=True, fill="#000000")


def arrow(*points: tuple[float, float]) -> tuple[Drawing, Drawing]:
    (ax, ay), (bx, by) = points[-2:]
    return line(*points), head((bx, by), (bx - ax, by - ay))


def sheet(*drawings: Drawing, words: tuple[Word, ...] = (), halaman: int = 1) -> Sheet:
    return Sheet(halaman, 842, 595, words=words, drawings=drawings)


def pairs(edges: list[Edge]) -> list[tuple[int, int]]:
    return sorted((edge.dari, edge.ke) for edge in edges if edge.terlacak)


def test_an_elbow_leads_where_its_head_points() -> None:
    drawn = arrow((220, 180), (220, 110), (140, 110))
    edges = edges_of([sheet(*drawn)], [symbol(KOTAK), symbol(BAWAH)], {0: 0, 1: 1})
    assert pairs(edges) == [(1, 0)]


def test_the_head_of_another_line_at_the_beginning_is_not_its_own() -> None:
    # The way on begins where the way in ends, and leaves the same way.
    other = Box(250, 240, 290, 260)
    drawn = (*arrow((140, 190), (200, 190)), *arrow((200, 190), (170, 190), (170, 250), (250, 250)))
    first = Box(100, 180, 140, 200)
    edges = edges_of([sheet(*drawn)], [symbol(first), symbol(BAWAH), symbol(other)], {0: 0, 1: 1, 2: 2})
    assert pairs(edges) == [(0, 1), (1, 2)]


def test_pieces_placed_by_hand_are_one_line() -> None:
    drawn = (line((140, 110), (221, 110)), *arrow((220, 111), (220, 180)))
    edges = edges_of([sheet(*drawn)], [symbol(KOTAK), symbol(BAWAH)], {0: 0, 1: 1})
    assert pairs(edges) == [(0, 1)]


def test_a_trunk_leads_to_all_its_branches() -> None:
    drawn = (
        line((120, 120), (120, 150)),
        line((120, 150), (320, 150)),
        *arrow((220, 150), (220, 180)),
        *arrow((320, 150), (320, 180)),
    )
    symbols = [symbol(KOTAK), symbol(BAWAH), symbol(SEBELAH)]
    assert pairs(edges_of([sheet(*drawn)], symbols, {0: 0, 1: 1, 2: 1})) == [(0, 1), (0, 2)]


def test_two_heads_lead_both_ways() -> None:
    drawn = (line((240, 190), (300, 190)), head((300, 190), (1, 0)), head((240, 190), (-1, 0)))
    edges = edges_of([sheet(*drawn)], [symbol(BAWAH), symbol(SEBELAH)], {0: 0, 1: 1})
    assert pairs(edges) == [(0, 1), (1, 0)]


def test_a_line_without_a_head_goes_down_the_rows_and_is_less_sure() -> None:
    edges = edges_of(
        [sheet(line((220, 180), (220, 110), (140, 110)))], [symbol(KOTAK), symbol(BAWAH)], {0: 0, 1: 1}
    )
    assert pairs(edges) == [(0, 1)]
    assert edges[0].keyakinan < 0.7


def test_a_line_drawn_as_an_area_is_a_line() -> None:
    ring = ((140, 109.5), (220.5, 109.5), (220.5, 174), (219.5, 174), (219.5, 110.5), (140, 110.5))
    area = Drawing("path", union(Box(x, y, x, y) for x, y in ring), ring, closed=True, fill="#000000")
    edges = edges_of([sheet(area, head((220, 180), (0, 1)))], [symbol(KOTAK), symbol(BAWAH)], {0: 0, 1: 1})
    assert pairs(edges) == [(0, 1)]


def test_branches_of_a_decision_are_named() -> None:
    words = (Word("Tidak", Box(202, 100, 225, 108)), Word("Ya", Box(225, 203, 235, 211)))
    below = Box(200, 260, 240, 280)
    drawn = (*arrow((200, 190), (120, 190), (120, 120)), *arrow((220, 200), (220, 260)))
    near = (Word("Tidak", Box(170, 178, 196, 187)), words[1])
    symbols = [symbol(KOTAK), symbol(BAWAH, "keputusan"), symbol(below)]
    edges = edges_of([sheet(*drawn, words=near)], symbols, {0: 0, 1: 1, 2: 2})
    assert {(edge.ke, edge.label) for edge in edges if edge.terlacak} == {(0, "Tidak"), (2, "Ya")}
    far = edges_of([sheet(*drawn, words=words)], symbols, {0: 0, 1: 1, 2: 2})
    assert {(edge.ke, edge.label) for edge in far if edge.terlacak} == {(0, None), (2, "Ya")}


def test_a_drawn_line_without_a_head_leads_back_where_its_name_stands_at_the_decision() -> None:
    symbols = [symbol(KOTAK), symbol(BAWAH, "keputusan")]
    on = line((120, 120), (120, 150), (220, 150), (220, 180))
    back = line((240, 190), (260, 190), (260, 110), (140, 110))
    named = sheet(on, back, words=(Word("Tidak", Box(244, 178, 266, 187)),))
    assert pairs(edges_of([named], symbols, {0: 0, 1: 1})) == [(0, 1), (1, 0)]
    assert pairs(edges_of([sheet(on, back)], symbols, {0: 0, 1: 1})) == [(0, 1)]
    between = [*symbols, symbol(Box(400, 140, 440, 160))]
    alone = sheet(back, words=named.words)
    assert pairs(edges_of([alone], between, {0: 0, 2: 1, 1: 2})) == [(1, 0)]


def test_the_same_sign_on_two_pages_joins_both_halves() -> None:
    out, entry = Box(112, 150, 128, 166), Box(212, 20, 228, 36)
    symbols = [
        symbol(KOTAK),
        symbol(out, "konektor", 1, "A"),
        symbol(entry, "konektor", 2, "A"),
        symbol(BAWAH, halaman=2),
    ]
    pages = [
        sheet(*arrow((120, 120), (120, 150))),
        sheet(*arrow((220, 36), (220, 180)), halaman=2),
    ]
    assert pairs(edges_of(pages, symbols, {0: 0, 3: 1})) == [(0, 3)]
    assert pairs(edges_of(pages, symbols, {0: 0, 1: 1, 3: 3})) == [(0, 1)]


def test_a_line_over_the_edge_of_a_page_goes_on_at_the_next() -> None:
    pages = [
        sheet(*arrow((120, 120), (120, 560))),
        sheet(*arrow((220, 90), (220, 180)), halaman=2),
    ]
    symbols = [symbol(KOTAK), symbol(BAWAH, halaman=2)]
    assert pairs(edges_of(pages, symbols, {0: 0, 1: 1})) == [(0, 1)]


def test_a_gap_between_rows_is_bridged_and_says_so() -> None:
    below, last = Box(200, 260, 240, 280), Box(200, 340, 240, 360)
    symbols = [symbol(KOTAK), symbol(BAWAH), symbol(below), symbol(last)]
    rows = {0: 0, 1: 1, 2: 2, 3: 3}
    edges = edges_of([sheet(*arrow((140, 110), (220, 110), (220, 180)))], symbols, rows)
    assert [(e.dari, e.ke) for e in edges if not e.terlacak] == [(1, 2), (2, 3)]
    assert edges_of([sheet()], symbols, rows) == []


def test_a_glued_connector_leads_where_the_file_says() -> None:
    shapes = [Drawing("rect", box, closed=True, nomor=str(at)) for at, box in enumerate((KOTAK, BAWAH))]
    symbols = [symbol(KOTAK), symbol(BAWAH)]

    def led(*course: tuple[float, float]) -> list[tuple[int, int]]:
        around = union(Box(x, y, x, y) for x, y in course)
        glued = Drawing("connector", around, course, dari="0", ke="1", panah=(False, True))
        return pairs(edges_of([sheet(*shapes, glued)], symbols, {0: 0, 1: 1}))

    assert led((130, 145), (170, 170)) == [(0, 1)]
    assert led((400, 400), (500, 500)) == []  # the number means another shape


def test_heads_left_to_lines_that_need_them_free_others_in_turn() -> None:
    # A return leaves a decision where a line comes in, and comes in where another leaves.
    atas, tengah, wajik = Box(200, 100, 240, 120), Box(120, 150, 160, 170), Box(60, 200, 100, 220)
    drawn = (
        *arrow((220, 120), (220, 160), (160, 160)),
        *arrow((100, 210), (220, 210), (220, 120)),
        *arrow((140, 170), (140, 210), (100, 210)),
    )
    edges = edges_of([sheet(*drawn)], [symbol(box) for box in (atas, tengah, wajik)], {0: 0, 1: 1, 2: 2})
    assert pairs(edges) == [(0, 1), (1, 2), (2, 0)]


def test_a_slanted_line_that_begins_short_of_a_symbol_leaves_it() -> None:
    drawn = arrow((120, 124), (220, 180))
    edges = edges_of([sheet(*drawn)], [symbol(KOTAK), symbol(BAWAH)], {0: 0, 1: 1})
    assert pairs(edges) == [(0, 1)]


def test_lines_that_meet_below_a_symbol_are_not_joined_there() -> None:
    # Both end four points short of the symbol: one leads back into it, one leads on from it.
    drawn = (*arrow((200, 190), (120, 190), (120, 124)), *arrow((120, 124), (120, 240)))
    under = Box(100, 240, 140, 260)
    edges = edges_of([sheet(*drawn)], [symbol(KOTAK), symbol(BAWAH), symbol(under)], {0: 0, 1: 1, 2: 2})
    assert pairs(edges) == [(0, 2), (1, 0)]


def test_an_arrow_into_nothing_does_not_lead_to_where_it_began() -> None:
    drawn = arrow((120, 120), (120, 134))
    edges = edges_of([sheet(*drawn)], [symbol(KOTAK), symbol(BAWAH)], {0: 0, 1: 1})
    assert pairs(edges) == []


def test_an_arrow_that_runs_across_a_symbol_and_ends_nowhere_leads_to_it() -> None:
    drawn = arrow((120, 120), (120, 400))
    under = Box(100, 240, 140, 260)
    (edge,) = edges_of([sheet(*drawn)], [symbol(KOTAK), symbol(under)], {0: 0, 1: 1})
    assert (edge.dari, edge.ke) == (0, 1)
    assert edge.keyakinan < 0.9


def test_a_head_with_rounded_corners_is_a_head() -> None:
    # An open head that a program drew as an area with round ends, far more corners than a triangle.
    tip, wings = (300.0, 190.0), [(293.0, 185.0), (293.0, 195.0)]
    ends = [
        (x + 0.8 * math.cos(a), y + 0.8 * math.sin(a))
        for (x, y), turn in ((wings[0], math.pi), (tip, -math.pi / 2), (wings[1], math.pi / 2))
        for a in (turn + step * math.pi / 8 for step in range(8))
    ]
    points = (*ends, (297.5, 190.0))
    area = Drawing("path", union(Box(x, y, x, y) for x, y in points), points, closed=True, fill="#000000")
    edges = edges_of(
        [sheet(line((240, 190), (298, 190)), area)], [symbol(BAWAH), symbol(SEBELAH)], {0: 0, 1: 0}
    )
    assert pairs(edges) == [(0, 1)]


def test_a_short_line_from_the_page_before_does_not_come_from_where_it_leads() -> None:
    left, entered = arrow((120, 120), (120, 140)), arrow((220, 168), (220, 180))
    symbols = [symbol(KOTAK), symbol(BAWAH, halaman=2)]
    edges = edges_of([sheet(*left), sheet(*entered, halaman=2)], symbols, {0: 0, 1: 1})
    assert pairs(edges) == [(0, 1)]


def test_an_open_head_drawn_as_an_area_points_where_it_is_not_hollow() -> None:
    # As high as wide, and turned against the last stretch of its line, which was too short to draw.
    points = ((366.6, 364.8), (362.5, 371.9), (358.3, 364.8), (359.6, 364.1), (362.5, 369.0), (365.3, 364.1))
    area = Drawing("path", union(Box(x, y, x, y) for x, y in points), points, closed=True, fill="#000000")
    drawn = (line((308, 200), (308, 369), (362, 369)), area)
    symbols = [symbol(Box(298, 177, 322, 193)), symbol(Box(374, 359, 397, 379))]
    assert pairs(edges_of([sheet(*drawn)], symbols, {0: 0, 1: 1})) == [(0, 1)]


def test_a_head_alone_between_two_symbols_is_a_line() -> None:
    under = Box(100, 132, 140, 152)
    edges = edges_of([sheet(head((120, 130), (0, 1)))], [symbol(KOTAK), symbol(under)], {0: 0, 1: 1})
    assert pairs(edges) == [(0, 1)]
    assert (
        pairs(edges_of([sheet(head((320, 60), (0, 1)))], [symbol(KOTAK), symbol(under)], {0: 0, 1: 1})) == []
    )


def test_a_stretch_given_twice_takes_no_head() -> None:
    # The last stretch of the way back may be ruled as well, so it is given as a line of its own, too.
    decision = Box(200, 180, 240, 200)
    drawn = (
        *arrow((200, 190), (80, 190), (80, 110), (100, 110)),
        line((80, 110), (94, 110)),
        *arrow((160, 190), (200, 190)),
    )
    beside = Box(120, 180, 160, 200)
    symbols = [symbol(KOTAK), symbol(decision), symbol(beside)]
    assert (1, 0) in pairs(edges_of([sheet(*drawn)], symbols, {0: 0, 1: 1, 2: 1}))


def test_unsigned_connectors_lead_on_at_the_foot_and_back_at_the_head() -> None:
    lanjut, kembali = Box(214, 400, 226, 412), Box(114, 400, 126, 412)
    dari, balik, bawah = Box(214, 60, 226, 72), Box(114, 60, 126, 72), Box(200, 100, 240, 120)
    first = (
        *arrow((140, 110), (220, 110), (220, 180)),
        *arrow((220, 200), (220, 400)),
        *arrow((120, 400), (120, 120)),
    )
    then = (*arrow((220, 72), (220, 100)), *arrow((200, 110), (120, 110), (120, 72)))
    symbols = [
        symbol(KOTAK),
        symbol(BAWAH),
        symbol(lanjut, "konektor"),
        symbol(kembali, "konektor"),
        symbol(dari, "konektor", 2),
        symbol(balik, "konektor", 2),
        symbol(bawah, "keputusan", 2),
    ]
    edges = edges_of([sheet(*first), sheet(*then, halaman=2)], symbols, {0: 0, 1: 1, 6: 2})
    assert pairs(edges) == [(0, 1), (1, 6), (6, 0)]


def test_on_a_scan_only_decisions_lead_back():
    boxes = [Box(100, 20 + 100 * row, 150, 60 + 100 * row) for row in range(3)]
    symbols = [Symbol("proses", 1, box, 0.9) for box in boxes]
    up = [
        Drawing(
            "connector",
            Box(125, 60 + 100 * n, 125, 120 + 100 * n),
            ((125, 120 + 100 * n), (125, 60 + 100 * n)),
        )
        for n in range(2)
    ]
    drawn = [replace(line, stroke="#000000", panah=(False, True)) for line in up]
    steps = {0: 0, 1: 1, 2: 2}
    scan = Sheet(1, 600, 800, drawings=tuple(drawn), pindaian=True)
    assert {(e.dari, e.ke) for e in edges_of([scan], symbols, steps)} == {(0, 1), (1, 2)}
    told = replace(scan, pindaian=False)
    assert {(e.dari, e.ke) for e in edges_of([told], symbols, steps) if e.terlacak} == {(1, 0), (2, 1)}
    deciding = [symbols[0], replace(symbols[1], simbol="keputusan"), symbols[2]]
    assert (1, 0) in {(e.dari, e.ke) for e in edges_of([scan], deciding, steps)}


def scanned(*courses: tuple[tuple[float, float], ...], words: tuple[Word, ...] = ()) -> Sheet:
    """A scan with lines that have a head at their last point."""
    drawn = tuple(
        Drawing(
            "connector", union(Box(*at, *at) for at in course), course, stroke="#000000", panah=(False, True)
        )
        for course in courses
    )
    return Sheet(1, 842, 595, words=words, drawings=drawn, pindaian=True)


def test_of_two_arrows_the_same_way_the_longer_leads_back_from_the_decision() -> None:
    decision = Box(300, 100, 340, 120)
    symbols = [symbol(KOTAK), symbol(decision, "keputusan")]
    straight = ((140.0, 110.0), (300.0, 110.0))
    below = ((120.0, 120.0), (120.0, 150.0), (320.0, 150.0), (320.0, 120.0))
    assert pairs(edges_of([scanned(straight, below)], symbols, {0: 0, 1: 0})) == [(0, 1), (1, 0)]
    plain = [symbol(KOTAK), symbol(decision)]
    assert pairs(edges_of([scanned(straight, below)], plain, {0: 0, 1: 0})) == [(0, 1)]
    again = ((140.0, 114.0), (300.0, 114.0))
    assert pairs(edges_of([scanned(straight, again)], symbols, {0: 0, 1: 0})) == [(0, 1)]


def test_what_is_no_decision_has_no_named_way_out() -> None:
    near = (Word("Ya", Box(160, 98, 172, 106)),)
    course = ((140.0, 110.0), (220.0, 110.0), (220.0, 180.0))
    for simbol, label in (("keputusan", "Ya"), ("proses", None)):
        symbols = [symbol(KOTAK, simbol), symbol(BAWAH)]
        (edge,) = edges_of([scanned(course, words=near)], symbols, {0: 0, 1: 1})
        assert edge.label == label


def test_a_word_far_off_names_the_nearest_branch_that_it_fits() -> None:
    below = Box(200, 260, 240, 280)
    symbols = [symbol(KOTAK), symbol(BAWAH, "keputusan"), symbol(below)]
    back, on = ((200.0, 190.0), (120.0, 190.0), (120.0, 120.0)), ((220.0, 200.0), (220.0, 260.0))
    into = ((140.0, 110.0), (220.0, 110.0), (220.0, 180.0))
    for text, label in (("Tidak", "Tidak"), ("Ya", None)):
        word = Word(text, Box(70, 186, 92, 194))
        edges = edges_of([scanned(into, back, on, words=(word,))], symbols, {0: 0, 1: 1, 2: 2})
        assert {(edge.ke, edge.label) for edge in edges if edge.terlacak} == {
            (1, None),
            (0, label),
            (2, None),
        }


def test_a_connector_right_above_a_symbol_hands_over_to_it() -> None:
    out, entry, below = Box(112, 150, 128, 166), Box(212, 20, 228, 36), Box(200, 42, 240, 62)
    symbols = [
        symbol(KOTAK),
        symbol(out, "konektor", 1, "A"),
        symbol(entry, "konektor", 2, "A"),
        symbol(below, halaman=2),
    ]
    pages = [sheet(*arrow((120, 120), (120, 150))), Sheet(2, 842, 595)]
    (edge,) = edges_of(pages, symbols, {0: 0, 3: 1})
    assert (edge.dari, edge.ke, edge.terlacak) == (0, 3, False)
    apart = [*symbols[:3], symbol(Box(200, 80, 240, 100), halaman=2)]
    assert all(edge.keyakinan == 0.5 for edge in edges_of(pages, apart, {0: 0, 3: 1}))


def test_a_line_without_a_head_to_a_connector_at_the_foot_counts() -> None:
    rows = [Box(100, 20 + 60 * row, 140, 40 + 60 * row) for row in range(4)]
    foot, top, then = Box(112, 280, 128, 296), Box(212, 20, 228, 36), Box(200, 80, 240, 100)
    symbols = [*(symbol(box) for box in rows), symbol(foot, "konektor", 1, "B")]
    symbols += [symbol(top, "konektor", 2, "B"), symbol(then, halaman=2)]
    first = [*(drawn for a in (40, 100, 160) for drawn in arrow((120, a), (120, a + 40)))]
    pages = [sheet(*first, line((120, 220), (120, 280))), sheet(line((220, 36), (220, 80)), halaman=2)]
    assert (3, 6) in pairs(edges_of(pages, symbols, {0: 0, 1: 1, 2: 2, 3: 3, 6: 4}))


def test_an_arrow_down_to_the_foot_leads_to_what_it_points_at_on_the_next_page() -> None:
    top = Box(200, 60, 240, 80)
    symbols = [symbol(KOTAK), symbol(top, halaman=2)]
    pages = [sheet(*arrow((120, 120), (120, 150), (220, 150), (220, 190))), Sheet(2, 842, 595)]
    assert pairs(edges_of(pages, symbols, {0: 0, 1: 1})) == [(0, 1)]
    aside = [symbol(KOTAK), symbol(Box(300, 60, 340, 80), halaman=2)]
    assert pairs(edges_of(pages, aside, {0: 0, 1: 1})) == []


def test_the_shadow_of_a_line_is_no_line() -> None:
    course = ((140.0, 110.0), (220.0, 110.0), (220.0, 180.0))
    shadow = tuple((x + 1, y + 1) for x, y in course)
    assert len(strokes_of(sheet(line(*course), line(*shadow[::-1])))) == 1
    lower = tuple((x, y + 1.6) for x, y in course)
    assert len(strokes_of(sheet(line(*course), line(*lower)))) == 1
    beside = tuple((x + 6, y + 6) for x, y in course)
    assert len(strokes_of(sheet(line(*course), line(*beside)))) == 2

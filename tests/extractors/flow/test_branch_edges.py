"""Edges at decisions: where their names stand, and what the flow lacks, tells which way they lead."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.flow.edges import edges_of
from extractors.sheets import TAK_TERBACA, Drawing, Sheet, Word
from tests.extractors.flow.test_edges import BAWAH, KOTAK, arrow, pairs, scanned, sheet, symbol


def test_a_decision_that_nothing_leads_to_is_reached_by_the_line_from_the_row_before() -> None:
    symbols = [symbol(KOTAK), symbol(BAWAH, "keputusan"), symbol(Box(200, 260, 240, 280))]
    back, on = ((220.0, 180.0), (220.0, 110.0), (140.0, 110.0)), ((220.0, 200.0), (220.0, 260.0))
    assert pairs(edges_of([scanned(back, on)], symbols, {0: 0, 1: 1, 2: 2})) == [(0, 1), (1, 2)]
    said = (Word("Tidak", Box(190, 160, 212, 168)),)
    assert pairs(edges_of([scanned(back, on, words=said)], symbols, {0: 0, 1: 1, 2: 2})) == [(1, 0), (1, 2)]


def test_a_word_beside_the_decision_that_a_line_leads_to_is_not_of_that_line() -> None:
    first, then = Box(300, 100, 340, 120), Box(200, 140, 240, 160)
    symbols = [symbol(first, "keputusan"), symbol(then, "keputusan"), symbol(Box(200, 200, 240, 220))]
    word = (Word("TIDAK", Box(168, 138, 198, 146)),)
    down = ((320.0, 120.0), (320.0, 130.0), (220.0, 130.0), (220.0, 140.0))
    edges = edges_of(
        [scanned(down, ((220.0, 160.0), (220.0, 200.0)), words=word)], symbols, {0: 0, 1: 1, 2: 2}
    )
    assert {edge.label for edge in edges if edge.dari == 0} == {None}


def test_a_word_before_another_corner_of_the_decision_is_not_of_the_line() -> None:
    symbols = [symbol(KOTAK, "keputusan"), symbol(Box(100, 180, 140, 200))]
    for box, label in ((Box(86, 104, 98, 112), None), (Box(122, 124, 140, 132), "Tidak")):
        down = ((120.0, 120.0), (120.0, 180.0))
        (edge,) = edges_of([scanned(down, words=(Word("Tidak", box),))], symbols, {0: 0, 1: 1})
        assert edge.label == label


def test_a_letter_at_the_end_of_a_line_is_its_head() -> None:
    symbols = [symbol(KOTAK, "keputusan"), symbol(Box(300, 180, 340, 200))]
    course = ((140.0, 110.0), (320.0, 110.0), (320.0, 180.0))
    for at, label in ((Box(317, 174, 323, 180), None), (Box(145, 102, 151, 108), "Ya")):
        (edge,) = edges_of([scanned(course, words=(Word("Y", at),))], symbols, {0: 0, 1: 1})
        assert edge.label == label


def test_a_line_with_the_name_of_the_way_back_at_its_end_leads_back_from_there() -> None:
    symbols = [symbol(KOTAK), symbol(Box(200, 140, 240, 160)), symbol(Box(300, 180, 340, 200), "keputusan")]
    down = ((100.0, 110.0), (80.0, 110.0), (80.0, 190.0), (300.0, 190.0))
    for text, edge in (("Tidak", (2, 0)), ("Ya", (0, 2)), ("Camat", (0, 2))):
        words = (Word(text, Box(276, 180, 298, 188)),)
        assert pairs(edges_of([scanned(down, words=words)], symbols, {0: 0, 1: 1, 2: 2})) == [edge]


def test_a_line_from_the_row_before_is_both_ways_where_the_name_of_the_way_back_hides_its_head() -> None:
    symbols = [symbol(KOTAK), symbol(Box(200, 160, 240, 180), "keputusan"), symbol(Box(200, 220, 240, 240))]
    down, on = ((120.0, 120.0), (120.0, 170.0), (200.0, 170.0)), ((220.0, 180.0), (220.0, 220.0))
    rows = {0: 0, 1: 1, 2: 2}
    for text, named in (("Tidak", [(0, 1), (1, 0), (1, 2)]), ("Camat", [(0, 1), (1, 2)])):
        words = (Word(text, Box(172, 161, 198, 169)),)
        assert pairs(edges_of([scanned(down, on, words=words)], symbols, rows)) == named
    # Letters that pass for a line are none.
    letters = (Word("Tidak", Box(172, 161, 208, 175)),)
    short = ((174.0, 168.0), (198.0, 168.0))
    edges = edges_of([scanned(short, on, words=letters)], symbols, rows)
    assert (1, 0) not in pairs(edges)


def test_a_line_without_a_head_past_a_row_leads_from_the_decision_that_lacks_a_way() -> None:
    last = Box(100, 220, 140, 240)
    symbols = [symbol(KOTAK), symbol(Box(200, 140, 240, 160)), symbol(last, "keputusan")]
    rows = {0: 0, 1: 1, 2: 2}
    bare = scanned(((100.0, 230.0), (80.0, 230.0), (80.0, 110.0), (100.0, 110.0)))
    bare = replace(bare, drawings=tuple(replace(line, panah=(False, False)) for line in bare.drawings))
    assert (2, 0) in pairs([edge for edge in edges_of([bare], symbols, rows) if edge.terlacak])
    plain = [*symbols[:2], symbol(last)]
    assert not [edge for edge in edges_of([bare], plain, rows) if edge.terlacak]


def test_a_slanted_line_past_a_row_without_symbols_is_as_sure_as_to_the_next() -> None:
    symbols = [symbol(KOTAK), symbol(Box(200, 260, 240, 280))]
    slanted = scanned(((120.0, 120.0), (220.0, 260.0)))
    (near,), (far,) = (edges_of([slanted], symbols, rows) for rows in ({0: 0, 1: 1}, {0: 0, 1: 2}))
    assert near == far


def test_a_third_way_out_of_a_decision_that_leads_back_without_a_name_is_none() -> None:
    decision, left, right = Box(200, 180, 240, 200), Box(100, 260, 140, 280), Box(300, 260, 340, 280)
    symbols = [symbol(KOTAK), symbol(decision, "keputusan"), symbol(left), symbol(right)]
    into, back = (
        ((140.0, 104.0), (230.0, 104.0), (230.0, 180.0)),
        ((210.0, 180.0), (210.0, 116.0), (140.0, 116.0)),
    )
    first, other = (
        ((200.0, 190.0), (120.0, 190.0), (120.0, 260.0)),
        ((240.0, 190.0), (320.0, 190.0), (320.0, 260.0)),
    )
    rows = {0: 0, 1: 1, 2: 2, 3: 2}
    assert pairs(edges_of([scanned(into, back, first, other)], symbols, rows)) == [(0, 1), (1, 2), (1, 3)]
    assert pairs(edges_of([scanned(into, back, first)], symbols, rows)) == [(0, 1), (1, 0), (1, 2)]


PUTUSAN = Box(200, 180, 240, 200)
SATU_TITIK = (
    *arrow((200, 190), (160, 190), (160, 110), (145, 110)),
    *arrow((200, 190), (160, 190), (160, 270), (145, 270)),
)
"""A way back and a way on that leave a decision at one corner."""


def _labels(words: tuple[Word, ...]) -> dict[int, str | None]:
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(Box(100, 260, 140, 280))]
    edges = edges_of([sheet(*SATU_TITIK, words=words)], symbols, {0: 0, 1: 1, 2: 2})
    return {edge.ke: edge.label for edge in edges if edge.dari == 1}


def test_names_that_a_program_printed_over_each_other_are_two() -> None:
    words = (
        Word("Lengkap", Box(176, 181.5, 198, 189.6)),
        Word("Tidak", Box(180, 178, 194.4, 186.1)),
        Word("lengkap", Box(177.1, 185, 197, 193.1)),
    )
    assert _labels(words) == {0: "Tidak", 2: "Ya"}


def test_an_answer_printed_into_its_decision_names_a_branch() -> None:
    words = (Word("Tidak", Box(180, 181, 194, 189)), Word("Ya", Box(209, 183, 217, 191)))
    assert _labels(words) == {0: "Tidak", 2: "Ya"}
    asked = (Word("Tidak", Box(180, 181, 194, 189)), Word("Sesuai", Box(210, 182, 230, 190)))
    assert _labels(asked) == {0: "Tidak", 2: None}


def test_one_name_where_two_ways_begin_is_of_the_way_that_leads_so() -> None:
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(Box(340, 180, 380, 200), "keputusan")]
    drawn = (*arrow((240, 190), (335, 190)), *arrow((240, 190), (240, 110), (145, 110)))
    word = (Word("T", Box(252, 181, 256, 189)),)
    edges = edges_of([sheet(*drawn, words=word)], symbols, {0: 0, 1: 1, 2: 1})
    assert {edge.ke: edge.label for edge in edges if edge.dari == 1} == {0: "Tidak", 2: None}


def test_bent_lines_from_one_point_right_before_a_corner_leave_that_symbol() -> None:
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(Box(100, 260, 140, 280))]
    drawn = (
        *arrow((196.5, 190), (160, 190), (160, 270), (145, 270)),
        *arrow((196.5, 190), (196.5, 150), (120, 150), (120, 125)),
    )
    edges = edges_of([sheet(*drawn)], symbols, {0: 0, 1: 1, 2: 2})
    assert pairs(edges) == [(1, 0), (1, 2)]


def test_a_line_straight_down_from_the_head_of_a_page_begins_at_the_last_row_of_the_page_before() -> None:
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(Box(200, 60, 240, 80), halaman=2)]
    first = sheet(*arrow((120, 120), (120, 190), (195, 190)), *arrow((220, 180), (220, 110), (145, 110)))
    for x, known in ((220, [(0, 1), (1, 0), (1, 2)]), (206, [(0, 1), (1, 0)])):
        then = sheet(*arrow((x, 40), (x, 57)), halaman=2)
        assert pairs(edges_of([first, then], symbols, {0: 0, 1: 1, 2: 2})) == known


def test_names_beside_a_decision_but_at_no_line_are_of_the_ways_that_lead_so() -> None:
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(Box(200, 280, 240, 300))]
    drawn = (*arrow((220, 180), (220, 110), (145, 110)), *arrow((220, 200), (220, 275)))
    words = (Word("Tidak", Box(176, 186, 192, 194)), Word("Ya", Box(252, 186, 259, 194)))
    edges = edges_of([sheet(*drawn, words=words)], symbols, {0: 0, 1: 1, 2: 2})
    assert {edge.ke: edge.label for edge in edges if edge.dari == 1} == {0: "Tidak", 2: "Ya"}


def test_all_ends_of_a_trunk_in_one_row_have_its_name() -> None:
    left, right = Box(100, 260, 140, 280), Box(300, 260, 340, 280)
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(left), symbol(right)]
    down = ((220.0, 200.0), (220.0, 230.0))
    drawn = (*arrow(*down, (120.0, 230.0), (120.0, 257.0)), *arrow(*down, (320.0, 230.0), (320.0, 257.0)))
    word = (Word("Ya", Box(224, 204, 231, 212)),)
    edges = edges_of([sheet(*drawn, words=word)], symbols, {0: 0, 1: 1, 2: 2, 3: 2})
    assert {edge.ke: edge.label for edge in edges if edge.dari == 1} == {2: "Ya", 3: "Ya"}


def test_a_mark_within_a_decision_takes_no_name() -> None:
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(Box(100, 260, 140, 280))]
    on = ((200.0, 190.0), (120.0, 190.0), (120.0, 260.0))
    within = ((199.0, 182.0), (236.0, 182.0))
    word = (Word("Y", Box(194, 177, 198, 183)),)
    edges = edges_of([scanned(on, within, words=word)], symbols, {0: 0, 1: 1, 2: 2})
    assert [(edge.ke, edge.label) for edge in edges if edge.dari == 1] == [(2, "Ya")]


def test_letters_beside_a_line_begin_no_way_of_their_own() -> None:
    symbols = [symbol(KOTAK), symbol(PUTUSAN, "keputusan"), symbol(Box(300, 280, 340, 300))]
    back = ((240.0, 191.0), (300.0, 191.0), (300.0, 105.0), (140.0, 105.0))
    letters = ((240.0, 187.0), (262.0, 187.0), (262.0, 290.0), (300.0, 290.0))
    for box, reached in ((Box(242, 182, 262, 189.5), {0}), (Box(266, 182, 286, 189.5), {0, 2})):
        page = scanned(back, letters, words=(Word("Tidak", box),))
        edges = edges_of([page], symbols, {0: 0, 1: 1, 2: 2})
        assert {edge.ke for edge in edges if edge.dari == 1 and edge.terlacak} == reached


def test_an_arrow_right_before_a_decision_leads_to_it_and_not_into_the_way_that_leaves_there() -> None:
    beside = Box(150, 180, 185, 200)
    symbols = [symbol(KOTAK), symbol(beside), symbol(PUTUSAN, "keputusan")]
    drawn = (
        *arrow((188, 188), (196.5, 189.2)),
        *arrow((200, 190), (193, 190), (193, 110), (145, 110)),
    )
    edges = edges_of([sheet(*drawn)], symbols, {0: 0, 1: 1, 2: 1})
    assert pairs(edges) == [(1, 2), (2, 0)]


def test_lines_of_three_symbols_without_a_head_tie_no_two_that_an_arrow_ties() -> None:
    first, then = Box(300, 140, 340, 160), Box(300, 220, 340, 240)
    symbols = [symbol(KOTAK), symbol(first), symbol(then, "keputusan")]
    on = ((330.0, 160.0), (330.0, 220.0))
    shared = (
        ((300.0, 230.0), (120.0, 230.0)),
        ((120.0, 230.0), (120.0, 120.0)),
        ((120.0, 150.0), (300.0, 150.0)),
    )
    page = scanned(on, *shared)
    bare = [replace(drawing, panah=(False, False)) for drawing in page.drawings[1:]]
    page = replace(page, drawings=(page.drawings[0], *bare))
    edges = edges_of([page], symbols, {0: 0, 1: 1, 2: 2})
    assert pairs(edges) == [(0, 1), (1, 2)]


def test_writing_that_was_not_read_is_the_other_name() -> None:
    below = Box(200, 260, 240, 280)
    symbols = [symbol(KOTAK), symbol(BAWAH, "keputusan"), symbol(below)]
    rows = {0: 0, 1: 1, 2: 2}
    into = ((140.0, 110.0), (220.0, 110.0), (220.0, 180.0))
    back, on = ((200.0, 190.0), (120.0, 190.0), (120.0, 120.0)), ((220.0, 200.0), (220.0, 260.0))
    said = Word("Tidak", Box(170, 180, 192, 188))
    written = Drawing("tulisan", Box(222, 208, 230, 216), text=TAK_TERBACA)

    def names(page: Sheet) -> set[tuple[int, str | None]]:
        return {(edge.ke, edge.label) for edge in edges_of([page], symbols, rows) if edge.dari == 1}

    page = scanned(into, back, on, words=(said,))
    unread = replace(page, drawings=(*page.drawings, written))
    assert names(page) == {(0, "Tidak"), (2, None)}
    assert names(unread) == {(0, "Tidak"), (2, "Ya")}
    # Without a name at the other way nothing is told.
    assert names(replace(unread, words=())) == {(0, None), (2, None)}
    # The other line was not seen, but its name was.
    alone = scanned(into, on, words=(Word("Tidak", Box(172, 186, 194, 194)),))
    assert names(replace(alone, drawings=(*alone.drawings, written))) == {(2, "Ya")}
    assert names(alone) == {(2, None)}


def test_a_name_far_from_its_line_names_no_other_one_besides() -> None:
    # "Ya" stands above the corner of the second decision that the way from the first one reaches.
    first, second = Box(476, 242, 511, 263), Box(542, 278, 577, 300)
    symbols = [symbol(first, "keputusan"), symbol(second, "keputusan"), symbol(Box(406, 316, 440, 334))]
    on = arrow((511, 252), (560, 252), (560, 278))
    back = arrow((542, 289), (494, 289), (494, 263))
    down = arrow((560, 300), (560, 305), (423, 305), (423, 316))
    words = (Word("Ya", Box(560, 255, 591, 276)), Word("Tidak", Box(460, 270, 498, 291)))
    edges = edges_of([sheet(*on, *back, *down, words=words)], symbols, {0: 0, 1: 1, 2: 2})
    assert {(edge.dari, edge.ke, edge.label) for edge in edges} == {
        (0, 1, "Ya"),
        (1, 0, "Tidak"),
        (1, 2, None),
    }


def test_a_gap_is_bridged_from_the_end_of_a_chain_and_past_a_way_back() -> None:
    left, right = Box(100, 140, 140, 160), Box(260, 140, 300, 160)
    below = Box(100, 220, 140, 240)
    symbols = [symbol(KOTAK), symbol(left), symbol(right, "keputusan"), symbol(below)]
    rows = {0: 0, 1: 1, 2: 1, 3: 2}
    down, beside = ((120.0, 120.0), (120.0, 140.0)), ((140.0, 150.0), (260.0, 150.0))
    back = ((280.0, 140.0), (280.0, 110.0), (140.0, 110.0))

    def told(*courses: tuple[tuple[float, float], ...]) -> list[tuple[int, int, bool]]:
        return [(edge.dari, edge.ke, edge.terlacak) for edge in edges_of([scanned(*courses)], symbols, rows)]

    assert (2, 3, False) in told(down, beside)
    assert (2, 3, False) in told(down, beside, back)
    # Which of two that hang together in no way goes on is not known.
    assert (2, 3, False) not in told(down)
    # Something leads on already.
    assert (2, 3, False) not in told(down, beside, ((130.0, 160.0), (130.0, 220.0)))


def test_the_line_of_a_named_way_back_leads_past_no_row_the_other_way() -> None:
    middle, last = Box(200, 140, 240, 160), Box(100, 200, 140, 220)
    symbols = [symbol(KOTAK), symbol(middle), symbol(last, "keputusan")]
    line = ((120.0, 200.0), (120.0, 120.0))
    both = replace(scanned(line).drawings[0], panah=(True, True))
    page = replace(scanned(line, words=(Word("Tidak", Box(124, 184, 146, 192)),)), drawings=(both,))
    found = [edge for edge in edges_of([page], symbols, {0: 0, 1: 1, 2: 2}) if edge.terlacak]
    assert [(edge.dari, edge.ke, edge.label) for edge in found] == [(2, 0, "Tidak")]


def test_a_line_without_a_head_is_as_sure_as_any_where_the_name_tells_its_direction() -> None:
    middle, last = Box(200, 140, 240, 160), Box(100, 200, 140, 220)
    symbols = [symbol(KOTAK), symbol(middle), symbol(last, "keputusan")]
    page = scanned(((120.0, 200.0), (120.0, 120.0)), words=(Word("Tidak", Box(124, 184, 146, 192)),))
    bare = replace(page, drawings=tuple(replace(d, panah=(False, False)) for d in page.drawings))
    (edge,) = [edge for edge in edges_of([bare], symbols, {0: 0, 1: 1, 2: 2}) if edge.terlacak]
    assert (edge.dari, edge.ke, edge.label) == (2, 0, "Tidak")


def test_the_only_name_beside_a_decision_is_of_the_way_that_leads_as_it_says() -> None:
    # "Tidak" stands a little nearer to the way on, below it, than to the way back, and beside the decision reached by that.
    first, second, last = Box(402, 222, 426, 238), Box(450, 248, 476, 263), Box(350, 272, 374, 288)
    symbols = [symbol(first, "keputusan"), symbol(second, "keputusan"), symbol(last)]
    on = arrow((426, 230), (463, 230), (463, 248))
    back = arrow((450, 255), (432, 255), (432, 238))
    down = arrow((463, 263), (463, 264), (414, 264), (414, 280), (374, 280))
    words = (Word("Ya", Box(468, 236, 478, 243)), Word("Tidak", Box(396, 243, 412, 250)))
    edges = edges_of([sheet(*on, *back, *down, words=words)], symbols, {0: 0, 1: 1, 2: 2})
    assert {(edge.dari, edge.ke, edge.label) for edge in edges} == {
        (0, 1, "Ya"),
        (1, 0, "Tidak"),
        (1, 2, None),
    }


def test_a_name_left_over_far_from_all_lines_is_of_the_way_that_lacks_it() -> None:
    first, second, last = Box(402, 222, 426, 238), Box(450, 262, 476, 278), Box(500, 302, 524, 318)
    symbols = [symbol(first), symbol(second, "keputusan"), symbol(last)]
    into = arrow((426, 226), (463, 226), (463, 262))
    back = arrow((450, 270), (440, 270), (440, 250), (414, 250), (414, 238))
    on = arrow((476, 270), (512, 270), (512, 302))
    words = [Word("Ya", Box(492, 262, 502, 269)), Word("Tidak", Box(340, 266, 362, 273))]

    def names(words: list[Word]) -> set[tuple[int, int, str | None]]:
        edges = edges_of([sheet(*into, *back, *on, words=tuple(words))], symbols, {0: 0, 1: 1, 2: 2})
        return {(edge.dari, edge.ke, edge.label) for edge in edges}

    assert names(words) == {(0, 1, None), (1, 0, "Tidak"), (1, 2, "Ya")}
    assert names(words[1:]) == {(0, 1, None), (1, 0, None), (1, 2, None)}

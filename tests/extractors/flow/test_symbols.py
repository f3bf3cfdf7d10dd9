"""Which drawings of a page are symbols."""

import math
from dataclasses import replace

from extractors.boxes import Box
from extractors.flow.symbols import symbols_of
from extractors.pages import Cell
from extractors.sheets import TERSIRAT, Drawing, Sheet, Word
from extractors.spans import EMPTY

# Two columns of 80 points, three rows of 60.
CELLS = [
    Cell(EMPTY, column, box=Box(80 * column, 60 * row, 80 * column + 80, 60 * row + 60), halaman=1)
    for row in range(3)
    for column in range(2)
]


def box_at(x: float, y: float, width: float = 50, height: float = 26) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def path(box: Box, *shares, fill=None, stroke="#000000", curved=False, jenis="path") -> Drawing:
    """An outline with corners at shares of a box; a rectangle without any."""
    shares = shares or ((0, 0), (1, 0), (1, 1), (0, 1))
    points = tuple((box.x0 + u * box.width, box.y0 + v * box.height) for u, v in shares)
    return Drawing(jenis, box, points, closed=True, fill=fill, stroke=stroke, curved=curved)


WAJIK = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))
SEGI_LIMA = ((0, 0), (1, 0), (1, 0.8), (0.5, 1), (0, 0.8))


def found(*drawings: Drawing, words=(), cells=CELLS):
    sheet = Sheet(1, 300, 300, words=tuple(words), drawings=drawings)
    return [(symbol.simbol, symbol.asing) for symbol in symbols_of(sheet, cells)]


def test_presets_are_known_by_name():
    names = (
        "flowChartTerminator",
        "flowChartProcess",
        "flowChartDecision",
        "flowChartOffpageConnector",
        "flowChartDocument",
    )
    places = ((40, 30), (120, 30), (40, 90), (120, 90), (40, 150))
    shapes = [Drawing(name, box_at(*place), closed=True) for name, place in zip(names, places, strict=True)]
    assert found(*shapes) == [
        ("terminator", False),
        ("proses", False),
        ("keputusan", False),
        ("konektor", False),
        ("proses", True),
    ]


def test_a_symbol_that_only_lines_tell_of_is_of_no_kind_and_says_so():
    seen, told = (replace(path(box_at(40, y), jenis="contour"), keyakinan=0.9) for y in (30, 90))
    drawings = (replace(seen, raut="kotak"), replace(told, raut=TERSIRAT))
    symbols = symbols_of(Sheet(1, 300, 300, drawings=drawings), CELLS)
    assert [(symbol.simbol, symbol.tersirat) for symbol in symbols] == [("proses", False), (None, True)]


def test_filling_outline_and_shadow_are_one_symbol():
    box = box_at(40, 30)
    shadow = Box(box.x0 + 2, box.y0 + 2, box.x1 + 2, box.y1 + 2)
    parts = (
        path(shadow, fill="#999999", stroke=None),
        path(box, fill="#ffffff", stroke=None),
        path(box),
    )
    assert found(*parts) == [("proses", False)]
    sheet = Sheet(1, 300, 300, drawings=parts)
    assert symbols_of(sheet, CELLS)[0].box == box


def test_what_is_no_symbol():
    arrowhead = path(box_at(40, 30, 5, 5), (0, 0), (1, 0), (0.5, 1), fill="#000000", stroke=None)
    ground = path(Box(0, 0, 80, 60), fill="#eeeeee", stroke=None)
    line = Drawing("path", Box(10, 10, 70, 50), ((10, 10), (70, 10), (70, 50)), stroke="#000000")
    label = Drawing("rect", box_at(120, 30, 20, 10), closed=True, text="Ya")
    picture = Drawing("picture", box_at(40, 90))
    elsewhere = path(box_at(250, 30))
    assert found(arrowhead, ground, line, label, picture, elsewhere) == []


def test_picture_that_a_line_leads_to_is_a_symbol_of_unknown_kind():
    picture = Drawing("picture", box_at(40, 90))
    line = Drawing("connector", Box(40, 40, 40, 77), ((40, 40), (40, 77)))
    assert found(picture, line) == [(None, False)]


def test_small_circle_with_a_letter_hands_over_a_large_one_ends():
    letter = Word("A", box_at(40, 150, 5, 7))
    kept = found(
        Drawing("flowChartConnector", box_at(40, 30, 30, 30), closed=True, curved=True),
        path(box_at(120, 90)),
        Drawing("flowChartConnector", box_at(40, 150, 14, 14), closed=True, curved=True),
        words=(letter,),
    )
    assert kept == [("terminator", True), ("proses", False), ("konektor", True)]


def test_connector_below_the_table_counts():
    assert found(path(box_at(40, 190, 14, 14), *SEGI_LIMA)) == [("konektor", False)]
    assert found(path(box_at(40, 195))) == []


def test_mesh_between_arrows_is_no_symbol():
    mesh = path(Box(30, 40, 115, 140), jenis="contour", stroke=None)
    symbols = [
        path(box_at(x, y), jenis="contour", stroke=None)
        for x, y in ((40, 30), (120, 30), (40, 90), (120, 150))
    ]
    assert len(found(mesh, *symbols)) == 4


def test_a_tip_between_lines_gives_way_to_the_filled_decision_that_it_reaches_into():
    """A slanted arrow, a way back and a side of the decision enclose what looks like a connector."""
    mesh = path(box_at(26, 82, 34, 30), *SEGI_LIMA, jenis="contour", stroke=None)
    decision = path(box_at(50, 100, 56, 40), *WAJIK, jenis="contour", stroke=None, fill="#000000")
    boxes = [path(box_at(x, y), jenis="contour", stroke=None) for x, y in ((40, 30), (120, 30), (120, 150))]
    assert [simbol for simbol, _ in found(mesh, decision, *boxes)].count("keputusan") == 1
    assert "konektor" not in [simbol for simbol, _ in found(mesh, decision, *boxes)]


def test_decision_across_the_border_of_cells():
    assert found(path(box_at(80, 60, 60, 40), *WAJIK)) == [("keputusan", False)]


def test_small_empty_circle_is_an_end_where_it_is_all_its_row_has():
    ring = tuple(
        (0.5 + 0.5 * math.cos(a / 8 * math.pi), 0.5 + 0.5 * math.sin(a / 8 * math.pi)) for a in range(16)
    )
    boxes = [path(box_at(120, 90)), path(box_at(40, 150))]
    assert found(path(box_at(40, 30, 14, 14), *ring, curved=True), *boxes)[0] == ("terminator", True)
    beside = found(path(box_at(40, 90, 14, 14), *ring, curved=True), *boxes)
    assert ("konektor", True) in beside


def test_a_circle_around_any_one_letter_hands_over():
    ring = tuple(
        (0.5 + 0.5 * math.cos(a / 8 * math.pi), 0.5 + 0.5 * math.sin(a / 8 * math.pi)) for a in range(16)
    )
    circle = path(box_at(40, 30, 30, 30), *ring, curved=True)
    for text, simbol in (("A", "konektor"), ("\u0100", "konektor"), ("\u0100\u0100\u0100", "terminator")):
        inside = [Word(text, box_at(40, 30, 8, 8))]
        assert found(circle, words=inside) == [(simbol, True)]


def test_a_white_ground_without_outline_behind_words_is_no_symbol():
    def box(fill: str | None, text: str) -> Drawing:
        return Drawing("rect", box_at(40, 30), closed=True, fill=fill, text=text)

    assert found(box("#ffffff", "Ya")) == []
    assert found(box("#ffffff", "")) == [("proses", False)]
    assert found(box("#cccccc", "Ya")) == [("proses", False)]


def test_a_wide_traced_pentagon_is_a_document_whose_wave_was_worn():
    wide, square = box_at(40, 30, 38, 26), box_at(120, 30, 26, 26)
    traced = [path(box, *SEGI_LIMA, jenis="contour") for box in (wide, square)]
    assert found(*traced) == [("proses", True), ("konektor", False)]


def test_a_word_in_a_circle_is_no_sign_of_a_connector():
    circle = path(box_at(40, 30, 20, 20), jenis="contour", stroke=None)
    told = replace(circle, raut="huruf", keyakinan=0.95)
    assert found(told, words=[Word("A", box_at(40, 30, 6, 8))]) == [("konektor", False)]
    assert found(told, words=[Word("Mulai", box_at(40, 30, 24, 8))])[0][0] == "terminator"


def test_boxes_of_doubtful_corners_are_boxes_beside_a_form_that_is_surely_round():
    def contour(x: float, y: float, raut: str, keyakinan: float) -> Drawing:
        ring = [(0.1, 0), (0.9, 0), (1, 0.2), (1, 0.8), (0.9, 1), (0.1, 1), (0, 0.8), (0, 0.2)]
        drawing = path(box_at(x, y), *ring, jenis="contour")
        return replace(drawing, raut=raut, keyakinan=keyakinan)

    alone = [contour(40, 30, "kotak", 0.7), contour(40, 90, "kotak", 0.95)]
    assert found(*alone) == [("terminator", False), ("proses", False)]
    assert found(*alone, contour(40, 150, "bulat", 0.9)) == [
        ("proses", False),
        ("proses", False),
        ("terminator", False),
    ]
    # What is hardly seen to be round tells nothing.
    assert found(*alone, contour(40, 150, "bulat", 0.6))[0] == ("terminator", False)


def test_a_small_unsure_form_among_larger_ones_is_what_lines_enclose():
    def contour(box: Box, raut: str, keyakinan: float) -> Drawing:
        return replace(path(box, jenis="contour"), raut=raut, keyakinan=keyakinan)

    boxes = [contour(box_at(x, y), "kotak", 0.97) for x, y in ((40, 30), (120, 30), (120, 150))]
    slight = box_at(40, 90, 26, 19)
    assert len(found(*boxes, contour(slight, "kotak", 0.97))) == 4
    assert len(found(*boxes, contour(slight, "kotak", 0.5))) == 3
    narrow = box_at(40, 90, 9, 30)
    assert len(found(*boxes, contour(narrow, "lingkaran", 0.97))) == 3
    assert len(found(*boxes, contour(box_at(40, 90, 16, 16), "lingkaran", 0.97))) == 4


def test_a_small_form_that_is_surely_round_is_a_symbol_beside_broad_boxes():
    broad = [
        replace(path(box_at(80, y, 150, 30), jenis="contour"), raut="kotak", keyakinan=0.9) for y in (30, 90)
    ]
    small = [
        replace(path(box_at(40, 150, 34, 24), jenis="contour"), raut="bulat", keyakinan=k)
        for k in (0.99, 0.8)
    ]
    third = replace(path(box_at(120, 150, 60, 50), jenis="contour"), raut="kotak", keyakinan=0.9)
    assert ("terminator", False) in found(*broad, third, small[0])
    assert ("terminator", False) not in found(*broad, third, small[1])

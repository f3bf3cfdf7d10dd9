"""Drawn symbols become glyphs in the cells that hold them."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.boxes import Box
from extractors.flow.marking import marked
from extractors.layouts.procedure import find_procedure
from extractors.layouts.table_cells import read_tables
from extractors.pages import Cell, Pages, Place, Row, Source, Table
from extractors.sheets import Drawing, Sheet
from extractors.spans import Span

HEADS = ("No", "Kegiatan", "Camat", "Staf", "Kelengkapan", "Waktu", "Output")
BODY = (
    ("1", "Menerima surat masuk", "", "Tidak", "Surat", "5 Menit", "Surat"),
    ("2", "Memeriksa isi surat", "", "", "Surat", "10 Menit", "Disposisi"),
    ("3", "Menyimpan surat", "", "", "Disposisi", "5 Menit", "Arsip"),
)
WIDTH, HEIGHT = 80.0, 60.0


def pages(
    *drawings: Drawing,
    pindaian: bool = False,
    heads: Sequence[str] = HEADS,
    body: Sequence[Sequence[str]] = BODY,
    halaman: int = 1,
) -> Pages:
    """A page with one procedure: actors in the columns that begin at 160 and 240, steps from 60 downward."""
    text, rows = "", []
    for row, texts in enumerate((heads, *body)):
        cells = []
        for column, content in enumerate(texts):
            span = Span(content, range(len(text), len(text) + len(content)))
            box = Box(WIDTH * column, HEIGHT * row, WIDTH * (column + 1), HEIGHT * (row + 1))
            cells.append(Cell(span, column, box=box, halaman=halaman))
            text += content + "\n"
        rows.append(Row(tuple(cells)))
    places = (Place(0, 2, 1, Box(0, 0, 0.1, 0.1)),)
    sheet = Sheet(halaman, 600, 300, drawings=drawings, pindaian=pindaian)
    return Pages("pdf", Source(text, places), (Table(tuple(rows)),), 1, (sheet,))


def shape(jenis: str, x: float, y: float, width: float = 50, height: float = 26) -> Drawing:
    box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    return Drawing(jenis, box, closed=True, fill="#ffffff", stroke="#000000")


def marks(result: Pages) -> list[list[tuple[int, str | None]]]:
    procedure = read_tables([block for block in result.blocks if isinstance(block, Table)])
    assert procedure is not None
    return [[(mark.kolom, mark.simbol) for mark in step.tanda] for step in procedure.steps]


def test_symbols_name_actor_and_kind():
    result = marked(
        pages(
            shape("flowChartTerminator", 200, 90),
            shape("flowChartDecision", 280, 150),
            shape("rect", 200, 210),
        )
    )
    assert marks(result) == [[(0, "terminator")], [(1, "keputusan")], [(0, "proses")]]


def test_symbols_are_told_where_no_heading_can_be_read():
    worn = pages(shape("rect", 200, 90), shape("rect", 280, 150), heads=("",) * len(HEADS))
    found = find_procedure(marked(worn).blocks)
    assert found is not None
    steps = found.procedure.steps
    assert [[mark.kolom for mark in step.tanda] for step in steps] == [[0], [1], []]


def test_a_heading_whose_lower_edge_was_not_seen_takes_no_symbol_of_the_first_step():
    whole = pages(shape("rect", 200, 90), shape("rect", 280, 150))
    (table,) = whole.blocks
    assert isinstance(table, Table)
    head, first, *rest = table.rows
    tall = replace(head.cells[2], box=Box(2 * WIDTH, 0, 3 * WIDTH, 2 * HEIGHT))
    head = Row((*head.cells[:2], tall, *head.cells[3:]))
    first = Row((*first.cells[:2], *first.cells[3:]))
    merged = replace(whole, blocks=(Table((head, first, *rest)),))
    assert marks(marked(merged)) == marks(marked(whole)) == [[(0, "proses")], [(1, "proses")], []]


def test_a_branch_beside_a_symbol_does_not_hide_it():
    assert marks(marked(pages(shape("rect", 280, 90))))[0] == [(1, "proses")]


def test_glyph_knows_its_place():
    drawn = shape("rect", 200, 90)
    result = marked(pages(drawn, pindaian=True))
    (placed,) = result.simbol
    (offset,) = placed.offsets
    assert result.source.text[offset] == "□"
    (place,) = result.source.places_of(Span("□", (offset,)))
    assert place.mesin == "gambar"
    assert place.halaman == 1
    assert place.kotak == Box(175 / 600, 77 / 300, 225 / 600, 103 / 300)
    assert result.source.places[0].end == 2  # what was there stays


def test_box_over_two_columns_is_of_both_actors():
    assert marks(marked(pages(shape("rect", 240, 150, 120))))[1] == [(0, "proses"), (1, "proses")]


def test_symbol_between_two_rows_is_of_that_which_holds_its_middle():
    assert marks(marked(pages(shape("diamond", 200, 176, 60, 40)))) == [[], [(0, "keputusan")], []]


def test_symbol_of_unknown_kind_names_the_actor():
    line = Drawing("connector", Box(200, 100, 200, 137), ((200, 100), (200, 137)))
    result = marked(pages(shape("picture", 200, 150), line))
    assert marks(result)[1] == [(0, None)]


def test_connector_beside_a_symbol_only_hands_over():
    result = marked(pages(shape("rect", 200, 140), shape("flowChartOffpageConnector", 200, 165, 12, 12)))
    assert marks(result)[1] == [(0, "proses")]
    assert [placed.offsets == () for placed in result.simbol] == [False, True]


def test_a_connector_in_a_row_without_words_is_of_no_step():
    """Officers give what only leads to another page a row of its own, below the last step and above the next."""
    connector = shape("flowChartOffpageConnector", 280, 150, 12, 12)
    handing = (BODY[0], ("",) * len(HEADS), BODY[2])
    result = marked(pages(shape("rect", 200, 90), connector, shape("rect", 200, 210), body=handing))
    assert marks(result) == [[(0, "proses")], [(0, "proses")]]
    assert [placed.offsets == () for placed in result.simbol] == [False, True, False]


def test_circles_in_rows_without_words_on_both_sides_of_a_break_only_hand_over():
    empty = ("",) * len(HEADS)
    circles = (shape("ellipse", 200, 150, 12, 12), shape("ellipse", 280, 210, 12, 12))
    torn = pages(shape("rect", 200, 90), circles[0], body=(BODY[0], empty))
    next_page = pages(circles[1], shape("rect", 280, 270), body=(empty, empty, empty, BODY[2]), halaman=2)
    (above,), (below,) = torn.blocks, next_page.blocks
    assert isinstance(above, Table)
    assert isinstance(below, Table)
    rows = (*above.rows, below.rows[0], *below.rows[3:])
    both = replace(torn, blocks=(Table(rows),), sheets=(*torn.sheets, *next_page.sheets))
    assert [placed.symbol.simbol for placed in marked(both).simbol] == [
        "proses",
        "konektor",
        "konektor",
        "proses",
    ]


def test_connector_alone_is_of_its_actor():
    assert marks(marked(pages(shape("flowChartOffpageConnector", 200, 150, 20, 20))))[1] == [(0, "konektor")]


def test_drawings_in_other_columns_and_headings_mark_nothing():
    plain = pages(shape("rect", 120, 90), shape("rect", 440, 150), shape("rect", 200, 30))
    assert marked(plain) is plain
    assert marks(plain) == [[], [], []]


def circle(x: float, y: float) -> Drawing:
    box = Box(x - 7, y - 7, x + 7, y + 7)
    corners = ((x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y))
    return Drawing("contour", box, corners, closed=True, raut="lingkaran", keyakinan=0.95)


def test_a_small_empty_circle_alone_in_its_row_begins_or_ends_the_flow():
    result = marked(pages(circle(200, 90), shape("rect", 280, 150), shape("rect", 200, 210), pindaian=True))
    assert marks(result) == [[(0, "terminator")], [(1, "proses")], [(0, "proses")]]


def test_a_small_empty_circle_beside_another_symbol_hands_the_flow_over():
    result = marked(
        pages(
            shape("rect", 200, 90),
            shape("rect", 280, 150),
            circle(200, 150),
            shape("rect", 200, 210),
            pindaian=True,
        )
    )
    assert {placed.symbol.simbol for placed in result.simbol} == {"proses", "konektor"}

from itertools import pairwise

import pytest

from extractors.lattice.grid import lattices
from extractors.sheets import Drawing, Sheet
from extractors.vector.document import open_pdf
from extractors.vector.page import sheet_of
from tests.extractors.vector.made import Page, line, pdf, table, text

XS: list[float] = [50, 80, 200, 260, 320, 400]
YS: list[float] = [500, 560, 620, 680, 700]
COUNT = (len(XS) - 1) * (len(YS) - 1)


def sheet(content: str) -> Sheet:
    with open_pdf(pdf(Page(content))) as document:
        return sheet_of(document, 1)


def cells(content: str) -> list[int]:
    return [len(lattice.cells) for lattice in lattices(sheet(content).rules)]


def boxes(mark: str, thickness: float = 0.5) -> str:
    """The borders of all cells, each drawn by itself as thin filled boxes or as lines."""
    parts = []
    for x0, x1 in pairwise(XS):
        for y0, y1 in pairwise(YS):
            if mark == "filled":
                t = thickness
                parts.append(f"{x0} {y0} {x1 - x0} {t} re f {x0} {y1} {x1 - x0} {t} re f\n")
                parts.append(f"{x0} {y0} {t} {y1 - y0} re f {x1} {y0} {t} {y1 - y0} re f\n")
            elif mark == "lines":
                parts.append(
                    line(x0, y0, x1, y0) + line(x0, y1, x1, y1) + line(x0, y0, x0, y1) + line(x1, y0, x1, y1)
                )
            elif mark == "boxes":
                parts.append(f"{x0} {y0} {x1 - x0} {y1 - y0} re S\n")
            else:
                parts.append(f"{x0 + 1} {y0 + 1} {x1 - x0 - 2} {y1 - y0 - 2} re S\n")
    return "".join(parts)


def dots() -> str:
    parts = [f"{x} {y} 1 1 re f" for y in YS for x in range(50, 400, 2)]
    parts += [f"{x} {y} 1 1 re f" for x in XS for y in range(500, 700, 2)]
    return "\n".join(parts)


@pytest.mark.parametrize(
    "content",
    [
        table(XS, YS),
        "0.1 w " + table(XS, YS),
        "0.5 G " + table(XS, YS),
        "[3 2] 0 d " + table(XS, YS),
        "[0.5 1.5] 0 d " + table(XS, YS),
        table(XS, YS) + table([x + 2 for x in XS], [y + 2 for y in YS]),
        "2.5 w " + table(XS, YS),
        boxes("filled"),
        boxes("lines"),
        boxes("boxes"),
        boxes("apart"),
        dots(),
        # One path for all of it, and a table scaled and mirrored by its matrix.
        "".join(f"{XS[0]} {y} m {XS[-1]} {y} l " for y in YS)
        + "".join(f"{x} {YS[0]} m {x} {YS[-1]} l " for x in XS)
        + "S",
        "q 0.5 0 0 -0.5 0 842 cm " + table([2 * x for x in XS], [2 * y for y in YS]) + "Q",
    ],
)  # fmt: skip
def test_borders_however_they_are_drawn(content: str) -> None:
    found = sheet(content)
    assert cells(content) == [COUNT]
    assert sum(rule.tegak for rule in found.rules) == len(XS)
    assert sum(not rule.tegak for rule in found.rules) == len(YS)
    assert found.drawings == ()


BOX = "210 575 40 30 re S "
SYMBOLS = {
    "box": BOX,
    "filled box": "0.3 0.5 0.8 rg " + "210 575 40 30 re B ",
    "ground only": "0.3 0.5 0.8 rg 210 575 40 30 re f ",
    "box on the border of its column": "200 575 40 30 re S ",
    "box as wide as its column": "200 575 60 30 re S ",
    "diamond": "230 610 m 250 590 l 230 570 l 210 590 l h S ",
    "rounded": "215 575 m 245 575 l 255 575 255 605 245 605 c 215 605 l 205 605 205 575 215 575 c h S ",
    "boxes and a line": BOX + "280 575 30 30 re S 250 590 m 280 590 l S ",
    "arrow": BOX + "230 575 m 230 540 l S 226 544 m 234 544 l 230 536 l h f ",
    "elbow": BOX + "250 590 m 290 590 l 290 540 l S 286 544 m 294 544 l 290 536 l h f ",
}


@pytest.mark.parametrize("name", SYMBOLS)
def test_symbols_are_drawings_and_leave_the_table_as_it_is(name: str) -> None:
    content = table(XS, YS) + SYMBOLS[name]
    assert cells(content) == [COUNT]
    drawings = sheet(content).drawings
    assert drawings
    assert all(d.box.x0 >= 200 and d.box.x1 <= 320 for d in drawings)


def test_a_short_line_that_was_filled_and_leans_is_a_line() -> None:
    # Word draws the line between two symbols side by side so: ten points long, half a point higher at its end.
    drawn = "250 589.5 m 260 590 l 260 590.8 l 250 590.3 l h f 259 587 m 265 590.4 l 259 593.5 l h f "
    found = [d for d in sheet(table(XS, YS) + drawn).drawings if not d.closed and len(d.points) == 2]
    assert [(round(d.box.x0), round(d.box.x1)) for d in found] == [(250, 260)]


def test_pieces_of_an_elbow_that_ends_at_a_border_are_lines_of_the_flow() -> None:
    # A way back that leaves over the edge of a page: one piece ends at the border, the other at a symbol.
    drawn = line(225, 590, 225, 700) + line(225, 590, 240, 590)
    found = sheet(table(XS, YS) + drawn).drawings
    assert sorted(len(d.points) for d in found) == [2, 2]


def test_few_dashes_are_a_broken_line_also_at_a_head() -> None:
    dashes = "".join(line(270 + 4 * at, 590, 273 + 4 * at, 590) for at in range(6))
    drawn = dashes + "287 587 m 294 590 l 287 593 l h f "
    found = [d for d in sheet(table(XS, YS) + drawn).drawings if not d.closed]
    assert [(round(d.box.x0), round(d.box.x1)) for d in found] == [(270, 293)]


def test_drawings_keep_their_corners_and_colours() -> None:
    content = (
        table(XS, YS) + "1 0 0 RG 0 0 1 rg " + SYMBOLS["diamond"].replace("h S", "h B") + SYMBOLS["rounded"]
    )
    diamond, rounded = sheet(content).drawings
    assert (diamond.fill, diamond.stroke, diamond.closed, diamond.curved) == (
        "#0000ff",
        "#ff0000",
        True,
        False,
    )
    assert [(round(x), round(842 - y)) for x, y in diamond.points[:4]] == [
        (230, 610),
        (250, 590),
        (230, 570),
        (210, 590),
    ]
    assert rounded.curved
    assert rounded.fill is None


def test_grounds_of_cells_are_nothing() -> None:
    heads = "".join(f"0.8 g {a} 680 {b - a} 20 re f\n" for a, b in pairwise(XS))
    content = heads + "0 g " + table(XS, YS)
    assert sheet(content).drawings == ()
    assert cells(content) == [COUNT]


def test_white_lines_count_on_a_dark_ground_only() -> None:
    assert sheet("1 G " + table(XS, YS)).rules == ()
    assert cells("0 0 0.5 rg 50 500 350 200 re f 1 G " + table(XS, YS)) == [COUNT]


def test_a_table_open_at_the_end_of_the_page_is_closed() -> None:
    content = "".join(line(50, y, 400, y) for y in (700, 680, 600))
    content += "".join(line(x, 540, x, 700) for x in XS)
    assert cells(content) == [15]


def test_a_table_without_lines_at_its_sides_is_closed() -> None:
    content = "".join(line(50, y, 400, y) for y in YS) + "".join(line(x, 500, x, 700) for x in XS[1:-1])
    assert cells(content) == [COUNT]


def test_lines_of_text_are_no_table() -> None:
    underlined = "".join(
        text(50, 700 - 20 * at, "bergaris bawah") + line(50, 698 - 20 * at, 120, 698 - 20 * at)
        for at in range(4)
    )
    assert cells(underlined) == []


def test_clipped_lines_end_where_they_are_seen() -> None:
    (rule,) = sheet("q 100 600 100 100 re W n " + line(50, 650, 400, 650) + "Q").rules
    assert (rule.start, rule.end) == pytest.approx((100, 200), abs=0.6)


def test_pictures_are_drawings_of_their_own() -> None:
    found: tuple[Drawing, ...] = sheet(BOX).drawings
    assert [drawing.jenis for drawing in found] == ["path"]


def test_a_line_of_the_flow_upon_a_border_is_of_both() -> None:
    # From a symbol to the border at 260, up along it, and back to a symbol in the row above.
    loop = line(230, 590, 260, 590) + line(260, 590, 260, 650) + line(260, 650, 235, 650)
    seen = sheet(table(XS, YS) + loop)
    assert cells(table(XS, YS) + loop) == [COUNT]
    ends = {tuple(sorted((line.points[0], line.points[-1]))) for line in seen.drawings}
    height = seen.height
    assert ((260.0, height - 650.0), (260.0, height - 590.0)) in ends
    alone = sheet(table(XS, YS) + line(260, 590, 260, 650))
    assert not alone.drawings

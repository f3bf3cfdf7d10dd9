"""Sheets of a spreadsheet that were cut at the edge of their paper."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.composing.wide_sheets import across
from extractors.lattice.grid import lattices
from extractors.sheets import Drawing, Rule, Sheet, Word

ROWS = (70.0, 90.0, 115.0, 140.0, 170.0, 200.0)
WIDTH, HEIGHT = 600.0, 800.0


def page(
    number: int, edges: tuple[float, ...], words: tuple[Word, ...], rows: tuple[float, ...] = ROWS
) -> Sheet:
    rules = [Rule(False, y, edges[0], edges[-1]) for y in rows] + [
        Rule(True, x, rows[0], rows[-1]) for x in edges
    ]
    return Sheet(number, WIDTH, HEIGHT, words, tuple(rules))


def word(text: str, x: float, y: float, width: float = 30.0) -> Word:
    return Word(text, Box(x, y, x + width, y + 10))


LEFT = page(
    1, (50.0, 90.0, 300.0, 500.0), (word("1", 60, 95), word("Dasar", 480, 75), word("Hukum", 510, 75))
)
RIGHT = page(2, (50.0, 170.0, 330.0), (word("Dasar", 30, 75), word("Hukum", 60, 75), word("Surat", 60, 95)))


def test_columns_are_put_beside_each_other() -> None:
    whole, rest = across([LEFT, RIGHT])
    assert [(len(one.xs), len(one.ys)) for one in lattices(whole.rules)] == [(6, 6)]
    assert [(w.text, w.box.x0) for w in whole.words] == [
        ("1", 60),
        ("Dasar", 480),
        ("Hukum", 510),
        ("Surat", 510),
    ]
    assert not rest.words
    assert not rest.rules


def test_a_text_over_both_pages_is_in_one_cell() -> None:
    cells = lattices(across([LEFT, RIGHT])[0].rules)[0].cells
    first = [(round(c.box.x0), round(c.box.x1)) for c in cells if c.box.y0 < 80]
    assert first == [(50, 90), (90, 300), (300, 620), (620, 780)]


def test_places_are_those_of_the_pages() -> None:
    whole = across([LEFT, RIGHT])[0]
    right = whole.words[-1].box
    assert (whole.page_at(right), whole.page_at(LEFT.words[0].box)) == (2, 1)
    assert whole.on_page(right) == RIGHT.on_page(RIGHT.words[-1].box)
    assert whole.on_page(LEFT.words[0].box) == LEFT.on_page(LEFT.words[0].box)


def test_drawings_move_with_their_page() -> None:
    box = Drawing("path", Box(60, 100, 90, 110), ((60.0, 100.0), (90.0, 110.0)))
    moved = across([LEFT, replace(RIGHT, drawings=(box,))])[0].drawings[0]
    assert (moved.box.x0, moved.points[1]) == (510, (540.0, 110.0))


def test_a_page_with_the_same_columns_goes_on_below() -> None:
    below = page(2, (50.0, 90.0, 300.0, 500.0), (word("2", 60, 95),))
    assert across([LEFT, below]) == [LEFT, below]


def test_pages_with_other_rows_stay_apart() -> None:
    other = page(2, (50.0, 170.0, 330.0), (), tuple(y + 7 * at for at, y in enumerate(ROWS)))
    assert across([LEFT, other]) == [LEFT, other]


def test_scans_are_left_alone() -> None:
    scans = [replace(LEFT, pindaian=True), replace(RIGHT, pindaian=True)]
    assert across(scans) == scans

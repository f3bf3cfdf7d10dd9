"""A column without lines between columns that have theirs."""

from extractors.boxes import Box
from extractors.lattice.grid import lattices
from extractors.sheets import Rule, Sheet, Word
from extractors.tables.open_columns import closed

ROWS = (50.0, 90.0, 130.0, 170.0)
GAP = (70.0, 220.0)


def sheet(text: str = "Memeriksa", ys: tuple[float, ...] = ROWS, sides: bool = True) -> Sheet:
    """A table of four columns whose second one is not framed, with words in it."""
    rules = [Rule(False, y, x0, x1) for y in ys for x0, x1 in ((40.0, GAP[0]), (GAP[1], 500.0))]
    edges = (40.0, *GAP, 360.0, 500.0) if sides else (40.0, 360.0, 500.0)
    rules += [Rule(True, x, ys[0], ys[-1]) for x in edges]
    words = [Word(text, Box(80, y + 5, 150, y + 15)) for y in ys[:-1] if text]
    return Sheet(1, 800, 600, tuple(words), tuple(rules))


def test_lines_are_led_through_a_written_gap() -> None:
    found = lattices(closed(sheet()).rules)
    assert [(len(one.xs), len(one.ys)) for one in found] == [(5, 4)]


def test_tables_with_nothing_between_them_stay_two() -> None:
    apart = sheet(text="")
    assert closed(apart) is apart


def test_a_gap_that_has_no_sides_is_none() -> None:
    open_ = sheet(sides=False)
    assert closed(open_) is open_


def test_two_lines_that_break_off_are_too_few() -> None:
    few = sheet(ys=ROWS[:2])
    assert closed(few) is few

"""Ruled lines to cells."""

from extractors.boxes import Box
from extractors.lattice.grid import SCANNED, lattices
from extractors.sheets import Rule


def ruled(xs, ys, x=None, y=None):
    """All lines of a full table with these edges."""
    down = [Rule(True, at, ys[0], ys[-1]) for at in xs]
    across = [Rule(False, at, xs[0], xs[-1]) for at in ys]
    return down + across


def test_full_table():
    (table,) = lattices(ruled([10, 60, 200], [10, 30, 80]))
    assert table.xs == (10, 60, 200)
    assert [(c.row, c.column, c.rows, c.columns) for c in table.cells] == [
        (0, 0, 1, 1),
        (0, 1, 1, 1),
        (1, 0, 1, 1),
        (1, 1, 1, 1),
    ]
    assert table.cells[3].box == Box(60, 30, 200, 80)


def test_merged_cells():
    rules = [Rule(True, 10, 10, 90), Rule(True, 60, 10, 90), Rule(True, 130, 40, 90), Rule(True, 200, 10, 90)]
    rules += [Rule(False, 10, 10, 200), Rule(False, 40, 60, 200), Rule(False, 90, 10, 200)]
    (table,) = lattices(rules)
    assert [(c.row, c.column, c.rows, c.columns) for c in table.cells] == [
        (0, 0, 2, 1),
        (0, 1, 1, 2),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
    ]


def test_pieces_of_a_line_are_one_line():
    rules = [r for r in ruled([10, 60, 200], [10, 30, 80]) if r != Rule(False, 30, 10, 200)]
    rules += [Rule(False, 30.4, 10, 61), Rule(False, 29.8, 64, 120), Rule(False, 30, 119, 200)]
    (table,) = lattices(rules)
    assert len(table.cells) == 4


def test_lines_may_miss_each_other_by_a_little():
    rules = [Rule(True, 10, 13, 78), Rule(True, 60, 12, 83), Rule(True, 200, 8, 80)]
    rules += [Rule(False, 10, 12, 198), Rule(False, 30, 11, 203), Rule(False, 80, 8, 200)]
    (table,) = lattices(rules)
    assert len(table.cells) == 4


def test_an_arrow_between_symbols_is_no_line():
    rules = ruled([10, 60, 130, 200], [10, 30, 80])
    arrow = Rule(False, 55, 85, 165)  # from the middle of one actor's cell to that of the next
    (table,) = lattices([*rules, arrow])
    assert len(table.cells) == 6


def test_a_symbol_in_a_cell_is_no_table():
    symbol = ruled([70, 110], [40, 60])
    (table,) = lattices(ruled([10, 60, 130, 200], [10, 30, 80]) + symbol)
    assert len(table.cells) == 6


def test_a_box_or_a_frame_is_no_table():
    assert lattices(ruled([10, 200], [10, 80])) == []


def test_an_underline_is_no_line():
    (table,) = lattices([*ruled([10, 60, 200], [10, 30, 80]), Rule(False, 50, 70, 120)])
    assert len(table.cells) == 4


def test_two_tables_come_in_reading_order():
    below, above = ruled([10, 60, 200], [110, 130, 180]), ruled([20, 90, 200], [10, 30, 80])
    assert [table.ys[0] for table in lattices(below + above)] == [10, 110]


def test_a_symbol_may_cover_a_piece_of_a_line():
    rules = [r for r in ruled([10, 60, 130, 200], [10, 30, 80]) if r != Rule(False, 30, 10, 200)]
    rules += [Rule(False, 30, 10, 85), Rule(False, 30, 110, 200)]
    (table,) = lattices(rules)
    assert len(table.cells) == 6


def test_a_merged_cell_between_lines_stays_merged():
    rules = [r for r in ruled([10, 60, 130, 200], [10, 30, 80]) if r != Rule(False, 30, 10, 200)]
    rules += [Rule(False, 30, 10, 60), Rule(False, 30, 130, 200)]
    (table,) = lattices(rules)
    assert len(table.cells) == 5


def test_beside_a_long_cell_the_frame_of_a_scan_may_be_lost():
    lines = [r for r in ruled((0, 200, 400), (0, 20, 140, 160)) if not (r.tegak and r.at == 0)]
    lines += [Rule(True, 0, 0, 20), Rule(True, 0, 140, 160)]
    (table,) = lattices(lines, SCANNED)
    assert Box(0, 20, 200, 140) in [cell.box for cell in table.cells]
    (drawn,) = lattices(lines)
    assert Box(0, 20, 200, 140) not in [cell.box for cell in drawn.cells]

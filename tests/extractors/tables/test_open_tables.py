"""Procedure tables drawn without the lines between their columns."""

from dataclasses import replace

import pytest

from extractors.boxes import Box
from extractors.sheets import Rule, Sheet, Word
from extractors.tables.open_tables import lined

LEFT, RIGHT = 40.0, 760.0
HEADS = (
    ("NO", 45, 60), ("KEGIATAN", 100, 160), ("Pemohon", 220, 260), ("Lurah", 290, 315),
    ("KELENGKAPAN", 400, 470), ("WAKTU", 520, 560), ("OUTPUT", 620, 660), ("KET.", 720, 740),
)  # fmt: skip
STEP = (
    ("Memeriksa", 70, 120),
    ("surat", 124, 150),
    ("Berkas", 400, 430),
    ("5", 522, 527),
    ("menit", 531, 555),
    ("Catatan", 605, 650),
)
TOP, FOOT, ROW = 50.0, 90.0, 40.0


def word(text, x0, x1, y):
    return Word(text, Box(x0, y, x1, y + 9))


def sheet(rows=4, level=(), plumb=(), heads=HEADS, more=(), left=LEFT, numbers=True):
    words = [
        word("PELAKSANA", 245, 300, TOP + 4),
        word("MUTU", 500, 530, TOP + 4),
        word("BAKU", 533, 560, TOP + 4),
    ]
    words += [word(text, x0, x1, TOP + 22) for text, x0, x1 in heads]
    words += more
    for row in range(rows):
        y = FOOT + row * ROW + 15
        words += [
            *([word(f"{row + 1}.", 48, 56, y)] if numbers else []),
            *(word(text, x0, x1, y) for text, x0, x1 in STEP),
        ]
    words.append(word("Tidak", 318, 345, FOOT + ROW - 4))
    ys = (TOP, FOOT, *level, FOOT + rows * ROW)
    rules = [Rule(False, y, left, RIGHT) for y in ys] + [Rule(True, x, TOP, FOOT + rows * ROW) for x in plumb]
    return Sheet(1, 842, 595, tuple(words), tuple(rules))


def added(before):
    """The places of the upright lines of the table, and of the level ones that were put in."""
    after = lined(before)
    old = {rule.at for rule in before.rules if not rule.tegak}
    plumb = sorted(rule.at for rule in after.rules if rule.tegak)
    level = {rule.at for rule in after.rules if not rule.tegak and rule.end - rule.start > 600}
    return plumb, sorted(level - old)


def test_columns_stand_where_words_leave_room_between_their_headings():
    plumb, rows = added(sheet(level=(130.0, 170.0, 210.0)))
    assert len(plumb) == len(HEADS) + 1
    assert plumb[0] == LEFT
    assert plumb[-1] == RIGHT
    assert 56 < plumb[1] < 70
    assert 160 < plumb[2] < 220
    assert 260 < plumb[3] < 290
    assert rows == []


def test_rows_without_lines_are_parted_between_their_numbers_whatever_stands_beside_the_flow():
    _, rows = added(sheet())
    assert len(rows) == 3
    assert all(FOOT + at * ROW < y + 16 < FOOT + at * ROW + 32 for at, y in enumerate(rows, 1))


def test_lines_under_a_group_begin_below_its_name():
    new = [rule for rule in lined(sheet()).rules if rule.tegak]
    inner = next(rule for rule in new if 260 < rule.at < 290)
    outer = next(rule for rule in new if 160 < rule.at < 220)
    assert outer.start == TOP < TOP + 13 <= inner.start <= TOP + 22


@pytest.mark.parametrize(
    "whole",
    [sheet(plumb=(65.0, 190.0, 275.0, 360.0)), sheet(heads=HEADS[:4]), Sheet(1, 842, 595)],
    ids=["its columns are drawn", "no procedure", "empty"],
)
def test_other_pages_stay_as_they_are(whole):
    assert lined(whole) is whole


def test_rows_whose_numbers_were_not_read_are_parted_in_the_wide_gaps():
    _, rows = added(sheet(numbers=False))
    assert len(rows) == 3


def test_a_row_that_counts_the_columns_is_one_of_its_own():
    counting = [
        word(str(at), (x0 + x1) / 2 - 2, (x0 + x1) / 2 + 2, TOP + 32)
        for at, (_, x0, x1) in enumerate(HEADS, 1)
    ]
    plumb, rows = added(sheet(more=counting))
    assert len(plumb) == len(HEADS) + 1
    assert len(rows) == 4
    assert TOP + 26 < rows[0] < TOP + 32


def test_lines_that_run_past_a_side_that_is_seen_end_there():
    before = sheet(left=0.0, plumb=(LEFT,))
    plumb, _ = added(before)
    assert plumb[0] == LEFT
    assert all(rule.start >= LEFT for rule in lined(before).rules if not rule.tegak)


def test_a_line_that_runs_on_at_one_end_is_of_the_table():
    before = sheet(level=(130.0,), plumb=(LEFT, RIGHT))
    rules = tuple(replace(rule, end=RIGHT + 32) if rule.at == TOP else rule for rule in before.rules)
    plumb, _ = added(replace(before, rules=rules))
    assert len(plumb) == len(HEADS) + 1
    assert plumb[-1] == RIGHT


def test_rows_that_name_stages_part_lines_that_are_all_drawn():
    xs = (LEFT, 65.0, 200.0, 275.0, 350.0, 500.0, 590.0, 700.0, RIGHT)
    drawn = sheet(plumb=xs)
    stages = FOOT + ROW - 6, FOOT + 2 * ROW - 6, FOOT + 3 * ROW - 6
    parted = [rule for rule in drawn.rules if not rule.tegak]
    for x in xs:
        starts = (TOP, *(y + 6 for y in stages))
        parted += [Rule(True, x, a, b) for a, b in zip(starts, (*stages, FOOT + 4 * ROW), strict=True)]
    before = replace(drawn, rules=tuple(parted))
    assert lined(before) is before

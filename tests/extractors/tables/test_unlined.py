"""Procedure tables of which a copy left no line."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.sheets import Rule, Sheet, Word
from extractors.tables.unlined import framed

HEADS = (
    ("NO", 45, 60), ("KEGIATAN", 100, 160), ("Pemohon", 220, 260), ("Lurah", 290, 315),
    ("KELENGKAPAN", 400, 470), ("WAKTU", 520, 560), ("OUTPUT", 620, 660), ("KET", 720, 740),
)  # fmt: skip
STEP = (
    ("Memeriksa", 70, 120), ("surat", 124, 150), ("Berkas", 400, 430), ("5", 522, 527), ("menit", 531, 555),
    ("Catatan", 605, 650),
)  # fmt: skip
TOP, FIRST, ROW, ROWS = 60.0, 100.0, 30.0, 5


def word(text: str, x0: float, x1: float, y: float) -> Word:
    return Word(text, Box(x0, y, x1, y + 9), 0.99)


def sheet(
    numbers: str = "12345", rules: tuple[Rule, ...] = (), heads: tuple[tuple[str, int, int], ...] = HEADS
) -> Sheet:
    words = [
        word("SURVEI", 300, 350, 20),
        word("PELAKSANA", 245, 300, TOP - 14),
        *(word(*h, TOP) for h in heads),
    ]
    for row in range(ROWS):
        y = FIRST + row * ROW
        words += [word(text, x0, x1, y) for text, x0, x1 in STEP]
        words += (
            [word("pada", 70, 90, y + 10), word(numbers[row], 48, 54, y)]
            if numbers[row] != " "
            else [word("pada", 70, 90, y + 10)]
        )
    end = FIRST + ROWS * ROW + 30
    words += [word("Camat", 600, 640, end), word("BUDI", 600, 630, end + 30)]
    return Sheet(1, 842, 595, tuple(words), rules, pindaian=True)


def lines(given: Sheet) -> tuple[list[float], list[float]]:
    """The places of the upright and of the long level lines."""
    rules = framed(given).rules
    return sorted(r.at for r in rules if r.tegak), sorted(
        r.at for r in rules if not r.tegak and r.end - r.start > 500
    )


def test_headings_and_numbers_make_a_table_without_the_signature_below() -> None:
    upright, level = lines(sheet())
    assert len(upright) == len(HEADS) + 1
    assert len(level) == ROWS + 2
    assert level[0] < TOP - 14
    assert TOP + 9 < level[1] < FIRST
    assert FIRST + (ROWS - 1) * ROW < level[-1] < FIRST + ROWS * ROW + 30


def test_a_step_whose_number_was_not_read_has_a_row_of_its_own() -> None:
    assert len(lines(sheet("12 45"))[1]) == ROWS + 2


def test_a_remark_longer_than_its_row_keeps_no_step_from_the_next() -> None:
    given = sheet()
    remark = tuple(word("lengkap", 715, 745, FIRST + 2 * ROW + 7 * at) for at in range(5))
    level = lines(replace(given, words=(*given.words, *remark)))[1]
    assert len(level) == ROWS + 2


def test_a_line_of_a_name_that_is_like_a_group_is_no_column() -> None:
    given = sheet()
    below = word("Pelayanan", 218, 262, TOP + 10)
    assert len(lines(replace(given, words=(*given.words, below)))[0]) == len(HEADS) + 1


def test_headings_at_two_heights_are_one_row_of_them() -> None:
    given = sheet()
    low = {"KELENGKAPAN", "WAKTU", "OUTPUT", "KET"}
    words = [
        replace(w, box=w.box._replace(y0=w.box.y0 + 6, y1=w.box.y1 + 6)) if w.text in low else w
        for w in given.words
    ]
    assert len(lines(replace(given, words=tuple(words)))[0]) == len(HEADS) + 1


def test_a_last_step_whose_number_is_worn_is_of_the_table() -> None:
    given = sheet("1234,")
    apart = word("1", 522, 527, FIRST + (ROWS - 1) * ROW - 8)
    level = lines(replace(given, words=(*given.words, apart)))[1]
    assert level[-1] > FIRST + (ROWS - 1) * ROW + 9


def test_a_row_that_counts_the_columns_stands_alone() -> None:
    given = sheet()
    counting = tuple(word(str(at), x0, x0 + 6, TOP + 14) for at, (_, x0, _) in enumerate(HEADS, 1))
    level = lines(Sheet(1, 842, 595, (*given.words, *counting), (), pindaian=True))[1]
    assert TOP + 9 < level[1] < TOP + 14
    assert TOP + 23 < level[2] < FIRST


def test_a_table_that_has_lines_and_other_text_stay_as_they_are() -> None:
    drawn = sheet(rules=(Rule(False, 50.0, 40.0, 760.0),))
    assert framed(drawn) is drawn
    for other in (sheet("     "), sheet(heads=(("Nama", 45, 60), ("Jabatan", 100, 160)))):
        assert framed(other) is other

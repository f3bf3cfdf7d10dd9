"""Rows of a scanned table that are cut where the words show two steps."""

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled
from extractors.sheets import Word
from extractors.tables.step_rows import counted, stepped

XS = (0.0, 30.0, 150.0, 210.0, 270.0, 350.0, 400.0, 480.0, 540.0)
YS = (0.0, 20.0, 60.0, 140.0, 180.0)
HEADS = ("No", "Kegiatan", "Camat", "Staf", "Kelengkapan", "Waktu", "Output", "Ket")
NO, URAIAN, STAF, KELENGKAPAN, WAKTU, OUTPUT = 0, 1, 3, 4, 5, 6


def word(text, x, y):
    return Word(text, Box(x, y, x + 5.0 * len(text), y + 8.0), mesin="tesseract")


def cell(row, column, rows=1):
    return GridCell(Box(XS[column], YS[row], XS[column + 1], YS[row + rows]), row, column, rows)


def table(texts, reaching=()):
    """A table of three rows below its heading; of column, height and text; cells of the columns that reach over rows 2 and 3."""
    cells = [cell(0, at) for at in range(8)]
    for at in range(8):
        rows = ((1, 1), (2, 2)) if at in reaching else ((1, 1), (2, 1), (3, 1))
        cells += [cell(row, at, wide) for row, wide in rows]
    words = {cell(0, at): [word(text, XS[at] + 3, 5.0)] for at, text in enumerate(HEADS)}
    for column, y, text in texts:
        home = next(c for c in cells if c.column == column and c.box.y0 <= y + 4 < c.box.y1)
        words.setdefault(home, []).append(word(text, XS[column] + 3, y))
    return Ruled(Lattice(XS, YS, tuple(cells)), words, XS, 600.0)


def rows(ruled, column):
    """The texts of the cells of a column below the heading, top to bottom."""
    own = sorted((c for c in ruled.lattice.cells if c.column == column and c.row), key=lambda c: c.row)
    return [" ".join(w.text for w in sorted(ruled.words.get(c, []), key=lambda w: w.box.y0)) for c in own]


FIRST = [
    (NO, 30, "1"),
    (URAIAN, 30, "Mencatat"),
    (KELENGKAPAN, 30, "Surat"),
    (WAKTU, 30, "5m"),
    (OUTPUT, 30, "Agenda"),
]
TWO = [
    (URAIAN, 65, "Memeriksa"),
    (URAIAN, 75, "berkas"),
    (URAIAN, 105, "Mengarsipkan"),
    (KELENGKAPAN, 65, "Berkas"),
    (KELENGKAPAN, 105, "Map"),
    (OUTPUT, 65, "Hasil"),
    (OUTPUT, 105, "Arsip"),
]
LAST = [(NO, 150, "4"), (URAIAN, 150, "Mengirim"), (KELENGKAPAN, 150, "Map"), (OUTPUT, 150, "Kiriman")]


def close(texts):
    """The same with the lower of two steps right below the upper one."""
    return [(column, 85 if y == 105 else y, text) for column, y, text in texts]


def test_two_numbers_in_one_row_are_two_steps():
    numbers = [(NO, 65, "2"), (NO, 85, "3")]
    made = stepped(table([*FIRST, *numbers, *close(TWO), *LAST]))
    assert rows(made, NO) == ["1", "2", "3", "4"]
    assert rows(made, URAIAN) == ["Mencatat", "Memeriksa berkas", "Mengarsipkan", "Mengirim"]
    assert rows(made, KELENGKAPAN) == ["Surat", "Berkas", "Map", "Map"]


def test_two_times_in_one_row_are_two_steps_where_nothing_is_numbered():
    times = [(WAKTU, 65, "1jam"), (WAKTU, 85, "2hari")]
    texts = [one for one in [*FIRST, *close(TWO), *LAST] if one[0] not in (NO, WAKTU)]
    made = stepped(table([*texts, (WAKTU, 30, "5menit"), *times]))
    assert rows(made, WAKTU)[1:3] == ["1jam", "2hari"]
    assert rows(made, URAIAN)[1:3] == ["Memeriksa berkas", "Mengarsipkan"]


def test_two_lines_of_one_time_are_one():
    times = [(WAKTU, 30, "5menit"), (WAKTU, 65, "1jam"), (WAKTU, 74, "30menit")]
    texts = [one for one in [*FIRST, *close(TWO), *LAST] if one[0] not in (NO, WAKTU)]
    assert len(rows(stepped(table([*texts, *times])), URAIAN)) == 3


def test_texts_that_leave_room_at_one_height_in_several_columns_are_two_steps():
    made = stepped(table([*FIRST, *TWO, *LAST]))
    assert rows(made, URAIAN) == ["Mencatat", "Memeriksa berkas", "Mengarsipkan", "Mengirim"]
    assert rows(made, OUTPUT) == ["Agenda", "Hasil", "Arsip", "Kiriman"]
    assert len(rows(made, STAF)) == 4


def test_room_in_one_column_alone_is_a_paragraph():
    texts = [one for one in [*FIRST, *TWO, *LAST] if one[0] == URAIAN or one[1] != 105]
    assert len(rows(stepped(table(texts)), URAIAN)) == 3


def test_a_line_drawn_beside_parts_the_step_whose_cells_reach_over_it():
    numbers = [(NO, 100, "2"), (NO, 146, "3")]
    texts = [
        (URAIAN, 100, "Memeriksa"),
        (URAIAN, 146, "Mengarsipkan"),
        (KELENGKAPAN, 100, "Berkas"),
        (KELENGKAPAN, 146, "Map"),
    ]
    made = stepped(table([*FIRST, *numbers, *texts], reaching=(NO, URAIAN)))
    assert made.lattice.ys == YS
    assert rows(made, URAIAN) == ["Mencatat", "Memeriksa", "Mengarsipkan"]


def test_a_time_that_two_steps_share_stays_whole():
    numbers = [(NO, 100, "2"), (NO, 146, "3")]
    texts = [(URAIAN, 100, "Memeriksa"), (URAIAN, 146, "Mengarsipkan"), (WAKTU, 136, "1jam")]
    made = stepped(table([*FIRST, *numbers, *texts], reaching=(NO, URAIAN, WAKTU)))
    assert rows(made, WAKTU) == ["5m", "1jam"]


def test_words_of_a_cell_that_words_have_cut_are_less_sure():
    made = stepped(table([*FIRST, *TWO, *LAST]))
    sure = {w.text: w.keyakinan for some in made.words.values() for w in some}
    assert sure["Mengarsipkan"] < sure["Mencatat"] == 1.0


def test_a_table_without_a_heading_is_left_as_it_is():
    bare = table([*FIRST, *TWO, *LAST])
    words = {c: some for c, some in bare.words.items() if c.row}
    bare = Ruled(bare.lattice, words, XS, 600.0)
    assert stepped(bare) is bare


def set_from_the_top(second):
    """Two steps whose lines begin at the top of their cells; what the first one needs reaches over both, with this height of its second line."""
    texts = [
        *FIRST,
        (NO, 62, "2"),
        (URAIAN, 62, "Memeriksa"),
        (KELENGKAPAN, 62, "Berkas"),
        (KELENGKAPAN, second, "Map"),
        (WAKTU, 62, "3m"),
        (NO, 142, "3"),
        (URAIAN, 142, "Mengirim"),
        (WAKTU, 142, "1m"),
    ]
    return stepped(table(texts, reaching=(KELENGKAPAN,)))


def test_a_line_as_high_as_the_first_of_the_next_step_is_of_that_step() -> None:
    assert rows(set_from_the_top(142), KELENGKAPAN)[1:] == ["Berkas", "Map"]


def test_a_cell_over_two_steps_stays_whole_where_its_lines_stand_elsewhere() -> None:
    assert rows(set_from_the_top(120), KELENGKAPAN)[1:] == ["Berkas Map"]


def test_of_a_drawn_table_without_lines_between_steps_all_cells_are_cut_between_the_numbers():
    numbers = [(NO, 65, "2"), (NO, 105, "3"), (WAKTU, 65, "1jam"), (WAKTU, 105, "2hari")]
    made = counted(table([*FIRST, *numbers, *TWO, *LAST]))
    assert rows(made, NO) == ["1", "2", "3", "4"]
    assert rows(made, WAKTU) == ["5m", "1jam", "2hari", ""]
    assert rows(made, OUTPUT) == ["Agenda", "Hasil", "Arsip", "Kiriman"]
    assert len(rows(made, STAF)) == 4


def test_of_a_drawn_table_texts_alone_cut_no_row():
    assert len(rows(counted(table([*FIRST, *TWO, *LAST])), URAIAN)) == 3

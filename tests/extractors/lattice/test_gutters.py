"""Edges that only the text shows: headings side by side in a cell of a scanned table."""

from dataclasses import replace
from itertools import pairwise

from extractors.boxes import Box
from extractors.lattice.denied_rules import undenied
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.gutters import mended
from extractors.sheets import Rule, Word

XS = (0.0, 20.0, 120.0, 160.0, 200.0, 260.0, 300.0, 360.0)
YS = (0.0, 30.0, 50.0, 70.0, 90.0)


def cell(row, first, last=None):
    """The cell of a row over the columns from ``first`` to ``last``."""
    last = first if last is None else last
    box = Box(XS[first], YS[row], XS[last + 1], YS[row + 1])
    return GridCell(box, row, first, columns=last - first + 1)


def word(text, x, y, width=20.0):
    return Word(text, Box(x, y, x + width, y + 8.0), mesin="tesseract")


def read(heading, texts):
    """The headings of a table of seven columns, whose cells in the first row are those given, by first column."""
    body = [cell(row, column) for row in (1, 2, 3) for column in range(7)]
    lattice = Lattice(XS, YS, (*heading, *body))
    words = {one: texts[one.column] for one in heading if one.column in texts}
    whole, filled = mended(lattice, words)
    return {
        (one.column, one.columns): " ".join(w.text for w in filled.get(one, []))
        for one in whole.cells
        if one.row == 0
    }


def test_two_headings_in_one_cell_are_parted_at_the_column_between_them():
    heading = [*(cell(0, n) for n in range(4)), cell(0, 4, 5), cell(0, 6)]
    texts = {4: [word("Kelengkapan", 205, 10, 50), word("Waktu", 268, 10)], 6: [word("Output", 310, 10)]}
    got = read(heading, texts)
    assert got[4, 1] == "Kelengkapan"
    assert got[5, 1] == "Waktu"
    assert got[6, 1] == "Output"


def test_the_words_of_one_heading_over_two_columns_stay_together():
    heading = [*(cell(0, n) for n in range(4)), cell(0, 4, 5), cell(0, 6)]
    texts = {4: [word("Mutu", 238, 10), word("Baku", 262, 10)]}
    assert read(heading, texts)[4, 2] == "Mutu Baku"


def test_the_blanks_of_a_line_drawn_out_to_its_margin_part_no_headings():
    cells = [cell(0, n) for n in range(7)]
    drawn_out = [word("Menyerahkan", 22, 4, 38), word("SPPT", 74, 4, 12), word("DHKP", 100, 4, 16)]
    below = [word("kepada", 22, 14, 26), word("unit", 51, 14, 12)]
    assert "DHKP" in read(cells, {1: [*drawn_out, *below]})[1, 1]
    headings = [word("Uraian", 22, 4, 26), word("Kegiatan", 50, 4, 20), word("Camat", 100, 4, 16)]
    assert read(cells, {1: headings})[1, 1] == "Uraian Kegiatan"
    names = [
        word("Lurah", 24, 4, 20),
        word("Camat", 62, 4, 20),
        word("Kasi", 100, 4, 16),
        word("Umum", 62, 14),
    ]
    assert read(cells, {1: names})[1, 1] == "Lurah"


def test_a_gap_over_several_columns_does_not_say_which_of_them_parts_it():
    heading = [cell(0, 0), cell(0, 1), cell(0, 2, 6)]
    texts = {2: [word("Pelaksana", 125, 10, 30), word("Keterangan", 310, 10, 40)]}
    assert read(heading, texts)[2, 5] == "Pelaksana Keterangan"


def test_the_name_of_a_group_over_the_edge_between_two_headings_does_not_join_them():
    heading = [*(cell(0, n) for n in range(4)), cell(0, 4, 5), cell(0, 6)]
    below = [word("Staf", 210, 14), word("Camat", 270, 14)]
    texts = {4: [word("Pelaksana", 240, 2, 40), *below]}
    got = read(heading, texts)
    assert "Staf" in got[4, 1]
    assert "Camat" in got[5, 1]
    texts = {4: [word("Pelaksana", 240, 14, 40), word("Staf", 210, 2), word("Camat", 270, 2)]}
    assert (4, 2) in read(heading, texts)


LEVEL = [Rule(False, y, 0.0, 100.0) for y in (0.0, 20.0, 40.0, 60.0, 80.0)]
BORDERS = [Rule(True, x, 0.0, 80.0) for x in (0.0, 40.0, 100.0)]
MORE = [Rule(True, 100.0 + x, 0.0, 80.0) for x in (20.0, 40.0, 60.0, 80.0)]


def unsure(text, x, y, width):
    return replace(word(text, x, y, width), keyakinan=0.2)


def places(rules):
    return sorted({rule.at for rule in rules if rule.tegak})


def test_an_upright_line_through_words_of_most_rows_is_a_streak_however_badly_they_are_read():
    streak = Rule(True, 70.0, 0.0, 80.0)
    times = [unsure(text, 60, y, 25) for text, y in (("mjenit", 5), ("menit", 25), ("hah", 65))]
    steps = [word("Memeriksa", 5, y, 30) for y in (5, 25, 45, 65)]
    assert 70.0 not in places(undenied([*LEVEL, *BORDERS, *MORE, streak], [*times, *steps]))
    assert 70.0 in places(undenied([*LEVEL, *BORDERS, streak], [*times, *steps]))


def test_a_border_with_words_on_either_side_stays_though_one_was_read_over_it():
    words = [unsure("hariberkas", 25, 5, 30), *(word("hari", 15, y, 20) for y in (25, 45, 65))]
    beside = [word("Surat", 45, y, 30) for y in (25, 45, 65)]
    assert places(undenied([*LEVEL, *BORDERS, *MORE], [*words, *beside]))[:3] == [0.0, 40.0, 100.0]


def test_numbers_glued_to_their_steps_deny_no_border():
    words = [unsure(f"{n}Memeriksa", 30, y, 30) for n, y in enumerate((5, 25, 45, 65), 1)]
    assert places(undenied([*LEVEL, *BORDERS, *MORE], words))[:3] == [0.0, 40.0, 100.0]


def test_a_level_line_ends_before_a_word_that_it_would_run_through():
    group = Rule(False, 20.0, 0.0, 100.0)
    heading = Word("Pengadministrasi", Box(2, 15, 38, 24), 0.9, "tesseract")
    assert [(r.start, r.end) for r in undenied([*BORDERS, group], [heading]) if not r.tegak] == [
        (40.0, 100.0)
    ]
    # A name on the border between two rows stands within it, not at its end; an underline is below its word.
    whole = Rule(False, 20.0, -40.0, 100.0)
    borders = [Rule(True, -40.0, 0.0, 80.0), *BORDERS]
    assert [r for r in undenied([*borders, whole], [heading]) if not r.tegak] == [whole]
    above = replace(heading, box=Box(2, 10, 38, 20.5))
    assert [r for r in undenied([*BORDERS, group], [above]) if not r.tegak] == [group]


def test_a_frame_that_leans_into_the_texts_beside_it_is_no_streak():
    words = [unsure("Tanggal", -3, y, 30) for y in (5, 25, 45, 65)]
    assert places(undenied([*LEVEL, *BORDERS, *MORE], words))[0] == 0.0


def test_of_gutters_that_part_the_same_cells_the_one_at_which_their_texts_begin_is_the_lost_edge():
    box = Box(0, 0, 200, 20)
    stack = [GridCell(box._replace(y0=20.0 * row, y1=20.0 * row + 20), row, 0) for row in range(5)]
    labels = ("Keterkaitan", "Surat", "Peringatan", "Arsip")
    words = {
        cell: [word(text, 5, cell.box.y0 + 6, 50), word("Komputer", 120, cell.box.y0 + 6, 50)]
        for cell, text in zip(stack[1:], labels, strict=True)
    }
    words[stack[0]] = [word("Judul", 5, 6, 30), word("Pelayanan", 80, 6, 90)]
    lattice = Lattice((0.0, 200.0), tuple(20.0 * row for row in range(6)), tuple(stack))
    whole, _ = mended(lattice, words)
    assert 110.0 < whole.xs[1] < 120.0


def test_the_ends_of_lines_drawn_out_to_their_margin_are_no_column():
    box = Box(0, 0, 200, 20)
    stack = [GridCell(box._replace(y0=20.0 * row, y1=20.0 * row + 20), row, 0) for row in range(5)]
    texts = ("Membubuhkan", "Menyampaikan", "Memberikan", "Mengarsipkan", "Menandatangani")
    ends = (40, 18, 34, 22, 28)

    def columns(right: bool) -> int:
        words = {
            cell: [
                word(text, 5, cell.box.y0 + 6, 70),
                word("cap", 190 - end if right else 150, cell.box.y0 + 6, end),
            ]
            for cell, text, end in zip(stack, texts, ends, strict=True)
        }
        return len(
            mended(Lattice((0.0, 200.0), tuple(20.0 * row for row in range(6)), tuple(stack)), words)[0].xs
        )

    assert columns(right=False) == 3
    assert columns(right=True) == 2


def test_a_blank_of_lines_drawn_out_alike_is_no_column() -> None:
    box = Box(0, 0, 200, 20)
    stack = [GridCell(box._replace(y0=20.0 * row, y1=20.0 * row + 20), row, 0) for row in range(3)]
    texts = ("Menyiapkan", "Memberikan", "Membagikan")

    def columns(before: float) -> int:
        """How many edges there are where the blank before the second of three words is so wide, the other one 6 points."""
        words = {
            cell: [
                word(text, 5, cell.box.y0 + 6, 75 - before),
                word("barisan", 80, cell.box.y0 + 6, 54),
                word("petugas", 140, cell.box.y0 + 6, 50),
            ]
            for cell, text in zip(stack, texts, strict=True)
        }
        lattice = Lattice((0.0, 200.0), tuple(20.0 * row for row in range(4)), tuple(stack))
        return len(mended(lattice, words)[0].xs)

    assert columns(7) == 2
    assert columns(20) == 3


def test_the_dash_of_a_list_is_no_heading_beside_its_entry():
    heading = [*(cell(0, n) for n in range(4)), cell(0, 4, 5), cell(0, 6)]
    texts = {4: [Word("-", Box(205, 13, 208, 14)), word("Kelengkapan", 240, 10, 50)]}
    assert read(heading, texts)[4, 2] == "- Kelengkapan"


def stacked():
    """A form of three rows over a table of two columns with a line between, and the words of the form: labels and values."""
    xs, ys = (0.0, 118.0, 300.0), tuple(20.0 * row for row in range(6))
    form = [GridCell(Box(0, y, 300, y + 20), row, 0, columns=2) for row, y in enumerate(ys[:3])]
    table = [
        GridCell(Box(xs[column], ys[row], xs[column + 1], ys[row] + 20), row, column)
        for row in (3, 4)
        for column in (0, 1)
    ]
    labels = ("Nomor", "Tanggal", "Disahkan")
    words = {
        cell: [word(text, 5, cell.box.y0 + 6, 40), word("Sekretariat", 124, cell.box.y0 + 6, 60)]
        for cell, text in zip(form, labels, strict=True)
    }
    words |= {cell: [word("Surat", cell.box.x0 + 5, cell.box.y0 + 6, 40)] for cell in table}
    return Lattice(xs, ys, (*form, *table)), words


def test_a_lost_edge_is_where_the_rows_below_show_one_and_no_second_beside_it():
    whole, _ = mended(*stacked())
    assert whole.xs == (0.0, 118.0, 300.0)
    assert {(c.column, c.columns) for c in whole.cells} == {(0, 1), (1, 1)}


def test_a_lost_edge_cuts_no_cell_that_does_not_lie_on_it():
    lattice, words = stacked()
    cells = lattice.cells
    narrow = replace(cells[3], box=cells[3].box._replace(x1=60.0))
    between = replace(cells[3], box=cells[3].box._replace(x0=60.0), column=1)
    moved = {
        cells[0]: replace(cells[0], columns=3),
        cells[1]: replace(cells[1], columns=3),
        cells[2]: replace(cells[2], columns=3),
        cells[3]: narrow,
        cells[4]: replace(cells[4], column=2),
        cells[5]: replace(cells[5], columns=2),
        cells[6]: replace(cells[6], column=2),
    }
    wide = Lattice((0.0, 60.0, 118.0, 300.0), lattice.ys, (*moved.values(), between))
    whole, _ = mended(wide, {moved[cell]: some for cell, some in words.items()})
    assert all(cell.box.x0 < cell.box.x1 and cell.columns > 0 for cell in whole.cells)


def test_a_heading_as_wide_as_those_beside_it_is_one_though_it_is_worn_in_the_middle():
    xs = (0.0, 20.0, 120.0, 180.0, 240.0, 300.0, 360.0)
    heading = [GridCell(Box(a, 0, b, 30), 0, n) for n, (a, b) in enumerate(pairwise(xs))]
    body = [replace(c, box=c.box._replace(y0=30, y1=60), row=1) for c in heading]
    words = {heading[3]: [word("Pen", 185, 10, 14), word("lia", 222, 10, 14)]}
    whole, _ = mended(Lattice((*xs, 420.0), (0.0, 30.0, 60.0), (*heading, *body)), words)
    assert whole.xs == (*xs, 420.0)


def test_a_word_boxed_far_higher_than_its_line_denies_no_level_line():
    group = Rule(False, 20.0, 0.0, 100.0)
    beside = [replace(word(text, x, 20.5, 15), baris=3) for text, x in (("Publik", 45), ("Dinas", 65))]
    tall = Word("Informasi", Box(20, 12, 40, 30), 0.97, "tesseract", 3)
    assert group in undenied([*LEVEL, *BORDERS, group], [*beside, tall])

"""The heading of a scanned table, put together from its words where its lines were lost."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.lattice.grid import GridCell, Lattice
from extractors.lattice.ruled import Ruled, numbering
from extractors.scans.scan import _roles
from extractors.sheets import Word
from extractors.tables.headings import headed, heading_of

XS = (0.0, 30.0, 150.0, 210.0, 270.0, 350.0, 400.0, 480.0, 540.0)
YS = (0.0, 40.0, 70.0, 100.0, 130.0)
NAMES = ("No", "Kegiatan", "Camat", "Staf", "Kelengkapan", "Waktu", "Output", "Ket")
GROUPS = (("Pelaksana", 190.0, 5.0), ("Mutu", 395.0, 5.0), ("Baku", 420.0, 5.0))


def word(text, x, y):
    return Word(text, Box(x, y, x + 5.0 * len(text), y + 8.0), mesin="tesseract")


def cell(row, first, last):
    return GridCell(Box(XS[first], YS[row], XS[last + 1], YS[row + 1]), row, first, columns=last - first + 1)


def names(texts=NAMES):
    """The headings of the columns, low in the first row, and those of the groups above them."""
    low = [word(text, XS[at] + 3, 25.0) for at, text in enumerate(texts) if text]
    return [*low, *(word(*group) for group in GROUPS)]


def table(reaches, words):
    """A table of eight columns whose first row has cells with these first and last columns."""
    first = [cell(0, *reach) for reach in reaches]
    body = [cell(row, at, at) for row in (1, 2, 3) for at in range(8)]
    filled: dict[GridCell, list[Word]] = {}
    for one in words:
        home = next(c for c in first if c.box.x0 <= one.box.centre[0] < c.box.x1)
        filled.setdefault(home, []).append(one)
    for row in (1, 2, 3):
        step = (str(row), "Mencatat", "", "", "Surat", "5", "Agenda", "")
        for at, text in enumerate(step):
            if text:
                filled[cell(row, at, at)] = [word(text, XS[at] + 3, YS[row] + 10)]
    return Ruled(Lattice(XS, YS, (*first, *body)), filled, XS, 600.0)


def roles(ruled):
    found = heading_of(ruled, numbering(ruled, None))
    return [(column.role, column.heading.text) for column in found[1].columns] if found else []


WHOLE = [
    ("no", "No"),
    ("uraian", "Kegiatan"),
    ("aktor", "Camat"),
    ("aktor", "Staf"),
    ("kelengkapan", "Kelengkapan"),
    ("waktu", "Waktu"),
    ("output", "Output"),
    ("keterangan", "Ket"),
]


def test_a_heading_without_any_line_is_read_from_the_words_above_the_columns():
    assert roles(headed(table([(0, 7)], names()))) == WHOLE


def test_headings_in_cells_that_run_together_go_to_their_columns():
    assert roles(headed(table([(0, 0), (1, 2), (3, 4), (5, 6), (7, 7)], names()))) == WHOLE


def test_what_is_done_stands_behind_the_number_whatever_the_copy_made_of_its_heading():
    made = headed(table([(0, 7)], names(("No", "Kcgutn", *NAMES[2:]))))
    assert [role for role, _ in roles(made)] == [role for role, _ in WHOLE]


def test_a_group_stands_over_its_columns_and_is_none_of_their_names():
    made = headed(table([(0, 7)], names()))
    over = {
        " ".join(w.text for w in made.words[c]): (c.column, c.columns)
        for c in made.lattice.cells
        if c.row == 0 and c in made.words
    }
    assert over["Pelaksana"] == (2, 2)
    assert over["Mutu Baku"] == (4, 3)


def test_the_words_of_a_worn_group_are_taken_out_of_the_names_below_it():
    worn = (("Pjabat", 160.0, 5.0), ("yang", 195.0, 5.0), ("Bertanggun", 220.0, 5.0), ("Jawab", 275.0, 5.0))
    low = [word(text, XS[at] + 3, 25.0) for at, text in enumerate(NAMES)]
    made = headed(table([(at, at) for at in range(8)], [*low, *(word(*one) for one in worn)]))
    assert roles(made) == WHOLE


def test_the_steps_below_stay_as_they_are():
    before = table([(0, 7)], names())
    made = headed(before)
    texts = sorted((c.box, [w.text for w in some]) for c, some in made.words.items() if c.box.y0 >= YS[1])
    assert texts == sorted((c.box, [w.text for w in some]) for c, some in before.words.items() if c.row)


def test_a_heading_that_the_lines_show_is_kept_as_it_is():
    whole = table([(at, at) for at in range(8)], names()[:8])
    assert headed(whole) is whole


def test_rows_without_headings_are_kept_as_they_are():
    bare = table([(0, 7)], [word("Catatan", 40.0, 20.0)])
    assert headed(bare) is bare


def test_a_cell_that_ran_down_into_the_first_step_is_cut_below_the_heading():
    whole = table([(at, at) for at in range(8)], names())
    below = cell(1, 7, 7)
    long = replace(cell(0, 7, 7), box=Box(XS[7], YS[0], XS[8], YS[2]), rows=2)
    cells = [c for c in whole.lattice.cells if c not in (below, cell(0, 7, 7))]
    words = {c: some for c, some in whole.words.items() if c not in (below, cell(0, 7, 7))}
    # Two headings run together in another cell make the words say more than the lines.
    lost = [c for c in cells if c.row == 0 and c.column in (3, 4)]
    both = cell(0, 3, 4)
    words[both] = [w for c in lost for w in words.pop(c)]
    words[long] = [word("Ket", XS[7] + 3, 25.0), word("Cepat", XS[7] + 3, 50.0)]
    kept = (*(c for c in cells if c not in lost), both, long)
    made = headed(replace(whole, lattice=replace(whole.lattice, cells=kept), words=words))
    assert roles(made)[-1] == ("keterangan", "Ket")
    assert any([w.text for w in some] == ["Cepat"] for some in made.words.values())


def test_a_name_that_an_arrow_runs_through_stays_one():
    shown = [(0, 0), (1, 1), (2, 3), (4, 4), (5, 5), (6, 6), (7, 7)]
    name = [word("Petugas", 160, 22), word("Loket", 215, 22), word("Kel", 203, 31)]
    words = [w for w in names() if w.text not in ("Camat", "Staf")]
    plain = table(shown, [*words, *name])
    assert headed(plain) is plain


def test_what_a_cell_may_hold_follows_from_its_column_where_the_heading_is_worn():
    unread = ("", "Kegiatan", "Camat", "Staf", "Xx", "Xx", "Xx", "Ket")
    heading = [word(text, XS[at] + 3, 25.0) for at, text in enumerate(unread) if text]
    ruled = table([(at, at) for at in range(8)], heading)
    more = [replace(c, row=c.row + 3) for c in ruled.lattice.cells if c.row]
    words = {**ruled.words, **{replace(c, row=c.row + 3): w for c, w in ruled.words.items() if c.row}}
    for one in (c for c in (*ruled.lattice.cells, *more) if c.row and c.column == 5):
        words[one] = [word("menit", XS[5] + 3, one.box.y0 + 10)]
    longer = replace(ruled, lattice=Lattice(XS, YS, (*ruled.lattice.cells, *more)), words=words)
    found = {(c.row, c.column): peran for c, peran in _roles(longer)}
    assert [found[2, at] for at in range(8)] == ["nomor", "teks", "gambar", "gambar"] + ["teks"] * 4


def test_the_shape_of_ink_tells_texts_from_symbols_where_neither_heading_nor_texts_are_legible():
    ruled = replace(table([(at, at) for at in range(8)], []), words={})
    lettered = dict(enumerate((0.3, 1.0, 0.0, 0.2, 0.9, 0.8, 1.0, 0.0)))
    found = {(c.row, c.column): peran for c, peran in _roles(ruled, lambda _: lettered)}
    assert [found[2, at] for at in range(8)] == [
        "nomor",
        "teks",
        "gambar",
        "gambar",
        "teks",
        "teks",
        "teks",
        "gambar",
    ]


def test_a_group_over_several_columns_names_none_of_them_though_their_names_are_unread():
    """Of names on end the pass over the page sees a sign at most."""
    tall = [replace(cell(0, at, at), box=Box(XS[at], 0, XS[at + 1], YS[2]), rows=2) for at in (0, 1, 7)]
    low = [cell(1, at, at) for at in range(2, 7)]
    body = [cell(row, at, at) for row in (2, 3) for at in range(8)]
    groups = {
        cell(0, 2, 3): [word("Pelaksana", 205.0, 10.0)],
        cell(0, 4, 6): [word("Mutu", 395.0, 10.0), word("Baku", 420.0, 10.0)],
    }
    named = dict(zip([*tall, *low], ("No", "Kegiatan", "Ket", "w", "", *NAMES[4:7]), strict=True))
    words = {c: [word(text, c.box.x0 + 3, 50.0)] for c, text in named.items() if text} | groups
    words |= {c: [word("Surat", c.box.x0 + 3, c.box.y0 + 10)] for c in body}
    lattice = Lattice(XS, YS, (*tall, *groups, *low, *body))
    made = headed(Ruled(lattice, words, XS, 600.0))
    over = {w.text: c.columns for c, some in made.words.items() for w in some if c.row == 0}
    assert (over["Pelaksana"], over["Mutu"]) == (2, 3)

"""Sheets to source, tables and lines."""

from dataclasses import replace

from extractors.boxes import Box
from extractors.composing.compose import pages_of
from extractors.lists.items import items, pieces
from extractors.pages import KAMUS, Line, Table
from extractors.sheets import Rule, Sheet, Word
from tests.extractors.lattice.test_grid import ruled


def words(text, x, y, mesin="pdf", keyakinan=1.0):
    """The words of a line that begins at a place; a character is 5 wide, a line 10 high."""
    found, at = [], x
    for part in text.split():
        found.append(Word(part, Box(at, y, at + 5 * len(part), y + 10), keyakinan, mesin))
        at += 5 * len(part) + 5
    return found


def sheet(number, rules, *texts, drawn=()):
    return Sheet(
        number, 400, 600, tuple(w for text in texts for w in words(*text)), tuple(rules), tuple(drawn)
    )


def cells(table):
    return [[(c.column, c.width, c.span.text) for c in row.cells] for row in table.rows]


def test_words_go_into_their_cells_line_by_line():
    page = sheet(
        1,
        ruled([10, 60, 300], [10, 30, 80]),
        ("No", 12, 15),
        ("Uraian", 65, 15),
        ("baris dua", 65, 60),
        ("baris satu", 65, 40),
    )
    pages = pages_of("pdf", [page])
    (table,) = [b for b in pages.blocks if isinstance(b, Table)]
    assert cells(table) == [[(0, 1, "No"), (1, 1, "Uraian")], [(0, 1, ""), (1, 1, "baris satu\nbaris dua")]]


def test_every_character_leads_back_to_its_word():
    page = sheet(3, [], ("Nama SOP", 40, 300, "tesseract", 0.9))
    pages = pages_of("pindaian", [page])
    (line,) = [b for b in pages.blocks if isinstance(b, Line) and b.span]
    (first, second) = pages.source.places_of(line.span)
    assert pages.source.text[first.start : first.end] == "Nama"
    assert (second.halaman, second.mesin, second.keyakinan) == (3, "tesseract", 0.9)
    assert first.kotak == (0.1, 0.5, 0.15, 310 / 600)


def test_what_the_language_told_is_known_by_its_place():
    page = sheet(1, [], ("Nama SOP", 40, 300, "rapidocr", 0.7))
    told = replace(page, words=(replace(page.words[0], dikira=True), *page.words[1:]))
    first, second = pages_of("pindaian", [told]).source.places
    assert (first.mesin, second.mesin) == (f"rapidocr+{KAMUS}", "rapidocr")


def test_columns_without_rules_stay_apart():
    pages = pages_of("pdf", [sheet(1, [], ("kiri", 50, 100), ("kanan", 200, 100))])
    (line,) = [b for b in pages.blocks if isinstance(b, Line) and b.span]
    assert line.indent == 10
    assert line.span.text.index("kanan") == 30


def test_sides_of_symbols_make_no_columns():
    rules = ruled([10, 60, 130, 200, 390], [10, 30, 80, 130])
    rules += [Rule(True, 70, 30, 80), Rule(True, 110, 30, 80)]  # as high as the row
    page = sheet(
        1,
        rules,
        ("Uraian", 12, 15),
        ("Camat", 65, 15),
        ("Staf", 135, 15),
        ("Waktu", 205, 15),
        ("Mulai", 12, 40),
        ("1 hari", 205, 40),
    )
    (table,) = [b for b in pages_of("pdf", [page]).blocks if isinstance(b, Table)]
    assert cells(table)[0] == [(0, 1, "Uraian"), (1, 1, "Camat"), (2, 1, "Staf"), (3, 1, "Waktu")]
    assert (3, 1, "1 hari") in cells(table)[1]


def test_a_table_goes_on_over_the_page_number():
    rules = ruled([10, 60, 130, 390], [10, 30, 80])
    first = sheet(
        1,
        rules,
        ("No", 12, 15),
        ("Uraian", 65, 15),
        ("Waktu", 135, 15),
        ("1", 12, 40),
        ("menulis", 65, 40),
        ("1 hari", 135, 40),
    )
    second = sheet(
        2,
        ruled([12, 62, 132, 392], [40, 60, 90]),
        ("- 2 -", 190, 12),
        ("2", 14, 45),
        ("mengirim", 66, 45),
        ("2 hari", 136, 45),
    )
    pages = pages_of("pdf", [first, second])
    (table,) = [b for b in pages.blocks if isinstance(b, Table)]
    assert [row[1][2] for row in cells(table)] == ["Uraian", "menulis", "mengirim", ""]
    assert not [b for b in pages.blocks if isinstance(b, Line) and b.span]


def test_a_running_foot_is_none_of_the_text_though_it_counts_the_pages():
    def page(number, foot):
        return sheet(number, [], (f"isi halaman {number}", 40, 300), (foot, 40, 580))

    def texts(*feet):
        pages = pages_of("pdf", [page(at, foot) for at, foot in enumerate(feet, 1)])
        return [b.span.text for b in pages.blocks if isinstance(b, Line) and b.span]

    assert texts("Dinas Sosial I halaman 1 dari 2", "Dinas Sosial I halaman 2 dari 2") == [
        "isi halaman 1",
        "isi halaman 2",
    ]
    assert len(texts("NIP. 19780315 200003 1 002", "NIP. 19800101 200501 1 001")) == 4


def test_a_title_between_them_parts_tables():
    rules = ruled([10, 60, 130, 390], [40, 60, 80])
    first = sheet(1, rules, ("No", 12, 45), ("Uraian", 65, 45))
    second = sheet(2, rules, ("SOP LAIN", 150, 12), ("No", 12, 45), ("Uraian", 65, 45))
    assert len([b for b in pages_of("pdf", [first, second]).blocks if isinstance(b, Table)]) == 2


def test_a_word_that_a_narrow_cell_broke_is_whole():
    rules = ruled([10, 60, 390], [10, 30, 80])
    page = sheet(
        1,
        rules,
        ("komponen lain", 65, 15),
        ("Kompone", 12, 35),
        ("n dan", 12, 47),
        ("Surat", 65, 35),
        ("permohonan", 65, 47),
    )
    (table,) = [b for b in pages_of("pdf", [page]).blocks if isinstance(b, Table)]
    assert cells(table)[1] == [(0, 1, "Komponen dan"), (1, 1, "Surat\npermohonan")]


def form(*left, right="2. Memahami"):
    """An identity box whose list stands left, its numbers cut off by the side of a stamp."""
    rules = ruled([10, 30, 200, 380], [10, 40, 120])
    return sheet(1, rules, ("Dasar Hukum", 35, 20), ("Kualifikasi", 205, 20), *left, (right, 205, 60))


def last_row(page):
    (table,) = [b for b in pages_of("pdf", [page]).blocks if isinstance(b, Table)]
    return [c.span.text for c in table.rows[-1].cells]


def test_the_numbers_of_a_list_in_a_column_of_their_own_are_put_to_it():
    page = form(("1.", 12, 50), ("2.", 12, 80), ("UU satu", 35, 50), ("baris", 35, 65), ("UU dua", 35, 80))
    assert last_row(page) == ["1. UU satu\nbaris\n2. UU dua", "2. Memahami"]


def test_one_number_is_the_number_of_a_row():
    assert last_row(form(("1.", 12, 50), ("UU satu", 35, 50)))[:2] == ["1.", "UU satu"]


def test_another_unit_of_a_letterhead_begins_a_line_of_its_own():
    page = sheet(
        1,
        ruled([10, 125, 300], [10, 60]),
        ("PEMERINTAH KOTA SUKA", 15, 15),
        ("KELURAHAN", 15, 30),
        ("Nomor SOP", 130, 15),
    )
    assert last_row(page)[0] == "PEMERINTAH KOTA SUKA\nKELURAHAN"


def test_a_list_that_names_units_is_no_letterhead():
    page = sheet(
        1,
        ruled([10, 150, 300], [10, 80]),
        ("1 Perda Nomor 5 Tahun 2019 tentang", 15, 15),
        ("Dinas Pertanian", 15, 30),
        ("2 Perbup Nomor 7 Tahun 2020", 15, 45),
        ("Nomor SOP", 155, 15),
    )
    assert last_row(page)[0].splitlines()[2] == "2 Perbup Nomor 7 Tahun 2020"


def labels_without_rules(*texts):
    """A form whose rules are drawn across the right column only, beside one cell for all labels."""
    rules = [
        *ruled([150, 300], [10, 30, 50, 70, 90]),
        Rule(True, 10, 10, 90),
        Rule(False, 10, 10, 150),
        Rule(False, 90, 10, 150),
    ]
    (table,) = [b for b in pages_of("pdf", [sheet(1, rules, *texts)]).blocks if isinstance(b, Table)]
    return [tuple(c.span.text for c in row.cells) for row in table.rows]


def test_labels_in_one_cell_belong_to_the_values_at_their_height():
    found = labels_without_rules(
        ("Tanggal Pembuatan", 12, 15),
        ("Tanggal Revisi", 12, 35),
        ("Tanggal Efektif", 12, 55),
        ("Nama SOP", 12, 75),
        ("4 Mei 2020", 155, 15),
        ("1 Juni 2020", 155, 55),
        ("Surat Masuk", 155, 75),
    )
    assert found == [
        ("Tanggal Pembuatan", "4 Mei 2020"),
        ("Tanggal Revisi", ""),
        ("Tanggal Efektif", "1 Juni 2020"),
        ("Nama SOP", "Surat Masuk"),
    ]


def test_other_text_beside_several_cells_stays_whole():
    found = labels_without_rules(
        ("Petugas loket", 12, 15), ("menerima berkas", 12, 35), ("satu", 155, 15), ("dua", 155, 35)
    )
    assert found[0] == ("Petugas loket\nmenerima berkas", "satu")


def listed(*lines, wide=300):
    """The lines of a box that is so wide, with the entries that are told apart in it."""
    page = sheet(
        1,
        ruled([10, wide, wide + 60], [10, 200]),
        *((text, 12, 15 + 12 * at) for at, text in enumerate(lines)),
    )
    (table,) = [b for b in pages_of("pdf", [page]).blocks if isinstance(b, Table)]
    return [" ".join(item.span.text.split()) for item in items(pieces(table.rows[0].cells[0].span))]


def test_entries_without_marks_end_where_the_next_word_had_room():
    lines = "Diploma kebidanan atau keperawatan", "Mampu mengetik dengan cepat"
    assert listed(*lines) == [*lines]
    assert listed(*lines, wide=200) == [" ".join(lines)]


def test_lines_of_marked_entries_are_of_one_however_short_they_are():
    assert listed("1. Peraturan Menteri", "Dalam Negeri", "2. Perda") == [
        "Peraturan Menteri Dalam Negeri",
        "Perda",
    ]

from dataclasses import replace
from typing import cast

import numpy as np
import pytest

from extractors.boxes import Box
from extractors.engines import Engine
from extractors.engines.pilihan import engines
from extractors.raster.writing import words
from extractors.raster.writing.deal import Dealt
from extractors.raster.writing.marks_in_cells import marks_of_page
from extractors.raster.writing.tugas import CellTask
from extractors.raster.writing.words import read_heads, read_words
from extractors.sheets import Word, by_line
from tests.extractors.raster.lukis import lembar

pytestmark = pytest.mark.skipif(not engines("cepat"), reason="tidak ada mesin OCR")

X = (60, 130, 760, 900, 1100, 1300)
Y = (60, 200, 330, 460)
GARIS = [(x, Y[0], x, Y[-1]) for x in X] + [(X[0], y, X[-1], y) for y in Y]
TEKS = [
    (75, 110, "No"),
    (150, 110, "Uraian Prosedur"),
    (1115, 110, "Keterangan"),
    (85, 245, "1."),
    (150, 225, "Menerima berkas permohonan dari"),
    (150, 262, "pemohon melalui loket pelayanan"),
    (915, 245, "15 menit"),
    (1190, 245, "-"),
    (85, 375, "2."),
    (150, 375, "Memeriksa kelengkapan berkas"),
    (800, 375, "Ya"),
    (915, 375, "1 hari"),
]


class Deaf:
    """An engine that reads nothing, and keeps what it was shown."""

    nama, huruf = "rapidocr", 18.0

    def __init__(self):
        self.asked = []

    def read_lines(self, crops, *, angka=False):
        self.asked.extend(crops)
        return [[] for _ in crops]


def kotak(column, row):
    return Box(X[column] + 1, Y[row] + 1, X[column + 1] + 1, Y[row + 1] + 1)


def peran(column, row):
    if row == 0:
        return "kepala"
    return {0: "nomor", 2: "gambar"}.get(column, "teks")


@pytest.fixture(scope="module")
def halaman():
    page = lembar(1400, 990, TEKS, GARIS)
    # A heading on end, a symbol with a flow line, and specks.
    tegak = np.rot90(lembar(130, 60, [(12, 12, "Camat")]))
    page[66:196, 800:860] = tegak[:130]
    page[225:228, 790:870] = page[300:303, 790:870] = 0
    page[225:303, 790:793] = page[225:303, 867:870] = 0
    page[303:330, 828:831] = 0
    page[420:424, 1200:1203] = 60
    return page


@pytest.fixture(scope="module")
def bacaan(halaman):
    cells = [CellTask(kotak(c, r), peran(c, r)) for r in range(3) for c in range(5)]
    reading = read_words(halaman, cells)

    def isi(column, row):
        inside = [word for word in reading.words if kotak(column, row).holds(*word.box.centre)]
        return " ".join(word.text for line in by_line(inside) for word in line)

    return reading, isi


def test_texts_come_back_in_reading_order(bacaan):
    _, isi = bacaan
    assert isi(1, 1) == "Menerima berkas permohonan dari pemohon melalui loket pelayanan"
    assert isi(1, 2) == "Memeriksa kelengkapan berkas"
    assert isi(3, 1) == "15 menit"
    assert isi(3, 2) == "1 hari"


def test_a_heading_on_end_takes_no_more_room_than_its_cell(bacaan):
    """Rules that run through its box would pass for lines that nobody drew."""
    reading, isi = bacaan
    assert isi(2, 0) == "Camat"
    (kata,) = (word for word in reading.words if word.text == "Camat")
    cell = kotak(2, 0)
    assert (cell.x0, cell.y0) <= (kata.box.x0, kata.box.y0)
    assert kata.box.x1 <= cell.x1
    assert kata.box.y1 <= cell.y1


def test_lone_numbers_and_dashes_are_found(bacaan):
    _, isi = bacaan
    assert [isi(0, row).strip(".") for row in (1, 2)] == ["1", "2"]
    assert isi(4, 1) == "-"


def test_empty_cells_and_symbols_give_no_words(bacaan):
    _, isi = bacaan
    assert isi(4, 2) == ""
    assert isi(2, 1) == ""


def test_headings_lying_and_on_end(bacaan):
    _, isi = bacaan
    assert isi(1, 0) == "Uraian Prosedur"
    assert isi(2, 0) == "Camat"


def test_lines_of_different_cells_have_different_numbers(bacaan):
    reading, _ = bacaan
    cells: dict[int, set[tuple[int, int]]] = {}
    for word in reading.words:
        for row in range(3):
            for column in range(5):
                if word.baris >= 0 and kotak(column, row).holds(*word.box.centre):
                    cells.setdefault(word.baris, set()).add((column, row))
    assert cells
    assert all(len(places) == 1 for places in cells.values())


def test_a_page_without_cells_gives_its_lines():
    page = lembar(1000, 700, [(100, 100, "BERITA ACARA"), (100, 160, "Pada hari ini Senin")])
    lines = by_line(read_words(page, []).words)
    assert [" ".join(word.text for word in line) for line in lines] == ["BERITA ACARA", "Pada hari ini Senin"]


def test_light_print_on_a_dark_fill_is_read():
    page = lembar(1000, 700, [(100, 300, "Isi biasa pada kertas putih")])
    head = lembar(400, 80, [(40, 22, "Kelengkapan")])
    page[80:160, 100:500] = np.where(head < 128, 255, 110)
    reading = read_words(page, [CellTask(Box(100, 80, 500, 160), "kepala")])
    assert "Kelengkapan" in [word.text for word in reading.words]


def test_scribble_gives_a_place_instead_of_words():
    rng = np.random.default_rng(4)
    page = lembar(1000, 700, [(100, 500, "Nama pejabat yang mengesahkan")])
    at = np.array([120.0, 150.0])
    for _ in range(700):
        at = np.clip(at + rng.normal(0, 9, 2), (110, 120), (390, 190))
        x, y = at.astype(int)
        page[y : y + 3, x : x + 3] = 0
    reading = read_words(page, [CellTask(Box(100, 100, 400, 210))])
    inside = [word for word in reading.words if Box(100, 100, 400, 210).holds(*word.box.centre)]
    assert inside == []


def test_reading_the_headings_first_asks_nobody_about_what_stands_below_them(monkeypatch):
    second = Deaf()
    monkeypatch.setattr(words, "second_opinion", lambda: second)
    picture = lembar(1400, 990, [(150, 110, "Uraian"), (700, 800, "NIP. 1980"), (700, 850, "xxxxxx")], GARIS)
    seen = [
        Word("Uraian", Box(150, 110, 260, 140), 0.95, "tesseract", 0),
        Word("NIP.", Box(700, 800, 760, 830), 0.95, "tesseract", 1),
        Word("mwm", Box(700, 850, 800, 880), 0.05, "tesseract", 2),
    ]
    heads = [CellTask(kotak(1, 0), "kepala")]
    assert {"Uraian", "NIP."} <= {word.text for word in read_heads(picture, heads, "cepat", seen)}
    assert not second.asked
    read_words(picture, heads, "cepat", seen)
    assert second.asked


def test_symbols_below_a_table_are_no_block_of_an_officer():
    second = Deaf()
    picture = lembar(1400, 990, [(700, 800, "NIP. 1980"), (700, 850, "xxxxxx")], [])
    table = CellTask(Box(50, 50, 1350, 700))
    for sure, shown in ((0.1, False), (0.95, True)):
        read = [
            Word("NIP.", Box(700, 800, 760, 830), sure, "tesseract", 0),
            Word("mwm", Box(700, 850, 800, 880), 0.05, "tesseract", 1),
        ]
        marks = marks_of_page(picture, [])
        words._ask_about_foot(cast(Engine, second), words._Page(picture, [table], Dealt([[]], read), marks))
        assert bool(second.asked) == shown


def test_a_word_across_the_rule_of_a_symbol_is_looked_for_in_the_text_beside_it_only():
    engine = Deaf()
    picture = lembar(1400, 990, [(150, 245, "Camat")], GARIS)
    cells = [CellTask(kotak(1, 1), "teks"), CellTask(kotak(2, 1), "gambar")]
    page = words._Page(picture, cells, Dealt([[], []], torn={0, 1}), marks_of_page(picture, []))
    words._read_again(cast(Engine, engine), page, [1])
    assert not engine.asked
    words._read_again(cast(Engine, engine), replace(page, dealt=Dealt([[], []], torn={0, 1})), [0, 1])
    assert engine.asked


@pytest.mark.parametrize("peran", ["teks", "kepala", "isian"])
def test_a_cell_with_nothing_but_a_piece_of_its_rule_is_empty(peran):
    picture = lembar(1400, 990, [], GARIS)
    task = CellTask(kotak(1, 1), peran)
    left = Word("'", Box(task.box.x0 + 2, 240, task.box.x0 + 8, 252), 0.8, "tesseract", 0)
    page = words._Page(picture, [task], Dealt([[left]]), marks_of_page(picture, []))
    assert words._settled(page).words == ()

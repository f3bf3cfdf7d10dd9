"""Headings that were not read for sure are read again in every way, and the best reading is taken."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.writing.marks_in_cells import Marks, marks_of
from extractors.raster.writing.names import with_names, without_doubles, worth
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import TAK_TERBACA, Word
from tests.extractors.raster.lukis import lembar

WIDE, TALL = Box(0, 0, 200, 60), Box(0, 0, 60, 200)


def word(text, sure, box, mesin="tesseract", line=0):
    return Word(text, box, sure, mesin, line)


def words(text, sure=0.9, mesin="tesseract"):
    """The words of a text, one beside the other."""
    return [
        word(part, sure, Box(10 + 60 * at, 20, 60 + 60 * at, 36), mesin)
        for at, part in enumerate(text.split())
    ]


@dataclass
class Reads:
    """An engine that reads what it is told from pictures wider than high, and from such as are higher."""

    nama: str
    wide: str = ""
    high: str = ""
    sure: float = 0.9
    versi: str = "1"
    huruf: float = 20.0
    asked: list[np.ndarray] = field(default_factory=list)

    def tersedia(self):
        return True

    def read_page(self, picture):
        raise AssertionError("a heading is no page")

    def read_lines(self, crops, *, angka=False):
        self.asked.extend(crops)
        return [
            words(self.wide if c.shape[1] > c.shape[0] else self.high, self.sure, self.nama) for c in crops
        ]


def inked(on_end=False):
    """A page on which something is written in the middle of both cells, and its marks."""
    page = np.full((220, 220), 255, np.uint8)
    for x in range(20, 180, 16):
        page[20:36, x : x + 8] = 0
    page = np.ascontiguousarray(page.T) if on_end else page
    return page, marks_of(page, 16.0)


def named(read, *engines, box=WIDE):
    page, marks = inked()
    found = with_names(engines, page, {0: CellTask(box, "kepala")}, {0: read}, marks)
    return " ".join(word.text for word in found.get(0, read))


def test_a_heading_of_known_words_surely_read_is_left_alone():
    page, _ = inked()
    engine = Reads("tesseract", "Lurah")
    alone = Marks(np.empty((0, 4), np.float32), 16.0)
    read = words("Kepala Badan")
    assert with_names([engine], page, {0: CellTask(WIDE, "kepala")}, {0: read}, alone) == {}
    assert engine.asked == []


def test_the_number_of_a_column_beside_its_name_is_no_reason_to_read_it_again():
    page, alone = np.full((220, 220), 255, np.uint8), Marks(np.empty((0, 4), np.float32), 16.0)
    engine = Reads("tesseract", "Lurah 8")
    cells = {0: CellTask(WIDE, "kepala")}
    level = [replace(one, box=one.box._replace(y0=6.0, y1=19.0)) for one in words("Lurah 8")]
    assert with_names([engine], page, cells, {0: level}, alone) == {}
    assert not engine.asked
    with_names([engine], page, cells, {0: [level[0], replace(level[1], keyakinan=0.5)]}, alone)
    assert engine.asked


@pytest.mark.parametrize(
    ("text", "cell"),
    [("Xqzng vjxk " * 6, WIDE), ("Xqzng vjxk", Box(0, 0, 400, 200))],
)
def test_a_long_text_or_a_large_cell_is_no_name_of_a_column(text, cell):
    engine = Reads("tesseract", "Lurah")
    page, marks = inked()
    assert with_names([engine], page, {0: CellTask(cell, "kepala")}, {0: words(text)}, marks) == {}
    assert not engine.asked


def test_words_of_the_language_win_over_such_as_mean_nothing():
    assert named(words("Kepala Bi ng"), Reads("tesseract", "Kepala Bidang")) == "Kepala Bidang"
    assert named(words("Kepala Bidang"), Reads("tesseract", "Kepa Blang")) == "Kepala Bidang"


def test_a_name_that_is_broken_over_lines_is_a_word():
    whole, torn = words("Sekretar is"), words("Sekretar")
    assert worth(whole, [whole]) > worth(torn, [torn])


def test_a_name_that_a_narrow_column_breaks_into_three_is_a_word():
    page, _ = inked()
    engine, alone = Reads("tesseract", "Lurah"), Marks(np.empty((0, 4), np.float32), 16.0)
    assert with_names([engine], page, {0: CellTask(WIDE, "kepala")}, {0: words("Ke terang an")}, alone) == {}
    assert engine.asked == []


def test_a_name_that_no_vocabulary_knows_is_settled_once_two_engines_surely_read_it():
    page = np.full((220, 220), 255, np.uint8)
    alone = Marks(np.empty((0, 4), np.float32), 16.0)
    first, second = Reads("tesseract", "Zurveyur"), Reads("rapidocr", "Zurveyur")
    # At the height at which the engines find their words.
    read = {0: [replace(one, box=one.box._replace(y0=6.0, y1=19.0)) for one in words("Zurveyur")]}
    with_names([first, second], page, {0: CellTask(WIDE, "kepala")}, read, alone)
    assert (len(first.asked), len(second.asked)) == (2, 1)


def test_two_engines_that_agree_win_over_a_surer_one():
    first, second = Reads("tesseract", "Surveyur", sure=0.75), Reads("rapidocr", "Surveyur", sure=0.75)
    assert named(words("Survejor", sure=0.8), first, second) == "Surveyur"


def test_a_high_cell_is_read_on_end_too():
    page, marks = inked(on_end=True)
    engine = Reads("tesseract", wide="Petugas Loket", high="$ 2")
    found = with_names([engine], page, {0: CellTask(TALL, "kepala")}, {0: words("$ - 2")}, marks)[0]
    assert [w.text for w in found] == ["Petugas", "Loket"]
    assert len({w.box for w in found}) == 1


def test_a_lying_text_in_a_high_cell_is_not_read_on_end():
    page = lembar(220, 220, [(5, 80, "Kasi")], ukuran=24)
    engine = Reads("tesseract", wide="Loket Petugas", high="$ 2")
    with_names([engine], page, {0: CellTask(TALL, "kepala")}, {0: words("$ - 2")}, marks_of(page, 16.0))
    assert engine.asked
    assert all(crop.shape[0] > crop.shape[1] for crop in engine.asked)


def test_another_engine_is_asked_only_where_the_first_one_stays_unsure():
    page = np.full((220, 220), 255, np.uint8)
    alone = Marks(np.empty((0, 4), np.float32), 16.0)
    first, second = Reads("tesseract", "Kepala Badan"), Reads("rapidocr", "Kepala Bidang")
    # At the height at which the engines find their words.
    read = {0: [replace(one, box=one.box._replace(y0=6.0, y1=19.0)) for one in words("Kcpala Badan", 0.5)]}
    found = with_names([first, second], page, {0: CellTask(WIDE, "kepala")}, read, alone)
    assert [w.text for w in found[0]] == ["Kepala", "Badan"]
    assert second.asked == []


def test_what_was_read_twice_from_the_same_ink_counts_once():
    again = [word("Kenal", 0.97, Box(10, 20, 58, 34)), *words("Kepala Badan")]
    assert [w.text for w in without_doubles(again)] == ["Kepala", "Badan"]


@pytest.mark.parametrize("rubbish", ["$ - 2", "va 2 »", ". . -"])
def test_rubbish_is_no_name(rubbish):
    some = words(rubbish, 0.9)
    assert worth(some, [some]) < 1


def test_a_heading_whose_letters_grew_together_is_read_again():
    page = np.full((220, 220), 255, np.uint8)
    page[20:36, 20:150] = 0
    none = Marks(np.empty((0, 4), np.float32), 16.0)
    engine = Reads("rapidocr", "Lurah")
    found = with_names([engine], page, {0: CellTask(WIDE, "kepala")}, {0: []}, none)
    assert [word.text for word in found[0]] == ["Lurah"]
    blank = np.full_like(page, 255)
    assert with_names([engine], blank, {0: CellTask(WIDE, "kepala")}, {0: []}, none) == {}


def test_a_heading_under_dots_is_read_once_more_without_them():
    page = np.full((220, 220), 255, np.uint8)
    for x in range(20, 180, 16):
        page[20:36, x : x + 8] = 0
    page[np.random.default_rng(4).random(page.shape) < 0.1] = 0

    class Clear(Reads):
        """Reads only where there are no dots."""

        def read_lines(self, crops, *, angka=False):
            self.asked.extend(crops)
            clear = [float((crop[2:14] < 128).mean()) < 0.02 and (crop < 128).any() for crop in crops]
            return [words("Lurah") if well else [] for well in clear]

    engine = Clear("tesseract")
    found = with_names(
        [engine], page, {0: CellTask(WIDE, "kepala")}, {0: words("va 2")}, marks_of(page, 16.0)
    )
    assert [word.text for word in found[0]] == ["Lurah"]


def test_all_that_an_unsure_heading_was_read_as_is_kept_with_it():
    page, marks = inked()
    engines = Reads("tesseract", "Po mok"), Reads("rapidocr", "Pemot hn")
    found = with_names(engines, page, {0: CellTask(WIDE, "kepala")}, {0: words("Pomor", 0.4)}, marks)[0]
    assert {text for word in found for text in word.lain} == {"Pomor", "Po mok", "Pemot hn"}
    sure = with_names([Reads("tesseract", "Lurah")], page, {0: CellTask(WIDE, "kepala")}, {0: []}, marks)[0]
    assert sure[0].text == "Lurah"


def test_a_heading_of_which_no_reading_is_a_name_is_not_read_but_tells_its_readings():
    page, marks = inked()
    engine = Reads("tesseract", "xqzng vjxk", sure=0.2)
    (only,) = with_names([engine], page, {0: CellTask(WIDE, "kepala")}, {0: []}, marks)[0]
    assert (only.text, only.lain) == (TAK_TERBACA, ("xqzng vjxk",))
    again = with_names([engine], page, {0: CellTask(WIDE, "kepala")}, {0: [only]}, marks)
    assert again.get(0, [only]) == [only]


@dataclass
class Sees(Reads):
    """An engine that reads a second line above where its picture shows one."""

    def read_lines(self, crops, *, angka=False):
        below = word("Kelurahan", 0.97, Box(40, 60, 160, 80), line=1)
        above = word("Sekretaris", 0.9, Box(40, 20, 160, 40))
        return [[above, below] if c[: c.shape[0] // 2].min() < 250 else [below] for c in crops]


def test_a_pale_line_of_which_another_reading_saw_a_piece_is_read():
    page = np.full((60, 200), 255, np.uint8)
    for x in range(40, 160, 16):
        page[36:50, x : x + 8] = 0
        page[12:26, x : x + 8] = 215
    marks = marks_of(page, 16.0)
    below = word("Kelurahan", 0.99, Box(40, 36, 160, 50), line=1)
    cells = {0: CellTask(WIDE, "kepala")}
    piece = word("is", 0.47, Box(140, 12, 160, 26))
    found = with_names([Sees("tesseract")], page, cells, {0: [piece, below]}, marks)
    assert [one.text for one in found[0]] == ["Sekretaris", "Kelurahan"]


def test_a_line_that_grew_into_the_rule_above_it_is_read_though_no_mark_is_a_letter():
    page, alone = np.full((220, 220), 255, np.uint8), Marks(np.empty((0, 4), np.float32), 16.0)
    low = [replace(one, box=one.box._replace(y0=38.0, y1=52.0)) for one in words("Kepala Bidang")]
    engine = Reads("tesseract", "Sekretaris Kepala Bidang")
    cells = {0: CellTask(WIDE, "kepala")}
    assert with_names([engine], page, cells, {0: low}, alone) == {}
    page[0:26, 20:180:3] = 0
    found = with_names([engine], page, cells, {0: low}, alone)
    assert [one.text for one in found[0]] == ["Sekretaris", "Kepala", "Bidang"]

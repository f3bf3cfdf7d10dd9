"""What is read a second time."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.doubts import bands, doubtful, handwriting, is_veiled, lost, veiled_bands
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word

HURUF = 20.0
SEL = Box(0, 0, 600, 400)


def _kata(text: str, x: float, baris: int, keyakinan: float = 0.99) -> Word:
    return Word(text, Box(x, 20 + 40 * baris, x + 80, 40 + 40 * baris), keyakinan, "tesseract", baris)


def _marks(*boxes: tuple[float, float, float, float]) -> Marks:
    return Marks(np.array(boxes, np.float32).reshape(-1, 4), HURUF)


def test_sure_cells_are_left_alone():
    words = [_kata("Menerima", 20, 0), _kata("surat", 120, 1)]
    assert bands(CellTask(SEL), words, _marks()) == []


def test_only_the_line_of_a_doubtful_word_is_read_again():
    words = [_kata("Menerima", 20, n) for n in range(8)] + [_kata("xqrt", 120, 3, 0.2)]
    (band,) = bands(CellTask(SEL), words, _marks())
    assert (band.x0, band.x1) == (0, 600)
    assert 120 < band.y0 < 140
    assert 160 < band.y1 < 180


def test_neighbouring_doubts_are_one_band_and_many_are_the_cell():
    words = [_kata("xqrt", 20, n, 0.2) for n in range(8)]
    assert bands(CellTask(SEL), words, _marks()) == [SEL]


def test_letters_without_words_are_read_again():
    (band,) = bands(CellTask(SEL), [_kata("surat", 20, 0)], _marks((20, 100, 30, 120)))
    assert 60 < band.y0 < 100
    assert 120 < band.y1 < 140


def test_words_of_the_language_and_numbers_of_lists_need_little_certainty():
    assert not doubtful(_kata("Menerima", 0, 0, 0.3))
    assert not doubtful(_kata("2.", 0, 0, 0.3))
    assert doubtful(_kata("Menerirna", 0, 0, 0.3))
    assert doubtful(_kata("Menerima", 0, 0, 0.05))


def test_among_symbols_only_rows_of_letters_are_read():
    cell = CellTask(SEL, "gambar")
    assert bands(cell, [], _marks((20, 100, 40, 120), (300, 200, 320, 220))) == []
    assert len(bands(cell, [], _marks(*((20 + 15 * n, 100, 30 + 15 * n, 120) for n in range(4))))) == 1


FIELD = CellTask(SEL, "isian")
PRINT = [_kata("KEPALA", 20, 0), _kata("DINAS", 120, 0), _kata("Pembina", 20, 2)]


def test_print_under_a_stamp_is_asked_about_and_plain_print_is_not():
    assert not is_veiled(FIELD, PRINT, _marks())
    assert is_veiled(FIELD, [*PRINT, _kata("8AG4S,", 20, 1, 0.2)], _marks())


def test_letters_grown_together_with_a_stamp_are_letters_that_no_word_explains():
    stamp = (220, 10, 330, 120)  # as high as several lines; the middle of it lies in a line of words
    assert is_veiled(FIELD, [*PRINT[:2], _kata("Pembina", 20, 1)], _marks(*[stamp] * 3))
    far = (220, 200, 330, 390)  # a logo below all words
    assert not is_veiled(FIELD, PRINT[:2], _marks(*[far] * 3))


def test_a_word_that_was_passed_over_leaves_a_gap_with_ink():
    line = [_kata("Penyusunan", 20, 0), _kata("Publik", 300, 0)]
    speck = (180, 25, 184, 29)
    assert is_veiled(FIELD, line, _marks(speck))
    assert not is_veiled(FIELD, line, _marks())


def test_handwriting_alone_and_other_cells_are_not_asked_about():
    assert not is_veiled(FIELD, [_kata("GZl", 20, 0, 0.2), _kata("2O2A", 120, 0, 0.3)], _marks())
    assert is_veiled(FIELD, [_kata("GZl", 20, 0, 0.2)], _marks(), printed=True)
    assert not is_veiled(CellTask(SEL, "teks"), [*PRINT, _kata("8AG4S,", 20, 1, 0.2)], _marks())


def test_a_name_is_print_too():
    assert is_veiled(FIELD, [_kata("WIRAYUDA", 20, 0), _kata("8AG4", 120, 0, 0.2)], _marks())


def test_only_the_lines_under_a_stamp_are_shown_to_the_second_engine():
    words = [
        _kata("KEPALA", 20, 0),
        _kata("8AG4S,", 20, 3, 0.2),
        _kata("Pembina", 20, 6),
        _kata("197001", 20, 8),
    ]
    (band,) = veiled_bands(FIELD, words, _marks())
    assert band.y0 <= words[1].box.y0 < words[1].box.y1 <= band.y1
    assert band.y1 < words[2].box.y0
    assert (band.x0, band.x1) == (SEL.x0, SEL.x1)


def test_a_stamp_over_several_lines_shows_the_whole_field():
    assert veiled_bands(FIELD, PRINT, _marks((220, 10, 330, 120))) == [SEL]


def test_writing_that_no_word_explains_is_lost():
    words = [_kata("Rancangan", 20, 0)]
    assert lost(FIELD, words, _marks()) == 0
    unread = [(20.0 + 22 * n, 60.0, 36.0 + 22 * n, 80.0) for n in range(6)]
    assert 0.3 < lost(FIELD, words, _marks(*unread)) < 0.5
    assert lost(FIELD, words, _marks(unread[0], (600.0, 300.0, 616.0, 320.0))) == 0  # specks
    blurred = [(20.0, 60.0, 150.0, 80.0)]  # one mark of several letters
    assert 0.3 < lost(FIELD, words, _marks(*blurred)) < 0.5


def test_writing_that_no_engine_saw_is_noticed_in_a_field_of_a_line():
    field = CellTask(Box(0, 0, 600, 60), "isian")
    pen = [(20.0 + 22 * n, 20.0, 36.0 + 22 * n, 42.0) for n in range(4)]
    found = handwriting(field, _marks(*pen))
    assert found is not None
    assert 20 <= found.x0 < found.x1 <= 102
    assert handwriting(field, _marks(pen[0], (500.0, 20.0, 516.0, 42.0))) is None
    assert handwriting(FIELD, _marks(*pen)) is None  # a box, not a field


def test_a_letter_grown_together_with_a_read_one_is_read_again():
    task, zero = CellTask(SEL), Word("0", Box(40, 20, 52, 40), 0.99, "tesseract", 0)
    assert bands(task, [zero], _marks((40, 20, 52, 40))) == []
    (band,) = bands(task, [zero], _marks((22, 20, 52, 40)))
    assert band.y0 < 20 < 40 < band.y1


def test_letters_of_two_words_grown_together_are_explained_by_both():
    words = [_kata("3", 20, 0), Word("jam", Box(104, 20, 150, 40), 0.99, "tesseract", 0)]
    assert bands(CellTask(SEL), words, _marks((30, 20, 140, 40))) == []

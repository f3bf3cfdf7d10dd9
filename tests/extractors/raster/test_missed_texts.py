"""Lines that the first engine does not see at all are shown to the second one."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing import words
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word
from tests.extractors.raster.writing.test_names import Reads


class Blind(Reads):
    """An engine that sees the foot of the page and nothing in its cells."""

    def read_page(self, picture):
        return [Word("Kepala", Box(20 + 32 * at, 180, 45 + 32 * at, 196), 0.9, baris=0) for at in range(12)]


def test_a_text_that_only_the_second_engine_sees(monkeypatch):
    page = np.full((1000, 1400), 255, np.uint8)
    for x in range(20, 380, 16):
        page[180:196, x : x + 9] = page[80:96, x : x + 9] = 0
    second = Reads("rapidocr", "Menyusun jadwal rapat")
    monkeypatch.setattr(words, "required", lambda _: [Blind("tesseract")])
    monkeypatch.setattr(words, "second_opinion", lambda: second)
    reading = words.read_words(page, [CellTask(Box(10, 40, 410, 140), "teks")])
    inside = [word.text for word in reading.words if word.box.y1 < 140]
    assert " ".join(inside) == "Menyusun jadwal rapat"


def test_a_text_that_no_engine_sees_is_said_to_be_there(monkeypatch):
    page = np.full((1000, 1400), 255, np.uint8)
    for x in range(20, 380, 16):
        page[180:196, x : x + 9] = page[80:96, x : x + 9] = 0
        page[84:92, x + 3 : x + 6] = 255
    monkeypatch.setattr(words, "required", lambda _: [Blind("tesseract")])
    monkeypatch.setattr(words, "second_opinion", lambda: None)
    cells = [CellTask(Box(10, 40, 410, 140), "teks"), CellTask(Box(410, 40, 800, 140), "teks")]
    (unread,) = words.read_words(page, cells).unread
    assert cells[0].box.holds(*unread.centre)

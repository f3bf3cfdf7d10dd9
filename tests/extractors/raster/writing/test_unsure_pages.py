"""Pages that the first engine can hardly read are shown to the second one as a whole."""

from typing import cast

import numpy as np

from extractors.boxes import Box
from extractors.engines import Engine
from extractors.raster.writing.unsure_pages import asked_whole, is_unsure
from extractors.sheets import Word

HALAMAN = np.full((400, 600), 255, np.uint8)
KATA = ["Memeriksa", "kelengkapan", "berkas", "permohonan", "Menyusun", "konsep"]


def kata(text, at, sure, engine="tesseract"):
    return Word(text, Box(20, 20 + 40 * at, 20 + 12 * len(text), 44 + 40 * at), sure, engine, at)


class Kedua:
    """An engine that reads the same words off whatever it is shown."""

    def __init__(self, words):
        self.words = words
        self.shown = []

    def read_page(self, picture):
        self.shown.append(picture)
        return self.words


def test_a_page_that_was_read_surely_is_not_asked_about():
    seen = [kata(text, at, 0.97) for at, text in enumerate(KATA)]
    second = Kedua([])
    assert asked_whole(HALAMAN, seen, cast(Engine, second)) == seen
    assert not second.shown


def test_symbols_that_were_read_as_scraps_make_no_page_unsure():
    seen = [kata(text, at, 0.97) for at, text in enumerate(KATA)] + [kata("[]", 7, 0.1), kata("<>", 8, 0.1)]
    assert not is_unsure(seen)


def test_words_of_the_language_that_were_hardly_read_make_no_page_unsure():
    assert not is_unsure([kata(text, at, 0.4) for at, text in enumerate(KATA)])


def test_at_each_place_the_better_reading_is_taken_and_says_whose_it_is():
    seen = [
        kata("Memeriksa", 0, 0.97),
        kata("kolenykapan", 1, 0.2),
        kata("berkas", 2, 0.97),
        kata("permchanan", 3, 0.1),
        kata("rancangan", 4, 0.97),
    ]
    second = Kedua(
        [
            kata("Memerksa", 0, 0.5, "rapidocr"),
            kata("kelengkapan", 1, 0.72, "rapidocr"),
            kata("permohonan", 3, 0.72, "rapidocr"),
            kata("konsep", 5, 0.72, "rapidocr"),
        ]
    )
    read = {(word.text, word.mesin) for word in asked_whole(HALAMAN, seen, cast(Engine, second))}
    assert second.shown[0] is HALAMAN
    assert read == {
        ("Memeriksa", "tesseract"),
        ("kelengkapan", "rapidocr"),
        ("berkas", "tesseract"),
        ("permohonan", "rapidocr"),
        ("rancangan", "tesseract"),
        ("konsep", "rapidocr"),
    }


def test_without_a_second_engine_what_was_read_stays():
    seen = [kata("kolenykapan", at, 0.2) for at in range(6)]
    assert asked_whole(HALAMAN, seen, None) == seen


def test_with_care_pages_are_asked_about_that_are_less_unsure():
    seen = [kata(text, at, 0.97) for at, text in enumerate(KATA)] + [kata("permchan", 7, 0.1)]
    second = Kedua([])
    asked_whole(HALAMAN, seen, cast(Engine, second), "cepat")
    assert not second.shown
    asked_whole(HALAMAN, seen, cast(Engine, second), "teliti")
    assert second.shown

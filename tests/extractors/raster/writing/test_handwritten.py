"""Dates and numbers written by hand, taken as most readings of their field say."""

from collections.abc import Sequence
from typing import cast

import numpy as np

from extractors.boxes import Box
from extractors.engines import Engine
from extractors.engines.gambar import Gambar
from extractors.raster.writing.handwritten import MOST, handwritten
from extractors.raster.writing.marks_in_cells import Marks
from extractors.raster.writing.tugas import CellTask, Peran
from extractors.sheets import Word

FIELD = Box(10, 10, 210, 50)


def said(text: str, *sure: float) -> list[Word]:
    """The words of a text, one beside the other, as sure as told or else surely read."""
    parts = text.split()
    likely = (*sure, *[0.95] * (len(parts) - len(sure)))
    return [
        Word(part, Box(20 + 60 * at, 20, 70 + 60 * at, 40), likely[at], "rapidocr", 0)
        for at, part in enumerate(parts)
    ]


class Reads:
    """An engine that reads one text after the other, the last one again and again."""

    nama, huruf = "rapidocr", 20.0

    def __init__(self, *readings: list[Word]) -> None:
        self.readings = list(readings)
        self.asked = 0

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        self.asked += len(crops)
        return [self.readings.pop(0) if len(self.readings) > 1 else self.readings[0] for _ in crops]


def read(before: list[Word], *readings: list[Word], peran: Peran = "isian") -> list[str] | None:
    page = np.full((60, 220), 255, np.uint8)
    marks = Marks(np.asarray([(x, 20, x + 8, 36) for x in range(20, 190, 10)], np.float32), 16.0)
    cells = [CellTask(FIELD, peran)]
    found = handwritten(cast(Engine, Reads(*readings)), page, cells, [before], marks)
    assert all(word.keyakinan <= MOST for word in found.get(0, ()))
    return [word.text for word in found[0]] if found else None


GARBLED = said("1 Tebu AOAY", 0.2, 0.05, 0.23)


def test_what_most_readings_say_is_taken() -> None:
    date = said("2 Februari 2024", 0.95, 0.7)
    assert read(GARBLED, said("Z Fcbrvari 2O24"), date) == ["2", "Februari", "2024"]
    number = said("017/SOP-DLH/V1/2023", 0.77)
    assert read([], number) == ["017/SOP-DLH/V1/2023"]


def test_what_is_neither_date_nor_number_stays() -> None:
    assert read(GARBLED, said("rapat")) is None
    assert read(GARBLED, said("Izin/Perjanjian Kerja")) is None


def test_what_was_surely_read_is_kept() -> None:
    date = said("2 Februari 2024")
    assert read(said("14 Maret 2023"), date) is None
    assert read(said("14 Maret 2023", 0.4), date) is None
    assert read(said("7 Februari 2024", 0.4), date) == ["2", "Februari", "2024"]
    assert read(GARBLED, date, peran="teks") is None


def test_words_of_the_page_tell_what_is_meant() -> None:
    page = np.full((60, 220), 255, np.uint8)
    marks = Marks(np.asarray([(x, 20, x + 8, 36) for x in range(20, 190, 10)], np.float32), 16.0)
    cells = [CellTask(FIELD, "isian"), CellTask(Box(10, 50, 210, 58), "teks")]
    before = [said("T DINBO", 0.2, 0.2), said("nomor 7/DINBUD/2020")]
    engine = cast(Engine, Reads(said("7/DINBUD/2024"), said("7/DINBUO/2024")))
    found = handwritten(engine, page, cells, before, marks)
    assert [word.text for word in found[0]] == ["7/DINBUD/2024"]


def test_what_three_readings_say_alike_is_not_read_on() -> None:
    page = np.full((60, 220), 255, np.uint8)
    marks = Marks(np.asarray([(x, 20, x + 8, 36) for x in range(20, 190, 10)], np.float32), 16.0)
    date, asked = said("2 Februari 2024"), []
    for readings in ((date,), (date, date, said("2 Febuari 2024"), date)):
        engine = Reads(*readings)
        found = handwritten(cast(Engine, engine), page, [CellTask(FIELD, "isian")], [GARBLED], marks)
        assert [word.text for word in found[0]] == ["2", "Februari", "2024"]
        asked.append(engine.asked)
    assert asked[0] < asked[1]

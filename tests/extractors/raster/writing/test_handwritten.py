"""Dates and numbers written by hand, taken only where they are read whole and the same twice."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest

from extractors.boxes import Box
from extractors.engines import Engine
from extractors.engines.gambar import Gambar
from extractors.raster.writing.handwritten import MOST, handwritten, shape_of
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
    """An engine that reads one text after the other."""

    nama, huruf = "rapidocr", 20.0

    def __init__(self, *readings: list[Word]) -> None:
        self.readings = list(readings)

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        return [self.readings.pop(0) for _ in crops]


def read(before: list[Word], *readings: list[Word], peran: Peran = "isian") -> list[str] | None:
    page = np.full((60, 220), 255, np.uint8)
    marks = Marks(np.asarray([(x, 20, x + 8, 36) for x in range(20, 190, 10)], np.float32), 16.0)
    cells = [CellTask(FIELD, peran)]
    found = handwritten(cast(Engine, Reads(*readings)), page, cells, [before], marks)
    assert all(word.keyakinan <= MOST for word in found.get(0, ()))
    return [word.text for word in found[0]] if found else None


GARBLED = said("1 Tebu AOAY", 0.2, 0.05, 0.23)


def test_what_is_read_twice_as_a_date_or_a_number_is_taken_as_a_whole() -> None:
    date = said("2 Februari 2024", 0.95, 0.7)
    assert read(GARBLED, date, date) == ["2", "Februari", "2024"]
    number = said("017/SOP-DLH/V1/2023", 0.77)
    assert read([], number, number) == ["017/SOP-DLH/V1/2023"]


def test_what_is_read_in_two_ways_or_says_nothing_whole_is_not() -> None:
    date = said("2 Februari 2024")
    assert read(GARBLED, date, said("3 Februari 2024")) is None
    assert read(GARBLED, date, said("2 Februari 202A")) is None
    assert read(GARBLED, said("rapat"), said("rapat")) is None


def test_print_and_other_cells_stay_as_they_were() -> None:
    date = said("2 Februari 2024")
    assert read(said("14 Maret 2023"), date, date) is None
    assert read(said("14 Maret 2023", 0.4), date, date) is None
    assert read(GARBLED, date, date, peran="teks") is None


@pytest.mark.parametrize(
    ("words", "shape"),
    [
        (said("8 TANUARI 2024"), ("8", "Januari", "2024")),
        (said("20 AgUStU5 2023"), ("20", "Agustus", "2023")),
        (said("20 Agustus 2023", 0.85), None),
        (said("2 Janvan 2024"), None),
        (said("45 Juni 2024"), None),
        (said("800/12/2024", 0.5), None),
        (said("800 / 12 / 2024"), ("800/12/2024",)),
        (said("2024"), None),
        ([], None),
    ],
)
def test_shapes(words: list[Word], shape: tuple[str, ...] | None) -> None:
    assert shape_of(words) == shape

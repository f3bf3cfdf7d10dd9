"""The figure 1 before a unit of time that engines pass over."""

import numpy as np
import pytest

from extractors.boxes import Box
from extractors.raster.writing.lone_strokes import with_lone_stroke
from extractors.raster.writing.marks_in_cells import Marks
from extractors.sheets import Word

CELL = Box(100, 100, 220, 140)
UNIT = Box(130, 108, 160, 126)
PRINT = (131.0, 110.0, 159.0, 124.0)
STROKE = (120.0, 110.0, 124.0, 122.0)


def read(*ink: tuple[float, float, float, float], text: str = "minggu") -> list[str]:
    marks = Marks(np.asarray([PRINT, *ink], np.float32), 15.0)
    return [word.text for word in with_lone_stroke([Word(text, UNIT, 0.9, "uji", 0)], CELL, marks)]


def test_a_stroke_alone_before_a_unit_is_a_one() -> None:
    marks = Marks(np.asarray([PRINT, STROKE], np.float32), 15.0)
    one, unit = with_lone_stroke([Word("minggu", UNIT, 0.9, "uji", 3)], CELL, marks)
    assert (one.text, unit.text, one.baris) == ("1", "minggu", 3)
    assert one.keyakinan < 0.9


@pytest.mark.parametrize(
    "ink",
    [
        (),
        ((101.0, 110.0, 103.0, 122.0),),
        ((114.0, 110.0, 124.0, 122.0),),
        ((108.0, 110.0, 112.0, 122.0), STROKE),
        ((120.0, 121.0, 124.0, 124.0),),
    ],
    ids=["nothing", "a piece of the rule", "a wider figure", "two figures", "a speck"],
)
def test_other_ink_is_none(ink: tuple[tuple[float, float, float, float], ...]) -> None:
    assert read(*ink) == ["minggu"]


@pytest.mark.parametrize("text", ["30", "Surat", "2menit"])
def test_before_other_words_there_need_be_no_number(text: str) -> None:
    assert read(STROKE, text=text) == [text]

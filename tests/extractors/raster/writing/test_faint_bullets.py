"""Markers of lists that are paler than ink, where those of the same page say that they are due."""

import numpy as np

from extractors.boxes import Box
from extractors.raster.writing.faint_bullets import with_faint_bullets
from extractors.sheets import Word, by_line

HURUF = 20.0
PAPER, INK, PALE = 240, 60, 130
CELLS = (Box(0, 0, 400, 200), Box(0, 200, 400, 400))


def word(text: str, x: float, y: float, width: float) -> Word:
    return Word(text, Box(x, y - 10, x + width, y + 10), 0.95, "tesseract", int(y))


def read(pale: tuple[tuple[float, float], ...]) -> list[str]:
    """Three entries with dashes that were read above two whose dashes, if they have any, are drawn at ``pale``."""
    picture = np.full((400, 400), PAPER, np.uint8)
    first = [word("Arsip", 60, y, 80) for y in (30, 70, 110)] + [word("-", 20, y, 8) for y in (30, 70, 110)]
    for y in (30, 70, 110):
        picture[y - 1 : y + 2, 20:28] = INK
    for left, middle in pale:
        picture[int(middle) - 1 : int(middle) + 2, int(left) : int(left) + 8] = PALE
    second = [word("Komputer", 60, y, 120) for y in (230, 270)]
    found = with_faint_bullets(((CELLS[0], first), (CELLS[1], second)), picture, HURUF)
    assert found[0] == first
    return [" ".join(each.text for each in line) for line in by_line(found[1])]


def test_pale_dashes_where_those_of_the_page_stand_begin_entries():
    assert read(((20, 230), (20, 270))) == ["- Komputer", "- Komputer"]


def test_one_alone_or_out_of_line_is_a_speck():
    assert read(((20, 230),)) == ["Komputer", "Komputer"]
    assert read(((45, 230), (5, 270))) == ["Komputer", "Komputer"]


def test_ink_that_goes_on_to_the_side_is_no_marker():
    stroke = tuple((x, y) for x in (4, 12, 20, 28, 36) for y in (230, 270))
    assert read(stroke) == ["Komputer", "Komputer"]

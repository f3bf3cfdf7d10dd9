"""The figure 1 before a unit of time where engines pass over it: one stroke, as high as a figure, where a number stands.

A 1 alone is a stroke that engines take for a piece of a rule. Before a unit there must be a number, and no other figure
is as narrow; so where nothing but such a stroke stands before the unit, off the rules of the cell, it is read.
"""

from collections.abc import Sequence
from typing import Final

from extractors.boxes import Box, union
from extractors.lexicon.durations import names_unit, nearly_times
from extractors.raster.writing.marks_in_cells import Marks
from extractors.sheets import Word, by_line

ENGINE: Final = "gambar"
"""``Word.mesin`` of a figure told from its form."""
SURE: Final = 0.6
"""How sure it is."""
_HIGH, _WIDE = (0.55, 1.4), 0.5
"""Its height as a share of that of a letter, and its width as a share of its height at most."""
_APART = (0.1, 1.3)
"""How far before the unit it ends, in letter heights."""
_OFF = 0.3
"""How far off the rules of the cell it stands, in letter heights."""
_LEVEL = 0.4
"""By how much its upper end may lie above or below that of the unit, in letter heights."""
_SPECK = 0.35
"""Ink so much lower than a letter is a speck."""


def with_lone_stroke(words: Sequence[Word], cell: Box, marks: Marks) -> list[Word]:
    """The words of a cell with the 1 before its unit of time, where no number was read.

    Args:
        words: of the cell.
        cell: its box.
        marks: of the page.
    """
    line = next(iter(by_line(words)), [])
    texts = [word.text for word in words]
    if not line or not _is_unit(line[0].text) or any(c.isdigit() for text in texts for c in text):
        return list(words)
    unit, letter = line[0], marks.letter
    own = [box for box in _ink(marks, unit.box) if unit.box.holds(*box.centre)]
    if not own:
        return list(words)
    inked = union(own)
    before = Box(cell.x0 + _OFF * letter, inked.y0, inked.x0, inked.y1)
    ink = [box for box in _ink(marks, before) if before.holds(*box.centre) and box.x0 >= before.x0]
    if len(ink) != 1 or not _is_one(ink[0], inked, letter):
        return list(words)
    return [Word("1", ink[0], SURE, ENGINE, baris=unit.baris), *words]


def _is_unit(text: str) -> bool:
    """Whether a word is a unit of time, be it worn."""
    return names_unit(text) or nearly_times(f"1 {text}")


def _ink(marks: Marks, place: Box) -> list[Box]:
    """The marks that reach into a place, without specks."""
    found = (Box(*some) for some in marks.touching(place).tolist())
    return [box for box in found if box.height > _SPECK * marks.letter]


def _is_one(box: Box, unit: Box, letter: float) -> bool:
    """Whether a mark is a stroke level with the print of a unit."""
    low, high = (share * letter for share in _HIGH)
    near, far = (share * letter for share in _APART)
    return (
        low <= box.height <= high
        and box.width <= _WIDE * box.height
        and near <= unit.x0 - box.x1 <= far
        and abs(box.y0 - unit.y0) <= _LEVEL * letter
    )

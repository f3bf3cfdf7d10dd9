"""The numeral I behind a word, "Asisten I", and the figure 1 before a unit of time, "1 hari", read as the stroke they are.

A stroke that is left of a rule is taller than a capital or stands apart; one that is as high as the capitals of its
line and a blank behind a word, or before a unit, is written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.lexicon.durations import is_time_unit
from extractors.sheets import Word

STROKES = re.compile(r"[Il1]{0,2}\|[|Il1]{0,2}")
"""Strokes of which at least one was not taken for a letter."""
LEAST, MOST = 0.7, 1.3
"""Heights of the numeral, in capitals."""
BLANK: Final = 1.2
"""Widest blank before it, in capitals."""
LETTERS: Final = 3
"""Letters that the word before it has at least."""


def with_numerals(words: Sequence[Word], letter: float) -> list[Word]:
    """Words with strokes written as numerals where they are such.

    Args:
        words: as an engine read them.
        letter: height of a capital.
    """
    return [_numeral(word, words, letter) if STROKES.fullmatch(word.text) else word for word in words]


def _numeral(stroke: Word, words: Sequence[Word], letter: float) -> Word:
    if not LEAST * letter <= stroke.box.height <= MOST * letter:
        return stroke
    if any(_stands_before(word, stroke, letter) for word in words if len(word.text) >= LETTERS):
        return replace(stroke, text="I" * len(stroke.text))
    if any(_stands_before(stroke, word, letter) for word in words if is_time_unit(word.text)):
        return replace(stroke, text="1" * len(stroke.text))
    return stroke


def _stands_before(word: Word, other: Word, letter: float) -> bool:
    """Whether one word stands a blank before another on its line, and one of both is written in letters."""
    if word.baris != other.baris or not (word.text.isalpha() or other.text.isalpha()):
        return False
    level = min(word.box.y1, other.box.y1) - max(word.box.y0, other.box.y0)
    return 0 < other.box.x0 - word.box.x1 <= BLANK * letter and level >= 0.7 * other.box.height

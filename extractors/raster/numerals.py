"""The numeral I behind a word: "Asisten I", which an engine reads as the stroke that it is.

A stroke that is left of a rule is taller than a capital or stands apart; one that is as high as the capitals of its
line and a blank behind a word is written.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

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
    high = LEAST * letter <= stroke.box.height <= MOST * letter
    if not high or not any(_stands_before(word, stroke, letter) for word in words):
        return stroke
    return replace(stroke, text="I" * len(stroke.text))


def _stands_before(word: Word, stroke: Word, letter: float) -> bool:
    if word.baris != stroke.baris or not word.text.isalpha() or len(word.text) < LETTERS:
        return False
    level = min(word.box.y1, stroke.box.y1) - max(word.box.y0, stroke.box.y0)
    return 0 < stroke.box.x0 - word.box.x1 <= BLANK * letter and level >= 0.7 * stroke.box.height

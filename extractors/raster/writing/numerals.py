"""The numeral I behind a word, "Asisten I", and the figure 1 before a unit of time, "1 hari", read as the stroke they are.

A stroke that is left of a rule is taller than a capital or stands apart; one that is as high as the capitals of its
line and a blank behind a word, or before a unit, is written. So is one with a comma behind it, "tingkat I, II dan III",
which no rule has. Of several strokes side by side none is a small L: "Il" is the numeral two.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extractors.lexicon.durations import is_time_unit
from extractors.sheets import Word

STROKES = re.compile(r"[Il1]{0,2}\|[|Il1]{0,2}")
"""Strokes of which at least one was not taken for a letter."""
ENUMERATED = re.compile(r"\|[,;]")
"""The first numeral of several."""
_NUMERAL = re.compile(r"I[Il|]{1,2}(?!\w)")
"""Two or three; no word begins like that."""
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
    return [_written(word, words, letter) for word in words]


def _written(word: Word, words: Sequence[Word], letter: float) -> Word:
    if STROKES.fullmatch(word.text):
        return _numeral(word, words, letter)
    if ENUMERATED.fullmatch(word.text) and LEAST * letter <= word.box.height <= MOST * letter:
        beside = any(_next_to(word, other, letter) for other in words)
        return replace(word, text="I" + word.text[1:]) if beside else word
    several = _NUMERAL.match(word.text)
    return replace(word, text="I" * several.end() + word.text[several.end() :]) if several else word


def _next_to(word: Word, other: Word, letter: float) -> bool:
    """Whether other letters stand a blank before or behind a word on its line."""
    written = any(character.isalpha() for character in other.text)
    return written and (_before(word, other, letter) or _before(other, word, letter))


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
    return (word.text.isalpha() or other.text.isalpha()) and _before(word, other, letter)


def _before(word: Word, other: Word, letter: float) -> bool:
    if word.baris != other.baris:
        return False
    level = min(word.box.y1, other.box.y1) - max(word.box.y0, other.box.y0)
    return 0 < other.box.x0 - word.box.x1 <= BLANK * letter and level >= 0.7 * other.box.height

"""Fractions before units of time: "½ hari", of which the engines of pages make "12", "14" or "%", and are sure of it.

An engine that reads one line by its shape knows the sign, and is not sure of any number that it is not one of.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from extractors.boxes import Box
from extractors.lexicon.durations import is_halved_unit
from extractors.raster.geometry.paper import Gray
from extractors.raster.writing.doubts import RAGU
from extractors.sheets import TAK_TERBACA, Word

Strip = Callable[[Gray], list[Word]]

_HALF: Final = "½"
_MAY_BE: Final = re.compile(r"(?:\d\d|1)[2-9]|[13][^\d\-–.,xX×½¼¾][^\d]?|[^\d\W][\da-z]?|[%¥/]\d?|[/%]?½|1/2")
"""What engines read for a fraction: two figures, of which the first is its own, or signs of its form."""
_IS: Final = re.compile(r"1?[½/]{1,2}2?")
"""What the engine of lines reads for a half: the sign, with figures of it read along."""
_AND_HALF: Final = re.compile(r"(\d)1?½2?")
"""The same behind a whole number."""
_SURE: Final = 0.9
"""A number is as sure, or it is doubtful."""
_WIDE: Final = 1.0
"""A half with a whole number before it is wider than this, in em; alone it is 0.6 to 0.85."""
_LETTER, _THIN, _BROAD = 0.52, 0.3, 0.8
"""How wide letters are, in em, those that are thin, and m."""
_NEAR, _LEVEL = 1.2, 0.6
"""How far behind a number its unit stands, and how far its middle may lie off that of the number, in heights of the unit."""
_EDGE, _WHITE = 0.15, 6
"""What comes along around a number, in heights of the unit, and the white put around that, in pixels."""


def with_fractions(words: Sequence[Word], picture: Gray, strip: Strip | None) -> list[Word]:
    """The words of a page with the halves before units of time as what they are.

    A number of which the engine of lines is not sure, or which it reads as another one, is doubtful.

    Args:
        words: in pixels.
        picture: the page, height x width.
        strip: reads a picture of one line; None where it is not installed.
    """
    if strip is None:
        return list(words)
    units = [word for word in words if is_halved_unit(word.text)]
    return [_seen(word, units, picture, strip) if _MAY_BE.fullmatch(word.text) else word for word in words]


def _seen(word: Word, units: Sequence[Word], picture: Gray, strip: Strip) -> Word:
    """A word before a unit as the engine of lines reads it."""
    unit = next((unit for unit in units if _is_before(word.box, unit.box)), None)
    if unit is None or word.text == TAK_TERBACA:
        return word
    read = strip(_cut(picture, word.box, unit.box))
    text = "".join(part.text for part in read)
    meant = _meant(text, word.box.width > _WIDE * _em(unit))
    if meant:
        return replace(word, text=meant, keyakinan=min(part.keyakinan for part in read), mesin=read[0].mesin)
    if word.text.isdecimal() and (text != word.text or min(part.keyakinan for part in read) < _SURE):
        return replace(word, keyakinan=min(word.keyakinan, RAGU))
    return word


def _meant(text: str, wide: bool) -> str | None:
    """What the engine of lines reads for a half is; None for another number, and where it saw less than there is."""
    whole = _AND_HALF.fullmatch(text)
    if wide:
        return f"{whole[1]} {_HALF}" if whole else None
    return _HALF if _IS.fullmatch(text) else None


def _em(word: Word) -> float:
    """The size of the type of a word, by its width."""
    shares = (_THIN if letter in "fijlrt" else _BROAD if letter == "m" else _LETTER for letter in word.text)
    return word.box.width / sum(shares)


def _is_before(box: Box, unit: Box) -> bool:
    """Whether a number stands before a unit on its line, or ends the line above it."""
    level = abs(box.centre[1] - unit.centre[1]) <= _LEVEL * unit.height
    return level and unit.x0 >= box.x0 and unit.x0 - box.x1 <= _NEAR * unit.height


def _cut(picture: Gray, box: Box, unit: Box) -> Gray:
    """The picture of a number as high as its unit is at least, with white around it."""
    edge = _EDGE * unit.height
    low, high = max(0, round(min(box.y0, unit.y0) - edge)), round(max(box.y1, unit.y1) + edge)
    left, right = max(0, round(box.x0 - edge)), round(min(box.x1 + edge, unit.x0 - 1))
    part = picture[low : high + 1, left : right + 1]
    return np.pad(part, _WHITE, constant_values=part.max(initial=0))

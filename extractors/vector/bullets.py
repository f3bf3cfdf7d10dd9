"""The bullets before the entries of a list that a program drew as little discs instead of letters.

Browsers do so. Without them a list is one text.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from extractors.boxes import Box
from extractors.sheets import Word
from extractors.vector.drawn import Outline
from extractors.vector.strokes import PAPER

SIGN: Final = "•"
LARGEST: Final = 0.6
"""How large a bullet may be, in heights of the words of its line."""
SMALLEST: Final = 1.2
"""Points; a smaller one is the dot of a dotted line."""
ROUND: Final = 0.15
"""How much longer one side may be than the other, in parts of it."""
APART: Final = (0.1, 2.5)
"""The gap between a bullet and its text, in heights of the word."""
LEVEL: Final = 0.35
"""How far a bullet may stand above or below the middle of its word, in heights of the word."""


def bullets_among(outlines: Iterable[Outline], words: Sequence[Word]) -> list[Word]:
    """A bullet as a word for each disc that stands alone before the first word of a line."""
    discs = [part.box for outline in outlines if _is_filled(outline) for part in outline.parts if part.curved]
    return [Word(SIGN, disc) for disc in discs if _is_round(disc) and _begins_line(disc, words)]


def _is_filled(outline: Outline) -> bool:
    return outline.fill is not None and outline.fill != PAPER


def _is_round(box: Box) -> bool:
    small, large = sorted((box.width, box.height))
    return small >= SMALLEST and large <= (1 + ROUND) * small


def _begins_line(box: Box, words: Sequence[Word]) -> bool:
    level = [word for word in words if _is_level(box, word.box)]
    least, most = APART
    after = any(least <= (word.box.x0 - box.x1) / word.box.height <= most for word in level)
    before = any(-1 < (box.x0 - word.box.x1) / word.box.height <= most for word in level)
    return after and not before


def _is_level(box: Box, word: Box) -> bool:
    return (
        word.height > 0
        and max(box.width, box.height) <= LARGEST * word.height
        and abs(box.centre[1] - word.centre[1]) <= LEVEL * word.height
    )

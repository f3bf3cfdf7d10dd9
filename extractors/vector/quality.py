"""Whether the text layer of a page can be trusted, or its pixels have to be read.

Reading the pixels of a good page costs seconds and a few letters; believing a bad layer costs
the page. So in doubt the pixels are read.
"""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from extractors.boxes import Box
from extractors.sheets import Sheet, Word
from extractors.vector.document import Document, PageContent
from extractors.vector.drawn import Letter

MOST_UNSEEN: Final = 0.3
"""Of the letters: drawn without colour, or hidden under images, as below a scan."""
MOST_UNMAPPED: Final = 0.1
"""Of the letters: their font does not say which they are, or says it with a private code."""
MOST_NONSENSE: Final = 0.4
"""Of the words: without the vowels of a language, or letters and figures mixed."""
LEAST_JUDGED: Final = 12
"""Fewer words are not judged by their looks."""
GLUED: Final = 16
"""Letters of a usual word where the blanks are missing."""
PICTURED: Final = 0.12
"""The share of the page under images from which on their ink is compared with that of the words."""
EXPLAINED: Final = 0.5
"""The least share of the dark pixels that words and drawings have to account for."""
DARK: Final = 140
"""Grey below this is ink."""
OUTLINED: Final = 150
"""So many small curved shapes without text are letters drawn as outlines."""
LETTER_SIZE: Final = 30.0
"""Points: the largest letter that counts among them."""

_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
# Bullets and ticks of symbol fonts have private codes by custom; they say nothing about the text.
_SYMBOL = re.compile("[\uf020-\uf0ff]")
_WORD = re.compile(r"[^\W\d_]{4,}")
_MIXED = re.compile(r"[^\W\d_]\d[^\W\d_]|\d[^\W\d_]{2,}\d|[a-z][A-Z][a-z]*[A-Z]")
_VOWELS = frozenset("aeiouAEIOUáéíóúâêîôûèàùë")


def is_trustworthy(document: Document, number: int, sheet: Sheet) -> bool:
    """Whether the words of a sheet are those that a person sees on the page.

    Args:
        document: an open PDF.
        number: of the page, from 1.
        sheet: of this page, as ``sheet_of`` made it.

    Returns:
        False where the layer is missing, invisible, hidden, garbled, or only a small part of
        what the page shows. True for an empty page.
    """
    content = document.content(number)
    if not sheet.words:
        return not content.drawn.images and not content.drawn.shaded and not _outlined(content)
    if content.drawn.truncated or _unseen(content, sheet) or _garbled(content, sheet.words):
        return False
    if _outlined(content) and len(sheet.words) < LEAST_JUDGED:
        return False
    area = sum(max(0.0, i.box.width) * max(0.0, i.box.height) for i in content.drawn.images)
    if area < PICTURED * content.width * content.height:
        return True
    return _explained(document, number, sheet) >= EXPLAINED


def is_searchable_scan(content: PageContent) -> bool:
    """Whether a page shows a picture and letters of it are laid there unseen: then its words need not be put together."""
    if content.drawn.is_searchable_scan:
        return True
    inked = _inked(content)
    return bool(content.drawn.images) and sum(letter.unseen for letter in inked) > MOST_UNSEEN * len(inked)


def _inked(content: PageContent) -> list[Letter]:
    return [letter for letter in content.letters if not letter.text.isspace()]


def _unseen(content: PageContent, sheet: Sheet) -> bool:
    """Whether many letters of the layer are not what the page shows."""
    inked = _inked(content)
    shown = sum(len(word.text) for word in sheet.words)
    invisible = sum(letter.unseen for letter in inked)
    images = [image.box for image in content.drawn.images if image.covers]
    below = sum(any(box.holds(*letter.box.centre) for box in images) for letter in inked)
    return max(invisible, min(below, len(inked) - shown)) > MOST_UNSEEN * max(1, len(inked))


def _outlined(content: PageContent) -> bool:
    """Whether the page has many small shapes that may be letters."""
    small = 0
    for outline in content.drawn.outlines:
        if outline.fill is None:
            continue
        for part in outline.parts:
            if part.curved:
                small += max(part.box.width, part.box.height) < LETTER_SIZE
    return small > OUTLINED


def _garbled(content: PageContent, words: Sequence[Word]) -> bool:
    """Whether the letters are not those that the font draws."""
    inked = _inked(content)
    strange = sum(
        letter.unmapped or bool(_PRIVATE.match(letter.text) and not _SYMBOL.match(letter.text))
        for letter in inked
    )
    if strange > MOST_UNMAPPED * len(inked):
        return True
    return nonsense([word.text for word in words])


def nonsense(words: Sequence[str]) -> bool:
    """Whether words cannot be of a language: without vowels, without blanks, or single letters."""
    lettered = [word for word in words if any(c.isalpha() for c in word)]
    if len(lettered) < LEAST_JUDGED:
        return False
    lengths = sorted(sum(c.isalpha() for c in word) for word in lettered)
    if lengths[len(lengths) // 2] >= GLUED or lengths[int(len(lengths) * 0.6)] == 1:
        return True
    long = [word for word in lettered if _WORD.search(word) or _MIXED.search(word)]
    if len(long) < LEAST_JUDGED:
        return False
    return sum(not _is_speakable(word) for word in long) > MOST_NONSENSE * len(long)


def _is_speakable(word: str) -> bool:
    if _MIXED.search(word):
        return False
    letters = [c for c in word if c.isalpha()]
    share = sum(c in _VOWELS for c in letters) / len(letters)
    return 0.2 <= share <= 0.8


def _explained(document: Document, number: int, sheet: Sheet) -> float:
    """The share of the dark pixels of a page that lie where the sheet has something."""
    pixels = document.render(number, dpi=72.0, gray=True)
    dark = pixels < DARK
    total = int(dark.sum())
    if not total:
        return 1.0
    high, wide = dark.shape
    known = np.zeros_like(dark)
    marks = [word.box for word in sheet.words]
    marks += [drawing.box for drawing in sheet.drawings if drawing.jenis != "image"]
    for rule in sheet.rules:
        x0, x1 = (rule.at, rule.at) if rule.tegak else (rule.start, rule.end)
        y0, y1 = (rule.start, rule.end) if rule.tegak else (rule.at, rule.at)
        marks.append(Box(x0, y0, x1, y1))
    for mark in marks:
        seen = sheet.on_page(mark.grown(1.5))
        known[
            int(seen.y0 * high) : int(seen.y1 * high) + 1, int(seen.x0 * wide) : int(seen.x1 * wide) + 1
        ] = True
    return float((dark & known).sum()) / total

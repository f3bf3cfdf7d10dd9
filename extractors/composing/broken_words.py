"""Words that a narrow cell broke without a hyphen: "Kompone" over "n dan"."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from extractors.lexicon.labels import names_box
from extractors.lexicon.vocabulary import known as is_known
from extractors.lexicon.word_forms import is_form
from extractors.sheets import Sheet, Word
from extractors.spans import BARIS, EMPTY, PARAGRAF, Span, join

_LAST = re.compile(r"[^\W\d_]{3,}$")
_FIRST = re.compile(r"[a-z]+(?![\w.)/-])")
_END = re.compile(r"[a-z]{2,}(?![\w)/-])")
_MARKER = re.compile(r"(?:[-•]|\(?\w{1,2}[.)])\s+")
_FULL = 0.7
"""A line that only a broken word is on takes this share of the width at least: its next syllable had no room."""


def vocabulary(sheets: Iterable[Sheet]) -> Counter[str]:
    """How often each word stands in a file, in small letters."""
    return Counter(word.text.casefold().strip(".,;:()") for sheet in sheets for word in sheet.words)


def joined(
    lines: Sequence[Span],
    known: Counter[str],
    words: Sequence[Sequence[Word]],
    width: float,
    ended: Collection[int] = (),
) -> Span:
    """The lines of a cell with newlines between them, a mark behind those that are ended, but none inside a broken word.

    A word was broken where a line ends in one piece and the next begins with a single letter, or with
    a piece that makes a word with it which the file has elsewhere and is itself no word of the file; or
    where the piece fills its line, and what both make is a word or a form of one, while they are not.

    Args:
        lines: their texts.
        known: how often the file has each word.
        words: those of each line.
        width: that texts may take.
        ended: which lines are ended.
    """
    text = EMPTY
    for at, line in enumerate(lines):
        broken = bool(text) and (
            _breaks(text.text, line.text, known)
            or (_fills(words[at - 1], width) and _makes_word(text.text, line.text, known))
        )
        glue = PARAGRAF if at - 1 in ended else "" if broken else BARIS
        text = join((text, line), glue)
    return text


def _breaks(above: str, below: str, known: Counter[str]) -> bool:
    left, right = _LAST.search(above), _FIRST.match(below)
    last = above.rpartition("\n")[2]
    if left is None or right is None or " " in last or names_box(last):
        return False
    if len(right.group()) == 1:
        return True
    whole = (left.group() + right.group()).casefold()
    return known[whole] > 0 and known[right.group()] <= 1


def _fills(line: Sequence[Word], width: float) -> bool:
    """Whether a line takes so much of the width that nothing could stand behind it."""
    return line[-1].box.x1 - line[0].box.x0 > _FULL * width


def _makes_word(above: str, below: str, known: Counter[str]) -> bool:
    """Whether the only word of a line and the first below it make a word, but are not two."""
    last = above.rpartition("\n")[2].rpartition(PARAGRAF)[2]
    last = last.removeprefix(marker.group()) if (marker := _MARKER.match(last)) else last
    left, right = _LAST.search(last), _END.match(below)
    if left is None or right is None or " " in last or names_box(last):
        return False
    if is_known(left.group()) and is_known(right.group()):
        return False
    whole = (left.group() + right.group()).casefold()
    return known[whole] > 0 or is_form(whole)

"""Words that a narrow cell broke without a hyphen: "Kompone" over "n dan"."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from extractors.lexicon.labels import names_box
from extractors.sheets import Sheet
from extractors.spans import BARIS, EMPTY, PARAGRAF, Span, join

_LAST = re.compile(r"[^\W\d_]{3,}$")
_FIRST = re.compile(r"[a-z]+(?![\w.)/-])")


def vocabulary(sheets: Iterable[Sheet]) -> Counter[str]:
    """How often each word stands in a file, in small letters."""
    return Counter(word.text.casefold().strip(".,;:()") for sheet in sheets for word in sheet.words)


def joined(lines: Sequence[Span], known: Counter[str], ended: Collection[int] = ()) -> Span:
    """The lines of a cell with newlines between them, a mark behind those that are ended, but none inside a broken word.

    A word was broken where a line ends in one piece and the next begins with a single letter, or with
    a piece that makes a word with it which the file has elsewhere and is itself no word of the file.
    """
    text = EMPTY
    for at, line in enumerate(lines):
        broken = bool(text) and _breaks(text.text, line.text, known)
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

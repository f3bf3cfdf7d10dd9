"""What rules are read as where a text begins or ends right beside them: "IMenerima", "(Berkas", "lengkap|", "untuk)".

Spreadsheets set their texts so near to the rules of their cells that an engine takes the rule for one more sign.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.boxes import Box
from extractors.lexicon.vocabulary import known
from extractors.sheets import Word

_TEPI = 0.2
"""A word so near to a rule, in letter heights, has a piece of it."""
_DEKAT, _AGAK_DEKAT = 0.25, 0.5
"""So near, what looks like a rule before it may be one; before a longer word further off, too."""
_PANJANG = 6
"""Letters of a longer word: it is not come about by chance."""
_PETIK = re.compile(r"['\"‘’“”]")
_PETIK_TEPI = 0.6
"""A quotation mark so near to the left rule, in letter heights, may be a piece of it."""
_TANDA_GARIS = "|!'\"“‘[{"
"""Signs that no text of a cell begins with."""
_SEPERTI_GARIS = re.compile(r"[Il1](?=[^\W\d_]{3})")
"""Letters as slender as a rule; with what follows they are no word, and without them there is one."""
_TUTUP = re.compile(r"^[^(]*[^\W\d_]{3}\)$")
_BUKA = re.compile(r"\((?=[^\W\d_]{3}[^)]*$)")


def touches(word: Box, cell: Box, letter: float) -> bool:
    """Whether a word has a piece of the rule left or right of its cell.

    Args:
        word: of the cell.
        cell: its edges in the middle of its rules, in the same unit.
        letter: the height of a capital letter.
    """
    return word.x0 - cell.x0 < _TEPI * letter or cell.x1 - word.x1 < _TEPI * letter


def without_edge(word: Word, cell: Box, letter: float) -> Word:
    """A word beside a rule without what the rule was read as; the arguments are those of ``touches``."""
    text = word.text
    if touches(word.box, cell, letter):
        text = text.lstrip(_TANDA_GARIS) or text
    slender = _SEPERTI_GARIS.match(text)
    near = _DEKAT if len(text) <= _PANJANG else _AGAK_DEKAT
    if slender and word.box.x0 - cell.x0 < near * letter and not known(text) and known(text[slender.end() :]):
        text = text[slender.end() :]
    return replace(word, text=text)


def without_closing(words: Sequence[Word], cell: Box, letter: float) -> list[Word]:
    """The words of a cell without the brackets at its right rule that close what nothing opens; the arguments are those of ``without_quotes``."""
    opened = sum(word.text.count("(") for word in words)
    closed = sum(word.text.count(")") for word in words)
    last = [w for w in words if _TUTUP.search(w.text) and cell.x1 - w.box.x1 < _AGAK_DEKAT * letter]
    if not last or closed - opened < len(last):
        return list(words)
    return [replace(word, text=word.text[:-1]) if word in last else word for word in words]


def without_quotes(words: Sequence[Word], cell: Box, letter: float) -> list[Word]:
    """The words of a cell without the quotation marks at its left rule, if nothing is quoted there: none closes.

    Args:
        words: of one cell, in any order.
        cell: its edges in the middle of its rules, in the same unit.
        letter: the height of a capital letter.
    """
    quoted = [word for word in words if _PETIK.search(word.text)]
    pieces = [
        word
        for word in quoted
        if _PETIK.match(word.text)
        and word.box.x0 - cell.x0 < _PETIK_TEPI * letter
        and not _PETIK.search(word.text[1:])
    ]
    if not pieces or len(quoted) > len(pieces):
        return list(words)
    return [
        replace(word, text=word.text[1:]) if word in pieces else word
        for word in words
        if word.text[1:] or word not in pieces
    ]


def without_edges(words: Sequence[Word], cell: Box, letter: float) -> list[Word]:
    """The words of a cell without all that its rules were read as; the arguments are those of ``touches``."""
    bare = without_quotes([without_edge(word, cell, letter) for word in words], cell, letter)
    return without_brackets(without_closing(bare, cell, letter), letter)


def without_brackets(words: Sequence[Word], letter: float) -> list[Word]:
    """The words of a cell without brackets that open before the first word of a line and that nothing closes.

    Between the number of an entry and its text there may be a rule that parts no cells.

    Args:
        words: of one cell, in any order.
        letter: the height of a capital letter.
    """
    opened = sum(word.text.count("(") for word in words)
    closed = sum(word.text.count(")") for word in words)
    first = [
        at for at, word in enumerate(words) if _BUKA.match(word.text) and _begins_line(word, words, letter)
    ]
    if not first or opened - closed < len(first):
        return list(words)
    return [replace(word, text=word.text[1:]) if at in first else word for at, word in enumerate(words)]


def _begins_line(word: Word, words: Sequence[Word], letter: float) -> bool:
    """Whether nothing but the number of an entry stands left of a word."""
    top, bottom = word.box.y0, word.box.y1
    return not any(
        other.box.x1 <= word.box.x0 + letter / 2
        and top < other.box.centre[1] < bottom
        and any(character.isalpha() for character in other.text)
        for other in words
    )

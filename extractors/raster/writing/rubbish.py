"""What an engine makes of stamps, handwriting and specks, told from text; and how sure the language makes a word."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.boxes import Box, union
from extractors.lexicon.vocabulary import known
from extractors.raster.writing.credible import plausible
from extractors.sheets import TAK_TERBACA, Word

_RAGU = 0.3
"""Less sure words may be rubbish; of those that no word list has, one in twenty is right."""
_PENDEK = 3
"""Letters of words that specks and strokes are read as."""
_VOKAL = re.compile(r"[aiueoyAIUEOY]")
_CAMPUR = re.compile(r"[a-z][A-Z]|[A-Za-z][^\w.,/'’&()-]+[A-Za-z]")
_WAJAR = re.compile(r"\([A-Z]{2,6}\)[.,;:]?|.*\d.*|\(?[A-Za-z][.,)]|(?:[A-Z][A-Za-z]{0,2}\.)+,?|[-–&/:]")
"""Numbers, list letters, initials and degrees, dashes: short and yet no rubbish."""
_STROKES, _AT_SIDE = re.compile(r"[1Il|!\[\]]{2,3}|[|!\[\]]"), 1.5
"""What an upright rule, single or double, is read as, and how far from the side of its cell that ends, in letter heights."""
_STROKE, _ON_SIDE = re.compile(r"[1Il|!\[\]]"), 0.3
"""A piece of a rule however surely it is read: a stroke so near to the right side of its cell, where no text ends."""
_SEDIKIT = 0.3
"""Rubbish that is less of its line is left out; a line with more of it is not read."""
_SENDIRI = 0.5
"""A sign that is all of a cell counts from here; dashes and specks are read as signs."""
_DIKENAL = 4
"""Letters from which a known word is hardly come about by chance."""
_YAKIN_DIKENAL, _TERENDAH = 0.9, 0.1
"""Measured on real and made pages: a known word is right at least so often, unless the engine is less sure than that."""
_YAKIN_ASING, _TERTINGGI = 0.96, 0.89
"""An unknown word that is less sure than this is sure at most so far."""


def is_rubbish(word: Word) -> bool:
    """Whether a word looks like nothing that anybody writes, and the engine thought so, too."""
    if word.keyakinan >= _RAGU or _WAJAR.fullmatch(word.text) or known(word.text):
        return False
    letters = sum(character.isalpha() for character in word.text)
    return letters <= _PENDEK or not _VOKAL.search(word.text) or _CAMPUR.search(word.text) is not None


def is_text(words: Sequence[Word]) -> bool:
    """Whether the words of a cell can be its text; a lone sign must be read more surely than words."""
    if len(words) == 1 and len(words[0].text) == 1:
        return words[0].keyakinan >= _SENDIRI
    return bool(words) and plausible(words)


def without_bars(words: Sequence[Word], cell: Box, letter: float) -> list[Word]:
    """The words of a cell without those that are the rules at its sides: strokes, hardly read, right beside them.

    Args:
        words: of the cell.
        cell: its box, in the unit of the words.
        letter: height of a capital letter.
    """
    return [word for word in words if not _is_bar(word, cell, letter)]


def _is_bar(word: Word, cell: Box, letter: float) -> bool:
    if _STROKE.fullmatch(word.text) and word.box.x1 > cell.x1 - _ON_SIDE * letter:
        return True
    near = min(word.box.x1 - cell.x0, cell.x1 - word.box.x0) <= _AT_SIDE * letter
    return near and word.keyakinan < _SENDIRI and bool(_STROKES.fullmatch(word.text))


def sifted(words: Sequence[Word]) -> list[Word]:
    """The words of a cell without rubbish.

    Lines of nothing else fall away; in a line that is rubbish to a good part, one sign for what could not be
    read stands for it, because the rest alone says something else.
    """
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.baris, []).append(word)
    return [word for line in lines.values() for word in _sifted_line(line)]


def _sifted_line(line: Sequence[Word]) -> list[Word]:
    bad = [word for word in line if is_rubbish(word)]
    good = [word for word in line if word not in bad]
    if not bad or not good:
        return good
    share = sum(len(word.text) for word in bad) / sum(len(word.text) for word in line)
    if share < _SEDIKIT:
        return good
    first = bad[0]
    return [*good, Word(TAK_TERBACA, union(word.box for word in bad), 0.0, first.mesin, first.baris)]


def judged(word: Word) -> Word:
    """A word with the certainty that it has by the word list, too; of one that the language told the list says nothing more."""
    letters = sum(character.isalpha() for character in word.text)
    if word.dikira or letters < _DIKENAL or any(character.isdigit() for character in word.text):
        return word
    if known(word.text):
        floor = _YAKIN_DIKENAL + (1 - _YAKIN_DIKENAL) * word.keyakinan
        return replace(word, keyakinan=floor if word.keyakinan >= _TERENDAH else max(word.keyakinan, 0.8))
    return replace(word, keyakinan=min(word.keyakinan, _TERTINGGI)) if word.keyakinan < _YAKIN_ASING else word

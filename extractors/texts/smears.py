"""Lines of a text that are nothing anybody wrote: what engines make of rules, stamps, handwriting and turned letters."""

import re

from extractors.lexicon.vocabulary import known

_WORD = re.compile(r"\S+")
_VOWEL = re.compile(r"[aiueoy]", re.IGNORECASE)
_MIXED = re.compile(r"[a-z][A-Z]{2}|[a-z][A-Z][a-z]*[A-Z]|[A-Za-z][^\w.,/'’&()@-]+[A-Za-z]|(.)\1\1")
"""Capitals and signs inside a word, and one sign three times in a row."""
_FIGURES = re.compile(r"\W*\d[\d./:,\-–]*\W*|(?=(?:\D*\d){4})[A-Z\d./\-]+")
"""A figure, a date, the number of an SOP."""
_SHORT, _LONGEST = 3, 22
"""Letters of words that specks are read as, and of the longest that is written."""
_FIRM = 5
"""Letters from which a known word is hardly come about by chance."""
_LEAST, _FEWEST = 10, 3
"""Signs and words of a line that can be judged."""
_MOST = 0.6
"""The part of its signs that are of odd words, from which a line is a smear."""


def is_smear(text: str) -> bool:
    """Whether most of a line are words that nobody writes, and none is that somebody surely wrote."""
    words = _WORD.findall(text)
    signs = sum(map(len, words))
    if signs < _LEAST or (len(words) < _FEWEST and not _MIXED.search(text)):
        return False
    if any(len(word.strip(".,;:()")) >= _FIRM and known(word) for word in words):
        return False
    short = sum(len(word) for word in words if len(word) <= _SHORT and known(word))
    return sum(len(word) for word in words if _is_odd(word)) >= _MOST * (signs - short)


def _is_odd(word: str) -> bool:
    """Whether a word looks like nothing that anybody writes; short words say neither."""
    if _FIGURES.fullmatch(word) or known(word):
        return False
    letters = sum(map(str.isalpha, word))
    odd = letters <= _SHORT or letters > _LONGEST or not _VOWEL.search(word)
    return odd or _MIXED.search(word) is not None

"""Which word of the language a network likely saw where what it read is none.

Letters that low resolution or a copying machine left hardly different are told by the word that they stand in, as a
person reads them. A word is put for what was read only where the network itself saw its letters nearly as likely, and
no other word nearly as likely: names, which are no words of the language, and what was surely read stay as they are.
"""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from extractors.lexicon.vocabulary import listed

Floats = NDArray[np.float32]

_KATA = re.compile(r"(\W*)(\w.*?)(\W*)")
_TERPENDEK = 4
"""Shorter words are near to too many others."""
_HURUF = 0.7
"""Of a word so much are letters; what has more figures is a number or a code."""
_BERBEDA = 4
"""How many letters of a word may be others than those that were read, counted on both sides."""
_SEPERTI, _BEDA = 1.5, 2.0
"""So much less likely, as a power of e, a word may be than what was read, for each of its letters; and so much more
than any other word it must be."""
_TERKECIL = 1e-5
"""What the network gives no chance at all is as likely as this."""
_SESUDAH = 3
"""So many steps behind its last letter a word may end."""


def meant(seen: Floats, letters: Sequence[str], steps: Sequence[int]) -> str | None:
    """The word that was meant by some letters, with the signs around it; None where they stay as they were read.

    Args:
        seen: steps along the line x letters, how sure each is; the first one is that there is none.
        letters: what the columns stand for.
        steps: where the letters of the word were seen.
    """
    best = seen.argmax(axis=1)
    text = "".join(letters[best[at]] for at in steps)
    parts = _KATA.fullmatch(text)
    if not parts or is_usual(text):
        return None
    before, word, behind = parts.groups()
    if len(word) < _TERPENDEK or sum(map(str.isalpha, word)) < _HURUF * len(word):
        return None
    last = len(before) + len(word) - 1
    end = steps[last + 1] if behind else steps[last] + _SESUDAH
    part = np.log(np.maximum(seen[max(0, steps[len(before)] - 1) : end], _TERKECIL))
    found = _likeliest(part, letters, _alike(word))
    return f"{before}{found}{behind}" if found else None


def is_usual(text: str) -> bool:
    """Whether a word, without the signs around it, belongs to the language of offices; of short ones nobody can say so."""
    parts = _KATA.fullmatch(text.casefold())
    if not parts or len(parts[2]) < _TERPENDEK:
        return False
    return all(part in listed() for part in re.split(r"[-/]", parts[2]) if part)


def _likeliest(part: Floats, letters: Sequence[str], words: Sequence[str]) -> str | None:
    """The one of some words that the network saw nearly as likely as what it saw best, if none is nearly as likely as it."""
    column = {letter: at for at, letter in enumerate(letters)}
    forms = [form for word in words for form in (word, word.capitalize(), word.upper())]
    if not forms:
        return None
    worth = _along(part, [[column[letter] for letter in form] for form in forms]) - part.max(axis=1).sum()
    first = int(worth.argmax())
    others = [worth[at] for at, form in enumerate(forms) if form.casefold() != forms[first].casefold()]
    if worth[first] < -_SEPERTI * len(forms[first]) or max(others, default=-np.inf) > worth[first] - _BEDA:
        return None
    return forms[first]


def _along(part: Floats, words: Sequence[Sequence[int]]) -> Floats:
    """How likely each of some words is along all steps of a part of a line, as a logarithm, along its best way.

    Args:
        part: steps x letters, logarithms of how likely each is.
        words: each as the columns of its letters; between any two there may be none, between two alike there must be.
    """
    longest = 2 * max(map(len, words)) + 1
    places = np.zeros((len(words), longest), np.int64)
    for at, word in enumerate(words):
        places[at, 1 : 2 * len(word) : 2] = word
    skips = np.zeros(places.shape, bool)
    skips[:, 3::2] = places[:, 3::2] != places[:, 1:-2:2]
    sofar = np.full(places.shape, -np.inf, np.float32)
    sofar[:, :2] = part[0, places[:, :2]]
    for step in part[1:]:
        ways = sofar.copy()
        ways[:, 1:] = np.maximum(ways[:, 1:], sofar[:, :-1])
        ways[:, 2:] = np.maximum(ways[:, 2:], np.where(skips[:, 2:], sofar[:, :-2], -np.inf))
        sofar = ways + step[places]
    ends = np.array([2 * len(word) for word in words])
    rows = np.arange(len(words))
    return np.asarray(np.maximum(sofar[rows, ends], sofar[rows, ends - 1]), dtype=np.float32)


def _alike(word: str) -> list[str]:
    """The words of the language with nearly the letters of what was read, in whatever order."""
    words, held = _usable()
    other = np.abs(held - _held(word.casefold())).sum(axis=1)
    near = np.abs(held.sum(axis=1) - len(word)) <= 1
    return [words[at] for at in np.flatnonzero((other <= _BERBEDA) & near)]


@cache
def _usable() -> tuple[list[str], NDArray[np.int64]]:
    """The words that may be put for others, and which letters each holds."""
    words = sorted(word for word in listed() if len(word) >= _TERPENDEK and word.isascii() and word.isalpha())
    return words, np.array([_held(word) for word in words])


def _held(word: str) -> NDArray[np.int64]:
    """How often each letter stands in a word; what is no letter of the alphabet counts as one more."""
    codes = [ord(letter) - ord("a") for letter in word]
    return np.bincount([code if 0 <= code < 26 else 26 for code in codes], minlength=27)

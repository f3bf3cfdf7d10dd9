"""Whether what an engine read can be writing at all, and which of two readings is more likely meant."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from extractors.lexicon.vocabulary import known
from extractors.sheets import Word

_BATANG = "|¦"
_GARIS_TERBACA = frozenset("|¦_~=—\\")
"""What rules are read as."""
_TANDA_SAJA = re.compile(r"[\W_]+")
_ANGKA = re.compile(r"\(?\d{1,3}[.,)]?")
_MIRIP_ANGKA = str.maketrans("lI|Oo", "11100")
_BENTUK = re.compile(
    r"[\(\"'“]*(?:\d[\d./:,-]*|(?:[A-Za-z]{1,3}\.)+|[a-z]{1,2}[.)]|\d+[.)]|[A-Z]{2,}|[A-Z]?[a-z]{2,}(?:[-/][A-Za-z]+)*)[\).,;:\"'”]*"
)
"""Shapes of words of office prose: numbers and dates, initials, list letters, acronyms, plain words."""
_YAKIN_TANDA = 0.25
"""A lone sign counts from here; rules and specks are read as signs."""
_STRIP = "-–—"
_SEGARIS, _SELA = 0.35, 2.0
"""How far from the middle of the words beside it a dash may stand, and how far from them, in letter heights."""
_TINGGI_GARIS, _TINGGI_TITIK = 2.4, 0.2
"""Heights in letters: taller short words are rules, flatter ones are remains of rules."""
_BONUS_KATA, _BONUS_BENTUK = 0.25, 0.1
"""What a known word, and the shape of a word, are worth against confidence."""
_CUKUP, _TERLALU_RENDAH = 0.25, 0.1
"""A cell read as sure as this is credible, one read less sure than that is not; between them its words decide:"""
_KATA_PANJANG, _BAGIAN_KATA, _BAGIAN_BESAR = 4, 0.4, 0.75
"""words that mean something must make up this part of it, of the less sure this one. Short ones come about by chance."""
_ANGKA_PANJANG = re.compile(r"\S*(?:\d\S*){3}")
_SENDIRI = 0.15
"""A word without a better one in its line counts from here."""


def without_rules(text: str) -> str:
    """A word without the bars that rules beside it are read as; no document writes them."""
    return text.strip(_BATANG) or text[:1]


def is_word(word: Word, letter: float) -> bool:
    """Whether a word of an engine is writing rather than a rule, a dot or a piece of a symbol.

    Args:
        word: as read; its box in the same unit as ``letter``.
        letter: the height of a capital.
    """
    signs = _TANDA_SAJA.fullmatch(word.text) is not None
    short = len(word.text) <= 2
    if short and word.box.height > _TINGGI_GARIS * letter:
        return False
    if signs and (set(word.text) <= _GARIS_TERBACA or word.keyakinan < _YAKIN_TANDA):
        return False
    return not (short and not signs and word.box.height < _TINGGI_TITIK * letter)


def written(words: Sequence[Word], letter: float) -> list[Word]:
    """The words of an engine that are writing; a dash between two of them on one line is, however doubtful to the engine.

    Args:
        words: as read.
        letter: the height of a capital.
    """
    sure = [is_word(word, letter) for word in words]
    lines: dict[int, list[Word]] = {}
    for word in compress(words, sure):
        lines.setdefault(word.baris, []).append(word)
    return [
        word
        for word, own in zip(words, sure, strict=True)
        if own or (word.text in _STRIP and _is_between(word, lines.get(word.baris, []), letter))
    ]


def _is_between(dash: Word, line: Sequence[Word], letter: float) -> bool:
    """Whether a dash stands level with the middle of letters before and behind it, as wide as a dash."""
    beside = [
        word
        for word in line
        if word.text.isalpha() and abs(word.box.centre[1] - dash.box.centre[1]) < _SEGARIS * letter
    ]
    before = any(0 < dash.box.x0 - word.box.x1 < _SELA * letter for word in beside)
    behind = any(0 < word.box.x0 - dash.box.x1 < _SELA * letter for word in beside)
    return before and behind and dash.box.width < letter


def is_number(words: Sequence[Word]) -> bool:
    """Whether a cell holds a step number and nothing else."""
    return len(words) == 1 and _ANGKA.fullmatch(words[0].text) is not None


def only_number(words: Sequence[Word]) -> list[Word]:
    """Of a cell that should hold a number its only number, if it has one among smears; else all that is plausible.

    Letters that look like digits are those digits here.
    """
    words = [_as_digits(word) for word in words]
    numbers = [word for word in words if is_number([word]) and word.keyakinan >= _TERLALU_RENDAH]
    if len(numbers) == 1 and all(len(word.text) <= _KATA_PANJANG for word in words):
        return numbers
    return list(words) if plausible(words) else []


def _as_digits(word: Word) -> Word:
    text = word.text.translate(_MIRIP_ANGKA)
    return replace(word, text=text) if _ANGKA.fullmatch(text) else word


def score(words: Sequence[Word]) -> float:
    """How likely a reading of a piece of text is what stands there, about 0..1.3; long words weigh more."""
    total = sum(len(word.text) for word in words)
    return sum(_worth(word) * len(word.text) for word in words) / total if total else 0.0


def _worth(word: Word) -> float:
    if known(word.text):
        return word.keyakinan + _BONUS_KATA
    return word.keyakinan + (_BONUS_BENTUK if _BENTUK.fullmatch(word.text) else 0.0)


def certainty(words: Sequence[Word]) -> float:
    """How sure a cell was read, by letters; 0 without words."""
    letters = sum(len(word.text) for word in words)
    return sum(word.keyakinan * len(word.text) for word in words) / letters if letters else 0.0


def plausible(words: Sequence[Word]) -> bool:
    """Whether the words of a cell can be its text, rather than what an engine makes of handwriting or a stamp.

    Nothing is plausible: an empty cell.
    """
    sure = certainty(words)
    if not words or sure >= _CUKUP or (is_number(words) and sure >= _TERLALU_RENDAH):
        return True
    letters = sum(len(word.text) for word in words)
    good = sum(len(word.text) for word in words if _meant(word.text))
    return good >= (_BAGIAN_KATA if sure >= _TERLALU_RENDAH else _BAGIAN_BESAR) * letters


def _meant(text: str) -> bool:
    """Whether a word is hardly come about by chance: known and not short, or of several digits."""
    return (len(text) >= _KATA_PANJANG and known(text)) or _ANGKA_PANJANG.fullmatch(text) is not None


def without_strays(words: Sequence[Word]) -> list[Word]:
    """Words but for such as are read badly, mean nothing and have no better word in their line: specks and smears."""
    firm = {word.baris for word in words if word.keyakinan >= _CUKUP or _meant(word.text)}
    return [word for word in words if word.baris in firm or word.keyakinan >= _SENDIRI]

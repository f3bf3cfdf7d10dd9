"""Two readings of one cell made one, word by word.

Taking the whole of the surer reading loses what only the other saw. So words that lie on the
same ink are held against each other: agreement makes them surer, else the more credible stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from extractors.boxes import Box, shared
from extractors.lexicon.durations import is_bare_number, is_whole_duration
from extractors.lexicon.vocabulary import known
from extractors.raster.writing import credible
from extractors.sheets import Word

_SETINGKAT = 0.5
"""Two words stand on the same ink if they share this of the lesser height …"""
_SETEMPAT = 0.3
"""… and this of the lesser width."""
_ULANG = 0.3
"""What the agreement of an engine with itself is worth, of that of two engines."""
_BERSELISIH = 0.8
"""A number that another reading gainsays is less sure."""
_CUKUP_YAKIN, _LEBIH_LEBAR = 0.5, 1.4
"""A reading as sure as this that explains so many times the ink wins over one that leaves some of it out."""
_MIRIP, _KATA_DIMAKSUD, _TERENDAH = 0.7, 0.5, 0.1
"""Spellings so much alike are of one word; that one is a word of the language is worth this, if the engine did not doubt it more."""
_SENDIRI = 0.25
"""A word that only one reading has is kept from here."""


@dataclass(slots=True)
class _Knot:
    """Words of both readings that lie on the same ink."""

    first: list[Word] = field(default_factory=list)
    second: list[Word] = field(default_factory=list)


def merged(first: Sequence[Word], second: Sequence[Word]) -> list[Word]:
    """The better of two readings at every place; lines are numbered as in the first where it has them."""
    if not first or not second:
        return credible.without_strays(first or second)
    renumbered = _same_lines(first, second)
    words: list[Word] = []
    for knot in _knots(first, renumbered):
        words.extend(_choice(knot))
    return words


def best_number(readings: Sequence[Sequence[Word]]) -> list[Word]:
    """The number that most readings of a cell agree on, the surer where they do not; empty if none is a number."""
    votes: dict[str, list[Word]] = {}
    for words in readings:
        if credible.is_number(words):
            votes.setdefault(words[0].text.strip(".,()"), []).append(words[0])
    if not votes:
        return []
    agreeing = max(votes.values(), key=lambda words: sum(word.keyakinan for word in words))
    doubt = 1.0
    for word in agreeing:
        doubt *= 1 - word.keyakinan
    best = max(agreeing, key=lambda word: (len(word.text), word.keyakinan))
    sure = 1 - doubt if len(votes) == 1 else (1 - doubt) * _BERSELISIH
    # No list is numbered with commas.
    return [replace(best, text=best.text.replace(",", "."), keyakinan=min(sure, 0.995))]


def _choice(knot: _Knot) -> list[Word]:
    if not knot.first or not knot.second:
        return [word for word in knot.first or knot.second if word.keyakinan >= _SENDIRI]
    if _text(knot.first, "") == _text(knot.second, ""):
        better = max(knot.first, knot.second, key=lambda words: (credible.score(words), words is knot.first))
        sure = _agreed(knot.first, knot.second)
        sure = min(sure, 0.995)
        # What the language told in one reading is read once the letters of another say the same.
        told = all(any(word.dikira for word in words) for words in (knot.first, knot.second))
        return [
            replace(word, keyakinan=max(word.keyakinan, sure), dikira=word.dikira and told) for word in better
        ]
    better, other = knot.first, knot.second
    if _worth(other, better) > _worth(better, other):
        better, other = other, better
    if _sees_more(other, better):
        better, other = other, better
    # Somebody is wrong here: the winner cannot be surer than its lead is wide.
    lead = max(0.0, credible.score(better) - credible.score(other))
    limit = 0.6 + 0.4 * min(1.0, lead * 2)
    return [replace(word, keyakinan=min(word.keyakinan, limit)) for word in better]


def _worth(words: Sequence[Word], others: Sequence[Word]) -> float:
    """How likely a reading is right, beside the other: of two spellings of one word the one that is a word is meant.

    Of two readings of a number the one with the sign of minutes is: the other passed over it.
    """
    own = credible.score(words)
    text, other = _text(words, ""), _text(others, "")
    meant = all(known(word.text) for word in words) and not any(known(word.text) for word in others)
    if is_bare_number(other) and is_whole_duration(text) and text.startswith(other):
        return own + _KATA_DIMAKSUD
    alike = SequenceMatcher(None, text.casefold(), other.casefold()).ratio()
    return own + (_KATA_DIMAKSUD if meant and alike >= _MIRIP and _least(words) >= _TERENDAH else 0.0)


def _sees_more(words: Sequence[Word], others: Sequence[Word]) -> bool:
    """Whether some words, fairly sure, explain ink beside that of others: "Pe asi" is what is left of a longer text."""
    if _least(words) < _CUKUP_YAKIN:
        return False
    more, less = (sum(word.box.width for word in some) for some in (words, others))
    return more > _LEBIH_LEBAR * less


def _agreed(first: Sequence[Word], second: Sequence[Word]) -> float:
    """How sure a text is that was read twice; an engine that repeats itself says little more than once."""
    a, b = _least(first), _least(second)
    both = 1 - (1 - a) * (1 - b)
    return both if first[0].mesin != second[0].mesin else max(a, b) + _ULANG * (both - max(a, b))


def _least(words: Sequence[Word]) -> float:
    return min(word.keyakinan for word in words)


def _text(words: Sequence[Word], glue: str) -> str:
    return glue.join(word.text for word in sorted(words, key=lambda word: word.box.x0))


def _together(a: Box, b: Box) -> bool:
    level = min(a.y1, b.y1) - max(a.y0, b.y0)
    beside = min(a.x1, b.x1) - max(a.x0, b.x0)
    return level > _SETINGKAT * min(a.height, b.height) and beside > _SETEMPAT * min(a.width, b.width)


def _same_row(a: Box, b: Box) -> bool:
    """Whether two words on the same ink are of one line; a box around two lines is of neither."""
    level = min(a.y1, b.y1) - max(a.y0, b.y0)
    return _together(a, b) and level > _SETINGKAT * max(a.height, b.height)


def _knots(first: Sequence[Word], second: Sequence[Word]) -> list[_Knot]:
    """Chains of words of one reading that touch words of the other."""
    knots: list[_Knot] = [_Knot([word]) for word in first]
    for word in second:
        touched = [knot for knot in knots if any(_together(word.box, other.box) for other in knot.first)]
        knot = _Knot(second=[word])
        for other in touched:
            knot.first.extend(other.first)
            knot.second.extend(other.second)
            knots.remove(other)
        knots.append(knot)
    return knots


def _same_lines(first: Sequence[Word], second: Sequence[Word]) -> list[Word]:
    """The second reading with the line numbers of the first, new ones where it has none there.

    Lines one above the other stay two, though a box of the first reading reaches over both.
    """
    fresh = max(word.baris for word in first) + 1
    lines: dict[int, list[Word]] = {}
    level: dict[tuple[int, int], float] = {}
    for word in second:
        lines.setdefault(word.baris, []).append(word)
        for other in first:
            if _same_row(word.box, other.box):
                pair = word.baris, other.baris
                level[pair] = level.get(pair, 0.0) + shared(word.box, other.box)
    numbers: dict[int, int] = {}
    taken: dict[int, list[Word]] = {}
    for own, at in sorted(level, key=lambda pair: (-level[pair], pair)):
        given = taken.setdefault(at, [])
        if own not in numbers and not _stacked(lines[own], given):
            numbers[own] = at
            given.extend(lines[own])
    return [replace(word, baris=numbers.get(word.baris, fresh + max(word.baris, 0))) for word in second]


def _stacked(line: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether a line stands above or below another one."""
    return any(
        min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0) > _SETEMPAT * min(a.box.width, b.box.width)
        for a in line
        for b in other
    )

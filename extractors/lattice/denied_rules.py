"""Ruled lines that the text denies: a line that was never drawn lets words run through it."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median_low

from extractors.boxes import Box
from extractors.lattice.gutters import FORM
from extractors.sheets import Rule, Word

_CROSSES = 3.0
"""Points by which a word must stand out on both sides of a line to deny it."""
_SURE = 0.8
_LETTERS = 4
_SHORTEST, _GUESSED = 2, 0.05
"""Letters and sureness from which words count where there are several."""
_STRUCK = 0.25
"""A level rule runs through the inside of a word, so far from its top and its foot as a share of its height."""
_TALLER = 1.5
"""So many times as high as most words of its line is a word that some of the line beside it was put to."""
_WITHIN = 0.12
"""A streak runs through the inside of a word, so far from its ends as a share of its width."""
_CUT_ROWS, _CUT_SHARE = 3, 0.5
"""A streak cuts words in so many rows, and in this share of the rows that have words there."""


def undenied(rules: Sequence[Rule], words: Iterable[Word]) -> list[Rule]:
    """The rules without the upright ones that words deny, as a whole or along the rows that they run through.

    A level one is denied at its ends: the line below the name of a group goes on through the heading beside it.
    """
    some = [word for word in words if _is_one_word(word.text, _SHORTEST)]
    sure = [word for word in some if word.keyakinan >= _SURE and _is_one_word(word.text, _LETTERS)]
    rules = _without_streaks(rules, some)
    upright = [rule for rule in rules if rule.tegak]
    level = sorted(rule.at for rule in rules if not rule.tegak)
    holes: dict[int, list[tuple[float, float]]] = {}
    for word in sure:
        y = word.box.centre[1]
        for at, rule in enumerate(upright):
            if _crosses(word.box, rule, _CROSSES):
                low = max((edge for edge in level if edge <= y), default=rule.start)
                high = min((edge for edge in level if edge >= y), default=rule.end)
                holes.setdefault(at, []).append((max(low, rule.start), min(high, rule.end)))
    usual = _of_usual_height(sure)
    kept = [_not_through(rule, usual, upright) for rule in rules if not rule.tegak]
    for at, rule in enumerate(upright):
        kept.extend(_without(rule, holes.get(at, ())))
    return kept


def _of_usual_height(words: Sequence[Word]) -> list[Word]:
    """The words without those that are far higher than others of their line: such a box goes over the line beside it, too."""
    heights: dict[int, list[float]] = {}
    for word in words:
        heights.setdefault(word.baris, []).append(word.box.height)
    return [
        word
        for word in words
        if word.baris < 0 or word.box.height <= _TALLER * median_low(heights[word.baris])
    ]


def _not_through(rule: Rule, words: Sequence[Word], upright: Sequence[Rule]) -> Rule:
    """A level rule without its first and last stretch between upright ones, where it runs through a word there."""
    for box in (word.box for word in words):
        within = _STRUCK * box.height
        if not box.y0 + within < rule.at < box.y1 - within:
            continue
        beside = [other.at for other in upright if other.start - _CROSSES <= rule.at <= other.end + _CROSSES]
        left = max((at for at in beside if at <= box.centre[0]), default=rule.start)
        right = min((at for at in beside if at > box.centre[0]), default=rule.end)
        if rule.start >= left - _CROSSES and right < rule.end:
            rule = replace(rule, start=right)
        elif rule.end <= right + _CROSSES and left > rule.start:
            rule = replace(rule, end=left)
    return rule


def _crosses(box: Box, rule: Rule, by: float) -> bool:
    """Whether an upright rule runs through a word, not along its first or last letter."""
    return box.x0 + by < rule.at < box.x1 - by and rule.start < box.centre[1] < rule.end


def _without_streaks(rules: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """The rules without upright ones that cut through words in most rows that have words there: streaks of a scanner.

    A border has its words on either side. Cut ones are read badly, so the unsure count, too. Only in tables of many
    columns: the few borders of a form lean into long texts.
    """
    if len({round(rule.at / _CROSSES) for rule in rules if rule.tegak}) <= FORM:
        return list(rules)
    level = sorted(rule.at for rule in rules if not rule.tegak)
    upright = [rule for rule in rules if rule.tegak]
    seen = [word for word in words if word.keyakinan >= _GUESSED]
    kept = []
    for rule in rules:
        others = [other.at for other in upright if abs(other.at - rule.at) > _CROSSES]
        # A frame that leans touches the texts beside it.
        if rule.tegak and others and min(others) < rule.at < max(others):
            low = max(at for at in others if at < rule.at)
            high = min(at for at in others if at > rule.at)
            near = [
                w for w in seen if low < w.box.centre[0] < high and rule.start < w.box.centre[1] < rule.end
            ]
            cut = [w for w in near if _crosses(w.box, rule, max(_CROSSES / 2, _WITHIN * w.box.width))]
            rows, lost = ({bisect(level, w.box.centre[1]) for w in some} for some in (near, cut))
            if len(lost) >= max(_CUT_ROWS, _CUT_SHARE * len(rows)):
                continue
        kept.append(rule)
    return kept


def _is_one_word(text: str, shortest: int) -> bool:
    """Whether a text is a word and not two that were read as one over a line: "menitDokumen", "12|Menerima"."""
    letters = text.strip(".,;:()")
    glued = any(a.islower() and b.isupper() for a, b in pairwise(letters))
    return len(letters) >= shortest and letters.isalpha() and not glued


def _without(rule: Rule, holes: Sequence[tuple[float, float]]) -> list[Rule]:
    pieces = [(rule.start, rule.end)]
    for low, high in holes:
        pieces = [
            (a, b)
            for start, end in pieces
            for a, b in ((start, min(end, low)), (max(start, high), end))
            if b - a > _CROSSES
        ]
    return [replace(rule, start=a, end=b) for a, b in pieces]

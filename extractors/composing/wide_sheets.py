"""Sheets of a spreadsheet that were too wide for their paper, put together again.

The page with the left columns and the one with the right ones have their lines between rows at the same heights. A cell that lies over both is printed on both, its text clipped at the edges; each word is kept where most of it is seen.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.boxes import Box
from extractors.moved import moved_drawing, moved_rule, moved_word
from extractors.sheets import Rule, Sambungan, Sheet

_SAME = 1.5
"""Points by which heights and edges of the two pages may differ."""
_LEVELS = 5
"""Lines between rows that must be alike, at least."""
_OWN, _OTHERS = 0.95, 0.7
"""The share of the lines of the page with fewer that the other has, and of the other's that it has."""
_COLUMNS = 0.6
"""The share of equal column edges from which the later page goes on below and not beside."""
_SHORT = 20.0
"""Points that a line between rows is long, at least."""


def across(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with the columns of later pages beside those that they belong to; such pages stay, empty."""
    found = list(sheets)
    levels = [_levels(sheet.rules) for sheet in found]
    for at, left in enumerate(found):
        later = range(at + 1, len(found))
        beside = next((i for i in later if _goes_on_beside(left, found[i], levels[at], levels[i])), None)
        if beside is not None:
            found[at] = _joined(left, found[beside])
            found[beside], levels[beside] = replace(found[beside], words=(), rules=(), drawings=()), []
    return found


def _goes_on_beside(left: Sheet, right: Sheet, here: Sequence[float], there: Sequence[float]) -> bool:
    """Whether a page holds the columns right of those of another page; ``here`` and ``there``: their lines between rows."""
    if left.pindaian or right.pindaian or left.ke_halaman or right.ke_halaman or left.sambungan:
        return False
    few, many = sorted((here, there), key=len)
    if len(few) < _LEVELS or abs(here[0] - there[0]) > _SAME:
        return False
    shared = _alike(few, many)
    if shared < _OWN * len(few) or shared < _OTHERS * len(many):
        return False
    edges = [rule.at for rule in right.rules if rule.tegak]
    return _alike(edges, [rule.at for rule in left.rules if rule.tegak]) < _COLUMNS * len(edges)


def _levels(rules: Sequence[Rule]) -> list[float]:
    """The heights of the lines between rows, from the top."""
    found: list[float] = []
    for at in sorted(rule.at for rule in rules if not rule.tegak and rule.end - rule.start >= _SHORT):
        if not found or at - found[-1] > _SAME:
            found.append(at)
    return found


def _alike(some: Sequence[float], others: Sequence[float]) -> int:
    return sum(any(abs(one - other) <= _SAME for other in others) for one in some)


def _joined(left: Sheet, right: Sheet) -> Sheet:
    """Both pages as one sheet as wide as both."""
    seam = max(rule.end for rule in left.rules if not rule.tegak)
    begin = min(rule.start for rule in right.rules if not rule.tegak)
    shift = seam - begin
    cut = [word.box for word in left.words if word.box.x1 > seam + _SAME]
    cut += [word.box for word in right.words if word.box.x0 < begin - _SAME]
    rules = [*left.rules, *(moved_rule(rule, shift) for rule in right.rules)]
    return replace(
        left,
        width=left.width + right.width,
        words=(
            *(word for word in left.words if word.box.centre[0] < seam),
            *(moved_word(word, shift) for word in right.words if word.box.centre[0] >= begin),
        ),
        rules=tuple(_without_seam(rules, seam, cut)),
        drawings=(
            *(drawing for drawing in left.drawings if drawing.box.x0 < seam),
            *(moved_drawing(drawing, shift) for drawing in right.drawings if drawing.box.x0 >= begin),
        ),
        sambungan=Sambungan(seam, shift, right.halaman, left.width, right.width),
    )


def _without_seam(rules: Sequence[Rule], seam: float, cut: Sequence[Box]) -> list[Rule]:
    """The lines without the pieces at the seam in rows where a text runs over it: there it parts no cells."""
    levels = _levels(rules)
    through = [
        (low, high) for low, high in pairwise(levels) if any(low <= box.centre[1] < high for box in cut)
    ]
    kept: list[Rule] = []
    for rule in rules:
        if not rule.tegak or abs(rule.at - seam) > _SAME or not through:
            kept.append(rule)
            continue
        start = rule.start
        for low, high in (*through, (rule.end, rule.end)):
            if min(low, rule.end) - start > _SAME:
                kept.append(replace(rule, start=start, end=min(low, rule.end)))
            start = max(start, high)
    return kept

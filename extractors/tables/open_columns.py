"""A column whose lines nobody drew, between columns that have theirs.

A sheet of a spreadsheet is framed cell by cell; where a column was passed over, the lines between rows break off
on both of its sides at the same heights, and its texts stand in the gap. So the lines are led through it. On a
later page such a table falls apart into two otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.sheets import Rule, Sheet

_SAME = 2.0
"""Points by which lines may be off each other."""
_LEAST = 3
"""Lines that break off at one gap, at least."""
_WRITTEN = 0.5
"""The share of rows whose texts stand in the gap."""

_Gap = tuple[float, float]


def closed(sheet: Sheet) -> Sheet:
    """The sheet with the lines between rows led through columns that have none; as it is where none are missing."""
    level = sorted((rule for rule in sheet.rules if not rule.tegak), key=lambda rule: (rule.at, rule.start))
    upright = [rule for rule in sheet.rules if rule.tegak]
    gaps: dict[_Gap, list[float]] = {}
    for left, right in _broken(level):
        gap = next(
            (g for g in gaps if abs(g[0] - left.end) <= _SAME and abs(g[1] - right.start) <= _SAME), None
        )
        gaps.setdefault(gap or (left.end, right.start), []).append((left.at + right.at) / 2)
    added = [
        Rule(False, y, *gap)
        for gap, ys in gaps.items()
        if len(ys) >= _LEAST and _is_column(gap, ys, upright) and _is_written(gap, ys, sheet)
        for y in ys
    ]
    return replace(sheet, rules=(*sheet.rules, *added)) if added else sheet


def _broken(level: Sequence[Rule]) -> Iterator[tuple[Rule, Rule]]:
    """Level lines at one height that stand beside each other with a gap between them."""
    for at, left in enumerate(level):
        beside = [
            rule for rule in level[at + 1 :] if rule.at - left.at <= _SAME and rule.start > left.end + _SAME
        ]
        beside += [
            rule for rule in level[:at] if left.at - rule.at <= _SAME and rule.start > left.end + _SAME
        ]
        if beside:
            yield left, min(beside, key=lambda rule: rule.start)


def _is_column(gap: _Gap, ys: Sequence[float], upright: Sequence[Rule]) -> bool:
    """Whether upright lines stand on both sides of a gap over all heights at which lines break off."""
    low, high = min(ys), max(ys)
    return all(
        any(
            abs(rule.at - x) <= _SAME and rule.start <= low + _SAME and rule.end >= high - _SAME
            for rule in upright
        )
        for x in gap
    )


def _is_written(gap: _Gap, ys: Sequence[float], sheet: Sheet) -> bool:
    """Whether most of the rows have their words inside the gap."""
    heights = [word.box.centre[1] for word in sheet.words if gap[0] < word.box.centre[0] < gap[1]]
    rows = list(pairwise(sorted(ys)))
    return sum(any(low < y < high for y in heights) for low, high in rows) >= _WRITTEN * len(rows)

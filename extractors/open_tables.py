"""Procedure tables that are drawn without the lines between their columns, and perhaps without those between rows.

Some offices draw the outer lines of a table alone, or those between its rows. What such a table is made of
stands there all the same: headings of a vocabulary side by side, each over a column of words, and numbers
that count the steps. So the lines that nobody drew are put where the words leave room for them, and from there
on the table is read as any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from extractors.boxes import Box, union
from extractors.groups import connected
from extractors.labels import GROUPS, heading
from extractors.sheets import Rule, Sheet, Word, by_line, pieces

_WIDE = 0.5
"""The share of a sheet's width over which the lines of such a table reach at least."""
_SAME = 5.0
"""Points by which the ends of lines of one table may differ."""
_DRAWN = 0.3
"""The share of a table's height from which an upright line within it is of a column, or several that add up to it."""
_BLANK, _READ_BLANK = 0.42, 0.65
"""Two words of one heading stand nearer to each other than this share of their height; boxes that were read are lower."""
_KNOWN = 4
"""Headings of the vocabulary that show that a table is a procedure."""
_SIDE = 0.3
"""The share of the narrower of two lines of a heading that must lie over the other."""
_STEPS = 3
"""Steps that are to be counted before rows are put between their numbers."""
_FREE = 1.5
"""Points that words must leave free for a line."""
_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[IVX]{1,4})[.)]?")
"""The number of a step."""
_MUTU = ("kelengkapan", "waktu", "output")


@dataclass(frozen=True, slots=True)
class _Head:
    """The heading of one column: the box of its words and what it names, ``None`` for an actor."""

    box: Box
    role: str | None


def lined(sheet: Sheet) -> Sheet:
    """The sheet with the lines of its procedure table that were left out; as it is where none are missing."""
    level = [rule for rule in sheet.rules if not rule.tegak and rule.end - rule.start >= _WIDE * sheet.width]
    alike = ((a, b) for a, b in combinations(range(len(level)), 2) if _of_one_table(level[a], level[b]))
    for some in connected(len(level), alike):
        group = [level[at] for at in some]
        ys = sorted(rule.at for rule in group)
        area = Box(min(r.start for r in group), ys[0], max(r.end for r in group), ys[-1])
        for top, foot in pairwise(ys):
            found = _table(sheet, area._replace(y0=top), foot, ys)
            if found:
                return replace(sheet, rules=(*sheet.rules, *found))
    return sheet


def _of_one_table(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) <= _SAME and abs(one.end - other.end) <= _SAME


def _table(sheet: Sheet, area: Box, foot: float, ys: Sequence[float]) -> list[Rule]:
    """The lines that a table lacks, given its heading's lower edge; none if it has them or is no procedure."""
    if _is_ruled(sheet.rules, area):
        return []
    words = [word for word in sheet.words if area.holds(*word.box.centre)]
    above = [word for word in words if word.box.centre[1] < foot]
    below = [word for word in words if word.box.centre[1] > foot]
    heads, groups = _heads(above, _READ_BLANK if sheet.pindaian else _BLANK)
    roles = [head.role for head in heads]
    if len({role for role in roles if role}) < _KNOWN or "uraian" not in roles or not below:
        return []
    borders = [_border(left, right, below) for left, right in pairwise(heads)]
    if any(border is None for border in borders):
        return []
    xs = [x for x in borders if x is not None]
    rows = _rows(heads, xs, below, [y for y in ys if y > foot + 1] or [area.y1], foot)
    middle = _under_groups(groups, heads, foot)
    rules = [
        Rule(True, x, middle if middle is not None and _within(left, right, groups) else area.y0, area.y1)
        for x, (left, right) in zip(xs, pairwise(heads), strict=True)
    ]
    rules += [Rule(True, x, area.y0, area.y1) for x in (area.x0, area.x1)]
    rules += [Rule(False, y, area.x0, area.x1) for y in rows]
    if middle is not None:
        edges = [area.x0, *xs, area.x1]
        for role in groups:
            mine = [at for at, head in enumerate(heads) if _group(head) == role]
            if mine:
                rules.append(Rule(False, middle, edges[mine[0]], edges[mine[-1] + 1]))
    return rules


def _is_ruled(rules: Sequence[Rule], area: Box) -> bool:
    """Whether upright lines are drawn within a table."""
    inside = [r for r in rules if r.tegak and area.x0 + _SAME < r.at < area.x1 - _SAME]
    tall = (min(r.end, area.y1) - max(r.start, area.y0) for r in inside)
    return sum(length for length in tall if length > 0) >= _DRAWN * area.height


def _heads(words: Sequence[Word], blank: float) -> tuple[list[_Head], dict[str, Box]]:
    """The headings of the columns from left to right, and those that stand over several."""
    groups: dict[str, Box] = {}
    parts: list[Box] = []
    owners: list[list[Word]] = []
    for piece in pieces(words, blank):
        box = union(word.box for word in piece)
        role = heading(_text(piece))
        if role in GROUPS:
            groups[role] = box
        else:
            parts.append(box)
            owners.append(piece)
    found = []
    stacked = ((a, b) for a, b in combinations(range(len(parts)), 2) if _over(parts[a], parts[b]))
    for some in connected(len(parts), stacked):
        mine = [word for line in by_line([w for at in some for w in owners[at]]) for word in line]
        found.append(_Head(union(parts[at] for at in some), heading(_text(mine))))
    return sorted(found, key=lambda head: head.box.x0), groups


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _over(one: Box, other: Box) -> bool:
    """Whether two lines of headings stand one over the other."""
    return min(one.x1, other.x1) - max(one.x0, other.x0) > _SIDE * min(one.width, other.width)


def _border(left: _Head, right: _Head, below: Sequence[Word]) -> float | None:
    """Where the line between two columns belongs: the widest gap that all words leave between the middles of two headings."""
    low, high = left.box.centre[0], right.box.centre[0]
    boxes = [left.box, right.box, *(word.box for word in below)]
    free = max(_gaps([(b.x0, b.x1) for b in boxes], low, high), default=None, key=lambda g: g[1] - g[0])
    return sum(free) / 2 if free is not None and free[1] - free[0] >= _FREE else None


def _gaps(spans: Sequence[tuple[float, float]], low: float, high: float) -> Iterator[tuple[float, float]]:
    """What some spans leave free between two places."""
    end = low
    for start, stop in sorted(spans):
        if stop <= low or start >= high:
            continue
        if start > end:
            yield end, start
        end = max(end, stop)
    if end < high:
        yield end, high


def _rows(
    heads: Sequence[_Head], xs: Sequence[float], below: Sequence[Word], drawn: Sequence[float], foot: float
) -> list[float]:
    """The heights of the lines between steps that no line parts, each in the widest gap between their numbers."""
    if heads[0].role != "no":
        return []
    numbers = [word for word in below if word.box.x1 < xs[0] and _NUMBER.fullmatch(word.text)]
    numbers.sort(key=lambda word: word.box.y0)
    actors = [at for at, head in enumerate(heads) if head.role is None]
    edges = [float("-inf"), *xs, float("inf")]
    # Beside branches of the flow stand words that keep to no row.
    texts = [w for w in below if not any(edges[at] < w.box.centre[0] < edges[at + 1] for at in actors)]
    if len(numbers) < _STEPS:
        return []
    found = []
    for above, under in pairwise(numbers):
        low, high = above.box.y1, under.box.y0
        if any(low - 1 < y < high + 1 for y in (foot, *drawn)):
            continue
        free = max(
            _gaps([(w.box.y0, w.box.y1) for w in texts], low, high), default=None, key=lambda g: g[1] - g[0]
        )
        if free is not None and free[1] - free[0] >= _FREE:
            found.append(sum(free) / 2)
    return found


def _group(head: _Head) -> str | None:
    """The heading that one stands under."""
    return "pelaksana" if head.role is None else "mutu_baku" if head.role in _MUTU else None


def _within(left: _Head, right: _Head, groups: dict[str, Box]) -> bool:
    """Whether two columns stand side by side under one heading."""
    return _group(left) == _group(right) and _group(left) in groups


def _under_groups(groups: dict[str, Box], heads: Sequence[_Head], foot: float) -> float | None:
    """The height right below the headings of groups, above those of the columns under them."""
    if not groups:
        return None
    low = max(box.y1 for box in groups.values())
    tops = [head.box.y0 for head in heads if _group(head) in groups and head.box.y0 >= low - 1]
    return (low + min(tops)) / 2 if tops else min(low + _FREE, foot - _FREE)

"""A procedure table of which a copy left no line: framed by its headings and the numbers of its steps.

Thin rules are lost before letters are. What is left of such a table stands as a table does: a row of headings that a
vocabulary knows, numbers that count down its left side, and texts below the headings. So it is given the lines that
hold it together, from above its headings to below its last step; ``open_tables`` puts in those between its columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from extractors.boxes import Box, union
from extractors.lexicon.labels import GROUPS, heading, worn_heading
from extractors.lexicon.signs import is_rank, opens_signature
from extractors.sheets import Sheet, Word, by_line, pieces
from extractors.tables.open_tables import KNOWN, NUMBER, STEPS, Head, heads_in, table_lines

_WIDE = 0.5
"""A line that reaches over this share of the sheet is of a table that has its own."""
_BLANK = 0.65
"""Words of one heading stand nearer to each other than this share of their height."""
_ABOVE, _BELOW = 2.5, 3
"""How far, in heights of a line, groups stand above the headings under them; lines that a heading may have below its first."""
_GAP = 2.2
"""A gap so many times as wide as those between the lines of a step ends the table behind the last one."""
_COUNTING = 4
"""Numbers of a row that counts the columns."""
_ROOM = 4.0
"""Points that the frame leaves around what it holds."""

_Line = Sequence[Word]


@dataclass(frozen=True, slots=True)
class _Top:
    """The headings of a table: the places of their first and last line, and of each column."""

    first: int
    last: int
    heads: list[Head]
    groups: dict[str, Box]


def framed(sheet: Sheet) -> Sheet:
    """The sheet with the lines of its procedure table, where none of them is left; as it is where there are any, or no such table."""
    if any(not rule.tegak and rule.end - rule.start >= _WIDE * sheet.width for rule in sheet.rules):
        return sheet
    lines = by_line(sheet.words)
    top = _top(lines)
    if top is None or (end := _end(lines, top)) is None:
        return sheet
    own = [word for line in lines[top.first : end] for word in line]
    around = union(word.box for word in own)
    above = union(word.box for line in lines[top.first : top.last + 1] for word in line)
    under = min(word.box.y0 for word in lines[top.last + 1])
    foot = max((above.y1 + under) / 2, under - _ROOM)
    area = Box(around.x0 - _ROOM, around.y0 - _ROOM, around.x1 + _ROOM, around.y1 + _ROOM)
    counting = [_above_counting(lines, top)] if _is_counting(lines[top.last]) else []
    found = table_lines(sheet, area, foot, [area.y0, *counting, foot, area.y1], (top.heads, top.groups))
    kept = [
        rule
        for rule in sheet.rules
        if not (rule.end > area.y0 if rule.tegak else area.y0 < rule.at < area.y1)
    ]
    return replace(sheet, rules=(*kept, *found)) if found else sheet


def _top(lines: Sequence[_Line]) -> _Top | None:
    """The headings that stand in some lines; None where no row of them is seen."""
    told = [_roles(line) for line in lines]
    rows = [_together(lines, at) for at in range(len(lines))]
    leaves = [{role for i in row for role in told[i]} - set(GROUPS) for row in rows]
    start = max(range(len(lines)), key=lambda at: len(leaves[at]), default=0)
    if not lines or len(leaves[start]) < KNOWN - 1:
        return None
    at = rows[start][-1]
    heads = [word for i in rows[start] for word in lines[i]]
    box = union(word.box for word in heads)
    height = median(word.box.height for word in heads)
    near = (i for i in range(start) if box.y0 - max(w.box.y1 for w in lines[i]) <= _ABOVE * height)
    first = next((i for i in near if told[i] & set(GROUPS)), start)
    last = at
    for i in range(at + 1, min(at + 1 + _BELOW, len(lines))):
        if _is_counting(lines[i]):
            last = i
            break
        if _begins_step(lines[i], sorted(heads, key=lambda word: word.box.x0)):
            break
        last = i
    above = [word for line in lines[first : last + 1] for word in line]
    return _Top(first, last, *_with_namesakes(*heads_in(above, _BLANK, _role)))


def _together(lines: Sequence[_Line], at: int) -> range:
    """A line and those below it that begin before it ends: headings of one line and of two stand beside each other."""
    foot = max(word.box.y1 for word in lines[at])
    end = at + 1
    while end < len(lines) and min(word.box.y0 for word in lines[end]) < foot:
        end += 1
    return range(at, end)


def _with_namesakes(heads: Sequence[Head], groups: Mapping[str, Box]) -> tuple[list[Head], dict[str, Box]]:
    """The headings and groups with what stands beside the names of actors as one of them: a column may be called as its group is."""
    low = min((head.box.centre[1] for head in heads if head.role is None), default=float("inf"))
    level = {role: box for role, box in groups.items() if box.y1 > low}
    # A line of a name may be like a group: "Petugas Pelayanan".
    alone = (b for b in level.values() if not any(h.box.x0 < b.x1 and b.x0 < h.box.x1 for h in heads))
    names = [Head(box, None) for box in alone]
    return (
        sorted([*heads, *names], key=lambda head: head.box.x0),
        {role: box for role, box in groups.items() if role not in level},
    )


def _role(text: str) -> str | None:
    """What a heading names, be it worn."""
    role = heading(text)
    spelling = worn_heading(text) if role is None else None
    return heading(spelling) if spelling else role


def _roles(line: _Line) -> set[str]:
    found = (_role(" ".join(word.text for word in piece)) for piece in pieces(line, _BLANK))
    return {role for role in found if role}


def _is_counting(line: _Line) -> bool:
    """Whether a line counts the columns."""
    return sum(word.text.isdecimal() for word in line) >= _COUNTING


def _above_counting(lines: Sequence[_Line], top: _Top) -> float:
    """The height between the names of columns and the row that counts them."""
    names = (word.box.y1 for line in lines[top.first : top.last] for word in line)
    return (max(names) + min(word.box.y0 for word in lines[top.last])) / 2


def _begins_step(line: _Line, heads: _Line) -> bool:
    """Whether a line begins with a number below the first heading and goes on."""
    left = heads[0].box
    return bool(NUMBER.fullmatch(line[0].text)) and line[0].box.x0 < left.x1 + left.height and len(line) > 1


def _end(lines: Sequence[_Line], top: _Top) -> int | None:
    """The line behind the last step; None where too few steps are counted."""
    left = top.heads[0].box
    numbered = [
        at
        for at in range(top.last + 1, len(lines))
        if NUMBER.fullmatch(lines[at][0].text) and lines[at][0].box.x0 < left.x1 + left.height
    ]
    if len(numbered) < STEPS:
        return None
    tops = [min(word.box.y0 for word in line) for line in lines]
    gaps = sorted(b - a for a, b in pairwise(tops[top.last + 1 : numbered[-1] + 1]))
    usual, most = gaps[len(gaps) // 4], gaps[-1]
    end = numbered[-1] + 1
    for at in range(end, len(lines)):
        gap = tops[at] - tops[at - 1]
        if _is_signature(lines[at]) or gap > max(_GAP * usual, most):
            break
        # A step whose number was misread begins where the others do; what is beside it may stand higher.
        step = lines[at][0].box.x0 < top.heads[1].box.x0 and len(lines[at]) > 1
        if step or (at == end and gap <= _GAP * usual):
            end = at + 1
    return end


def _is_signature(line: _Line) -> bool:
    text = " ".join(word.text for word in line)
    return opens_signature(text) or is_rank(text)

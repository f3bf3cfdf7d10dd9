"""Procedure tables that are drawn without the lines between their columns, and perhaps without those between rows.

Some offices draw the outer lines of a table alone, or those between its rows. What such a table is made of
stands there all the same: headings of a vocabulary side by side, each over a column of words, and numbers
that count the steps. So the lines that nobody drew are put where the words leave room for them, and from there
on the table is read as any other.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from statistics import median

from extractors.boxes import Box, union
from extractors.groups import connected
from extractors.lexicon.labels import GROUPS, heading
from extractors.sheets import Rule, Sheet, Word, by_line, pieces

_WIDE = 0.5
"""The share of a sheet's width over which the lines of such a table reach at least."""
_SAME = 5.0
"""Points by which the ends of lines of one table may differ."""
_LOST = 0.06
"""The share of a line that may be missing at one end, or run on."""
_TALL, _DRAWN = 0.5, 0.3
"""The share of a table's height over which an upright line is of a column, and the share of columns that show that all are drawn."""
_ONE_LINE = 0.5
"""Points by which pieces of one upright line may stand aside of each other."""
_BLANK, _READ_BLANK = 0.42, 0.65
"""Two words of one heading stand nearer to each other than this share of their height; boxes that were read are lower."""
KNOWN = 4
"""Headings of the vocabulary that show that a table is a procedure."""
_SIDE = 0.3
"""The share of the narrower of two lines of a heading that must lie over the other."""
STEPS = 3
"""Steps that are to be counted before rows are put between their numbers."""
_SURE, _SHORT, _LEGIBLE = 0.5, 2, 0.8
"""How surely a word must be read to stand in a column; how surely one of so few letters, to be a heading."""
_WIDER = 1.6
"""How much wider gaps between steps are than those between lines, where no number tells them apart."""
_AS_WIDE = 0.7
"""The share of the usual gap between numbered steps that shows another step between two of them."""
_FREE = 1.5
"""Points that words must leave free for a line."""
NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z]|[IVX]{1,4})[.)]?")
"""The number of a step."""
_MUTU = ("kelengkapan", "waktu", "output")


@dataclass(frozen=True, slots=True)
class Head:
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
            whole = area._replace(y0=top)
            if found := table_lines(sheet, whole, foot, ys):
                return replace(
                    sheet, rules=(*(r for r in sheet.rules if not _replaced(r, whole, foot)), *found)
                )
    return sheet


def _replaced(rule: Rule, area: Box, foot: float) -> bool:
    """Whether a line stands in a table whose lines are put in anew; short ones below the heading part merged cells."""
    if rule.tegak:
        across = area.x0 - _SAME <= rule.at <= area.x1 + _SAME
        return across and min(rule.end, area.y1) - max(rule.start, area.y0) > 0
    within = area.x0 - _SAME <= rule.start and rule.end <= area.x1 + _SAME
    if not within or not area.y0 - 1 <= rule.at <= area.y1 + 1:
        return False
    return rule.at < foot or rule.end - rule.start >= area.width - 2 * _SAME


def _of_one_table(one: Rule, other: Rule) -> bool:
    """Whether two level lines begin and end alike; at one end a scan may lose some, or see more."""
    ends = abs(one.start - other.start), abs(one.end - other.end)
    return min(ends) <= _SAME and max(ends) <= _LOST * (one.end - one.start)


def table_lines(
    sheet: Sheet,
    area: Box,
    foot: float,
    ys: Sequence[float],
    told: tuple[list[Head], dict[str, Box]] | None = None,
) -> list[Rule]:
    """The lines that a table lacks, given its heading's lower edge; none if it has them or is no procedure.

    Args:
        sheet: with its words and the lines that it has.
        area: of the table.
        foot: the lower edge of its heading.
        ys: the heights of its level lines, those at its top, its foot and its end among them.
        told: its headings and their groups, where they are known already; ``ys`` then have that of the row that
            counts the columns, too, and there may be steps whose numbers were not read.
    """
    words = [word for word in sheet.words if area.holds(*word.box.centre)]
    above = [word for word in words if word.box.centre[1] < foot]
    below = [word for word in words if word.box.centre[1] > foot]
    heads, groups = told or heads_in(above, _READ_BLANK if sheet.pindaian else _BLANK)
    roles = [head.role for head in heads]
    if len({role for role in roles if role}) < KNOWN or "uraian" not in roles or not below:
        return []
    drawn = _drawn_between(sheet.rules, area, heads)
    if sum(x is not None for x in drawn) > _DRAWN * len(drawn):
        return []
    if heads[0].role == "uraian" and (numbers := _numbers(below, heads[0].box.x0)):
        heads.insert(0, Head(union(word.box for word in numbers), "no"))
    written = [word for word in below if not sheet.pindaian or _is_text(word)]
    borders = [_border(left, right, written, bare=told is not None) for left, right in pairwise(heads)]
    if any(border is None for border in borders):
        return []
    area = _between_sides(sheet.rules, area, heads)
    edges = [area.x0, *(x for x in borders if x is not None), area.x1]
    level = [y for y in ys if area.y0 <= y <= area.y1]
    counted = [word for word in below if told is not None or NUMBER.fullmatch(word.text)]
    others = [y for y in level if y > foot + 1] or [area.y1]
    rows = _rows(heads, edges[1:-1], below, counted, others, foot, uncounted=told is not None)
    middle = _under_groups(groups, heads, foot, sheet.rules, area)
    counting = [] if told is not None else _above_counting(above)
    rules = [Rule(False, y, area.x0, area.x1) for y in (*level, *rows, *counting)]
    rules += [Rule(True, x, area.y0, area.y1) for x in (area.x0, area.x1)]
    for x, (left, right) in zip(edges[1:-1], pairwise(heads), strict=True):
        inside = middle is not None and _within(left, right, groups)
        rules.append(Rule(True, x, middle if inside and middle is not None else area.y0, area.y1))
    for role in groups if middle is not None else ():
        mine = [at for at, head in enumerate(heads) if _group(head) == role]
        if mine and middle is not None:
            rules.append(Rule(False, middle, edges[mine[0]], edges[mine[-1] + 1]))
    return rules


def _tall(rules: Sequence[Rule], area: Box) -> list[float]:
    """Where upright lines are that go down much of a table, be it in pieces: a row that names a stage parts them."""
    upright = sorted((r for r in rules if r.tegak), key=lambda r: r.at)
    found: list[float] = []
    for rule in upright:
        pieces = [r for r in upright if abs(r.at - rule.at) <= _ONE_LINE]
        drawn = sum(max(0.0, min(r.end, area.y1) - max(r.start, area.y0)) for r in pieces)
        if drawn >= _TALL * area.height:
            found.append(rule.at)
    return found


def _between_sides(rules: Sequence[Rule], area: Box, heads: Sequence[Head]) -> Box:
    """A table without what its level lines run past its sides, where these are seen."""
    tall = _tall(rules, area)
    low = max((x for x in tall if area.x0 <= x < heads[0].box.x0), default=area.x0)
    high = min((x for x in tall if heads[-1].box.x1 < x <= area.x1), default=area.x1)
    return area._replace(x0=low, x1=high)


def _above_counting(words: Sequence[Word]) -> list[float]:
    """Where the line above the row belongs that counts the columns; nowhere without one."""
    counting = [word for word in words if word.text.isdecimal()]
    top = min((word.box.y0 for word in counting), default=0.0)
    bare = all(word.text.isdecimal() for word in words if word.box.centre[1] > top)
    return [top - _FREE / 2] if len(counting) > KNOWN and bare else []


def _numbers(words: Sequence[Word], before: float) -> list[Word]:
    """The numbers of steps that stand left of a place, one below the other; none where they are few."""
    found = [word for word in words if word.box.x1 < before and NUMBER.fullmatch(word.text)]
    first = min((word.box.x0 for word in words), default=0.0)
    found = [word for word in found if word.box.x0 - first < 2 * word.box.height]
    return found if len(found) >= STEPS else []


def _is_text(word: Word) -> bool:
    """Whether a word that was read is one: arrows and symbols are read as signs and single letters."""
    return word.keyakinan >= _SURE and sum(map(str.isalnum, word.text)) > 1


def _drawn_between(rules: Sequence[Rule], area: Box, heads: Sequence[Head]) -> list[float | None]:
    """For each two columns side by side the line that is drawn between the middles of their headings."""
    tall = _tall(rules, area)
    pairs = ((left.box.centre[0], right.box.centre[0]) for left, right in pairwise(heads))
    return [next((x for x in tall if low < x < high), None) for low, high in pairs]


def heads_in(
    words: Sequence[Word], blank: float, named: Callable[[str], str | None] = heading
) -> tuple[list[Head], dict[str, Box]]:
    """The headings of the columns from left to right, and those that stand over several.

    Args:
        words: of the heading.
        blank: as much room, in heights of their letters, words of one heading leave at most.
        named: tells what a heading names.
    """
    groups: dict[str, Box] = {}
    parts: list[Box] = []
    owners: list[list[Word]] = []
    for piece in pieces(words, blank):
        box = union(word.box for word in piece)
        role = named(_text(piece))
        if role in GROUPS:
            groups[role] = box
        elif all(word.text.isdecimal() for word in piece) or (role is None and not _is_name(piece)):
            continue  # the row that counts the columns, and dirt
        else:
            parts.append(box)
            owners.append(piece)
    found = []
    stacked = ((a, b) for a, b in combinations(range(len(parts)), 2) if _over(parts[a], parts[b]))
    for some in connected(len(parts), stacked):
        mine = [word for line in by_line([w for at in some for w in owners[at]]) for word in line]
        found.append(Head(union(parts[at] for at in some), named(_text(mine))))
    return sorted(found, key=lambda head: head.box.x0), groups


def _is_name(words: Sequence[Word]) -> bool:
    """Whether words can be a heading: short ones that were hardly read are dirt."""
    letters = sum(str.isalpha(character) for word in words for character in word.text)
    return letters > _SHORT or min(word.keyakinan for word in words) >= _LEGIBLE


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _over(one: Box, other: Box) -> bool:
    """Whether two lines of headings stand one over the other."""
    return min(one.x1, other.x1) - max(one.x0, other.x0) > _SIDE * min(one.width, other.width)


def _border(left: Head, right: Head, below: Sequence[Word], *, bare: bool = False) -> float | None:
    """Where the line between two columns belongs: the widest gap that all words leave between the middles of two headings.

    ``bare``: a heading may be read as wider than it is; then what stands below is enough.
    """
    low, high = left.box.centre[0], right.box.centre[0]
    texts = [word.box for word in below]
    free = _widest([left.box, right.box, *texts], low, high)
    if bare and free is None:
        free = _widest(texts, low, high)
    if free is None and left.role is None and right.role is None:
        free = left.box.x1, right.box.x0  # what stands below names of actors is drawn
    return sum(free) / 2 if free is not None and free[1] - free[0] >= _FREE else None


def _widest(boxes: Sequence[Box], low: float, high: float) -> tuple[float, float] | None:
    """The widest gap that some boxes leave between two places."""
    return max(_gaps([(b.x0, b.x1) for b in boxes], low, high), default=None, key=lambda g: g[1] - g[0])


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
    heads: Sequence[Head],
    xs: Sequence[float],
    below: Sequence[Word],
    counted: Sequence[Word],
    drawn: Sequence[float],
    foot: float,
    *,
    uncounted: bool = False,
) -> list[float]:
    """The heights of the lines between steps that no line parts, each in the widest gap between their numbers.

    Args:
        heads: of the columns.
        xs: between them.
        below: the words below the heading.
        counted: those that are numbers of steps, if they stand in the first column.
        drawn: the heights of level lines.
        foot: of the heading.
        uncounted: whether there may be steps whose numbers were not read.
    """
    if heads[0].role != "no":
        return []
    numbers = sorted((word for word in counted if word.box.x1 < xs[0]), key=lambda word: word.box.y0)
    actors = [at for at, head in enumerate(heads) if head.role is None]
    edges = [float("-inf"), *xs, float("inf")]
    # Beside branches of the flow stand words that keep to no row.
    texts = [w for w in below if not any(edges[at] < w.box.centre[0] < edges[at + 1] for at in actors)]
    if len(numbers) < STEPS:
        return [] if len(drawn) > 1 else _wide_gaps(texts)
    found: list[tuple[float, float]] = []
    for above, under in pairwise(numbers):
        low, high = above.box.y1, under.box.y0
        if any(low - 1 < y < high + 1 for y in (foot, *drawn)):
            continue
        free = _between(texts, low, high)
        if uncounted and (free is None or free[1] - free[0] < _FREE):
            # Remarks and requirements may be longer than their row is high; what is done begins beside its number.
            free = _between([w for w in texts if edges[1] < w.box.centre[0] < edges[2]], low, high)
        if free is not None and free[1] - free[0] >= _FREE:
            found.append(free)
    if uncounted and found:
        # A number that was not read leaves the room above its step.
        least = _AS_WIDE * median(high - low for low, high in found)
        low, high = min(w.box.y0 for w in texts), max(w.box.y1 for w in texts)
        gaps = _gaps([(w.box.y0, w.box.y1) for w in texts], low, high)
        found += [gap for gap in gaps if gap[1] - gap[0] >= least and gap not in found]
    return sorted(sum(gap) / 2 for gap in found)


def _between(texts: Sequence[Word], low: float, high: float) -> tuple[float, float] | None:
    """The widest gap that texts leave between two heights."""
    gaps = _gaps([(w.box.y0, w.box.y1) for w in texts], low, high)
    return max(gaps, default=None, key=lambda g: g[1] - g[0])


def _wide_gaps(texts: Sequence[Word]) -> list[float]:
    """The middles of the gaps that all texts leave, if some are plainly wider than those between lines of a step."""
    low, high = min(w.box.y0 for w in texts), max(w.box.y1 for w in texts)
    gaps = sorted(_gaps([(w.box.y0, w.box.y1) for w in texts], low, high), key=lambda g: g[0] - g[1])
    sizes = [end - start for start, end in gaps]
    drops = [(a / max(b, _FREE), at) for at, (a, b) in enumerate(pairwise([*sizes, _FREE]), 1)]
    most, count = max(drops, default=(0.0, 0))
    return sorted(sum(gap) / 2 for gap in gaps[:count]) if most >= _WIDER and count >= STEPS - 1 else []


def _group(head: Head) -> str | None:
    """The heading that one stands under."""
    return "pelaksana" if head.role is None else "mutu_baku" if head.role in _MUTU else None


def _within(left: Head, right: Head, groups: dict[str, Box]) -> bool:
    """Whether two columns stand side by side under one heading."""
    return _group(left) == _group(right) and _group(left) in groups


def _under_groups(
    groups: dict[str, Box], heads: Sequence[Head], foot: float, rules: Sequence[Rule], area: Box
) -> float | None:
    """The height right below the headings of groups, above those of the columns under them: where a line is, if any."""
    if not groups:
        return None
    low = max(box.y1 for box in groups.values())
    tops = [head.box.y0 for head in heads if _group(head) in groups and head.box.y0 >= low - 1]
    high = min(tops, default=foot)
    level = (r.at for r in rules if not r.tegak and low - _SAME < r.at < high + _SAME)
    line = next((at for at in level if area.y0 + _SAME < at < foot - _SAME), None)
    return line if line is not None else (low + high) / 2 if tops else min(low + _FREE, foot - _FREE)

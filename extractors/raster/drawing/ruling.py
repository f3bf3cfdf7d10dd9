"""Ruled lines told from lines of the flow that run beside them or were taken for them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from extractors.raster.connected import runs_of
from extractors.raster.geometry.paper import Mask
from extractors.sheets import Rule

WHOLE: Final = 0.55
"""Rules in one line that together reach over this share of a table are its own."""
IN_LINE: Final = 0.03
"""Inches: rules in one line differ by no more."""
BAND: Final = 0.045
"""Inches to both sides of a ruled line in which ink may be its own."""
PIECE: Final = 0.09
"""Inches of a ruled line that are looked at at a time."""
FULL: Final = 0.55
"""Share of a piece that a row of pixels must fill to be a line there."""
SPARE: Final = 0.011
"""Inches by which the ink of a ruled line may be thicker than it was measured."""

STROKE, SPREAD = 0.6, 0.4
"""Shares of the thickness of a double line: how thick each stroke is at most, and by how much it was measured wrongly."""
MORE: Final = 1.0
"""Pixels by which a stroke may be thicker than most of it; beyond that a line of the flow is at its side."""
FEW: Final = 5
"""Pieces of a double line that say where it begins."""

Run = tuple[int, int]
"""First row, and the one behind the last."""
Runs = Sequence[Run]
Pair = tuple[Run, Run]


def of_table(rules: Sequence[Rule], dpi: float) -> list[Rule]:
    """The ruled lines without short ones: a line of the flow that ends at two rules passes for one.

    Rows and columns of a table are ruled over most of it, even where cells are merged.
    """
    return [rule for table in _tables(rules, dpi) for rule in _whole(table, dpi)]


def _tables(rules: Sequence[Rule], dpi: float) -> list[list[Rule]]:
    """Rules that meet, from one to the next."""
    free, found = list(rules), []
    while free:
        table = [free.pop(0)]
        for rule in table:
            met = [other for other in free if _meets(rule, other, IN_LINE * dpi)]
            free = [other for other in free if other not in met]
            table += met
        found.append(table)
    return found


def _meets(rule: Rule, other: Rule, slack: float) -> bool:
    if rule.tegak == other.tegak:
        return abs(rule.at - other.at) <= slack
    return (
        rule.start - slack <= other.at <= rule.end + slack
        and other.start - slack <= rule.at <= other.end + slack
    )


def _whole(table: Sequence[Rule], dpi: float) -> list[Rule]:
    """Of the rules of one table those that with others in one line reach over most of it."""
    kept: list[Rule] = []
    for tegak in (False, True):
        own = sorted((rule for rule in table if rule.tegak == tegak), key=lambda rule: rule.at)
        if not own:
            continue
        extent = max(rule.end for rule in own) - min(rule.start for rule in own)
        groups: list[list[Rule]] = []
        for rule in own:
            if groups and rule.at - groups[-1][-1].at <= IN_LINE * dpi:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        kept += [rule for group in groups if _covered(group) >= WHOLE * extent for rule in group]
    return kept


def _covered(group: Sequence[Rule]) -> float:
    """The length that rules in one line take up together."""
    total, reached = 0.0, -np.inf
    for rule in sorted(group, key=lambda rule: rule.start):
        total += max(0.0, rule.end - max(rule.start, reached))
        reached = max(reached, rule.end)
    return float(total)


def erase(mask: Mask, rule: Rule, corner: tuple[int, int], dpi: float) -> None:
    """Take a ruled line out of the ink and leave a line that runs close beside it.

    Args:
        mask: 255 = ink; changed in place.
        rule: in pixels of the page.
        corner: where the mask lies on the page.
        dpi: pixels per inch.
    """
    level = mask.T if rule.tegak else mask
    along, across = (corner[1], corner[0]) if rule.tegak else corner
    half = round(rule.tebal / 2 + BAND * dpi)
    low, high = (
        max(0, round(rule.at - across) - half),
        min(level.shape[0], round(rule.at - across) + half + 1),
    )
    start, end = max(0, round(rule.start - along)), min(level.shape[1], round(rule.end - along) + 1)
    if high <= low or end <= start:
        return
    step = max(6, round(PIECE * dpi))
    middle = rule.at - across - low
    bands = [level[low:high, left:right] for left, right in pairwise([*range(start, end, step), end])]
    lines = [_full(band) for band in bands]
    pairs = [_pair(runs, middle, rule.tebal, STROKE * rule.tebal, SPREAD * rule.tebal) for runs in lines]
    if 2 * sum(pair is not None for pair in pairs) > sum(bool(runs) for runs in lines):
        places = _double(lines, pairs, rule.tebal)
    else:
        places = _single(lines, middle, rule.tebal, SPARE * dpi)
    for band, (first, last) in zip(bands, places, strict=True):
        band[max(0, first - 1) : last + 1] = 0


def _single(lines: Sequence[Runs], middle: float, thick: float, spare: float) -> Iterator[Run]:
    """The rows that a ruled line takes up in each of its pieces."""
    for runs in lines:
        first, last = _own(runs, middle, thick + spare)
        if last - first > thick / 2:
            middle = 0.5 * middle + 0.25 * (first + last - 1)
        elif last == first:
            first, last = round(middle - thick / 2) - 1, round(middle + thick / 2) + 2
        # A double line is one rule, its white in the middle.
        yield min(first, round(middle - thick / 2)), max(last, round(middle + thick / 2) + 1)


def _double(lines: Sequence[Runs], pairs: Sequence[Pair | None], thick: float) -> Iterator[Run]:
    """The same for a line of two strokes; one that is thicker in a piece has a line of the flow at its side."""
    known = [pair for pair in pairs if pair is not None]
    span = float(np.median([last - first for (first, _), (_, last) in known]))
    stroke = float(np.median([b - a for pair in known for a, b in pair])) + MORE
    middle = float(np.median([first + last - 1 for (first, _), (_, last) in known[:FEW]])) / 2
    for runs in lines:
        pair = _pair(runs, middle, span, stroke, MORE)
        if pair is not None:
            first, last = pair[0][0], pair[1][1]
            middle = 0.5 * middle + 0.25 * (first + last - 1)
        else:
            half = min(span, thick) / 2
            first, last = round(middle - half), round(middle + half) + 1
            own = [(a, b) for a, b in runs if b - a <= stroke and a <= last and b >= first]
            first, last = min([first, *(a for a, _ in own)]), max([last, *(b for _, b in own)])
        yield first, last


def _pair(runs: Runs, middle: float, span: float, stroke: float, spare: float) -> Pair | None:
    """The two strokes of a double line, of several those nearest to where it was last."""
    pairs = [
        (one, other)
        for one, other in pairwise(runs)
        if max(one[1] - one[0], other[1] - other[0]) <= stroke and abs(other[1] - one[0] - span) <= spare
    ]
    return min(pairs, key=lambda pair: abs((pair[0][0] + pair[1][1] - 1) / 2 - middle), default=None)


def _full(band: Mask) -> list[Run]:
    """First and behind last of the rows that lines fill, line by line."""
    return runs_of((band > 0).mean(axis=1) >= FULL)


def _own(runs: Runs, middle: float, thick: float) -> Run:
    """The rows that a ruled line fills, of several lines those of the nearest to where it was last."""
    if not runs:
        return 0, 0
    first, last = min(runs, key=lambda run: abs((run[0] + run[1] - 1) / 2 - middle))
    if last - first <= thick + 1:
        return first, last
    # Two lines that touch: the ruled one is where it was before.
    most = max(1, round(thick))
    top = min(max(first, round(middle - thick / 2)), last - most)
    return top, top + most

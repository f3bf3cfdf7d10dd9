"""Ruled lines told from lines of the flow that run beside them or were taken for them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.sheets import Rule

Mask = NDArray[np.uint8]

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
    cuts = [*range(start, end, step), end]
    for left, right in pairwise(cuts):
        band = level[low:high, left:right]
        first, last = _own(band, middle, rule.tebal + SPARE * dpi)
        if last - first > rule.tebal / 2:
            middle = 0.5 * middle + 0.25 * (first + last - 1)
        elif last == first:
            first, last = round(middle - rule.tebal / 2) - 1, round(middle + rule.tebal / 2) + 2
        # A double line is one rule, its white in the middle.
        first, last = (
            min(first, round(middle - rule.tebal / 2)),
            max(last, round(middle + rule.tebal / 2) + 1),
        )
        band[max(0, first - 1) : last + 1] = 0


def _own(band: Mask, middle: float, thick: float) -> tuple[int, int]:
    """The rows of a band that a ruled line fills, of several lines the one nearest to where it was last."""
    full = (band > 0).mean(axis=1) >= FULL
    edges = np.flatnonzero(np.diff(np.concatenate(([False], full, [False])).astype(np.int8)))
    runs = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    if not runs:
        return 0, 0
    first, last = min(runs, key=lambda run: abs((run[0] + run[1] - 1) / 2 - middle))
    if last - first <= thick + 1:
        return first, last
    # Two lines that touch: the ruled one is where it was before.
    most = max(1, round(thick))
    top = min(max(first, round(middle - thick / 2)), last - most)
    return top, top + most

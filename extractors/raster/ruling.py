"""Ruled lines told from lines of the flow that run beside them or were taken for them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.sheets import Rule

Mask = NDArray[np.uint8]

WHOLE: Final = 0.4
"""Rules in one line that together reach this share of the longest such line are the table's."""
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
    """The ruled lines without short ones that stand alone: a line of the flow that ends at two rules passes for one.

    Rows and columns of a table are ruled over most of it, even where cells are merged.
    """
    kept = []
    for tegak in (False, True):
        own = sorted((rule for rule in rules if rule.tegak == tegak), key=lambda rule: rule.at)
        groups: list[list[Rule]] = []
        for rule in own:
            if groups and rule.at - groups[-1][-1].at <= IN_LINE * dpi:
                groups[-1].append(rule)
            else:
                groups.append([rule])
        sizes = [_covered(group) for group in groups]
        longest = max(sizes, default=0.0)
        kept += [
            rule
            for group, size in zip(groups, sizes, strict=True)
            if size >= WHOLE * longest
            for rule in group
        ]
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

"""A filled band right above a table is its heading, also where copying left none of its lines.

Lines as grey as the fill that they run through cannot be seen. The edges of the fill are the frame of such a
heading, and the columns below lead through it.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.geometry.paper import Gray
from extractors.sheets import Rule

_INCH_BLUR = 0.1
"""Letters and the holes that copying makes in a fill are evened out over this distance."""
_FILLED = 230
"""What is darker than this once evened out is a fill; print on paper is not."""
_SHARE = 0.75
"""The share of a row of pixels over the table that must be filled."""
_LOWEST, _HIGHEST = 0.2, 3.0
"""Inches: the height of a heading."""
_COLUMNS = 5
"""So many upright lines begin at the upper edge of the table at least: it is one of many columns."""
_BEGUN = 0.7
"""This share of the upright lines below the edge begin there."""
_GROUP = 0.3
"""The share of the table's width that a group of columns takes at least."""
_DEEP = 0.15
"""Inches above and below the foot of a fill that are looked at."""
_INK, _DARK, _PALE = 140, 0.6, 0.3
"""Darker than this is ink; the shares of it in a fill at least, and below its foot at most."""
_NEAR = 0.06
"""Inches: what ends so near to a line ends at it."""


def crowned(gray: Gray, rules: Sequence[Rule], dpi: float) -> tuple[list[Rule], list[Box]]:
    """The rules of a page, those of tables led on through the filled band that stands on their upper edge; the band's cells.

    Args:
        gray: height x width, upright and straight.
        rules: in pixels.
        dpi: pixels per inch.
    """
    rules = [rule if rule.tegak else _along_fill(gray, rule, rules, dpi) for rule in rules]
    found, near = list(rules), _NEAR * dpi
    strays: list[Rule] = []
    bands: list[Box] = []
    for top in (rule for rule in rules if not rule.tegak):
        below = [at for at, rule in enumerate(found) if _leads_down(rule, top, near)]
        begun = [at for at in below if found[at].start >= top.at - near]
        # Of a heading that cannot be seen a line at the side may still be there.
        if len(begun) < max(_COLUMNS, _BEGUN * len(below)):
            continue
        height = _band(gray, top, dpi)
        if height:
            head = _drawn_above(rules, top, near, dpi)
            if head is None:
                head = replace(top, at=top.at - height)
                found.append(head)
            sides = sorted({top.start, *(found[at].at for at in below), top.end})
            bands += [Box(a, head.at, b, top.at) for a, b in pairwise(sides) if b - a > near]
            for at in below:
                found[at] = replace(found[at], start=min(found[at].start, head.at))
            strays += (rule for rule in rules if _is_stray(rule, head, top, near))
    return [rule for rule in found if rule not in strays], bands


def _along_fill(gray: Gray, foot: Rule, rules: Sequence[Rule], dpi: float) -> Rule:
    """A level rule led on over the columns in which a fill ends at its height: the foot of a heading that is one with its fill."""
    near = _NEAR * dpi
    beside = sorted(
        rule.at for rule in rules if rule.tegak and rule.start < foot.at - near and rule.end > foot.at + near
    )
    for x in reversed([at for at in beside if at < foot.start - near]):
        if not _ends_fill(gray, foot.at, x, foot.start, dpi):
            break
        foot = replace(foot, start=x)
    for x in (at for at in beside if at > foot.end + near):
        if not _ends_fill(gray, foot.at, foot.end, x, dpi):
            break
        foot = replace(foot, end=x)
    return foot


def _ends_fill(gray: Gray, at: float, low: float, high: float, dpi: float) -> bool:
    """Whether a fill reaches down to a height between two places, and paper lies below it."""
    deep, edge = round(_DEEP * dpi), round(_NEAR * dpi / 2)
    y, left, right = round(at), round(low) + edge, round(high) - edge
    above, below = (
        gray[max(0, y - edge - deep) : y - edge, left:right],
        gray[y + edge : y + edge + deep, left:right],
    )
    if not above.size or not below.size:
        return False
    return float((above < _INK).mean()) >= _DARK and float((below < _INK).mean()) <= _PALE


def _drawn_above(rules: Sequence[Rule], top: Rule, near: float, dpi: float) -> Rule | None:
    """The upper edge of the band where it is drawn."""
    over = (
        rule
        for rule in rules
        if not rule.tegak
        and _LOWEST * dpi <= top.at - rule.at <= _HIGHEST * dpi
        and rule.start <= top.start + near
        and rule.end >= top.end - near
    )
    return max(over, key=lambda rule: rule.at, default=None)


def _is_stray(rule: Rule, head: Rule, top: Rule, near: float) -> bool:
    """Whether a level line within a band is what holes in the fill made, not one below the name of a group."""
    inside = head.at + near < rule.at < top.at - near and rule.start < top.end and rule.end > top.start
    return not rule.tegak and inside and rule.end - rule.start < _GROUP * (top.end - top.start)


def _leads_down(rule: Rule, top: Rule, near: float) -> bool:
    """Whether an upright line leads on below a level one."""
    beside = top.start - near <= rule.at <= top.end + near
    return rule.tegak and beside and rule.start <= top.at + near and rule.end > top.at + near


def _band(gray: Gray, top: Rule, dpi: float) -> float:
    """How high the filled band on a line is, in pixels; 0 where there is none."""
    first = max(0, int(top.at - _HIGHEST * dpi))
    part = gray[first : max(0, int(top.at)), int(top.start) : int(top.end) + 1]
    if not part.size:
        return 0.0
    side = max(3, round(_INCH_BLUR * dpi))
    even = cv2.blur(part, (side, side))
    filled = (even < _FILLED).mean(axis=1) >= _SHARE
    # The row of the line itself is not asked.
    upward = filled[::-1][side // 2 :]
    end = int(np.argmin(upward)) if not upward.all() else len(upward)
    height = end + side // 2
    return float(height) if end and _LOWEST * dpi <= height < _HIGHEST * dpi - side else 0.0

"""Rules that cannot be seen in a fill through which they seem to lead on, although they can be seen in it farther on.

What tells rules from all else expects them wherever lines end in a filled band. Columns then run through the names of
their groups. A line that shows against its fill on one side of a crossing shows on the other, too, if it is there.
"""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.paper import Gray
from extractors.sheets import Rule

_FILLED = 230
"""What is darker than this beside a line is a fill."""
_NEAR = 0.06
"""Inches: what ends so near to a line ends at it."""
_EDGE, _LEAST = 0.05, 0.1
"""Inches of a stretch that the line across it hides at either end, and those that must be left."""
_LINE, _FLANK = 0.035, 0.08
"""Inches from the middle of a line within which it lies, and within which the fill beside it does."""
_ALONG = 9
"""Pixels along the line over which grain is evened out."""
_IN_FILL = 0.04
"""Inches of a stretch along which there must be fill on both sides, rather than holes or paper."""
_NEARLY_ALL = 20
"""The percentile of the places of a stretch that says how dark it is."""
_SHOWN, _PART = 16.0, 0.3
"""By how many greys a line must be darker than its fill to be seen, and the share of it that a stretch must have to go on."""


def without_sunken(gray: Gray, rules: Sequence[Rule], dpi: float) -> list[Rule]:
    """The rules, those cut off that lead on into a fill without being seen there.

    Args:
        gray: height x width, upright and straight.
        rules: in pixels.
        dpi: pixels per inch.
    """
    lying = np.ascontiguousarray(gray.T)
    return [_cut(lying if rule.tegak else gray, rule, rules, dpi) for rule in rules]


def _cut(picture: Gray, rule: Rule, rules: Sequence[Rule], dpi: float) -> Rule:
    """A rule without its first or last stretch, if that is one of a fill and not seen.

    Args:
        picture: in which the rule runs along the rows.
        rule: in pixels.
        rules: all of the page.
        dpi: pixels per inch.
    """
    near = _NEAR * dpi
    places = sorted(
        other.at
        for other in rules
        if other.tegak != rule.tegak
        and other.start - near <= rule.at <= other.end + near
        and rule.start - near <= other.at <= rule.end + near
    )
    apart = [at for n, at in enumerate(places) if n == 0 or at - places[n - 1] > near]
    if len(apart) < 3:
        return rule
    first = _is_sunken(picture, rule, (apart[0], apart[1]), (apart[1], apart[2]), dpi)
    last = _is_sunken(picture, rule, (apart[-2], apart[-1]), (apart[-3], apart[-2]), dpi)
    if first and last and len(apart) < 4:
        return rule
    return replace(rule, start=apart[1] if first else rule.start, end=apart[-2] if last else rule.end)


def _is_sunken(
    picture: Gray, rule: Rule, end: tuple[float, float], beside: tuple[float, float], dpi: float
) -> bool:
    """Whether a stretch at the end of a rule is not seen in the fill in which the one beside it is."""
    here, there = _contrast(picture, rule, end, dpi), _contrast(picture, rule, beside, dpi)
    return here is not None and there is not None and there >= _SHOWN and here < _PART * there


def _contrast(picture: Gray, rule: Rule, stretch: tuple[float, float], dpi: float) -> float | None:
    """How much darker a rule is than the fill on both sides of it; None where there is none.

    Args:
        picture: in which the rule runs along the rows.
        rule: in pixels.
        stretch: from where to where along it.
        dpi: pixels per inch.
    """
    start, end = (max(0, round(at)) for at in (stretch[0] + _EDGE * dpi, stretch[1] - _EDGE * dpi))
    line, flank = round(_LINE * dpi + rule.tebal / 2), round(_FLANK * dpi + rule.tebal / 2)
    at = round(rule.at)
    if end - start < _LEAST * dpi or at < flank or at + flank >= picture.shape[0]:
        return None
    part = cv2.blur(picture[at - flank : at + flank + 1, start:end], (_ALONG, 1)).astype(np.float32)
    middle = part[flank - line : flank + line + 1]
    sides = np.stack([_median(part[: flank - line]), _median(part[flank + line + 1 :])])
    filled = (sides.max(axis=0) < _FILLED) & (middle.max(axis=0) < _FILLED)
    if filled.sum() < _IN_FILL * dpi:
        return None
    # A letter is dark in some of the places, a rule in nearly all of them.
    return float(np.percentile((sides.min(axis=0) - middle.min(axis=0))[filled], _NEARLY_ALL))


def _median(part: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.median(part, axis=0), dtype=np.float32)

"""Rules that cannot be seen in a fill through which they seem to lead on, although they can be seen in it farther on.

What tells rules from all else expects them wherever lines end in a filled band. Columns then run through the names of
their groups. A line that shows against its fill on one side of a crossing shows on the other, too, if it is there.
Nor is the edge of a shade that lies over a fill a rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.geometry.paper import Gray, lying
from extractors.raster.middle import median
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
_MOSTLY, _STEP, _SLANT = 0.5, 15.0, 0.2
"""The share of a rule along which there is fill, by how many greys a shade changes at its edge, and over how many inches the
pieces of one that lies askew are strewn."""
_CROSSING, _HALF = 3, 0.5
"""So many rules across it that are seen show that one would be seen; up to this share of a step a rule is not."""
_PLAIN, _SHOWN, _PART, _ALIKE = 16.0, 3.0, 0.3, 0.6
"""By how many greys a line must be darker than its fill to be seen whatever the grain, and to be seen beside a stretch that is
not; the share of it that the stretch must have for the line to go on there, and that one beyond its end must have to be more of it."""

_Beside = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_]]


def without_sunken(gray: Gray, rules: Sequence[Rule], dpi: float) -> list[Rule]:
    """The rules, those cut off that lead on into a fill without being seen there.

    Args:
        gray: height x width, upright and straight.
        rules: in pixels.
        dpi: pixels per inch.
    """
    turned = lying(gray)
    steps = {rule: _step(gray, rule, dpi) for rule in rules if not rule.tegak}
    across = [rule for rule in rules if rule.tegak]
    shades = {rule for rule in steps if _is_shade(rule, steps, across, turned, dpi)}
    drawn = [rule for rule in rules if rule not in shades]
    drawn = [_carried_on(turned if rule.tegak else gray, rule, drawn, dpi) for rule in drawn]
    return [_cut(turned if rule.tegak else gray, rule, drawn, dpi) for rule in drawn]


def _step(gray: Gray, rule: Rule, dpi: float) -> float:
    """By how many greys a fill is darker below a level rule than above it, where that is all that is seen of it; else 0."""
    beside = _beside(gray, rule, (rule.start, rule.end), dpi)
    if beside is None:
        return 0.0
    before, behind, line, filled = beside
    step = median((before - behind)[filled])
    shown = median((np.minimum(before, behind) - line)[filled])
    mostly = filled.mean() >= _MOSTLY
    return step if mostly and abs(step) >= _STEP and shown < _HALF * abs(step) else 0.0


def _is_shade(
    rule: Rule, steps: Mapping[Rule, float], across: Sequence[Rule], turned: Gray, dpi: float
) -> bool:
    """Whether a level rule is but the edge of a shade on a fill: it lies askew, in pieces, or rules that are drawn cross it.

    Args:
        rule: in pixels.
        steps: of the level rules (``_step``).
        across: the upright rules.
        turned: the page, width x height.
        dpi: pixels per inch.
    """
    own, near = steps[rule], _SLANT * dpi
    if not own:
        return False
    if any(o is not rule and s * own > 0 and abs(o.at - rule.at) <= near for o, s in steps.items()):
        return True
    crossing = (
        o
        for o in across
        if rule.start < o.at < rule.end and o.start < rule.at - near < rule.at + near < o.end
    )
    ends = ((rule.at - near, rule.at), (rule.at, rule.at + near))
    shown = ([_contrast(turned, other, end, dpi) for end in ends] for other in crossing)
    return sum(all(c is not None and c >= _PLAIN for c in both) for both in shown) >= _CROSSING


def _cut(picture: Gray, rule: Rule, rules: Sequence[Rule], dpi: float) -> Rule:
    """A rule without its first or last stretch, if that is one of a fill and not seen.

    Args:
        picture: in which the rule runs along the rows.
        rule: in pixels.
        rules: all of the page.
        dpi: pixels per inch.
    """
    near = _NEAR * dpi
    apart = [at for at in _crossings(rule, rules, near) if rule.start - near <= at <= rule.end + near]
    if len(apart) < 3:
        return rule
    first = _is_sunken(picture, rule, (apart[0], apart[1]), (apart[1], apart[2]), dpi)
    last = _is_sunken(picture, rule, (apart[-2], apart[-1]), (apart[-3], apart[-2]), dpi)
    if first and last and len(apart) < 4:
        return rule
    return replace(rule, start=apart[1] if first else rule.start, end=apart[-2] if last else rule.end)


def _crossings(rule: Rule, rules: Sequence[Rule], near: float) -> list[float]:
    """Where along a rule, or in line with it, others cross it or end at it; what is nearer together than so much is one."""
    places = sorted(
        other.at
        for other in rules
        if other.tegak != rule.tegak and other.start - near <= rule.at <= other.end + near
    )
    return [at for n, at in enumerate(places) if n == 0 or at - places[n - 1] > near]


def _carried_on(picture: Gray, rule: Rule, rules: Sequence[Rule], dpi: float) -> Rule:
    """A rule with the stretch beyond either end, if that shows in its fill as the one before it does."""
    near = _NEAR * dpi
    apart = _crossings(rule, rules, near)
    own = [n for n, at in enumerate(apart) if rule.start - near <= at <= rule.end + near]
    if len(own) < 2:
        return rule
    first, last = own[0], own[-1]
    if first and _goes_on(
        picture, rule, (apart[first], apart[first + 1]), (apart[first - 1], apart[first]), dpi
    ):
        rule = replace(rule, start=apart[first - 1])
    beyond = (apart[last], apart[last + 1]) if last + 1 < len(apart) else None
    if beyond and _goes_on(picture, rule, (apart[last - 1], apart[last]), beyond, dpi):
        rule = replace(rule, end=beyond[1])
    return rule


def _goes_on(
    picture: Gray, rule: Rule, end: tuple[float, float], beyond: tuple[float, float], dpi: float
) -> bool:
    """Whether a rule is seen in the fill beyond its end as it is at its end."""
    here, there = _contrast(picture, rule, end, dpi), _contrast(picture, rule, beyond, dpi)
    return here is not None and there is not None and here >= _SHOWN and there >= _ALIKE * here


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
    beside = _beside(picture, rule, stretch, dpi)
    if beside is None:
        return None
    before, behind, line, filled = beside
    # A letter is dark in some of the places, a rule in nearly all of them.
    return float(np.percentile((np.minimum(before, behind) - line)[filled], _NEARLY_ALL))


def _beside(picture: Gray, rule: Rule, stretch: tuple[float, float], dpi: float) -> _Beside | None:
    """The greys before a stretch of a rule, behind it and on it, and where there is fill on both sides; None without any.

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
    dark = middle.max(axis=0) < _FILLED
    if dark.sum() < _IN_FILL * dpi:
        return None
    before, behind = _median(part[: flank - line]), _median(part[flank + line + 1 :])
    filled = (np.maximum(before, behind) < _FILLED) & dark
    if filled.sum() < _IN_FILL * dpi:
        return None
    return before, behind, np.asarray(middle.min(axis=0), dtype=np.float32), filled


def _median(part: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.median(part, axis=0), dtype=np.float32)

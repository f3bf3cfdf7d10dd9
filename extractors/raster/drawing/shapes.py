"""What is drawn on a page besides rules and text: closed shapes, from which the flow is read.

A shape is looked for as what its outline encloses: once without the rules, which cut through it where it
crosses one, and once with them, because its side may lie on one; and as ink without a hole where it is filled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box, shared
from extractors.raster.connected import runs_of
from extractors.raster.drawing.backing import (
    Backing,
    backed,
    backing,
    closed,
    dark_as_others,
    filled_as_others,
    seen_as_others,
)
from extractors.raster.drawing.bodies import Outline, enclosed, filled, is_filled, without_heads
from extractors.raster.drawing.copies import copies
from extractors.raster.drawing.forms import FORMS, likelihoods
from extractors.raster.drawing.holes import fits, holes, is_long, mended, running_on, sides_on_rules
from extractors.raster.drawing.pale import pale_ink, pale_outlines
from extractors.raster.geometry.lie import ink
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import Maps
from extractors.sheets import Drawing, Rule

MOST_POINTS = 60
MOST_SHAPES = 600
BEND: Final = 0.006
"""Inches: smaller bends of an outline are those of the pixels."""
INSIDE, PART = 0.75, 0.12
"""Shares: of the smaller of two boxes that the other holds, and of the larger that the smaller makes up, where both are of one thing."""
SOLID: Final = 0.88
"""Share of its hull that a body fills; letters and pieces of several lines have dents."""
STRIP: Final = 0.55
"""Share of the thickness of its hull that a symbol has at least."""
CROSSING: Final = 0.09
"""Inches: what crosses a rule is no broader than this."""
ALONG, FULL = 2, 0.8
"""Pixels within a line along a rule, which is full there; what is left of the rule itself is thinner."""
INK_FILL: Final = "#000000"
SURELY_NONE, SURELY = 0.85, 0.85
"""Likelihoods from which on a candidate is no symbol, and from which on one has the form that its picture tells."""
LETTERED: Final = "huruf"
"""The form of a circle around a letter; letters alone are like it."""
LIKE: Final = 0.08
"""Share by which symbols of one page that are as large as each other may differ: they were copied."""
TOLD: Final = 0.5
"""Likelihood from which on its picture says what form a shape has."""


def shapes(
    gray: Gray, rules: Sequence[Rule], seen: Maps, dpi: float, coloured: Gray | None = None
) -> list[Drawing]:
    """The closed outlines on an upright page, without what the ruled lines enclose.

    Args:
        gray: evenly lit.
        rules: its ruled lines, in pixels.
        seen: what the network tells of the page.
        dpi: pixels per inch.
        coloured: the page with its coloured strokes darkened, which shows pale outlines, and no longer what is in a fill.

    Returns:
        Drawings of the kind ``contour`` in pixels, from top to bottom.
    """
    back, own = backing(seen), _inked(gray, rules, dpi)
    found, likely = _candidates(gray, own, rules, back, dpi)
    if coloured is not None:
        more, more_likely = _candidates(coloured, _inked(coloured, rules, dpi), rules, back, dpi)
        found, likely = found + more, np.concatenate([likely, more_likely])
    known = [one.box for one, sure in zip(found, _surest(likely), strict=True) if sure >= TOLD]
    as_large = [_drawing(outline, dpi, None) for outline in _as_large(own, known, dpi)]
    unseen = [_drawing(outline, dpi, None) for outline in _unfound(gray, own, rules, seen, back, dpi)]
    more, more_likely = _unknown(gray, [*as_large, *unseen], known, dpi)
    found, likely = found + more, np.concatenate([likely, more_likely])
    sofar = list(_told(found, likely))
    surest = [one for one in sofar if one.keyakinan >= SURELY and one.raut != LETTERED]
    copied = [_drawing(outline, dpi, None) for outline in copies(surest, seen, dpi)]
    known = [one.box for one in sofar if one.raut]
    more, more_likely = _unknown(gray, copied, known, dpi, SURELY)
    found, likely = found + more, np.concatenate([likely, more_likely])
    order = sorted(range(len(found)), key=lambda at: (found[at].box.y0, found[at].box.x0))
    best, likely = _best([found[at] for at in order], likely[order], back, dpi)
    told = list(_told(best, likely))
    outlines = [one.points for one in told]
    surely = [one.fill is not None and one.keyakinan >= SURELY for one in told]
    large = [one.box for one in as_large]
    sure = [
        as_others or one.box in large
        for one, as_others in zip(told, filled_as_others(outlines, surely, gray), strict=True)
    ]
    seen_too = seen_as_others(outlines, back, dpi, sure)
    this_side = dark_as_others(outlines, gray if coloured is None else np.minimum(gray, coloured))
    return [one for at, one in enumerate(told) if seen_too[at] and this_side[at]]


class _Ink(NamedTuple):
    """The ink of a page: all of it, without its rules, and without those across each direction (upright ones first).

    ``free`` are the outlines of what the ink without rules encloses.
    """

    whole: Gray
    bare: Gray
    partly: tuple[Gray, Gray]
    free: tuple[Outline, ...]


def _inked(gray: Gray, rules: Sequence[Rule], dpi: float) -> _Ink:
    mask = ink(gray, dpi)
    upright, level = (
        without_rules(mask, [rule for rule in rules if rule.tegak == tegak], dpi) for tegak in (True, False)
    )
    bare = without_rules(mask, rules, dpi)
    return _Ink(mask, bare, (upright, level), tuple(holes(bare, dpi)))


def _candidates(
    gray: Gray, own: _Ink, rules: Sequence[Rule], back: Backing, dpi: float
) -> tuple[list[Drawing], NDArray[np.float32]]:
    """What may be a shape, with how likely it has each of ``FORMS``."""
    bare = own.bare
    found = [outline for outline in own.free if _is_whole(outline, bare, 1, back, dpi)]
    beside = (outline for outline in holes(own.whole, dpi) if sides_on_rules(outline, rules, dpi) <= 1)
    found += [outline for outline in beside if _is_whole(outline, bare, 0, back, dpi)]
    for partly in own.partly:
        # Rules across it run through a shape with a side on a rule.
        beside = (outline for outline in holes(partly, dpi) if sides_on_rules(outline, rules, dpi) == 1)
        found += [outline for outline in beside if backed(outline, back, dpi)[0]]
    worn = [outline for outline in holes(mended(bare, dpi), dpi) if _is_whole(outline, bare, 0, back, dpi)]
    found += [outline for outline in worn if not _overlaps(outline, found)]
    within = [_drawing(outline, dpi, None) for outline in found[:MOST_SHAPES]]
    bodies = ((None, enclosed(bare, dpi)), (INK_FILL, filled(gray, dpi)))
    standing = [
        (outline, fill)
        for fill, outlines in bodies
        for outline in _standing(outlines, rules, dpi)
        if not backed(outline, back, dpi)[1] or (fill and is_filled(gray, outline, dpi))
    ][:MOST_SHAPES]
    drawn = within + [_drawing(outline, dpi, fill) for outline, fill in standing]
    likely = likelihoods(gray, [d.box for d in drawn], dpi)
    unsure = np.flatnonzero(_surest(likely[len(within) :]) < TOLD)
    seen = [standing[at] for at in unsure if backed(standing[at][0], back, dpi)[0]]
    bare_of_heads = [
        (rest, fill) for outline, fill in seen if (rest := without_heads(outline, dpi)) is not None
    ]
    drawn += [_drawing(rest, dpi, fill) for rest, fill in bare_of_heads]
    likely = np.concatenate([likely, likelihoods(gray, [d.box for d in drawn[len(likely) :]], dpi)])
    none, surest = likely[:, FORMS.index("lain")], _surest(likely)
    # Letters and pieces of lines are bodies, too.
    kept = [
        at
        for at in range(len(drawn))
        if (none[at] <= SURELY_NONE if at < len(within) else surest[at] >= TOLD)
    ]
    return [drawn[at] for at in kept], likely[kept]


def _is_whole(outline: Outline, bare: Gray, most: int, back: Backing, dpi: float) -> bool:
    """Whether an outline is a symbol's and no mesh: it is seen as one, or few of its sides go on beyond their corners."""
    symbol, mesh = backed(outline, back, dpi)
    return symbol or (not mesh and running_on(outline, bare, dpi) <= most)


def _broken(own: _Ink, rules: Sequence[Rule], back: Backing, dpi: float) -> Iterator[Outline]:
    """Outlines with gaps and one side right beside a rule, that are surely seen as those of symbols.

    Mending closes letters and arrowheads, too, which are smaller.
    """
    for partly in own.partly:
        for outline in holes(mended(partly, dpi), dpi):
            if (
                is_long(outline, dpi)
                and sides_on_rules(outline, rules, dpi) == 1
                and backed(outline, back, dpi)[0]
            ):
                yield outline


def _as_large(own: _Ink, known: Sequence[Box], dpi: float) -> Iterator[Outline]:
    """Outlines as wide and as high as a known shape, of which no two sides go on: the network takes hairlines for arrows."""
    for outline in own.free:
        _, _, w, h = cv2.boundingRect(outline)
        large = any(abs(w - box.width) <= LIKE * w and abs(h - box.height) <= LIKE * h for box in known)
        if large and running_on(outline, own.bare, dpi) <= 1:
            yield outline


def _unfound(
    gray: Gray, own: _Ink, rules: Sequence[Rule], seen: Maps, back: Backing, dpi: float
) -> Iterator[Outline]:
    """Outlines that are too pale, worn, or lie on a rule, so that no ink encloses them, but the network sees them."""
    pale = pale_outlines(without_rules(pale_ink(gray, seen, dpi), rules, dpi), dpi)
    for outline in chain(closed(seen, rules, dpi), pale, _broken(own, rules, back, dpi)):
        if sides_on_rules(outline, rules, dpi) <= 1 and not backed(outline, back, dpi)[1]:
            yield outline


def _unknown(
    gray: Gray, drawn: Sequence[Drawing], known: Sequence[Box], dpi: float, least: float = TOLD
) -> tuple[list[Drawing], NDArray[np.float32]]:
    """Those of some drawings that likely have a form, where none is ``known``, with how likely they have each of ``FORMS``."""
    free = [one for one in drawn if not any(shared(one.box, box) for box in known)]
    likely = likelihoods(gray, [one.box for one in free], dpi)
    kept = np.flatnonzero(_surest(likely) >= least)
    return [free[at] for at in kept], likely[kept]


def _surest(likely: NDArray[np.float32]) -> NDArray[np.float32]:
    """How likely the likeliest form of each candidate is."""
    return np.asarray(np.delete(likely, FORMS.index("lain"), axis=1).max(axis=1, initial=0.0), np.float32)


def _standing(bodies: Iterator[Outline], rules: Sequence[Rule], dpi: float) -> Iterator[Outline]:
    """Bodies of the size of symbols that are no cells."""
    return (
        body
        for body in bodies
        if fits(body, dpi)
        and cv2.contourArea(body) >= SOLID * cv2.contourArea(cv2.convexHull(body))
        and sides_on_rules(body, rules, dpi) < 3
    )


def _best(
    drawings: Sequence[Drawing], likely: NDArray[np.float32], back: Backing, dpi: float
) -> tuple[list[Drawing], NDArray[np.float32]]:
    """Of drawings of the same thing the one whose form is surest, of those that are so alike the largest.

    Those with a sure form that the network sees, too, come first: what the ink of a large fill leaves free in its middle
    has the form of the whole, or a surer one. So has the strip between an outline and a fill that is shifted in it, which
    encloses little of its box.
    """
    best = _surest(likely)
    seen = [
        bool(sure >= SURELY and backed(np.asarray(one.points), back, dpi)[0])
        for one, sure in zip(drawings, best, strict=True)
    ]
    order = sorted(
        range(len(drawings)),
        key=lambda at: (
            not seen[at],
            _is_strip(drawings[at]),
            -round(float(best[at]), 1),
            -drawings[at].box.area,
        ),
    )
    kept: list[int] = []
    for at in order:
        if not any(_is_same(drawings[at].box, drawings[other].box) for other in kept):
            kept.append(at)
    kept.sort()
    return [drawings[at] for at in kept], likely[kept]


def _is_strip(drawing: Drawing) -> bool:
    """Whether what an outline encloses is far thinner than its hull: it winds."""
    outline = np.asarray(drawing.points, np.float32)
    own, hull = (
        cv2.contourArea(around) / max(cv2.arcLength(around, True), 1.0)
        for around in (outline, cv2.convexHull(outline))
    )
    return bool(own < STRIP * hull)


def _is_same(box: Box, other: Box) -> bool:
    """Whether two boxes are of the same thing, the one perhaps only of a part of it."""
    common, less, more = shared(box, other), min(box.area, other.area), max(box.area, other.area)
    return common > INSIDE * less and less > PART * more


def _told(drawings: Sequence[Drawing], likely: NDArray[np.float32]) -> Iterator[Drawing]:
    """Drawings with the form that their picture has."""
    none = FORMS.index("lain")
    for drawing, row in zip(drawings, likely, strict=True):
        best = int(np.delete(row, none).argmax())
        share = float(row[best] / max(1.0 - float(row[none]), 1e-6)) * (1.0 - float(row[none]) / 2)
        yield replace(drawing, raut=FORMS[best], keyakinan=round(share, 3)) if share >= TOLD else drawing


def _drawing(outline: Outline, dpi: float, fill: str | None) -> Drawing:
    x, y, w, h = cv2.boundingRect(outline)
    corners = cv2.approxPolyDP(outline, max(1.0, BEND * dpi), True).reshape(-1, 2)
    if len(corners) > MOST_POINTS:
        corners = cv2.approxPolyDP(outline, 0.02 * (w + h), True).reshape(-1, 2)[:MOST_POINTS]
    points = tuple((float(px), float(py)) for px, py in corners)
    return Drawing("contour", Box(x, y, x + w, y + h), points, closed=True, fill=fill)


def _overlaps(outline: Outline, others: Sequence[Outline]) -> bool:
    """Whether the box around an outline has a part of that of another in common."""
    x, y, w, h = cv2.boundingRect(outline)
    boxes = (cv2.boundingRect(other) for other in others)
    return any(a < x + w and x < a + c and b < y + h and y < b + d for a, b, c, d in boxes)


def without_rules(mask: Gray, rules: Sequence[Rule], dpi: float) -> Gray:
    """The ink without the rules; what crossed one still does."""
    bare = mask.copy()
    strips = [_strip(rule, mask) for rule in rules]
    for (top, bottom, left, right), _ in strips:
        bare[top:bottom, left:right] = 0
    for (top, bottom, left, right), tegak in strips:
        if tegak:
            _bridge(bare.T, left, right, top, bottom, dpi)
        else:
            _bridge(bare, top, bottom, left, right, dpi)
    return bare


def _strip(rule: Rule, mask: Gray) -> tuple[tuple[int, int, int, int], bool]:
    """The pixels that a rule takes up (top, bottom, left, right), and whether it is vertical."""
    half = max(1, round(rule.tebal / 2)) + 2
    low, high = max(0, round(rule.at) - half), max(0, round(rule.at) + half + 1)
    start, end = max(0, round(rule.start)), max(0, round(rule.end) + 1)
    rows, columns = mask.shape
    if rule.tegak:
        return (start, min(end, rows), low, min(high, columns)), True
    return (low, min(high, rows), start, min(end, columns)), False


def _bridge(bare: Gray, top: int, bottom: int, left: int, right: int, dpi: float) -> None:
    """Draw over a level strip what meets it from above and from below at the same place.

    What ends at a line that runs along the strip right behind it goes on to that line.
    """
    if top < 1 or bottom >= bare.shape[0] or right <= left:
        return
    broad, slant = CROSSING * dpi, bottom - top + 2
    above, below = (runs_of(bare[row, left:right] > 0) for row in (top - 1, bottom))
    met = [
        (a, b)
        for a in above
        for b in below
        if max(a[1] - a[0], b[1] - b[0]) <= broad and b[0] - a[1] < slant and a[0] - b[1] < slant
    ]
    for narrow, wide, inner in ((above, below, bottom + ALONG), (below, above, top - 1 - ALONG)):
        if not 0 <= inner < bare.shape[0]:
            continue
        lines = [
            run
            for run in wide
            if run[1] - run[0] > broad and (bare[inner, left + run[0] : left + run[1]] > 0).mean() > FULL
        ]
        for run in narrow:
            if run[1] - run[0] <= broad and any(low <= run[0] and run[1] <= high for low, high in lines):
                met.append((run, run))
    for (a0, a1), (b0, b1) in met:
        for row in range(top, bottom):
            share = (row - top + 1) / (bottom - top + 1)
            start, end = a0 + share * (b0 - a0), a1 + share * (b1 - a1)
            bare[row, left + int(start) : left + int(end) + 1] = 255

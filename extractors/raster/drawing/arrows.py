"""The lines between symbols on the picture of a page, with the arrowheads at their ends.

Straight runs of ink that are no ruled line and no side of a shape are lines of the flow; what is left
and long and thin is a slanted one. Whether an arrow stands at an end is told from how the ink
broadens behind it. How lines hang together is not decided here.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box, shared, union
from extractors.raster.connected import connected
from extractors.raster.drawing.backing import on_page
from extractors.raster.drawing.broken_off import broken_off
from extractors.raster.drawing.heads import head_likelihoods, heads
from extractors.raster.drawing.hidden import Course
from extractors.raster.drawing.links import inked_near, links
from extractors.raster.drawing.pale import pale_lines
from extractors.raster.drawing.pressed import pressed
from extractors.raster.drawing.ruling import erase, of_table
from extractors.raster.drawing.runs import Point
from extractors.raster.geometry.lie import ink
from extractors.raster.geometry.paper import Gray, Mask
from extractors.raster.learned import Maps
from extractors.sheets import Drawing, Rule

# Inches.
SHORTEST: Final = 0.1
"""A shorter run is a letter, or the rest of something."""
SHORTEST_SLANTED: Final = 0.3
THICKEST: Final = 0.055
"""A thicker run is a filled area."""
AROUND: Final = 0.6
"""Lines are looked for no further than this from a shape."""
STROKE: Final = 0.03
"""A thin stroke is no thicker."""
DEPTH, NOISE = 12, 6.0
"""Greys by which a pale stroke is darker than what lies beside it, over the length of the shortest run: so many at least, and
so many times those of the noise of the paper."""
QUIET: Final = 60
"""Percentage of a page that is paper, also where a flow is drawn: no stroke adds to the noise there."""
WIDEST, HIGHEST = 1.9, 1.3
"""A larger shape is no symbol: lines may have enclosed it."""
SOLID: Final = 0.87
"""Share of its hull that a symbol fills; what lines enclose between symbols has dents."""
SURELY: Final = 0.8
"""A shape whose picture is so likely that of a symbol is one, whatever its outline."""
MESHED, ALL = 0.02, 0.9
"""Shares of a shape: what overlaps more of it than the first and less than the second is no symbol itself."""
ACROSS: Final = 0.03
"""A rule that was taken out leaves a gap as broad as itself and this."""
GAP: Final = 0.09
"""Runs in one line this close are one line."""
AT_SHAPE: Final = 0.12
"""A line that leads to a shape ends this near to it."""
AT_RUN: Final = 0.04
"""Lines that meet come this near to each other."""
BESIDE: Final = 0.022
"""A run this close to a ruled line is the ruled line."""
SHIFT: Final = 2.0
"""Points by which a run may end before the point of its head."""
LIKELY: Final = 0.5
"""Likelihood from which on a run has a head."""
HIDING: Final = 127
"""In a mask: where a rule may hide something; its middle is 255."""
TOLD: Final = 90
"""Of 255: where the network is so sure of arrows, a line of the flow runs, whatever hides it."""
MOST: Final = 500
"""A page of more runs is a picture."""
TELLING: Final = 500
"""So many pixels of a piece of ink, spread over it, tell how it lies."""


def arrows(
    gray: Gray,
    rules: Sequence[Rule],
    shapes: Sequence[Drawing],
    seen: Maps,
    dpi: float,
    coloured: Gray | None = None,
) -> list[Drawing]:
    """The lines between shapes, each straight part for itself.

    Args:
        gray: upright, evenly lit.
        rules: its ruled lines, in pixels.
        shapes: its closed shapes, in pixels.
        seen: what the network tells of the page.
        dpi: pixels per inch.
        coloured: the page with its coloured strokes darkened, which shows pale lines.

    Returns:
        Drawings of the kind ``connector`` in pixels.
    """
    symbols = symbols_among(shapes, dpi)
    if not symbols:
        return []
    whole = ink(gray, dpi)
    if coloured is not None:
        whole = np.maximum(whole, _pale(coloured, dpi))
    whole = np.maximum(whole, pale_lines(gray, coloured, whole, [s.points for s in symbols], seen, dpi))
    height, width = whole.shape
    area = union(s.box for s in symbols).grown(AROUND * dpi)
    x0, y0 = max(0, int(area.x0)), max(0, int(area.y0))
    x1, y1 = min(width, int(area.x1)), min(height, int(area.y1))
    mask = np.ascontiguousarray(whole[y0:y1, x0:x1])
    if mask.size == 0:
        return []
    inside = _inside(mask, symbols, (x0, y0), dpi)
    rules = of_table(rules, dpi)
    bare = {tegak: _bare(mask, rules, tegak, (x0, y0), dpi) for tegak in (True, False)}
    free = _bridged(np.minimum(bare[True], bare[False]), mask, rules, dpi)
    ruled = _ruled(free, mask, rules, (x0, y0), dpi)
    likely = np.where(seen.arrows >= TOLD, 255, 0).astype(np.uint8)
    told = on_page(likely, (x0, y0), mask.shape, dpi)
    tied, used, stubs = links(free, mask, ruled, told, symbols, (x0, y0), dpi)
    runs: list[tuple[Point, Point]] = []
    taken = np.maximum(inside, cv2.dilate(used, np.ones((5, 5), np.uint8)))
    for tegak in (True, False):
        own = _runs_mask(bare[tegak], tegak, dpi)
        taken = np.maximum(taken, cv2.dilate(own, np.ones((5, 5), np.uint8)).astype(np.uint8))
        own[(inside > 0) | (used > 0)] = 0
        runs.extend(_joined(_runs(own, tegak, dpi), tegak, dpi))
    for rule in rules:
        _erase(taken, rule, (x0, y0), dpi, 255)
    rest = np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)), dtype=np.uint8)
    rest[taken > 0] = 0
    runs.extend(_slanted(rest, dpi))
    near = [Box(s.box.x0 - x0, s.box.y0 - y0, s.box.x1 - x0, s.box.y1 - y0) for s in symbols]
    headed = heads(gray, [line.points for line in tied], dpi)
    tied = [replace(line, panah=panah) for line, panah in zip(tied, headed, strict=True)]
    led = _led_to(runs, near, dpi)[:MOST]
    hidden = broken_off(led, stubs, near, inked_near(free) | (told > 0), ruled, dpi)
    ends = _ends(gray, led, (x0, y0), dpi)
    tied += _along_rules(gray, hidden, (x0, y0), dpi)
    last = [_drawing(run, (False, True), (x0, y0)) for run in pressed(gray, led, near, (x0, y0), dpi)]
    return tied + [_drawing(run, panah, (x0, y0)) for run, panah in zip(led, ends, strict=True)] + last


def _along_rules(
    gray: Gray, hidden: Sequence[tuple[Course, tuple[bool, bool]]], corner: tuple[int, int], dpi: float
) -> list[Drawing]:
    """What goes on along rules, with heads at symbols only."""
    x, y = corner
    courses = [tuple(dict.fromkeys((px + x, py + y) for px, py in course)) for course, _ in hidden]
    return [
        Drawing(
            "connector",
            union(Box(*at, *at) for at in points),
            points,
            stroke="#000000",
            panah=(seen[0] and at_symbol[0], seen[1] and at_symbol[1]),
        )
        for points, (_, at_symbol), seen in zip(courses, hidden, heads(gray, courses, dpi), strict=True)
    ]


def _pale(coloured: Gray, dpi: float) -> Mask:
    """Straight pale strokes darker than what lies right beside them, however dark that is which is further off.

    Only paper without noise shows them.
    """
    thin, long = max(3, round(STROKE * dpi)) | 1, round(SHORTEST * dpi)
    soft = cv2.GaussianBlur(coloured, (3, 3), 0)
    depth = cv2.morphologyEx(soft, cv2.MORPH_BLACKHAT, np.ones((thin, thin), np.uint8))
    least = max(float(DEPTH), NOISE * float(np.percentile(depth[::4, ::4], QUIET)))
    found = np.zeros_like(coloured)
    for size in ((long, 1), (1, long)):
        # Along a line what is left of noise evens out.
        along = cv2.blur(np.minimum(depth, 2 * DEPTH), size)
        found[(along > least) & (depth > DEPTH // 2)] = 255
    return found


def _bare(mask: Mask, rules: Iterable[Rule], tegak: bool, corner: tuple[int, int], dpi: float) -> Mask:
    """Ink without the ruled lines of one direction."""
    bare = mask.copy()
    for rule in rules:
        if rule.tegak == tegak:
            erase(bare, rule, corner, dpi)
    return bare


def _bridged(free: Mask, mask: Mask, rules: Sequence[Rule], dpi: float) -> Mask:
    """Ink without rules, joined again where it crosses one."""
    broad = round(max((rule.tebal for rule in rules), default=0.0) + ACROSS * dpi) | 1
    closed = cv2.morphologyEx(free, cv2.MORPH_CLOSE, np.ones((broad, broad), np.uint8))
    return np.asarray(cv2.min(closed, mask), dtype=np.uint8)


def _ruled(free: Mask, mask: Mask, rules: Sequence[Rule], corner: tuple[int, int], dpi: float) -> Mask:
    """Where a ruled line may hide one of the flow: all that was taken for ruled lines, and their middles."""
    gone = cv2.dilate(cv2.subtract(mask, free), np.ones((5, 5), np.uint8))
    near = np.zeros_like(mask)
    for rule in rules:
        _erase(near, rule, corner, dpi, HIDING)
    found = np.asarray(cv2.bitwise_and(gone, near), np.uint8)
    for rule in rules:
        at, along = (corner[0], corner[1]) if rule.tegak else (corner[1], corner[0])
        level = found.T if rule.tegak else found
        start, end = max(0, round(rule.start - along)), max(0, round(rule.end - along))
        level[max(0, round(rule.at - at)) : max(0, round(rule.at - at) + 1), start:end] = 255
    return found


def _led_to(
    runs: Sequence[tuple[Point, Point]], shapes: Sequence[Box], dpi: float
) -> list[tuple[Point, Point]]:
    """The runs that shapes lead to, from one to the next; letters and their like are not among them."""
    waiting = [box.grown(AT_SHAPE * dpi) for box in shapes]
    ends = np.asarray(runs, np.float64).reshape(-1, 4)
    free = np.ones(len(runs), bool)
    found: list[tuple[Point, Point]] = []
    while waiting and free.any():
        met = np.flatnonzero(free & _meet(ends, waiting.pop()))
        free[met] = False
        found.extend(runs[at] for at in met.tolist())
        for ax, ay, bx, by in ends[met].tolist():
            whole = Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            upright = min(whole.width, whole.height) < AT_RUN * dpi
            boxes = [whole] if upright else [Box(ax, ay, ax, ay), Box(bx, by, bx, by)]
            waiting.extend(box.grown(AT_RUN * dpi) for box in boxes)
    return found


def _meet(runs: NDArray[np.float64], place: Box) -> NDArray[np.bool_]:
    """Which runs (n x 4, from x, y to x, y) end in a box or pass through it along an axis."""
    ax, ay, bx, by = runs.T
    x0, y0, x1, y1 = place
    within = (ax >= x0) & (ax <= x1) & (ay >= y0) & (ay <= y1)
    within |= (bx >= x0) & (bx <= x1) & (by >= y0) & (by <= y1)
    left, right, top, bottom = np.minimum(ax, bx), np.maximum(ax, bx), np.minimum(ay, by), np.maximum(ay, by)
    level = (top >= y0) & (bottom <= y1) & (left < x0) & (x0 < right)
    plumb = (left >= x0) & (right <= x1) & (top < y0) & (y0 < bottom)
    return np.asarray(within | level | plumb)


def symbols_among(shapes: Iterable[Drawing], dpi: float) -> list[Drawing]:
    """The shapes that may be symbols: solid ones that overlap no smaller one; lines enclose other shapes, too."""
    found: list[Drawing] = []
    for shape in sorted(shapes, key=lambda s: s.box.area):
        box = shape.box
        if not shape.closed or box.width > WIDEST * dpi or box.height > HIGHEST * dpi:
            continue
        if shape.keyakinan < SURELY and _solidity(shape.points) < SOLID:
            continue
        crossed = any(
            MESHED * other.box.area < shared(box, other.box) < ALL * other.box.area
            or _is_same(box, other.box, dpi)
            for other in found
        )
        if not crossed:
            found.append(shape)
    return found


def _is_same(box: Box, other: Box, dpi: float) -> bool:
    return all(abs(a - b) <= BESIDE * dpi for a, b in zip(box, other, strict=True))


def _solidity(points: Sequence[Point]) -> float:
    """How much of the hull of an outline is within it."""
    if len(points) < 3:
        return 1.0
    outline = np.asarray(points, dtype=np.float32)
    hull = cv2.contourArea(cv2.convexHull(outline))
    return cv2.contourArea(outline) / hull if hull > 0 else 0.0


def _inside(mask: Mask, shapes: Iterable[Drawing], corner: tuple[int, int], dpi: float) -> Mask:
    """Where shapes are, their outlines included."""
    found = np.zeros_like(mask)
    for shape in shapes:
        points = shape.points or ((shape.box.x0, shape.box.y0), (shape.box.x1, shape.box.y1))
        outline = np.asarray([(x - corner[0], y - corner[1]) for x, y in points], dtype=np.int32)
        if len(outline) > 2:
            cv2.fillPoly(found, [outline], 255)
        else:
            cv2.rectangle(found, outline[0].tolist(), outline[1].tolist(), 255, -1)
    around = 2 * max(2, round(0.025 * dpi)) + 1
    return np.asarray(cv2.dilate(found, np.ones((around, around), np.uint8)), dtype=np.uint8)


def _runs_mask(mask: Mask, tegak: bool, dpi: float) -> Mask:
    """The ink of straight runs along one axis; they may be off it by a pixel."""
    long = max(8, round(SHORTEST * dpi))
    across, along = ((1, 3), (long, 1)) if tegak else ((3, 1), (1, long))
    loose = cv2.dilate(mask, np.ones(across, np.uint8))
    opened = cv2.morphologyEx(loose, cv2.MORPH_OPEN, np.ones(along, np.uint8))
    return np.asarray(cv2.bitwise_and(opened, mask), dtype=np.uint8)


def _erase(mask: Mask, rule: Rule, corner: tuple[int, int], dpi: float, value: int) -> None:
    half = rule.tebal / 2 + max(2.0, BESIDE * dpi)
    along, across = (corner[1], corner[0]) if rule.tegak else (corner[0], corner[1])
    low, high = max(0, round(rule.at - across - half)), max(0, round(rule.at - across + half) + 1)
    start, end = max(0, round(rule.start - along)), max(0, round(rule.end - along) + 1)
    if rule.tegak:
        mask[start:end, low:high] = value
    else:
        mask[low:high, start:end] = value


def _runs(own: Mask, tegak: bool, dpi: float) -> list[tuple[Point, Point]]:
    """The middle lines of runs that are long and thin."""
    _, stats, centres = connected(own)
    found: list[tuple[Point, Point]] = []
    for at in range(1, len(stats)):
        x, y, w, h, area = (int(value) for value in stats[at])
        long, short = (h, w) if tegak else (w, h)
        if long < 0.8 * SHORTEST * dpi or area / long > THICKEST * dpi or short > 3 * THICKEST * dpi:
            continue
        cx, cy = (float(value) for value in centres[at])
        found.append(((cx, y), (cx, y + h - 1)) if tegak else ((x, cy), (x + w - 1, cy)))
    return found


def _joined(runs: Sequence[tuple[Point, Point]], tegak: bool, dpi: float) -> list[tuple[Point, Point]]:
    """Runs with those that go on behind a small gap put together."""
    along, across = (1, 0) if tegak else (0, 1)
    found: list[tuple[Point, Point]] = []
    for run in sorted(runs, key=lambda r: r[0][along]):
        before = next(
            (
                at
                for at, other in enumerate(found)
                if abs(other[1][across] - run[0][across]) <= 0.02 * dpi
                and -0.02 * dpi <= run[0][along] - other[1][along] <= GAP * dpi
            ),
            None,
        )
        if before is None:
            found.append(run)
        else:
            found[before] = (found[before][0], run[1])
    return [run for run in found if math.dist(*run) >= SHORTEST * dpi]


def _slanted(rest: Mask, dpi: float) -> list[tuple[Point, Point]]:
    """The middle lines of long thin pieces that lie along no axis."""
    labels, stats, _ = connected(rest)
    found: list[tuple[Point, Point]] = []
    for at in range(1, len(stats)):
        x, y, w, h, area = (int(value) for value in stats[at])
        long = math.hypot(w, h)
        if long < SHORTEST_SLANTED * dpi or area / long > THICKEST * dpi:
            continue
        ys, xs = np.nonzero(labels[y : y + h, x : x + w] == at)
        points = np.stack([xs, ys], 1)[:: -(-len(xs) // TELLING)].astype(np.float32)
        vx, vy, cx, cy = (float(v) for v in cv2.fitLine(points, cv2.DIST_L1, 0, 0.01, 0.01).ravel())
        off = np.abs((xs - cx) * vy - (ys - cy) * vx)
        if np.percentile(off, 85) > 0.6 * THICKEST * dpi:
            continue
        t = (xs - cx) * vx + (ys - cy) * vy
        low, high = float(t.min()), float(t.max())
        found.append(((x + cx + low * vx, y + cy + low * vy), (x + cx + high * vx, y + cy + high * vy)))
    return found


def _drawing(run: tuple[Point, Point], panah: tuple[bool, bool], corner: tuple[int, int]) -> Drawing:
    points = tuple((x + corner[0], y + corner[1]) for x, y in run)
    box = union(Box(x, y, x, y) for x, y in points)
    return Drawing("connector", box, points, stroke="#000000", panah=panah)


def _ends(
    gray: Gray, runs: Sequence[tuple[Point, Point]], corner: tuple[int, int], dpi: float
) -> list[tuple[bool, bool]]:
    """At which ends of straight runs there are heads; a run may end a little before the point of its head."""
    x, y = corner
    moved = [((ax + x, ay + y), (bx + x, by + y)) for (ax, ay), (bx, by) in runs]
    ways = [way for a, b in moved for way in ((b, a), (a, b))]
    longer = [(a, _beyond(a, b, SHIFT * dpi / 72.0)) for a, b in ways]
    likely = np.maximum(head_likelihoods(gray, ways, dpi), head_likelihoods(gray, longer, dpi))
    return [(bool(first > LIKELY), bool(last > LIKELY)) for first, last in likely.reshape(-1, 2)]


def _beyond(start: Point, end: Point, far: float) -> Point:
    size = max(math.dist(start, end), 1e-6)
    return end[0] + far * (end[0] - start[0]) / size, end[1] + far * (end[1] - start[1]) / size

"""Lines that damage has left only dashes of, found by following them across the whole page.

A dash by itself says nothing: it may be the bar of a letter. Along one nearly straight path over the
page dashes add up where a line was ruled, and do not where text stands, which has ink beside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.lines import OFF_LINE, Line
from extractors.raster.paper import Gray
from extractors.raster.strokes import Evidence, Stroke, faintest

DASH = 0.04
"""Inches over which ink must go on along the path."""
WINDOW = 0.5
"""Inches along which a path is level; from one to the next it may step by a pixel."""
BESIDE = (0.022, 0.07)
"""Inches from the path between which ink beside it is looked for."""
CROWD = 1.0
"""How much ink beside takes away from ink on the path."""
LONGEST_LOSS = 1.0
"""Inches without any dash over which a line may still go on."""
END_LOSS = 0.4
"""Inches between the end of a path and a piece that still belongs to it."""
SHORTEST_FAINT = 2.5
"""Inches; over less there are too few dashes to add up."""
LEAST_INKED = 0.4
"""The share of such a line that must be inked."""
FREE = 0.15
"""What must speak for a line in a window for its dashes to count; letters have ink beside."""
APART = 0.035
"""Inches within which no second path runs."""
MOST_PATHS = 80
INKED = 70
"""Grey levels of darkness from which a pixel beside is ink."""
LONELY, WHOLE = 0.35, 0.93
"""The share of a dash with ink beside up to which it is no letter, and the share inked from which, either."""
LONG_DASH, LONG_SHARE = 0.17, 0.5
"""Inches that no stem of a letter reaches, and the share of the ink of a line that is in dashes so long."""
WELL_SEEN = 0.6
"""A line of which parts make up this share of a path lies better than the path, which only fills its breaks."""
RUNS_ON, LEAST_ON = 1.0, 0.75
"""Inches by which, and the share that must be inked where, such a line is prolonged by a path."""

Profile = NDArray[np.float64]
"""Windows x places across: how much speaks for a line."""


def with_faint(found: Sequence[Line], seen: Evidence, dpi: float) -> list[Line]:
    """The lines that were found, and those that only many dashes together show instead of their parts."""
    kept = list(found)
    for path in _paths(seen, dpi):
        parts = [line for line in kept if _is_part(line, path, dpi)]
        kept = [line for line in kept if line not in parts]
        seen_before = sum(line.seen for line in parts)
        filled = seen_before >= WELL_SEEN * path.length
        kept.append(_filled(parts, path, dpi) if filled else _with_ends(path, parts))
    return kept


def _filled(parts: Sequence[Line], path: Line, dpi: float) -> Line:
    """Parts of one line with the dashes of its path between them; beyond their ends text may stand in line."""
    low, high = min(line.start for line in parts), max(line.end for line in parts)
    known = [piece for line in parts for piece in line.pieces]
    low = path.start if _goes_on(path, path.start, low, dpi) else low
    high = path.end if _goes_on(path, high, path.end, dpi) else high
    dashes = [
        dash
        for dash in path.pieces
        if low <= (middle := (dash.start + dash.end) / 2) <= high
        and not any(piece.start <= middle <= piece.end for piece in known)
    ]
    return Line(tuple(sorted([*known, *dashes], key=lambda p: p.start)))


def _goes_on(path: Line, start: float, end: float, dpi: float) -> bool:
    """Whether the dashes between two places are a line by themselves."""
    inked = sum(max(0.0, min(p.end, end) - max(p.start, start)) for p in path.pieces)
    return end - start >= RUNS_ON * dpi and inked >= LEAST_ON * (end - start)


def _with_ends(path: Line, parts: Sequence[Line]) -> Line:
    """A path with what was seen of the line beyond its ends."""
    pieces = list(path.pieces)
    for part in parts:
        pieces += [replace(p, end=min(p.end, path.start)) for p in part.pieces if p.start < path.start - 1]
        pieces += [replace(p, start=max(p.start, path.end)) for p in part.pieces if p.end > path.end + 1]
    return Line(tuple(sorted(pieces, key=lambda p: p.start)))


def _is_part(line: Line, whole: Line, dpi: float) -> bool:
    """Whether a line is what was seen before of a path, or goes on where the path ends."""
    slack = BESIDE[1] * dpi
    within = line.start >= whole.start - slack and line.end <= whole.end + slack
    at = min(max((line.start + line.end) / 2, whole.start), whole.end)
    near = abs(line.at(at) - whole.at(at)) <= (APART if within else OFF_LINE) * dpi
    return near and max(line.start, whole.start) - min(line.end, whole.end) <= END_LOSS * dpi


def _paths(seen: Evidence, dpi: float) -> Iterator[Line]:
    """Lines along the paths that have most dashes, best first."""
    mask = _dashes(seen, dpi)
    profile = _profile(mask, seen, dpi)
    least = LEAST_INKED * SHORTEST_FAINT / WINDOW
    half = round(APART * dpi)
    for _ in range(MOST_PATHS):
        path, worth = _best(profile)
        if worth < least:
            return
        free = np.array([profile[window, place] >= FREE for window, place in enumerate(path)])
        for window, place in enumerate(path):
            profile[window, max(0, place - half) : place + half + 1] = 0
        yield from _along(mask, seen.dark, path, free, dpi)


def _dashes(seen: Evidence, dpi: float) -> NDArray[np.uint8]:
    wide = cv2.dilate(seen.hat, np.ones((3, 1), np.uint8))
    short = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((1, max(4, round(DASH * dpi))), np.uint8))
    mask = cv2.threshold(short, faintest(seen.hat), 255, cv2.THRESH_BINARY)[1]
    return np.asarray(mask, dtype=np.uint8)


def _profile(mask: NDArray[np.uint8], seen: Evidence, dpi: float) -> Profile:
    """For each window and place across the share that is inked, less what stands beside."""
    inked = _shares(mask, dpi)
    print_ = cv2.threshold(seen.dark, INKED, 255, cv2.THRESH_BINARY)[1]
    busy = _shares(np.asarray(print_, dtype=np.uint8), dpi)
    near, far = (round(inches * dpi) for inches in BESIDE)
    crowd = np.zeros_like(busy)
    for off in (*range(near, far + 1), *range(-far, -near + 1)):
        np.maximum(crowd, np.roll(busy, off, axis=1), out=crowd)
    return np.maximum(0.0, inked - CROWD * crowd)


def _shares(mask: NDArray[np.uint8], dpi: float) -> Profile:
    height, width = mask.shape
    count = max(1, round(width / (WINDOW * dpi)))
    small = cv2.resize(mask, (count, height), interpolation=cv2.INTER_AREA)
    return np.asarray(small.T, dtype=np.float64) / 255


def _best(profile: Profile) -> tuple[list[int], float]:
    """The path over all windows with most ink, stepping by at most a pixel between two of them."""
    total = profile[0]
    steps = []
    for window in profile[1:]:
        around = np.stack((np.roll(total, 1), total, np.roll(total, -1)))
        around[0, 0] = around[2, -1] = -1.0
        # The straight way on wins where all are equal.
        step = (around + np.array(((0.0,), (1e-9,), (0.0,)))).argmax(axis=0)
        steps.append(step)
        total = window + np.take_along_axis(around, step[None, :], axis=0)[0]
    at = int(total.argmax())
    worth = float(total[at])
    path = [at]
    for step in reversed(steps):
        at += int(step[at]) - 1
        path.append(at)
    return path[::-1], worth


def _along(
    mask: Gray, dark: Gray, path: Sequence[int], free: NDArray[np.bool_], dpi: float
) -> Iterator[Line]:
    """The lines along a path: runs of dashes without long losses, if enough is inked where no text is."""
    width = mask.shape[1]
    middles = (np.arange(len(path)) + 0.5) * width / len(path)
    xs = np.arange(width)
    exact = np.interp(xs, middles, path)
    rows = exact.round().astype(np.int64)
    off = max(1, round(0.005 * dpi))
    around = np.clip(rows[None, :] + np.arange(-off, off + 1)[:, None], 0, mask.shape[0] - 1)
    own = np.minimum(xs * len(path) // width, len(path) - 1)
    inked = np.flatnonzero(mask[around, xs[None, :]].any(axis=0) & free[own])
    if not len(inked):
        return
    for run in np.split(inked, np.flatnonzero(np.diff(inked) > LONGEST_LOSS * dpi) + 1):
        length = float(run[-1] - run[0])
        if length >= SHORTEST_FAINT * dpi and len(run) >= LEAST_INKED * length:
            runs = np.split(run, np.flatnonzero(np.diff(run) > 1) + 1)
            dashes = [dash for dash in runs if len(dash) > 1 and _is_ruled(dash, rows, dark, dpi)]
            long = sum(len(dash) for dash in dashes if len(dash) >= LONG_DASH * dpi)
            if long >= LONG_SHARE * len(run):
                yield Line(tuple(_stroke(dash, exact) for dash in dashes))


def _is_ruled(dash: NDArray[np.int64], rows: NDArray[np.int64], dark: Gray, dpi: float) -> bool:
    """Whether a dash is no row of letters: these have ink beside and gaps between."""
    at = rows[dash]
    half = max(1, round(0.01 * dpi))
    on_it = _darkest(dark, dash, at, range(-half, half + 1))
    ink = 0.5 * float(np.percentile(on_it, 75))
    near, far = (round(inches * dpi) for inches in BESIDE)
    busy = max(
        float((_darkest(dark, dash, at, side) >= ink).mean())
        for side in (range(near, far + 1), range(-far, 1 - near))
    )
    return busy <= LONELY or (len(dash) >= LONG_DASH * dpi and float((on_it >= ink).mean()) >= WHOLE)


def _darkest(dark: Gray, xs: NDArray[np.int64], ys: NDArray[np.int64], offsets: range) -> NDArray[np.uint8]:
    around = np.clip(ys[None, :] + np.array(offsets)[:, None], 0, dark.shape[0] - 1)
    return np.asarray(dark[around, xs[None, :]].max(axis=0), dtype=np.uint8)


def _stroke(dash: NDArray[np.int64], exact: NDArray[np.float64]) -> Stroke:
    first, last = int(dash[0]), int(dash[-1])
    return Stroke(float(first), last + 1.0, float(exact[first]), float(exact[last]), 2.0, 100.0)

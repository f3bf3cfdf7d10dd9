"""Long thin straight marks in one direction: pieces of ruled lines, before anything is decided about them.

A mark counts by how dark it stays over a whole run, so that letters, whose darkness comes and goes,
fall away while a faint hairline stays; rows of dots and dashes are closed first and must run longer.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.paper import Gray
from extractors.raster.rhythm import rhythm

BROADEST = 0.05
"""Inches; what is broader is a filled area, not a rule."""
RUN, DOTTED_RUN = 0.18, 0.5
"""Inches over which a solid line and a line of dots or dashes must go on."""
HINT = 0.07
"""Inches over which ink must go on to speak for a line that is known to run there."""
DOT_GAP = 0.06
"""Inches of white between two dots or dashes."""
FAINTEST = 16
"""Grey levels by which a hairline must be darker than the paper beside it, on an even page."""
STRAIGHT = 0.8
"""Inches; longer pieces are taken as several, because pages bend."""
SOLID = 0.92
"""A line of which more is inked has no dots or dashes."""
BEND = 0.02
"""Slope that a piece may have on a page that is straight as a whole."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a line along one axis, in pixels.

    Attributes:
        start: where it begins along its axis.
        end: where it ends.
        first: its place across at ``start``.
        last: its place across at ``end``.
        tebal: thickness.
        gelap: how dark it stays all along, in grey levels.
        bentang: the length of the unbroken run that it was cut from, for pages bend.
        utuh: 0..1, the share of it that is inked at once, without the blur that closes small gaps.
        ramai: 0..1, the share of it with ink close by on the busier side.
        irama: 0..1, how evenly its dots or dashes follow each other; 0 for a solid line.
        ketuk: inches from one of them to the next.
    """

    start: float
    end: float
    first: float
    last: float
    tebal: float
    gelap: float
    bentang: float = 0.0
    utuh: float = 1.0
    ramai: float = 0.0
    irama: float = 0.0
    ketuk: float = 0.0

    @property
    def length(self) -> float:
        """Along its axis."""
        return self.end - self.start

    @property
    def at(self) -> float:
        """Its middle place across."""
        return (self.first + self.last) / 2


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page shows in one direction; vertical lines lie down here, so that callers know one direction.

    Attributes:
        dark: how dark each pixel is, 0 for paper.
        hat: how much darker than what lies on both sides across the direction; 0 within broad areas.
        hint: 255 where ink goes on for at least a letter's width along the direction.
        pieces: of lines, in the order of their starts.
    """

    dark: Gray
    hat: Gray
    hint: Gray
    pieces: list[Stroke]


def evidence(gray: Gray, dpi: float, *, upright: bool) -> Evidence:
    """Looks for thin straight marks of one direction on an evenly lit page."""
    dark = 255 - gray
    if upright:
        dark = np.ascontiguousarray(dark.T)
    smooth = np.asarray(cv2.blur(dark, (max(3, round(0.025 * dpi) | 1), 1)), dtype=np.uint8)
    hat = _thin(smooth, dpi)
    sustained, hint = _sustained(hat, dpi)
    pieces = [piece for low in _pieces(sustained, hat, dpi) for piece in _judged(low, dark, dpi)]
    return Evidence(dark, hat, hint, sorted(pieces, key=lambda s: (s.start, s.first)))


def _thin(picture: Gray, dpi: float) -> Gray:
    """A picture without what is broader across the direction than a rule."""
    broad = np.ones((max(5, round(BROADEST * dpi)), 1), np.uint8)
    return np.asarray(cv2.subtract(picture, cv2.morphologyEx(picture, cv2.MORPH_OPEN, broad)), dtype=np.uint8)


def _sustained(hat: Gray, dpi: float) -> tuple[Gray, Gray]:
    """Masks of what goes on for the length of a piece, and for that of a hint."""
    faint = faintest(hat)
    wide = cv2.dilate(hat, np.ones((3, 1), np.uint8))  # a line may step by a pixel
    short = cv2.morphologyEx(wide, cv2.MORPH_OPEN, np.ones((1, max(4, round(HINT * dpi))), np.uint8))
    solid = cv2.morphologyEx(short, cv2.MORPH_OPEN, np.ones((1, max(8, round(RUN * dpi))), np.uint8))
    gap = max(3, round(DOT_GAP * dpi) | 1)
    bridged = cv2.morphologyEx(wide, cv2.MORPH_CLOSE, np.ones((1, gap), np.uint8))
    closed = _thin(np.asarray(bridged, dtype=np.uint8), dpi)
    dotted = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, max(8, round(DOTTED_RUN * dpi))), np.uint8))
    mask = cv2.threshold(cv2.max(solid, dotted), faint, 255, cv2.THRESH_BINARY)[1]
    hint = cv2.threshold(cv2.max(short, dotted), faint, 255, cv2.THRESH_BINARY)[1]
    return np.asarray(mask, dtype=np.uint8), np.asarray(hint, dtype=np.uint8)


def _judged(piece: Stroke, dark: Gray, dpi: float) -> list[Stroke]:
    """The piece with what tells a rule from the feet of letters: whether it is whole, and free on its sides."""
    xs = np.arange(int(piece.start), int(piece.end))
    xs = xs[(xs >= 0) & (xs < dark.shape[1])]
    if len(xs) < 5:
        return []
    ys = np.interp(xs, (piece.start, piece.end), (piece.first, piece.last)).round().astype(np.int64)
    half = 1 + int(piece.tebal / 2)  # of a double line the middle is white
    on_line = _highest(dark, xs, ys, range(-half, half + 1))
    full = float(np.partition(on_line, (3 * len(on_line)) // 4)[(3 * len(on_line)) // 4])
    inked = on_line >= 0.5 * full
    whole = float(inked.mean())
    even, period = rhythm(on_line, dpi) if whole < SOLID else (0.0, 0.0)
    away = round(piece.tebal / 2) + max(2, round(0.012 * dpi))
    beside = range(away, away + max(3, round(0.025 * dpi)))
    busy = [
        float((_highest(dark, xs, ys, side) >= 0.5 * full).mean())
        for side in (beside, [-by for by in beside])
    ]
    return [replace(piece, utuh=whole, ramai=max(busy), irama=even, ketuk=period)]


def _highest(
    dark: Gray, xs: NDArray[np.int64], ys: NDArray[np.int64], rows: Iterable[int]
) -> NDArray[np.uint8]:
    """The darkest pixel of each column among rows beside a line."""
    near = ys[None, :] + np.array(list(rows))[:, None]
    np.clip(near, 0, dark.shape[0] - 1, out=near)
    return np.asarray(dark[near, xs[None, :]].max(axis=0), dtype=np.uint8)


def faintest(hat: Gray) -> float:
    """By how many grey levels a mark must stand out on this page."""
    return max(FAINTEST, 3.0 * _noise(hat))


def _noise(hat: Gray) -> float:
    """The spread of darkness where there is only paper, in grey levels."""
    sample = hat[::3, ::3]
    return float(np.percentile(sample, 60)) / 0.8


def _pieces(mask: Gray, hat: Gray, dpi: float) -> list[Stroke]:
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = []
    shortest = 0.9 * RUN * dpi
    for label in range(1, count):
        x, y, w, h, _ = (int(v) for v in stats[label])
        if w < shortest:
            continue
        own = labels[y : y + h, x : x + w] == label
        weight = np.where(own, hat[y : y + h, x : x + w], 0).astype(np.float64)
        found.extend(_fitted(weight, x, y, own, dpi))
    return found


def _fitted(weight: NDArray[np.float64], x: int, y: int, own: NDArray[np.bool_], dpi: float) -> list[Stroke]:
    """The line through a component; a tall one is several lines that touch, and is taken apart by rows."""
    h, w = weight.shape
    broad = BROADEST * dpi + BEND * w
    if h > broad + 4:
        return _apart(weight, x, y, own, dpi)
    parts = math.ceil(w / (STRAIGHT * dpi))
    return [
        replace(stroke, bentang=float(w))
        for part in np.array_split(np.arange(w), parts)
        if (
            stroke := _straight(
                weight[:, part[0] : part[-1] + 1], own[:, part[0] : part[-1] + 1], x + int(part[0]), y
            )
        )
    ]


def _straight(weight: NDArray[np.float64], own: NDArray[np.bool_], x: int, y: int) -> Stroke | None:
    h, w = weight.shape
    columns = weight.sum(axis=0)
    inked = np.flatnonzero(columns > 0)
    if len(inked) < 5:
        return None
    centre = (weight * np.arange(h)[:, None]).sum(axis=0)[inked] / columns[inked]
    slope, base = np.polyfit(inked, centre, 1, w=np.sqrt(columns[inked]))
    if abs(slope) > 2 * BEND:
        return None
    thick = max(1.0, float(np.median(own.sum(axis=0))) - 2)
    first, last = float(y + base), float(y + base + slope * (w - 1))
    return Stroke(float(x), float(x + w), first, last, thick, float(np.median(weight.max(axis=0))))


def _apart(weight: NDArray[np.float64], x: int, y: int, own: NDArray[np.bool_], dpi: float) -> list[Stroke]:
    """Lines of a component that hangs together across them: one for each row that is inked for long."""
    found = []
    height, band = weight.shape[0], max(3, round(0.02 * dpi))
    lengths = own.sum(axis=1).astype(np.float64)
    rows = lengths * (lengths > 0.8 * RUN * dpi)
    while rows.max(initial=0) > 0:
        row = int(rows.argmax())
        low, high = max(0, row - band), min(height, row + band + 1)
        part = own[low:high]
        inked = np.flatnonzero(part.any(axis=0))
        for run in np.split(inked, np.flatnonzero(np.diff(inked) > 2) + 1):
            if len(run) >= 0.9 * RUN * dpi:
                piece = weight[low:high, run[0] : run[-1] + 1]
                if piece.sum() > 0:
                    found.extend(_fitted(piece, x + int(run[0]), y + low, part[:, run[0] : run[-1] + 1], dpi))
        rows[low:high] = 0
    return found

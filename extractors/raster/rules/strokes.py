"""Long thin straight marks in one direction: pieces of ruled lines, before anything is decided about them.

They are taken from what ``learned`` tells of each pixel: a piece goes on as long as that is likely, and
lies where it is likeliest.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import connected
from extractors.raster.geometry.paper import Gray
from extractors.raster.middle import counts, median

BROADEST = 0.05
"""Inches; what is broader is a filled area, not a rule."""
RUN = 0.1
"""Inches over which a line must go on to be a piece of one."""
LIKELY, SURE = 90, 150
"""How likely, of 255, each pixel of a piece must be, and the likeliest ones of it."""
LESS = 0.6
"""What a symbol or an arrow at the same place takes away from a rule, as a share of how likely it is."""
PALE, NOTHING = 0.2, 4.0
"""Share of the darkness of most pieces below which one is of the back of the sheet, and times the noise of the paper
up to which a piece is lost altogether: that the others show it is reason enough."""
DITHERED, GAP = 0.35, 2.0
"""The same share where, as in black and white, none is between its darkness and so many times as much."""
END = 5
"""Pixels that are dark at the end of such a piece, to be of a rule that goes on there."""
APART, FORK = 3, 0.1
"""Pixels of paper between two lines that run into each other, and the share of their component over which they show it."""
STRAIGHT = 0.8
"""Inches; longer pieces are taken as several, because pages bend."""
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
        gelap: how likely it is, 0..255; 0 where nothing was seen but other lines say so.
    """

    start: float
    end: float
    first: float
    last: float
    tebal: float
    gelap: float

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
        likely: how likely each pixel is part of a rule, 0..255.
        flow: how likely it is part of a symbol or an arrow.
        ink: how dark it is.
        pieces: of lines, in the order of their starts.
    """

    likely: Gray
    flow: Gray
    ink: Gray
    pieces: list[Stroke]


def evidence(likely: Gray, flow: Gray, ink: Gray, dpi: float) -> Evidence:
    """The pieces of lines that pixels make.

    Args:
        likely: how likely each pixel is part of a rule along the rows, 0..255.
        flow: how likely it is part of a symbol or an arrow, which speaks against a rule.
        ink: how dark it is.
        dpi: pixels per inch.
    """
    likely = np.asarray(cv2.addWeighted(likely, 1, flow, -LESS, 0), dtype=np.uint8)
    mask = np.asarray(cv2.threshold(likely, LIKELY, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)
    return Evidence(likely, flow, ink, sorted(_pieces(mask, likely, dpi), key=lambda s: (s.start, s.first)))


def without_pale(pieces: list[Stroke], ink: Gray) -> list[Stroke]:
    """The pieces without those of the back of the sheet, which shine through: far paler than the others, yet drawn.

    Args:
        pieces: of one direction.
        ink: how dark each pixel of the page is, lying as the pieces do.
    """
    if not pieces:
        return pieces
    shades = np.array([shade(piece, ink) for piece in pieces])
    order = np.argsort(shades)
    total = np.cumsum(np.array([piece.length for piece in pieces])[order])
    typical = float(shades[order][int(np.searchsorted(total, total[-1] / 2))])
    count, grey = counts(ink), np.arange(256.0)
    paper = _middle(grey, count)
    noise = _middle(np.abs(grey - paper), count)
    blank, pale = paper + NOTHING * max(noise, 1.0), _pale(shades, typical)
    kept: list[Stroke] = []
    for piece, dark in zip(pieces, shades, strict=True):
        kept.extend(_dark_ends(piece, ink, pale) if blank < dark < pale else [piece])
    return kept


def _pale(shades: NDArray[np.float64], typical: float) -> float:
    """The darkness below which pieces are of the back of the sheet: more where none is between theirs and that of the others.

    Args:
        shades: how dark each piece is.
        typical: how dark most are.
    """
    order = np.sort(shades)
    seldom = [
        (low + high) / 2 for low, high in pairwise(order) if low < DITHERED * typical and high > GAP * low
    ]
    return float(max([PALE * typical, *seldom]))


def _dark_ends(piece: Stroke, ink: Gray, pale: float) -> Iterator[Stroke]:
    """What is dark at either end of a pale piece: a rule of this side that one of the back goes on with."""
    xs = np.arange(int(piece.start), int(piece.end))
    ys = np.interp(xs, (piece.start, piece.end), (piece.first, piece.last))
    dark = highest(ink, xs, ys.round().astype(np.int64)) >= pale
    for run, place in ((_run(dark), 0), (_run(dark[::-1]), len(xs))):
        low, high = min(abs(place - run), place), max(abs(place - run), place)
        if END <= run < len(xs):
            yield replace(
                piece,
                start=piece.start + low,
                end=piece.start + high,
                first=float(ys[low]),
                last=float(ys[high - 1]),
            )


def _run(dark: NDArray[np.bool_]) -> int:
    """How many pixels are dark from the first on."""
    return len(dark) if dark.all() else int(dark.argmin())


def _middle(values: NDArray[np.float64], count: NDArray[np.int64]) -> float:
    """The median of values that are there so many times each."""
    order = np.argsort(values)
    total = np.cumsum(count[order])
    first, last = np.searchsorted(total, ((total[-1] - 1) // 2, total[-1] // 2), side="right")
    return float(values[order][first] + values[order][last]) / 2


def course(piece: Stroke, width: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The columns of a picture so wide along which a piece lies, and the row of it in each."""
    xs = np.arange(int(piece.start), max(int(piece.start) + 1, int(piece.end)))
    xs = np.minimum(np.maximum(xs, 0), width - 1)
    ys = np.interp(xs, (piece.start, piece.end), (piece.first, piece.last)).round().astype(np.int64)
    return xs, ys


def shade(piece: Stroke, ink: Gray) -> float:
    """How dark most of a piece is: the upper quartile of its pixels."""
    dark = np.sort(highest(ink, *course(piece, ink.shape[1])))
    # By hand: numpy's percentile takes longer than all else here, and pages have hundreds of pieces.
    low, share = divmod(0.75 * (len(dark) - 1), 1.0)
    below, above = float(dark[int(low)]), float(dark[min(int(low) + 1, len(dark) - 1)])
    return below + (above - below) * share


def highest(
    picture: Gray, xs: NDArray[np.int64], ys: NDArray[np.int64], rows: Sequence[int] = (-1, 0, 1)
) -> Gray:
    """The highest pixel of each column among rows beside a line; what lies beyond the picture is as its edge.

    Args:
        picture: height x width.
        xs: the columns.
        ys: where the line is in each.
        rows: how far from it to look.
    """
    # Least and most rather than clip, which takes longer than such short lines do.
    near = np.minimum(np.maximum(ys[None, :] + np.asarray(rows)[:, None], 0), picture.shape[0] - 1)
    inside = np.minimum(np.maximum(xs, 0), picture.shape[1] - 1)[None, :]
    return np.asarray(picture[near, inside].max(axis=0), dtype=np.uint8)


def _pieces(mask: Gray, likely: Gray, dpi: float) -> list[Stroke]:
    labels, stats, _ = connected(mask)
    found = []
    for label in range(1, len(stats)):
        x, y, w, h, _ = (int(v) for v in stats[label])
        if w < RUN * dpi:
            continue
        own = labels[y : y + h, x : x + w] == label
        weight = np.where(own, likely[y : y + h, x : x + w], 0).astype(np.float64)
        if weight.max() >= SURE:
            found.extend(_fitted(weight, x, y, own, dpi))
    return found


def _fitted(weight: NDArray[np.float64], x: int, y: int, own: NDArray[np.bool_], dpi: float) -> list[Stroke]:
    """The line through a component; a tall one is several lines that touch, and is taken apart by rows."""
    h, w = weight.shape
    if h > BROADEST * dpi + BEND * w + 4 or _forks(own):
        return _apart(weight, x, y, own, dpi)
    return _along(weight, x, y, own, dpi)


def _along(weight: NDArray[np.float64], x: int, y: int, own: NDArray[np.bool_], dpi: float) -> list[Stroke]:
    """The pieces of a line that may bend."""
    parts = np.array_split(np.arange(weight.shape[1]), math.ceil(weight.shape[1] / (STRAIGHT * dpi)))
    pieces = [
        _straight(weight[:, part[0] : part[-1] + 1], own[:, part[0] : part[-1] + 1], x + int(part[0]), y)
        for part in parts
    ]
    return [piece for piece in pieces if piece]


def _forks(own: NDArray[np.bool_]) -> bool:
    """Whether a component has two strokes with paper between over a good part of its width: lines that run into each other."""
    spans = own.shape[0] - own.argmax(axis=0) - own[::-1].argmax(axis=0)
    return float((spans - own.sum(axis=0) >= APART).mean()) > FORK


def _straight(weight: NDArray[np.float64], own: NDArray[np.bool_], x: int, y: int) -> Stroke | None:
    h, w = weight.shape
    columns = weight.sum(axis=0)
    inked = np.flatnonzero(columns > 0)
    if len(inked) < 5:
        return None
    centre = (weight * np.arange(h)[:, None]).sum(axis=0)[inked] / columns[inked]
    slope, base = _fit(inked, centre, columns[inked])
    if abs(slope) > 2 * BEND and w > 20:
        return None
    if w <= 20:
        slope, base = 0.0, float(np.average(centre, weights=columns[inked]))
    thick = max(1.0, median(own.sum(axis=0)))
    first, last = float(y + base), float(y + base + slope * (w - 1))
    return Stroke(float(x), float(x + w), first, last, thick, median(weight.max(axis=0)))


def _fit(x: NDArray[np.int64], y: NDArray[np.float64], weights: NDArray[np.float64]) -> tuple[float, float]:
    """Slope and base of the line through points, some of more weight; numpy's own fit takes ten times as long."""
    total = weights.sum()
    mean_x, mean_y = weights @ x / total, weights @ y / total
    aside = x - mean_x
    slope = (weights * aside) @ (y - mean_y) / ((weights * aside) @ aside)
    return float(slope), float(mean_y - slope * mean_x)


def _apart(weight: NDArray[np.float64], x: int, y: int, own: NDArray[np.bool_], dpi: float) -> list[Stroke]:
    """Lines of a component that hangs together across them: one for each row that is inked for long."""
    found = []
    height, band = weight.shape[0], max(3, round(0.02 * dpi))
    lengths = own.sum(axis=1).astype(np.float64)
    rows = lengths * (lengths > RUN * dpi)
    while rows.max(initial=0) > 0:
        row = int(rows.argmax())
        low, high = max(0, row - band), min(height, row + band + 1)
        part = own[low:high]
        inked = np.flatnonzero(part.any(axis=0))
        for run in np.split(inked, np.flatnonzero(np.diff(inked) > 2) + 1):
            if len(run) >= RUN * dpi:
                piece = weight[low:high, run[0] : run[-1] + 1]
                if piece.sum() > 0:
                    found.extend(_along(piece, x + int(run[0]), y + low, part[:, run[0] : run[-1] + 1], dpi))
        rows[low:high] = 0
    return found

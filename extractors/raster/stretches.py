"""Which parts of a line are drawn: every stretch between two lines across it is asked for ink.

Stretches without any belong to merged cells, stretches with a little are breaks, and what looks
like ink beyond the last piece of a line is the text that stands there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extractors.raster.lines import Line
from extractors.raster.paper import Gray
from extractors.raster.strokes import Evidence
from extractors.raster.tables import loss, meet, patience

DRAWN, HINTED = 0.35, 0.12
"""Share of a stretch that must be inked to count by itself, and with the same line going on at both ends."""
SHORT = 0.4
"""Inches; in shorter stretches at the end of a line the stems and bars of letters can pass for it."""
CROWDED, WHOLLY = 0.15, 0.85
"""Share of such a stretch with ink beside it from which it counts only when inked by the second share."""
SAME_PLACE = 0.02
"""Inches within which two lines across make no stretch between them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line between two neighbouring lines across it, in pixels along the line.

    It ends where those lines are on average, so that on a bent page all lines make one straight lattice.
    """

    start: float
    end: float
    drawn: bool


def stretches(line: Line, across: Sequence[Line], seen: Evidence, dpi: float) -> list[Stretch]:
    """The parts of a line from its first to its last line across.

    Args:
        line: one that counts.
        across: the lines of the other direction that count.
        seen: what the page shows in the direction of the line.
        dpi: pixels per inch.
    """
    reach, spare = patience(line, across, dpi)
    met = sorted(
        (other.at(line.at(other.mean)), other.mean)
        for other in across
        if meet(line, other, reach, spare, loss(other, dpi))
    )
    apart = [p for at, p in enumerate(met) if at == 0 or p[0] - met[at - 1][0] > SAME_PLACE * dpi]
    pairs = list(pairwise(apart))
    looks = [_look(line, low[0], high[0], seen, dpi) for low, high in pairs]
    drawn = [
        _is_inferred(line, low[0], high[0]) or _is_drawn(looks, at, high[0] - low[0] < SHORT * dpi)
        for at, (low, high) in enumerate(pairs)
    ]
    return [Stretch(low[1], high[1], yes) for (low, high), yes in zip(pairs, drawn, strict=True)]


def _is_inferred(line: Line, low: float, high: float) -> bool:
    covered = sum(
        max(0.0, min(high, piece.end) - max(low, piece.start)) for piece in line.pieces if piece.gelap <= 0
    )
    return covered >= 0.5 * (high - low)


_Look = tuple[float, float]
"""The share of a stretch that is inked, and the share of it that has ink beside."""


def _is_drawn(looks: Sequence[_Look], at: int, short: bool) -> bool:
    inked, beside = looks[at]
    inside = 0 < at < len(looks) - 1
    goes_on = inside and looks[at - 1][0] >= DRAWN and looks[at + 1][0] >= DRAWN
    if goes_on:
        return inked >= HINTED
    if short and beside > CROWDED:
        return inked >= WHOLLY
    return inked >= DRAWN


def _look(line: Line, low: float, high: float, seen: Evidence, dpi: float) -> _Look:
    """How a stretch is inked, its crossings left out."""
    # In a short stretch the white above and below a letter tells its stem from a line.
    margin = min((0.012 if high - low < SHORT * dpi else 0.03) * dpi, 0.2 * (high - low))
    xs = np.arange(int(low + margin), max(int(low + margin) + 1, int(high - margin)))
    xs = xs[(xs >= 0) & (xs < seen.hint.shape[1])]
    if not len(xs):
        return 0.0, 0.0
    ys = line.places(xs)
    off = max(1, round(0.01 * dpi))
    inked = (_darkest(seen.hint, xs, ys, -off, off) > 0) & (xs >= line.start) & (xs <= line.end)
    away = round(line.tebal / 2) + max(2, round(0.012 * dpi))
    far = away + max(3, round(0.025 * dpi))
    level = 0.4 * line.gelap
    below, above = _darkest(seen.dark, xs, ys, away, far), _darkest(seen.dark, xs, ys, -far, -away)
    return float(inked.mean()), max(float((below > level).mean()), float((above > level).mean()))


def _darkest(
    picture: Gray, xs: NDArray[np.int64], ys: NDArray[np.int64], first: int, last: int
) -> NDArray[np.uint8]:
    """Per column, the darkest pixel between two distances from a line."""
    rows = ys[None, :] + np.arange(first, last + 1)[:, None]
    np.clip(rows, 0, picture.shape[0] - 1, out=rows)
    return np.asarray(picture[rows, xs[None, :]].max(axis=0), dtype=np.uint8)

"""Which parts of a line are drawn: every stretch between two lines across it is asked for ink.

Stretches without any belong to merged cells, stretches with a little are breaks, and what looks
like ink beyond the last piece of a line is the text that stands there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extractors.raster.lines import Line
from extractors.raster.strokes import LIKELY, Evidence, highest
from extractors.raster.tables import loss, meet, patience

DRAWN, HINTED = 0.5, 0.3
"""Share of a stretch that must be likely to count by itself, and with the same line going on at both ends."""
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
        _is_inferred(line, low[0], high[0]) or _is_drawn(looks, at) for at, (low, high) in enumerate(pairs)
    ]
    return [Stretch(low[1], high[1], yes) for (low, high), yes in zip(pairs, drawn, strict=True)]


def _is_inferred(line: Line, low: float, high: float) -> bool:
    covered = sum(
        max(0.0, min(high, piece.end) - max(low, piece.start)) for piece in line.pieces if piece.gelap <= 0
    )
    return covered >= 0.5 * (high - low)


def _is_drawn(looks: Sequence[float], at: int) -> bool:
    if 0 < at < len(looks) - 1 and looks[at - 1] >= DRAWN and looks[at + 1] >= DRAWN:
        return looks[at] >= HINTED
    return looks[at] >= DRAWN


def _look(line: Line, low: float, high: float, seen: Evidence, dpi: float) -> float:
    """The share of a stretch that is likely part of a rule, its crossings left out."""
    margin = min(0.03 * dpi, 0.2 * (high - low))
    xs = np.arange(int(low + margin), max(int(low + margin) + 1, int(high - margin)))
    xs = xs[(xs >= 0) & (xs < seen.likely.shape[1])]
    if not len(xs):
        return 0.0
    likely = highest(seen.likely, xs, line.places(xs)) >= LIKELY
    return float((likely & (xs >= line.start) & (xs <= line.end)).mean())

"""Which parts of a line are drawn: every stretch between two lines across it is asked for ink.

Stretches without any belong to merged cells, stretches with a little are breaks, and what looks
like ink beyond the last piece of a line is the text that stands there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extractors.raster.geometry.paper import Gray
from extractors.raster.middle import median
from extractors.raster.rules.ends import HINT
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import LIKELY, Evidence, highest
from extractors.raster.rules.tables import loss, meet, patience

DRAWN, HINTED = 0.5, 0.3
"""Share of a stretch that must be likely to count by itself, and with the same line going on at both ends."""
SAME_PLACE = 0.02
"""Inches within which two lines across make no stretch between them."""
ALONG = 0.9
"""The share of a stretch along which it must be hinted at for a hairline, of which nothing is likely by itself."""
OPEN_FROM, BESIDE, CLEAR = 0.25, 0.15, 0.15
"""Inches from which the ink is asked of a stretch, over which the line must be inked on either side of it, and the
share of the stretch that must be clear of text."""
OVER, COVERED = 0.2, 0.3
"""Inches above and below a stretch at which a symbol that lies over it is seen, and along which share of it."""
ASIDE, LETTER = (-3, -2, 2, 3), 4
"""Pixels beside a line at which the page shows what is text there, and along it how far that reaches."""
PALER, INKED, BARE, WHOLE = 0.35, 0.7, 0.15, 0.9
"""Share of its darkness beside a stretch from which a line is inked; shares of places that are so at least beside it, and at
the most in it, where it is left open; the share of all the rest of the line."""


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
    inked = all(piece.gelap <= 0 for piece in line.pieces)  # none but its ink shows it
    drawn = [
        (not inked and _is_inferred(line, low[0], high[0]))
        or ((inked or _is_drawn(looks, at)) and not _is_open(line, low[0], high[0], seen, dpi))
        for at, (low, high) in enumerate(pairs)
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
    """The share of a stretch that is likely part of a rule, its crossings left out; all of a hairline is."""
    margin = min(0.03 * dpi, 0.2 * (high - low))
    xs = np.arange(int(low + margin), max(int(low + margin) + 1, int(high - margin)))
    xs = xs[(xs >= 0) & (xs < seen.likely.shape[1])]
    if not len(xs):
        return 0.0
    likely, within = highest(seen.likely, xs, line.places(xs)), (xs >= line.start) & (xs <= line.end)
    hinted = float(((likely >= HINT) & within).mean())
    return hinted if hinted >= ALONG else float(((likely >= LIKELY) & within).mean())


def _is_open(line: Line, low: float, high: float, seen: Evidence, dpi: float) -> bool:
    """Whether a line is inked right up to both sides of a stretch and not in it: cells are merged there.

    What the network has learned of rules that copying broke makes it see one there, too. Breaks do not begin at one line
    across and end at the next.
    """
    if high - low < OPEN_FROM * dpi or _is_covered(line, low, high, seen.flow, dpi):
        return False
    ink = seen.ink
    margin, reach = 0.03 * dpi, BESIDE * dpi
    sides = [
        _ink(line, a, b, ink)[0] for a, b in ((low - reach, low - margin), (high + margin, high + reach))
    ]
    beside = [dark for dark in sides if len(dark)]
    if not beside:
        return False
    full = PALER * median(np.concatenate(beside))
    dark, around = _ink(line, low + margin, high - margin, ink)
    if not len(dark):  # nothing was seen so far out
        return False
    clear = dark[np.convolve(around >= full, np.ones(2 * LETTER + 1), "same") == 0]
    if len(clear) < CLEAR * len(dark) or (clear >= full).mean() > BARE:
        return False
    rest = [_ink(line, line.start, low, ink)[0], _ink(line, high, line.end, ink)[0]]
    whole = (np.concatenate(rest) >= full).mean() >= WHOLE
    return bool(whole) and all((some >= full).mean() >= INKED for some in beside)


def _is_covered(line: Line, low: float, high: float, flow: Gray, dpi: float) -> bool:
    """Whether a symbol may lie over a stretch: its body hides the rule, and only its outline is seen."""
    top, bottom = (round(line.at((low + high) / 2) + side * OVER * dpi) for side in (-1, 1))
    around = flow[max(0, top) : bottom, max(0, int(low)) : int(high)]
    return bool((around >= LIKELY).any(axis=0).mean() >= COVERED)


def _ink(line: Line, low: float, high: float, ink: Gray) -> tuple[Gray, Gray]:
    """How dark a line is between two places along it, as far as it was seen, and how dark the page is above and below it."""
    xs = np.arange(int(max(low, line.start)), int(min(high, line.end)))
    ys = line.places(xs)
    return highest(ink, xs, ys), highest(ink, xs, ys, ASIDE)

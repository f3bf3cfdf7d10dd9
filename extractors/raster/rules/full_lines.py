"""Rules that the network takes for the flow, or sees little of, though ink runs from one end of their table to the other.

In narrow columns of actors a rule stands as near to the symbols as an arrow does. But an arrow ends at a symbol, and
none leads through the heading of a table down to its last row, where the rules on both sides of it begin and end.
"""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import Stroke, highest

EVEN = 0.5
"""Inches by which the ends of the two rules may differ: one of them may begin a row of the heading further up."""
LEAST = 1.2
"""Inches that such rules are long at least."""
APART = 0.08
"""Inches at least between two rules."""
BESIDE, DARKER = 4, 20
"""Pixels aside at which the page shows what is no line; greys by which a line is darker."""
NEXT = 6
"""So many rules on either side are compared: those between may be hidden in parts, too."""
LACKS = 0.2
"""Inches from which on something of a rule was not seen: the lowest row of a heading is as high."""
TIP, BEGUN = 0.5, 0.5
"""Inches at either end, as high as a heading, and the share of them over which it is drawn, too."""
DRAWN, CLEAR = 0.9, 0.6
"""The shares of its length over which such a rule is drawn, and over which nothing runs along it: a way back may."""


def with_full(kept: Sequence[Line], others: Sequence[Line], ink: Gray, dpi: float) -> list[Line]:
    """The rules, with those put in whole that are drawn as far as the rules on both sides of them.

    Args:
        kept: the rules, along the rows.
        others: all lines that were seen, also those that are no rules as far as the network knows.
        ink: how dark each pixel is.
        dpi: pixels per inch.
    """
    found = list(kept)
    for line in sorted(others, key=lambda one: -one.seen):
        here = [one for one in found if abs(one.mean - line.mean) < APART * dpi]
        rules = [one for one in found if one.length >= LEAST * dpi and one not in here]
        whole = _drawn_through(line, rules, ink, dpi)
        if whole and all(
            one.length <= whole.length - LACKS * dpi and _inside(one, whole, dpi) for one in here
        ):
            found = [*(one for one in found if one not in here), whole]
    return found


def _inside(line: Line, whole: Line, dpi: float) -> bool:
    return whole.start - APART * dpi <= line.start and line.end <= whole.end + APART * dpi


def _drawn_through(line: Line, rules: Sequence[Line], ink: Gray, dpi: float) -> Line | None:
    """The line as long as the rules on both sides of it, where these begin and end alike and it is drawn so far."""
    pairs = [pair for pair in _around(line, rules) if _level(*pair, dpi)]
    if not pairs:
        return None
    above, below = min(pairs, key=lambda pair: pair[1].mean - pair[0].mean)
    start, end = max(above.start, below.start), min(above.end, below.end)
    if not start <= (line.start + line.end) / 2 <= end:
        return None
    along = np.arange(int(start) + 1, int(end))
    across = _between(line, above, below, along)
    dark = highest(ink, along, across).astype(np.int16)
    sides = [dark - highest(ink, along, across, (side,)) >= DARKER for side in (-BESIDE, BESIDE)]
    drawn = np.logical_or(*sides)
    if drawn.mean() < DRAWN or np.logical_and(*sides).mean() < CLEAR:
        return None
    tip = round(TIP * dpi)
    # Where an arrow begins below the heading, letters hide that nothing is drawn there.
    if min(drawn[:tip].mean(), drawn[-tip:].mean()) < BEGUN:
        return None
    return Line((Stroke(start, end, float(across[0]), float(across[-1]), line.tebal, 0.0),))


def _around(line: Line, rules: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Rules on both sides of a line, the next few of each."""
    above = sorted((one for one in rules if one.mean < line.mean), key=lambda one: -one.mean)
    below = sorted((one for one in rules if one.mean > line.mean), key=lambda one: one.mean)
    return product(above[:NEXT], below[:NEXT])


def _between(line: Line, above: Line, below: Line, along: NDArray[np.int64]) -> NDArray[np.int64]:
    """The places of a line that runs as the rules on both sides do, through the longest piece that was seen of it."""
    known = max(line.pieces, key=lambda piece: piece.length)
    middle = (known.start + known.end) / 2
    high, low = above.at(middle), below.at(middle)
    share = (known.at - high) / max(low - high, 1.0)
    places = above.exact(along) * (1 - share) + below.exact(along) * share
    return np.asarray(places.round(), dtype=np.int64)


def _level(a: Line, b: Line, dpi: float) -> bool:
    return max(abs(a.start - b.start), abs(a.end - b.end)) <= EVEN * dpi

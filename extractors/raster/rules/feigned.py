"""Ends of lines along which the page shows nothing, though it draws its rules dark.

The network that tells rules knows that copying wears them away, and sees them go on where they might: down the even left
edge of a text, between the ends of the bars behind its headings. On a page whose rules are dark all along, a rule that is
nowhere to be seen for inches is none.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from extractors.raster.connected import runs_of
from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.inked import STRETCH, Profile, profile
from extractors.raster.rules.lines import Line, clipped

_DARK, _ENOUGH = 30.0, 6.0
"""Grey levels by which dark rules stand out, and the inches of such that show how a page draws them."""
_NOTHING, _FILL = 2.0, 40.0
"""Grey levels by which a stretch may differ from its darker side where nothing is drawn, and its two sides from each other: pale bars
have edges, and a darker fill may hide the rule at its edge."""
_LONG = 1.2
"""Inches along which nothing is to be seen."""
_CROSSED = 2
"""So many stretches on end that what crosses a line may darken."""


def without_feigned(
    level: Sequence[Line], plumb: Sequence[Line], across: Gray, down: Gray, dpi: float
) -> tuple[list[Line], list[Line]]:
    """The lines of both directions without long ends that are not drawn.

    Args:
        level: level lines.
        plumb: upright ones.
        across: how dark the page is, as the level lines lie in it.
        down: the same, as the upright ones do.
        dpi: its pixels per inch.
    """
    shown = [profile(line, across) for line in level], [profile(line, down) for line in plumb]
    dark = sum(int((each.darker >= _DARK).sum()) for some in shown for each in some) * STRETCH
    if dark < _ENOUGH * dpi:
        return list(level), list(plumb)
    return _all_drawn(level, shown[0], dpi), _all_drawn(plumb, shown[1], dpi)


def _all_drawn(lines: Sequence[Line], shown: Sequence[Profile], dpi: float) -> list[Line]:
    """What is left of some lines, given what the page shows along each."""
    nothing = [(np.abs(each.sharper) < _NOTHING) & (each.apart < _FILL) for each in shown]
    return [part for line, none in zip(lines, nothing, strict=True) for part in _drawn(line, none, dpi)]


def _drawn(line: Line, nothing: NDArray[np.bool_], dpi: float) -> Iterator[Line]:
    """What is left of a line, in its order."""
    runs = runs_of(_uncrossed(nothing))
    count = max(1, len(nothing))
    size = line.length / count
    start = 0
    for low, high in [*((a, b) for a, b in runs if (b - a) * size >= _LONG * dpi), (count, count)]:
        if low > start:
            pieces = clipped(line.pieces, line.start + low * size, 1) if low < count else line.pieces
            pieces = clipped(pieces, line.start + start * size, -1) if start else pieces
            if pieces:
                yield Line(pieces)
        start = high


def _uncrossed(nothing: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The same, with few stretches on end that something is drawn along between such with nothing."""
    filled = nothing.copy()
    for low, high in runs_of(~nothing):
        if high - low <= _CROSSED and low > 0 and high < len(nothing):
            filled[low:high] = True
    return filled

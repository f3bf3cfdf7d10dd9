"""Rules of the back of the sheet that shine through in one line with those of the page."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from extractors.raster.geometry.paper import Gray
from extractors.raster.rules.lines import Line
from extractors.raster.rules.strokes import shade

PALER, SHARPLY = 0.4, 0.25
"""Shares of darkness: what has less than the first of that of the line is pale; where the rule of the back goes on it has no
more than the second of the piece before it, for the shadow at the edge of a sheet fades."""
LONG_END, MOST_LEFT = 0.6, 0.6
"""How many inches of a line are cut off at least, and the share of it that is left at least."""


def without_pale_ends(line: Line, ink: Gray, dpi: float) -> Line:
    """A line up to where it goes on far paler than the rest of it, whatever it leads to there.

    Args:
        line: in pixels of ``ink``.
        ink: how dark the page is, lying as the line does.
        dpi: pixels per inch.
    """
    shades = [shade(piece, ink) for piece in line.pieces]
    pale = PALER * float(np.median(shades))
    line = _in_course(line, [dark >= pale for dark in shades], ink)
    shades = [shade(piece, ink) for piece in line.pieces]
    runs = [list(run) for dark, run in groupby(range(len(shades)), lambda at: shades[at] >= pale) if dark]
    if len(runs) == 1 and len(runs[0]) == len(shades):
        return line
    run = max(runs, key=lambda some: Line(line.pieces[some[0] : some[-1] + 1]).seen)
    kept = Line(line.pieces[run[0] : run[-1] + 1])
    borders = [(at, at + step) for at, step in ((run[0], -1), (run[-1], 1)) if 0 <= at + step < len(shades)]
    fades = any(shades[beyond] > SHARPLY * shades[at] for at, beyond in borders)
    cut = max(kept.start - line.start, line.end - kept.end)
    return line if fades or kept.seen < MOST_LEFT * line.seen or cut < LONG_END * dpi else kept


def _in_course(line: Line, dark: Sequence[bool], ink: Gray) -> Line:
    """The line with its pale pieces where the dark ones say that it runs, if its ink is there: print close to a rule draws what is seen of it aside."""
    kept = [piece for piece, is_dark in zip(line.pieces, dark, strict=True) if is_dark]
    xs = [x for piece in kept for x in (piece.start, piece.end)]
    ys = [y for piece in kept for y in (piece.first, piece.last)]
    pieces = []
    for piece, is_dark in zip(line.pieces, dark, strict=True):
        if is_dark or not kept:
            pieces.append(piece)
            continue
        first, last = np.interp((piece.start, piece.end), xs, ys)
        moved = replace(piece, first=float(first), last=float(last))
        pieces.append(moved if shade(moved, ink) > shade(piece, ink) else piece)
    return Line(tuple(pieces))

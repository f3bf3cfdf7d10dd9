"""Pieces of lines put together to whole lines, over breaks, along a page that may bend a little."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from extractors.raster.strokes import Stroke

LONGEST_BREAK = 0.6
"""Inches of white over which two pieces are still one line; whether anything is drawn there is asked later."""
OFF_LINE = 0.02
"""Inches by which a piece may lie beside the line that it goes on."""
DRIFT = 0.004
"""How much more it may lie beside it, as a share of the break between."""
SURE_PIECE = 1.0
"""Inches; longer pieces are lines whatever their darkness."""
WHOLE, LONELY = 0.9, 0.3
"""A piece with more gaps and more ink beside it than this is a row of letters."""
LETTERS_SHADE = 0.5
"""Short pieces less dark than this share of the page's sure lines are the feet and heads of letters."""


@dataclass(slots=True)
class Line:
    """A straight or slightly bent line along one axis, in pixels, with the pieces that were seen of it."""

    pieces: list[Stroke] = field(default_factory=list)

    @property
    def start(self) -> float:
        """Where it begins along its axis."""
        return self.pieces[0].start

    @property
    def end(self) -> float:
        """Where it ends."""
        return max(piece.end for piece in self.pieces)

    @property
    def length(self) -> float:
        """From start to end, breaks included."""
        return self.end - self.start

    @property
    def seen(self) -> float:
        """The length of its pieces."""
        return sum(piece.length for piece in self.pieces)

    @property
    def tebal(self) -> float:
        """Typical thickness."""
        return float(np.median([piece.tebal for piece in self.pieces]))

    @property
    def mean(self) -> float:
        """Its place across, on average."""
        return sum(p.at * p.length for p in self.pieces) / self.seen

    def at(self, along: float) -> float:
        """Its place across at a place along its axis; level beyond its ends."""
        xs: list[float] = []
        ys: list[float] = []
        for piece in self.pieces:
            if not xs or piece.start > xs[-1]:
                xs += [piece.start, max(piece.end, piece.start + 1)]
                ys += [piece.first, piece.last]
        return float(np.interp(along, xs, ys))


def lines(strokes: Sequence[Stroke], dpi: float) -> list[Line]:
    """The lines that pieces of one direction make.

    Args:
        strokes: in the order of their starts.
        dpi: pixels per inch.
    """
    open_lines: list[Line] = []
    found: list[Line] = []
    for piece in _without_letters(strokes, dpi):
        still_open: list[Line] = []
        for line in open_lines:
            (still_open if piece.start - line.end <= LONGEST_BREAK * dpi else found).append(line)
        open_lines = still_open
        own = _nearest(open_lines, piece, dpi)
        if own is None:
            open_lines.append(Line([piece]))
        else:
            own.pieces.append(piece)
    return found + open_lines


def _nearest(candidates: Iterable[Line], piece: Stroke, dpi: float) -> Line | None:
    best: tuple[float, Line] | None = None
    for line in candidates:
        last = line.pieces[-1]
        gap = piece.start - last.end
        if gap < -0.5 * min(piece.length, last.length):
            continue
        off = abs(_prolonged(last, piece.start) - piece.first)
        if off <= OFF_LINE * dpi + DRIFT * max(gap, 0.0) and (best is None or off < best[0]):
            best = off, line
    return best[1] if best else None


def _prolonged(piece: Stroke, along: float) -> float:
    """Where a piece would be farther on; a short one does not know its own slope."""
    slope = (piece.last - piece.first) / piece.length if piece.length > 150 else 0.0
    return piece.last + slope * (along - piece.end)


def _without_letters(strokes: Sequence[Stroke], dpi: float) -> list[Stroke]:
    """The pieces that are no row of letters: these are full of gaps and have the rest of the letters beside them."""
    sure = [s for s in strokes if s.length >= SURE_PIECE * dpi and s.utuh > WHOLE and s.ramai < LONELY]
    shade = (
        LETTERS_SHADE * float(np.average([s.gelap for s in sure], weights=[s.length for s in sure]))
        if sure
        else 0
    )
    return [
        s
        for s in strokes
        if (s.gelap >= shade or s.length >= SURE_PIECE * dpi) and (s.utuh >= WHOLE or s.ramai <= LONELY)
    ]

"""Pieces of lines put together to whole lines, over breaks, along a page that may bend a little."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median

import numpy as np
from numpy.typing import NDArray

from extractors.raster.rules.strokes import Stroke

LONGEST_BREAK = 0.6
"""Inches of white over which two pieces are still one line; whether anything is drawn there is asked later."""
LONG, COVERED, AFTER = 4.0, 1.8, 1.0
"""Inches of a line that goes on behind what covers at most so many of it, and how many follow there at least."""
IN_LINE = 0.017
"""Inches by which it lies elsewhere there at most."""
OFF_LINE = 0.02
"""Inches by which a piece may lie beside the line that it goes on."""
STEP, SHORT_BREAK, OVERLAP = 0.045, 0.3, 0.2
"""How far aside (inches) a line may go on after a break of how many inches, or beside what share of itself."""
DRIFT = 0.004
"""How much more it may lie beside it, as a share of the break between."""
KNOWS_SLOPE = 0.6
"""Inches from which the slope of a piece can be measured."""
DASHED = 0.45
"""The share of its length that must be seen of a line that copying has broken."""


@dataclass(frozen=True, eq=False)
class Line:
    """A straight or slightly bent line along one axis, in pixels, with the pieces that were seen of it.

    Attributes:
        pieces: at least one, in the order of their starts; ``gelap`` is 0 in one that was not seen but follows
            from other lines.
    """

    pieces: tuple[Stroke, ...]

    @property
    def start(self) -> float:
        """Where it begins along its axis."""
        return self.pieces[0].start

    @cached_property
    def end(self) -> float:
        """Where it ends."""
        return max(piece.end for piece in self.pieces)

    @property
    def length(self) -> float:
        """From start to end, breaks included."""
        return self.end - self.start

    @cached_property
    def seen(self) -> float:
        """The length of its pieces."""
        return sum(piece.length for piece in self.pieces)

    @cached_property
    def weight(self) -> float:
        """How much of it counts: all from start to end where enough is seen of it, else what is seen.

        Copying breaks a line into dashes all along; an arrow or a row of letters is no line that long.
        """
        return self.length if self.length > 0 and self.seen >= DASHED * self.length else self.seen

    @cached_property
    def tebal(self) -> float:
        """Typical thickness."""
        return float(median([piece.tebal for piece in self.pieces]))

    @cached_property
    def gelap(self) -> float:
        """Typical darkness."""
        return float(median([piece.gelap for piece in self.pieces if piece.gelap > 0] or [0.0]))

    @cached_property
    def mean(self) -> float:
        """Its place across, on average."""
        return sum(p.at * p.length for p in self.pieces) / self.seen

    def at(self, along: float) -> float:
        """Its place across at a place along its axis; level beyond its ends."""
        xs, ys = self._nodes
        if along <= xs[0]:
            return ys[0]
        if along >= xs[-1]:
            return ys[-1]
        k = bisect_right(xs, along)
        return ys[k - 1] + (ys[k] - ys[k - 1]) * (along - xs[k - 1]) / (xs[k] - xs[k - 1])

    def places(self, along: NDArray[np.int64]) -> NDArray[np.int64]:
        """Its places across, rounded, at several places along its axis."""
        return self.exact(along).round().astype(np.int64)

    def exact(self, along: NDArray[np.floating] | NDArray[np.int64]) -> NDArray[np.float64]:
        """Its places across at several places along its axis."""
        xs, ys = self._nodes
        return np.asarray(np.interp(along, xs, ys), dtype=np.float64)

    @cached_property
    def _nodes(self) -> tuple[list[float], list[float]]:
        xs: list[float] = []
        ys: list[float] = []
        for piece in self.pieces:
            if not xs or piece.start > xs[-1]:
                xs += [piece.start, max(piece.end, piece.start + 1)]
                ys += [piece.first, piece.last]
        return xs, ys


def unseen(line: Line, end: float, to: float) -> Stroke:
    """A piece of a line that was not seen, from one of its ends to a place beyond it."""
    place = line.at(end)
    return Stroke(min(end, to), max(end, to), place, place, line.tebal, 0.0)


def clipped(pieces: Sequence[Stroke], border: float, sign: int) -> tuple[Stroke, ...]:
    """Pieces without what runs past a border upward (1) or downward (-1) along the line."""
    if sign > 0:
        return tuple(replace(p, end=min(p.end, border)) for p in pieces if p.start < border - 1)
    return tuple(replace(p, start=max(p.start, border)) for p in pieces if p.end > border + 1)


def lines(strokes: Sequence[Stroke], dpi: float) -> list[Line]:
    """The lines that pieces of one direction make.

    Args:
        strokes: in the order of their starts.
        dpi: pixels per inch.
    """
    chains: list[list[Stroke]] = []
    found: list[list[Stroke]] = []
    for piece in strokes:
        near: list[list[Stroke]] = []
        for chain in chains:
            (near if piece.start - chain[-1].end <= LONGEST_BREAK * dpi else found).append(chain)
        chains = near
        own = _nearest(chains, piece, dpi)
        if own is None:
            chains.append([piece])
        else:
            own.append(piece)
    whole = _over_pictures(_joined(found + chains, dpi), dpi)
    return [Line(tuple(sorted(chain, key=lambda s: s.start))) for chain in whole]


def _over_pictures(chains: Sequence[list[Stroke]], dpi: float) -> list[list[Stroke]]:
    """Chains with those made one that go on in one line, a long one and no short one, where a picture was put over it."""
    whole: list[list[Stroke]] = []
    for chain in sorted(chains, key=lambda c: c[0].start):
        length = chain[-1].end - chain[0].start
        own = [
            other
            for other in whole
            if 0 < chain[0].start - other[-1].end <= COVERED * dpi
            and other[-1].end - other[0].start >= LONG * dpi
            and length >= AFTER * dpi
            and abs(other[-1].last - chain[0].first) <= IN_LINE * dpi
        ]
        if len(own) == 1:
            own[0].extend(chain)
        else:
            whole.append(list(chain))
    return whole


def _joined(chains: Sequence[list[Stroke]], dpi: float) -> list[list[Stroke]]:
    """Chains that go on where others end: a line may step from one stroke of a double line to the other."""
    whole: list[list[Stroke]] = []
    for chain in sorted(chains, key=lambda c: c[0].start):
        length = chain[-1].end - chain[0].start
        best: tuple[float, list[Stroke]] | None = None
        for other in whole:
            gap = chain[0].start - other[-1].end
            short = min(length, other[-1].end - other[0].start)
            off = abs(other[-1].last - chain[0].first)
            if (
                -OVERLAP * short <= gap <= SHORT_BREAK * dpi
                and off <= STEP * dpi
                and (not best or off < best[0])
            ):
                best = off, other
        if best:
            best[1].extend(chain)
            best[1].sort(key=lambda s: s.end)
        else:
            whole.append(list(chain))
    return whole


def _nearest(chains: Iterable[list[Stroke]], piece: Stroke, dpi: float) -> list[Stroke] | None:
    best: tuple[float, list[Stroke]] | None = None
    for chain in chains:
        last = chain[-1]
        gap = piece.start - last.end
        if gap < -0.5 * min(piece.length, last.length):
            continue
        off = abs(_prolonged(last, piece.start, dpi) - piece.first)
        if off <= OFF_LINE * dpi + DRIFT * max(gap, 0.0) and (best is None or off < best[0]):
            best = off, chain
    return best[1] if best else None


def _prolonged(piece: Stroke, along: float, dpi: float) -> float:
    """Where a piece would be farther on; a short one does not know its own slope."""
    slope = (piece.last - piece.first) / piece.length if piece.length > KNOWS_SLOPE * dpi else 0.0
    return piece.last + slope * (along - piece.end)

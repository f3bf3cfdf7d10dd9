"""Lines prolonged to where they must have gone: what ends at them shows it, and the little ink that is left.

A border beside which text stands, or which runs through a dark heading, is seen in pieces. The lines across
it end in the air at one place, all of them; and on its way there is more ink than chance leaves.
"""

from collections.abc import Sequence

import numpy as np

from extractors.raster.rules.lines import Line, unseen
from extractors.raster.rules.strokes import Evidence, Stroke

HINT = 40
"""How likely, of 255, a pixel must be to count between pieces."""
FIRM, WELL_SEEN = 1.0, 0.7
"""Inches, and the share of its length, that must be seen of a line to be prolonged."""
LONG = 1.5
"""Inches of a line across whose ends or crossings count."""
AT = 0.045
"""Inches from a line within which what ends there ends at it."""
NEAR = 0.06
"""Inches from its end within which a line reaches what is across it."""
ONE_END, SEVERAL_ENDS, DOUBLE = 0.8, 4.0, 0.1
"""Inches over which one end shows the rest of a line, and over which two do; nearer ones are those of a double line.

One line as wide as a table may be the rule below its letterhead.
"""
IN_LINE, DRIFT = 0.012, 0.003
"""Inches by which two pieces of a line may lie off each other, and how much more as a share of the gap."""
LONGEST_GAP, GAP_INKED = 2.5, 0.3
"""Inches between two pieces of one line, and the share of them that must be inked."""
ALWAYS = 0.6
"""Inches between two firm pieces that need no ink."""
WAY_SEEN = 0.8
"""The share of the way to where one line ends that, if it is hinted at, shows a line there, be the way longer than one end shows."""


def prolonged(some: Sequence[Line], across: Sequence[Line], seen: Evidence, dpi: float) -> list[Line]:
    """The lines of one direction, firm ones put together and carried on as far as anything shows them.

    Args:
        some: lines of one direction.
        across: those of the other.
        seen: what the page shows in the direction of ``some``.
        dpi: pixels per inch.
    """
    found = _reunited(some, seen, dpi)
    long = [other for other in across if other.seen >= LONG * dpi]
    shown = [_to_ends(line, found, long, seen, dpi) if _is_firm(line, dpi) else line for line in found]
    return _reunited(shown, seen, dpi)


def _is_firm(line: Line, dpi: float) -> bool:
    return line.seen >= max(FIRM * dpi, WELL_SEEN * line.length)


def _reunited(some: Sequence[Line], seen: Evidence, dpi: float) -> list[Line]:
    """Lines with the firm ones put together that lie in one line."""
    kept: list[Line] = []
    for line in sorted(some, key=lambda x: x.start):
        before = next(
            (at for at, x in enumerate(kept) if _is_firm(x, dpi) and _goes_on(x, line, seen, dpi)), None
        )
        if before is not None and _is_firm(line, dpi):
            kept[before] = Line(tuple(sorted((*kept[before].pieces, *line.pieces), key=lambda p: p.start)))
        else:
            kept.append(line)
    return kept


def _goes_on(before: Line, line: Line, seen: Evidence, dpi: float) -> bool:
    gap = line.start - before.end
    if not 0 <= gap <= LONGEST_GAP * dpi:
        return False
    if abs(before.at(before.end) - line.at(line.start)) > IN_LINE * dpi + DRIFT * gap:
        return False
    return gap <= ALWAYS * dpi or _inked(before, line, seen, dpi) >= GAP_INKED


def _inked(before: Line, line: Line, seen: Evidence, dpi: float) -> float:
    """The share of the way from one line to the next that is inked."""
    return _share(seen, before.end, line.start, before.at(before.end), line.at(line.start), dpi)


def _share(seen: Evidence, start: float, end: float, first: float, last: float, dpi: float) -> float:
    xs = np.arange(max(0, int(start)), min(seen.likely.shape[1], int(end)))
    if not len(xs):
        return 0.0
    ys = np.interp(xs, (start, end), (first, last)).round().astype(np.int64)
    off = max(1, round(0.008 * dpi))
    around = np.clip(ys[None, :] + np.arange(-off, off + 1)[:, None], 0, seen.likely.shape[0] - 1)
    return float((seen.likely[around, xs[None, :]] >= HINT).any(axis=0).mean())


def _to_ends(line: Line, beside: Sequence[Line], across: Sequence[Line], seen: Evidence, dpi: float) -> Line:
    """A line carried on to where others end at its height."""
    free = [
        other.mean
        for other in across
        for tip in (other.start, other.end)
        if abs(tip - line.at(other.mean)) <= AT * dpi
        and not any(_holds(x, tip, other.mean, dpi) for x in beside if x is not line)
    ]
    pieces = line.pieces
    for end, sign in ((line.start, -1), (line.end, 1)):
        every = sorted(gap for at in free if (gap := (at - end) * sign) > NEAR * dpi)
        gaps = [gap for at, gap in enumerate(every) if at == 0 or gap - every[at - 1] > DOUBLE * dpi]
        reach = 0.0
        for gap in gaps:
            short = gap - reach <= (SEVERAL_ENDS if len(gaps) > 1 else ONE_END) * dpi
            if not short and not _is_hinted(line, end + sign * reach, end + sign * gap, seen, dpi):
                break
            reach = gap
        if reach:
            pieces = _with(pieces, line, end, end + sign * reach)
    return Line(pieces) if pieces is not line.pieces else line


def _is_hinted(line: Line, start: float, end: float, seen: Evidence, dpi: float) -> bool:
    """Whether most of the way on from a line is hinted at."""
    low, high = sorted((start, end))
    share = _share(seen, low, high, line.at(low), line.at(high), dpi)
    return high - low <= LONGEST_GAP * dpi and share >= WAY_SEEN


def _holds(line: Line, tip: float, at: float, dpi: float) -> bool:
    """Whether a line stands at the end of another already."""
    return line.start - NEAR * dpi <= at <= line.end + NEAR * dpi and abs(tip - line.at(at)) <= 2 * AT * dpi


def _with(pieces: tuple[Stroke, ...], line: Line, end: float, to: float) -> tuple[Stroke, ...]:
    """Pieces with one more that was not seen."""
    new = unseen(line, end, to)
    return (new, *pieces) if to < end else (*pieces, new)

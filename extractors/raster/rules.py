"""Which lines of a page are ruled: decided over each table as a whole, not line by line.

A table has a frame of long lines that carry each other. From it outward a line counts when both
its ends rest on lines that count already. So the boxes of the flow fall away although their four sides
carry each other, and so do arrows, which end on boxes, and underlines, which end nowhere. Then every
stretch of a line between two lines across it is asked for ink: stretches without any belong to merged
cells, stretches with a little are breaks.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extractors.raster.lines import Line, lines
from extractors.raster.paper import Gray
from extractors.raster.strokes import evidence
from extractors.sheets import Rule

SHORTEST = 0.28
"""Inches below which nothing is a line of a table."""
REACH = 0.06
"""Inches by which a line may stop short of the line it rests on, or run past it."""
BROKEN_END = 0.3
"""Inches that may be missing at the end of a line, where it is many times as long."""
MOST_OF = 0.5
"""Share of the table over which a line must be seen to have broken ends."""
SEED = 0.3
"""Share of the longest line of a table and direction from which a line may be one of its frame."""
DRAWN, HINTED = 0.35, 0.12
"""Share of a stretch that must be inked to count by itself, and with the same line going on at both ends."""
SHORT_STRETCH = 0.3
"""Inches; a break can swallow such a stretch wholly."""
MOST_LINES = 600
"""In one direction; beyond it only the longest are looked at."""


@dataclass(frozen=True, slots=True)
class _Table:
    """The lines of one direction each, level ones first, that hang together."""

    level: list[Line]
    plumb: list[Line]


def find_rules(gray: Gray, dpi: float) -> list[Rule]:
    """The ruled lines of tables and frames on an upright page.

    Args:
        gray: evenly lit (see ``paper.even_light``).
        dpi: its pixels per inch.

    Returns:
        Lines in pixels, breaks bridged, cut where cells are merged.
    """
    directions: list[list[Line]] = []
    hints: list[Gray] = []
    for upright in (False, True):
        seen = evidence(gray, dpi, upright=upright)
        whole = [line for line in lines(seen.pieces, dpi) if line.length >= SHORTEST * dpi]
        directions.append(sorted(whole, key=lambda line: -line.seen)[:MOST_LINES])
        hints.append(seen.hint)
    rules: list[Rule] = []
    for table in _tables(directions[0], directions[1], dpi):
        kept = _grown(table, dpi)
        rules.extend(_emitted(kept, hints, dpi))
    return rules


def _tables(level: list[Line], plumb: list[Line], dpi: float) -> list[_Table]:
    """Lines that cross or touch each other, as groups."""
    owner = list(range(len(level) + len(plumb)))

    def root(at: int) -> int:
        while owner[at] != at:
            owner[at] = owner[owner[at]]
            at = owner[at]
        return at

    for h, flat in enumerate(level):
        for v, tall in enumerate(plumb):
            if _meet(flat, tall, REACH * dpi):
                owner[root(h)] = root(len(level) + v)
    groups: dict[int, _Table] = {}
    for at in range(len(owner)):
        group = groups.setdefault(root(at), _Table([], []))
        if at < len(level):
            group.level.append(level[at])
        else:
            group.plumb.append(plumb[at - len(level)])
    return [group for group in groups.values() if len(group.level) > 1 and len(group.plumb) > 1]


def _meet(a: Line, b: Line, reach: float, spare: float = 0.0) -> bool:
    """Whether two lines across each other touch, ``spare`` more being allowed at the ends of the first."""
    along_a, along_b = b.at(a.mean), a.at(b.mean)
    return (
        a.start - reach - spare <= along_a <= a.end + reach + spare
        and b.start - reach <= along_b <= b.end + reach
    )


def _grown(table: _Table, dpi: float) -> _Table:
    """The frame of a table and all that rests on it."""
    kept = _frame(table, dpi)
    if not kept.level or not kept.plumb:
        return kept
    waiting = (
        [x for x in table.level if x not in kept.level],
        [x for x in table.plumb if x not in kept.plumb],
    )
    while True:
        more_level = [x for x in waiting[0] if _rests(x, kept.plumb, dpi)]
        more_plumb = [x for x in waiting[1] if _rests(x, kept.level, dpi)]
        if not more_level and not more_plumb:
            return kept
        kept = _Table(kept.level + more_level, kept.plumb + more_plumb)
        waiting = (
            [x for x in waiting[0] if x not in more_level],
            [x for x in waiting[1] if x not in more_plumb],
        )


def _frame(table: _Table, dpi: float) -> _Table:
    """The long lines of a table that rest on each other at both ends."""
    level = _long(table.level)
    plumb = _long(table.plumb)
    while True:
        level_kept = [x for x in level if _rests(x, plumb, dpi)]
        plumb_kept = [x for x in plumb if _rests(x, level_kept, dpi)]
        if len(level_kept) == len(level) and len(plumb_kept) == len(plumb):
            return _Table(level, plumb)
        level, plumb = level_kept, plumb_kept


def _long(some: Sequence[Line]) -> list[Line]:
    longest = max(line.seen for line in some)
    return [line for line in some if line.seen >= SEED * longest]


def _rests(line: Line, across: Sequence[Line], dpi: float) -> bool:
    """Whether both ends of a line lie on lines across it."""
    reach, spare = _patience(line, across, dpi)
    places = [other.at(line.mean) for other in across if _meet(line, other, reach, spare)]
    if len(places) < 2:
        return False
    low, high = min(places), max(places)
    if high - low < SHORTEST * dpi:
        return False
    return line.start > low - reach and line.end < high + reach


def _patience(line: Line, across: Sequence[Line], dpi: float) -> tuple[float, float]:
    """By how much a line may run past the lines it rests on, and how much of its ends may be missing.

    A line over most of the table can lose its ends to damage; a short one that ends early is an arrow or a box.
    """
    places = [other.mean for other in across]
    extent = max(places) - min(places) if places else 0.0
    reach = REACH * dpi
    if extent <= 0 or line.seen < MOST_OF * extent:
        return reach, 0.0
    return reach, BROKEN_END * dpi


def _emitted(table: _Table, hints: Sequence[Gray], dpi: float) -> list[Rule]:
    """The rules of a table, each line cut where a stretch of it is not drawn."""
    drawn = _stretches(table.level, table.plumb, hints[0], dpi)
    upright = _stretches(table.plumb, table.level, hints[1], dpi)
    rules = [
        rule for line, marks in zip(table.level, drawn, strict=True) for rule in _cut(line, marks, False)
    ]
    rules += [
        rule for line, marks in zip(table.plumb, upright, strict=True) for rule in _cut(line, marks, True)
    ]
    return rules


Stretch = tuple[float, float, bool]
"""From, to, and whether anything is drawn there."""


def _stretches(some: Sequence[Line], across: Sequence[Line], hint: Gray, dpi: float) -> list[list[Stretch]]:
    found = []
    for line in some:
        reach, spare = _patience(line, across, dpi)
        places = sorted(other.at(line.mean) for other in across if _meet(line, other, reach, spare))
        apart = [p for at, p in enumerate(places) if at == 0 or p - places[at - 1] > 0.02 * dpi]
        shares = [_inked(line, low, high, hint, dpi) for low, high in pairwise(apart)]
        found.append(
            [
                (low, high, _is_drawn(shares, at, high - low, dpi))
                for at, (low, high) in enumerate(pairwise(apart))
            ]
        )
    return found


def _is_drawn(shares: Sequence[float], at: int, length: float, dpi: float) -> bool:
    if shares[at] >= DRAWN:
        return True
    inside = 0 < at < len(shares) - 1
    goes_on = inside and shares[at - 1] >= DRAWN and shares[at + 1] >= DRAWN
    return goes_on and shares[at] >= HINTED


def _inked(line: Line, low: float, high: float, hint: Gray, dpi: float) -> float:
    """The share of a stretch along which something is drawn on the line, its crossings left out.

    Beyond the pieces that were seen of the line there is nothing of it: ink there is text.
    """
    margin = min(0.03 * dpi, 0.2 * (high - low))
    xs = np.arange(int(low + margin), max(int(low + margin) + 1, int(high - margin)))
    xs = xs[(xs >= 0) & (xs < hint.shape[1])]
    if not len(xs):
        return 0.0
    ys = _places(line, xs)
    off = max(1, round(0.01 * dpi))
    seen = np.zeros(len(xs), dtype=bool)
    for by in range(-off, off + 1):
        seen |= hint[np.clip(ys + by, 0, hint.shape[0] - 1), xs] > 0
    seen &= (xs >= line.start) & (xs <= line.end)
    return float(seen.mean())


def _places(line: Line, xs: NDArray[np.int64]) -> NDArray[np.int64]:
    nodes: list[tuple[float, float]] = []
    for piece in line.pieces:
        if not nodes or piece.start > nodes[-1][0]:
            nodes += [(piece.start, piece.first), (max(piece.end, piece.start + 1), piece.last)]
    at = np.interp(xs, [x for x, _ in nodes], [y for _, y in nodes])
    return np.asarray(at.round(), dtype=np.int64)


def _cut(line: Line, marks: Sequence[Stretch], tegak: bool) -> list[Rule]:
    """The drawn runs of a line."""
    rules: list[Rule] = []
    start: float | None = None
    end = 0.0
    for low, high, drawn in [*marks, (0.0, 0.0, False)]:
        if drawn:
            start, end = (low if start is None else start), high
        elif start is not None:
            middle = float(np.mean(_places(line, np.arange(int(start), int(end) + 1))))
            rules.append(Rule(tegak, middle, start, end, line.tebal))
            start = None
    return rules

"""Edges of tables that nobody drew.

A table that goes on overleaf often has no line where the page ends, and some have none at their
sides. Where several lines that hang together end on one level, the edge is put there.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.sheets import Rule
from extractors.vector.frames import END
from extractors.vector.merging import SHORTEST

LINES: Final = 3
"""So many lines ending on one level are the open edge of a table."""
LEVEL: Final = 2.5
"""Points: lines end on one level when no further apart than this."""
REACH: Final = 4.0
"""Points: no edge is put as near as this to a drawn one, nor to lines that go on from there."""


def open_edges(rules: Sequence[Rule]) -> list[Rule]:
    """Rules without thickness along the open edges of what the others make."""
    found: list[Rule] = []
    for tegak in (False, True):
        lines = [r for r in rules if r.tegak == tegak and r.end - r.start >= SHORTEST]
        across = [r for r in rules if r.tegak != tegak]
        for first in (True, False):
            for level in _levels(lines, first):
                for group in _hanging(level, across):
                    edge = _edge(group, first, across, lines)
                    if edge is not None:
                        found.append(edge)
    return found


def _tip(line: Rule, first: bool) -> float:
    return line.start if first else line.end


def _levels(lines: Sequence[Rule], first: bool) -> Iterator[list[Rule]]:
    """Lines grouped by where they begin, or end."""
    level: list[Rule] = []
    for line in sorted(lines, key=lambda r: _tip(r, first)):
        if level and _tip(line, first) - _tip(level[0], first) > LEVEL:
            yield level
            level = []
        level.append(line)
    yield level


def _hanging(level: Sequence[Rule], across: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Runs of neighbouring lines that some line across connects."""
    group: list[Rule] = []
    for line in sorted(level, key=lambda r: r.at):
        if group and not any(_meets(group[-1], r) and _meets(line, r) for r in across):
            yield group
            group = []
        group.append(line)
    yield group


def _meets(line: Rule, across: Rule) -> bool:
    along = line.start - END <= across.at <= line.end + END
    return along and across.start - END <= line.at <= across.end + END


def _edge(group: Sequence[Rule], first: bool, across: Sequence[Rule], lines: Sequence[Rule]) -> Rule | None:
    """The open edge of lines that hang together, None when they are few or it is drawn already.

    An edge drawn in part (a heading goes on overleaf, its cells do not) is drawn to its end.
    """
    if len(group) < LINES:
        return None
    at = sum(_tip(line, first) for line in group) / len(group)
    low, high = group[0].at, group[-1].at
    drawn = [r for r in across if abs(r.at - at) <= REACH and r.end > low + END and r.start < high - END]
    passing = any(
        low + END < r.at < high - END and r.start < at - REACH and r.end > at + REACH for r in lines
    )
    covered = any(r.start <= low + END and r.end >= high - END for r in drawn)
    if covered or passing or high - low < SHORTEST:
        return None
    return Rule(not group[0].tegak, drawn[0].at if drawn else at, low, high)

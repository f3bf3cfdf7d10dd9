"""Lines without arrows between symbols of one row.

The order of the rows does not say which way they lead. What the rest of the flow lacks does: such a line leads from a
symbol that is reached and has no way out yet to one that nothing leads to. Where that leaves it open, the line ties
together what is done side by side.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.flow.strokes import length
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature

ROUND: Final = 1.15
"""A line that is so many times as long as the way from its one end to its other leads round about, as trunks do."""


def along_rows(lines: Sequence[Way], ways: Iterable[Way], nature: Nature) -> list[Way]:
    """The lines that lead from one symbol to another, in the direction in which they do.

    Args:
        lines: without arrows, each between two symbols of one row.
        ways: all others, as they lead.
        nature: of the symbols.
    """
    others = {(way.dari, way.ke): way for way in ways}
    waiting = [line for line in lines if _is_direct(line) and not _is_known(line, others, nature)]
    known = set(others)
    found: list[Way] = []
    while waiting:
        told = [(line, led) for line in waiting if len(led := _possible(line, known, nature)) == 1]
        if not told:
            break
        line, (way,) = told[0]
        waiting = [other for other in waiting if {other.dari, other.ke} != {line.dari, line.ke}]
        known.add((way.dari, way.ke))
        found.append(way)
    return found


def _is_known(line: Way, others: Mapping[tuple[int | None, int | None], Way], nature: Nature) -> bool:
    """Whether two symbols are tied already, unless by another line that leads back from a decision."""
    for a, b in ((line.dari, line.ke), (line.ke, line.dari)):
        other = others.get((a, b))
        if other is not None and (a not in nature.decisions or _is_direct(other)):
            return True
    return False


def _is_direct(line: Way) -> bool:
    (ax, ay), (bx, by) = line.course[0], line.course[-1]
    return length(line.course) <= ROUND * (abs(ax - bx) + abs(ay - by))


def _possible(line: Way, known: Iterable[tuple[int | None, int | None]], nature: Nature) -> list[Way]:
    """The line in each direction in which it would lead from what has a way out to spare to what has none in."""
    pairs = set(known)
    forward = {pair for pair in pairs if not (pair[::-1] in pairs and pair[0] in nature.decisions)}
    out, into = Counter(a for a, _ in pairs), Counter(b for _, b in forward)
    begins = {symbol for symbol, row in nature.rows.items() if row == min(nature.rows.values())}
    back = replace(line, dari=line.ke, ke=line.dari, course=line.course[::-1])

    def leads(way: Way) -> bool:
        reached = into[way.dari] > 0 or way.dari in begins
        spare = out[way.dari] < (2 if way.dari in nature.decisions else 1)
        return reached and spare and into[way.ke] == 0

    return [way for way in (line, back) if leads(way)]

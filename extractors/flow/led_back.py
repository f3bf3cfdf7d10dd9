"""Lines on scans that would lead back from what is no decision: there a head was seen where none is."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.boxes import Box
from extractors.flow.branches import BRANCHES, begins_at_its_end
from extractors.flow.headless import turned_round
from extractors.flow.phrases import Phrase
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature
from extractors.symbols import Edge, Symbol

TURNED: Final = 0.7
"""A line whose head was seen at the wrong end is less sure."""

SURELY: Final = 0.9
"""What is less sure than this has an end that no line touches, or shares its lines with several others."""


def with_turned(
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    decisions: Mapping[int, Box],
    steps: Mapping[int, int],
) -> list[Way]:
    """Ways of a scan with those turned that would lead back to the decision of the row before, where a Ya stands beside it.

    The name passes for a head there. Nothing else leads to where they begin, and the decision lacks a way out.

    Args:
        ways: of one page.
        phrases: on that page.
        decisions: of that page, by their number.
        steps: the row of each symbol.
    """
    known = {(way.dari, way.ke) for way in ways}
    out = Counter(way.dari for way in ways)
    into = Counter(way.ke for way in ways)

    def is_turned(way: Way) -> bool:
        one, other = (None if end is None else steps.get(end) for end in (way.dari, way.ke))
        before = one is not None and other is not None and one == other + 1
        if not before or way.dari in decisions or way.ke not in decisions or not way.directed:
            return False
        lacking = out[way.ke] < BRANCHES and not into[way.dari] and (way.ke, way.dari) not in known
        return lacking and begins_at_its_end(way, ways, phrases, decisions, "Ya")

    return [
        replace(turned_round(way), keyakinan=way.keyakinan * TURNED) if is_turned(way) else way
        for way in ways
    ]


def without_leaps(
    edges: Iterable[Edge], symbols: Sequence[Symbol], steps: Mapping[int, int], scanned: Collection[int]
) -> list[Edge]:
    """Edges without those past a row from what is no decision, where an end of their line on a scan was only concluded.

    Args:
        edges: of a flow, with their names.
        symbols: that they lie between.
        steps: the row of each symbol.
        scanned: the pages that are scans.
    """
    nature = Nature(steps, ())

    def is_leap(edge: Edge) -> bool:
        start = symbols[edge.dari]
        plain = start.simbol not in (None, "keputusan") and not edge.label
        unsure = edge.keyakinan < SURELY and start.halaman in scanned
        return plain and unsure and nature.passes(edge.dari, edge.ke)

    return [edge for edge in edges if not is_leap(edge)]


def led_back(
    edges: Sequence[Edge], symbols: Sequence[Symbol], steps: Mapping[int, int], scanned: Collection[int]
) -> Iterator[Edge]:
    """Edges without those that lead back from what is no decision on a scan: there a head was seen where none is.

    Where nothing leads from the row before, that is what the line does; and so it is where a decision would lead back to
    the row before, which has no other way out, while nothing else leads to it, or two ways from it already. A third way out
    of a decision that leads back there without a name is none.
    """
    known = {(edge.dari, edge.ke) for edge in edges}
    named = {(edge.dari, edge.ke) for edge in edges if edge.label}
    out, into = Counter(a for a, _ in known), Counter(b for _, b in known)
    for edge in edges:
        start = symbols[edge.dari]
        rows = steps.get(edge.dari), steps.get(edge.ke)
        back = rows[0] is not None and rows[1] is not None and rows[1] < rows[0]
        past = rows[0] is not None and rows[1] is not None and rows[1] > rows[0] + 1
        if past and not edge.label and start.simbol != "keputusan" and (edge.ke, edge.dari) in named:
            continue  # the way back, whose line was taken to lead both ways
        if not back or edge.label or start.halaman not in scanned or start.simbol is None:
            yield edge
            continue
        before = rows[0] == (rows[1] or 0) + 1
        third = before and start.simbol == "keputusan" and out[edge.dari] > BRANCHES
        if before and (edge.ke, edge.dari) not in known:
            lacking = not out[edge.ke] and (third or not into[edge.dari])
            if start.simbol != "keputusan" or lacking:
                turned = round(edge.keyakinan * TURNED, 3)
                yield replace(edge, dari=edge.ke, ke=edge.dari, keyakinan=turned)
                continue
        if start.simbol == "keputusan" and not third:
            yield edge

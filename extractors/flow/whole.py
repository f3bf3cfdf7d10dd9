"""Which of the ways along lines that hang together are meant: the flow is decided as a whole.

Where several lines run into each other, every end with an arrow may be reached from every other one. What the
standard asks of a flow tells them apart: each symbol but the last has a way out, each but the first one in, a
decision has two ways out and anything else one, and most ways lead to the next row.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from extractors.flow.strokes import length
from extractors.flow.tracing import Way
from extractors.symbols import TUNGGAL

# Costs; only their differences count.
EACH: Final = 0.8
"""... of each way: a flow of fewer ways explains more."""
OUT_OF_HEAD: Final = 1.0
"""... of a way that leaves where an arrow points in."""
HIDDEN: Final = 1.5
"""... of one to a decision where no arrow is seen: the name of a way out hides it."""
UNUSED: Final = 3.0
"""... of an end of a line that no way begins or ends at."""
MANY: Final = 1.5
"""... of a way out more than a symbol has."""
NONE: Final = 2.0
"""... of a symbol without a way out, or without one in."""
ONWARD: Final = -0.5
"""... of a way to the next row."""
FAR: Final = 0.3
"""... of one to any other row, up or down."""
MOST: Final = 12
"""Of more possible ways nothing is chosen."""
SLIGHT: Final = 0.25
"""A choice that is better than the next one by less is doubtful."""
DOUBT: Final = 0.7
"""What is left of the confidence of a doubtful choice."""


@dataclass(frozen=True, slots=True)
class Nature:
    """What is known of the symbols: the row of each, and which are decisions."""

    rows: Mapping[int, int]
    decisions: Collection[int]

    def passes(self, one: int | None, other: int | None) -> bool:
        """Whether what leads from one symbol to another leads past a row with symbols; a row without any is none of the flow."""
        rows = [self.rows[end] for end in (one, other) if end is not None and end in self.rows]
        return len(rows) == 2 and any(min(rows) < row < max(rows) for row in self.rows.values())


def chosen(ways: Sequence[Way], nature: Nature) -> list[tuple[Way, float]]:
    """The ways of a page that are meant, each with the share of its confidence that the choice leaves.

    Args:
        ways: with both ends; those of one ``bagian`` hang together.
        nature: of their symbols.
    """
    groups: defaultdict[int, list[Way]] = defaultdict(list)
    for way in ways:
        groups[way.bagian].append(way)
    found: list[tuple[Way, float]] = []
    open_: list[list[Way]] = []
    for _, each in sorted(groups.items()):
        alone = each[0].bagian < 0
        group = _told(each, nature) if alone else _once(_told(each, nature))
        ends = {end for way in group for end in (way.dari, way.ke)}
        if len(ends) <= 2 or len(group) > MOST:
            group = [way for way in group if not way.ke_polos]
        if alone or len(ends) <= 2 or len(group) > MOST:
            found += [(way, 1.0) for way in group if not way.dari_panah or len(ends) <= 2]
        else:
            open_.append(group)
    for group in open_:
        best, doubt = _best(group, [way for way, _ in found], nature)
        found += [(way, doubt) for way in best]
    return found


def _told(group: Sequence[Way], nature: Nature) -> list[Way]:
    """Ways without those to ends where no arrow is seen, but such to decisions where nothing else leads from there."""
    seen = {(way.dari, way.ke) for way in group if not way.ke_polos}
    return [
        way
        for way in group
        if not way.ke_polos or (way.ke in nature.decisions and (way.dari, way.ke) not in seen)
    ]


def _once(group: Sequence[Way]) -> list[Way]:
    """Ways over lines that hang together without those that lead round about from one symbol to another: letters at a line seem to."""
    ranked = sorted(range(len(group)), key=lambda at: (-group[at].keyakinan, length(group[at].course), at))
    first: dict[tuple[int | None, int | None, bool], int] = {}
    for at in ranked:
        first.setdefault((group[at].dari, group[at].ke, group[at].dari_panah), at)
    return [group[at] for at in sorted(first.values())]


def _best(group: Sequence[Way], others: Sequence[Way], nature: Nature) -> tuple[list[Way], float]:
    """The cheapest set of ways, each with what the best one without it costs more, and what is left of their confidence."""
    ranked: list[tuple[float, tuple[int, ...]]] = []
    for size in range(1, len(group) + 1):
        for picked in combinations(range(len(group)), size):
            ranked.append((_cost([group[at] for at in picked], group, others, nature), picked))
    ranked.sort()
    doubt = DOUBT if len(ranked) > 1 and ranked[1][0] - ranked[0][0] < SLIGHT else 1.0
    least, meant = ranked[0]
    without = {at: next((cost for cost, picked in ranked if at not in picked), math.inf) for at in meant}
    return [replace(group[at], selisih=min(TUNGGAL, without[at] - least)) for at in meant], doubt


def _cost(picked: Sequence[Way], group: Sequence[Way], others: Sequence[Way], nature: Nature) -> float:
    """How odd a flow of these ways would be."""
    total = sum(
        EACH + OUT_OF_HEAD * way.dari_panah + HIDDEN * way.ke_polos + _leap(way, nature) for way in picked
    )
    starts = {(way.dari, way.dari_panah) for way in picked}
    headed = {way.ke for way in group if not way.ke_polos}
    only_heads = headed == {way.dari for way in group}
    # The name of the way out of a decision passes for a head, too.
    feigned = {way.dari for way in picked if way.dari_panah or only_heads} & set(nature.decisions)
    arrives = {way.ke for way in picked} | feigned
    total += UNUSED * len(headed - arrives)
    if not only_heads:
        total += UNUSED * len({(way.dari, False) for way in group if not way.dari_panah} - starts)
    out = Counter(way.dari for way in (*others, *picked))
    into = Counter(way.ke for way in (*others, *picked))
    last, first = max(nature.rows.values(), default=0), min(nature.rows.values(), default=0)
    for symbol in {end for way in group for end in (way.dari, way.ke) if end is not None}:
        row = nature.rows.get(symbol)
        total += MANY * max(0, out[symbol] - (2 if symbol in nature.decisions else 1))
        total += NONE * ((out[symbol] == 0 and row != last) + (into[symbol] == 0 and row != first))
    return total


def _leap(way: Way, nature: Nature) -> float:
    if nature.passes(way.dari, way.ke):
        return FAR
    one, other = nature.rows.get(way.dari or 0, math.inf), nature.rows.get(way.ke or 0, -math.inf)
    return ONWARD if other > one else 0.0

"""Which line an arrowhead belongs to where several end at it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.flow.nearby import Nearby
from extractors.sheets import Drawing

PIECED: Final = 2.0
"""Ends this close, where no head stands, are those of pieces of one line."""

_LineEnd = tuple[int, int]
"""Number of a line, and 0 for its first or 1 for its last point."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A head that may stand at an end of a line, and where it points to."""

    head: int
    tip: tuple[float, float]


def settled(
    lines: Sequence[Drawing], claims: Sequence[tuple[Claim | None, Claim | None]]
) -> list[tuple[Claim | None, Claim | None]]:
    """Claims to heads, where a line that has a head at its other end leaves a head to a line that has no other.

    A line may be drawn in several pieces, which end at each other. What one line leaves decides what the next one
    must: until nothing changes.
    """
    found = {(at, last): claim for at, pair in enumerate(claims) for last, claim in enumerate(pair)}
    across = _other_ends(lines, found)
    while True:
        needed = {claim.head for end, claim in found.items() if claim and found[across[end]] is None}
        left = {
            end
            for end, claim in found.items()
            if claim
            and claim.head in needed
            and (other := found[across[end]]) is not None
            and other.head not in needed
        }
        if not left:
            return [(found[at, 0], found[at, 1]) for at in range(len(lines))]
        found.update(dict.fromkeys(left))


def _other_ends(
    lines: Sequence[Drawing], claims: Mapping[_LineEnd, Claim | None]
) -> dict[_LineEnd, _LineEnd]:
    """For each end of a line the other end of all the pieces that it is one of."""
    points = {(at, last): lines[at].points[-last] for at, last in claims}
    free: Nearby[_LineEnd] = Nearby(PIECED)
    for place, claim in claims.items():
        if claim is None:
            free.put(points[place], place)
    near = {
        end: [
            other
            for other in free.around(points[end])
            if other[0] != end[0] and math.dist(points[end], points[other]) <= PIECED
        ]
        for end, claim in claims.items()
        if claim is None
    }
    joined = {end: found[0] for end, found in near.items() if len(found) == 1 and near[found[0]] == [end]}
    across = {}
    for start in claims:
        at, last = start[0], 1 - start[1]
        seen = {at}
        while (at, last) in joined and joined[at, last][0] not in seen:
            at, end = joined[at, last]
            last = 1 - end
            seen.add(at)
        across[start] = at, last
    return across

"""Which way out of a decision is called Ya and which Tidak."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, permutations
from typing import Final

from extractors.boxes import Box
from extractors.flow.phrases import Phrase
from extractors.flow.standing import apart
from extractors.flow.strokes import Point, length
from extractors.flow.tracing import Way
from extractors.lexicon.branch_names import Cabang

NEAR: Final = 16.0
"""Points: a word further than this from a line says nothing about it."""
FIRST: Final = 70.0
"""Points: a word stands at the first stretch of a way, as long as this."""
FAR: Final = 34.0
"""... unless it says what the nearest line, a branch of a decision without a name, would be called."""
AWAY: Final = 32.0
"""Points: a phrase further from where a way begins, and beside the decision that it leads to, is of that decision."""
BESIDE, AT, ASIDE = 0.6, 0.3, 0.45
"""Shares of the width and height of a decision: what is so far from its middle stands before a corner, or leaves there, if it is
no further off that corner's axis."""
AT_END: Final = 8.0
"""Points: a word this near to the end of a way stands at it."""
HEAD, AT_TIP = 12.0, 2.0
"""Points: the head of an arrow is no larger, and what is read of it is no further from the end of its line."""
LATER: Final = 0.12
"""Points of distance that a point along the way counts for."""
SAME, BRANCHES = 1.0, 2
"""Points within which two ways begin at the same place; so many leave a decision."""
UNLIKELY: Final = 3.0
"""Points of distance that a Tidak which leads on counts for, and a Ya which leads back."""
ELSEWHERE: Final = 12.0
"""Points of distance that a way from anything but a decision counts for."""
NONE: Final = 25.0
"""Points of distance that a way without a label counts for."""
CONTRARY: Final = 15.0
"""Points by which a name may stand further from the one way that leads as it says than from the only other one."""
LEFT: Final = 60.0
"""Points from a way within which a name stands that is left over, where the other way out of its decision has the other name."""
MOST: Final = 4
"""So many ways and phrases of one symbol are looked at."""


def labels(
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    onward: Sequence[bool],
    deciding: Sequence[bool | None],
    decisions: Mapping[int, Box],
) -> Mapping[int, Cabang]:
    """The labels of ways by their place among them.

    Each phrase belongs to the symbol whose ways it is nearest to; the phrases and ways of one symbol
    are matched all at once.

    Args:
        ways: of one page.
        phrases: on that page.
        onward: for each way whether it leads on: where two phrases stand at the same place, Tidak leads back.
        deciding: for each way whether it leaves a decision; None where it leaves what can have no branches.
        decisions: of that page, by their number.
    """
    costs: dict[tuple[int, int], float] = {}
    for at, way in enumerate(ways):
        if deciding[at] is None:
            continue
        for number, phrase in enumerate(phrases):
            cost = cost_at(way.course, phrase.box)
            if cost is not None and way.dari is not None and not _is_elsewhere(way, phrase.box, decisions):
                odd = UNLIKELY if onward[at] != (phrase.label == "Ya") else 0.0
                costs[at, number] = cost + odd + (0.0 if deciding[at] else ELSEWHERE)
    _as_they_mean(costs, ways, phrases, onward)
    _rather_as_they_mean(costs, ways, phrases, onward, decisions)
    nearest: dict[int, tuple[float, int]] = {}
    for (at, number), cost in costs.items():
        nearest[number] = min(nearest.get(number, (cost, at)), (cost, at))
    meant: dict[int, int] = {}
    for symbol in dict.fromkeys(way.dari for way in ways):
        own = [at for at, way in enumerate(ways) if way.dari == symbol]
        said = [number for number, (_, at) in sorted(nearest.items()) if ways[at].dari == symbol]
        meant.update(_matched(own[:MOST], said[:MOST], phrases, costs))
    found = {at: phrases[number].label for at, number in meant.items()}
    unsaid = [phrase for number, phrase in enumerate(phrases) if number not in nearest]
    afar = _from_afar(ways, unsaid, onward, deciding, found)
    found |= {at: phrase.label for at, phrase in afar.items()}
    used = [phrases[number] for number in meant.values()] + list(afar.values())
    free = [phrase for phrase in phrases if not any(phrase is one for one in used)]
    found |= _as_they_lead(ways, free, onward, found, decisions)
    return found | _left_over(
        ways, [one for one in unsaid if any(one is other for other in free)], onward, found, decisions
    )


def _as_they_mean(
    costs: dict[tuple[int, int], float],
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    onward: Sequence[bool],
) -> None:
    """Let the one phrase at a point from which two ways begin be of the one that leads as it says, however near the other is."""
    for at, way in enumerate(ways):
        kin = [
            n
            for n, other in enumerate(ways)
            if other.dari == way.dari and math.dist(other.course[0], way.course[0]) <= SAME
        ]
        said = {number for n, number in costs if n in kin}
        told = {n for n in kin if onward[n]}
        if len(kin) != BRANCHES or len(said) != 1 or len(told) != 1:
            continue
        (number,) = said
        if onward[at] != (phrases[number].label == "Ya") and (at, number) in costs:
            costs[at, number] += NEAR


def _rather_as_they_mean(
    costs: dict[tuple[int, int], float],
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    onward: Sequence[bool],
    decisions: Mapping[int, Box],
) -> None:
    """Let a phrase be of the one way out of a decision that leads as it says, though the only other one is a little nearer."""
    for symbol in decisions:
        own = [at for at, way in enumerate(ways) if way.dari == symbol]
        if len(own) != BRANCHES or onward[own[0]] == onward[own[1]]:
            continue
        for at, other in (own, own[::-1]):
            for number, phrase in enumerate(phrases):
                near = costs.get((at, number))
                if near is None or onward[at] == (phrase.label == "Ya"):
                    continue
                cost = cost_at(ways[other].course, phrase.box, FAR)
                if cost is not None and cost <= near + CONTRARY:
                    costs[other, number] = min(costs.get((other, number), near), near)
                    costs[at, number] = near + NEAR


def without_heads(
    phrases: Sequence[Phrase], ways: Sequence[Way], decisions: Mapping[int, Box]
) -> list[Phrase]:
    """Phrases on a scan without heads of arrows, which look like a Y: where a line ends at no decision, and none begins.

    Args:
        phrases: on a page.
        ways: of it.
        decisions: of that page, by their number.
    """
    told = [way for way in ways if way.ke is not None and way.ke not in decisions]

    def is_head(box: Box) -> bool:
        if max(box.width, box.height) > HEAD:
            return False
        ends = any(box.grown(AT_TIP).holds(*way.course[-1]) for way in told)
        return ends and not any(apart(way.course[0], box) <= HEAD for way in ways)

    return [phrase for phrase in phrases if not is_head(phrase.box)]


def begins_at_its_end(
    way: Way,
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    decisions: Mapping[int, Box],
    label: Cabang = "Tidak",
) -> bool:
    """Whether a name stands where a way ends at a decision, and at no way that leaves it: names stand where lines begin.

    Args:
        way: to a decision.
        ways: of its page.
        phrases: on that page.
        decisions: of that page, by their number.
        label: the name.
    """
    back = replace(way, dari=way.ke, ke=way.dari, course=way.course[::-1])
    leaving = [other for other in ways if other.dari == way.ke]
    for phrase in phrases:
        cost = cost_at(back.course, phrase.box, AT_END)
        letters = all(phrase.box.grown(AT_END).holds(*point) for point in way.course)
        if phrase.label != label or cost is None or letters or _is_elsewhere(back, phrase.box, decisions):
            continue
        others = (cost_at(other.course, phrase.box) for other in leaving)
        if all(other is None or other > cost for other in others):
            return True
    return False


def _is_elsewhere(way: Way, box: Box, decisions: Mapping[int, Box]) -> bool:
    """Whether a phrase stands beside the decision that a way leads to, or beside another side of the one it leaves."""
    begun, reached = (None if end is None else decisions.get(end) for end in (way.dari, way.ke))
    first, last = way.course[0], way.course[-1]
    if begun is not None:
        beside, leaves = _side(box.centre, begun, BESIDE), _side(first, begun, AT)
        if beside and leaves and beside != leaves:
            return True
    near = reached is not None and apart(box.centre, reached) <= NEAR + box.width
    return near and apart(first, box) > AWAY and apart(last, box) < min(NEAR, apart(first, box) / 2)


def _side(point: Point, box: Box, least: float) -> tuple[bool, bool] | None:
    """Before which corner of a diamond a point lies (left or right, and which), None where it lies between two."""
    (x, y), (cx, cy) = point, box.centre
    across, along = (x - cx) / max(box.width, 1.0), (y - cy) / max(box.height, 1.0)
    far, aside = max(abs(across), abs(along)), min(abs(across), abs(along))
    if far < least or aside > ASIDE:
        return None
    return (True, across > 0) if abs(across) > abs(along) else (False, along > 0)


def _from_afar(
    ways: Sequence[Way],
    phrases: Sequence[Phrase],
    onward: Sequence[bool],
    deciding: Sequence[bool | None],
    known: Mapping[int, Cabang],
) -> dict[int, Phrase]:
    """Ways that a phrase near no line must mean, with that phrase: Tidak leads back, Ya leads on, and no way is nearer to it."""
    given = {(ways[at].dari, label) for at, label in known.items()}
    found: dict[int, Phrase] = {}
    for phrase in phrases:
        costs = ((cost_at(way.course, phrase.box, FAR), at) for at, way in enumerate(ways))
        near = min(((cost, at) for cost, at in costs if cost is not None), default=None)
        if near is None:
            continue
        _, at = near
        meant = deciding[at] and onward[at] == (phrase.label == "Ya")
        if meant and at not in known and at not in found and (ways[at].dari, phrase.label) not in given:
            found[at] = phrase
    return found


def _as_they_lead(
    ways: Sequence[Way],
    free: Sequence[Phrase],
    onward: Sequence[bool],
    known: Mapping[int, Cabang],
    decisions: Mapping[int, Box],
) -> dict[int, Cabang]:
    """Labels of ways out of decisions whose names stand beside these, but at no line: the one way that leads as a name says."""
    found: dict[int, Cabang] = {}
    for symbol, box in decisions.items():
        own = [at for at, way in enumerate(ways) if way.dari == symbol]
        given = {known[at] for at in own if at in known}
        beside = [
            phrase.label
            for phrase in free
            if gap(phrase.box, box) <= NEAR
            and all(gap(phrase.box, box) <= gap(phrase.box, other) for other in decisions.values())
        ]
        for label in set(beside) - given:
            may = [at for at in own if at not in known and onward[at] == (label == "Ya")]
            if len(own) <= BRANCHES and len(may) == 1 and beside.count(label) == 1:
                found[may[0]] = label
    return found


def _left_over(
    ways: Sequence[Way],
    unsaid: Sequence[Phrase],
    onward: Sequence[bool],
    known: Mapping[int, Cabang],
    decisions: Mapping[int, Box],
) -> dict[int, Cabang]:
    """Labels of ways whose names stand far from all lines: those that lack the name which the other way out leaves for them."""
    nearest: dict[int, tuple[float, Cabang]] = {}
    for phrase in unsaid:
        may: list[tuple[float, int]] = []
        for symbol in decisions:
            own = [at for at, way in enumerate(ways) if way.dari == symbol]
            for at in own:
                beside = [known[other] for other in own if other != at and other in known]
                meant = onward[at] == (phrase.label == "Ya")
                if (
                    len(own) == BRANCHES
                    and at not in known
                    and meant
                    and beside
                    and beside[0] != phrase.label
                ):
                    may.append((_apart(ways[at], phrase.box), at))
        far, at = min(may, default=(math.inf, -1))
        if far <= LEFT:
            nearest[at] = min(nearest.get(at, (far, phrase.label)), (far, phrase.label))
    return {at: label for at, (_, label) in nearest.items()}


def _apart(way: Way, box: Box) -> float:
    """How far a phrase stands from a way, wherever along it."""
    return min(
        gap(box, Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))
        for a, b in pairwise(way.course)
    )


def gap(box: Box, other: Box) -> float:
    """How far two boxes are apart."""
    dx = max(box.x0 - other.x1, other.x0 - box.x1, 0.0)
    dy = max(box.y0 - other.y1, other.y0 - box.y1, 0.0)
    return math.hypot(dx, dy)


def _matched(
    own: Sequence[int],
    said: Sequence[int],
    phrases: Sequence[Phrase],
    costs: Mapping[tuple[int, int], float],
) -> dict[int, int]:
    """The cheapest way to give phrases to the ways from one symbol, the same label never twice."""
    best: tuple[float, dict[int, int]] = (math.inf, {})
    for order in permutations((*said, *[-1] * len(own)), len(own)):
        pairs = [(at, n) for at, n in zip(own, order, strict=True) if n >= 0]
        given = [phrases[n].label for _, n in pairs]
        if len(set(given)) < len(given) or any(pair not in costs for pair in pairs):
            continue
        cost = sum(costs[pair] for pair in pairs) + NONE * (len(own) - len(pairs))
        if cost < best[0]:
            best = cost, dict(pairs)
    return best[1]


def cost_at(course: Sequence[Point], box: Box, reach: float = NEAR) -> float | None:
    """How far a phrase stands from the first stretch of a way; None where too far."""
    best: float | None = None
    done = 0.0
    for a, b in pairwise(course):
        if done > FIRST:
            break
        size = length((a, b))
        steps = max(1, int(min(size, FIRST) // 3))
        for step in range(steps + 1):
            share = step / steps
            point = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
            gap = apart(point, box)
            cost = gap + LATER * (done + share * size)
            if gap <= reach and (best is None or cost < best):
                best = cost
        done += size
    return best

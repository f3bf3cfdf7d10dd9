"""Ways that are no lines of the flow, but pieces of the border between two columns."""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from extractors.flow.strokes import Point
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature
from extractors.sheets import Rule, Sheet
from extractors.symbols import Edge, Symbol

LONG: Final = 12.0
"""Points: a stretch that is shorter may lie on a rule by chance."""
ON: Final = 2.0
"""Points between the middle of a stretch and the edge of the rule that it lies on."""
SHARE: Final = 0.8
"""Of a stretch, that must lie on a rule."""
STEP: Final = 2.0
"""Points from one place on a stretch to the next that is looked at."""


def without_borders(ways: Sequence[Way], rules: Sequence[Rule], nature: Nature) -> list[Way]:
    """Ways without those that run along the border between columns past a row, and do not leave a decision.

    Only ways out of decisions lead past rows, so that what would do so on a ruled line is this line, to which heads of
    others were taken.

    Args:
        ways: of a scanned page.
        rules: of it.
        nature: of its symbols.
    """
    upright = [rule for rule in rules if rule.tegak]
    return [
        way
        for way in ways
        if not _passes_rows(way, nature) or not any(_is_on(a, b, upright) for a, b in pairwise(way.course))
    ]


def without_unnamed_borders(
    edges: Sequence[Edge], symbols: Sequence[Symbol], steps: Mapping[int, int], sheets: Sequence[Sheet]
) -> list[Edge]:
    """Edges without those along the border between columns past a row from a decision whose other way out alone has a name.

    Heads of lines to a box over two columns stand on that border.

    Args:
        edges: of a flow, with their names.
        symbols: that they lie between.
        steps: the row of each symbol.
        sheets: scanned pages.
    """
    upright = {sheet.halaman: [rule for rule in sheet.rules if rule.tegak] for sheet in sheets}
    nature = Nature(steps, ())

    def is_border(edge: Edge) -> bool:
        halaman = symbols[edge.dari].halaman
        others = [other for other in edges if other.dari == edge.dari and other.ke != edge.ke]
        if edge.label or halaman not in upright or not any(other.label for other in others):
            return False
        course = edge.jalan[0][1] if edge.jalan else ()
        on_border = any(_is_on(a, b, upright[halaman]) for a, b in pairwise(course))
        return nature.passes(edge.dari, edge.ke) and on_border

    return [edge for edge in edges if not is_border(edge)]


def _passes_rows(way: Way, nature: Nature) -> bool:
    """Whether a way leads over a row from what is no decision; one without a head may do so from either end."""
    ends = {way.dari} if way.directed else {way.dari, way.ke}
    return nature.passes(way.dari, way.ke) and not ends & set(nature.decisions)


def _is_on(a: Point, b: Point, upright: Sequence[Rule]) -> bool:
    """Whether an upright stretch lies on a rule."""
    size = math.dist(a, b)
    if size <= LONG or abs(a[0] - b[0]) >= abs(a[1] - b[1]):
        return False
    count = int(size / STEP)
    places = [
        (a[0] + at / count * (b[0] - a[0]), a[1] + at / count * (b[1] - a[1])) for at in range(count + 1)
    ]
    on = sum(
        any(abs(x - r.at) <= ON + r.tebal / 2 and r.start - ON <= y <= r.end + ON for r in upright)
        for x, y in places
    )
    return on > SHARE * len(places)

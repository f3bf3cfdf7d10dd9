"""Lines without arrows: which way they lead, as far as the rows that they tie together tell."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.flow.branches import BRANCHES
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature
from extractors.symbols import Symbol

FARTHER: Final = 0.8
"""What is left of the confidence of one between rows that do not follow each other: it may as well lead back."""


def as_rows_go(
    way: Way,
    symbols: Sequence[Symbol],
    nature: Nature,
    known: Collection[tuple[int | None, int | None]],
    alone: bool,
) -> Way:
    """A way as it leads: one without arrows in the direction of the rows, unless such a way is known already.

    Past a row only decisions lead, back or on: so does a line of no other way. Between a connector that only hands over and
    another symbol it leads down the page.

    Args:
        way: over lines of a page.
        symbols: that it lies between.
        nature: of them.
        known: which ways arrows tell.
        alone: whether no other way shares its lines.
    """
    if way.directed or way.dari is None or way.ke is None:
        return way
    steps = nature.rows
    turned = (row_of(way.dari, steps), way.dari) > (row_of(way.ke, steps), way.ke)
    if (way.dari in steps) != (way.ke in steps):
        turned = symbols[way.dari].box.centre[1] > symbols[way.ke].box.centre[1]
    if (way.ke, way.dari) in known or (way.dari, way.ke) in known:
        turned = (way.dari, way.ke) in known
    elif nature.passes(way.dari, way.ke):
        decisions = {way.dari, way.ke} & set(nature.decisions)
        lacking = [at for at in decisions if sum(dari == at for dari, _ in known) < BRANCHES]
        if alone and len(decisions) == len(lacking) == 1:
            turned = way.ke in decisions
        else:
            way = replace(way, keyakinan=way.keyakinan * FARTHER)
    return turned_round(way) if turned else way


def row_of(symbol: int | None, steps: Mapping[int, int]) -> int:
    """The row of a symbol; a connector at the foot of a page comes behind all rows."""
    return steps.get(symbol, len(steps) + 1) if symbol is not None else len(steps) + 1


def turned_round(way: Way) -> Way:
    """A way in the other direction."""
    return replace(way, dari=way.ke, ke=way.dari, course=way.course[::-1])

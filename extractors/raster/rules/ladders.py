"""Sides of a table that what ends at them shows.

A side that is drawn at some rows only is carried by nothing else, and neither are the lines of these rows. Workbooks draw the border of each cell by itself: where the officer's name stands in cells without any, the side of the
table is missing there, and the rows above end at a piece of it that ends at them.
"""

from collections.abc import Iterable, Sequence

from extractors.raster.rules.lines import Line, clipped
from extractors.raster.rules.strokes import Stroke

RUNGS = 3
"""So many lines of rows end at such a piece; the sides of a symbol are two."""
WELL_SEEN = 0.85
"""Share of its length that must be seen of each line."""
LEAST_ENDS, EVEN_ENDS = 4, 0.08
"""How many lines must end at one place, and within how many inches, to show a border that is not drawn."""
ENDS_BEYOND = 2
"""So many lines that end at one drawn line beyond such a place show that the border is there."""
MOST_DRAWN = 0.5
"""The share of such a border that may be drawn after all."""


def ladders(
    waiting: Sequence[Line],
    across: tuple[Iterable[Line], Iterable[Line]],
    sides: Sequence[Line],
    rows: Sequence[Line],
    reach: float,
) -> tuple[dict[Line, Line], dict[Line, Line]]:
    """Lines of rows, and the pieces of a side that they end at; each row begins at a side that counts already.

    Args:
        waiting: lines of one direction that nothing carries yet.
        across: such lines of the other direction, among them the pieces of the side, and those that count less far
            than they were seen.
        sides: lines of the other direction that count.
        rows: lines of the first direction that count.
        reach: pixels by which an end may miss a line.

    Returns:
        The rows, and the pieces, each with itself or with what of it lies between its outermost rows.
    """
    rungs: dict[Line, Line] = {}
    rails: dict[Line, Line] = {}
    drawn = [line for line in waiting if line.seen >= WELL_SEEN * line.length]
    for rail, least in [*((rail, RUNGS) for rail in across[0]), *((rail, 1) for rail in across[1])]:
        ending = [line for line in drawn if _ends_at(line, rail, reach) and _begins_at(line, sides, reach)]
        if rail.seen < WELL_SEEN * rail.length or len(ending) < least:
            continue
        places = [line.at(rail.mean) for line in (*ending, *(x for x in rows if _crosses(x, rail, reach)))]
        rails[rail] = Line(clipped(clipped(rail.pieces, max(places), 1), min(places), -1))
        rungs.update((line, line) for line in ending)
    return rungs, rails


def _crosses(line: Line, rail: Line, reach: float) -> bool:
    """Whether two lines across each other touch."""
    along, at = rail.at(line.mean), line.at(rail.mean)
    return line.start - reach <= along <= line.end + reach and rail.start - reach <= at <= rail.end + reach


def _ends_at(line: Line, rail: Line, reach: float) -> bool:
    """Whether one of the ends of a line lies on another across it."""
    return (
        _crosses(line, rail, reach)
        and min(abs(rail.at(line.mean) - end) for end in (line.start, line.end)) <= reach
    )


def _begins_at(line: Line, sides: Sequence[Line], reach: float) -> bool:
    return any(_ends_at(line, side, reach) for side in sides)


def shown_by_ends(some: Sequence[Line], across: Sequence[Line], dpi: float) -> list[Line]:
    """Borders that are cut off or faded: where most lines end at one place and nothing is drawn across it."""
    found: list[Line] = []
    if len(some) < LEAST_ENDS:
        return found
    low, high = min(line.mean for line in some), max(line.mean for line in some)
    for last in (False, True):
        ends = sorted(line.end if last else line.start for line in some)
        edge = ends[len(ends) // 2]
        level_ends = [end for end in ends if abs(end - edge) < EVEN_ENDS * dpi]
        if len(level_ends) < max(LEAST_ENDS, 0.6 * len(ends)):
            continue
        beyond = [
            (line, end)
            for line in some
            if ((end := line.end if last else line.start) - edge) * (1 if last else -1) > 3 * EVEN_ENDS * dpi
        ]
        drawn = (sum(abs(x.at(line.mean) - end) < EVEN_ENDS * dpi for line, end in beyond) for x in across)
        if max(drawn, default=0) >= ENDS_BEYOND:
            continue
        near = [x for x in across if abs(x.mean - edge) < 3 * EVEN_ENDS * dpi]
        if sum(x.seen for x in near) < MOST_DRAWN * (high - low):
            at = sum(level_ends) / len(level_ends)
            found.append(Line((Stroke(low, high, at, at, 1.0, 0.0),)))
    return found

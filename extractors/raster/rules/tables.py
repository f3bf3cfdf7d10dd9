"""Which lines belong to a table: decided over each table as a whole, not line by line.

A table has a frame of long lines that carry each other. From it outward a line counts when both
its ends rest on lines that count already. So the boxes of the flow fall away although their four sides
carry each other, and so do arrows, which end on boxes, and underlines, which end nowhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractors.groups import connected
from extractors.raster.rules.ladders import ladders, shown_by_ends
from extractors.raster.rules.lines import Line, clipped, unseen
from extractors.raster.rules.strokes import Stroke

SHORTEST = 0.28
"""Inches below which nothing is a line of a table."""
REACH, NEAR = 0.06, 0.035
"""Inches by which a long and a short line may stop short of the line they rest on, or run past it."""
BROKEN_END = 0.3
"""Inches that may be missing at the end of a long line, or by which it may run on."""
MOST_OF, NEARLY_ALL = 0.5, 0.85
"""Share of the table over which a line must be seen to have broken ends, and to be one though it runs on."""
MOST_PAST = 0.3
"""Share of itself by which a line may run past the last one it rests on."""
MOST_SHORT, MOST_MENDED = 0.2, 0.7
"""Share of what is seen of a line by which it may end short of one it rests on, and how many inches at most."""
MOST_LOST = 1.0
"""Inches of a line that may be lost at a corner where the line across still shows it."""
LEAST_SEEN = 0.7
"""Share of its length that must be seen of a short line."""
LONG_LINE, UNBROKEN = 3.0, 0.95
"""Inches, and the share seen, of a line that may have lost its ends with as much else."""
CORNER = 0.8
"""Inches that must be seen of lines that make a corner within a table."""
SEED = 0.3
"""Share of the longest line of a table and direction from which a line may be one of its frame."""
WELL_SEEN = 0.7
"""Share of the table over which both sides of a corner must be seen for it to be lost."""
BORDER = 1.5
"""Inches of a line that must be seen for another to end at it that would be carried on otherwise."""
_SIDES = 2
"""Sides that a frame has in each direction."""

LEAST_LEVEL = 4
"""So many level lines that go from side to side are of a table that has no columns drawn."""


@dataclass(frozen=True, slots=True)
class Table:
    """Lines that hang together, those of one direction by themselves."""

    level: list[Line]
    plumb: list[Line]


class _More(NamedTuple):
    """Lines that count from now on, each with itself or with itself mended at its ends."""

    level: dict[Line, Line]
    plumb: dict[Line, Line]

    def __bool__(self) -> bool:
        return bool(self.level or self.plumb)


def tables(level: list[Line], plumb: list[Line], dpi: float) -> list[Table]:
    """Lines that cross or touch each other, as groups."""
    crossings = (
        (h, len(level) + v)
        for h, flat in enumerate(level)
        for v, tall in enumerate(plumb)
        if meet(flat, tall, REACH * dpi + loss(flat, dpi), 0.0, loss(tall, dpi))
    )
    every = [*level, *plumb]
    found = [
        Table([every[at] for at in group if at < len(level)], [every[at] for at in group if at >= len(level)])
        for group in connected(len(every), crossings)
    ]
    return [table for table in found if len(table.level) > 1 and len(table.plumb) > 1]


def between_sides(table: Table, kept: Table, dpi: float) -> list[Line]:
    """The level lines above and below a frame without columns that reach from side to side as those within it do.

    Where no column is drawn and no side either, a few rows alone seem to have sides, and the frame is too low.
    """
    if len(kept.plumb) != _SIDES or len(kept.level) < LEAST_LEVEL:
        return []
    sides = sorted(line.mean for line in kept.plumb)
    spare = BROKEN_END * dpi
    return [
        line
        for line in table.level
        if all(abs(line.mean - other.mean) > NEAR * dpi for other in kept.level)
        and line.seen >= NEARLY_ALL * line.length
        and line.start <= sides[0] + spare
        and line.end >= sides[1] - spare
    ]


def meet(a: Line, b: Line, reach: float, spare: float = 0.0, loss: float = 0.0) -> bool:
    """Whether two lines across each other touch, more being allowed at the ends of the first and of the second."""
    along_a, along_b = b.at(a.mean), a.at(b.mean)
    return (
        a.start - reach - spare <= along_a <= a.end + reach + spare
        and b.start - reach - loss <= along_b <= b.end + reach + loss
    )


def grown(table: Table, dpi: float) -> Table:
    """The frame of a table and all that rests on it."""
    table, kept = _framed(table, dpi)
    if not kept.level or not kept.plumb:
        return kept
    waiting = Table(
        [x for x in table.level if x not in kept.level],
        [x for x in table.plumb if x not in kept.plumb],
    )
    cut = _More({}, {})  # lines that count less far than they were seen
    while True:
        more = _accepted(waiting, kept, dpi) or _laddered(waiting, kept, cut, dpi)
        if not more:
            whole = Table(_completed(kept.level, kept.plumb, dpi), _completed(kept.plumb, kept.level, dpi))
            return _cornered(whole, dpi)
        kept = Table(_with(kept.level, more.level, cut.level), _with(kept.plumb, more.plumb, cut.plumb))
        waiting = Table(
            [x for x in waiting.level if x not in more.level],
            [x for x in waiting.plumb if x not in more.plumb],
        )


def _with(kept: Sequence[Line], more: Mapping[Line, Line], cut: dict[Line, Line]) -> list[Line]:
    """Lines that count with some more, of which those that were cut before count farther now; notes what is cut."""
    again = [cut.pop(line) for line in more if line in cut]
    cut.update((line, part) for line, part in more.items() if part.length < line.length and line not in again)
    return [*(line for line in kept if line not in again), *more.values()]


def _accepted(waiting: Table, kept: Table, dpi: float) -> _More:
    """The waiting lines that rest on accepted ones as they are; else those that only lost an end; else all that can be mended.

    A line that ends at one still waiting is not carried past it: that one, once mended itself, is its end.
    """
    whole = _More(
        {x: x for x in waiting.level if _rests(x, kept.plumb, dpi)},
        {x: x for x in waiting.plumb if _rests(x, kept.level, dpi)},
    )
    if whole:
        return whole
    mended = _More(
        _all_mended(waiting.level, kept.plumb, dpi),
        _all_mended(waiting.plumb, kept.level, dpi),
    )
    free = _More(
        {x: y for x, y in mended.level.items() if not _ends_at_one(x, waiting.plumb, dpi)},
        {x: y for x, y in mended.plumb.items() if not _ends_at_one(x, waiting.level, dpi)},
    )
    return free or mended or _cornering(waiting, kept, dpi)


def _laddered(waiting: Table, kept: Table, cut: _More, dpi: float) -> _More:
    """Lines of rows, or of columns, that all end at one piece of a side that is drawn there only, or was cut there."""
    level, plumb = ladders(waiting.level, (waiting.plumb, cut.plumb), kept.plumb, kept.level, REACH * dpi)
    tall, flat = ladders(waiting.plumb, (waiting.level, cut.level), kept.level, kept.plumb, REACH * dpi)
    return _More({**level, **flat}, {**plumb, **tall})


def _cornering(waiting: Table, kept: Table, dpi: float) -> _More:
    """Two waiting lines that end at each other and rest on accepted ones otherwise: the corner of a cell within the table.

    One of them goes over most of the table and both are well seen: the bends of arrows are not.
    """
    more = _More({}, {})
    width, height = _extent(kept.plumb), _extent(kept.level)
    flats, talls = (
        [x for x in some if x.seen >= max(CORNER * dpi, NEARLY_ALL * x.length)]
        for some in (waiting.level, waiting.plumb)
    )
    for flat in flats:
        for tall in talls:
            if flat.weight < MOST_OF * width and tall.weight < MOST_OF * height:
                continue
            if not _end_at_each_other(flat, tall, dpi):
                continue
            level = _mended(flat, [*kept.plumb, tall], dpi)
            plumb = _mended(tall, [*kept.level, flat], dpi)
            if level is not None and plumb is not None:
                more.level[flat], more.plumb[tall] = level, plumb
    return more


def _end_at_each_other(flat: Line, tall: Line, dpi: float) -> bool:
    """Whether an end of one line lies at an end of the other."""
    across = min(abs(end - tall.mean) for end in (flat.start, flat.end))
    along = min(abs(end - flat.mean) for end in (tall.start, tall.end))
    return max(across, along) <= REACH * dpi


def _extent(lines: Sequence[Line]) -> float:
    """From the first to the last of some lines."""
    places = [line.mean for line in lines]
    return max(places) - min(places) if places else 0.0


def _ends_at_one(line: Line, across: Sequence[Line], dpi: float) -> bool:
    """Whether a line ends at one of others across it, none of them a side of a symbol."""
    return any(
        other.seen >= BORDER * dpi
        and other.start - NEAR * dpi <= line.at(end) <= other.end + NEAR * dpi
        and abs(other.at(line.at(end)) - end) <= NEAR * dpi
        for other in across
        for end in (line.start, line.end)
    )


def _all_mended(some: Sequence[Line], across: Sequence[Line], dpi: float) -> dict[Line, Line]:
    """Lines that rest on accepted ones once they are mended at their ends."""
    mended = ((line, _mended(line, across, dpi)) for line in some)
    return {line: whole for line, whole in mended if whole is not None}


def _mended(line: Line, across: Sequence[Line], dpi: float) -> Line | None:
    """A line whose ends were lost short of the lines it rests on, or ran past them."""
    pieces = line.pieces
    most_past = min(MOST_PAST * line.length, MOST_LOST * dpi)
    most_missing = max(BROKEN_END * dpi, min(MOST_SHORT * line.seen, MOST_MENDED * dpi))
    for end, sign in ((line.start, -1), (line.end, 1)):
        # A line that reaches this one comes before those that may have lost their ends, though they be nearer.
        missing = next(
            (
                gap
                for reach in (REACH, BROKEN_END)
                if -most_past <= (gap := _missing(line, end, sign, across, reach, dpi)) <= most_missing
            ),
            None,
        )
        if missing is None:
            return None
        if -REACH * dpi <= missing <= NEAR * dpi:
            continue
        if missing < 0:
            pieces = clipped(pieces, end + sign * missing, sign)
            continue
        pieces = tuple(sorted((*pieces, unseen(line, end, end + sign * missing)), key=lambda s: s.start))
    longer = Line(pieces) if pieces else line
    return longer if _rests(longer, across, dpi) else None


def _missing(line: Line, end: float, sign: int, across: Sequence[Line], reach: float, dpi: float) -> float:
    """How far a line ends short of the nearest one across it that comes within reach of its height; below 0 where it runs past."""
    ahead = (
        (other.at(line.at(end)) - end) * sign
        for other in across
        if other.start - reach * dpi <= line.at(end) <= other.end + reach * dpi
    )
    return min(ahead, default=2 * dpi, key=lambda gap: abs(gap) if gap > 0 else -gap / 2)


def _completed(some: Sequence[Line], across: Sequence[Line], dpi: float) -> list[Line]:
    """Lines prolonged to where a line across them ends in the air at their height: a corner was lost."""
    found = []
    for line in some:
        reach = REACH * dpi
        pieces = line.pieces
        for other in across:
            place = line.at(other.mean)
            if min(abs(other.start - place), abs(other.end - place)) > reach:
                continue
            if reach < _short_of(line, other) < MOST_LOST * dpi:
                pieces = carried_on(line, other).pieces
                break
        found.append(Line(pieces))
    return found


def _cornered(table: Table, dpi: float) -> Table:
    """A table with the corners of its frame that its sides stop short of: no table lacks the end of a row."""
    level = sorted(table.level, key=lambda line: line.mean)
    plumb = sorted(table.plumb, key=lambda line: line.mean)
    height, width = level[-1].mean - level[0].mean, plumb[-1].mean - plumb[0].mean
    for row in (0, -1):
        for column in (0, -1):
            flat, tall = level[row], plumb[column]
            lost = [_short_of(flat, tall), _short_of(tall, flat)]
            seen = flat.seen >= WELL_SEEN * width and tall.seen >= WELL_SEEN * height
            if seen and REACH * dpi < max(lost) < MOST_LOST * dpi:
                level[row], plumb[column] = carried_on(flat, tall), carried_on(tall, flat)
    return Table(level, plumb)


def _short_of(line: Line, other: Line) -> float:
    """By how much a line ends short of where another one across it lies; negative where it runs past."""
    at = other.at(line.mean)
    return max(line.start - at, at - line.end)


def carried_on(line: Line, other: Line) -> Line:
    """A line carried on to where another one across it lies, unless it goes as far already."""
    at, place = other.at(line.mean), line.at(other.mean)
    if line.start <= at <= line.end:
        return line
    gap = (at, line.start) if at < line.start else (line.end, at)
    new = Stroke(*gap, place, place, line.tebal, 0.0)
    return Line((new, *line.pieces) if at < line.start else (*line.pieces, new))


def _framed(table: Table, dpi: float) -> tuple[Table, Table]:
    """A table with its frame, without those of its lines that are so long that beside them no other is of a frame.

    A streak over the whole page, or the edge of the sheet, is many times as long as the sides of a table of one row.
    """
    while True:
        kept = _frame(table, dpi)
        if kept.level and kept.plumb:
            return table, kept
        fewest = min((table.level, table.plumb), key=lambda some: len(_long(some)))
        long = _long(fewest)
        if len(long) > 1 or len(fewest) <= _SIDES:
            return table, kept
        rest = [line for line in fewest if line not in long]
        table = Table(rest, table.plumb) if fewest is table.level else Table(table.level, rest)


def _frame(table: Table, dpi: float) -> Table:
    """The long lines of a table that rest on each other at both ends, and borders that only their ends show."""
    level = _long(table.level)
    plumb = _long(table.plumb)
    level, plumb = level + shown_by_ends(plumb, level, dpi), plumb + shown_by_ends(level, plumb, dpi)
    while True:
        level_kept = [x for x in level if _rests(x, plumb, dpi)]
        plumb_kept = [x for x in plumb if _rests(x, level_kept, dpi)]
        if len(level_kept) == len(level) and len(plumb_kept) == len(plumb):
            return Table(level, plumb)
        level, plumb = level_kept, plumb_kept


def _long(some: Sequence[Line]) -> list[Line]:
    longest = max(line.weight for line in some)
    return [line for line in some if line.weight >= SEED * longest]


def _rests(line: Line, across: Sequence[Line], dpi: float) -> bool:
    """Whether both ends of a line lie on lines across it."""
    reach, spare = patience(line, across, dpi)
    places = [other.at(line.mean) for other in across if meet(line, other, reach, spare, loss(other, dpi))]
    if len(places) < 2:
        return False
    low, high = min(places), max(places)
    extent = _extent(across)
    if not _crosses(line, places, dpi):
        return False
    if line.weight >= NEARLY_ALL * extent:
        return True  # whatever it runs past: the line across its end may be the one that is missing
    if high - low < SHORTEST * dpi or _is_thin_on(line, extent):
        return False
    past = max(reach, REACH * dpi)  # a letter below a line prolongs it more often than ink misses its end
    return line.start > low - past and line.end < high + past


def loss(line: Line, dpi: float) -> float:
    """How much may be missing at the ends of a long line that is broken elsewhere, too."""
    broken = line.length >= LONG_LINE * dpi and line.seen < UNBROKEN * line.length
    return BROKEN_END * dpi if broken else 0.0


def _crosses(line: Line, places: Sequence[float], dpi: float) -> bool:
    """Whether a line is inked where others cross it; the sides of boxes in a row of cells are not."""
    if line.seen >= NEARLY_ALL * line.length:
        return True
    reach = NEAR * dpi
    inside = [at for at in places if line.start + reach < at < line.end - reach]
    hits = sum(any(p.start - reach <= at <= p.end + reach for p in line.pieces) for at in inside)
    return hits >= MOST_OF * len(inside)


def _is_thin_on(line: Line, extent: float) -> bool:
    """Whether too little is seen of a short line: an arrow that goes on behind a symbol."""
    return line.length < MOST_OF * extent and line.seen < LEAST_SEEN * line.length


def patience(line: Line, across: Sequence[Line], dpi: float) -> tuple[float, float]:
    """By how much a line may run past the lines it rests on, and how much of its ends may be missing.

    A line over most of the table can lose its ends to damage; a short one that ends early is an arrow or a box.
    """
    extent = _extent(across)
    thick = max((other.tebal for other in across), default=0.0) / 4
    if extent <= 0 or line.weight < MOST_OF * extent:
        return NEAR * dpi + thick, 0.0
    spare = 0.0
    if line.weight >= NEARLY_ALL * extent:
        spare = BROKEN_END if line.seen >= NEARLY_ALL * line.length else MOST_LOST
    return REACH * dpi + thick, spare * dpi

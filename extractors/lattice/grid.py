"""Ruled lines to lattices: tables as cells with rows and columns, merged ones included.

A line counts only where it ends on lines across it: arrows of the flow end on symbols and fall
away, and so do underlines. What is left falls into groups that hang together, each a table.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import or_

from extractors.boxes import Box, shared
from extractors.groups import connected
from extractors.sheets import Rule


@dataclass(frozen=True, slots=True)
class GridSettings:
    """Tolerances in points.

    Attributes:
        collinear: how far apart two pieces of one line may lie across it.
        gap: how long a break in a line may be.
        covered: how much of a line a symbol may lie on.
        reach: how far from a line across it a line may end, short of it or past it.
        snap: lines nearer than this make one border of rows or columns.
        border: the share of a cell's edge that a line must cover to be its border.
        smallest: the least width and height of a table.
        sifted: whether arrows and underlines have been sifted out already, so that a line with a
            free end is one that the scan lost the end of.
    """

    collinear: float = 1.5
    gap: float = 6.0
    covered: float = 60.0
    reach: float = 5.0
    snap: float = 3.5
    border: float = 0.55
    smallest: float = 40.0
    sifted: bool = False


SCANNED = GridSettings(reach=6.0, sifted=True)
"""For lines that were found in pixels."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell: its box, first row and column of the lattice, and over how many of both it reaches."""

    box: Box
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Lattice:
    """One table: the edges of its columns (xs) and rows (ys), ascending, and its cells row by row."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]

    @property
    def box(self) -> Box:
        """The box around the table."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def lattices(rules: Iterable[Rule], settings: GridSettings | None = None) -> list[Lattice]:
    """The tables that ruled lines make, top to bottom; frames and boxes of a single cell are none."""
    limits = settings or GridSettings()
    lines = supported(bridged(joined(list(rules), limits), limits), limits)
    found = [lattice for group in _groups(lines, limits) if (lattice := _lattice(group, limits))]
    kept = [lattice for lattice in found if not _is_symbol(lattice, found)]
    return sorted(kept, key=lambda lattice: (lattice.box.y0, lattice.box.x0))


def joined(rules: Iterable[Rule], limits: GridSettings) -> list[Rule]:
    """Pieces of one line put together over small breaks."""
    lines: list[Rule] = []
    for tegak in (False, True):
        bands: list[list[Rule]] = []
        for rule in sorted((r for r in rules if r.tegak == tegak), key=lambda r: r.at):
            if bands and rule.at - bands[-1][-1].at <= limits.collinear:
                bands[-1].append(rule)
            else:
                bands.append([rule])
        for band in bands:
            lines.extend(_runs(band, limits))
    return lines


def _runs(band: Sequence[Rule], limits: GridSettings) -> Iterator[Rule]:
    """The unbroken runs of the pieces of one band, each at the mean place of its pieces."""
    run: list[Rule] = []
    end = 0.0
    for piece in sorted(band, key=lambda r: r.start):
        if run and piece.start - end > limits.gap:
            yield _one(run)
            run = []
        end = max(end, piece.end) if run else piece.end
        run.append(piece)
    if run:
        yield _one(run)


def _one(run: Sequence[Rule]) -> Rule:
    weight = sum(r.end - r.start for r in run) or 1.0
    at = sum(r.at * (r.end - r.start) for r in run) / weight if weight else run[0].at
    return Rule(
        run[0].tegak, at, min(r.start for r in run), max(r.end for r in run), max(r.tebal for r in run)
    )


def bridged(lines: Sequence[Rule], limits: GridSettings) -> list[Rule]:
    """Lines that a symbol covers in the middle put together: both pieces break off where no line crosses them."""
    kept: list[Rule] = []
    for line in sorted(lines, key=lambda r: (r.tegak, r.at, r.start)):
        before = kept[-1] if kept else None
        if (
            before is not None
            and before.tegak == line.tegak
            and abs(before.at - line.at) <= limits.collinear
            and 0 < line.start - before.end <= limits.covered
            and not any(
                _crosses(other, line, end, limits) for other in lines for end in (before.end, line.start)
            )
        ):
            kept[-1] = _one([before, line])
        else:
            kept.append(line)
    return kept


def _crosses(other: Rule, line: Rule, place: float, limits: GridSettings) -> bool:
    """Whether another line runs across a line at a place of it."""
    return (
        other.tegak != line.tegak
        and abs(other.at - place) <= limits.reach
        and other.start - limits.reach <= line.at <= other.end + limits.reach
    )


def supported(lines: Sequence[Rule], limits: GridSettings) -> list[Rule]:
    """The lines whose both ends rest on others across them, trimmed to these; decided until none more falls."""
    kept = list(lines)
    while True:
        across = {tegak: [r for r in kept if r.tegak == tegak] for tegak in (False, True)}
        following = [rule for line in kept if (rule := _resting(line, across[not line.tegak], limits))]
        if len(following) == len(kept):
            return following
        kept = following


def _resting(line: Rule, across: Sequence[Rule], limits: GridSettings) -> Rule | None:
    """The line from the first to the last line across it, None when an end stands free."""
    reach = limits.reach
    crossings = [
        other.at
        for other in across
        if other.start - reach <= line.at <= other.end + reach
        and line.start - reach <= other.at <= line.end + reach
    ]
    if len(crossings) < 2:
        return None
    low, high = min(crossings), max(crossings)
    if high - low <= limits.snap:
        return None
    if not limits.sifted and (abs(low - line.start) > reach or abs(high - line.end) > reach):
        return None
    return replace(line, start=low, end=high)


def _groups(lines: Sequence[Rule], limits: GridSettings) -> list[list[Rule]]:
    """Lines that hang together by crossings."""
    upright = [at for at, line in enumerate(lines) if line.tegak]
    flat = [at for at, line in enumerate(lines) if not line.tegak]
    pairs = ((v, h) for v in upright for h in flat if _meets(lines[v], lines[h], limits.reach))
    return [[lines[at] for at in group] for group in connected(len(lines), pairs)]


def _meets(upright: Rule, flat: Rule, reach: float) -> bool:
    return (
        flat.start - reach <= upright.at <= flat.end + reach
        and upright.start - reach <= flat.at <= upright.end + reach
    )


def _lattice(lines: Sequence[Rule], limits: GridSettings) -> Lattice | None:
    xs = _edges([r for r in lines if r.tegak], limits.snap)
    ys = _edges([r for r in lines if not r.tegak], limits.snap)
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < 5:
        return None
    if xs[-1] - xs[0] < limits.smallest or ys[-1] - ys[0] < limits.smallest / 2:
        return None
    cells = _cells(xs, ys, lines, limits)
    return Lattice(tuple(xs), tuple(ys), tuple(cells)) if len(cells) > 1 else None


def _edges(lines: Sequence[Rule], snap: float) -> list[float]:
    """The places of lines, those that nearly coincide as one, weighted by length."""
    clusters: list[list[Rule]] = []
    for line in sorted(lines, key=lambda r: r.at):
        if clusters and line.at - clusters[-1][-1].at <= snap:
            clusters[-1].append(line)
        else:
            clusters.append([line])
    return [_one(cluster).at for cluster in clusters]


def _cells(
    xs: Sequence[float], ys: Sequence[float], lines: Sequence[Rule], limits: GridSettings
) -> list[GridCell]:
    """Squares of the full lattice, merged where no line parts them; what lies open to the outside is no cell."""
    columns, rows = len(xs) - 1, len(ys) - 1
    left = _borders([r for r in lines if r.tegak], xs, ys, limits)
    above = _borders([r for r in lines if not r.tegak], ys, xs, limits)
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column]:
                continue
            wide, high = _extent(row, column, rows, columns, left, above, taken)
            for y in range(row, row + high):
                for x in range(column, column + wide):
                    taken[y][x] = True
            sides = left[column][row], left[column + wide][row]
            ends = above[row][column], above[row + high][column]
            outer = column == 0, column + wide == columns
            # A scan loses the frame beside a long cell; lines above and below it still say where it ends.
            lost = limits.sifted and all(ends) and any(sides) and all(map(or_, sides, outer))
            if (all(sides) and any(ends)) or lost:
                box = Box(xs[column], ys[row], xs[column + wide], ys[row + high])
                cells.append(GridCell(box, row, column, high, wide))
    return cells


def _extent(
    row: int,
    column: int,
    rows: int,
    columns: int,
    left: Sequence[Sequence[bool]],
    above: Sequence[Sequence[bool]],
    taken: Sequence[Sequence[bool]],
) -> tuple[int, int]:
    """How many columns and rows the cell reaches over that begins in a square."""
    wide = 1
    while column + wide < columns and not left[column + wide][row] and not taken[row][column + wide]:
        wide += 1
    high = 1
    while row + high < rows and not any(
        above[row + high][x] or taken[row + high][x] for x in range(column, column + wide)
    ):
        if any(left[x][row + high] for x in range(column + 1, column + wide)):
            break
        high += 1
    return wide, high


def _borders(
    lines: Sequence[Rule], edges: Sequence[float], across: Sequence[float], limits: GridSettings
) -> list[list[bool]]:
    """For each edge and each stretch between two edges across it: whether a line is drawn there."""
    drawn: list[list[bool]] = []
    for edge in edges:
        on_edge = [
            r
            for r in lines
            if abs(r.at - edge) <= limits.snap * 1.5 and abs(r.at - edge) <= min(abs(r.at - e) for e in edges)
        ]
        row = []
        for low, high in pairwise(across):
            length = sum(max(0.0, min(high, r.end) - max(low, r.start)) for r in on_edge)
            row.append(length >= limits.border * (high - low))
        drawn.append(row)
    return drawn


def _is_symbol(lattice: Lattice, others: Sequence[Lattice]) -> bool:
    """Whether a small lattice lies inside one cell of another and is a drawing rather than a table."""
    box = lattice.box
    for other in others:
        if other is lattice or other.box.area <= box.area:
            continue
        if any(shared(cell.box, box) > 0.9 * box.area for cell in other.cells):
            return len(lattice.cells) < 4 or box.height < 30
    return False

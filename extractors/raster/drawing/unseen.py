"""Symbols that left no ink on a scan while the arrows between them did, concluded from the ends of those arrows.

Thin pale outlines are lost before dark lines are. Where no symbols are seen in a table, the cell in which an arrow ends
and from which the next one leads on holds one. Only a chain of arrows from row to row counts, each row with one such
column; an arrow that merely passes a cell says nothing.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from extractors.boxes import Box
from extractors.raster.drawing.arrow_ends import Arrow, whole_arrows
from extractors.raster.drawing.runs import Point
from extractors.raster.geometry.paper import Gray
from extractors.raster.learned import DPI, Maps
from extractors.sheets import TERSIRAT, Drawing, Rule

LEAST: Final = 4
"""Rows of a chain: two or three lines may be anything."""
LONG: Final = 0.6
"""Share of the longest rule that one of the table has at least."""
MANY: Final = 5
"""Columns that a procedure has at least."""
FEW: Final = 3
"""Shapes that are seen in the rows of a chain, and so is a flow: no more than one in so many rows."""
AT: Final = 0.12
"""Inches: a line that leads to a symbol ends this near to it."""
# Pixels of the maps.
SAME: Final = 5.0
"""Rules this close are one; ends this close to one axis are at opposite sides of a symbol."""
SMALLEST: Final = 12.0
"""A symbol is no narrower and no lower."""
USUAL: Final = (40.0, 22.0)
"""Width and height of a symbol of which nothing tells them."""


def unseen(
    gray: Gray, rules: Sequence[Rule], shapes: Sequence[Drawing], seen: Maps, dpi: float
) -> list[tuple[Drawing, Drawing | None]]:
    """The symbols that arrows lead to and from where none are seen.

    Args:
        gray: the page, evenly lit.
        rules: its ruled lines, in pixels.
        shapes: those that may be symbols, in pixels.
        seen: what the network tells of the page.
        dpi: pixels per inch.

    Returns:
        In pixels drawings of the kind ``contour`` that say that they are concluded, and for each the ``connector`` that
        leads from it to the next one of its chain, None for the last.
    """
    by = dpi / DPI
    rows, columns = _edges(rules, False, by), _edges(rules, True, by)
    if len(rows) <= LEAST or len(columns) <= MANY:
        return []
    table = Box(columns[0], rows[0], columns[-1], rows[-1])
    centres = [tuple(value / by for value in shape.box.centre) for shape in shapes]
    if sum(table.holds(x, y) for x, y in centres) * FEW > len(rows):
        return []
    found: list[tuple[Drawing, Drawing | None]] = []
    arrows = whole_arrows(gray, seen.arrows, rows, dpi)
    for chain in _chains(arrows, rows, columns):
        boxes = _boxes(chain)
        whole = Box(
            min(box.x0 for box in boxes),
            rows[chain[0][0]],
            max(box.x1 for box in boxes),
            rows[chain[-1][0] + 1],
        )
        if any(whole.holds(x, y) for x, y in centres):
            continue
        found.extend(
            (_drawing(box, by), _way(box, after, by) if after else None)
            for box, (_, _, after) in zip(boxes, chain, strict=True)
        )
    return found


def retold(
    lines: Sequence[Drawing], symbols: Sequence[tuple[Drawing, Drawing | None]], dpi: float
) -> list[Drawing]:
    """The lines of a page with those of chains as the chains tell them.

    Args:
        lines: as they are seen between symbols, in pixels.
        symbols: that were concluded, with the ways between them.
        dpi: pixels per inch.
    """
    pairs = [(a.box.grown(AT * dpi), b.box.grown(AT * dpi)) for (a, way), (b, _) in pairwise(symbols) if way]
    kept = [line for line in lines if not any(_is_same_way(line, a, b) for a, b in pairs)]
    return [way for _, way in symbols if way] + kept


def _is_same_way(line: Drawing, a: Box, b: Box) -> bool:
    """Whether a line ties two symbols, and does not lead back from the second to the first."""
    if len(line.points) < 2:
        return False
    first, last = line.points[0], line.points[-1]
    if a.holds(*first) and b.holds(*last):
        return line.panah != (True, False)
    return a.holds(*last) and b.holds(*first) and line.panah != (False, True)


_Step = tuple[int, Arrow | None, Arrow | None]
"""A row, the arrow that ends in it and the one that begins in it; the first row lacks the one, the last the other."""


def _edges(rules: Sequence[Rule], tegak: bool, by: float) -> list[float]:
    """Where the long rules of one direction lie, in pixels of the maps."""
    own = [rule for rule in rules if rule.tegak == tegak]
    longest = max((rule.end - rule.start for rule in own), default=0.0)
    places = sorted(rule.at / by for rule in own if rule.end - rule.start >= LONG * longest)
    return [place for at, place in enumerate(places) if not at or place - places[at - 1] > SAME]


def _chains(arrows: Sequence[Arrow], rows: Sequence[float], columns: Sequence[float]) -> list[list[_Step]]:
    """The arrows that lead from each row to the next one, from a row's own column on, as long as they do."""
    down: defaultdict[int, list[Arrow]] = defaultdict(list)
    within: defaultdict[int, list[Arrow]] = defaultdict(list)
    ending: defaultdict[int, set[int]] = defaultdict(set)
    for arrow in arrows:
        tail, (head, column) = _begins(arrow, rows, columns)[0], _cell(arrow.head, rows, columns)
        if arrow.headed:
            ending[head].add(column)
        if head == tail + 1:
            down[tail].append(arrow)
        elif head == tail > 0:
            # What led down to it from the row above is lost.
            from_above = arrow._replace(tail=(arrow.tail[0], rows[tail]), leaving=(0.0, 1.0))
            within[tail - 1].append(from_above)
    within.update(down)
    single = {row: own[0] for row, own in within.items() if len(own) == 1}
    found: list[list[_Step]] = []
    at = 0
    while at < len(rows):
        chain = _chain(at, single, ending, rows, columns)
        if len(chain) >= LEAST:
            found.append(chain)
        at += max(1, len(chain) - 1)
    return found


def _chain(
    first: int,
    single: Mapping[int, Arrow],
    ending: Mapping[int, set[int]],
    rows: Sequence[float],
    columns: Sequence[float],
) -> list[_Step]:
    """The rows from one on that arrows lead through; other arrows that end in one end in its column, too."""
    found: list[_Step] = []
    before, row = None, first
    while True:
        after = single.get(row)
        arrives = _cell(before.head, rows, columns)[1] if before else None
        leaves = _begins(after, rows, columns)[1] if after else None
        own = arrives if arrives is not None else leaves
        if own is None or not ending.get(row, set()) <= {own}:
            return found
        if leaves != own:
            after = None  # it begins elsewhere and says nothing of this symbol
        found.append((row, before, after))
        if after is None:
            return found
        before, row = after, row + 1


def _begins(arrow: Arrow, rows: Sequence[float], columns: Sequence[float]) -> tuple[int, int]:
    """The cell that an arrow leads from: right behind its tail, for a symbol may fill its cell down to the rule."""
    (x, y), (across, down) = arrow.tail, arrow.leaving
    return _cell((x - SAME * across, y - SAME * down), rows, columns)


def _cell(place: Point, rows: Sequence[float], columns: Sequence[float]) -> tuple[int, int]:
    return bisect(rows, place[1]) - 1, bisect(columns, place[0]) - 1


def _boxes(chain: Sequence[_Step]) -> list[Box]:
    """Where the symbols of a chain stand: their sides are where arrows end and begin."""
    sizes = [
        (2 * abs(before.head[0] - after.tail[0]), 2 * abs(before.head[1] - after.tail[1]))
        if _is_turned(before, after)
        else (0.0, abs(before.head[1] - after.tail[1]))
        for _, before, after in chain
        if before is not None and after is not None
    ]
    wide = [width for width, _ in sizes if width >= SMALLEST]
    high = [height for _, height in sizes if height >= SMALLEST]
    size = (median(wide) if wide else USUAL[0], median(high) if high else USUAL[1])
    turned = sum(_is_turned(a, b) for _, a, b in chain if a and b) * 2 > len(sizes)
    return [_box(before, after, size, turned) for _, before, after in chain]


def _is_turned(before: Arrow, after: Arrow) -> bool:
    """Whether one arrow ends above or below a symbol and the other begins beside it, or the other way round."""
    (ax, ay), (bx, by) = before.head, after.tail
    return (
        _is_plumb(before.coming) != _is_plumb(after.leaving) and abs(ax - bx) > SAME and abs(ay - by) > SAME
    )


def _is_plumb(way: Point) -> bool:
    return abs(way[1]) > abs(way[0])


def _box(before: Arrow | None, after: Arrow | None, size: tuple[float, float], turned: bool) -> Box:
    """The box of a symbol between the head that it has above or beside and the tail below or beside."""
    width, height = size
    if before is not None and after is not None:
        (ax, ay), (bx, by) = before.head, after.tail
        if _is_turned(before, after):
            x, y = (ax, by) if _is_plumb(before.coming) else (bx, ay)
            return _around(x, y, max(SMALLEST, 2 * abs(ax - bx)), max(SMALLEST, 2 * abs(ay - by)))
        if abs(ay - by) > SAME:  # above and below
            if not _is_plumb(after.leaving):  # of a slanted line the beginning may be lost
                by += (ax - bx) * after.leaving[1] / after.leaving[0]
            return _around(ax, (ay + by) / 2, width, max(SMALLEST, abs(ay - by)))
        return _around((ax + bx) / 2, (ay + by) / 2, max(SMALLEST, abs(ax - bx)), height)
    arrow = before or after
    assert arrow is not None
    place, way = (
        (arrow.head, arrow.coming) if before else (arrow.tail, (-arrow.leaving[0], -arrow.leaving[1]))
    )
    level = turned and abs(way[0]) > abs(way[1])
    if level:
        return _around(place[0] + (width / 2 if way[0] > 0 else -width / 2), place[1], width, height)
    return _around(place[0], place[1] + (height / 2 if way[1] > 0 else -height / 2), width, height)


def _around(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _way(box: Box, arrow: Arrow, by: float) -> Drawing:
    """An arrow from its symbol on."""
    (ax, ay), end = arrow.tail, arrow.head
    start = (min(max(ax, box.x0), box.x1), min(max(ay, box.y0), box.y1))
    leaves, comes = _is_plumb(arrow.leaving), _is_plumb(arrow.coming)
    corner = [] if leaves == comes else [(ax, end[1]) if leaves else (end[0], ay)]
    points = tuple((x * by, y * by) for x, y in (start, *corner, end))
    around = Box(
        min(x for x, _ in points),
        min(y for _, y in points),
        max(x for x, _ in points),
        max(y for _, y in points),
    )
    return Drawing("connector", around, points, panah=(False, True))


def _drawing(box: Box, by: float) -> Drawing:
    x0, y0, x1, y1 = (value * by for value in box)
    points = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    return Drawing(
        "contour", Box(x0, y0, x1, y1), points, closed=True, stroke="#000000", raut=TERSIRAT, keyakinan=0.5
    )

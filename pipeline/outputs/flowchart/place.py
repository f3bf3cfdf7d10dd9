"""Ways and symbols in points: only lanes that are used take room, and rows are as high as that needs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from extractors.boxes import Box
from pipeline.outputs.flowchart.forms import Side, Sizes, edge_of, stacked
from pipeline.outputs.flowchart.grid import Grid, Strip, Track
from pipeline.outputs.flowchart.model import Point
from pipeline.outputs.flowchart.route import Node, Way

LANE: Final = 4.2
"""Least distance of lanes above and below symbols, in points."""
_WIDE: Final = 5.5
_NARROW: Final = 3.4
HEAD: Final = 6.5
"""Room for an arrowhead between the last lane and a symbol."""
_AIR: Final = 3.5
LABEL: Final = 9.5
"""Room for a label above or below the symbol that its edge leaves."""
_THROUGH: Final = 6.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A page in points.

    Attributes:
        tinggi: heights of the rows, from the first on this page.
        kotak: by strip and column the boxes of the symbols there, from top to bottom.
        garis: for each way its corners.
    """

    tinggi: tuple[float, ...]
    kotak: Mapping[tuple[int, int], tuple[Box, ...]]
    garis: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class _Zone:
    """A strip by height: above the symbols, they themselves, below them; lanes used and the room behind the last."""

    atas: float
    tengah: float
    bawah: float
    ruang: tuple[float, float]

    @property
    def tinggi(self) -> float:
        return self.atas + self.tengah + self.bawah


def place(
    strips: Sequence[Strip],
    grid: Grid,
    found: Sequence[Way],
    labelled: Collection[int],
    least: Sequence[float],
    columns: tuple[float, Sequence[float], Sizes],
) -> Placed:
    """Where everything is.

    Args:
        strips: of the page, from top to bottom.
        grid: their tracks.
        found: the ways.
        labelled: which of them (by place) have a label where they begin.
        least: least heights of the rows on the page, in order.
        columns: left edge and widths of the actor columns, and the sizes of symbols.
    """
    left, widths, size = columns
    zones = [_zone(at, strip, grid, found, labelled, size) for at, strip in enumerate(strips)]
    rows = list(dict.fromkeys(strip.baris for strip in strips))
    needed = {
        row: sum(z.tinggi for s, z in zip(strips, zones, strict=True) if s.baris == row) for row in rows
    }
    heights = [max(needed[row], height) for row, height in zip(rows, least, strict=True)]
    xs = _across(grid.xs, _used(found, 0), left, widths, size)
    ys, middles = _downward(strips, zones, grid, _used(found, 1), dict(zip(rows, heights, strict=True)), size)
    boxes: dict[tuple[int, int], tuple[Box, ...]] = {}
    centres = [x + w / 2 for x, w in zip(accumulate(widths, initial=left), widths, strict=False)]
    for at, strip in enumerate(strips):
        for column, simbol in strip.simbol.items():
            boxes[at, column] = tuple(stacked(simbol, (centres[column], middles[at]), size))
    lines = tuple(_line(way, grid, strips, boxes, (xs, ys)) for way in found)
    return Placed(tuple(heights), boxes, lines)


def at_least(strips: Sequence[Strip], least: Sequence[float], size: Sizes) -> float:
    """How high the rows of a page are at least, whatever the ways; ``least`` are their own heights."""
    rows: dict[int, float] = {}
    for strip in strips:
        blocks = [size.block(simbol)[1] for simbol in strip.simbol.values()]
        room = max(blocks) + (HEAD if strip.pita else _AIR) + _AIR if blocks else 0.0
        rows[strip.baris] = rows.get(strip.baris, 0.0) + room
    return sum(map(max, rows.values(), least))


def _used(found: Sequence[Way], axis: int) -> set[int]:
    """The tracks across (0: those with a stretch downwards) or down (1: with one across) that lines run on."""
    return {one[axis] for way in found for one, other in pairwise(way.simpul) if one[axis] == other[axis]}


def _zone(
    at: int, strip: Strip, grid: Grid, found: Sequence[Way], labelled: Collection[int], size: Sizes
) -> _Zone:
    used = _used(found, 1)
    middle = max((size.block(s)[1] for s in strip.simbol.values()), default=0.0)
    if not middle and any(grid.ys[y].sel == at and grid.ys[y].bagian == "tengah" for y in used):
        middle = _THROUGH
    room = (_behind(at, "atas", grid, found, labelled), _behind(at, "bawah", grid, found, labelled))
    upper = sum(grid.ys[y].sel == at and grid.ys[y].bagian == "depan" for y in used)
    lower = sum(grid.ys[y].sel == at and grid.ys[y].bagian == "belakang" for y in used)
    return _Zone(upper * LANE + room[0], middle, lower * LANE + room[1], room)


def _behind(at: int, side: Side, grid: Grid, found: Sequence[Way], labelled: Collection[int]) -> float:
    """The room that symbols of a strip need on a side for arrowheads and labels."""
    ends = [
        (grid.ys[way.keluar.y].sel == at and way.keluar.sisi == side, n in labelled)
        for n, way in enumerate(found)
    ]
    if any(here and label for here, label in ends):
        return LABEL
    enters = any(grid.ys[way.masuk.y].sel == at and way.masuk.sisi == side for way in found)
    return HEAD if enters or any(here for here, _ in ends) else _AIR


def _across(
    tracks: Sequence[Track], used: Collection[int], left: float, widths: Sequence[float], size: Sizes
) -> list[float]:
    """The x of each track; a lane that is not used has that of its column's edge."""
    lefts = list(accumulate(widths, initial=left))
    found = []
    for at, track in enumerate(tracks):
        x0, x1 = lefts[track.sel], lefts[track.sel + 1]
        if track.bagian == "tengah":
            found.append((x0 + x1) / 2 + track.urut * size.lebar / 4)
            continue
        lanes = [n for n in sorted(used) if tracks[n].sel == track.sel and tracks[n].bagian == track.bagian]
        pitch = min(_NARROW, (x1 - x0 - size.lebar) / 2 / (len(lanes) + 1))
        order = sum(n < at for n in lanes)
        found.append(
            x0 + pitch * (order + 1) if track.bagian == "depan" else x1 - pitch * (len(lanes) - order)
        )
    return found


def _downward(
    strips: Sequence[Strip],
    zones: Sequence[_Zone],
    grid: Grid,
    used: Collection[int],
    heights: Mapping[int, float],
    size: Sizes,
) -> tuple[list[float], list[float]]:
    """The y of each track down the page, and of the middle of each strip."""
    bounds, middles = _strips(strips, zones, heights)
    shift = size.of("proses")[1] / 3.4
    found = []
    for at, track in enumerate(grid.ys):
        (top, bottom), middle, zone = bounds[track.sel], middles[track.sel], zones[track.sel]
        if track.bagian == "tengah":
            found.append(middle + track.urut * shift)
            continue
        lanes = [n for n in sorted(used) if grid.ys[n].sel == track.sel and grid.ys[n].bagian == track.bagian]
        upper = track.bagian == "depan"
        room = middle - top if upper else bottom - middle
        room -= zone.tengah / 2 + zone.ruang[0 if upper else 1]
        pitch = min(_WIDE, room / len(lanes)) if lanes else 0.0
        order = sum(n < at for n in lanes)
        found.append(top + pitch * (order + 1) if upper else bottom - pitch * (len(lanes) - order))
    return found, middles


def _strips(
    strips: Sequence[Strip], zones: Sequence[_Zone], heights: Mapping[int, float]
) -> tuple[list[tuple[float, float]], list[float]]:
    """Top, bottom and middle of each strip: what a row has more than it needs goes to where its symbols are."""
    bounds, middles = [], []
    top = row_top = 0.0
    row = strips[0].baris if strips else 0
    for at, (strip, zone) in enumerate(zip(strips, zones, strict=True)):
        if strip.baris != row:
            row, row_top = strip.baris, row_top + heights[row]
            top = row_top
        others = sum(
            z.tinggi for n, (s, z) in enumerate(zip(strips, zones, strict=True)) if s.baris == row and n != at
        )
        height = zone.tinggi if strip.pita else heights[row] - others
        least, most = top + zone.atas + zone.tengah / 2, top + height - zone.bawah - zone.tengah / 2
        middle = least if strip.pita else min(max(row_top + heights[row] / 2, least), most)
        bounds.append((top, top + height))
        middles.append(middle)
        top += height
    return bounds, middles


def _line(
    way: Way,
    grid: Grid,
    strips: Sequence[Strip],
    boxes: Mapping[tuple[int, int], Sequence[Box]],
    at: tuple[Sequence[float], Sequence[float]],
) -> tuple[Point, ...]:
    """The corners of a way, from outline to outline."""
    points = [(at[0][x], at[1][y]) for x, y in _corners(way.simpul)]
    for end, port in ((0, way.keluar), (-1, way.masuk)):
        strip, column = grid.ys[port.y].sel, grid.xs[port.x].sel
        which = -1 if port.sisi == "bawah" else 0
        simbol, box = strips[strip].simbol[column][which], boxes[strip, column][which]
        points[end] = edge_of(simbol, box, port.sisi, points[end])
    return tuple(points)


def _corners(nodes: Sequence[Node]) -> list[Node]:
    """The nodes where a way begins, turns and ends."""
    turns = [
        node
        for before, node, after in zip(nodes, nodes[1:], nodes[2:], strict=False)
        if (before[0] == node[0]) != (node[0] == after[0])
    ]
    return [nodes[0], *turns, nodes[-1]]

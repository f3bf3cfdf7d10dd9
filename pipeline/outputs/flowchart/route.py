"""One way on the tracks for each edge: short, with few bends, without sharing a track with another.

Edges are laid one after the other, the short ones first, each by the cheapest way (A*) that what lies
already leaves; then each is taken up and laid once more, now that it sees the others. What must not be
(running on top of another line) costs so much that it happens only where nothing else is possible.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import pairwise
from typing import Final

from pipeline.outputs.flowchart.forms import Side
from pipeline.outputs.flowchart.grid import Grid, Port

Node = tuple[int, int]
"""Numbers of the track across (x) and down (y)."""
Ends = tuple[tuple[int, int], tuple[int, int]]
"""Strip and column where an edge leaves and where it arrives."""

# Costs, in points of way.
BEND: Final = 14.0
CROSSING: Final = 26.0
TOUCHING: Final = 160.0
"""Bending where another line bends or passes."""
SHARING: Final = 420.0
"""... for each piece of track that two lines share."""

_LEAVE: Final[Mapping[str, Mapping[Side, float]]] = {
    "turun": {"bawah": 0.0, "kiri": 3.0, "kanan": 3.0, "atas": 60.0},
    "naik": {"kiri": 0.0, "kanan": 0.0, "atas": 8.0, "bawah": 40.0},
    "datar": {"kiri": 0.0, "kanan": 0.0, "bawah": 20.0, "atas": 25.0},
}
_ENTER: Final[Mapping[str, Mapping[Side, float]]] = {
    "turun": {"atas": 0.0, "kiri": 8.0, "kanan": 8.0, "bawah": 60.0},
    "naik": {"kiri": 0.0, "kanan": 0.0, "atas": 10.0, "bawah": 14.0},
    "datar": {"kiri": 0.0, "kanan": 0.0, "atas": 20.0, "bawah": 40.0},
}
# Right, down, left, up: opposites are two apart.
_STEPS: Final = ((1, 0), (0, 1), (-1, 0), (0, -1))
_FAR: Final = float("inf")
_OUTWARD: Final[Mapping[Side, int]] = {"kanan": 0, "bawah": 1, "kiri": 2, "atas": 3}


@dataclass(frozen=True, slots=True)
class Way:
    """An edge on the tracks: its nodes from symbol to symbol, corners and all between, and its ports."""

    simpul: tuple[Node, ...]
    keluar: Port
    masuk: Port


@dataclass(slots=True)
class _Traffic:
    """What lies on the tracks, by node: how it is passed; and by piece how often it is used.

    Piece ``2 * node`` leads from a node to the right, ``2 * node + 1`` downwards.
    """

    pieces: list[int]
    across: list[int]
    down: list[int]
    bends: list[int]

    def lay(self, nodes: Sequence[int], by: int = 1) -> None:
        """Note a way, or with -1 take it up again."""
        for one, other in pairwise(nodes):
            self.pieces[_piece(one, other)] += by
        for before, node, after in zip(nodes, nodes[1:], nodes[2:], strict=False):
            straight = after - node == node - before
            kind = self.bends if not straight else self.across if abs(after - node) == 1 else self.down
            kind[node] += by

    def is_hard(self, nodes: Sequence[int]) -> bool:
        """Whether a way meets others, so that it may be worth another try."""
        if any(self.pieces[_piece(one, other)] > 1 for one, other in pairwise(nodes)):
            return True
        return any((self.across[n] > 0) + (self.down[n] > 0) + self.bends[n] > 1 for n in nodes[1:-1])


def _piece(one: int, other: int) -> int:
    return 2 * min(one, other) + (abs(one - other) != 1)


@dataclass(frozen=True, slots=True)
class _Steps:
    """Where one can go: for ``4 * node + direction`` the next node, its distance and the piece between; or None."""

    grid: Grid
    width: int
    steps: tuple[tuple[int, float, int] | None, ...]
    closed: bytearray


def ways(grid: Grid, edges: Sequence[Ends]) -> list[Way]:
    """A way for each edge, in their order.

    Args:
        grid: the tracks; all ends of the edges are among its ports.
        edges: from strip and column to strip and column; an edge to its own beginning goes round it.
    """
    size = len(grid.xs) * len(grid.ys)
    traffic = _Traffic([0] * (2 * size), [0] * size, [0] * size, [0] * size)
    steps = _steps(grid)
    found: dict[int, tuple[Way, list[int]]] = {}
    order = sorted(range(len(edges)), key=lambda at: (*_span(edges[at]), at))
    for repeat in (False, True):
        for at in order:
            if repeat:
                if not traffic.is_hard(found[at][1]):
                    continue
                traffic.lay(found[at][1], -1)
            found[at] = _way(steps, edges[at], traffic)
            traffic.lay(found[at][1])
    return [found[at][0] for at in range(len(edges))]


def _span(edge: Ends) -> tuple[bool, int, int]:
    (row, column), (to_row, to_column) = edge
    return to_row < row, abs(to_row - row), abs(to_column - column)


def _steps(grid: Grid) -> _Steps:
    width, height = len(grid.xs), len(grid.ys)
    steps: list[tuple[int, float, int] | None] = []
    for y, row in enumerate(grid.ys):
        for x, column in enumerate(grid.xs):
            node = y * width + x
            for dx, dy in _STEPS:
                to_x, to_y = x + dx, y + dy
                if 0 <= to_x < width and 0 <= to_y < height:
                    size = abs(grid.xs[to_x].kira - column.kira) + abs(grid.ys[to_y].kira - row.kira)
                    to = to_y * width + to_x
                    steps.append((to, size, _piece(node, to)))
                else:
                    steps.append(None)
    closed = bytearray(width * height)
    for node in grid.tertutup:
        closed[node] = 1
    return _Steps(grid, width, tuple(steps), closed)


@dataclass(slots=True)
class _Search:
    """One search: where it may end, how much is left from each track, what has been reached.

    A state is ``4 * node + direction``; ``goals`` maps the state that enters a symbol to its port and
    what that costs. A state below 0 is a port where the edge begins.
    """

    steps: _Steps
    traffic: _Traffic
    goals: dict[int, tuple[Port, float]]
    left_x: list[float]
    left_y: list[float]
    waiting: list[tuple[float, float, int]] = field(default_factory=list)
    best: dict[int, float] = field(default_factory=dict)
    came: dict[int, int] = field(default_factory=dict)

    def reach(self, node: int, towards: int, spent: float, origin: int) -> None:
        """Go on from a node in a direction, if there is a track and no symbol lies there."""
        step = self.steps.steps[4 * node + towards]
        if step is None:
            return
        to, size, piece = step
        state = 4 * to + towards
        if self.steps.closed[to]:
            goal = self.goals.get(state)
            if goal is None:
                return
            spent += goal[1]
        spent += size + SHARING * self.traffic.pieces[piece]
        if spent < self.best.get(state, _FAR):
            self.best[state] = spent
            self.came[state] = origin
            y, x = divmod(to, self.steps.width)
            across, down = self.left_x[x], self.left_y[y]
            left = across + down + (BEND if across and down else 0.0)
            heappush(self.waiting, (spent + left, -spent, state))

    def go_on(self, state: int, spent: float) -> None:
        """Go on from a state, straight and to both sides."""
        node, towards = divmod(state, 4)
        traffic = self.traffic
        bends, across, down = traffic.bends[node], traffic.across[node], traffic.down[node]
        straight = TOUCHING if bends else CROSSING if (across if towards % 2 else down) else 0.0
        turn = BEND + (TOUCHING if bends or across or down else 0.0)
        self.reach(node, towards, spent + straight, state)
        self.reach(node, (towards + 1) % 4, spent + turn, state)
        self.reach(node, (towards + 3) % 4, spent + turn, state)


def _way(steps: _Steps, edge: Ends, traffic: _Traffic) -> tuple[Way, list[int]]:
    """The cheapest way of an edge, and its nodes as numbers."""
    grid, width = steps.grid, steps.width
    kind = _kind(edge)
    doors = grid.pintu[edge[1]]
    left_x = _left([track.kira for track in grid.xs], [port.x for port in doors])
    left_y = _left([track.kira for track in grid.ys], [port.y for port in doors])
    search = _Search(steps, traffic, dict(_goals(doors, kind, width)), left_x, left_y)
    begins = grid.pintu[edge[0]]
    for number, port in enumerate(begins):
        cost = _LEAVE[kind][port.sisi] + port.biaya
        search.reach(port.y * width + port.x, _OUTWARD[port.sisi], cost, -1 - number)
    while search.waiting:
        _, negative, state = heappop(search.waiting)
        if -negative > search.best[state]:
            continue
        if state in search.goals:
            nodes, begin = _back(search.came, state)
            first = begins[-1 - begin]
            nodes = [first.y * width + first.x, *nodes]
            return Way(tuple((n % width, n // width) for n in nodes), first, search.goals[state][0]), nodes
        search.go_on(state, -negative)
    raise AssertionError("the lanes around all symbols lead everywhere")


def _left(places: Sequence[float], goals: Sequence[int]) -> list[float]:
    """For each track how far the nearest of some others is at least."""
    low, high = min(places[g] for g in goals), max(places[g] for g in goals)
    return [max(low - at, 0.0, at - high) for at in places]


def _back(came: Mapping[int, int], state: int) -> tuple[list[int], int]:
    """The nodes that led to a state, and the number of the port where they begin."""
    nodes = []
    while state >= 0:
        nodes.append(state // 4)
        state = came[state]
    return nodes[::-1], state


def _kind(edge: Ends) -> str:
    rows = edge[1][0] - edge[0][0]
    return "turun" if rows > 0 else "naik" if rows < 0 else "datar"


def _goals(doors: Sequence[Port], kind: str, width: int) -> Iterator[tuple[int, tuple[Port, float]]]:
    for port in doors:
        inward = (_OUTWARD[port.sisi] + 2) % 4
        cost = _ENTER[kind][port.sisi] + port.biaya
        yield 4 * (port.y * width + port.x) + inward, (port, cost)

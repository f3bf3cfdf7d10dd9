"""The tracks of a page: where lines may run across and down, in their order, and which crossings symbols take.

Each column has lanes in its gutters and three tracks through its middle, each strip (a row, or a band
for connectors within one) the same. Tracks have an order but no final place: a strip becomes as high
as the lanes need that are used in the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from pipeline.outputs.flowchart.forms import Side, Sizes, beside, connector_ports, ports

Part = Literal["depan", "tengah", "belakang"]
"""Of a column or strip: its left or upper lanes, the tracks through its middle, its right or lower lanes."""

LANES: Final = 3
"""Lanes beside the symbols of a column, where there is room."""
_NARROWEST: Final = 2.6
"""Lanes in a gutter are not given less room than this."""
_STEP: Final = 4.5
"""Lanes are about so far apart."""


class Track(NamedTuple):
    """A place for lines: of which column or strip, in which part of it, the how-manieth there, and about where.

    ``urut`` counts lanes from 0; of the tracks through the middle 0 is the middle one, -1 and 1 are beside it.
    """

    sel: int
    bagian: Part
    urut: int
    kira: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A row or a band of connectors: symbols by actor column, and its least height.

    ``baris`` is the row it belongs to; ``pita`` says that it is a band, at the head or the foot of a page.
    """

    baris: int
    simbol: Mapping[int, tuple[str, ...]]
    tinggi: float
    pita: Literal["", "kepala", "kaki"] = ""


@dataclass(frozen=True, slots=True)
class Port:
    """A place where a line may leave or enter a symbol: the node inside it, the side, and what that costs."""

    x: int
    y: int
    sisi: Side
    biaya: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Tracks across the page (``xs``) and down (``ys``), nodes ``y * len(xs) + x`` that symbols take, and ports."""

    xs: tuple[Track, ...]
    ys: tuple[Track, ...]
    tertutup: frozenset[int]
    pintu: Mapping[tuple[int, int], tuple[Port, ...]]


def grid_of(strips: Sequence[Strip], kolom: Sequence[float], size: Sizes, lanes: int = 3) -> Grid:
    """The tracks of a page with these strips, actor columns (widths) and lanes above and below symbols."""
    xs = _columns(kolom, size)
    ys = _strips(strips, lanes)
    width = len(xs)
    by_column = _middles(xs)
    by_strip = _middles(ys)
    taken: set[int] = set()
    doors: dict[tuple[int, int], tuple[Port, ...]] = {}
    for number, strip in enumerate(strips):
        rows = by_strip[number]
        for column, simbol in strip.simbol.items():
            columns = by_column[column]
            taken |= {y * width + x for x in columns.values() for y in rows.values()}
            sides = connector_ports(strip.pita == "kepala") if strip.pita else ports(simbol)
            doors[number, column] = tuple(_doors(simbol[0], sides, columns, rows))
    return Grid(xs, ys, frozenset(taken), doors)


def _doors(
    simbol: str, sides: Mapping[Side, Sequence[int]], columns: Mapping[int, int], rows: Mapping[int, int]
) -> list[Port]:
    upper, lower = rows[min(rows)], rows[max(rows)]
    found = []
    for side, shifts in sides.items():
        for shift in shifts:
            if side in ("atas", "bawah") and shift in columns:
                found.append(
                    Port(columns[shift], upper if side == "atas" else lower, side, beside(simbol, shift))
                )
            elif side in ("kiri", "kanan") and shift in rows:
                x = columns[min(columns)] if side == "kiri" else columns[max(columns)]
                found.append(Port(x, rows[shift], side, beside(simbol, shift)))
    return found


def _middles(tracks: Sequence[Track]) -> dict[int, dict[int, int]]:
    """By column or strip the place among the tracks of those through its middle, by ``urut``."""
    found: dict[int, dict[int, int]] = {}
    for at, track in enumerate(tracks):
        if track.bagian == "tengah":
            found.setdefault(track.sel, {})[track.urut] = at
    return found


def _columns(kolom: Sequence[float], size: Sizes) -> tuple[Track, ...]:
    tracks = []
    left = 0.0
    for number, width in enumerate(kolom):
        gutter = (width - size.lebar) / 2
        lanes = max(1, min(LANES, int(gutter / _NARROWEST)))
        pitch = min(_STEP, gutter / (lanes + 1))
        middle = left + width / 2
        tracks += [Track(number, "depan", k, left + pitch * (k + 1)) for k in range(lanes)]
        tracks += [Track(number, "tengah", k, middle + k * size.lebar / 4) for k in (-1, 0, 1)]
        tracks += [Track(number, "belakang", k, left + width - pitch * (lanes - k)) for k in range(lanes)]
        left += width
    return tuple(tracks)


def _strips(strips: Sequence[Strip], most: int) -> tuple[Track, ...]:
    tracks = []
    top = 0.0
    for number, strip in enumerate(strips):
        lanes, middles = (1, (0,)) if strip.pita else (most, (-1, 0, 1))
        middle, bottom = top + strip.tinggi / 2, top + strip.tinggi
        pitch = min(_STEP, strip.tinggi / 2 / (lanes + 2))
        tracks += [Track(number, "depan", k, top + pitch * (k + 1)) for k in range(lanes)]
        tracks += [Track(number, "tengah", k, middle + k * pitch / 2) for k in middles]
        tracks += [Track(number, "belakang", k, bottom - pitch * (lanes - k)) for k in range(lanes)]
        top = bottom
    return tuple(tracks)

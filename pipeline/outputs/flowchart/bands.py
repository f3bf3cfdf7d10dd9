"""Bands of connectors: at the foot and the head of a page, in columns near what they hand over."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.outputs.flowchart.grid import Strip
from pipeline.outputs.flowchart.model import KONEKTOR, EdgeIn, RowIn

BAND: Final = 24.0
"""About how high a band is, in points."""


@dataclass(frozen=True, slots=True)
class Half:
    """An edge on a page that does not hold both of its ends.

    Attributes:
        edge: its number.
        pergi: whether it leaves the page here; else it arrives.
        kepala: whether its connector stands at the head of the page.
        kolom: column of the end that is on the page.
    """

    edge: int
    pergi: bool
    kepala: bool
    kolom: int


@dataclass(frozen=True, slots=True)
class Band:
    """Strips of a page with its bands, and for each half the strip and column of its connector."""

    strips: tuple[Strip, ...]
    tempat: dict[int, tuple[int, int]]
    atas: int


def halves(edges: Sequence[tuple[int, EdgeIn]], awal: int, akhir: int) -> list[Half]:
    """The halves on a page of rows ``awal`` to before ``akhir``, of the edges that it does not hold whole."""
    found = []
    for number, edge in edges:
        here = [awal <= end[0] < akhir for end in (edge.dari, edge.ke)]
        if here[0] != here[1]:
            own, other = (edge.dari, edge.ke) if here[0] else (edge.ke, edge.dari)
            found.append(Half(number, here[0], other[0] < awal, own[1]))
    return found


def banded(rows: Sequence[RowIn], awal: int, akhir: int, parts: Sequence[Half], least: float) -> Band:
    """The strips of a page: its rows, with bands for connectors within the first and the last.

    Args:
        rows: of the table.
        awal: the first row of the page.
        akhir: the row behind its last.
        parts: what is handed over.
        least: about how high a row is at least.
    """
    upper = _dealt([half for half in parts if half.kepala], rows[awal])[::-1]
    lower = _dealt([half for half in parts if not half.kepala], rows[akhir - 1])
    strips = [_band(awal, band, "kepala") for band in upper]
    for number in range(awal, akhir):
        held = {column: simbol for column, simbol in enumerate(rows[number].simbol) if simbol}
        strips.append(Strip(number, held, max(rows[number].tinggi, least)))
    places = {half.edge: (at, column) for at, band in enumerate(upper) for column, half in band.items()}
    for band in lower:
        places |= {half.edge: (len(strips), column) for column, half in band.items()}
        strips.append(_band(akhir - 1, band, "kaki"))
    return Band(tuple(strips), places, len(upper))


def _band(row: int, band: dict[int, Half], pita: Literal["kepala", "kaki"]) -> Strip:
    return Strip(row, dict.fromkeys(sorted(band), (KONEKTOR,)), BAND, pita)


def _dealt(parts: Sequence[Half], row: RowIn) -> list[dict[int, Half]]:
    """The bands, each with its halves by column: of cells that hold a symbol, so that none looks like an actor's own."""
    bands: list[dict[int, Half]] = []
    columns = [column for column, simbol in enumerate(row.simbol) if simbol] or range(len(row.simbol))
    for half in parts:
        free = (
            (abs(column - half.kolom), column, band)
            for band in bands
            for column in columns
            if column not in band
        )
        nearest = min(free, key=lambda place: place[:2], default=None)
        if nearest is None:
            bands.append({min(columns, key=lambda column: (abs(column - half.kolom), column)): half})
        else:
            nearest[2][nearest[1]] = half
    return bands

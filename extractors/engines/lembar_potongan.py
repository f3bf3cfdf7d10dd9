"""Many small crops on a few sheets, so that an engine that is slow to start on a picture reads them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.engines.gambar import Gambar

_LEBAR = 1200
_TINGGI = 900
"""A sheet's size in pixels; a larger crop gets a sheet of its own size."""
_SELA = 16
"""White between crops, so that a line never runs on into the next."""


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a crop lies on a sheet, in pixels."""

    nomor: int
    x: int
    y: int
    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet of crops and where each lies."""

    gambar: Gambar
    letak: tuple[Letak, ...]

    def at(self, x: float, y: float) -> Letak | None:
        """The crop that a point lies on."""
        return next((spot for spot in self.letak if _on(spot, x, y)), None)


def pack(crops: Sequence[Gambar]) -> list[Lembar]:
    """Lays crops out in rows, tall ones first; empty crops are left out."""
    order = sorted((n for n, crop in enumerate(crops) if crop.size), key=lambda n: -crops[n].shape[0])
    sheets: list[list[Letak]] = []
    spots: list[Letak] = []
    x = y = _SELA
    row = 0
    for number in order:
        height, width = crops[number].shape[:2]
        if x + width + _SELA > _LEBAR and x > _SELA:
            x, y, row = _SELA, y + row + _SELA, 0
        if y + height + _SELA > _TINGGI and spots:
            sheets.append(spots)
            spots, x, y, row = [], _SELA, _SELA, 0
        spots.append(Letak(number, x, y, width, height))
        x, row = x + width + _SELA, max(row, height)
    if spots:
        sheets.append(spots)
    return [_drawn(crops, spots) for spots in sheets]


def _drawn(crops: Sequence[Gambar], spots: Sequence[Letak]) -> Lembar:
    width = max(spot.x + spot.lebar for spot in spots) + _SELA
    height = max(spot.y + spot.tinggi for spot in spots) + _SELA
    sheet = np.full((height, width, 3), 255, np.uint8)
    for spot in spots:
        crop = crops[spot.nomor]
        colours = crop[:, :, None] if crop.ndim == 2 else crop
        sheet[spot.y : spot.y + spot.tinggi, spot.x : spot.x + spot.lebar] = colours
    return Lembar(sheet, tuple(spots))


def _on(spot: Letak, x: float, y: float) -> bool:
    return spot.x <= x <= spot.x + spot.lebar and spot.y <= y <= spot.y + spot.tinggi

"""Habits of people who draw by hand, some styles have some of them: gaps, pieces, jumps, two heads, wide boxes.

They are drawn by an own random stream, so that whatever else a style looks like stays as it was.
"""

import random
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True)
class Kebiasaan:
    """How the flow of one style departs from neat drawing; lengths in mm.

    Attributes:
        celah: lines stop so far from their symbols.
        potong: each stretch of a line is a line of its own, a little askew at the joints.
        lompat: lines jump over those that they cross.
        dua_arah: share of lines within a row that have two heads.
        dua_kolom: share of boxes that are as wide as two columns.
        antar_baris: share of symbols that reach into the next row.
        garis_tabel: lines between rows run along the ruled line.
        label_jauh: labels stand so much further from their line.
        siku: lines with two bends are one connector in office files.
    """

    celah: float = 0.0
    potong: bool = False
    lompat: bool = False
    dua_arah: float = 0.0
    dua_kolom: float = 0.0
    antar_baris: float = 0.0
    garis_tabel: bool = False
    label_jauh: float = 0.0
    siku: bool = False

    def js(self) -> dict[str, Any]:
        """The same for the script of a page, lengths in CSS pixels."""
        return asdict(self) | {"celah": self.celah * 96 / 25.4, "label_jauh": self.label_jauh * 96 / 25.4}


@cache
def kebiasaan_dari(nama: str) -> Kebiasaan:
    """The habits of the style of that id; every other one has none."""
    rng = random.Random(f"kebiasaan/{nama}")
    if rng.random() < 0.5:
        return Kebiasaan()
    return Kebiasaan(
        celah=rng.choice([0, 0, 0.6, 1.2, 1.8]),
        potong=rng.random() < 0.3,
        lompat=rng.random() < 0.3,
        dua_arah=rng.choice([0, 0.3, 0.6]),
        dua_kolom=rng.choice([0, 0, 0.15]),
        antar_baris=rng.choice([0, 0, 0.2]),
        garis_tabel=rng.random() < 0.3,
        label_jauh=rng.choice([0, 0, 1.5, 3]),
        siku=rng.random() < 0.6,
    )

"""How wide text runs, and what follows from it: column widths, line counts. Points throughout.

Estimates, good to a few per cent for the Arial metric that all formats use: enough to share
a page out between columns, not to place a single word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

BARIS = 1.2
"""Line height in em, the same in all formats."""
TEBAL = 1.08
"""Bold against regular type."""

# Advance widths of Arimo (= Arial) in em; what is not listed counts as a figure.
_HURUF = {
    0.2: "'ijl",
    0.28: " !,./:;I[\\]ft|",
    0.34: '()-`r{}"',
    0.5: "*Jcksvxyz^",
    0.6: "FTZ+<=>~",
    0.67: "&ABEKPSVXY",
    0.75: "CDHNRUwGOQ",
    0.83: "Mm",
    1.0: "%W@…—",
}
_LEBAR = {huruf: lebar for lebar, kelompok in _HURUF.items() for huruf in kelompok}
_ANGKA = 0.56
# Far Eastern text and emoji fill a whole square; no office text has them by intent.
_PERSEGI = 0x2E80

_BERAT_DASAR = 2.0
"""Weight in em that even an empty column has."""


@dataclass(frozen=True, slots=True)
class Tuntutan:
    """What one column asks for: points it cannot go below, and its weight in the sharing of the rest."""

    minimum: float
    berat: float


# The three formats of one SOP ask for the same texts, and the layout of each several times over.
@lru_cache(maxsize=4096)
def lebar_teks(teks: str) -> float:
    """The width of the text on one line, in em."""
    return sum(_LEBAR.get(huruf) or (_ANGKA if ord(huruf) < _PERSEGI else 1.0) for huruf in teks)


def kata_terlebar(teks: str) -> float:
    """The width of the longest word, in em; 0 without words."""
    return lebar_teks(max(teks.split(), key=len, default=""))


def jumlah_baris(teks: str, lebar: float) -> int:
    """How many lines the text takes in a column of ``lebar`` em; at least one."""
    # A ragged right edge costs about a third of the longest word per line; a word too long is broken.
    terpakai = lebar - min(kata_terlebar(teks), lebar) / 3
    return max(1, ceil(lebar_teks(teks) / terpakai))


def berat(isi: Iterable[str]) -> float:
    """The weight of a column by its texts; the long ones count most.

    The fourth power keeps a column with few but long cells (remarks) from setting the height of its
    rows; 1.5 gives long texts more than their share, since short ones have room in the minimum.
    """
    lebar = [lebar_teks(teks) for teks in isi]
    rerata = sqrt(sqrt(sum(w**4 for w in lebar) / max(1, len(lebar))))
    return float((_BERAT_DASAR + rerata) ** 1.5)


def bagi(lebar: float, kolom: Sequence[Tuntutan]) -> list[float]:
    """The widths of the columns, in points; they add up to ``lebar``.

    Every column gets its minimum, its longest word, and the rest goes by weight; where not even
    the minima fit, they shrink alike.
    """
    minimum = sum(k.minimum for k in kolom)
    if minimum >= lebar:
        return [k.minimum * lebar / minimum for k in kolom]
    per_berat = (lebar - minimum) / sum(k.berat for k in kolom)
    return [k.minimum + k.berat * per_berat for k in kolom]

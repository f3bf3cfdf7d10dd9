"""How wide text runs, and what follows from it: column widths, line counts. Points throughout.

Widths are those of the font; line counts err on the high side, so that what was given room for fits
in every format.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from pipeline.outputs import huruf
from pipeline.outputs.butir import MENJOROK, menjorok

BARIS = 1.2
"""Line height in em, the same in all formats."""

# Programs round widths: a line counts as this much narrower, and by no more than so many em.
_LONGGAR: Final = 0.985
_LONGGAR_EM: Final = 0.25

# Where programs break a word before they break it anywhere.
_JEDA: Final = re.compile("[ \n]")
_RUAS: Final = re.compile(r"[^/-]*[/-]|[^/-]+")

_BERAT_DASAR = 2.0
"""Weight in em that even an empty column has."""


@dataclass(frozen=True, slots=True)
class Tuntutan:
    """What one column asks for: points it cannot go below, and its weight in the sharing of the rest."""

    minimum: float
    berat: float


def lebar_teks(teks: str, tebal: bool = False) -> float:
    """The width of the text on one line, in em."""
    return huruf.lebar(teks.replace("\n", " "), tebal)


def kata_terlebar(teks: str, tebal: bool = False) -> float:
    """The width of the longest word, in em; 0 without words."""
    return max((lebar_teks(kata, tebal) for kata in _JEDA.split(teks)), default=0.0)


def jumlah_baris(teks: str, lebar: float, tebal: bool = False) -> int:
    """How many lines the text takes at most in a column of ``lebar`` em; at least one."""
    return len(baris_teks(teks, lebar, tebal))


def baris_teks(teks: str, lebar: float, tebal: bool = False) -> list[str]:
    """The text in lines of ``lebar`` em, each as full as can be; a word that is wider is broken where the line ends.

    Programs that break lines at more places than blanks need no more lines than these. Items of a list, each behind a
    line break, are set in.
    """
    if "\n" in teks:
        paragraphs = ((each, lebar - MENJOROK if menjorok(each) else lebar) for each in teks.split("\n"))
        return [line for each, room in paragraphs for line in baris_teks(each, room, tebal)]
    spasi, muat = lebar_teks(" ", tebal), max(lebar * _LONGGAR, lebar - _LONGGAR_EM)
    baris, terisi = [""], 0.0
    for kata in filter(None, teks.split(" ")):
        panjang = lebar_teks(kata, tebal)
        if baris[-1] and terisi + spasi + panjang <= muat:
            baris[-1] += f" {kata}"
            terisi += spasi + panjang
            continue
        potongan = [kata] if panjang <= muat else _terpotong(kata, muat, tebal)
        baris = [*(baris if baris[-1] else []), *potongan]
        terisi = lebar_teks(baris[-1], tebal)
    return baris


def _terpotong(kata: str, muat: float, tebal: bool) -> list[str]:
    """A word wider than a line as the program breaks it that needs the most lines: anywhere, or behind / and - first."""
    di_mana_pun = _potong(kata, muat, tebal)
    ruas = [bagian for each in _RUAS.findall(kata) for bagian in _potong(each, muat, tebal)]
    terkumpul = ruas[:1]
    for each in ruas[1:]:
        if lebar_teks(terkumpul[-1] + each, tebal) <= muat:
            terkumpul[-1] += each
        else:
            terkumpul.append(each)
    return max(di_mana_pun, terkumpul, key=lambda baris: (len(baris), lebar_teks(baris[-1], tebal)))


def _potong(kata: str, muat: float, tebal: bool) -> list[str]:
    """A long word in pieces, none wider than the line unless it is a single letter."""
    potongan, terisi = [""], 0.0
    for letter in kata:
        lebar = lebar_teks(letter, tebal)
        if potongan[-1] and terisi + lebar > muat:
            potongan.append("")
            terisi = 0.0
        potongan[-1] += letter
        terisi += lebar
    return potongan


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

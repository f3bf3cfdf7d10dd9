"""Widths of columns evened out: room goes from one column to another as long as that makes the rows lower."""

from collections.abc import Sequence
from itertools import permutations
from math import ceil
from typing import Final

from pipeline.outputs.butir import MENJOROK, menjorok
from pipeline.outputs.ukuran import lebar_teks

_LANGKAH: Final = (24.0, 12.0, 6.0)
"""How much is moved at a time, in points: much first."""
_PALING: Final = 40
"""So often is moved at most."""
_BARIS_SENDIRI: Final = 0.02
"""What a line costs that makes no row higher, against one that does."""

_Kata = Sequence[tuple[float, Sequence[float]]]
"""The lines of a text that are given, each with how far it is set in and the widths of its words, in em."""


def imbang(
    lebar: Sequence[float], minimum: Sequence[float], isi: Sequence[Sequence[str]], ukuran: float, tepi: float
) -> list[float]:
    """The widths of the columns, in points, by which the rows are lowest; they add up to what was given.

    Args:
        lebar: of the columns as they are.
        minimum: widths that they must have.
        isi: for each column its texts, row by row.
        ukuran: type size, in points.
        tepi: room left and right of the text in a cell, together, in points.
    """
    words = [[_kata(teks) for teks in column] for column in isi]
    spasi = lebar_teks(" ")
    known: dict[tuple[int, float], list[int]] = {}

    def lines(column: int, width: float) -> list[int]:
        key = (column, round(width, 3))
        if key not in known:
            room = max((width - tepi) / ukuran, 1.0)
            known[key] = [_jumlah(teks, room, spasi) for teks in words[column]]
        return known[key]

    def cost(widths: Sequence[float]) -> float:
        counted = [lines(column, width) for column, width in enumerate(widths)]
        total: float = sum(max(row) + _BARIS_SENDIRI * sum(row) for row in zip(*counted, strict=True))
        return total

    best, now = list(lebar), cost(lebar)
    moves = 0
    for step in _LANGKAH:
        while moves < _PALING:
            tried = [
                (cost(other), other)
                for a, b in permutations(range(len(best)), 2)
                if best[a] - step >= minimum[a]
                for other in [_pindah(best, a, b, step)]
            ]
            lowest = min(tried, key=lambda found: found[0], default=(now, best))
            if lowest[0] >= now - 1e-9:
                break
            now, best = lowest
            moves += 1
    return best


def _pindah(widths: Sequence[float], dari: int, ke: int, step: float) -> list[float]:
    moved = list(widths)
    moved[dari] -= step
    moved[ke] += step
    return moved


def _kata(teks: str) -> _Kata:
    paragraphs = teks.split("\n")
    return [
        (
            MENJOROK if len(paragraphs) > 1 and menjorok(each) else 0.0,
            [lebar_teks(w) for w in each.split(" ") if w],
        )
        for each in paragraphs
    ]


def _jumlah(teks: _Kata, room: float, spasi: float) -> int:
    """About how many lines a text takes; a word wider than a line takes as many as it fills."""
    count = 0
    for indent, words in teks:
        free, filled, own = room - indent, 0.0, 1
        for width in words:
            if filled and filled + spasi + width > free:
                own += 1
                filled = 0.0
            if width > free:
                more = ceil(width / free) - 1
                own += more
                filled = width - more * free
            else:
                filled += width + (spasi if filled else 0.0)
        count += own
    return count

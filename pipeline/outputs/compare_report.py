"""The page of one procedure across units: steps side by side, times, actors, regulations, and a proposal."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from pipeline.bentuk import FORMAT
from pipeline.compare.banding import TAK_DIKETAHUI, Baris, Kolom, Perbandingan
from pipeline.data import table
from pipeline.outputs.render import durasi, persen
from pipeline.outputs.render import render as template

_LEBAR: Final = 1000
"""Width of a chart in its own units."""
_DUA: Final = 2
"""Of two values the median says nothing."""
_KOLOM: Final = 40
"""Nobody reads a table with more columns; the bars and the list below still have all SOPs."""
_SEMPIT: Final = 9
"""From so many columns on their headings stand upright."""


@dataclass(frozen=True, slots=True)
class Ruas:
    """A piece of a bar: where it begins, how wide it is, its colour, and what it stands for in words."""

    x: float
    lebar: float
    warna: str
    kata: str


@dataclass(frozen=True, slots=True)
class Batang:
    """The bar of one SOP."""

    kolom: Kolom
    ruas: Sequence[Ruas]


@dataclass(frozen=True, slots=True)
class Titik:
    """A unit's time on the small chart of a step: its place, and the unit and time in words."""

    x: float
    kata: str


def render(banding: Perbandingan, *, dokumen: Sequence[str] = FORMAT, tautan: bool = True) -> str:
    """The page as self-contained HTML, readable without a script and in print.

    Args:
        banding: the comparison.
        dokumen: the clean documents of the medoid that can be linked.
        tautan: whether the page lies in an output folder, so that anything can be linked.
    """
    order = [banding.medoid, *(k for k in range(len(banding.kolom)) if k != banding.medoid)]
    colours = _warna(banding)
    return template(
        "compare.html.j2",
        banding=banding,
        urut=order,
        tampak=_tampak(banding, order),
        medoid=banding.kolom[banding.medoid],
        unit=len({kolom.sop.instansi.unit or kolom.nama for kolom in banding.kolom}),
        ringkas=_ringkas(banding),
        batang=_batang(banding, order, colours),
        legenda=_legenda(banding, colours),
        median=_letak(banding),
        baris=[(row, _titik(row, banding)) for row in banding.baris],
        sempit=min(len(order), _KOLOM) >= _SEMPIT,
        rata=_rata(banding),
        rentang=rentang,
        dokumen=dokumen,
        tautan=tautan,
        istilah=table("istilah"),
    )


def _tampak(banding: Perbandingan, order: Sequence[int]) -> list[int]:
    """The columns of the tables: all, or of very many the proposal and those that agree with it least."""
    if len(order) <= _KOLOM:
        return list(order)
    least = sorted(order[1:], key=lambda k: (banding.kolom[k].dekat, k))[: _KOLOM - 1]
    return [order[0], *(k for k in order[1:] if k in set(least))]


def _rata(banding: Perbandingan) -> float:
    """How well the others agree with the medoid on average."""
    others = [kolom.dekat for k, kolom in enumerate(banding.kolom) if k != banding.medoid]
    return sum(others) / len(others) if others else 1.0


def _ringkas(banding: Perbandingan) -> list[str]:
    """What an officer would say of the comparison first, in sentences."""
    count = len(banding.kolom)
    everywhere = sum(row.ada == count for row in banding.baris)
    said = [
        f"{everywhere} dari {len(banding.baris)} langkah ada di semua SOP; "
        f"{sum(row.ada == 1 for row in banding.baris)} hanya ada di satu SOP."
    ]
    roles = sum(any(sel and sel.peran_lain for sel in row.sel) for row in banding.baris)
    moved = sum(any(sel and sel.pindah for sel in row.sel) for row in banding.baris)
    if roles:
        said.append(f"{roles} langkah dikerjakan peran yang berbeda di sebagian unit.")
    if moved:
        said.append(f"{moved} langkah berada di urutan lain di sebagian unit.")
    said += _kata_waktu(banding)
    revoked = sum(rujukan.status == "dicabut" for rujukan in banding.rujukan)
    if revoked:
        said.append(f"{revoked} peraturan yang dikutip sudah dicabut.")
    return said


def _kata_waktu(banding: Perbandingan) -> list[str]:
    if banding.menit is None:
        return ["Tidak ada waktu yang dapat dihitung."]
    low, middle, high = banding.menit
    usual = f", median {durasi(round(middle))}" if len(banding.kolom) > _DUA else ""
    said = [f"Waktu seluruhnya {durasi(low)} sampai {durasi(high)}{usual}."]
    said += [
        f"{kolom.nama} jauh dari yang lain: {durasi(kolom.menit)}."
        for kolom in banding.kolom
        if kolom.pencilan
    ]
    (who, share), *_ = _menunggu(banding)
    if who != TAK_DIKETAHUI:
        said.append(f"Paling lama menunggu {who}: rata-rata {_bagian(share)} dari waktu sebuah SOP.")
    return said


def _menunggu(banding: Perbandingan) -> list[tuple[str, float]]:
    """Actors with their mean share of the time of an SOP, the largest first; one whom nobody knows last.

    Shares, not minutes: one very slow unit must not speak for all.
    """
    timed = [kolom for kolom in banding.kolom if kolom.menit]
    share: dict[str, float] = {}
    for kolom in timed:
        for who, minutes in kolom.menunggu.items():
            share[who] = share.get(who, 0) + minutes / (kolom.menit or 1) / len(timed)
    return sorted(share.items(), key=lambda item: (item[0] == TAK_DIKETAHUI, -round(item[1], 9), item[0]))


def _bagian(share: float) -> str:
    """A share in words; one that would round to nothing is less than one per cent."""
    return persen(share) if share >= 0.005 else "< 1 %"


def _warna(banding: Perbandingan) -> dict[str, str]:
    palette, rest = table("banding")["warna"], table("banding")["warna_lain"]
    names = [who for who, _ in _menunggu(banding)]
    return {
        who: palette[i] if i < len(palette) and who != TAK_DIKETAHUI else rest for i, who in enumerate(names)
    }


def _legenda(banding: Perbandingan, colours: dict[str, str]) -> list[tuple[str, str, str]]:
    """Actor, colour and mean share of each; those beyond the palette together."""
    waiting = _menunggu(banding)
    rest = table("banding")["warna_lain"]
    shown = [(who, colours[who], _bagian(share)) for who, share in waiting if colours[who] != rest]
    other = [(who, share) for who, share in waiting if colours[who] == rest]
    if other:
        name = other[0][0] if len(other) == 1 else "pelaksana lain"
        shown.append((name, rest, _bagian(sum(share for _, share in other))))
    return shown


def _batang(banding: Perbandingan, order: Sequence[int], colours: dict[str, str]) -> list[Batang]:
    longest = banding.menit[2] if banding.menit else 0
    bars = []
    for k in order:
        kolom, pieces, x = banding.kolom[k], [], 0.0
        for who, minutes in kolom.menunggu.items():
            width = round(minutes / longest * _LEBAR, 1) if longest else 0
            pieces.append(Ruas(round(x, 1), width, colours[who], f"{who}: {durasi(minutes)}"))
            x += width
        bars.append(Batang(kolom, pieces))
    return bars


def _letak(banding: Perbandingan) -> float | None:
    """Where the median stands in the bars."""
    if banding.menit is None or not banding.menit[2] or len(banding.kolom) <= _DUA:
        return None
    return round(banding.menit[1] / banding.menit[2] * _LEBAR, 1)


def _titik(row: Baris, banding: Perbandingan) -> list[Titik]:
    """The times of a step on a logarithmic scale from its smallest to its largest; none where all are the same."""
    if row.menit is None or row.menit[0] <= 0 or row.menit[0] == row.menit[2]:
        return []
    low, high = math.log(row.menit[0]), math.log(row.menit[2])
    return [
        Titik(
            round((math.log(sel.menit) - low) / (high - low) * 100, 1), f"{kolom.nama}: {durasi(sel.menit)}"
        )
        for kolom, sel in zip(banding.kolom, row.sel, strict=True)
        if sel is not None and sel.menit
    ]


def rentang(row: tuple[float, float, float] | None, banyak: bool) -> str:
    """A spread in words: one time, or the smallest and the largest, with the median where there are many."""
    if row is None:
        return "waktu tidak terhitung"
    low, middle, high = row
    if low == high:
        return durasi(low)
    return f"{durasi(low)}–{durasi(high)}" + (f", median {durasi(round(middle))}" if banyak else "")

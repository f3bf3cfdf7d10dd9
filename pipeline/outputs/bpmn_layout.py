"""Where the nodes and edges of a process stand: lanes across, a column for each step, edges on tracks of their own.

Lengths are the units of BPMN diagrams, which readers take for pixels. Edges run in the gaps between columns and in
channels above and below the nodes of a lane, so they cross no node; each has its own track there. A decision is left
to the right, then downward, then upward.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from pipeline.outputs.arus import Arus, Simpul

Titik = tuple[float, float]

KEPALA = 30.0
"""Width of the strip with the name, of the pool and of each lane."""
_LEBAR = 150.0
_TUGAS = 130.0
_PERISTIWA = 36.0
_GERBANG = 50.0
_HURUF = 6.1
"""Width of a letter at the size in which readers set names, on the average."""
_BARIS = 14.0
_CELAH = 40.0
_LINTASAN = 10.0
_TEPI = 12.0


class Kotak(NamedTuple):
    """A rectangle: left and upper edge, width, height."""

    x: float
    y: float
    lebar: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class Tata:
    """The places.

    Attributes:
        kolam: the pool.
        jalur: the lanes.
        simpul: the nodes.
        nama: per node the room of its name where it stands outside; None where it stands inside.
        panah: the corners of each edge.
        label: per edge the room of its label; None without one.
    """

    kolam: Kotak
    jalur: tuple[Kotak, ...]
    simpul: tuple[Kotak, ...]
    nama: tuple[Kotak | None, ...]
    panah: tuple[tuple[Titik, ...], ...]
    label: tuple[Kotak | None, ...]


@dataclass(slots=True)
class _Lintasan:
    """Which edges run in which gap (number of the column left of it) and in which channel (lane, above or below)."""

    celah: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    saluran: dict[tuple[int, bool], list[int]] = field(default_factory=lambda: defaultdict(list))


def tata(arus: Arus) -> Tata:
    """The places of all that a graph has; it needs at least one node."""
    keluar = _exits(arus)
    lintasan = _tracks(arus, keluar)
    kolom = max(s.langkah for s in arus.simpul) + 1
    x0 = [2 * KEPALA + _gap(lintasan, -1)]
    for k in range(kolom):
        x0.append(x0[-1] + _LEBAR + _gap(lintasan, k))
    kanan = x0[-1]
    jalur, tengah = [], []
    y = 0.0
    for j in range(len(arus.jalur)):
        nodes = [s for s in arus.simpul if s.jalur == j]
        above = _channel(lintasan, (j, True))
        names = max((_name_height(s) for s in nodes), default=0.0)
        inner = max((_size(s)[1] for s in nodes), default=_PERISTIWA)
        tengah.append(y + above + names + inner / 2)
        height = above + names + inner + _channel(lintasan, (j, False))
        jalur.append(Kotak(KEPALA, y, kanan - KEPALA, height))
        y += height
    simpul, nama = [], []
    for s in arus.simpul:
        lebar, tinggi = _size(s)
        cx, cy = x0[s.langkah] + _LEBAR / 2, tengah[s.jalur]
        simpul.append(Kotak(cx - lebar / 2, cy - tinggi / 2, lebar, tinggi))
        high = _name_height(s)
        nama.append(Kotak(x0[s.langkah], cy - tinggi / 2 - high, _LEBAR, high - 4) if high else None)
    places = _Places(x0, jalur, simpul, lintasan)
    panah = tuple(places.line(arus, k, keluar[k]) for k in range(len(arus.panah)))
    label = tuple(_label(line, p.label) for line, p in zip(panah, arus.panah, strict=True))
    return Tata(Kotak(0.0, 0.0, kanan, y), tuple(jalur), tuple(simpul), tuple(nama), panah, label)


def _size(s: Simpul) -> tuple[float, float]:
    if s.jenis in ("mulai", "selesai", "konektor"):
        return _PERISTIWA, _PERISTIWA
    if s.jenis == "keputusan":
        return _GERBANG, _GERBANG
    return _TUGAS, max(50.0, _lines(s.teks, _TUGAS - 16) * _BARIS + 16)


def _name_height(s: Simpul) -> float:
    """The height of a name above its node, with some air; 0 where it stands inside."""
    return 0.0 if s.jenis == "proses" else _lines(s.teks, _LEBAR) * _BARIS + 6


def _lines(teks: str, lebar: float) -> int:
    """How many lines a text takes; words are not parted, which costs about a fifth."""
    return max(1, ceil(len(teks) * _HURUF * 1.2 / lebar))


def _exits(arus: Arus) -> list[str]:
    """By which side each edge leaves: a node's first to the right, its second below, all others above."""
    seen: dict[int, int] = defaultdict(int)
    found = []
    for panah in arus.panah:
        # An edge that goes back leaves the way straight on to the others.
        found.append(("kanan", "bawah", "atas")[min(seen[panah.dari], 2)])
        seen[panah.dari] += 1
    return found


def _tracks(arus: Arus, keluar: Sequence[str]) -> _Lintasan:
    found = _Lintasan()
    for k, panah in enumerate(arus.panah):
        a, b = arus.simpul[panah.dari], arus.simpul[panah.ke]
        if keluar[k] == "kanan":
            found.celah[a.langkah].append(k)
        if not _beside(a, b, keluar[k]):
            found.saluran[a.jalur, keluar[k] != "bawah"].append(k)
            if keluar[k] != "kanan" or b.langkah - 1 != a.langkah:
                found.celah[b.langkah - 1].append(k)
    return found


def _beside(a: Simpul, b: Simpul, keluar: str) -> bool:
    """Whether an edge needs no more than the gap between two columns."""
    return keluar == "kanan" and b.langkah == a.langkah + 1


def _gap(lintasan: _Lintasan, column: int) -> float:
    return _CELAH + _LINTASAN * len(lintasan.celah.get(column, ()))


def _channel(lintasan: _Lintasan, which: tuple[int, bool]) -> float:
    return 2 * _TEPI + _LINTASAN * len(lintasan.saluran.get(which, ()))


@dataclass(frozen=True, slots=True)
class _Places:
    x0: Sequence[float]
    jalur: Sequence[Kotak]
    simpul: Sequence[Kotak]
    lintasan: _Lintasan

    def line(self, arus: Arus, k: int, keluar: str) -> tuple[Titik, ...]:
        """The corners of an edge."""
        panah = arus.panah[k]
        a, b = arus.simpul[panah.dari], arus.simpul[panah.ke]
        here, there = self.simpul[panah.dari], self.simpul[panah.ke]
        end = (there.x, there.y + there.tinggi / 2)
        start = _port(here, keluar)
        if _beside(a, b, keluar):
            x = self._gap(a.langkah, k)
            return _straight([start, (x, start[1]), (x, end[1]), end])
        y = self._channel(a.jalur, keluar != "bawah", k)
        x = self._gap(b.langkah - 1, k)
        first = [start, (start[0], y)]
        if keluar == "kanan":
            out = self._gap(a.langkah, k)
            first = [start, (out, start[1]), (out, y)]
        return _straight([*first, (x, y), (x, end[1]), end])

    def _gap(self, column: int, k: int) -> float:
        own = self.lintasan.celah[column]
        right = self.x0[column + 1]
        left = right - _gap(self.lintasan, column)
        return left + (right - left) * (own.index(k) + 1) / (len(own) + 1)

    def _channel(self, lane: int, above: bool, k: int) -> float:
        own = self.lintasan.saluran[lane, above]
        box = self.jalur[lane]
        at = _TEPI + _LINTASAN * (own.index(k) + 0.5)
        return box.y + at if above else box.y + box.tinggi - at


def _port(box: Kotak, keluar: str) -> Titik:
    middle = box.x + box.lebar / 2
    if keluar == "kanan":
        return box.x + box.lebar, box.y + box.tinggi / 2
    return middle, box.y + box.tinggi if keluar == "bawah" else box.y


def _straight(points: Sequence[Titik]) -> tuple[Titik, ...]:
    """The corners without those that lie on a straight line between their neighbours."""
    kept: list[Titik] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and any(kept[-2][axis] == kept[-1][axis] == point[axis] for axis in (0, 1)):
            kept[-1] = point
        else:
            kept.append(point)
    return tuple(kept)


def _label(line: Sequence[Titik], teks: str) -> Kotak | None:
    """Room for a label beside the beginning of an edge."""
    if not teks:
        return None
    (x, y), (_, y1) = line[0], line[1]
    lebar = len(teks) * _HURUF + 6
    if y == y1:
        return Kotak(x + 3, y - _BARIS - 2, lebar, _BARIS)
    return Kotak(x + 4, y + 3 if y1 > y else y - _BARIS - 3, lebar, _BARIS)

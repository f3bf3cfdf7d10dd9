"""The same procedure in several units: SOPs gathered by what their names, and their steps, speak of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from normalizers.pelaksana import slug
from pipeline.compare.blok import serupa
from pipeline.compare.kartu import Kartu
from pipeline.compare.nama import Nama, kuat, mirip, pokok

_SAMA: Final = 0.74
"""Names from here on are of one procedure."""
_DIDUKUNG: Final = 0.5
"""So are names from here on, where the steps are alike, too."""
_ISI_SERUPA: Final = 0.4
_CALON: Final = 200
"""A root that more groups share tells nothing; the group is then found by its other roots."""
_PANJANG_SLUG: Final = 80
HALAMAN: Final = ("duplicates", "index", "relations")
"""Pages that stand beside those of the procedures; no procedure has their address."""


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """One procedure that at least two units have.

    Attributes:
        slug: its name in addresses and on the command line, unique in the set.
        nama: as most of its SOPs call it.
        anggota: indices of its SOPs, in the order of the set.
    """

    slug: str
    nama: str
    anggota: tuple[int, ...]


def cari(kartu: Sequence[Kartu]) -> list[Kegiatan]:
    """The procedures of the set that at least two units have, by name."""
    by_name: dict[Nama, list[int]] = {}
    for i, k in enumerate(kartu):
        if name := pokok(k.nama or "", k.unit or "", k.pemerintah or ""):
            by_name.setdefault(name, []).append(i)
    groups = [sorted(group) for group in _gabung(by_name, kartu)]
    wide = [group for group in groups if len({kartu[i].kantor for i in group}) > 1]
    named = sorted((_sebutan([kartu[i] for i in group]), group) for group in wide)
    return _unik(named)


def bernama(kartu: Sequence[Kartu], nama: str) -> list[int]:
    """The SOPs of a procedure as a user calls it, whether one unit has it or many."""
    wanted = pokok(nama)
    return [
        i
        for i, k in enumerate(kartu)
        if wanted and mirip(wanted, pokok(k.nama or "", k.unit or "", k.pemerintah or "")) >= _SAMA
    ]


def _gabung(by_name: dict[Nama, list[int]], kartu: Sequence[Kartu]) -> list[list[int]]:
    """The groups of equal names gathered round the most frequent ones: a leader takes what is like it."""
    leaders: list[tuple[Nama, int, list[int]]] = []
    places: dict[str, list[int]] = {}
    for name in sorted(by_name, key=lambda name: (-len(by_name[name]), len(name), name)):
        members = by_name[name]
        near = {place for root in kuat(name) for place in places.get(root, ())}
        best = max(((_serasi(name, members[0], leaders[p], kartu), -p) for p in near), default=(0.0, 0))
        if best[0]:
            leaders[-best[1]][2].extend(members)
            continue
        for root in kuat(name):
            posting = places.setdefault(root, [])
            if len(posting) < _CALON:
                posting.append(len(leaders))
        leaders.append((name, members[0], list(members)))
    return [members for _, _, members in leaders]


def _serasi(name: Nama, first: int, leader: tuple[Nama, int, list[int]], kartu: Sequence[Kartu]) -> float:
    """How well a name joins a group; 0 where it does not."""
    alike = mirip(name, leader[0])
    if alike >= _SAMA:
        return alike
    inside = set(kuat(name)) <= set(kuat(leader[0])) or set(kuat(leader[0])) <= set(kuat(name))
    supported = (alike >= _DIDUKUNG or inside) and serupa(
        kartu[first].sidik, kartu[leader[1]].sidik
    ) >= _ISI_SERUPA
    return alike if supported else 0.0


def _sebutan(members: Sequence[Kartu]) -> str:
    """The name that most of them have; of equally frequent ones the shortest."""
    names = Counter(k.nama for k in members if k.nama)
    return min(names, key=lambda nama: (-names[nama], len(nama), nama))


def _unik(named: Sequence[tuple[str, list[int]]]) -> list[Kegiatan]:
    taken = Counter(HALAMAN)
    found = []
    for nama, group in named:
        base = slug(nama)[:_PANJANG_SLUG].strip("-") or "prosedur"
        taken[base] += 1
        unique = base if taken[base] == 1 else f"{base}--{taken[base]}"
        found.append(Kegiatan(unique, nama, tuple(group)))
    return found

"""Which procedure the name of an SOP speaks of, and how alike two such names are."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

from normalizers.fuzzy import ratio
from pipeline.compare.kata import inti, panjang, rata, ringan

Nama = tuple[str, ...]
"""The roots of a name, sorted, each once; without those of the unit."""

_RINGAN: Final = 0.2
"""Weight of a root that only says how the thing is called that is done ("pelayanan", "surat")."""
_TERBACA: Final = 0.92
"""Roots that agree letter by letter so far are the same, misread."""


@lru_cache(maxsize=32768)
def pokok(nama: str, unit: str = "", pemerintah: str = "") -> Nama:
    """The roots of the name; the place it is made for is no part of the procedure."""
    place = set(rata(f"{unit} {pemerintah}").split())
    words = [word for word in panjang(nama).split() if word not in place and not word.isdigit()]
    return tuple(sorted(set(inti(" ".join(words)))))


@lru_cache(maxsize=32768)
def kuat(nama: Nama) -> Nama:
    """The roots that tell procedures apart; all of them where none does."""
    return tuple(root for root in nama if not ringan(root)) or nama


def mirip(a: Nama, b: Nama) -> float:
    """How alike two names are, 0..1: weight of the shared roots over that of all."""
    if a == b:
        return 1.0 if a else 0.0
    shared, every = set(a) & set(b), set(a) | set(b)
    share = _bobot(shared) / _bobot(every)
    close = ratio(" ".join(kuat(a)), " ".join(kuat(b)))
    return max(share, close) if close >= _TERBACA else share


def _bobot(roots: set[str]) -> float:
    # Counted, not added up root by root: the order of a set would show in the last digit.
    light = sum(map(ringan, roots))
    return len(roots) - light + _RINGAN * light


def indeks(names: Sequence[Nama]) -> Mapping[str, Sequence[int]]:
    """Strong root -> places of the names that have it: where to look for a name's like."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        for root in kuat(name):
            found.setdefault(root, []).append(place)
    return found

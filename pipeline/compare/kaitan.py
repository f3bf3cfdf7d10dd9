"""Related SOPs that an SOP names, found in the set: first in its own unit, then in its government, then anywhere."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from pipeline.compare.kartu import Kartu
from pipeline.compare.kata import rata
from pipeline.compare.nama import Nama, indeks, kuat, mirip, pokok

Tempat = Literal["unit", "pemerintah", "lain", "sendiri", "tidak_ada"]
"""Where it was found: own unit, own government, elsewhere; itself; not at all."""

_SAMA: Final = 0.8
_SEBUT: Final = 3
"""At most so many SOPs of other units are named for one item."""
_CALON: Final = 2000
"""At most so many names are weighed for one item; a set has far fewer with the same rare word."""
_AWALAN: Final = re.compile(
    r"(?i)^\W*(?:\d+[.)]\s*)?(?:sop|prosedur|standar operasional prosedur)\b\W*(?:tentang\b\W*)?"
)


@dataclass(frozen=True, slots=True)
class Kaitan:
    """One item of ``keterkaitan``.

    Attributes:
        dari: index of the SOP that names it.
        butir: place of the item in its list, from 0.
        teks: as written there.
        ke: indices of the SOPs it means.
        tempat: where they were found.
        mirip: how alike the names are, 0..1.
    """

    dari: int
    butir: int
    teks: str
    ke: tuple[int, ...]
    tempat: Tempat
    mirip: float


def cari(kartu: Sequence[Kartu]) -> list[Kaitan]:
    """Every item of every SOP, in the order of the set."""
    names = [pokok(k.nama or "", k.unit or "", k.pemerintah or "") for k in kartu]
    # Equal names are weighed once: a thousand units may have the same procedure.
    distinct = sorted(set(names))
    bearers: dict[tuple[str, ...], list[int]] = {}
    for i, (name, k) in enumerate(zip(names, kartu, strict=True)):
        for circle in _lingkaran(k.kantor).values():
            first = bearers.setdefault((*circle, *name), [])
            if len(first) <= _SEBUT:
                first.append(i)
    places = indeks(distinct)
    known: dict[Nama, list[tuple[float, Nama]]] = {}
    return [
        _satu(i, butir, teks, k.kantor, _serupa(_pokok(teks, k), distinct, places, known), bearers)
        for i, k in enumerate(kartu)
        for butir, teks in enumerate(k.keterkaitan)
    ]


def nama_disebut(teks: str) -> str:
    """The name in an item: without its number and the word SOP."""
    return _AWALAN.sub("", teks).strip(" .;:,")


def ejaan_lain(kaitan: Kaitan, kartu: Sequence[Kartu]) -> str | None:
    """The right name, where an item misspells that of an SOP of its own unit; None where it does not."""
    if kaitan.tempat != "unit" or kaitan.mirip == 1.0 or len(kaitan.ke) != 1:
        return None
    nama = kartu[kaitan.ke[0]].nama or ""
    said = rata(nama_disebut(kaitan.teks))
    return nama if set(kuat(pokok(nama))) != set(kuat(pokok(said))) else None


def _pokok(teks: str, k: Kartu) -> Nama:
    return pokok(nama_disebut(teks), k.unit or "", k.pemerintah or "")


def _serupa(
    wanted: Nama,
    distinct: Sequence[Nama],
    places: Mapping[str, Sequence[int]],
    known: dict[Nama, list[tuple[float, Nama]]],
) -> list[tuple[float, Nama]]:
    """The names of the set that are like the wanted one, the likest first."""
    if wanted not in known:
        near = sorted({place for root in kuat(wanted) for place in places.get(root, ())[:_CALON]})
        alike = ((mirip(wanted, distinct[place]), distinct[place]) for place in near)
        known[wanted] = sorted(
            ((m, name) for m, name in alike if m >= _SAMA), key=lambda found: (-found[0], found[1])
        )
    return known[wanted]


def _satu(
    dari: int,
    butir: int,
    teks: str,
    kantor: tuple[str, str],
    alike: Sequence[tuple[float, Nama]],
    bearers: Mapping[tuple[str, ...], Sequence[int]],
) -> Kaitan:
    circles = _lingkaran(kantor)
    for tempat, circle in circles.items():
        for share, name in alike:
            here = [i for i in bearers.get((*circle, *name), ()) if i != dari]
            if here:
                return Kaitan(dari, butir, teks, tuple(here[:_SEBUT]), tempat, share)
    itself = any(dari in bearers.get((*circles["lain"], *name), ()) for _, name in alike)
    return Kaitan(dari, butir, teks, (), "sendiri" if itself else "tidak_ada", 0.0)


def _lingkaran(kantor: tuple[str, str]) -> dict[Tempat, tuple[str, ...]]:
    """What SOPs must share to lie in a circle round an SOP, the nearest circle first."""
    pemerintah, unit = kantor
    circles: dict[Tempat, tuple[str, ...]] = {}
    if unit:
        circles["unit"] = ("unit", pemerintah, unit)
    if pemerintah:
        circles["pemerintah"] = ("pemerintah", pemerintah)
    return circles | {"lain": ("lain",)}

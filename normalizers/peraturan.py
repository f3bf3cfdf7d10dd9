"""Which regulation of the register a citation means: by kind, body, number, year and subject together.

A fact of law found here is for a finding to suggest, never to overwrite what a document says.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from normalizers import fuzzy
from normalizers.model import DasarHukum, JenisPeraturan
from normalizers.register import Peraturan, Register, Tambahan, muat, rata_judul, rata_nomor

Cara = Literal["tepat", "jenis_lain", "lembaga_lain", "nomor_lain", "tahun_lain", "dari_judul"]
"""How a citation matches a row: in everything that identifies it, in all but one thing, or by its subject alone."""

MIRIP_SAMA = 0.85
"""Subjects at least this alike are the same one, where number and year agree."""
MIRIP_YAKIN = 0.92
"""Subjects at least this alike point to a regulation although its number or year is another."""
MIRIP_SERUPA = 0.8
"""… and this is enough where the one digit that differs is one that is often misread: 3 for 8, 1 for 7."""

_SERUPA = frozenset(
    map(frozenset, ("17", "14", "35", "38", "56", "58", "68", "69", "08", "06", "09", "89", "27", "49"))
)


@dataclass(frozen=True, slots=True)
class Cocok:
    """A row that a citation matches.

    Attributes:
        baris: the row.
        cara: what agrees; "nomor_lain" and "tahun_lain" name the one thing that does not.
        kemiripan: likeness of the subjects, 0..1; 1 where the citation states none.
    """

    baris: Peraturan
    cara: Cara
    kemiripan: float


class _Tanda(NamedTuple):
    """What identifies a regulation, as cited."""

    jenis: JenisPeraturan | None
    lembaga: str | None
    nomor: str | None
    tahun: int | None


def oleh_id(id: str, tambahan: Tambahan = ()) -> Peraturan | None:
    """The row with an id."""
    return muat(tambahan).baris.get(id)


def semua(tambahan: Tambahan = ()) -> Iterable[Peraturan]:
    """All rows in the order of the register."""
    return muat(tambahan).baris.values()


def cari(dasar: DasarHukum, tambahan: Tambahan = ()) -> Cocok | None:
    """The row that a citation means; None where none does, and where two do equally well.

    Kind, body, number and year together identify a regulation; if one of them differs, the
    subject must agree. A number or year that differs by one slip (23/25, 2106/2016) is found
    by the subject, and so is one that is not stated at all; a misspelt subject by the number.

    Args:
        dasar: the citation.
        tambahan: a user's own registers, asked as ours is.
    """
    tanda = _Tanda(dasar.jenis, dasar.lembaga, dasar.nomor, dasar.tahun)
    return _cari(tanda, dasar.tentang, tambahan)


def tepat(dasar: DasarHukum, tambahan: Tambahan = ()) -> Peraturan | None:
    """The row with kind, body, number and year of a citation and, if that states one, its subject."""
    register = muat(tambahan)
    for baris in _bernomor(register, dasar.nomor, dasar.tahun):
        sama = _penerbit(baris, dasar.jenis, dasar.lembaga)
        if sama and _kemiripan(register, baris, dasar.tentang) >= MIRIP_SAMA:
            return baris
    return None


@lru_cache(maxsize=4096)
def _cari(tanda: _Tanda, tentang: str | None, tambahan: Tambahan) -> Cocok | None:
    """The tests in order of trust; the first that finds one row wins."""
    register = muat(tambahan)
    sama = _bernomor(register, tanda.nomor, tanda.tahun)
    milik = [baris for baris in sama if _penerbit(baris, tanda.jenis, tanda.lembaga)]
    exact = _satu(("tepat", baris, _kemiripan(register, baris, tentang)) for baris in milik)
    if tentang is None or (exact and exact.kemiripan >= MIRIP_SAMA):
        return exact
    lain = [baris for baris in sama if baris not in milik]
    named = ((_beda_penerbit(b, tanda.jenis), b, _kemiripan(register, b, tentang)) for b in lain)
    return (
        _satu(entry for entry in named if entry[2] >= MIRIP_SAMA)
        or _satu(_salah_angka(register, tanda, tentang))
        or exact
    )


def _bernomor(register: Register, nomor: str | None, tahun: int | None) -> list[Peraturan]:
    return [] if nomor is None or tahun is None else register.per_nomor.get((rata_nomor(nomor), tahun), [])


def _salah_angka(register: Register, tanda: _Tanda, tentang: str) -> Iterator[tuple[Cara, Peraturan, float]]:
    """Rows of the same kind, body and subject, nearly, whose number or year is a slip away or not stated."""
    for baris in _calon(register, tanda, tentang):
        found = _beda_angka(register, baris, tanda.nomor, tanda.tahun)
        if found and _penerbit(baris, tanda.jenis, tanda.lembaga):
            cara, cukup = found
            mirip = _kemiripan(register, baris, tentang)
            if mirip >= cukup:
                yield cara, baris, mirip


def _calon(register: Register, tanda: _Tanda, tentang: str) -> Iterable[Peraturan]:
    """Rows that may be meant: with the year or the number; with the subject's rarest word where one is missing."""
    index = register.indeks
    if tanda.nomor is not None and tanda.tahun is not None:
        per_tahun = index.get((tanda.jenis, str(tanda.tahun)), ())
        return (*per_tahun, *index.get((tanda.jenis, f"#{rata_nomor(tanda.nomor)}"), ()))
    found = [index[key] for word in rata_judul(tentang).split() if (key := (tanda.jenis, word)) in index]
    return min(found, key=len, default=())


def _beda_angka(
    register: Register, baris: Peraturan, nomor: str | None, tahun: int | None
) -> tuple[Cara, float] | None:
    """What of number and year differs by one slip or is missing, and how alike the subjects must then be."""
    nomor_sama = nomor is not None and rata_nomor(nomor) in register.nomor[baris.id]
    if nomor is None or tahun is None:
        lain = (nomor is None or nomor_sama) and (tahun is None or tahun == baris.tahun)
        return ("dari_judul", MIRIP_YAKIN) if lain else None
    if nomor_sama:
        cukup = _cukup(str(tahun), str(baris.tahun))
        return ("tahun_lain", cukup) if cukup else None
    cukup = _cukup(rata_nomor(nomor), rata_nomor(baris.nomor)) if tahun == baris.tahun else None
    return ("nomor_lain", cukup) if cukup else None


def _cukup(tertulis: str, benar: str) -> float | None:
    """How alike the subjects must be for one number to be a slip of the other; None where it is none."""
    if fuzzy.distance(tertulis, benar) != 1:
        return None
    beda = [frozenset(pair) for pair in zip(tertulis, benar, strict=False) if pair[0] != pair[1]]
    return MIRIP_SERUPA if len(tertulis) == len(benar) and _SERUPA.issuperset(beda) else MIRIP_YAKIN


def _satu(entries: Iterable[tuple[Cara, Peraturan, float]]) -> Cocok | None:
    """The entry with the most alike subject; None when two are equally so."""
    per_baris = {entry[1].id: entry for entry in entries}
    best = sorted(per_baris.values(), key=lambda entry: (-entry[2], entry[1].id))
    if not best or (len(best) > 1 and best[1][2] == best[0][2]):
        return None
    cara, baris, mirip = best[0]
    return Cocok(baris, cara, mirip)


def _penerbit(baris: Peraturan, jenis: JenisPeraturan | None, lembaga: str | None) -> bool:
    """Whether kind and body are the row's; a kind that the contract lacks is told by the body."""
    return (baris.jenis, baris.lembaga) == (jenis, lembaga) != (None, None)


def _beda_penerbit(baris: Peraturan, jenis: JenisPeraturan | None) -> Cara:
    return "lembaga_lain" if baris.jenis == jenis is not None else "jenis_lain"


def _kemiripan(register: Register, baris: Peraturan, tentang: str | None) -> float:
    """How alike a subject is to the most alike form of a row's; 1 without a subject."""
    if tentang is None:
        return 1.0
    rata = rata_judul(tentang)
    return max(1.0 if judul == rata else fuzzy.ratio(judul, rata) for judul in register.judul[baris.id])

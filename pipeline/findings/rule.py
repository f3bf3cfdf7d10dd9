"""Rule: one check with its manual page, and Dokumen: what a rule may look at.

A rule is a function from a Dokumen to Hits. Its docstring is the manual page that
``sopbaku rules`` prints: first line the title, then why, an example that fails
("Buruk:"), one that passes ("Baik:") and the source ("Sumber:").
There is no registry: each module of the room lists its rules in ``ATURAN``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from inspect import cleandoc
from types import MappingProxyType
from typing import Annotated, Final, Generic, TypeAlias, TypeVar

from pydantic import Field

from normalizers.model import DasarHukum, Sop, Temuan, Tingkat
from normalizers.peraturan import Cocok, cari
from normalizers.reading import Saksi
from pipeline.compare.himpunan import Himpunan
from pipeline.findings.lokasi import ancestor
from pipeline.kunci import PathAda, kunci

TANGGAL_ACUAN: Final = date(2026, 12, 31)
"""The day after which a date lies in the future: fixed, so that a run can be repeated; moved on with each release."""


@dataclass(frozen=True, slots=True)
class Setelan:
    """What a user may set.

    Attributes:
        tanggal_acuan: later days are in the future.
        menit_per_hari: minutes of a working day; 450 = 37.5 hours in five days (Perpres 21/2023).
        umur_tinjau: years after which an SOP should be looked at again.
        keyakinan_ragu: readings less sure than this are reported.
        register_tambahan: registers of an office's own regulations, looked at beside the one of sopbaku.
    """

    tanggal_acuan: date = field(
        default=TANGGAL_ACUAN,
        metadata=kunci(
            "temuan.tanggal_acuan", "tanggal sesudahnya dianggap masa depan", "tanggal, 2026-12-31"
        ),
    )
    menit_per_hari: Annotated[int, Field(ge=1, le=1440)] = field(
        default=450,
        metadata=kunci("waktu.menit_per_hari", "menit kerja sehari", "bilangan bulat 1 sampai 1440"),
    )
    umur_tinjau: Annotated[int, Field(ge=1, le=100)] = field(
        default=5,
        metadata=kunci(
            "temuan.umur_tinjau", "umur SOP yang perlu ditinjau, tahun", "bilangan bulat 1 sampai 100"
        ),
    )
    keyakinan_ragu: Annotated[float, Field(ge=0, le=1)] = field(
        default=0.6,
        metadata=kunci(
            "temuan.keyakinan_ragu", "bacaan yang kurang yakin dari ini dilaporkan", "bilangan 0 sampai 1"
        ),
    )
    register_tambahan: tuple[PathAda, ...] = field(
        default=(),
        metadata=kunci("register.tambahan", "register peraturan milik sendiri", "daftar path berkas"),
    )


SETELAN_BAKU: Final = Setelan()

SALAH_NAMA: Final = ("jenis_salah", "lembaga_salah")
"""Kinds of witness: the kind of a regulation, or its body, is printed under a name that is none."""

_TANPA_SAKSI: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One SOP as the rules see it.

    Attributes:
        sop: the canonical SOP.
        saksi: the second witnesses: kind -> location -> what they say, in reading order.
        setelan: limits that the user may set.
    """

    sop: Sop
    saksi: Mapping[str, Mapping[str, tuple[str, ...]]]
    setelan: Setelan = SETELAN_BAKU

    def cocok(self, dasar: DasarHukum) -> Cocok | None:
        """The regulation of the register that a citation means."""
        return cari(dasar, self.setelan.register_tambahan)

    def kata_saksi(self, jenis: str) -> Mapping[str, tuple[str, ...]]:
        """What the witnesses of one kind say, by location."""
        return self.saksi.get(jenis, _TANPA_SAKSI)

    def saksi_pertama(self, jenis: str, lokasi: str) -> str | None:
        """What the first witness of one kind says about one location."""
        kata = self.kata_saksi(jenis).get(lokasi)
        return kata[0] if kata else None


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule is broken.

    Attributes:
        lokasi: JSON Pointer into the SOP.
        pesan: one Indonesian sentence: the value and what to do.
        usulan: the value that should stand there, where it is known.
        tingkat: overrides the rule's own level.
    """

    lokasi: str
    pesan: str
    usulan: str | None = None
    tingkat: Tingkat | None = None


Fungsi = Callable[[Dokumen], Iterator[Hit]]
"""A check of one SOP."""
FungsiHimpunan = Callable[[Himpunan], Iterator[tuple[str, Hit]]]
"""A check over the SOPs of a run; a hit comes with the id of the SOP that it is in."""
F = TypeVar("F", Fungsi, FungsiHimpunan)


@dataclass(frozen=True, slots=True)
class Rule(Generic[F]):
    """One check: stable code, level, title, manual page, and the function that looks."""

    kode: str
    tingkat: Tingkat
    judul: str
    penjelasan: str
    fungsi: F

    def temuan(self, hit: Hit) -> Temuan:
        """The hit as a finding of the contract."""
        return Temuan(
            kode=self.kode,
            tingkat=hit.tingkat or self.tingkat,
            lokasi=hit.lokasi,
            pesan=hit.pesan,
            usulan=hit.usulan,
        )


Aturan: TypeAlias = Rule[Fungsi]
AturanHimpunan: TypeAlias = Rule[FungsiHimpunan]


def rule(kode: str, tingkat: Tingkat) -> Callable[[F], Rule[F]]:
    """A decorator that makes a Rule of a function and of its docstring.

    Raises:
        ValueError: on import, when the docstring is no manual page.
    """

    def make(fungsi: F) -> Rule[F]:
        judul, _, penjelasan = cleandoc(fungsi.__doc__ or "").partition("\n\n")
        if not judul or not all(f"\n{bagian}: " in penjelasan for bagian in ("Buruk", "Baik", "Sumber")):
            raise ValueError(f"{kode}: the docstring lacks its title, Buruk, Baik or Sumber")
        return Rule(kode, tingkat, judul.removesuffix("."), penjelasan, fungsi)

    return make


def lihat(sop: Sop, saksi: Sequence[Saksi], setelan: Setelan) -> Dokumen:
    """The SOP with its witnesses indexed; one that speaks about a place that is not there speaks about its parent."""
    kata: dict[str, dict[str, tuple[str, ...]]] = {}
    for s in saksi:
        per_lokasi = kata.setdefault(s.jenis, {})
        lokasi = ancestor(sop, s.lokasi)
        per_lokasi[lokasi] = (*per_lokasi.get(lokasi, ()), s.teks)
    return Dokumen(sop, kata, setelan)

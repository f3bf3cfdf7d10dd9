"""Kartu: what the whole set needs to know of one SOP, some three kilobytes of it.

The checks over a whole run look at nothing else, so that they need not hold ten thousand SOPs
with all their evidence at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from normalizers.model import Sop
from pipeline.compare.blok import Sidik, sidik
from pipeline.compare.kata import rata

TANGGAL: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "tanggal_pengesahan")
_PANJANG_ISI: Final = 4000
"""Letters of the steps that are compared; what comes behind them would only cost time."""
_KOTAK: Final = ("kualifikasi_pelaksana", "peralatan_perlengkapan", "peringatan", "pencatatan_pendataan")


@dataclass(frozen=True, slots=True, eq=False)
class Kartu:
    """One SOP of the set.

    Attributes:
        id: as in the canonical file.
        berkas: its input file.
        jenis: kind of that file.
        pemerintah: as in the canonical file.
        unit: as in the canonical file.
        nomor: number of the SOP.
        nama: name of the SOP.
        tanggal: the four dates, in the contract's order.
        nip: of the officer who approved it.
        langkah: how many steps it has.
        menit: working minutes of all steps that have any; None when none has.
        keterkaitan: the related SOPs it names.
        isi: its steps for comparison, plain; those of its boxes where it has no steps.
        sidik: the signature of ``isi``.
        digest: equal for two SOPs that say the same throughout, whatever file they came from.
    """

    id: str
    berkas: str
    jenis: str
    pemerintah: str | None
    unit: str | None
    nomor: str | None
    nama: str | None
    tanggal: tuple[str | None, ...]
    nip: str | None
    langkah: int
    menit: float | None
    keterkaitan: tuple[str, ...]
    isi: str
    sidik: Sidik
    digest: bytes

    @property
    def kantor(self) -> tuple[str, str]:
        """Government and unit, plain: SOPs of one office share it."""
        return rata(self.pemerintah or ""), rata(self.unit or "")


def kartu(sop: Sop) -> Kartu:
    """The card of one SOP."""
    identitas = sop.identitas
    minutes = [step.waktu.menit for step in sop.prosedur if step.waktu and step.waktu.menit is not None]
    isi = _isi(sop)
    return Kartu(
        id=sop.id,
        berkas=sop.sumber.berkas,
        jenis=sop.sumber.jenis,
        pemerintah=sop.instansi.pemerintah,
        unit=sop.instansi.unit,
        nomor=identitas.nomor_sop,
        nama=identitas.nama_sop,
        tanggal=tuple(getattr(identitas, key) for key in TANGGAL),
        nip=identitas.disahkan_oleh.nip,
        langkah=len(sop.prosedur),
        menit=sum(minutes) if minutes else None,
        keterkaitan=tuple(sop.keterkaitan),
        isi=isi,
        sidik=sidik(isi),
        digest=_digest(sop),
    )


def semua(sops: Iterable[Sop]) -> list[Kartu]:
    """The cards of all SOPs; each SOP may be forgotten once its card is made."""
    return [kartu(sop) for sop in sops]


def _isi(sop: Sop) -> str:
    texts = [step.uraian for step in sop.prosedur] or [item for key in _KOTAK for item in getattr(sop, key)]
    # Not the cached ``rata``: whole procedures would fill its cache.
    return rata.__wrapped__(" ".join(texts)[: 2 * _PANJANG_ISI])[:_PANJANG_ISI]


def _digest(sop: Sop) -> bytes:
    said = sop.model_dump_json(exclude={"id", "sumber", "temuan", "bukti"})
    return sha256(said.encode()).digest()[:12]

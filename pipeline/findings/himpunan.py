"""Rules over all SOPs of a run: what no single SOP can show."""

from collections.abc import Iterator, Sequence
from typing import Final

from normalizers.model import Sop
from pipeline.findings.kata import rata
from pipeline.findings.rule import AturanHimpunan, Hit, rule

SEBUT: Final = 3
"""A finding names at most so many of the other SOPs."""


@rule("ID020", "peringatan")
def ganda(sops: Sequence[Sop]) -> Iterator[tuple[str, Hit]]:
    """Nomor atau nama SOP yang sama dipakai dua kali dalam satu unit.

    Satu kegiatan, satu SOP; satu nomor untuk satu SOP. Dinilai atas semua SOP yang dibaca
    sekaligus, per unit.

    Buruk: dua SOP Kecamatan Wanasari bernomor 065/12/2024
    Baik: setiap SOP bernomor sendiri
    Sumber: bahan pelatihan SOP AP Kementerian PANRB, 2013.
    """
    for key, sebutan in (("nomor_sop", "Nomor"), ("nama_sop", "Nama")):
        kelompok: dict[tuple[str, str, str], list[Sop]] = {}
        for sop in sops:
            nilai = rata(getattr(sop.identitas, key) or "")
            if nilai and sop.instansi.unit:
                unit = (rata(sop.instansi.pemerintah or ""), rata(sop.instansi.unit), nilai)
                kelompok.setdefault(unit, []).append(sop)
        for sama in kelompok.values():
            # So many ids are enough for any message; a group of thousands must not cost its square.
            id_awal = [sop.id for sop in sama[: SEBUT + 1]]
            for sop in sama if len(sama) > 1 else ():
                lain = [id_ for id_ in id_awal if id_ != sop.id][:SEBUT]
                sisa = len(sama) - 1 - len(lain)
                daftar = ", ".join(lain) + (f", dan {sisa} lainnya" if sisa else "")
                pesan = (
                    f"{sebutan} SOP “{getattr(sop.identitas, key)}” juga dipakai oleh {daftar}; "
                    "bedakan atau hapus salah satunya."
                )
                yield sop.id, Hit(f"/identitas/{key}", pesan)


ATURAN: tuple[AturanHimpunan, ...] = (ganda,)

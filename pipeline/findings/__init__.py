"""The rules, and ``check``: one SOP to its findings.

- ``rule``       Rule, Hit, Dokumen, Setelan: what a rule is and what it sees
- ``lokasi``     JSON Pointers: whether they lead somewhere, and their order
- ``kata`` ``peran`` ``wilayah`` ``tahun`` ``simbol``   what several rules ask of words, actors, regions, years, symbols
- ``kepastian``  what pixels leave in doubt is no galat
- ``identitas`` ``tanggal`` ``pejabat`` ``daerah`` ``daftar`` ``dasar_hukum`` ``register`` ``prosedur`` ``uraian``
  ``cabang`` ``waktu`` ``pelaksana`` ``alur`` ``dokumen`` ``singkatan`` ``bukti``   the rules, by what they speak about
- ``himpunan``   rules over all SOPs of a run
- ``data``       what the rules know
"""

from collections.abc import Sequence
from typing import Final

from normalizers.model import Sop, Temuan
from normalizers.reading import Saksi
from pipeline.compare.himpunan import Himpunan
from pipeline.findings import (
    alur,
    bukti,
    cabang,
    daerah,
    daftar,
    dasar_hukum,
    dokumen,
    himpunan,
    identitas,
    pejabat,
    pelaksana,
    prosedur,
    register,
    singkatan,
    tanggal,
    uraian,
    waktu,
)
from pipeline.findings.kepastian import timbang
from pipeline.findings.lokasi import order
from pipeline.findings.rule import SETELAN_BAKU, Aturan, AturanHimpunan, Setelan, lihat

PER_SOP: Final[tuple[Aturan, ...]] = (
    *identitas.ATURAN,
    *tanggal.ATURAN,
    *pejabat.ATURAN,
    *daerah.ATURAN,
    *daftar.ATURAN,
    *dasar_hukum.ATURAN,
    *register.ATURAN,
    *prosedur.ATURAN,
    *uraian.ATURAN,
    *cabang.ATURAN,
    *waktu.ATURAN,
    *pelaksana.ATURAN,
    *alur.ATURAN,
    *dokumen.ATURAN,
    *singkatan.ATURAN,
    *bukti.ATURAN,
)
"""The rules on one SOP."""

ATURAN: Final[tuple[Aturan | AturanHimpunan, ...]] = tuple(
    sorted((*PER_SOP, *himpunan.ATURAN), key=lambda aturan: aturan.kode)
)
"""All rules by code, those over a whole run included: what is listed and explained to users."""

_BERAT: Final = {"galat": 0, "peringatan": 1, "info": 2}


def check(sop: Sop, saksi: Sequence[Saksi] = (), setelan: Setelan = SETELAN_BAKU) -> list[Temuan]:
    """The findings of one SOP: most severe first, then in the order of the document, then by code.

    Args:
        sop: the canonical SOP; its own ``temuan`` are not looked at.
        saksi: second witnesses from normalising, locations as pointers into the SOP.
        setelan: limits that the user may set.
    """
    dok = lihat(sop, saksi, setelan)
    return sorted(
        (aturan.temuan(timbang(dok, aturan, hit)) for aturan in PER_SOP for hit in aturan.fungsi(dok)),
        key=urutan,
    )


def check_set(satu: Himpunan) -> dict[str, list[Temuan]]:
    """The findings that only show when all SOPs of a run are seen, by the SOP's id; ids without any are left out.

    Time and memory grow with the number of SOPs, not with its square; the SOPs themselves are not needed,
    only their cards.
    """
    temuan: dict[str, list[Temuan]] = {}
    for aturan in himpunan.ATURAN:
        for id_, hit in aturan.fungsi(satu):
            temuan.setdefault(id_, []).append(aturan.temuan(hit))
    return {id_: sorted(temuan[id_], key=urutan) for id_ in sorted(temuan)}


def urutan(temuan: Temuan) -> tuple[int, tuple[int, ...], str]:
    """The sort key of findings: most severe first, then in the order of the document, then by code."""
    return _BERAT[temuan.tingkat], order(temuan.lokasi), temuan.kode

"""How sure a finding can be: what a scan does not show may be there, and what it shows may be misread.

A galat says that something is surely wrong. On the identity page of a scan (stamps, handwriting) a missing
value or a doubtful one is not, so there it is a warning. A cell of the table that is empty on a scan is empty:
lines and words tell that apart. In a text that lost its cells it may stand in the next one.
"""

import re
from dataclasses import replace
from typing import Final

from normalizers.model import Pejabat
from pipeline.findings.lokasi import value
from pipeline.findings.rule import Aturan, Dokumen, Hit

PASTI: Final = 0.9
"""Readings from pixels that are at least this sure are right nearly always."""
_PINDAIAN: Final = "pindaian"
_TABEL: Final = "/prosedur"
_IDENTITAS: Final = "/identitas"
_LANGKAH: Final = re.compile(r"/prosedur/\d+(?=/)")


def timbang(dok: Dokumen, aturan: Aturan, hit: Hit) -> Hit:
    """The hit, at most a warning where pixels or lost cells leave room for doubt."""
    if (hit.tingkat or aturan.tingkat) != "galat":
        return hit
    if hit.lokasi.startswith(_IDENTITAS):
        ragu = _ragu_identitas(dok, hit.lokasi)
    elif hit.lokasi == _TABEL:  # no table at all, or a whole column of it: on a scan its lines may be lost
        ragu = dok.sop.sumber.jenis == _PINDAIAN
    else:
        langkah = _LANGKAH.match(hit.lokasi)
        ragu = langkah is not None and _ragu_sel(dok, langkah[0], hit.lokasi)
    return replace(hit, tingkat="peringatan") if ragu else hit


def _ragu_identitas(dok: Dokumen, lokasi: str) -> bool:
    nilai = value(dok.sop, lokasi)
    if nilai in (None, "") or (isinstance(nilai, Pejabat) and not any(nilai.model_dump().values())):
        return dok.sop.sumber.jenis == _PINDAIAN
    bukti = dok.sop.bukti.get(lokasi)
    return bukti is not None and bool(bukti.mesin) and bukti.keyakinan < PASTI


def _ragu_sel(dok: Dokumen, langkah: str, lokasi: str) -> bool:
    """Whether a cell is empty in a row whose cells had to be guessed from running text, or of which nothing was read."""
    if value(dok.sop, lokasi) is not None:
        return False
    bukti = dok.sop.bukti.get(f"{langkah}/uraian")
    if bukti is None:
        return dok.sop.sumber.jenis == _PINDAIAN and bool(dok.sop.bukti)
    return not bukti.mesin and bukti.keyakinan < PASTI


def tak_terbaca(dok: Dokumen, lokasi: str) -> bool:
    """Whether writing stands there that nobody could read: BK004 speaks of it, so it is not missing."""
    return dok.saksi_pertama("tidak_terbaca", lokasi) is not None

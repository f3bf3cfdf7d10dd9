"""How sure a finding can be: what a scan does not show may be there, and what it shows may be misread.

A galat says that something is surely wrong. On the identity page of a scan (stamps, handwriting) a missing
value or a doubtful one is not, so there it is a warning. A cell of the table that is empty on a scan is empty:
lines and words tell that apart.
"""

from dataclasses import replace
from typing import Final

from pipeline.findings.lokasi import value
from pipeline.findings.rule import Aturan, Dokumen, Hit

PASTI: Final = 0.9
"""Readings from pixels that are at least this sure are right nearly always."""
_RAWAN: Final = "/identitas"


def timbang(dok: Dokumen, aturan: Aturan, hit: Hit) -> Hit:
    """The hit, at most a warning where pixels leave room for doubt."""
    if (hit.tingkat or aturan.tingkat) != "galat" or not hit.lokasi.startswith(_RAWAN):
        return hit
    bukti = dok.sop.bukti.get(hit.lokasi)
    if value(dok.sop, hit.lokasi) in (None, ""):
        ragu = dok.sop.sumber.jenis == "pindaian"
    else:
        ragu = bukti is not None and bool(bukti.mesin) and bukti.keyakinan < PASTI
    return replace(hit, tingkat="peringatan") if ragu else hit


def tak_terbaca(dok: Dokumen, lokasi: str) -> bool:
    """Whether writing stands there that nobody could read: BK004 speaks of it, so it is not missing."""
    return dok.saksi_pertama("tidak_terbaca", lokasi) is not None

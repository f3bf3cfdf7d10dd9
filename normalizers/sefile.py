"""What the SOPs of one file say of each other: the government of an annex stands before its first SOP only."""

from collections.abc import Sequence

from normalizers.model import Sop
from normalizers.reading import INFERENSI

_PEMERINTAH = "/instansi/pemerintah"
_YAKIN = 0.8


def lengkapi(sops: Sequence[Sop]) -> list[Sop]:
    """The SOPs of a file with the one government that others of the same unit name, where they name none themselves.

    The evidence is that of the SOP which names it, as an inference.
    """
    stated = [sop for sop in sops if sop.instansi.pemerintah is not None]
    if len({sop.instansi.pemerintah for sop in stated}) != 1:
        return list(sops)
    return [_dengan_pemerintah(sop, stated) for sop in sops]


def _dengan_pemerintah(sop: Sop, stated: Sequence[Sop]) -> Sop:
    unit = sop.instansi.unit
    giver = next((other for other in stated if unit is not None and other.instansi.unit == unit), None)
    if giver is None or sop.instansi.pemerintah is not None:
        return sop
    bukti = dict(sop.bukti)
    if asal := giver.bukti.get(_PEMERINTAH):
        mesin = "".join(asal.cara.partition(":")[1:])
        yakin = round(asal.keyakinan * _YAKIN, 2)
        bukti[_PEMERINTAH] = asal.model_copy(update={"cara": INFERENSI + mesin, "keyakinan": yakin})
    instansi = sop.instansi.model_copy(update={"pemerintah": giver.instansi.pemerintah})
    return sop.model_copy(update={"instansi": instansi, "bukti": bukti})

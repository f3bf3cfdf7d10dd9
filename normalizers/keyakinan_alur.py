"""How likely an edge whose line was followed in pixels is right, its name included; one that is not sure counts as concluded.

The drawing itself tells much of it (``extractors.flow.doubts``), how the page was read the rest. ``python -m
benchmarks.keyakinan_alur`` fits the weights in ``data/keyakinan_alur.toml`` on pages of which the truth is known.
"""

import math
from collections.abc import Mapping
from typing import Any, Final

from extractors.raw import RawSop
from normalizers.bukti import Catatan
from normalizers.data import table
from normalizers.kalibrasi import TERPASTI, keadaan, log_peluang, tanda_halaman
from normalizers.model import Sop
from normalizers.reading import GAMBAR, INFERENSI

TERLACAK: Final = 0.9
"""An edge that is less sure is not said to have been followed."""
_PELUANG: Final = frozenset({"lacak", "rupa", "nomor"})
"""What is told as a likelihood; its log odds are weighed."""


def tanda_tepi(sop: Sop, raw: RawSop, catatan: Catatan) -> dict[str, dict[str, float]]:
    """What speaks for and against each edge that was followed in pixels, by its pointer, as numbers that weights are put on."""
    if not catatan.tepi:
        return {}
    seluruh = keadaan(raw)
    nomor = {
        langkah.no: bukti.keyakinan
        for n, langkah in enumerate(sop.prosedur)
        if (bukti := catatan.bukti.get(f"/prosedur/{n}/no"))
    }
    found = {}
    for lokasi, tanda in catatan.tepi.items():
        tepi = sop.alur[int(lokasi.rpartition("/")[2])]
        told = dict(tanda) | {"nomor": min(nomor.get(ujung.no, 0.0) for ujung in (tepi.dari, tepi.ke))}
        weighed = {nama: log_peluang(nilai) if nama in _PELUANG else nilai for nama, nilai in told.items()}
        found[lokasi] = weighed | tanda_halaman(seluruh, catatan.bukti[lokasi].halaman)
    return found


def peluang(tanda: Mapping[str, float]) -> float:
    """The probability that an edge is right, by what speaks for and against it."""
    bobot: Mapping[str, Any] = table("keyakinan_alur")
    total = bobot["tetap"] + sum(bobot["tanda"].get(nama, 0.0) * nilai for nama, nilai in tanda.items())
    return min(TERPASTI, 1.0 / (1.0 + math.exp(-total)))


def tertimbang(sop: Sop, raw: RawSop, catatan: Catatan) -> Sop:
    """The SOP with the confidence of edges that were followed in pixels as the share of such edges that are right.

    Those that are not sure say ``inferensi``.
    """
    bukti = dict(sop.bukti)
    for lokasi, tanda in tanda_tepi(sop, raw, catatan).items():
        satu, yakin = bukti[lokasi], peluang(tanda)
        sure = yakin >= TERLACAK or satu.jalan != GAMBAR
        cara = satu.cara if sure else INFERENSI + satu.cara.removeprefix(GAMBAR)
        bukti[lokasi] = satu.model_copy(update={"keyakinan": round(yakin, 2), "cara": cara})
    return sop.model_copy(update={"bukti": bukti})

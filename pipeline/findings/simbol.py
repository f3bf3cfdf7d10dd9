"""How far the drawing was read: rules on symbols ask here before they speak."""

from typing import Final

from normalizers.reading import GAMBAR
from pipeline.findings.rule import Dokumen

BAGIAN_TERBACA: Final = 0.8
"""Share of the steps that must show a known symbol before a missing one means anything."""

LEPAS: Final = 0.1
"""Share of the steps that no line touches up to which the lines count as followed."""

_DIGITAL: Final = ("pdf", "docx", "xlsx")


def terbaca(dok: Dokumen) -> bool:
    """Whether the source carries symbols and nearly every step shows a known one."""
    langkah = dok.sop.prosedur
    dikenal = sum(any(t.simbol for t in satu.pelaksana or ()) for satu in langkah)
    return bool(langkah) and dikenal >= BAGIAN_TERBACA * len(langkah)


def digital(dok: Dokumen) -> bool:
    """Whether the source holds the drawing itself, not a picture or a text of it; a PDF may have pages of both kinds."""
    gambar = (
        bukti
        for lokasi, bukti in dok.sop.bukti.items()
        if bukti.jalan == GAMBAR and lokasi.startswith("/prosedur/")
    )
    return dok.sop.sumber.jenis in _DIGITAL and not any(bukti.mesin for bukti in gambar)


def terlacak(dok: Dokumen) -> frozenset[int]:
    """The places in ``alur`` of the edges whose lines were followed."""
    return frozenset(
        i
        for i in range(len(dok.sop.alur))
        if (bukti := dok.sop.bukti.get(f"/alur/{i}")) and bukti.jalan == GAMBAR
    )


def alur_terbaca(dok: Dokumen) -> bool:
    """Whether the lines of the drawing were followed: at nearly every step begins or ends one.

    Only of a drawing that the source itself holds; lines seen in pixels are missed too often.
    """
    if not digital(dok) or not terbaca(dok):
        return False
    alur = [dok.sop.alur[i] for i in terlacak(dok)]
    tersambung = {ujung.no for tepi in alur for ujung in (tepi.dari, tepi.ke)}
    lepas = sum(langkah.no not in tersambung for langkah in dok.sop.prosedur)
    return lepas <= max(1, LEPAS * len(dok.sop.prosedur))


def halaman_simbol(dok: Dokumen, i: int) -> int | None:
    """The page on which the first symbol of a step stands, None where that is not known."""
    bukti = dok.sop.bukti.get(f"/prosedur/{i}/pelaksana/0")
    return bukti.halaman if bukti and bukti.kotak else None


def simbol(dok: Dokumen, i: int) -> frozenset[str]:
    """The symbols of a step; empty where the step shows none, or one that was not recognised."""
    tanda = dok.sop.prosedur[i].pelaksana or ()
    if any(t.simbol is None for t in tanda):
        return frozenset()
    return frozenset(t.simbol for t in tanda if t.simbol)

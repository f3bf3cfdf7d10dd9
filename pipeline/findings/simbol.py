"""How far the drawing was read: rules on symbols ask here before they speak."""

from typing import Final

from pipeline.findings.rule import Dokumen

BAGIAN_TERBACA: Final = 0.8
"""Share of the steps that must show a known symbol before a missing one means anything."""

_DIGITAL: Final = ("pdf", "docx", "xlsx")


def terbaca(dok: Dokumen) -> bool:
    """Whether the source carries symbols and nearly every step shows a known one."""
    langkah = dok.sop.prosedur
    dikenal = sum(any(t.simbol for t in satu.pelaksana or ()) for satu in langkah)
    return bool(langkah) and dikenal >= BAGIAN_TERBACA * len(langkah)


def digital(dok: Dokumen) -> bool:
    """Whether the source holds the drawing itself, not a picture or a text of it."""
    return dok.sop.sumber.jenis in _DIGITAL


def simbol(dok: Dokumen, i: int) -> frozenset[str]:
    """The symbols of a step; empty where the step shows none, or one that was not recognised."""
    tanda = dok.sop.prosedur[i].pelaksana or ()
    if any(t.simbol is None for t in tanda):
        return frozenset()
    return frozenset(t.simbol for t in tanda if t.simbol)

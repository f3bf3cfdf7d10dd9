"""The free texts of an SOP, each with its place: what a rule on wording reads."""

from collections.abc import Iterator
from typing import Final

from normalizers.model import KOTAK, Sop

_SEL: Final = ("uraian", "kelengkapan", "output", "keterangan")


def tulisan(sop: Sop, *, hukum: bool = False) -> Iterator[tuple[str, str]]:
    """Pointer and text of its name, of the items of its boxes and of the cells of its steps, in the contract's order.

    With ``hukum`` the subjects of the regulations that it cites are among them.
    """
    if sop.identitas.nama_sop:
        yield "/identitas/nama_sop", sop.identitas.nama_sop
    for i, dasar in enumerate(sop.dasar_hukum if hukum else ()):
        if dasar.tentang:
            yield f"/dasar_hukum/{i}/tentang", dasar.tentang
    for kotak in KOTAK:
        for i, teks in enumerate(getattr(sop, kotak)):
            yield f"/{kotak}/{i}", teks
    for i, langkah in enumerate(sop.prosedur):
        for key in _SEL:
            if teks := getattr(langkah, key):
                yield f"/prosedur/{i}/{key}", teks

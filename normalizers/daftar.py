"""The boxes that hold plain lists: qualification, links, equipment, warnings, records."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from extractors.raw import RawField
from normalizers import sel
from normalizers.bukti import Catatan
from normalizers.reading import Saksi


def parse(kunci: str, items: Sequence[RawField], pindah: Collection[int], catatan: Catatan) -> list[str]:
    """The items of a box, cleaned; empty ones and dashes are left out.

    Args:
        kunci: contract key of the box.
        items: the items as read.
        pindah: which of them were found outside their box, counted from 0.
        catatan: takes the evidence, and a witness "kotak_lain" for each item from elsewhere.
    """
    values: list[str] = []
    for place, item in enumerate(items):
        hasil = sel.parse(item.text)
        if hasil.nilai is None:
            continue
        lokasi = f"/{kunci}/{len(values)}"
        catatan.nilai(lokasi, item, hasil)
        if place in pindah:
            catatan.saksi.append(Saksi(lokasi, "kotak_lain", ""))
        values.append(hasil.nilai)
    return values


def loncat(kunci: str, items: Sequence[RawField]) -> Saksi | None:
    """A witness "nomor_loncat" with the numbers as printed, when a box's numbering leaves one out."""
    nomor = [item.nomor for item in items if item.nomor is not None]
    if all(later <= before + 1 for before, later in pairwise(nomor)):
        return None
    return Saksi(f"/{kunci}", "nomor_loncat", ", ".join(map(str, nomor)))

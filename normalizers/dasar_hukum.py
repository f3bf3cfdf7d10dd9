"""The legal basis: each item's citations, completed with what the document and the register tell.

The document names the region that a local regulation leaves out; the register tells whether a
regulation is still in force. Both are marked as inferred; nothing that an item states is changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from normalizers import kamus, peraturan, sitasi
from normalizers.data import table
from normalizers.model import DasarHukum
from normalizers.reading import INFERENSI, Bagian, Reading
from normalizers.register import Tambahan

_YAKIN_WILAYAH = 0.7  # an SOP of a kabupaten may cite a rule of its province without saying so
_YAKIN_NAMA = 0.9  # "Peraturan Daerah Wanasari": only the kind of the region is missing
_YAKIN_STATUS = 0.9

Hasil = Reading[DasarHukum]


def parse(items: Sequence[str], wilayah: str | None, tambahan: Tambahan = ()) -> list[list[Hasil]]:
    """The citations of each item, in order.

    Args:
        items: the list items as read, numbering stripped.
        wilayah: the document's own region, "Kabupaten Wanasari"; None where it is not known.
        tambahan: a user's own registers.
    """
    readings = [sitasi.parse(item) for item in items]
    region = (wilayah or "").removeprefix("Pemerintah ").strip()
    known = _daerah_disebut([region, *(r.nilai.lembaga or "" for found in readings for r in found)])
    return [[_lengkap(reading, region, known, tambahan) for reading in found] for found in readings]


def _lengkap(reading: Hasil, region: str, known: dict[str, str | None], tambahan: Tambahan) -> Hasil:
    dasar, bagian = reading.nilai, dict(reading.bagian)
    lembaga = _lembaga(dasar, region, known)
    if lembaga != dasar.lembaga:
        place = bagian.get("lembaga")
        yakin = _YAKIN_NAMA if place else _YAKIN_WILAYAH
        bagian["lembaga"] = Bagian(place.start if place else 0, place.end if place else 0, INFERENSI, yakin)
        dasar = dasar.model_copy(update={"lembaga": lembaga})
    baris = peraturan.tepat(dasar, tambahan)
    if baris and baris.status and baris.status_terbukti:
        bagian["status"] = Bagian(0, 0, INFERENSI, _YAKIN_STATUS)
        dasar = dasar.model_copy(update={"status": baris.status})
    return reading if dasar is reading.nilai else replace(reading, nilai=dasar, bagian=bagian)


def _lembaga(dasar: DasarHukum, region: str, known: dict[str, str | None]) -> str | None:
    """The region that issued a local regulation: the document's own, or a bare name with its kind."""
    badan = _badan(dasar)
    if badan is None:
        return dasar.lembaga
    if dasar.lembaga is None:
        return region if badan in ("", _jenis(region)) and _jenis(region) else None
    if _jenis(dasar.lembaga):
        return dasar.lembaga
    return known.get(dasar.lembaga.casefold()) or dasar.lembaga


def _badan(dasar: DasarHukum) -> str | None:
    """The kind of region that issues such a regulation, "" for any; None where no region does."""
    badan = table("jenis_peraturan")["kontrak"].get(dasar.jenis, {}).get("badan")
    if badan == kamus.DAERAH:
        return ""
    return badan if badan in table("instansi")["wilayah"] else None


def _jenis(region: str) -> str:
    """The kind of a region by its first word, "" without one."""
    kind = region.partition(" ")[0]
    return kind if kind in table("instansi")["wilayah"] else ""


def _daerah_disebut(regions: Iterable[str]) -> dict[str, str | None]:
    """The one region of each bare name among those named; None where a kabupaten and a kota share it."""
    known: dict[str, str | None] = {}
    for region in regions:
        if _jenis(region):
            bare = region.partition(" ")[2].casefold()
            known[bare] = region if known.get(bare, region) == region else None
    return known

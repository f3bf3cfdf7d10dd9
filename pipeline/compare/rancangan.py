"""A draft of the common SOP: the most central one as it stands, and what the others have in its places.

Nothing is invented or mixed: the draft holds the medoid's own values with their own evidence, and
beside it stands, place by place, where the other units differ. Choosing is for people.
"""

from collections.abc import Iterator
from typing import Any

from normalizers.model import KOTAK, Sop
from pipeline.compare.banding import Baris, Perbandingan
from pipeline.compare.kata import inti


def rancangan(banding: Perbandingan) -> Sop:
    """The medoid under the id of a draft; every value is its own."""
    sop = banding.kolom[banding.medoid].sop
    return sop.model_copy(update={"id": f"rancangan--{sop.id}"})


def catatan(banding: Perbandingan) -> dict[str, Any]:
    """What a person who makes the common SOP of the draft must know, ready for JSON.

    ``catatan`` lists what the others have, each with the JSON Pointer of the draft that it is about; a step
    or an item that the draft lacks is about the place behind which it stands.
    """
    tengah = banding.kolom[banding.medoid]
    return {
        "usulan": f"Rancangan SOP bersama untuk “{banding.nama}”: usulan, belum keputusan.",
        "dasar": f"Nilainya semua dari {tengah.sop.id}, SOP yang langkahnya paling sejalan dengan {len(banding.kolom)} "
        "SOP yang dibandingkan; tidak ada nilai yang ditambah atau dicampur.",
        "ganti": [
            "/instansi/unit",
            "/identitas/nomor_sop",
            "/identitas/tanggal_pembuatan",
            "/identitas/tanggal_revisi",
            "/identitas/tanggal_efektif",
            "/identitas/tanggal_pengesahan",
            "/identitas/disahkan_oleh",
        ],
        "dibandingkan": [kolom.sop.id for kolom in banding.kolom],
        "catatan": [*_langkah(banding), *_rujukan(banding), *_butir(banding)],
    }


def _langkah(banding: Perbandingan) -> Iterator[dict[str, Any]]:
    """The notes on steps, in the order of the rows."""
    place = -1
    for row in banding.baris:
        if row.di_medoid:
            place += 1
            yield from _beda(banding, row, f"/prosedur/{place}")
        else:
            yield {
                "lokasi": f"/prosedur/{max(place, 0)}",
                "tentang": "langkah yang tidak ada di rancangan",
                "lain": _lain(banding, [sel.langkah.uraian if sel else None for sel in row.sel]),
            }


def _beda(banding: Perbandingan, row: Baris, lokasi: str) -> Iterator[dict[str, Any]]:
    missing = [kolom.sop.id for kolom, sel in zip(banding.kolom, row.sel, strict=True) if sel is None]
    if missing:
        yield {"lokasi": lokasi, "tentang": "tidak ada di", "sop": missing}
    times = [sel.langkah.waktu.teks if sel and sel.langkah.waktu else None for sel in row.sel]
    if len(set(filter(None, times))) > 1:
        yield {"lokasi": f"{lokasi}/waktu", "tentang": "waktu", "lain": _lain(banding, times)}
    actors = [", ".join(sel.pelaku) if sel else None for sel in row.sel]
    if any(sel and sel.peran_lain for sel in row.sel):
        yield {"lokasi": f"{lokasi}/pelaksana", "tentang": "pelaksana", "lain": _lain(banding, actors)}


def _rujukan(banding: Perbandingan) -> Iterator[dict[str, Any]]:
    for rujukan in banding.rujukan:
        if rujukan.status == "dicabut" and rujukan.dikutip[banding.medoid]:
            yield {
                "lokasi": "/dasar_hukum",
                "tentang": f"{rujukan.nama} sudah dicabut",
                "pengganti": rujukan.pengganti,
            }
        elif not rujukan.dikutip[banding.medoid]:
            by = [k.sop.id for k, cited in zip(banding.kolom, rujukan.dikutip, strict=True) if cited]
            status = rujukan.status
            yield {
                "lokasi": "/dasar_hukum",
                "tentang": f"{rujukan.nama} dikutip oleh",
                "sop": by,
                "status": status,
            }


def _butir(banding: Perbandingan) -> Iterator[dict[str, Any]]:
    """Items of the boxes that others have and the draft has not, in no other wording either."""
    for key in KOTAK:
        known = {frozenset(inti(item)) for item in getattr(banding.kolom[banding.medoid].sop, key)}
        for kolom in banding.kolom:
            for item in getattr(kolom.sop, key):
                words = frozenset(inti(item))
                if words not in known:
                    known.add(words)
                    yield {"lokasi": f"/{key}", "tentang": "butir lain", "lain": {kolom.sop.id: item}}


def _lain(banding: Perbandingan, values: list[str | None]) -> dict[str, str]:
    return {kolom.sop.id: value for kolom, value in zip(banding.kolom, values, strict=True) if value}

"""The revision note: what changed in an SOP, as a document that goes with it to whoever approves it.

Between two canonical SOPs, or between the source as it was read and the canonical SOP. Changes that nobody has to
know of (spacing, capitals, the form of a date) are counted, not listed.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Final, cast

from normalizers.model import Sop
from pipeline.data import table
from pipeline.diff import Perubahan, bandingkan, mentah, tampil
from pipeline.outputs.cetak import bersih
from pipeline.outputs.naskah_docx import naskah
from pipeline.outputs.perhatian import sebutan
from pipeline.outputs.render import render, tanggal
from pipeline.outputs.typst import compiler

_RINGAN: Final = frozenset(
    ["sama", "usulan", "kosong", "spasi", "kapital", "tanda", "bentuk", "satuan", "peran", "petik"]
)
"""Kinds of change that leave what is said as it was."""
_LEBAR: Final = 170.0
"""Between the margins of the note, in millimetres."""
_JENIS: Final = {"tambah": "ditambahkan", "hilang": "dihapus", "ubah": "diubah"}
_BUKAN_ISI: Final = ("temuan", "bukti", "sumber", "id")


@dataclass(frozen=True, slots=True)
class Butir:
    """One change: where, what stood there, what stands there now ("" for nothing), and its kind in words."""

    tempat: str
    semula: str
    menjadi: str
    jenis: str


@dataclass(frozen=True, slots=True)
class Revisi:
    """The note.

    Attributes:
        nama: of the SOP.
        nomor: of the SOP; "" where it has none.
        unit: whose SOP it is.
        terhadap: what it is compared with, in words.
        butir: the changes, in document order.
        ringan: how many changes of form there are beside them.
    """

    nama: str
    nomor: str
    unit: str
    terhadap: str
    butir: tuple[Butir, ...]
    ringan: int


def antara(lama: Sop, baru: Sop) -> Revisi:
    """The note on what changed from one SOP to another."""
    kata = table("dokumen")["revisi"]
    nomor = bersih(lama.identitas.nomor_sop)
    return _revisi(lama, baru, bandingkan(lama, baru), f"{kata['versi']} {nomor}".strip())


def terhadap_sumber(sop: Sop) -> Revisi:
    """The note on what the canonical SOP says otherwise than its source."""
    kata = table("dokumen")["revisi"]
    return _revisi(sop, sop, mentah(sop), f"{kata['sumber']} {sop.sumber.berkas}")


def _revisi(lama: Sop, sop: Sop, changes: Sequence[Perubahan], terhadap: str) -> Revisi:
    kata = table("dokumen")
    own = [c for c in changes if c.lokasi and c.lokasi.split("/")[1] not in _BUKAN_ISI]
    weighty = [c for c in own if c.jenis not in _RINGAN]
    light = sum(c.jenis in _RINGAN and c.jenis not in ("sama", "usulan", "kosong") for c in own)
    return Revisi(
        nama=bersih(sop.identitas.nama_sop) or kata["judul"],
        nomor=bersih(sop.identitas.nomor_sop),
        unit=", ".join(filter(None, map(bersih, (sop.instansi.unit, sop.instansi.pemerintah)))),
        terhadap=bersih(terhadap),
        # What is gone is called by its place in the old SOP.
        butir=tuple(_butir(lama if c.jenis == "hilang" else sop, c) for c in weighty),
        ringan=light,
    )


def _butir(sop: Sop, c: Perubahan) -> Butir:
    tempat = sebutan(sop, c.lokasi)
    return Butir(
        tempat=tempat[:1].upper() + tempat[1:],
        semula=_nilai(c.lokasi, c.lama),
        menjadi=_nilai(c.lokasi, c.baru),
        jenis=_JENIS.get(c.jenis) or table("istilah")["perubahan"][c.jenis]["label"],
    )


def _nilai(lokasi: str, nilai: object) -> str:
    text = bersih(tampil(nilai))  # type: ignore[arg-type]
    return tanggal(text) if "/tanggal_" in lokasi else text


def html(revisi: Revisi) -> str:
    """The note as one self-contained page."""
    return render("revisi.html.j2", revisi=revisi, kata=table("dokumen")["revisi"])


def docx(revisi: Revisi) -> bytes:
    """The note as a Word document."""
    kata = table("dokumen")["revisi"]
    judul = f"{kata['judul']}: {revisi.nama}"
    return naskah("revisi", judul, revisi.unit, _LEBAR, revisi=revisi, kata=kata)


def pdf(revisi: Revisi) -> bytes:
    """The note as PDF."""
    data = json.dumps({"revisi": asdict(revisi), "kata": table("dokumen")["revisi"]}, ensure_ascii=False)
    return cast(
        bytes, compiler().compile(render("revisi.typ.j2").encode(), format="pdf", sys_inputs={"data": data})
    )

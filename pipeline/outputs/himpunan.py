"""The collection of a unit: cover, contents with page numbers, and all its SOPs in one PDF or Word document."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from extractors.vector.page_sizes import page_sizes
from normalizers.model import Sop
from normalizers.pelaksana import slug
from pipeline.bentuk import BENTUK_BAKU, Bentuk
from pipeline.data import table
from pipeline.outputs import documents
from pipeline.outputs.cetak import bersih
from pipeline.outputs.docx_gabung import gabung
from pipeline.outputs.lembar import UKURAN_KERTAS
from pipeline.outputs.naskah_docx import naskah
from pipeline.outputs.render import render
from pipeline.outputs.typst import compile_folder
from pipeline.outputs.ukuran import jumlah_baris

_TEPI: Final = 25.0
"""Margins of cover and contents, in millimetres."""
_BARIS_ISI, _HURUF_ISI, _JUDUL_ISI = 18.0, 11.0, 40.0
"""Contents in Word: height of an entry, its type size, height of the heading, in points."""
_PT_PER_MM: Final = 72 / 25.4


def units(sops: Sequence[Sop]) -> dict[str, list[Sop]]:
    """The SOPs by unit, under a name for its file; in the order of their names."""
    found: dict[str, list[Sop]] = {}
    for sop in sorted(sops, key=lambda sop: (sop.identitas.nama_sop or "", sop.id)):
        whose = " ".join(filter(None, (sop.instansi.unit, sop.instansi.pemerintah)))
        found.setdefault(slug(whose) or "tanpa-unit", []).append(sop)
    return dict(sorted(found.items()))


def pdf(sops: Sequence[Sop], bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """The collection as PDF.

    Args:
        sops: of one unit, at least one, in the order in which they stand.
        bentuk: how the documents look.
    """
    isi = [documents.pdf(sop, bentuk) for sop in sops]
    ukuran = map(page_sizes, isi)
    data = {
        **_depan(sops, bentuk),
        "isi": [
            {"nama": _nama(sop), "berkas": f"{n}.pdf", "halaman": pages}
            for n, (sop, pages) in enumerate(zip(sops, ukuran, strict=True))
        ],
    }
    with TemporaryDirectory() as folder:
        for n, content in enumerate(isi):
            (Path(folder) / f"{n}.pdf").write_bytes(content)
        return compile_folder(Path(folder), render("himpunan.typ.j2"), data)


def docx(sops: Sequence[Sop], bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """The collection as a Word document; its page numbers are fields, which Word brings up to date.

    Args:
        sops: of one unit, at least one, in the order in which they stand.
        bentuk: how the documents look.

    Raises:
        TemplatSalah: the office's Word file cannot be used.
    """
    front = _depan(sops, bentuk)
    kertas = front["kertas"]
    # What Word shows until it counts itself: the pages that the PDF has.
    halaman = [len(page_sizes(documents.pdf(sop, bentuk))) for sop in sops]
    awal = 2 + _halaman_isi(sops, kertas)
    entries: list[dict[str, Any]] = [
        {"nama": _nama(sop), "tempat": f"_Tocsop{n}", "halaman": page}
        for n, (sop, page) in enumerate(zip(sops, accumulate(halaman, initial=awal), strict=False), start=1)
    ]
    kata = front["kata"]
    isi = {**front, "judul": kata["judul"], "daftar": kata["isi"], "sop": entries}
    judul = f"{kata['judul']} {front['unit']}"
    depan = naskah("himpunan", judul, front["unit"], kertas[0] - 2 * _TEPI, isi=isi)
    marks = [(entry["tempat"], f"{n}. {entry['nama']}") for n, entry in enumerate(entries, start=1)]
    return gabung(depan, [documents.docx(sop, bentuk) for sop in sops], marks)


def _depan(sops: Sequence[Sop], bentuk: Bentuk) -> Mapping[str, Any]:
    """What cover and contents show beside the SOPs."""
    kata = table("dokumen")["himpunan"]
    return {
        "kata": kata,
        "unit": bersih(sops[0].instansi.unit) or kata["tanpa_unit"],
        "pemerintah": bersih(sops[0].instansi.pemerintah),
        "kertas": list(UKURAN_KERTAS[bentuk.kertas]),
    }


def _nama(sop: Sop) -> str:
    return bersih(sop.identitas.nama_sop) or sop.id


def _halaman_isi(sops: Sequence[Sop], kertas: Sequence[float]) -> int:
    """How many pages the contents take."""
    lebar = ((kertas[0] - 2 * _TEPI) * _PT_PER_MM - 54.0) / _HURUF_ISI
    tinggi = (kertas[1] - 2 * _TEPI) * _PT_PER_MM
    lines = [jumlah_baris(_nama(sop), lebar) for sop in sops]
    return ceil((_JUDUL_ISI + sum(_BARIS_ISI + 12.65 * (n - 1) for n in lines)) / tinggi)

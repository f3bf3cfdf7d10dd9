"""The collection of a unit: cover, contents with page numbers, and all its SOPs in one PDF."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.vector.page_sizes import page_sizes
from normalizers.model import Sop
from normalizers.pelaksana import slug
from pipeline.bentuk import BENTUK_BAKU, Bentuk
from pipeline.data import table
from pipeline.outputs.cetak import bersih
from pipeline.outputs.documents import pdf
from pipeline.outputs.lembar import UKURAN_KERTAS
from pipeline.outputs.render import render
from pipeline.outputs.typst import compile_folder


def units(sops: Sequence[Sop]) -> dict[str, list[Sop]]:
    """The SOPs by unit, under a name for its file; in the order of their names."""
    found: dict[str, list[Sop]] = {}
    for sop in sorted(sops, key=lambda sop: (sop.identitas.nama_sop or "", sop.id)):
        whose = " ".join(filter(None, (sop.instansi.unit, sop.instansi.pemerintah)))
        found.setdefault(slug(whose) or "tanpa-unit", []).append(sop)
    return dict(sorted(found.items()))


def himpunan(sops: Sequence[Sop], bentuk: Bentuk = BENTUK_BAKU) -> bytes:
    """The collection as PDF.

    Args:
        sops: of one unit, at least one, in the order in which they stand.
        bentuk: how the documents look.
    """
    isi = [pdf(sop, bentuk) for sop in sops]
    ukuran = map(page_sizes, isi)
    kata = table("dokumen")["himpunan"]
    data = {
        "kata": kata,
        "unit": bersih(sops[0].instansi.unit) or kata["tanpa_unit"],
        "pemerintah": bersih(sops[0].instansi.pemerintah),
        "kertas": list(UKURAN_KERTAS[bentuk.kertas]),
        "isi": [
            {"nama": bersih(sop.identitas.nama_sop) or sop.id, "berkas": f"{n}.pdf", "halaman": pages}
            for n, (sop, pages) in enumerate(zip(sops, ukuran, strict=True))
        ],
    }
    with TemporaryDirectory() as folder:
        for n, content in enumerate(isi):
            (Path(folder) / f"{n}.pdf").write_bytes(content)
        return compile_folder(Path(folder), render("himpunan.typ.j2"), data)

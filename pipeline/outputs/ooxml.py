"""Lembar to DOCX: OOXML parts from templates, packed so that the same SOP gives the same bytes."""

from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pipeline.outputs.benda import benda
from pipeline.outputs.lembar import KOLOM_IDENTITAS, LEBAR_TANDA_TANGAN, Lembar, ruang
from pipeline.outputs.render import render

# Parts that no SOP changes.
_TETAP = {
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "rels",
    "docProps/app.xml": "app",
    "word/_rels/document.xml.rels": "document_rels",
    "word/fontTable.xml": "font_table",
    "word/settings.xml": "settings",
    "word/theme/theme1.xml": "theme",
}
_ISI = {
    "docProps/core.xml": "core",
    "word/document.xml": "document",
    "word/numbering.xml": "numbering",
    "word/styles.xml": "styles",
}
# The earliest time that an archive can hold: no clock here.
_WAKTU = (1980, 1, 1, 0, 0, 0)
_TWIP_PER_PT = 20


@dataclass(frozen=True, slots=True)
class Acuan:
    """What a section names: letterheads and feet.

    Attributes:
        bagian: element, kind of pages and id of the relation, for each.
        jarak: from the edge of the sheet to letterhead and to foot, in twips.
        lain_pertama: whether the first page has others than the rest.
    """

    bagian: tuple[tuple[str, str, str], ...]
    jarak: tuple[int, int] = (400, 450)
    lain_pertama: bool = False


ACUAN: Final = tuple(Acuan((("footerReference", "default", id_),)) for id_ in ("rId4", "rId5"))
"""Our own feet: of the identity page, and of the procedure."""


def pack(lembar: Lembar, tetap: Mapping[str, Any], rupa: Path | None = None) -> bytes:
    """The document as DOCX.

    Args:
        lembar: what to show.
        tetap: wording and measures that the templates need beside it.
        rupa: folder of the look; None for sopbaku's own.
    """
    return zipped(parts(lembar, tetap, rupa))


def parts(
    lembar: Lembar, tetap: Mapping[str, Any], rupa: Path | None = None, acuan: Sequence[Acuan] = ACUAN
) -> dict[str, bytes]:
    """The parts of the document by name; ``acuan`` for identity page and procedure, the rest as for ``pack``."""
    konteks = {
        **tetap,
        "lembar": lembar,
        "acuan_identitas": acuan[0],
        "acuan_prosedur": acuan[1],
        "twip": twip,
        "kolom_identitas": _kolom([ruang(lembar.kertas_identitas)[0] * bagian for bagian in KOLOM_IDENTITAS]),
        "kolom_prosedur": _kolom(lembar.tabel.tata.lebar),
        "kiri_tanda_tangan": round((ruang(lembar.kertas_prosedur)[0] - LEBAR_TANDA_TANGAN) * _TWIP_PER_PT),
        "tinggi_baris": [tinggi for page in lembar.tabel.alur.halaman for tinggi in page.tinggi],
        "benda": benda(lembar.tabel.alur.halaman, lembar.tabel.tata),
    }
    bagian = {nama: _render(templat, konteks, rupa) for nama, templat in _ISI.items()}
    jenis = lembar.logo.jenis if lembar.logo else ""
    bagian |= {nama: _tetap(templat, jenis, rupa) for nama, templat in _TETAP.items()}
    if lembar.logo:
        bagian[f"word/media/lambang.{jenis}"] = b64decode(lembar.logo.isi)
    for nomor, kertas in enumerate((lembar.kertas_identitas, lembar.kertas_prosedur), start=1):
        kanan = round(ruang(kertas)[0] * _TWIP_PER_PT)
        bagian[f"word/footer{nomor}.xml"] = _render("footer", {**konteks, "kanan": kanan}, rupa)
    return bagian


def twip(mm: float) -> int:
    """Millimetres in twentieths of a point, the unit of Word."""
    return round(mm * 1440 / 25.4)


def _kolom(lebar: Sequence[float]) -> list[int]:
    """Column widths in twips from points; rounded so that their sum is right."""
    batas = [round(w * _TWIP_PER_PT) for w in accumulate(lebar, initial=0.0)]
    return [kanan - kiri for kiri, kanan in pairwise(batas)]


def _render(templat: str, konteks: Mapping[str, Any], rupa: Path | None) -> bytes:
    return render(f"sop.docx/{templat}.xml.j2", rupa, **konteks).encode()


@cache
def _tetap(templat: str, logo: str, rupa: Path | None) -> bytes:
    """A part that no SOP changes, only whether there is an emblem, and of which kind."""
    return _render(templat, {"logo": logo}, rupa)


def zipped(bagian: Mapping[str, bytes]) -> bytes:
    """The parts as an archive, the same bytes for the same parts."""
    arsip = BytesIO()
    with ZipFile(arsip, "w", ZIP_DEFLATED) as berkas:
        # Readers expect the list of content types first; "[" sorts before letters and "_".
        for nama in sorted(bagian):
            info = ZipInfo(nama, _WAKTU)
            info.compress_type = ZIP_DEFLATED
            # Left alone, this names the system that wrote the file.
            info.create_system = 0
            berkas.writestr(info, bagian[nama])
    return arsip.getvalue()

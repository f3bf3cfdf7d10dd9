"""The clean document as DOCX in the look of an office's Word file."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

from extractors.office.package import parsed, xml_bytes
from normalizers.model import Sop, Sumber
from pipeline.bentuk import Bentuk
from pipeline.outputs import gaya, lembar, ooxml
from pipeline.outputs.huruf import diukur
from pipeline.outputs.kantor import Kantor, baca
from pipeline.outputs.kop import JUDUL, KANAN, Bagian, Seksi, TemplatSalah
from pipeline.outputs.lembar import Kertas, Lembar
from pipeline.outputs.render import render
from pipeline.outputs.tetapan import constants

_JENIS_KOP: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_RELASI: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_KOSONG: Final = "word/kantor-kosong.xml"
# Least width and height between the margins, in millimetres: less cannot hold the tables.
_RUANG_IDENTITAS, _RUANG_PROSEDUR = (140, 150), (220, 110)
_MM_PER_PT: Final = 25.4 / 72


def docx(sop: Sop, bentuk: Bentuk) -> bytes:
    """The document, its procedure measured with the office's font where that can be had.

    Args:
        sop: what to show.
        bentuk: the form, with a Word file as its look.

    Raises:
        TemplatSalah: the Word file cannot be used.
    """
    path, rupa = _path(bentuk), _rupa(bentuk)
    kantor = baca(path, _baku(rupa))
    with diukur(kantor.muka):
        isi = lembar.susun(sop, bentuk, _kertas(kantor, bentuk, path))
    acuan, ids = _acuan(kantor)
    parts = ooxml.parts(isi, constants(), rupa, acuan)
    return ooxml.zipped(_dressed(parts, kantor, isi, ids))


def periksa(bentuk: Bentuk) -> str | None:
    """What the office should know of its Word file, with its name; None where there is nothing to say.

    Raises:
        TemplatSalah: it cannot be used.
    """
    path = _path(bentuk)
    kantor = baca(path, _baku(_rupa(bentuk)))
    _kertas(kantor, bentuk, path)
    return f"Templat '{path}': {kantor.peringatan}" if kantor.peringatan else None


def _path(bentuk: Bentuk) -> Path:
    if bentuk.kantor is None:
        raise TemplatSalah("Tidak ada templat Word.")
    return bentuk.kantor


def _rupa(bentuk: Bentuk) -> Path | None:
    return bentuk.templat if bentuk.templat is not None and bentuk.templat.is_dir() else None


def _kertas(kantor: Kantor, bentuk: Bentuk, path: Path) -> tuple[Kertas, Kertas]:
    """The sheets with the office's margins.

    Raises:
        TemplatSalah: letterhead and margins leave too little room.
    """
    pages = []
    for name, kertas, section, (width, height) in (
        ("identitas", lembar.kertas_identitas(bentuk), kantor.identitas, _RUANG_IDENTITAS),
        ("prosedur", lembar.kertas_prosedur(bentuk), kantor.prosedur, _RUANG_PROSEDUR),
    ):
        page = _with_margins(kertas, section)
        free = [points * _MM_PER_PT for points in lembar.ruang(page)]
        if free[0] < width or free[1] < height:
            raise TemplatSalah(
                f"Templat '{path}' tidak dapat dipakai: kop dan margin halaman {name} menyisakan "
                f"{max(free[0], 0):.0f} x {max(free[1], 0):.0f} mm, sedangkan tabel perlu {width} x {height} mm."
            )
        pages.append(page)
    return pages[0], pages[1]


def _with_margins(kertas: Kertas, section: Seksi | None) -> Kertas:
    if section is None:
        return kertas
    atas, kanan, bawah, kiri = section.tepi
    return replace(kertas, atas=atas, kanan=kanan, bawah=bawah, kiri=kiri)


def _acuan(kantor: Kantor) -> tuple[Sequence[ooxml.Acuan], dict[str, str]]:
    """What both sections name, and the id of each part that is taken over."""
    sections = (kantor.identitas, kantor.prosedur)
    names = sorted({part for section in sections if section for _, _, part in section.acuan} | {_KOSONG})
    ids = {part: f"rIdKantor{n}" for n, part in enumerate(names, start=1)}
    acuan = []
    for section, own in zip(sections, ooxml.ACUAN, strict=True):
        bagian = [(kind, pages, ids[part]) for kind, pages, part in (section.acuan if section else ())]
        kinds = {kind for kind, pages, _ in bagian if pages == "default"}
        # A section without a letterhead would show that of the one before.
        if "headerReference" not in kinds:
            bagian.append(("headerReference", "default", ids[_KOSONG]))
        if "footerReference" not in kinds:
            bagian += own.bagian
        jarak, apart = (section.jarak, section.lain_pertama) if section else (own.jarak, False)
        acuan.append(ooxml.Acuan(tuple(sorted(bagian, reverse=True)), jarak, apart))
    return acuan, ids


def _dressed(
    parts: dict[str, bytes], kantor: Kantor, isi: Lembar, ids: Mapping[str, str]
) -> dict[str, bytes]:
    """The parts with those of the office in or beside them."""
    own = parsed(parts["word/styles.xml"], "word/styles.xml")
    dasar = parsed(render("sop.docx/dasar.xml.j2", huruf=kantor.huruf).encode(), "dasar.xml")
    styles = gaya.gabung(kantor.gaya, own, dasar, tepat=kantor.muka is not None, kecil=gaya.kecil(isi.huruf))
    taken = kantor.bagian | {_KOSONG: Bagian(render("sop.docx/kop_kosong.xml.j2").encode(), _JENIS_KOP)}
    judul, kanan = escape(isi.judul).encode(), _kanan(kantor, isi)
    filled = {
        name: replace(
            part,
            isi=part.isi.replace(JUDUL.encode(), judul).replace(KANAN.encode(), kanan.get(name, b"0")),
        )
        for name, part in taken.items()
        if part.jenis.endswith("+xml")
    }
    return tambah(parts | {"word/styles.xml": xml_bytes(styles)}, taken | filled, ids)


def _kanan(kantor: Kantor, isi: Lembar) -> dict[str, bytes]:
    """Name of a letterhead or foot -> where the right margin of its pages is, in twips."""
    pages = ((kantor.prosedur, isi.kertas_prosedur), (kantor.identitas, isi.kertas_identitas))
    return {
        part: str(ooxml.twip(kertas.lebar - kertas.kiri - kertas.kanan)).encode()
        for section, kertas in pages
        if section is not None
        for _, _, part in section.acuan
    }


def tambah(parts: dict[str, bytes], taken: Mapping[str, Bagian], ids: Mapping[str, str]) -> dict[str, bytes]:
    """The parts of a document with further ones.

    Args:
        parts: of the document.
        taken: the further ones, by name; they take the place of those of the same names.
        ids: name of a letterhead or foot -> id of the relation by which the text names it.
    """
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{part.jenis}"/>'
        for name, part in sorted(taken.items())
        if part.jenis and name not in parts
    )
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{_RELASI}{_kind(taken[part])}" Target="/{part}"/>'
        for part, id_ in ids.items()
    )
    named = {
        name: parts[name].replace(end, f"{more}{end.decode()}".encode())
        for name, end, more in (
            ("[Content_Types].xml", b"</Types>", types),
            ("word/_rels/document.xml.rels", b"</Relationships>", relations),
        )
    }
    return parts | {name: part.isi for name, part in taken.items()} | named


@cache
def _baku(rupa: Path | None) -> bytes:
    """The styles of a document without content: their names and ids are those of all."""
    empty = Sop(id="templat", sumber=Sumber(berkas="templat", sha256="0" * 64, halaman=[1], jenis="teks"))
    return ooxml.parts(lembar.susun(empty), constants(), rupa)["word/styles.xml"]


def _kind(part: Bagian) -> str:
    return "header" if part.jenis == _JENIS_KOP else "footer"

"""An office's Word file as a look: its styles, theme, letterhead, margins and fonts, read and checked."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.office.package import Element, Package, open_package, parsed, xml_bytes
from pipeline.data import table
from pipeline.outputs import gaya
from pipeline.outputs.huruf import Muka
from pipeline.outputs.kop import Bagian, Seksi, TemplatSalah, ambil, ambil_huruf, seksi
from pipeline.outputs.muka import terpasang, tersemat

BATAS: Final = 20_000_000
"""Bytes that such a file may have: it goes into every document."""
_THEME: Final = "word/theme/theme1.xml"
_THEME_TYPE: Final = "application/vnd.openxmlformats-officedocument.theme+xml"


@dataclass(frozen=True, eq=False)
class Kantor:
    """What the clean documents take over.

    Attributes:
        gaya: root of its styles, with our ids.
        huruf: the font of the procedure's page.
        muka: the font to measure it with; None: the usual one.
        identitas: the section of the identity page.
        prosedur: the section of the procedure; None: as sopbaku has it.
        bagian: parts to take over, by name.
        peringatan: what the office should know; None where all is as it wants.
    """

    gaya: Element
    huruf: str
    muka: Muka | None
    identitas: Seksi
    prosedur: Seksi | None
    bagian: dict[str, Bagian]
    peringatan: str | None


def baca(path: Path, baku: bytes) -> Kantor:
    """The look in a Word file.

    Args:
        path: of the file.
        baku: the styles that sopbaku writes, whose ids its styles get.

    Raises:
        TemplatSalah: it cannot be used; the message names it and says why.
    """
    try:
        data = path.read_bytes()
        if len(data) > BATAS:
            raise TemplatSalah(f"lebih besar dari {BATAS // 1_000_000} MB")
        return _read(data, baku)
    except (TemplatSalah, BerkasTidakTerbaca, BerkasTerlaluBesar) as error:
        raise TemplatSalah(f"Templat '{path}' tidak dapat dipakai: {error}.") from error
    except OSError as error:
        raise TemplatSalah(f"Templat '{path}' tidak dapat dibaca: {error.strerror}.") from error


@lru_cache(maxsize=8)
def _read(data: bytes, baku: bytes) -> Kantor:
    package = open_package(data)
    utama = _main(package)
    by_kind = {relation.jenis: relation.target for relation in package.relations(utama).values()}
    if by_kind.get("styles", "") not in package:
        raise TemplatSalah("tidak memuat bagian gaya (styles.xml)")
    styles = package.xml(by_kind["styles"])
    pairs = gaya.padan(styles, parsed(baku, "word/styles.xml"))
    gaya.ganti_id(styles, pairs)
    first, second, names = seksi(package, utama, styles)
    new = {name: f"word/kantor{n}.xml" for n, name in enumerate(names, start=1)}
    # A part of both sections is measured by the first, which it was made for.
    lebar = {part: each.lebar for each in (second, first) if each is not None for _, _, part in each.acuan}
    bagian = ambil(package, new, pairs, lebar)
    theme = package.xml(by_kind["theme"]) if by_kind.get("theme", "") in package else None
    # A theme with pictures of its own gives colours and fonts no better than ours does.
    if theme is not None and not package.relations(by_kind["theme"]):
        bagian[_THEME] = Bagian(xml_bytes(theme), _THEME_TYPE)
    huruf, muka, peringatan, fonts = _font(package, by_kind.get("fontTable", ""), gaya.huruf(styles, theme))
    return Kantor(
        gaya=styles,
        huruf=huruf,
        muka=muka,
        identitas=_renamed(first, new),
        prosedur=None if second is None else _renamed(second, new),
        bagian=bagian | fonts,
        peringatan=peringatan,
    )


def _main(package: Package) -> str:
    """The name of the text's part.

    Raises:
        TemplatSalah: the file is none of Word, or holds macros.
    """
    if "[Content_Types].xml" not in package:
        raise TemplatSalah("bukan berkas Word (.docx)")
    types = package.read("[Content_Types].xml")
    if b"macroEnabled" in types or any("vbaproject" in name.lower() for name in package.names):
        raise TemplatSalah("memuat makro; simpan sebagai .docx tanpa makro")
    utama = next((r.target for r in package.relations().values() if r.jenis == "officeDocument"), "")
    if b"wordprocessingml" not in types or utama not in package:
        raise TemplatSalah("bukan berkas Word (.docx)")
    return utama


def _font(
    package: Package, tabel: str, wanted: str
) -> tuple[str, Muka | None, str | None, dict[str, Bagian]]:
    """The font of the procedure's page, how to measure it, what to say of it, and the parts that it needs."""
    known = table("huruf")
    if wanted in known["seukuran"]:
        return wanted, None, None, {}
    embedded = tersemat(package, tabel, wanted) if tabel else None
    if embedded is not None:
        return wanted, embedded, None, ambil_huruf(package, tabel)
    muka = terpasang(wanted)
    if muka is not None:
        return wanted, muka, None, {}
    other = known["pengganti"]
    said = (
        f"Huruf “{wanted}” tidak terpasang dan tidak disematkan dalam templat, jadi lebarnya tidak dapat diukur: "
        f"halaman prosedur memakai {other}; bagian lain memakai huruf templat."
    )
    return other, None, said, {}


def _renamed(section: Seksi, names: dict[str, str]) -> Seksi:
    return replace(section, acuan=tuple((kind, pages, names[part]) for kind, pages, part in section.acuan))

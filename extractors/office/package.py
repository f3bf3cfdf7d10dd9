"""The zip package of an office file, opened so that no file can harm: limits before bytes, XML without entities.

The one door to lxml. Parts are named without a leading slash (``word/document.xml``) and
found whatever their case; the namespaces of the strict variant become the usual ones.
"""

import posixpath
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca

Element = Any
"""An lxml element."""

BATAS_TOTAL = 600_000_000
"""Bytes that all parts together may unpack to; pictures are never unpacked all at once."""
BATAS_BAGIAN = 60_000_000
"""Bytes that one part may unpack to."""
BATAS_XML = 40_000_000
"""Bytes of XML that become a tree, which takes several times as much memory."""
_MAX_TAGS = 3_000_000
"""Opening and closing tags in one part; the smallest element takes thirty times its bytes in memory."""
_MAX_PARTS = 20_000
_MAX_RATIO = 150
"""How many times its packed size a package may unpack to, once it is over the size below."""
_RATIO_FROM = 30_000_000
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG = 0x1
_DOCTYPE = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"http://purl.oclc.org/ooxml/officeDocument/": b"http://schemas.openxmlformats.org/officeDocument/2006/",
}
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, struct.error)


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part points at.

    Attributes:
        jenis: last piece of the relation's type: ``header``, ``drawing``, ``worksheet`` …
        target: name of the part, or the address as written where it is ``luar``.
        luar: whether it lies outside the package.
    """

    jenis: str
    target: str
    luar: bool = False


@dataclass(frozen=True)
class Package:
    """An opened package; ``names`` are its parts in the order of the archive."""

    names: tuple[str, ...]
    _zip: ZipFile = field(repr=False)
    _infos: Mapping[str, ZipInfo] = field(repr=False)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._infos

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            BerkasTidakTerbaca: there is no such part, or it is damaged or encrypted.
            BerkasTerlaluBesar: it unpacks to more than ``BATAS_BAGIAN``.
        """
        info = self._infos.get(_key(name))
        if info is None:
            raise BerkasTidakTerbaca(f"berkas Office tidak lengkap: bagian {name} tidak ada")
        if info.file_size > BATAS_BAGIAN:
            raise _too_large()
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise _encrypted()
        try:
            with self._zip.open(info) as part:
                data = part.read(BATAS_BAGIAN + 1)
        except _BROKEN as error:
            raise _damaged() from error
        if len(data) > BATAS_BAGIAN:
            raise _too_large()
        return data

    def xml(self, name: str) -> Element:
        """The root element of a part.

        Raises:
            BerkasTidakTerbaca: no such part, damaged, or no XML that an office program writes.
            BerkasTerlaluBesar: too large to become a tree.
        """
        return parsed(self.read(name), name)

    def relations(self, name: str = "") -> dict[str, Relation]:
        """Id -> relation of a part, or of the package itself; empty where there are none."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self:
            return {}
        found = {}
        for entry in self.xml(rels).iterfind("{*}Relationship"):
            target, outside = entry.get("Target", ""), entry.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[entry.get("Id", "")] = Relation(entry.get("Type", "").rpartition("/")[2], target, outside)
        return found


def parsed(data: bytes, name: str) -> Element:
    """The root element of XML that is a part of an office file, or is going to be one.

    Args:
        data: the XML.
        name: of the part, for the error.

    Raises:
        BerkasTidakTerbaca: no XML that an office program writes.
        BerkasTerlaluBesar: too large to become a tree.
    """
    if len(data) > BATAS_XML or data.count(b"<") > _MAX_TAGS:
        raise _too_large()
    if any(mark in data for mark in _DOCTYPE):
        raise BerkasTidakTerbaca(f"berkas Office ditolak: bagian {name} memuat deklarasi DTD")
    if _STRICT in data:
        for strict, usual in _USUAL.items():
            data = data.replace(strict, usual)
    try:
        return etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BerkasTidakTerbaca(f"berkas Office rusak: XML pada bagian {name} tidak dapat diurai") from error


def xml_bytes(element: Element) -> bytes:
    """The element as a part of an office file; the same bytes for the same tree."""
    text: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return text


def open_package(data: bytes) -> Package:
    """Open the bytes of an office file; nothing is unpacked yet.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted, an old binary file, or no zip at all.
        BerkasTerlaluBesar: a bomb: far too many parts, or parts that unpack far too large.
    """
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise _encrypted()
        raise BerkasTidakTerbaca(
            "berkas berformat Office lama (biner); simpan ulang sebagai DOCX atau XLSX, atau sebagai PDF"
        )
    try:
        archive = ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise _damaged() from error
    parts = [info for info in archive.infolist() if not info.is_dir()]
    total = sum(info.file_size for info in parts)
    if len(parts) > _MAX_PARTS or total > BATAS_TOTAL:
        raise _too_large()
    if total > _RATIO_FROM and total > _MAX_RATIO * len(data):
        raise _too_large()
    infos = {_key(info.filename): info for info in parts}
    return Package(tuple(info.filename.replace("\\", "/") for info in parts), archive, infos)


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _parser() -> Any:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def _damaged() -> BerkasTidakTerbaca:
    return BerkasTidakTerbaca("berkas Office rusak atau terpotong: isinya tidak dapat dibuka")


def _encrypted() -> BerkasTidakTerbaca:
    return BerkasTidakTerbaca("berkas Office terkunci kata sandi: buka kuncinya lalu simpan ulang")


def _too_large() -> BerkasTerlaluBesar:
    return BerkasTerlaluBesar("berkas Office mengembang terlalu besar saat dibuka")

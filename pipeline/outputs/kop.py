"""Letterhead and foot of an office's Word file: sections, the parts they name, and how high they stand."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from math import ceil
from typing import Final

from extractors.office.package import Element, Package, xml_bytes
from pipeline.outputs.gaya import WP, R, W, ganti_id, spasi, ukuran

JUDUL: Final = "\ue0f0JUDUL\ue0f0"
"""Stands in the parts where the title of the SOP is to be: the result of a field TITLE."""
KANAN: Final = "\ue0f0KANAN\ue0f0"
"""Stands in the parts for the right margin, in twips from the left one: where a tab stop at the margin is to be."""
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORDML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_GAMBAR: Final = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
}
_HURUF: Final = {
    "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
    "ttf": "application/x-font-ttf",
}
# Word wants each number of a drawing once in a document; ours begin with 1.
_GAMBAR_PERTAMA: Final = 1_000_000
_TWIP_PER_PT, _TWIP_SEBARIS, _EMU_PER_PT, _PT_PER_MM = 20, 240, 12700, 72 / 25.4
# Line height and width of a letter in em; the share of the line behind which a right tab stop means its end.
_BARIS, _HURUF_RATA, _DI_TEPI = 1.25, 0.52, 0.9


class TemplatSalah(Exception):
    """A Word file of an office cannot be used; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part that is taken over.

    Attributes:
        isi: its bytes; ``JUDUL`` in them stands for the title, as XML, and ``KANAN`` for the right margin.
        jenis: its content type; "" for lists of relations, which have none of their own.
    """

    isi: bytes
    jenis: str


@dataclass(frozen=True, slots=True)
class Seksi:
    """A section: margins in millimetres (top, right, bottom, left) with the room that its letterhead needs.

    Attributes:
        tepi: the margins.
        jarak: from the edge of the sheet to letterhead and to foot, in twips.
        acuan: element, kind of pages and name of the part, for each letterhead and foot.
        lain_pertama: whether the first page has a letterhead and foot of its own.
        lebar: between its margins on the paper of the file, in points.
    """

    tepi: tuple[float, float, float, float]
    jarak: tuple[int, int]
    acuan: tuple[tuple[str, str, str], ...]
    lain_pertama: bool
    lebar: float


def seksi(package: Package, utama: str, styles: Element) -> tuple[Seksi, Seksi | None, list[str]]:
    """The first section, the first lying one after it, and the parts that both name.

    Raises:
        TemplatSalah: the file has no page set up, or names a letterhead that is not there.
    """
    relations = package.relations(utama)
    found = list(package.xml(utama).iter(f"{W}sectPr"))
    if not found:
        raise TemplatSalah("tidak memuat pengaturan halaman")
    inherited: dict[tuple[str, str], str] = {}
    read: list[tuple[bool, Seksi]] = []
    for node in found:
        for kind in ("headerReference", "footerReference"):
            for reference in node.iterfind(f"{W}{kind}"):
                relation = relations.get(reference.get(f"{R}id", ""))
                if relation is None or relation.luar or relation.target not in package:
                    raise TemplatSalah("menyebut kop atau kaki halaman yang tidak ada di dalamnya")
                inherited[kind, reference.get(f"{W}type", "default")] = relation.target
        size = node.find(f"{W}pgSz")
        lying = size is not None and _number(size, "w") > _number(size, "h")
        read.append((lying, _section(node, dict(inherited), package, styles)))
    first = read[0][1]
    second = next((each for lying, each in read[1:] if lying), None)
    names = [name for each in (first, second) if each is not None for _, _, name in each.acuan]
    return first, second, list(dict.fromkeys(names))


def ambil(
    package: Package, names: dict[str, str], pairs: dict[str, str], lebar: dict[str, float]
) -> dict[str, Bagian]:
    """The parts with all that they name, pictures that is, by their new names.

    Args:
        package: the file.
        names: name there -> name in the document.
        pairs: ids of styles that are others in the document.
        lebar: between the margins of the section that a part is of, in points.

    Raises:
        TemplatSalah: one of them holds more than text and pictures of its own.
    """
    taken: dict[str, Bagian] = {}
    drawings = count(_GAMBAR_PERTAMA)
    for name, new in names.items():
        root = package.xml(name)
        for drawing in root.iter(f"{WP}docPr"):
            drawing.set("id", str(next(drawings)))
        ganti_id(root, pairs)
        for node in list(root.iter(f"{W}numPr", f"{W}commentReference", f"{W}footnoteReference")):
            node.getparent().remove(node)
        _title(root)
        for stop in root.iter(f"{W}tab"):
            if (
                stop.get(f"{W}val") == "right"
                and _number(stop, "pos") > _DI_TEPI * lebar[name] * _TWIP_PER_PT
            ):
                stop.set(f"{W}pos", KANAN)
        kind = "header" if root.tag == f"{W}hdr" else "footer"
        taken[new] = Bagian(xml_bytes(root), f"{_WORDML}{kind}+xml")
        taken |= _related(package, name, new, "image", _GAMBAR)
    return taken


def ambil_huruf(package: Package, name: str) -> dict[str, Bagian]:
    """The table of fonts with the fonts that are embedded in the file."""
    new = "word/fontTable.xml"
    table = Bagian(xml_bytes(package.xml(name)), f"{_WORDML}fontTable+xml")
    return {new: table} | _related(package, name, new, "font", _HURUF)


def _related(package: Package, name: str, new: str, kind: str, allowed: dict[str, str]) -> dict[str, Bagian]:
    """What a part names, of one kind, and the list of these relations under its new name."""
    taken, entries = {}, []
    for id_, relation in package.relations(name).items():
        if relation.jenis == "hyperlink" and relation.luar:
            entries.append((id_, relation.jenis, relation.target, True))
            continue
        ending = relation.target.rpartition(".")[2].lower()
        if relation.luar:
            raise TemplatSalah("memuat gambar tertaut dari luar berkas; sisipkan gambarnya")
        if relation.jenis != kind or ending not in allowed:
            raise TemplatSalah(f"memuat “{relation.jenis}” dalam kop atau kaki; pakai teks dan gambar saja")
        part = f"word/media/kantor-{posixpath.basename(relation.target)}"
        taken[part] = Bagian(package.read(relation.target), allowed[ending])
        entries.append((id_, kind, f"/{part}", False))
    if entries:
        folder, file = posixpath.split(new)
        taken[f"{folder}/_rels/{file}.rels"] = Bagian(_rels(package, name, entries), "")
    return taken


def _rels(package: Package, name: str, entries: list[tuple[str, str, str, bool]]) -> bytes:
    root = package.xml(name).makeelement(f"{{{_RELS}}}Relationships", {}, nsmap={None: _RELS})
    for id_, kind, target, outside in sorted(entries):
        given = {"Id": id_, "Type": _TYPES + kind, "Target": target}
        mode = {"TargetMode": "External"} if outside else {}
        root.append(root.makeelement(f"{{{_RELS}}}Relationship", given | mode))
    return xml_bytes(root)


def _section(node: Element, named: dict[tuple[str, str], str], package: Package, styles: Element) -> Seksi:
    margins, size = node.find(f"{W}pgMar"), node.find(f"{W}pgSz")
    if margins is None or size is None:
        raise TemplatSalah("tidak memuat ukuran kertas dan margin")
    top, right, bottom, left = (
        _number(margins, side) / _TWIP_PER_PT for side in ("top", "right", "bottom", "left")
    )
    left += _number(margins, "gutter") / _TWIP_PER_PT
    header, footer = _number(margins, "header"), _number(margins, "footer")
    width = _number(size, "w") / _TWIP_PER_PT - left - right
    own = node.find(f"{W}titlePg")
    apart = own is not None and own.get(f"{W}val", "1") not in ("0", "false")
    used = {key: part for key, part in named.items() if key[1] == "default" or (apart and key[1] == "first")}
    high = {
        kind: max(
            (_height(package.xml(p), width, styles) for (k, _), p in used.items() if k == kind), default=0
        )
        for kind in ("headerReference", "footerReference")
    }
    # A letterhead that is higher than the margin pushes the text down: then that is where the page begins.
    top = max(abs(top), header / _TWIP_PER_PT + high["headerReference"])
    bottom = max(abs(bottom), footer / _TWIP_PER_PT + max(high["footerReference"], 12.0))
    tepi = (top, right, bottom, left)
    return Seksi(
        tepi=(tepi[0] / _PT_PER_MM, tepi[1] / _PT_PER_MM, tepi[2] / _PT_PER_MM, tepi[3] / _PT_PER_MM),
        jarak=(header, footer),
        acuan=tuple((kind, pages, part) for (kind, pages), part in sorted(used.items())),
        lain_pertama=apart,
        lebar=width,
    )


def _number(node: Element, name: str) -> int:
    try:
        return round(float(node.get(f"{W}{name}", "0")))
    except (ValueError, OverflowError) as error:
        raise TemplatSalah(f"memuat ukuran yang bukan bilangan: {name}") from error


def _height(block: Element, width: float, styles: Element) -> float:
    """About how high a letterhead stands, in points; rather too high than too low."""
    total = 0.0
    for node in block:
        if node.tag == f"{W}p":
            total += _paragraph(node, width, styles)
        elif node.tag == f"{W}tbl":
            total += sum(_row(row, width, styles) for row in node.iterfind(f"{W}tr"))
        elif node.tag in (f"{W}sdt", f"{W}sdtContent"):
            total += _height(node, width, styles)
    return total


def _row(row: Element, width: float, styles: Element) -> float:
    cells = row.findall(f"{W}tc")
    share = width / max(1, len(cells))
    least = row.find(f"{W}trPr/{W}trHeight")
    heights = []
    for cell in cells:
        given = cell.find(f"{W}tcPr/{W}tcW")
        dxa = given is not None and given.get(f"{W}type") == "dxa"
        heights.append(_height(cell, _number(given, "w") / _TWIP_PER_PT if dxa else share, styles))
    return max([0 if least is None else _number(least, "val") / _TWIP_PER_PT, *heights])


def _paragraph(node: Element, width: float, styles: Element) -> float:
    style = node.find(f"{W}pPr/{W}pStyle")
    sizes = [int(s.get(f"{W}val")) / 2 for s in node.iter(f"{W}sz") if s.get(f"{W}val", "").isdecimal()]
    size = max(sizes, default=ukuran(styles, None if style is None else style.get(f"{W}val")))
    text = "".join(t.text or "" for t in node.iter(f"{W}t"))
    lines = max(1, ceil(len(text) * size * _HURUF_RATA / max(width, 1))) + sum(1 for _ in node.iter(f"{W}br"))
    pictures = [
        _emu(extent) for inline in node.iter(f"{WP}inline") for extent in inline.iterfind(f"{WP}extent")
    ]
    direct = node.find(f"{W}pPr/{W}spacing")
    space = node.makeelement(f"{W}spacing", spasi(styles, None if style is None else style.get(f"{W}val")))
    space.attrib.update({} if direct is None else direct.attrib)
    around = (_number(space, "before") + _number(space, "after")) / _TWIP_PER_PT
    line = _number(space, "line")
    if space.get(f"{W}lineRule", "auto") == "auto":
        high = size * _BARIS * max(1.0, line / _TWIP_SEBARIS)
    else:
        high = max(line / _TWIP_PER_PT, size * _BARIS)
    return float(lines * high + max(pictures, default=0.0) + around)


def _emu(extent: Element) -> float:
    given = extent.get("cy", "0")
    return int(given) / _EMU_PER_PT if given.isdecimal() else 0.0


def _title(root: Element) -> None:
    """Put ``JUDUL`` where a field shows the title, whichever of the two ways of writing a field is used."""
    for field in root.iter(f"{W}fldSimple"):
        if _is_title(field.get(f"{W}instr", "")):
            _result(field.iter(f"{W}t"))
    for paragraph in root.iter(f"{W}p"):
        instruction, within = "", ""
        texts: list[Element] = []
        for node in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            if node.tag == f"{W}fldChar":
                within = node.get(f"{W}fldCharType", "")
                if within == "end":
                    _result(iter(texts if _is_title(instruction) else []))
                    instruction, texts = "", []
            elif node.tag == f"{W}instrText":
                instruction += node.text or ""
            elif within == "separate":
                texts.append(node)


def _is_title(instruction: str) -> bool:
    return instruction.split()[:1] == ["TITLE"]


def _result(texts: Iterator[Element]) -> None:
    for at, node in enumerate(texts):
        node.text = "" if at else JUDUL

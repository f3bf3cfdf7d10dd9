"""Several Word documents in one: their sections one after the other, each with its own styles, lists, heads and feet.

A style is taken over under its id where no other with that id looks otherwise, and under a further id where one does.
"""

import posixpath
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import count
from typing import Final

from extractors.office.package import Element, Package, open_package, xml_bytes
from pipeline.outputs.gaya import WP, R, W, ganti_id
from pipeline.outputs.ooxml import zipped

_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_JENIS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_UTAMA: Final = "word/document.xml"
_RELASI: Final = "word/_rels/document.xml.rels"
_GAYA, _NOMOR, _ISI_PAKET = "word/styles.xml", "word/numbering.xml", "[Content_Types].xml"
_SPASI: Final = "{http://www.w3.org/XML/1998/namespace}space"
_DIAMBIL: Final = ("header", "footer", "image")
"""Kinds of parts that a text names by itself; all others a document has once."""
_ACUAN_GAYA: Final = tuple(f"{W}{name}" for name in ("basedOn", "next", "link"))


@dataclass(frozen=True, slots=True)
class _Gabungan:
    """What has been put together so far; the first document's parts are those that a document has once."""

    parts: dict[str, bytes]
    tree: Mapping[str, Element]


def gabung(depan: bytes, isi: Sequence[bytes], tempat: Sequence[tuple[str, str]]) -> bytes:
    """One document of several.

    Args:
        depan: the document that stands before all others; its title becomes that of the whole.
        isi: the others, at least one; styles, fonts and settings are those of the first.
        tempat: for each of them the name of the bookmark at which it begins, and its entry in the contents.
    """
    front, *others = packages = [open_package(each) for each in (depan, *isi)]
    first = others[0]
    parts = {name: first.read(name) for name in first.names}
    parts["docProps/core.xml"] = front.read("docProps/core.xml")
    trees = {name: first.xml(name) for name in (_UTAMA, _GAYA, _NOMOR, _ISI_PAKET, _RELASI)}
    whole = _Gabungan(parts, trees)
    body = trees[_UTAMA].find(f"{W}body")
    _kosongkan(trees)
    taken = [_disambung(whole, package, number) for number, package in enumerate(packages)]
    for number, nodes in enumerate(taken):
        if number:
            _tandai(nodes, *tempat[number - 1], number)
        if number < len(taken) - 1:
            nodes = _berseksi(nodes)
        body.extend(nodes)
    for id_, drawing in enumerate(body.iter(f"{WP}docPr"), start=1):
        drawing.set("id", str(id_))
    return zipped(parts | {name: xml_bytes(tree) for name, tree in trees.items()})


def _kosongkan(trees: Mapping[str, Element]) -> None:
    """Take out what each document brings for itself: text, lists, and relations to heads, feet and pictures."""
    for node in (trees[_UTAMA].find(f"{W}body"), trees[_NOMOR]):
        for child in list(node):
            node.remove(child)
    for relation in list(trees[_RELASI]):
        if relation.get("Type", "").removeprefix(_JENIS) in _DIAMBIL:
            trees[_RELASI].remove(relation)


def _disambung(whole: _Gabungan, package: Package, number: int) -> list[Element]:
    """What the text of a document consists of, with all that it names taken over; ``number`` tells it from others."""
    text = package.xml(_UTAMA)
    ganti_id(text, _gaya(whole.tree[_GAYA], package.xml(_GAYA), number))
    if _NOMOR in package:
        _bernomor(text, _nomor(whole.tree[_NOMOR], package.xml(_NOMOR)))
    ids = _bagian(whole, package, number)
    for node in text.iter():
        for name in (f"{R}id", f"{R}embed"):
            if node.get(name) in ids:
                node.set(name, ids[node.get(name)])
    return list(text.find(f"{W}body"))


def _gaya(whole: Element, own: Element, number: int) -> dict[str, str]:
    """Take over the styles that are new; ids there -> ids here of those that look otherwise under the same id."""
    known = {style.get(f"{W}styleId"): xml_bytes(style) for style in whole.iterfind(f"{W}style")}
    styles = {style.get(f"{W}styleId"): style for style in own.iterfind(f"{W}style")}
    usual = {id_ for id_, style in styles.items() if style.get(f"{W}default") == "1"}
    other = {id_ for id_, style in styles.items() if id_ in known and xml_bytes(style) != known[id_]} - usual
    grown = True
    while grown:
        # What is based on a style that looks otherwise looks otherwise, too.
        more = {
            id_
            for id_, style in styles.items()
            if id_ not in usual and any(node.get(f"{W}val") in other for node in style.iter(*_ACUAN_GAYA))
        }
        grown = not more <= other
        other |= more
    renamed = {id_: f"{id_}-{number}" for id_ in styles if id_ in other}
    for id_, style in styles.items():
        if id_ in known and id_ not in renamed:
            continue
        copy = deepcopy(style)
        if id_ in renamed:
            name = copy.find(f"{W}name")
            name.set(f"{W}val", f"{name.get(f'{W}val')} {number}")
            copy.set(f"{W}customStyle", "1")
            copy.set(f"{W}styleId", renamed[id_])
            for node in copy.iter(*_ACUAN_GAYA):
                node.set(f"{W}val", renamed.get(node.get(f"{W}val"), node.get(f"{W}val")))
        whole.append(copy)
    return renamed


def _nomor(whole: Element, own: Element) -> dict[str, str]:
    """Take over the lists; numbers there -> numbers here."""
    kinds = count(
        1 + max((int(n.get(f"{W}abstractNumId")) for n in whole.iterfind(f"{W}abstractNum")), default=0)
    )
    lists = count(1 + max((int(n.get(f"{W}numId")) for n in whole.iterfind(f"{W}num")), default=0))
    kind = {node.get(f"{W}abstractNumId"): str(next(kinds)) for node in own.iterfind(f"{W}abstractNum")}
    # The schema wants all kinds of lists before the lists.
    at = sum(1 for _ in whole.iterfind(f"{W}abstractNum"))
    for node in own.iterfind(f"{W}abstractNum"):
        copy = deepcopy(node)
        copy.set(f"{W}abstractNumId", kind[node.get(f"{W}abstractNumId")])
        whole.insert(at, copy)
        at += 1
    renamed = {}
    for node in own.iterfind(f"{W}num"):
        copy = deepcopy(node)
        renamed[node.get(f"{W}numId")] = str(next(lists))
        copy.set(f"{W}numId", renamed[node.get(f"{W}numId")])
        of = copy.find(f"{W}abstractNumId")
        of.set(f"{W}val", kind[of.get(f"{W}val")])
        whole.append(copy)
    return renamed


def _bernomor(text: Element, renamed: Mapping[str, str]) -> None:
    for node in text.iter(f"{W}numId"):
        node.set(f"{W}val", renamed.get(node.get(f"{W}val"), node.get(f"{W}val")))


def _bagian(whole: _Gabungan, package: Package, number: int) -> dict[str, str]:
    """Take over heads, feet and pictures; ids of relations there -> ids here."""
    types = {
        node.get("PartName", "").lstrip("/"): node.get("ContentType", "")
        for node in package.xml(_ISI_PAKET).iterfind(f"{_TYPES}Override")
    }
    renamed = {}
    for id_, relation in package.relations(_UTAMA).items():
        if relation.jenis in _DIAMBIL and not relation.luar:
            name = _satu_bagian(whole, package, relation.target, types, number)
            renamed[id_] = f"rIdIsi{number}-{id_}"
            entry = whole.tree[_RELASI].makeelement(
                f"{_RELS}Relationship",
                {"Id": renamed[id_], "Type": _JENIS + relation.jenis, "Target": f"/{name}"},
            )
            whole.tree[_RELASI].append(entry)
    return renamed


def _satu_bagian(whole: _Gabungan, package: Package, name: str, types: Mapping[str, str], number: int) -> str:
    """Take over a part with the pictures that it names; its name here."""
    data = package.read(name)
    folder, file = posixpath.split(name)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    if whole.parts.get(name) == data and (rels in whole.parts) == (rels in package):
        return name
    stem, ending = posixpath.splitext(file)
    new = posixpath.join(folder, f"{stem}-{number}{ending}") if name in whole.parts else name
    whole.parts[new] = data
    if name in types:
        attributes = {"PartName": f"/{new}", "ContentType": types[name]}
        whole.tree[_ISI_PAKET].append(whole.tree[_ISI_PAKET].makeelement(f"{_TYPES}Override", attributes))
    if rels in package:
        # They name pictures from the root of the package, which all documents of one look have alike.
        whole.parts[posixpath.join(folder, "_rels", f"{posixpath.basename(new)}.rels")] = package.read(rels)
        for relation in package.relations(name).values():
            if not relation.luar and relation.target not in whole.parts:
                _satu_bagian(whole, package, relation.target, types, number)
    return new


def _tandai(nodes: Sequence[Element], name: str, entri: str, id_: int) -> None:
    """Set a bookmark, and a field that holds the entry, at the beginning of a document: in its first paragraph."""
    paragraph = next(p for node in nodes for p in node.iter(f"{W}p"))
    said = entri.replace("\\", "\\\\").replace('"', '\\"')
    instruction = paragraph.makeelement(f"{W}instrText", {_SPASI: "preserve"})
    instruction.text = f' TC "{said}" \\f s \\l 1 '
    marks = [
        paragraph.makeelement(f"{W}bookmarkStart", {f"{W}id": str(id_), f"{W}name": name}),
        *(
            _run(paragraph, each)
            for each in (_medan(paragraph, "begin"), instruction, _medan(paragraph, "end"))
        ),
        paragraph.makeelement(f"{W}bookmarkEnd", {f"{W}id": str(id_)}),
    ]
    at = 0 if paragraph.find(f"{W}pPr") is None else 1
    for offset, mark in enumerate(marks):
        paragraph.insert(at + offset, mark)


def _medan(near: Element, kind: str) -> Element:
    return near.makeelement(f"{W}fldChar", {f"{W}fldCharType": kind})


def _run(near: Element, content: Element) -> Element:
    run = near.makeelement(f"{W}r", {})
    run.append(content)
    return run


def _berseksi(nodes: Sequence[Element]) -> list[Element]:
    """The same with the page set up of the end in the last paragraph, so that another section can follow."""
    *rest, section = nodes
    last = rest[-1]
    properties = last.find(f"{W}pPr")
    if properties is None:
        properties = last.makeelement(f"{W}pPr", {})
        last.insert(0, properties)
    properties.append(section)
    return rest

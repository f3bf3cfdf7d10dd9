"""The parts of a Word package to its model: body, headers and footers as paragraphs and tables, sections in order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.office.docx_chunks import chunk_of
from extractors.office.docx_grid import grid
from extractors.office.docx_lists import Lists, lists_of
from extractors.office.docx_model import Art, Block, Paragraph, Section
from extractors.office.docx_runs import Runs
from extractors.office.docx_styles import Styles, styles_of
from extractors.office.package import Element, Package, Relation
from extractors.office.wordml import at, children, local, number, switch, twips, val

_PAGE_FIELD = re.compile(r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_MAX_PAPER = 4000.0
_LINE = 240.0
"""Word's measure for the usual distance of lines."""
_PAPER = Section()
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MAX_EXTRA = 200
_MAX_PARAGRAPHS = 60_000
"""Far more than a bundle of hundreds of SOPs has."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Word document.

    Attributes:
        body: its paragraphs and tables; a paragraph that ends a section has it.
        last: the section that the document ends with.
        extras: headers and footers by the name of their part.
    """

    body: tuple[Block, ...]
    last: Section
    extras: dict[str, tuple[Block, ...]]


def document_of(package: Package, nested: bool = False) -> Document:
    """The document in a package.

    Args:
        package: an opened one.
        nested: whether it lies in another document itself.

    Raises:
        BerkasTidakTerbaca: it holds none, or a part of it is damaged.
        BerkasTerlaluBesar: more paragraphs than any SOP has.
    """
    main = next((r.target for r in package.relations().values() if r.jenis == "officeDocument"), "")
    if main not in package:
        main = "word/document.xml"
    root = package.xml(main)
    body = at(root, "body")
    if local(root) != "document" or body is None:
        raise BerkasTidakTerbaca("berkas Office ini bukan dokumen Word")
    styles = styles_of(package, main)
    lists = lists_of(package, main, styles)
    targets = package.relations(main)
    extras = {
        relation.target: _Story(styles, lists.fresh(), {}, edge=True).blocks(package.xml(relation.target))
        for relation in list(targets.values())[:_MAX_EXTRA]
        if relation.jenis in ("header", "footer") and relation.target in package
    }
    last = next(iter(body.iterfind("{*}sectPr")), None)
    section = _section(last, targets) if last is not None else _PAPER
    chunks = {} if nested else _chunks(package, targets)
    return Document(_Story(styles, lists, targets, chunks=chunks).blocks(body), section, extras)


def _chunks(package: Package, targets: dict[str, Relation]) -> dict[str, tuple[Block, ...]]:
    """The documents that lie whole in this one, by the id of their relation; those within them are left out."""
    found: dict[str, tuple[Block, ...]] = {}
    for key, relation in list(targets.items())[:_MAX_EXTRA]:
        if relation.jenis != "aFChunk" or relation.target not in package:
            continue
        chunk = chunk_of(package.read(relation.target))
        if isinstance(chunk, Package):
            found[key] = document_of(chunk, nested=True).body
        elif chunk is not None:
            styles = styles_of(package, relation.target)
            found[key] = _Story(styles, lists_of(package, relation.target, styles), {}).blocks(chunk)
    return found


class _Story:
    """Reads the paragraphs and tables of one story in their order, so that its numbers count on.

    ``edge`` says that it stands at the edge of pages, where their numbers are.
    """

    def __init__(
        self,
        styles: Styles,
        lists: Lists,
        targets: dict[str, Relation],
        edge: bool = False,
        chunks: Mapping[str, tuple[Block, ...]] = MappingProxyType({}),
    ) -> None:
        self._styles = styles
        self._lists = lists
        self._targets = targets
        self._edge = edge
        self._chunks = chunks
        self._count = 0
        self._runs = Runs(styles, self.blocks)

    def blocks(self, element: Element) -> tuple[Block, ...]:
        """The paragraphs and tables below an element."""
        found: list[Block] = []
        removed: Paragraph | None = None  # one whose end was deleted runs on in the next
        for child in children(element, "p", "tbl", "altChunk"):
            if local(child) == "altChunk":
                found.extend(self._chunks.get(child.get(_RELATION, ""), ()))
                continue
            if local(child) == "tbl":
                table = grid(child, self.blocks, self._styles)
                found.extend([table] if table is not None else [])
                continue
            paragraph = self._paragraph(child, removed)
            removed = paragraph if _end_deleted(child) else None
            if removed is None:
                found.append(paragraph)
        return (*found, removed) if removed is not None and removed.inlines else tuple(found)

    def _paragraph(self, element: Element, before: Paragraph | None) -> Paragraph:
        self._count += 1
        if self._count > _MAX_PARAGRAPHS:
            raise BerkasTerlaluBesar(f"dokumen terlalu panjang: lebih dari {_MAX_PARAGRAPHS} paragraf")
        styles, style, own = self._styles, self._styles.of(element), at(element, "pPr")
        inlines: tuple[str | Art, ...] = self._runs.inlines(element, style)
        if before is not None:
            inlines = (*before.inlines, *inlines)
        bare = not any(piece.strip() for piece in inlines if isinstance(piece, str))
        hidden = bare and switch(at(element, "pPr/rPr/vanish"))
        label = None if hidden or _end_deleted(element) else self._lists.label(own, style, bare)
        spacing, indents = styles.paragraph(own, style, "spacing"), styles.paragraph(own, style, "ind")
        section = at(own, "sectPr") if own is not None else None
        indent = twips(indents, "left") or twips(indents, "start")
        return Paragraph(
            inlines,
            label,
            indent or ((label.indent or 0.0) if label else 0.0),
            val(styles.paragraph(own, style, "jc")) or "",
            styles.size(element, style),
            twips(spacing, "before") + twips(spacing, "after"),
            _leading(spacing),
            switch(styles.paragraph(own, style, "pageBreakBefore")),
            _section(section, self._targets) if section is not None else None,
            self._edge and _counts_pages(element),
        )


def _leading(spacing: Element | None) -> float:
    """The distance of lines as a multiple of the usual one."""
    if (val(spacing, "lineRule") or "auto") != "auto":
        return 1.0
    return min(max(number(val(spacing, "line"), _LINE) / _LINE, 0.5), 5.0)


def _end_deleted(paragraph: Element) -> bool:
    return at(paragraph, "pPr/rPr/del") is not None or at(paragraph, "pPr/rPr/moveFrom") is not None


def _counts_pages(paragraph: Element) -> bool:
    """Whether a paragraph shows the number of the page or of all pages."""
    codes = [element.text or "" for element in paragraph.iterfind(".//{*}instrText")]
    codes += [val(element, "instr") or "" for element in paragraph.iterfind(".//{*}fldSimple")]
    return any(map(_PAGE_FIELD.search, codes))


def _section(element: Element, targets: dict[str, Relation]) -> Section:
    size, margins = at(element, "pgSz"), at(element, "pgMar")
    width, height = twips(size, "w"), twips(size, "h")

    def paper(length: float, usual: float) -> float:
        return length if 0 < length <= _MAX_PAPER else usual

    def margin(name: str, usual: float) -> float:
        return usual if margins is None else min(max(twips(margins, name), 0.0), _MAX_PAPER / 4)

    return Section(
        paper(width, _PAPER.width),
        paper(height, _PAPER.height),
        margin("left", _PAPER.left),
        margin("top", _PAPER.top),
        margin("right", _PAPER.right),
        val(at(element, "type")) == "continuous",
        _edges(element, "headerReference", targets),
        _edges(element, "footerReference", targets),
    )


def _edges(element: Element, name: str, targets: dict[str, Relation]) -> tuple[str, ...]:
    """The parts that stand at the edge of the section's pages, that of its first page first."""
    first = switch(at(element, "titlePg"))
    parts = {val(ref, "type") or "default": ref.get(_RELATION, "") for ref in element.iterfind("{*}" + name)}
    wanted = [parts.get("first")] if first else []
    wanted.append(parts.get("default"))
    return tuple(targets[ref].target for ref in wanted if ref in targets)

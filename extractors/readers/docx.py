"""DOCX: what Word would show, cell by cell, with automatic numbers made visible and drawings kept with their places."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from extractors.errors import BerkasKosong, BerkasTidakTerbaca
from extractors.pages import Block, Line, Pages, Row, Source, Table
from extractors.readers.kemasan import folder_of
from extractors.sheets import Ketelitian
from extractors.spans import Span
from extractors.texts.blocks import blocks
from extractors.texts.markup import Clean

if TYPE_CHECKING:
    from extractors.office.package import Package

_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".dotm"))
_OLD_SUFFIXES = frozenset((".doc", ".dot"))
"""Of Word before 2007; a file that was only renamed is packed like a new one."""
_PACKED = b"PK\x03\x04"
_FEW_WORDS = 15
"""A document of scans has no more words of its own: a page number, a heading."""
_PAGE_PIXELS = 600
"""The shorter side of a page that can be read; emblems and signatures are smaller."""
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""An encrypted document lies in a container of the old kind; whoever opens it says so."""


def claims(name: str, head: bytes) -> bool:
    """Whether a file of this name and beginning is a Word document; its first parts say so more surely than its ending."""
    if folder := folder_of(head):
        return folder == "word"
    suffix, packed = PurePath(name).suffix.casefold(), head.startswith(_PACKED)
    if suffix in _OLD_SUFFIXES:
        return packed
    return suffix in _SUFFIXES and (packed or head.startswith(_ENCRYPTED))


def read(data: bytes, ketelitian: Ketelitian = "cepat") -> Pages:
    """The pages of a Word document; their heights are estimates. One that is nothing but scans is read from these.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted, or no Word document.
        BerkasTerlaluBesar: it unpacks to far too much.
        BerkasKosong: nothing but white space in it.
    """
    # This brings lxml, which a run over texts does without.
    from extractors.office.docx_pages import pages_of
    from extractors.office.docx_parts import document_of
    from extractors.office.package import open_package

    package = open_package(data)
    pages = pages_of(document_of(package))
    if len(pages.source.text.split()) <= _FEW_WORDS and (scanned := _scanned(package, ketelitian)):
        return scanned
    if not pages.source.text.strip():
        raise BerkasKosong("dokumen kosong: tidak ada teks di dalamnya")
    return replace(pages, blocks=tuple(_with_typed_tables(pages)))


def _scanned(package: "Package", ketelitian: Ketelitian) -> Pages | None:
    """What the pictures of the package show, each a page; None where none is as large as a page of a scanner."""
    from extractors.composing import compose
    from extractors.office.docx_scans import scans_of
    from extractors.raster.picture import decoded
    from extractors.scans.scan import sheet_of_picture

    pictures = []
    for data in scans_of(package):
        with suppress(BerkasTidakTerbaca):
            picture = decoded(data)
            if min(picture.shape[:2]) >= _PAGE_PIXELS:
                pictures.append(picture)
    sheets = [sheet_of_picture(picture, number, ketelitian) for number, picture in enumerate(pictures, 1)]
    return compose.pages_of("docx", sheets) if sheets else None


def _with_typed_tables(pages: Pages) -> Iterator[Block]:
    """The blocks with tables that were typed with tabs or strokes among the lines."""
    run: list[Line] = []
    for block in (*pages.blocks, None):
        if isinstance(block, Line) and (_is_typed(block) or (run and not block.span)):
            run.append(block)
            continue
        end = next((at for at in range(len(run), 0, -1) if run[at - 1].span), 0)
        yield from _retyped(run[:end], pages.source)
        yield from run[end:]
        run = []
        if block is not None:
            yield block


def _is_typed(line: Line) -> bool:
    return "\t" in line.span.text or "|" in line.span.text


def _retyped(lines: Sequence[Line], source: Source) -> Iterator[Block]:
    """Consecutive lines read as a text would be, with the blanks before them."""
    if not lines:
        return
    start = source.text.rfind("\n", 0, lines[0].span.first) + 1
    end = lines[-1].span.last + 1
    typed = Span(source.text[start:end], range(start, end))
    yield from (_on_its_page(block, source) for block in blocks(Clean(typed)))


def _on_its_page(block: Block, source: Source) -> Block:
    """A block with the page that its text stands on."""
    if isinstance(block, Line):
        return replace(block, halaman=_page([block.span], source))
    rows = []
    for row in block.rows:
        halaman = _page([cell.span for cell in row.cells], source)
        rows.append(Row(tuple(replace(cell, halaman=halaman) for cell in row.cells)))
    return Table(tuple(rows))


def _page(spans: Sequence[Span], source: Source) -> int:
    """The page on which the first of some spans stands that is not empty."""
    places = (place for span in spans for place in source.places_of(span)[:1])
    return next((place.halaman for place in places), 1)

"""Pages to raw SOPs: the recipe of this room, top to bottom."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.composing.repeated_headings import surest_names
from extractors.errors import BukanSop
from extractors.flow.alur import acting, flow_of, handing_pages
from extractors.layouts.fields import Value
from extractors.layouts.flow_text import is_flow_row, is_mere_order, written_flow
from extractors.layouts.full_width import full_width, width_of
from extractors.layouts.header import Header, read_header
from extractors.layouts.loose.heads import names_columns
from extractors.layouts.signature import read_signature
from extractors.layouts.steps import Procedure
from extractors.layouts.total import total_of
from extractors.lexicon.labels import heading
from extractors.lexicon.signs import is_unit
from extractors.lists.items import Item, items
from extractors.lists.strayed_entries import together
from extractors.pages import Block, Pages, Source, Table
from extractors.parts import Parts, take_apart
from extractors.raw import IDENTITAS, KOTAK, PageNote, RawField, RawSop
from extractors.segment import Slice, looks_like_sop, slices
from extractors.sheets import Sheet
from extractors.spans import GLUE, Span, join
from extractors.tables.columns import MUTU
from extractors.title_lines import letterhead, titles

_LISTED = 0.97
_BOXES = 3
"""Boxes known by what they hold that make an SOP above a procedure, where engines left hardly a label."""
_CONVINCING = 3.0
"""The score from which steps alone make an SOP."""
_HEADINGS, _FEWEST = 2, 3
"""Columns of the standard of quality, and steps, that are a procedure whatever else is worn."""
_MANY_WORDS = 20
"""Words from which a page is written on, and not only numbered or stamped."""
_FIGURE = 4  # digits from which a lone number may say something: a year, a NIP


def extract(pages: Pages) -> list[RawSop]:
    """The SOPs of a file, in order.

    Raises:
        BukanSop: the file was read and nothing in it looks like an SOP.
    """
    found = [raw for piece in slices(pages.blocks) if (raw := _extract_one(pages.source, piece)) is not None]
    if not found:
        raise BukanSop("bukan SOP: tidak ditemukan label identitas maupun tabel prosedur SOP")
    found = [_with_flow(raw, pages) for raw in found]
    return [
        _with_notes(raw, following, pages.sheets)
        for raw, following in zip(found, (*found[1:], None), strict=True)
    ]


def _with_flow(raw: RawSop, pages: Pages) -> RawSop:
    """The same with what was drawn between its steps."""
    steps = acting(pages, raw.prosedur)
    if not pages.simbol:
        return replace(raw, prosedur=steps)
    alur = () if raw.urutan else flow_of(pages, steps) or raw.alur
    return replace(raw, prosedur=steps, alur=alur, penyambung=handing_pages(pages, steps))


def _with_notes(raw: RawSop, following: RawSop | None, sheets: Sequence[Sheet]) -> RawSop:
    """The same with the notes about its pages: those from its first to the one before the next SOP begins."""
    end = following.halaman[0] if following else raw.halaman[-1] + 2
    notes = tuple(
        PageNote(sheet.halaman, note)
        for sheet in sheets
        if raw.halaman[0] <= sheet.halaman < end or sheet.halaman in raw.halaman
        for note in sheet.catatan
    )
    foreign = _foreign(raw)
    notes += tuple(PageNote(page, "asing") for page in foreign)
    own = tuple(page for page in raw.halaman if page not in foreign)
    return replace(raw, catatan=notes, halaman=own) if notes else raw


def _foreign(raw: RawSop) -> tuple[int, ...]:
    """Pages between or behind those of the SOP that have text and none of its values: a decree, a form."""
    places = raw.source.places
    if not places:
        return ()
    used = {place.halaman for span in _spans(raw) for place in raw.source.places_of(span)}
    written = Counter(place.halaman for place in places)
    return tuple(page for page in raw.halaman if used and page not in used and written[page] >= _MANY_WORDS)


def _extract_one(source: Source, piece: Slice) -> RawSop | None:
    parts = take_apart(source, piece)
    place, steps = parts.place, parts.steps
    if (place or not steps) and not _is_sop(parts):
        return None
    header = read_header(parts.rows, parts.boxed)
    values = {**header.values, **parts.boxed}
    wide = full_width(parts.rows)
    boxes = {key: _items(value, width_of(value, wide)) for key, value in values.items() if key in KOTAK}
    kotak, pindah = (boxes, ()) if parts.sectioned else together(boxes)
    actors = surest_names(steps.pelaksana, steps.ulang, source) if steps else ()
    offsets = sorted({span.first for span in _texts(piece.blocks)} - {GLUE})
    raw = RawSop(
        source,
        halaman=_pages(source, offsets),
        mulai=offsets[0] if offsets else 0,
        kop=tuple(letterhead(header.loose)),
        identitas={
            key: field
            for key in IDENTITAS
            if key in header.values and (field := _field(header.values[key])) is not None
        },
        tanda_tangan=_signature(parts, header),
        judul=titles(parts, header, piece.blocks),
        kotak={key: tuple(_entry(values[key], item) for item in entries) for key, entries in kotak.items()},
        pelaksana=actors,
        bersimbol=bool(steps and steps.bersimbol),
        prosedur=(*steps.steps, *total_of(parts.tail)) if steps else (),
        alur=written_flow(parts.tail, actors, steps.steps) if steps else (),
        urutan=is_mere_order(parts.tail),
        pindah=pindah,
    )
    return _with_rest(raw, piece.blocks, (*parts.heads, *header.heads, *(steps.heads if steps else ())))


def _signature(parts: Parts, header: Header) -> RawField | None:
    """Who signs below the procedure, or below its sentences, or elsewhere than the field of the identity page says."""
    ends = [row for row in parts.tail if not is_flow_row(row)]
    signature = read_signature(ends, header.values.get("disahkan_oleh"))
    if signature is None and parts.steps and not parts.place and "disahkan_oleh" not in header.values:
        signature = read_signature(parts.rows)
    if signature is None and header.pejabat_lain:
        signature = _field(header.pejabat_lain)
    return signature


def _pages(source: Source, offsets: Sequence[int]) -> tuple[int, ...]:
    """The pages on which texts begin, given their offsets."""
    if not source.places or not offsets:
        return (1,)
    spans = Span("?" * len(offsets), offsets)
    return tuple(sorted({place.halaman for place in source.places_of(spans)})) or (1,)


def _is_sop(parts: Parts) -> bool:
    """Whether labels, a procedure, or what boxes hold above the headings of one make an SOP of a part of a file."""
    place = parts.place
    if looks_like_sop(parts.above) or (place and place.procedure.score >= _CONVINCING):
        return True
    if place and place.procedure.steps and (place.complete or _is_headed(place.procedure)):
        return True
    texts = [row.text for row in (*parts.titled, *parts.tail)]
    headed = any(names_columns(text) for text in texts) or bool(place)
    return "dasar_hukum" in parts.boxed and len(parts.boxed) >= _BOXES and headed


def _is_headed(procedure: Procedure) -> bool:
    """Whether steps stand below a heading that names them and several columns of what they take and give."""
    roles = {heading(head.text) for head in procedure.heads}
    return "uraian" in roles and len(roles & set(MUTU)) >= _HEADINGS and len(procedure.steps) >= _FEWEST


def _field(value: Value) -> RawField | None:
    """A labelled value, its lines joined by newlines."""
    span = join((line.span for line in value.lines), "\n")
    return RawField(span, value.cara, value.keyakinan) if span else None


def _entry(value: Value, item: Item) -> RawField:
    return RawField(item.span, value.cara, value.keyakinan * _LISTED, item.nomor)


def _items(value: Value, lebar: int) -> list[Item]:
    return [item for item in items(value.lines, lebar) if any(c.isalnum() for c in item.span.text)]


def _with_rest(raw: RawSop, blocks: Sequence[Block], heads: Sequence[Span]) -> RawSop:
    """The same with the text that no value took, so that a reviewer sees that nothing was lost."""
    used = bytearray(len(raw.source.text) + 1)
    used[GLUE] = 1  # the offset of glue, -1, is the last place of all
    for span in (*heads, *_spans(raw)):
        offsets = span.offsets
        if isinstance(offsets, range):
            used[offsets.start : offsets.stop] = b"\x01" * len(offsets)
        else:
            for offset in offsets:
                if offset != GLUE:
                    used[offset] = 1
    rest = tuple(part for span in _texts(blocks) for part in _unused(span, used))
    return replace(raw, sisa=rest)


def _texts(blocks: Sequence[Block]) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.span for row in block.rows for cell in row.cells if cell.span)
        elif block.span:
            yield block.span


def _unused(span: Span, used: bytearray) -> Iterator[Span]:
    offsets = span.offsets
    if 0 not in bytes(map(used.__getitem__, offsets)):
        return
    start: int | None = None
    for at, offset in enumerate(offsets):
        free = offset != GLUE and not used[offset]
        if free and start is None:
            start = at
        elif not free and start is not None and offset != GLUE:
            yield from _worth(span.cut(start, at))
            start = None
    if start is not None:
        yield from _worth(span.cut(start))


def _worth(span: Span) -> Iterator[Span]:
    """The span, unless it is a lone character, or a page or step number."""
    span = span.strip()
    number = span.text.strip(".) ")
    if sum(c.isalnum() for c in span.text) > 1 and not (number.isdigit() and len(number) < _FIGURE):
        yield span


def _read_kop(raw: RawSop) -> Iterator[RawField]:
    """The letterhead proper: what names a unit, or stands above all labels."""
    values = (field.span.offsets for field in raw.identitas.values())
    first = min((offset for offsets in values for offset in offsets if offset != GLUE), default=0)
    for field in raw.kop:
        if is_unit(field.text) or any(0 <= offset < first for offset in field.span.offsets):
            yield field


def _spans(raw: RawSop) -> Iterator[Span]:
    for field in (*_read_kop(raw), *raw.identitas.values(), *raw.judul, *raw.pelaksana):
        yield field.span
    if raw.tanda_tangan:
        yield raw.tanda_tangan.span
    for entries in raw.kotak.values():
        for field in entries:
            yield field.span
    for step in raw.prosedur:
        for cell in (step.no, step.uraian, step.kelengkapan, step.waktu, step.output, step.keterangan):
            if cell:
                yield cell.span
        for mark in step.tanda:
            yield mark.span
    for edge in raw.alur:
        yield edge.asal.span

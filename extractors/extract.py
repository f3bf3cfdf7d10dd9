"""Pages to raw SOPs: the recipe of this room, top to bottom."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.errors import BukanSop
from extractors.flow.alur import acting, flow_of, handing_pages
from extractors.fragments import FlowRow, lines_of
from extractors.labels import is_label
from extractors.layouts.fields import Value
from extractors.layouts.flat_boxes import read_flat_boxes
from extractors.layouts.flow_text import is_flow_row, is_mere_order, written_flow
from extractors.layouts.header import read_header
from extractors.layouts.procedure import Place, find_procedure, unread_tables
from extractors.layouts.sections import Sections, read_sections
from extractors.layouts.signature import read_signature
from extractors.layouts.title_cells import title_in_cells
from extractors.layouts.titles import is_kind, title_beside_kind
from extractors.layouts.total import total_of
from extractors.layouts.written_steps import read_written
from extractors.lists import Item, Piece, items
from extractors.pages import Block, Pages, Source, Table
from extractors.raw import IDENTITAS, KOTAK, PageNote, RawField, RawSop
from extractors.repeated_headings import surest_names
from extractors.segment import Slice, identity_behind, looks_like_sop, slices
from extractors.sheets import Sheet
from extractors.signs import CITATION, is_unit, title_rest
from extractors.spans import GLUE, PARAGRAF, Span, join

_LISTED = 0.97
_CONVINCING = 3.0
"""The score from which steps alone make an SOP."""
_SHORT_LINE = 40
_NEAR = 400
"""Letters and marks of the source within which a line of the letterhead may go on."""
_TITLE_WORDS = 20
_TITLE_ROWS = 8
"""Rows below the boxes of a text among which the title of its procedure stands."""
_MANY_WORDS = 20
"""Words from which a page is written on, and not only numbered or stamped."""
_FIGURE = 4  # digits from which a lone number may say something: a year, a NIP
_PROCEDURE_OF = re.compile(r"\W*(?:[a-z\d]{1,2}[.)]\s*)?(?:prosed\w{1,3}|SOP)\s+\w{4,}", re.IGNORECASE)
_NAME_FOLLOWS = re.compile(
    r"^\W*(?:pemerintah|kecamatan|kelurahan|desa|dinas|badan).*?(?:\b(?:kabupaten|kota|provinsi|dan|kecamatan|kelurahan|desa)|,)$",
    re.IGNORECASE,
)


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
    blocks = piece.blocks
    offsets = sorted({span.first for span in _texts(blocks)} - {GLUE})
    flat = read_flat_boxes(source, piece.rows)
    place = find_procedure(blocks, flat.block if flat else 0)
    flat = None if flat and place and place.start < flat.block else flat
    rows = [row for row in piece.rows if place is None or row.block < place.start]
    behind = identity_behind(piece.rows, place.start, place.end) if place else []
    rows = [*rows, *behind]
    unread = unread_tables(blocks, rows)
    rows = [row for row in rows if row.block not in unread]
    sections = read_sections(rows)
    boxed: Mapping[str, Value] = sections.values
    heads: tuple[Span, ...] = ()
    titled: list[FlowRow] = []
    if flat and len(flat.values) > len(boxed) and (sections.rapat or not boxed):
        rest = [row for row in flat.rows if place is None or row.block < place.start]
        sections = Sections({}, (), [*rest, *behind], [] if place else flat.tail)
        boxed, heads = flat.values, flat.heads
        titled = [row for row in flat.tail[:_TITLE_ROWS] if place is None or row.block < place.start]
    written = read_written(sections.langkah, sections.lebar) if place is None else None
    if written is None and not _is_sop(rows, place):
        return None
    rows = sections.rows
    header = read_header(rows, boxed)
    ends_at = behind[0].block if behind else len(blocks)
    below = [row for row in piece.rows if place.end <= row.block < ends_at] if place else []
    tail = [*sections.ekor, *below]
    ends = [row for row in tail if not is_flow_row(row)]
    signature = read_signature(ends, header.values.get("disahkan_oleh"))
    if signature is None and written and "disahkan_oleh" not in header.values:
        signature = read_signature(rows)
    if signature is None and header.pejabat_lain:
        signature = _field(header.pejabat_lain)
    values = {**header.values, **boxed}
    boxes = {key: _items(value) for key, value in values.items() if key in KOTAK}
    # Sections stand one below the other: no list of theirs runs on in another.
    kotak, pindah = (boxes, ()) if sections.values else _together(boxes)
    identitas = {
        key: field
        for key in IDENTITAS
        if key in header.values and (field := _field(header.values[key])) is not None
    }
    steps = place.procedure if place else written
    actors = surest_names(steps.pelaksana, steps.ulang, source) if steps else ()
    raw = RawSop(
        source,
        halaman=_pages(source, offsets),
        mulai=offsets[0] if offsets else 0,
        kop=tuple(_letterhead(header.loose)),
        identitas=identitas,
        tanda_tangan=signature,
        judul=tuple(_titles((*header.loose, *lines_of(titled)), header.heads))
        or _titles_in_cells([blocks[at] for at in sorted({row.block for row in rows})])
        or (tuple(_title_beside(header.loose)) if written else ())
        or _title_above(rows, place),
        kotak={key: tuple(_entry(values[key], item) for item in entries) for key, entries in kotak.items()},
        pelaksana=actors,
        bersimbol=bool(steps and steps.bersimbol),
        prosedur=(*steps.steps, *total_of(tail)) if steps else (),
        alur=written_flow(tail, actors, steps.steps) if steps else (),
        urutan=is_mere_order(tail),
        pindah=pindah,
    )
    return _with_rest(raw, blocks, (*heads, *header.heads, *(steps.heads if steps else ())))


def _pages(source: Source, offsets: Sequence[int]) -> tuple[int, ...]:
    """The pages on which texts begin, given their offsets."""
    if not source.places or not offsets:
        return (1,)
    spans = Span("?" * len(offsets), offsets)
    return tuple(sorted({place.halaman for place in source.places_of(spans)})) or (1,)


def _is_sop(rows: Sequence[FlowRow], place: Place | None) -> bool:
    if looks_like_sop(rows):
        return True
    return bool(
        place and (place.procedure.score >= _CONVINCING or (place.complete and place.procedure.steps))
    )


def _field(value: Value) -> RawField | None:
    """A labelled value, its lines joined by newlines."""
    span = join((line.span for line in value.lines), "\n")
    return RawField(span, value.cara, value.keyakinan) if span else None


def _entry(value: Value, item: Item) -> RawField:
    return RawField(item.span, value.cara, value.keyakinan * _LISTED, item.nomor)


def _items(value: Value) -> list[Item]:
    return [item for item in items(value.lines) if any(c.isalnum() for c in item.span.text)]


def _together(boxes: Mapping[str, list[Item]]) -> tuple[dict[str, list[Item]], tuple[str, ...]]:
    """Lists that run on in another box put together again, and pointers to the items that were moved.

    The witness is the numbering: entries 9 and 10 behind 1 to 5 of one box continue the
    1 to 8 of another.
    """
    found = {key: list(entries) for key, entries in boxes.items()}
    moved: list[str] = []
    for key, entries in found.items():
        cut = _jump(entries)
        if cut is None or (key == "dasar_hukum" and _cites(entries[cut])):
            continue  # where a number is missing, regulations stay what they are
        owner = _owner(found, key, entries[cut])
        if key == "kualifikasi_pelaksana" and "dasar_hukum" in found and _cites(entries[cut]):
            owner = "dasar_hukum"
        if owner:
            moved.extend(
                f"/{owner}/{at}" for at in range(len(found[owner]), len(found[owner]) + len(entries) - cut)
            )
            found[owner].extend(entries[cut:])
            del entries[cut:]
    return found, tuple(moved)


def _jump(entries: Sequence[Item]) -> int | None:
    """Where the numbering jumps upward and goes on from there to the end, or where only regulations follow."""
    if entries and _cites(entries[-1]) and not _cites(entries[0]):
        return max(at for at, item in enumerate(entries) if not _cites(item)) + 1
    for at, item in enumerate(entries):
        before = entries[at - 1].nomor if at else 0
        if item.nomor is not None and item.nomor > (before or 0) + 1:
            run = [entry.nomor for entry in entries[at:]]
            if run == list(range(item.nomor, item.nomor + len(run))):
                return at
    return None


def _cites(item: Item) -> bool:
    return bool(CITATION.match(item.span.text))


def _owner(boxes: Mapping[str, list[Item]], key: str, item: Item) -> str | None:
    """The other box whose numbering ends right before that of an item; None when there are several or none."""
    owners = [
        other
        for other, entries in boxes.items()
        if other != key
        and entries
        and entries[-1].nomor == (item.nomor or 0) - 1
        and entries[-1].jenis in ("", item.jenis)
    ]
    return owners[0] if len(owners) == 1 else None


def _letterhead(loose: Sequence[Piece]) -> Iterator[RawField]:
    """The lines outside all values; one that ends in "KABUPATEN" goes on in the next."""
    at = 0
    while at < len(loose):
        lines = [loose[at].span]
        while (
            _NAME_FOLLOWS.search(lines[-1].text)
            and at + 1 < len(loose)
            and loose[at + 1].span.first - lines[-1].first < _NEAR
            and len(loose[at + 1].span.text) < _SHORT_LINE
            and not _PROCEDURE_OF.match(loose[at + 1].span.text)
            and title_rest(loose[at + 1].span.text) is None
        ):
            at += 1
            lines.append(loose[at].span)
        yield RawField(join(lines), "kop", 0.9)
        at += 1


def _titles(loose: Sequence[Piece], labels: Sequence[Span]) -> Iterator[RawField]:
    """Headings that name the SOP: what follows "STANDAR OPERASIONAL PROSEDUR (SOP)", or "Prosedur …"; a label ends them."""
    at = 0
    stops = [label.first for label in labels]
    while at < len(loose):
        span = loose[at].span
        at += 1
        rest = title_rest(span.text)
        if rest is None:
            if _PROCEDURE_OF.match(span.text) and not is_kind(span.text):
                yield RawField(span, "judul", 0.75)
            continue
        lines = [span.cut(rest).strip()]
        while at < len(loose) and len(lines) < 4 and not is_unit(loose[at].span.text):
            text, parted = loose[at].span.text, loose[at].mark == PARAGRAF and any(lines)
            past = any(loose[at - 1].span.first < stop < loose[at].span.first for stop in stops)
            if title_rest(text) is not None or parted or past or is_label(text):
                break
            lines.append(loose[at].span)
            at += 1
        title = join(lines, "\n")
        if title:
            yield RawField(title, "judul", 0.75)


def _title_beside(loose: Sequence[Piece]) -> Iterator[RawField]:
    if title := title_beside_kind([piece.span for piece in loose]):
        yield RawField(title, "judul", 0.6)


def _titles_in_cells(blocks: Sequence[Block]) -> tuple[RawField, ...]:
    title = title_in_cells([row for block in blocks if isinstance(block, Table) for row in block.rows])
    return (RawField(title, "judul", 0.75),) if title else ()


def _title_above(rows: Sequence[FlowRow], place: Place | None) -> tuple[RawField, ...]:
    """The line right above a procedure in cells, when it looks like a heading: what else would name the page?"""
    above = rows[-1] if place and place.complete and rows else None
    if above is None or len(above.fragments) != 1:
        return ()
    span = above.fragments[0].span
    words = len(span.text.split())
    if (
        not (span.text.isupper() or span.text.istitle())
        or not 2 <= words <= _TITLE_WORDS
        or is_unit(span.text)
    ):
        return ()
    return (RawField(span, "judul", 0.6),)


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

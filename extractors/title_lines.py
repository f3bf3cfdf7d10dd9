"""The lines outside all values that name the office and the SOP: letterhead and headings."""

import re
from collections.abc import Iterator, Sequence

from extractors.fragments import FlowRow, lines_of
from extractors.layouts.header import Header
from extractors.layouts.procedure import Place
from extractors.layouts.title_cells import title_in_cells
from extractors.layouts.titles import is_kind, title_beside_kind
from extractors.lexicon.labels import is_label
from extractors.lexicon.signs import is_unit, title_rest
from extractors.lists.items import Piece
from extractors.pages import Block, Table
from extractors.parts import Parts
from extractors.raw import RawField
from extractors.spans import PARAGRAF, Span, join

_SHORT_LINE = 40
_NEAR = 400
"""Letters and marks of the source within which a line of the letterhead may go on."""
_TITLE_WORDS = 20
_PROCEDURE_OF = re.compile(r"\W*(?:[a-z\d]{1,2}[.)]\s*)?(?:prosed\w{1,3}|SOP)\s+\w{4,}", re.IGNORECASE)
_NAME_FOLLOWS = re.compile(
    r"^\W*(?:pemerintah|kecamatan|kelurahan|desa|dinas|badan).*?(?:\b(?:kabupaten|kota|provinsi|dan|kecamatan|kelurahan|desa)|,)$",
    re.IGNORECASE,
)


def letterhead(loose: Sequence[Piece]) -> Iterator[RawField]:
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


def titles(parts: Parts, header: Header, blocks: Sequence[Block]) -> tuple[RawField, ...]:
    """What names the SOP outside its field, the surest kind of place first: headings, cells, the line above the table."""
    in_cells = [blocks[at] for at in sorted({row.block for row in parts.rows})]
    written = parts.steps is not None and parts.place is None
    return (
        tuple(_headings((*header.loose, *lines_of(parts.titled)), header.heads))
        or _titles_in_cells(in_cells)
        or (tuple(_title_beside(header.loose)) if written else ())
        or _title_above(parts.rows, parts.place)
    )


def _headings(loose: Sequence[Piece], labels: Sequence[Span]) -> Iterator[RawField]:
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

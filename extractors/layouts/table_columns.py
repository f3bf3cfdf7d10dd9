"""The procedure table whose columns are only aligned with blanks, as ``pdftotext -layout`` prints it.

The heading says roughly where the columns are; the borders go where they cut the fewest
words. Lines become rows around the numbers of the first column (``partition``).
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.layouts.aligned_cells import borders_of, cells_of
from extractors.layouts.aligned_heading import NUMBER, Named, Word, heading_at, words_of
from extractors.layouts.aligned_pages import placed
from extractors.layouts.loose.place import begins_step
from extractors.layouts.partition import partition
from extractors.layouts.steps import Draft, Procedure, build
from extractors.lexicon.durations import DURATION
from extractors.lexicon.open_ends import is_open
from extractors.lexicon.signs import NIP, is_office, opens_signature
from extractors.lexicon.verbs import begins_like_verb
from extractors.pages import Line
from extractors.spans import Span, join
from extractors.tables.columns import AKTOR, Column
from extractors.texts.running_lines import is_page_number

_MAX_TITLE = 70
_SIGNATURE_LINES = 12
_GAP = "  "
_GAPPED = 0.15


@dataclass(frozen=True, slots=True)
class Section:
    """One page's part of the table: its columns with their left borders, and the body lines [start, end)."""

    columns: tuple[Column, ...]
    borders: tuple[int, ...]
    start: int
    end: int
    heads: tuple[Span, ...]


def read_columns(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in lines with aligned columns, and the lines [start, end) that it takes."""
    if not any(_GAP in line.span.text for line in lines):
        return None
    words = [list(words_of(line)) for line in lines]
    sections = list(_sections(lines, words))
    if not sections:
        return None
    drafts: list[Draft] = []
    for section in sections:
        for draft, goes_on in _rows(section, lines, words):
            if goes_on and drafts:
                _append(drafts[-1], draft)
            else:
                drafts.append(draft)
    heads = [head for section in sections for head in section.heads]
    if not drafts:
        return None
    start = next(at for at in range(sections[0].start) if any(w.span in heads for w in words[at]))
    return build(drafts, sections[0].columns, heads, "kolom"), start, sections[-1].end


def _sections(lines: Sequence[Line], words: Sequence[Sequence[Word]]) -> Iterator[Section]:
    """The parts of the table under each printed heading."""
    at = 0
    known: tuple[Column, ...] = ()
    while at < len(lines):
        found = heading_at(words, at) if _GAP in lines[at].span.text else None
        if found is None:
            at += 1
            continue
        named, body, heads = found
        end = next(
            (
                i
                for i in range(body, len(lines))
                if _ends(lines, i) or (_GAP in lines[i].span.text and heading_at(words, i))
            ),
            len(lines),
        )
        if not _has_gaps(words[body:end]):
            at = end
            continue
        columns = tuple(column for column, _, _ in named)
        if known and [c.role for c in columns if c.role != AKTOR] == [
            c.role for c in known if c.role != AKTOR
        ]:
            columns = known if len(known) == len(columns) else columns
        known = known or columns
        yield from _pages(named, columns, lines, words, Section(columns, (), body, end, heads))
        if end < len(lines) and _ends(lines, end):
            return
        at = end


def _pages(
    named: Named,
    columns: tuple[Column, ...],
    lines: Sequence[Line],
    words: Sequence[Sequence[Word]],
    whole: Section,
) -> Iterator[Section]:
    """The pages over which a table goes on below its heading, each with its own borders."""
    headed = [(low, high) for _, low, high in named]
    tops = [at for at in range(whole.start + 1, whole.end) if lines[at].top]
    for start, end in itertools.pairwise((whole.start, *tops, whole.end)):
        page = words[start:end]
        first = start == whole.start
        extents = headed if first else placed(columns, page) or headed
        yield Section(columns, borders_of(extents, columns, page), start, end, whole.heads if first else ())


def _has_gaps(body: Sequence[Sequence[Word]]) -> bool:
    """Whether the lines keep their columns apart with more than one blank at all."""
    lines = [line for line in body if len(line) > 1]
    wide = sum(any(b.x0 - a.x1 > 1 for a, b in itertools.pairwise(line)) for line in lines)
    return wide >= _GAPPED * len(lines)


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Whether a line opens the signature below the table: an officer's title with a NIP soon after it."""
    text = lines[at].span.text
    if NIP.search(text) or opens_signature(text):
        return True
    if not is_office(text) or "  " in text or len(text) > _MAX_TITLE:
        return False
    return text.isupper() or any(NIP.search(line.span.text) for line in lines[at + 1 : at + _SIGNATURE_LINES])


def _rows(
    section: Section, lines: Sequence[Line], words: Sequence[Sequence[Word]]
) -> Iterator[tuple[Draft, bool]]:
    """The rows of a section; the flag says that a row only goes on with the one before the section."""
    waktu = next((at for at, column in enumerate(section.columns) if column.role == "waktu"), None)
    body = [
        cells_of(words[at], section.borders, waktu)
        for at in range(section.start, section.end)
        if not words[at] or not is_page_number(lines[at].span.text)
    ]
    body = _without_empty_ends(body)
    number = next((at for at, column in enumerate(section.columns) if column.role == "no"), None)
    uraian = next(at for at, column in enumerate(section.columns) if column.role == "uraian")
    anchors = _anchors(body, number) if number is not None else _unnumbered(body, uraian, waktu)
    if not anchors:
        if body:
            yield _draft(section, body), True
        return
    gains = _borders_between(body, uraian)
    starts = partition(anchors, len(body), gains.__getitem__)
    head = body[: starts[0]]
    if any(head):
        yield _draft(section, head), True
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        yield _draft(section, body[start:end]), False


def _anchors(body: Sequence[dict[int, Span]], number: int) -> list[int]:
    """The lines that carry a step's number; a page number between two steps is none."""
    found = [at for at, cells in enumerate(body) if number in cells and NUMBER.match(cells[number].text)]
    values = [int("".join(filter(str.isdecimal, body[at][number].text))) for at in found]
    kept = []
    for i, at in enumerate(found):
        stray = (
            len(body[at]) == 1
            and 0 < i < len(found) - 1
            and values[i] != values[i - 1] + 1
            and values[i + 1] == values[i - 1] + 1
        )
        if not stray:
            kept.append(at)
    return kept


def _unnumbered(body: Sequence[dict[int, Span]], uraian: int, waktu: int | None) -> list[int]:
    """The lines that tell the rows of a table without numbers: those with a duration, or where more steps begin, these."""
    verbs = [at for at, cells in enumerate(body) if uraian in cells and begins_step(cells[uraian].text)]
    timed = [at for at, cells in enumerate(body) if waktu in cells and DURATION.match(cells[waktu].text)]
    return timed if len(timed) >= len(verbs) else verbs


def _without_empty_ends(body: list[dict[int, Span]]) -> list[dict[int, Span]]:
    while body and not body[-1]:
        body.pop()
    while body and not body[0]:
        body.pop(0)
    return body


def _borders_between(body: Sequence[dict[int, Span]], uraian: int) -> list[float]:
    """For each line how well a row may begin there, from how the texts of all columns go on over it.

    A text that goes on in lower case holds its lines together; one that begins anew with a
    capital speaks for a border somewhere above it.
    """
    gains = [3.0 if at and not body[at - 1] else 0.0 for at in range(len(body) + 1)]
    last: dict[int, int] = {}
    for at, cells in enumerate(body):
        for column, span in cells.items():
            gain = _restart(
                span.text, body[last[column]][column].text if column in last else "", column == uraian
            )
            for line in range(last.get(column, -1) + 1, at + 1):
                gains[line] += gain
            last[column] = at
    return gains


def _restart(text: str, before: str, is_step: bool) -> float:
    """What a border between two pieces of a column gains."""
    if text[:1].islower() or is_open(before):
        return -1.6 if is_step else -0.9
    if is_step:
        return 1.2 if begins_like_verb(text) else 0.4
    return 0.5 if text[:1].isupper() or text[:1].isdigit() else 0.0


def _draft(section: Section, body: Sequence[dict[int, Span]]) -> Draft:
    draft = Draft()
    actor = 0
    for at, column in enumerate(section.columns):
        span = join((cells[at] for cells in body if at in cells), "\n")
        if column.role == AKTOR:
            if span:
                draft.marks.append((actor, span))
            actor += 1
        elif span:
            draft.cells[column.role] = span
    return draft


def _append(before: Draft, rest: Draft) -> None:
    for role, span in rest.cells.items():
        known = before.cells.get(role)
        before.cells[role] = join((known, span), "\n") if known else span
    before.marks.extend(rest.marks)

"""Pages to one slice per SOP: a file may hold a cover, a decree and several SOPs.

An SOP begins with a cluster of identity labels whose number or name is another than that
of the SOP before; the same identity box repeated on the next page begins nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.fragments import FlowRow, flow
from extractors.layouts.header import read_header
from extractors.layouts.heading_lines import may_name_columns, roles_in
from extractors.layouts.row_labels import labels_of
from extractors.layouts.signature import is_signature_row
from extractors.lexicon.labels import find, fold, heading
from extractors.lexicon.signs import NIP, is_address, is_unit, title_rest
from extractors.pages import Block, Line, Row, Table, first_page, page_of
from extractors.raw import IDENTITAS, KOTAK
from extractors.tables.columns import first_number, is_heading_row, read_heading
from extractors.tables.unheaded import heading_by_content

_BACK = 40
_BOX_ROWS = 8


@dataclass(frozen=True, slots=True)
class Slice:
    """The blocks of one SOP and the rows that they make; a row's ``block`` counts within the slice."""

    blocks: tuple[Block, ...]
    rows: tuple[FlowRow, ...]


def slices(blocks: Sequence[Block]) -> list[Slice]:
    """The slices of a file, in order; one that covers everything when no identity page is found."""
    parts = list(_cut_tables(blocks))
    rows = flow(parts)
    starts = _starts(parts, rows)
    if len(starts) < 2 and not (starts and first_page(parts[starts[0]])):
        return [Slice(tuple(parts), tuple(rows))]
    # A paged file may begin with a cover, a decree, a table of contents: whole pages that are no SOP.
    bounds = [_page_top(parts, starts[0]), *starts[1:], len(parts)]
    return [
        Slice(
            tuple(parts[low:high]),
            tuple(replace(row, block=row.block - low) for row in rows if low <= row.block < high),
        )
        for low, high in pairwise(bounds)
    ]


def _cut_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with tables cut where a procedure, its signature or another identity page begins."""
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        cuts = [0, *_cuts(block.rows), *_unnamed(block), len(block.rows)]
        for low, high in pairwise(cuts):
            if high > low:
                yield Table(block.rows[low:high])


def _cuts(rows: Sequence[Row]) -> Iterator[int]:
    procedure = signed = False
    headed = 0  # where the rows of the last heading end: one of them may be worn
    for at, row in enumerate(rows):
        if at and _opens_form(rows, at):
            procedure = signed = False
            yield at
        elif is_heading_row(row):
            if at >= headed:
                if at:
                    yield at
                found = read_heading(rows[at:])
                headed = at + (found.rows if found else 1)
            procedure, signed = True, False
        elif procedure and not signed and is_signature_row(row):
            signed = True
            yield at
        elif (procedure or signed) and _has_identity_label(row):
            procedure = signed = False
            yield at


def _unnamed(table: Table) -> Iterator[int]:
    """Where in a ruled table that begins as a form a procedure begins whose heading nobody can read."""
    rows = table.rows
    labelled = [at for at, row in enumerate(rows) if _has_label(row)]
    if not first_page(table) or not labelled or any(map(is_heading_row, rows)):
        return
    low = labelled[-1] + 1
    found = heading_by_content(rows[low:])
    if found is not None:
        at = low + found.rows
        while at > low and any(heading(cell.span.text) for cell in rows[at - 1].cells):
            at -= 1
        yield at


def _has_label(row: Row) -> bool:
    return any((label := find(cell.span)) and not label.weak for cell in row.cells)


def _opens_form(rows: Sequence[Row], at: int) -> bool:
    """Whether a page begins with a row and holds an identity box near its top, so that no table goes on there."""
    page = page_of(rows[at])
    before = rows[at - 1].cells[0].halaman if rows[at - 1].cells else page
    if page == before:
        return False
    top = [row for row in rows[at : at + _BOX_ROWS] if row.cells and row.cells[0].halaman == page]
    return sum(_has_identity_label(row) for row in top) > 1


def _has_identity_label(row: Row) -> bool:
    for cell in row.cells[:3]:
        label = find(cell.span)
        if label and not label.weak and label.key in IDENTITAS:
            return True
    return False


def _starts(parts: Sequence[Block], rows: Sequence[FlowRow]) -> list[int]:
    """The block with which each SOP begins (the first may have a cover before it)."""
    heads = frozenset(at for at, row in enumerate(rows) if _heads_procedure(row, parts))
    pages = [first_page(parts[row.block]) for row in rows]
    clusters = list(_clusters(rows, heads, pages))
    if not clusters:
        return _procedures(parts)
    starts = [_back(rows, parts, clusters[0].start, 0)]
    name, seen, end = _name(rows[clusters[0].start : clusters[0].end]), set(clusters[0].keys), clusters[0].end
    for cluster in clusters[1:]:
        after_procedure = any(at in heads for at in range(end, cluster.start))
        own = _name(rows[cluster.start : cluster.end])
        again = after_procedure and bool(cluster.keys & seen)
        # Boxes alone are further sections, below a running head, until a procedure was there.
        identified = after_procedure or bool(cluster.keys.intersection(IDENTITAS))
        if (
            (identified and any(own) and any(name) and _differs(own, name))
            or (again and own != name)
            or (again and not any(own))
        ):
            starts.append(_back(rows, parts, cluster.start, end))
            name, seen = own, set()
        elif any(own) and not any(name):
            name = own
        seen |= cluster.keys
        end = cluster.end
    procedures = [at for at in sorted(heads) if pages[at]]
    behind = bool(procedures) and procedures[-1] < clusters[-1].start and procedures[0] < clusters[0].start
    return _with_procedures(starts, parts, [rows[at].block for at in procedures]) if behind else starts


def _with_procedures(starts: Sequence[int], parts: Sequence[Block], heads: Sequence[int]) -> list[int]:
    """The starts of SOPs whose procedures stand before their identity pages: each begins with the pages of its procedure."""
    found: list[int] = []
    low = 0
    for start in starts:
        own = next((head for head in heads if low <= head < start), start)
        found.append(max(low, _page_top(parts, own)))
        low = start
    return found


def _procedures(parts: Sequence[Block]) -> list[int]:
    """Where each SOP begins in a file of pages without identity: a procedure that counts from one again, on a new page."""
    starts: list[int] = []
    for at, part in enumerate(parts):
        if not isinstance(part, Table) or not first_page(part) or not is_heading_row(part.rows[0]):
            continue
        if first_number(part.rows[1:]) == 1:
            top = _page_top(parts, at)
            if not starts or top > starts[-1]:
                starts.append(top)
    return starts if len(starts) > 1 else []


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Rows [start, end) with labels of one identity page, and the keys of these."""

    start: int
    end: int
    keys: frozenset[str]


def _clusters(rows: Sequence[FlowRow], heads: frozenset[int], pages: Sequence[int]) -> Iterator[_Cluster]:
    """Runs of rows with at least two different labels, none of them twice, no procedure (``heads``) and no page between."""
    run: list[int] = []
    keys: set[str] = set()
    for at, row in enumerate(rows):
        found = {label.key for label in labels_of(row) if label and not label.weak}
        if not found:
            continue
        apart = bool(run) and (
            pages[at] - pages[run[-1]] > 1 or any(between in heads for between in range(run[-1], at))
        )
        if run and (found & keys or apart):
            if len(keys) > 1:
                yield _Cluster(run[0], run[-1] + 1, frozenset(keys))
            run, keys = [], set()
        run.append(at)
        keys |= found
    if len(keys) > 1:
        yield _Cluster(run[0], run[-1] + 1, frozenset(keys))


def _heads_procedure(row: FlowRow, parts: Sequence[Block]) -> bool:
    """Whether a row is the heading of a procedure, in cells or as a line."""
    block = parts[row.block]
    if isinstance(block, Table):
        return is_heading_row(block.rows[0])
    if not any(may_name_columns(f.span.text) for f in row.fragments):
        return False
    roles = (
        {heading(f.span.text) for f in row.fragments}
        if len(row.fragments) > 1
        else roles_in(row.fragments[0].span.text)
    )
    return len(roles - {None}) > 2 and bool(roles & {"uraian", "no"})


def _name(rows: Sequence[FlowRow]) -> tuple[str, str]:
    values = read_header(rows).values
    return tuple(  # type: ignore[return-value]
        "".join(c for line in values[key].lines for c in line.span.text.casefold() if c.isalnum())
        if key in values
        else ""
        for key in ("nomor_sop", "nama_sop")
    )


def _page_top(parts: Sequence[Block], at: int) -> int:
    """The first block of the page that a block stands on; the first of all where the file has no pages."""
    page = first_page(parts[at])
    if not page:
        return 0
    while at and first_page(parts[at - 1]) == page:
        at -= 1
    return at


def _differs(name: tuple[str, str], before: tuple[str, str]) -> bool:
    """Whether two identity pages are of different SOPs: what both state must differ somewhere."""
    both = [(a, b) for a, b in zip(name, before, strict=True) if a and b]
    return any(a != b for a, b in both) if both else any(name) != any(before)


def _back(rows: Sequence[FlowRow], parts: Sequence[Block], low: int, floor: int) -> int:
    """The first block of the letterhead or cover above an identity page."""
    at = low
    while at > max(floor, low - _BACK):
        row = rows[at - 1]
        text = row.text
        if not isinstance(parts[row.block], Line) or NIP.search(text) or len(text) > 120:
            break
        letterhead = is_unit(text) or is_address(text) or title_rest(text) is not None or text.isupper()
        if not letterhead and fold(text):
            break
        at -= 1
    pages = [first_page(parts[row.block]) for row in rows[: low + 1]]
    while at < low and pages[at] != pages[low] and at and pages[at - 1] == pages[at]:
        at += (
            1  # a page of something else may end in capitals, too: the signature of a decree is no letterhead
        )
    return rows[at].block


def identity_behind(rows: Sequence[FlowRow], start: int, end: int) -> list[FlowRow]:
    """The rows of an identity page that stands behind a procedure (blocks ``start`` to ``end``), where none is before it."""
    if looks_like_sop([row for row in rows if row.block < start]):
        return []
    after = [row for row in rows if row.block >= end]
    if not looks_like_sop(after):
        return []
    first = next(row for row in after if any(label and not label.weak for label in labels_of(row)))
    return [
        row for row in after if row.block >= first.block or (row.halaman and row.halaman == first.halaman)
    ]


def looks_like_sop(rows: Sequence[FlowRow]) -> bool:
    """Whether rows carry enough labels of the standard to be an SOP at all."""
    found = {label.key for row in rows for label in labels_of(row) if label and not label.weak}
    return len(found) >= 3 or len(found & set(KOTAK)) >= 2

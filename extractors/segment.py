"""Pages to one slice per SOP: a file may hold a cover, a decree and several SOPs.

An SOP begins with a cluster of identity labels whose number or name is another than that
of the SOP before; the same identity box repeated on the next page begins nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.fragments import FlowRow, flow
from extractors.labels import find, fold
from extractors.layouts.columns import is_heading_row
from extractors.layouts.header import labels_of, read_header
from extractors.pages import Block, Line, Row, Table
from extractors.raw import IDENTITAS, KOTAK
from extractors.signs import NIP, is_office, is_unit, opens_signature, title_rest

_NEAR = 14
_BACK = 40


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
    if len(starts) < 2:
        return [Slice(tuple(parts), tuple(rows))]
    bounds = [0, *starts[1:], len(parts)]
    return [
        Slice(
            tuple(parts[low:high]),
            tuple(FlowRow(row.fragments, row.block - low, row.gap) for row in rows if low <= row.block < high),
        )
        for low, high in pairwise(bounds)
    ]


def _cut_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with tables cut where a procedure, its signature or another identity page begins."""
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        cuts = [0, *_cuts(block.rows), len(block.rows)]
        for low, high in pairwise(cuts):
            if high > low:
                yield Table(block.rows[low:high])


def _cuts(rows: Sequence[Row]) -> Iterator[int]:
    procedure = signed = False
    for at, row in enumerate(rows):
        if is_heading_row(row):
            if at and not is_heading_row(rows[at - 1]):
                yield at
            procedure, signed = True, False
        elif procedure and not signed and is_signature_row(row):
            signed = True
            yield at
        elif (procedure or signed) and _has_identity_label(row):
            procedure = signed = False
            yield at


def is_signature_row(row: Row) -> bool:
    """Whether a table row belongs to the signature block below the procedure."""
    cells = [cell.span.text for cell in row.cells if cell.span]
    if not cells or len(cells) > 2 or any(len(text) > 160 for text in cells):
        return False
    first = cells[0].strip(" .)")
    if first.isdigit() and len(cells) > 1:
        return False
    return any(NIP.search(text) or opens_signature(text) for text in cells) or (
        len(cells) == 1 and is_office(cells[0]) and cells[0].isupper()
    )


def _has_identity_label(row: Row) -> bool:
    for cell in row.cells[:3]:
        label = find(cell.span)
        if label and not label.weak and label.key in IDENTITAS:
            return True
    return False


def _starts(parts: Sequence[Block], rows: Sequence[FlowRow]) -> list[int]:
    """The block with which each SOP begins (the first may have a cover before it)."""
    clusters = list(_clusters(rows))
    if len(clusters) < 2:
        return []
    starts: list[int] = []
    before: tuple[str, str] | None = None
    end = 0
    for low, high in clusters:
        name = _name(rows[low:high])
        procedure_between = any(_is_procedure(parts[row.block]) for row in rows[end:low])
        if (
            before is None
            or (name != before and _differs(name, before))
            or (not any(name) and procedure_between)
        ):
            starts.append(_back(rows, parts, low, end))
            before = name
        end = high
    return starts


def _clusters(rows: Sequence[FlowRow]) -> Iterator[tuple[int, int]]:
    """Runs of rows that hold at least two different identity labels."""
    run: list[int] = []
    keys: list[str] = []
    for at, row in enumerate(rows):
        found = [label.key for label in labels_of(row) if label and not label.weak and label.key in IDENTITAS]
        if not found:
            continue
        if run and (at - run[-1] > _NEAR or any(key in keys for key in found)):
            if len(set(keys)) > 1:
                yield run[0], run[-1] + 1
            run, keys = [], []
        run.append(at)
        keys.extend(found)
    if len(set(keys)) > 1:
        yield run[0], run[-1] + 1


def _name(rows: Sequence[FlowRow]) -> tuple[str, str]:
    values = read_header(rows).values
    return tuple(  # type: ignore[return-value]
        "".join(c for line in values[key].lines for c in line.span.text.casefold() if c.isalnum())
        if key in values
        else ""
        for key in ("nomor_sop", "nama_sop")
    )


def _differs(name: tuple[str, str], before: tuple[str, str]) -> bool:
    """Whether two identity pages are of different SOPs: what both state must differ somewhere."""
    both = [(a, b) for a, b in zip(name, before, strict=True) if a and b]
    return any(a != b for a, b in both) if both else any(name) != any(before)


def _is_procedure(block: Block) -> bool:
    return isinstance(block, Table) and is_heading_row(block.rows[0])


def _back(rows: Sequence[FlowRow], parts: Sequence[Block], low: int, floor: int) -> int:
    """The first block of the letterhead or cover above an identity page."""
    at = low
    while at > max(floor, low - _BACK):
        row = rows[at - 1]
        text = " ".join(fragment.span.text for fragment in row.fragments)
        if not isinstance(parts[row.block], Line) or NIP.search(text) or len(text) > 120:
            break
        letterhead = is_unit(text) or title_rest(text) is not None or text.isupper()
        if not letterhead and fold(text):
            break
        at -= 1
    return rows[at].block


def looks_like_sop(rows: Sequence[FlowRow]) -> bool:
    """Whether rows carry enough labels of the standard to be an SOP at all."""
    found = {label.key for row in rows for label in labels_of(row) if label and not label.weak}
    return len(found) >= 3 or len(found & set(KOTAK)) >= 2

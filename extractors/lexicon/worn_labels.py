"""Labels that a stamp or a bad scan damaged, told from where they stand among the others.

The identity page has one order everywhere: number, dates, officer, name below each other, and three
pairs of boxes. A short text in the column of the labels that no vocabulary knows can be only
what is missing between its neighbours.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.lexicon.labels import Label, find, likeness
from extractors.raw import IDENTITAS
from extractors.spans import EMPTY, Span

ORDER: Mapping[str, int] = {
    "nomor_sop": 0,
    "tanggal_pembuatan": 1,
    "tanggal_revisi": 2,
    "tanggal_efektif": 3,
    "tanggal_pengesahan": 3,
    "disahkan_oleh": 4,
    "nama_sop": 5,
}
"""Where each label stands in the standard's identity box; two dates may come either way."""
PAIRS = (
    ("dasar_hukum", "kualifikasi_pelaksana"),
    ("keterkaitan", "peralatan_perlengkapan"),
    ("peringatan", "pencatatan_pendataan"),
)
"""The boxes that stand side by side."""
_SHORT = 45
_SURE_BY_PLACE = 0.7
_ALIKE = 0.45
_ALIKE_HEADING = 0.36
"""The same where the boxes below show that both are headings."""
_ALIKE_ALONE = 0.72
_DEBRIS = re.compile(r"(?:[ ]+(?:\w|[^\w\s]+))+\s*$")
"""Letters, each by itself, and signs at the end of a text: pieces of a stamp or of a signature."""
_SURE_BEFORE_DEBRIS = 0.9


@dataclass(frozen=True, slots=True)
class Entry:
    """The text of one cell, its column, and the label that it begins with, if any."""

    span: Span
    column: int
    label: Label | None


def restored(rows: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    """The rows of a table's identity page with what labels could be told from their place."""
    known = {e.label.key for row in rows for e in row if e.label and not e.label.weak}
    if len(known) < 2:
        return [list(row) for row in rows]
    rows = [[_without_debris(row[0], known)] if len(row) == 1 else row for row in rows]
    known |= {e.label.key for row in rows for e in row if e.label and not e.label.weak}
    found = [_with_pairs(row, known, following) for row, following in zip(rows, (*rows[1:], ()), strict=True)]
    return _with_order(found, known)


def _without_debris(entry: Entry, known: Collection[str]) -> Entry:
    """A label alone in its row behind which letters of a stamp were read: "DASAR HUKUM N S -"."""
    debris = _DEBRIS.search(entry.span.text)
    if entry.label is not None or debris is None or len(entry.span.text) > _SHORT:
        return entry
    label = find(entry.span.cut(0, debris.start()))
    if label is None or label.weak or label.rest or label.sure < 1 or label.key in known:
        return entry
    return replace(entry, label=replace(label, sure=_SURE_BEFORE_DEBRIS))


def _with_pairs(row: Sequence[Entry], known: Collection[str], following: Sequence[Entry]) -> list[Entry]:
    """The row with the label of a box told from that of the box beside it.

    Args:
        row: of the table.
        known: the keys that labels of the table name.
        following: the next row; two boxes filled in below two headings say that both are headings.
    """
    headings = _are_headings(row, following)
    if len(row) == 1 and headings:
        return _with_unread(row[0], known, following)
    if len(row) != 2:
        return list(row)
    least = _ALIKE_HEADING if headings else _ALIKE
    for at, other in ((0, 1), (1, 0)):
        label = row[other].label
        if row[at].label is not None or label is None or label.weak:
            continue
        partner = next((pair[at] for pair in PAIRS if pair[other] == label.key), None)
        worn = _worn(row[at].span, partner, least) if partner and partner not in known else None
        if worn:
            return [replace(entry, label=worn) if entry is row[at] else entry for entry in row]
    return list(row)


def _are_headings(row: Sequence[Entry], following: Sequence[Entry]) -> bool:
    """Whether a row has nothing but headings of one line over a row of two boxes with their contents."""
    lone = all(
        "\n" not in entry.span.text
        and len(entry.span.text) <= _SHORT
        and not (entry.label and entry.label.rest)
        for entry in row
    )
    below = {entry.column for entry in following if entry.label is None}
    return lone and len(below) == len(following) == 2 and all(entry.column in below for entry in row)


def _with_unread(entry: Entry, known: Collection[str], following: Sequence[Entry]) -> list[Entry]:
    """A heading with that of the box beside it, of which nothing was read."""
    label, other = entry.label, next(e.column for e in following if e.column != entry.column)
    at = int(other > entry.column)
    partner = next((pair[at] for pair in PAIRS if label and pair[1 - at] == label.key), None)
    if label is None or label.weak or partner is None or partner in known:
        return [entry]
    unread = Entry(EMPTY, other, Label(partner, EMPTY, EMPTY, False, _SURE_BY_PLACE * 0.8))
    return [entry, unread] if at else [unread, entry]


def _worn(span: Span, key: str, least: float) -> Label | None:
    """The first line of a cell as a damaged label of a key, what follows as its content."""
    end = span.text.find("\n")
    head = span.cut(0, end) if end >= 0 else span
    alike = likeness(head.text, key)
    if len(head.text) > _SHORT or alike < least:
        return None
    rest = span.cut(end).strip() if end >= 0 else EMPTY
    return Label(key, head, rest, False, _SURE_BY_PLACE * max(alike, 0.6))


def _with_order(rows: list[list[Entry]], known: Collection[str]) -> list[list[Entry]]:
    column = _label_column(rows)
    if column is None:
        return rows
    labelled = [
        (at, ORDER[entry.label.key])
        for at, row in enumerate(rows)
        for entry in row
        if entry.column == column and entry.label and entry.label.key in ORDER
    ]
    for (at, low), (end, high) in pairwise(labelled):
        between = [row for row in range(at + 1, end) if _may_be_named(rows[row], column)]
        missing = [key for key in IDENTITAS if low < ORDER[key] < high and key not in known]
        for row, key in _dealt([rows[row] for row in between], missing, column):
            rows[between[row]] = _named(rows[between[row]], column, key)
    return rows


def _label_column(rows: Sequence[Sequence[Entry]]) -> int | None:
    """The column in which most labels of the identity box stand, two at least."""
    counts: dict[int, int] = {}
    for row in rows:
        for entry in row:
            if entry.label and not entry.label.weak and entry.label.key in ORDER:
                counts[entry.column] = counts.get(entry.column, 0) + 1
    best = max(counts, key=lambda c: counts[c], default=None)
    return best if best is not None and counts[best] > 1 else None


def _may_be_named(row: Sequence[Entry], column: int) -> bool:
    """Whether a row has no label, and something in the column of the labels or right of it."""
    return all(e.label is None for e in row) and any(e.column >= column for e in row)


def _dealt(rows: Sequence[Sequence[Entry]], missing: Sequence[str], column: int) -> Iterator[tuple[int, str]]:
    """Which unnamed row is which missing label: by likeness, or because there is just one way."""
    if not rows or not missing:
        return
    left = list(missing)
    for at, row in enumerate(rows):
        text = next((e.span.text for e in row if e.column == column), "")
        best = max(left, key=lambda key: likeness(text, key), default=None)
        if best and likeness(text, best) >= _ALIKE_ALONE:
            left.remove(best)
            yield at, best
            continue
        places = {ORDER[key] for key in missing}
        if len(rows) == 1 and len(places) == 1 and len(text) <= _SHORT:
            yield at, missing[0]


def _named(row: Sequence[Entry], column: int, key: str) -> list[Entry]:
    """The row with its label named; where the label's cell is empty, an empty one."""
    own = next((entry for entry in row if entry.column == column), None)
    if own is None:
        label = Label(key, EMPTY, EMPTY, False, _SURE_BY_PLACE * 0.8)
        return [Entry(EMPTY, column, label), *row]
    label = _worn(own.span, key, 0.0) or Label(key, own.span, EMPTY, False, _SURE_BY_PLACE * 0.8)
    return [replace(entry, label=label) if entry is own else entry for entry in row]

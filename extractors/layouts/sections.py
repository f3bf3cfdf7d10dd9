"""SOPs written as lettered sections, "B. DASAR HUKUM / REFERENSI" above its list, instead of as boxes of an identity page.

Service standards are written so. A heading is believed only as one of a series that counts on, most of
which no box has a name for; what stands between two headings is the content of the first.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.fragments import FlowRow
from extractors.labels import box_named
from extractors.layouts.fields import Value
from extractors.lists import Piece, number_of
from extractors.raw import KOTAK
from extractors.spans import BARIS, PARAGRAF, Span, join

_HEADING = re.compile(r"\s*([A-Z])[.)]\s+(\S.{3,80})")
_LEAST = 4
"""Fewer headings are no series: an annex of several SOPs letters their titles."""
_SKIPPED = 2
"""So many letters may be missing in the series."""
_SURE = 0.9


def read_sections(rows: Sequence[FlowRow]) -> tuple[dict[str, Value], list[FlowRow]]:
    """The boxes that sections hold, by contract key, and the rows that are in no section.

    Args:
        rows: those above the procedure.
    """
    starts = _series(rows)
    if len(starts) < _LEAST:
        return {}, list(rows)
    found: dict[str, Value] = {}
    ends = [*starts[1:], len(rows)]
    for start, end in zip(starts, ends, strict=True):
        key = box_named(_title(rows[start]) or "")
        lines = _lines(rows[start + 1 : end])
        if key in KOTAK and lines and key not in found:
            found[key] = Value(key, lines, "bagian", _SURE)
    if not found:
        return {}, list(rows)
    return found, [row for at, row in enumerate(rows) if at < starts[0] or _in_table(row)]


def _series(rows: Sequence[FlowRow]) -> list[int]:
    """The rows with the headings of the longest series that counts on from A."""
    best: list[int] = []
    letters = [_letter(row) for row in rows]
    for first in (at for at, letter in enumerate(letters) if letter == 0):
        series, last = [first], 0
        for at in range(first + 1, len(rows)):
            letter = letters[at]
            if letter is not None and last < letter <= last + 1 + _SKIPPED:
                series.append(at)
                last = letter
        best = max(best, series, key=len)
    return best


def _letter(row: FlowRow) -> int | None:
    """The place in the alphabet of the letter that a row in capitals begins with."""
    match = _HEADING.fullmatch(_text(row)) if not _in_table(row) else None
    return ord(match[1]) - ord("A") if match and match[2].isupper() and match[2][-1] not in ".;," else None


def _title(row: FlowRow) -> str | None:
    match = _HEADING.fullmatch(_text(row))
    return match[2] if match else None


def _text(row: FlowRow) -> str:
    return " ".join(fragment.span.text for fragment in row.fragments)


def _in_table(row: FlowRow) -> bool:
    """Whether a row is of a table: the box with the title that heads each page is no content of a section."""
    return any(fragment.unit for fragment in row.fragments)


def _lines(rows: Sequence[FlowRow]) -> tuple[Piece, ...]:
    """The lines of a section; a line of several entries side by side, each with its mark, is as many."""
    lines: list[Piece] = []
    for row in rows:
        if _in_table(row):
            continue
        parts = _parts([fragment.span for fragment in row.fragments])
        lines.extend(Piece(part, PARAGRAF if row.gap and not at else BARIS) for at, part in enumerate(parts))
    return tuple(lines)


def _parts(spans: Sequence[Span]) -> list[Span]:
    """The pieces of a line, put together where one does not begin with the mark of an entry."""
    begins = [0, *(at for at in range(1, len(spans)) if number_of(spans[at].text)), len(spans)]
    return [join(spans[low:high]) for low, high in pairwise(begins) if high > low]

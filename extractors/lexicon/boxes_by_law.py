"""The boxes of an identity page whose names cannot be read, told from the one that lists regulations.

Names of boxes are a word or two, and a copy of a copy may leave none of them legible. A list of regulations is long,
and stands in one box only; the others stand around it in the one order that they have everywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.lexicon.labels import Label
from extractors.lexicon.signs import cites
from extractors.lexicon.worn_labels import PAIRS, Entry
from extractors.raw import KOTAK
from extractors.spans import EMPTY, Span

_SURE = 0.6
"""How sure a label is that nobody could read."""
_SHORT = 45
"""Letters of the name of a box at most."""
_LAWS = 3
"""Entries of a list of regulations at least that begin as such."""
_MARK = re.compile(r"\s*\(?(?:\d{1,3}|[a-z])[.,)]?\s+")
"""What may stand before an entry."""
_LINE = re.compile(r"\n")


def named_by_law(rows: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
    """The rows of a table's identity page with the labels of its boxes, where no other than that of the regulations was read.

    The box of regulations gives that beside it, and as many rows of boxes below as there are pairs of them the others.
    """
    named = [list(row) for row in rows]
    read = {entry.label.key for row in rows for entry in row if entry.label}
    if read & set(KOTAK) - {PAIRS[0][0]}:
        return named
    at = next((at for at, row in enumerate(rows) if row and _lists_laws(row[0].span)), None)
    if at is None:
        return named
    places = [entry.column for entry in rows[at]]
    below = [row for row in range(at + 1, len(rows)) if [e.column for e in rows[row]] == places]
    whole = len(places) == len(PAIRS[0]) and len(below) == len(PAIRS) - 1
    for row, keys in zip([at, *(below if whole else ())], PAIRS, strict=False):
        pairs = zip(named[row], keys, strict=False)
        named[row] = [replace(entry, label=entry.label or _label(entry.span, key)) for entry, key in pairs]
    return named


def _lists_laws(span: Span) -> bool:
    """Whether a cell is a list of regulations below a short line that is none."""
    head, *rest = span.split(_LINE) or [EMPTY]
    begun = (line.text[mark.end() :] if (mark := _MARK.match(line.text)) else line.text for line in rest)
    return _is_name(head.text) and not cites(head.text) and sum(map(cites, begun)) >= _LAWS


def _is_name(text: str) -> bool:
    """Whether a first line may be the name of a box, and is no entry of it."""
    return len(text) <= _SHORT and _MARK.match(text) is None


def _label(span: Span, key: str) -> Label:
    """A label of which nothing is known but where it stands: the first line of its box, or nothing."""
    end = span.text.find("\n")
    first = span.cut(0, end) if end >= 0 else span
    if not _is_name(first.text):
        return Label(key, EMPTY, span, False, _SURE)
    return Label(key, first, span.cut(end).strip() if end >= 0 else EMPTY, False, _SURE)

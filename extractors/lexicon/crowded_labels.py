"""Labels inside lines: behind the letterhead that stood to their left, and behind the value of another field."""

import re

from extractors.lexicon.labels import Label, begins_label, find
from extractors.lexicon.signs import is_unit
from extractors.raw import IDENTITAS
from extractors.spans import Span

_WORD = re.compile(r"\S+")
_COLONED = re.compile(r"^\S.{2,45}\s(?:nama|judul|nomor)\s+sop\s*:", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z]{3,}\s(?:[A-Z]{2,}\s)+(?=[A-Z][a-z])")
"""A letterhead that a crowded line runs on from, whatever it begins with."""


def label_behind(span: Span) -> int | None:
    """Where a crowded line runs on from a letterhead, or the address below it, into a label: "KABUPATEN PASIR TGL. EFEKTIF"."""
    text = span.text
    unit = is_unit(text)
    if not unit and not _CAPITALS.match(text) and not _COLONED.search(text):
        return None
    for word in _WORD.finditer(text):
        label = _field_at(span, word.start()) if word.start() else None
        if label and (unit or label.colon or not label.head.text.isupper()):
            return word.start()
    return None


def next_field(span: Span, label: Label) -> int | None:
    """Where a line goes on with another field: "Tanggal Pembuatan 9 Januari 2024 Tanggal Efektif 15 Januari 2024".

    Args:
        span: the line.
        label: with which it begins.
    """
    if label.key not in IDENTITAS or not label.rest:
        return None
    for word in _WORD.finditer(span.text, len(span.text) - len(label.rest.text)):
        found = _field_at(span, word.start()) if word.group()[0].isupper() else None
        if found and found.key != label.key:
            return word.start() if " " in found.head.text else None
    return None


def _field_at(span: Span, at: int) -> Label | None:
    """The label of a field that a line goes on with at a place, spelled as it should be."""
    rest = span.cut(at)
    label = find(rest) if begins_label(rest.text) else None
    sure = label is not None and not label.weak and label.sure == 1 and label.key in IDENTITAS
    return label if sure else None

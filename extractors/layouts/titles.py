"""Lines that head a page or name the procedure, and belong to no box."""

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from extractors.data import table
from extractors.lexicon.labels import fold, is_label
from extractors.lexicon.signs import is_unit
from extractors.lists.items import number_of
from extractors.spans import Span, join

_HEADINGS = frozenset(map(fold, table("tanda")["judul_halaman"]["tepat"]))
_HEADING_STARTS = tuple(map(fold, table("tanda")["judul_halaman"]["awal"]))
_ENUMERATOR = re.compile(r"^\s*(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+")
_KIND = re.compile(r"\W*(?:S\.?(?:O\.?P|P\.?O)|PROTAP|PROSEDUR TETAP)\W*", re.IGNORECASE)
_SHORT_TITLE = 8
_LONG_TITLE = 60


def is_heading(text: str, gap: bool) -> bool:
    """Whether a line heads a page: "STANDAR OPERASIONAL PROSEDUR (SOP)", "PROSEDUR", "BAGAN ALIR"."""
    letters = fold(_ENUMERATOR.sub("", text))
    if letters in _HEADINGS:
        return True
    return letters.startswith(_HEADING_STARTS) and (
        text.isupper() or (gap and len(text) < _LONG_TITLE and text[-1] not in ";,.")
    )


def is_title(text: str) -> bool:
    """Whether a line looks like the name of a procedure above its table: in capitals, or "SOP …"."""
    heads = text.isupper() or text.startswith(("SOP ", "Prosedur "))
    return heads and len(text) > _SHORT_TITLE and number_of(text) is None


def is_kind(text: str) -> bool:
    """Whether a line names the kind of document and nothing else: "SOP", "PROTAP"."""
    return _KIND.fullmatch(text) is not None


def title_beside_kind(spans: Sequence[Span]) -> Span | None:
    """The lines in capitals behind the line "SOP" in the head of a form, or before it where none follow."""
    kind = next((at for at, span in enumerate(spans) if is_kind(span.text)), None)
    if kind is None:
        return None
    lines = list(takewhile(_may_name, spans[kind + 1 :]))
    if not lines:
        above = list(takewhile(_may_name, dropwhile(lambda span: not _may_name(span), spans[:kind][::-1])))
        # A word alone over a title is the end of a name in the cell beside it: "RSUD BINA / HUSADA".
        alone = next((at for at, span in enumerate(above) if at and " " not in span.text), len(above))
        lines = above[:alone][::-1]
    return join(lines, "\n") or None


def _may_name(span: Span) -> bool:
    """Whether a line of the head of a form may be the name of the procedure."""
    return span.text.isupper() and not is_unit(span.text) and not is_label(span.text)

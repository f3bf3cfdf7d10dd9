"""Lines that head a page or name the procedure, and belong to no box."""

import re

from extractors.labels import fold
from extractors.lists import number_of

_HEADINGS = frozenset(
    ("prosedur", "baganalir", "flowchart", "diagramalir", "diagramalur", "alurprosedur", "prosedurkerja")
)
_HEADING_STARTS = (
    "standaroperasionalprosedur",
    "standardoperasional",
    "sopadministrasi",
    "standaroperatingprocedure",
)
_ENUMERATOR = re.compile(r"^\s*(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+")
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

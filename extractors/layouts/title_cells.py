"""The name of the procedure in the band of cells that heads a form: below "STANDAR OPERASIONAL PROSEDUR", no label before it."""

from collections.abc import Sequence

from extractors.lexicon.labels import is_label
from extractors.lexicon.signs import is_unit, title_rest
from extractors.pages import Row
from extractors.spans import Span

_BELOW = 4
"""Rows below the kind of the document within which its name stands; the fields beside it make several."""
_LETTERS, _LONGEST = 8, 160
"""Letters of a name at least and at most."""


def title_in_cells(rows: Sequence[Row]) -> Span | None:
    """What stands in the next filled cell below one that only says what kind of document this is."""
    for at, row in enumerate(rows):
        for cell in row.cells:
            rest = title_rest(cell.span.text) if cell.span else None
            if rest is None or any(map(str.isalnum, cell.span.text[rest:])):
                continue
            below = (
                other.span
                for under in rows[at + 1 : at + 1 + _BELOW]
                for other in under.cells
                if other.column == cell.column and other.span
            )
            name = next(below, None)
            if name and _may_name(name.text):
                return name
    return None


def _may_name(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return _LETTERS <= letters <= _LONGEST and not is_label(text) and not is_unit(text)

"""Whether the text layer of a page can be trusted, or its pixels have to be read."""

from extractors.sheets import Sheet
from extractors.vector.document import Document


def is_trustworthy(document: Document, number: int, sheet: Sheet) -> bool:
    """Whether the words of a sheet are those that a person sees on the page."""
    return bool(sheet.words)

"""Pages that a file holds twice: a sheet fed again, a page put in for a second time."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.sheets import Sheet

SALINAN = "salinan"
_FEWEST = 20
_ALIKE = 0.97
"""The share of words that two readings of one printed page have in common at least; two SOPs of a family have fewer."""


def marked(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets, those that repeat an earlier one noted as ``salinan``."""
    seen: list[Counter[str]] = []
    found = []
    for sheet in sheets:
        words = Counter(word.text.casefold() for word in sheet.words)
        least = 1.0 if not sheet.pindaian else _ALIKE
        if words.total() >= _FEWEST and any(_alike(words, other) >= least for other in seen):
            found.append(replace(sheet, catatan=(*sheet.catatan, SALINAN)))
        else:
            seen.append(words)
            found.append(sheet)
    return found


def _alike(a: Counter[str], b: Counter[str]) -> float:
    return (a & b).total() / max(a.total(), b.total())

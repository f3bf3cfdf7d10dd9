"""The tables of a sheet as both their lines and their words show them.

Lines are damaged where they are short and where the copy is bad, words where they are small. What a
procedure table is made of is known: headings of a vocabulary, steps that count, durations. So the
reading of the lines is held against that of the words, and the one that says more is taken.
"""

from extractors.headings import headed
from extractors.ruled import Ruled
from extractors.ruled import parts as ruled_parts
from extractors.sheets import Sheet, Word
from extractors.step_rows import stepped


def parts(sheet: Sheet) -> list[Ruled | list[list[Word]]]:
    """The tables of a sheet and the lines of words between them, top to bottom."""
    found = ruled_parts(sheet)
    if not sheet.pindaian:
        return found
    return [stepped(headed(part)) if isinstance(part, Ruled) else part for part in found]

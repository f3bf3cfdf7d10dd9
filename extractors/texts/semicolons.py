"""Rows whose cells semicolons part, as spreadsheets export them where the comma is the decimal sign."""

import re
from collections.abc import Sequence
from itertools import groupby

from extractors.spans import Span

SEMICOLON = re.compile(r";(?! )")
"""What parts two cells; one with a blank behind it parts the sentences of a text."""
_WIDE, _ROWS = 5, 3
"""Cells of a row, and rows of as many cells below each other, that tell a table from a list whose entries end so."""


def semicolon_rows(lines: Sequence[Span]) -> frozenset[int]:
    """Identities of the lines that are rows: all that semicolons part, in a text with a wide table of such rows."""
    parted = [(line, len(SEMICOLON.findall(line.text))) for line in lines]
    runs = (len(list(run)) for width, run in groupby(parted, key=lambda one: one[1]) if width >= _WIDE - 1)
    if max(runs, default=0) < _ROWS or any("\t" in line.text for line in lines):
        return frozenset()
    # A single one at the end of a line ends an entry.
    return frozenset(
        id(line) for line, width in parted if width > 1 or (width and line.text.rstrip()[-1:] != ";")
    )

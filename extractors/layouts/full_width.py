"""How long lines are in boxes that stand one below the other, as wide as the page.

Entries without markers are told apart by lines that end early; where all entries of a box are about as long, the lines of
the other boxes tell what is early.
"""

from collections.abc import Collection, Sequence

from extractors.fragments import FlowRow
from extractors.layouts.fields import Value
from extractors.raw import KOTAK

_ALONE = 0.9
"""The share of the lines that stand alone where boxes do not stand side by side."""


def full_width(rows: Sequence[FlowRow]) -> tuple[int, Collection[int]]:
    """Letters in the longest line from the first box on, and where such lines begin in the source; 0 where boxes stand side by side.

    Args:
        rows: of the identity page.
    """
    first = next(
        (at for at, row in enumerate(rows) if any(f.label and f.label.key in KOTAK for f in row.fragments)), 0
    )
    plain = [row for row in rows[first:] if not any(fragment.unit for fragment in row.fragments)]
    alone = [row for row in plain if len(row.fragments) == 1]
    if not alone or len(alone) < _ALONE * len(plain):
        return 0, ()
    starts = {offset for row in alone for offset in row.fragments[0].span.offsets}
    return max(len(row.text) for row in alone), starts


def width_of(value: Value, wide: tuple[int, Collection[int]]) -> int:
    """Letters that a line of a box may have, 0 where nothing tells it."""
    letters, starts = wide
    return letters if value.lines and all(line.span.first in starts for line in value.lines) else 0

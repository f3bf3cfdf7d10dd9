"""Lines of a dump with columns that run over into the column to the right of them."""

import re
from collections.abc import Iterator, Sequence

from extractors.fragments import Fragment

_MARKER = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s|[-•]\s")
_SHIFTS = range(-4, 5)
"""Letters by which an entry may begin off the label of its column."""


def cut_at_columns(fragment: Fragment, columns: Sequence[int]) -> Iterator[Fragment]:
    """A piece of a line, cut where an entry begins at one of the columns to the right of its beginning.

    Args:
        fragment: of a line, or a cell, which stays as it is.
        columns: the letters of the line at which columns begin.
    """
    text = fragment.span.text
    away = [x - fragment.x for x in columns]
    near = [x + shift for x in away if x > max(_SHIFTS) for shift in _SHIFTS]
    for cut in sorted(near) if not fragment.unit else []:
        if not 0 < cut < len(text) or text[cut - 1] != " " or text[cut] == " ":
            continue
        if _MARKER.match(text, cut):
            yield Fragment(fragment.span.cut(0, cut).strip(), fragment.x, 0)
            yield Fragment(fragment.span.cut(cut), fragment.x + cut, 0)
            return
    yield fragment

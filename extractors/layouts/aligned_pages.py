"""A table with aligned columns that goes on over a page without its heading: each page of a dump has its own grid.

Empty columns take hardly any room there, so the headings of the page before say nothing of places. What stands
apart on the page does: first the numbers, then the steps; before the times kelengkapan; behind them the rest.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.layouts.aligned_heading import NUMBER, Word
from extractors.lexicon.durations import begins_with_unit
from extractors.tables.columns import AKTOR, Column

Extent = tuple[int, int]
_MARGIN = 6
"""Characters from the left end of a page within which numbers are those of steps."""
_TEXTS = 2
"""Columns of texts left of the times: the steps, and kelengkapan."""
_GUTTER = 2
"""Characters that are free on all lines between two columns."""


def placed(columns: Sequence[Column], page: Sequence[Sequence[Word]]) -> list[Extent] | None:
    """Where the columns lie on a page without a heading, None where what stands there does not tell.

    Args:
        columns: from left to right.
        page: the words of its lines.
    """
    roles = [column.role for column in columns]
    page = _without_foot(page)
    left = min((word.x0 for line in page for word in line), default=0)
    numbers = [line[0] for line in page if _is_numbered(line) and line[0].x0 < left + _MARGIN]
    if roles[:2] != ["no", "uraian"] or "waktu" not in roles or not numbers:
        return None
    waktu = roles.index("waktu")
    texts = [role for role in roles[1:waktu] if role != AKTOR]
    number = min(word.x0 for word in numbers), max(word.x1 for word in numbers)
    clusters = [some for some in _clusters(page) if some[0] >= number[1]]
    times = [_times(some, page) for some in clusters]
    timed = times.index(max(times)) if any(times) else 0
    if timed < len(texts) or len(texts) > _TEXTS or len(clusters) - timed > len(roles) - waktu:
        return None
    first, last = clusters[0], clusters[timed - 1] if len(texts) > 1 else (clusters[timed][0],) * 2
    extents = [number, first, *_between(first[1], last[0], roles[1:waktu].count(AKTOR))]
    extents += [last] * (len(texts) - 1) + clusters[timed:]
    missing = len(roles) - len(extents)
    end = extents[-1][1]
    return extents + [(end + 2 * at, end + 2 * at + 1) for at in range(1, missing + 1)]


def _clusters(page: Sequence[Sequence[Word]]) -> list[Extent]:
    """The ranges of characters that words of any line cover, apart from each other; a number before a step is none's."""
    words = sorted((word.x0, word.x1) for line in page for word in line[_is_numbered(line) :])
    found: list[Extent] = []
    for x0, x1 in words:
        if found and x0 - found[-1][1] < _GUTTER:
            found[-1] = found[-1][0], max(found[-1][1], x1)
        else:
            found.append((x0, x1))
    return found


def _without_foot(page: Sequence[Sequence[Word]]) -> Sequence[Sequence[Word]]:
    """The lines without one phrase behind an empty line at the end: it is below the table."""
    last = max((at for at, line in enumerate(page) if line), default=0)
    alone = last > 0 and not page[last - 1]
    if alone and all(after.x0 - before.x1 < _GUTTER for before, after in pairwise(page[last])):
        return page[:last]
    return page


def _is_numbered(line: Sequence[Word]) -> bool:
    return bool(line) and NUMBER.match(line[0].span.text) is not None


def _times(extent: Extent, page: Sequence[Sequence[Word]]) -> int:
    """How many units of time stand in a range of characters."""
    return sum(
        extent[0] <= word.x0 < extent[1] and begins_with_unit(word.span.text)
        for line in page
        for word in line
    )


def _between(low: int, high: int, count: int) -> list[Extent]:
    """So many narrow columns in the room between two."""
    width = (high - low) / (count + 1)
    middles = [round(low + width * (at + 1)) for at in range(count)]
    return [(middle, middle + 1) for middle in middles]

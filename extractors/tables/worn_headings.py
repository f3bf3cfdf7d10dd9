"""A heading that a page repeats and nobody can read there: it stands at the top, is as high as the one before, and holds no step."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from extractors.lexicon.labels import heading
from extractors.pages import Row, page_of
from extractors.spans import Span
from extractors.tables.column_contents import cell_at
from extractors.tables.columns import Column

_AS_HIGH = 0.2
"""Heights of a heading and its repetition differ by no more than this share."""
_MOST_MORE = 1
"""A line through a heading may make one row more of it."""
_SAYS = 3
"""Letters and digits that say something."""
_LETTERS, _ALIKE = 5, 0.6
"""A word so long that is so much like one of the heading of its column is that word."""


def height_of(rows: Sequence[Row]) -> float:
    """The height of some rows one below the other, by the lowest cell of each; 0 where cells have no places."""
    return sum(min((cell.box.height for cell in row.cells if cell.box), default=0.0) for row in rows)


def repetition(rows: Sequence[Row], at: int, columns: Sequence[Column], head: Sequence[Row]) -> int:
    """How many rows from one on are the heading once more; 0 where they are not, or where it begins no page.

    Args:
        rows: of a table over several pages, or of the part of it on one.
        at: the row that may begin the repetition.
        columns: what the last heading says that could be read.
        head: its rows.
    """
    high = height_of(head)
    if not high or page_of(rows[at]) == page_of(rows[at - 1] if at else head[-1]):
        return 0
    for end in range(at + 1, min(at + len(head) + _MOST_MORE, len(rows)) + 1):
        if _is_step(rows[end - 1], columns) or page_of(rows[end - 1]) != page_of(rows[at]):
            return 0
        total = height_of(rows[at:end])
        if abs(total - high) <= _AS_HIGH * high:
            return end - at
    return 0


def _is_step(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a row says what is done or how long it takes, rather than what its columns are."""
    for at, column in enumerate(columns):
        cell = cell_at(row, at)
        if cell is None or column.role not in ("uraian", "waktu") or heading(cell.span.text):
            continue
        if sum(map(str.isalnum, cell.span.text)) >= _SAYS and not _is_like(cell.span, column.heading):
            return True
    return False


def _is_like(span: Span, heading: Span) -> bool:
    """Whether a word of a text may be one of a heading, worn."""
    words, names = ([word.casefold() for word in some.text.split()] for some in (span, heading))
    return any(
        SequenceMatcher(None, word, name).ratio() >= _ALIKE
        for word in words
        for name in names
        if min(len(word), len(name)) >= _LETTERS
    )

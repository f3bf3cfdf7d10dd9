"""Numbers and letters before lines outside of tables ("1.", "B.") that the pass over the page did not see.

The pass takes text wherever it stands and passes over lone signs far from their neighbours. Without its number an entry
is a part of the one above, and a section without its letter no section.
"""

from collections.abc import Sequence

from extractors.boxes import Box, union
from extractors.raster.writing.marks_in_cells import Marks
from extractors.sheets import Word, by_line

_FURTHEST = 6.0
"""The widest gap between a marker and its line, in letter heights."""
_WIDEST = 3.0
"""A marker is no wider than this, in letter heights: "10.", "xii."."""
_SIGNS = 4
"""The most signs of one."""
_COLUMN = 0.6
"""How far markers may stand out of line, at the left or at the right, in letter heights."""
_LEAST = 2
"""So many markers below each other, those that were read included, are of a list; a lone one may be a speck."""
_WORDS = 2
"""Words of the line that are read along with its marker: a lone sign is hardly read."""
_EDGE = 0.35
"""White around it all, in letter heights."""


def unread_markers(words: Sequence[Word], marks: Marks) -> list[tuple[Box, Word]]:
    """Places from an unread marker to the first words of its line, and the first of these.

    Args:
        words: outside of cells, as read.
        marks: of the page.
    """
    lines = by_line(words)
    found = [(marker, line) for line in lines if (marker := _before(line, words, marks))]
    read = [line[0].box for line in lines if line[0].box.width <= _WIDEST * marks.letter]
    markers = [*(marker for marker, _ in found), *read]
    return [
        (union([marker, *(word.box for word in line[:_WORDS])]).grown(_EDGE * marks.letter), line[0])
        for marker, line in found
        if sum(_below(marker, other, marks.letter) for other in markers) >= _LEAST
    ]


def _before(line: Sequence[Word], words: Sequence[Word], marks: Marks) -> Box | None:
    """Where writing of the size of a marker stands before a line, with nothing that was read in between."""
    first = line[0].box
    place = Box(first.x0 - _FURTHEST * marks.letter, first.y0, first.x0, first.y1).grown(_EDGE * marks.letter)
    near = [word.box for word in words if word.box.y0 < place.y1 and word.box.y1 > place.y0]
    signs = marks.unexplained(place, near)
    if not 0 < len(signs) <= _SIGNS:
        return None
    box = union(Box(*sign) for sign in signs.tolist())
    alone = not any(place.x0 < other.x1 <= first.x0 for other in near)
    return box if alone and box.width <= _WIDEST * marks.letter else None


def _below(marker: Box, other: Box, letter: float) -> bool:
    """Whether two markers, or one and itself, stand in one column."""
    off = min(abs(marker.x0 - other.x0), abs(marker.x1 - other.x1))
    return off <= _COLUMN * letter

"""Words within a line outside of tables that the pass over the page did not see, though it read those on both sides.

A cell is known to be unread by its ink; a title has no cell, and without one of its words it is another title.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.boxes import Box, union
from extractors.raster.writing.marks_in_cells import Marks
from extractors.sheets import Word, by_line

_SIGNS = 3
"""So many unread letters between two words are a word of its own."""
_WIDEST = 25.0
"""The widest gap, in letter heights: beyond it a table may stand between words on both sides of it."""
_TALLEST = 2.5
"""The highest word of a line of text, in letter heights: what is higher stands on end, or is several lines."""
_FILLED = 0.6
"""The share of the gap that they take up: specks and the strokes of a stamp leave more of it free."""
_EDGE = 0.35
"""White around it all, in letter heights."""


def unread_gaps(words: Sequence[Word], marks: Marks) -> list[tuple[Box, Word, Word]]:
    """Places from the word before a gap full of unread letters to the word behind it, and these two.

    Args:
        words: outside of cells, as read.
        marks: of the page.
    """
    return [
        (union([before.box, behind.box]).grown(_EDGE * marks.letter), before, behind)
        for line in by_line(words)
        for before, behind in pairwise(line)
        if _is_written(before.box, behind.box, marks)
    ]


def _is_written(before: Box, behind: Box, marks: Marks) -> bool:
    """Whether letters fill the gap between two words, at their height."""
    lying = max(before.height, behind.height) <= _TALLEST * marks.letter
    level = before.y0 < behind.centre[1] < before.y1
    if not lying or not level or not marks.letter <= behind.x0 - before.x1 <= _WIDEST * marks.letter:
        return False
    gap = Box(before.x1, min(before.y0, behind.y0), behind.x0, max(before.y1, behind.y1))
    signs = marks.unexplained(gap.grown(_EDGE * marks.letter), [before, behind])
    middle = (signs[:, 1] + signs[:, 3]) / 2
    signs = signs[(middle > gap.y0) & (middle < gap.y1)]
    filled = float((signs[:, 2] - signs[:, 0]).sum())
    return len(signs) >= _SIGNS and filled >= _FILLED * gap.width

"""Lines of a cell that somebody ended: the next word had room on them, or stands further below than a line.

Lists without numbers or dashes are told apart by nothing else where all their entries are about as long.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.lists import number_of
from extractors.sheets import Word, middle
from extractors.spans import Span

_INDENT = 1.0
"""How far lines set flush left may begin from each other, in heights of their letters."""
_BLANK = 0.3
"""A blank, in heights of a letter."""
_SPARE = 1.5
"""Room that must be left beyond the next word, in heights of its letters: what is measured is never exact."""

_FURTHER = 0.3
"""By how much more the line behind an ended one stands below it than lines of one text do, in heights of its letters."""


def ended_lines(spans: Sequence[Span], lines: Sequence[Sequence[Word]], width: float) -> list[int]:
    """Which lines are ended, of a cell without markers whose texts are set flush left.

    Args:
        spans: the texts of the lines.
        lines: their words.
        width: that texts may take.
    """
    if len(lines) < 2 or any(number_of(span.text) for span in spans):
        return []
    left = min(line[0].box.x0 for line in lines)
    if any(line[0].box.x0 - left > _INDENT * line[0].box.height for line in lines):
        return []
    found = []
    steps = [middle(below) - middle(line) for line, below in pairwise(lines)]
    for at, (line, below) in enumerate(pairwise(lines)):
        word = below[0].box
        taken = line[-1].box.x1 - left + word.width + (_BLANK + _SPARE) * word.height
        apart = steps[at] - min(steps) > _FURTHER * word.height
        if (taken < width or apart) and spans[at + 1].text[:1].isupper() and not spans[at].text.isupper():
            found.append(at)
    return found

"""Lines of a cell that somebody ended: the next word had room on them, or stands further below than a line.

Lists without numbers or dashes are told apart by nothing else where all their entries are about as long.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.lexicon.labels import names_box
from extractors.lists.items import is_bare, number_of
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
_STOPS = frozenset(";:.")
"""How an entry of a list ends; engines take a worn semicolon for a colon."""
_MARKED = 2
"""So many marked lines show how the entries of a list begin."""


def ended_lines(spans: Sequence[Span], lines: Sequence[Sequence[Word]], width: float) -> list[int]:
    """Which lines are ended, of a cell whose texts are set flush left; with markers, before lines that may have lost theirs.

    Args:
        spans: the texts of the lines.
        lines: their words.
        width: that texts may take.
    """
    above = _above_entries(spans)
    if above:
        return [at + above for at in ended_lines(spans[above:], lines[above:], width - _indent(lines, above))]
    marked = [number_of(span.text) is not None and not is_bare(span.text) for span in spans]
    texts = [line for line, span in zip(lines, spans, strict=True) if not is_bare(span.text)]
    own = [line for line, known in zip(lines, marked, strict=True) if known] if any(marked) else texts
    left = min((line[0].box.x0 for line in texts), default=0.0)
    if len(lines) < 2 or any(line[0].box.x0 - left > _INDENT * line[0].box.height for line in own):
        return []
    if any(marked):
        return _lost_markers(spans, lines, marked, left, width) if len(own) >= _MARKED else []
    steps = [middle(below) - middle(line) for line, below in pairwise(lines)]
    return [
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if (_has_room(line, below, left, width) or steps[at] - min(steps) > _FURTHER * below[0].box.height)
        and spans[at + 1].text[:1].isupper()
        and not spans[at].text.isupper()
    ]


def _above_entries(spans: Sequence[Span]) -> int:
    """How many lines stand above the entries of a box: its name, be it worn, and specks before it; none where there is no such."""
    first = next((at for at, span in enumerate(spans) if not is_bare(span.text)), len(spans))
    if first + 1 >= len(spans):
        return 0
    name = spans[first].text
    return first + 1 if names_box(name) or (name.endswith(":") and name.isupper()) else 0


def _indent(lines: Sequence[Sequence[Word]], above: int) -> float:
    """How much further in the entries of a box begin than its name."""
    left = min(line[0].box.x0 for line in lines[above:])
    return max(0.0, left - lines[above - 1][0].box.x0)


def _lost_markers(
    spans: Sequence[Span],
    lines: Sequence[Sequence[Word]],
    marked: Sequence[bool],
    left: float,
    width: float,
) -> list[int]:
    """The lines of a list behind which an entry begins whose marker was not read: its first word had room on them."""
    return [
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if not marked[at + 1]
        and spans[at].text[-1:] in _STOPS
        and spans[at + 1].text[:1].isupper()
        and _has_room(line, below, left, width)
    ]


def _has_room(line: Sequence[Word], below: Sequence[Word], left: float, width: float) -> bool:
    """Whether the first word of the line below had room on a line."""
    word = below[0].box
    return line[-1].box.x1 - left + word.width + (_BLANK + _SPARE) * word.height < width

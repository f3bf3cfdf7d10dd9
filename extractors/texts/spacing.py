"""Texts in double spacing: an empty line between any two, also inside sentences, parts nothing."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.spans import Span

_SPACED = 0.9
"""The share of lines with an empty one below them from which that is how a text is spaced."""
_INSIDE, _FEWEST = 0.1, 3
"""The share of lines, and their number, that begin with a small letter where sentences run on over the empty ones."""


def closed_up(lines: Sequence[Span]) -> list[Span]:
    """The lines, with one empty line less in each gap where almost each has such a gap below it, sentences or not.

    Where lines are paragraphs, each a sentence of its own, empty lines part them and stay.
    """
    written = [at for at, line in enumerate(lines) if line.text.strip()]
    gaps = sum(below - at > 1 for at, below in pairwise(written))
    low = sum(lines[at].text.lstrip()[:1].islower() for at in written)
    if gaps < _SPACED * (len(written) - 1) or low < max(_FEWEST, _INSIDE * len(written)):
        return list(lines)
    dropped = {at + 1 for at, below in pairwise(written) if below - at > 1}
    return [line for at, line in enumerate(lines) if at not in dropped]

"""Words of a line that an engine gave boxes reaching over the next word: each ends where its own ink does.

Tesseract now and then gives a word the end of the word behind it. Two headings side by side then
leave no gap between them.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from extractors.boxes import Box
from extractors.engines.gambar import Gambar
from extractors.sheets import Word

_OVER = 0.5
"""Boxes of a line that share more than this, in heights of the first, cannot both be right."""
_DARK = 0.5
"""Ink is darker than this part of the way from the paper of a box to its darkest."""
_STROKE = 2
"""Pixels of ink that a column of a letter has at least: fewer are grain."""


def with_own_ends(words: Sequence[Word], picture: Gambar) -> list[Word]:
    """The words, those that reach over the next one of their line cut where their ink ends before it.

    Args:
        words: in the order of the engine; boxes in pixels.
        picture: height x width or height x width x 3, what they were read from.
    """
    lines: dict[int, list[int]] = {}
    for at, word in enumerate(words):
        lines.setdefault(word.baris, []).append(at)
    found = list(words)
    for line in lines.values():
        for at, after in pairwise(line):
            box, next_ = words[at].box, words[after].box
            if box.x0 < next_.x0 < box.x1 - _OVER * box.height:
                found[at] = replace(words[at], box=_ended(box._replace(x1=next_.x0), picture))
    return found


def _ended(box: Box, picture: Gambar) -> Box:
    """A box without what is bare of ink at its right end."""
    x0, y0, x1, y1 = (max(0, round(edge)) for edge in box)
    part = picture[y0:y1, x0:x1]
    grey = part if part.ndim == 2 else part.min(axis=2)
    if not grey.size:
        return box
    paper, ink = (float(v) for v in np.percentile(grey, (80, 1)))
    inked = np.flatnonzero((grey < paper - _DARK * (paper - ink)).sum(axis=0) >= _STROKE)
    return box._replace(x1=float(x0 + inked[-1] + 1)) if len(inked) else box

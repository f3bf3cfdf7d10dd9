"""Words of a page dealt to its cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from extractors.boxes import Box
from extractors.lexicon.vocabulary import known
from extractors.raster.writing.edge_signs import touches, without_edge
from extractors.raster.writing.tugas import CellTask
from extractors.sheets import Word

_SELURUHNYA = 0.85
"""A word of which this share lies in one cell is that cell's; otherwise it runs over a rule."""
_LUAR = 0.5
"""A word of which less lies in any cell stands outside the tables."""
_YAKIN = 0.9
"""A known word that was read as surely is no text of two cells."""
_RAGU_TEPI = 0.35
"""At most so sure is a word with a piece of a rule."""


@dataclass(slots=True)
class Dealt:
    """Words by the number of their cell; words outside of all; cells that a word runs across the rule of."""

    cells: list[list[Word]]
    outside: list[Word] = field(default_factory=list)
    torn: set[int] = field(default_factory=set)
    across: list[tuple[Word, int]] = field(default_factory=list)
    """Words over a rule between texts that are of the language and were read surely, and the cells that most of them lies in."""

    def mend(self) -> None:
        """Gives back the words over a rule that nobody read again: it parts no cells, or runs through a line of text."""
        for word, number in self.across:
            if any(_covers(other.box, word.box) for words in self.cells for other in words):
                continue
            for at, words in enumerate(self.cells):
                self.cells[at] = [other for other in words if not word.box.holds(*other.box.centre)]
            self.cells[number].append(word)
        self.across.clear()
        self.torn.clear()


def deal(words: Sequence[Word], tasks: Sequence[CellTask], letter: float) -> Dealt:
    """Gives each word to the cell it lies in.

    A word over a rule holds the texts of two cells glued together, or letters and a rule. It goes
    to neither where both have a true part of it: they are to be read again. So is a cell with a word
    that begins or ends on its rule, for a rule is read as one more sign.

    Args:
        words: of the page.
        tasks: the cells.
        letter: height of a capital letter.
    """
    dealt = Dealt([[] for _ in tasks])
    for word, parts in zip(words, _shares(words, tasks), strict=True):
        if not parts or sum(share for share, _ in parts) < _LUAR:
            dealt.outside.append(word)
            continue
        share, number = parts[0]
        if share >= _SELURUHNYA or len(parts) == 1:
            dealt.cells[number].append(_beside_rules(word, tasks[number].box, letter))
        else:
            dealt.torn.update(number for _, number in parts[:2])
            drawn = any(tasks[number].peran == "gambar" for _, number in parts[:2])
            if share >= _LUAR and not drawn and word.keyakinan >= _YAKIN and known(word.text):
                dealt.across.append((word, number))
    return dealt


def _covers(box: Box, other: Box) -> bool:
    """Whether a box takes most of the width of another at its height: a piece of its letters does not."""
    shared = min(box.x1, other.x1) - max(box.x0, other.x0)
    level = min(box.y1, other.y1) > max(box.y0, other.y0)
    return level and shared > _LUAR * other.width


def _beside_rules(word: Word, cell: Box, letter: float) -> Word:
    """A word without the rules beside it; on one less sure, unless it is a word of the language."""
    bare = without_edge(word, cell, letter)
    if not touches(word.box, cell, letter) or known(bare.text):
        return bare
    return replace(bare, keyakinan=min(bare.keyakinan, _RAGU_TEPI))


def _shares(words: Sequence[Word], tasks: Sequence[CellTask]) -> list[list[tuple[float, int]]]:
    """For each word the shares of its box in cells, the largest first; slivers are left out."""
    if not words or not tasks:
        return [[] for _ in words]
    boxes = np.array([word.box for word in words])[:, None, :]
    cells = np.array([task.box for task in tasks])[None, :, :]
    sides = np.minimum(boxes[..., 2:], cells[..., 2:]) - np.maximum(boxes[..., :2], cells[..., :2])
    within = np.clip(sides, 0, None).prod(axis=2)
    areas = np.maximum((boxes[..., 2:] - boxes[..., :2]).prod(axis=2), 1.0)
    shares = within / areas
    return [
        sorted(((float(row[at]), int(at)) for at in np.flatnonzero(row > 1 - _SELURUHNYA)), reverse=True)
        for row in shares
    ]

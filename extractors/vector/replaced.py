"""Text that a program put in the place of what it drew (``/ActualText``): where its letters stand.

For a glyph such as "ff" programs often say what it means. PDFium then parts the box of the text object equally from
left to right, whichever way the text runs, and where the object stands in a form it forgets the form.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from extractors.boxes import Box
from extractors.vector import turns
from extractors.vector.drawn import Letter

Claimed = tuple[Letter, Box, tuple[float, float]]
"""A letter as PDFium places it, with the box and the origin of its text object, as displayed."""


def in_place(letters: Iterable[Claimed]) -> Iterator[Letter]:
    """The letters, those of replaced text dealt out over what it replaces."""
    for (_, _, whole, origin), run in groupby(letters, lambda it: (it[0].owner, it[0].base, *it[1:])):
        same = [letter for letter, _, _ in run]
        yield from _dealt_out(same, whole, origin) if _replaced(same, whole) else same


def _replaced(letters: Sequence[Letter], whole: Box) -> bool:
    """Whether letters of one origin are not what their object drew: its box is parted among them, or is elsewhere."""
    if whole.area <= 0:
        return False
    first = letters[0]
    parted = len(letters) > 1 and any(letter.box != first.box for letter in letters)
    return parted or not whole.meets(first.box, first.size)


def _dealt_out(letters: Sequence[Letter], whole: Box, origin: tuple[float, float]) -> Iterator[Letter]:
    """Letters side by side over the box of their object, the way that its text runs."""
    turn = turns.quarter(letters[0].turn)
    for at, letter in enumerate(letters):
        start, end = at / len(letters), (at + 1) / len(letters)
        if turn in (180, 270):
            start, end = 1 - end, 1 - start
        if turn in (90, 270):
            box = Box(whole.x0, whole.y0 + start * whole.height, whole.x1, whole.y0 + end * whole.height)
            base = origin[0], box.y0 if turn == 90 else box.y1
        else:
            box = Box(whole.x0 + start * whole.width, whole.y0, whole.x0 + end * whole.width, whole.y1)
            base = box.x1 if turn == 180 else box.x0, origin[1]
        yield replace(letter, box=box, base=base)

"""Text that is longer than its cell: spreadsheets print it beyond the cell's edge and let a clip hide the rest.

What is hidden belongs to that cell still, not to the one below in whose place it was printed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from extractors.boxes import Box
from extractors.vector import turns
from extractors.vector.drawn import Letter

FURTHEST: Final = 6.0
"""Lines; what is further off its clip is no cell's overflow but was taken away from the page."""


def fitted(letters: Iterable[Letter], clips: Mapping[int, Box]) -> list[Letter]:
    """The letters; level lines of which their clip hides some pushed together until all lie inside it.

    Args:
        letters: of one page.
        clips: what of the page each drawn object may print on, by ``Letter.owner``; objects without one are left out.
    """
    found = list(letters)
    by_clip: defaultdict[Box, list[int]] = defaultdict(list)
    for at, letter in enumerate(found):
        clip = clips.get(letter.owner)
        if clip is not None and turns.quarter(letter.turn) == 0 and _beyond(letter, clip) <= FURTHEST:
            by_clip[clip].append(at)
    for clip, places in by_clip.items():
        if clip.height <= 0 or all(_beyond(found[at], clip) <= 0 for at in places):
            continue
        top, bottom = min(found[at].box.y0 for at in places), max(found[at].box.y1 for at in places)
        into = max(top, clip.y0), min(bottom, clip.y1)
        for at in places:
            found[at] = _moved(found[at], (top, bottom), into)
    return found


def _beyond(letter: Letter, clip: Box) -> float:
    """How many lines the middle of a letter lies above or below what it may be printed on."""
    middle = letter.box.centre[1]
    return max(clip.y0 - middle, middle - clip.y1) / max(letter.size, 1e-6)


def _moved(letter: Letter, stretch: tuple[float, float], into: tuple[float, float]) -> Letter:
    """A letter after a stretch of the page was pressed together into another."""
    (top, bottom), (start, end) = stretch, into

    def height(y: float) -> float:
        return start + (y - top) * (end - start) / (bottom - top)

    box = letter.box
    return replace(
        letter,
        box=Box(box.x0, height(box.y0), box.x1, height(box.y1)),
        base=(letter.base[0], height(letter.base[1])),
    )

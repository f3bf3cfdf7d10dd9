"""Symbols whose form the picture hardly tells, told by where they stand: a flow begins and ends in a terminator.

Corners that are but a little round are a matter of two or three pixels on a scan. A box that is less sure than the
others of its flow, and the only such one of the first or the last row, is a terminator; one hardly seen in between is a box.
Where in between most are terminators and no box is sure, all were drawn with round corners.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median
from typing import Final

from extractors.raw import RawMark, RawStep

SURE: Final = 0.9
"""A form as sure as this stands as it was seen."""
LESS: Final = 0.08
"""By how much less sure than the usual box of its flow one must be that is none."""
FEWEST: Final = 2
"""Boxes that tell what is usual."""
ROUND: Final = 3
"""So many terminators in between, and twice as many as boxes, show that a flow is drawn with them alone."""
MEANT: Final = 0.6
"""Confidence of what the place tells."""

_BOX, _END = "proses", "terminator"


def with_ends(steps: Sequence[RawStep], seen: Mapping[int, float]) -> tuple[RawStep, ...]:
    """The steps with doubtful symbols as a flow needs them.

    Args:
        steps: of one SOP.
        seen: how sure the form of each symbol is that was told from pixels, by the offset of its glyph.
    """
    own = [at for at, step in enumerate(steps) if step.tanda]
    between = [mark for at in own[1:-1] for mark in steps[at].tanda]
    if _all_round(between, seen):
        return tuple(
            replace(step, tanda=tuple(_meant(m, _END) if m.simbol == _BOX else m for m in step.tanda))
            for step in steps
        )
    boxes = [
        sure for mark in between if mark.simbol == _BOX and (sure := _sure(mark, seen)) and not mark.asing
    ]
    if len(boxes) < FEWEST:
        return tuple(steps)
    least = min(SURE, median(boxes) - LESS)
    ended = any(mark.simbol == _END and (_sure(mark, seen) or 1.0) > SURE for mark in between)
    found = list(steps)
    for at in own:
        marks = steps[at].tanda
        outer = at in (own[0], own[-1])
        wrong, meant, most = (_BOX, _END, least) if outer else (_END, _BOX, SURE)
        doubtful = [
            mark
            for mark in marks
            if mark.simbol == wrong and not mark.asing and (_sure(mark, seen) or 1.0) <= most
        ]
        known = any(mark.simbol == _END for mark in marks) if outer else ended or len(marks) > 1
        if len(doubtful) == 1 and not known:
            told = tuple(_meant(mark, meant) if mark is doubtful[0] else mark for mark in marks)
            found[at] = replace(steps[at], tanda=told)
    return tuple(found)


def _all_round(between: Sequence[RawMark], seen: Mapping[int, float]) -> bool:
    """Whether the boxes of a flow are terminators, hardly seen as such: no box is sure, and most marks are not even boxes."""
    boxes = [mark for mark in between if mark.simbol == _BOX]
    ends = sum(mark.simbol == _END for mark in between)
    unsure = all((_sure(mark, seen) or 1.0) <= SURE and not mark.asing for mark in boxes)
    return bool(boxes) and ends >= max(ROUND, 2 * len(boxes)) and unsure


def _sure(mark: RawMark, seen: Mapping[int, float]) -> float | None:
    """How sure the form of a mark is; None for one that no pixels showed."""
    return next((seen[offset] for offset in mark.span.offsets if offset in seen), None)


def _meant(mark: RawMark, simbol: str) -> RawMark:
    return replace(mark, simbol=simbol, keyakinan=MEANT, disimpulkan=True)

"""Lines that break off at a rule: they go on along it to the next stub of a symbol, or to another line that does so.

The stretch along the rule is not seen, or taken for the rule. What ends before a rule and what stands out of a symbol up to
the same one are believed to be of one line where ink or the rule lies on all of the way between.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box
from extractors.raster.drawing.hidden import Course, hidden_ways
from extractors.raster.drawing.runs import Point, Run, is_near, onto
from extractors.raster.drawing.stubs import Stub, at_rule
from extractors.raster.geometry.paper import Mask

# Inches.
MET: Final = 0.05
"""A line that comes so near to an end goes on there."""
LED: Final = 0.12
"""A line that ends so near to a symbol is of it."""
STUB: Final = 0.1
"""A stub that a line begins so near to is of that line."""
LONG: Final = 0.2
"""A shorter line may be a stroke of letters."""
BACK: Final = 0.03
"""So far behind its end a line is taken to come from."""
ASIDE: Final = 0.12
"""A line turns onto a rule no further from where it ends."""
BENDS: Final = (1, 2)
"""So often a line turns that leads along a rule to a symbol, or leaves it on the side on which it came to it, or on the other."""
# Shares.
AXIAL: Final = 0.1


def broken_off(
    runs: Sequence[Run],
    stubs: Sequence[Stub],
    boxes: Sequence[Box],
    inked: NDArray[np.bool_],
    ruled: Mask,
    dpi: float,
) -> list[tuple[Course, tuple[bool, bool]]]:
    """The hidden stretches of lines, and whether a symbol stands at either end of each.

    Args:
        runs: straight lines, in pixels of the masks.
        stubs: of symbols, which no line is known to be of.
        boxes: of the symbols.
        inked: where there is ink of lines, or beside it.
        ruled: where a rule may hide a line, 255 in its middle.
        dpi: pixels per inch.
    """
    free = [
        replace(stub, symbol=boxes.index(stub.box))
        for stub in stubs
        if stub.box in boxes and not any(is_near(stub.at, run, STUB * dpi) for run in runs)
    ]
    ends = [
        Stub(-1 - number, _behind(start, end, dpi), end, 0)
        for number, (start, end) in enumerate(_ends(runs, boxes, ruled, dpi))
    ]
    if not ends:
        return []
    found = []
    for one, other, course in hidden_ways([*free, *ends], dict(enumerate(boxes)), inked, ruled > 0, dpi):
        at_symbol = one.symbol >= 0, other.symbol >= 0
        if not all(at_symbol) and _is_along(course, at_symbol, dpi):
            first, last = (
                (onto(stub.box, stub.at),) if at else ()
                for stub, at in zip((one, other), at_symbol, strict=True)
            )
            found.append(((*first, *course, *last), at_symbol))
    return found


def _is_along(course: Course, at_symbol: tuple[bool, bool], dpi: float) -> bool:
    """Whether a course turns onto a rule right where its ends are; what follows a rule from afar is that rule.

    One that turns but once leads along the rule to a symbol, straight.
    """
    turns = len(course) - 2
    if turns not in BENDS:
        return False
    ends = zip((course[:2], course[-2:]), at_symbol, strict=True)
    return all(math.dist(*end) <= ASIDE * dpi for end, at in ends if turns > 1 or not at)


def _ends(runs: Sequence[Run], boxes: Sequence[Box], ruled: Mask, dpi: float) -> Iterator[Run]:
    """The runs along an axis that end at a rule, where no symbol stands and no other run begins, in the direction of that end."""
    for at, run in enumerate(runs):
        if math.dist(*run) < LONG * dpi:
            continue
        for start, end in (run, run[::-1]):
            wide, high = abs(end[0] - start[0]), abs(end[1] - start[1])
            if min(wide, high) > AXIAL * max(wide, high) or not at_rule(end, ruled):
                continue
            others = (other for n, other in enumerate(runs) if n != at)
            if any(is_near(end, other, MET * dpi) for other in others):
                continue
            if not any(box.grown(LED * dpi).holds(*end) for box in boxes):
                yield start, end


def _behind(start: Point, end: Point, dpi: float) -> Box:
    """A place right before an end, from which the line comes."""
    size = max(math.dist(start, end), 1e-6)
    x, y = (b + BACK * dpi * (a - b) / size for a, b in zip(start, end, strict=True))
    return Box(x - 1, y - 1, x + 1, y + 1)

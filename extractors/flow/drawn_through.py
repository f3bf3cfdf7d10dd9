"""Ways back on scans that seem to begin at a box: the line comes from a decision behind it, and was drawn through.

Only decisions lead back. What leaves any other symbol for an earlier row, straight away from a decision on the
symbol's other side, is the way out of that decision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from extractors.boxes import Box
from extractors.flow.strokes import Point
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature

THROUGH: Final = 0.85
"""What is left of the confidence of a way whose first stretch is not seen."""
SEEN: Final = 20.0
"""Points: the stretch before the symbol is so long at least; a shorter one may be a piece of a rule."""
LEVEL: Final = 3.0
"""Points by which the first stretch of a way may be off its axis."""
AT_CORNER: Final = 0.3
"""Share of the height or width of a decision by which a line may leave it off its corner."""


def with_drawn_through(ways: Sequence[Way], boxes: Mapping[int, Box], nature: Nature) -> list[Way]:
    """The ways of a page, those back from what is no decision as begun at the decision that stands behind it.

    Args:
        ways: of a scanned page.
        boxes: of its symbols by their number.
        nature: of them.
    """
    return [_rooted(way, boxes, nature) for way in ways]


def _rooted(way: Way, boxes: Mapping[int, Box], nature: Nature) -> Way:
    if way.dari is None or way.ke is None or not way.directed or way.dari in nature.decisions:
        return way
    row, to = (nature.rows.get(end) for end in (way.dari, way.ke))
    if way.dari not in boxes or row is None or to is None or to >= row:
        return way
    behind = [
        (far, number)
        for number in nature.decisions
        if number != way.ke
        and number in boxes
        and nature.rows.get(number, -1) >= row
        and not nature.passes(way.dari, number)
        and (far := _behind(way.course, boxes[way.dari], boxes[number])) is not None
    ]
    if not behind:
        return way
    _, number = min(behind)
    course = (_side(way.course, boxes[number]), *way.course)
    return replace(way, dari=number, course=course, keyakinan=way.keyakinan * THROUGH)


def _direction(course: Sequence[Point]) -> tuple[int, int] | None:
    """Along which axis a line begins: -1 or 1 to the right and down; None where it is slanted, or turns off at once."""
    ax, ay = course[0]
    bx, _ = list(takewhile(lambda at: abs(at[1] - ay) <= LEVEL, course))[-1]
    _, by = list(takewhile(lambda at: abs(at[0] - ax) <= LEVEL, course))[-1]
    if max(abs(bx - ax), abs(by - ay)) < SEEN:
        return None
    if abs(bx - ax) > abs(by - ay):
        return (1 if bx > ax else -1), 0
    return 0, (1 if by > ay else -1)


def _behind(course: Sequence[Point], own: Box, box: Box) -> float | None:
    """How far behind a symbol a decision stands that the line which leaves the symbol comes from; None where it does not."""
    way = _direction(course)
    if way is None:
        return None
    (x, y), (cx, cy) = course[0], box.centre
    if way[0]:
        off, size = abs(y - cy), box.height
        far = (own.x0 - box.x1) if way[0] > 0 else (box.x0 - own.x1)
    else:
        off, size = abs(x - cx), box.width
        far = (own.y0 - box.y1) if way[1] > 0 else (box.y0 - own.y1)
    return far if off <= AT_CORNER * size and far > 0 else None


def _side(course: Sequence[Point], box: Box) -> Point:
    """The corner of a decision at which a line leaves it."""
    way = _direction(course) or (0, 0)
    (cx, cy) = box.centre
    return cx + way[0] * box.width / 2, cy + way[1] * box.height / 2

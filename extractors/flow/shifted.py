"""Lines that begin beside the decision that they leave: a row grew after they were drawn, and took the symbol along.

Such a line lies as far right or left as before, level with where the side corner of the decision was, and points away
from it. It is the decision's where that one lacks a way out and no other one can be meant.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.boxes import Box
from extractors.flow.handover import Torn
from extractors.flow.standing import BESIDE
from extractors.flow.strokes import Point
from extractors.flow.tracing import Way

BELOW: Final = 40.0
"""Points by which the line may be higher or lower than the corner."""
INSIDE, SHORT = 4.0, 24.0
"""Points by which it may begin within the width of the symbol, and short of it: where it ran along a rule, it was not seen."""
LEVEL: Final = 3.0
"""Points by which it may rise or fall up to its first bend."""


def begun_aside(
    torn: Sequence[Torn], boxes: Mapping[int, Mapping[int, Box]], lacking: Collection[int]
) -> list[Torn]:
    """Ways that end at a symbol and begin at none, as begun at the decision that they were drawn for.

    Args:
        torn: ways with one end on a page.
        boxes: of the symbols of each page, by their number.
        lacking: decisions that lack a way out.
    """
    meant: dict[int, list[Torn]] = {}
    for each in torn:
        way = each.way
        if way.dari is not None or way.ke is None or not way.directed or len(way.course) < 2:
            continue
        near = [
            number
            for number, box in boxes[each.halaman].items()
            if number in lacking and number != way.ke and _leaves(way.course, box)
        ]
        if len(near) == 1:
            meant.setdefault(near[0], []).append(each)
    return [
        replace(each, way=_from(each.way, number, boxes[each.halaman][number]))
        for number, (each, *more) in meant.items()
        if not more
    ]


def _from(way: Way, number: int, box: Box) -> Way:
    """A way as begun at the side corner of a decision, for what stands there names it."""
    corner = box.x0 if way.course[1][0] < way.course[0][0] else box.x1
    course = ((corner, box.centre[1]), *way.course)
    return replace(way, dari=number, course=course, keyakinan=way.keyakinan * BESIDE)


def _leaves(course: Sequence[Point], box: Box) -> bool:
    """Whether a line begins above or below a side corner of a box and leads away from it."""
    (x, y), (next_x, next_y) = course[:2]
    middle = box.centre[1]
    corner, away = (box.x0, -1) if next_x < x else (box.x1, 1)
    level = abs(next_y - y) <= LEVEL < (next_x - x) * away
    return level and -INSIDE <= (x - corner) * away <= SHORT and abs(y - middle) <= BELOW

"""Boxes of a page told apart: cells and frames of tables, grounds of cells, symbols of the flow.

A symbol lies free in its cell; the border of a cell goes on in its neighbours. So a box counts
as ruled only where its sides are those of other boxes, or lie on lines known to be ruled.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.boxes import shared
from extractors.sheets import Drawing, Rule
from extractors.vector.merging import SHORTEST, merged_rules, rule_of
from extractors.vector.strokes import PAPER, Frame, Piece

# Points.
ON: Final = 1.7
"""A side of a box lies on a line when they are no further apart than this."""
ABUT: Final = 3.5
"""Boxes whose sides are no further apart than this stand side by side, as the cells of a table."""
ALONG: Final = 0.6
"""... and the line covers this share of the side."""
END: Final = 2.5
"""A line ends at another when no further from it than this."""
HELD: Final = 3
"""So many sides on ruled lines make a box one of a table; two has a symbol as wide as its column."""
GOING_ON: Final = 2
"""So many sides that go on in ruled lines do, and so many ruled lines across the box."""
LARGE: Final = 0.35
"""A box wider or higher than this share of the page is a frame, not a symbol."""


def sides_of(frame: Frame) -> list[Piece]:
    """Top, bottom, left and right of a box."""
    box, colour, width = frame.box, frame.stroke or PAPER, frame.width
    return [
        Piece(False, box.y0, box.x0, box.x1, width, colour),
        Piece(False, box.y1, box.x0, box.x1, width, colour),
        Piece(True, box.x0, box.y0, box.y1, width, colour),
        Piece(True, box.x1, box.y0, box.y1, width, colour),
    ]


def sorted_frames(
    frames: Sequence[Frame], sure: Sequence[Rule], width: float, height: float
) -> tuple[list[Piece], list[Drawing]]:
    """Boxes with an outline: those of tables as pieces, the others as drawings.

    Args:
        frames: all such boxes of a page.
        sure: lines that are ruled in any case.
        width: of the page.
        height: of the page.
    """
    seen = [frame for frame in frames if frame.stroke != PAPER or frame.fill not in (None, PAPER)]
    sides = [sides_of(frame) for frame in seen]
    matched = _matched(sides)
    known = list(sure)
    ruled: dict[int, list[Piece]] = {}
    for at, own in enumerate(sides):
        if _is_large(seen[at], width, height) or matched[at]:
            ruled[at] = own
    while True:
        known = merged_rules([*sure, *(rule_of(side) for own in ruled.values() for side in own)])
        more = {at: own for at, own in enumerate(sides) if at not in ruled and _belongs(own, known)}
        if not more:
            break
        ruled.update(more)
    drawings = [_box_drawing(frame) for at, frame in enumerate(seen) if at not in ruled]
    return [side for at in sorted(ruled) for side in ruled[at]], drawings


def _belongs(sides: Sequence[Piece], rules: Sequence[Rule]) -> bool:
    """Whether a box is of the table that lines known to be ruled make."""
    if sum(lies_on(side, rules) for side in sides) >= HELD:
        return True
    return sum(_goes_on(side, rules) for side in sides) >= GOING_ON or _lines_within(sides, rules) >= GOING_ON


def _is_large(frame: Frame, width: float, height: float) -> bool:
    return frame.box.width > LARGE * width or frame.box.height > LARGE * height


def lies_on(side: Piece, rules: Iterable[Rule]) -> bool:
    """Whether rules run along most of a piece."""
    length = side.end - side.start
    covered = sum(
        max(0.0, min(side.end, rule.end) - max(side.start, rule.start))
        for rule in rules
        if rule.tegak == side.tegak and abs(rule.at - side.at) <= ON
    )
    return covered >= ALONG * length


def _goes_on(side: Piece, rules: Iterable[Rule]) -> bool:
    """Whether a ruled line begins where a side ends, in the same direction."""
    return any(
        rule.tegak == side.tegak
        and abs(rule.at - side.at) <= ON
        and min(abs(rule.end - side.start), abs(rule.start - side.end)) <= END
        for rule in rules
    )


def _matched(sides: Sequence[Sequence[Piece]]) -> list[bool]:
    """For each box whether another stands right beside it, as high or as wide as itself."""
    bands: defaultdict[tuple[bool, int], list[tuple[int, Piece]]] = defaultdict(list)
    for number, own in enumerate(sides):
        for side in own:
            bands[side.tegak, int(side.at // ABUT)].append((number, side))
    return [any(_has_match(number, side, sides, bands) for side in own) for number, own in enumerate(sides)]


def _has_match(
    number: int,
    side: Piece,
    sides: Sequence[Sequence[Piece]],
    bands: Mapping[tuple[bool, int], Sequence[tuple[int, Piece]]],
) -> bool:
    band = int(side.at // ABUT)
    for at in (band - 1, band, band + 1):
        for other, beside in bands.get((side.tegak, at), ()):
            level = abs(side.start - beside.start) <= ON and abs(side.end - beside.end) <= ON
            if other == number or not level or abs(side.at - beside.at) > ABUT:
                continue
            # The same box drawn twice, its ground and its outline, is no neighbour of itself.
            if not _overlap(sides[number], sides[other]):
                return True
    return False


def _overlap(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether two boxes have more than an edge in common; sides come as top, bottom, left, right."""
    top, bottom, left, right = (side.at for side in one)
    upper, lower, low, high = (side.at for side in other)
    return min(bottom, lower) - max(top, upper) > ABUT and min(right, high) - max(left, low) > ABUT


def _lines_within(sides: Sequence[Piece], rules: Iterable[Rule]) -> int:
    """How many ruled lines run through a box from side to side."""
    top, bottom, left, right = (side.at for side in sides)
    count = 0
    for rule in rules:
        low, high, start, end = (left, right, top, bottom) if rule.tegak else (top, bottom, left, right)
        inside = low + END < rule.at < high - END
        count += inside and abs(rule.start - start) <= END and abs(rule.end - end) <= END
    return count


def _box_drawing(frame: Frame) -> Drawing:
    box = frame.box
    return Drawing("path", box, box.corners, True, frame.fill, frame.stroke)


def shapes_among(grounds: Sequence[Frame], rules: Sequence[Rule]) -> list[Drawing]:
    """Filled boxes that are shapes; the grounds of cells, of the page and of text are not."""
    found: list[Drawing] = []
    for ground in grounds:
        if ground.fill == PAPER or min(ground.box.width, ground.box.height) < SHORTEST:
            continue
        sides = sides_of(ground)
        near = sum(_near(side, rules) for side in sides)
        if near < 2 and not any(shared(ground.box, other.box) > 0.9 * ground.box.area for other in found):
            found.append(_box_drawing(ground))
    return found


def _near(side: Piece, rules: Iterable[Rule]) -> bool:
    return lies_on(side, [replace(r, at=side.at) for r in rules if abs(r.at - side.at) <= 2 * ON])

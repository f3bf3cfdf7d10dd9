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
    """Boxes with an outline: those of tables as pieces, the others as drawings, doubtful ones as both."""
    ruled: list[Piece] = []
    drawings: list[Drawing] = []
    sides = [sides_of(frame) for frame in frames]
    known = merged_rules(
        [
            *sure,
            *(
                rule_of(p)
                for f, own in zip(frames, sides, strict=True)
                for p in own
                if _is_large(f, width, height)
            ),
        ]
    )
    shared_sides = _abutting(sides)
    held = [_held(own, known) + count for own, count in zip(sides, shared_sides, strict=True)]
    for frame, own, count in zip(frames, sides, held, strict=True):
        large = _is_large(frame, width, height)
        if frame.stroke == PAPER and frame.fill is None:
            continue
        if large or count > 0 or _ends_on(own, known) >= 2:
            ruled.extend(own)
        if not large and count < 2:
            drawings.append(_box_drawing(frame))
    return ruled, drawings


def _is_large(frame: Frame, width: float, height: float) -> bool:
    return frame.box.width > LARGE * width or frame.box.height > LARGE * height


def _held(sides: Sequence[Piece], rules: Sequence[Rule]) -> int:
    """How many sides of a box lie on lines known to be ruled."""
    return sum(lies_on(side, rules) for side in sides)


def lies_on(side: Piece, rules: Iterable[Rule]) -> bool:
    """Whether rules run along most of a piece."""
    length = side.end - side.start
    covered = sum(
        max(0.0, min(side.end, rule.end) - max(side.start, rule.start))
        for rule in rules
        if rule.tegak == side.tegak and abs(rule.at - side.at) <= ON
    )
    return covered >= ALONG * length


def _abutting(sides: Sequence[Sequence[Piece]]) -> list[int]:
    """For each box how many of its sides are shared by other boxes, or have one right beside them."""
    bands: defaultdict[tuple[bool, int], list[tuple[int, Piece]]] = defaultdict(list)
    for number, own in enumerate(sides):
        for side in own:
            bands[side.tegak, int(side.at // ABUT)].append((number, side))
    return [
        sum(_has_neighbour(number, side, sides, bands) for side in own) for number, own in enumerate(sides)
    ]


def _has_neighbour(
    number: int,
    side: Piece,
    sides: Sequence[Sequence[Piece]],
    bands: Mapping[tuple[bool, int], Sequence[tuple[int, Piece]]],
) -> bool:
    band = int(side.at // ABUT)
    for at in (band - 1, band, band + 1):
        for other, beside in bands.get((side.tegak, at), ()):
            if other == number or _same_box(sides[number], sides[other]):
                continue
            # A symbol lies within its cell, near a side of it at most; neighbours lie apart.
            within = _inside(sides[number], sides[other]) or _inside(sides[other], sides[number])
            if _shares(side, beside, ON if within else ABUT):
                return True
    return False


def _shares(one: Piece, other: Piece, apart: float) -> bool:
    if one.tegak != other.tegak or abs(one.at - other.at) > apart:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= ALONG * min(one.end - one.start, other.end - other.start)


def _inside(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether a box lies within another; sides come as top, bottom, left, right."""
    top, bottom, left, right = (side.at for side in one)
    upper, lower, low, high = (side.at for side in other)
    return top >= upper and bottom <= lower and left >= low and right <= high


def _same_box(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether two boxes are one, drawn twice (its ground, its outline)."""
    return all(
        abs(a.at - b.at) <= ABUT and abs(a.start - b.start) <= ABUT and abs(a.end - b.end) <= ABUT
        for a, b in zip(one, other, strict=True)
    )


def _ends_on(sides: Sequence[Piece], rules: Iterable[Rule]) -> int:
    """How many ruled lines end on the sides of a box from within."""
    count = 0
    for rule in rules:
        for side in sides:
            if side.tegak == rule.tegak or not side.start - END <= rule.at <= side.end + END:
                continue
            if min(abs(rule.start - side.at), abs(rule.end - side.at)) <= END:
                count += 1
                break
    return count


def _box_drawing(frame: Frame) -> Drawing:
    box = frame.box
    points = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    return Drawing("path", box, points, True, frame.fill, frame.stroke)


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

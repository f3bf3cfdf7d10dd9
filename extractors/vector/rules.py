"""Ruled lines and drawings of a page, told apart.

A box of the flow lies free in its cell; the border of a cell continues in its neighbours. So a
box counts as ruled only where its sides go on in other lines. Where that leaves a doubt, both
the rules and the drawing are given: a table takes only lines that rest on others at both ends.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.boxes import Box, shared
from extractors.sheets import Drawing, Rule
from extractors.vector.strokes import PAPER, Frame, Piece, Strokes

# Points.
COLLINEAR: Final = 0.8
"""Pieces of one line stand at most so far apart across it."""
TOUCH: Final = 2.5
"""Pieces of one line follow each other at most so far apart."""
DASH: Final = 9.0
"""A piece shorter than this may be a dash or dot of a broken line."""
DASH_GAP: Final = 5.0
"""Dashes of one line follow each other at most so far apart."""
DOUBLE: Final = 3.4
"""Two lines side by side no further apart than this are a double line."""
SHORTEST: Final = 5.0
"""A shorter line is no rule."""
ON: Final = 1.7
"""A side of a box lies on a line when they are no further apart than this."""
ABUT: Final = 3.5
"""Boxes whose sides are no further apart than this stand side by side, as the cells of a table."""
ALONG: Final = 0.6
"""... and the line covers this share of the side."""
END: Final = 2.5
"""A line ends at another when no further from it than this."""
FRAME: Final = 0.35
"""A box wider or higher than this share of the page is a frame, not a symbol."""
OPEN_LINES: Final = 3
"""So many lines ending on one level are the open edge of a table."""
OPEN_CROSSINGS: Final = 1
"""... if so many lines run across all of them."""
HEAD: Final = 14.0
"""An arrowhead is no larger than this."""
AT_HEAD: Final = 3.5
"""The line of an arrow ends no further than this from its head."""


def told_apart(strokes: Strokes, width: float, height: float) -> tuple[list[Rule], list[Drawing]]:
    """Rules and drawings of a page of this size."""
    drawings = list(strokes.shapes)
    pieces = [p for p in strokes.pieces if _shows(p, strokes.grounds)]
    heads = [shape for shape in drawings if _is_head(shape)]
    plain: list[Piece] = []
    arrows: list[Piece] = []
    for piece in pieces:
        (arrows if not piece.dot and _has_head(piece, heads) else plain).append(piece)
    drawings.extend(_line_drawing(piece) for piece in arrows)
    sure = _merged(plain)
    ruled, boxes = _frames(strokes.frames, sure, width, height)
    rules = _merged([*plain, *ruled])
    drawings.extend(boxes)
    for shape, parts in strokes.bends:
        drawings.append(shape)
        if not _has_head_any(parts, heads) and any(_continues(part, rules) for part in parts):
            rules = [*rules, *(_rule(part) for part in parts)]
    rules.extend(closing(rules))
    drawings.extend(_grounds(strokes.grounds, rules))
    drawings.extend(_free(rules))
    rules = _single(_merged_rules(rules))
    return [rule for rule in rules if rule.end - rule.start >= SHORTEST], drawings


def _shows(piece: Piece, grounds: Sequence[Frame]) -> bool:
    """Whether a piece can be seen: white ones only on a coloured ground."""
    if piece.colour != PAPER:
        return True
    middle = (piece.start + piece.end) / 2
    x, y = (piece.at, middle) if piece.tegak else (middle, piece.at)
    return any(g.fill != PAPER and g.box.grown(1.0).holds(x, y) for g in grounds)


def _is_head(shape: Drawing) -> bool:
    """Whether a shape is a small filled triangle or arrow point."""
    box = shape.box
    corners = len(dict.fromkeys(shape.points))
    return shape.fill is not None and 3 <= corners <= 9 and max(box.width, box.height) <= HEAD


def _has_head(piece: Piece, heads: Iterable[Drawing]) -> bool:
    ends = [(piece.at, along) if piece.tegak else (along, piece.at) for along in (piece.start, piece.end)]
    return any(head.box.grown(AT_HEAD).holds(*end) for head in heads for end in ends)


def _has_head_any(parts: Iterable[Piece], heads: Sequence[Drawing]) -> bool:
    return any(_has_head(part, heads) for part in parts)


def _line_drawing(piece: Piece | Rule, colour: str | None = None) -> Drawing:
    points = (
        ((piece.at, piece.start), (piece.at, piece.end))
        if piece.tegak
        else ((piece.start, piece.at), (piece.end, piece.at))
    )
    (ax, ay), (bx, by) = points
    stroke = piece.colour if isinstance(piece, Piece) else colour
    return Drawing("path", Box(ax, ay, bx, by), points, stroke=stroke)


def _rule(piece: Piece) -> Rule:
    return Rule(piece.tegak, piece.at, piece.start, piece.end, piece.tebal)


def _merged(pieces: Sequence[Piece]) -> list[Rule]:
    """Rules from pieces: first the plain ones, then rows of dots, whose direction the row gives."""
    lines = _merged_rules([_rule(p) for p in pieces if not p.dot])
    dots = [p for p in pieces if p.dot]
    for tegak in (False, True):
        turned = [_rule(_facing(dot, tegak)) for dot in dots]
        rows = _merged_rules([*turned, *(r for r in lines if r.tegak == tegak)])
        lines = [r for r in lines if r.tegak != tegak] + [
            r for r in rows if r.end - r.start >= SHORTEST or not dots
        ]
    return lines


def _facing(dot: Piece, tegak: bool) -> Piece:
    """A dot as a piece of a line of the given direction."""
    if dot.tegak == tegak:
        return dot
    half = dot.tebal / 2
    middle = (dot.start + dot.end) / 2
    return replace(
        dot, tegak=tegak, at=middle, start=dot.at - half, end=dot.at + half, tebal=dot.end - dot.start
    )


def _merged_rules(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line put together."""
    merged: list[Rule] = []
    for tegak in (False, True):
        band: list[Rule] = []
        for rule in sorted((r for r in rules if r.tegak == tegak), key=lambda r: r.at):
            if band and rule.at - band[0].at > COLLINEAR:
                merged.extend(_chained(band))
                band = []
            band.append(rule)
        merged.extend(_chained(band))
    return merged


def _chained(band: Sequence[Rule]) -> list[Rule]:
    chains: list[list[Rule]] = []
    end = 0.0
    for rule in sorted(band, key=lambda r: r.start):
        if chains and rule.start - end <= _reach(chains[-1][-1], rule):
            chains[-1].append(rule)
            end = max(end, rule.end)
        else:
            chains.append([rule])
            end = rule.end
    return [_whole(chain) for chain in chains]


def _reach(before: Rule, rule: Rule) -> float:
    short = before.end - before.start <= DASH and rule.end - rule.start <= DASH
    return DASH_GAP if short else TOUCH


def _whole(chain: Sequence[Rule]) -> Rule:
    if len(chain) == 1:
        return chain[0]
    weights = [max(rule.end - rule.start, 0.01) for rule in chain]
    at = sum(rule.at * weight for rule, weight in zip(chain, weights, strict=True)) / sum(weights)
    thickness = max(chain, key=lambda rule: rule.end - rule.start).tebal
    return Rule(
        chain[0].tegak, at, min(rule.start for rule in chain), max(rule.end for rule in chain), thickness
    )


def _single(rules: Sequence[Rule]) -> list[Rule]:
    """Double lines made one, in the middle of both."""
    kept: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.tegak, r.at)):
        twin = next(
            (at for at, other in enumerate(kept[-8:], max(0, len(kept) - 8)) if _twins(other, rule)), None
        )
        if twin is None:
            kept.append(rule)
        else:
            other = kept[twin]
            thickness = abs(rule.at - other.at) + (rule.tebal + other.tebal) / 2
            kept[twin] = Rule(
                rule.tegak,
                (rule.at + other.at) / 2,
                min(rule.start, other.start),
                max(rule.end, other.end),
                thickness,
            )
    return kept


def _twins(one: Rule, other: Rule) -> bool:
    if one.tegak != other.tegak or abs(one.at - other.at) > DOUBLE:
        return False
    common = min(one.end, other.end) - max(one.start, other.start)
    return common >= 0.85 * max(one.end - one.start, other.end - other.start)


def _sides(frame: Frame) -> list[Piece]:
    box, colour, width = frame.box, frame.stroke or PAPER, frame.width
    return [
        Piece(False, box.y0, box.x0, box.x1, width, colour),
        Piece(False, box.y1, box.x0, box.x1, width, colour),
        Piece(True, box.x0, box.y0, box.y1, width, colour),
        Piece(True, box.x1, box.y0, box.y1, width, colour),
    ]


def _frames(
    frames: Sequence[Frame], sure: Sequence[Rule], width: float, height: float
) -> tuple[list[Piece], list[Drawing]]:
    """Boxes with an outline: those of tables as pieces, the others as drawings, doubtful ones as both."""
    ruled: list[Piece] = []
    drawings: list[Drawing] = []
    sides = [_sides(frame) for frame in frames]
    known = _merged_rules(
        [
            *sure,
            *(
                _rule(p)
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
    return frame.box.width > FRAME * width or frame.box.height > FRAME * height


def _held(sides: Sequence[Piece], rules: Sequence[Rule]) -> int:
    """How many sides of a box lie on lines known to be ruled."""
    return sum(_lies_on(side, rules) for side in sides)


def _lies_on(side: Piece, rules: Iterable[Rule]) -> bool:
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


def _continues(part: Piece, rules: Sequence[Rule]) -> bool:
    """Whether a piece goes on in a ruled line of its own direction."""
    return any(
        rule.tegak == part.tegak
        and abs(rule.at - part.at) <= ON
        and min(abs(rule.end - part.start), abs(rule.start - part.end)) <= END
        for rule in rules
    ) or _lies_on(part, rules)


def _box_drawing(frame: Frame) -> Drawing:
    box = frame.box
    points = ((box.x0, box.y0), (box.x1, box.y0), (box.x1, box.y1), (box.x0, box.y1))
    return Drawing("path", box, points, True, frame.fill, frame.stroke)


def _grounds(grounds: Sequence[Frame], rules: Sequence[Rule]) -> list[Drawing]:
    """Filled boxes that are shapes; the grounds of cells, of the page and of text are not."""
    found: list[Drawing] = []
    for ground in grounds:
        if ground.fill == PAPER or min(ground.box.width, ground.box.height) < SHORTEST:
            continue
        sides = _sides(ground)
        near = sum(_near(side, rules) for side in sides)
        if near < 2 and not any(shared(ground.box, other.box) > 0.9 * ground.box.area for other in found):
            found.append(_box_drawing(ground))
    return found


def _near(side: Piece, rules: Iterable[Rule]) -> bool:
    return _lies_on(side, [replace(r, at=side.at) for r in rules if abs(r.at - side.at) <= 2 * ON])


def _free(rules: Sequence[Rule]) -> list[Drawing]:
    """Lines with an end that rests on no other line: connectors, as far as one can tell."""
    found = []
    for rule in rules:
        across = [r for r in rules if r.tegak != rule.tegak and r.start - END <= rule.at <= r.end + END]
        rests = [any(abs(r.at - end) <= END for r in across) for end in (rule.start, rule.end)]
        if not all(rests) and rule.end - rule.start >= SHORTEST:
            found.append(_line_drawing(rule))
    return found


def closing(rules: Sequence[Rule]) -> list[Rule]:
    """Rules that nobody drew, along the open edges of tables.

    A table that goes on overleaf often has no line where the page ends, and some have none at
    their sides. Where several lines of a table end on one level and nothing closes them, the
    edge is put there, with no thickness.
    """
    found: list[Rule] = []
    for tegak in (False, True):
        lines = [r for r in rules if r.tegak == tegak and r.end - r.start >= SHORTEST]
        across = [r for r in rules if r.tegak != tegak]
        for first in (True, False):
            level: list[Rule] = []
            for line in sorted(lines, key=lambda r: r.start if first else r.end):
                if level and _edge(line, first) - _edge(level[0], first) > ON:
                    found.extend(_edge_of(level, first, across))
                    level = []
                level.append(line)
            found.extend(_edge_of(level, first, across))
    return found


def _edge(line: Rule, first: bool) -> float:
    return line.start if first else line.end


def _edge_of(level: Sequence[Rule], first: bool, across: Sequence[Rule]) -> list[Rule]:
    """The open edge of lines that end on one level, none when too few do or it is drawn."""
    if len(level) < OPEN_LINES:
        return []
    at = sum(_edge(line, first) for line in level) / len(level)
    low, high = min(line.at for line in level), max(line.at for line in level)
    near = [r for r in across if abs(r.at - at) <= 2 * END and r.end > low and r.start < high]
    inside = [
        r
        for r in across
        if r.start <= low + END
        and r.end >= high - END
        and all(min(x.start, x.end) - END <= r.at <= max(x.start, x.end) + END for x in level)
    ]
    if near or len(inside) < OPEN_CROSSINGS or high - low < SHORTEST:
        return []
    return [Rule(not level[0].tegak, at, low, high)]

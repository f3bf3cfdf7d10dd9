"""Ruled lines and drawings of a page, told apart.

Where there is a doubt, both the rule and the drawing are given: a table takes only lines that
rest on others at both ends.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from extractors.boxes import Box
from extractors.sheets import Drawing, Rule
from extractors.vector.closing import open_edges
from extractors.vector.frames import END, ON, lies_on, shapes_among, sorted_frames
from extractors.vector.merging import DASH, SHORTEST, merged, merged_rules, rule_of, single
from extractors.vector.strokes import PAPER, Frame, Piece, Strokes

# Points.
HEAD: Final = 14.0
"""An arrowhead is no larger than this."""
AT_HEAD: Final = 3.5
"""The line of an arrow ends no further than this from its head."""

MANY: Final = 4
"""A broken line has at least so many dashes."""


def told_apart(strokes: Strokes, width: float, height: float) -> tuple[list[Rule], list[Drawing]]:
    """Rules and drawings of a page of this size."""
    drawings = list(strokes.shapes)
    pieces = [p for p in strokes.pieces if _shows(p, strokes.grounds)]
    heads = [shape for shape in drawings if _is_head(shape)]
    broken = _broken(pieces)
    plain: list[Piece] = []
    arrows: list[Piece] = []
    for piece in pieces:
        is_arrow = not piece.dot and not lies_on(piece, broken) and _has_head(piece, heads)
        (arrows if is_arrow else plain).append(piece)
    drawings.extend(_line_drawing(piece) for piece in arrows)
    sure = merged(plain)
    ruled, boxes = sorted_frames(strokes.frames, sure, width, height)
    rules = merged([*plain, *ruled])
    drawings.extend(boxes)
    for shape, parts in strokes.bends:
        drawings.append(shape)
        if not _has_head_any(parts, heads) and any(_continues(part, rules) for part in parts):
            rules = [*rules, *(rule_of(part) for part in parts)]
    rules.extend(open_edges(rules))
    drawings.extend(shapes_among(strokes.grounds, rules))
    free = _free(rules)
    drawings.extend(free)
    drawings.extend(_on_borders(plain, rules, [*free, *map(_line_drawing, arrows)]))
    rules = single(merged_rules(rules))
    return [rule for rule in rules if _long(rule)], drawings


def _broken(pieces: Sequence[Piece]) -> list[Rule]:
    """Lines of many dashes: one of them that ends at an arrowhead is no arrow."""
    dashes = [p for p in pieces if not p.dot and p.end - p.start <= DASH]
    lines = merged_rules([rule_of(dash) for dash in dashes])
    return [line for line in lines if sum(lies_on(dash, [line]) for dash in dashes) >= MANY]


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


def _continues(part: Piece, rules: Sequence[Rule]) -> bool:
    """Whether a piece goes on in a ruled line of its own direction."""
    return any(
        rule.tegak == part.tegak
        and abs(rule.at - part.at) <= ON
        and min(abs(rule.end - part.start), abs(rule.start - part.end)) <= END
        for rule in rules
    ) or lies_on(part, rules)


def _free(rules: Sequence[Rule]) -> list[Drawing]:
    """Lines with an end that rests on no other line: connectors, as far as one can tell.

    Two lines that end at each other make an elbow: if one of them is free, neither does the other rest there.
    """
    free: set[int] = set()
    while True:
        more = {
            at
            for at, rule in enumerate(rules)
            if at not in free and not all(_rests(rule, end, rules, free) for end in (rule.start, rule.end))
        }
        if not more:
            return [_line_drawing(rules[at]) for at in sorted(free) if _long(rules[at])]
        free |= more


def _on_borders(pieces: Sequence[Piece], rules: Sequence[Rule], free: Sequence[Drawing]) -> list[Drawing]:
    """Pieces of the flow that somebody drew upon a border: at both ends they meet the end of a line that rests on nothing."""
    ends = [point for line in free for point in (line.points[0], line.points[-1])]

    def meets(piece: Piece, along: float) -> bool:
        x, y = (piece.at, along) if piece.tegak else (along, piece.at)
        return any(abs(x - a) <= ON and abs(y - b) <= ON for a, b in ends)

    return [
        _line_drawing(piece)
        for piece in pieces
        if not piece.dot
        and meets(piece, piece.start)
        and meets(piece, piece.end)
        and any(
            rule.tegak == piece.tegak and lies_on(piece, [rule]) and _is_longer(rule, piece) for rule in rules
        )
    ]


def _is_longer(rule: Rule, piece: Piece) -> bool:
    return rule.end - rule.start > piece.end - piece.start + 2 * END


def _rests(rule: Rule, end: float, rules: Sequence[Rule], free: Collection[int]) -> bool:
    """Whether an end of a line lies on a line across it."""
    return any(
        other.tegak != rule.tegak
        and abs(other.at - end) <= END
        and other.start - END <= rule.at <= other.end + END
        and not (at in free and min(abs(other.start - rule.at), abs(other.end - rule.at)) <= END)
        for at, other in enumerate(rules)
    )


def _long(rule: Rule) -> bool:
    return rule.end - rule.start >= SHORTEST

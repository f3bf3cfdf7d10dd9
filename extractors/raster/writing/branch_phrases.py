"""Phrases around decisions on a page: marks of the size of letters, freed from rules and from the lines that lead away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box, union
from extractors.raster.connected import connected
from extractors.raster.drawing.shapes import without_rules
from extractors.raster.geometry.lie import ink
from extractors.raster.geometry.paper import Gray, Mask
from extractors.raster.writing.arrow_heads import head_of
from extractors.raster.writing.letter_runs import is_of_letters
from extractors.sheets import Drawing, Rule

# Inches.
BESIDE, BELOW = 0.75, 0.4
"""How far beside and below a decision its words stand."""
LETTER = (0.045, 0.19)
"""Height of a letter; a word whose letters touch is no higher."""
WIDEST: Final = 0.75
NARROWEST: Final = 0.02
LONG: Final = 2.6
"""How many times as wide as high letters that touch each other are at most."""
APART: Final = 0.07
"""Letters of one phrase stand closer."""
THICK: Final = 0.014
"""Half the thickness of a line of the flow, its flanks included."""
HEAD, AT_HEAD, ASIDE = 0.1, 0.03, 0.018
"""A mark no larger than the first that comes as near as the second to the point of an arrow is its head, if it lies on its line."""
WITHIN, HUG = 0.018, 0.045
"""What comes nearer to a shape than the first is of it; what lies nearer than the second for the most part is its outline."""
# Shares.
FILLED: Final = 0.13
"""A letter fills more of its box; a thin line with a bend does not."""
HUGGING: Final = 0.6
CORE: Final = 0.25
"""Of its width and height that are no middle of a mark, on either side."""
# Pixels, and numbers of marks.
SYMBOL, OUTLINE = 255, 128
"""In a mask of symbols."""
FEW: Final = 3
"""Of so few marks one may be a name and the others remains of lines."""
MOST: Final = 8
"""More phrases stand around no decision."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Marks: where they are, which pixels there are theirs, and which of their first marks may be a name alone."""

    box: Box
    mask: Mask
    alone: "tuple[Phrase, ...]" = ()


def phrases(
    picture: Gray, decision: Box, drawings: Sequence[Drawing], rules: Sequence[Rule], dpi: float
) -> list[Phrase]:
    """The phrases around a decision, the nearest first."""
    height, width = picture.shape
    x0, x1 = max(0, int(decision.x0 - BESIDE * dpi)), min(width, int(decision.x1 + BESIDE * dpi))
    y0, y1 = max(0, int(decision.y0 - BELOW * dpi)), min(height, int(decision.y1 + BELOW * dpi))
    whole = ink(np.ascontiguousarray(picture[y0:y1, x0:x1]), dpi)
    labels, marks, gone = _marks(whole, drawings, rules, (x0, y0), dpi)
    found = []
    for group in _groups(marks, dpi):
        box = union(box for _, box in group)
        if LETTER[0] * dpi <= box.height <= 1.6 * LETTER[1] * dpi:
            alone = (
                [_phrase(labels, gone, [mark], (x0, y0)) for mark in group] if 1 < len(group) <= FEW else []
            )
            found.append(replace(_phrase(labels, gone, group, (x0, y0)), alone=tuple(alone)))
    return sorted(found, key=lambda piece: _gap(piece.box, decision))[:MOST]


def _phrase(
    labels: NDArray[np.int32], gone: Mask, marks: Sequence[tuple[int, Box]], corner: tuple[int, int]
) -> Phrase:
    """Some marks with their grey flanks, but not those that were a rule's."""
    box = union(box for _, box in marks)
    rows, columns = slice(int(box.y0), int(box.y1)), slice(int(box.x0), int(box.x1))
    own = np.isin(labels[rows, columns], [at for at, _ in marks]).astype(np.uint8)
    flanks = cv2.dilate(own, np.ones((3, 3), np.uint8))
    flanks[gone[rows, columns] > 0] = 0
    x, y = corner
    return Phrase(Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y), np.maximum(own, flanks))


def _marks(
    whole: Mask, drawings: Sequence[Drawing], rules: Sequence[Rule], corner: tuple[int, int], dpi: float
) -> tuple[NDArray[np.int32], list[tuple[int, Box]], Mask]:
    """What has the size of letters: as it stands, and where it touches a line, without that line; and the rules."""
    height, width = whole.shape
    near = [_moved(rule, corner) for rule in rules]
    bare = without_rules(
        whole,
        [
            rule
            for rule in near
            if 0 < rule.at < (width if rule.tegak else height)
            and rule.end > 0
            and rule.start < (height if rule.tegak else width)
        ],
        dpi,
    )
    symbols = _symbols(whole.shape, drawings, corner, dpi)
    gone = cv2.dilate(cv2.subtract(whole, bare), np.ones((3, 3), np.uint8))
    bare[symbols == SYMBOL] = 0
    labels, marks = _letters(bare, symbols, dpi)
    lines = [_points(d, corner) for d in drawings if d.jenis == "connector" and len(d.points) > 1]
    lines = [line for line in lines if not is_of_letters(bare, line.tolist(), dpi)]
    courses = np.zeros_like(bare)
    cv2.polylines(courses, lines, False, (255,), 3)
    # What is very wide may be a word upon a line; what a line goes through is a piece of it.
    marks = [
        (at, box) for at, box in marks if box.width <= LONG * box.height and not _core(courses, box).any()
    ]
    bare[np.isin(labels, [at for at, _ in marks])] = 0
    cv2.polylines(bare, lines, False, (0,), max(3, 2 * round(THICK * dpi) + 1))
    ends = [_points(replace(drawing, points=end), corner) for drawing in drawings for end in _headed(drawing)]
    cv2.fillPoly(bare, [head_of(end, dpi) for end in ends], (0,))
    rest, more = _letters(bare, symbols, dpi)
    first = int(labels.max()) + 1
    labels[rest > 0] = rest[rest > 0] + first
    marks += [(at + first, box) for at, box in more]
    marks = [(at, box) for at, box in marks if not any(_is_head(box, end, dpi) for end in ends)]
    return labels, marks, np.asarray(gone, np.uint8)


def _core(mask: Mask, box: Box) -> Mask:
    """The middle of a box."""
    x, y = box.width * CORE, box.height * CORE
    return mask[round(box.y0 + y) : round(box.y1 - y), round(box.x0 + x) : round(box.x1 - x)]


def _headed(drawing: Drawing) -> Iterator[tuple[tuple[float, float], ...]]:
    """The last stretches of a line that have heads, each from its point backwards."""
    if drawing.jenis == "connector" and len(drawing.points) > 1:
        first, last = drawing.panah or (False, False)
        if first:
            yield drawing.points[:2]
        if last:
            yield drawing.points[:-3:-1]


def _is_head(box: Box, end: NDArray[np.int32], dpi: float) -> bool:
    """Whether a mark stands at the point of a line, across it."""
    (tx, ty), (fx, fy) = end.tolist()
    near = box.grown(AT_HEAD * dpi).holds(tx, ty) and max(box.width, box.height) <= HEAD * dpi
    (x, y), size = box.centre, max(1.0, float(np.hypot(fx - tx, fy - ty)))
    aside = abs((x - tx) * (fy - ty) - (y - ty) * (fx - tx)) / size
    return near and aside <= ASIDE * dpi


def _moved(rule: Rule, corner: tuple[int, int]) -> Rule:
    """A rule in the pixels of a part of the page."""
    along, across = (corner[1], corner[0]) if rule.tegak else corner
    return replace(rule, at=rule.at - across, start=rule.start - along, end=rule.end - along)


def _letters(mask: Mask, symbols: Mask, dpi: float) -> tuple[NDArray[np.int32], list[tuple[int, Box]]]:
    """The numbered pieces of ink, and those of them that have the size of letters and are no outline of a symbol."""
    labels, stats, _ = connected(mask)
    boxes = [(at, _box(stats[at])) for at in range(1, len(stats))]
    likely = [
        (at, box)
        for at, box in boxes
        if _is_letter(box, dpi) and stats[at][cv2.CC_STAT_AREA] > FILLED * box.area
    ]
    return np.asarray(labels, np.int32), [
        (at, box) for at, box in likely if (symbols[labels == at] == OUTLINE).mean() < HUGGING
    ]


def _symbols(
    shape: tuple[int, ...], drawings: Sequence[Drawing], corner: tuple[int, int], dpi: float
) -> Mask:
    """Where symbols are, and where their outlines may be."""
    found = np.zeros(shape[:2], np.uint8)
    rings = [_points(d, corner) for d in drawings if d.jenis != "connector" and d.raut and len(d.points) > 2]
    for ring in rings:
        cv2.polylines(found, [ring], True, (OUTLINE,), max(3, round(2 * HUG * dpi)))
    for ring in rings:
        cv2.fillPoly(found, [ring], (SYMBOL,))
        cv2.polylines(found, [ring], True, (SYMBOL,), max(3, round(2 * WITHIN * dpi)))
    return found


def _points(drawing: Drawing, corner: tuple[int, int]) -> NDArray[np.int32]:
    return np.asarray([(round(x - corner[0]), round(y - corner[1])) for x, y in drawing.points], np.int32)


def _box(stat: NDArray[np.int32]) -> Box:
    x, y, w, h = (int(value) for value in stat[:4])
    return Box(x, y, x + w, y + h)


def _is_letter(box: Box, dpi: float) -> bool:
    low, high = LETTER[0] * dpi, LETTER[1] * dpi
    return low * 0.6 <= box.height <= high and NARROWEST * dpi <= box.width <= WIDEST * dpi


def _groups(marks: Sequence[tuple[int, Box]], dpi: float) -> Iterator[list[tuple[int, Box]]]:
    """Marks that stand side by side, from left to right."""
    free = sorted(marks, key=lambda mark: mark[1].x0)
    while free:
        group = [free.pop(0)]
        rest = []
        for mark in free:
            last = union(box for _, box in group)
            level = min(last.y1, mark[1].y1) - max(last.y0, mark[1].y0)
            near = mark[1].x0 - last.x1 <= APART * dpi
            if near and level > 0.4 * min(last.height, mark[1].height):
                group.append(mark)
            else:
                rest.append(mark)
        free = rest
        yield group


def _gap(box: Box, other: Box) -> float:
    (ax, ay), (bx, by) = box.centre, other.centre
    return abs(ax - bx) / max(other.width, 1.0) + abs(ay - by) / max(other.height, 1.0)

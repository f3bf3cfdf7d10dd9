"""The words at the ways out of decisions, read once more: one letter beside a line is easily passed over.

Around each diamond the marks of the size of letters, freed from rules and from the lines that lead away, are cut
out without anything else and read alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box, shared, union
from extractors.branch_names import branch, branch_word
from extractors.engines import Engine
from extractors.raster.arrow_heads import head_of
from extractors.raster.connected import connected
from extractors.raster.crops import lone
from extractors.raster.letter_runs import is_of_letters
from extractors.raster.lie import ink
from extractors.raster.paper import Gray
from extractors.raster.shapes import without_rules
from extractors.raster.struck_words import lacks, read_name, struck_name, struck_places, struck_views, zone
from extractors.raster.unread_names import WRITTEN, unread_names
from extractors.sheets import TAK_TERBACA, Drawing, Rule, Word

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
BEHIND: Final = 0.08
"""So far behind a rule the rest of a letter that it runs through may stand."""
# Shares.
COVERED, READ = 0.5, 0.75
"""Of the smaller of two pieces, that makes them one; and of a piece, that words cover which say all of it."""
SURE, WORD = 0.9, 4
"""A word of so many letters that an engine is so sure of names no branch if it does not say so."""
FILLED: Final = 0.13
"""A letter fills more of its box; a thin line with a bend does not."""
HUGGING: Final = 0.6
CORE: Final = 0.25
"""Of its width and height that are no middle of a mark, on either side."""
SYMBOL, OUTLINE = 255, 128
"""In a mask of symbols."""
FEW: Final = 3
"""Of so few marks one may be a name and the others remains of lines."""
MOST: Final = 8
"""More phrases stand around no decision."""
TOLD: Final = 2
"""Letters of a name that is read together with the rule through it, which may pass for one itself."""
LONE: Final = (0.55, 2.0)
"""Width of one letter, and the paper around it, in heights; a bend of a line is narrower, a piece of one broader."""
FLANK: Final = 3
"""Pixels of grey around letters."""

Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Marks: where they are, which pixels there are theirs, and which of their first marks may be a name alone."""

    box: Box
    mask: Mask
    alone: "tuple[_Piece, ...]" = ()


def branch_words(
    picture: Gray,
    engine: Engine,
    drawings: Sequence[Drawing],
    rules: Sequence[Rule],
    words: Sequence[Word],
    dpi: float,
) -> list[Drawing]:
    """The names of branches on a page that were not read with it.

    Args:
        picture: height x width greys, upright, stamps lightened.
        engine: reads them.
        drawings: shapes and lines of the page; boxes in pixels, as all here.
        rules: its ruled lines.
        words: read so far.
        dpi: pixels per inch.

    Returns:
        Drawings of the kind ``tulisan`` with their text, which is ``TAK_TERBACA`` where it is seen that there is writing beside
        a decision that lacks a name, but not what it says.
    """
    decisions = [d.box for d in drawings if d.raut == "wajik"]
    if not decisions:
        return []
    known = [word.box for word in words if branch_word(word.text) or _is_sure(word)]
    pieces: list[_Piece] = []
    for decision in decisions:
        for piece in _pieces(picture, decision, drawings, rules, dpi):
            again = any(
                shared(piece.box, other.box) > COVERED * min(piece.box.area, other.box.area)
                for other in pieces
            )
            if not again and sum(shared(piece.box, box) for box in known) < READ * piece.box.area:
                pieces.append(piece)
    found: dict[int, Drawing] = {}
    seen: dict[int, list[int]] = {}
    alone = [(at, part.box, part.mask) for at, piece in enumerate(pieces) for part in (piece, *piece.alone)]
    _read(alone, 1, found, seen, picture, engine, dpi)
    ruled = [
        (at, box, None)
        for at, piece in enumerate(pieces)
        if at not in found
        for box in _upon(piece.box, rules, dpi)
    ]
    _read(ruled, TOLD, found, seen, picture, engine, dpi)
    lacking = [decision for decision in decisions if lacks(decision, words, found.values(), dpi)]
    plain = [
        (at, piece.box.grown(FLANK), None)
        for at, piece in enumerate(pieces)
        if at not in found and any(zone(decision, dpi).holds(*piece.box.centre) for decision in lacking)
    ]
    _read([view for view in plain if seen[view[0]] == [1]], 1, found, seen, picture, engine, dpi)
    _read([view for view in plain if seen[view[0]] != [1]], TOLD, found, seen, picture, engine, dpi)
    named = [found[at] for at in sorted(found)]
    said = [word.box for word in words if branch_word(word.text)]
    lacking = [decision for decision in lacking if lacks(decision, words, named, dpi)]
    named += _struck(picture, engine, drawings, lacking, said + [one.box for one in named], known, dpi)
    lacking = [decision for decision in decisions if lacks(decision, words, named, dpi)]
    unread = [
        piece.box for at, piece in enumerate(pieces) if at not in found and max(seen[at], default=0) >= TOLD
    ]
    unread = [box for box in unread if not any(shared(box, word.box) > 0 for word in words)]
    near = [box for box in unread if any(zone(decision, dpi).holds(*box.centre) for decision in lacking)]
    named += [Drawing(WRITTEN, box, text=TAK_TERBACA) for box in near]
    read = [*known, *(one.box for one in named)]
    return named + unread_names(picture, drawings, rules, read, lacking, dpi)


def _struck(
    picture: Gray,
    engine: Engine,
    drawings: Sequence[Drawing],
    decisions: Sequence[Box],
    said: Sequence[Box],
    known: Sequence[Box],
    dpi: float,
) -> list[Drawing]:
    """Names through which a line seems to run, at decisions that lack one of their two: read as they stand."""
    found: list[Drawing] = []
    for decision in decisions:
        for place in struck_places(drawings, decision, dpi):
            views = struck_views(place, dpi)
            taken = (*known, *said, *(one.box for one in found))
            if any(shared(views[0], box) > 0 for box in taken):
                continue
            readings = engine.read_lines([_cut(picture, view, None, engine.huruf, dpi) for view in views])
            name = struck_name(readings)
            if name:
                found.append(Drawing(WRITTEN, views[0], text=name))
    return found


def _read(
    views: Sequence[tuple[int, Box, Mask | None]],
    least: int,
    found: dict[int, Drawing],
    seen: dict[int, list[int]],
    picture: Gray,
    engine: Engine,
    dpi: float,
) -> None:
    """Read views of phrases (number, place, what there is theirs), and note the first name of so many letters of each.

    ``seen`` gets for each phrase how many letters the words have that were read of it.
    """
    readings = engine.read_lines([_cut(picture, box, mask, engine.huruf, dpi) for _, box, mask in views])
    for (at, box, _), reading in zip(views, readings, strict=True):
        letters = [many for word in reading if (many := sum(char.isalpha() for char in word.text))]
        before = seen.setdefault(at, letters)
        name = read_name(reading)
        # A Ya in a piece of what has more words may be the rest of a Tidak.
        more = sum(many >= TOLD for many in before) > sum(many >= TOLD for many in letters)
        rest = name is not None and len(name) >= TOLD and branch(name) == "Ya" and more
        seen[at] = max(before, letters, key=len)
        lone = name is not None and len(name) < TOLD
        narrow, broad = (part * box.height for part in LONE)
        if name and len(name) >= least and not rest and (not lone or narrow <= box.width <= broad):
            found.setdefault(at, Drawing(WRITTEN, box, text=name))


def _upon(box: Box, rules: Sequence[Rule], dpi: float) -> Iterator[Box]:
    """Places of a phrase that a rule runs through, which took letters along: to be read as they stand."""
    x, middle = box.centre
    for rule in rules:
        if not rule.tegak and rule.start < x < rule.end and box.y0 - FLANK <= rule.at <= box.y1 + FLANK:
            yield box.grown(FLANK)
        beyond = rule.tebal / 2 + BEHIND * dpi
        if rule.tegak and rule.start < middle < rule.end and box.x0 - beyond < rule.at < box.x1 + beyond:
            yield box.grown(FLANK)
            if not box.x0 < rule.at < box.x1:
                yield box._replace(x0=min(box.x0, rule.at - beyond), x1=max(box.x1, rule.at + beyond)).grown(
                    FLANK
                )


def _is_sure(word: Word) -> bool:
    """Whether a word says too surely what it says to be another, misread."""
    return word.keyakinan >= SURE and sum(char.isalpha() for char in word.text) >= WORD


def _pieces(
    picture: Gray, decision: Box, drawings: Sequence[Drawing], rules: Sequence[Rule], dpi: float
) -> list[_Piece]:
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
                [_piece(labels, gone, [mark], (x0, y0)) for mark in group] if 1 < len(group) <= FEW else []
            )
            found.append(replace(_piece(labels, gone, group, (x0, y0)), alone=tuple(alone)))
    return sorted(found, key=lambda piece: _gap(piece.box, decision))[:MOST]


def _piece(
    labels: NDArray[np.int32], gone: Mask, marks: Sequence[tuple[int, Box]], corner: tuple[int, int]
) -> _Piece:
    """Some marks with their grey flanks, but not those that were a rule's."""
    box = union(box for _, box in marks)
    rows, columns = slice(int(box.y0), int(box.y1)), slice(int(box.x0), int(box.x1))
    own = np.isin(labels[rows, columns], [at for at, _ in marks]).astype(np.uint8)
    flanks = cv2.dilate(own, np.ones((3, 3), np.uint8))
    flanks[gone[rows, columns] > 0] = 0
    x, y = corner
    return _Piece(Box(box.x0 + x, box.y0 + y, box.x1 + x, box.y1 + y), np.maximum(own, flanks))


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


def _cut(picture: Gray, box: Box, own: Mask | None, good: float, dpi: float) -> Gray:
    """A phrase at the size that is read best: its marks on white, or what stands at its place."""
    top, left = max(0, int(box.y0)), max(0, int(box.x0))
    part = picture[top : max(top + 1, int(box.y1)), left : max(left + 1, int(box.x1))].copy()
    if own is not None:
        part[own == 0] = 255
    return lone(part, min(box.height, 0.12 * dpi), good)

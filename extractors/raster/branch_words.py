"""The words at the ways out of decisions, read once more: one letter beside a line is easily passed over.

Around each diamond the marks of the size of letters, freed from rules and from the lines that lead away, are cut
out without anything else and read alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.boxes import Box, shared, union
from extractors.branch_names import branch_read, branch_word
from extractors.engines import Engine
from extractors.raster.crops import lone
from extractors.raster.lie import ink
from extractors.raster.paper import Gray
from extractors.sheets import Drawing, Rule, Word

WRITTEN: Final = "tulisan"
"""``Drawing.jenis`` of a word at a branch."""
# Inches.
BESIDE, BELOW = 0.75, 0.4
"""How far beside and below a decision its words stand."""
LETTER = (0.045, 0.19)
"""Height of a letter; a word whose letters touch is no higher."""
WIDEST: Final = 0.75
NARROWEST: Final = 0.02
APART: Final = 0.07
"""Letters of one phrase stand closer."""
THICK: Final = 0.014
"""Half the thickness of a line of the flow, its flanks included."""
# Shares.
COVERED: Final = 0.5
LEAST: Final = 0.12
"""Confidence of an engine in a word that can be nothing else."""
MOST: Final = 8
"""More phrases stand around no decision."""

Mask = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A phrase of marks: where it is, and the mask of its ink within that box."""

    box: Box
    mask: Mask


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
        Drawings of the kind ``tulisan`` with their text.
    """
    decisions = [d.box for d in drawings if d.raut == "wajik"]
    if not decisions:
        return []
    known = [word.box for word in words if branch_word(word.text)]
    pieces: list[_Piece] = []
    for decision in decisions:
        for piece in _pieces(picture, decision, drawings, rules, dpi):
            taken = [*known, *(other.box for other in pieces)]
            if not any(shared(piece.box, box) > COVERED * min(piece.box.area, box.area) for box in taken):
                pieces.append(piece)
    crops = [_cut(picture, piece, engine.huruf, dpi) for piece in pieces]
    found = []
    for piece, reading in zip(pieces, engine.read_lines(crops), strict=True):
        sure = [word for word in reading if word.keyakinan >= LEAST]
        name = branch_read(" ".join(word.text for word in sure))
        if name:
            found.append(Drawing(WRITTEN, piece.box, text=name))
    return found


def _pieces(
    picture: Gray, decision: Box, drawings: Sequence[Drawing], rules: Sequence[Rule], dpi: float
) -> list[_Piece]:
    """The phrases around a decision, the nearest first."""
    height, width = picture.shape
    x0, x1 = max(0, int(decision.x0 - BESIDE * dpi)), min(width, int(decision.x1 + BESIDE * dpi))
    y0, y1 = max(0, int(decision.y0 - BELOW * dpi)), min(height, int(decision.y1 + BELOW * dpi))
    mask = ink(np.ascontiguousarray(picture[y0:y1, x0:x1]), dpi)
    _blot(mask, drawings, rules, (x0, y0), dpi)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    marks = [(at, _box(stats[at])) for at in range(1, count) if _is_letter(_box(stats[at]), dpi)]
    found = []
    for group in _groups(marks, dpi):
        box = union(box for _, box in group)
        if not LETTER[0] * dpi <= box.height <= 1.6 * LETTER[1] * dpi:
            continue
        whole = np.isin(labels, [at for at, _ in group])
        part = whole[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)].astype(np.uint8)
        found.append(_Piece(Box(box.x0 + x0, box.y0 + y0, box.x1 + x0, box.y1 + y0), part))
    return sorted(found, key=lambda piece: _gap(piece.box, decision))[:MOST]


def _box(stat: NDArray[np.int32]) -> Box:
    x, y, w, h = (int(value) for value in stat[:4])
    return Box(x, y, x + w, y + h)


def _is_letter(box: Box, dpi: float) -> bool:
    low, high = LETTER[0] * dpi, LETTER[1] * dpi
    return low * 0.6 <= box.height <= high and NARROWEST * dpi <= box.width <= WIDEST * dpi


def _blot(
    mask: Mask, drawings: Sequence[Drawing], rules: Sequence[Rule], corner: tuple[int, int], dpi: float
) -> None:
    """Take shapes, lines of the flow and rules out of a mask."""
    for drawing in drawings:
        points = np.asarray([(x - corner[0], y - corner[1]) for x, y in drawing.points], np.float32)
        if len(points) < 2:
            continue
        around = np.rint(points).astype(np.int32)
        if drawing.jenis == "connector":
            cv2.polylines(mask, [around], False, (0,), max(3, 2 * round(THICK * dpi) + 1))
        elif drawing.raut:
            cv2.fillPoly(mask, [around], (0,))
            cv2.polylines(mask, [around], True, (0,), max(3, round(0.05 * dpi)))
    for rule in rules:
        half = rule.tebal / 2 + 1.5
        ends = (rule.at, rule.start), (rule.at, rule.end)
        (ax, ay), (bx, by) = ends if rule.tegak else ((y, x) for x, y in ends)
        start = round(ax - corner[0]), round(ay - corner[1])
        cv2.line(mask, start, (round(bx - corner[0]), round(by - corner[1])), (0,), round(2 * half) + 1)


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


def _cut(picture: Gray, piece: _Piece, good: float, dpi: float) -> Gray:
    """The marks of a phrase on white, at the size that is read best."""
    box = piece.box
    part = picture[int(box.y0) : int(box.y1), int(box.x0) : int(box.x1)].copy()
    around = cv2.dilate(piece.mask, np.ones((3, 3), np.uint8))
    part[around[: part.shape[0], : part.shape[1]] == 0] = 255
    return lone(part, min(box.height, 0.12 * dpi), good)

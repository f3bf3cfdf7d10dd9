"""Closed forms seen as bodies: what is filled, in any grey, and what an outline encloses together with what stands in it.

A pale filling is neither paper nor ink: near the outline it passes for ink, so that what the outline encloses looks
smaller than it is, or in pieces; a word across the outline parts it, too. A body is the whole of it.
"""

from collections.abc import Iterator
from typing import Final

import cv2
import numpy as np
from cv2.typing import MatLike

from extractors.boxes import Box, shared
from extractors.raster.geometry.paper import Gray

Outline = MatLike
"""The points of an outline as OpenCV gives them."""
SOLID: Final = 0.085
"""Inches: a body is nowhere thinner; lines and letters are."""
BROAD: Final = 0.13
"""Inches: the head of an arrow is nowhere broader, not even with the line that it ends."""
REST: Final = 0.45
"""Of the box of a body with heads, that it fills without them."""
THIN: Final = 0.65
"""Share of that thickness that lines do not have."""
LEVELS: Final = (236, 222, 205, 175, 130)
"""Brightnesses from which on what is darker may be a filling."""
BETWEEN: Final = 229
"""The one for a filling whose grain the second of these parts, and which the first ties to the halo of a rule."""
SAME: Final = 0.8
"""What two areas have in common, as a share of what they cover together, if they are one."""
SOFT: Final = 0.6
"""Pixels over which noise is evened before a filling is looked for."""
EVEN, SPARE = 0.88, 6
"""Share of a filling that is at most so many greys paler than its level; between the letters of a text is paper."""
HOLES: Final = (1.9, 1.3)
"""Inches: width and height of the largest hole that belongs to a body."""
BESIDE: Final = (0.025, 0.06)
"""Inches from a filling outward between which its surroundings are looked at: its halo and a line along it end there."""
DARKER: Final = 20
"""Greys by which a filling is darker than its surroundings; what lines enclose is not."""
HALF: Final = 120
"""Pixels per inch from which on half of them do for fillings."""


def filled(gray: Gray, dpi: float) -> Iterator[Outline]:
    """The outlines of areas darker than their surroundings, at several greys.

    Args:
        gray: evenly lit, paper at about 250.
        dpi: pixels per inch.
    """
    step = 2 if dpi >= HALF else 1
    small = cv2.resize(gray, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    soft = np.asarray(cv2.GaussianBlur(small, (0, 0), SOFT), np.uint8)
    found: list[Box] = []
    for level in (*LEVELS, BETWEEN):
        dark = np.asarray(cv2.threshold(soft, level - 1, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
        for outline in _solid(dark, dpi / step):
            x, y, w, h = cv2.boundingRect(outline)
            box = Box(x, y, x + w, y + h)
            if not _is_even(soft, outline, level) or (
                level == BETWEEN and any(_is_same(box, b) for b in found)
            ):
                continue
            found.append(box)
            yield np.asarray(outline * step + (step - 1) // 2, np.int32)


def _is_same(box: Box, other: Box) -> bool:
    common = shared(box, other)
    return common >= SAME * (box.area + other.area - common)


def _is_even(soft: Gray, outline: Outline, level: int) -> bool:
    """Whether what an outline encloses is dark all over."""
    x, y, w, h = cv2.boundingRect(outline)
    inside = np.zeros((h, w), np.uint8)
    cv2.drawContours(inside, [outline], -1, (1,), -1, offset=(-x, -y))
    part = soft[y : y + h, x : x + w][inside > 0]
    return bool((part < level + SPARE).mean() >= EVEN)


def is_filled(gray: Gray, outline: Outline, dpi: float) -> bool:
    """Whether what an outline encloses is darker than what lies around it, so that it is drawn, and no mesh of lines.

    Args:
        gray: evenly lit.
        outline: in its pixels.
        dpi: pixels per inch.
    """
    near, far = (max(1, round(inches * dpi)) for inches in BESIDE)
    x, y, w, h = cv2.boundingRect(outline)
    inside = np.zeros((h + 2 * far, w + 2 * far), np.uint8)
    cv2.drawContours(inside, [outline], -1, (255,), -1, offset=(far - x, far - y))
    ring = cv2.dilate(inside, np.ones((2 * far + 1,) * 2, np.uint8)) - cv2.dilate(
        inside, np.ones((2 * near + 1,) * 2, np.uint8)
    )
    top, left = max(0, y - far), max(0, x - far)
    part = gray[top : y + h + far, left : x + w + far]
    rows, columns = part.shape
    down, across = top - (y - far), left - (x - far)
    seen = (slice(down, down + rows), slice(across, across + columns))
    body, around = part[inside[seen] > 0], part[ring[seen] > 0]
    return bool(body.size and around.size) and float(np.median(around) - np.median(body)) >= DARKER


def enclosed(bare: Gray, dpi: float) -> Iterator[Outline]:
    """The outlines of bodies of ink with all that it encloses.

    Args:
        bare: ink without rules, 255 = ink.
        dpi: pixels per inch.
    """
    whole = np.asarray(cv2.morphologyEx(bare, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8)), np.uint8)
    outlines, tree = cv2.findContours(whole, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return
    wide, high = (side * dpi for side in HOLES)
    for outline, (_, _, _, parent) in zip(outlines, tree[0], strict=True):
        if parent >= 0:
            _, _, w, h = cv2.boundingRect(outline)
            if w <= wide and h <= high:
                cv2.drawContours(whole, [outline], -1, (255,), -1)
    yield from _solid(whole, dpi)


def without_heads(outline: Outline, dpi: float) -> Outline | None:
    """A body without the heads of arrows that touch it, which are narrower; None where that leaves little of it, or all."""
    x, y, w, h = cv2.boundingRect(outline)
    side = max(3, round(BROAD * dpi)) | 1
    # Opening at the edge of a picture would take what lies beyond it for ink.
    mask = np.zeros((h + 2 * side, w + 2 * side), np.uint8)
    cv2.drawContours(mask, [outline], -1, (255,), -1, offset=(side - x, side - y))
    solid = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    found, _ = cv2.findContours(solid, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if len(found) != 1 or not REST * w * h <= cv2.contourArea(found[0]):
        return None
    rest = np.asarray(found[0] + np.asarray([x - side, y - side]), np.int32)
    return rest if cv2.boundingRect(rest) != (x, y, w, h) else None


def _solid(mask: Gray, dpi: float) -> Iterator[Outline]:
    """The outlines of what is nowhere thin, without the lines that hang on it."""
    side = max(3, round(SOLID * dpi))
    solid = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((side, side), np.uint8))
    if not solid.any():
        return
    # Opening with a square cuts slanted corners into steps; what is left of the ink around gives them back.
    around = cv2.dilate(solid, np.ones((side, side), np.uint8))
    thin = max(2, round(THIN * side))
    lines = cv2.morphologyEx(mask, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (thin, thin)))
    found, _ = cv2.findContours(cv2.min(around, lines), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    yield from found

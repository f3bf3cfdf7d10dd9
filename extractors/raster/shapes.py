"""What is drawn on a page besides rules and text: closed shapes, kept as evidence for the flow."""

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.boxes import Box
from extractors.raster.lie import ink
from extractors.raster.paper import Gray
from extractors.sheets import Drawing, Rule

SMALLEST, LARGEST = 0.14, 3.0
"""Inches: height and width of a shape."""
FILL = 0.35
"""Share of its box that a shape's outline encloses; a diamond encloses half."""
MOST_POINTS = 12
MOST_SHAPES = 400


def shapes(gray: Gray, rules: Sequence[Rule], dpi: float) -> list[Drawing]:
    """The closed outlines on an upright page, without what the ruled lines enclose.

    Args:
        gray: evenly lit.
        rules: its ruled lines, in pixels.
        dpi: pixels per inch.

    Returns:
        Drawings of the kind ``contour`` in pixels, from top to bottom.
    """
    mask = ink(gray, dpi)
    for rule in rules:
        half = max(1, round(rule.tebal / 2)) + 2
        low, high = round(rule.at) - half, round(rule.at) + half + 1
        start, end = max(0, round(rule.start)), round(rule.end) + 1
        if rule.tegak:
            mask[start:end, max(0, low) : high] = 0
        else:
            mask[max(0, low) : high, start:end] = 0
    whole = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    outlines, tree = cv2.findContours(whole, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if tree is None:
        return []
    found = []
    for outline, (_, _, _, parent) in zip(outlines, tree[0], strict=True):
        if parent < 0:
            continue  # the outer edge of ink; the hole inside is the shape
        x, y, w, h = cv2.boundingRect(outline)
        if not (SMALLEST * dpi < h < LARGEST * dpi and SMALLEST * dpi < w < LARGEST * dpi):
            continue
        if cv2.contourArea(outline) < FILL * w * h:
            continue
        corners = cv2.approxPolyDP(outline, 0.02 * (w + h), True).reshape(-1, 2)
        points = tuple((float(px), float(py)) for px, py in corners[:MOST_POINTS])
        found.append(Drawing("contour", Box(x, y, x + w, y + h), points, closed=True))
    return sorted(found, key=lambda d: (d.box.y0, d.box.x0))[:MOST_SHAPES]

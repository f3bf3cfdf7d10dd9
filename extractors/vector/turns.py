"""Quarter turns: text that runs sideways, and the sheet on which it stands upright."""

from typing import Final

from extractors.boxes import Box
from extractors.sheets import Transform

SLACK: Final = 8.0
"""Degrees by which the line of a word may be off a quarter; what leans more is a watermark."""


def quarter(turn: float) -> int | None:
    """The quarter nearest to a turn, None when it leans."""
    nearest = round(turn / 90.0) * 90
    return nearest % 360 if abs(turn - nearest) <= SLACK else None


def point(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """A point of a page after turning the page so that text of this turn reads left to right."""
    if turn == 90:
        return y, width - x
    if turn == 180:
        return width - x, height - y
    if turn == 270:
        return height - y, x
    return x, y


def box(area: Box, turn: int, width: float, height: float) -> Box:
    """A box of a page after the same turn."""
    (ax, ay), (bx, by) = (
        point(area.x0, area.y0, turn, width, height),
        point(area.x1, area.y1, turn, width, height),
    )
    return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def size(turn: int, width: float, height: float) -> tuple[float, float]:
    """Width and height of the page after the same turn."""
    return (height, width) if turn in (90, 270) else (width, height)


def back(turn: int, width: float, height: float) -> Transform | None:
    """From the turned sheet to fractions of the page, whose width and height are given; None without a turn."""
    if turn == 90:
        return (0.0, -1.0 / width, 1.0, 1.0 / height, 0.0, 0.0, 0.0, 0.0, 1.0)
    if turn == 180:
        return (-1.0 / width, 0.0, 1.0, 0.0, -1.0 / height, 1.0, 0.0, 0.0, 1.0)
    if turn == 270:
        return (0.0, 1.0 / width, 0.0, -1.0 / height, 0.0, 1.0, 0.0, 0.0, 1.0)
    return None

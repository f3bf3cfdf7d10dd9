"""What a page draws, as plain data in the coordinates of the page as displayed.

Points, origin top left, y downward, ``/Rotate`` applied.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from extractors.boxes import Box

Matrix = tuple[float, float, float, float, float, float]
"""x' = a x + c y + e, y' = b x + d y + f, as PDF writes it."""

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
LARGEST: Final = 1e5
"""Coordinates beyond this are no place on a page."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One character as drawn.

    Attributes:
        text: one character, or several for a ligature.
        box: its advance width times the height of the font.
        base: where it stands on its baseline.
        turn: how far its line is turned clockwise from reading left to right, in degrees -180..180.
        size: of the font in points as displayed.
        owner: which drawn object it belongs to (position in drawing order; -1 unknown).
        unmapped: whether the font does not say which character it is.
        colour: of its strokes or ground, ``#rrggbb``; None unknown.
        unseen: drawn invisibly (render mode 3, or fully transparent).
        parted: whether PDFium sees a blank before it where none was drawn.
    """

    text: str
    box: Box
    base: tuple[float, float]
    turn: float
    size: float
    owner: int
    unmapped: bool = False
    colour: str | None = None
    unseen: bool = False
    parted: bool = False


@dataclass(frozen=True, slots=True)
class Subpath:
    """Corner points in drawing order; ``curved`` tells that some were reached by curves."""

    points: tuple[tuple[float, float], ...]
    closed: bool
    curved: bool
    box: Box


def subpath(points: Sequence[tuple[float, float]], closed: bool, curved: bool) -> Subpath:
    """A subpath with its box; at least one point must be given."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Subpath(tuple(points), closed, curved, Box(min(xs), min(ys), max(xs), max(ys)))


@dataclass(frozen=True, slots=True)
class Outline:
    """One painted path.

    Attributes:
        parts: its subpaths.
        fill: ``#rrggbb`` or None.
        stroke: ``#rrggbb`` or None.
        width: of the stroke in points.
        dashed: whether the stroke is.
        clip: what can be seen of it at most.
        order: position in drawing order.
        opaque: whether its fill hides what lies below.
    """

    parts: tuple[Subpath, ...]
    fill: str | None
    stroke: str | None
    width: float
    dashed: bool
    clip: Box
    order: int
    opaque: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """One image on the page.

    Attributes:
        box: what it covers at most.
        matrix: from the unit square (y upward) to the page as displayed.
        pixels: width and height of the stored image.
        order: position in drawing order.
        covers: whether it hides what was drawn before it.
        handle: for ``pixels_of``; valid while the page is open.
    """

    box: Box
    matrix: Matrix
    pixels: tuple[int, int]
    order: int
    covers: bool
    handle: Any


@dataclass(frozen=True, slots=True)
class Drawn:
    """Everything on a page but its letters, in drawing order.

    Attributes:
        outlines: painted paths.
        images: pictures.
        shaded: boxes of gradients.
        truncated: whether there is more than a page may have.
        veiled: whether it has text, and nobody sees any of it.
    """

    outlines: tuple[Outline, ...]
    images: tuple[Placed, ...]
    shaded: tuple[Box, ...]
    truncated: bool = False
    veiled: bool = False

    @property
    def is_searchable_scan(self) -> bool:
        """Whether all text of a page is laid unseen under or over its pictures."""
        return self.veiled and bool(self.images) and not self.truncated


def clipped(box: Box, clip: Box) -> Box:
    """The part of a box within another; its sides may cross where there is none."""
    return Box(max(box.x0, clip.x0), max(box.y0, clip.y0), min(box.x1, clip.x1), min(box.y1, clip.y1))


def outline_boxes(outline: Outline) -> list[Box]:
    """The visible boxes of the subpaths of an outline."""
    boxes = [clipped(part.box, outline.clip) for part in outline.parts]
    return [box for box in boxes if box.width >= 0 and box.height >= 0]


def times(first: Matrix, then: Matrix) -> Matrix:
    """The map that applies ``first``, then ``then``."""
    a, b, d, e, x, y = first
    p, q, r, s, u, v = then
    return (
        a * p + b * r,
        a * q + b * s,
        d * p + e * r,
        d * q + e * s,
        x * p + y * r + u,
        x * q + y * s + v,
    )


def mapped(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point under a matrix, kept within what a float of a page can be."""
    a, b, d, e, u, v = matrix
    return _sane(a * x + d * y + u), _sane(b * x + e * y + v)


def _sane(value: float) -> float:
    return value if -LARGEST < value < LARGEST else 0.0

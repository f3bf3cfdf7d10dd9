"""Straight lines between two points, and where a point stands to them and to a box."""

from extractors.boxes import Box

Point = tuple[float, float]
Run = tuple[Point, Point]


def is_near(point: Point, run: Run, by: float) -> bool:
    """Whether a run passes near a point."""
    (ax, ay), (bx, by_) = run
    return Box(min(ax, bx), min(ay, by_), max(ax, bx), max(ay, by_)).grown(by).holds(*point)


def onto(box: Box, point: Point) -> Point:
    """The point of a box that is nearest."""
    return min(max(point[0], box.x0), box.x1), min(max(point[1], box.y0), box.y1)

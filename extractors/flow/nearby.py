"""What lies near a place, without asking all that there is: drawings of thousands of lines took the square of their number."""

from collections import defaultdict
from typing import Generic, TypeVar

Point = tuple[float, float]
Thing = TypeVar("Thing")


class Nearby(Generic[Thing]):
    """Things at places, kept by squares of the plane.

    Args:
        reach: how far from a place a thing may lie, along each axis, to be found for sure; others up to twice as far are, too.
    """

    def __init__(self, reach: float) -> None:
        self._reach = reach
        self._squares: defaultdict[tuple[int, int], list[Thing]] = defaultdict(list)

    def put(self, place: Point, thing: Thing) -> None:
        """Keeps a thing at a place."""
        self._squares[self._square(place)].append(thing)

    def around(self, place: Point) -> list[Thing]:
        """What lies near a place."""
        x, y = self._square(place)
        return [
            thing
            for column in (x - 1, x, x + 1)
            for row in (y - 1, y, y + 1)
            for thing in self._squares.get((column, row), ())
        ]

    def _square(self, place: Point) -> tuple[int, int]:
        return int(place[0] // self._reach), int(place[1] // self._reach)

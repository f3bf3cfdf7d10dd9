"""What lies near a place is found, and what lies far is not asked."""

import random

from extractors.boxes import Box
from extractors.flow import strokes
from extractors.flow.nearby import Nearby
from extractors.flow.strokes import strokes_of
from extractors.sheets import Drawing, Sheet


def test_all_that_is_near_is_found_and_little_else():
    draw = random.Random(1)
    places = [(draw.uniform(-50, 50), draw.uniform(-50, 50)) for _ in range(400)]
    kept: Nearby[tuple[float, float]] = Nearby(4.0)
    for place in places:
        kept.put(place, place)
    for x, y in places:
        found = kept.around((x, y))
        assert {p for p in places if max(abs(p[0] - x), abs(p[1] - y)) <= 4.0} <= set(found)
        assert all(max(abs(p[0] - x), abs(p[1] - y)) <= 8.0 for p in found)


def test_lines_far_from_each_other_are_not_compared(monkeypatch):
    asked: list[object] = []

    def never(*two: object) -> bool:
        asked.append(two)
        return False

    monkeypatch.setattr(strokes, "_is_again", never)
    lines = [
        Drawing("path", Box(x, y, x + 9, y), ((x, y), (x + 9, y)), stroke="#000000")
        for x in range(0, 800, 20)
        for y in range(0, 500, 20)
    ]
    assert len(strokes_of(Sheet(1, 842, 595, drawings=tuple(lines)))) == len(lines)
    assert len(asked) < len(lines)

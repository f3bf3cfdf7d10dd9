"""The lines of a cell in the order in which its list is meant: numbers beside the middle of their entries, lists in two columns.

An office program aligns numbers to the top of their entries, a spreadsheet to the middle, and a list may be
continued beside itself. Read line by line both become nonsense; which number belongs to which lines shows in
where they stand.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.sheets import Word

_NUMBER = re.compile(r"\(?(\d{1,2})[.),]?")
_MARKED = re.compile(r"\(?(\d{1,2})[.)]")
_LEAST = 2
_BETWEEN = 0.3
"""A number so far from every line, as a share of their distance, stands between two of them."""
_OFF_CENTRE = 0.45
"""No number stands further from the middle of its entry; where one does, a line stands before the list."""
_GAP = 1.5
"""Lists side by side are further apart than this, in heights of their letters."""

_Line = Sequence[Word]


def ordered(lines: Sequence[_Line]) -> list[list[Word]]:
    """The lines of a cell, top to bottom, put in the order of the list that they hold, if they hold one."""
    return _centred(lines) or _side_by_side(lines) or [list(line) for line in lines]


def _centred(lines: Sequence[_Line]) -> list[list[Word]] | None:
    """Entries with their numbers before their first lines; None unless numbers stand beside the middle of them."""
    numbers, texts = _apart(lines)
    values = [_value(word, _NUMBER) for word in numbers]
    if len(numbers) < _LEAST or len(texts) <= len(numbers) or values != list(range(1, len(values) + 1)):
        return None
    heights = [_middle(line) for line in texts]
    pitch = median(b - a for a, b in pairwise(heights))
    places = [word.box.centre[1] for word in numbers]
    between = any(min(abs(place - height) for height in heights) > _BETWEEN * pitch for place in places)
    below_first = places[0] - heights[0] > _BETWEEN * pitch
    if not (between or below_first) or pitch <= 0:
        return None
    bounds = _groups(heights, places)
    off = (
        abs(place - (heights[low] + heights[high - 1]) / 2)
        for place, (low, high) in zip(places, pairwise(bounds), strict=True)
    )
    if max(off) > _OFF_CENTRE * pitch:
        return None
    return [
        [number, *line] if at == low else list(line)
        for number, (low, high) in zip(numbers, pairwise(bounds), strict=True)
        for at, line in enumerate(texts[low:high], start=low)
    ]


def _apart(lines: Sequence[_Line]) -> tuple[list[Word], list[list[Word]]]:
    """The numbers that stand in a column of their own left of all text, and the lines without them."""
    words = [word for line in lines for word in line]
    text = [word for word in words if not _NUMBER.fullmatch(word.text)]
    if not text:
        return [], []
    left = min(word.box.x0 for word in text)
    numbers = sorted(
        (word for word in words if _NUMBER.fullmatch(word.text) and word.box.x1 <= left),
        key=lambda word: word.box.centre[1],
    )
    rest = [[word for word in line if word not in numbers] for line in lines]
    return numbers, sorted((line for line in rest if line), key=_middle)


def _groups(heights: Sequence[float], places: Sequence[float]) -> list[int]:
    """Where each entry begins, and the end: all lines shared out so that each number is nearest to the middle of its own."""
    far = float("inf")
    count = len(heights)
    best = [0.0] + [far] * count  # by how many lines the entries so far take
    trail: list[list[int]] = []
    for place in places:
        after, origin = [far] * (count + 1), [0] * (count + 1)
        for low in range(count):
            for high in range(low + 1, count + 1):
                cost = best[low] + abs(place - (heights[low] + heights[high - 1]) / 2)
                if cost < after[high]:
                    after[high], origin[high] = cost, low
        best = after
        trail.append(origin)
    bounds = [count]
    for origin in reversed(trail):
        bounds.append(origin[bounds[-1]])
    return bounds[::-1]


def _side_by_side(lines: Sequence[_Line]) -> list[list[Word]] | None:
    """A list whose later entries stand in a second column, as one column; None where no such list is."""
    cuts = [_cut(line) for line in lines]
    right = [line[cut:] for line, cut in zip(lines, cuts, strict=True) if cut]
    if len(right) < _LEAST:
        return None
    left = [line[:cut] if cut else line for line, cut in zip(lines, cuts, strict=True)]
    numbers = [_value(line[0], _MARKED) for line in (*left, *right)]
    counted = [number for number in numbers if number is not None]
    if counted != list(range(1, len(counted) + 1)) or len(counted) < len(numbers) - 1:
        return None
    return [list(line) for line in (*left, *right)]


def _cut(line: _Line) -> int | None:
    """Before which word of a line, behind a wide gap, another entry of the list begins."""
    for at in range(1, len(line)):
        gap = line[at].box.x0 - line[at - 1].box.x1
        if gap > _GAP * line[at].box.height and _MARKED.fullmatch(line[at].text):
            return at
    return None


def _value(word: Word, pattern: re.Pattern[str]) -> int | None:
    match = pattern.fullmatch(word.text)
    return int(match[1]) if match else None


def _middle(line: _Line) -> float:
    return sum(word.box.centre[1] for word in line) / len(line)

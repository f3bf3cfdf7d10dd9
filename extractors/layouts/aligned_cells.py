"""Where the columns of aligned lines end, and which column each word belongs to."""

import re
from collections.abc import Iterator, Sequence

from extractors.layouts.aligned_heading import Word
from extractors.lexicon.durations import DURATION, begins_with_unit
from extractors.spans import Span, join
from extractors.tables.columns import AKTOR, Column

_COUNT = re.compile(
    r"(?:[±<>~]|maks\.?|paling lama)?\s*\d+(?:[.,]\d+)?(?:\s*(?:-|–|s/d)\s*\d+)?$", re.IGNORECASE
)
_DRIFT = 9


def borders_of(
    extents: Sequence[tuple[int, int]], columns: Sequence[Column], body: Sequence[Sequence[Word]]
) -> tuple[int, ...]:
    """The left border of each column: where the fewest words are cut between two headings' middles."""
    atoms = [list(_atoms(line)) for line in body if line]
    borders = [0]
    for at in range(1, len(extents)):
        low = (extents[at - 1][0] + extents[at - 1][1]) // 2 + 1
        high = (extents[at][0] + extents[at][1]) // 2
        if columns[at - 1].role == "no":
            low = extents[at - 1][1]
        if columns[at - 1].role == AKTOR and columns[at].role == AKTOR:
            borders.append((extents[at - 1][1] + extents[at][0]) // 2)
            continue
        side = 1 if columns[at].role == "waktu" else -1 if columns[at - 1].role == "waktu" else 0
        if side:
            low, high = (low, extents[at][1]) if side > 0 else (extents[at - 1][0] + 1, high)
        borders.append(
            _least_cut(
                max(low, borders[-1] + 1),
                high,
                atoms,
                side,
                leftmost=columns[at].role == AKTOR or columns[at - 1].role == "no",
            )
        )
    return tuple(borders)


def _atoms(line: Sequence[Word]) -> Iterator[tuple[int, int, bool]]:
    """The extents of a line's words, those of a duration as one; the flag says that it is a duration."""
    at = 0
    while at < len(line):
        length = next(
            (n for n in (4, 3, 2) if DURATION.fullmatch(" ".join(w.span.text for w in line[at : at + n]))), 1
        )
        yield line[at].x0, line[min(at + length, len(line)) - 1].x1, length > 1
        at += length


def _least_cut(
    low: int, high: int, body: Sequence[Sequence[tuple[int, int, bool]]], side: int, leftmost: bool
) -> int:
    """The position between two columns that cuts the fewest words.

    ``side`` is 1 where the Waktu column begins (durations belong to the right), -1 where it ends.
    """
    costs = [0.0] * (max(high, low) + 1 - low)

    def add(begin: int, end: int, cost: float) -> None:
        for x in range(max(begin - low, 0), min(end - low, len(costs))):
            costs[x] += cost

    for line in body:
        for at, (x0, x1, timed) in enumerate(line):
            add(x0 + 1, x1, 1.0)
            if timed and side:  # a duration on the wrong side of its column's border
                wrong = (x0 + 1, high + 1) if side > 0 else (low, x0 + 1)
                add(*wrong, 0.5)
                add(max(wrong[0], x0 + 1), min(wrong[1], x1), -0.5)
            if at and x0 - line[at - 1][1] <= 1:
                add(line[at - 1][1], x0 + 1, 0.4)
    best = min(costs)
    places = [low + at for at, cost in enumerate(costs) if cost == best]
    return places[0] if leftmost else places[-1]


def cells_of(line: Sequence[Word], borders: Sequence[int], waktu: int | None) -> dict[int, Span]:
    """Column -> text of a line, each word given to the column that its middle stands in."""
    places = []
    for word in line:
        middle = (word.x0 + word.x1) / 2
        places.append(max(sum(border <= middle for border in borders) - 1, 0))
    if waktu is not None:
        places = _with_duration(line, places, borders, waktu)
    groups: dict[int, list[Word]] = {}
    for word, column in zip(line, places, strict=True):
        groups.setdefault(column, []).append(word)
    return {column: join(word.span for word in group) for column, group in groups.items()}


def _with_duration(line: Sequence[Word], places: list[int], borders: Sequence[int], waktu: int) -> list[int]:
    """The same with a duration near its column put into it, and its neighbours beside it.

    A crowded line is pushed together: "Berkas permohonan 1 Jam Berkas terverifikasi" stands
    some characters off the columns of the other lines.
    """
    texts = [word.span.text for word in line]
    near = [
        at
        for at, word in enumerate(line)
        if borders[waktu] - _DRIFT <= word.x0
        and (waktu + 1 >= len(borders) or word.x0 < borders[waktu + 1] + _DRIFT)
    ]
    for at in near:
        for length in (4, 3, 2, 1):
            phrase = " ".join(texts[at : at + length])
            whole = (
                DURATION.fullmatch(phrase)
                if length > 1
                else (_COUNT.match(phrase) or begins_with_unit(phrase))
            )
            if not whole or len(texts[at : at + length]) < length:
                continue
            alone = length > 1 or _stands_alone(line, at)
            if not alone or (waktu in places and places[at] == waktu):
                continue
            return [
                min(place, waktu - 1) if i < at else max(place, waktu + 1) if i >= at + length else waktu
                for i, place in enumerate(places)
            ]
    return places


def _stands_alone(line: Sequence[Word], at: int) -> bool:
    """Whether a gap stands before or behind a word."""
    before = at == 0 or line[at].x0 - line[at - 1].x1 > 1
    behind = at + 1 == len(line) or line[at + 1].x0 - line[at].x1 > 1
    return before or behind

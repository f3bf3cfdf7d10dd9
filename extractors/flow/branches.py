"""The words at the branches of decisions: Ya, Tidak and their kin."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, Literal

from extractors.boxes import Box, union
from extractors.data import table
from extractors.flow.strokes import Point, length
from extractors.flow.tracing import Way, apart
from extractors.sheets import Sheet, Word, by_line

Cabang = Literal["Ya", "Tidak"]

NEAR: Final = 16.0
"""Points: a word further than this from a line says nothing about it."""
FIRST: Final = 70.0
"""Points: a word stands at the first stretch of a way, as long as this."""
LATER: Final = 0.12
"""Points of distance that a point along the way counts for."""
APART: Final = 1.2
"""Words of one phrase stand no further apart than this many heights."""
_BLANK = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name a branch."""

    label: Cabang
    box: Box


def branch(text: str) -> Cabang | None:
    """Which branch a text names, None where it says anything else besides."""
    words = [word for word in _BLANK.split(text.casefold()) if word]
    positive, negative, filler = _words()
    if not words or any(word not in positive | negative | filler for word in words):
        return None
    if any(word in negative for word in words):
        return "Tidak"
    return "Ya" if any(word in positive for word in words) else None


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    known = table("cabang")
    return frozenset(known["positif"]), frozenset(known["negatif"]), frozenset(known["pengisi"])


def phrases_of(sheet: Sheet, symbols: Sequence[Box]) -> list[Phrase]:
    """The phrases on a sheet that may name branches: not those within symbols."""
    found = []
    for text, box in (*_written(sheet.words), *_boxed(sheet)):
        label = branch(text)
        if label is not None and not any(_within(box, symbol) for symbol in symbols):
            found.append(Phrase(label, box))
    return found


def _written(words: Sequence[Word]) -> Iterator[tuple[str, Box]]:
    """Words that stand together on a line, and each line of several that stand below each other."""
    likely = [word for word in words if branch_word(word.text)]
    for line in by_line(likely):
        run: list[Word] = []
        for word in line:
            if run and word.box.x0 - run[-1].box.x1 > APART * word.box.height:
                yield " ".join(w.text for w in run), union(w.box for w in run)
                run = []
            run.append(word)
        if run and not _goes_on(run, words):
            yield " ".join(w.text for w in run), union(w.box for w in run)


def branch_word(text: str) -> bool:
    """Whether a word may be part of the name of a branch."""
    words = [word for word in _BLANK.split(text.casefold()) if word]
    return bool(words) and all(any(word in kind for kind in _words()) for word in words)


def _goes_on(run: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether other words stand right beside a run: then it is a piece of a sentence."""
    box = union(word.box for word in run)
    return any(
        word not in run
        and min(box.y1, word.box.y1) - max(box.y0, word.box.y0) > 0.5 * word.box.height
        and -1.0 < max(word.box.x0 - box.x1, box.x0 - word.box.x1) < 0.6 * word.box.height
        for word in words
    )


def _boxed(sheet: Sheet) -> Iterator[tuple[str, Box]]:
    """Texts of office shapes; where such a text stands is known to the size of its box."""
    for drawing in sheet.drawings:
        if drawing.text and drawing.jenis != "connector":
            yield drawing.text, drawing.box


def _within(box: Box, symbol: Box) -> bool:
    """Whether a phrase stands in the middle of a symbol; the corners of a diamond are outside it."""
    x, y = box.centre
    cx, cy = symbol.centre
    if symbol.width <= 0 or symbol.height <= 0:
        return False
    return abs(x - cx) / symbol.width + abs(y - cy) / symbol.height < 0.5


def labels(ways: Sequence[Way], phrases: Sequence[Phrase]) -> Mapping[int, Cabang]:
    """The label of ways by their place among them: nearest pairs first, each phrase and each way once."""
    pairs = sorted(
        (cost, at, number)
        for at, way in enumerate(ways)
        for number, phrase in enumerate(phrases)
        if (cost := _cost(way.course, phrase.box)) is not None
    )
    found: dict[int, Cabang] = {}
    taken: set[int] = set()
    said: dict[int, set[Cabang]] = {}
    for _, at, number in pairs:
        symbol, label = ways[at].dari, phrases[number].label
        if at in found or number in taken or symbol is None or label in said.get(symbol, ()):
            continue
        found[at] = label
        taken.add(number)
        said.setdefault(symbol, set()).add(label)
    return found


def _cost(course: Sequence[Point], box: Box) -> float | None:
    """How far a phrase stands from the first stretch of a way; None where too far."""
    best: float | None = None
    done = 0.0
    for a, b in pairwise(course):
        if done > FIRST:
            break
        size = length((a, b))
        steps = max(1, int(min(size, FIRST) // 3))
        for step in range(steps + 1):
            share = step / steps
            point = a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])
            gap = apart(point, box)
            cost = gap + LATER * (done + share * size)
            if gap <= NEAR and (best is None or cost < best):
                best = cost
        done += size
    return best

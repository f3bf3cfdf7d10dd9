"""Names of ways that rules or lines run through, read as they stand by the second engine.

Its networks read over what runs through letters; those of the first engine want it taken out, and much of a short name
goes with it. Only decisions that lack one of their two names are looked at.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

import cv2
import numpy as np

from extractors.boxes import Box, shared, union
from extractors.engines import Engine
from extractors.lexicon.branch_names import answers, branch, branch_read
from extractors.raster.geometry.paper import Gray
from extractors.raster.writing.branch_words import without_single_letter
from extractors.raster.writing.overprinted_places import places
from extractors.raster.writing.struck_words import lacks, zone
from extractors.raster.writing.unread_names import WRITTEN
from extractors.sheets import TAK_TERBACA, Drawing, Rule, Word, by_line

LARGER: Final = 2
"""The surroundings of a decision are shown so many times as large."""
PAPER: Final = 0.3
"""Of the height of what the engine takes for a line, that is paper above its letters, and as much below them."""
AROUND: Final = ((0.01, 0.01), (0.03, 0.02), (0.06, 0.03), (0.08, 0.05))
"""Inches beside and above a place that are shown with it, one view after the other."""
LOW: Final = 0.07
"""Inches: a view is no lower without what is shown around it."""
BEFORE: Final = 0.5
"""Inches before a name in which the Tidak of it may stand."""
APART: Final = 1.0
"""Words of one name are no further apart, in the heights of their boxes."""
READ: Final = 0.4
"""What is read less surely is not read."""
AGREED, LETTERS = 2, 2
"""So many views must say a name, of so many letters at least."""
WORD: Final = 4
"""A name of so many letters is no misread single one."""
LONE: Final = 0.6
"""A single letter must be read so surely."""
SINGLE: Final = {"y": "y", "Y": "y", "t": "t", "T": "t"}
"""Single letters that are names; what is only like them may be a piece of a line."""
SAME: Final = 0.5
"""Of the smaller of two places, that makes them one."""
MESHED: Final = (0.02, 0.9)
"""Shares of a decision: what overlaps more of it than the first and less than the second is no symbol."""
WITHIN: Final = 0.3
"""Of a place, that words or names cover which say what is there."""


class Readers(NamedTuple):
    """What reads all lines of a picture, and what reads a picture of one line."""

    engine: Engine
    strip: Callable[[Gray], list[Word]]


def overprinted(
    picture: Gray,
    readers: Readers,
    drawings: Sequence[Drawing],
    rules: Sequence[Rule],
    words: Sequence[Word],
    named: Sequence[Drawing],
    dpi: float,
) -> list[Drawing]:
    """The names at decisions that were read apart from the page, with those that the second engine reads.

    Args:
        picture: height x width greys, upright, stamps lightened.
        readers: of the second engine.
        drawings: shapes and lines of the page; boxes in pixels, as all here.
        rules: its ruled lines.
        words: read so far.
        named: names read so far apart from the page, and marks of writing that was not read.
        dpi: pixels per inch.
    """
    decisions = [d.box for d in drawings if d.raut == "wajik"]
    drawings = [one for one in drawings if not any(_crosses(one, decision) for decision in decisions)]
    shapes = [drawing.box for drawing in drawings if drawing.jenis != "connector" and drawing.raut]
    words = [word for word in words if _names(word.text, word.box, shapes)]
    found = list(named)
    for decision in decisions:
        if lacks(decision, words, found, dpi):
            read = _whole(picture, readers.engine, decision, dpi)
            found = _with(found, [one for one in read if _names(one.text, one.box, shapes)])
    for decision in decisions:
        if lacks(decision, words, found, dpi):
            told = [word.box for word in words if sum(map(str.isalpha, word.text)) >= LETTERS]
            told += [one.box for one in found if one.text != TAK_TERBACA]
            free = [
                place
                for place in places(picture, decision, drawings, rules, dpi)
                if all(shared(place, box) <= WITHIN * place.area for box in told)
            ]
            found = _with(found, _in_strips(picture, readers.strip, free, dpi))
    said = [word for word in words if branch(word.text) and _is_beside(word.box, decisions, dpi)]
    texts = [word.text for word in said] + [one.text for one in found]
    if any(sum(map(str.isalpha, text)) >= WORD for text in texts):
        # Ways are named in words or in letters: what is alike is the open head of an arrow.
        found = [one for one in found if one.text == TAK_TERBACA or len(one.text) >= LETTERS]
    elif len(decisions) > 1:
        found = without_single_letter(found, len(said))
    lacking = [decision for decision in decisions if lacks(decision, words, found, dpi)]
    told = [decision for decision in decisions if decision not in lacking]
    return [
        one
        for one in found
        if one.text != TAK_TERBACA or _is_beside(one.box, lacking, dpi) or not _is_beside(one.box, told, dpi)
    ]


def _crosses(drawing: Drawing, decision: Box) -> bool:
    """Whether a shape is no symbol, but what lines around a decision enclose together with a part of it."""
    common = shared(drawing.box, decision) / max(decision.area, 1.0)
    return drawing.jenis != "connector" and MESHED[0] < common < MESHED[1]


def _names(text: str, box: Box, shapes: Sequence[Box]) -> bool:
    """Whether what is written somewhere may name a way: in symbols only answers do, a "Selesai" in the last one does not."""
    return answers(text) or not any(shape.holds(*box.centre) for shape in shapes)


def _is_beside(box: Box, decisions: Sequence[Box], dpi: float) -> bool:
    return any(zone(decision, dpi).holds(*box.centre) for decision in decisions)


def _with(found: Sequence[Drawing], more: Sequence[Drawing]) -> list[Drawing]:
    """Names and marks with more names, each in place of what is not as long there."""
    kept = list(found)
    for new in more:
        same = [one for one in kept if shared(one.box, new.box) > SAME * min(one.box.area, new.box.area)]
        if all(one.text == TAK_TERBACA or len(one.text) < len(new.text) for one in same):
            kept = [one for one in kept if one not in same] + [new]
    return kept


def _whole(picture: Gray, engine: Engine, decision: Box, dpi: float) -> list[Drawing]:
    """The lines around a decision that are names."""
    height, width = picture.shape
    around = zone(decision, dpi)
    x, y = max(0, int(around.x0)), max(0, int(around.y0))
    part = picture[y : min(height, int(around.y1)), x : min(width, int(around.x1))]
    if min(part.shape) < 1:
        return []
    large = cv2.resize(part, None, fx=LARGER, fy=LARGER, interpolation=cv2.INTER_CUBIC)
    found = []
    for line in _phrases(engine.read_page(np.asarray(large, np.uint8))):
        name = _name(line)
        if name is not None:
            x0, y0, x1, y1 = (edge / LARGER for edge in union(word.box for word in line))
            paper = PAPER * (y1 - y0)
            found.append(Drawing(WRITTEN, Box(x + x0, y + y0 + paper, x + x1, y + y1 - paper), text=name))
    return found


def _phrases(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that stand together on a line."""
    for line in by_line(words):
        phrase: list[Word] = []
        for word in line:
            if phrase and word.box.x0 - phrase[-1].box.x1 > APART * word.box.height:
                yield phrase
                phrase = []
            phrase.append(word)
        yield phrase


def _name(line: Sequence[Word]) -> str | None:
    """The name that a line is; a single letter only if it is surely one."""
    text = " ".join(word.text for word in line if word.keyakinan >= READ)
    name = branch_read(text)
    if name is None or len(name) >= LETTERS:
        return name
    return SINGLE.get(text) if line[0].keyakinan >= LONE else None


def _in_strips(
    picture: Gray, strip: Callable[[Gray], list[Word]], found: Sequence[Box], dpi: float
) -> list[Drawing]:
    """The names that several views of places say, and none says otherwise."""
    named = []
    for place in found:
        views = list(_views(place, dpi))
        names = [_name(words) if words else None for words in (strip(_cut(picture, view)) for view in views)]
        told = [name for name in names if name]
        if len(told) < AGREED or len({branch(name) for name in told}) != 1:
            continue
        name = max(told, key=len)
        whole = _with_before(name, place, picture, strip, dpi)
        if whole is not None:
            named.append(Drawing(WRITTEN, views[0], text=whole))
    return named


def _with_before(
    name: str, place: Box, picture: Gray, strip: Callable[[Gray], list[Word]], dpi: float
) -> str | None:
    """A name with the Tidak that stands before it, None where something else does; a Ya alone is the whole of it."""
    if branch(name) == "Tidak" or name in ("ya", "y"):
        return name
    words = strip(_cut(picture, place._replace(x0=place.x0 - BEFORE * dpi).grown(AROUND[0][0] * dpi)))
    told = [word for word in words if word.keyakinan >= READ and sum(map(str.isalpha, word.text)) >= LETTERS]
    whole = branch_read(" ".join(word.text for word in told))
    return whole if len(told) > 1 or (whole and branch(whole) == "Tidak") else name


def _views(place: Box, dpi: float) -> Iterator[Box]:
    more = max(0.0, LOW * dpi - place.height) / 2
    for beside, above in AROUND:
        x, y = beside * dpi, above * dpi + more
        yield Box(place.x0 - x, place.y0 - y, place.x1 + x, place.y1 + y)


def _cut(picture: Gray, box: Box) -> Gray:
    height, width = picture.shape
    x0, y0 = min(max(0, int(box.x0)), width - 1), min(max(0, int(box.y0)), height - 1)
    return np.ascontiguousarray(picture[y0 : max(y0, int(box.y1)) + 1, x0 : max(x0, int(box.x1)) + 1])

"""Sheet: one page as geometry, whether its words were drawn by a program or read from pixels.

Units are points (1/72 inch) where the file says how large the page is; a picture that does
not say counts as if its long side were that of A4 (842). A sheet is upright and straight;
``ke_halaman`` leads back to the page as a person sees it in the file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from statistics import median
from typing import Literal

from extractors.boxes import Box, union

Transform = tuple[float, float, float, float, float, float, float, float, float]
"""A projective map, row by row: (x, y, 1) -> (X, Y, W); the result is X / W, Y / W."""

TAK_TERBACA = "\ufffd"
"""``Word.text`` of writing that no engine could read, such as handwriting."""
TERSIRAT = "tersirat"
"""``Drawing.raut`` of a symbol that nobody sees: lines that end at it say that it is there."""
TEKS_PDF = "pdf"
"""``Word.mesin`` of a word from the text layer of a PDF."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without blanks.

    Attributes:
        text: as read.
        box: on the sheet.
        keyakinan: 0..1, how sure the engine is; 1.0 for a text layer.
        mesin: which engine read it: ``pdf`` for a text layer, ``tesseract``, ``rapidocr`` …
        baris: the line that the engine saw it in, unique within the sheet; -1 where it says none.
        utuh: 0..1, how much of the writing in its cell the words that were read there account for.
        lain: of a word in a heading that was not read for sure, what else the whole heading was read as.
        dikira: whether the language told the word, and its letters were seen as others.
    """

    text: str
    box: Box
    keyakinan: float = 1.0
    mesin: str = TEKS_PDF
    baris: int = -1
    utuh: float = 1.0
    lain: tuple[str, ...] = ()
    dikira: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight ruled line along one axis, whatever it was drawn as (stroke, thin box, row of dots).

    Attributes:
        tegak: whether it is vertical.
        at: x of a vertical one, y of a horizontal one: the middle of the stroke.
        start: where it begins along its axis; ``start < end``.
        end: where it ends.
        tebal: thickness; 0 where unknown.
    """

    tegak: bool
    at: float
    start: float
    end: float
    tebal: float = 0.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn that is no ruled line: a shape, a connector, an arrow; kept as evidence for the flow.

    Attributes:
        jenis: what it was drawn as: ``path`` (vector outline), ``contour`` (pixels), ``connector``, or the preset's own
            name, such as ``flowChartDecision``.
        box: on the sheet.
        points: its corners in drawing order, curves as their end points; may be empty.
        closed: whether the outline closes.
        fill: colour inside as ``#rrggbb``, None when empty.
        stroke: colour of the outline, None without one.
        curved: whether any part of the outline is a curve.
        text: text inside the shape.
        nomor: its number in the file, as connectors name it.
        dari: number of the shape that a connector is glued to at its first point.
        ke: the same at its last point.
        panah: whether a connector has an arrow at its first and at its last point; None where its heads,
            if any, are drawings of their own.
        raut: the form that a picture of it shows (``flow.outlines.Raut``, ``huruf`` for a circle around a letter), or ``TERSIRAT``; empty
            where none was looked at or none is likely.
        keyakinan: how likely that is, 0..1.
    """

    jenis: str
    box: Box
    points: tuple[tuple[float, float], ...] = ()
    closed: bool = False
    fill: str | None = None
    stroke: str | None = None
    curved: bool = False
    text: str = ""
    nomor: str = ""
    dari: str = ""
    ke: str = ""
    panah: tuple[bool, bool] | None = None
    raut: str = ""
    keyakinan: float = 0.0


@dataclass(frozen=True, slots=True)
class Sambungan:
    """The columns of another page beside those of a sheet that was too wide for its paper.

    Attributes:
        mulai: x on the sheet from which on it shows that page.
        geser: how far what stands there was moved to the right.
        halaman: that page's number.
        kiri: width of the page on the left.
        kanan: width of that page.
    """

    mulai: float
    geser: float
    halaman: int
    kiri: float
    kanan: float


@dataclass(frozen=True, slots=True)
class DiBawah:
    """The page that lay beside the one of a sheet in the same picture, and was put below it.

    Attributes:
        mulai: y on the sheet from which on it shows that page.
        ke_halaman: from coordinates of that page, y counted from ``mulai``, to fractions (0..1) of the picture.
    """

    mulai: float
    ke_halaman: Transform


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page.

    Attributes:
        halaman: its 1-based number in the file.
        width: of the sheet; x runs from 0 to it.
        height: of the sheet; y runs from 0 to it.
        words: in no particular order.
        rules: ruled lines.
        drawings: everything else that is drawn.
        ke_halaman: from sheet coordinates to fractions (0..1) of the page as seen in the file.
        pindaian: whether the words were read from pixels.
        catatan: what a person should know about the page (``kosong``, ``salinan``, ``teks_lapis_rusak`` …).
        sambungan: the page that was put beside this one; None but for wide sheets of spreadsheets.
        di_bawah: the page that was put below this one; None but for two pages on one picture.
    """

    halaman: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    drawings: tuple[Drawing, ...] = ()
    ke_halaman: Transform | None = None
    pindaian: bool = False
    catatan: tuple[str, ...] = ()
    sambungan: Sambungan | None = None
    di_bawah: DiBawah | None = None

    def page_at(self, box: Box) -> int:
        """The number of the page on which a box of the sheet stands."""
        beside = self.sambungan
        return beside.halaman if beside and box.centre[0] >= beside.mulai else self.halaman

    def on_page(self, box: Box) -> Box:
        """A box of the sheet as fractions of the page as seen in the file, within 0..1."""
        lower = self.di_bawah is not None and box.centre[1] >= self.di_bawah.mulai
        points = [self._mapped(x, y, lower=lower) for x, y in box.corners]
        return Box(*(min(1.0, max(0.0, edge)) for edge in union(Box(x, y, x, y) for x, y in points)))

    def _mapped(self, x: float, y: float, *, lower: bool) -> tuple[float, float]:
        if self.sambungan is not None:
            return self._beside(self.sambungan, x), y / self.height
        if self.ke_halaman is None:
            return x / self.width, y / self.height
        to_page = self.ke_halaman
        if self.di_bawah is not None and lower:
            y, to_page = y - self.di_bawah.mulai, self.di_bawah.ke_halaman
        a, b, c, d, e, f, g, h, i = to_page
        w = g * x + h * y + i
        return (a * x + b * y + c) / w, (d * x + e * y + f) / w

    @staticmethod
    def _beside(beside: Sambungan, x: float) -> float:
        return (x - beside.geser) / beside.kanan if x >= beside.mulai else x / beside.kiri


Ketelitian = Literal["cepat", "teliti"]
"""How much time reading from pixels may take: one pass and doubtful cells, or a second opinion too."""

_NEAR = 3
"""So many lines above a word are looked at for the one that it stands in."""
_KEPT = 1024
"""Of so many cells the lines are remembered: more than two pages have."""


def by_line(words: Sequence[Word]) -> list[list[Word]]:
    """Words as lines, top to bottom and left to right; an engine's own lines are kept together."""
    return [[words[at] for at in line] for line in _places_by_line(tuple(words))]


@lru_cache(_KEPT)
def _places_by_line(words: tuple[Word, ...]) -> tuple[tuple[int, ...], ...]:
    """The same as places among the words: a cell is asked for its lines a dozen times, and its words stay those it has."""
    places = {id(word): at for at, word in enumerate(words)}
    return tuple(tuple(places[id(word)] for word in line) for line in _lines(words))


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    seen: dict[int, list[Word]] = {}
    for number, word in enumerate(words):
        seen.setdefault(word.baris if word.baris >= 0 else -1 - number, []).append(word)
    lines: list[list[Word]] = []
    heights: list[tuple[float, float]] = []
    for part in sorted(seen.values(), key=lambda part: (middle(part), part[0].box.x0)):
        top, foot = _heights(part)
        near = range(len(lines) - 1, max(-1, len(lines) - 1 - _NEAR), -1)
        # What shares no height with a line stands level with none of its words.
        meeting = (at for at in near if heights[at][0] < foot and top < heights[at][1])
        found = next((at for at in meeting if _goes_into(part, lines[at])), None)
        if found is None:
            lines.append(part)
            heights.append((top, foot))
        else:
            lines[found].extend(part)
            heights[found] = min(top, heights[found][0]), max(foot, heights[found][1])
    ordered = [sorted(line, key=lambda w: w.box.x0) for line in _levelled(lines)]
    return sorted(ordered, key=middle)


def _heights(line: Sequence[Word]) -> tuple[float, float]:
    """The upper edge of the highest word of a line and the lower one of the lowest."""
    return min(word.box.y0 for word in line), max(word.box.y1 for word in line)


def middle(line: Sequence[Word]) -> float:
    """The height on the sheet at which a line stands."""
    return sum(word.box.centre[1] for word in line) / len(line)


def pieces(words: Sequence[Word], apart: float) -> Iterator[list[Word]]:
    """The lines of words, cut where a gap is wider than so many heights of their letters."""
    for line in by_line(words):
        wide = apart * median(word.box.height for word in line)
        start = 0
        for at, (before, after) in enumerate(pairwise(line), 1):
            if after.box.x0 - before.box.x1 > wide:
                yield line[start:at]
                start = at
        yield line[start:]


def _levelled(lines: Sequence[list[Word]]) -> list[list[Word]]:
    """Lines that an engine broke at a wide gap put together: level with each other and side by side."""
    whole: list[list[Word]] = []
    ends: list[tuple[Box, Box]] = []
    for line in lines:
        own = _ends(line)
        at = next((at for at, other in enumerate(ends) if _beside(other, own)), None)
        if at is None:
            whole.append(line)
            ends.append(own)
        else:
            whole[at].extend(line)
            ends[at] = _ends(whole[at])
    return whole


def _ends(line: Sequence[Word]) -> tuple[Box, Box]:
    """The box of a line that begins first, and the one that ends last."""
    boxes = [word.box for word in line]
    return min(boxes, key=itemgetter(0)), max(boxes, key=itemgetter(2))


def _beside(line: tuple[Box, Box], other: tuple[Box, Box]) -> bool:
    """Whether a line goes on with another where they face each other, told from their ends; a long one may lean."""
    left, right = (line, other) if line[0].x0 <= other[0].x0 else (other, line)
    a, b = left[1], right[0]
    return b.x0 > a.x1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 0.6 * max(a.height, b.height)


def _goes_into(part: Sequence[Word], line: Sequence[Word]) -> bool:
    """Whether most of what an engine saw in one line stands level with another one and in its gaps.

    One word does not tell: a speck may hang between two lines, and a tall box may reach over both.
    """
    level = sum(word.box.width for word in part if _same_line(line, word) and not _over_or_below(line, word))
    return level > sum(word.box.width for word in part) / 2


def _over_or_below(line: Sequence[Word], word: Word) -> bool:
    """Whether a word of a line takes the width that another word stands in."""
    box = word.box
    return any(
        min(w.box.x1, box.x1) - max(w.box.x0, box.x0) > 0.5 * min(w.box.width, box.width) for w in line
    )


def _same_line(line: Sequence[Word], word: Word) -> bool:
    """Whether a word stands level with the nearest word of a line."""
    near = min(line, key=lambda w: min(abs(w.box.x1 - word.box.x0), abs(word.box.x1 - w.box.x0)))
    height = min(near.box.height, word.box.height)
    level = min(near.box.y1, word.box.y1) - max(near.box.y0, word.box.y0)
    return level > 0.5 * height

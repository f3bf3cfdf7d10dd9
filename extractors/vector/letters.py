"""Which letters of a page count: those that a person sees, each once."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from extractors.boxes import Box, union
from extractors.vector import turns
from extractors.vector.drawn import Drawn, Letter, clipped, outline_boxes

SMALLEST: Final = 1.5
"""Points; smaller print cannot be read by anybody."""
TWICE: Final = 0.12
"""A letter printed again within this share of its size makes it bold, it is not read twice."""
TWICE_WIDTH: Final = 0.5
"""... and within this share of its width: in a narrow font "ll" stand close."""
LEAST_COVER: Final = 4.0
"""Points: a narrower box hides no letter and is no ground for one."""
PALE: Final = 250
"""A colour with no channel below this is white."""
MOST: Final = 0.6
"""Few letters of a table are headings standing upright: no larger share of letters is."""
NEARLY_ALL: Final = 0.9
"""On a sideways page this share of letters or more is sideways, unless its head or foot is not ..."""
SPREAD: Final = 0.5
"""... and then the sideways ones still take this much of the page across and down; upright headings are a band."""
_LIGATURES: Final = range(0xFB00, 0xFB50)
_STRANGE_BLANKS: Final = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n"
)
_NOTHING: Final = frozenset("\u200b\u200c\u200d\u2060\ufeff\u0000")
_HYPHENS: Final = frozenset("\u00ad\u2010\u2011")


def visible(letters: Iterable[Letter], drawn: Drawn, width: float, height: float) -> list[Letter]:
    """The letters to be read, in drawing order, with plain characters.

    Left out are those outside the page, too small to see, printed a second time over themselves,
    white on white, or painted over later. Those drawn without colour stay, marked as they are.
    """
    page = Box(0.0, 0.0, width, height)
    covers = _covers(drawn)
    tinted = _tinted(drawn)
    kept: list[Letter] = []
    seen: defaultdict[tuple[str, int, int], list[Letter]] = defaultdict(list)
    for letter in _ligatures(letters):
        text = "".join(_plain(character) for character in letter.text)
        if not text or letter.size < SMALLEST or not page.holds(*letter.box.centre):
            continue
        if text != " " and (
            _again(text, letter, seen) or _hidden(letter, covers) or _white_on_white(letter, tinted)
        ):
            continue
        kept.append(letter if text == letter.text else replace(letter, text=text))
    return kept


def _ligatures(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Letters that one glyph draws, such as the "fi" of many fonts, as one."""
    last: Letter | None = None
    for letter in letters:
        if last is None:
            last = letter
        elif letter.owner == last.owner and letter.base == last.base and letter.box == last.box:
            last = replace(last, text=last.text + letter.text)
        else:
            yield last
            last = letter
    if last is not None:
        yield last


def _plain(text: str) -> str:
    """Ligatures as letters, all blanks and hyphens as the common ones, nothing for what has no width."""
    if text in _STRANGE_BLANKS:
        return " "
    if text in _HYPHENS:
        return "-"
    code = ord(text)
    if text in _NOTHING or code < 0x20 or 0x7F <= code < 0xA0:
        return ""
    return unicodedata.normalize("NFKC", text) if code in _LIGATURES else text


def _again(text: str, letter: Letter, seen: defaultdict[tuple[str, int, int], list[Letter]]) -> bool:
    """Whether the same letter stands there already; notes it otherwise."""
    x, y = letter.box.centre
    near = max(0.3, min(TWICE * letter.size, TWICE_WIDTH * min(letter.box.width, letter.box.height)))
    column, row = int(x // 8), int(y // 8)
    for dx in (-1, 0, 1):
        for dy in (-1, 0, 1):
            for other in seen.get((text, column + dx, row + dy), ()):
                ox, oy = other.box.centre
                # What one text draws it means; only rounding puts a letter on itself there.
                same = other.owner == letter.owner and other.owner >= 0
                if abs(other.turn - letter.turn) > 1 or abs(other.size - letter.size) > near:
                    continue
                if abs(x - ox) <= near * (0.2 if same else 1) and abs(y - oy) <= near:
                    return True
    seen[(text, column, row)].append(letter)
    return False


def _covers(drawn: Drawn) -> list[tuple[int, Box]]:
    """Boxes and images large enough to hide text, with their place in drawing order."""
    found = [(image.order, image.box) for image in drawn.images if image.covers]
    for outline in drawn.outlines:
        if outline.fill is None or not outline.opaque:
            continue
        for part in outline.parts:
            if part.curved or not 4 <= len(part.points) <= 5:
                continue
            whole, area = part.box, clipped(part.box, outline.clip)
            if min(area.width, area.height) <= LEAST_COVER:
                continue
            if all(min(x - whole.x0, whole.x1 - x) < 0.5 for x, _ in part.points):
                found.append((outline.order, area))
    return found


def _tinted(drawn: Drawn) -> list[tuple[int, Box]]:
    """What white letters can be seen on."""
    found = [(image.order, image.box) for image in drawn.images]
    found.extend((-1, box) for box in drawn.shaded)
    for outline in drawn.outlines:
        if outline.fill is not None and not _is_white(outline.fill):
            boxes = outline_boxes(outline)
            found.extend((outline.order, box) for box in boxes if min(box.width, box.height) > LEAST_COVER)
    return found


def _hidden(letter: Letter, covers: Sequence[tuple[int, Box]]) -> bool:
    if letter.owner < 0:
        return False
    x, y = letter.box.centre
    return any(order > letter.owner and area.holds(x, y) for order, area in covers)


def _white_on_white(letter: Letter, tinted: Sequence[tuple[int, Box]]) -> bool:
    if letter.colour is None or not _is_white(letter.colour):
        return False
    x, y = letter.box.centre
    return not any(order < letter.owner and area.holds(x, y) for order, area in tinted)


@cache
def _is_white(colour: str) -> bool:
    return all(int(colour[at : at + 2], 16) >= PALE for at in (1, 3, 5))


def main_turn(letters: Iterable[Letter]) -> int:
    """The quarter turn of the page's text: what nearly all letters have, or most of them, all over the page."""
    seen = [letter for letter in letters if letter.text != " "]
    counts = Counter(turns.quarter(letter.turn) for letter in seen)
    del counts[None]
    if not counts:
        return 0
    most, number = counts.most_common(1)[0]
    share = number / sum(counts.values())
    if most is None or share <= MOST:
        return 0
    if share > NEARLY_ALL or _spread([x for x in seen if turns.quarter(x.turn) == most], seen) >= SPREAD:
        return most
    return 0


def _spread(some: Sequence[Letter], letters: Sequence[Letter]) -> float:
    """How much of the stretch of the letters, across or down, some of them take: the lesser of the two."""
    part, whole = union(x.box for x in some), union(x.box for x in letters)
    return min(part.width / max(whole.width, 1e-6), part.height / max(whole.height, 1e-6))

"""Lines of a text that belong to its pages and to nothing that stands on them: running feet, page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.data import table
from extractors.lexicon.signs import NIP
from extractors.pages import Block, Line
from extractors.spans import EMPTY

_NAMED = f"(?:{'|'.join(table('tanda')['halaman']['kata'])})\\W*"
_OF = f"(?:{'|'.join(table('tanda')['halaman']['dari'])})"
_COUNT = r"(?:\d{1,2}\s\d|\d{1,3})"
_PAGE = rf"{_NAMED}{_COUNT}(?:\s*(?:/|{_OF})\s*{_COUNT})?"
_NUMBER = re.compile(rf"\W*(?:{_PAGE}|{_COUNT}\s+{_OF}\s+{_COUNT}|-\s{_COUNT}\s-)\W*", re.IGNORECASE)
_AT_EDGE = re.compile(rf"\W*\d{{1,3}}(?:\s*(?:/|{_OF})\s*\d{{1,3}})?\W*", re.IGNORECASE)
_WITHIN = re.compile(rf"\b{_PAGE}", re.IGNORECASE)
_SCANNED = re.compile(rf"\W*(?:{'|'.join(table('tanda')['halaman']['pemindai'])}).{{0,40}}", re.IGNORECASE)
_FOOT_LINES = 3
"""Lines that a foot has at most."""


def is_page_number(text: str, *, at_edge: bool = False) -> bool:
    """Whether a line only counts pages: "Halaman 2 dari 3", "- 2 -"; at the edge of a page a bare number does, too."""
    return bool(_NUMBER.fullmatch(text) or (at_edge and _AT_EDGE.fullmatch(text)))


def without_page_number(text: str) -> str:
    """A line without what differs from page to page in it."""
    return _WITHIN.sub("", text)


def without_running(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with lines emptied that stand at the foot of several pages, count pages at an end of one, or name a scanner.

    Args:
        blocks: of one SOP, whose pages a form feed parts: the letterhead of the next one is no running line.
    """
    left = [(at, block) for at, block in enumerate(blocks) if isinstance(block, Line) and block.span]
    if any(line.halaman for _, line in left):
        return tuple(blocks)
    found = {at for at, line in left if _SCANNED.fullmatch(line.span.text)}
    left = _kept(left, found)
    for _ in range(_FOOT_LINES):
        feet = _feet(left)
        texts = Counter(line.span.text for _, line in feet)
        running = {at for at, line in feet if texts[line.span.text] > 1 and not NIP.search(line.span.text)}
        ends = [*feet, *((at, line) for at, line in left if line.top), *left[:1]]
        running |= {at for at, line in ends if is_page_number(line.span.text)}
        if not running:
            break
        found |= running
        left = _kept(left, running)
    kept: dict[int, Block] = dict(left)
    return tuple(kept.get(at, Line(EMPTY) if at in found else block) for at, block in enumerate(blocks))


def _kept(lines: Sequence[tuple[int, Line]], running: set[int]) -> list[tuple[int, Line]]:
    """The lines without the running ones; below one that heads a page the page begins with the next."""
    found: list[tuple[int, Line]] = []
    top = False
    for at, line in lines:
        if at in running:
            top = top or line.top
            continue
        found.append((at, replace(line, top=True) if top else line))
        top = False
    return found


def _feet(lines: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """The last line of each page."""
    ends = [line for line, following in pairwise(lines) if following[1].top]
    return [*ends, *lines[-1:]]

"""Rows of a table of tabs whose cells ran on over lines: pasted from Word, each line of a cell ends the line."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from extractors.lexicon.signs import is_unit
from extractors.spans import GLUE, Span

_FIRST = re.compile(r"\s*\(?\d{1,2}[.)]?\s*\t")
"""How the row of a step begins: with its number."""
_PAGE = re.compile(r"\s*(?:[=*#~_-]{3}|\W*(?:page|hal(?:aman)?)\W*\d)", re.IGNORECASE)
"""What converters write between pages."""
_TABS = 5
"""Tabs of a row, at least; an identity page has fewer columns."""
_FEWEST, _MOST = 2, 0.7
"""Rows with as many tabs as each other, and their share of all rows."""
_LONGEST = 40
"""Lines of one row, at most."""


def whole_rows(lines: Sequence[Span]) -> list[Span]:
    """The lines with those of one row put together where numbers of steps and counts of tabs tell rows."""
    starts = [at for at, line in enumerate(lines) if _FIRST.match(line.text)]
    if len(starts) < _FEWEST or starts[-1] - starts[0] == len(starts) - 1:
        return list(lines)
    tabs = [line.text.count("\t") for line in lines]
    counts = Counter(sum(tabs[start:end]) for start, end in pairwise(starts))
    width, rows = counts.most_common(1)[0]
    if width < _TABS or rows < max(_FEWEST, _MOST * sum(counts.values())):
        return list(lines)
    found: list[Span] = []
    at = 0
    while at < len(lines):
        end = _end(lines, tabs, at, width)
        found.append(lines[at] if end == at + 1 else _joined(lines[at:end]))
        at = end
    return found


def _end(lines: Sequence[Span], tabs: Sequence[int], start: int, width: int) -> int:
    """Where the row ends that begins with a line: with it, unless following ones bring its tabs to those of a row."""
    below_heading = lines[start].text[:1] == "\t" and start > 0 and tabs[start - 1] == width
    if not 0 < tabs[start] <= width or not (below_heading or _FIRST.match(lines[start].text)):
        return start + 1
    total, at = tabs[start], start + 1
    while at < min(len(lines), start + _LONGEST) and total + tabs[at] <= width and not _begins(lines[at]):
        if total == width and tabs[at]:
            break
        total += tabs[at]
        at += 1
    return at if total == width else start + 1


def _begins(line: Span) -> bool:
    """Whether a line is of no row before it: empty, with the number of another step, or the head of a page."""
    text = line.text
    return (
        not text.strip(" ")
        or bool(_FIRST.match(text) or _PAGE.match(text))
        or (is_unit(text) and text.isupper())
    )


def _joined(lines: Sequence[Span]) -> Span:
    """Lines as one with their ends in it."""
    text = "\n".join(line.text for line in lines)
    offsets = [offset for line in lines for offset in (*line.offsets, GLUE)][:-1]
    return Span(text, offsets)

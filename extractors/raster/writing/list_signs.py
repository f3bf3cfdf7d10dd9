"""Markers and stops of the lists in a cell that were read with a rule in them or as signs like them, told by their neighbours.

Entries are counted: what stands where "b." is due and was read "C.", "Cc." or "Jb." is "b." only where its own
value does not count on and that of the sign inside it does. And entries that end with a semicolon all do: before
the next number of a list a colon says nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.sheets import Word, by_line

_MARKER = re.compile(r"(?:[a-z]|\d{1,2})[.)]")
_WITH_RULE = re.compile(r"[IJlC1|\[({](?=(?:[a-z]|\d)[.)]$)")
"""A rule left of a marker, or the letter above its own form: "19.", "Ja.", "Cc."."""
_CAPITAL = re.compile(r"[CKOPSUVWXZ][.)]")
"""Letters whose capitals look like them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a cell: its words, and the kind, stop and number of the marker that it begins with."""

    words: Sequence[Word]
    marker: tuple[str, int] | None


def with_list_signs(words: Sequence[Word]) -> list[Word]:
    """The words of a cell with the markers and stops of its lists as they are meant."""
    lines = [_Line(line, _counted(line[0].text)) for line in by_line(words) if line]
    better = _markers(lines)
    lines = [
        _Line(line.words, _counted(better[at].text) if at in better else line.marker)
        for at, line in enumerate(lines)
    ]
    changed = {id(lines[at].words[0]): word for at, word in better.items()}
    changed |= {id(word): replace(word, text=word.text[:-1] + ";") for word in _stops(lines)}
    return [changed.get(id(word), word) for word in words]


def _counted(text: str) -> tuple[str, int] | None:
    """Kind with stop and number of a marker: ("a.", 3) for "c.", ("1)", 12) for "12)"."""
    if not _MARKER.fullmatch(text):
        return None
    sign, stop = text[:-1], text[-1]
    return ("1" + stop, int(sign)) if sign.isdecimal() else ("a" + stop, ord(sign) - ord("a") + 1)


def _markers(lines: Sequence[_Line]) -> dict[int, Word]:
    """The first words of lines that are markers of another look, by their lines."""
    found: dict[int, Word] = {}
    for at, line in enumerate(lines):
        first = line.words[0]
        inner = first.text.lower() if _CAPITAL.fullmatch(first.text) else _WITH_RULE.sub("", first.text)
        meant = _counted(inner)
        if (
            inner != first.text
            and meant
            and _is_due(meant, at, lines)
            and not _goes_on(line.marker, at, lines)
        ):
            found[at] = replace(first, text=inner)
    return found


def _is_due(marker: tuple[str, int], at: int, lines: Sequence[_Line]) -> bool:
    """Whether the markers next to a line, of one kind with it, are those before and behind it; a first one has none before."""
    kind, number = marker
    above = next((m[1] for line in reversed(lines[:at]) if (m := line.marker) and m[0] == kind), 0)
    below = next((m[1] for line in lines[at + 1 :] if (m := line.marker) and m[0] == kind), None)
    if above != number - 1:
        return False
    return below in (number + 1, 1) if below is not None else number > 1


def _goes_on(marker: tuple[str, int] | None, at: int, lines: Sequence[_Line]) -> bool:
    return marker is not None and _is_due(marker, at, lines)


def _stops(lines: Sequence[_Line]) -> list[Word]:
    """The last words of entries that end with a colon: before the next entry of their own list, or at the end of it."""
    marked = [(at, line.marker) for at, line in enumerate(lines) if line.marker]
    found = []
    for at, (_, (kind, number)) in enumerate(marked):
        after, following = marked[at + 1] if at + 1 < len(marked) else (len(lines), None)
        ends = following == (kind, number + 1) if following else number > 1
        last = lines[after - 1].words[-1]
        if ends and last.text.endswith(":") and len(last.text) > 1:
            found.append(last)
    return found

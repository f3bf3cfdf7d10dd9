"""The boxes of an identity page on a worksheet: what a person sees as one item becomes one cell.

An item's number stands in a column of its own, its text goes on in further columns, and
empty columns lie between; labels tell where one box ends and the next begins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.lexicon.labels import Label, find_in
from extractors.raw import IDENTITAS, KOTAK
from extractors.worksheets.view import Entry

NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])\s?[.)]?|[-–•*]|[A-Z][.)]")
"""A cell that holds nothing but the number of an item."""
_MARKED = re.compile(r"\(?(?:\d{1,2}|[a-z])\s?[.)]\s*\S|[-–•*]\s*\S")
_ANEW = re.compile(r"\n *(?=[A-Z])")
_LONE = re.compile(r"\(?\d{1,2}[.)]?")
_SAME_BOX = 0.15
"""Labels closer than this share of the page's width head the same column of boxes."""
_FULL = 0.7
"""A line that fills less than this share of its box was not ended for want of room."""
_OVER = 1.2
"""A line that would fill more of its box is surely longer than it."""
_LETTER = 5.0
"""Points that a letter takes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Entries that make one cell; ``begins`` says that a paragraph begins with it."""

    entries: tuple[Entry, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class _Slot:
    """What stands in one box in one row; ``section`` counts the labels of all boxes, 0 outside of them."""

    row: int
    section: int
    heads: tuple[Entry, ...]
    content: tuple[Entry, ...]


def label_of(text: str) -> Label | None:
    """The label that a cell begins with, None for one that needs company to be believed."""
    label = find_in(text)
    return label if label and not label.weak else None


def form_rows(rows: Sequence[Sequence[Entry]]) -> list[list[Piece]]:
    """The cells of the rows of an identity page, those of an item in a box put together."""
    slots = list(_slots(rows))
    numbered = {slot.section for slot in slots if slot.section and is_marked(slot.content)}
    edge = max((entry.box.x1 for row in rows for entry in row), default=0.0)
    found: list[list[Piece]] = [[] for _ in rows]
    before: dict[int, Entry] = {}
    for slot in slots:
        pieces = found[slot.row]
        pieces.extend(Piece((entry,)) for entry in slot.heads)
        if not slot.section:
            pieces.extend(Piece((entry,)) for entry in slot.content)
        elif slot.content and not _is_lone_number(slot.content):
            last = before.get(slot.section)
            begins = slot.section not in numbered and last is not None and _is_ended(last, edge)
            pieces.append(Piece(slot.content, begins))
            before[slot.section] = slot.content[-1]
    return found


def _slots(rows: Sequence[Sequence[Entry]]) -> Iterator[_Slot]:
    keys = {entry: label.key for row in rows for entry in row if (label := label_of(entry.text))}
    edges = _edges([entry for entry, key in keys.items() if key in KOTAK], rows)
    sections: dict[int, int] = {}
    count = 0
    for at, row in enumerate(rows):
        boxes: dict[int, list[Entry]] = {}
        for entry in row:
            box = sum(edge <= entry.box.x0 + 1 for edge in edges[1:])
            boxes.setdefault(box, []).append(entry)
        for box, group in boxes.items():
            heads = tuple(entry for entry in group if keys.get(entry) in KOTAK)
            if heads:
                count += 1
                sections[box] = count
            elif any(keys.get(entry) in IDENTITAS for entry in group):
                sections.pop(box, None)
            content = tuple(entry for entry in group if entry not in heads)
            yield _Slot(at, sections.get(box, 0), heads, content)


def _edges(labels: Sequence[Entry], rows: Sequence[Sequence[Entry]]) -> list[float]:
    """Where the columns of boxes begin, given the labels that head boxes."""
    every = [entry.box for row in rows for entry in row]
    width = max(box.x1 for box in every) - min(box.x0 for box in every) if every else 0.0
    edges: list[float] = []
    for left in sorted(label.box.x0 for label in labels):
        if not edges or left - edges[-1] > _SAME_BOX * width:
            edges.append(left)
    return edges or [0.0]


def _is_lone_number(content: Sequence[Entry]) -> bool:
    """Whether somebody numbered an item and never wrote it."""
    return len(content) == 1 and bool(_LONE.fullmatch(content[0].text))


def is_marked(content: Sequence[Entry]) -> bool:
    """Whether cells that stand side by side begin with the number of an item."""
    if not content:
        return False
    return bool(_MARKED.match(content[0].text)) or (
        len(content) > 1 and NUMBER.fullmatch(content[0].text) is not None
    )


def _is_ended(entry: Entry, edge: float) -> bool:
    """Whether the text of a cell was not broken by hand because the box was full."""
    taken = max(len(line) for line in entry.text.split("\n")) * _LETTER
    return entry.wrapped or taken < _FULL * (edge - entry.box.x0)


def ended_at(entry: Entry) -> list[int]:
    """Where in the text of a cell a line ends that somebody ended, though not for want of room: an entry of a list begins.

    A line that nearly fills its cell may have been broken to look better, one that is longer was broken by the program.
    """
    if not entry.wrapped or is_marked((entry,)):
        return []
    found = []
    for match in _ANEW.finditer(entry.text):
        line = entry.text[: match.start()].rpartition("\n")[2]
        share = len(line) * _LETTER / max(entry.box.width, _LETTER)
        if not line.isupper() and not _FULL <= share <= _OVER:
            found.append(match.start())
    return found

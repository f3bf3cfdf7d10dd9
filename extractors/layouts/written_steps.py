"""Steps that are written as a numbered list instead of as the rows of a table."""

import re
from collections.abc import Sequence

from extractors.layouts.steps import Procedure, score
from extractors.lists.items import Piece, items, number_of
from extractors.raw import RawField, RawStep
from extractors.spans import Span, join

_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]")
_LEAST = 3
"""Fewer entries are no procedure."""
_SURE = 0.85
_BREAK = re.compile(r"[\n\x1c-\x1e]")
_FULL = 0.95
"""The share of the longest line that one must leave room in for a word to go into the next by choice."""


def read_written(lines: Sequence[Piece], lebar: int = 0) -> Procedure | None:
    """The steps of a list that counts from 1 without a gap, or whose numbers were not read; None where it does not.

    Nothing is known of who acts, what it takes and how long: the source does not say it. A number that an engine
    passed over shows by a line that begins anew although the one before had room for more.

    Args:
        lines: of the list.
        lebar: letters in the longest line of the text that it stands in.
    """
    entries = _entries(lines, lebar)
    counted = [(at, nomor) for at, (nomor, _) in enumerate(entries, 1) if nomor is not None]
    if len(entries) < _LEAST or any(at != nomor for at, nomor in counted):
        return None
    bulleted = any((mark := number_of(line.span.text)) and mark[0] == "butir" for line in lines)
    if len(counted) < len(entries) and (bulleted or not all(_begins(span.text) for _, span in entries)):
        return None
    numbers = _numbers(lines)
    steps = tuple(
        RawStep(
            RawField(numbers[at], "bagian", _SURE) if at in numbers else None,
            RawField(span, "bagian", _SURE),
            None,
            None,
            None,
            None,
        )
        for at, (_, span) in enumerate(entries, 1)
    )
    return Procedure((), steps, bersimbol=False, heads=(), score=score(steps))


def _entries(lines: Sequence[Piece], lebar: int) -> list[tuple[int | None, Span]]:
    """The entries of a list with their numbers; one with a line that begins anew is as many."""
    found: list[tuple[int | None, Span]] = []
    widest = max((lebar, *(len(line.span.text) for line in lines)))
    for entry in items(lines):
        parts: list[list[Span]] = []
        for span in entry.span.split(_BREAK):
            last = parts[-1][-1].text if parts else ""
            anew = parts and _begins(span.text) and _room(last, span.text, widest)
            if parts and not anew:
                parts[-1].append(span)
            else:
                parts.append([span])
        found.extend((None if at else entry.nomor, join(some, "\n")) for at, some in enumerate(parts))
    return found


def _begins(text: str) -> bool:
    """Whether a line may begin a step: with a word that has a capital and small letters behind it."""
    first = text.split()[0] if text.split() else ""
    return first[:1].isupper() and first[1:].isalpha() and first[1:].islower()


def _room(line: str, following: str, widest: int) -> bool:
    """Whether the next line's first word would have stood at the end of a line, and that is no end of a word that goes on."""
    return line[-1:] not in ",-/(&" and len(line) + 1 + len(following.split()[0]) <= _FULL * widest


def _numbers(lines: Sequence[Piece]) -> dict[int, Span]:
    """The numbers as printed, those that are next in order at the beginning of a line."""
    found: dict[int, Span] = {}
    for line in lines:
        match = _NUMBER.match(line.span.text)
        if match and int(match[1]) == len(found) + 1:
            found[len(found) + 1] = line.span.cut(*match.span(1))
    return found

"""Steps that are written as a numbered list instead of as the rows of a table."""

import re
from collections.abc import Sequence

from extractors.layouts.steps import Procedure, score
from extractors.lists import Piece, items
from extractors.raw import RawField, RawStep
from extractors.spans import Span

_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]")
_LEAST = 3
"""Fewer entries are no procedure."""
_SURE = 0.85


def read_written(lines: Sequence[Piece]) -> Procedure | None:
    """The steps of a list that counts from 1 without a gap; None where it does not.

    Nothing is known of who acts, what it takes and how long: the source does not say it.
    """
    entries = items(lines)
    if len(entries) < _LEAST or [entry.nomor for entry in entries] != list(range(1, len(entries) + 1)):
        return None
    numbers = _numbers(lines)
    steps = tuple(
        RawStep(
            RawField(numbers[at], "bagian", _SURE) if at in numbers else None,
            RawField(entry.span, "bagian", _SURE),
            None,
            None,
            None,
            None,
        )
        for at, entry in enumerate(entries, 1)
    )
    return Procedure((), steps, bersimbol=False, heads=(), score=score(steps))


def _numbers(lines: Sequence[Piece]) -> dict[int, Span]:
    """The numbers as printed, those that are next in order at the beginning of a line."""
    found: dict[int, Span] = {}
    for line in lines:
        match = _NUMBER.match(line.span.text)
        if match and int(match[1]) == len(found) + 1:
            found[len(found) + 1] = line.span.cut(*match.span(1))
    return found

"""What the labels of an identity page say, and which of two that say the same counts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.lexicon.signs import NIP
from extractors.lists.items import Piece
from extractors.raw import KOTAK

_OTHER_FIELD = re.compile(r"[A-Z][A-Za-z. ]{2,24}\s*:\s*\S")
"""A field of its own that has no place here: "No. Revisi : 01" below the number in one cell."""


@dataclass(frozen=True, slots=True)
class Value:
    """The content of one label: its lines as read, how it was found and how sure."""

    key: str
    lines: tuple[Piece, ...]
    cara: str
    keyakinan: float


def by_key(done: Sequence[Value]) -> dict[str, Value]:
    """One value per key: the first with content; a box that goes on under a repeated label is joined."""
    values: dict[str, Value] = {}
    for value in done:
        known = values.get(value.key)
        if known is None or not known.lines or (value.key == "disahkan_oleh" and _is_fuller(value, known)):
            values[value.key] = value
        elif value.key in KOTAK and value.lines and not _repeats(known, value):
            values[value.key] = Value(
                value.key, known.lines + value.lines, known.cara, known.keyakinan * 0.95
            )
    return values


def _is_fuller(value: Value, known: Value) -> bool:
    """Whether of two blocks of an officer only the later one has a NIP."""
    later, earlier = (any(NIP.search(line.span.text) for line in one.lines) for one in (value, known))
    return later and not earlier


def _repeats(known: Value, again: Value) -> bool:
    before = {_letters_and_digits(line) for line in known.lines}
    return all(_letters_and_digits(line) in before for line in again.lines)


def _letters_and_digits(line: Piece) -> str:
    return "".join(filter(str.isalnum, line.span.text.casefold()))


def without_other_fields(lines: Sequence[Piece]) -> list[Piece]:
    """The lines of a value down to the first that is a field of its own."""
    others = (at for at, line in enumerate(lines) if at and _OTHER_FIELD.match(line.span.text))
    return list(lines[: next(others, None)])

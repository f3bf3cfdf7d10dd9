"""The evidence of a value on the page: the raw lines of the source, numbered, with the quotation marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from normalizers.model import Bukti
from pipeline.naskah import Naskah

_CONTEXT = 48
"""Characters of a long line that are kept on either side of a mark: a glued table row can have thousands."""
_MANY_LINES = 24
"""Lines quoted of one value; what a value spread over more of them loses, the whole source shows."""


@dataclass(frozen=True, slots=True)
class Petikan:
    """One line of the source: its 1-based number, and its text as (marked, piece); left-out text is "…"."""

    nomor: int
    potongan: tuple[tuple[bool, str], ...]


def quotations(naskah: Naskah, evidence: Iterable[Bukti]) -> tuple[Petikan, ...]:
    """The source lines that the evidence names, in order, with all that it quotes of them marked.

    Empty where the source has no lines, as with scanned pages, or the evidence names none.
    """
    marks: dict[int, list[tuple[int, int]]] = {}
    for bukti in evidence:
        if bukti.baris is not None:
            _mark(naskah, bukti, marks)
    quoted = (Petikan(nomor, _pieces(_line(naskah, nomor), sorted(marks[nomor]))) for nomor in sorted(marks))
    return tuple(petikan for petikan, _ in zip(quoted, range(_MANY_LINES), strict=False))


def _mark(naskah: Naskah, bukti: Bukti, marks: dict[int, list[tuple[int, int]]]) -> None:
    """Add where each line of the quotation stands; lines between them are named and stay unmarked."""
    assert bukti.baris is not None
    first = max(bukti.baris[0], naskah.baris_awal)
    last = min(bukti.baris[1], naskah.baris_awal + len(naskah.baris) - 1)
    pieces = bukti.mentah.split("\n")
    for nomor in range(first, last + 1):
        found = marks.setdefault(nomor, [])
        line = _line(naskah, nomor)
        if pieces and (place := _find(line, pieces[0], found)) is not None:
            found.append(place)
            pieces.pop(0)


def _find(line: str, piece: str, taken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The piece's place in the line: behind what is taken already, if it stands there, so that cells do not share."""
    if not piece:
        return None
    behind = max((end for _, end in taken), default=0)
    whole = re.compile(rf"(?<!\w){re.escape(piece)}(?!\w)")  # the "4" of "Nomor 4", not that of "Nomor 24"
    match = whole.search(line, behind) or whole.search(line)
    if match:
        return match.span()
    start = line.find(piece)
    return (start, start + len(piece)) if start >= 0 else None


def _line(naskah: Naskah, nomor: int) -> str:
    return naskah.baris[nomor - naskah.baris_awal]


def _pieces(line: str, marks: Sequence[tuple[int, int]]) -> tuple[tuple[bool, str], ...]:
    pieces: list[tuple[bool, str]] = []
    at = 0
    for start, end in marks:
        start = max(start, at)
        if start > at:
            pieces.append((False, _shorten(line[at:start], keep_head=at > 0, keep_tail=True)))
        if end > start:
            pieces.append((True, line[start:end]))
            at = end
    if at < len(line):
        pieces.append((False, _shorten(line[at:], keep_head=True, keep_tail=False)))
    return tuple(pieces)


def _shorten(text: str, *, keep_head: bool, keep_tail: bool) -> str:
    """The text without its middle, or without the side that touches no mark."""
    if len(text) <= 2 * _CONTEXT:
        return text
    head = text[:_CONTEXT] if keep_head else ""
    tail = text[-_CONTEXT:] if keep_tail else ""
    return f"{head} … {tail}"

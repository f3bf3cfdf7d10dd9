"""Steps that are written as a numbered list instead of as the rows of a table."""

import re
from collections.abc import Mapping, Sequence

from extractors.layouts.named_actors import Actors, alone
from extractors.layouts.steps import Procedure, score
from extractors.layouts.told_parts import Told, tells_step, told_parts
from extractors.lexicon.step_headings import COUNTED
from extractors.lists.items import Piece, items, number_of
from extractors.raw import RawField, RawStep
from extractors.spans import Span, join

_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.)]")
_LEAST = 3
"""Fewer entries are no procedure."""
_SURE = 0.85
_TOLD = 0.6
"""The share of entries that say what somebody does, in a list of steps, or from which something is their habit."""
_COUNTED_STEP = re.compile(rf"\s*{COUNTED}(?=\(?\d{{1,2}}[.):])")
_BREAK = re.compile(r"[\n\x1c-\x1e]")
_FULL = 0.95
"""The share of the longest line that one must leave room in for a word to go into the next by choice."""


def read_written(lines: Sequence[Piece], lebar: int = 0) -> Procedure | None:
    """The steps of a list that counts from 1 or a without a gap, of bullets, or whose numbers were not read; else None.

    Who acts and how long it takes is known only where the sentences say it in one way (``told_parts``). A number that
    an engine passed over shows by a line that begins anew although the one before had room for more.

    Args:
        lines: of the list.
        lebar: letters in the longest line of the text that it stands in.
    """
    lines = [_bare(line) for line in lines]
    bulleted = sum((mark := number_of(line.span.text)) is not None and mark[0] == "butir" for line in lines)
    entries = items(lines) if bulleted else ()
    if len(entries) == bulleted >= _LEAST and not any(entry.nomor for entry in entries):
        spans = [entry.span for entry in entries]
        told = sum(tells_step(span.text) for span in spans) >= _TOLD * len(spans)
        return _procedure(spans, {}) if told else None
    numbered = _entries(lines, lebar)
    counted = [(at, nomor) for at, (nomor, _) in enumerate(numbered, 1) if nomor is not None]
    if len(numbered) < _LEAST or any(at != nomor for at, nomor in counted):
        return None
    if len(counted) < len(numbered) and (bulleted or not all(_begins(span.text) for _, span in numbered)):
        return None
    return _procedure([span for _, span in numbered], _numbers(lines))


def begins_list(text: str) -> bool:
    """Whether a line begins such a list: with 1, with a, or with a bullet."""
    word = _COUNTED_STEP.match(text)
    mark = number_of(text[word.end() :] if word else text)
    return mark is not None and mark[1] <= 1


def _bare(line: Piece) -> Piece:
    """A line without the word before the number of a step: "Langkah 3. Memaraf"."""
    word = _COUNTED_STEP.match(line.span.text)
    return Piece(line.span.cut(word.end()), line.mark) if word else line


def _procedure(spans: Sequence[Span], numbers: Mapping[int, Span]) -> Procedure:
    """The procedure of such sentences, given the numbers that were printed before them by their places."""
    told = told_parts(spans)
    actors = Actors(alone=alone(one.pelaksana for one in told))
    steps = tuple(_step(one, numbers.get(at), actors) for at, one in enumerate(told, 1))
    pelaksana = tuple(RawField(name, "bagian", _SURE) for name in actors.names.values())
    return Procedure(
        pelaksana, steps, bersimbol=any(step.tanda for step in steps), heads=(), score=score(steps)
    )


def _step(told: Told, number: Span | None, actors: Actors) -> RawStep:
    no, uraian, waktu, output = (
        RawField(span, "bagian", _SURE) if span else None
        for span in (number, told.uraian, told.waktu, told.output)
    )
    return RawStep(no, uraian, None, waktu, output, None, actors.marks(told.pelaksana))


def _entries(lines: Sequence[Piece], lebar: int) -> list[tuple[int | None, Span]]:
    """The entries of a list with their numbers; one with a line that begins anew is as many.

    Where most entries have such a line, that is how they say more of a step: "Penguji (15 menit)" below it.
    """
    widest = max((lebar, *(len(line.span.text) for line in lines)))
    entries = items(lines)
    parted = [_parted(entry.span, widest) for entry in entries]
    if sum(len(parts) > 1 for parts in parted) >= _TOLD * len(entries):
        parted = [[entry.span] for entry in entries]
    return [
        (None if at else entry.nomor, part)
        for entry, parts in zip(entries, parted, strict=True)
        for at, part in enumerate(parts)
    ]


def _parted(entry: Span, widest: int) -> list[Span]:
    """The lines of an entry, put together where one does not begin anew."""
    parts: list[list[Span]] = []
    for span in entry.split(_BREAK):
        last = parts[-1][-1].text if parts else ""
        anew = parts and _begins(span.text) and _room(last, span.text, widest)
        if parts and not anew:
            parts[-1].append(span)
        else:
            parts.append([span])
    return [join(some, "\n") for some in parts]


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

"""What the lines of a procedure look like each by itself, where a dump put its cells down in any order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.layouts.loose.heads import heading_lines
from extractors.layouts.loose.words import (
    VERBAL,
    goes_with_time,
    is_half,
    is_junk,
    is_tail,
    known,
    verb_likeness,
)
from extractors.lexicon.durations import DURATION, is_duration, is_whole_duration, split_duration
from extractors.lexicon.labels import fold
from extractors.lexicon.verbs import is_verb
from extractors.pages import Line
from extractors.spans import Span, join

Kind = Literal["teks", "waktu", "bilangan", "satuan", "nomor", "strip", "sisa"]
"""Text; a duration; its number alone; its unit alone; the number of a step; a dash; what is no text of a cell."""

_NUMBER = re.compile(r"\W{0,2}(\d{1,2})\s*[.)|]{0,2}$")
_NUMBERED = re.compile(r"\W{0,2}(\d{1,2})\s*(?:[.)|]+\s*|\s+)(?=[A-Z(\"“])")
_ITEM = re.compile(r"\W?(?:(\d{1,2})[.)]|([a-h])[.)])\s+|([-•*·])\s+(?=\w)")
_EDGE = re.compile(r"[\s|_—–=~«»<>'\"“”‘’`^.,:;\\/\[\]{}()]*")
_HALF_INSIDE = re.compile(r"\b(?:paling\s+(?:lama|lambat)|maks\w*\.?)\s+\d{1,3}(?=\s+[A-Z])", re.IGNORECASE)
_RESIDUE = re.compile(r"[\s|_—–=~«»<>'`^.,:;\\\[\]{}‘’#*]*(?:[Il1!](?=[A-Z][a-z]{2}))?")
"""What drawn lines leave before a text: signs, and the side of a cell read as a letter."""
_PASSIVE = re.compile(r"di[a-z]{4,}")
_WORD = re.compile(r"[A-Za-z]{3,}")
_AROUND = " |_—–.,:;"
"""What may stand around a duration."""
_BEHIND = " |_—–=~«»<'`^:\\[]{}‘’"
"""What drawn lines leave behind a text."""
_RUN = 3
"""Numbers one right behind the other that count columns."""
BULLET = 99
"""The number of an entry that has a mark instead of one."""
_DASHES = frozenset(("-", "–", "—", "--"))


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of a cell, or a piece of a line that holds several.

    Attributes:
        span: its text.
        line: which of the lines.
        kind: what it looks like.
        gap: whether an empty line, or the end of a piece, stands before it.
        verb: 0..1, how like the beginning of a step it is.
        low: whether it begins with a small letter.
        item: number of the list entry that it begins, 0 for none.
        remark: whether it begins like a remark.
        words: its words, folded.
        nomor: the number, for one of a step.
        actor: whether it is of a block that begins like an actor's name.
        among: whether it stands among headings, where nothing is a step.
        heads: whether it is a heading of a column, or a piece of one.
        acting: whether it has a verb in it, wherever.
        capitals: whether all of it is in capitals.
        width: letters of its longest line.
    """

    span: Span
    line: int
    kind: Kind
    gap: bool
    verb: float = 0.0
    low: bool = False
    item: int = 0
    remark: bool = False
    words: frozenset[str] = frozenset()
    nomor: int = 0
    actor: bool = False
    among: bool = False
    heads: bool = False
    acting: bool = False
    capitals: bool = False
    width: int = 0

    @property
    def text(self) -> str:
        """The text of it."""
        return self.span.text

    @property
    def verbal(self) -> bool:
        """Whether it is taken for the beginning of a step."""
        return self.verb > VERBAL


def read_units(lines: Sequence[Line], start: int, end: int) -> list[Unit]:
    """The units of the lines [start, end)."""
    found: list[Unit] = []
    gap = True
    named = heading_lines(lines, start, end)
    for at in range(start, end):
        span = lines[at].span
        if not span:
            gap = True
            continue
        inside = not gap and span.text[:1].islower()
        runs_on = at + 1 < end and _runs_on(span.text, lines[at + 1].span.text)
        if at in named:
            found.append(Unit(span, at, "sisa", gap, heads=True))
            gap = False
            continue
        for count, (piece, kind, nomor) in enumerate(_pieces(span, inside=inside)):
            apart = gap or count > 0
            found.append(_unit(piece, at, "teks" if runs_on and kind == "waktu" else kind, apart, nomor))
            gap = False
    return _without_counts(_halves_joined(_lines_joined(found)))


def _runs_on(text: str, below: str) -> bool:
    """Whether what says a time without a number goes on as a sentence: "Sesuai jadwal" over "yang ditetapkan"."""
    counted = DURATION.search(text) or any(map(str.isdigit, text))
    return not counted and below[:1].islower() and not is_tail(below)


def _lines_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units with lines put together that stand right below each other, the lower one beginning with a small letter."""
    found: list[Unit] = []
    pieces = Counter(unit.line for unit in units)
    for unit in units:
        before = found[-1] if found else None
        whole = before and before.kind == unit.kind == "teks" and pieces[unit.line] == 1
        if before and whole and unit.low and not unit.gap and pieces[before.line] == 1:
            span = join((before.span, unit.span), "\n")
            found[-1] = replace(
                before,
                span=span,
                line=unit.line,
                words=before.words | unit.words,
                acting=before.acting or unit.acting,
                width=max(before.width, len(unit.text)),
            )
        else:
            found.append(unit)
    return found


def _pieces(span: Span, *, inside: bool) -> Iterator[tuple[Span, Kind, int]]:
    """The cells that a line holds: its number, and what stands on both sides of a duration.

    One that is ``inside`` a run of lines and begins with a small letter is the rest of the line before.
    """
    text = span.text
    if text in _DASHES:
        yield span, "strip", 0
        return
    if number := _NUMBER.match(text):
        yield span.cut(*number.span(1)), "nomor", int(number[1])
        return
    if inside and not DURATION.search(text) and not is_tail(text):
        yield span, "teks", 0
        return
    if is_junk(text):
        yield span, "sisa", 0
        return
    numbered = _NUMBERED.match(text)
    if numbered is None:
        span = _clean(span)
        text = span.text
    if numbered and verb_likeness(text[numbered.end() :]) > VERBAL:
        yield span.cut(numbered.start(1), numbered.end(1)), "nomor", int(numbered[1])
        span = span.cut(numbered.end())
        text = span.text
    edge = _EDGE.match(text)
    bare = span.cut(edge.end() if edge else 0)
    if (inner := bare.text.strip(_AROUND)) and is_whole_duration(inner):
        yield bare, "waktu", 0
    elif is_tail(text):
        yield span, "satuan", 0
    elif is_half(text):
        yield span, "bilangan", 0
    else:
        yield from _around_time(span)


def _around_time(span: Span) -> Iterator[tuple[Span, Kind, int]]:
    """A text with a duration in it as what stands before it, the duration, and what stands behind it."""
    time = next(DURATION.finditer(span.text), None)
    if time:
        before, after = span.cut(0, time.start()), span.cut(time.end())
        cut = after.text.lstrip(" |_—–.:")
        opens = not cut or cut[0].isupper() or cut in _DASHES
        if opens and (before.text.strip() or cut):
            if _worth(before.text):
                yield _clean(before), "teks", 0
            yield span.cut(time.start(), time.end()), "waktu", 0
            if cut in _DASHES:
                yield after.strip(), "strip", 0
            elif _worth(after.text):
                yield _clean(after), "teks", 0
            return
    half = _HALF_INSIDE.search(span.text)
    if half and half.start():
        yield _clean(span.cut(0, half.start())), "teks", 0
        yield span.cut(*half.span()), "bilangan", 0
        yield _clean(span.cut(half.end())), "teks", 0
        return
    rest = split_duration(span.text)
    if rest:
        yield span.cut(0, rest), "waktu", 0
        yield span.cut(rest).strip(), "teks", 0
    elif is_duration(span.text):
        yield span, "waktu", 0
    else:
        yield _clean(span), "teks", 0


def _worth(text: str) -> bool:
    return bool(_WORD.search(text))


def _clean(span: Span) -> Span:
    """A text without the residue of drawn lines at its ends."""
    text = span.text
    residue = _RESIDUE.match(text)
    start = residue.end() if residue else 0
    end = len(text.rstrip(_BEHIND))
    return span.cut(start, end) if end > start else span


def _unit(span: Span, line: int, kind: Kind, gap: bool, nomor: int) -> Unit:
    text = span.text
    if kind != "teks":
        return Unit(span, line, kind, gap, nomor=nomor)
    item = _ITEM.match(text)
    number = (
        (int(item[1]) if item[1] else "abcdefgh".index(item[2]) + 1 if item[2] else BULLET) if item else 0
    )
    bare = text[item.end() :] if item else text
    first = bare.split()[0].casefold().strip(".,;:") if bare.split() else ""
    return Unit(
        span,
        line,
        kind,
        gap,
        verb=0.0 if item else verb_likeness(text),
        low=text[:1].islower(),
        item=number,
        remark=first in known("keterangan"),
        acting=any(map(is_verb, bare.split())) or bool(_PASSIVE.match(bare)),
        width=len(text),
        capitals=text.isupper() and len(bare.split()) > 1,
        words=frozenset(filter(None, map(fold, bare.split()))),
    )


def _halves_joined(units: Sequence[Unit]) -> list[Unit]:
    """The units with the number and the unit of a duration put together where they stand below each other."""
    found: list[Unit] = []
    for unit in units:
        before = found[-1] if found else None
        number = before and (
            before.kind == "bilangan" or (before.kind == "nomor" and before.text.isdecimal())
        )
        if before and number and unit.kind == "satuan":
            found[-1] = replace(before, span=join((before.span, unit.span), "\n"), kind="waktu", nomor=0)
        elif before and before.kind == "waktu" and not unit.gap and _ends_time(unit):
            found[-1] = replace(before, span=join((before.span, unit.span), "\n"))
        else:
            found.append(unit)
    return found


def _ends_time(unit: Unit) -> bool:
    """Whether a line goes on with the duration above it: its unit, or what it is counted for."""
    return unit.kind == "satuan" or goes_with_time(unit.text)


def _without_counts(units: Sequence[Unit]) -> list[Unit]:
    """The units with a row that counts the columns as residue: numbers one right behind the other, 1 coming again later."""
    found = list(units)
    at = 0
    while at < len(found):
        end = at
        while (
            end < len(found)
            and found[end].kind == "nomor"
            and (end == at or found[end].nomor == found[end - 1].nomor + 1)
        ):
            end += 1
        again = any(unit.kind == "nomor" and unit.nomor == 1 for unit in found[end:])
        if end - at >= _RUN and again:
            for i in range(at, end):
                found[i] = replace(found[i], kind="sisa")
        at = max(end, at + 1)
    return found

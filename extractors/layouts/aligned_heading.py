"""Words of aligned lines, and the heading above them: which columns it names and how far each reaches."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.lexicon.actors import JOINERS, begins_actor, is_actor
from extractors.lexicon.durations import DURATION
from extractors.lexicon.labels import GROUPS, heading
from extractors.pages import Line
from extractors.spans import Span, join
from extractors.tables.columns import AKTOR, Column

_WORD = re.compile(r"\S+")
NUMBER = re.compile(r"\(?\d{1,3}[.)]?$")
"""A step's number as a word of its own."""
_HEAD_LINES = 16
_LONGEST_HEADING = 12  # words
_FEWEST_ACTORS = 2
"""Columns of actors that make a procedure of a table without times and outputs."""
_MUTU = ("kelengkapan", "waktu", "output", "keterangan")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line with its character positions [x0, x1)."""

    span: Span
    x0: int
    x1: int


def words_of(line: Line) -> Iterator[Word]:
    """The words of a line at their character positions."""
    for match in _WORD.finditer(line.span.text):
        yield Word(
            line.span.cut(match.start(), match.end()), line.indent + match.start(), line.indent + match.end()
        )


Named = list[tuple[Column, int, int]]


def heading_at(words: Sequence[Sequence[Word]], at: int) -> tuple[Named, int, tuple[Span, ...]] | None:
    """Columns with the extent of their headings, the first body line and the heading words, if a heading begins here."""
    first = _phrases(words[at])
    if len(first) < 2 or not {heading(phrase.span.text) for phrase in first} & {"no", "uraian", *GROUPS}:
        return None
    stop = _body_start(words, at)
    rows = [phrase for line in words[at:stop] for phrase in _phrases(line)]
    stacks = _stacks(rows)
    named = _named(stacks)
    roles = {column.role for column, _, _ in named}
    if "uraian" not in roles or len(roles & {"no", "kelengkapan", "waktu", "output", "keterangan"}) < 2:
        return None
    actors = sum(column.role == AKTOR for column, _, _ in named)
    if not roles & {"waktu", "output"} and (actors < _FEWEST_ACTORS or "no" not in roles):
        return None
    while stop < len(words) and _counts(words[stop]):
        stop += 1
    return named, stop, tuple(word.span for line in words[at:stop] for word in line)


def _counts(line: Sequence[Word]) -> bool:
    """Whether a line only counts the columns, or is empty."""
    texts = [word.span.text.strip("().") for word in line]
    return not texts or (len(texts) > 2 and all(text.isdigit() for text in texts))


def _body_start(words: Sequence[Sequence[Word]], at: int) -> int:
    """The first line behind a heading: it begins with a number, or is long text, or holds a duration."""
    leftmost = min(word.x0 for word in words[at])
    for i in range(at + 1, min(at + _HEAD_LINES, len(words))):
        line = words[i]
        if not line and words[i - 1] and i > at + 1:
            return _rewind(words, at, i)
        if not line:
            continue
        text = " ".join(word.span.text for word in line)
        numbered = NUMBER.match(line[0].span.text) and line[0].x0 <= leftmost + 6 and not _counts(line)
        if numbered or DURATION.search(text) or _counts(line):
            return _rewind(words, at, i)
    return min(at + 3, len(words))


def _rewind(words: Sequence[Sequence[Word]], at: int, body: int) -> int:
    """Back over lines of the first row that stand above its number (cells aligned to the middle).

    Heading lines hold a known heading or stand where actors' names do; the lines of a
    step's text stand in the step's column alone and follow the last line with a heading.
    """
    known = [{heading(phrase.span.text) for phrase in _phrases(line)} for line in words[at:body]]
    last = at + max((i for i, roles in enumerate(known) if roles & {"no", "uraian", "waktu"}), default=0)
    uraian = next(
        (p for line in words[at : last + 1] for p in _phrases(line) if heading(p.span.text) == "uraian"), None
    )
    named = [p for line in words[at : last + 1] for p in _phrases(line) if heading(p.span.text) in _MUTU]
    for i in range(last + 1, body):
        if uraian and any(word.x0 <= uraian.x1 for word in words[i]):
            return i
        if any(_is_cell(phrase, named) for phrase in _phrases(words[i])):
            return i
    return body


def _is_cell(phrase: Word, named: Sequence[Word]) -> bool:
    """Whether a phrase below the heading of a mutu baku column is a cell's text and not the heading's second line."""
    over = [head for head in named if min(head.x1, phrase.x1) - max(head.x0, phrase.x0) > 0]
    right = bool(named) and phrase.x0 >= min(head.x0 for head in named) - 2
    return right and not any(heading(f"{head.span.text} {phrase.span.text}") for head in over)


def _phrases(line: Sequence[Word]) -> list[Word]:
    """Words of a line that stand one blank apart, joined; cut where a known heading or an actor begins."""
    phrases: list[list[Word]] = []
    for word in line:
        if phrases and word.x0 - phrases[-1][-1].x1 <= 1 and not _cuts(phrases[-1], word):
            phrases[-1].append(word)
        else:
            phrases.append([word])
    return [Word(join([w.span for w in group]), group[0].x0, group[-1].x1) for group in phrases]


def _cuts(before: Sequence[Word], word: Word) -> bool:
    """Whether a new heading begins with a word that stands one blank behind another heading."""
    if len(before) > _LONGEST_HEADING:
        return False
    text = " ".join(w.span.text for w in before)
    if before[-1].span.text in JOINERS:
        return False
    whole = f"{text} {word.span.text}"
    if heading(whole):
        return False
    if heading(text):
        return heading(word.span.text) is not None or is_actor(word.span.text)
    known = heading(word.span.text) not in (None, *GROUPS)
    return is_actor(before[0].span.text) and (known or begins_actor(text, word.span.text))


def _stacks(phrases: Sequence[Word]) -> list[list[Word]]:
    """Phrases above one another, as the lines of one heading cell; a group heading stands alone."""
    stacks: list[list[Word]] = []
    groups: list[Word] = []
    for phrase in phrases:
        over = [stack for stack in stacks if _overlaps(stack, phrase)]
        if heading(phrase.span.text) in GROUPS and not over:
            groups.append(phrase)
            continue
        if len(over) == 1 and not (heading(phrase.span.text) and heading(over[0][-1].span.text)):
            over[0].append(phrase)
        else:
            stacks.append([phrase])
    alone = [
        group
        for group in groups
        if heading(group.span.text) == "pelaksana" and not _has_members(group, stacks)
    ]
    stacks.extend([group] for group in alone)
    return sorted(stacks, key=lambda stack: min(phrase.x0 for phrase in stack))


def _has_members(group: Word, stacks: Sequence[Sequence[Word]]) -> bool:
    """Whether actors' names stand below a group's heading; without any it heads the column that names them."""
    return any(_overlaps(stack, group) for stack in stacks) or any(
        heading(phrase.span.text) is None
        for stack in stacks
        for phrase in stack[:1]
        if is_actor(phrase.span.text.split()[0])
    )


def _overlaps(stack: Sequence[Word], phrase: Word) -> bool:
    low, high = min(p.x0 for p in stack), max(p.x1 for p in stack)
    return min(high, phrase.x1) - max(low, phrase.x0) > 0


def _named(stacks: Sequence[Sequence[Word]]) -> Named:
    """Roles for the stacks: known headings first, what stands between step and mutu baku is an actor."""
    found: list[tuple[str | None, Span, int, int]] = []
    for stack in stacks:
        span = join((phrase.span for phrase in stack), "\n")
        role = heading(span.text) or next((r for p in stack if (r := heading(p.span.text))), None)
        found.append((role, span, min(p.x0 for p in stack), max(p.x1 for p in stack)))
    uraian = next((at for at, entry in enumerate(found) if entry[0] == "uraian"), 0)
    mutu = next(
        (at for at, e in enumerate(found) if at > uraian and e[0] in ("kelengkapan", "waktu", "output")),
        len(found),
    )
    named: Named = []
    seen: set[str] = set()
    for at, (role, span, low, high) in enumerate(found):
        if role == "pelaksana" or (uraian < at < mutu and role not in ("keterangan",)):
            role = AKTOR
        if role is None or (role in seen and role != AKTOR):
            continue
        seen.add(role)
        named.append((Column(role, span), low, high))
    return named

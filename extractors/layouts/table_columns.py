"""The procedure table whose columns are only aligned with blanks, as ``pdftotext -layout`` prints it.

The heading says roughly where the columns are; the borders go where they cut the fewest
words. Lines become rows around the numbers of the first column (``partition``).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.actors import begins_actor, is_actor
from extractors.durations import DURATION
from extractors.labels import heading
from extractors.layouts.columns import AKTOR, GROUPS, Column
from extractors.layouts.partition import partition
from extractors.layouts.steps import Draft, Procedure, build
from extractors.pages import Line
from extractors.signs import NIP, is_office, opens_signature
from extractors.spans import Span, join

_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]?$")
_PAGE = re.compile(
    r"\W*(?:(?:hal(?:aman)?|page)\.?\s*\d{1,3}(?:\s*(?:/|dari)\s*\d{1,3})?|\d{1,3}\s+dari\s+\d{1,3}|-\s\d{1,3}\s-)\W*$",
    re.IGNORECASE,
)
_VERB = re.compile(r"(?:me[a-z]{3,}|ber[a-z]{3,}|pe[nm][a-z]{4,}|di[a-z]{4,})\b", re.IGNORECASE)
_UNIT = re.compile(r"(?:menit|jam|hari|mnt|bulan|minggu|hr|bln)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:[±<>~]|maks\.?|paling lama)?\s*\d+(?:[.,]\d+)?(?:\s*(?:-|–|s/d)\s*\d+)?$", re.IGNORECASE
)
_DRIFT = 9
_MAX_TITLE = 70
_SIGNATURE_LINES = 12
_GAP = "  "
_HEAD_LINES = 16
_GAPPED = 0.15
_MUTU = ("kelengkapan", "waktu", "output", "keterangan")
_JOINERS = frozenset(("dan", "/", "&", "atau", "-"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a line with its character positions [x0, x1)."""

    span: Span
    x0: int
    x1: int


@dataclass(frozen=True, slots=True)
class Section:
    """One page's part of the table: its columns with their left borders, and the body lines [start, end)."""

    columns: tuple[Column, ...]
    borders: tuple[int, ...]
    start: int
    end: int
    heads: tuple[Span, ...]


def read_columns(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in lines with aligned columns, and the lines [start, end) that it takes."""
    if not any(_GAP in line.span.text for line in lines):
        return None
    words = [list(_words(line)) for line in lines]
    sections = list(_sections(lines, words))
    if not sections:
        return None
    drafts: list[Draft] = []
    for section in sections:
        for draft, goes_on in _rows(section, lines, words):
            if goes_on and drafts:
                _append(drafts[-1], draft)
            else:
                drafts.append(draft)
    heads = [head for section in sections for head in section.heads]
    if not drafts:
        return None
    start = next(at for at in range(sections[0].start) if any(w.span in heads for w in words[at]))
    return build(drafts, sections[0].columns, heads, "kolom"), start, sections[-1].end


def _words(line: Line) -> Iterator[Word]:
    for match in _WORD.finditer(line.span.text):
        yield Word(
            line.span.cut(match.start(), match.end()), line.indent + match.start(), line.indent + match.end()
        )


def _sections(lines: Sequence[Line], words: Sequence[Sequence[Word]]) -> Iterator[Section]:
    """The parts of the table under each printed heading."""
    at = 0
    known: tuple[Column, ...] = ()
    while at < len(lines):
        found = _heading_at(words, at) if _GAP in lines[at].span.text else None
        if found is None:
            at += 1
            continue
        named, body, heads = found
        end = next(
            (
                i
                for i in range(body, len(lines))
                if _ends(lines, i) or (_GAP in lines[i].span.text and _heading_at(words, i))
            ),
            len(lines),
        )
        if not _has_gaps(words[body:end]):
            at = end
            continue
        columns = tuple(column for column, _, _ in named)
        if known and [c.role for c in columns if c.role != AKTOR] == [
            c.role for c in known if c.role != AKTOR
        ]:
            columns = known if len(known) == len(columns) else columns
        known = known or columns
        borders = _borders([(low, high) for _, low, high in named], columns, words[body:end])
        yield Section(columns, borders, body, end, heads)
        if end < len(lines) and _ends(lines, end):
            return
        at = end


def _has_gaps(body: Sequence[Sequence[Word]]) -> bool:
    """Whether the lines keep their columns apart with more than one blank at all."""
    lines = [line for line in body if len(line) > 1]
    wide = sum(any(b.x0 - a.x1 > 1 for a, b in itertools.pairwise(line)) for line in lines)
    return wide >= _GAPPED * len(lines)


def _ends(lines: Sequence[Line], at: int) -> bool:
    """Whether a line opens the signature below the table: an officer's title with a NIP soon after it."""
    text = lines[at].span.text
    if NIP.search(text) or opens_signature(text):
        return True
    if not is_office(text) or "  " in text or len(text) > _MAX_TITLE:
        return False
    return text.isupper() or any(NIP.search(line.span.text) for line in lines[at + 1 : at + _SIGNATURE_LINES])


Named = list[tuple[Column, int, int]]


def _heading_at(words: Sequence[Sequence[Word]], at: int) -> tuple[Named, int, tuple[Span, ...]] | None:
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
    if "waktu" not in roles and "output" not in roles:
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
        numbered = _NUMBER.match(line[0].span.text) and line[0].x0 <= leftmost + 6 and not _counts(line)
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
    text = " ".join(w.span.text for w in before)
    if before[-1].span.text in _JOINERS:
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
    for phrase in phrases:
        over = [stack for stack in stacks if _overlaps(stack, phrase)]
        if heading(phrase.span.text) in GROUPS and not over:
            continue
        if len(over) == 1 and not (heading(phrase.span.text) and heading(over[0][-1].span.text)):
            over[0].append(phrase)
        else:
            stacks.append([phrase])
    return sorted(stacks, key=lambda stack: min(phrase.x0 for phrase in stack))


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
        if uraian < at < mutu and role not in ("keterangan",):
            role = AKTOR
        if role is None or (role in seen and role != AKTOR):
            continue
        seen.add(role)
        named.append((Column(role, span), low, high))
    return named


def _borders(
    extents: Sequence[tuple[int, int]], columns: Sequence[Column], body: Sequence[Sequence[Word]]
) -> tuple[int, ...]:
    """The left border of each column: where the fewest words are cut between two headings' middles."""
    atoms = [list(_atoms(line)) for line in body if line]
    borders = [0]
    for at in range(1, len(extents)):
        low = (extents[at - 1][0] + extents[at - 1][1]) // 2 + 1
        high = (extents[at][0] + extents[at][1]) // 2
        if columns[at - 1].role == "no":
            low = extents[at - 1][1]
        if columns[at - 1].role == AKTOR and columns[at].role == AKTOR:
            borders.append((extents[at - 1][1] + extents[at][0]) // 2)
            continue
        side = 1 if columns[at].role == "waktu" else -1 if columns[at - 1].role == "waktu" else 0
        if side:
            low, high = (low, extents[at][1]) if side > 0 else (extents[at - 1][0] + 1, high)
        borders.append(
            _least_cut(
                max(low, borders[-1] + 1),
                high,
                atoms,
                side,
                leftmost=columns[at].role == AKTOR or columns[at - 1].role == "no",
            )
        )
    return tuple(borders)


def _atoms(line: Sequence[Word]) -> Iterator[tuple[int, int, bool]]:
    """The extents of a line's words, those of a duration as one; the flag says that it is a duration."""
    at = 0
    while at < len(line):
        length = next(
            (n for n in (4, 3, 2) if DURATION.fullmatch(" ".join(w.span.text for w in line[at : at + n]))), 1
        )
        yield line[at].x0, line[min(at + length, len(line)) - 1].x1, length > 1
        at += length


def _least_cut(
    low: int, high: int, body: Sequence[Sequence[tuple[int, int, bool]]], side: int, leftmost: bool
) -> int:
    """The position between two columns that cuts the fewest words.

    ``side`` is 1 where the Waktu column begins (durations belong to the right), -1 where it ends.
    """
    costs = []
    for x in range(low, max(high, low) + 1):
        cost = 0.0
        for line in body:
            for at, (x0, x1, timed) in enumerate(line):
                if x0 < x < x1:
                    cost += 1.0
                elif timed and side and (x0 < x) == (side > 0):
                    cost += 0.5
                if at and line[at - 1][1] <= x <= x0 and x0 - line[at - 1][1] <= 1:
                    cost += 0.4
        costs.append(cost)
    best = min(costs)
    places = [low + at for at, cost in enumerate(costs) if cost == best]
    return places[0] if leftmost else places[-1]


def _rows(
    section: Section, lines: Sequence[Line], words: Sequence[Sequence[Word]]
) -> Iterator[tuple[Draft, bool]]:
    """The rows of a section; the flag says that a row only goes on with the one before the section."""
    waktu = next((at for at, column in enumerate(section.columns) if column.role == "waktu"), None)
    body = [
        _cells(words[at], section.borders, waktu)
        for at in range(section.start, section.end)
        if not words[at] or not _PAGE.match(lines[at].span.text)
    ]
    body = _without_empty_ends(body)
    number = next((at for at, column in enumerate(section.columns) if column.role == "no"), None)
    anchors = _anchors(body, number) if number is not None else []
    if not anchors:
        if body:
            yield _draft(section, body), True
        return
    uraian = next(at for at, column in enumerate(section.columns) if column.role == "uraian")
    gains = _borders_between(body, uraian)
    starts = partition(anchors, len(body), gains.__getitem__)
    head = body[: starts[0]]
    if any(head):
        yield _draft(section, head), True
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        yield _draft(section, body[start:end]), False


def _anchors(body: Sequence[dict[int, Span]], number: int) -> list[int]:
    """The lines that carry a step's number; a page number between two steps is none."""
    found = [at for at, cells in enumerate(body) if number in cells and _NUMBER.match(cells[number].text)]
    values = [int("".join(filter(str.isdigit, body[at][number].text))) for at in found]
    kept = []
    for i, at in enumerate(found):
        stray = (
            len(body[at]) == 1
            and 0 < i < len(found) - 1
            and values[i] != values[i - 1] + 1
            and values[i + 1] == values[i - 1] + 1
        )
        if not stray:
            kept.append(at)
    return kept


def _without_empty_ends(body: list[dict[int, Span]]) -> list[dict[int, Span]]:
    while body and not body[-1]:
        body.pop()
    while body and not body[0]:
        body.pop(0)
    return body


def _borders_between(body: Sequence[dict[int, Span]], uraian: int) -> list[float]:
    """For each line how well a row may begin there, from how the texts of all columns go on over it.

    A text that goes on in lower case holds its lines together; one that begins anew with a
    capital speaks for a border somewhere above it.
    """
    gains = [3.0 if at and not body[at - 1] else 0.0 for at in range(len(body) + 1)]
    last: dict[int, int] = {}
    for at, cells in enumerate(body):
        for column, span in cells.items():
            gain = _restart(
                span.text, body[last[column]][column].text if column in last else "", column == uraian
            )
            for line in range(last.get(column, -1) + 1, at + 1):
                gains[line] += gain
            last[column] = at
    return gains


def _restart(text: str, before: str, is_step: bool) -> float:
    """What a border between two pieces of a column gains."""
    if text[:1].islower() or (before and before.split()[-1].casefold() in _OPEN) or before.endswith(","):
        return -1.6 if is_step else -0.9
    if is_step:
        return 1.2 if _VERB.match(text) else 0.4
    return 0.5 if text[:1].isupper() or text[:1].isdigit() else 0.0


_OPEN = frozenset("dan atau di ke dari untuk pada yang oleh dengan serta kepada dalam".split())


def _cells(line: Sequence[Word], borders: Sequence[int], waktu: int | None) -> dict[int, Span]:
    """Column -> text of a line, each word given to the column that its middle stands in."""
    places = []
    for word in line:
        middle = (word.x0 + word.x1) / 2
        places.append(max(sum(border <= middle for border in borders) - 1, 0))
    if waktu is not None:
        places = _with_duration(line, places, borders, waktu)
    groups: dict[int, list[Word]] = {}
    for word, column in zip(line, places, strict=True):
        groups.setdefault(column, []).append(word)
    return {column: join(word.span for word in group) for column, group in groups.items()}


def _with_duration(line: Sequence[Word], places: list[int], borders: Sequence[int], waktu: int) -> list[int]:
    """The same with a duration near its column put into it, and its neighbours beside it.

    A crowded line is pushed together: "Berkas permohonan 1 Jam Berkas terverifikasi" stands
    some characters off the columns of the other lines.
    """
    texts = [word.span.text for word in line]
    near = [
        at
        for at, word in enumerate(line)
        if borders[waktu] - _DRIFT <= word.x0
        and (waktu + 1 >= len(borders) or word.x0 < borders[waktu + 1] + _DRIFT)
    ]
    for at in near:
        for length in (4, 3, 2, 1):
            phrase = " ".join(texts[at : at + length])
            whole = (
                DURATION.fullmatch(phrase) if length > 1 else (_COUNT.match(phrase) or _UNIT.match(phrase))
            )
            if not whole or len(texts[at : at + length]) < length:
                continue
            alone = length > 1 or _stands_alone(line, at)
            if not alone or (waktu in places and places[at] == waktu):
                continue
            return [
                min(place, waktu - 1) if i < at else max(place, waktu + 1) if i >= at + length else waktu
                for i, place in enumerate(places)
            ]
    return places


def _stands_alone(line: Sequence[Word], at: int) -> bool:
    """Whether a gap stands before or behind a word."""
    before = at == 0 or line[at].x0 - line[at - 1].x1 > 1
    behind = at + 1 == len(line) or line[at + 1].x0 - line[at].x1 > 1
    return before or behind


def _draft(section: Section, body: Sequence[dict[int, Span]]) -> Draft:
    draft = Draft()
    actor = 0
    for at, column in enumerate(section.columns):
        span = join((cells[at] for cells in body if at in cells), "\n")
        if column.role == AKTOR:
            if span:
                draft.marks.append((actor, span))
            actor += 1
        elif span:
            draft.cells[column.role] = span
    return draft


def _append(before: Draft, rest: Draft) -> None:
    for role, span in rest.cells.items():
        known = before.cells.get(role)
        before.cells[role] = join((known, span), "\n") if known else span
    before.marks.extend(rest.marks)

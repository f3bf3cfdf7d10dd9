"""Lines that run straight across a table's columns, gathered into rows, without their durations.

The residue of drawn lines (a lone "<", "|" or "J") is dropped from the words, but its place
is kept: it stood in the actors' columns, so the step ends there.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from extractors.data import table
from extractors.layouts.chain import Anchor
from extractors.layouts.flat_starts import Begin, row_begins
from extractors.lexicon.branch_names import answers
from extractors.lexicon.durations import BOUNDS, COUNTED_FOR, DURATION, is_usual_unit, is_whole_duration
from extractors.lexicon.vocabulary import known
from extractors.pages import Line
from extractors.spans import Span, join
from extractors.texts.smears import is_smear

_WORD = re.compile(r"\|(?=\d)|\S+")
"""A word; a rule before a figure is none of it: "|5 menit"."""
_COUNT = re.compile(r"[±~<>]?[\dOl]{1,3}(?:[.,]\d)?(?:-\d{1,2})?$")
_RESIDUE = re.compile(r"[^\w\s]{1,3}$|[A-Za-z]$|[CDLOQU][)\]}|_]{1,2}$|[|\\/]\S?$|\|\S{0,4}$")
_KEEP = frozenset(("&", "/", "-", "–"))
_DASHES = frozenset(("-", "–"))
_LETTERED = frozenset(table("tanda")["bertanda"]["kata"])
_RULED = 3
"""Residue in a line from which rules between its cells left it."""
_SPECK, _OFTEN = 3, 2
"""Letters of a speck at most, and how often a word stands in a text that is none."""
_MAX_LINES = 9
_MAX_WORDS = 60  # of a line; a longer one is a paragraph, and the ways to cut it grow with the square
_MIDDLE = 0.5
_ACROSS = 0.4
_WORDS_BEFORE = 2

Words = Sequence[Span]


@dataclass(frozen=True, slots=True)
class RowLine:
    """One line of a row.

    Attributes:
        words: its words, without the duration's and without residue.
        time: before which of the words the duration stood; None when it was not in this line.
        mark: before which of the words residue stood last; None without any.
        bars: before which of the words residue stood at all.
        lead: how much residue stood before the first word.
    """

    words: Words
    time: int | None = None
    mark: int | None = None
    bars: frozenset[int] = frozenset()
    lead: int = 0


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row: its number and duration as printed, its lines, and which of them carried the number."""

    number: Span | None
    lines: Sequence[RowLine]
    time: Span | None
    head: int


def read_rows(
    lines: Sequence[Line], chain: Sequence[Anchor], start: int, end: int, is_step: Callable[[str], bool]
) -> list[list[FlatRow]]:
    """The ways to read the lines [start, end) as rows, some of them around the anchors of a chain.

    Of a row that begins with its step, the line right above is of the row before or, where cells are aligned to the
    middle, of it: whichever way the cells of all rows are better texts.
    """
    texts = [line.span.text for line in lines]
    own = Counter(word for text in texts for word in text.split())
    begins = row_begins(texts, chain, start, end, is_step)
    ways = []
    habit = _lines_above(texts, begins)
    for above in [frozenset[int](), habit] if habit else [habit]:
        lows = [begin.line - (begin.line - 1 in above) for begin in begins]
        ways.append(
            [
                _row(lines, begin.anchor, low, high, begin.line, own)
                for begin, low, high in zip(begins, lows, [*lows[1:], end], strict=True)
            ]
        )
    return ways


def _lines_above(texts: Sequence[str], begins: Sequence[Begin]) -> frozenset[int]:
    """The lines right above the first ones of steps that belong to their rows, where cells are aligned to the middle.

    There most of them begin like a cell, with a capital or residue; under cells aligned to
    the top they are the end of the row before and mostly go on in lower case.
    """
    candidates = [
        begin.line - 1
        for begin in begins[1:]
        if texts[begin.line - 1] and not _has_rest_of_duration(texts[begin.line - 2], texts[begin.line - 1])
    ]
    upper = [at for at in candidates if not _goes_on(texts[at])]
    return frozenset(upper) if len(upper) > _MIDDLE * len(begins) else frozenset()


def _has_rest_of_duration(before: str, text: str) -> bool:
    """Whether a line holds the unit of a duration whose number stands in the line before it."""
    if DURATION.search(before) or DURATION.search(text):
        return False
    return any(_COUNT.match(word) for word in before.split()) and any(
        is_usual_unit(word) for word in text.split()
    )


def _goes_on(text: str) -> bool:
    """Whether a line goes on with a sentence, or with a list: residue before it does not count."""
    first = next((word for word in text.split() if not _RESIDUE.match(word)), "")
    return first[:1].islower() and len(first) > 1


def _row(
    lines: Sequence[Line], anchor: Anchor, begin: int, end: int, head_line: int, own: Counter[str]
) -> FlatRow:
    first = lines[anchor.line].span
    digits = re.search(r"\w+", first.text[: anchor.end])
    number = first.cut(digits.start(), digits.end()) if digits and anchor.number else None
    spans = [
        line.span if at != anchor.line else first.cut(anchor.end)
        for at, line in enumerate(lines[begin:end], begin)
    ]
    kept = [
        (at, _words(span, own)) for at, span in enumerate(spans, begin) if span and not is_smear(span.text)
    ]
    kept = [entry for entry in kept if 0 < len(entry[1].words) <= _MAX_WORDS][:_MAX_LINES]
    head = next((i for i, (at, _) in enumerate(kept) if at == head_line), 0)
    removed, time = _find_duration([line.words for _, line in kept])
    rows = [_line(line, removed.get(i, ())) for i, (_, line) in enumerate(kept)]
    return FlatRow(number, rows, time, head)


def _line(line: RowLine, removed: Collection[int]) -> RowLine:
    """A line without some of its words; what stood before them is counted anew."""
    kept = [word for at, word in enumerate(line.words) if at not in removed]
    time, mark = min(removed) if removed else None, line.mark
    if mark == time and mark is not None:  # it parts the duration from what is before it
        mark = max((bar for bar in line.bars if bar < mark), default=None)
    if mark is not None:
        mark = None if time is not None and mark > time else mark - sum(at < mark for at in removed)
    bars = frozenset(bar - sum(at < bar for at in removed) for bar in line.bars)
    return RowLine(kept, time, mark, bars, line.lead)


def _words(span: Span, own: Counter[str]) -> RowLine:
    """The words of a line without the residue of drawn lines, and where that stood; ``own`` counts those of the text."""
    found = [span.cut(match.start(), match.end()) for match in _WORD.finditer(span.text)]
    texts = [word.text for word in found]
    residue = _residue(texts)
    specks = [
        _is_speck(text, own) or _names_way(text, texts[at - 1] if at else "") for at, text in enumerate(texts)
    ]
    drawn = residue if any(residue) else [*specks[:-1], False]
    gone = [one or other for one, other in zip(residue, specks, strict=True)]
    for at in range(
        1, len(texts)
    ):  # what was read of symbols beside letters of such is no number of anything
        counts = at + 1 < len(texts) and is_usual_unit(texts[at + 1])
        beside = gone[at - 1] and texts[at - 1].isalnum()
        gone[at] = gone[at] or (beside and len(texts[at]) == 1 and texts[at].isdigit() and not counts)
    words = [word for word, out in zip(found, gone, strict=True) if not out]
    bars = [at - sum(gone[:at]) for at, out in enumerate(drawn) if out]
    mark = bars[-1] if bars and words else None
    return RowLine(words, None, mark, frozenset(bars), bars.count(0))


def _is_speck(text: str, own: Counter[str]) -> bool:
    """Whether a word of few letters is what an engine read a symbol as: nobody writes it, and it stands but once."""
    bare = text.strip(".,;:()|/-")
    return 1 < len(bare) <= _SPECK and bare.isalpha() and own[text] < _OFTEN and not known(bare)


def _names_way(text: str, before: str) -> bool:
    """Whether a word is the name of a way at a decision: "Tidak" with a capital that begins no sentence."""
    return text[:1].isupper() and answers(text) and before[-1:] not in (".", ":", "")


def _residue(texts: Sequence[str]) -> list[bool]:
    """Which words of a line are residue of drawn lines."""
    found: list[bool] = []
    for at, text in enumerate(texts):
        before = texts[at - 1] if at else ""
        joined = text.isalpha() and (before in _KEEP or before.casefold() in _LETTERED)
        behind = bool(found) and found[-1] and at + 1 == len(texts) and text.isdigit() and len(text) == 1
        found.append(behind or (_RESIDUE.match(text) is not None and text not in _KEEP and not joined))
    for at in reversed(range(len(texts))):  # the last column is mostly empty, which a dash says
        if at and not found[at] and texts[at] not in _DASHES:
            break
        found[at] = found[at] or at > 0
    if sum(found) < _RULED:
        return found
    # Among many strokes a one is a stroke as well, and a dash between two is all of a cell.
    for at in (*range(len(texts)), *reversed(range(len(texts)))):
        beside = (at == 0 or found[at - 1]) + (at + 1 == len(texts) or found[at + 1])
        counts = at + 1 < len(texts) and is_usual_unit(texts[at + 1])
        if texts[at] == "1" and not counts:
            found[at] = found[at] or beside > 0
        elif texts[at] in _KEEP:
            found[at] = found[at] or beside > 1
    return found


def _find_duration(lines: Sequence[Words]) -> tuple[dict[int, tuple[int, ...]], Span | None]:
    """The words of a row that make its duration, by line, and the duration."""
    for at, words in enumerate(lines):
        texts = [word.text for word in words]
        for length in (5, 4, 3, 2, 1):
            for start in range(len(words) - length, -1, -1):
                phrase = " ".join(texts[start : start + length])
                if (start or at) and is_whole_duration(phrase.rstrip("/ ")):
                    return _with_per(lines, at, start, start + length)
    return _broken_duration(lines)


def _with_per(
    lines: Sequence[Words], at: int, start: int, end: int
) -> tuple[dict[int, tuple[int, ...]], Span]:
    """The duration in words [start, end) of a line, with "/ desa" where that stands in the next line."""
    slashes = [i for i in range(end, len(lines[at])) if lines[at][i].text == "/"]
    removed = {at: (*range(start, end), *slashes)}
    time = list(lines[at][start:end])
    below = lines[at + 1] if at + 1 < len(lines) else ()
    opened = bool(slashes) or lines[at][end - 1].text.endswith("/") or any(word.text == "/" for word in below)
    unit = (
        next((i for i, word in enumerate(below) if word.text.strip("/") in COUNTED_FOR), None)
        if opened
        else None
    )
    if unit is not None:
        begin = unit - 1 if unit and below[unit - 1].text == "/" else unit
        removed[at + 1] = tuple(range(begin, unit + 1))
        time.extend(below[begin : unit + 1])
    return removed, join(time)


def _broken_duration(lines: Sequence[Words]) -> tuple[dict[int, tuple[int, ...]], Span | None]:
    """A duration broken over two lines: "… 10 Surat" over "… menit Edaran"."""
    for at in range(len(lines) - 1):
        counts = [i for i, word in enumerate(lines[at]) if _COUNT.match(word.text)]
        units = [i for i, word in enumerate(lines[at + 1]) if is_usual_unit(word.text)]
        if counts and units:
            count, unit = counts[-1], units[0]
            start = count
            while start > 1 and lines[at][start - 1].text.casefold() in BOUNDS:
                start -= 1
            time = join([join(lines[at][start : count + 1]), lines[at + 1][unit]], "\n")
            return {at: tuple(range(start, count + 1)), at + 1: (unit,)}, time
    return {}, None


def runs_across(rows: Sequence[FlatRow]) -> bool:
    """Whether durations mostly stand between other cells' words rather than on lines of their own."""
    across = stacked = 0
    for row in rows:
        for at, line in enumerate(row.lines):
            if line.time is not None:
                across += line.time >= _WORDS_BEFORE
                stacked += line.time == 0 or (at > row.head and line.time < _WORDS_BEFORE)
                break
    return across > stacked and across >= max(2, _ACROSS * len(rows))

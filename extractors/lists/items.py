"""The items of a box: "1." "a." "-" ``<li>`` or nothing at all, also glued into one line.

An item keeps the number that was printed before it, so that a list which runs on in
another box can be put together again.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.lexicon.open_ends import awaits_number, is_open
from extractors.lexicon.signs import REGULATION
from extractors.lists.worn_marks import BULLET_READ, misread_bullets, worn_marks
from extractors.spans import BARIS, BUTIR, PARAGRAF, SELA, Span, join

_BREAK = re.compile(f"[{BARIS}{SELA}{PARAGRAF}{BUTIR}]")
_NUMBER = re.compile(
    r"\s*(?:[-–•*]\s+)?\(?(\d{1,2})\s?([.)]|:(?=\s[A-Z])|(?=\s[A-Z])(?!\s+Tahun\b))\s*(?=\S)"
)
_LETTER = re.compile(r"\s*(?:[-–•*]\s+)?\(?([a-z])\s?([.)])\s*(?=\S)")
_CAPITAL = re.compile(r"\s*([A-Z])([.)])\s+(?=\S)")
_SYMBOL_FONT = "\uf020-\uf0ff"
"""Where PDFs put the signs of fonts without letters: the bullets that Word draws with Symbol and Wingdings."""
_BULLET = re.compile(rf"\s*([-–—•●▪◦·*>✓➢»§❏❑❒❖➔➤◆■□○{_SYMBOL_FONT}]|o(?=\s))\s*(?=\S)")
_BARE = re.compile(rf"\s*(?:\(?\d{{1,2}}[.)]|\(?[a-z][.)]|[-–—•●▪◦·*{_SYMBOL_FONT}])\s*")
_LOST = re.compile(r"\s*(?:[.)]{1,2}\s+(?=\S)|:\s+(?=[A-Z]))")
"""The stop of a number whose figure was lost, or what was read of both."""
_NUMBER_READ = re.compile(r"\s*\(?(\d{1,2})\s?[.,)]\s*(?=\S)")
"""A number with a stop that an engine may have taken for a comma."""
_MARKERS = {
    "angka": _NUMBER,
    "terbaca": _NUMBER_READ,
    "huruf": _LETTER,
    "kapital": _CAPITAL,
    "butir": _BULLET,
    "butir terbaca": BULLET_READ,
}
_BULLETS = ("butir", "butir terbaca")
_REGULATION = rf"(?=[A-Z]){REGULATION}"
"""What an entry of a list of regulations begins with, where its number has lost its stop."""
_FULL_LINE = 0.72
_SPACED = 0.6
"""The share of lines with an empty one before them from which empty lines are the spacing of a text."""
_FEW_LINES = 4
_STROKE = 10
"""So much more a number is read as when the rule beside it is taken for a 1: "14." for "| 4."."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; ``nomor`` counts from 1 ("c." is 3), None without a number.

    ``jenis`` is the kind of its marker: angka, huruf, kapital, butir, or empty without one.
    """

    span: Span
    nomor: int | None = None
    jenis: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of a box: its text and what kind of break stood before it (BARIS, SELA, PARAGRAF or BUTIR)."""

    span: Span
    mark: str = BARIS


def pieces(span: Span, first: str = BARIS) -> list[Piece]:
    """The lines of a cell; ``first`` is the break before its first line."""
    found: list[Piece] = []
    start, mark = 0, first
    for match in _BREAK.finditer(span.text):
        part = span.cut(start, match.start()).strip()
        if part:
            found.append(Piece(part, mark))
            mark = match.group()
        elif match.group() > mark:
            mark = match.group()
        start = match.end()
    last = span.cut(start).strip()
    return [*found, Piece(last, mark)] if last else found


def items(lines: Sequence[Piece], lebar: int = 0) -> list[Item]:
    """The entries of a list; nested entries stay inside the one that they belong to. ``lebar`` letters fill a line of it."""
    lines = [line for line in _with_marks(lines) if not is_bare(line.span.text)]
    if not lines:
        return []
    lines = _closed_up(lines)
    kind = "terbaca" if _misread_stops(lines) else _kind(lines)
    texts = [line.span.text for line in lines]
    if kind in (None, "angka", "huruf") and (worn := worn_marks(texts, number_of(texts[0]))):
        return _marked(lines, *worn)
    if kind is None and misread_bullets(texts):
        kind = "butir terbaca"
    return _marked(lines, kind, {}) if kind else _unmarked(lines, lebar)


def _with_marks(lines: Sequence[Piece]) -> list[Piece]:
    """The lines with a mark that stands alone put before the text behind it; several in a row are of texts elsewhere.

    One dash alone says that there is nothing, several with texts behind them are bullets.
    """
    found: list[Piece] = []
    bare = [is_bare(line.span.text) for line in lines]
    before = [
        at > 0 and bare[at - 1] and not bare[at] and not (at > 1 and bare[at - 2]) for at in range(len(lines))
    ]
    stops = {lines[at - 1].span.text.strip()[-1:] for at, alone in enumerate(before) if alone}
    bullets = sum(before) > 1 and len(stops) == 1
    for line, alone in zip(lines, before, strict=True):
        marks = alone and (bullets or found[-1].span.text.strip()[-1:] in ".)")
        if marks and number_of(line.span.text) is None:
            found[-1] = replace(found[-1], span=join((found[-1].span, line.span), " "))
        else:
            found.append(line)
    return found


def _closed_up(lines: Sequence[Piece]) -> Sequence[Piece]:
    """The lines without the empty ones between them where those part no entries: one stands inside a sentence.

    A text in double spacing has an empty line between any two, whether they are of one entry or not.
    """
    parted = [at for at in range(1, len(lines)) if lines[at].mark == PARAGRAF]
    inside = any(_is_inside(lines[at - 1].span.text, lines[at].span.text) for at in parted)
    marked = any(number_of(line.span.text) for line in lines)
    spaced = marked and len(lines) >= _FEW_LINES and len(parted) >= _SPACED * (len(lines) - 1)
    if not inside and not spaced:
        return lines
    widest = max(len(line.span.text) for line in lines)
    return [
        replace(line, mark=BARIS)
        if line.mark == PARAGRAF and (inside or _is_full(lines[at - 1].span.text, widest))
        else line
        for at, line in enumerate(lines)
    ]


def _is_inside(before: str, text: str) -> bool:
    """Whether two lines can only be of one sentence."""
    if number_of(text):
        return False
    return text[:1].islower() or is_open(before, "kutipan", "judul")


def _is_full(text: str, widest: int) -> bool:
    """Whether a line is so long that its sentence may go on below it."""
    return text[-1:] not in ".;:" and len(text) >= _FULL_LINE * widest


def number_of(text: str) -> tuple[str, int] | None:
    """Kind and position of the marker that a line begins with: ("angka", 3) for "3." and ("huruf", 3) for "c."."""
    for kind in ("angka", "huruf", "kapital"):
        match = _MARKERS[kind].match(text)
        if match:
            return kind, _position(match.group(1))
    return ("butir", 0) if _BULLET.match(text) else None


def is_bare(text: str) -> bool:
    """Whether a line is a marker without anything behind it."""
    return bool(_BARE.fullmatch(text))


def _position(marker: str) -> int:
    return int(marker) if marker.isdecimal() else ord(marker.lower()) - ord("a") + 1


def _kind(lines: Sequence[Piece]) -> str | None:
    """Which markers separate the entries: those of the first line, or the first that come to count at all."""
    first = number_of(lines[0].span.text)
    if first and (first[1] <= 1 or first[0] == "angka" or _follows(lines, first)):
        return first[0]
    for line in lines[1:]:
        later = number_of(line.span.text)
        if later and later[1] <= 1 and later[0] != "huruf":
            return later[0]
    return _second(lines[1:]) if first is None else None


def _second(lines: Sequence[Piece]) -> str | None:
    """The kind of the markers of a list that begin with the second: that of the first entry was not read."""
    marks = [mark for line in lines if (mark := number_of(line.span.text)) and mark[0] != "butir"]
    return marks[0][0] if marks and marks[0][1] == 2 else None


def _misread_stops(lines: Sequence[Piece]) -> bool:
    """Whether the lines count on from 1 only if the stop behind some number was read as a comma."""
    read = [int(match[1]) for line in lines if (match := _NUMBER_READ.match(line.span.text))]
    sure = [line for line in lines if (mark := number_of(line.span.text)) and mark[0] == "angka"]
    return len(sure) < len(read) > 2 and read == list(range(1, len(read) + 1))


def _follows(lines: Sequence[Piece], first: tuple[str, int]) -> bool:
    return any(number_of(line.span.text) == (first[0], first[1] + 1) for line in lines[1:])


def _marked(lines: Sequence[Piece], kind: str, worn: Mapping[int, tuple[int, int]]) -> list[Item]:
    """The entries by their markers; ``worn`` has those that no pattern knows, as end and number by line."""
    found: list[tuple[list[Span], int | None]] = []
    numbered, named = kind not in _BULLETS, "angka" if kind == "terbaca" else kind
    if kind == "butir" and len(lines) == 1:
        return _bulleted(lines[0].span)
    expected = 1
    widest = max(len(line.span.text) for line in lines)
    for at, line in enumerate(lines):
        text = line.span.text
        end, here = worn.get(at) or _marker(text, kind, expected)
        if here is not None:
            here = _counted(here, expected) if found else 1 if _misread_first(lines, kind) else here
        if end and numbered and found and _strayed(text[end:], lines[at - 1].span.text):
            found[-1][0].append(line.span.cut(end))
        elif end and (not numbered or _acceptable(here or 0, expected, line, first=not found)):
            found.append(([line.span.cut(end)], here))
            expected = (here or 0) + 1
        elif numbered and (lost := _LOST.match(text)):
            found.append(([line.span.cut(lost.end())], None))
            expected += 1
        elif not found or _own_entry(line, lines[at - 1] if at else None):
            found.append(([line.span], None))
        elif numbered and (anew := _cites_anew(text, lines[at - 1].span.text, widest)):
            found.append(([line.span.cut(anew.end())], None))
            expected += 1
        else:
            found[-1][0].append(line.span)
        if numbered:
            expected = _split_glued(found, named, expected, lines[at + 1 :])
    return [
        Item(join(spans, "\n").strip(), nomor, named if nomor else "") for spans, nomor in found if any(spans)
    ]


def _marker(text: str, kind: str, expected: int) -> tuple[int, int | None]:
    """Where the marker of a line ends, 0 without one, and its number, if markers of its kind have one."""
    match = _MARKERS[kind].match(text) or _misread(text, kind, expected)
    if match is None:
        return 0, None
    return match.end(), None if kind in _BULLETS else _position(match.group(1))


def _counted(number: int, expected: int) -> int:
    """The number that was read of a marker, without the rule beside it."""
    return expected if number == expected + _STROKE else number


def _misread(text: str, kind: str, expected: int) -> re.Match[str] | None:
    """What was read of a bullet among others, and the marker "C." where "c." is to come.

    Small and capital letters of one shape are mistaken for each other.
    """
    if kind == "butir":
        return BULLET_READ.match(text)
    other = _CAPITAL.match(text) if kind == "huruf" else _LETTER.match(text) if kind == "kapital" else None
    return other if other and _position(other.group(1)) == expected else None


def _misread_first(lines: Sequence[Piece], kind: str) -> bool:
    """Whether the marker after the first is that of a second entry, so that the first must be that of the first."""
    marks = [match.group(1) for line in lines if (match := _MARKERS[kind].match(line.span.text))]
    return len(marks) > 1 and _position(marks[0]) > 2 and _position(marks[1]) == 2


def _bulleted(line: Span) -> list[Item]:
    """The entries of one line "- ATK - Komputer/ Laptop - Printer"."""
    bullet = re.escape(line.text.lstrip()[0])
    # "Undang - Undang" is one word, not the end of one entry and the beginning of the next.
    doubled = r"(?<!Undang)(?<!undang)" if bullet == r"\-" else ""
    return [
        Item(part)
        for part in line.split(re.compile(rf"(?:^\s*|{doubled}\s){bullet}\s*(?=[A-Z0-9])|^\s*{bullet}"))
    ]


def _acceptable(here: int, expected: int, line: Piece, first: bool) -> bool:
    """Whether a number at the start of a line begins an entry: "29 Tahun 2014" on a wrapped line does not."""
    if first or here == expected:
        return True
    if here < expected:
        # The count begins anew, or another list goes on here.
        return here == 1 or line.mark == BUTIR or (line.mark == PARAGRAF and _is_regulation(line.span.text))
    return here <= expected + 3 or line.mark != BARIS


def _is_regulation(text: str) -> bool:
    """Whether what stands behind the number of an entry begins like a regulation."""
    match = _NUMBER.match(text)
    return match is not None and re.match(_REGULATION, text[match.end() :]) is not None


def _cites_anew(text: str, before: str, widest: int) -> re.Match[str] | None:
    """What stands before the next regulation in a line that begins it: a sign that its number was read as, or nothing.

    Without a sign it stands behind a finished line, or a short one; a comma at its end may be a stop that was misread.
    """
    begins = re.match(rf"([\w&§]\s+)?(?={_REGULATION})", text)
    if before[-1:] in ".;:" or begins is None:
        return begins
    short = begins[1] is not None or len(before) < _FULL_LINE * widest
    return begins if short and not is_open(before.rstrip(","), "kutipan", "judul") else None


def _strayed(rest: str, before: str) -> bool:
    """Whether a marker stands a line too low: what is behind it is the number that the line before asks for."""
    return rest[:1].isdecimal() and awaits_number(before)


def _own_entry(line: Piece, before: Piece | None) -> bool:
    """Whether a line without a marker stands for itself: a new paragraph behind a finished entry."""
    if line.mark == BUTIR:
        return True
    return line.mark == PARAGRAF and before is not None and line.span.text[:1].isupper()


def _split_glued(
    found: list[tuple[list[Span], int | None]], kind: str, expected: int, below: Sequence[Piece]
) -> int:
    """Split the last line at further markers glued into it: "…Pemerintah;2. Peraturan…", "Kantorb. Komputer", "…; 2"."""
    while True:
        spans, _ = found[-1]
        match = _glued(kind, expected).search(spans[-1].text)
        if not match:
            break
        whole = spans[-1]
        spans[-1] = whole.cut(0, match.start(match.lastindex or 0)).strip()
        found.append(([whole.cut(match.end()).strip()], expected))
        expected += 1
    end = _begins_next(spans[-1].text, below, expected) if kind == "angka" and spans else None
    if end is None:
        return expected
    spans[-1] = spans[-1].cut(0, end)
    found.append(([], expected))
    return expected + 1


def _begins_next(text: str, below: Sequence[Piece], expected: int) -> int | None:
    """Where a number at the end of a line is the marker of the entry that begins with the next: "…; 2" over "Mampu …" and "3. …"."""
    last = re.search(rf"(?<=[;.,])\s+{expected}[.)]?\s*$|\s{expected}[.)]\s*$", text)
    if not last or not below or _NUMBER.match(below[0].span.text):
        return None
    if len(below) == 1:  # "… fungsi 2." over "Mampu …"
        stopped = last[0].rstrip()[-1] in ".)" and not awaits_number(text[: last.start()])
        return last.start() if stopped and below[0].span.text[:1].isupper() else None
    after = (match for line in below[1:] if (match := _NUMBER.match(line.span.text)))
    following = next(after, None)
    return last.start() if following and _position(following.group(1)) == expected + 1 else None


@lru_cache(maxsize=256)
def _glued(kind: str, expected: int) -> re.Pattern[str]:
    """Where the marker of that number stands inside a line.

    It follows a letter, a bracket or the end of a sentence, never another digit, and a
    capital or a word begins behind it; "Nomor 2. " of a citation is spared by its word.
    """
    if kind == "angka":
        return re.compile(
            rf"(?<![\d/,])(?<!\d\.)(?<!nomor )(?<!no\. )(?<!no )(?<!tahun )(?<!pasal )(?<!tk\. )(?:"
            rf"((?<=[^\d\s(/-]){expected}[.)]|(?<=\s){expected}[.)])\s*(?=[A-Za-z(\"“])"
            rf"|((?<=[a-z\d;.)]\s){expected})\s+(?={_REGULATION}))",
            re.IGNORECASE,
        )
    letter = chr(ord("a") + expected - 1) if 0 < expected <= 26 else "\0"
    if kind == "kapital":
        return re.compile(rf"(?<=[;.,\s])({letter.upper()}[.)])\s+(?=[A-Z])")
    return re.compile(rf"(?<=[A-Za-z;.,)\s])({letter}[.)])\s+(?=[A-Z])|(?<=[;.,\s])({letter}[.)])\s+(?=\S)")


def _unmarked(lines: Sequence[Piece], lebar: int) -> list[Item]:
    """Entries without markers: list items, paragraphs, or lines that each stand for themselves."""
    groups: list[list[Span]] = []
    widest = max(lebar, *(len(line.span.text) for line in lines))
    for at, line in enumerate(lines):
        if not groups or _begins(line, lines[at - 1], widest):
            groups.append([line.span])
        else:
            groups[-1].append(line.span)
    return [Item(join(group, "\n")) for group in groups]


def _begins(line: Piece, before: Piece, widest: int) -> bool:
    """Whether an unmarked line begins an entry rather than going on with the one before."""
    if line.mark == BUTIR:
        return True
    text, last = line.span.text, before.span.text
    if not (text[:1].isupper() or text[:1].isdigit() or text[:1] in '"“('):
        return False
    if is_open(last, "kutipan", "judul"):
        return False
    if line.mark == PARAGRAF or last[-1:] in ".;":
        return True
    return len(last) < _FULL_LINE * widest or widest < 24

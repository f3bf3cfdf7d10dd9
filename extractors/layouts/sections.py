"""SOPs written as sections, lettered ("B. DASAR HUKUM / REFERENSI" above its list) or numbered in a table, instead of as boxes.

Service standards are written so, and the forms of health centres. A heading is believed only as one of a
series; what stands between two headings, or beside one, is the content of the first.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.fragments import FlowRow
from extractors.layouts.fields import Value
from extractors.lexicon.labels import box_named, section_named
from extractors.lexicon.signs import opens_signature
from extractors.lexicon.step_headings import LAIN, LANGKAH
from extractors.lists.items import Piece, number_of, pieces
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import BARIS, PARAGRAF, Span, join

_HEADINGS = {
    "kapital": re.compile(r"\s*([A-Z])(?:(?i:\1)?[.,:;)]\s+|\s+(?=[A-Z]{3}))(\S.{3,80})"),
    "romawi": re.compile(r"\s*([IVX]{1,5})[.,:;)]\s+(\S.{3,80})"),
    "angka": re.compile(r"\s*(\d{1,2})[.,:;)]\s+(\S.{3,80})"),
    "nama": re.compile(r"\s*()(\S.{3,80})"),
}
"""How a heading begins in each kind of series, the last being that of names without marks; engines lose the stop behind a
letter ("E INDIKATOR") and double it ("Pp. PELAKSANA")."""
_MARKED = re.compile(r"\s*\w{1,2}[.,:;)]\s+(\S.{3,80})")
"""A heading behind any mark."""
_ROMAN = dict(
    zip(
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"],
        range(15),
        strict=True,
    )
)
_AROUND = " :.-"
"""What may stand around the name of a section."""
_NUMBER = re.compile(r"\s*(?:\d{1,2}|[A-Za-z]|[IVX]{1,5})[.,:;)]\s*")
"""The mark of a section, whose stop engines read as other signs."""
_LEAST = 4
"""Fewer headings are no series: an annex of several SOPs letters their titles."""
_SKIPPED = 2
"""So many letters may be missing in the series."""
_SURE = 0.9
_COLUMNS, _ASIDE = 2, 8
"""So many entries at least stand side by side; letters by which a line of one may begin beside it."""


@dataclass(frozen=True, slots=True)
class Sections:
    """What the sections of an SOP say.

    Attributes:
        values: the boxes by contract key.
        langkah: the lines of the section that holds the steps.
        rows: those of no section.
        ekor: the rows from a signature block at the end of the last section on.
        lebar: letters in the longest line of all sections.
        rapat: whether names of boxes stand right below each other, as those of boxes side by side do in a text.
    """

    values: Mapping[str, Value]
    langkah: tuple[Piece, ...]
    rows: list[FlowRow]
    ekor: list[FlowRow]
    lebar: int = 0
    rapat: bool = False


def read_sections(rows: Sequence[FlowRow]) -> Sections:
    """The boxes and steps that sections hold, and the rows that are in no section.

    Args:
        rows: those above the procedure.
    """
    in_table = _form(rows)
    if in_table:
        return _read_form(rows, in_table)
    starts, kind = _series(rows)
    if len(starts) < _LEAST:
        return Sections({}, (), list(rows), [])
    found: dict[str, Value] = {}
    langkah: tuple[Piece, ...] = ()
    end = _signed(rows, starts[-1])
    rapat = any(
        high - low == 1 and _boxed(rows[low], kind) and _boxed(rows[high], kind)
        for low, high in pairwise(starts)
    )
    for start, stop in pairwise([*starts, end]):
        title = _title(rows[start], kind) or rows[start].text.strip(_AROUND)
        lines = _lines(rows[start + 1 : stop])
        key = box_named(title) or section_named(title)
        if key in KOTAK and lines and key not in found:
            found[key] = Value(key, lines, "bagian", _SURE)
        elif lines and not langkah and section_named(title) == LANGKAH:
            langkah = lines
    if not found:
        return Sections({}, (), list(rows), [])
    outside = [row for at, row in enumerate(rows) if at < starts[0] or (_in_table(row) and at < end)]
    wide = max((len(row.text) for row in rows[starts[0] : end] if not _in_table(row)), default=0)
    return Sections(found, langkah, outside, list(rows[end:]), wide, rapat)


def _boxed(row: FlowRow, kind: str) -> bool:
    return section_named(_title(row, kind) or "") in KOTAK


def _signed(rows: Sequence[FlowRow], last: int) -> int:
    """Where the signature block below the last section begins; the end of the rows without one."""
    places = range(last + 1, len(rows))
    return next(
        (at for at in places if opens_signature(rows[at].text) and not _in_table(rows[at])), len(rows)
    )


def _form(rows: Sequence[FlowRow]) -> list[int]:
    """The rows of the table whose first cells name sections, one of them that of the steps; none otherwise."""
    named = [at for at, row in enumerate(rows) if _in_table(row) and _named(row)]
    units = [rows[at].fragments[0].unit for at in named]
    found = [at for at, unit in zip(named, units, strict=True) if unit == max(units, key=units.count)]
    return found if len(found) >= _LEAST and any(_named(rows[at]) == LANGKAH for at in found) else []


def _named(row: FlowRow) -> str | None:
    """The section that the first of two cells names."""
    if len(row.fragments) != 2:
        return None
    text = row.fragments[0].span.text
    number = _NUMBER.match(text)
    name = section_named((text[number.end() :] if number else text).strip(_AROUND))
    return name if name not in IDENTITAS else None


def _read_form(rows: Sequence[FlowRow], named: Sequence[int]) -> Sections:
    """The sections of a table, each beside its name; a row without a name goes on with the one above."""
    unit = rows[named[0]].fragments[0].unit
    held: dict[str, list[Piece]] = {}
    outside: list[FlowRow] = []
    key: str | None = None
    for at, row in enumerate(rows):
        if at < named[0] or row.fragments[0].unit != unit:
            outside.append(row)
            continue
        content = row.fragments[-1].span
        if len(row.fragments) > 1:
            key = _named(row)
        if key and key not in held:
            held[key] = list(pieces(content))
        elif key:
            held[key].extend(pieces(content))
    values = {key: Value(key, tuple(lines), "bagian", _SURE) for key, lines in held.items() if key in KOTAK}
    wide = max((len(line.span.text) for lines in held.values() for line in lines), default=0)
    return Sections(values, tuple(held.get(LANGKAH, ())), outside, [], wide)


def _series(rows: Sequence[FlowRow]) -> tuple[list[int], str]:
    """The rows with the headings of the longest series that counts on from its first mark, and its kind."""
    return max(((_longest(rows, kind), kind) for kind in _HEADINGS), key=lambda found: len(found[0]))


def _longest(rows: Sequence[FlowRow], kind: str) -> list[int]:
    """The longest series of one kind; one of names alone has those of the steps and of what no box holds among them.

    Names of boxes alone are labels, whose boxes may stand side by side.
    """
    places = [_place(row, kind) for row in rows]
    if kind == "nama":
        named = [at for at, place in enumerate(places) if place is not None]
        names = {section_named(_title(rows[at], kind) or "") for at in named}
        return named if {LANGKAH, LAIN} <= names else []
    best: list[int] = []
    for first in (at for at, place in enumerate(places) if place is not None and place <= _SKIPPED):
        series, last = [first], places[first] or 0
        for at in range(first + 1, len(rows)):
            place = places[at]
            if place is None or not last <= place <= last + 1 + _SKIPPED:
                continue
            if place > last or (kind == "romawi" and section_named(_title(rows[at], kind) or "")):
                series.append(at)
                last = max(place, last + 1)  # "II." behind "II." has lost a stroke
        best = max(best, series, key=len)
    return sorted([*best, *_misread(rows, best, places), *_unmarked(rows, best)])


def _misread(rows: Sequence[FlowRow], series: Sequence[int], places: Sequence[int | None]) -> list[int]:
    """The headings with a wrong mark between two of a series that lacks as many: "0. PENGAWASAN" between P and R."""
    found: list[int] = []
    for low, high in pairwise(series):
        odd = [at for at in range(low + 1, high) if not _in_table(rows[at]) and _is_marked(rows[at].text)]
        if len(odd) == (places[high] or 0) - (places[low] or 0) - 1:
            found += odd
    return found


def _unmarked(rows: Sequence[FlowRow], series: Sequence[int]) -> list[int]:
    """The headings behind the first of a series that lost their marks: names of boxes in capitals, alone on their lines."""
    if len(series) < _LEAST:
        return []
    behind = (at for at in range(series[0] + 1, len(rows)) if at not in series and not _in_table(rows[at]))
    return [
        at for at in behind if rows[at].text.isupper() and box_named(rows[at].text.strip(_AROUND)) in KOTAK
    ]


def _is_marked(text: str) -> bool:
    match = _MARKED.fullmatch(text)
    return match is not None and match[1].isupper()


def _place(row: FlowRow, kind: str) -> int | None:
    """The place in its series, from 0, of the mark that a heading begins with: one in capitals or that names a section."""
    match = _HEADINGS[kind].fullmatch(row.text) if not _in_table(row) else None
    if match is None:
        return None
    name = section_named(match[2].strip(_AROUND))
    if name is None or name in IDENTITAS:
        capitals = kind in ("kapital", "romawi") and match[2].isupper() and match[2][-1] not in ".;,"
        if not capitals or kind == "nama":
            return None
    if kind == "romawi":
        return _ROMAN.get(match[1])
    return int(match[1]) - 1 if kind == "angka" else ord(match[1] or "A") - ord("A")


def _title(row: FlowRow, kind: str) -> str | None:
    match = _HEADINGS[kind].fullmatch(row.text) or _MARKED.fullmatch(row.text)
    return match[match.lastindex or 0].strip(_AROUND) if match else None


def _in_table(row: FlowRow) -> bool:
    """Whether a row is of a table: the box with the title that heads each page is no content of a section."""
    return any(fragment.unit for fragment in row.fragments)


def _lines(rows: Sequence[FlowRow]) -> tuple[Piece, ...]:
    """The lines of a section; a line of several entries side by side, each with its mark, is as many."""
    lines: list[Piece] = []
    rows = [row for row in rows if not _in_table(row)]
    while rows:
        count = _in_columns(rows)
        parts = _entries(rows[:count]) if count else _parts([fragment.span for fragment in rows[0].fragments])
        gap = rows[0].gap
        lines.extend(Piece(part, PARAGRAF if gap and not at else BARIS) for at, part in enumerate(parts))
        rows = rows[max(1, count) :]
    return tuple(lines)


def _in_columns(rows: Sequence[FlowRow]) -> int:
    """How many rows from the first on are of entries side by side, each of which may go on below itself."""
    places = _places(rows[0])
    if len(places) < _COLUMNS or not number_of(rows[0].fragments[0].span.text):
        return 0
    below = (
        at
        for at, row in enumerate(rows)
        if at and (row.gap or any(_column(fragment.x, places) is None for fragment in row.fragments))
    )
    return next(below, len(rows))


def _places(row: FlowRow) -> list[int]:
    """Where the fragments of a row begin that have the mark of an entry."""
    return [fragment.x for fragment in row.fragments if number_of(fragment.span.text)]


def _column(x: int, places: Sequence[int]) -> int | None:
    """The column that begins nearest to a place; None where none begins near it."""
    nearest = min(range(len(places)), key=lambda at: abs(places[at] - x))
    return nearest if abs(places[nearest] - x) <= _ASIDE else None


def _entries(rows: Sequence[FlowRow]) -> list[Span]:
    """Entries side by side as they follow each other, each with what stands below it in its column."""
    places = _places(rows[0])
    entries: list[list[Span]] = []
    last: dict[int, list[Span]] = {}
    for fragment in (fragment for row in rows for fragment in row.fragments):
        column = _column(fragment.x, places) or 0
        if column not in last or number_of(fragment.span.text):
            entries.append([])
            last[column] = entries[-1]
        last[column].append(fragment.span)
    return [join(entry) for entry in entries]


def _parts(spans: Sequence[Span]) -> list[Span]:
    """The pieces of a line, put together where one does not begin with the mark of an entry."""
    begins = [0, *(at for at in range(1, len(spans)) if number_of(spans[at].text)), len(spans)]
    return [join(spans[low:high]) for low, high in pairwise(begins) if high > low]

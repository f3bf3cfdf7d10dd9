"""Which column of the procedure table is which, from its heading rows.

Works on a grid of texts (heading rows by column), wherever the grid came from.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from statistics import median

from extractors.lexicon.labels import GROUPS, heading
from extractors.pages import Row
from extractors.spans import Span, join
from extractors.tables.column_contents import (
    cell_at,
    holds_durations,
    holds_texts,
    is_time_at,
    mostly_written,
    usual_width,
    written,
)
from extractors.tables.column_groups import (
    group_spans,
    has_open,
    names_members,
    under_one_heading,
    without_pieces,
)
from extractors.tables.own_headings import own_headings
from extractors.tables.worn_columns import mended

_WORD = re.compile(r"\S+")
_NEWLINE = re.compile(r"\n")
_JOINED = re.compile(r"([^.>]{4,24}?)\s*[.>]\s*(\S.*)")
"""A group's heading and that of a column under it, as tables with one row of headings join them: "Pelaksana.Camat"."""
_COLUMN_NUMBER = re.compile(r"\d{1,3}")
_MARKS = re.compile(r"[\W_]+")
_MOST_ROWS = 4
"""Rows that a heading has at most."""
_COUNT_LENGTH, _COUNTED, _MOSTLY_RISING = 6, 3, 0.75
"""A row that counts columns has nothing longer, so many numbers at least, and this part of it rises."""

_LONGEST = 80
"""Letters of a heading at most: what is done in a step may be so long."""

MUTU = ("kelengkapan", "waktu", "output")
AKTOR = "aktor"
_LIKE = 0.3
"""How far the width of an actor's column may be off that of the others."""


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf column: its role (no, uraian, aktor, kelengkapan, waktu, output, keterangan) and its heading.

    One that ``goes_on`` is the rest of the column to its left: one heading stands over both.
    """

    role: str
    heading: Span
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a table: its columns, and how many rows it takes."""

    columns: tuple[Column, ...]
    rows: int

    def index(self, role: str) -> int | None:
        """Position of the first column of that role."""
        return next((at for at, column in enumerate(self.columns) if column.role == role), None)


def read_heading(rows: Sequence[Row]) -> Heading | None:
    """The heading that a table begins with, or None when its first row is no heading."""
    if not rows or not is_heading_row(rows[0]):
        return None
    if not _names_columns(rows[0]):
        rows = [*map(mended, rows[:_MOST_ROWS]), *rows[_MOST_ROWS:]]
    count = 1
    while count < min(len(rows), _MOST_ROWS) and (
        _goes_on(rows[count], rows[:count]) or _is_counted(rows[count:])
    ):
        count += 1
    leaves = _leaves(rows[:count], rows[count:])
    while count < len(rows) and is_counting_row(rows[count]):
        count += 1
    return Heading(leaves, count) if leaves else None


def is_heading_row(row: Row) -> bool:
    """Whether a row holds headings of the procedure table, some of them worn."""
    return _names_columns(row) or _names_columns(mended(row))


def _names_columns(row: Row) -> bool:
    if any(len(cell.span.text) > _LONGEST for cell in row.cells):
        return False
    roles = [heading(cell.span.text) for cell in row.cells if cell.span]
    known = {role for role in roles if role}
    if known == {"uraian", "keterangan"} and len(roles) == len(known):
        return False  # a form's fields with what is filled in: "Uraian | Keterangan"
    if "uraian" in known:
        return len(known) >= 2
    return len(known & {"kelengkapan", "waktu", "output", "pelaksana", "mutu_baku"}) >= 2 and len(known) >= 3


def is_counting_row(row: Row) -> bool:
    """Whether a row only counts its columns: 1 2 3 … 10, also where some of its numbers were lost or misread."""
    texts = [text for cell in row.cells if (text := _MARKS.sub("", cell.span.text))]
    if any(len(text) > _COUNT_LENGTH for text in texts) or not all(map(str.isdigit, texts[1:2])):
        return False  # behind the number of a step stands what is done
    numbers = [int(text) for text in texts if _COLUMN_NUMBER.fullmatch(text)]
    return len(numbers) >= _COUNTED and _rising(numbers) >= _MOSTLY_RISING * len(texts)


def _is_counted(rows: Sequence[Row]) -> bool:
    """Whether the first of some rows below a heading is of it, too: no step, and the row that counts the columns is to come."""
    until = next((at for at, row in enumerate(rows[:_MOST_ROWS]) if is_counting_row(row)), 0)
    texts = [cell.span.text for row in rows[:until] for cell in row.cells if cell.span]
    return until > 0 and first_number(rows[:until]) is None and all(len(text) < _LONGEST for text in texts)


def first_number(rows: Sequence[Row]) -> int | None:
    """The first number of a step in some rows; those that count columns are passed over."""
    for row in rows:
        texts = [cell.span.text.strip(" .)") for cell in row.cells if cell.column == 0 and cell.span]
        if texts and texts[0].isdecimal() and not is_counting_row(row):
            return int(texts[0])
    return None


def _rising(numbers: Sequence[int]) -> int:
    """How many of some numbers rise from left to right, the others left out."""
    longest: list[int] = []
    for at, number in enumerate(numbers):
        longest.append(1 + max((longest[i] for i in range(at) if numbers[i] < number), default=0))
    return max(longest, default=0)


def _goes_on(row: Row, above: Sequence[Row]) -> bool:
    """Whether a row is a further heading row: sub-headings, and no step."""
    texts = [cell.span.text for cell in row.cells if cell.span]
    if not texts:
        # What nobody read yet below a group, right of a heading that reaches down beside it, are the names in it.
        return row.cells[:1] != () and row.cells[0].column > 0 and has_open(above)
    if is_counting_row(row):
        return False
    named = any(heading(text) in (*MUTU, *GROUPS) for text in texts)
    first = row.cells[0]
    # A number counts a step where it stands first in its row; below a group a name may be read as one.
    if first.span.text.strip(" .)").isdigit() and not (named and first.column):
        return False
    if named or names_members(row, above):
        return True
    return (
        has_open(above)
        and all(len(text) < 60 for text in texts)
        and not (row.cells[0].span and row.cells[0].column == 0)
    )


def _leaves(rows: Sequence[Row], body: Sequence[Row]) -> tuple[Column, ...]:
    width = max((cell.column + cell.width for row in (*rows, *body[:12]) for cell in row.cells), default=0)
    if _collapsed(rows, body):
        return _expanded(rows)
    texts: list[list[Span]] = [[] for _ in range(width)]
    apart: set[int] = set()
    for row in rows:
        for cell in row.cells:
            spans = _group_and_leaf(cell.span) if row is rows[0] else [cell.span] if cell.span else []
            if spans and (several := _several(spans[-1], min(cell.width, width - cell.column))):
                spans.pop()
                apart.update(range(cell.column, cell.column + len(several)))
                for at, span in enumerate(several, cell.column):
                    texts[at].append(span)
            for span in spans:
                for column in range(cell.column, min(cell.column + cell.width, width)):
                    texts[column].append(span)
    named = _by_place(_by_content(_with_roles(texts, group_spans(rows, width), body), body), body)
    named = _among_actors(named, body)
    columns = _numbered(named, body)
    shared = under_one_heading(rows, width) - apart
    return tuple(
        Column(columns[at - 1].role, columns[at - 1].heading, True) if at in shared else column
        for at, column in enumerate(columns)
    )


def _group_and_leaf(span: Span) -> list[Span]:
    """The headings in one cell of the first row: where the line between them is lost, a group's stands over a column's own."""
    lines = span.split(_NEWLINE)
    if len(lines) > 1 and heading(span.text) is None and heading(lines[0].text) in GROUPS:
        return [lines[0], join(lines[1:], "\n")]
    joined = _JOINED.fullmatch(span.text)
    if joined and heading(joined[1]) in GROUPS:
        return [span.cut(*joined.span(1)), span.cut(joined.start(2))]
    return [span] if span else []


def _several(span: Span, width: int) -> list[Span]:
    """The headings of as many columns in one cell, whose lines were lost: "Syarat Waktu"; empty for a heading of its own."""
    words = [span.cut(*match.span()) for match in _WORD.finditer(span.text)]
    if width < 2 or len(words) != width:
        return []
    roles = [heading(word.text) for word in words]
    return words if None not in roles and len(set(roles)) == width and not set(roles) & set(GROUPS) else []


def _with_roles(
    texts: Sequence[Sequence[Span]], groups: dict[int, str], body: Sequence[Row] = ()
) -> tuple[Column, ...]:
    """A role for each column, from its own headings, the group over it, and its place in the row."""
    named = own_headings(texts, body)
    roles = _by_order([role for role, _ in named], groups)
    headings = without_pieces([span for _, span in named])
    uraian, mutu = _first(roles, ("uraian",), 1), _first_mutu(roles)
    acting = [at for at, group in groups.items() if group == "pelaksana"]
    # Some put who acts behind the standard of quality.
    behind = bool(acting) and min(acting) > _last_mutu(roles)
    # What else a group of lost width seems to hold is not of it.
    complete = set(MUTU) <= set(roles)
    columns = []
    seen: set[str] = set()
    for at, (role, span) in enumerate(zip(roles, headings, strict=True)):
        if role is None or role in seen or (role == "keterangan" and at < mutu):
            between = uraian < at < mutu and (complete or groups.get(at) != "mutu_baku")
            grouped = at in acting and (at < mutu or behind)
            role = AKTOR if grouped or (between and span) else ("" if role is None or role in seen else role)
        columns.append(Column(role, span))
        if role and role != AKTOR:
            seen.add(role)
    return tuple(columns)


def _by_order(roles: Sequence[str | None], groups: dict[int, str]) -> list[str | None]:
    """The roles with those that follow from where a column stands."""
    found = list(roles)
    steps_second = found[:1] == ["no"] and _first(found, ("uraian",), 1) == 1 < _first_mutu(found)
    if steps_second and groups.get(1) != "pelaksana":
        found[1] = "uraian"  # behind the number stands what is done, whatever it is called
    last = len(found) - 1
    alone = _last_mutu(found) == last - 1 and found[-1] is None and groups.get(last) != "mutu_baku"
    if "output" in found and alone:
        found[-1] = "keterangan"  # the one column behind the standard of quality
    return found


def _first(roles: Sequence[str | None], wanted: Collection[str], missing: int) -> int:
    """The first column with one of these roles."""
    return next((at for at, role in enumerate(roles) if role in wanted), missing)


def _first_mutu(roles: Sequence[str | None]) -> int:
    """Where the standard of quality begins; without one the remarks, or the end of the row."""
    last = next((at for at, role in enumerate(roles) if role == "keterangan" and at > 1), len(roles))
    return _first(roles, MUTU, last)


def _last_mutu(roles: Sequence[str | None]) -> int:
    """The last column of the standard of quality; without one the end of the row."""
    return max((at for at, role in enumerate(roles) if role in MUTU), default=len(roles))


def _by_content(columns: tuple[Column, ...], body: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with the one of durations named by what stands in it, where nobody could read its heading.

    The standard of quality has one order: what stands nameless before and behind the durations follows from there.
    """
    known = {column.role for column in columns}
    uraian = next((at for at, column in enumerate(columns) if column.role == "uraian"), None)
    if uraian is None or "waktu" in known:
        return columns
    timed = [
        at
        for at, column in enumerate(columns)
        if at > uraian and column.role in ("", AKTOR) and holds_durations(body, at)
    ]
    if len(timed) != 1:
        return columns
    named = list(columns)
    for at, role in ((timed[0], "waktu"), (timed[0] - 1, "kelengkapan"), (timed[0] + 1, "output")):
        if at < len(named) and role not in known and (role == "waktu" or not named[at].role):
            named[at] = replace(named[at], role=role)
    return tuple(named)


def _by_place(columns: tuple[Column, ...], body: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with those of the standard of quality named that stand where one is missing that nobody could read."""
    known = {column.role: at for at, column in enumerate(columns) if column.role not in ("", AKTOR)}
    between = known.get("kelengkapan", -1) + 1
    free = 0 < between == known.get("output", 0) - 1 and "waktu" not in known
    if free and any(is_time_at(row, between) for row in body):
        columns = (*columns[:between], replace(columns[between], role="waktu"), *columns[between + 1 :])
        known["waktu"] = between
    if not {"uraian", "waktu"} <= known.keys():
        return columns
    named = list(columns)
    for at, role in ((known["waktu"] - 1, "kelengkapan"), (known["waktu"] + 1, "output")):
        open_ = known["uraian"] < at < len(named) and named[at].role in ("", AKTOR)
        # Between the times and what is remarked stands what comes of a step, however little of it was read.
        sure = role == "output" and known.get("keterangan") == at + 1 and written(body, at) > 0
        if open_ and role not in known and not columns[at].goes_on and (sure or holds_texts(body, at)):
            named[at] = replace(named[at], role=role)
    if named[-1].role in ("", AKTOR) and named[-2].role in MUTU and not named[-1].goes_on:
        # Nobody acts behind the standard of quality.
        named[-1] = replace(named[-1], role="" if "keterangan" in known else "keterangan")
    return tuple(named)


def _numbered(columns: tuple[Column, ...], body: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with the first one named that counts the steps beside it, where nobody could read its heading."""
    if [column.role for column in columns[:2]] != ["", "uraian"]:
        return columns
    texts = [_MARKS.sub("", cell.span.text) for row in body if (cell := cell_at(row, 0)) and cell.span]
    numbers = [int(text) for text in texts if _COLUMN_NUMBER.fullmatch(text)]
    counts = numbers and _rising(numbers) >= _MOSTLY_RISING * len(texts)
    return (replace(columns[0], role="no"), *columns[1:]) if counts else columns


def _among_actors(columns: tuple[Column, ...], body: Sequence[Row]) -> tuple[Column, ...]:
    """The columns with those named actors' that stand among such, hold no texts and lost their headings."""
    uraian = next((at for at, column in enumerate(columns) if column.role == "uraian"), len(columns))
    end = next((at for at, column in enumerate(columns) if column.role in MUTU), 0)
    between = range(uraian + 1, end)
    acting = [w for at in between if columns[at].role == AKTOR and (w := usual_width(body, at))]
    if not acting:
        return columns
    usual = median(acting)
    lost = [
        at
        for at in between
        if not columns[at].role
        and not columns[at].heading
        and abs((usual_width(body, at) or 0.0) - usual) <= _LIKE * usual
        and not mostly_written(body, at)
    ]
    return tuple(replace(column, role=AKTOR) if at in lost else column for at, column in enumerate(columns))


def _collapsed(rows: Sequence[Row], body: Sequence[Row]) -> bool:
    """Whether groups lost their width: "No | Uraian | Pelaksana | Mutu Baku | Ket" over "Camat | Staf | Waktu …"."""
    if len(rows) < 2 or any(cell.width > 1 for row in rows for cell in row.cells):
        return False
    upper, lower = rows[0], rows[1]
    grouped = sum(heading(cell.span.text) in GROUPS for cell in upper.cells)
    if not grouped or not all(cell.span for cell in upper.cells):
        return False
    total = len(upper.cells) - grouped + sum(1 for cell in lower.cells if cell.span)
    widths = [len(row.cells) for row in body[:12]]
    if lower.cells[0].span:
        below = {heading(cell.span.text) for cell in lower.cells}
        whole = grouped == len(GROUPS) and bool(below & set(MUTU)) and not below & {"no", "uraian"}
        # Rows may have lost their empty cells, as the heading has.
        return not widths or max(set(widths), key=widths.count) == total or whole
    # The lower row may keep the cells below what stands before the groups: "| | Camat | Staf | Waktu …".
    before = next(at for at, cell in enumerate(upper.cells) if heading(cell.span.text) in GROUPS)
    kept = next((at for at, cell in enumerate(lower.cells) if cell.span), 0)
    return (
        grouped > 1
        and before == kept
        and len(upper.cells) < len(lower.cells)
        and max(widths, default=0) <= total
    )


def _expanded(rows: Sequence[Row]) -> tuple[Column, ...]:
    lower = [cell.span for cell in rows[1].cells if cell.span]
    mutu = [span for span in lower if heading(span.text) in MUTU]
    actors = [span for span in lower if heading(span.text) not in MUTU]
    texts: list[list[Span]] = []
    groups: dict[int, str] = {}
    for cell in rows[0].cells:
        role = heading(cell.span.text)
        inner = {"pelaksana": actors, "mutu_baku": mutu}.get(role or "", [cell.span])
        for span in inner:
            if role in GROUPS:
                groups[len(texts)] = role or ""
            texts.append([span])
    return _with_roles(texts, groups)

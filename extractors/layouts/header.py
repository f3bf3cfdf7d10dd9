"""The identity page: labels with their values beside them, below them or in cells.

One mechanism for every arrangement. A label opens a field in its column of the page; what
stands to the right of it in the same row, or below it in the same column until the next
label there, is its content. Labels that follow each other without content wait together,
and ``assign`` then deals the content out among them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractors.fragments import FlowRow, Fragment
from extractors.layouts.assign import assign, fit
from extractors.layouts.crowded_columns import cut_at_columns
from extractors.layouts.fields import Value, by_key, without_other_fields
from extractors.layouts.middle_aligned import deal_anew
from extractors.layouts.opened import NAME_LINES, Opened, Placed, says_again
from extractors.layouts.row_labels import ONLY_COLON, is_running_head, labels_of, officer_rows
from extractors.layouts.titles import is_heading, is_title
from extractors.lexicon.labels import Label, names_other_field
from extractors.lexicon.open_ends import is_open
from extractors.lexicon.signs import is_unit
from extractors.lists.items import Piece, pieces
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import BARIS, PARAGRAF, Span

_LEADING_COLON = re.compile(r"\s*[:=]\s*")
_SAME_COLUMN = 8
_OUTDENT = 12
_ONE_LINE = frozenset(key for key in IDENTITAS if key.startswith(("tanggal", "nomor")))
_CENTRED = 5
_SETTLED = 3
"""So many boxes of a table, each with its content right below its label, show that this is how it is laid out."""
_COLON_ROOM = 5
"""Letters between a colon and the value behind it at most."""


@dataclass(frozen=True, slots=True)
class Header:
    """What an identity page says.

    Attributes:
        values: by contract key; a label without content has no lines.
        heads: the labels as printed.
        loose: lines that belong to no label (letterhead, cover, headings), in reading order.
        pejabat_lain: what a second label of who approves says, on a sheet of signatures; None without one.
    """

    values: dict[str, Value]
    heads: tuple[Span, ...]
    loose: tuple[Piece, ...]
    pejabat_lain: Value | None = None


@dataclass(slots=True)
class _Column:
    x: int
    unit: int
    halaman: int = 0
    queue: list[Opened] = field(default_factory=list)
    pool: list[Placed] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    columns: list[_Column] = field(default_factory=list)
    done: list[tuple[Opened, str]] = field(default_factory=list)
    heads: list[Span] = field(default_factory=list)
    loose: list[Placed] = field(default_factory=list)
    last: _Column | None = None
    row: int = 0
    halaman: int = 0
    officer: frozenset[int] = frozenset()


def read_header(rows: Sequence[FlowRow], elsewhere: Iterable[str] = ()) -> Header:
    """The labelled values of the rows above the procedure table.

    Args:
        rows: of the identity page.
        elsewhere: the keys that are known from other rows.
    """
    strong = {f.label.key for row in rows for f in row.fragments if f.label and not f.label.weak}
    strong.update(elsewhere)
    state, seen = _State(officer=officer_rows(rows)), set[str]()
    for state.row, row in enumerate(rows):
        state.halaman = row.halaman
        here = {label.key for label in labels_of(row, strong) if label}
        if not is_running_head(row) or here - seen:
            _read_row(state, row, strong)
        seen |= here
    _close(state)
    state.loose = deal_anew([opened for opened, _ in state.done], state.loose)
    state.loose.sort(key=lambda placed: placed.row)
    values = [_value(opened, cara) for opened, cara in state.done]
    known = by_key(values)
    officers = [value for value in values if value.key == "disahkan_oleh" and value.lines]
    second = next((value for value in officers if value is not known["disahkan_oleh"]), None)
    return Header(known, tuple(state.heads), tuple(placed.piece for placed in state.loose), second)


def _read_row(state: _State, row: FlowRow, strong: set[str]) -> None:
    labels = labels_of(row, strong)
    at = 0
    while at < len(row.fragments):
        fragment, label = row.fragments[at], labels[at]
        at += 1
        if label is None:
            for part in cut_at_columns(fragment, [c.x for c in state.columns if c.queue and not c.unit]):
                _place(state, part, row.gap)
            continue
        value = [label.rest] if label.rest else []
        free = next((i for i in range(at, len(labels)) if labels[i] is not None), len(labels))
        while at < free and _beside(state, (fragment, label), value, row.fragments[at]):
            value.append(row.fragments[at].span)
            at += 1
        x = row.fragments[at - 1].x if len(value) > bool(label.rest) else fragment.x
        _open(state, fragment, label, value, x)


def _beside(state: _State, head: tuple[Fragment, Label], value: Sequence[Span], following: Fragment) -> bool:
    """Whether the next fragment of the row is the label's value and not another column's content.

    In a table that is a box right of the label: what waits in the label's own column has cells of its own, be they empty.
    """
    fragment, label = head
    text = following.span.text
    if ONLY_COLON.fullmatch(text):
        return True
    if label.key in IDENTITAS:
        other = names_other_field(text) or (_says(value) and is_unit(text))
        return not (following.unit and other)
    running = any(
        column.unit == following.unit
        and column.queue
        and not (following.unit and (column.x <= fragment.x or column.queue[-1].label.key in IDENTITAS))
        and abs(column.x - following.x) <= (2 if following.unit else 0) + 3
        for column in state.columns
    )
    return not value and not running


def _says(value: Sequence[Span]) -> bool:
    """Whether a value stands there already: a letterhead in the next cell is the box to the right of it."""
    return any(not ONLY_COLON.fullmatch(span.text) for span in value)


def _open(state: _State, fragment: Fragment, label: Label, value: Sequence[Span], x: int) -> None:
    state.heads.append(label.head)
    column = _column_at(state, fragment)
    fields = fragment.unit and label.key in KOTAK and any(o.label.key in IDENTITAS for o in column.queue)
    if fields or column.pool or (column.queue and column.queue[-1].lines) or _left_empty(state, column):
        _settle(state, column)
    lines = [Placed(piece, state.row, x, fragment.unit) for piece in _value_lines(value)]
    opened = Opened(label, state.row, fragment.unit, fragment.x, lines)
    opened.beside = bool(lines) or (label.key in IDENTITAS and label.colon and bool(value))
    if lines and column.queue:
        _settle(state, column)
    if label.key in KOTAK and not column.queue:
        column.x = fragment.x  # labels of the identity above stand near, not at it
    column.queue.append(opened)
    column.halaman = state.halaman
    state.last = column


def _left_empty(state: _State, column: _Column) -> bool:
    """Whether the cell below a box's label in a table is empty: others had something there, or all boxes so far had below."""
    if not column.unit or not column.queue or column.queue[-1].label.key not in KOTAK:
        return False
    boxes = [
        cara == "label" and bool(opened.lines)
        for opened, cara in state.done
        if opened.unit == column.unit and opened.label.key in KOTAK and not opened.beside
    ]
    if len(boxes) >= _SETTLED and all(boxes):
        return True
    row = column.queue[-1].row
    lines = [line for opened, _ in state.done for line in opened.lines]
    lines += [line for other in state.columns for line in other.pool]
    return any(line.unit == column.unit and row < line.row < state.row for line in lines)


def _value_lines(value: Sequence[Span]) -> list[Piece]:
    lines = [line for span in value for line in pieces(_behind_colon(span))]
    return [line for line in lines if not ONLY_COLON.fullmatch(line.span.text) or "." in line.span.text]


def _column_at(state: _State, fragment: Fragment) -> _Column:
    """The column that a label stands in; a new one where none is near."""
    tolerance = 0 if fragment.unit else _SAME_COLUMN
    for column in state.columns:
        if column.unit == fragment.unit and abs(column.x - fragment.x) <= tolerance:
            return column
    if fragment.unit:  # the columns of an earlier table end here
        for column in [c for c in state.columns if c.unit not in (0, fragment.unit)]:
            _settle(state, column)
            state.columns.remove(column)
    column = _Column(fragment.x, fragment.unit)
    state.columns.append(column)
    return column


def _place(state: _State, fragment: Fragment, gap: bool) -> None:
    """Give a text without a label to the column that it stands in."""
    mark = PARAGRAF if gap else BARIS
    if is_heading(fragment.span.text, gap):
        _close(state)
    column = _column_for(state, fragment)
    texts = [Placed(piece, state.row, fragment.x, fragment.unit) for piece in pieces(fragment.span, mark)]
    if column is None or not column.queue:
        state.loose.extend(texts)
        return
    opened = column.queue[-1]
    if opened.beside:
        for line in texts:
            parted = gap and not _right_below(opened, line)
            (opened.lines if _continues(opened, line.piece, parted) else state.loose).append(line)
    else:
        column.pool.extend(texts)


def _column_for(state: _State, fragment: Fragment) -> _Column | None:
    """The open column that covers a position: the nearest one that begins at or before it."""
    same = [c for c in state.columns if c.unit == fragment.unit and c.queue]
    if not same:
        last = state.last
        if last is None or not last.unit or fragment.unit:
            return last
        # Below a table stands what goes on in its last box only where that is empty and the page the same.
        said = bool(last.queue and (last.pool or last.queue[-1].lines))
        filled = said and state.row not in state.officer
        return None if filled or last.halaman != state.halaman else last
    covering = [c for c in same if c.x <= fragment.x + (0 if fragment.unit else 2)]
    if covering:
        return max(covering, key=lambda c: c.x)
    if fragment.unit:
        return None
    nearest = min(same, key=lambda c: c.x)
    is_box = nearest.queue[-1].label.key in KOTAK
    return nearest if is_box or nearest.x - fragment.x < _OUTDENT else None


def _right_below(opened: Opened, line: Placed) -> bool:
    """Whether a line stands in the column of a value to the right of its label, whatever empty lines are between."""
    left = opened.lines[-1].x if opened.lines else 0
    return opened.x + len(opened.label.head.text) < left <= line.x + 1 <= left + _COLON_ROOM + 1


def _continues(opened: Opened, line: Piece, gap: bool) -> bool:
    """Whether a line below a value that stood beside its label still belongs to it."""
    key, text = opened.label.key, line.span.text
    if key in KOTAK:
        return True
    if key in _ONE_LINE:
        return (not opened.lines and fit(key, text) > 0) or bool(
            opened.lines and is_open(opened.lines[-1].piece.span.text) and not gap and len(text) < 30
        )
    if key == "disahkan_oleh":
        return fit(key, text) > -3
    if not opened.lines:
        return fit(key, text) > 0
    return not (gap or says_again(opened, text)) and len(opened.lines) < NAME_LINES and fit(key, text) > 0


def _close(state: _State) -> None:
    """Settle all columns; what follows belongs to none of them."""
    for column in state.columns:
        _settle(state, column)
    state.columns, state.last = [], None


def _settle(state: _State, column: _Column) -> None:
    """Close the labels that wait in a column and deal out what was read since."""
    waiting = [opened for opened in column.queue if not opened.beside]
    state.done.extend((opened, "label") for opened in column.queue if opened.beside)
    state.loose.extend(_titles_at_end(column))
    placed = {id(line.piece): line for line in column.pool}
    if waiting:
        groups, outside = assign(
            [opened.label.key for opened in waiting], [line.piece for line in column.pool]
        )
        cara = "label" if len(waiting) == 1 else "urutan"
        for opened, group in zip(waiting, groups, strict=True):
            opened.lines = [placed[id(piece)] for piece in group]
            state.done.append((opened, cara))
        state.loose.extend(placed[id(piece)] for piece in outside)
    else:
        state.loose.extend(column.pool)
    column.queue, column.pool = [], []


def _titles_at_end(column: _Column) -> list[Placed]:
    """Take the page's heading off the end of a box: lines in capitals behind an empty line, below others."""
    if not column.queue or column.queue[-1].label.key in ("keterkaitan", "disahkan_oleh"):
        return []
    lines = column.pool or column.queue[-1].lines
    start = next(
        (
            at
            for at in range(len(lines) - 1, max(len(lines) - 5, 0), -1)
            if (lines[at].piece.mark == PARAGRAF or lines[at].x > column.x + _CENTRED)
            and all(is_title(line.piece.span.text) for line in lines[at:])
        ),
        len(lines),
    )
    if any(is_title(line.piece.span.text) for line in lines[:start]):
        return []
    taken = lines[start:]
    del lines[start:]
    return taken


def _behind_colon(span: Span) -> Span:
    colon = _LEADING_COLON.match(span.text)
    return span.cut(colon.end()) if colon else span


def _without_colon(group: Sequence[Piece]) -> list[Piece]:
    lines = []
    for line in group:
        rest = _behind_colon(line.span)
        if rest and not ONLY_COLON.fullmatch(rest.text):
            lines.append(Piece(rest, line.mark))
    return lines


def _value(opened: Opened, cara: str) -> Value:
    sure = opened.label.sure * (0.97 if cara == "label" else 0.85)
    lines = [line.piece for line in opened.lines]
    lines = without_other_fields(lines) if opened.label.key in _ONE_LINE else lines
    return Value(opened.label.key, tuple(_without_colon(lines)), cara, sure)

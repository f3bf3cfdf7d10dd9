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
from extractors.labels import Label, find, fold
from extractors.layouts.assign import assign, fit
from extractors.lists import Piece, pieces
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import BARIS, PARAGRAF, Span

_ONLY_COLON = re.compile(r"[\s:;.=]*")
_LEADING_COLON = re.compile(r"\s*[:=]\s*")
_SAME_COLUMN = 8
_OUTDENT = 12
_ONE_LINE = frozenset(key for key in IDENTITAS if key.startswith(("tanggal", "nomor")))
_NAME_LINES = 4
_HEADINGS = frozenset(
    ("prosedur", "baganalir", "flowchart", "diagramalir", "diagramalur", "alurprosedur", "prosedurkerja")
)
_HEADING_STARTS = (
    "standaroperasionalprosedur",
    "standardoperasional",
    "sopadministrasi",
    "standaroperatingprocedure",
)
_OPEN_END = re.compile(r"[/\-,&]$|\b(?:dan|atau|di|ke|dari|untuk|pada|yang)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """The content of one label: its lines as read, how it was found and how sure."""

    key: str
    lines: tuple[Piece, ...]
    cara: str
    keyakinan: float


@dataclass(frozen=True, slots=True)
class Header:
    """What an identity page says.

    Attributes:
        values: by contract key; a label without content has no lines.
        heads: the labels as printed.
        loose: lines that belong to no label (letterhead, cover, headings), in reading order.
    """

    values: dict[str, Value]
    heads: tuple[Span, ...]
    loose: tuple[Piece, ...]


@dataclass(slots=True)
class _Open:
    label: Label
    lines: list[Piece] = field(default_factory=list)
    beside: bool = False


@dataclass(slots=True)
class _Column:
    x: int
    unit: int
    queue: list[_Open] = field(default_factory=list)
    pool: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _State:
    columns: list[_Column] = field(default_factory=list)
    done: list[Value] = field(default_factory=list)
    heads: list[Span] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)
    last: _Column | None = None


def read_header(rows: Sequence[FlowRow]) -> Header:
    """The labelled values of the rows above the procedure table."""
    strong = {label.key for row in rows for f in row.fragments if (label := find(f.span)) and not label.weak}
    state = _State()
    for row in rows:
        _read_row(state, row, strong)
    _close(state)
    return Header(_by_key(state.done), tuple(state.heads), tuple(state.loose))


def labels_of(row: FlowRow, strong: Iterable[str] = ()) -> list[Label | None]:
    """The label of each fragment of a row; weak spellings only for keys that have no strong one."""
    found = []
    for fragment in row.fragments:
        label = find(fragment.span)
        found.append(None if label and label.weak and (label.key in strong or not strong) else label)
    return found


def _read_row(state: _State, row: FlowRow, strong: set[str]) -> None:
    labels = labels_of(row, strong)
    at = 0
    while at < len(row.fragments):
        fragment, label = row.fragments[at], labels[at]
        at += 1
        if label is None:
            _place(state, fragment, row.gap)
            continue
        value = [label.rest] if label.rest else []
        while (
            at < len(row.fragments) and labels[at] is None and _beside(state, label, value, row.fragments[at])
        ):
            value.append(row.fragments[at].span)
            at += 1
        _open(state, fragment, label, value)


def _beside(state: _State, label: Label, value: Sequence[Span], following: Fragment) -> bool:
    """Whether the next fragment of the row is the label's value and not another column's content."""
    if label.key in IDENTITAS or _ONLY_COLON.fullmatch(following.span.text):
        return True
    running = any(
        column.unit == following.unit
        and column.queue
        and abs(column.x - following.x) <= (2 if following.unit else 0) + 3
        for column in state.columns
    )
    return not value and not running


def _open(state: _State, fragment: Fragment, label: Label, value: Sequence[Span]) -> None:
    state.heads.append(label.head)
    column = _column_at(state, fragment)
    if column.pool or (column.queue and column.queue[-1].lines):
        _settle(state, column)
    lines = _value_lines(value)
    opened = _Open(label, lines, bool(lines) or (label.key in IDENTITAS and label.colon and bool(value)))
    if lines and column.queue:
        _settle(state, column)
    column.queue.append(opened)
    state.last = column


def _value_lines(value: Sequence[Span]) -> list[Piece]:
    lines: list[Piece] = []
    for span in value:
        colon = _LEADING_COLON.match(span.text)
        lines.extend(pieces(span.cut(colon.end()) if colon else span))
    return [line for line in lines if not _ONLY_COLON.fullmatch(line.span.text) or "." in line.span.text]


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
    texts = pieces(fragment.span, mark)
    if column is None or not column.queue:
        state.loose.extend(texts)
        return
    opened = column.queue[-1]
    if opened.beside:
        for line in texts:
            (opened.lines if _continues(opened, line, gap) else state.loose).append(line)
    else:
        column.pool.extend(texts)


def _column_for(state: _State, fragment: Fragment) -> _Column | None:
    """The open column that covers a position: the nearest one that begins at or before it."""
    same = [c for c in state.columns if c.unit == fragment.unit and c.queue]
    if not same:
        return state.last
    covering = [c for c in same if c.x <= fragment.x + (0 if fragment.unit else 2)]
    if covering:
        return max(covering, key=lambda c: c.x)
    if fragment.unit:
        return None
    nearest = min(same, key=lambda c: c.x)
    is_box = nearest.queue[-1].label.key in KOTAK
    return nearest if is_box or nearest.x - fragment.x < _OUTDENT else None


def _continues(opened: _Open, line: Piece, gap: bool) -> bool:
    """Whether a line below a value that stood beside its label still belongs to it."""
    key, text = opened.label.key, line.span.text
    if key in KOTAK:
        return True
    if key in _ONE_LINE:
        return (not opened.lines and fit(key, text) > 0) or bool(
            opened.lines and _OPEN_END.search(opened.lines[-1].span.text) and not gap and len(text) < 30
        )
    if key == "disahkan_oleh":
        return fit(key, text) > -3
    if not opened.lines:
        return fit(key, text) > 0
    return not gap and len(opened.lines) < _NAME_LINES and fit(key, text) > 0


def is_heading(text: str, gap: bool) -> bool:
    """Whether a line heads a page: "STANDAR OPERASIONAL PROSEDUR (SOP)", "PROSEDUR", "BAGAN ALIR"."""
    letters = fold(text)
    if letters in _HEADINGS:
        return True
    return letters.startswith(_HEADING_STARTS) and (
        text.isupper() or (gap and len(text) < 60 and text[-1] not in ";,.")
    )


def _close(state: _State) -> None:
    """Settle all columns; what follows belongs to none of them."""
    for column in state.columns:
        _settle(state, column)
    state.columns, state.last = [], None


def _settle(state: _State, column: _Column) -> None:
    """Close the labels that wait in a column and deal out what was read since."""
    waiting = [opened for opened in column.queue if not opened.beside]
    for opened in column.queue:
        if opened.beside:
            state.done.append(_value(opened.label, opened.lines, "label"))
    if waiting:
        pool = column.pool
        groups, outside = assign([opened.label.key for opened in waiting], pool)
        cara = "label" if len(waiting) == 1 else "urutan"
        for opened, group in zip(waiting, groups, strict=True):
            state.done.append(_value(opened.label, _without_colon(group), cara))
        state.loose.extend(outside)
    else:
        state.loose.extend(column.pool)
    column.queue, column.pool = [], []


def _without_colon(group: Sequence[Piece]) -> list[Piece]:
    lines = []
    for line in group:
        colon = _LEADING_COLON.match(line.span.text)
        rest = line.span.cut(colon.end()) if colon else line.span
        if rest and not _ONLY_COLON.fullmatch(rest.text):
            lines.append(Piece(rest, line.mark))
    return lines


def _value(label: Label, lines: Sequence[Piece], cara: str) -> Value:
    sure = label.sure * (0.97 if cara == "label" else 0.85)
    return Value(label.key, tuple(lines), cara, sure)


def _by_key(done: Sequence[Value]) -> dict[str, Value]:
    """One value per key: the first with content; a box that goes on under a repeated label is joined."""
    values: dict[str, Value] = {}
    for value in done:
        known = values.get(value.key)
        if known is None or not known.lines:
            values[value.key] = value
        elif value.key in KOTAK and value.lines and not _repeats(known, value):
            values[value.key] = Value(
                value.key, known.lines + value.lines, known.cara, known.keyakinan * 0.95
            )
    return values


def _repeats(known: Value, again: Value) -> bool:
    before = {fold(line.span.text) for line in known.lines}
    return all(fold(line.span.text) in before for line in again.lines)

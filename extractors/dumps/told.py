"""A tree whose keys are labels to lines and tables: each label with its value beside it, the steps as a table."""

import re
from collections.abc import Iterator, Sequence

from extractors.dumps.nodes import Listed, Mapped, Node, Value, keys_in, name_of, values_in
from extractors.dumps.steps_table import steps_in, steps_table
from extractors.lexicon.labels import fold, heading, is_label, names_of_labels, section_named
from extractors.pages import Block, Cell, Line, Row, Table
from extractors.raw import IDENTITAS, KOTAK
from extractors.spans import BUTIR, EMPTY, Span, join

_FEWEST = 3
"""Different labels among the keys of data that tell an SOP."""
_PAIR = ("label", "value")
_FIGURE = re.compile(r"[-\d.,]+|true|false", re.IGNORECASE)
_FEWEST_ROWS, _FEWEST_CELLS = 2, 4
"""Rows and cells of a row that make lists of lists a table."""
_WRITTEN_OUT = frozenset(("nomor", "no", "tahun", "tentang", "nip"))
"""Keys whose names are read along with their values where an entry is told in parts: "Nomor 23", "NIP 1971…"."""


def is_told(node: Node) -> bool:
    """Whether the keys of a tree are those of an SOP."""
    keys = (*keys_in(node), *(label.text for label in _pairs_in(node)))
    found = {names_of_labels().get(fold(key)) or heading(key) for key in keys} - {None}
    return len(found) >= _FEWEST


def _pairs_in(node: Node) -> Iterator[Span]:
    """The labels that stand in a tree as values, beside what they name."""
    if pair := _pair(node):
        yield pair[0]
    inner = node.items if isinstance(node, Listed) else []
    inner = [value for _, value in node.entries] if isinstance(node, Mapped) else inner
    for one in inner:
        yield from _pairs_in(one)


def told(node: Node) -> Iterator[Block]:
    """The blocks of a tree, in its order."""
    rows: list[Row] = []
    for label, content in _parts(node):
        if label is not None and isinstance(content, Span):
            rows.append(Row((Cell(label, 0), Cell(content, 1))))
            continue
        if rows:
            yield Table(tuple(rows))
            rows = []
        if isinstance(content, Span):
            yield from (Line(line.strip()) for line in _lines(content))
            yield Line(EMPTY)
        elif isinstance(content, Table):
            yield content
        else:
            yield from steps_table(content)
    if rows:
        yield Table(tuple(rows))


Part = tuple[Span | None, Span | Sequence[Mapped] | Table]
"""A label or none, and its value; or the steps of a procedure; or a table as the data have it, row by row."""


def _parts(node: Node, key: Span = EMPTY) -> Iterator[Part]:
    name = name_of(key) if key else EMPTY
    if whole := steps_in(node) or _table(node):
        yield None, whole
    elif pair := _pair(node):
        yield from _parts(pair[1], pair[0])
    elif isinstance(node, Value):
        if _names_field(name.text) or (any(values_in(node)) and not _is_figure(node)):
            yield name if _names_field(name.text) else None, node.span.strip()
    elif _names_field(name.text) and not _holds_fields(node):
        yield name, _entries(node, name.text)
    else:
        inner = [(EMPTY, item) for item in node.items] if isinstance(node, Listed) else node.entries
        for at, value in inner:
            yield from _parts(value, at)


def _pair(node: Node) -> tuple[Span, Node] | None:
    """The label and what it names where a mapping has an entry for each: ``{"label": "Nomor SOP", "value": "065/2"}``."""
    told = node.entries if isinstance(node, Mapped) else []
    if len(told) > len(_PAIR):
        told = [one for one in told if not _is_figure(one[1])]
    if len(told) != len(_PAIR) or not isinstance(told[0][1], Value):
        return None
    label = name_of(told[0][1].span.strip())
    if names_of_labels().get(fold(label.text)) is None or names_of_labels().get(
        fold(name_of(told[0][0]).text)
    ):
        return None
    return label, told[1][1]


def _is_figure(node: Node) -> bool:
    """Whether a value is a number or a truth, or several: how sure an engine is, where a text stood."""
    values = [span.text for span in values_in(node)]
    return bool(values) and not isinstance(node, Mapped) and all(map(_FIGURE.fullmatch, values))


def _table(node: Node) -> Table | None:
    """The rows that a list of lists is, or a mapping of one with a list for its heading."""
    if isinstance(node, Mapped):
        heads = [value for _, value in node.entries if _row(value).cells]
        tables = [
            table for _, value in node.entries if isinstance(value, Listed) and (table := _table(value))
        ]
        if len(heads) != 1 or len(tables) != 1:
            return None
        return Table((_row(heads[0]), *tables[0].rows))
    rows = [_row(item) for item in _items(node)] if isinstance(node, Listed) else []
    whole = len(rows) >= _FEWEST_ROWS and all(len(row.cells) >= _FEWEST_CELLS for row in rows)
    return Table(tuple(rows)) if whole else None


def _row(node: Node) -> Row:
    """The cells of a list of values; none where it holds something else."""
    items = node.items if isinstance(node, Listed) else []
    spans = [item.span.strip() for item in items if isinstance(item, Value)]
    return Row(tuple(Cell(span, at) for at, span in enumerate(spans)) if len(spans) == len(items) else ())


def _names_field(name: str) -> bool:
    """Whether a key is the label of a field or a box."""
    return bool(name) and (fold(name) in names_of_labels() or (is_label(name) and not heading(name)))


def _holds_fields(node: Node) -> bool:
    """Whether fields or steps stand below a key, which is no label then: "sop", "prosedur"."""
    named = {names_of_labels().get(fold(key)) for key in keys_in(node)}
    return bool(named & {*IDENTITAS, *KOTAK}) or any(section_named(key) == "langkah" for key in keys_in(node))


def _entries(node: Node, name: str) -> Span:
    """The entries of a box, each an item of its own; the lines of who approves one below the other."""
    officer = names_of_labels().get(fold(name)) == "disahkan_oleh"
    if isinstance(node, Mapped):
        return _written_out(node, "\n" if officer else " ")
    items = [span for item in _items(node) if (span := _written_out(item, "\n" if officer else " "))]
    return join(items, "\n" if officer else BUTIR)


def _items(node: Node) -> list[Node]:
    return list(node.items) if isinstance(node, Listed) else [node]


def _written_out(node: Node, glue: str) -> Span:
    """An entry as a text; of one told in parts with the names of those that say little without."""
    if not isinstance(node, Mapped):
        return join(values_in(node), glue)
    parts: list[Span] = []
    for at, (key, value) in enumerate(node.entries):
        span = join(values_in(value), " ")
        name = name_of(key)
        if at == 0 and fold(name.text) in ("no", "nomor") and len(node.entries) > 1 and span.text.isdigit():
            continue  # it counts the entries
        if span and fold(name.text) in _WRITTEN_OUT and not fold(span.text).startswith(fold(name.text)):
            span = join((name, span))
        parts.append(span)
    return join(parts, glue)


def _lines(span: Span) -> list[Span]:
    lines: list[Span] = []
    start = 0
    for line in span.text.split("\n"):
        lines.append(span.cut(start, start + len(line)))
        start += len(line) + 1
    return [line for line in lines if line.text.strip()]

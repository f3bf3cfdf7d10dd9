"""The steps of a procedure as data give them, each a mapping, to the table that a page has of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.dumps.nodes import Listed, Mapped, Node, Value, name_of, values_in
from extractors.lexicon.actors import is_actor
from extractors.lexicon.labels import heading
from extractors.lexicon.marks import read_mark
from extractors.pages import Block, Cell, Line, Row, Table
from extractors.spans import EMPTY, GLUE, Span, join

_CELLS = ("no", "uraian", "kelengkapan", "waktu", "output", "keterangan")
_BEHIND_ACTORS = 2
"""How many of them stand left of the actors."""
_MUTU = frozenset(("kelengkapan", "waktu", "output"))
_FEWEST = 2
"""Columns that tell a step from another entry, its text among them."""
_YES = frozenset(("true", "True", "ya", "yes"))
_NO = frozenset(("false", "False", "no"))
_FORM = frozenset(("simbol", "bentuk", "symbol", "shape", "jenis simbol"))
"""Keys of the symbol of who acts."""


@dataclass(slots=True)
class _Step:
    """A step: its cells by column, the names of who acts as one text, marks by actor, and what is none of these."""

    cells: dict[str, Span] = field(default_factory=dict)
    names: list[Span] = field(default_factory=list)
    marks: dict[str, Span] = field(default_factory=dict)
    form: Span = EMPTY
    rest: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Heads:
    """The headings as they are first met: those of columns by role, those of actors by name."""

    columns: dict[str, Span] = field(default_factory=dict)
    actors: dict[str, Span] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()
    """Names of keys with nothing but marks behind them."""


def steps_in(node: Node) -> list[Mapped]:
    """The steps that a list, or a mapping from numbers, holds; none where its entries are something else."""
    items: Sequence[Node] = node.items if isinstance(node, Listed) else _numbered(node)
    steps = [item for item in items if isinstance(item, Mapped)]
    if not steps or len(steps) < len(items):
        return []
    told = {role for step in steps for key, _ in _flat(step) if (role := heading(name_of(key).text))}
    return steps if "uraian" in told and len(told) >= _FEWEST and told & {*_MUTU, "pelaksana", "no"} else []


def _numbered(node: Node) -> list[Node]:
    """The values of a mapping whose keys count them, each with its number."""
    if not isinstance(node, Mapped) or not all(key.text.strip(" .").isdigit() for key, _ in node.entries):
        return []
    no = Span("no", [GLUE] * 2)
    return [
        Mapped([(no, Value(key)), *value.entries]) if isinstance(value, Mapped) else value
        for key, value in node.entries
    ]


def steps_table(steps: Sequence[Mapped]) -> list[Block]:
    """The table of some steps, and a line for each text of theirs that no column holds."""
    heads = _Heads(marked=_marked(steps))
    read = [_step(step, heads) for step in steps]
    roles = [role for role in _CELLS if role in heads.columns]
    left = [role for role in roles if role in _CELLS[:_BEHIND_ACTORS]]
    right = [role for role in roles if role not in left]
    named = any(step.names for step in read)
    actors = list(heads.actors)
    group = [heads.columns.get("pelaksana", Span("Pelaksana", [GLUE] * 9))] if named or actors else []
    width = len(actors) or len(group)
    texts = [*(heads.columns[role] for role in left), *group, *[EMPTY] * (width - len(group))]
    rows = [_row([*texts, *(heads.columns[role] for role in right)])]
    if actors:
        names = [heads.actors[name] for name in actors]
        rows.append(_row([*[EMPTY] * len(left), *names, *[EMPTY] * len(right)]))
    for step in read:
        who = [step.marks.get(name, EMPTY) for name in actors] or [join(step.names, ", ")] * len(group)
        cells = (
            [step.cells.get(role, EMPTY) for role in left],
            [step.cells.get(role, EMPTY) for role in right],
        )
        rows.append(_row([*cells[0], *who, *cells[1]]))
    return [Table(tuple(rows)), *(Line(span) for step in read for span in step.rest)]


def _row(texts: Sequence[Span]) -> Row:
    return Row(tuple(Cell(text, at) for at, text in enumerate(texts)))


def _flat(step: Mapped) -> Iterator[tuple[Span, Node]]:
    """The entries of a step; those of a group of columns, "mutu_baku", as its own."""
    for key, value in step.entries:
        if isinstance(value, Mapped) and heading(name_of(key).text) in (None, "mutu_baku"):
            yield from _flat(value)
        else:
            yield key, value


def _marked(steps: Sequence[Mapped]) -> frozenset[str]:
    """The names of keys that are no column's with nothing but marks behind them, in one step at least."""
    values: dict[str, list[str]] = {}
    for step in steps:
        for key, value in _flat(step):
            if isinstance(value, Value) and value.span.text.strip() and not heading(name_of(key).text):
                values.setdefault(name_of(key).text, []).append(value.span.text)
    return frozenset(name for name, texts in values.items() if all(map(read_mark, texts)))


def _step(step: Mapped, heads: _Heads) -> _Step:
    found = _Step()
    entries = [(name_of(key), value) for key, value in _flat(step)]
    worded = [name for name, value in entries if heading(name.text) == "uraian" and not _is_number(value)]
    for name, value in entries:
        role = heading(name.text)
        if role == "uraian" and worded and name is not worded[0]:
            role = "no" if _is_number(value) and "no" not in found.cells else None
            name = Span("No", [GLUE] * 2)  # "langkah: 3" beside "kegiatan: …"
        if role == "pelaksana":
            heads.columns.setdefault(role, name)
            _take_actors(found, value, heads)
        elif role in _CELLS and role not in found.cells:
            heads.columns.setdefault(role, name)
            glue = " " if isinstance(value, Mapped) else "\n"
            found.cells[role] = join(values_in(value), glue)
        elif name.text.casefold() in _FORM and isinstance(value, Value):
            found.form = value.span
        elif isinstance(value, Value) and _names_actor(name, heads):
            _mark(found, name, value, heads)
        else:
            found.rest.extend(values_in(value))
    if found.form and len(found.names) == 1 and read_mark(found.form.text):
        found.names = [_with_form(found.names[0], found.form)]
    return found


def _names_actor(name: Span, heads: _Heads) -> bool:
    return bool(name) and (name.text in heads.marked or is_actor(name.text.split()[0]))


def _is_number(node: Node) -> bool:
    return isinstance(node, Value) and node.span.text.strip(" .)").isdigit()


def _take_actors(found: _Step, value: Node, heads: _Heads) -> None:
    """Who acts: a name, several, names with their symbols, or a mark for each name."""
    if isinstance(value, Mapped) and not _tells_one(value):
        for key, mark in value.entries:
            _mark(found, name_of(key), mark, heads)
        return
    for item in value.items if isinstance(value, Listed) else (value,):
        if isinstance(item, Mapped):
            forms = [span for key, one in item.entries if _names_form(key) for span in values_in(one)]
            names = [span for key, one in item.entries if not _names_form(key) for span in values_in(one)]
            found.names.extend(_with_form(span, forms[0]) if forms else span for span in names[:1])
            found.rest.extend(names[1:])
        else:
            found.names.extend(values_in(item))


def _tells_one(value: Mapped) -> bool:
    """Whether the entries of a mapping tell one actor, his name and symbol, and are no marks of several."""
    return any(_names_form(key) for key, _ in value.entries)


def _names_form(key: Span) -> bool:
    return name_of(key).text.casefold() in _FORM


def _with_form(name: Span, form: Span) -> Span:
    """A name with its symbol in brackets behind it, as models write it: "Camat (keputusan)"."""
    return join((name, Span("(", [GLUE]), form, Span(")", [GLUE])), " ")


def _mark(found: _Step, name: Span, value: Node, heads: _Heads) -> None:
    heads.actors.setdefault(name.text, name)
    for span in values_in(value):
        if span.text in _YES:
            found.marks[name.text] = Span("√", [span.first])
        elif span.text not in _NO:
            found.marks[name.text] = span

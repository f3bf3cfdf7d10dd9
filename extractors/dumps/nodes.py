"""The tree that data are: values, lists, and mappings from keys to either."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from extractors.spans import EMPTY, GLUE, Span

_PARTED = re.compile(r"[_\-]+|(?<=[a-z])(?=[A-Z])")
"""What parts the words of a key: "nomor_sop", "nomorSop"."""


@dataclass(frozen=True, slots=True)
class Value:
    """A text, a number or nothing, as it was meant: without quotes and escapes."""

    span: Span = EMPTY


@dataclass(frozen=True, slots=True)
class Listed:
    """Nodes in order."""

    items: "list[Node]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mapped:
    """Nodes by key, in order; a key may come back."""

    entries: "list[tuple[Span, Node]]" = field(default_factory=list)


Node: TypeAlias = Value | Listed | Mapped


def name_of(key: Span) -> Span:
    """The words of a key as a label has them, with blanks between."""
    text: list[str] = []
    offsets: list[int] = []
    start = 0
    for cut in _PARTED.finditer(key.text):
        part = key.cut(start, cut.start())
        text += [part.text, " "]
        offsets += [*part.offsets, GLUE if cut.start() == cut.end() else key.offsets[cut.start()]]
        start = cut.end()
    rest = key.cut(start)
    return Span("".join((*text, rest.text)), [*offsets, *rest.offsets]).strip()


def keys_in(node: Node) -> Iterator[str]:
    """All keys of a tree, as labels have them."""
    if isinstance(node, Mapped):
        for key, value in node.entries:
            yield name_of(key).text
            yield from keys_in(value)
    elif isinstance(node, Listed):
        for item in node.items:
            yield from keys_in(item)


def values_in(node: Node) -> Iterator[Span]:
    """The texts of a tree in order, without the empty ones."""
    if isinstance(node, Value):
        if node.span.text.strip():
            yield node.span.strip()
    elif isinstance(node, Listed):
        for item in node.items:
            yield from values_in(item)
    else:
        for _, value in node.entries:
            yield from values_in(value)

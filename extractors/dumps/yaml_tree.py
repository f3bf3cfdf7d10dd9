"""YAML to a tree whose texts know their places: the mappings, lists and texts that models write, no tags or anchors."""

import re
from dataclasses import dataclass

from extractors.dumps.json_tree import read_json
from extractors.dumps.nodes import Listed, Mapped, Node, Value
from extractors.spans import EMPTY, Span, join

_LINE = re.compile(r"[^\n]*")
_KEY = re.compile(r"(?:\"([^\"\n]+)\"|'([^'\n]+)'|([^\s\-#\"'|>{}\[\]][^:\n]{0,60}?))\s*:(?=\s|$)")
_ITEM = re.compile(r"-(?=\s|$)\s*")
_BLOCK = re.compile(r"[|>][+-]?\d?\s*(?:#.*)?$")
_NOTHING = frozenset(("null", "~", "Null", "NULL"))
_OUTSIDE = re.compile(r"\s*(?:#.*|-{3}|\.{3}|`{3}\w*)?\s*$")
"""A line that says nothing: empty, a remark, the mark of a document, a fence."""


class _NotYaml(Exception):
    """The lines are no YAML."""


@dataclass(slots=True)
class _Lines:
    """What is left to read: (indent, text) of each line that says something, and where one stands."""

    every: list[tuple[int, Span]]
    at: int = 0

    @property
    def indent(self) -> int:
        """Blanks before the next line; -1 behind the last one."""
        return self.every[self.at][0] if self.at < len(self.every) else -1

    @property
    def span(self) -> Span:
        """The next line."""
        return self.every[self.at][1]

    def put(self, indent: int, span: Span) -> None:
        """Let the rest of the next line stand in its place, further in."""
        self.every[self.at] = indent, span


def read_yaml(text: str) -> Node | None:
    """The tree that a text is; None where a line fits none.

    Args:
        text: of a file; offsets of the tree are places in it.
    """
    every: list[tuple[int, Span]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        if line and not _OUTSIDE.fullmatch(line):
            indent = len(line) - len(line.lstrip())
            every.append((indent, Span(line, range(*match.span())).strip()))
    lines = _Lines(every)
    try:
        node = _node(lines)
    except (_NotYaml, RecursionError):  # lists in lists without end
        return None
    return node if lines.at == len(lines.every) else None


def _node(lines: _Lines) -> Node:
    """What begins with the next line."""
    if lines.indent < 0:
        return Value()
    if _ITEM.match(lines.span.text):
        return _listed(lines, lines.indent)
    if _KEY.match(lines.span.text):
        return _mapped(lines, lines.indent)
    raise _NotYaml


def _listed(lines: _Lines, indent: int) -> Listed:
    items: list[Node] = []
    while lines.indent == indent and (mark := _ITEM.match(lines.span.text)):
        rest = lines.span.cut(mark.end())
        inner = indent + mark.end()
        if rest and (_KEY.match(rest.text) or _ITEM.match(rest.text)) and rest.text[0] not in "\"'[{":
            lines.put(inner, rest)
            items.append(_node(lines))
        else:
            items.append(_value(lines, rest, indent))
    if lines.indent > indent:
        raise _NotYaml
    return Listed(items)


def _mapped(lines: _Lines, indent: int) -> Mapped:
    entries: list[tuple[Span, Node]] = []
    while lines.indent == indent and (key := _KEY.match(lines.span.text)):
        group = next(at for at in (1, 2, 3) if key[at] is not None)
        name, rest = lines.span.cut(*key.span(group)), lines.span.cut(key.end()).strip()
        entries.append((name, _value(lines, rest, indent)))
    if lines.indent > indent:
        raise _NotYaml
    return Mapped(entries)


def _value(lines: _Lines, rest: Span, indent: int) -> Node:
    """What stands behind a key or a mark on the next line, and on the lines below that stand further in."""
    lines.at += 1
    deeper = lines.indent > indent
    if not rest:
        listed = lines.indent == indent and bool(_ITEM.match(lines.span.text))
        return _node(lines) if _has_structure(lines, indent) or listed else _text(lines, EMPTY, indent, "\n")
    if _BLOCK.fullmatch(rest.text):
        return _text(lines, EMPTY, indent, "\n" if rest.text[0] == "|" else " ")
    if rest.text[0] in "[{" and not deeper:
        found = read_json(rest.text, 0)
        if found and found[1] == len(rest.text):
            return _placed(found[0], rest)
        return _flow_list(rest)
    return _text(lines, rest, indent, " ")


def _has_structure(lines: _Lines, indent: int) -> bool:
    """Whether the lines further in are keys or items and no text that goes on."""
    return lines.indent > indent and bool(_ITEM.match(lines.span.text) or _KEY.match(lines.span.text))


def _text(lines: _Lines, first: Span, indent: int, glue: str) -> Value:
    """A text with the lines below that stand further in."""
    parts = [first]
    while lines.indent > indent:
        parts.append(lines.span)
        lines.at += 1
    return Value(_plain(join(parts, glue)))


def _plain(span: Span) -> Span:
    """A text without the quotes around it; nothing where it says that there is none."""
    text = span.text
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return span.cut(1, -1).strip()
    return EMPTY if text in _NOTHING else span


def _flow_list(span: Span) -> Node:
    """A list on one line whose texts have no quotes: "[Komputer, Printer]"."""
    if span.text[0] != "[" or span.text[-1] != "]":
        return Value(span)
    inner = span.cut(1, -1)
    return Listed([Value(_plain(part)) for part in inner.split(re.compile(r",\s+"))])


def _placed(node: Node, within: Span) -> Node:
    """A tree that was read from a text of its own, with the places of that text."""
    if isinstance(node, Value):
        return Value(Span(node.span.text, [within.offsets[at] for at in node.span.offsets]))
    if isinstance(node, Listed):
        return Listed([_placed(item, within) for item in node.items])
    return Mapped([(_key(key, within), _placed(value, within)) for key, value in node.entries])


def _key(key: Span, within: Span) -> Span:
    return Span(key.text, [within.offsets[at] for at in key.offsets])

"""A whole text that is data: the blocks that its tree tells, or the text that its values carry."""

import re
from collections import Counter
from collections.abc import Iterator

from extractors.dumps.json_tree import read_json
from extractors.dumps.nodes import Listed, Mapped, Node, Value, values_in
from extractors.dumps.told import is_told, told
from extractors.dumps.xml_tree import read_xml
from extractors.dumps.yaml_tree import read_yaml
from extractors.pages import Block, Line
from extractors.spans import EMPTY, Span, join

_JSON = re.compile(r"(?m)^[ \t]*(?:`{3}\w*[ \t]*\n[ \t]*)?([\[{])(?=\s*(?:[\"{\[]))")
_MACHINE = re.compile(r"(?m)^\s*(?:- )?[a-z][a-z0-9]*(?:_[a-z0-9]+)+\s*:(?:\s|$)")
"""A line of YAML whose key no page has: small letters, with strokes for blanks."""
_FEWEST = 3
"""So many of them make a text YAML."""
_TAGGED = re.compile(r"<([a-z]+(?:[_\-][a-z]+)+)>")
_FENCE = re.compile(r"\s*`{3}\w*\s*$")
_CARRIED = 200
"""Letters of a text that data carry, at least."""


def blocks_of_data(text: str) -> list[Block] | None:
    """The blocks of an SOP that a text gives as data; None for any other text."""
    found = _json(text)
    if found is None and len(_MACHINE.findall(text)) >= _FEWEST:
        tree = read_yaml(text)
        found = [tree] if tree is not None and is_told(tree) else None
    if found is None and len(set(_TAGGED.findall(text))) >= _FEWEST:
        tree = read_xml(text)
        found = [tree] if is_told(tree) else None
    return None if found is None else [block for part in found for block in _blocks(part)]


def carried_text(text: str) -> Span | None:
    """The text that data carry in one kind of their values, escapes undone; None where there is none."""
    trees = [tree for tree in _trees(text) if not isinstance(tree, Span)]
    lengths: Counter[str] = Counter()
    for tree in trees:
        for key, value in _fields(tree):
            lengths[key] += len(value.text)
    key, length = max(lengths.items(), key=lambda one: one[1], default=("", 0))
    if length < _CARRIED:
        return None
    return join((value for tree in trees for name, value in _fields(tree) if name == key), "\n\n")


def _blocks(part: Node | Span) -> Iterator[Block]:
    if not isinstance(part, Span):
        yield from told(part)
    elif part and not _FENCE.fullmatch(part.text):
        yield Line(part)


def _json(text: str) -> list[Node | Span] | None:
    """The JSON of a text and the lines around it; None where its keys are not those of an SOP."""
    parts = list(_trees(text))
    trees: list[Node] = [part for part in parts if not isinstance(part, Span)]
    return parts if trees and is_told(Listed(trees)) else None


def _trees(text: str) -> Iterator[Node | Span]:
    """The objects and arrays of a text, and the lines between them."""
    at = 0
    while match := _JSON.search(text, at):
        found = read_json(text, match.start(1))
        if found is None:
            return
        yield from _between(text, at, match.start())
        tree, at = found
        yield tree
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Span]:
    for line in re.finditer(r"[^\n]+", text[start:end]):
        yield Span(line.group(), range(start + line.start(), start + line.end())).strip()


def _fields(node: Node) -> Iterator[tuple[str, Span]]:
    """The keys of texts that stand alone behind one, with the text."""
    if isinstance(node, Mapped):
        for key, value in node.entries:
            if isinstance(value, Value):
                yield key.text, next(values_in(value), EMPTY)
            else:
                yield from _fields(value)
    elif isinstance(node, Listed):
        for item in node.items:
            yield from _fields(item)

"""Tags whose names are labels to a tree whose texts know their places: "<nomor_sop>065/2/2021</nomor_sop>"."""

import re
from html import unescape

from extractors.dumps.nodes import Listed, Mapped, Node, Value
from extractors.spans import Span

_TAG = re.compile(r"<(/?)([A-Za-z][\w\-.]*)(?:\s[^<>]*?)?(/?)>")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-z]{2,8});")
_DEEPEST = 40
_Open = tuple[Span, int, list[tuple[Span, Node]]]
"""The name of an element, where what it holds begins, and the elements in it so far."""


def read_xml(text: str) -> Mapped:
    """The elements of a text, outermost first; a tag that nothing closes is left out.

    Args:
        text: of a file; offsets of the tree are places in it.
    """
    closed = _closed(text)
    outermost: list[tuple[Span, Node]] = []
    stack: list[_Open] = []
    for tag in _TAG.finditer(text):
        name = Span(tag[2], range(*tag.span(2)))
        if tag.start() in closed and len(stack) < _DEEPEST:
            stack.append((name, tag.end(), []))
        elif tag[1] and stack and stack[-1][0].text == tag[2]:
            name, start, inner = stack.pop()
            node = _nested(inner) if inner else Value(_text(text, start, tag.start()))
            (stack[-1][2] if stack else outermost).append((name, node))
    return Mapped(outermost)


def _closed(text: str) -> frozenset[int]:
    """Where the tags begin that another one closes, each within the one around it."""
    found: set[int] = set()
    stack: list[tuple[str, int]] = []
    for tag in _TAG.finditer(text):
        if tag[3]:
            continue
        if not tag[1]:
            stack.append((tag[2], tag.start()))
        elif any(name == tag[2] for name, _ in stack):
            while stack[-1][0] != tag[2]:
                stack.pop()
            found.add(stack.pop()[1])
    return frozenset(found)


def _nested(inner: list[tuple[Span, Node]]) -> Node:
    """Elements of one name are a list, others a mapping."""
    names = {name.text for name, _ in inner}
    repeated = len(names) == 1 and (len(inner) > 1 or isinstance(inner[0][1], Mapped))
    return Listed([node for _, node in inner]) if repeated else Mapped(inner)


def _text(text: str, start: int, end: int) -> Span:
    letters: list[str] = []
    places: list[int] = []
    for entity in _ENTITY.finditer(text, start, end):
        letters.append(text[start : entity.start()])
        places.extend(range(start, entity.start()))
        plain = unescape(entity.group())
        letters.append(plain)
        places.extend([entity.start()] * len(plain))
        start = entity.end()
    letters.append(text[start:end])
    places.extend(range(start, end))
    return Span("".join(letters), places).strip()

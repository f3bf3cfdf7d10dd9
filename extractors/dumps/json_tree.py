"""JSON to a tree whose texts know their places; forgiving where models err: trailing commas, an end cut off."""

import re

from extractors.dumps.nodes import Listed, Mapped, Node, Value
from extractors.spans import EMPTY, Span

_BLANK = re.compile(r"\s*")
_LITERAL = re.compile(r"[-+]?\d[\d.eE+\-]*|true|false|null|True|False|None")
_NOTHING = frozenset(("null", "None"))
_ESCAPED = {"n": "\n", "t": "\t", "r": "\n", "b": " ", "f": " "}
_CODE = re.compile(r"[0-9a-fA-F]{4}")
_DEEPEST = 40


class _NotJson(Exception):
    """The text is no JSON here."""


def read_json(text: str, start: int) -> tuple[Node, int] | None:
    """The value that begins at a place of a text, and where it ends; None where it is no object or array.

    Args:
        text: of a file; offsets of the tree are places in it.
        start: of an opening bracket.
    """
    try:
        return _node(text, start, 0)
    except _NotJson:
        return None


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _node(text: str, at: int, depth: int) -> tuple[Node, int]:
    at = _skip(text, at)
    sign = text[at : at + 1]
    if depth > _DEEPEST:
        raise _NotJson
    if sign == "{":
        return _mapped(text, at + 1, depth)
    if sign == "[":
        return _listed(text, at + 1, depth)
    if sign == '"':
        span, at = _string(text, at + 1)
        return Value(span), at
    literal = _LITERAL.match(text, at)
    if literal is None:
        raise _NotJson
    empty = literal.group() in _NOTHING
    return Value(EMPTY if empty else Span(literal.group(), range(*literal.span()))), literal.end()


def _mapped(text: str, at: int, depth: int) -> tuple[Mapped, int]:
    entries: list[tuple[Span, Node]] = []
    while True:
        at = _skip(text, at)
        sign = text[at : at + 1]
        if sign in ("}", ""):
            return Mapped(entries), min(at + 1, len(text))
        if sign == ",":
            at += 1
            continue
        if sign != '"':
            raise _NotJson
        key, at = _string(text, at + 1)
        at = _skip(text, at)
        if at >= len(text):
            return Mapped(entries), at
        if text[at] != ":":
            raise _NotJson
        if _skip(text, at + 1) >= len(text):
            return Mapped(entries), len(text)
        value, at = _node(text, at + 1, depth + 1)
        entries.append((key, value))


def _listed(text: str, at: int, depth: int) -> tuple[Listed, int]:
    items: list[Node] = []
    while True:
        at = _skip(text, at)
        sign = text[at : at + 1]
        if sign in ("]", ""):
            return Listed(items), min(at + 1, len(text))
        if sign == ",":
            at += 1
            continue
        item, at = _node(text, at, depth + 1)
        items.append(item)


def _string(text: str, at: int) -> tuple[Span, int]:
    """What stands between the quote before a place and the next one, escapes undone."""
    letters: list[str] = []
    places: list[int] = []
    while at < len(text) and text[at] != '"':
        letter, length = text[at], 1
        if letter == "\\" and at + 1 < len(text):
            code = _CODE.match(text, at + 2) if text[at + 1] == "u" else None
            letter = chr(int(code.group(), 16)) if code else _ESCAPED.get(text[at + 1], text[at + 1])
            length = 6 if code else 2
        letters.append(letter)
        places.append(at + length - 1)  # where the sign itself stands, behind its stroke
        at += length
    return Span("".join(letters), places), min(at + 1, len(text))

"""The markers of a list that a bad copy left half readable: "O. … / b … / c … / 9. …" counts a, b, c … as "1. 2. 3." would.

What was read well tells what is counted and how far; a short sign that stands where a marker is due is that marker.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\s*[\"'‘’“”«*]{0,2}\(?([A-Za-z0-9]{1,2})(?:\s?([.),])\s*|\s+(?=[A-Z])(?!Tahun\b))(?=\S)"
)
"""What may be a marker: one or two signs with a stop, or without one before a capital; "62 Tahun 2018" is cited."""
BULLET_READ = re.compile(r"\s*[.·°®©¢¤e]\s+(?=[A-Z0-9(\"“])")
"""What engines read of a bullet."""
_LEAST = 2
"""Markers in order that show what a list counts."""
_ALL = 3
"""So many entries that all have a sign where a marker is due show that these are markers."""
_FURTHEST = 26
_LIKE_ONE = frozenset("LlIi")


@dataclass(frozen=True, slots=True)
class _Token:
    """What looks like a marker: its line, where its text begins behind it, and how it was read."""

    line: int
    end: int
    text: str
    stop: bool

    def value(self, kind: str) -> int | None:
        """Which entry it counts, if it is a marker of a kind that was read well."""
        if kind == "angka":
            return int(self.text) if self.text.isdecimal() and self.stop else None
        plain = len(self.text) == 1 and self.text.isalpha() and (self.stop or self.text.islower())
        return ord(self.text.lower()) - ord("a") + 1 if plain else None


def worn_marks(
    texts: Sequence[str], first: tuple[str, int] | None
) -> tuple[str, Mapping[int, tuple[int, int]]] | None:
    """What a list counts, and of its lines that have one the marker: where it ends and its number.

    Args:
        texts: the lines.
        first: kind and number of the marker of the first line, as far as it is one.

    Returns:
        "angka" or "huruf" and the markers by line, or None where all are plain, or too few are.
    """
    tokens = [
        _Token(at, match.end(), match[1], match[2] is not None)
        for at, text in enumerate(texts)
        if (match := _TOKEN.match(text))
    ]
    chains = {kind: _chain(tokens, kind) for kind in ("angka", "huruf")}
    kind = first[0] if first and first[1] == 1 else max(chains, key=lambda kind: len(chains[kind]))
    chain = chains.get(kind, [])
    if len(chain) < _LEAST:
        return _by_place(tokens, len(texts)) or _first_two(tokens)
    return kind, {token.line: (token.end, number) for token, number in _filled(tokens, chain)}


def misread_bullets(texts: Sequence[str]) -> bool:
    """Whether entries begin with what engines read of bullets: a stop alone, or the same sign again and again.

    The bullet of the first may have been passed over.
    """
    signs = [match.group().strip() for text in texts if (match := BULLET_READ.match(text))]
    if BULLET_READ.match(texts[0]):
        return signs[0] == "." or len(signs) > 1
    return len(signs) > 1 and len(set(signs)) == 1 and signs[0] != "."


def _by_place(tokens: Sequence[_Token], lines: int) -> tuple[str, Mapping[int, tuple[int, int]]] | None:
    """A list in which every line begins with what may be a marker, one behind the first the one that is due at its place."""
    if len(tokens) < max(lines, _ALL):
        return None
    due = [kind for kind in ("angka", "huruf") if any(t.line and t.value(kind) == t.line + 1 for t in tokens)]
    return (due[0], {t.line: (t.end, t.line + 1) for t in tokens}) if len(due) == 1 else None


def _first_two(tokens: Sequence[_Token]) -> tuple[str, Mapping[int, tuple[int, int]]] | None:
    """A list of two entries, of whose numbers the first was read as a letter of its form and both without their stops."""
    if (
        len(tokens) != _LEAST
        or tokens[0].line != 0
        or tokens[0].text not in _LIKE_ONE
        or tokens[1].text != "2"
    ):
        return None
    return "angka", {token.line: (token.end, number) for number, token in enumerate(tokens, 1)}


def _chain(tokens: Sequence[_Token], kind: str) -> list[tuple[_Token, int]]:
    """The longest run of markers that rise from line to line and skip no more entries than there are lines for."""
    best: list[list[tuple[_Token, int]]] = []
    for token in tokens:
        number = token.value(kind)
        if number is None or number > min(token.line + 1, _FURTHEST):
            continue
        before = [
            run for run in best if run[-1][1] < number and number - run[-1][1] <= token.line - run[-1][0].line
        ]
        best.append([*max(before, key=len, default=[]), (token, number)])
    return max(best, key=len, default=[])


def _filled(tokens: Sequence[_Token], chain: Sequence[tuple[_Token, int]]) -> Iterator[tuple[_Token, int]]:
    """The chain with what stands before and between its markers, where that is as many as are missing."""
    line, number = -1, 0
    for token, following in chain:
        between = [other for other in tokens if line < other.line < token.line]
        if len(between) == following - number - 1:
            yield from zip(between, range(number + 1, following), strict=True)
        yield token, following
        line, number = token.line, following

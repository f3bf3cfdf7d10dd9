"""What the glyph or word in an actor's cell says: a symbol, a mere mark, or residue of a line."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from extractors.data import table
from extractors.lexicon.glyphs import shown
from extractors.lexicon.labels import fold

_INNER = re.compile(r"[()]")
_BOTH_WAYS = re.compile(r"\bya\s*/\s*tidak\b", re.IGNORECASE)
"""The two ways out of a decision, written on it."""

SIMBOL = ("terminator", "proses", "keputusan", "konektor")


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol (None for a mark that only names the actor) and how sure it is."""

    simbol: str | None
    keyakinan: float


@lru_cache(maxsize=2048)
def read_mark(text: str) -> Mark | None:
    """The mark in a cell, or None for an empty cell, a branch label or the residue of a drawn line.

    "○ Tidak" is the label of a branch with a piece of its line, not an actor's symbol;
    "◇ Ya" is a decision with the label of its way out.
    """
    text = shown(text)  # PDFs and what is copied from them keep the private codes of symbol fonts
    tokens = text.split()
    glyphs = [symbol for token in tokens if (symbol := _glyphs().get(token) or _in_token(token))]
    words = fold(text)
    if words in _words("label"):
        return Mark("keputusan", 0.9) if glyphs and set(glyphs) == {"keputusan"} else None
    if named := _named(text):
        return Mark(named, 0.95)
    compact = "".join(tokens)
    if compact in _glyphs():
        glyphs = [_glyphs()[compact]]
    if glyphs and (not words or len(words) > 2):
        return Mark(glyphs[0], 0.9 if len(set(glyphs)) == 1 else 0.6)
    if compact.casefold() in _words("tanda"):
        return Mark(None, 0.7)
    return None


def _named(text: str) -> str | None:
    """The symbol that a cell names: "Mulai", "[Diamond: Lengkap?]", "Mulai (oval)", "Lengkap? Ya / Tidak"."""
    told = [text, text.partition(":")[0], *_INNER.split(text)]
    symbols = {_names()[words] for part in told if (words := fold(part)) in _names()}
    if _BOTH_WAYS.search(text):
        symbols.add("keputusan")
    return symbols.pop() if len(symbols) == 1 else None


def _in_token(token: str) -> str | None:
    return next((_glyphs()[char] for char in token if char in _glyphs()), None)


@cache
def _glyphs() -> Mapping[str, str]:
    symbols = table("simbol")
    return {glyph: name for name in SIMBOL for glyph in symbols[name] if not any(c.isalpha() for c in glyph)}


@cache
def _names() -> Mapping[str, str]:
    """Words that name a symbol, folded, to that symbol."""
    symbols = table("simbol")
    return {fold(entry): name for name in SIMBOL for entry in symbols[name] if fold(entry)}


@cache
def _words(name: str) -> frozenset[str]:
    entries = table("simbol")[name]
    return frozenset(entries if name == "tanda" else (fold(entry) for entry in entries if fold(entry)))

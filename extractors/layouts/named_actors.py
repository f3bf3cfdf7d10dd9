"""Actors that a step names in words, where no column stands for each: "Pelaksana: Kasi Kesra, Camat"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.actors import is_actor
from extractors.labels import fold
from extractors.marks import read_mark
from extractors.raw import RawMark
from extractors.spans import Span

_PART = re.compile(r"[,;]\s*|\s+dan\s+|\s*[/&]\s*|\s*\n\s*|\s*[\x1c-\x1e]\s*")
_FORM = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_SURE = 0.8
"""How sure it is that who is named beside a step does it."""


@dataclass(slots=True)
class Actors:
    """The actors of a procedure in the order in which its steps name them: folded name -> name as first printed."""

    names: dict[str, Span] = field(default_factory=dict)

    def marks(self, value: Span | None) -> tuple[RawMark, ...]:
        """The marks of one step; names that are new become columns. "Camat (diamond)" tells the symbol, too."""
        found: dict[str, RawMark] = {}
        for name in names_in(value):
            form = _FORM.search(name.text)
            mark = read_mark(form[1]) if form else None
            person = name.cut(0, form.start()) if form and mark else name
            if key := fold(person.text):
                self.names.setdefault(key, person)
                found[key] = RawMark(list(self.names).index(key), name, mark.simbol if mark else None, _SURE)
        return tuple(found.values())


def names_in(span: Span | None) -> Iterator[Span]:
    """The actors that a text names: one, or several where each begins like one."""
    if span is None:
        return
    start = 0
    for cut in _PART.finditer(span.text):
        word = span.text[cut.end() :].split()[:1]
        if word and is_actor(word[0]):
            yield span.cut(start, cut.start()).strip()
            start = cut.end()
    yield span.cut(start).strip()


def are_names(texts: Sequence[str], least: float) -> bool:
    """Whether so many of some texts, 0..1, begin as actors' names do, and none is a mere mark."""
    filled = [text.split()[0] for text in texts if text.split()]
    return bool(filled) and sum(is_actor(word) for word in filled) >= least * len(filled)

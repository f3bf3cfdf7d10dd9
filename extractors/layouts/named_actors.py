"""Actors that a step names in words, where no column stands for each: "Pelaksana: Kasi Kesra, Camat"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.lexicon.actors import is_actor
from extractors.lexicon.labels import fold
from extractors.lexicon.marks import read_mark
from extractors.raw import RawMark
from extractors.spans import Span

_PART = re.compile(r"[,;]\s*|\s+dan\s+|\s*[/&]\s*|\s*\n\s*|\s*[\x1c-\x1e]\s*")
_FORM = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")
_WORDED = re.compile(r"[^\W\d_]{4}")
"""Letters that a name has and a mark has not."""
_SURE = 0.8
"""How sure it is that who is named beside a step does it."""


@dataclass(slots=True)
class Actors:
    """The actors of a procedure in the order in which its steps name them: folded name -> name as first printed."""

    names: dict[str, Span] = field(default_factory=dict)
    alone: frozenset[str] = frozenset()
    """Folded names of those who act alone in some step: they are told apart where they act together, whatever they are called."""

    def marks(self, value: Span | None) -> tuple[RawMark, ...]:
        """The marks of one step; names that are new become columns. "Camat (diamond)" tells the symbol, too."""
        found: dict[str, RawMark] = {}
        for name in names_in(value, self.alone):
            form = _FORM.search(name.text)
            mark = read_mark(form[1]) if form else None
            person = name.cut(0, form.start()) if form and mark else name
            if key := fold(person.text):
                self.names.setdefault(key, person)
                found[key] = RawMark(list(self.names).index(key), name, mark.simbol if mark else None, _SURE)
        return tuple(found.values())


def alone(values: Iterable[Span | None]) -> frozenset[str]:
    """The folded names of actors, given the texts that name those of each step, that stand in one with no other."""
    return frozenset(fold(value.text) for value in values if value and not _PART.search(value.text.strip()))


def names_in(span: Span | None, lone: frozenset[str] = frozenset()) -> Iterator[Span]:
    """The actors that a text names: one, or several where each begins like one, or one of two is known from other steps."""
    if span is None:
        return
    start = 0
    for cut in _PART.finditer(span.text):
        word = span.text[cut.end() :].split()[:1]
        own, rest = fold(span.text[start : cut.start()]), fold(_PART.split(span.text[cut.end() :])[0])
        if word and (is_actor(word[0]) or own in lone or rest in lone):
            yield span.cut(start, cut.start()).strip()
            start = cut.end()
    yield span.cut(start).strip()


def are_names(texts: Sequence[str], least: float) -> bool:
    """Whether so many of some texts, 0..1, begin as actors' names do, or as ones that do it in some and come back."""
    filled = [text for text in texts if text.split()]
    begun = [is_actor(text.split()[0]) for text in filled]
    often = Counter(map(fold, filled))
    back = sum(yes or often[fold(text)] > 1 for yes, text in zip(begun, filled, strict=True))
    worded = all(_WORDED.search(text) for text in filled)
    return any(begun) and (sum(begun) >= least * len(filled) or (worded and back >= least * len(filled)))

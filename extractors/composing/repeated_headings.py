"""The names of actors where a table repeats its heading on each page: for each column the reading that is surest.

A copy damages the heading of one page and spares that of the next.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import prod

from extractors.lexicon.labels import fold
from extractors.pages import Source
from extractors.raw import RawField
from extractors.spans import Span

_SURER = 0.03
"""By so much must another page be surer to be believed instead."""


def surest_names(
    actors: Sequence[RawField], repeated: Sequence[Sequence[Span]], source: Source
) -> tuple[RawField, ...]:
    """The headings of actor columns, each as the page has it on which it was read most surely.

    Args:
        actors: as the first page has them.
        repeated: the same columns as each further heading has them.
        source: says how surely each was read.
    """
    pages = [[actor.span for actor in actors], *repeated]
    legible = [_legible(heads[: len(actors)], source) for heads in pages]
    named = []
    for at, actor in enumerate(actors):
        readings = [heads[at] for heads in pages]
        best = _surest(readings, legible, source)
        named.append(replace(actor, span=best, ulang=tuple(span for span in readings if span is not best)))
    return tuple(named)


def _legible(heads: Sequence[Span], source: Source) -> float:
    """How surely the headings of a page were read, all in all; 0..1."""
    return sum(_sureness(span, source) for span in heads if span.text.strip()) / max(1, len(heads))


def _surest(readings: Sequence[Span], legible: Sequence[float], source: Source) -> Span:
    """The reading that is surest; those that agree are sure together.

    Args:
        readings: of one heading, on each page.
        legible: how surely the headings of each page were read; what stands among worn ones is worn, too.
        source: says how surely each was read.
    """
    first = readings[0]
    doubts: dict[str, list[float]] = {}
    for span, all_in_all in zip(readings, legible, strict=True):
        if span.text.strip():
            doubts.setdefault(fold(span.text), []).append(1 - _sureness(span, source) * all_in_all)
    sure = {text: 1 - prod(some) for text, some in doubts.items()}
    if not sure:
        return first
    best = max(sure, key=lambda text: sure[text])
    if sure[best] <= sure.get(fold(first.text), 0.0) + _SURER:
        return first
    same = [span for span in readings if fold(span.text) == best]
    return max(same, key=lambda span: _sureness(span, source))


def _sureness(span: Span, source: Source) -> float:
    """How likely each word of a heading is right, and all that is written there read; 1 where no engine read it."""
    places = source.places_of(span)
    return prod(place.keyakinan for place in places) * min((place.utuh for place in places), default=1.0)

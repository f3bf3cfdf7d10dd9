"""The flow as words below the table: written out edge by edge, or said to be the mere order of the steps.

``Alur: 1 Pemohon → 2 Petugas Loket; 2 Petugas Loket → 1 Pemohon (Tidak)``
"""

import re
from collections.abc import Sequence
from typing import Final

from extractors.data import table
from extractors.fragments import FlowRow
from extractors.lexicon.labels import fold
from extractors.raw import RawEdge, RawField, RawStep
from extractors.spans import Span

WRITTEN: Final = 0.97
"""Confidence of an edge that is written out."""
_BEGIN: Final = re.compile(r"\s*alur\s*:\s*", re.IGNORECASE)
_ARROW: Final = r"\s*(?:→|->|=>)\s*"
_LABEL: Final = r"(?:\s*\((?P<label>ya|tidak)\))?"


def is_mere_order(rows: Sequence[FlowRow]) -> bool:
    """Whether a note among the rows below the procedure says that its arrows are only the order of the steps."""
    phrases = [fold(phrase) for phrase in table("cabang")["urutan"]]
    return any(phrase in fold(span.text) for span in _texts(rows) for phrase in phrases)


def is_flow_row(row: FlowRow) -> bool:
    """Whether a row begins to write the flow out."""
    return (
        bool(row.fragments)
        and bool(_BEGIN.match(row.fragments[0].span.text))
        and bool(re.search(_ARROW, row.text))
    )


def written_flow(
    rows: Sequence[FlowRow], pelaksana: Sequence[RawField], steps: Sequence[RawStep]
) -> tuple[RawEdge, ...]:
    """The edges that are written out among the rows below the procedure, in the order of the steps.

    An edge whose steps and actors are not those of the table is left out.
    """
    actors = {_plain(field.text): at for at, field in reversed(list(enumerate(pelaksana)))}
    numbers = {step.no.text.strip(" ."): at for at, step in reversed(list(enumerate(steps))) if step.no}
    if not actors or not numbers:
        return ()
    name = "|".join(re.escape(actor) for actor in sorted(actors, key=len, reverse=True))
    edge = re.compile(
        rf"(?P<dari>\d+)\s+(?P<asal>{name}){_ARROW}(?P<ke>\d+)\s+(?P<tuju>{name}){_LABEL}\s*(?:;|\.|$)",
        re.IGNORECASE,
    )
    found = []
    for span in _texts(rows):
        begin = _BEGIN.match(span.text)
        for match in edge.finditer(_plain(span.text), begin.end()) if begin else ():
            ends = [
                (numbers.get(match[no]), actors[match[actor].casefold()])
                for no, actor in (("dari", "asal"), ("ke", "tuju"))
            ]
            (a, one), (b, other) = ends
            if a is not None and b is not None:
                field = RawField(span.cut(*match.span()), "pola", WRITTEN)
                label = match["label"].capitalize() if match["label"] else None
                found.append(RawEdge((a, one), (b, other), label, field))
    return tuple(sorted(found, key=lambda e: (e.dari, e.ke, e.label or "")))


def _texts(rows: Sequence[FlowRow]) -> list[Span]:
    return [fragment.span for row in rows for fragment in row.fragments]


def _plain(text: str) -> str:
    """The text in lower case with single blanks for each white space; every letter keeps its place."""
    return re.sub(r"\s", " ", text.lower() if len(text.lower()) == len(text) else text)

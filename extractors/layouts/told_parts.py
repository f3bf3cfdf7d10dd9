"""What a step that is written as a sentence says besides what is done: who does it and how long it takes.

"Arsiparis: mencari arsip, 30 menit", "Memeriksa berkas (Kasi, 10 menit)", or a line of its own below:
"Petugas Loket | 10 menit | Tanda terima". Such a part is one only where most steps of the list have it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.data import table
from extractors.layouts.named_actors import are_names
from extractors.lexicon.actors import is_actor
from extractors.lexicon.durations import DURATION, is_whole_duration
from extractors.lexicon.verbs import is_verb
from extractors.spans import Span

_LEAD = re.compile(r"\s*[\[(]?([A-Z][^:;.()\[\]\n]{2,38}?)[\])]?\s*(?::|\s[-–—])\s+(?=\S)")
"""A name before what is done: "Kepala Seksi: memberi persetujuan"."""
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{3,70})[)\]]\W*$")
_PARTS = re.compile(r"\s*[,;|/]\s*|\s+[-–—]\s+|\s*\n\s*")
_TIME, _ACTOR = ("|".join(table("kalimat")[part]) for part in ("waktu", "pelaksana"))
_NAMED = re.compile(rf"(?:{_TIME}|{_ACTOR})\s*[:=]?\s+", re.IGNORECASE)
"""The name of such a part, inside of it: "waktu 5 menit"."""
_TIMED = re.compile(
    rf"(?:\s*[,;|]\s*|\s+[-–—]\s+|[.\n]\s*)(?:{_TIME})?\s*[:=]?\s*({DURATION.pattern})\W*$",
    re.IGNORECASE,
)
"""A duration behind the end of the sentence: ", 5 menit", ". Waktu 10 menit."."""
_CELLS = re.compile(r"\s*[|\t]\s*|\s*[(\[]\s*|\s*[)\]]\s*|\s*[,;]\s+")
_MOST = 0.6
"""The share of steps that say a part where it is one."""
_VERB_WORDS = 5
"""Words among which the verb of a step stands."""
_NAME_WORDS = 6
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Told:
    """What a step says: what is done, and by whom, how long and with what outcome where it says so."""

    uraian: Span
    pelaksana: Span | None = None
    waktu: Span | None = None
    output: Span | None = None


def tells_step(text: str) -> bool:
    """Whether a sentence says that somebody does something: a verb is among its first words."""
    return any(is_verb(word) for word in text.split()[:_VERB_WORDS])


def told_parts(spans: Sequence[Span]) -> list[Told]:
    """The parts of the steps of a list, each kind of part only where most of them have it."""
    told = [Told(span) for span in spans]
    if len(told) < _LEAST:
        return told
    for part in (_below, _bracket, _time, _lead):
        told = _where_most(told, part)
    return told


def _where_most(told: list[Told], part: Callable[[Told], Told | None]) -> list[Told]:
    """The steps with a part taken off where most have it, else as they are; names are ones where most begin so, or come back."""
    found = [part(one) for one in told]
    names = [one.pelaksana.text for one in found if one and one.pelaksana]
    if sum(one is not None for one in found) < _MOST * len(told) or (names and not are_names(names, _MOST)):
        return told
    return [new or one for one, new in zip(told, found, strict=True)]


def _below(one: Told) -> Told | None:
    """A last line with who acts, how long and what comes of it."""
    text = one.uraian.text
    start = text.rfind("\n") + 1
    if not start:
        return None
    line = one.uraian.cut(start)
    cuts = [(0, 0), *(match.span() for match in _CELLS.finditer(line.text)), (len(line.text),) * 2]
    cells = [cell for (_, low), (high, _) in pairwise(cuts) if (cell := line.cut(low, high).strip())]
    times = [at for at, cell in enumerate(cells) if is_whole_duration(cell.text.rstrip("."))]
    if len(times) != 1 or not 0 < times[0] < len(cells) <= times[0] + 2:
        return None
    if times[0] != 1 or not cells[0].text[:1].isupper() or len(cells[0].text.split()) > _NAME_WORDS:
        return None
    output = cells[2] if len(cells) > 2 else None
    return Told(one.uraian.cut(0, start).strip(), cells[0], cells[1], output)


def _bracket(one: Told) -> Told | None:
    """A bracket at the end with nothing but who acts and how long: "(Kasi, 10 menit)"."""
    match = _BRACKET.search(one.uraian.text)
    if match is None or not match.start():
        return None
    held = one.uraian.cut(*match.span(1))
    cuts = [(0, 0), *(cut.span() for cut in _PARTS.finditer(held.text)), (len(held.text),) * 2]
    found: dict[str, Span] = {}
    for (_, low), (high, _) in pairwise(cuts):
        part = held.cut(low, high).strip()
        name = _NAMED.match(part.text)
        part = part.cut(name.end()) if name else part
        kind = (
            "waktu"
            if is_whole_duration(part.text)
            else "pelaksana"
            if part and is_actor(_first(part))
            else ""
        )
        if not kind or kind in found:
            return None
        found[kind] = part
    return replace(one, uraian=one.uraian.cut(0, match.start()).strip(), **found)


def _time(one: Told) -> Told | None:
    """A duration behind the sentence."""
    match = None if one.waktu else _TIMED.search(one.uraian.text)
    if match is None or not match.start():
        return None
    return replace(one, uraian=one.uraian.cut(0, match.start()).strip(), waktu=one.uraian.cut(*match.span(1)))


def _lead(one: Told) -> Told | None:
    """Who acts before what he does."""
    match = None if one.pelaksana else _LEAD.match(one.uraian.text)
    if match is None:
        return None
    rest = one.uraian.cut(match.end())
    if not is_verb(_first(rest)):
        return None
    return replace(one, uraian=rest, pelaksana=one.uraian.cut(*match.span(1)))


def _first(span: Span) -> str:
    return span.text.split()[0] if span.text.split() else ""

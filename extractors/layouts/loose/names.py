"""The actors' names among the headings of a procedure whose cells a dump put down in any order."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from extractors.layouts.heading_lines import names_in_a_row
from extractors.layouts.loose.lines import Unit
from extractors.lexicon.actors import begins_actor, is_actor
from extractors.lexicon.branch_names import branch
from extractors.lexicon.labels import fold
from extractors.spans import Span, join

_WORDS = 7
"""Words of a name at most."""
_LETTERS = 3
_NAME_WORDS = 5
"""Words of a line of a name."""
_MOST_AMONG = 40
"""Lines of names between two headings."""
_BACKWARDS = re.compile(r"[a-z][A-Z]\b")
"""A word that ends in a capital was printed from bottom to top, and its letters stand anyhow ("netsis A", "aseD")."""


def read_names(units: Sequence[Unit], cells: Mapping[tuple[int, int], Sequence[int]]) -> list[Span]:
    """The names in the blocks that stand among headings and belong to no cell, each once, in their order."""
    dealt = {n for content in cells.values() for n in content}
    names: list[Span] = []
    seen: set[str] = set()
    for run in _runs(units, dealt):
        if not any(unit.heads for unit in run):
            continue
        for name in _blocks(run):
            key = fold(name.text)
            if key and key not in seen:
                seen.add(key)
                names.append(name)
    return names


def _runs(units: Sequence[Unit], dealt: Collection[int]) -> Iterator[list[Unit]]:
    """Stretches of units that belong to no cell."""
    run: list[Unit] = []
    for at, unit in enumerate(units):
        if at in dealt and unit.kind != "nomor":
            if run:
                yield run
            run = []
        else:
            run.append(unit)
    if run:
        yield run


def _blocks(run: Sequence[Unit]) -> Iterator[Span]:
    """The names: lines without an empty one between, cut where another name begins."""
    name: list[Span] = []
    for unit in run:
        text = unit.kind == "teks" and (unit.actor or unit.among) and not unit.capitals
        anew = bool(name) and text and begins_actor(join(name).text, unit.text.split()[0])
        if name and (not text or unit.gap or anew):
            yield from _named(name)
            name = []
        if text:
            *whole, last = names_in_a_row(unit.span) or [unit.span]
            for one in whole:
                yield from _named([one])
            name.append(last)
    if name:
        yield from _named(name)


def _named(lines: Sequence[Span]) -> Iterator[Span]:
    """The name that lines make, those printed from bottom to top turned round."""
    name = join(lines, "\n")
    words = name.text.split()
    if is_actor(words[-1][::-1]) and not is_actor(words[0]) and len(lines) == 1:
        name = Span(name.text[::-1], name.offsets[::-1])
    letters = sum(char.isalpha() for char in name.text)
    whole = not _BACKWARDS.search(name.text)
    if whole and len(words) <= _WORDS and letters >= _LETTERS and not branch(name.text):
        yield name


def with_actors(units: Sequence[Unit]) -> list[Unit]:
    """The units with those of short blocks told that begin like an actor's name and do not say what he does."""
    found: list[Unit] = []
    among = _among_headings(units)
    actor = broken = False
    for at, unit in enumerate(units):
        text = unit.kind == "teks"
        row = text and not unit.verbal and bool(names_in_a_row(unit.span))
        if unit.gap or not text or broken or row:
            after = units[at + 1] if at + 1 < len(units) and not units[at + 1].gap else None
            actor = row or (text and not unit.verbal and _names_actor(unit.text, after.text if after else ""))
        broken = not text
        found.append(replace(unit, actor=actor, among=at in among) if actor or at in among else unit)
    return found


def _among_headings(units: Sequence[Unit]) -> set[int]:
    """The units between two headings, no step and no duration among them."""
    found: set[int] = set()
    run: list[int] = []
    headed = False
    for at, unit in enumerate(units):
        if unit.heads:
            found.update(n for n in run if headed and units[n].kind == "teks")
            run, headed = [], True
        elif unit.kind in ("waktu", "strip") or unit.verbal or unit.item or len(run) > _MOST_AMONG:
            run, headed = [], False
        else:
            run.append(at)
    return found


def _names_actor(text: str, below: str) -> bool:
    """Whether a line begins like an actor's name, which may be broken in a narrow column or printed from bottom to top."""
    words = text.split()
    if len(words) > _NAME_WORDS:
        return False
    broken = len(words) == 1 and bool(below) and is_actor(text.rstrip("-") + below.split()[0])
    return is_actor(words[0]) or is_actor(words[-1][::-1]) or broken

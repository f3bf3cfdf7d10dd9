"""The procedure whose cells a dump put down in any order, mostly each a block of lines between empty lines.

Plain ``pdftotext`` and OCR engines print a table column by column, row by row, or now so and now so.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.layouts.chain import end_of
from extractors.layouts.loose.anchors import anchored
from extractors.layouts.loose.costs import NO, ROLES, URAIAN, habits_of
from extractors.layouts.loose.lines import Unit, read_units
from extractors.layouts.loose.names import read_names, with_actors
from extractors.layouts.loose.paths import Dealt, deal
from extractors.layouts.loose.place import find_steps
from extractors.layouts.steps import Draft, Procedure, build
from extractors.lexicon.labels import heading
from extractors.pages import Line
from extractors.spans import join
from extractors.tables.columns import AKTOR, Column

_FEWEST = 3
_SURE = 0.7
_COLUMNS = 2
"""Headings, or durations, that a table has at least."""
_MOST = 600
_ACROSS = 0.65
"""How much less such a reading is worth where lines run across the columns, or cells are not parted."""
_PARTED = 0.5
"""The share of lines with an empty one above them where empty lines part cells."""


def read_loose(lines: Sequence[Line]) -> tuple[Procedure, int, int] | None:
    """The procedure in loose cells, and the lines [start, end) that it takes."""
    texts = [line.span.text for line in lines]
    start, verbs = find_steps(lines)
    if len(verbs) < _FEWEST or verbs[-1] - start > _MOST:
        return None
    end = end_of(texts, verbs[-1])
    units = with_actors(read_units(lines, start, end))
    names = frozenset(
        "".join(sorted(unit.words))
        for unit in units
        if unit.kind == "teks" and unit.line < verbs[0] and unit.words
    )
    roles = {role for text in texts[start:end] if text and (role := heading(text))}
    if len(roles) < _COLUMNS and sum(unit.kind == "waktu" for unit in units) < _COLUMNS:
        return None  # a list of steps is no table
    dealt = deal(units, habits_of(units, names, texts))
    drafts = _drafts(dealt, units)
    if len(drafts) < _FEWEST:
        return None
    heads = [lines[at].span for at in range(start, end) if texts[at] and heading(texts[at])]
    columns = [Column(AKTOR, name) for name in read_names(units, dealt.cells)]
    found = build(drafts, columns, heads, "blok")
    parted = sum(unit.gap for unit in units) > _PARTED * len(units) and not _runs_across(units)
    return (found if parted else replace(found, score=found.score * _ACROSS)), start, end


def _runs_across(units: Sequence[Unit]) -> bool:
    """Whether durations mostly stand between other cells' words, so that lines hold pieces of several cells."""
    times = [at for at, unit in enumerate(units) if unit.kind == "waktu"]
    across = sum(
        at > 0 and units[at - 1].line == units[at].line and units[at - 1].kind == "teks" for at in times
    )
    return across > len(times) / 2


def _drafts(dealt: Dealt, units: Sequence[Unit]) -> list[Draft]:
    rows = sorted({row for column, row in dealt.cells if column == URAIAN})
    held = anchored(dealt.cells)
    drafts = []
    for row in rows:
        sure = min((dealt.sure[c, row] for c in range(NO) if (c, row) in dealt.cells), default=1.0)
        draft = Draft(sure=sure)
        for column, role in enumerate(ROLES):
            cell = column, row
            if cell in held and (dealt.sure[cell] >= _SURE or column in (URAIAN, NO)):
                draft.cells[role] = join((units[n].span for n in dealt.cells[cell]), "\n")
        drafts.append(draft)
    return drafts

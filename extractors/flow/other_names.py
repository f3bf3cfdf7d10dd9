"""The name of a way out of a decision at which no engine could read what is written, told by the name of the other one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from extractors.boxes import Box
from extractors.flow.branches import BRANCHES, NEAR, cost_at, gap
from extractors.flow.phrases import phrases_of
from extractors.flow.standing import apart
from extractors.flow.strokes import Point
from extractors.lexicon.branch_names import Cabang
from extractors.sheets import TAK_TERBACA, Sheet
from extractors.symbols import Edge, Symbol

DOUBT: Final = 0.9
"""What is left of the confidence of an edge so named."""


def with_other_names(
    edges: Sequence[Edge], symbols: Sequence[Symbol], steps: Mapping[int, int], sheets: Sequence[Sheet]
) -> list[Edge]:
    """Edges with those named beside which there is writing that was not read, where only one name is left for them.

    That is so where the other way out of the decision has the other name, or where the line of the other way was not
    seen but its name stands beside the decision. A Ya must lead on and a Tidak back.

    Args:
        edges: of a flow.
        symbols: that they lie between.
        steps: the row of each symbol.
        sheets: scanned pages.
    """
    found = list(edges)
    leaving: defaultdict[int, list[int]] = defaultdict(list)
    for at, edge in enumerate(found):
        leaving[edge.dari].append(at)
    for sheet in sheets:
        unread = [drawing.box for drawing in sheet.drawings if drawing.text == TAK_TERBACA]
        here = [at for at, symbol in enumerate(symbols) if symbol.halaman == sheet.halaman]
        decisions = {at: symbols[at].box for at in here if symbols[at].simbol == "keputusan"}
        if not unread or not decisions:
            continue
        beside = _beside(sheet, [symbols[at].box for at in here], decisions)
        for symbol, box in decisions.items():
            own = [found[at] for at in leaving[symbol]]
            free = [at for at in leaving[symbol] if found[at].label is None]
            said = {edge.label for edge in own if edge.label} or (beside[symbol] if len(own) == 1 else set())
            if len(free) != 1 or len(said) != 1 or len({edge.ke for edge in own}) not in (1, BRANCHES):
                continue
            (other,), edge = said, found[free[0]]
            label: Cabang = "Tidak" if other == "Ya" else "Ya"
            onward = steps.get(edge.dari, 0) <= steps.get(edge.ke, len(steps))
            others = [_course(one, box) for one in own if one.label]
            if onward == (label == "Ya") and any(_is_of(mark, _course(edge, box), others) for mark in unread):
                sure = round(edge.keyakinan * DOUBT, 3)
                found[free[0]] = replace(edge, label=label, keyakinan=sure)
    return found


def with_names_beside(
    concluded: Sequence[Edge], edges: Sequence[Edge], symbols: Sequence[Symbol], sheets: Sequence[Sheet]
) -> list[Edge]:
    """Concluded edges with those named Ya that leave a decision beside which a Ya stands that no line has.

    Args:
        concluded: from the order of the rows.
        edges: whose lines were followed.
        symbols: that they lie between.
        sheets: scanned pages.
    """
    said: dict[int, set[str | None]] = {}
    for sheet in sheets:
        here = [at for at, symbol in enumerate(symbols) if symbol.halaman == sheet.halaman]
        decisions = {at: symbols[at].box for at in here if symbols[at].simbol == "keputusan"}
        if decisions and any(edge.dari in decisions for edge in concluded):
            said |= _beside(sheet, [symbols[at].box for at in here], decisions)
    given = {edge.dari for edge in edges if edge.label == "Ya"}
    return [
        replace(edge, label="Ya") if "Ya" in said.get(edge.dari, ()) and edge.dari not in given else edge
        for edge in concluded
    ]


def _beside(
    sheet: Sheet, symbols: Sequence[Box], decisions: Mapping[int, Box]
) -> defaultdict[int, set[str | None]]:
    """The names that stand beside each decision and no other one."""
    found: defaultdict[int, set[str | None]] = defaultdict(set)
    for phrase in phrases_of(sheet, symbols):
        far, symbol = min((gap(phrase.box, box), at) for at, box in decisions.items())
        if far <= NEAR:
            found[symbol].add(phrase.label)
    return found


def _course(edge: Edge, decision: Box) -> Sequence[Point]:
    """The course of an edge from its decision on; one that was turned is kept as it was drawn."""
    course = edge.jalan[0][1] if edge.jalan else ()
    turned = len(course) > 1 and apart(course[-1], decision) < apart(course[0], decision)
    return course[::-1] if turned else course


def _is_of(mark: Box, course: Sequence[Point], others: Sequence[Sequence[Point]]) -> bool:
    """Whether something is written at the beginning of a way, and no nearer to that of another one."""
    cost = cost_at(course, mark)
    if cost is None:
        return False
    return all(other is None or cost < other for other in (cost_at(course, mark) for course in others))

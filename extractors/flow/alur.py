"""The flow of one SOP: edges between the steps and actors whose cells hold the symbols."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractors.flow.doubts import signs
from extractors.flow.edges import edges_of
from extractors.flow.extremes import with_ends
from extractors.pages import Pages
from extractors.raw import RawEdge, RawField, RawStep
from extractors.spans import Span
from extractors.symbols import Placed

TERLACAK = "simbol"
"""``cara`` of an edge whose line was followed."""
DISIMPULKAN = "inferensi"
"""``cara`` of an edge that only the order of the rows suggests."""

_Cell = tuple[int, int]
"""Place of a step among the steps, and of a column among the actors."""


def acting(pages: Pages, steps: Sequence[RawStep]) -> tuple[RawStep, ...]:
    """The steps with what the drawing says of their symbols.

    Marks of forms that are none of the standard's say so, and of symbols that only lines tell of. Forms that pixels hardly tell are as the flow needs them.
    """
    foreign = {offset for placed in pages.simbol if placed.symbol.asing for offset in placed.offsets}
    concluded = {offset for placed in pages.simbol if placed.symbol.tersirat for offset in placed.offsets}
    scanned = {sheet.halaman for sheet in pages.sheets if sheet.pindaian}
    seen = {
        offset: one.symbol.keyakinan
        for one in pages.simbol
        if one.symbol.halaman in scanned
        for offset in one.offsets
    }
    told = [
        replace(
            step,
            tanda=tuple(
                replace(
                    mark,
                    asing=any(offset in foreign for offset in mark.span.offsets),
                    disimpulkan=any(offset in concluded for offset in mark.span.offsets),
                )
                for mark in step.tanda
            ),
        )
        for step in steps
    ]
    return with_ends(told, seen)


def handing_pages(pages: Pages, steps: Sequence[RawStep]) -> tuple[int, ...]:
    """The pages of an SOP on which a connector hands the flow over.

    Args:
        pages: the file, with its symbols.
        steps: of the SOP.
    """
    own = {pages.simbol[at].symbol.halaman for at in _cells(pages.simbol, steps)}
    found = {placed.symbol.halaman for placed in pages.simbol if placed.symbol.simbol == "konektor"}
    return tuple(sorted(found & own))


def flow_of(pages: Pages, steps: Sequence[RawStep]) -> tuple[RawEdge, ...]:
    """The edges between the symbols of an SOP, in the order of its steps; what ties two symbols of one cell is within a step of an actor.

    Args:
        pages: the file, with its symbols.
        steps: of the SOP; the marks of a step hold the glyphs of its symbols.
    """
    cells = _cells(pages.simbol, steps)
    numbers = {pages.simbol[at].symbol.halaman for at in cells}
    own = [at for at, placed in enumerate(pages.simbol) if placed.symbol.halaman in numbers]
    lost = _lost_before(steps, {cells[at][0][0]: pages.simbol[at].symbol.halaman for at in cells})
    rows = {number: row + lost[row] for number, row in _rows(pages.simbol, own, cells).items()}
    if not rows:
        return ()
    sheets = [sheet for sheet in pages.sheets if sheet.halaman in numbers]
    found: list[RawEdge] = []
    symbols = [pages.simbol[at].symbol for at in own]
    edges = edges_of(sheets, symbols, rows)
    scanned = {sheet.halaman for sheet in sheets if sheet.pindaian}
    for edge, told in zip(edges, signs(edges, symbols, rows), strict=True):
        a, b = own[edge.dari], own[edge.ke]
        if edge.dari not in rows or edge.ke not in rows:
            continue
        span = _glyphs(pages, pages.simbol[a], pages.simbol[b])
        traced = edge.terlacak and not any(pages.simbol[end].symbol.tersirat for end in (a, b))
        field = RawField(span, TERLACAK if traced else DISIMPULKAN, edge.keyakinan)
        ends = ((dari, ke) for dari in cells[a] for ke in cells[b] if dari != ke)
        own_signs = told if traced and pages.simbol[a].symbol.halaman in scanned else {}
        found.extend(RawEdge(dari, ke, edge.label, field, edge.jalan, own_signs) for dari, ke in ends)
    return tuple(sorted(found, key=lambda edge: (edge.dari, edge.ke, edge.label or "")))


def _cells(placed: Sequence[Placed], steps: Sequence[RawStep]) -> dict[int, list[_Cell]]:
    """The cells of each symbol that stands in a step; one that is drawn over two columns is of both actors."""
    owner = {offset: at for at, one in enumerate(placed) for offset in one.offsets}
    found: dict[int, list[_Cell]] = {}
    for row, step in enumerate(steps):
        for mark in step.tanda:
            for at in dict.fromkeys(owner[offset] for offset in mark.span.offsets if offset in owner):
                own = found.setdefault(at, [])
                if (row, mark.kolom) not in own and all(known == row for known, _ in own):
                    own.append((row, mark.kolom))
    return found


def _rows(
    placed: Sequence[Placed], own: Sequence[int], cells: Mapping[int, Sequence[_Cell]]
) -> dict[int, int]:
    """The row of each symbol by its place among those of the SOP; a connector beside others only hands over."""
    kinds: defaultdict[int, set[str | None]] = defaultdict(set)
    for at, places in cells.items():
        kinds[places[0][0]].add(placed[at].symbol.simbol)
    return {
        number: cells[at][0][0]
        for number, at in enumerate(own)
        if at in cells and (placed[at].symbol.simbol != "konektor" or kinds[cells[at][0][0]] == {"konektor"})
    }


def _lost_before(steps: Sequence[RawStep], pages: Mapping[int, int]) -> list[int]:
    """For each row how many steps are lost before it: with the pages that are not there, as the numbers on the next one say.

    Args:
        steps: of the SOP.
        pages: the page of rows with symbols.
    """
    numbers = [step.no.text.strip(" .)") if step.no else "" for step in steps]
    counted = [int(number) if number.isdecimal() else None for number in numbers]
    lost, found = 0, []
    for row, number in enumerate(counted):
        before, after = (counted[at] if 0 <= at < len(counted) else None for at in (row - 1, row + 1))
        turned = pages.get(row - 1, 0) < pages.get(row, 0) and row - 1 in pages
        if turned and number and before and after == number + 1 and number > before:
            lost += number - before - 1
        found.append(lost)
    return found


def _glyphs(pages: Pages, *ends: Placed) -> Span:
    """The glyphs of some symbols."""
    offsets = [one.offsets[0] for one in ends]
    return Span("".join(pages.source.text[at] for at in offsets), offsets)
